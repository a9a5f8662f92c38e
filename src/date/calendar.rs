//! Days and months with their names, and years as people count them, in EDTF.

use super::year::year_edtf;

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

/// `754 BC`, `AD 50`, `50 CE`, `4.6 billion years BC`, `year -66000000` → `-0753`, `0050`, `Y-4600000000`, `Y-66000000`
pub(super) fn year(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let before = ["bce", "bc"].iter().find_map(|era| lower.strip_suffix(era));
    let since = ["ce", "ad"].iter().find_map(|era| lower.strip_suffix(era));
    if let Some(count) = before {
        let (number, is_magnitude) = number(count.trim())?;
        // Years are astronomical, 0 is 1 BC; of millions nobody counts that one.
        return (number > 0).then(|| year_edtf(if is_magnitude { -number } else { 1 - number }));
    }
    if let Some(count) = since.or_else(|| lower.strip_prefix("ad ")) {
        let (number, _) = number(count.trim())?;
        return (number > 0).then(|| year_edtf(number));
    }
    let number = lower.strip_prefix("year ")?.trim();
    Some(number.parse().map_or_else(|_| format!("Y{}", number.to_uppercase()), year_edtf))
}

/// `66,000,002`, `4.6 billion years`, and whether it is the latter: a magnitude.
fn number(text: &str) -> Option<(i64, bool)> {
    let text = text.strip_suffix(" years").unwrap_or(text);
    let units = [(" billion", 1_000_000_000), (" million", 1_000_000)];
    let Some((count, unit)) = units.iter().find_map(|(name, unit)| Some((text.strip_suffix(name)?, *unit)))
    else {
        return Some((text.replace(',', "").parse().ok()?, false));
    };
    let (whole, part) = count.split_once('.').unwrap_or((count, ""));
    let thousandths: i64 = format!("{part:0<3}").parse().ok().filter(|_| part.len() <= 3)?;
    let whole: i64 = whole.replace(',', "").parse().ok()?;
    Some((whole.checked_mul(unit)?.checked_add(thousandths * (unit / 1000))?, true))
}
