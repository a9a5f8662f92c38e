//! How long a reader waits, on synthetic datasets of a thousand to a million milestones.
//! `docs/performance.md` says what is measured and what came out.

#![allow(clippy::expect_used, reason = "a benchmark that cannot go on stops")]
#![allow(clippy::print_stderr, reason = "what is no time has no place in the report")]

mod barriers;
mod exporting;
mod filtering;
mod frames;
mod loading;
#[path = "../support/mod.rs"]
mod support;

use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, SamplingMode};
use wallchart::dataset::Dataset;
use wallchart::dataset::load::load;

const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    loading::all(&mut criterion);
    frames::all(&mut criterion);
    filtering::all(&mut criterion);
    exporting::all(&mut criterion);
    barriers::all(&mut criterion);
    criterion.final_summary();
}

/// A group of measurements whose single run may take a second, or need another dataset loaded before it: ten
/// samples of a tenth of a second are enough to tell a change of ten per cent.
fn group<'a>(criterion: &'a mut Criterion, name: &str) -> BenchmarkGroup<'a, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).sampling_mode(SamplingMode::Flat).measurement_time(Duration::from_secs(1));
    group
}

/// The synthetic dataset of `size`. It has no fault, or something else would be measured.
fn synthetic(size: usize) -> Dataset {
    let loaded = load(&support::dataset(size));
    assert_eq!(loaded.faults.first(), None, "in the synthetic dataset of {size}");
    loaded.dataset.expect("a dataset")
}
