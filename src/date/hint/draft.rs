//! The 2012 draft of EDTF, which many archives and tutorials still use, in the syntax of ISO 8601-2:2019.
//!
//! | draft | meaning | today |
//! | --- | --- | --- |
//! | `199u`, `1999-uu` | a digit not given | `199X`, `1999-XX` |
//! | `196x` | precise to the decade | `196X` |
//! | `2004?~` | uncertain and approximate | `2004%` |
//! | `2004-(06)?-11` | the month alone is uncertain | `2004-?06-11` |
//! | `2004-(06-11)~` | month and day are approximate | `2004-~06-~11` |
//! | `2004/open`, `unknown/2004` | no end, no known start | `2004/..`, `/2004` |
//! | `y170000002`, `y17e7` | a long year | `Y170000002`, `Y17E7` |
//! | `y171010000p3` | precise to three digits | `Y171010000S3` |

use edtf_core::Edtf;

/// `text` in today's syntax and its preferred form, or `None` where it bears no mark of the draft or stays no
/// date.
pub(super) fn modern(text: &str) -> Option<String> {
    let is_draft = text.contains(['u', 'x', 'y', '(', '~', '?']) || text.contains("open");
    if !is_draft {
        return None;
    }
    let respelled = respell(text);
    let mut dates = String::new();
    let mut rest = respelled.as_str();
    while let Some(at) = rest.find(SEPARATORS) {
        let (date, tail) = rest.split_at_checked(at)?;
        dates.push_str(&regroup(date)?);
        let mut tail = tail.chars();
        dates.extend(tail.next());
        rest = tail.as_str();
    }
    dates.push_str(&regroup(rest)?);
    Edtf::parse(&dates).ok().map(|edtf| edtf.to_string())
}

/// What may stand before and after a single date.
const SEPARATORS: [char; 7] = ['/', ',', '.', '[', ']', '{', '}'];

/// Words and letters. A text that is no draft date at all comes out as nonsense, which EDTF then refuses.
fn respell(text: &str) -> String {
    let words = text.replace("unknown", "").replace("open", "..");
    words
        .chars()
        .map(|letter| match letter {
            'u' | 'x' => 'X',
            'y' => 'Y',
            'e' => 'E',
            'p' => 'S',
            other => other,
        })
        .collect()
}

/// A component of a date, year, month or day, and the qualifiers that have been applied to it.
#[derive(Default)]
struct Component {
    digits: String,
    uncertain: bool,
    approximate: bool,
}

/// Turns the groups of one date into a qualifier before each component they hold.
///
/// In the draft a qualifier after `)` applies to all that the parentheses hold, any other one to its
/// component and those before it, within the parentheses it stands in; and two of them may follow one
/// another.
fn regroup(date: &str) -> Option<String> {
    let mut components = vec![Component::default()];
    let mut groups = Vec::new();
    // The first component that a qualifier here would apply to; none does before a component.
    let mut target = None;
    for letter in date.chars() {
        match letter {
            '(' => groups.push(components.len() - 1),
            ')' => target = Some(groups.pop()?),
            '?' => components.iter_mut().skip(target?).for_each(|component| component.uncertain = true),
            '~' => components.iter_mut().skip(target?).for_each(|component| component.approximate = true),
            // A hyphen with nothing before it is the sign of a year.
            '-' if !components.last()?.digits.is_empty() => {
                components.push(Component::default());
                target = None;
            }
            _ => {
                components.last_mut()?.digits.push(letter);
                target = Some(groups.last().copied().unwrap_or(0));
            }
        }
    }
    groups.is_empty().then(|| spelled(&components))
}

fn spelled(components: &[Component]) -> String {
    let spelled: Vec<String> = components
        .iter()
        .map(|component| {
            let mark = match (component.uncertain, component.approximate) {
                (true, true) => "%",
                (true, false) => "?",
                (false, true) => "~",
                (false, false) => "",
            };
            format!("{mark}{}", component.digits)
        })
        .collect();
    spelled.join("-")
}

#[cfg(test)]
mod tests {
    use super::modern;

    fn check(draft: &str, today: &str) {
        assert_eq!(modern(draft).as_deref(), Some(today), "{draft}");
    }

    #[test]
    fn letters_and_words() {
        check("199u", "199X");
        check("196x", "196X");
        check("1999-uu-uu", "1999-XX-XX");
        check("2004/open", "2004/..");
        check("unknown/2004-06-01", "/2004-06-01");
        check("y170000002", "Y170000002");
        check("y-17e7", "Y-17E7");
        check("y171010000p3", "Y171010000S3");
        check("[1667?~,199u]", "[1667%,199X]");
    }

    #[test]
    fn a_qualifier_after_a_group_stays_in_the_group() {
        check("2004-(06)?-11", "2004-?06-11");
        check("2004-(06-11)~", "2004-~06-~11");
        check("2004-(06?-11)~", "2004-%06-~11");
        check("2004-06-(01)?~", "2004-06-%01");
        check("(2004-(06)~)?", "2004?-%06");
        check("2004-06-(01)~/2004-06-(20)~", "2004-06-~01/2004-06-~20");
        check("-2004-(06)?", "-2004-?06");
    }

    #[test]
    fn a_qualifier_without_a_group_reaches_back() {
        check("2004?~", "2004%");
        check("2004-06?~-01", "2004-06%-01");
        check("2004-(06)?-01~", "2004~-%06-~01");
        check("2004?-(06-(01)~)?", "2004-06?-%01");
    }

    #[test]
    fn what_is_no_draft_is_left_alone() {
        for text in
            ["2021-13", "hello", "unknown", "2004-(06", "2004-06)?", "2004-(?06)", "2004-(13)?", "about 2004"]
        {
            assert_eq!(modern(text), None, "{text}");
        }
    }
}
