//! Whatever is typed: no panic, and every fault and every completion points at characters.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use wallchart::query::{Field, Query, QueryFault, Searcher, completions};
use wallchart::text::{find_folded, fold};

use super::small;

/// Anything, and lines that are nearly of the language.
fn lines() -> impl Strategy<Value = String> {
    const PIECES: [&str; 40] = [
        " ",
        " ",
        "　",
        "-",
        "－",
        ":",
        "：",
        ",",
        "，",
        "\"",
        "“",
        "”",
        "＂",
        "\\",
        "[",
        "]",
        "{",
        "［",
        "..",
        "~",
        "company",
        "Ｙear",
        "date",
        "between",
        "id",
        "relates",
        "source",
        "kind",
        "腾讯",
        "tencent",
        "alibaba",
        "2021",
        "２０２１",
        "-09",
        "links-open",
        "é",
        "e\u{301}",
        "\u{301}",
        "high",
        "\n",
    ];
    let soup = prop::collection::vec(select(&PIECES[..]), 0..12).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => soup, 1 => any::<String>()]
}

fn points_at_characters(fault: &QueryFault, text: &str) -> bool {
    // Where a value is missing beside a comma, at the gap.
    let after_comma =
        |at: usize| text.get(..at).is_some_and(|before| before.trim_end().ends_with([',', '，', '、']));
    let before_comma = |at: usize| text.get(at..).is_some_and(|after| after.starts_with([',', '，', '、']));
    let is_gap = |at: usize| after_comma(at) || before_comma(at);
    let underlined = text.get(fault.at.clone());
    underlined.is_some_and(|underlined| !underlined.is_empty() || text.is_empty() || is_gap(fault.at.start))
        && !fault.message.is_empty()
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn any_line_is_read_and_every_fault_has_its_place(line in lines()) {
        let dataset = small();
        let parsed = Query::parse(&line, &dataset);
        for fault in &parsed.faults {
            prop_assert!(points_at_characters(fault, &line), "{:?} in {:?}", fault, line);
        }
        let printed = parsed.query.to_string();
        let again = Query::parse(&printed, &dataset);
        prop_assert_eq!(&again.faults, &vec![], "{}", printed);
        prop_assert_eq!(again.query, parsed.query, "{}", printed);
    }

    #[test]
    fn any_value_is_read_and_every_fault_has_its_place(text in lines(), field in select(&Field::KEYED[..])) {
        let dataset = small();
        let mut query = Query::default();
        match query.and(field, &text, &dataset) {
            Ok(()) => {
                let again = Query::parse(&query.to_string(), &dataset);
                prop_assert_eq!(&again.faults, &vec![], "{}", query);
                prop_assert_eq!(again.query, query);
            }
            Err(faults) => {
                prop_assert!(query.is_empty() && !faults.is_empty());
                for fault in &faults {
                    prop_assert!(points_at_characters(fault, &text), "{:?} in {:?}", fault, text);
                }
            }
        }
    }

    #[test]
    fn a_completion_replaces_characters_and_is_read(line in lines(), cursor in any::<Index>()) {
        let dataset = small();
        let ends: Vec<usize> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
        let cursor = *cursor.get(&ends);
        for way in completions(&line, cursor, &mut Searcher::new(&dataset), &dataset) {
            let (before, after) = (line.get(..way.at.start), line.get(way.at.end..));
            let (before, after) = before.zip(after).expect("places between characters");
            prop_assert!(way.at.contains(&cursor) || way.at.end == cursor, "{:?}", way);
            Query::parse(&format!("{before}{}{after}", way.text), &dataset);
        }
    }

    #[test]
    fn folding_twice_is_folding_once_in_pieces_too(text in any::<String>(), other in any::<String>()) {
        let folded = fold(&text);
        prop_assert_eq!(&fold(&folded), &folded);
        let whole = format!("{other}{text}");
        for at in find_folded(&whole, &folded) {
            prop_assert!(whole.get(at).is_some());
        }
    }
}

/// Every character there is, since a few behave like no other.
#[test]
fn every_character_is_folded_once_and_for_all_and_in_either_case() {
    let wrong = |c: &char| {
        let folded = fold(&c.to_string());
        let cases = [c.to_uppercase().to_string(), c.to_lowercase().to_string()];
        // The iota that is an accent under a small Greek letter is a letter beside a capital one.
        let has_iota = *c == '\u{345}' || ('\u{1F80}'..='\u{1FFF}').contains(c);
        fold(&folded) != folded || !has_iota && cases.iter().any(|other| fold(other) != folded)
    };
    let wrong: Vec<(char, String)> =
        ('\0'..=char::MAX).filter(wrong).map(|c| (c, fold(&c.to_string()))).collect();
    assert_eq!(wrong, []);
}
