//! The day, what is compared with it, and the keys that lead to other days.

use chrono::Datelike;
use ratatui::style::Style;

use super::layout::WallsLayout;
use crate::app::action::Action;
use crate::app::mode::Mode;
use crate::app::{App, walls};
use crate::date::year_words;
use crate::text::width;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;
use crate::words::Words;

pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: WallsLayout) {
    let col = surface.text(0, 0, surface.cols(), &walls::day_said(app), theme.strong());
    let beside = match walls::state(app).compared() {
        Some(other) if other < walls::day(app) => {
            format!("what became of it since {}", walls::said(app, other))
        }
        Some(other) if other > walls::day(app) => {
            format!("what became of it until {}", walls::said(app, other))
        }
        Some(_) => "marked: go to another day to compare".to_owned(),
        None if walls::is_unnamed(app, walls::day(app)) => "the walls that stood then".to_owned(),
        None => "the walls that stood at the end of that day".to_owned(),
    };
    let is_said = walls::is_comparing(app) || col + 3 + width(&beside) <= surface.cols();
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
    for (key, does) in keys(app, theme.say) {
        if col + width(&key) + 1 + width(&does) > surface.cols() {
            break;
        }
        col = surface.text(1, col, surface.cols(), &key, theme.strong());
        col = surface.text(1, col + 1, surface.cols(), &does, Style::new()) + 4;
    }
}

fn keys(app: &App, say: &Words) -> Vec<(String, String)> {
    if walls::is_playing(app) {
        return vec![("any key".to_owned(), "stops".to_owned())];
    }
    let key = |action| app.keys().shown(Mode::Walls, action);
    let day = walls::day(app);
    let said = |what: &str, day| format!("{what} {}", walls::said(app, day));
    let next = walls::changes(app).after(day);
    let next = next.map(|day| (key(Action::NextMilestone), said("next change", day)));
    let last = walls::changes(app).before(day);
    let last = last.map(|day| (key(Action::PreviousMilestone), said("last change", day)));
    let end = walls::year_end(app, 1);
    let year = (end > day).then(|| {
        let is_end = (end.month(), end.day()) == (12, 31);
        let said = if is_end { year_words(end.year().into(), say) } else { walls::said(app, end) };
        (key(Action::NextYear), if is_end { format!("end of {said}") } else { said })
    });
    next.into_iter().chain(last).chain(year).chain([(key(Action::Play), "play".to_owned())]).collect()
}

/// `7 opened further, 2 closed further, 31 the same, 9 not known on both days`
fn difference(app: &App) -> String {
    let Some(difference) = walls::state(app).difference() else { return String::new() };
    let counts = [
        (difference.opened.len(), "opened further"),
        (difference.closed.len(), "closed further"),
        (difference.same, "the same"),
        (difference.unknown, "not known on both days"),
    ];
    let said = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    said.collect::<Vec<_>>().join(", ")
}
