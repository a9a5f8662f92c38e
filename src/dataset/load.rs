//! TOML text → [`Dataset`], or every fault in it.
//!
//! Text that is no TOML has only its syntax looked at: what it says is anybody's guess. Otherwise all tables
//! are read, those that others refer to first, and faults gathered on the way are put in file order.
//!
//! A long file is read in `pieces`, by several threads, as long as nothing is wrong with it. Where anything
//! is, it is read once more as a whole: what is wrong is said in one way only.

mod check;
mod explain;
mod field;
mod milestones;
mod names;
mod parts;
mod pieces;
mod read;
mod sink;
mod statements;
mod syntax;

use std::fmt::Write as _;
use std::sync::OnceLock;

use sha2::{Digest, Sha256};
use toml::de::{DeTable, Error};

use super::history::untold;
use super::{Dataset, Head};
use crate::fault::Fault;
use field::Field;
use names::Scope;
use parts::all;
use pieces::Piece;
use read::Table;
use sink::Sink;

/// What loading came to.
#[derive(Debug)]
pub struct Loaded {
    /// The dataset; `None` where any fault is an error: a faulty dataset never half-loads.
    pub dataset: Option<Dataset>,
    /// Every fault, in file order.
    pub faults: Vec<Fault>,
}

/// Loads the TOML `text`.
pub fn load(text: &str) -> Loaded {
    in_pieces(text, pieces::SIZE).unwrap_or_else(|| whole(text))
}

/// Loads `text` cut into pieces of about `size` bytes; `None` where it is not worth it, or has an error.
fn in_pieces(text: &str, size: usize) -> Option<Loaded> {
    let (head, pieces) = pieces::cut(text, size)?;
    tables(text, head, &pieces).ok().filter(|loaded| loaded.dataset.is_some())
}

fn whole(text: &str) -> Loaded {
    tables(text, text, &[])
        .unwrap_or_else(|broken| Loaded { dataset: None, faults: syntax::faults(text, &broken) })
}

/// Reads the tables of `text`: those of its `head`, and the milestones in `pieces`.
fn tables<'i>(text: &'i str, head: &'i str, pieces: &[Piece<'i>]) -> Result<Loaded, Vec<Error>> {
    let (tree, broken) = DeTable::parse_recoverable(head);
    if !broken.is_empty() {
        return Err(broken);
    }
    let sink = Sink::new(text);
    let dataset = file(Table::new(&sink, "file", 0..0, tree.into_inner()), text, pieces);
    let faults = sink.into_faults();
    let sound = !faults.iter().any(Fault::is_error);
    Ok(Loaded { dataset: dataset.filter(|_| sound), faults })
}

fn file<'i>(mut root: Table<'_, 'i>, text: &str, pieces: &[Piece<'i>]) -> Option<Dataset> {
    let sink = root.sink;
    root.must("schema").schema();
    let head = root.must("dataset").table("dataset").and_then(head);
    let mut scope = Scope::new();
    let companies =
        all(root.may("company").tables("company"), |index, table| parts::company(index, table, &mut scope));
    let platforms = all(root.may("platform").tables("platform"), |index, table| {
        parts::platform(index, table, &mut scope)
    });
    let kinds =
        all(root.may("kind").tables("kind"), |index, table| parts::kind(index, table, &mut scope.kinds));
    let channels = all(root.may("channel").tables("channel"), |index, table| {
        parts::channel(index, table, &mut scope.channels)
    });
    let sources = all(root.may("source").tables("source"), |index, table| {
        parts::source(index, table, &mut scope.sources)
    });
    let barriers =
        all(root.may("barrier").tables("barrier"), |index, table| parts::barrier(index, table, &mut scope));
    let drafts = match (pieces, root.may("milestone")) {
        ([], all) => milestones::drafts(all.tables("milestone"), &scope),
        (pieces, Field { value: None, .. }) => pieces::drafts(sink, pieces, &scope)?,
        // Whether a list of milestones may go on in another piece, only the parser can say.
        _ => return None,
    };
    let milestones = milestones::milestones(sink, drafts, &scope);
    root.finish();
    let head = head?;
    let span = head.span.or_else(|| check::covered(&milestones));
    let digest = digest(text);
    let histories = untold(&milestones, barriers.len());
    Some(Dataset {
        head,
        span,
        digest,
        companies,
        platforms,
        kinds,
        channels,
        sources,
        barriers,
        milestones,
        by_id: OnceLock::new(),
        histories,
    })
}

fn head(mut table: Table<'_, '_>) -> Option<Head> {
    let id = table.id();
    let title = table.must("title").line();
    let title_zh = table.may("title_zh").line();
    let about = table.may("about").prose();
    let note = table.may("note").prose();
    let version = table.may("version").line();
    let license = table.may("license").line();
    let span = table.may("span").date().map(|(date, _)| date.span());
    table.finish();
    Some(Head { id: parts::stored(id)?, title: title?, title_zh, about, note, version, license, span })
}

/// SHA-256 of `text` in hexadecimal.
fn digest(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
