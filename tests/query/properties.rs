//! Random queries on random datasets, against the reading of the definition.

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use wallchart::dataset::{Dataset, Milestone};
use wallchart::date::{Date, Span};
use wallchart::query::{FacetValue, Field, Query, Relaxation, Searcher};

use super::asked::{Asked, What, asked, typed};
use super::reading::{is_own, matches, ticked};
use super::world::{Row, World, worlds};
use super::{found, query};

fn cases() -> impl Strategy<Value = (World, Vec<Asked>)> {
    worlds().prop_flat_map(|world| {
        let terms = asked(&world, 5);
        (Just(world), terms)
    })
}

/// A row by the id of its milestone.
fn row<'a>(world: &'a World, id: &str) -> &'a Row {
    world.rows.iter().find(|row| row.id == id).expect("a milestone of this dataset")
}

/// The ids of the rows that match, as the dataset orders them.
fn expected<'a>(world: &World, terms: &[&Asked], dataset: &'a Dataset) -> Vec<&'a str> {
    let ids = dataset.milestones().map(Milestone::id);
    ids.filter(|id| matches(world, row(world, id), terms)).collect()
}

fn ticks(searcher: &Searcher) -> Vec<FacetValue> {
    Field::FACETS.into_iter().flat_map(|facet| searcher.index().values(facet)).copied().collect()
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn a_query_matches_what_its_definition_says((world, terms) in cases()) {
        let dataset = world.dataset();
        let line = typed(&terms, &world);
        let asked = query(&line, &dataset);
        let expected = expected(&world, &terms.iter().collect::<Vec<_>>(), &dataset);
        prop_assert_eq!(found(&asked, &mut Searcher::new(&dataset), &dataset), expected, "{}", line);
    }

    #[test]
    fn a_count_is_what_only_this_value_would_give((world, terms) in cases()) {
        let dataset = world.dataset();
        let line = typed(&terms, &world);
        let asked = query(&line, &dataset);
        let mut searcher = Searcher::new(&dataset);
        let matches_ = searcher.matches(&asked, &dataset);
        prop_assert_eq!(&matches_.ids, &searcher.ids(&asked, &dataset));
        for tick in ticks(&searcher) {
            let others: Vec<&Asked> = terms.iter().filter(|term| !is_own(term, tick.field())).collect();
            let id = tick.id(&dataset);
            let only = |row: &&Row| matches(&world, row, &others) && ticked(&world, row, tick, &id);
            let expected = world.rows.iter().filter(only).count();
            prop_assert_eq!(matches_.count(tick), expected, "{} in {}", id, line);
            let mut pressed = asked.clone();
            pressed.only(tick, &dataset);
            prop_assert_eq!(searcher.ids(&pressed, &dataset).len(), expected, "{} only, in {}", id, line);
            prop_assert!(pressed.has(tick) && !pressed.excludes(tick), "{}", pressed);
        }
    }

    #[test]
    fn facets_list_every_entry_most_milestones_first_and_the_years_in_order(world in worlds()) {
        let dataset = world.dataset();
        let searcher = Searcher::new(&dataset);
        for facet in [Field::Company, Field::Kind, Field::Channel, Field::Platform] {
            let values = searcher.index().values(facet);
            let count = |tick: &FacetValue| {
                world.rows.iter().filter(|row| ticked(&world, row, *tick, &tick.id(&dataset))).count()
            };
            // Of equals, file order.
            let keys: Vec<_> = values.iter().map(|tick| (std::cmp::Reverse(count(tick)), *tick)).collect();
            prop_assert!(keys.is_sorted(), "{:?}", keys);
            prop_assert_eq!(values.len(), super::reading::table(facet).len());
        }
        let years: Vec<i64> = searcher.index().values(Field::Year).iter().map(|tick| match tick {
            FacetValue::Year(year) => *year,
            FacetValue::Entry(..) => panic!("no year"),
        }).collect();
        prop_assert!(years.is_sorted_by(|a, b| a < b), "{:?}", years);
        let dates: Vec<Date> = world.rows.iter().map(|row| Date::parse(row.date).expect("EDTF")).collect();
        for year in &years {
            prop_assert!(dates.iter().any(|date| date.touches(&Span::year(*year))), "{}", year);
        }
        // A year that a milestone touches is listed, but one in the midst of a very long date, one before a date
        // whose start nobody knows, and one after the end of the timeline.
        let last = world.span.and_then(|span| Date::parse(span).expect("EDTF").latest());
        let last = last.map_or(i64::MAX, chrono_year);
        for date in &dates {
            let Some((from, to)) = date.earliest().zip(date.latest().or(date.earliest())) else { continue };
            let (from, to) = (chrono_year(from), chrono_year(to));
            let all = (from..=to.min(last)).filter(|_| to - from < 100);
            for year in all.filter(|year| date.touches(&Span::year(*year))) {
                prop_assert!(years.contains(&year), "{} of {}", year, date.as_written());
            }
        }
    }

    #[test]
    fn a_term_more_never_adds_a_row((world, terms) in cases()) {
        let dataset = world.dataset();
        let mut searcher = Searcher::new(&dataset);
        let mut wide = found(&Query::default(), &mut searcher, &dataset);
        prop_assert_eq!(wide.len(), world.rows.len());
        for most in 1..=terms.len() {
            let asked = query(&typed(&terms[..most], &world), &dataset);
            let narrow = found(&asked, &mut searcher, &dataset);
            prop_assert!(narrow.iter().all(|id| wide.contains(id)), "{}", asked);
            wide = narrow;
        }
    }

    #[test]
    fn what_is_printed_reads_back((world, terms) in cases()) {
        let dataset = world.dataset();
        let asked = query(&typed(&terms, &world), &dataset);
        prop_assert_eq!(&query(&asked.to_string(), &dataset), &asked);
        // Each term by itself as an option's value, too.
        for term in asked.terms().iter().filter(|term| !term.negated && term.field != Field::Text) {
            let mut alone = Query::default();
            prop_assert_eq!(alone.and(term.field, &term.values_text(), &dataset), Ok(()));
            prop_assert_eq!(&alone.terms()[0], term);
        }
    }

    #[test]
    fn ticking_and_excluding_twice_change_nothing((world, terms) in cases(), pick in any::<Index>()) {
        let dataset = world.dataset();
        let ticks = ticks(&Searcher::new(&dataset));
        let tick = *pick.get(&ticks);
        let before = query(&typed(&terms, &world), &dataset);
        let is_new = !before.has(tick) && !before.excludes(tick) && !before.pairs(tick);
        let mut toggled = before.clone();
        toggled.toggle(tick, &dataset);
        prop_assert!(before.pairs(tick) || toggled.has(tick) != before.has(tick), "{} → {}", before, toggled);
        prop_assert_eq!(&query(&toggled.to_string(), &dataset), &toggled);
        let mut excluded = before.clone();
        excluded.exclude(tick, &dataset);
        prop_assert_ne!(excluded.excludes(tick), before.excludes(tick));
        prop_assert_eq!(&query(&excluded.to_string(), &dataset), &excluded);
        if is_new {
            toggled.toggle(tick, &dataset);
            prop_assert_eq!(&toggled, &before);
            excluded.exclude(tick, &dataset);
            prop_assert_eq!(&excluded, &before);
        }
    }

    #[test]
    fn ways_out_are_the_terms_whose_removal_shows_something((world, terms) in cases()) {
        let dataset = world.dataset();
        let asked = query(&typed(&terms, &world), &dataset);
        let found = Searcher::new(&dataset).relaxations(&asked, &dataset);
        let without = |out: std::ops::Range<usize>| {
            let others: Vec<&Asked> =
                terms.iter().enumerate().filter(|(at, _)| !out.contains(at)).map(|(_, term)| term).collect();
            Relaxation { count: expected(&world, &others, &dataset).len(), terms: out }
        };
        let mut ways: Vec<Relaxation> = (0..terms.len()).map(|term| without(term..term + 1)).collect();
        ways.retain(|way| way.count > 0);
        ways.sort_by_key(|way| std::cmp::Reverse((way.count, way.terms.start)));
        if ways.is_empty() {
            // As few of the last ones as it takes.
            let last = (0..terms.len()).rev().map(|first| without(first..terms.len()));
            ways.extend(last.into_iter().find(|way| way.count > 0));
        }
        prop_assert_eq!(found, ways, "{}", asked);
    }

    #[test]
    fn a_searcher_that_was_asked_before_answers_the_same((world, terms) in cases(), more in any::<u64>()) {
        let dataset = world.dataset();
        let mut warm = Searcher::new(&dataset);
        let line = typed(&terms, &world);
        // Letter by letter, then back, as somebody types who changes their mind; some letters are skipped.
        let ends: Vec<usize> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
        let typed = ends.iter().chain(ends.iter().rev()).enumerate();
        for (step, end) in typed.filter(|(step, _)| more >> (step % 64) & 1 == 1) {
            let asked = Query::parse(&line[..*end], &dataset).query;
            let fresh = Searcher::new(&dataset).matches(&asked, &dataset);
            prop_assert_eq!(warm.matches(&asked, &dataset), fresh, "{} at step {}", &line[..*end], step);
        }
    }
}

