//! Query → matches and counts.

use std::cell::LazyCell;
use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::measurement::WallTime;
use criterion::{Bencher, BenchmarkGroup, BenchmarkId, Criterion};
use wallchart::dataset::Dataset;
use wallchart::query::{Query, Searcher};

use super::{group, synthetic};

/// A million milestones are half a gigabyte of text, and some three gigabytes while they are loaded.
const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

/// What is typed, letter by letter: a word of one milestone in ten, of nearly all, of none; an id and the end of a
/// range, with what is none yet on the way.
const TYPED: [(&str, &str, &str); 5] = [
    ("rare", "", "café"),
    ("common", "", "users"),
    ("unknown", "", "quixotic"),
    ("id", "id:", "m1999z"),
    ("range", "year:2014-06..20", "19"),
];

/// Two queries by turns, as somebody presses a key of the facet pane.
const TURNS: [(&str, [&str; 2]); 3] = [
    ("facet", ["company:c1", "company:c1,c2"]),
    ("facet beside a word", ["users company:c1", "users company:c1,c2"]),
    ("counts alone", ["", ""]),
];

pub(crate) fn all(criterion: &mut Criterion) {
    let mut group = group(criterion, "filter");
    for size in SIZES {
        // A measurement that is filtered out costs nothing.
        let mut session = LazyCell::new(|| Session::new(synthetic(size)));
        group.bench_function(BenchmarkId::new("index", size), |bencher| {
            let dataset = &session.dataset;
            bencher.iter_with_large_drop(|| Searcher::new(dataset));
        });
        for (name, before, word) in TYPED {
            for typed in begun(word).skip(1).chain([word]) {
                let id = BenchmarkId::new(format!("{name}, {before}{typed}"), size);
                group.bench_function(id, |bencher| session.last_letter(bencher, before, typed));
            }
        }
        for (name, queries) in TURNS {
            turns(&mut group, &mut session, name, queries, size);
        }
    }
}

fn turns<F: FnOnce() -> Session>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    session: &mut LazyCell<Session, F>,
    name: &str,
    queries: [&str; 2],
    size: usize,
) {
    let mut turn = queries.iter().cycle();
    group.bench_function(BenchmarkId::new(name, size), |bencher| {
        bencher.iter_with_large_drop(|| turn.next().map(|query| session.answer(query)));
    });
}

/// What stands there before each letter of `word`.
fn begun(word: &str) -> impl Iterator<Item = &str> {
    word.char_indices().filter_map(|(at, _)| word.get(..at))
}

struct Session {
    dataset: Dataset,
    searcher: Searcher,
}

impl Session {
    fn new(dataset: Dataset) -> Self {
        let searcher = Searcher::new(&dataset);
        let each = searcher.index().bytes() / dataset.len();
        eprintln!("of {} milestones the index holds {each} bytes each", dataset.len());
        Self { dataset, searcher }
    }

    fn answer(&mut self, line: &str) -> wallchart::query::Matches {
        let parsed = Query::parse(line, &self.dataset);
        self.searcher.matches(&parsed.query, &self.dataset)
    }

    /// How long the last letter of `word` takes after the others were typed: what they found is remembered, the
    /// last one is not.
    fn last_letter(&mut self, bencher: &mut Bencher<'_>, before: &str, word: &str) {
        bencher.iter_custom(|times| {
            let mut all = Duration::ZERO;
            for _ in 0..times {
                self.forget();
                for typed in begun(word) {
                    black_box(self.answer(&format!("{before}{typed}")));
                }
                let line = format!("{before}{word}");
                let begun = Instant::now();
                black_box(self.answer(&line));
                all += begun.elapsed();
            }
            all
        });
    }

    /// A searcher remembers its last answers: enough others take their place.
    fn forget(&mut self) {
        for day in 1..=31 {
            for month in ["01", "02"] {
                let early = Query::parse(&format!("date:..2013-{month}-{day:02}"), &self.dataset).query;
                self.searcher.ids(&early, &self.dataset);
            }
        }
    }
}
