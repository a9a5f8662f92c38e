//! Queries against a brute-force reading of their definition, on random datasets; names, years and their
//! faults on a real one.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::format_push_string, reason = "a few datasets of a few lines")]

use proptest::prelude::*;
use wallchart::dataset::load::load;
use wallchart::dataset::{Dataset, Milestone};
use wallchart::date::Span;
use wallchart::query::{Facets, Field, Query, Tick, matches};

const COMPANIES: [&str; 4] = ["acme", "bolt", "cog", "dial"];
const KINDS: [&str; 3] = ["block", "open", "rule"];
const DATES: [&str; 9] = [
    "2013",
    "2013-11~",
    "2014-05/2016-02",
    "2015-33",
    "[2013-01-02,2016-03-04]",
    "2016/..",
    "../2014",
    "2011",
    "Y17E7",
];
const YEARS: [&str; 7] = ["2011", "2013", "2014", "2016", "2014..2015", "2013-11", "..2013"];

/// A dataset of milestones, each a date, a kind, and companies that acted and were touched.
fn dataset(milestones: &[(usize, usize, Vec<usize>, Vec<usize>)]) -> Dataset {
    let mut text = "schema = 1\ndataset = { id = \"d\", title = \"D\", span = \"2013/2016\" }\n".to_owned();
    for id in COMPANIES {
        text.push_str(&format!("[[company]]\nid = \"{id}\"\nname = \"{id}\"\n"));
    }
    for id in KINDS {
        text += &format!(
            "[[kind]]\nid = \"{id}\"\nname = \"{id}\"\ntone = \"neutral\"\nglyph = \"·\"\nascii = \".\"\n"
        );
    }
    text += "[[source]]\nid = \"s\"\npublisher = \"P\"\ntitle = \"T\"\n";
    let list = |places: &[usize]| {
        places.iter().map(|place| format!("\"{}\"", COMPANIES[*place])).collect::<Vec<_>>().join(",")
    };
    for (number, (date, kind, actors, affected)) in milestones.iter().enumerate() {
        text += &format!(
            "[[milestone]]\nid = \"m{number}\"\ndate = \"{}\"\ntitle = \"T\"\nkind = \"{}\"\nactors = [{}]\naffected = [{}]\n\
             summary = \"S\"\nconfidence = \"high\"\ncites = [{{ source = \"s\" }}]\n",
            DATES[*date],
            KINDS[*kind],
            list(actors),
            list(affected),
        );
    }
    if milestones.is_empty() {
        text = text.replace("[[source]]\nid = \"s\"\npublisher = \"P\"\ntitle = \"T\"\n", "");
    }
    let loaded = load(&text);
    loaded.dataset.unwrap_or_else(|| panic!("{:?} in\n{text}", loaded.faults))
}

/// A term as it would be typed: a field and values, by their place.
type Typed = (Field, Vec<usize>);

fn value(field: Field, place: usize) -> &'static str {
    match field {
        Field::Company => COMPANIES[place % COMPANIES.len()],
        Field::Kind => KINDS[place % KINDS.len()],
        Field::Year => YEARS[place % YEARS.len()],
    }
}

fn query(terms: &[Typed], dataset: &Dataset) -> Query {
    let mut query = Query::default();
    for (field, places) in terms {
        let values: Vec<&str> = places.iter().map(|place| value(*field, *place)).collect();
        query.and(*field, &values.join(","), dataset).expect("known values");
    }
    query
}

/// The definition, word by word.
fn holds((field, places): &Typed, milestone: Milestone<'_>) -> bool {
    places.iter().map(|place| value(*field, *place)).any(|value| match field {
        Field::Company => milestone.actors().chain(milestone.affected()).any(|company| company.id == value),
        Field::Kind => milestone.kind().id == value,
        Field::Year => milestone.date().touches(&Span::parse(value).expect("a span")),
    })
}

/// The term whose ticks a facet shows: the first without a range.
fn ticked(terms: &[Typed], field: Field) -> Option<usize> {
    let is_year = |place: &usize| value(field, *place).len() == 4;
    terms.iter().position(|(of, places)| *of == field && (field != Field::Year || places.iter().all(is_year)))
}

fn only(tick: Tick, dataset: &Dataset, milestone: Milestone<'_>) -> bool {
    match tick {
        Tick::Company(id) => milestone.company_ids().any(|company| company == id),
        Tick::Kind(id) => milestone.kind().id == dataset.kind(id).id,
        // Open ends reach the end of the span, not beyond: no later year is a value.
        Tick::Year(year) => milestone.date().touches(&Span::year(year)),
    }
}

fn terms() -> impl Strategy<Value = Vec<Typed>> {
    let field = prop_oneof![Just(Field::Company), Just(Field::Year), Just(Field::Kind)];
    prop::collection::vec((field, prop::collection::vec(0..7_usize, 1..3)), 0..4)
}

fn milestones() -> impl Strategy<Value = Vec<(usize, usize, Vec<usize>, Vec<usize>)>> {
    let companies =
        || prop::collection::btree_set(0..4_usize, 0..3).prop_map(|set| set.into_iter().collect::<Vec<_>>());
    prop::collection::vec((0..DATES.len(), 0..KINDS.len(), companies(), companies()), 0..12)
}

