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
    let say = &theme.say.views;
    let beside = match walls::state(app).compared() {
        Some(other) if other < walls::day(app) => (say.became_since)(&walls::said(app, other)),
        Some(other) if other > walls::day(app) => (say.became_until)(&walls::said(app, other)),
        Some(_) => say.go_to_another_day.to_owned(),
        None if walls::is_unnamed(app, walls::day(app)) => say.stood_then.to_owned(),
        None => say.stood_that_day.to_owned(),
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
    let said = |what: fn(&str) -> String, day| what(&walls::said(app, day));
    let next = walls::changes(app).after(day);
    let next = next.map(|day| (key(Action::NextMilestone), said(say.views.next_change, day)));
    let last = walls::changes(app).before(day);
    let last = last.map(|day| (key(Action::PreviousMilestone), said(say.views.last_change, day)));
    let end = walls::year_end(app, 1);
    let year = (end > day).then(|| {
        let is_end = (end.month(), end.day()) == (12, 31);
        let said = if is_end { year_words(end.year().into(), say) } else { walls::said(app, end) };
        (key(Action::NextYear), if is_end { (say.views.end_of)(&said) } else { said })
    });
    next.into_iter().chain(last).chain(year).chain([(key(Action::Play), "play".to_owned())]).collect()
}

/// `7 opened further, 2 closed further, 31 the same, 9 not known on both days`
fn difference(app: &App) -> String {
    let Some(difference) = walls::state(app).difference() else { return String::new() };
    let [opened, closed] = [&difference.opened, &difference.closed].map(Vec::len);
    (app.lang().words().views.difference)([opened, closed, difference.same, difference.unknown])
}
