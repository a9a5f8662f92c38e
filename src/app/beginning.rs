//! Where a reader begins.

use crate::app::core::mode::View;
use crate::app::explorer::App;
use crate::app::views::front;
use crate::dataset::MilestoneId;

/// The milestone that is current where nobody says which: the first inside the span, prehistory above it; of what is asked
/// for, the first of all.
pub(super) fn first(app: &App) -> Option<MilestoneId> {
    if app.query().is_empty() || app.state.view == View::Front {
        front::first_inside(app)
    } else {
        app.matches().ids.first().copied()
    }
}
