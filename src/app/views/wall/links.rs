//! What can be followed from the page of a wall, and what of it is chosen.

use crate::app::barriers;
use crate::app::core::mode::View;
use crate::app::core::reader::TextScroll;
use crate::app::explorer::App;
use crate::app::state::Overlay;
use crate::app::views::lanes;
use crate::dataset::{BarrierId, other_walls};

/// Something on the page of a wall that can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WallLink {
    /// A step of its history, by its place: to the milestone that made it.
    Step(usize),
    /// Another wall.
    Wall(BarrierId),
}

/// The wall whose page lies open, and how far that is scrolled.
pub fn page(app: &App) -> Option<(BarrierId, &TextScroll)> {
    app.state.page().and_then(Overlay::wall)
}

/// What can be followed from the page of `wall`, from top to bottom.
pub fn links(app: &App, wall: BarrierId) -> impl Iterator<Item = WallLink> {
    let steps = 0..app.dataset.history(wall).steps().len();
    steps.map(WallLink::Step).chain(other_walls(wall, &app.dataset).ids.into_iter().map(WallLink::Wall))
}

/// The chosen one.
pub fn link(app: &App) -> Option<WallLink> {
    let (wall, scroll) = page(app)?;
    links(app, wall).nth(scroll.link?)
}

/// The walls in the order in which a reader goes through them: that of the view.
pub fn order(app: &App) -> &[BarrierId] {
    match app.state.view {
        View::Lanes => lanes::shown(app).ids(),
        View::Front | View::Timeline | View::Walls | View::Ledger | View::Story => barriers::shown(app).ids(),
    }
}
