//! One milestone as a list item: its line, then indented paragraphs.

use super::escape;
use super::notes::Notes;
use crate::dataset::Milestone;
use crate::export::words::{self, paragraphs};

/// The blocks of the item, the first beginning with `- ` and the others indented under it.
pub(super) fn blocks(milestone: Milestone<'_>, notes: &mut Notes<'_>) -> Vec<String> {
    let mut texts = paragraphs(milestone.summary());
    texts.extend(effects(milestone, notes));
    texts.extend(relations(milestone, notes));
    texts.extend(words::note(milestone).iter().flat_map(|note| paragraphs(note)));
    texts.push(format!("{}, {} confidence", milestone.kind().name, milestone.confidence().as_str()));
    let mut blocks = vec![first_line(milestone)];
    blocks.extend(texts.iter().map(|text| format!("  {}", escape::paragraph(text))));
    blocks.push(format!("  {}", notes.sources(milestone)));
    blocks
}

/// `- **9 September 2021** MIIT → Alibaba, Tencent: Ministry tells platforms to lift link blocks`.
fn first_line(milestone: Milestone<'_>) -> String {
    // As written it is ASCII, where the words should ever be not.
    let date = escape::bold(&words::capitalized(&milestone.date().words()))
        .or_else(|| escape::bold(milestone.date().as_written()))
        .unwrap_or_default();
    let title = milestone.title();
    let text = words::direction(milestone).map_or_else(|| title.to_owned(), |who| format!("{who}: {title}"));
    format!("- {date} {}", escape::inline(text.trim_matches(' ')))
}

fn effects(milestone: Milestone<'_>, notes: &Notes<'_>) -> Option<String> {
    let effects: Vec<_> =
        milestone.effects().iter().map(|effect| words::effect(effect, notes.dataset())).collect();
    (!effects.is_empty()).then(|| format!("Effects: {}", effects.join("; ")))
}

fn relations(milestone: Milestone<'_>, notes: &Notes<'_>) -> Option<String> {
    let relations = milestone.relations().iter().map(|relation| words::relation(*relation, notes.dataset()));
    let text = relations.collect::<Vec<_>>().join("; ");
    (!text.is_empty()).then(|| words::capitalized(&text))
}
