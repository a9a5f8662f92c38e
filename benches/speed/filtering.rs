//! Query → matches and counts.

use criterion::{BenchmarkId, Criterion};
use wallchart::query::{Facets, Field, Query, matches};

use super::{SIZES, group, synthetic};

const TERMS: [(Field, &str); 3] =
    [(Field::Company, "c1,c2,c3"), (Field::Year, "2015/2019"), (Field::Kind, "k1,k2")];

pub(crate) fn all(criterion: &mut Criterion) {
    let mut group = group(criterion, "filter");
    for size in SIZES {
        let dataset = synthetic(size);
        let facets = Facets::new(&dataset);
        group.bench_function(BenchmarkId::new("facets", size), |bencher| {
            bencher.iter_with_large_drop(|| Facets::new(&dataset));
        });
        for count in [1, TERMS.len()] {
            let mut query = Query::default();
            for (field, values) in &TERMS[..count] {
                query.and(*field, values, &dataset).expect("a term");
            }
            assert!(!matches(&query, &dataset, &facets).ids.is_empty());
            group.bench_function(BenchmarkId::new(format!("terms {count}"), size), |bencher| {
                bencher.iter_with_large_drop(|| matches(&query, &dataset, &facets));
            });
        }
    }
}
