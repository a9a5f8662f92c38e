//! TOML text → [`Dataset`], or every fault in it.
//!
//! Text that is no TOML has only its syntax looked at: what it says is anybody's guess. Otherwise all tables
//! are read, those that others refer to first, and faults gathered on the way are put in file order.

mod check;
mod explain;
mod field;
mod milestones;
mod names;
mod parts;
mod read;
mod sink;
mod statements;
mod syntax;

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use toml::de::DeTable;

use super::{Dataset, Head, MilestoneId};
use crate::fault::Fault;
use names::Scope;
use parts::all;
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
    let (tree, broken) = DeTable::parse_recoverable(text);
    if !broken.is_empty() {
        return Loaded { dataset: None, faults: syntax::faults(text, &broken) };
    }
    let sink = Sink::new(text);
    let dataset = file(Table::new(&sink, "file", 0..0, tree.into_inner()), text);
    let faults = sink.into_faults();
    let sound = !faults.iter().any(Fault::is_error);
    Loaded { dataset: dataset.filter(|_| sound), faults }
}

fn file(mut root: Table<'_, '_>, text: &str) -> Option<Dataset> {
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
    let milestones = milestones::milestones(sink, root.may("milestone").tables("milestone"), &scope);
    root.finish();
    let mut by_id: Vec<_> = (0..milestones.len()).map(MilestoneId::new).collect();
    by_id.sort_by(|a, b| milestones[a.index()].id.cmp(&milestones[b.index()].id));
    let head = head?;
    let span = head.span.or_else(|| check::covered(&milestones));
    let digest = digest(text);
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
        by_id,
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
