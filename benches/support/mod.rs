//! What benchmarks and tests share: synthetic datasets of any size.

mod random;
mod synthetic;

pub(crate) use synthetic::{dataset, with_barriers};