/// More words in one line than a searcher remembers, each longer than the one before.
#[test]
fn words_that_are_forgotten_are_found_again() {
    let dataset = super::small();
    let mut warm = Searcher::new(&dataset);
    let text = "links were to be opened from the 17th on links stopped opening around november";
    for round in 0..2 {
        for end in 1..text.len() {
            let asked = query(&format!("\"{}\"", &text[..end]), &dataset);
            let fresh = Searcher::new(&dataset).ids(&asked, &dataset);
            assert_eq!(warm.ids(&asked, &dataset), fresh, "{} in round {round}", &text[..end]);
        }
    }
}

fn chrono_year(day: chrono::NaiveDate) -> i64 {
    chrono::Datelike::year(&day).into()
}

/// The strategies make what they say: each form of the language in some case or other.
#[test]
fn every_form_is_asked() {
    let mut seen = std::collections::BTreeSet::new();
    let mut runner = TestRunner::deterministic();
    for _ in 0..200 {
        let (_, terms) = cases().new_tree(&mut runner).expect("a case").current();
        seen.extend(terms.iter().map(|term| match &term.what {
            What::Words(_) => Field::Text,
            What::Between(..) => Field::Between,
            What::Entries(field, _) | What::Time(field, _) => *field,
            What::Ids(_) => Field::Id,
            What::Relates(_) => Field::Relates,
            What::Bare(_) => Field::Date,
        }));
    }
    assert_eq!(seen.len(), Field::KEYED.len() + 1, "{seen:?}");
}
