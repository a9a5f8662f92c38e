//! **wallchart** is a timeline explorer for the terminal: it loads a TOML dataset of milestones, lets a reader
//! browse it by keyboard, narrow it by company, year and kind, and take a range away as Markdown with its
//! sources.
//!
//! # The house
//!
//! One way through it: key → action → state → frame. Each floor knows only the floors below it;
//! `tests/architecture` follows every name and fails on a breach.
//!
//! | floor | answers for | invariant |
//! | --- | --- | --- |
//! | [`cli`] | what the command line accepts; a file a subcommand | the only place that prints |
//! | [`terminal`] | raw mode, alternate screen, signals, the one loop; carries out effects | the terminal is left as it was found |
//! | [`ui`] | [`App`](app::App) and size → frame | draws, decides nothing; costs the visible rows |
//! | [`app`] | key → action → state, effects returned as data | knows no terminal, no file, no clock |
//! | [`files`] | whole files or none, what may be replaced | until the new file is whole, the old one is what it was |
//! | [`export`] | extract of a dataset → bytes | the same bytes for the same input |
//! | [`query`] | a line of text → query → matches and facet counts | printed it reads back the same; ticks and query are one state |
//! | [`dataset`] | TOML text → dataset, or every fault in it | a dataset with errors never half-loads |
//! | [`fault`] | a fault as a value, and the one renderer | every fault names its place |
//! | [`date`] | EDTF: bounds, order, words | never more precise than written |
//! | [`words`] | what the program says, a file a language | a text that a language lacks does not compile; a sentence is one function |
//! | [`text`] | width, cuts, lines, scrubbing, spelling | the one width function |
//!
//! # Glossary
//!
//! | word | what it is here |
//! | --- | --- |
//! | milestone | a dated claim with its sources; what a timeline is made of |
//! | barrier | what *holders* keep shut *against* others on a *channel*; on the screen it is a *wall* |
//! | holder | a company or platform that keeps a barrier up |
//! | effect | what a milestone does to a barrier: the state in which it stands from then on |
//! | state | open, trial, limited, closed, unknown, gone, or not there yet (`none`) |
//! | outcome | how a barrier stands at the end of the span, since when, and for how long it was shut |
//! | relation | how a milestone answers, follows, lifts or is part of an earlier one |
//! | landmark | one of the few milestones that carry the story |
//! | tone | what a kind of milestone does to barriers: closing, opening, trial, rule, neutral |
//! | channel | what passes a barrier or does not: links, payment, … |
//! | EDTF | how dates are written (ISO 8601-2): a month, "about", "one of", open ends, each no more precise than it is known |
//! | soft | of a date: from a first to a last possible day |
//! | span | a stretch of time; of a dataset, what it covers |
//! | facet | a field of the query whose values can be ticked, each with the count that it would give |
//! | folded | of text: without case, accents and widths, as search compares it |
//! | view | one of five ways to look at the same milestones |
//! | lane | a barrier's row in time |
//! | strip | the milestones a month, by tone, above the list |
//! | extract | the part of a dataset that is exported |

pub mod app;
pub mod cli;
pub mod dataset;
pub mod date;
pub mod export;
pub mod fault;
pub mod files;
pub mod query;
pub mod terminal;
pub mod text;
pub mod ui;
pub mod words;

#[cfg(test)]
#[path = "../tests/support/tried.rs"]
mod tried;
