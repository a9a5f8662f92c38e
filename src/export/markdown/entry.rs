//! One milestone as a list item: its line, then indented paragraphs.

use super::escape;
use super::references::References;
use crate::dataset::{Dataset, Lang, Milestone};
use crate::export::words::{self, paragraphs};

/// The blocks of the item, the first beginning with `- ` and the others indented under it.
pub(super) fn blocks(
    milestone: Milestone<'_>,
    dataset: &Dataset,
    lang: Lang,
    references: &mut References<'_>,
) -> Vec<String> {
    let effects = milestone.effects().iter().map(|effect| words::effect(effect, dataset, lang));
    let relations = milestone.relations().iter().map(|relation| words::relation(*relation, dataset, lang));
    let mut texts = words::summary(milestone, lang);
    texts.extend(joined(effects).map(|effects| format!("Effects: {effects}")));
    texts.extend(joined(relations).map(|relations| words::capitalized(&relations)));
    texts.extend(words::note(milestone, lang).iter().flat_map(|note| paragraphs(note)));
    texts.extend(words::further(milestone, lang));
    let kind = milestone.kind();
    let name = lang.of(&kind.name, kind.name_zh.as_deref());
    texts.push(format!("{name}, {}", words::confidence(milestone)));
    let mut blocks = vec![first_line(milestone, lang)];
    blocks.extend(texts.iter().map(|text| format!("  {}", escape::paragraph(text))));
    blocks.push(format!("  {}", references.line(milestone)));
    blocks
}

/// `- **9 September 2021** MIIT → Alibaba, Tencent: Ministry tells platforms to lift link blocks`.
fn first_line(milestone: Milestone<'_>, lang: Lang) -> String {
    // As written it is ASCII, where the words should ever be not.
    let date = escape::bold(&words::capitalized(&milestone.date().words()))
        .or_else(|| escape::bold(milestone.date().as_written()))
        .unwrap_or_default();
    let title = words::title(milestone, lang);
    let text = match words::direction(milestone, lang) {
        Some(who) => format!("{who}: {title}"),
        None => title.into_owned(),
    };
    format!("- {date} {}", escape::inline(text.trim_matches(' ')))
}

fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let text = texts.collect::<Vec<_>>().join("; ");
    (!text.is_empty()).then_some(text)
}
