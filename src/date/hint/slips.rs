//! The ways in which people write dates when nobody told them of EDTF.

use edtf_core::Edtf;

use crate::date::calendar;
use crate::date::reading::Reading;

/// The date that `text` was most likely meant to be, in EDTF.
///
/// Where it can be read in two ways, as `09/10/2021` can, nothing is said.
pub(super) fn corrected(text: &str) -> Option<String> {
    respelled(text).or_else(|| about(text))
}

/// The first rule that makes a date of it.
fn respelled(text: &str) -> Option<String> {
    const RULES: [fn(&str) -> Option<String>; 9] = [
        letters_and_blanks,
        shared_start,
        numbers,
        calendar::day_or_month,
        part_of_year,
        decade,
        long_or_short_year,
        time,
        two_ends,
    ];
    RULES.iter().find_map(|rule| rule(text).filter(|date| Reading::of(date).is_ok()))
}

/// `c. 2013`, `about November 2013` → `2013~`, `2013-11~`
fn about(text: &str) -> Option<String> {
    const WORDS: [&str; 8] = ["circa ", "about ", "around ", "approximately ", "ca. ", "ca ", "c. ", "c."];
    let lower = text.to_lowercase();
    let rest = WORDS.iter().find_map(|word| lower.strip_prefix(word))?.trim();
    let date = if Edtf::parse(rest).is_ok() { rest.to_owned() } else { respelled(rest)? };
    // After an interval the mark would qualify its end alone.
    match Edtf::parse(&format!("{date}~")) {
        Ok(Edtf::Date(date)) => Some(date.to_string()),
        _ => None,
    }
}

/// ` 2021-09-09`, `[1667, 1668]`, `1985-04-12t23:20:30z` → the same without blanks, in capitals.
fn letters_and_blanks(text: &str) -> Option<String> {
    let respelled = text.split_whitespace().collect::<String>().to_uppercase();
    (respelled != text).then_some(respelled)
}

/// `2021-09/10`, `2021-09-09/10`, `2021-09-30/10-02` → `2021-09/2021-10`, …: what both ends share is written once
fn shared_start(text: &str) -> Option<String> {
    let (from, to) = text.split_once('/')?;
    let parts = |end: &str| end.split('-').map(|part| format!("{part:0>2}")).collect::<Vec<_>>();
    let (from, to) = (parts(from), parts(to));
    let shared = from.get(..from.len().checked_sub(to.len())?).filter(|shared| !shared.is_empty())?;
    Some(format!("{}/{}-{}", from.join("-"), shared.join("-"), to.join("-")))
}

/// `2021/09`, `2021-9-9`, `31.12.2021`, `20210909`, `2021年9月9日` → `2021-09`, `2021-09-09`, `2021-12-31`, …
fn numbers(text: &str) -> Option<String> {
    let parts: Vec<&str> =
        text.trim().trim_end_matches(['年', '月', '日']).split(['-', '/', '.', ' ', '年', '月']).collect();
    if parts.contains(&"") {
        return None;
    }
    let (year, month, day) = match *parts.as_slice() {
        [from, to] if from.len() == 4 && to.len() == 4 => return Some(format!("{from}/{to}")),
        [year, month] if year.len() == 4 => (year, month, None),
        [month, year] if year.len() == 4 => (year, month, None),
        [year, month, day] if year.len() == 4 => (year, month, Some(day)),
        [a, b, year] if year.len() == 4 => {
            day_and_month(a, b).map(|(day, month)| (year, month, Some(day)))?
        }
        [digits] if digits.len() == 8 => {
            let (year, rest) = digits.split_at_checked(4)?;
            let (month, day) = rest.split_at_checked(2)?;
            (year, month, Some(day))
        }
        [year] => return Some(year.to_owned()),
        _ => return None,
    };
    // Above 12 it is no month: `2021/22` is a school year, not the summer that `2021-22` would be.
    let month = month.parse().ok().filter(|month: &u8| *month <= 12)?;
    Some(match day {
        Some(day) => format!("{year}-{month:02}-{day:0>2}"),
        None => format!("{year}-{month:02}"),
    })
}

/// Which of two numbers is the day. Two that could both be months are ambiguous: half the world writes either
/// order.
fn day_and_month<'a>(a: &'a str, b: &'a str) -> Option<(&'a str, &'a str)> {
    match (a.parse::<u8>().ok()?, b.parse::<u8>().ok()?) {
        (13.., 1..=12) => Some((a, b)),
        (1..=12, 13..) => Some((b, a)),
        (day, month) if day == month => Some((a, b)),
        _ => None,
    }
}

/// `2021-Q1`, `Q1 2021`, `2022H2` → `2021-33`, `2022-41`
fn part_of_year(text: &str) -> Option<String> {
    let upper = text.to_uppercase();
    if upper.starts_with('-') {
        return None;
    }
    let letters: String = upper.split([' ', '-', '/']).collect();
    let at = letters.find(['Q', 'H'])?;
    let (before, part) = letters.split_at_checked(at)?;
    let (part, after) = part.split_at_checked(2)?;
    let code = match part {
        "Q1" => 33,
        "Q2" => 34,
        "Q3" => 35,
        "Q4" => 36,
        "H1" => 40,
        "H2" => 41,
        _ => return None,
    };
    Some(format!("{before}{after}-{code}"))
}

