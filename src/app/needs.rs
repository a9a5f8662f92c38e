//! What an action lacks where it is off: a reason that goes on after its key.

use crate::app::core::search::NO_SEARCH;
use crate::app::explorer::App;
use crate::app::overlays::reading;
use crate::app::views::walls;
use crate::app::{filter, panes};
use crate::dataset::Milestone;

pub(super) fn needs_rows(app: &App) -> Option<&'static str> {
    app.listed().is_empty().then_some("nothing matches")
}

pub(super) fn needs_matches(app: &App) -> Option<&'static str> {
    app.matches().ids.is_empty().then_some("nothing matches")
}

pub(super) fn needs_row_or_way_out(app: &App) -> Option<&'static str> {
    if filter::relaxation(app).is_some() { None } else { needs_rows(app) }
}

pub(super) fn needs_search(app: &App) -> Option<&'static str> {
    app.search().is_none().then_some(NO_SEARCH)
}

pub(super) fn needs_parties(app: &App) -> Option<&'static str> {
    let named =
        |milestone: Milestone<'_>| !(milestone.actor_ids().is_empty() && milestone.affected_ids().is_empty());
    (!app.read().is_some_and(|(milestone, _)| named(milestone))).then_some("it names no party")
}

pub(super) fn needs_related(app: &App) -> Option<&'static str> {
    let linked =
        |milestone: Milestone<'_>| !(milestone.relations().is_empty() && milestone.incoming().is_empty());
    (!app.read().is_some_and(|(milestone, _)| linked(milestone)))
        .then_some("it is linked to no other milestone")
}

pub(super) fn needs_past(app: &App) -> Option<&'static str> {
    (!app.history.has_past()).then_some("there is nothing to undo")
}

pub(super) fn needs_future(app: &App) -> Option<&'static str> {
    (!app.history.has_future()).then_some("there is nothing to redo")
}

pub(super) fn needs_dataset(app: &App) -> Option<&'static str> {
    app.dataset().is_empty().then_some("the dataset has no milestones yet")
}

pub(super) fn needs_filter(app: &App) -> Option<&'static str> {
    app.query().is_empty().then_some("no filter is on")
}

pub(super) fn needs_selection(app: &App) -> Option<&'static str> {
    let nothing = app.selection().is_empty() && app.search().is_none() && !walls::is_comparing(app);
    nothing.then_some("nothing is open or selected; q quits")
}

pub(super) fn needs_range(app: &App) -> Option<&'static str> {
    (!app.selection().is_ranging()).then_some("no range is begun: v begins one")
}

/// What an export lacks.
pub(super) fn needs_export(app: &App) -> Option<&'static str> {
    (app.matches().ids.is_empty() && app.selection().is_empty())
        .then_some("nothing matches and nothing is selected")
}

pub(super) fn needs_link(app: &App) -> Option<&'static str> {
    reading::link(app).is_none().then_some("no link is marked: down goes to the next one")
}

pub(super) fn needs_milestone(app: &App) -> Option<&'static str> {
    app.read().is_none().then_some("nothing matches")
}

pub(super) fn needs_source(app: &App) -> Option<&'static str> {
    reading::source(app).is_none().then_some("no source here")
}

pub(super) fn needs_address(app: &App) -> Option<&'static str> {
    reading::address(app).is_none().then_some("no source here has an address")
}

pub(super) fn needs_pane_right(app: &App) -> Option<&'static str> {
    (!panes::has_beside(app, 1)).then_some("there is no pane to the right")
}

pub(super) fn needs_pane_left(app: &App) -> Option<&'static str> {
    (!panes::has_beside(app, -1)).then_some("there is no pane to the left")
}
