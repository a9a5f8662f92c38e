//! The landmarks that a dataset names as its turning points: known only once its milestones are.

use std::ops::RangeInclusive;

use super::field::Word;
use super::milestones::Draft;
use super::names::Names;
use super::read::Table;
use super::sink::Sink;
use crate::dataset::MilestoneId;
use crate::dataset::format::slot;
use crate::dataset::store::Store;
use crate::fault::{Fault, code};

/// So few that a front page names them all, and so many that they are a story.
const COUNT: RangeInclusive<usize> = 3..=5;

/// What a dataset calls its turning points.
#[derive(Default)]
pub(super) struct TurningPoints<'i> {
    words: Vec<Word<'i>>,
}

impl<'i> TurningPoints<'i> {
    /// Reads them off the head. Too few or too many are a fault.
    pub(super) fn read(table: &mut Table<'_, 'i>) -> Self {
        let (sink, field) = (table.sink, table.named("turning_points"));
        let span = field.value.as_ref().map(toml::Spanned::span);
        let words = field.words();
        if let Some(span) = span.filter(|_| !COUNT.contains(&words.len())) {
            let how_many = if words.len() < *COUNT.start() { "few" } else { "many" };
            let message = format!("`turning_points` names too {how_many} milestones");
            sink.report(Fault::error(span, &message, "expected three to five"));
        }
        Self { words }
    }

    /// Reports those that are no landmark among `drafts`, which `names` calls by their ids, and those that are there twice.
    pub(super) fn check(&self, sink: &Sink<'i>, names: &Names<'i, usize>, drafts: &[Draft<'i>]) {
        for (place, word) in self.words.iter().enumerate() {
            let Some(found) = names.find(sink, word) else { continue };
            let earlier = self.words[..place].iter().find(|earlier| earlier.text == word.text);
            if let Some(earlier) = earlier {
                let message = format!("{} is a turning point twice", code(&word.text));
                let fault = Fault::error(word.span.clone(), &message, "expected another milestone");
                sink.report(fault.also(earlier.span.clone(), "first named here"));
            } else if let Some(at) = drafts.get(found).and_then(Draft::no_landmark) {
                let message = format!("the turning point {} is no landmark", code(&word.text));
                let fault =
                    Fault::error(word.span.clone(), &message, "expected a milestone with a `landmark`");
                let help = "give it one, a caption for the front page: `landmark = \"…\"`";
                sink.report(fault.also(at, "this milestone has none").help(help));
            }
        }
    }

    /// Their milestones; `None` where the quick reader found one that is none.
    pub(super) fn find(&self, store: &Store) -> Option<Vec<MilestoneId>> {
        let mut found = Vec::with_capacity(self.words.len());
        for word in &self.words {
            let at = store.find(&word.text)?;
            let row = store.rows.get(at.index())?;
            store.text(row, at, slot("landmark"))?;
            (!found.contains(&at)).then_some(())?;
            found.push(at);
        }
        Some(found)
    }
}
