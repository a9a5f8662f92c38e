//! The embedded dataset against what the research of December 2026 corrected, read without the program's own reader.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use wallchart::dataset::EMBEDDED;
use wallchart::text::width;

use super::rows;

/// The table of corrections: those of one sort, by milestone.
fn corrections(sort: &str) -> BTreeMap<&'static str, &'static str> {
    let table = rows(include_str!("corrections.tsv"));
    let of_sort = table.into_iter().filter(|row| row[0] == sort);
    of_sort.map(|row| (row[1], row.get(2).copied().unwrap_or_default())).collect()
}

type Table = DeTable<'static>;

fn embedded() -> Table {
    DeTable::parse(EMBEDDED).expect("the embedded dataset is TOML").into_inner()
}

fn value<'a>(table: &'a Table, key: &str) -> Option<&'a DeValue<'static>> {
    table.get(key).map(Spanned::get_ref)
}

fn text<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    value(table, key)?.as_str()
}

#[track_caller]
fn must<'a>(table: &'a Table, key: &str) -> &'a str {
    text(table, key).unwrap_or_else(|| panic!("{key} is missing: {:?}", text(table, "id")))
}

fn head(file: &Table) -> &Table {
    value(file, "dataset").and_then(DeValue::as_table).expect("what the dataset says of itself")
}

/// The tables of one kind, by id.
fn tables<'a>(file: &'a Table, kind: &str) -> BTreeMap<&'a str, &'a Table> {
    let tables = value(file, kind).and_then(DeValue::as_array).expect("tables").iter();
    tables.filter_map(|table| table.get_ref().as_table()).map(|table| (must(table, "id"), table)).collect()
}

/// The ids of the milestones that have this key.
fn with<'a>(milestones: &BTreeMap<&'a str, &Table>, key: &str) -> Vec<&'a str> {
    let with = milestones.iter().filter(|(_, milestone)| milestone.contains_key(key));
    with.map(|(id, _)| *id).collect()
}

#[test]
fn titles_are_the_corrected_ones_and_none_is_longer_than_60_columns() {
    let file = embedded();
    let milestones = tables(&file, "milestone");
    let corrected = corrections("title");
    assert_eq!(corrected.len(), 42);
    for (id, title) in corrected {
        assert_eq!(must(milestones[id], "title"), title, "{id}");
    }
    for milestone in milestones.values() {
        let title = must(milestone, "title");
        assert!(width(title) <= 60, "{} columns: {title}", width(title));
    }
}

#[test]
fn new_milestones_are_there_and_dropped_ones_are_not() {
    let file = embedded();
    let milestones = tables(&file, "milestone");
    let (new, dropped) = (corrections("new"), corrections("dropped"));
    assert_eq!((new.len(), dropped.len(), milestones.len()), (17, 7, 106));
    for (id, date) in new {
        assert_eq!(must(milestones[id], "date"), date, "{id}");
    }
    for (id, into) in dropped {
        assert!(!milestones.contains_key(id) && milestones.contains_key(into), "{id} went into {into}");
        assert!(!EMBEDDED.contains(&format!("\"{id}\"")), "{id} is still named");
    }
}

#[test]
fn landmarks_carry_the_story_with_captions_for_narrow_places() {
    let file = embedded();
    let milestones = tables(&file, "milestone");
    let landmarks = corrections("landmark");
    assert_eq!(landmarks.len(), 14);
    assert_eq!(with(&milestones, "landmark"), landmarks.into_keys().collect::<Vec<_>>());
    for id in with(&milestones, "landmark") {
        let caption = must(milestones[id], "landmark");
        assert!((1..=40).contains(&width(caption)), "{} columns: {caption}", width(caption));
        assert!((60..=95).contains(&must(milestones[id], "summary_zh").chars().count()), "{id}");
    }
    let turning_points = value(head(&file), "turning_points").and_then(DeValue::as_array).expect("a list");
    let turning_points: BTreeSet<&str> =
        turning_points.iter().filter_map(|point| point.get_ref().as_str()).collect();
    assert_eq!(turning_points, corrections("turning-point").into_keys().collect());
}

#[test]
fn what_sources_dispute_is_marked_and_told() {
    let file = embedded();
    let milestones = tables(&file, "milestone");
    let disputed = corrections("disputed");
    assert_eq!(disputed.len(), 43);
    assert!(disputed.values().all(|over| !over.is_empty()));
    assert_eq!(with(&milestones, "disputed"), disputed.into_keys().collect::<Vec<_>>());
    for id in with(&milestones, "disputed") {
        assert_eq!(value(milestones[id], "disputed").and_then(DeValue::as_bool), Some(true), "{id}");
        assert!(milestones[id].contains_key("note"), "{id}: nothing says what is disputed");
    }
}

#[test]
fn a_stranger_reads_in_45_words_what_it_is_and_then_who_owns_which_publisher() {
    let file = embedded();
    let about = must(head(&file), "about");
    let (first, rest) = about.split_once("\n\n").expect("paragraphs");
    assert!(first.split_whitespace().count() <= 45, "{first}");
    for disclosed in ["South China Morning Post belongs to Alibaba", "Tencent Tech to Tencent", "state media"]
    {
        assert!(rest.contains(disclosed), "{disclosed}");
    }
    assert_eq!(text(head(&file), "version"), Some("2026.12"));
}

#[test]
fn walls_have_names_for_where_their_keeper_stands_beside_them() {
    let file = embedded();
    for (id, barrier) in tables(&file, "barrier") {
        let (short, chinese) = (must(barrier, "short"), must(barrier, "name_zh"));
        assert!((1..=24).contains(&width(short)), "{id}: {short}");
        assert!((1..=24).contains(&width(chinese)), "{id}: {chinese}");
        assert!(
            must(barrier, "note").starts_with("While it is "),
            "{id}: the note does not say what the wall is"
        );
    }
}

#[test]
fn titles_of_our_own_making_are_marked_and_what_was_read_is_told() {
    let file = embedded();
    for (id, source) in tables(&file, "source") {
        let note = text(source, "note").unwrap_or_default();
        assert!(!note.contains("paraphrased"), "{id}: that is a key of its own");
        let via = text(source, "via");
        assert!(matches!(via, None | Some("republished" | "translation")), "{id}: {via:?}");
        if note.contains("machine translation") {
            assert_eq!(via, Some("translation"), "{id}");
            let ours = value(source, "paraphrased").and_then(DeValue::as_bool);
            assert_eq!(ours, Some(true), "{id}: a translator's headline");
        }
        if ["copy on", "republished by", "read at"].iter().any(|words| note.contains(words)) {
            assert!(via.is_some(), "{id}: {note}");
        }
        if via == Some("republished") {
            assert!(!note.contains("republished by"), "{id}: said twice");
        }
    }
}

/// The words of this house for what others call by many names.
#[test]
fn texts_use_the_words_of_this_house() {
    let file = embedded();
    let (milestones, barriers) = (tables(&file, "milestone"), tables(&file, "barrier"));
    let told = milestones.values().chain(barriers.values());
    let keys = ["title", "name", "short", "summary", "note"];
    let texts: Vec<&str> = told.flat_map(|table| keys.iter().filter_map(|key| text(table, key))).collect();
    assert!(texts.len() > 350, "only {} texts", texts.len());
    for text in texts {
        for word in
            ["service desk", "back office", "xternal link", "post bureau", "friend-pay", " gate ", " gates "]
        {
            assert!(!text.contains(word), "{word:?} in {text:?}");
        }
    }
}
