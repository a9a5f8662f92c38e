//! Facets by example: what ticking writes, what typing ticks, which values there are.

use wallchart::dataset::load::load;
use wallchart::dataset::{Dataset, Lang};
use wallchart::query::{FacetValue, Field, Pairing, Query, Searcher};

use super::{query, small};

/// The facet value with this id.
fn tick(facet: Field, id: &str, dataset: &Dataset) -> FacetValue {
    let searcher = Searcher::new(dataset);
    let values = searcher.index().values(facet);
    values.iter().copied().find(|tick| tick.id(dataset) == id).unwrap_or_else(|| panic!("no {id}"))
}

fn names(facet: Field, dataset: &Dataset) -> Vec<String> {
    let searcher = Searcher::new(dataset);
    searcher.index().values(facet).iter().map(|tick| tick.name(dataset, Lang::En)).collect()
}

type Change = fn(&mut Query, FacetValue, &Dataset);

/// Each line, changed at one value of a facet, as it then prints.
fn check(change: Change, facet: Field, id: &str, table: &[(&str, &str)]) {
    let dataset = small();
    let tick = tick(facet, id, &dataset);
    for (before, after) in table {
        let mut query = query(before, &dataset);
        change(&mut query, tick, &dataset);
        assert_eq!(query.to_string(), *after, "{id} in {before}");
    }
}

#[test]
fn toggling_writes_the_term_that_typing_would() {
    check(
        Query::toggle,
        Field::Company,
        "tencent",
        &[
            ("", "company:tencent"),
            ("wechat", "wechat company:tencent"),
            ("company:alibaba wechat", "company:alibaba,tencent wechat"),
            ("company:腾讯,alibaba", "company:alibaba"),
            ("company:TX", ""),
            ("-company:tencent,alibaba", "-company:alibaba company:tencent"),
            // Roles and pairs are conditions beside the facet.
            ("actor:tencent", "actor:tencent company:tencent"),
            ("between:tencent,alibaba links", "company:alibaba links"),
            ("-between:tencent,alibaba", "-between:tencent,alibaba company:tencent"),
        ],
    );
    check(
        Query::toggle,
        Field::Year,
        "2021",
        &[
            ("year:2021..2022", "year:2021..2022 year:2021"),
            ("year:2021..2022 year:2019", "year:2021..2022 year:2019,2021"),
            ("year:2019,2021~", "year:2019,2021~ year:2021"),
            ("year:２０２１,2022", "year:2022"),
            ("date:2021", "date:2021 year:2021"),
        ],
    );
}

#[test]
fn excluding_and_ticking_are_never_both() {
    check(
        Query::exclude,
        Field::Kind,
        "report",
        &[
            ("", "-kind:report"),
            ("kind:report,statement", "kind:statement -kind:report"),
            ("-kind:statement", "-kind:statement,report"),
            ("-kind:报道", ""),
            ("-kind:statement,report links", "-kind:statement links"),
        ],
    );
}

#[test]
fn only_drops_what_its_facet_shows_and_nothing_else() {
    check(
        Query::only,
        Field::Year,
        "2021",
        &[
            ("", "year:2021"),
            ("year:2019 -year:2022 links", "year:2021 links"),
            ("year:2019..2022 company:miit", "year:2019..2022 company:miit year:2021"),
            ("year:2021", "year:2021"),
        ],
    );
}

#[test]
fn two_companies_are_asked_for_in_either_way() {
    let dataset = small();
    for (line, pairing, switched) in [
        ("company:tencent,alibaba", Some(Pairing::Any), "between:tencent,alibaba"),
        ("links between:腾讯,alibaba", Some(Pairing::Between), "links company:腾讯,alibaba"),
        ("company:tencent", None, "company:tencent"),
        ("company:tencent,alibaba,miit", None, "company:tencent,alibaba,miit"),
        ("company:tencent,腾讯", None, "company:tencent,腾讯"),
        ("-company:tencent,alibaba", None, "-company:tencent,alibaba"),
        ("actor:tencent,alibaba", None, "actor:tencent,alibaba"),
        ("", None, ""),
    ] {
        let mut query = query(line, &dataset);
        assert_eq!(query.pairing(), pairing, "{line}");
        query.switch_pairing();
        assert_eq!(query.to_string(), switched);
        let tencent = tick(Field::Company, "tencent", &dataset);
        assert_eq!(query.pairs(tencent), pairing == Some(Pairing::Any), "{switched}");
        query.switch_pairing();
        assert_eq!(query.to_string(), line);
    }
}

