//! What stands without a key, and is no mere word: a date, or a comparison with one.

use super::Field;
use crate::text::halfwidth;

/// The ends that a span may be written with, a digit as `0`.
const ENDS: [&str; 4] = ["", "0000", "0000-00", "0000-00-00"];

/// Whether `text` is written as a date, or as a span of them: `2021`, `2021-09`, `2021..2023`. It need not be a day that
/// ever was.
pub(super) fn is_date(text: &str) -> bool {
    let shape = shape(text);
    shapes().any(|date| date == shape)
}

/// Whether `word`, which is being typed, is the beginning of a date, but not a whole one yet.
pub fn may_become_date(word: &str) -> bool {
    let begun = shape(word);
    !begun.is_empty() && !is_date(word) && shapes().any(|date| date.starts_with(&begun))
}

/// Every way to write a date, or two: none is longer than a few letters, and there are twenty.
fn shapes() -> impl Iterator<Item = String> {
    let spans = ENDS.into_iter().flat_map(|from| ENDS.map(|to| format!("{from}..{to}")));
    ENDS.into_iter().map(str::to_owned).chain(spans).filter(|shape| shape.contains('0'))
}

fn shape(text: &str) -> String {
    text.chars().map(halfwidth).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// Whether `text`, without quotes, would be no word: it is a date, or compares with one.
pub(super) fn is_about_time(text: &str) -> bool {
    is_date(text) || compared(text).is_some()
}

/// Whether it is digits alone.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// What to write instead of `year>2020`, which other languages have.
pub(super) fn compared(text: &str) -> Option<String> {
    let ascii: String = text.chars().map(halfwidth).collect();
    let (key, value) = ascii.split_at_checked(ascii.find(['<', '>'])?)?;
    Field::of_key(key).filter(|field| field.is_time())?;
    let (is_after, value) = (value.starts_with('>'), value.trim_start_matches(['<', '>']));
    let (is_strict, value) = (!value.starts_with('='), value.trim_start_matches('='));
    // Of a month or a day the next one is not worth a calendar here: both ends of a span belong to it.
    let beside = |by: i64| match value.parse::<i64>() {
        Ok(year) if is_strict && value.len() == 4 => format!("{:04}", year.saturating_add(by)),
        _ => value.to_owned(),
    };
    Some(match value {
        "" => "write `date:2021..` or `date:..2019`".to_owned(),
        _ if is_after => format!("write `date:{}..`", beside(1)),
        _ => format!("write `date:..{}`", beside(-1)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_four_digits_and_what_follows_them() {
        for date in
            ["2021", "0044", "2021-09", "2021-09-09", "2021..2023", "2021-09..", "..２０２１", "2021-99"]
        {
            assert!(is_date(date) && !may_become_date(date), "{date}");
        }
        for word in
            ["", "a", "..", "202", "20210", "2021-9", "2021~", "202X", "-2021", "2021...", "2021/2022"]
        {
            assert!(!is_date(word), "{word}");
        }
        for begun in ["2", "202", "2021-", "2021-0", "2021.", "2021..2", ".", "..", "..202", "２０"] {
            assert!(may_become_date(begun), "{begun}");
        }
        for word in ["", "a", "2a", "20210", "2021-9a", "-"] {
            assert!(!may_become_date(word), "{word}");
        }
    }

    #[test]
    fn a_comparison_is_answered_with_the_span_that_it_means() {
        for (text, help) in [
            ("year>2020", "write `date:2021..`"),
            ("Year>=2020", "write `date:2020..`"),
            ("date<2020", "write `date:..2019`"),
            ("date<=2020-05", "write `date:..2020-05`"),
            ("ｄａｔｅ＞２０２０", "write `date:2021..`"),
            ("date>2020-05", "write `date:2020-05..`"),
            ("year>", "write `date:2021..` or `date:..2019`"),
        ] {
            assert_eq!(compared(text).as_deref(), Some(help), "{text}");
        }
        assert_eq!((compared("kind>1"), compared("a<b"), compared("year")), (None, None, None));
    }
}