/// `1960s` → `196X`
fn decade(text: &str) -> Option<String> {
    text.strip_suffix("0s").map(|digits| format!("{digits}X"))
}

/// `12345`, `Y2006` → `Y12345`, `2006`. From six to eight digits are more likely a day without hyphens.
fn long_or_short_year(text: &str) -> Option<String> {
    match (text.strip_prefix('Y'), text.trim_start_matches('-').len()) {
        (Some(year), _) => Some(year.to_owned()),
        (None, 5 | 9..) => Some(format!("Y{text}")),
        (None, _) => None,
    }
}

/// `2021-09-09 10:00` → `2021-09-09T10:00`
fn time(text: &str) -> Option<String> {
    let (date, time) = text.split_once(' ')?;
    Some(format!("{date}T{time}"))
}

/// `2021/2019`, `2019-05..2021` → `2019/2021`, `2019-05/2021`
fn two_ends(text: &str) -> Option<String> {
    match (text.split_once('/'), text.split_once("..")) {
        (Some((from, to)), _) => Some(format!("{to}/{from}")),
        (None, Some((from, to))) if !from.is_empty() && !to.is_empty() => Some(format!("{from}/{to}")),
        (None, Some(("", to))) => Some(format!("../{to}")),
        (None, Some((from, _))) => Some(format!("{from}/..")),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::corrected;

    fn check(text: &str, date: &str) {
        assert_eq!(corrected(text).as_deref(), Some(date), "{text}");
    }

    #[test]
    fn blanks_and_letters() {
        check(" 2021-09-09", "2021-09-09");
        check("2021-09-09 ", "2021-09-09");
        check("[1667, 1668]", "[1667,1668]");
        check("1985-04-12t23:20:30z", "1985-04-12T23:20:30Z");
    }

    #[test]
    fn numbers_in_another_order_or_punctuation() {
        check("2021/09", "2021-09");
        check("2021/9/9", "2021-09-09");
        check("2021.09.09", "2021-09-09");
        check("2021-9", "2021-09");
        check("09/2021", "2021-09");
        check("31.12.2021", "2021-12-31");
        check("12/31/2021", "2021-12-31");
        check("09/09/2021", "2021-09-09");
        check("20210909", "2021-09-09");
        check("2013-2015", "2013/2015");
        check("2000/12-12", "2000-12-12");
        check("2021-09/10", "2021-09/2021-10");
        check("2021-9/10", "2021-09/2021-10");
        check("2021-09-09/10", "2021-09-09/2021-09-10");
        check("2021年9月9日", "2021-09-09");
        check("2021年9月", "2021-09");
        check("2021年", "2021");
    }

    #[test]
    fn names() {
        check("Sept 2021", "2021-09");
        check("September 2021", "2021-09");
        check("9 September 2021", "2021-09-09");
        check("Sep. 9th, 2021", "2021-09-09");
        check("May 2011", "2011-05");
        check("2021-Q1", "2021-33");
        check("Q4 2021", "2021-36");
        check("2022H2", "2022-41");
        check("h1 2022", "2022-40");
        check("1960s", "196X");
    }

    #[test]
    fn words_of_doubt() {
        check("c. 2013", "2013~");
        check("ca. 2013-11", "2013-11~");
        check("About November 2013", "2013-11~");
        check("circa 1960s", "196X~");
    }

    #[test]
    fn years_times_and_ends() {
        check("12345", "Y12345");
        check("-12345", "Y-12345");
        check("170000002", "Y170000002");
        check("Y2006", "2006");
        check("2021-09-09 10:00", "2021-09-09T10:00");
        check("2021-09-09 10:00:30", "2021-09-09T10:00:30");
        check("2021/2019", "2019/2021");
        check("-1000/-2000", "-2000/-1000");
        check("0800/-0999", "-0999/0800");
        check("2019-05..2021", "2019-05/2021");
        check("2019..", "2019/..");
        check("..2019", "../2019");
    }

    #[test]
    fn what_could_mean_two_things_or_nothing_is_left_alone() {
        const TWO: [&str; 6] =
            ["09/10/2021", "2021/22", "122011", "c. 2013/2014", "May/June 2021", "9-10 May 2021"];
        const NONE: [&str; 10] = [
            "2021-13",
            "2021-02-30",
            "198",
            "hello",
            "May",
            "about",
            "Q5 2021",
            "13/13/2021",
            "-2021-Q1",
            "",
        ];
        for text in TWO.into_iter().chain(NONE) {
            assert_eq!(corrected(text), None, "{text}");
        }
    }

    #[test]
    fn a_sign_is_never_lost() {
        for text in ["-0000", "-2021/09", "-2021-9", "2021-09-", "mid-May 2021"] {
            assert_eq!(corrected(text), None, "{text}");
        }
    }
}
