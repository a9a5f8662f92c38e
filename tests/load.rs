//! What a loaded dataset promises, and that no text, however odd, breaks the loader.

#![allow(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

#[path = "../benches/support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the benchmarks use the rest")]
mod support;
#[path = "support/tried.rs"]
mod tried;

use proptest::prelude::*;
use wallchart::dataset::load::load;
use wallchart::dataset::{Dataset, Lang, Milestone, Party, RelationKind, Via};
use wallchart::fault::{self, Fault};
use wallchart::words::en;

const SMALL: &str = include_str!("data/small.toml");

fn small() -> Dataset {
    load(SMALL).dataset.unwrap()
}

#[test]
fn milestones_stand_in_chronological_order_those_of_one_day_in_file_order() {
    let dataset = small();
    let ids: Vec<_> = dataset.milestones().map(Milestone::id).collect();
    assert_eq!(
        ids,
        [
            "prehistory",
            "taobao-blocks-wechat",
            "douyin-login-ban",
            "douyin-sues",
            "miit-guidance-meeting",
            "links-open",
            "links-in-groups",
            "payment-tests",
            "hostile-text",
            "payment-opens",
            "same-day-later",
            "still-talking",
        ]
    );
    for (place, milestone) in dataset.milestones().enumerate() {
        assert_eq!(milestone.place().index(), place);
        assert_eq!(dataset.find(milestone.id()).unwrap().place(), milestone.place());
    }
    assert!(dataset.find("nobody").is_none());
}

#[test]
fn relations_are_seen_from_both_ends() {
    let dataset = small();
    let meeting = dataset.find("miit-guidance-meeting").unwrap();
    let incoming: Vec<_> =
        meeting.incoming().iter().map(|it| (it.kind, dataset.milestone(it.to).id())).collect();
    assert_eq!(incoming, [(RelationKind::Follows, "links-open"), (RelationKind::PartOf, "links-in-groups")]);
    let groups = dataset.find("links-in-groups").unwrap();
    assert_eq!(groups.relations()[0].to, meeting.place());
    assert!(meeting.relations().is_empty());
}

#[test]
fn text_is_scrubbed_prose_keeps_its_lines_and_a_name_given_twice_counts_once() {
    let dataset = small();
    assert_eq!(dataset.head().about.as_deref().unwrap().lines().count(), 3);
    let hostile = dataset.find("hostile-text").unwrap();
    assert_eq!(hostile.title(), "A title with ␛[31mcolour␛[0m, �turned�, | pipes | and [links](x)");
    assert!(hostile.summary().starts_with("---\n#") && hostile.summary().ends_with("�2J"));
    assert_eq!(hostile.notes(Lang::En).first().map(AsRef::as_ref), Some("␛]52;c;b3duZWQ=␇"));
    assert_eq!(hostile.cites()[0].supports(), Some("nothing␛[2J"));
    assert_eq!(hostile.actors().count(), 1);
}