proptest! {
    #[test]
    fn a_query_matches_what_its_definition_says(milestones in milestones(), terms in terms()) {
        let dataset = dataset(&milestones);
        let found = matches(&query(&terms, &dataset), &dataset, &Facets::new(&dataset));
        let expected: Vec<_> = dataset
            .milestones()
            .filter(|milestone| terms.iter().all(|term| holds(term, *milestone)))
            .map(Milestone::place)
            .collect();
        prop_assert_eq!(found.ids, expected);
    }

    #[test]
    fn a_count_is_what_only_this_value_would_give(milestones in milestones(), terms in terms()) {
        let dataset = dataset(&milestones);
        let facets = Facets::new(&dataset);
        let found = matches(&query(&terms, &dataset), &dataset, &facets);
        for field in Field::ALL {
            let own = ticked(&terms, field);
            let others: Vec<&Typed> =
                terms.iter().enumerate().filter(|(place, _)| Some(*place) != own).map(|(_, term)| term).collect();
            for tick in facets.values(field) {
                let expected = dataset
                    .milestones()
                    .filter(|milestone| others.iter().all(|term| holds(term, *milestone)))
                    .filter(|milestone| only(*tick, &dataset, *milestone))
                    .count();
                prop_assert_eq!(found.count(*tick), expected, "{:?}", tick);
            }
        }
    }

    #[test]
    fn ticking_twice_changes_nothing_and_a_term_never_adds_a_row(milestones in milestones(), terms in terms(), pick in 0..9_usize) {
        let dataset = dataset(&milestones);
        let facets = Facets::new(&dataset);
        let all: Vec<Tick> = Field::ALL.iter().flat_map(|field| facets.values(*field)).copied().collect();
        let tick = all[pick % all.len()];
        let before = query(&terms, &dataset);
        let mut after = before.clone();
        after.toggle(tick, &dataset);
        prop_assert_ne!(after.has(tick), before.has(tick));
        if !before.has(tick) {
            after.toggle(tick, &dataset);
            prop_assert_eq!(&after, &before);
        }
        let mut narrower = before.clone();
        narrower.and(Field::Kind, "open", &dataset).expect("a kind");
        let ids = |query: &Query| matches(query, &dataset, &facets).ids;
        let wide = ids(&before);
        prop_assert!(ids(&narrower).iter().all(|id| wide.contains(id)));
    }
}

fn small() -> Dataset {
    load(include_str!("data/small.toml")).dataset.expect("a dataset without errors")
}

fn said(field: Field, values: &str) -> Result<String, (String, Option<String>)> {
    let mut query = Query::default();
    let dataset = small();
    query.and(field, values, &dataset).map_err(|error| (error.message, error.help))?;
    Ok(format!("{query} = {}", matches(&query, &dataset, &Facets::new(&dataset)).ids.len()))
}

#[test]
fn values_are_ids_names_and_aliases_in_either_language_and_print_as_typed() {
    for (field, typed, expected) in [
        (Field::Company, "tencent", "company:tencent = 10"),
        (Field::Company, "Tencent", "company:Tencent = 10"),
        (Field::Company, "腾讯", "company:腾讯 = 10"),
        (Field::Company, "腾讯，阿里巴巴", "company:腾讯,阿里巴巴 = 12"),
        (Field::Year, "2021", "year:2021 = 4"),
        (Field::Year, "２０２１", "year:２０２１ = 4"),
        (Field::Year, "2021-09..2022", "year:2021-09..2022 = 4"),
        (Field::Kind, "\"link unblocking\"", "kind:\"link unblocking\" = 1"),
    ] {
        assert_eq!(said(field, typed).as_deref(), Ok(expected), "{typed}");
    }
}

#[test]
fn what_is_unknown_names_the_nearest_right_one() {
    let (message, help) = said(Field::Company, "tencnet").expect_err("unknown");
    assert_eq!(
        (message.as_str(), help.as_deref()),
        ("no company is called `tencnet`", Some("did you mean `tencent`?"))
    );
    let (message, help) = said(Field::Kind, "xyzzy").expect_err("unknown");
    assert_eq!(message, "no kind is called `xyzzy`");
    assert!(help.expect("help").starts_with("known are `link-blocking`"));
    let (message, help) = said(Field::Year, "Sept 2021").expect_err("no date");
    assert!(message.starts_with("`Sept 2021` is no date: "), "{message}");
    assert_eq!(help.as_deref(), Some("write `2021-09`"));
    assert_eq!(
        said(Field::Company, "tencent,,alibaba").expect_err("empty").0,
        "`company:` has an empty value"
    );
}

#[test]
fn a_range_of_years_is_a_condition_beside_the_facet_and_is_not_ticked() {
    let dataset = small();
    let facets = Facets::new(&dataset);
    let mut query = Query::default();
    query.and(Field::Year, "2021..2022", &dataset).expect("a span");
    assert!(!query.has(Tick::Year(2021)));
    let found = matches(&query, &dataset, &facets);
    assert_eq!((found.count(Tick::Year(2021)), found.count(Tick::Year(2024))), (4, 0));
    query.toggle(Tick::Year(2022), &dataset);
    assert_eq!(query.to_string(), "year:2021..2022 year:2022");
}

#[test]
fn facets_keep_their_order_and_list_every_year_of_the_span() {
    let dataset = small();
    let facets = Facets::new(&dataset);
    let years: Vec<String> = facets.values(Field::Year).iter().map(|tick| tick.name(&dataset)).collect();
    assert_eq!(years.first().map(String::as_str), Some("2011"), "prehistory stands before the span");
    assert!(
        years[1..]
            .windows(2)
            .all(|pair| pair[1].parse::<i32>().ok() == pair[0].parse::<i32>().ok().map(|year| year + 1))
    );
    let counts: Vec<usize> = {
        let all = matches(&Query::default(), &dataset, &facets);
        facets.values(Field::Company).iter().map(|tick| all.count(*tick)).collect()
    };
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
}
