//! Sources: named where a milestone cites them, and listed once at the end, however many milestones do.

use super::{address, escape};
use crate::dataset::{Cite, Dataset, Milestone, Source, SourceId};
use crate::export::words::{self, paragraphs};
use crate::export::{Notes, Options};
use crate::words::Words;

/// The sources of a document, in order of first use.
pub(super) struct References<'a> {
    dataset: &'a Dataset,
    options: Options,
    used: Vec<SourceId>,
    /// By source: whether it is among them.
    is_used: Vec<bool>,
}

impl<'a> References<'a> {
    /// None used so far.
    pub(super) fn new(dataset: &'a Dataset, options: Options) -> Self {
        Self { dataset, options, used: Vec::new(), is_used: vec![false; dataset.sources().len()] }
    }

    fn words(&self) -> &'static Words {
        self.options.lang.words()
    }

    /// The line that names the sources of a milestone, each with what it supports.
    ///
    /// The support stands here and not in a footnote, which other milestones share.
    pub(super) fn line(&mut self, milestone: Milestone<'_>) -> String {
        let cites: Vec<String> = milestone.cites().iter().map(|cite| self.supported(cite)).collect();
        let say = &self.words().export;
        if cites.is_empty() { say.sources_none.to_owned() } else { (say.sources)(&cites) }
    }

    /// The sources of a milestone and no more, for a cell of a table.
    pub(super) fn names(&mut self, milestone: Milestone<'_>) -> String {
        let cites: Vec<String> = milestone.cites().iter().map(|cite| self.cite(cite)).collect();
        let say = &self.words().export;
        if cites.is_empty() { say.no_source.to_owned() } else { (say.sources_listed)(&cites) }
    }

    fn supported(&mut self, cite: &Cite) -> String {
        let name = self.cite(cite);
        match cite.supports() {
            Some(supports) => {
                let supports = self.options.lang.of(supports, cite.supports_zh());
                (self.words().export.supporting)(&name, &escape::part(&one_line(&supports)))
            }
            None => name,
        }
    }

    fn cite(&mut self, cite: &Cite) -> String {
        if !std::mem::replace(&mut self.is_used[cite.source.index()], true) {
            self.used.push(cite.source);
        }
        let source = self.dataset.source(cite.source);
        let publisher = one_line(&source.publisher);
        match self.options.notes {
            Notes::Footnotes => escape::noted(&publisher, &words::source_key(source, cite.source)),
            Notes::Links if link(source).is_some() => {
                format!("[{}][{}]", escape::link_text(&publisher), link_label(source, cite.source))
            }
            // Nothing to link to: all that is known of it stands here.
            Notes::Links => escape::part(&one_line(&words::citation(source, self.options.lang))),
            Notes::Pandoc => format!("[@{}]", words::source_key(source, cite.source)),
            Notes::None => escape::part(&publisher),
        }
    }

    /// The definitions of all that were used, a block each.
    pub(super) fn definitions(&self) -> Vec<String> {
        let used = self.used.iter().map(|id| (self.dataset.source(*id), *id));
        match self.options.notes {
            Notes::Footnotes => used.map(|(source, id)| self.footnote(source, id)).collect(),
            Notes::Links => used.filter_map(|(source, id)| self.reference(source, id)).collect(),
            // The first has them in a file of their own, the second has none.
            Notes::Pandoc | Notes::None => Vec::new(),
        }
    }

    /// `[^paper-2021-09-17]: The Paper, "…", 17 September 2021 (language: zh) <https://…>`.
    fn footnote(&self, source: &Source, id: SourceId) -> String {
        let text = one_line(&words::citation(source, self.options.lang));
        let label = words::source_key(source, id);
        match (link(source), &source.url) {
            (Some(link), _) => format!("[^{label}]: {} {link}", escape::paragraph(&text)),
            (None, Some(url)) => {
                format!("[^{label}]: {}", escape::paragraph(&format!("{text} {}", one_line(url))))
            }
            (None, None) => format!("[^{label}]: {}", escape::paragraph(&text)),
        }
    }

    /// `[paper-2021-09-17]: <https://…> 'The Paper, "…", 17 September 2021 (language: zh)'`.
    fn reference(&self, source: &Source, id: SourceId) -> Option<String> {
        let link = link(source)?;
        let title = escape::link_title(&one_line(&words::citation(source, self.options.lang)));
        Some(format!("[{}]: {link} {title}", link_label(source, id)))
    }
}

fn link(source: &Source) -> Option<String> {
    source.url.as_deref().and_then(address::link)
}

/// The label of a link. Unlike a footnote's, a word alone will not do: `[court]` in somebody's prose would become
/// the link. No bracket with a digit or a `_` in its one word is left unescaped.
fn link_label(source: &Source, id: SourceId) -> String {
    let label = words::source_key(source, id);
    if label.contains(|c: char| c.is_ascii_digit()) { label } else { format!("source_{label}") }
}

fn one_line(text: &str) -> String {
    paragraphs(text).join(" ")
}
