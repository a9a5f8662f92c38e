//! Calendar years by themselves: as people count them, and as EDTF writes them.

/// A year as people count it, in the words of [`Date::words`](super::Date::words): `2021`, `AD 79`, `44 BC`.
/// Years are astronomical: 0 is 1 BC.
pub fn year_words(year: i32) -> String {
    match year {
        ..1 => format!("{} BC", 1 - i64::from(year)),
        1..1000 => format!("AD {year}"),
        _ => year.to_string(),
    }
}

/// A year as EDTF writes it: four digits, or `Y` before more of them.
pub fn year_edtf(year: i32) -> String {
    match year {
        0..10_000 => format!("{year:04}"),
        -9_999..0 => format!("-{:04}", year.unsigned_abs()),
        _ => format!("Y{year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;

    #[test]
    fn a_year_reads_as_its_date_does() {
        for year in [2021, 999, 79, 1, 0, -1, -43, -753] {
            let date = Date::parse(&year_edtf(year)).expect("EDTF");
            assert_eq!((date.year(), date.words()), (Some(year), year_words(year)));
        }
        assert_eq!(year_words(0), "1 BC");
    }

    #[test]
    fn every_year_is_written_as_edtf_reads_it() {
        for year in [0, 7, 9_999, 10_000, 262_000, -1, -9_999, -10_000, -262_000] {
            let text = year_edtf(year);
            assert_eq!(Date::parse(&text).expect("EDTF").year(), Some(year), "{text}");
        }
    }
}
