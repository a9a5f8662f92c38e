//! [`App`](crate::app::App) and a size → a frame. Draws, decides nothing, and costs the rows that are seen.

// One more view, layer or state is to be found missing wherever one of them is decided.
#![deny(clippy::wildcard_enum_match_arm)]

mod axis;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few of some ninety actions are hinted at in a way of their own"
)]
mod chrome;
mod detail;
mod empty;
mod facets;
mod frame;
mod layout;
mod legend;
mod loading;
mod overlays;
pub mod panes;
mod pointer;
mod prose;
mod span;
mod surface;
#[cfg(test)]
mod tests;
pub mod theme;
mod views;
mod wall_cells;

pub use frame::draw;
pub use layout::{Layout, lay_out};
pub use loading::draw_loading;
pub use pointer::target;
pub(crate) use surface::COVERED;
pub use theme::Theme;
