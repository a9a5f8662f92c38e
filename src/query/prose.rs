//! All text of a dataset's milestones in the form in which it is searched: one string, so that a word is looked
//! for at the speed of memory.

use memchr::memmem::Finder;
use roaring::RoaringBitmap;

use crate::dataset::{Dataset, Milestone};
use crate::text::loosen_onto;

/// The loose form of every milestone's own text, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Prose {
    text: String,
    /// Where the text of each milestone begins, and at last where the text ends. Bytes.
    starts: Vec<usize>,
}

/// Between fields, so that nothing is found across two of them: loose text holds no newline.
const END: char = '\n';

/// The fields of a milestone's own text.
pub(super) fn fields(milestone: Milestone<'_>) -> [Option<&str>; 6] {
    [
        Some(milestone.title()),
        milestone.title_zh(),
        Some(milestone.summary()),
        milestone.summary_zh(),
        milestone.note(),
        Some(milestone.id()),
    ]
}

impl Prose {
    pub(super) fn new(dataset: &Dataset) -> Self {
        let mut prose = Self { text: String::new(), starts: Vec::with_capacity(dataset.len() + 1) };
        for milestone in dataset.milestones() {
            prose.starts.push(prose.text.len());
            for field in fields(milestone).into_iter().flatten() {
                loosen_onto(&mut prose.text, field);
                prose.text.push(END);
            }
        }
        prose.text.shrink_to_fit();
        prose.starts.push(prose.text.len());
        prose
    }

    /// Bytes that it holds.
    pub(super) fn bytes(&self) -> usize {
        self.text.len() + self.starts.len() * size_of::<usize>()
    }

    /// The milestones whose text holds `word`, which is loose.
    pub(super) fn holding(&self, word: &str) -> RoaringBitmap {
        let finder = Finder::new(word);
        let bytes = self.text.as_bytes();
        let mut found = RoaringBitmap::new();
        let mut milestone = 0;
        // On to the next milestone after each find: one is enough.
        while let Some(at) = self.starts.get(milestone).copied().filter(|at| *at < bytes.len()) {
            let Some(more) = finder.find(&bytes[at..]) else { break };
            milestone = self.milestone_at(milestone, at + more);
            found.extend(u32::try_from(milestone));
            milestone += 1;
        }
        found
    }

    /// Those of `candidates` whose text holds `word`: where a shorter word was found already.
    pub(super) fn holding_among(&self, word: &str, candidates: &RoaringBitmap) -> RoaringBitmap {
        let finder = Finder::new(word);
        let holds = |id: &u32| {
            let place = *id as usize;
            let ends = self.starts.get(place).zip(self.starts.get(place + 1));
            let text = ends.and_then(|(from, to)| self.text.as_bytes().get(*from..*to));
            text.is_some_and(|text| finder.find(text).is_some())
        };
        candidates.iter().filter(holds).collect()
    }

    /// The milestone whose text holds the byte at `at`, looked for from `from` on: near, most of the time.
    fn milestone_at(&self, from: usize, at: usize) -> usize {
        let mut step = 1;
        while self.starts.get(from + step).is_some_and(|start| *start <= at) {
            step *= 2;
        }
        let window = &self.starts[from + step / 2..self.starts.len().min(from + step + 1)];
        from + step / 2 + window.partition_point(|start| *start <= at) - 1
    }
}
