//! What a key and its frame cost, without a clock: what they allocate, counted, is the same whatever the dataset holds.
//! A program that made a row of each milestone, or looked at each, would need room for it.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

#[path = "../benches/support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the benchmarks use the rest")]
mod support;

use std::sync::Mutex;

use dhat::{HeapStats, Profiler};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use wallchart::app::{App, Event, Key};
use wallchart::dataset::load::load;
use wallchart::query::Query;
use wallchart::ui::{self, Theme};

#[global_allocator]
static COUNTED: dhat::Alloc = dhat::Alloc;

/// What is counted is counted of the whole process: one test at a time.
static ALONE: Mutex<()> = Mutex::new(());

const SIZE: Size = Size::new(120, 36);

struct Session {
    app: App,
    screen: Terminal<TestBackend>,
}

impl Session {
    fn new(milestones: usize) -> Self {
        Self::of(&support::dataset(milestones), milestones)
    }

    fn of(text: &str, milestones: usize) -> Self {
        let dataset = load(text).dataset.expect("a dataset");
        assert_eq!(dataset.len(), milestones);
        // As the program does with a large one.
        wallchart::dataset::compute_histories(&dataset);
        let screen = Terminal::new(TestBackend::new(SIZE.width, SIZE.height)).expect("a screen in memory");
        let mut session = Self { app: App::new(dataset, Query::default()), screen };
        session.draw();
        session
    }

    fn draw(&mut self) {
        let theme = Theme::default();
        let layout = ui::lay_out(&self.app, SIZE, theme);
        self.app.fit(layout.pages());
        self.screen.draw(|frame| ui::draw(&self.app, &layout, frame)).expect("a frame");
    }

    fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let key: Key = key.parse().expect("a key");
            let _ = self.app.update(Event::Key(key));
            self.draw();
        }
    }

    /// Bytes allocated for `keys` and their frames.
    fn bytes_at_once(&mut self, keys: &str) -> u64 {
        let before = HeapStats::get().total_bytes;
        self.press(keys);
        HeapStats::get().total_bytes - before
    }

    /// The same by the time that they are pressed once more: what is made once and kept was made before.
    fn bytes(&mut self, keys: &str) -> u64 {
        self.press(keys);
        self.bytes_at_once(keys)
    }
}

/// Whether what keys cost of much is what they cost of little. The texts in sight differ by chance. A bit for each of
/// 40,000 milestones would be 5,000 bytes a key.
fn is_as_cheap([of_little, of_much]: [u64; 2]) -> bool {
    assert!(of_little > 0, "nothing is counted");
    of_much <= of_little + of_little / 2 + 4_096
}

#[test]
fn a_key_and_its_frame_cost_what_is_in_sight_not_what_there_is() {
    let _alone = ALONE.lock();
    let _counting = Profiler::builder().testing().build();
    let [mut small, mut large] = [1_000, 40_000].map(Session::new);
    // Milestones nobody has been at, and the barriers that they move. The first frames fill what is kept.
    let ways = [&mut small, &mut large].map(|session| {
        session.press("j PgDn PgUp");
        (0..60).map(|_| session.bytes_at_once("j")).max().expect("some keys")
    });
    assert!(
        ways[1] < ways[0] + 8_192,
        "the dearest of 60 rows: {ways:?} bytes of 1,000 milestones and of 40,000"
    );
    for keys in [
        "j k j k",
        "PgDn PgDn PgUp PgUp",
        "G Home",
        "] ] [ [",
        "} {",
        "v j j Esc",
        "f Down Up Esc",
        "? Down Up Esc",
        "Enter j k Esc",
        "2 j k + l h 0 1",
        "3 ] [ } { j l k h 1",
        "5 l h 1",
    ] {
        let bytes = [small.bytes(keys), large.bytes(keys)];
        assert!(is_as_cheap(bytes), "`{keys}`: {bytes:?} bytes of 1,000 milestones and of 40,000");
    }
    // To lay the milestones of two companies side by side costs as many as they have; to walk among them does not.
    let bytes = [&mut small, &mut large].map(|session| {
        session.press("4");
        let bytes = session.bytes("j k PgDn PgUp");
        session.press("1");
        bytes
    });
    assert!(is_as_cheap(bytes), "the Ledger: {bytes:?} bytes of 1,000 milestones and of 40,000");
    assert_eq!(large.app.matches().ids.len(), 40_000, "something filtered on the way");
    // The count would tell: a filter does cost what there is.
    let [of_small, of_large] = [small.bytes(". ."), large.bytes(". .")];
    assert!(of_large > 2 * of_small, "a filter: {of_large} bytes, {of_small}");
}

#[test]
fn a_key_costs_the_barriers_in_sight_not_all_of_them() {
    let _alone = ALONE.lock();
    let _counting = Profiler::builder().testing().build();
    let [mut few, mut many] =
        [100, 10_000].map(|barriers| Session::of(&support::with_barriers(20_000, barriers), 20_000));
    // The count would tell: at first sight all of them are laid out.
    let at_first = [&mut few, &mut many].map(|session| session.bytes_at_once("2 3 1"));
    assert!(at_first[1] > 2 * at_first[0], "the first look: {at_first:?} bytes");
    for keys in ["2 j k + l h ] [ 0 1", "3 ] [ } { j l k h 1"] {
        let bytes = [few.bytes(keys), many.bytes(keys)];
        assert!(is_as_cheap(bytes), "`{keys}`: {bytes:?} bytes of 100 barriers and of 10,000");
    }
}
