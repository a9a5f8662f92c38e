//! What each view does in its own way. All of them are asked here, so that one more is found missing by the compiler.

pub mod front;
pub mod lanes;
pub mod ledger;
pub mod story;
pub mod timeline;
pub mod wall;
pub mod walls;

use crate::app::core::mode::View;
use crate::app::explorer::App;
use crate::app::overlays::reading;
use crate::app::state::Focus;

/// Opens what Enter is for where a reader is: in the Lanes and the Walls the page of the current wall.
pub(super) fn open_here(app: &mut App) {
    let wall = match app.state.view {
        View::Lanes => app.state.lanes.lane(),
        View::Walls => walls::current(app),
        View::Front | View::Timeline | View::Ledger | View::Story => None,
    };
    match wall {
        Some(wall) => wall::open(app, wall),
        None => reading::open(app),
    }
}

/// The first row drawn, where rows are scrolled.
pub(super) fn first_row(app: &App) -> Option<usize> {
    match (app.state.focus, app.state.view) {
        (Focus::Facets, _) => Some(app.state.facets.top),
        (Focus::List, View::Timeline) => Some(app.top()),
        (Focus::List, View::Lanes) => Some(app.state.lanes.top()),
        (Focus::List, View::Walls) => Some(app.state.walls.top()),
        (Focus::List, View::Front | View::Ledger | View::Story) | (Focus::Detail | Focus::Terms, _) => None,
    }
}

pub(super) fn draw_from(app: &mut App, top: usize) {
    match (app.state.focus, app.state.view) {
        (Focus::Facets, _) => app.state.facets.top = top,
        (_, View::Lanes) => app.state.lanes.set_top(top),
        (_, View::Walls) => app.state.walls.set_top(top),
        _ => app.state.place.scroll_to(top),
    }
}

/// Shows `view`, what is open on the whole screen put away. The place and the selection stay; but from the front page the
/// Story is read from its beginning, unless it was left for that page.
pub(super) fn look(app: &mut App, view: View) {
    let begins = app.state.view == View::Front && front::leads_back_to(app) != View::Story;
    if begins && view == View::Story {
        story::begin(app);
    }
    app.state.overlays.retain(|layer| !layer.is_page());
    app.state.focus = Focus::List;
    app.state.view = view;
}

/// Goes through the chosen door of the front page.
pub(super) fn open_door(app: &mut App) {
    if let Some(view) = front::doors(app).get(front::chosen(app)).copied() {
        look(app, view);
    }
}

/// Does what belongs to a list, which the front page is none: that is left for it.
pub(super) fn from_front(app: &mut App, deed: impl FnOnce(&mut App)) {
    front::leave(app);
    deed(app);
}

/// What is current in the view that is shown, whatever the size of the screen.
pub(super) fn settle(app: &mut App) {
    // What another view showed as current is left with it. In sight or not, the list stays where the reader is.
    app.state.place.return_to_chosen(&app.dataset);
    match app.state.view {
        View::Front | View::Timeline | View::Lanes | View::Story => {}
        View::Walls => walls::settle(app),
        View::Ledger => ledger::settle(app),
    }
}

/// Rows of what is in sight.
pub(super) fn page(app: &App) -> usize {
    let pages = app.pages();
    match app.view() {
        View::Front => 1,
        View::Timeline => timeline::page(app),
        View::Lanes => pages.lanes.rows,
        View::Walls => pages.walls.rows,
        View::Ledger => pages.moves,
        View::Story => pages.text.rows,
    }
}

/// Moves by `steps` rows.
pub(super) fn by_rows(app: &mut App, steps: isize) {
    match app.state.view {
        View::Front => front::choose(app, steps),
        View::Timeline => app.state.step(steps),
        View::Lanes => lanes::by_rows(app, steps),
        View::Walls => walls::by_rows(app, steps),
        View::Ledger => ledger::by_rows(app, steps),
        View::Story => story::by_rows(app, steps),
    }
}

/// To what comes next in time of what is looked at, or what came before: what a range is stretched by. A row of the
/// Lanes and of the Walls is no time; there it is the next on this lane, and the next day on which a wall moves.
pub(super) fn go_on(app: &mut App, step: isize) {
    match app.state.view {
        View::Front => {}
        View::Timeline => app.state.step(step),
        View::Lanes => lanes::walk(app, step),
        View::Walls => walls::walk(app, step),
        View::Ledger => ledger::by_rows(app, step),
        View::Story => story::turn(app, step),
    }
}

/// Keeps in sight what is current.
pub(super) fn fit(app: &mut App) {
    timeline::fit(app);
    match app.state.view {
        View::Front | View::Timeline | View::Story | View::Ledger => {}
        View::Lanes => lanes::fit(app),
        View::Walls => walls::fit(app),
    }
}
