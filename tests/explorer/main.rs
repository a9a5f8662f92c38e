//! The explorer without a terminal: key scripts against its state, frames with symbols and styles, and a
//! monkey.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod asking;
mod copy;
mod deep_time;
mod export;
mod find;
mod footers;
mod forms;
mod front;
mod help;
mod keys;
mod kit;
mod lanes;
mod lang;
mod late;
mod ledger;
mod loading;
mod monkey;
mod mouse;
mod narrow;
mod rebound;
mod screens;
mod session;
mod soft;
mod story;
mod table;
mod timeline;
mod told;
#[path = "../support/tried.rs"]
mod tried;
mod typing;
mod views;
mod wall;
mod wall_frames;
mod walls;
mod way_back;
mod widths;
