//! What differs between two exports, milestone by milestone: line by line, one that moved to another month would be
//! told as one that is gone and another that is new.

use std::collections::HashMap;

use super::blocks::{ExportParts, MilestoneBlock, label};
use super::counterparts::Counterparts;
use super::text::ExportText;
use super::words::words;

/// A milestone that is not the same in both.
#[derive(Debug, PartialEq, Eq)]
pub enum MilestoneDifference<'a> {
    /// In both.
    Changed(MilestoneBlock<'a>, MilestoneBlock<'a>),
    /// Only in the later one.
    New(MilestoneBlock<'a>),
    /// Only in the earlier one.
    Gone(MilestoneBlock<'a>),
}

/// What differs between an earlier and a later text. Never empty where they are not the same.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Differences<'a> {
    /// By milestone: what changed, then what is new, then what is gone, each in the order of its text.
    pub milestones: Vec<MilestoneDifference<'a>>,
    /// How many milestones more say the same in both, and are only written in another way.
    pub rewritten: usize,
    /// The other lines of both texts, where they differ: front matter, headings, sources.
    pub elsewhere: Option<[Vec<&'a str>; 2]>,
    /// All lines of both texts, where nothing differs but the order of lines, or how they are written.
    pub layout: Option<[Vec<&'a str>; 2]>,
}

/// What changed from `before` to `after`.
pub(super) fn differences<'a>(before: &ExportText<'a>, after: &ExportText<'a>) -> Differences<'a> {
    let [old, new] = [before, after].map(ExportParts::of);
    let mut found = milestones(old.milestones, new.milestones);
    let front =
        moved_aside(&before.head, &after.head, |line| line.split_once(':').map_or(line, |(key, _)| key));
    let sources = moved_aside(&old.definitions, &new.definitions, label);
    let is_same = front.iter().chain(&sources).all(Vec::is_empty) && old.rest == new.rest;
    if !is_same {
        let ([front, new_front], [sources, new_sources]) = (front, sources);
        let all = [[front, old.rest, sources], [new_front, new.rest, new_sources]];
        found.elsewhere = Some(all.map(|parts| parts.concat()));
    } else if found.milestones.is_empty() {
        found.layout = Some([before, after].map(ExportText::lines));
    }
    found
}

fn milestones<'a>(before: Vec<MilestoneBlock<'a>>, after: Vec<MilestoneBlock<'a>>) -> Differences<'a> {
    let pairs = Counterparts::of(&before, &after);
    let mut found = Differences::default();
    for (new, old) in after.iter().zip(&pairs.of_new) {
        match old.and_then(|old| before.get(old)).filter(|old| old.lines != new.lines) {
            Some(old) if words(&old.lines) == words(&new.lines) => found.rewritten += 1,
            Some(old) => found.milestones.push(MilestoneDifference::Changed(old.clone(), new.clone())),
            None => {}
        }
    }
    let alone = |(block, mate): (MilestoneBlock<'a>, Option<usize>)| mate.is_none().then_some(block);
    found
        .milestones
        .extend(after.into_iter().zip(pairs.of_new).filter_map(alone).map(MilestoneDifference::New));
    found
        .milestones
        .extend(before.into_iter().zip(pairs.of_old).filter_map(alone).map(MilestoneDifference::Gone));
    found
}

/// The lines that are only in one of two texts, whatever their order. The later ones follow the earlier ones with the
/// same key, so that what moved and changed is told as changed.
fn moved_aside<'a>(old: &[&'a str], new: &[&'a str], key: fn(&str) -> &str) -> [Vec<&'a str>; 2] {
    let without = |lines: &[&'a str], others: &[&'a str]| {
        let mut left: HashMap<&str, usize> = HashMap::new();
        for line in others {
            *left.entry(line).or_default() += 1;
        }
        let is_alone = |line: &&'a str| match left.get_mut(line).filter(|count| **count > 0) {
            Some(count) => {
                *count -= 1;
                false
            }
            None => true,
        };
        lines.iter().copied().filter(is_alone).collect::<Vec<_>>()
    };
    let (old, mut new) = (without(old, new), without(new, old));
    let places: HashMap<&str, usize> =
        old.iter().enumerate().map(|(place, line)| (key(line), place)).collect();
    new.sort_by_key(|line| places.get(key(line)).copied().unwrap_or(usize::MAX));
    [old, new]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What differs between two exports with these lines, a word and a title each.
    fn check(before: &str, after: &str, expected: &[(&str, &str)]) -> Differences<'static> {
        let [before, after] = [before, after].map(|body| {
            let text: &'static str = format!("---\nview: v\n---\n\n{body}").leak();
            ExportText::read(text).expect("no fault").expect("front matter")
        });
        let found = differences(&before, &after);
        let told = found.milestones.iter().map(|difference| match difference {
            MilestoneDifference::Changed(_, block) => ("changed", block.title),
            MilestoneDifference::New(block) => ("new", block.title),
            MilestoneDifference::Gone(block) => ("gone", block.title),
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
        found
    }

    const A: &str = "- **2020** A: Shuts a gate\n\n  It shut.\n\n  Report, high confidence\n\n";

    #[test]
    fn a_milestone_is_known_again_by_what_did_not_change() {
        let with = |from: &str, to: &str| A.replace(from, to);
        check(A, &with("2020", "2021"), &[("changed", "A: Shuts a gate")]);
        check(A, &with("A: Shuts", "B: Closes"), &[("changed", "B: Closes a gate")]);
        check(A, &with("It shut", "It was shut"), &[("changed", "A: Shuts a gate")]);
        let both = with("Shuts a gate", "Shuts the gate").replace("It shut.", "It shut at noon.");
        check(A, &both, &[("changed", "A: Shuts the gate")]);
        check(A, "- **2020** Z\n\n  Another story.\n", &[("new", "Z"), ("gone", "A: Shuts a gate")]);
        check(A, "", &[("gone", "A: Shuts a gate")]);
        check("", A, &[("new", "A: Shuts a gate")]);
    }

    #[test]
    fn of_milestones_with_one_title_those_that_are_the_same_belong_together() {
        let (first, second) = ("- **2020** T\n\n  One.\n\n", "- **2021** T\n\n  Two.\n\n");
        let found = check(
            &format!("{first}{second}"),
            &format!("{}{first}", second.replace("Two", "2")),
            &[("changed", "T")],
        );
        let [MilestoneDifference::Changed(old, new)] = found.milestones.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!(
            (&*old.lines, &*new.lines),
            (&["**2021** T", "", "Two."][..], &["**2021** T", "", "2."][..])
        );
        assert_eq!((found.elsewhere, found.layout), (None, None));
    }

    #[test]
    fn what_is_no_milestone_is_elsewhere() {
        let text = "# T\n\n```sh\nwallchart\n- x\n  y\n```\n\n| Date |\n| --- |\n";
        let found = check(text, &text.replace("- x", "- z"), &[]);
        let [old, new] = found.elsewhere.expect("a difference");
        assert_eq!(differing(&old, &new), [("- x", "- z")]);
        let found = check("---\n\n- a\n", "---\n- a\n", &[]);
        assert!(found.elsewhere.is_none() && found.layout.is_some());
        let found = check(&format!("{A}# T\n"), &format!("# T\n\n{A}"), &[]);
        assert!(found.elsewhere.is_none() && found.layout.is_some());
    }

    fn differing<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(&'a str, &'a str)> {
        old.iter().copied().zip(new.iter().copied()).filter(|(old, new)| old != new).collect()
    }

    #[test]
    fn a_row_is_a_milestone_by_its_cells() {
        let head = "| Date | Parties | Kind | Title | Sources |\n| --- | --- | --- | --- | --- |\n";
        let row = "| 2020 | A \\| B |  | T | no source |\n";
        let found = check(
            &format!("{head}{row}"),
            &format!("{head}{}| odd |\n", row.replace("2020", "2021")),
            &[("changed", "T"), ("new", "| odd |")],
        );
        let Some(MilestoneDifference::Changed(old, _)) = found.milestones.first() else {
            panic!("{found:?}")
        };
        assert_eq!(old.lines, ["2020", "A \\| B", "", "T", "no source"]);
    }
}
