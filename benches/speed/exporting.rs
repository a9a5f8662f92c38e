//! Selection → file.

use criterion::Criterion;
use wallchart::export::{Options, Selection, bytes};
use wallchart::query::{Query, Searcher};

use super::{group, synthetic};

pub(crate) fn all(criterion: &mut Criterion) {
    group(criterion, "export").bench_function("markdown/1000", |bencher| {
        let dataset = synthetic(1_000);
        let query = Query::default();
        let found = Searcher::new(&dataset).matches(&query, &dataset);
        let selection = Selection::matching(&dataset, &query, &found);
        bencher.iter_with_large_drop(|| bytes(&selection, Options::default()));
    });
}
