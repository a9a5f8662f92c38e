//! Dataset → first frame, and key → next frame, drawn into memory.

use std::cell::LazyCell;

use criterion::{BatchSize, BenchmarkId, Criterion};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use wallchart::app::{App, Event, Key};
use wallchart::dataset::load::load;
use wallchart::dataset::{Dataset, EMBEDDED};
use wallchart::query::Query;
use wallchart::ui::{self, Theme};

use super::{SIZES, group, synthetic};

const USUAL: Size = Size::new(120, 36);
const LARGE: Size = Size::new(200, 50);

pub(crate) fn all(criterion: &mut Criterion) {
    first(criterion);
    keys(criterion);
}

fn first(criterion: &mut Criterion) {
    let mut group = group(criterion, "first frame");
    let embedded = || load(EMBEDDED).dataset.expect("the embedded dataset");
    group.bench_function("embedded", |bencher| {
        bencher.iter_batched(embedded, |dataset| Session::new(dataset, USUAL), BatchSize::PerIteration);
    });
    for size in SIZES {
        for screen in [USUAL, LARGE] {
            let id = BenchmarkId::new(format!("{}x{}", screen.width, screen.height), size);
            group.bench_function(id, |bencher| {
                let setup = || synthetic(size);
                bencher.iter_batched(setup, |dataset| Session::new(dataset, screen), BatchSize::PerIteration);
            });
        }
    }
}

/// Keys by turns, each followed by its frame, so that the session stays where it is.
const SCRIPTS: [(&str, &str, &[&str]); 7] = [
    ("a row", "", &["j", "k"]),
    ("a page", "", &["PgDn", "PgUp"]),
    ("to the ends", "", &["G", "Home"]),
    ("a facet", "f c", &["Space", "Space"]),
    ("a move of the Ledger", "4", &["j", "k"]),
    ("a page of the Story", "5", &["l", "h"]),
    ("a facet beside the Ledger", "4 f c", &["Space", "Space"]),
];

fn keys(criterion: &mut Criterion) {
    let mut group = group(criterion, "key to frame");
    for size in SIZES {
        for screen in [USUAL, LARGE] {
            // A measurement that is filtered out costs nothing.
            let mut session = LazyCell::new(|| Session::new(synthetic(size), screen));
            for (name, before, turns) in SCRIPTS {
                let mut before = Some(parsed(before.split_whitespace()));
                let keys = parsed(turns.iter().copied());
                let mut next = keys.iter().cycle();
                let id = BenchmarkId::new(format!("{name}, {}x{}", screen.width, screen.height), size);
                group.bench_function(id, |bencher| {
                    before.take().into_iter().flatten().for_each(|key| session.prepare(key));
                    bencher.iter(|| next.next().into_iter().for_each(|key| session.press(*key)));
                });
            }
        }
    }
}

pub(crate) fn parsed<'a>(keys: impl Iterator<Item = &'a str>) -> Vec<Key> {
    keys.map(|key| key.parse().expect("a key")).collect()
}

/// An explorer and the screen that it is drawn on, as the loop of the program has them.
pub(crate) struct Session {
    app: App,
    screen: Terminal<TestBackend>,
    size: Size,
}

impl Session {
    pub(crate) fn new(dataset: Dataset, size: Size) -> Self {
        let screen = Terminal::new(TestBackend::new(size.width, size.height)).expect("a test backend");
        let mut session = Self { app: App::new(dataset, Query::default()), screen, size };
        session.draw();
        session
    }

    /// A key that may change nothing: what was measured before it may have left the session where it leads.
    fn prepare(&mut self, key: Key) {
        let _ = self.app.update(Event::Key(key));
        self.draw();
    }

    pub(crate) fn press(&mut self, key: Key) {
        assert!(self.app.update(Event::Key(key)).redraw, "each key here changes something");
        self.draw();
    }

    fn draw(&mut self) {
        let theme = Theme::default();
        let layout = ui::lay_out(&self.app, self.size, theme);
        self.app.fit(layout.pages());
        self.screen.draw(|frame| ui::draw(&self.app, &layout, frame)).expect("a frame");
    }
}
