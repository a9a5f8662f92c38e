//! What an action lacks where it is off: a reason that goes on after its key.

use std::borrow::Cow;

use crate::app::core::action::Action;
use crate::app::core::mode::Mode;
use crate::app::explorer::App;
use crate::app::overlays::{reading, stack};
use crate::app::views::{wall, walls};
use crate::app::{filter, panes};
use crate::dataset::Milestone;

pub(super) fn needs_rows(app: &App) -> Option<Cow<'static, str>> {
    app.listed().is_empty().then_some(Cow::Borrowed(app.say().off.nothing_matches))
}

pub(super) fn needs_matches(app: &App) -> Option<Cow<'static, str>> {
    app.matches().ids.is_empty().then_some(Cow::Borrowed(app.say().off.nothing_matches))
}

pub(super) fn needs_row_or_way_out(app: &App) -> Option<Cow<'static, str>> {
    if filter::relaxation(app).is_some() { None } else { needs_rows(app) }
}

pub(super) fn needs_search(app: &App) -> Option<Cow<'static, str>> {
    app.search().is_none().then(|| no_search(app).into())
}

/// The key of an action, as it is where the reader is: in the list of actions, below that.
fn key(app: &App, action: Action) -> String {
    let mode = if app.mode() == Mode::Palette { stack::mode_below_top(app) } else { app.mode() };
    app.keys.shown(mode, action)
}

/// What is said where there is nothing to go on with.
pub(super) fn no_search(app: &App) -> String {
    (app.say().off.no_search)(&key(app, Action::Search))
}

pub(super) fn needs_parties(app: &App) -> Option<Cow<'static, str>> {
    let named =
        |milestone: Milestone<'_>| !(milestone.actor_ids().is_empty() && milestone.affected_ids().is_empty());
    (!app.read().is_some_and(|(milestone, _)| named(milestone)))
        .then_some(Cow::Borrowed(app.say().off.no_parties))
}

pub(super) fn needs_related(app: &App) -> Option<Cow<'static, str>> {
    let linked =
        |milestone: Milestone<'_>| !(milestone.relations().is_empty() && milestone.incoming().is_empty());
    (!app.read().is_some_and(|(milestone, _)| linked(milestone)))
        .then_some(Cow::Borrowed(app.say().off.no_related))
}

pub(super) fn needs_past(app: &App) -> Option<Cow<'static, str>> {
    (!app.history.has_past()).then_some(Cow::Borrowed(app.say().off.nothing_to_undo))
}

pub(super) fn needs_future(app: &App) -> Option<Cow<'static, str>> {
    (!app.history.has_future()).then_some(Cow::Borrowed(app.say().off.nothing_to_redo))
}

pub(super) fn needs_dataset(app: &App) -> Option<Cow<'static, str>> {
    app.dataset().is_empty().then_some(Cow::Borrowed(app.say().off.empty_dataset))
}

pub(super) fn needs_filter(app: &App) -> Option<Cow<'static, str>> {
    app.query().is_empty().then_some(Cow::Borrowed(app.say().off.no_filter))
}

pub(super) fn needs_selection(app: &App) -> Option<Cow<'static, str>> {
    let nothing = app.selection().is_empty() && app.search().is_none() && !walls::is_comparing(app);
    nothing.then(|| {
        let quit = key(app, Action::Quit);
        (app.say().off.nothing_selected)(&quit).into()
    })
}

pub(super) fn needs_range(app: &App) -> Option<Cow<'static, str>> {
    (!app.selection().is_ranging()).then(|| (app.say().off.no_range)(&key(app, Action::Range)).into())
}

/// What an export lacks.
pub(super) fn needs_export(app: &App) -> Option<Cow<'static, str>> {
    if let Some((wall, _)) = wall::page(app) {
        let none = app.dataset().history(wall).steps().is_empty();
        return none.then_some(Cow::Borrowed(app.lang().words().wall_page.no_history));
    }
    (app.matches().ids.is_empty() && app.selection().is_empty())
        .then_some(Cow::Borrowed(app.say().off.nothing_to_take))
}

pub(super) fn needs_link(app: &App) -> Option<Cow<'static, str>> {
    reading::link(app).is_none().then(|| {
        let down = key(app, Action::Down);
        (app.say().off.no_link)(&down).into()
    })
}

pub(super) fn needs_milestone(app: &App) -> Option<Cow<'static, str>> {
    app.read().is_none().then_some(Cow::Borrowed(app.say().off.nothing_matches))
}

pub(super) fn needs_source(app: &App) -> Option<Cow<'static, str>> {
    reading::source(app).is_none().then_some(Cow::Borrowed(app.say().off.no_source))
}

pub(super) fn needs_address(app: &App) -> Option<Cow<'static, str>> {
    reading::address(app).is_none().then_some(Cow::Borrowed(app.say().off.no_address))
}

pub(super) fn needs_pane_right(app: &App) -> Option<Cow<'static, str>> {
    (!panes::has_beside(app, 1)).then_some(Cow::Borrowed(app.say().off.no_pane_right))
}

pub(super) fn needs_pane_left(app: &App) -> Option<Cow<'static, str>> {
    (!panes::has_beside(app, -1)).then_some(Cow::Borrowed(app.say().off.no_pane_left))
}

pub(super) fn needs_wall_link(app: &App) -> Option<Cow<'static, str>> {
    wall::link(app).is_none().then_some(Cow::Borrowed(app.lang().words().wall_page.no_link))
}
