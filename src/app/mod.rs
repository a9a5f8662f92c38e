//! The state of the explorer and every way it changes: [`Event`] → [`App::update`] → state and [`Effect`]s.
//!
//! Knows no terminal, no file and no clock, so a whole session can be replayed from a string of keys.
//!
//! From below: `core`, and what the overlays and the views keep, which know no [`App`]; the struct itself (`explorer`) with
//! where a reader is in it (`place`); what is done with it, functions in the rooms they belong to; [`table`], THE table of
//! what a reader can do and of what carries it out; and `update` above all. No file knows one that knows it.

#![deny(clippy::wildcard_enum_match_arm)]

pub mod barriers;
mod beginning;
pub mod command_line;
pub mod copy;
mod core;
mod explorer;
pub mod facet_pane;
pub mod filter;
mod found;
mod going;
mod history;
pub mod hits;
mod jump;
mod lang;
mod loading;
mod moving;
mod needs;
mod open;
mod outcomes;
pub mod overlays;
mod panes;
mod past;
mod place;
pub mod pointing;
mod run;
mod scrolling;
mod selecting;
mod sight;
mod state;
pub mod table;
mod undo;
mod update;
mod views;

pub use core::effect::{Clipboard, Copying, Effect, Event, Multiplexer, Outcome, Update};
pub use core::key::{Code, Key, NoSuchKey};
pub use core::listed::Listed;
pub use core::mode::View;
pub use core::prompt::{MOST, Prompt};
pub use core::search::Search;
pub use core::selection::Selection;
pub use core::{action, density, facets, keymap, mode, mouse, reader, row, scroll, sequence, timeline};
pub use explorer::{App, Usual};
pub use loading::Loading;
pub use open::Start;
pub use overlays::ask::QueryPrompt;
pub use overlays::{palette, preview, question, setting};
pub use state::{Focus, LanesPage, Notice, Overlay, Pages};
pub use views::timeline as list;
pub use views::{front, lanes, ledger, story, wall, walls};
