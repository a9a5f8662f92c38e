//! One date in words, with its marks of doubt.

use edtf_core::Edtf;

use crate::date::part::YearPart;
use crate::date::reading::Reading;
use crate::date::{calendar, hint};

/// The date that words say, in EDTF; `None` where they say none, or several.
pub(super) fn single(text: &str) -> Option<String> {
    const RULES: [fn(&str) -> Option<String>; 4] = [plain, doubted, doubted_in_part, timed];
    RULES.iter().find_map(|rule| rule(text).filter(|date| is_single(date)))
}

fn is_single(edtf: &str) -> bool {
    let found = Reading::of(edtf);
    matches!(found, Ok(Reading { days: Edtf::Date(_), .. })) || edtf.contains('T') && found.is_ok()
}

/// What doubt is said with, and its mark.
const DOUBTS: [(&str, char); 12] = [
    ("perhaps about ", '%'),
    ("perhaps ", '?'),
    ("possibly ", '?'),
    ("circa ", '~'),
    ("about ", '~'),
    ("around ", '~'),
    ("approximately ", '~'),
    ("ca. ", '~'),
    ("ca ", '~'),
    ("c. ", '~'),
    ("c.", '~'),
    ("~", '~'),
];

/// `about November 2013` → `2013-11~`
fn doubted(text: &str) -> Option<String> {
    let (rest, mark) = DOUBTS.iter().find_map(|(words, mark)| Some((text.strip_prefix(words)?, mark)))?;
    Some(format!("{}{mark}", plain(rest)?))
}

/// `11 June 2004 (year uncertain, day approximate)` → `2004?-06-~11`
fn doubted_in_part(text: &str) -> Option<String> {
    let (date, parts) = text.strip_suffix(')')?.rsplit_once(" (")?;
    let mut marks = [""; 3];
    for part in parts.split(", ") {
        let (place, doubt) = if let Some(doubt) = part.strip_prefix("part of the year ") {
            (1, doubt)
        } else {
            let (name, doubt) = part.split_once(' ')?;
            (["year", "month", "day"].iter().position(|place| *place == name)?, doubt)
        };
        *marks.get_mut(place)? = match doubt {
            "uncertain" => "?",
            "approximate" => "~",
            "uncertain and approximate" => "%",
            _ => return None,
        };
    }
    let date = plain(date)?;
    let (sign, digits) = date.strip_prefix('-').map_or(("", date.as_str()), |digits| ("-", digits));
    let fields = digits.split('-').zip(marks).enumerate();
    let fields = fields.map(|(at, (field, mark))| match at {
        // Behind the year it is the year's alone.
        0 => format!("{sign}{field}{mark}"),
        _ => format!("-{mark}{field}"),
    });
    Some(fields.collect())
}

/// `12 April 1985, 23:20:30 UTC`, `22 November 1963, 12:15 to 12:20` → `1985-04-12T23:20:30Z`, …
fn timed(text: &str) -> Option<String> {
    let (day, times) = text.rsplit_once(", ")?;
    let day = plain(day)?;
    let Some((from, to)) = times.split_once(" to ") else {
        return Some(format!("{day}T{}", clock(times)?));
    };
    let zone = to.find(' ').and_then(|at| to.get(at..)).filter(|_| !from.contains(' ')).unwrap_or_default();
    Some(format!("{day}T{}/{day}T{}", clock(&format!("{from}{zone}"))?, clock(to)?))
}

/// `23:20:30 utc+04:30` → `23:20:30+04:30`
fn clock(text: &str) -> Option<String> {
    match text.split_once(' ') {
        None => Some(text.to_owned()),
        Some((time, "utc" | "gmt")) => Some(format!("{time}Z")),
        Some((time, zone)) => Some(format!("{time}{}", zone.strip_prefix("utc")?)),
    }
}

/// A date without doubt and time.
fn plain(text: &str) -> Option<String> {
    const RULES: [fn(&str) -> Option<String>; 8] = [
        |text| Some(text.to_uppercase()),
        some_day_or_month,
        calendar::day_or_month,
        YearPart::read,
        decade_or_century,
        estimate,
        calendar::year,
        hint::corrected,
    ];
    RULES
        .iter()
        .find_map(|rule| rule(text).filter(|date| is_single(date) && !date.contains(['~', '?', '%', 'T'])))
}

/// `some day in April 1985`, `some day in 1985`, `some month in 2004` → `1985-04-XX`, `1985-XX-XX`, `2004-XX`
fn some_day_or_month(text: &str) -> Option<String> {
    if let Some(year) = text.strip_prefix("some month in ") {
        return Some(format!("{}-XX", plain(year)?));
    }
    let within = plain(text.strip_prefix("some day in ")?)?;
    let is_year = Reading::of(&format!("{within}-XX-XX")).is_ok();
    Some(if is_year { format!("{within}-XX-XX") } else { format!("{within}-XX") })
}

/// `1960s`, `2000s (decade)`, `20th century`, `20th c.` → `196X`, `200X`, `19XX`
fn decade_or_century(text: &str) -> Option<String> {
    let text = text.strip_prefix("the ").unwrap_or(text);
    if let Some(decade) = text.strip_suffix(" (decade)").unwrap_or(text).strip_suffix("0s") {
        return Some(format!("{decade}X"));
    }
    let ordinal = text.strip_suffix(" century").or_else(|| text.strip_suffix(" c."))?;
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| ordinal.strip_suffix(ending))?;
    let century: u8 = number.parse().ok()?;
    Some(format!("{:02}XX", century.checked_sub(1)?))
}

/// `1950 (estimate, 1900 to 1999)` → `1950S2`: as many digits count as give that first year and that last one.
fn estimate(text: &str) -> Option<String> {
    let (date, _) = text.split_once(" (estimate, ")?;
    let date = plain(date)?;
    let mut marked = (1..=date.len()).map(|digits| format!("{date}S{digits}"));
    let says_so = |date: &String| Reading::of(date).is_ok_and(|found| said(&found) == text);
    marked.find(says_so)
}

fn said(found: &Reading) -> String {
    crate::date::words::words(found, &crate::words::en::WORDS).to_lowercase()
}
