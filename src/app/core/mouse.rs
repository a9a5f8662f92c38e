//! What a hand does, and over what.

use chrono::NaiveDate;

use crate::app::core::mode::View;
use crate::dataset::{BarrierId, MilestoneId};

/// What a hand did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The left button went down.
    Press,
    /// It is down, and the mouse is somewhere else.
    Drag,
    /// It was let go.
    Release,
    /// The wheel was turned up.
    WheelUp,
    /// The wheel was turned down.
    WheelDown,
}

/// What the mouse is over. Rows and columns are counted from 0 within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The name of a view.
    Tab(View),
    /// A milestone, in whatever view.
    Milestone(MilestoneId),
    /// A lane, and the day that stands there.
    Lane(BarrierId, Option<NaiveDate>),
    /// A wall of the Walls.
    Wall(BarrierId),
    /// A door of the front page, by its place among them.
    Door(usize),
    /// A page of the Story: so many steps from this one.
    Page(isize),
    /// Anything else of the main pane.
    Main,
    /// A row of the facets.
    Facets(usize),
    /// A row of the detail.
    Detail(usize),
    /// A bin of the strip.
    Strip(usize),
    /// A line that can be followed, by its number.
    Link(usize),
    /// A row of what lies on top.
    Overlay(usize),
    /// Nothing that does anything.
    Nothing,
}
