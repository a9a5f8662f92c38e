//! What a dataset says of itself and of the milestones that carry its story.

use std::borrow::Cow;

use crate::dataset::{Dataset, Lang, Milestone, MilestoneId};

/// Whether it is one of the few that carry the story.
pub(in crate::app) fn is_landmark(milestone: Milestone<'_>) -> bool {
    milestone.landmark(Lang::En).is_some()
}

/// What a turning point is called: a landmark by its caption, else by its title.
pub fn caption(milestone: Milestone<'_>, lang: Lang) -> Cow<'_, str> {
    milestone.landmark(lang).unwrap_or_else(|| lang.of(milestone.title(), milestone.title_zh()))
}

/// What it is about, for a stranger: the first paragraph of what the dataset says of itself.
pub fn lead(dataset: &Dataset, lang: Lang) -> Option<String> {
    let head = dataset.head();
    let about = lang.texts(head.about.as_deref()?.into(), head.about_zh.as_deref().map(Into::into));
    let first = |about: &Cow<'_, str>| about.trim_start().split("\n\n").next().unwrap_or_default().to_owned();
    let words: Vec<String> = about.iter().map(first).collect();
    Some(words.join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The milestones that a dataset names as those at which its story turned.
pub(super) fn named(dataset: &Dataset) -> &[MilestoneId] {
    &dataset.head().turning_points
}