#[test]
fn what_carries_the_story_is_known_by_both_readers() {
    let with = |id: &str, more: &str, text: &str| {
        let title = format!("id = \"{id}\"\n");
        text.replacen(&title, &format!("{title}{more}"), 1)
    };
    let mut text = SMALL.replacen("[dataset]\n", "[dataset]\nabout_zh = \"墙。\"\n", 1);
    text = text.replacen(
        "[dataset]\n",
        "[dataset]\nturning_points = [\"links-open\", \"prehistory\", \"hostile-text\"]\n",
        1,
    );
    for id in ["links-open", "prehistory", "hostile-text"] {
        text = with(
            id,
            "landmark = \"Links\"\nlandmark_zh = \"链接\"\ndisputed = true\nnote_zh = \"注。\"\n",
            &text,
        );
    }
    text = with("court-file", "via = \"translation\"\nparaphrased = true\npublisher_zh = \"法院\"\n", &text);
    let escaped = text.replace("landmark = \"L", "landmark = \"\\u004C");
    for text in [&text, &escaped] {
        let loaded = load(text);
        let Some(dataset) = &loaded.dataset else { panic!("{}", loaded.shown("small.toml", text, false)) };
        let points = dataset.head().turning_points.iter().map(|id| dataset.milestone(*id).id());
        assert_eq!(points.collect::<Vec<_>>(), ["links-open", "prehistory", "hostile-text"]);
        assert_eq!(dataset.head().about_zh.as_deref(), Some("墙。"));
        let open = dataset.find("links-open").unwrap();
        let landmarks = [Lang::En, Lang::Zh].map(|lang| open.landmark(lang).unwrap().into_owned());
        assert_eq!(landmarks, ["Links", "链接"]);
        assert!(open.is_disputed());
        assert_eq!(open.notes(Lang::Zh).first().map(AsRef::as_ref), Some("注。"));
        let plain = dataset.find("miit-guidance-meeting").unwrap();
        assert_eq!((plain.landmark(Lang::Both), plain.is_disputed()), (None, false));
        let file = dataset.sources().iter().find(|source| source.id == "court-file").unwrap();
        assert_eq!((file.via, file.is_paraphrased), (Via::Translation, true));
        assert_eq!(file.publisher_zh.as_deref(), Some("法院"));
    }
}

#[test]
fn a_dataset_knows_its_parties_span_and_digest() {
    let dataset = small();
    assert_eq!(dataset.barriers()[2].against, [Party::Any]);
    assert_eq!(dataset.barriers()[1].holders.len(), 2);
    assert_eq!(dataset.span().unwrap().from().unwrap().to_string(), "2013-01-01");
    assert_eq!(dataset.digest().len(), 64);
    let unstated = load(&SMALL.replace("span = ", "# span = ")).dataset.unwrap();
    let span = unstated.span().unwrap();
    assert_eq!(span.from().unwrap().to_string(), "2011-01-01");
    assert_eq!(span.to().unwrap().to_string(), "2024-10-01");
    assert_ne!(unstated.digest(), dataset.digest());
    let empty = load("schema = 1\ndataset = { id = \"x\", title = \"X\" }").dataset.unwrap();
    assert!(empty.is_empty() && empty.span().is_none());
    assert_eq!(load("\u{FEFF}\r\n").faults.len(), 2);
}

#[test]
fn bare_toml_dates_are_dates() {
    for (bare, written) in [
        ("2021-09-09", "2021-09-09"),
        ("2021-09-09 10:00:00", "2021-09-09T10:00:00"),
        ("2021-09-09t10:00:00z", "2021-09-09T10:00:00Z"),
    ] {
        let dataset = load(&SMALL.replace("date = 2021-09-09", &format!("date = {bare}"))).dataset.unwrap();
        assert_eq!(dataset.find("miit-guidance-meeting").unwrap().date().as_written(), written);
    }
}

/// A small dataset that was read wrong once.
macro_rules! case {
    ($name:literal) => {
        include_str!(concat!("data/cases/", $name, ".toml"))
    };
}

#[test]
fn times_of_day_are_read_as_people_and_programs_write_them() {
    let words =
        |text: &str| load(text).dataset.unwrap().milestones().next().unwrap().date().words(&en::WORDS);
    assert_eq!(words(case!("fraction-of-a-second")), "17 October 2023, 21:51:03 UTC-04:00");
    assert_eq!(words(case!("range-within-a-day")), "22 November 1963, 12:15 to 12:20");
    let minute =
        case!("fraction-of-a-second").replace("2023-10-17T21:51:03.625-04:00", "\"2019-07-02T13:42Z\"");
    assert_eq!(words(&minute), "2 July 2019, 13:42 UTC");
}

#[test]
fn a_range_that_is_none_is_said_as_what_it_is() {
    let dataset = load(case!("range-of-one-day")).dataset.unwrap();
    let words: Vec<String> =
        dataset.milestones().map(|milestone| milestone.date().words(&en::WORDS)).collect();
    assert!(words.iter().any(|words| words == "12 April 1985") && words.iter().any(|words| words == "2021"));
    assert!(!words.iter().any(|words| words.contains("from")), "{words:?}");
}

