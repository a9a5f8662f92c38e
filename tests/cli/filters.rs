//! Filters: what they let through, what is said of a wrong one, and the facets that are counted under them.

use crate::{SMALL, STORY, refused, run, run_on};

/// The ids that a list prints.
#[track_caller]
fn listed(args: &[&str]) -> Vec<String> {
    let run = run(args);
    assert_eq!(run.status, 0, "{args:?}: {}", run.err);
    run.out.lines().map(|line| line.split_whitespace().nth(2).unwrap().to_owned()).collect()
}

#[test]
fn filters_are_and_between_options_and_or_between_commas() {
    let ids = |args: &[&str]| listed(&[&["list", SMALL], args].concat());
    assert_eq!(ids(&["-c", "miit"]), ["miit-guidance-meeting"]);
    assert_eq!(ids(&["--company", "工信部", "--year=2021"]), ["miit-guidance-meeting"]);
    assert_eq!(ids(&["-c", "bytedance", "-c", "miit"]), ["miit-guidance-meeting"]);
    assert_eq!(ids(&["-k", "litigation,诉讼,beta-test"]), ["douyin-sues", "payment-tests"]);
    assert_eq!(ids(&["-y", "2011,2019"]), ["prehistory", "douyin-login-ban"]);
}

#[test]
fn the_whole_language_is_a_filter_like_the_others() {
    let ids = |args: &[&str]| listed(&[&["list", SMALL], args].concat());
    assert_eq!(ids(&["-q", "between:腾讯,miit"]), ["miit-guidance-meeting"]);
    assert_eq!(ids(&["-q", "-kind:statement,report", "-y", "2024"]), ["payment-opens"]);
    assert_eq!(ids(&["-y", "2024", "--query=-kind:statement,report"]), ["payment-opens"]);
    assert_eq!(ids(&["-q", "channel:payment", "-q", "-taobao"]), [""; 0]);
    assert_eq!(ids(&["-q", "\"of two\"", "-c", "tencent"]), ["links-open"]);
    assert_eq!(ids(&["-q", "id:still-talking,prehistory"]), ["prehistory", "still-talking"]);
    assert_eq!(ids(&["-q", ""]), ids(&[]));
    assert_eq!(run(&[SMALL, "-q", "-links"]).out, run(&["list", SMALL, "-q", "-links"]).out);
}

#[test]
fn what_the_screen_says_of_a_date_can_be_typed() {
    const BEFORE: &str = "tests/data/cases/before-our-era.toml";
    let ids = |args: &[&str]| listed(&[&["list", BEFORE], args].concat());
    assert_eq!(ids(&["-y", "754 BC"]), ["m1"]);
    assert_eq!(ids(&["-y", "21 April 754 BC"]), ["m1"]);
    assert_eq!(ids(&["-y", "AD 50..AD 1100"]), ["m2"]);
    assert_eq!(ids(&["-q", "date:\"second quarter of 2020\""]), ["m3"]);
    let walls = |at: &str| run(&["walls", SMALL, "--at", at]).out;
    assert_eq!(walls("september 2021"), walls("2021-09"));
    assert_eq!(walls("from August to September 2021"), walls("2021-09"));
}

