//! Going to a milestone of the list, on the whole screen too where one is read there.

use crate::app::core::reader::TextScroll;
use crate::app::explorer::App;
use crate::app::state::Overlay;
use crate::app::views::ledger;
use crate::dataset::{Milestone, MilestoneId};

pub(super) fn to(app: &mut App, to: Option<MilestoneId>, end: &str) {
    match to {
        Some(id) => to_id(app, id),
        None => app.state.notice(end),
    }
}

/// To a milestone of the list.
pub(super) fn to_id(app: &mut App, id: MilestoneId) {
    if let Ok(cursor) = app.listed().place(id) {
        to_cursor(app, cursor);
    }
}

/// Makes the milestone at `cursor` the current one, on the whole screen too where one is read there.
fn to_cursor(app: &mut App, cursor: usize) {
    app.state.go_to(cursor);
    let current = app.current().map(Milestone::place);
    let open = app.state.overlays.iter_mut().rev().find_map(Overlay::reading_mut);
    if let (Some((id, reader)), Some(current)) = (open, current)
        && *id != current
    {
        (*id, *reader) = (current, TextScroll::default());
    }
    if let Some(why) = current.and_then(|id| ledger::why_beside(app, id)) {
        app.state.notice(why);
    }
}

/// Where a reader is: what is read on the whole screen, else where the reader last went, be that out of sight in a
/// view that shows less than the list; where a filter hides it, what stands in for it.
pub(super) fn here(app: &App) -> Option<MilestoneId> {
    let chosen = Some(app.state.place.chosen()).filter(|chosen| app.listed().place(*chosen).is_ok());
    let open = app.state.reading().map(|(id, _)| id);
    open.or(chosen).or(app.state.place.current())
}
