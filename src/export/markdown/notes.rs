//! Sources as footnotes: one a source, however many milestones cite it.

use super::{address, escape};
use crate::dataset::{Cite, Dataset, Milestone, Source, SourceId};
use crate::export::words::{self, paragraphs};

/// The footnotes of a document, in order of first use.
pub(super) struct Notes<'a> {
    dataset: &'a Dataset,
    used: Vec<SourceId>,
    /// By source: whether it is among them.
    is_used: Vec<bool>,
}

impl<'a> Notes<'a> {
    /// None used so far.
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        Self { dataset, used: Vec::new(), is_used: vec![false; dataset.sources().len()] }
    }

    /// Whose footnotes they are.
    pub(super) fn dataset(&self) -> &'a Dataset {
        self.dataset
    }

    /// The line that names the sources of a milestone, each with its footnote and what it supports.
    ///
    /// The support stands here and not in the footnote, which other milestones share.
    pub(super) fn sources(&mut self, milestone: Milestone<'_>) -> String {
        let cites: Vec<String> = milestone.cites().iter().map(|cite| self.cite(cite)).collect();
        if cites.is_empty() {
            "Sources: no source".to_owned()
        } else {
            format!("Sources: {}", cites.join("; "))
        }
    }

    fn cite(&mut self, cite: &Cite) -> String {
        if !std::mem::replace(&mut self.is_used[cite.source.index()], true) {
            self.used.push(cite.source);
        }
        let source = self.dataset.source(cite.source);
        let name = escape::noted(&one_line(&source.publisher), &label(source, cite.source));
        match &cite.supports {
            Some(supports) => format!("{name} ({})", escape::part(&one_line(supports))),
            None => name,
        }
    }

    /// The definitions of all that were used.
    pub(super) fn definitions(self) -> impl Iterator<Item = String> + 'a {
        let Self { dataset, used, .. } = self;
        used.into_iter().map(move |id| definition(dataset.source(id), id))
    }
}

/// `[^paper-2021-09-17]: The Paper, "…", 17 September 2021 (language: zh) <https://…>`.
fn definition(source: &Source, id: SourceId) -> String {
    let text = one_line(&words::citation(source));
    let label = label(source, id);
    match source.url.as_deref() {
        None => format!("[^{label}]: {}", escape::paragraph(&text)),
        Some(url) => match address::link(url) {
            Some(link) => format!("[^{label}]: {} {link}", escape::paragraph(&text)),
            None => format!("[^{label}]: {}", escape::paragraph(&format!("{text} {}", one_line(url)))),
        },
    }
}

/// The footnote's id: the source's own, where it is one; a number that no id can be, where it is not ASCII.
fn label(source: &Source, id: SourceId) -> String {
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !source.id.is_empty() && source.id.chars().all(sound) {
        source.id.clone()
    } else {
        format!("source_{}", id.index() + 1)
    }
}

fn one_line(text: &str) -> String {
    paragraphs(text).join(" ")
}
