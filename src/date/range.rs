//! A stretch of time, as a query asks for it.

use super::error::DateError;
use super::span::Span;
use super::value::Date;

impl Span {
    /// Reads the value of `year:` and `date:`: any date, in EDTF or as [people say it](Date::parse_plainly), which means
    /// the days it may be, or two of them.
    ///
    /// | written | from | to |
    /// | --- | --- | --- |
    /// | `2021` | 2021-01-01 | 2021-12-31 |
    /// | `2021-09..2022-03` | 2021-09-01 | 2022-03-31 |
    /// | `2021-09..` | 2021-09-01 | open |
    /// | `..2019` | open | 2019-12-31 |
    /// | `[1670..1672]` | 1670-01-01 | 1672-12-31 |
    /// | `from May to August 2011` | 2011-05-01 | 2011-08-31 |
    /// | `754 BC..sept 2021` | -0753-01-01 | 2021-09-30 |
    ///
    /// # Errors
    ///
    /// Where a date is none, where `..` stands alone, and where the second date ends before the first begins.
    /// The error's range counts bytes of `text`.
    pub fn parse(text: &str) -> Result<Span, DateError> {
        let error = match Date::parse(text) {
            // EDTF first: `[1670..1672]` and `../1985` are dates of their own.
            Ok(date) => return Ok(date.span()),
            Err(error) => error,
        };
        match split_range(text) {
            Some(("", "")) => Err(DateError::new("`..` has no date on either side", 0..text.len())
                .with_hint("write `2021..`, `..2021` or `2020..2021`")),
            Some((from, to)) => Span::parse_ends(from, to),
            None => Date::parse_plainly(text).map(|date| date.span()).or(Err(error)),
        }
    }

    fn parse_ends(from: &str, to: &str) -> Result<Span, DateError> {
        let end = |text: &str, open: Span| match Date::parse(text) {
            _ if text.is_empty() => Ok(open),
            Ok(date) => Ok(date.span()),
            Err(error) => Date::parse_plainly(text).map(|date| date.span()).or(Err(error)),
        };
        let first = end(from, Span::ALL)?;
        let last = end(to, Span::ALL).map_err(|error| error.moved(from.len() + RANGE.len()))?;
        let span = first.through(last);
        if span.first() > span.last() {
            return Err(DateError::new(
                "the span ends before it begins",
                0..from.len() + RANGE.len() + to.len(),
            )
            .with_hint(format!("write `{to}..{from}`")));
        }
        Ok(span)
    }
}

/// What stands between two dates.
const RANGE: &str = "..";

/// `A..B` in two, at the first `..` that is not inside a set.
fn split_range(text: &str) -> Option<(&str, &str)> {
    let outside_sets = |(at, _): &(usize, &str)| {
        let count = |brackets: [char; 2]| {
            text.bytes().take(*at).filter(|b| brackets.contains(&char::from(*b))).count()
        };
        count(['[', '{']) == count([']', '}'])
    };
    let (at, _) = text.match_indices(RANGE).find(outside_sets)?;
    let (from, rest) = text.split_at_checked(at)?;
    Some((from, rest.strip_prefix(RANGE)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a span and writes it as two days, an open end as nothing.
    fn check(text: &str, from: &str, to: &str) {
        let span = Span::parse(text).unwrap_or_else(|error| panic!("`{text}`: {error}"));
        let days = [span.from(), span.to()].map(|day| day.map(|day| day.to_string()).unwrap_or_default());
        assert_eq!(days, [from, to], "{text}");
    }

    fn check_error(text: &str, message: &str, at: &str, hint: &str) {
        let error = Span::parse(text).unwrap_err();
        let found = (error.message.as_str(), text.get(error.at), error.hint.as_deref());
        assert_eq!(found, (message, Some(at), Some(hint)), "{text}");
    }

    #[test]
    fn a_date_is_the_days_it_may_be() {
        check("2021", "2021-01-01", "2021-12-31");
        check("2022-41", "2022-07-01", "2022-12-31");
        check("2013-11~", "2013-11-01", "2013-11-30");
        check("2011-05/2011-08", "2011-05-01", "2011-08-31");
        check("2013/..", "2013-01-01", "");
        check("../1985", "", "1985-12-31");
    }

    #[test]
    fn two_dates_are_all_from_the_first_to_the_last() {
        check("2021..2023", "2021-01-01", "2023-12-31");
        check("2021-09..2022-03", "2021-09-01", "2022-03-31");
        check("2021-05..2021", "2021-05-01", "2021-12-31");
        check("2021..2021-01-01", "2021-01-01", "2021-01-01");
        check("2022-33..2022-41", "2022-01-01", "2022-12-31");
        check("-0043..0014", "-0043-01-01", "0014-12-31");
    }

    #[test]
    fn dates_may_be_in_words() {
        check("sept 2021", "2021-09-01", "2021-09-30");
        check("754 BC", "-0753-01-01", "-0753-12-31");
        check("21 April 754 BC..AD 50", "-0753-04-21", "0050-12-31");
        check("2021..Sept 2022", "2021-01-01", "2022-09-30");
        check("since 2013", "2013-01-01", "");
        check("12 to 14 April 1985", "1985-04-12", "1985-04-14");
    }

    #[test]
    fn either_side_may_be_open() {
        check("2021..", "2021-01-01", "");
        check("..2019", "", "2019-12-31");
    }

    #[test]
    fn the_dots_of_a_set_are_its_own() {
        check("[1670..1672]", "1670-01-01", "1672-12-31");
        check("[1670..1672]..[1680..1682]", "1670-01-01", "1682-12-31");
        check("..[1670..1672]", "", "1672-12-31");
        check("{..1672}..1680", "", "1680-12-31");
    }

    #[test]
    fn what_is_no_span_is_an_error_that_says_so() {
        let some = "write `2021..`, `..2021` or `2020..2021`";
        check_error("..", "`..` has no date on either side", "..", some);
        check_error("2023..2021", "the span ends before it begins", "2023..2021", "write `2021..2023`");
        check_error("Y17E7..2021", "the span ends before it begins", "Y17E7..2021", "write `2021..Y17E7`");
        let months = "months are `01` to `12`; seasons, quarters and halves `21` to `41`";
        check_error("2021-13..", "no such month", "13", months);
        check_error(
            "soon",
            "year must have exactly four digits (or X)",
            "soon",
            "write a date as `2021-09-09`, `2021-09` or `2021`",
        );
    }

    #[test]
    fn the_error_of_a_second_date_points_into_the_whole_text() {
        let error = Span::parse("2021..2022-13").unwrap_err();
        assert_eq!(error.at, 11..13);
    }
}
