//! Text → dataset.

use criterion::{BenchmarkId, Criterion, Throughput};
use wallchart::dataset::EMBEDDED;
use wallchart::dataset::load::load;

use super::{SIZES, group, support, synthetic};

pub(crate) fn all(criterion: &mut Criterion) {
    let mut group = group(criterion, "load");
    group.bench_function("embedded", |bencher| bencher.iter_with_large_drop(|| load(EMBEDDED)));
    for size in SIZES {
        let text = support::dataset(size);
        group.throughput(Throughput::Bytes(text.len().try_into().expect("fits")));
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            assert_eq!(synthetic(size).len(), size);
            bencher.iter_with_large_drop(|| load(&text));
        });
    }
}
