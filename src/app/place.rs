//! The place of a reader in the list.

use crate::app::core::listed::Listed;
use crate::app::explorer::App;
use crate::dataset::{Milestone, MilestoneId};

/// Takes the current milestone for the one that the reader chose to be at, whatever was before a filter hid it:
/// something is done with it.
pub(super) fn settle(app: &mut App) {
    app.state.place = app.current().map_or(app.state.place, Milestone::place);
}

/// The place in the list of `id`, or of the nearest to it in time.
pub(super) fn nearest(app: &App, id: MilestoneId) -> usize {
    nearest_of(app, app.listed(), id)
}

/// The place among `listed` of `id`, or of the nearest to it in time.
pub(super) fn nearest_of(app: &App, listed: Listed<'_>, id: MilestoneId) -> usize {
    let after = match listed.place(id) {
        Ok(cursor) => return cursor,
        Err(after) => after,
    };
    let day = |id: MilestoneId| app.dataset.milestone(id).date().span().middle();
    let distance = |cursor: usize| Some(day(listed.get(cursor)?)?.abs_diff(day(id)?));
    let before = after.saturating_sub(1);
    match (distance(before), distance(after)) {
        (Some(near), Some(far)) if far < near => after,
        (None, Some(_)) => after,
        _ => before,
    }
}

/// Where a reader is: what is read on the whole screen, else where the reader last went, be that out of sight in a
/// view that shows less than the list; where a filter hides it, what stands in for it.
pub(super) fn here(app: &App) -> Option<MilestoneId> {
    let place = Some(app.state.place).filter(|place| app.listed().place(*place).is_ok());
    let open = app.state.reading().map(|(id, _)| id);
    open.or(place).or(app.current().map(Milestone::place))
}
