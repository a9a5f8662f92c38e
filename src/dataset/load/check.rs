//! What only shows across tables.

use std::collections::HashSet;

use super::names::Names;
use super::sink::Sink;
use crate::dataset::SourceId;
use crate::fault::{Fault, code};

/// Warns of every source that is in none of `cited`.
pub(super) fn uncited(sink: &Sink<'_>, sources: &Names<'_, SourceId>, cited: impl Iterator<Item = SourceId>) {
    let cited: HashSet<SourceId> = cited.collect();
    for (id, source, span) in sources.claims() {
        if !cited.contains(&source) {
            let message = format!("nothing cites the source {}", code(id));
            let fault = Fault::warning(span, &message, "expected a milestone that cites it");
            sink.report(fault.help("cite it, or leave it out"));
        }
    }
}
