//! What a key costs, counted: a layout is what takes long, and is made once.

use std::collections::BTreeSet;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;

use super::{Theme, draw, lay_out, target};
use crate::app::{App, Event};
use crate::dataset::load::load;
use crate::query::Query;
use crate::text::counting_wraps;

const STORY: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/story.toml"));

/// Presses keys on a screen of some size, each with its frame, and points at every fourth cell of that. Says how many
/// titles and summaries were wrapped; none of them more than once a key.
#[track_caller]
fn wrapped_once_a_key(size: Size, keys: &str) -> usize {
    let dataset = load(STORY).dataset.expect("a dataset");
    let told = dataset
        .milestones()
        .flat_map(|milestone| [milestone.title().to_owned(), milestone.summary().into_owned()]);
    let told: BTreeSet<String> = told.collect();
    let mut app = App::new(dataset, Query::default());
    let mut screen = Terminal::new(TestBackend::new(size.width, size.height)).expect("a screen in memory");
    // Too small a screen takes no keys.
    app.fit(lay_out(&app, size, Theme::default()).pages());
    let mut wrapped = 0;
    for key in keys.split_whitespace() {
        let counts = counting_wraps(|| {
            let _ = app.update(Event::Key(key.parse().expect("a key")));
            let layout = lay_out(&app, size, Theme::default());
            app.fit(layout.pages());
            screen.draw(|frame| draw(&app, &layout, frame)).expect("a frame");
            for cell in
                (0..size.width).step_by(2).flat_map(|x| (0..size.height).step_by(2).map(move |y| (x, y)))
            {
                target(&app, &layout, cell);
            }
        });
        // What two milestones answered may be the same, and reads the same.
        let twice: Vec<_> =
            counts.iter().filter(|(text, times)| **times > 1 && told.contains(*text)).collect();
        assert!(twice.is_empty(), "`{key}` of `{keys}`: {twice:#?}");
        wrapped += counts.keys().filter(|text| told.contains(*text)).count();
    }
    wrapped
}

#[test]
fn each_text_is_broken_into_lines_once_a_key() {
    for size in [Size::new(120, 36), Size::new(80, 24), Size::new(200, 60)] {
        for keys in [
            // The detail beside the list, or below it, and one on the whole screen.
            "j j Tab j j Tab Enter j j Esc",
            // The Ledger, up to its end, which is scrolled.
            "4 j k PgDn G j j k",
            "5 j n p Enter Esc",
        ] {
            assert!(wrapped_once_a_key(size, keys) > 10, "{keys} at {size}");
        }
    }
}
