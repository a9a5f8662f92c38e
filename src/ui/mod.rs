//! [`App`](crate::app::App) and a size → a frame. Draws, decides nothing, and costs the rows that are seen.

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
mod surface;
#[cfg(test)]
mod tests;
pub mod theme;
mod views;

pub use frame::draw;
pub use layout::{Layout, lay_out};
pub use loading::draw_loading;
pub use pointer::target;
pub(crate) use surface::COVERED;
pub use theme::Theme;