#[test]
fn a_range_of_years_is_a_condition_beside_the_facet_and_is_not_ticked() {
    let dataset = small();
    let query = query("year:2021..2022", &dataset);
    assert!(!query.has(FacetValue::Year(2021)));
    let found = Searcher::new(&dataset).matches(&query, &dataset);
    assert_eq!((found.count(FacetValue::Year(2021)), found.count(FacetValue::Year(2024))), (4, 0));
}

#[test]
fn what_is_typed_is_ticked_in_the_order_typed() {
    let dataset = small();
    let query = query("year:2022,2019 -year:2013 year:2021", &dataset);
    let ticked: Vec<FacetValue> = query.ticks(Field::Year).collect();
    assert_eq!(ticked, [FacetValue::Year(2022), FacetValue::Year(2019), FacetValue::Year(2021)]);
    assert!(query.excludes(FacetValue::Year(2013)) && !query.excludes(FacetValue::Year(2022)));
}

#[test]
fn facets_keep_their_order_and_list_the_years_that_hold_something() {
    let dataset = small();
    // 2011 is prehistory; `2024-10/..` reaches to the end of the span and not beyond.
    assert_eq!(names(Field::Year, &dataset), ["2011", "2013", "2019", "2021", "2022", "2023", "2024"]);
    let companies = ["Tencent", "Alibaba", "ByteDance", "Ministry of Industry"];
    assert_eq!(names(Field::Company, &dataset), companies);
    assert_eq!(names(Field::Confidence, &dataset), ["high", "medium", "low"]);
    // Also where no wall stands so; of a dataset without walls there is nothing to choose.
    assert_eq!(names(Field::State, &dataset), ["closed", "limited", "trial", "open", "unknown", "gone"]);
    let bare = "schema = 1\n[dataset]\nid = \"d\"\ntitle = \"D\"\n";
    assert_eq!(names(Field::State, &load(bare).dataset.expect("a dataset")), [""; 0]);
    assert_eq!(names(Field::Actor, &dataset), [""; 0], "no facet");
}

#[test]
fn a_ticked_year_prints_as_a_query_that_ticks_it() {
    let text = include_str!("../data/small.toml").replace("\"2013/2024\"", "\"-0800/2024\"");
    for written in ["-0753", "0000", "0079", "2011"] {
        let dataset = load(&text.replace("date = \"2011\"", &format!("date = \"{written}\"")));
        let dataset = dataset.dataset.expect("a dataset");
        let first = Searcher::new(&dataset).index().values(Field::Year)[0];
        let mut ticked = Query::default();
        ticked.toggle(first, &dataset);
        assert_eq!(ticked.to_string(), format!("year:{written}"));
        assert_eq!(query(&ticked.to_string(), &dataset), ticked);
    }
}

#[test]
fn a_date_of_a_thousand_years_lists_its_ends_and_counts_in_between() {
    let text = include_str!("../data/small.toml").replace("date = \"2011\"", "date = \"1000/2021\"");
    let dataset = load(&text).dataset.expect("a dataset");
    assert_eq!(names(Field::Year, &dataset), ["1000", "2013", "2019", "2021", "2022", "2023", "2024"]);
    let all = Searcher::new(&dataset).matches(&Query::default(), &dataset);
    assert_eq!((all.count(FacetValue::Year(2013)), all.count(FacetValue::Year(2022))), (2, 1));
}

#[test]
fn a_term_that_shows_something_when_it_is_left_out_is_a_way_out() {
    let dataset = small();
    let query = query("company:miit year:2013 links -kind:report", &dataset);
    let ways = Searcher::new(&dataset).relaxations(&query, &dataset);
    let said = |way: &wallchart::query::Relaxation| format!("{} {}", query.written(&way.terms), way.count);
    assert_eq!(ways.iter().map(said).collect::<Vec<_>>(), ["year:2013 1", "company:miit 1"]);
}

#[test]
fn a_place_among_the_matches_is_that_of_the_milestone_or_where_it_would_stand() {
    let dataset = small();
    let found = Searcher::new(&dataset).matches(&query("year:2021", &dataset), &dataset);
    let place = |id: &str| found.place(dataset.find(id).expect("a milestone").place());
    assert_eq!((place("douyin-sues"), place("links-in-groups")), (Ok(0), Ok(3)));
    assert_eq!((place("prehistory"), place("payment-tests")), (Err(0), Err(4)));
}
