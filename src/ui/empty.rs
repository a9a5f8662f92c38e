//! Where a view has nothing to show: why, and what to press.

use ratatui::style::Style;

use crate::app::action::Action;
use crate::app::mode::Mode;
use crate::app::{App, Focus, filter};
use crate::query::Relaxation;
use crate::text::wrap;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

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
fn filters(app: &App) -> [(String, &'static str); 3] {
    [
        (Action::DropTerm, "drops the last filter"),
        (Action::DropAll, "drops all of them"),
        (Action::Dim, "shows all, and what does not match in brackets"),
    ]
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
        let it = if terms.len() == 1 { "it" } else { "them" };
        let milestones = if *count == 1 { "milestone" } else { "milestones" };
        format!("drops {dropped}: {count} {milestones} without {it}")
    });
    let mut keys: Vec<(String, &str)> = way_out.iter().map(|way| (first.clone(), way.as_str())).collect();
    keys.extend(filters(app));
    let keys = if app.overlays().is_empty() { keys } else { Vec::new() };
    nothing(surface, theme, &(theme.say.views.nothing_matches)(&query), &keys);
}

/// Where no barrier is shown.
pub(super) fn no_walls(app: &App, surface: &mut Surface<'_>, theme: Theme) {
    if app.dataset().barriers().is_empty() {
        let timeline = app.keys().shown(Mode::List, Action::Timeline);
        let keys = [(timeline, "shows its milestones in the Timeline")];
        return nothing(surface, theme, theme.say.views.no_walls, &keys);
    }
    let keys = match app.focus() {
        Focus::List => filters(app).to_vec(),
        Focus::Facets | Focus::Detail | Focus::Terms => {
            vec![(app.keys().shown(app.mode(), Action::Close), "goes back from the facets")]
        }
    };
    nothing(surface, theme, &(theme.say.views.no_wall_moved)(&app.query().to_string()), &keys);
}