#[test]
fn a_fault_of_a_date_is_its_own() {
    let told = |text: &str| {
        let faults = load(text).faults;
        assert_eq!(faults.len(), 1, "{faults:?}");
        fault::render("case.toml", text, &faults, false)
    };
    let range = told(case!("advice-for-a-range-of-months"));
    assert!(range.contains("help: write `2021-09/2021-10`"), "{range}");
    let bare = told(case!("bare-date-that-is-none"));
    assert!(
        bare.contains("`2021-02-29` is not a date") && bare.contains("help: that month has 28 days"),
        "{bare}"
    );
    let quoted = case!("bare-date-that-is-none").replace("2021-02-29\n", "\"2021-02-29\"\n");
    assert!(told(&quoted).contains("help: that month has 28 days"));
}

/// Only a clock would show else that the quick reader no longer reads what nearly every dataset is written in.
#[test]
fn the_quick_reader_hands_on_no_milestone_that_is_written_in_the_usual_way() {
    let handed_on = |text: &str| {
        let loaded = load(text);
        (loaded.handed_on, loaded.dataset.unwrap().len())
    };
    assert_eq!(handed_on(include_str!("data/story.toml")).0, 0);
    // As many as make several pieces.
    assert_eq!(handed_on(&support::dataset(2_000)), (0, 2_000));
    // A title with an escape is handed on, and no other with it.
    let text = support::dataset(2_000);
    let (head, milestones) = text.split_once("[[milestone]]").unwrap();
    let escaped = milestones.replacen("\ntitle = \"", "\ntitle = \"\\u0041 ", 2);
    assert_ne!(escaped, milestones);
    assert_eq!(handed_on(&format!("{head}[[milestone]]{escaped}")), (2, 2_000));
}

/// What must hold of any text.
fn check(text: &str) {
    let loaded = load(text);
    assert_eq!(loaded.dataset.is_some(), !loaded.faults.iter().any(Fault::is_error));
    assert!(loaded.faults.is_sorted_by_key(|fault| fault.span.start));
    let shown = fault::render("text.toml", text, &loaded.faults, false);
    assert!(shown.chars().all(|c| c == '\n' || !c.is_control()));
    for fault in &loaded.faults {
        assert!(fault.span.start <= text.len());
    }
}

/// Pieces that break things when they stand where they should not.
fn piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "",
        "\"",
        "\"\"\"",
        "'",
        "'''",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        ",",
        ".",
        "#",
        "\n",
        "\r",
        "\r\n",
        "\\",
        "\\u",
        "\u{FEFF}",
        "\u{1b}",
        "\u{202e}",
        "墙",
        "[[milestone]]\n",
        "[dataset]\n",
        "id = ",
        "a = 1\n",
        "any",
        "-",
        "0",
        "2021-09",
        "1e999",
        "true",
        "\u{0}",
        "🧱",
    ];
    prop_oneof![3 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn no_mutation_of_a_dataset_breaks_the_loader(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..40usize, piece()), 1..6),
    ) {
        let mut chars: Vec<char> = SMALL.chars().collect();
        for (at, cut, new) in edits {
            let at = at.index(chars.len() + 1);
            let end = (at + cut).min(chars.len());
            chars.splice(at..end, new.chars());
        }
        check(&chars.into_iter().collect::<String>());
    }

    #[test]
    fn no_text_breaks_the_loader(pieces in prop::collection::vec(piece(), 0..30)) {
        check(&pieces.concat());
    }

    #[test]
    fn statements_in_any_order_break_nothing(lines in Just(SMALL.lines().collect::<Vec<_>>()).prop_shuffle(), count in 0..200usize) {
        let lines: Vec<_> = lines.into_iter().take(count).collect();
        check(&lines.join("\n"));
    }
}
