//! What a reader sees of the embedded dataset in the Timeline: no title and no date of it is cut.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use wallchart::app::{App, list};
use wallchart::query::Query;
use wallchart::ui::{self, Theme};

use super::story;

/// The rows of the Timeline on a screen so tall that it shows all of it.
fn rows(cols: u16) -> Vec<String> {
    let size = Size::new(cols, 400);
    let mut app = App::new(story(), Query::default());
    let layout = ui::lay_out(&app, size, Theme::default());
    app.fit(layout.pages());
    let mut screen = Terminal::new(TestBackend::new(size.width, size.height)).expect("a screen in memory");
    screen.draw(|frame| ui::draw(&app, &layout, frame)).expect("a frame");
    let buffer = screen.backend().buffer();
    let row = |y| (0..size.width).map(|x| buffer[(x, y)].symbol()).collect();
    (0..size.height).map(row).collect()
}

#[test]
fn no_title_and_no_date_is_cut_in_the_timeline() {
    let app = App::new(story(), Query::default());
    for cols in [80, 100, 118, 120, 140, 160] {
        let rows = rows(cols);
        for milestone in app.dataset().milestones() {
            let date = list::date(&app, milestone.place(), "–");
            let (glyph, title) = (&milestone.kind().glyph, milestone.title());
            let whole = format!("{date} {glyph} {title}");
            assert!(rows.iter().any(|row| row.contains(&whole)), "{whole} at {cols}");
        }
    }
}

#[test]
fn it_opens_on_the_first_milestone_of_its_time() {
    let app = App::new(story(), Query::default());
    let current = app.current().expect("a milestone");
    let begin = app.dataset().span().and_then(wallchart::date::Span::first_year);
    assert!(current.date().year() >= begin, "{}", current.id());
    let before = app.dataset().milestones().take_while(|one| one.date().year() < begin).count();
    assert_eq!(app.cursor(), before, "with what came before above it");
}
