//! A word in the text of milestones.
//!
//! No text is kept for this: what a milestone says is read where it stands, made [folded](crate::text::fold) and looked
//! through. So that this is done to few, each milestone has a [`Letters`]: which characters there are in its text. A
//! milestone that lacks one of a word's need not be read, and of a word of one letter the letters are the answer.

use std::borrow::Cow;

use memchr::memmem::Finder;
use roaring::RoaringBitmap;

use super::sets::append;
use crate::dataset::format::{FormatKey, MILESTONE, Value};
use crate::dataset::{Dataset, Milestone, MilestoneId};
use crate::text::fold_onto;

/// Which characters a folded text has: a bit for each small letter and digit; all others share the other bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters(u64);

const LETTERS: u32 = 26;
const DIGITS: u32 = 10;

impl Letters {
    /// The bits of the characters of `text`, which is folded.
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
    fn of_milestone(milestone: Milestone<'_>, folded: &mut String) -> Self {
        let letters = |field: &str| {
            if field.is_ascii() {
                return Self::of_ascii(field.as_bytes()).0;
            }
            folded.clear();
            fold_onto(folded, field);
            Self::of(folded).0
        };
        Self(
            milestone.as_written().texts().into_iter().flatten().map(letters).fold(0, |all, bits| all | bits),
        )
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
    let mut folded = String::new();
    milestones.map(|milestone| Letters::of_milestone(milestone, &mut folded)).collect()
}

/// The texts of a milestone that are searched, in the order in which a reader meets them: of what is shown nowhere,
/// its id, last.
pub(super) fn fields(milestone: Milestone<'_>) -> impl Iterator<Item = (&'static FormatKey, Cow<'_, str>)> {
    let is_id = |key: &&FormatKey| matches!(key.value, Value::Id);
    let shown = MILESTONE.keys.iter().filter(move |key| !is_id(key));
    let keys = shown.chain(MILESTONE.keys.iter().filter(is_id));
    keys.filter_map(move |key| Some((key, milestone.said(key)?)))
}

/// What is looked for.
pub(super) struct Needle<'w> {
    folded: &'w str,
    finder: Finder<'w>,
    letters: Letters,
}

/// So many milestones are brought near before they are read: as much as stays there meanwhile.
const AT_ONCE: usize = 32;

impl<'w> Needle<'w> {
    /// `word` is folded.
    pub(super) fn new(word: &'w str) -> Self {
        Self { folded: word, finder: Finder::new(word), letters: Letters::of(word) }
    }

    /// Which of the milestones `ids`, whose letters are `letters`, one each, hold it.
    pub(super) fn among(
        &self,
        ids: impl Iterator<Item = (u32, Letters)>,
        dataset: &Dataset,
    ) -> RoaringBitmap {
        let may_hold = ids.filter(|(_, letters)| letters.holds(self.letters)).map(|(id, _)| id);
        let is_letter = matches!(self.folded.as_bytes(), [b'a'..=b'z' | b'0'..=b'9']);
        let mut found = RoaringBitmap::new();
        if is_letter {
            append(&mut found, may_hold);
            return found;
        }
        let mut folded = String::new();
        let mut may_hold = may_hold.map(|id| (id, dataset.milestone(MilestoneId::new(id as usize))));
        let mut some = Vec::with_capacity(AT_ONCE);
        loop {
            // Not collected: a set that is asked how many are left counts them all, each time.
            for one in may_hold.by_ref().take(AT_ONCE) {
                some.push(one);
            }
            if some.is_empty() {
                return found;
            }
            for (_, milestone) in &some {
                milestone.as_written().prefetch();
            }
            let holding = some.drain(..).filter(|(_, milestone)| self.is_in(*milestone, &mut folded));
            append(&mut found, holding.map(|(id, _)| id));
        }
    }

    fn is_in(&self, milestone: Milestone<'_>, folded: &mut String) -> bool {
        // An escape is of a quote or a backslash: a word without either stands in a text as it is written, or not at all.
        if self.folded.contains(['"', '\\']) {
            return fields(milestone).any(|(_, field)| self.is_in_text(&field, folded));
        }
        let written = milestone.as_written().texts();
        let mut texts = written.into_iter().flatten();
        // What stands in a text as it is written stands in its folded form, which need not be made for it.
        texts.clone().any(|text| self.is_in_bytes(text)) || texts.any(|text| self.is_in_text(text, folded))
    }

    fn is_in_text(&self, text: &str, folded: &mut String) -> bool {
        folded.clear();
        if text.is_ascii() && !(self.folded.contains(' ') && has_gap(text)) {
            folded.push_str(text);
            folded.make_ascii_lowercase();
        } else {
            fold_onto(folded, text);
        }
        self.is_in_bytes(folded)
    }

    fn is_in_bytes(&self, text: &str) -> bool {
        self.finder.find(text.as_bytes()).is_some()
    }
}

/// Whether `text`, which is ASCII, has blanks that are one blank in its folded form.
fn has_gap(text: &str) -> bool {
    text.contains(['\n', '\t', '\r']) || text.contains("  ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Lang;
    use crate::dataset::load::load;
    use crate::text::fold;

    const STORY: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/story.toml"));

    #[test]
    fn letters_are_those_of_the_folded_text() {
        let dataset = load(STORY).dataset.expect("a dataset");
        for (milestone, letters) in dataset.milestones().zip(letters(dataset.milestones())) {
            let written: String = milestone.as_written().texts().into_iter().flatten().map(fold).collect();
            assert_eq!(letters, Letters(written.chars().fold(0, |bits, c| bits | 1 << bit(c))), "{written}");
            let folded: String = fields(milestone).map(|(_, field)| fold(&field)).collect();
            assert!(letters.holds(Letters::of(&folded)), "{folded}");
        }
    }

    #[test]
    fn what_is_written_is_what_is_read_but_for_escapes() {
        let dataset = load(STORY).dataset.expect("a dataset");
        for milestone in dataset.milestones() {
            let written = milestone.as_written().texts().into_iter().flatten();
            let mut written: Vec<String> = written.map(|text| text.replace('\\', "")).collect();
            let mut read: Vec<String> = fields(milestone).map(|(_, text)| text.into_owned()).collect();
            written.sort();
            read.sort();
            assert_eq!(written, read, "{}", milestone.id());
        }
        let has_note = dataset.milestones().filter(|milestone| !milestone.notes(Lang::En).is_empty());
        assert!(has_note.count() > 0, "nothing further is read");
    }

    #[test]
    fn a_word_stands_where_it_stands_in_the_folded_text() {
        for text in ["Tencent  opens\nup", "Zürich, 2021", "a \"wall\" of \\", "微信 Pay", "", "aab"] {
            let folded = fold(text);
            for word in [
                "t opens up",
                "ENS".to_lowercase().as_str(),
                "zurich",
                "\"",
                "微",
                "信 p",
                "ab",
                "aab",
                "b",
                "x",
            ] {
                let is_in = Needle::new(word).is_in_text(text, &mut String::new());
                assert_eq!(is_in, folded.contains(word), "{word} in {text}");
            }
        }
    }

    #[test]
    fn no_letter_shares_its_bit() {
        let own: Vec<u32> = ('a'..='z').chain('0'..='9').map(bit).collect();
        assert_eq!(own, (0..LETTERS + DIGITS).collect::<Vec<_>>());
        assert!(['微', ' ', '-', 'ß'].into_iter().all(|c| (LETTERS + DIGITS..u64::BITS).contains(&bit(c))));
    }
}