/// The ids that a search of the story gives as JSON.
fn found(filters: &[&str]) -> Vec<String> {
    let run = run(&[&["list", STORY, "--json"], filters].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{filters:?}");
    let id = |line: &str| {
        serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned()
    };
    run.out.lines().map(id).collect()
}

#[test]
fn one_question_asked_in_three_ways_has_one_answer_which_the_rows_bear_out() {
    let asked = found(&["-q", "between:alibaba,tencent channel:payment year:2021..2024"]);
    assert_eq!(asked, found(&["-y", "2021..2024", "-q", "between:alibaba,tencent", "-q", "channel:payment"]));
    assert_eq!(
        asked,
        found(&["-c", "alibaba", "-c", "tencent", "-y", "2021..2024", "-q", "channel:payment"])
    );
    assert_eq!(asked, found(&["-q", "between：腾讯，阿里巴巴　channel：支付", "-y", "２０２１..２０２４"]));

    // Read again from the rows of the whole dataset, without a query.
    let rows = run(&["list", STORY, "--json"]).out;
    let borne_out = rows.lines().filter_map(|line| {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let has = |keys: &[&str], id: &str| {
            keys.iter().any(|key| row[key].as_array().unwrap().iter().any(|value| value == id))
        };
        let both = ["alibaba", "tencent"].iter().all(|id| has(&["actors", "affected"], id));
        // ISO days of four-digit years sort as text.
        let begins_in_time = row["earliest"].as_str().is_none_or(|day| day <= "2024-12-31");
        let ends_in_time = row["latest"].as_str().is_none_or(|day| day >= "2021-01-01");
        let is_in = both && has(&["channels"], "payment") && begins_in_time && ends_in_time;
        is_in.then(|| row["id"].as_str().unwrap().to_owned())
    });
    assert_eq!(asked, borne_out.collect::<Vec<_>>());
    assert!(asked.len() > 10 && asked.len() < rows.lines().count() / 2, "{asked:?}");
}

#[test]
fn every_slip_in_a_filter_is_underlined_in_one_go() {
    let slips = "\
error: no company is called `tencnet`
  | -c alibaba,tencnet,腾迅
  |            ^^^^^^^
help: did you mean `tencent`?

error: no company is called `腾迅`
  | -c alibaba,tencnet,腾迅
  |                    ^^^^
help: did you mean `腾讯`?

error: no key is called `kin:`
  | -q 微信 kin:x year:2021,20x1 -
  |         ^^^
help: did you mean `kind:`? or put the whole word in quotes to look for it as text

error: `20x1` is no date: year must have exactly four digits (or X)
  | -q 微信 kin:x year:2021,20x1 -
  |                         ^^^^
help: old EDTF draft syntax: write `20X1`

error: `-` leaves out what follows it
  | -q 微信 kin:x year:2021,20x1 -
  |                              ^
help: write `-word` or `-kind:litigation`

error: `kind:` has an empty value
  | -k litigation,
  |               ^
help: write a value after `kind:`, and one after each comma
";
    let filters =
        ["-c", "alibaba,tencnet,腾迅", "-q", "微信 kin:x year:2021,20x1 -", "--kind", "litigation,"];
    for command in [&["list", SMALL][..], &["list", "--json", SMALL], &["export", SMALL], &[SMALL]] {
        refused(&[command, &filters].concat(), 2, slips);
    }
}

#[test]
fn a_slip_says_nothing_to_the_terminal() {
    refused(
        &["list", SMALL, "-c", "\u{1b}[2J\nerror:\u{202e}"],
        2,
        "error: no company is called `␛[2J error:\u{fffd}`\n  | -c ␛[2J error:\u{fffd}\n  |    ^^^^^^^^^^^^\n\
         help: known are `tencent`, `alibaba`, `bytedance`, `miit`\n",
    );
    let long = run(&["list", SMALL, "-q", &format!("{}kind:x{0}", "wall ".repeat(200))]);
    let excerpt: Vec<&str> = long.err.lines().filter(|line| line.starts_with("  | ")).collect();
    assert!(excerpt.len() == 2 && excerpt.iter().all(|line| line.chars().count() < 140), "{}", long.err);
    let usage = run(&["list", "--\u{1b}[2J\u{202e}"]);
    assert!(usage.status == 2 && !usage.err.contains(['\u{1b}', '\u{202e}']), "{usage:?}");
}

#[test]
fn nothing_found_is_no_error_and_says_what_keeps_it_so() {
    let said = "note: no milestone matches year:1999\nhelp: without year:1999 there would be 12\n";
    for args in
        [&["list", SMALL, "-y", "1999"][..], &["list", SMALL, "-y", "1999", "--json"], &[SMALL, "-y", "1999"]]
    {
        let run = run(args);
        assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "", said), "{args:?}");
    }
    let export = run(&["export", SMALL, "-y", "1999", "--format", "json"]);
    assert_eq!((export.status, export.out.as_str(), export.err.as_str()), (0, "[]\n", said));
    let facets = run(&["facets", SMALL, "-y", "1999"]);
    assert_eq!((facets.status, facets.err.as_str()), (0, said));
    assert!(facets.out.contains("tencent"), "{}", facets.out);
    let several = run(&["list", SMALL, "-c", "miit", "-q", "-kind:regulation year:2021"]);
    assert_eq!(
        (several.status, several.err.as_str()),
        (
            0,
            "note: no milestone matches company:miit -kind:regulation year:2021\n\
             help: without company:miit there would be 3\nhelp: without -kind:regulation there would be 1\n"
        )
    );
    // Where each of two conditions alone leaves nothing, both have to go.
    let stuck = run(&["list", SMALL, "-y", "1999", "-y", "1998"]);
    assert_eq!(
        stuck.err,
        "note: no milestone matches year:1999 year:1998\nhelp: without year:1999 year:1998 there would be 12\n"
    );
    let empty = run_on(b"schema = 1\n[dataset]\nid = \"x\"\ntitle = \"X\"\n", &["list", "-", "-y", "1999"]);
    assert_eq!((empty.status, empty.err.as_str()), (0, "note: the dataset has no milestones yet\n"));
}

