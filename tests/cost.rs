//! What a key and its frame cost, without a clock: what they allocate, counted, is the same whatever the dataset holds.
//! A program that made a row of each milestone, or looked at each, would need room for it.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

#[path = "../benches/support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the benchmarks use the rest")]
mod support;

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

const SIZE: Size = Size::new(120, 36);

struct Session {
    app: App,
    screen: Terminal<TestBackend>,
}

impl Session {
    fn new(milestones: usize) -> Self {
        let dataset = load(&support::dataset(milestones)).dataset.expect("a dataset");
        assert_eq!(dataset.len(), milestones);
        // As the program does with a large one.
        dataset.tell_histories();
        let screen = Terminal::new(TestBackend::new(SIZE.width, SIZE.height)).expect("a screen in memory");
        let mut session = Self { app: App::new(dataset, Query::default()), screen };
        session.draw();
        session
    }

    fn draw(&mut self) {
        let theme = Theme::default();
        self.app.fit(ui::pages(&self.app, SIZE, theme));
        self.screen.draw(|frame| ui::draw(&self.app, frame, theme)).expect("a frame");
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

#[test]
fn a_key_and_its_frame_cost_what_is_in_sight_not_what_there_is() {
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
        "5 l h 1",
    ] {
        let [of_small, of_large] = [small.bytes(keys), large.bytes(keys)];
        assert!(of_small > 0, "nothing is counted");
        // The texts in sight differ by chance. A bit for each of 40,000 milestones would be 5,000 bytes a key.
        let bound = of_small + of_small / 2 + 4_096;
        assert!(of_large <= bound, "`{keys}`: {of_large} bytes of 40,000 milestones, {of_small} of 1,000");
    }
    assert_eq!(large.app.matches().ids.len(), 40_000, "something filtered on the way");
    // The count would tell: a filter does cost what there is.
    let [of_small, of_large] = [small.bytes(". ."), large.bytes(". .")];
    assert!(of_large > 2 * of_small, "a filter: {of_large} bytes, {of_small}");
}
