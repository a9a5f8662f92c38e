//! What knows no explorer: keys, names of actions, places, rows, and what is typed.

pub mod action;
pub(super) mod barriers;
pub mod density;
pub(super) mod effect;
pub mod facets;
pub(super) mod key;
pub mod keymap;
pub(super) mod listed;
pub mod mode;
pub mod mouse;
pub(super) mod pending_query;
pub(super) mod prompt;
pub mod reader;
pub(super) mod recall;
pub mod row;
pub mod scroll;
pub(super) mod search;
pub(super) mod selection;
pub mod sequence;
pub mod timeline;
pub(super) mod window;
