//! What a dataset says about itself.

use super::MilestoneId;
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
    /// What it is about, in prose: the first paragraph tells a stranger.
    pub about: Option<String>,
    /// The same in Chinese.
    pub about_zh: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The same in Chinese.
    pub note_zh: Option<String>,
    /// Its version, as written.
    pub version: Option<String>,
    /// The licence of its text, as written (an SPDX id, for instance).
    pub license: Option<String>,
    /// What the timeline covers, where that is stated.
    pub span: Option<Span>,
    /// The few landmarks that the story turns on, in the order of the file; none, or three to five.
    pub turning_points: Vec<MilestoneId>,
}
