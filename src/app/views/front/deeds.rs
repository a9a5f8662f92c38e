//! What a reader does on the front page: choose a door, or leave it.

use std::borrow::Cow;

use super::facts::{FrontFacts, has};
use crate::app::core::mode::View;
use crate::app::explorer::App;
use crate::app::past;
use crate::app::state::{Focus, Overlay};
use crate::dataset::MilestoneId;
use crate::date::Span;

/// What the front page tells.
pub fn facts(app: &App) -> &FrontFacts {
    app.caches.front(&app.dataset)
}

/// Shows the front page, with the first door chosen.
pub(in crate::app) fn show(app: &mut App) {
    app.state.overlays.retain(|layer| !matches!(layer, Overlay::Reading(..)));
    app.state.focus = Focus::List;
    if app.state.view != View::Front {
        app.state.front.from = app.state.view;
    }
    app.state.front.door = 0;
    app.state.view = View::Front;
}

/// Goes back to where the reader came from, if the front page is shown: a step, as any change of view is.
pub(in crate::app) fn leave(app: &mut App) {
    if app.state.view == View::Front {
        let before = past::point(app);
        app.state.view = leads_back_to(app);
        past::remember(app, before);
    }
}

/// Where any key leads that is none of the page's own.
pub fn leads_back_to(app: &App) -> View {
    let from = app.state.front.from;
    if from == View::Front { View::Timeline } else { from }
}

/// The views behind the doors, in their order: to read straight through, and those that have anything to show.
pub fn doors(app: &App) -> Vec<View> {
    let has_walls = !app.dataset.barriers().is_empty();
    let has_pairs = app.dataset.companies().len() > 1;
    let opens = |view: &View| match view {
        View::Timeline => true,
        View::Lanes | View::Walls => has_walls,
        View::Ledger => has_pairs,
        View::Front | View::Story => false,
    };
    std::iter::once(View::Story).chain(View::ALL.into_iter().filter(opens)).collect()
}

/// The place of the chosen door among them.
pub fn chosen(app: &App) -> usize {
    app.state.front.door.min(doors(app).len().saturating_sub(1))
}

/// Chooses the door so many further on, as far as there are any.
pub(in crate::app) fn choose(app: &mut App, steps: isize) {
    let last = doors(app).len().saturating_sub(1);
    app.state.front.door = chosen(app).saturating_add_signed(steps).min(last);
}

/// Chooses the door at a place among them.
pub(in crate::app) fn stand_at(app: &mut App, door: usize) {
    app.state.front.door = door;
}

/// The first milestone that matches and did not begin before the dataset's time: what came before that is read above it.
pub(in crate::app) fn first_inside(app: &App) -> Option<MilestoneId> {
    let ids = &app.matches().ids;
    let begin = app.dataset.span().and_then(|span: &Span| span.numbers().0);
    let is_before = |id: &MilestoneId| {
        let first = app.dataset.milestone(*id).date().span().numbers().0;
        begin.is_some_and(|begin| first.is_none_or(|first| first < begin))
    };
    let first = ids.partition_point(is_before);
    ids.get(first).or(ids.first()).copied()
}

pub(in crate::app) fn needs_front(app: &App) -> Option<Cow<'static, str>> {
    (!has(&app.dataset)).then(|| app.lang().words().front.no_front.into())
}
