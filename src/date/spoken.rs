//! Dates in words, read back: all that [`Date::words`](super::Date::words) says, and what people say so.
//!
//! Each rule is a respelling in EDTF, which then has to be a date: what is none is not made one here. What words say
//! once for several dates, `from 17 to 24 May 2011`, each of them gets back.

mod chinese;
mod single;

use super::reading::Reading;
use single::single;

/// The date that words say, in EDTF.
pub(super) fn edtf(text: &str) -> Option<String> {
    const RULES: [fn(&str) -> Option<String>; 6] = [single, open, range, one_of, all_of, chinese::edtf];
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    RULES.iter().find_map(|rule| rule(&text).filter(|date| Reading::of(date).is_ok()))
}

/// `since November 2013`, `until 1985, start unknown` → `2013-11/..`, `/1985`
fn open(text: &str) -> Option<String> {
    let (head, rest) = text.split_once(' ')?;
    match (head, rest.strip_suffix(", end unknown"), rest.strip_suffix(", start unknown")) {
        ("from", Some(start), _) => Some(format!("{}/", first_end(start)?)),
        ("until", _, Some(end)) => Some(format!("/{}", last_end(end)?)),
        ("since", ..) => Some(format!("{}/..", first_end(rest)?)),
        ("until", ..) => Some(format!("../{}", last_end(rest)?)),
        _ => None,
    }
}

/// `2004`, `2004 or earlier` → `2004`, `..2004`
fn first_end(text: &str) -> Option<String> {
    match text.strip_suffix(" or earlier") {
        Some(date) => Some(format!("..{}", single(date)?)),
        None => single(text),
    }
}

/// `2004`, `2004 or later` → `2004`, `2004..`
fn last_end(text: &str) -> Option<String> {
    match text.strip_suffix(" or later") {
        Some(date) => Some(format!("{}..", single(date)?)),
        None => single(text),
    }
}

/// `from May to August 2011`, `12 to 14 April 1985` → `2011-05/2011-08`, `1985-04-12/1985-04-14`
fn range(text: &str) -> Option<String> {
    let text = text.strip_prefix("from ").unwrap_or(text);
    ["to", "until", "–", "-"].iter().find_map(|between| {
        let [from, to] = *split(text, &format!(" {between} ")).as_slice() else { return None };
        Some(format!("{}/{}", with_end_of(to, from, first_end)?, last_end(to)?))
    })
}

/// What `read` makes of `text`, or of `text` with as many of the last words of `whole` as it can take: of "17" before "24
/// May 2011" with two, since with one it would be a month.
fn with_end_of(whole: &str, text: &str, read: fn(&str) -> Option<String>) -> Option<String> {
    let mut ends = whole.match_indices(' ').filter_map(|(at, _)| whole.get(at..));
    read(text).or_else(|| ends.find_map(|end| read(&format!("{text}{end}"))))
}

/// `17 or 18 September 2021`, `some time between 1670 and 1672` → `[2021-09-17,2021-09-18]`, `[1670..1672]`
fn one_of(text: &str) -> Option<String> {
    let range = |member: &str| {
        let (from, to) = member.strip_prefix("some time between ")?.split_once(" and ")?;
        Some(format!("{}..{}", with_end_of(to, from, single)?, single(to)?))
    };
    members(text, "or", range).map(|members| format!("[{members}]"))
}

/// `1960 and December 1961`, `every year from 2016 to 2020` → `{1960,1961-12}`, `{2016..2020}`
fn all_of(text: &str) -> Option<String> {
    let range = |member: &str| {
        let (_, ends) = member.strip_prefix("every ")?.split_once(" from ")?;
        let (from, to) = ends.split_once(" to ")?;
        Some(format!("{}..{}", with_end_of(to, from, single)?, single(to)?))
    };
    members(text, "and", range).map(|members| format!("{{{members}}}"))
}

/// The members of a set, `conjunction` before the last of them, with commas between them in EDTF. One alone is a set only
/// where it says so: as a `range` of dates, or `1984 or earlier`.
fn members(text: &str, conjunction: &str, range: impl Fn(&str) -> Option<String>) -> Option<String> {
    let (earlier, later) = (format!(" {conjunction} earlier"), format!(" {conjunction} later"));
    // Signs that stand in no date, for words that the conjunction would be taken out of.
    let marked = text.replace(&earlier, "\u{1}").replace(&later, "\u{2}");
    let mut said: Vec<&str> = split(&marked, &format!(" {conjunction} "));
    let last = said.pop()?;
    let said: Vec<&str> = said.into_iter().flat_map(|some| split(some, ", ")).chain([last]).collect();
    let read = |member: &&str| {
        if let Some(date) = member.strip_suffix('\u{1}') {
            return Some(format!("..{}", single(date)?));
        }
        if let Some(date) = member.strip_suffix('\u{2}') {
            return Some(format!("{}..", single(date)?));
        }
        range(member).or_else(|| with_end_of(last, member, single))
    };
    let members: Option<Vec<String>> = said.iter().map(read).collect();
    let is_set =
        |members: &Vec<String>| members.len() > 1 || members.iter().any(|member| member.contains(".."));
    members.filter(is_set).map(|members| members.join(","))
}

/// The parts of `text` between the `separator`s that stand in no bracket.
fn split<'a>(text: &'a str, separator: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut begin = 0;
    for (at, _) in text.match_indices(separator) {
        let before = text.get(begin..at).unwrap_or_default();
        let open = |bracket: char| before.chars().filter(|c| *c == bracket).count();
        if open('(') == open(')') {
            parts.push(before);
            begin = at + separator.len();
        }
    }
    parts.extend(text.get(begin..));
    parts
}

#[cfg(test)]
mod tests;
