//! A word in the text of milestones.
//!
//! No text is kept for this: what a milestone says is read where it stands, made [loose](crate::text::loosen) and looked
//! through. So that this is done to few, each milestone has a [`Letters`]: which characters there are in its text. A
//! milestone that lacks one of a word's need not be read, and of a word of one letter the letters are the answer.

use std::borrow::Cow;

use memchr::memmem::Finder;
use roaring::RoaringBitmap;

use crate::dataset::{Dataset, Milestone, MilestoneId};
use crate::text::loosen_onto;

/// Which characters a loose text has: a bit for each small letter and digit; all others share the other bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters(u64);

const LETTERS: u32 = 26;
const DIGITS: u32 = 10;

impl Letters {
    /// The bits of the characters of `text`, which is loose.
    pub(super) fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::of_ascii(text.as_bytes());
        }
        Self(text.chars().fold(0, |bits, c| bits | 1 << bit(c)))
    }

    /// The same of ASCII, capital or small.
    fn of_ascii(text: &[u8]) -> Self {
        let bits = |bytes: &[u8]| bytes.iter().fold(0, |bits, byte| bits | BITS[usize::from(*byte)]);
        // Four at a time do not wait for one another.
        let mut quarters = [0; 4];
        let chunks = text.chunks_exact(quarters.len());
        let rest = bits(chunks.remainder());
        for chunk in chunks {
            for (quarter, byte) in quarters.iter_mut().zip(chunk) {
                *quarter |= BITS[usize::from(*byte)];
            }
        }
        Self(quarters.into_iter().fold(rest, |all, bits| all | bits))
    }

    /// Those of a milestone's own text.
    fn of_milestone(milestone: Milestone<'_>, loose: &mut String) -> Self {
        let letters = |field: Cow<'_, str>| {
            if field.is_ascii() {
                return Self::of_ascii(field.as_bytes()).0;
            }
            loose.clear();
            loosen_onto(loose, &field);
            Self::of(loose).0
        };
        Self(fields(milestone).into_iter().flatten().map(letters).fold(0, |all, bits| all | bits))
    }

    /// Whether a text that has these may hold a word that has `others`.
    const fn holds(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }
}

/// The bit of each byte that is ASCII.
const BITS: [u64; 256] = {
    let mut bits = [0; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        bits[byte as usize] = 1 << bit((byte as char).to_ascii_lowercase());
        byte += 1;
    }
    bits
};

const fn bit(c: char) -> u32 {
    match c {
        'a'..='z' => c as u32 - 'a' as u32,
        '0'..='9' => LETTERS + c as u32 - '0' as u32,
        _ => LETTERS + DIGITS + c as u32 % (u64::BITS - LETTERS - DIGITS),
    }
}

/// The letters of so many milestones, in order.
pub(super) fn letters<'a>(milestones: impl Iterator<Item = Milestone<'a>>) -> Vec<Letters> {
    let mut loose = String::new();
    milestones.map(|milestone| Letters::of_milestone(milestone, &mut loose)).collect()
}

/// Between fields, so that nothing is found across two of them: loose text holds no newline.
const END: char = '\n';

/// The fields of a milestone's own text.
pub(super) fn fields(milestone: Milestone<'_>) -> [Option<Cow<'_, str>>; 6] {
    [
        Some(milestone.title().into()),
        milestone.title_zh().map(Cow::from),
        Some(milestone.summary()),
        milestone.summary_zh(),
        milestone.note(),
        Some(milestone.id().into()),
    ]
}

/// What is looked for.
pub(super) struct Word<'w> {
    word: &'w str,
    finder: Finder<'w>,
    letters: Letters,
}

impl<'w> Word<'w> {
    /// `word` is loose.
    pub(super) fn new(word: &'w str) -> Self {
        Self { word, finder: Finder::new(word), letters: Letters::of(word) }
    }

    /// Which of the milestones `ids`, whose letters are `letters`, one each, hold it.
    pub(super) fn among(
        &self,
        ids: impl Iterator<Item = (u32, Letters)>,
        dataset: &Dataset,
    ) -> RoaringBitmap {
        let may_hold = ids.filter(|(_, letters)| letters.holds(self.letters)).map(|(id, _)| id);
        if let [b'a'..=b'z' | b'0'..=b'9'] = self.word.as_bytes() {
            return may_hold.collect();
        }
        let mut loose = String::new();
        may_hold
            .filter(|id| self.is_in(dataset.milestone(MilestoneId::new(*id as usize)), &mut loose))
            .collect()
    }

    fn is_in(&self, milestone: Milestone<'_>, loose: &mut String) -> bool {
        loose.clear();
        for field in fields(milestone).into_iter().flatten() {
            loosen_onto(loose, &field);
            loose.push(END);
        }
        self.finder.find(loose.as_bytes()).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::EMBEDDED;
    use crate::dataset::load::load;
    use crate::text::loosen;

    #[test]
    fn letters_are_those_of_the_loose_text() {
        let dataset = load(EMBEDDED).dataset.expect("a dataset");
        for (milestone, letters) in dataset.milestones().zip(letters(dataset.milestones())) {
            let loose: String = fields(milestone).into_iter().flatten().map(|field| loosen(&field)).collect();
            assert_eq!(letters, Letters(loose.chars().fold(0, |bits, c| bits | 1 << bit(c))), "{loose}");
        }
    }

    #[test]
    fn no_letter_shares_its_bit() {
        let own: Vec<u32> = ('a'..='z').chain('0'..='9').map(bit).collect();
        assert_eq!(own, (0..LETTERS + DIGITS).collect::<Vec<_>>());
        assert!(['微', ' ', '-', 'ß'].into_iter().all(|c| (LETTERS + DIGITS..u64::BITS).contains(&bit(c))));
    }
}
