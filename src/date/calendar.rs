//! Days and months with their names, and years as people count them, in EDTF.

/// `9 September 2021`, `Sep. 9th, 2021`, `Sept 2021`, `21 April 754 BC` → `2021-09-09`, `2021-09`, `-0753-04-21`
pub(super) fn day_or_month(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split([' ', ',', '.', '-']).filter(|word| !word.is_empty()).collect();
    let (day, month, rest) = match *words.as_slice() {
        [month, day, ref rest @ ..] if month_number(month).is_some() && year_of(rest).is_some() => {
            (day_number(day)?, month, rest)
        }
        [month, ref rest @ ..] if month_number(month).is_some() => {
            return Some(format!("{}-{:02}", year_of(rest)?, month_number(month)?));
        }
        [day, month, ref rest @ ..] => (day_number(day)?, month, rest),
        _ => return None,
    };
    Some(format!("{}-{:02}-{day:02}", year_of(rest)?, month_number(month)?))
}

fn year_of(words: &[&str]) -> Option<String> {
    any_year(&words.join(" "))
}

/// A year of four digits, or one in words.
pub(super) fn any_year(text: &str) -> Option<String> {
    let is_written = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_written { Some(text.to_owned()) } else { year(text) }
}

/// `9`, `9th`
fn day_number(word: &str) -> Option<u8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// The number of a month by the first three letters of its English name or more.
fn month_number(word: &str) -> Option<usize> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(word))?;
    Some(at + 1)
}

/// `754 BC`, `AD 50`, `50 CE`, `year -66000000`, `year 17E100` → `-0753`, `0050`, `Y-66000000`, `Y17E100`
pub(super) fn year(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let before = ["bce", "bc"].iter().find_map(|era| lower.strip_suffix(era));
    if let Some(count) = before {
        let count: i64 = count.trim().parse().ok()?;
        return (count > 0).then(|| of_number(1 - count));
    }
    let since = ["ce", "ad"].iter().find_map(|era| lower.strip_suffix(era));
    if let Some(count) = since.or_else(|| lower.strip_prefix("ad ")) {
        let count: i64 = count.trim().parse().ok()?;
        return (count > 0).then(|| of_number(count));
    }
    let number = lower.strip_prefix("year ")?.trim();
    match number.parse() {
        Ok(number) => Some(of_number(number)),
        Err(_) => Some(format!("Y{}", number.to_uppercase())),
    }
}

/// A year as EDTF writes it, of any size.
fn of_number(year: i64) -> String {
    match year {
        0..10_000 => format!("{year:04}"),
        -9_999..0 => format!("-{:04}", year.unsigned_abs()),
        _ => format!("Y{year}"),
    }
}