#[test]
fn facets_list_every_value_with_its_count_in_columns() {
    let whole = run(&["facets", SMALL, "-c", "miit", "-k", "regulation"]);
    assert_eq!((whole.status, whole.err.as_str()), (0, ""));
    insta::assert_snapshot!("facets", whole.out);
    assert_eq!(run(&["facets", SMALL, "-q", "kind:监管 company:miit"]).out, whole.out);
    // Places are the same whatever the filters.
    let places = |args: &[&str]| {
        let lines = run(&[&["facets", SMALL], args].concat()).out;
        let words = |line: &str| line.split_whitespace().take(2).map(str::to_owned).collect::<Vec<_>>();
        lines.lines().map(words).collect::<Vec<_>>()
    };
    assert_eq!(places(&["-y", "1999"]), places(&[]));
}

#[test]
fn facets_as_json_say_what_list_says() {
    let run = run(&["facets", STORY, "--json", "-q", "between:tencent,alibaba -tone:rule"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    for line in run.out.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["count", "facet", "id", "name"], "{line}");
        let tick = format!("{}:{}", row["facet"].as_str().unwrap(), row["id"].as_str().unwrap());
        // One process a value would be a slow test.
        if ["year:2021", "company:ant-group", "kind:blocking", "confidence:low"].contains(&tick.as_str()) {
            let listed = listed(&["list", STORY, "-q", "between:tencent,alibaba -tone:rule", "-q", &tick]);
            assert!(!listed.is_empty(), "{tick}");
            assert_eq!(row["count"], listed.len(), "{tick}");
        }
    }
}

#[test]
fn an_option_of_the_explorer_says_that_it_is_one() {
    for option in ["--open", "--dim", "--search", "--glyphs"] {
        refused(
            &["list", SMALL, option],
            2,
            &format!(
                "error: `{option}` is for the explorer, which needs no subcommand\nhelp: write `wallchart {option} …`\n"
            ),
        );
    }
}

#[test]
fn a_platform_given_for_a_company_is_meant_and_said_to_be() {
    let run = run(&["list", SMALL, "-c", "douyin"]);
    assert_eq!(
        (run.status, run.err.as_str()),
        (0, "note: no company is called douyin: read as platform:douyin\n")
    );
    assert_eq!(run.out, crate::run(&["list", SMALL, "-q", "platform:douyin"]).out);
}
