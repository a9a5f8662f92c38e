//! The parts of a year that stand where a month would: seasons, quarters, thirds and halves.

use super::calendar;

/// A part of a year, one of the codes 21 to 41 of ISO 8601-2, 4.8.
#[derive(Debug)]
pub(super) struct YearPart {
    /// What a reader sees before the year: `second half`.
    pub(super) name: &'static str,
    /// What a list shows under a year heading, ASCII: `H2`.
    pub(super) short: &'static str,
    tail: Tail,
}

/// What stands after the name.
#[derive(Clone, Copy, Debug)]
enum Tail {
    /// `spring 2001`
    Year,
    /// `second half of 2022`
    OfYear,
    /// `spring 2001 (northern hemisphere)`
    North,
    /// `spring 2001 (southern hemisphere)`
    South,
}

impl YearPart {
    /// The part that `code` stands for, `None` for a month and for what is no code at all.
    pub(super) fn of(code: u8) -> Option<&'static YearPart> {
        PARTS.get(usize::from(code.checked_sub(FIRST)?))
    }

    /// `second half of 2022` in EDTF: a name, and behind it the words that go with that name.
    pub(super) fn read(text: &str) -> Option<String> {
        PARTS.iter().zip(FIRST..).find_map(|(part, code)| {
            let tail = text.strip_prefix(part.name)?.strip_prefix(' ')?;
            let year = match part.tail {
                Tail::Year => tail,
                Tail::OfYear => tail.strip_prefix("of ").unwrap_or(tail),
                Tail::North => tail.strip_suffix(" (northern hemisphere)")?,
                Tail::South => tail.strip_suffix(" (southern hemisphere)")?,
            };
            Some(format!("{}-{code}", calendar::any_year(year)?))
        })
    }

    /// The words after the name, the year among them.
    pub(super) fn tail(&self, year: &str) -> String {
        match self.tail {
            Tail::Year => format!(" {year}"),
            Tail::OfYear => format!(" of {year}"),
            Tail::North => format!(" {year} (northern hemisphere)"),
            Tail::South => format!(" {year} (southern hemisphere)"),
        }
    }
}

/// The code of the first part.
const FIRST: u8 = 21;

/// All parts, by code. Seasons 21 to 24 leave the hemisphere open; `edtf-core` bounds them as northern ones.
static PARTS: [YearPart; 21] = [
    part("spring", "spring", Tail::Year),
    part("summer", "summer", Tail::Year),
    part("autumn", "autumn", Tail::Year),
    part("winter", "winter", Tail::Year),
    part("spring", "spring N", Tail::North),
    part("summer", "summer N", Tail::North),
    part("autumn", "autumn N", Tail::North),
    part("winter", "winter N", Tail::North),
    part("spring", "spring S", Tail::South),
    part("summer", "summer S", Tail::South),
    part("autumn", "autumn S", Tail::South),
    part("winter", "winter S", Tail::South),
    part("first quarter", "Q1", Tail::OfYear),
    part("second quarter", "Q2", Tail::OfYear),
    part("third quarter", "Q3", Tail::OfYear),
    part("fourth quarter", "Q4", Tail::OfYear),
    part("first third", "1/3", Tail::OfYear),
    part("second third", "2/3", Tail::OfYear),
    part("last third", "3/3", Tail::OfYear),
    part("first half", "H1", Tail::OfYear),
    part("second half", "H2", Tail::OfYear),
];

const fn part(name: &'static str, short: &'static str, tail: Tail) -> YearPart {
    YearPart { name, short, tail }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        let short = |code| YearPart::of(code).map(|part| part.short);
        assert_eq!(short(20), None);
        assert_eq!(short(21), Some("spring"));
        assert_eq!(short(25), Some("spring N"));
        assert_eq!(short(29), Some("spring S"));
        assert_eq!(short(33), Some("Q1"));
        assert_eq!(short(37), Some("1/3"));
        assert_eq!(short(40), Some("H1"));
        assert_eq!(short(41), Some("H2"));
        assert_eq!(short(42), None);
    }
}
