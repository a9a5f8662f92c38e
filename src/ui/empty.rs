//! Where a view has nothing to show: why, and what to press.

use ratatui::style::Style;

use crate::app::action::Action;
use crate::app::mode::Mode;
use crate::app::{App, Focus, filter};
use crate::query::Relaxation;
use crate::text::wrap;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;
use crate::words::WayWords;

/// Columns of the keys.
const KEY: usize = 11;

/// Says why there is nothing to show, and what each of some keys does about it.
pub(super) fn nothing(surface: &mut Surface<'_>, theme: Theme, said: &str, keys: &[(String, &str)]) {
    let said = wrap(said, surface.cols());
    for (row, line) in said.iter().enumerate() {
        surface.text(row, 0, surface.cols(), line, theme.strong());
    }
    for (row, (key, does)) in (said.len() + 1..).zip(keys) {
        let col = surface.text(row, 0, KEY, key, theme.strong()).max(KEY - 1);
        surface.text(row, col + 1, surface.cols(), does, Style::new());
    }
}

/// What the filters may have done wrong, by the keys of the list.
fn filters(app: &App, say: &WayWords) -> [(String, &'static str); 3] {
    [(Action::DropTerm, say.drops_last), (Action::DropAll, say.drops_all), (Action::Dim, say.shows_all)]
        .map(|(action, does)| (app.keys().shown(Mode::List, action), does))
}

/// Where no milestone is listed: with the way out that leaves most.
pub(super) fn no_milestones(app: &App, surface: &mut Surface<'_>, theme: Theme) {
    let query = app.query().to_string();
    if query.is_empty() {
        return nothing(surface, theme, theme.say.views.no_milestones, &[]);
    }
    // The keys below are those of the list.
    let open = app.keys().shown(Mode::List, Action::Open);
    let first = match app.focus() {
        Focus::List => open,
        Focus::Facets | Focus::Detail | Focus::Terms => {
            format!("{} {open}", app.keys().shown(app.mode(), Action::Close))
        }
    };
    let way_out = filter::relaxation(app).map(|Relaxation { terms, count }| {
        let dropped = app.query().written(terms);
        (theme.say.ways.drops)(&dropped, terms.len(), *count)
    });
    let mut keys: Vec<(String, &str)> = way_out.iter().map(|way| (first.clone(), way.as_str())).collect();
    keys.extend(filters(app, &theme.say.ways));
    let keys = if app.overlays().is_empty() { keys } else { Vec::new() };
    nothing(surface, theme, &(theme.say.views.nothing_matches)(&query), &keys);
}

/// Where no barrier is shown.
pub(super) fn no_walls(app: &App, surface: &mut Surface<'_>, theme: Theme) {
    if app.dataset().barriers().is_empty() {
        let timeline = app.keys().shown(Mode::List, Action::Timeline);
        let keys = [(timeline, theme.say.ways.shows_milestones)];
        return nothing(surface, theme, theme.say.views.no_walls, &keys);
    }
    let keys = match app.focus() {
        Focus::List => filters(app, &theme.say.ways).to_vec(),
        Focus::Facets | Focus::Detail | Focus::Terms => {
            vec![(app.keys().shown(app.mode(), Action::Close), theme.say.ways.leaves_facets)]
        }
    };
    nothing(surface, theme, &(theme.say.views.no_wall_moved)(&app.query().to_string()), &keys);
}
