//! What a dataset says about itself.

use crate::date::Span;

/// The table `[dataset]`.
#[derive(Debug)]
pub struct DatasetHead {
    /// Kebab-case.
    pub id: String,
    /// One line.
    pub title: String,
    /// Its Chinese title.
    pub title_zh: Option<String>,
    /// What it covers, in prose.
    pub about: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Its version, as written.
    pub version: Option<String>,
    /// The licence of its text, as written (an SPDX id, for instance).
    pub license: Option<String>,
    /// What the timeline covers, where that is stated.
    pub span: Option<Span>,
}
