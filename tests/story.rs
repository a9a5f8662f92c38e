//! The embedded dataset against the research it was written from: nothing is missing, nothing has moved.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use wallchart::dataset::load::load;
use wallchart::dataset::{Dataset, EMBEDDED, Milestone, Party, Tone};
use wallchart::query::{Field, Query, Searcher};

#[path = "story/corrections.rs"]
mod corrections;
#[path = "story/ledger.rs"]
mod ledger;
#[path = "story/titles.rs"]
mod titles;
#[path = "story/walls.rs"]
mod walls;

fn story() -> Dataset {
    let loaded = load(EMBEDDED);
    assert_eq!(loaded.faults, [], "not even a warning");
    assert_eq!(loaded.handed_on, 0, "the quick reader reads all of it");
    loaded.dataset.expect("a dataset without errors")
}

/// The rows of a table of the research, cells apart.
fn rows(table: &'static str) -> Vec<Vec<&'static str>> {
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| line.split('\t').collect()).collect()
}

fn words<'a>(ids: impl Iterator<Item = &'a String>) -> String {
    ids.map(String::as_str).collect::<Vec<_>>().join(" ")
}

#[test]
fn everything_is_there() {
    let story = story();
    let counts = [story.len(), story.barriers().len(), story.companies().len(), story.platforms().len()];
    assert_eq!(counts, [106, 56, 31, 64]);
    assert_eq!((story.kinds().len(), story.channels().len(), story.sources().len()), (10, 8, 356));
}

#[test]
fn milestones_are_as_researched() {
    let story = story();
    let mut seen = 0;
    for row in rows(include_str!("story/milestones.tsv")) {
        let id = row[0];
        let milestone = story.find(id).unwrap_or_else(|| panic!("{id} is missing"));
        let relation = |relation: &wallchart::dataset::Relation| {
            format!("{}:{}", relation.kind.as_str(), story.milestone(relation.to).id())
        };
        let found = [
            milestone.id().to_owned(),
            milestone.date().as_written().to_owned(),
            milestone.kind().id.clone(),
            words(milestone.channels().map(|channel| &channel.id)),
            words(milestone.actors().map(|company| &company.id)),
            words(milestone.affected().map(|company| &company.id)),
            words(milestone.platforms().map(|platform| &platform.id)),
            milestone.confidence().as_str().to_owned(),
            milestone.relations().iter().map(relation).collect::<Vec<_>>().join(" "),
            milestone.cites().len().to_string(),
        ];
        assert_eq!(found.as_slice(), row, "{id}");
        seen += 1;
    }
    assert_eq!(seen, story.len());
}

#[test]
fn barriers_and_their_histories_are_as_researched() {
    let story = story();
    let party = |party: &Party| match party {
        Party::Any => "any".to_owned(),
        Party::Company(id) => story.company(*id).id.clone(),
        Party::Platform(id) => story.platform(*id).id.clone(),
    };
    let parties = |parties: &[Party]| parties.iter().map(party).collect::<Vec<_>>().join(",");
    let mut seen = 0;
    for (row, barrier) in rows(include_str!("story/barriers.tsv")).iter().zip(story.barriers()) {
        let found = [
            barrier.id.clone(),
            parties(&barrier.holders),
            parties(&barrier.against),
            story.channel(barrier.channel).id.clone(),
            barrier.before.as_str().to_owned(),
        ];
        assert_eq!(found.as_slice(), &row[..5]);
        let effects = row[5].split(';').map(str::to_owned).collect();
        assert_eq!(history(&story, &barrier.id), effects, "{}", barrier.id);
        seen += 1;
    }
    assert_eq!(seen, story.barriers().len());
}

/// Every effect on a barrier, with its own date or its milestone's.
fn history(story: &Dataset, barrier: &str) -> BTreeSet<String> {
    let effects = |milestone: Milestone<'_>| {
        let of_barrier =
            milestone.effects().iter().filter(|effect| story.barrier(effect.barrier).id == barrier);
        let date = milestone.date();
        let line = |effect: &wallchart::dataset::BarrierEffect| {
            let date = effect.date.as_deref().unwrap_or(date).as_written();
            format!("{date}:{}:{}", effect.state.as_str(), milestone.id())
        };
        of_barrier.map(line).collect::<Vec<_>>()
    };
    story.milestones().flat_map(effects).collect()
}

#[test]
fn everything_has_a_chinese_name() {
    let story = story();
    assert!(story.milestones().all(|milestone| milestone.title_zh().is_some()));
    let named = |name: &Option<String>| name.is_some();
    assert!(story.head().title_zh.is_some());
    assert!(story.companies().iter().all(|company| named(&company.name_zh)));
    assert!(story.platforms().iter().all(|platform| named(&platform.name_zh)));
    assert!(story.kinds().iter().all(|kind| named(&kind.name_zh)));
    assert!(story.channels().iter().all(|channel| named(&channel.name_zh)));
    assert!(story.barriers().iter().all(|barrier| named(&barrier.name_zh)));
}

#[test]
fn everything_that_a_filter_names_has_names_that_people_type() {
    let story = story();
    // Two of which the name is all that people type.
    let has_names = |id: &str, aliases: &[String]| {
        !aliases.is_empty() || id.starts_with("mogujie") || id.starts_with("meilishuo")
    };
    assert!(story.companies().iter().all(|company| has_names(&company.id, &company.aliases)));
    assert!(story.platforms().iter().all(|platform| has_names(&platform.id, &platform.aliases)));
    assert!(story.kinds().iter().all(|kind| !kind.aliases.is_empty()));
    for (field, typed, id) in [
        (Field::Company, "tx", "tencent"),
        (Field::Company, "阿里", "alibaba"),
        (Field::Kind, "unblocking", "link-unblocking"),
        (Field::Kind, "灰度", "grayscale-test"),
    ] {
        let found = |values: &str| {
            let mut query = Query::default();
            query.and(field, values, &story).expect("a known name");
            Searcher::new(&story).ids(&query, &story)
        };
        assert_eq!(found(typed), found(id), "{typed}");
    }
}

#[test]
fn it_speaks_to_a_reader_not_of_its_own_making() {
    let words: BTreeSet<String> =
        EMBEDDED.to_lowercase().split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect();
    for word in ["dossier", "dossiers", "seed", "seeds"] {
        assert!(!words.contains(word), "{word}");
    }
    let is_number_of_a_source = |word: &str| {
        word.strip_prefix('S')
            .is_some_and(|digits| digits.len() > 1 && digits.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let number = EMBEDDED.split(|c: char| !c.is_alphanumeric()).find(|word| is_number_of_a_source(word));
    assert_eq!(number, None);
}

#[test]
fn every_cite_says_what_its_source_supports() {
    let story = story();
    for milestone in story.milestones() {
        assert!(milestone.cites().iter().all(|cite| cite.supports().is_some()), "{}", milestone.id());
    }
}

#[test]
fn kinds_are_told_apart_without_colour() {
    let story = story();
    let distinct = |glyphs: Vec<&String>| glyphs.iter().collect::<BTreeSet<_>>().len() == story.kinds().len();
    assert!(distinct(story.kinds().iter().map(|kind| &kind.glyph).collect()));
    assert!(distinct(story.kinds().iter().map(|kind| &kind.ascii).collect()));
    let tones: BTreeSet<Tone> = story.kinds().iter().map(|kind| kind.tone).collect();
    assert_eq!(tones.len(), Tone::ALL.len(), "every tone is used");
}
