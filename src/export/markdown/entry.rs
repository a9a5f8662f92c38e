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
    let say = lang.words();
    texts.extend(joined(effects, say.export.effects));
    texts.extend(joined(relations, say.export.relations).map(|relations| words::capitalized(&relations)));
    texts.extend(words::note(milestone, lang).iter().flat_map(|note| paragraphs(note)));
    texts.extend(words::further(milestone, lang));
    let kind = milestone.kind();
    let name = lang.of(&kind.name, kind.name_zh.as_deref());
    texts.push((say.export.kind_and_confidence)(&name, &words::confidence(milestone, lang)));
    let mut blocks = vec![first_line(milestone, lang)];
    blocks.extend(texts.iter().map(|text| format!("  {}", escape::paragraph(text))));
    blocks.push(format!("  {}", references.line(milestone)));
    blocks
}

/// `- **9 September 2021** MIIT → Alibaba, Tencent: Ministry tells platforms to lift link blocks`.
fn first_line(milestone: Milestone<'_>, lang: Lang) -> String {
    // As written it is ASCII, where the words should ever be not.
    let date = escape::bold(&words::capitalized(&milestone.date().words(lang.words())))
        .or_else(|| escape::bold(milestone.date().as_written()))
        .unwrap_or_default();
    let title = words::title(milestone, lang);
    let text = match words::direction(milestone, lang) {
        Some(who) => (lang.words().export.titled)(&who, &title),
        None => title.into_owned(),
    };
    format!("- {date} {}", escape::inline(text.trim_matches(' ')))
}

fn joined(texts: impl Iterator<Item = String>, words: fn(&[String]) -> String) -> Option<String> {
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| words(&texts))
}
