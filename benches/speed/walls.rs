//! Keys of the Walls → next frame, with as many barriers as there may be.

use std::cell::LazyCell;
use std::time::Instant;

use criterion::{BenchmarkId, Criterion};
use ratatui::layout::Size;
use wallchart::dataset::load::load;

use super::frames::{Session, parsed};
use super::{group, support};

/// Milestones and barriers.
const SIZES: [(usize, usize); 2] = [(100_000, 1_000), (1_000_000, 10_000)];

/// Keys by turns, each followed by its frame, so that the session stays where it is.
const SCRIPTS: [(&str, &str, &[&str]); 5] = [
    ("a change", "", &["]", "["]),
    ("a year", "}", &["}", "{"]),
    ("a row", "", &["j", "k"]),
    ("to the ends", "", &["G", "g g"]),
    ("a year, compared", "m } }", &["}", "{"]),
];

pub(crate) fn all(criterion: &mut Criterion) {
    let mut group = group(criterion, "walls");
    for (milestones, barriers) in SIZES {
        // A measurement that is filtered out costs nothing.
        let mut session = LazyCell::new(|| {
            let loaded = load(&support::with_barriers(milestones, barriers));
            let mut session = Session::new(loaded.dataset.expect("a dataset"), Size::new(120, 36));
            let mut press = |keys: &str| {
                for key in parsed(keys.split_whitespace()) {
                    session.press(key);
                }
            };
            press("G");
            let begun = Instant::now();
            press("3");
            eprintln!("the first look at {barriers} barriers took {:?}", begun.elapsed());
            // In the middle of the span.
            press("{ { { { { {");
            session
        });
        for (name, before, turns) in SCRIPTS {
            let mut before = Some(parsed(before.split_whitespace()));
            let turns: Vec<_> = turns.iter().map(|keys| parsed(keys.split(' '))).collect();
            let mut next = turns.iter().cycle();
            let id = BenchmarkId::new(name, format!("{milestones} and {barriers} barriers"));
            group.bench_function(id, |bencher| {
                before.take().into_iter().flatten().for_each(|key| session.press(key));
                bencher.iter(|| next.next().into_iter().flatten().for_each(|key| session.press(*key)));
            });
        }
    }
}
