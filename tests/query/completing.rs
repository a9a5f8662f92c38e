//! Completions by example, and that each counts what comes of it.

use wallchart::query::{Field, Query, Searcher, completions};

use super::small;

/// What `line` may go on with at its end: each text and its count.
fn ways(line: &str) -> Vec<String> {
    let dataset = small();
    let ways = completions(line, line.len(), &mut Searcher::new(&dataset), &dataset).into_iter();
    ways.map(|way| match way.count {
        Some(count) => format!("{} {count}", way.text),
        None => way.text,
    })
    .collect()
}

#[test]
fn keys_are_offered_by_what_they_begin_with() {
    assert_eq!(ways("").len(), Field::KEYED.len());
    assert_eq!(ways("wechat ").first().map(String::as_str), Some("company:"));
    for (line, expected) in [
        ("co", &["company:", "confidence:"][..]),
        ("-Ki", &["kind:"]),
        ("ｄａ", &["date:"]),
        ("zzz", &[]),
        ("zzz:", &[]),
        ("zzz:a", &[]),
    ] {
        assert_eq!(ways(line), expected, "{line}");
    }
}

#[test]
fn values_come_with_what_they_give_the_most_first() {
    for (line, expected) in [
        ("company:", &["tencent 10", "alibaba 8", "bytedance 5", "miit 1"][..]),
        ("company:T", &["tencent 10"]),
        ("company:腾", &["tencent 10"]),
        ("company:industry", &["miit 1"]),
        ("company:巴巴", &["alibaba 8"]),
        ("year:2021 company:a", &["alibaba 3"]),
        ("-company:", &["tencent 2", "alibaba 4", "bytedance 7", "miit 11"]),
        // Accepting one more gives what all of them do.
        ("company:miit,", &["tencent 10", "alibaba 8", "bytedance 5"]),
        ("between:t", &["tencent 10"]),
        ("between:tencent,", &["alibaba 6", "bytedance 5", "miit 1"]),
        ("between:tencent,alibaba,", &[]),
        ("year:", &["2011 1", "2013 1", "2019 1", "2021 4", "2022 1", "2023 1", "2024 3"]),
        ("tone:rule year:２０２", &["2021 2", "2022 0", "2023 0", "2024 0"]),
        ("date:2019,2023", &["2023 2"]),
        ("confidence:", &["high 5", "medium 4", "low 3"]),
        ("source:\"the p", &["paper-2021-09-17 3"]),
        ("id:open", &["links-open 1", "payment-opens 1"]),
        ("relates:OPEN", &["links-open 3", "payment-opens 2"]),
        ("year:2024 id:links", &["links-open 0", "links-in-groups 0"]),
        ("腾", &["company:tencent 10"]),
        ("-腾", &["company:tencent 2"]),
        ("wei", &["platform:wechat 5"]),
        // No key has a place among several words.
        ("links,腾", &[]),
    ] {
        assert_eq!(ways(line), expected, "{line}");
    }
}

#[test]
fn a_completion_replaces_the_value_at_the_cursor_and_keeps_the_rest() {
    let dataset = small();
    let mut searcher = Searcher::new(&dataset);
    for (line, expected) in [
        ("company：al|　links", "company：alibaba　links"),
        ("-company:\"mini|", "-company:miit"),
        ("company:tx,al|,miit", "company:tx,alibaba,miit"),
        ("com|：al links", "company:al links"),
        ("|com", "company:"),
        ("a 淘|宝 b", "a platform:taobao b"),
    ] {
        let cursor = line.find('|').expect("a cursor");
        let line = line.replace('|', "");
        let way = completions(&line, cursor, &mut searcher, &dataset).into_iter().next().expect("a way");
        let accepted = format!("{}{}{}", &line[..way.at.start], way.text, &line[way.at.end..]);
        assert_eq!(accepted, expected, "{line} at {cursor}");
    }
}

#[test]
fn every_count_is_what_accepting_it_gives() {
    let dataset = small();
    let mut searcher = Searcher::new(&dataset);
    let mut checked = 0;
    for line in [
        "company:",
        "-company:",
        "company:miit,",
        "between:腾讯,",
        "actor:b",
        "affected:",
        "year:2",
        "-date:2",
        "kind:",
        "tone:",
        "platform:",
        "channel:",
        "barrier:",
        "source:",
        "confidence:m",
        "id:o",
        "relates:",
        "w",
        "-t",
    ] {
        for rest in ["", "links ", "year:2021..2022 -kind:report "] {
            let line = format!("{rest}{line}");
            for way in completions(&line, line.len(), &mut searcher, &dataset) {
                let Some(count) = way.count else { continue };
                let accepted = format!("{}{}", &line[..way.at.start], way.text);
                let query = Query::parse(&accepted, &dataset).whole();
                let query = query.unwrap_or_else(|faults| panic!("{accepted}: {faults:?}"));
                assert_eq!(searcher.ids(&query, &dataset).len(), count, "{accepted}");
                checked += 1;
            }
        }
    }
    assert!(checked > 200, "{checked}");
}
