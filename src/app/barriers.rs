//! Which barriers a query shows, and which of them it moves.

use crate::app::explorer::App;
use crate::dataset::{BarrierId, BarrierOutcome, CompanyId, ShownBarriers, moved_by};

/// The barriers that are shown: those that a matching milestone moves; all of them where there is no filter, or
/// what does not match is dimmed.
pub fn shown(app: &App) -> &ShownBarriers {
    app.state.place.found().barriers.shown.get_or_init(|| {
        let all = app.caches.barriers(&app.dataset);
        if app.query().is_empty() || app.dims() {
            return all.clone();
        }
        all.only(|id| is_moved(app, id))
    })
}

/// What became of a barrier in the end.
pub fn outcome(app: &App, id: BarrierId) -> BarrierOutcome {
    BarrierOutcome::on(app.caches.last_day(&app.dataset), app.dataset.history(id))
}

/// Whether a milestone that matches moves the barrier; without a filter, any barrier counts.
pub fn is_moved(app: &App, id: BarrierId) -> bool {
    let is_moved = || {
        if app.query().is_empty() {
            return vec![true; app.dataset.barriers().len()];
        }
        moved_by(app.matches().ids.iter().map(|id| app.dataset.milestone(*id)), &app.dataset)
    };
    app.state.place.found().barriers.is_moved.get_or_init(is_moved)[id.index()]
}

/// The barriers that `holder` or a platform of its keeps against `out` or a platform of its, filtered or not.
pub fn between(app: &App, holder: CompanyId, out: CompanyId) -> &[BarrierId] {
    let between = app.caches.between(&app.dataset);
    between.barriers.get(&(holder, out)).map_or(&[], Vec::as_slice)
}
