//! The parts of a year that stand where a month would: seasons, quarters, thirds and halves.

use super::calendar;
use crate::words::{PartOfYear, Words, en};

/// A part of a year, one of the codes 21 to 41 of ISO 8601-2, 4.8. `edtf-core` bounds the seasons 21 to 24, which leave
/// the hemisphere open, as northern ones.
#[derive(Clone, Copy, Debug)]
pub(super) struct YearPart {
    place: usize,
}

/// The code of the first part.
const FIRST: u8 = 21;

/// The parts of a year that only one hemisphere calls so, and those that are counted, by place.
const NORTH: std::ops::Range<usize> = 4..8;
const SOUTH: std::ops::Range<usize> = 8..12;
const COUNTED: std::ops::RangeFrom<usize> = 12..;

impl YearPart {
    /// The part that `code` stands for, `None` for a month and for what is no code at all.
    pub(super) fn of(code: u8) -> Option<Self> {
        let place = usize::from(code.checked_sub(FIRST)?);
        (place < en::WORDS.dates.parts.len()).then_some(Self { place })
    }

    /// What is said of it.
    pub(super) fn words(self, say: &Words) -> &PartOfYear {
        &say.dates.parts[self.place]
    }

    /// `second half of 2022` in EDTF: an English name, and behind it the words that go with that name.
    pub(super) fn read(text: &str) -> Option<String> {
        en::WORDS.dates.parts.iter().enumerate().zip(FIRST..).find_map(|((place, part), code)| {
            let tail = text.strip_prefix(part.name)?.strip_prefix(' ')?;
            let year = match place {
                _ if COUNTED.contains(&place) => tail.strip_prefix("of ").unwrap_or(tail),
                _ if NORTH.contains(&place) => tail.strip_suffix(" (northern hemisphere)")?,
                _ if SOUTH.contains(&place) => tail.strip_suffix(" (southern hemisphere)")?,
                _ => tail,
            };
            Some(format!("{}-{code}", calendar::any_year(year)?))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        let short = |code| YearPart::of(code).map(|part| part.words(&en::WORDS).short);
        assert_eq!(short(20), None);
        assert_eq!(short(21), Some("spring"));
        assert_eq!(short(25), Some("spring N"));
        assert_eq!(short(29), Some("spring S"));
        assert_eq!(short(33), Some("Q1"));
        assert_eq!(short(37), Some("1st third"));
        assert_eq!(short(40), Some("1st half"));
        assert_eq!(short(41), Some("2nd half"));
        assert_eq!(short(42), None);
    }
}
