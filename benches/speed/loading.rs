//! Text → dataset.

use std::cell::LazyCell;

use criterion::{BatchSize, BenchmarkId, Criterion};
use wallchart::dataset::EMBEDDED;
use wallchart::dataset::load::load;

use super::{SIZES, group, support, synthetic};

pub(crate) fn all(criterion: &mut Criterion) {
    let mut group = group(criterion, "load");
    group.bench_function("embedded", |bencher| bencher.iter_with_large_drop(|| load(EMBEDDED)));
    for size in SIZES {
        // A measurement that is filtered out costs nothing.
        let text = LazyCell::new(|| {
            assert_eq!(synthetic(size).len(), size);
            support::dataset(size)
        });
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter_batched(|| {}, |()| load(&text), BatchSize::PerIteration);
        });
    }
}
