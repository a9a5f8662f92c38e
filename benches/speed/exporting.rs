//! Extract → file, in each format: what a key in the preview waits for.

use criterion::{BenchmarkId, Criterion};
use wallchart::export::{Extract, Format, Options, bytes};
use wallchart::query::{Query, Searcher};

use super::{group, synthetic};

pub(crate) fn all(criterion: &mut Criterion) {
    let mut group = group(criterion, "export");
    for size in [1_000, 10_000] {
        let dataset = synthetic(size);
        let query = Query::default();
        let found = Searcher::new(&dataset).matches(&query, &dataset);
        let selection = Extract::matching(&dataset, &query, &found);
        for format in Format::ALL {
            let options = Options { format, ..Options::default() };
            group.bench_function(BenchmarkId::new(format.as_str(), size), |bencher| {
                bencher.iter_with_large_drop(|| bytes(&selection, options));
            });
        }
    }
}
