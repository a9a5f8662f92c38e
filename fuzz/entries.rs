//! What each target does with the bytes that it is given. `tests/fuzz.rs` does it, too, so that none of them rots.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use wallchart::app::{App, Code, Event, Key};
use wallchart::dataset::Dataset;
use wallchart::dataset::load;
use wallchart::export::verify;
use wallchart::fault;
use wallchart::query::{Query, Searcher};
use wallchart::ui::{self, Theme};

/// What queries are asked of, and keys move through.
const SMALL: &str = include_str!("../tests/data/small.toml");

fn small() -> Dataset {
    load::load(SMALL).dataset.expect("a dataset without errors")
}

/// A dataset: it is loaded, or its faults are shown, and none of them sends a control character.
pub(crate) fn load(text: &str) {
    let loaded = load::load(text);
    let shown = fault::render("fuzz.toml", text, &loaded.faults, false);
    assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
    assert!(loaded.dataset.is_some() || !loaded.faults.is_empty(), "nothing, and no word why");
}

/// A query: it is read or refused; what is printed of it reads back, and finds the same.
pub(crate) fn query(text: &str) {
    let dataset = small();
    let Ok(query) = Query::parse(text, &dataset).whole() else { return };
    let printed = query.to_string();
    let again = Query::parse(&printed, &dataset).whole().expect("what is printed is read");
    assert_eq!(again.to_string(), printed);
    let found = |query: &Query| Searcher::new(&dataset).ids(query, &dataset);
    assert_eq!(found(&again), found(&query), "{printed}");
}

/// Keys, a character each, with a frame after each of them.
pub(crate) fn keys(text: &str) {
    const SIZE: Size = Size::new(80, 24);
    let mut app = App::new(small(), Query::default());
    let mut terminal = Terminal::new(TestBackend::new(SIZE.width, SIZE.height)).expect("a screen in memory");
    for c in text.chars().take(64) {
        let code = match c {
            '\r' | '\n' => Code::Enter,
            '\x1b' => Code::Esc,
            '\t' => Code::Tab,
            c => Code::Char(c),
        };
        let _ = app.update(Event::Key(Key::plain(code)));
        let layout = ui::lay_out(&app, SIZE, Theme::default());
        app.fit(layout.pages());
        terminal.draw(|frame| ui::draw(&app, &layout, frame)).expect("a frame");
    }
}

/// An export to verify: it is read or refused, and is the same as itself.
pub(crate) fn verify(text: &str) {
    if let Ok(Some(export)) = verify::ExportText::read(text) {
        let _ = (export.view(), export.dataset(), export.version());
        assert!(matches!(verify::compare(&export, &export), verify::Verdict::Same));
    }
}
