//! Query → matches and counts.

use std::cell::LazyCell;

use criterion::{BenchmarkId, Criterion};
use wallchart::dataset::Dataset;
use wallchart::query::{Facets, Field, Query, matches};

use super::{SIZES, group, synthetic};

const TERMS: [(Field, &str); 3] =
    [(Field::Company, "c1,c2,c3"), (Field::Year, "2015/2019"), (Field::Kind, "k1,k2")];

pub(crate) fn all(criterion: &mut Criterion) {
    let mut group = group(criterion, "filter");
    for size in SIZES {
        // A measurement that is filtered out costs nothing.
        let dataset = LazyCell::new(|| synthetic(size));
        group.bench_function(BenchmarkId::new("facets", size), |bencher| {
            bencher.iter_with_large_drop(|| Facets::new(&dataset));
        });
        for count in [1, TERMS.len()] {
            group.bench_function(BenchmarkId::new(format!("terms {count}"), size), |bencher| {
                let facets = Facets::new(&dataset);
                let query = query(&TERMS[..count], &dataset);
                assert!(!matches(&query, &dataset, &facets).ids.is_empty());
                bencher.iter_with_large_drop(|| matches(&query, &dataset, &facets));
            });
        }
    }
}

fn query(terms: &[(Field, &str)], dataset: &Dataset) -> Query {
    let mut query = Query::default();
    for (field, values) in terms {
        query.and(*field, values, dataset).expect("a term");
    }
    query
}
