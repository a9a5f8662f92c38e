//! The day, what is compared with it, and the keys that lead to other days.

use chrono::Datelike;
use ratatui::style::Style;

use super::layout::WallsLayout;
use crate::app::App;
use crate::date::year_words;
use crate::text::width;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: WallsLayout) {
    let col = surface.text(0, 0, surface.cols(), &app.day_said(), theme.strong());
    let beside = match app.walls().compared() {
        Some(other) if other < app.day() => format!("what became of it since {}", app.said(other)),
        Some(other) if other > app.day() => format!("what became of it until {}", app.said(other)),
        Some(_) => "marked: go to another day to compare".to_owned(),
        None if app.is_unnamed(app.day()) => "the walls that stood then".to_owned(),
        None => "the walls that stood at the end of that day".to_owned(),
    };
    let is_said = app.is_comparing() || col + 3 + width(&beside) <= surface.cols();
    if is_said {
        surface.text(0, col + 3, surface.cols(), &beside, Style::new());
    }
    if layout.hints {
        hints(app, surface, theme);
    }
}

/// Keys and what they do, as many as there is room for; first of all what two days differ in.
fn hints(app: &App, surface: &mut Surface<'_>, theme: Theme) {
    let mut col = 0;
    let differs = difference(app);
    if !differs.is_empty() {
        col = surface.text(1, 0, surface.cols(), &differs, Style::new()) + 4;
    }
    for (key, does) in keys(app) {
        if col + width(key) + 1 + width(&does) > surface.cols() {
            break;
        }
        col = surface.text(1, col, surface.cols(), key, theme.strong());
        col = surface.text(1, col + 1, surface.cols(), &does, Style::new()) + 4;
    }
}

fn keys(app: &App) -> Vec<(&'static str, String)> {
    if app.is_playing() {
        return vec![("any key", "stops".to_owned())];
    }
    let day = app.day();
    let next = app.changes().after(day).map(|day| ("]", format!("next change {}", app.said(day))));
    let last = app.changes().before(day).map(|day| ("[", format!("last change {}", app.said(day))));
    let end = app.year_end(1);
    let year = (end > day).then(|| {
        let is_end = (end.month(), end.day()) == (12, 31);
        let said = if is_end { year_words(end.year().into()) } else { app.said(end) };
        ("}", if is_end { format!("end of {said}") } else { said })
    });
    next.into_iter().chain(last).chain(year).chain([("P", "play".to_owned())]).collect()
}

/// `7 opened further, 2 closed further, 31 the same, 9 not known on both days`
fn difference(app: &App) -> String {
    let Some(difference) = app.walls().difference() else { return String::new() };
    let counts = [
        (difference.opened.len(), "opened further"),
        (difference.closed.len(), "closed further"),
        (difference.same, "the same"),
        (difference.unknown, "not known on both days"),
    ];
    let said = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    said.collect::<Vec<_>>().join(", ")
}
