//! Keys of the Lanes and of the Walls → next frame, with as many barriers as there may be, or with many steps each.

use std::cell::LazyCell;
use std::time::Instant;

use criterion::{BenchmarkId, Criterion};
use ratatui::layout::Size;
use wallchart::dataset::load::load;

use super::frames::{Session, parsed};
use super::{group, support};

/// Milestones and barriers.
const SIZES: [(usize, usize); 3] = [(100_000, 40), (100_000, 1_000), (1_000_000, 10_000)];

/// A name, the keys before, and keys by turns, each followed by its frame, so that the session stays where it is.
type Script = (&'static str, &'static str, &'static [&'static str]);

const LANES: [Script; 6] = [
    ("a lane", "", &["j", "k"]),
    ("to the ends", "", &["G", "g g"]),
    ("a milestone", "", &["]", "["]),
    ("zoom", "", &["+", "-"]),
    ("pan", "+ +", &["h", "l"]),
    ("pan, close up", "+ + +", &["h", "l"]),
];

const WALLS: [Script; 5] = [
    ("a change", "", &["]", "["]),
    ("a year", "}", &["}", "{"]),
    ("a row", "", &["j", "k"]),
    ("to the ends", "", &["G", "g g"]),
    ("a year, compared", "m } }", &["}", "{"]),
];

pub(crate) fn all(criterion: &mut Criterion) {
    view(criterion, "lanes", "2", &LANES);
    view(criterion, "walls", "3", &WALLS);
}

fn view(criterion: &mut Criterion, name: &str, key: &str, scripts: &[Script]) {
    let mut group = group(criterion, name);
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
            // In the middle of time, where every key leads somewhere.
            press("g d 2 0 1 8 Enter");
            let begun = Instant::now();
            press(key);
            eprintln!(
                "{name}: the first look at {barriers} barriers of {milestones} took {:?}",
                begun.elapsed()
            );
            session
        });
        for (script, before, turns) in scripts {
            let mut before = Some(parsed(before.split_whitespace()));
            let turns: Vec<_> = turns.iter().map(|keys| parsed(keys.split(' '))).collect();
            let mut next = turns.iter().cycle();
            let id = BenchmarkId::new(*script, format!("{milestones} and {barriers} barriers"));
            group.bench_function(id, |bencher| {
                before.take().into_iter().flatten().for_each(|key| session.press(key));
                bencher.iter(|| next.next().into_iter().flatten().for_each(|key| session.press(*key)));
            });
        }
    }
}
