//! What knows no explorer: keys, names of actions, places, rows, and what is typed.

pub mod action;
pub mod barriers;
pub mod counted;
pub mod density;
pub mod effect;
pub mod facets;
pub mod key;
pub mod keymap;
pub mod listed;
pub mod mode;
pub mod mouse;
pub mod pending_query;
pub mod prompt;
pub mod reader;
pub mod recall;
pub mod row;
pub mod scroll;
pub mod search;
pub mod selection;
pub mod sequence;
pub mod timeline;
pub mod view;
pub mod window;
