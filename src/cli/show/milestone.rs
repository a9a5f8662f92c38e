//! A milestone, whole.

use super::page::PlainPage;
use crate::dataset::{Cite, Dataset, Lang, Milestone, Relation, about};
use crate::export::words;
use crate::words::en;

/// The lines of the page, none wider than `cols` but addresses: a broken one could not be copied.
pub(super) fn page(milestone: Milestone<'_>, dataset: &Dataset, cols: usize) -> Vec<String> {
    let mut page = PlainPage::new(cols);
    page.text(milestone.title(), 0);
    page.text(milestone.title_zh().unwrap_or_default(), 0);
    page.gap();
    page.text(&words::capitalized(&milestone.date().words(&en::WORDS)), 0);
    let kind = milestone.kind();
    page.text(&format!("{} {}, {}", kind.glyph, kind.name, words::confidence(milestone, Lang::En)), 0);
    page.text(&words::direction(milestone, Lang::En).unwrap_or_default(), 0);
    page.text(&about(milestone, Lang::En).unwrap_or_default(), 0);
    page.prose(&milestone.summary());
    for text in words::note(milestone, Lang::En).iter().chain(&words::further(milestone, Lang::En)) {
        page.prose(text);
    }
    page.section(
        "Effects",
        milestone.effects().iter().map(|effect| words::effect(effect, dataset, Lang::En)),
    );
    page.section("Earlier", milestone.relations().iter().map(|it| link(*it, words::relation, dataset)));
    page.section("Later", milestone.incoming().iter().map(|it| link(*it, words::incoming, dataset)));
    sources(&mut page, milestone.cites(), dataset);
    page.finish()
}

/// A relation with the id to go on with.
fn link(relation: Relation, words: fn(Relation, &Dataset, Lang) -> String, dataset: &Dataset) -> String {
    format!("{} ({})", words(relation, dataset, Lang::En), dataset.milestone(relation.to).id())
}

fn sources(page: &mut PlainPage, cites: &[Cite], dataset: &Dataset) {
    page.gap();
    page.text(if cites.is_empty() { "No source" } else { "Sources" }, 0);
    for cite in cites {
        let source = dataset.source(cite.source);
        page.text(&words::citation(source, Lang::En), 2);
        source.url.iter().for_each(|url| page.whole(format!("    {url}")));
        if let Some(supports) = cite.supports() {
            page.text(&format!("supports: {supports}"), 4);
        }
    }
}
