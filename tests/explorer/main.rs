//! The explorer without a terminal: key scripts against its state, frames with symbols and styles, and a
//! monkey.

mod keys;
mod monkey;
mod screens;
mod session;
