//! The Ledger of the embedded dataset: every pair of companies, at the widths of usual screens, with nothing cut.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use wallchart::app::{App, Event, Key, Start, View, ledger};
use wallchart::dataset::said_outcome;
use wallchart::query::Query;
use wallchart::ui::{self, Layout, Theme};
use wallchart::words::en;

use super::story;

const WIDTHS: [u16; 4] = [80, 100, 120, 140];

/// The Ledger on a screen.
struct Screen {
    app: App,
    size: Size,
    layout: Layout,
}

impl Screen {
    fn new(cols: u16, rows: u16) -> Self {
        let app = App::open_at(story(), Query::default(), Start { view: View::Ledger, ..Start::default() });
        let size = Size::new(cols, rows);
        let layout = ui::lay_out(&app, size, Theme::default());
        let mut screen = Self { app, size, layout };
        screen.fit();
        screen
    }

    fn fit(&mut self) {
        self.layout = ui::lay_out(&self.app, self.size, Theme::default());
        self.app.fit(self.layout.pages());
    }

    fn press(&mut self, key: &str) {
        let _ = self.app.update(Event::Key(key.parse::<Key>().expect("a key")));
        self.fit();
    }

    /// The frame without the row of keys.
    fn frame(&self) -> Buffer {
        let mut terminal =
            Terminal::new(TestBackend::new(self.size.width, self.size.height)).expect("a screen");
        terminal.draw(|frame| ui::draw(&self.app, &self.layout, frame)).expect("a frame");
        terminal.backend().buffer().clone()
    }

    /// Its rows below the header, without what says how much more there is.
    fn rows(&self) -> Vec<String> {
        let frame = self.frame();
        let row = |y| (0..self.size.width).map(|x| frame[(x, y)].symbol()).collect::<String>();
        let more = |row: String| {
            row.rsplit_once("… ").map_or(row.clone(), |(before, more)| {
                let is_count = ["above", "below"].iter().any(|end| more.trim_end().ends_with(end))
                    || more.contains("more line");
                if is_count { before.to_owned() } else { row.clone() }
            })
        };
        (1..self.size.height - 1).map(row).map(more).collect()
    }

    /// What stands on the left of the axis and on the right of it, lines joined as they were wrapped.
    fn sides(&self) -> [String; 2] {
        let frame = self.frame();
        let axis = 1 + (self.size.width - 2) / 2;
        let side = |cols: std::ops::Range<u16>| {
            let row = |y| cols.clone().map(|x| frame[(x, y)].symbol()).collect::<String>();
            let rows: String = (1..self.size.height).map(row).flat_map(|row| [row, " ".to_owned()]).collect();
            // A wall stands between the lines of its outcome.
            rows.split_whitespace()
                .filter(|word| !["▇", "▄", "▂"].contains(word))
                .collect::<Vec<_>>()
                .join(" ")
        };
        [side(0..axis), side(axis + 1..self.size.width)]
    }
}

#[test]
fn nothing_is_cut_between_any_two_companies() {
    for cols in WIDTHS {
        let mut screen = Screen::new(cols, 36);
        let (_, pairs) = ledger::place_of_pair(&screen.app);
        assert_eq!(pairs, 115);
        for _ in 0..pairs {
            // All of it at once.
            screen.size.height = ledger::between(&screen.app)
                .map_or(0, |rows| 60 + 9 * u16::try_from(rows.ids.len()).expect("few"));
            screen.fit();
            let rows = ledger::between(&screen.app).expect("rows");
            let sides = screen.sides();
            let is_whole = |text: &str| sides.iter().any(|side| side.contains(text));
            let dataset = screen.app.dataset();
            for milestone in rows.ids.iter().map(|id| dataset.milestone(*id)) {
                assert!(is_whole(milestone.title()), "{cols}: {}: {sides:?}", milestone.title());
            }
            for barrier in rows.open.barriers.iter().flatten() {
                let outcome = said_outcome(*barrier, dataset, &en::WORDS).sentence();
                let said = format!("{}: {outcome}", dataset.barrier(*barrier).name);
                assert!(is_whole(&said), "{cols}: {said}: {sides:?}");
            }
            assert!(!sides.concat().contains('…'), "{cols}: {sides:?}");
            screen.press("w");
        }
    }
}

#[test]
fn nothing_is_cut_at_the_edge_of_a_usual_screen() {
    for (cols, rows) in [(80, 24), (120, 36)] {
        let mut screen = Screen::new(cols, rows);
        let all = ledger::between(&screen.app).expect("rows").ids.len();
        for _ in 0..all + 20 {
            let rows = screen.rows();
            assert!(!rows.concat().contains('…'), "{cols}: {}", rows.join("\n"));
            screen.press("j");
        }
        assert_eq!(ledger::cursor(&screen.app), Some(all - 1), "all of it was seen");
    }
}
