//! The state of the explorer and every way it changes: [`Event`] → [`App::update`] → state and [`Effect`]s.
//!
//! Knows no terminal, no file and no clock, so a whole session can be replayed from a string of keys.
//!
//! From below: [`core`] and what the [`overlays`] and [`views`] keep know no [`App`]; the struct itself; the deeds, functions that take one, in the
//! rooms they belong to; [`table`], THE table of what a reader can do and of what carries it out; and `update` above all.

pub mod barriers;
pub mod command_line;
pub mod copy;
pub mod core;
pub mod explorer;
pub mod facet_pane;
pub mod filter;
pub mod found;
pub mod going;
pub mod history;
pub mod hits;
pub mod jump;
pub mod lang;
pub mod loading;
pub mod moving;
pub mod needs;
pub mod open;
pub mod outcomes;
pub mod overlays;
pub mod panes;
pub mod past;
pub mod place;
pub mod pointing;
pub mod run;
pub mod scrolling;
pub mod selecting;
pub mod sight;
pub mod state;
pub mod table;
pub mod undo;
pub mod update;
pub mod views;

pub use core::effect::{Clipboard, Copying, Effect, Event, Multiplexer, Outcome, Update};
pub use core::key::{Code, Key, NoSuchKey};
pub use core::listed::Listed;
pub use core::prompt::{MOST, Prompt};
pub use core::search::Search;
pub use core::selection::Selection;
pub use core::view::View;
pub use core::{action, density, facets, keymap, mode, mouse, reader, row, scroll, sequence, timeline};
pub use explorer::{App, Usual};
pub use loading::Loading;
pub use open::Start;
pub use overlays::ask::Ask;
pub use overlays::{palette, preview, question, setting};
pub use state::{Focus, LanesPage, Layer, Notice, Pages};
pub use views::{lanes, ledger, story, walls};
