//! What differs between two exports, milestone by milestone: line by line, one that moved to another month would be
//! told as one that is gone and another that is new.

use std::collections::{HashMap, VecDeque};

use super::Export;

/// Milestones of one date, of those that nothing else tells, whose texts are compared with a text: the next ones, as both
/// stand in the same order.
const MOST: usize = 16;

/// Texts that have at least half of their pairs of letters in common are one text, edited.
const ALIKE: f64 = 0.5;

/// A milestone as it stands in an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block<'a> {
    /// Its date in words, as written; empty where there is none to be seen.
    pub date: &'a str,
    /// What stands behind the date: who, and the title.
    pub title: &'a str,
    /// Its lines without indentation, the blank ones at its end left out; the cells of a row.
    pub lines: Vec<&'a str>,
}

/// A milestone that is not the same in both.
#[derive(Debug, PartialEq, Eq)]
pub enum Difference<'a> {
    /// In both.
    Changed(Block<'a>, Block<'a>),
    /// Only in the later one.
    New(Block<'a>),
    /// Only in the earlier one.
    Gone(Block<'a>),
}

/// What differs between an earlier and a later text. Never empty where they are not the same.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Differences<'a> {
    /// By milestone: what changed, then what is new, then what is gone, each in the order of its text.
    pub milestones: Vec<Difference<'a>>,
    /// All other lines of both texts, where they differ: front matter, headings, sources.
    pub elsewhere: Option<[Vec<&'a str>; 2]>,
    /// All lines of both texts, where no line differs but their order, or the blank lines between them.
    pub layout: Option<[Vec<&'a str>; 2]>,
}

/// What changed from `before` to `after`.
pub(super) fn differences<'a>(before: &Export<'a>, after: &Export<'a>) -> Differences<'a> {
    let [(old, rest), (new, new_rest)] = [before, after].map(split);
    let mut found = Differences { milestones: paired(old, new), ..Differences::default() };
    if rest != new_rest {
        found.elsewhere = Some([rest, new_rest]);
    } else if found.milestones.is_empty() {
        found.layout = Some([before, after].map(|export| [&*export.head, &*export.body].concat()));
    }
    found
}

/// The milestones of an export, and its other lines, without the blank ones.
fn split<'a>(export: &Export<'a>) -> (Vec<Block<'a>>, Vec<&'a str>) {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut rest = export.head.clone();
    let (mut fence, mut is_item, mut row) = (None, false, 0);
    for line in &export.body {
        let indented = if line.is_empty() { Some("") } else { line.strip_prefix("  ") };
        row = if line.starts_with('|') { row + 1 } else { 0 };
        if fence.is_some() {
            fence = fence.filter(|end| end != line);
            rest.push(line);
        } else if let (true, Some(indented), Some(block)) = (is_item, indented, blocks.last_mut()) {
            block.lines.push(indented);
        } else if let Some(item) = line.strip_prefix("- ") {
            blocks.push(item_block(item));
            is_item = true;
        } else if row > 2 {
            // The first two are the names of the columns, and the line under them.
            blocks.push(row_block(line));
        } else {
            is_item = false;
            let (ticks, _) = line.split_at(line.len() - line.trim_start_matches('`').len());
            fence = (ticks.len() > 2).then_some(ticks);
            rest.push(line);
        }
    }
    for block in &mut blocks {
        let length = block.lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
        block.lines.truncate(length);
    }
    rest.retain(|line| !line.is_empty());
    (blocks, rest)
}

/// `**9 September 2021** MIIT → Alibaba, Tencent: …`.
fn item_block(item: &str) -> Block<'_> {
    let dated = item.strip_prefix("**").and_then(|text| text.split_once("** "));
    let (date, title) = dated.unwrap_or(("", item));
    Block { date, title, lines: vec![item] }
}

/// `| 9 September 2021 | MIIT → Alibaba, Tencent | Regulation | … | … |`; a `|` within a cell has a backslash.
fn row_block(row: &str) -> Block<'_> {
    let inside = row.trim_end().strip_prefix("| ").and_then(|row| row.strip_suffix(" |"));
    let cells: Vec<&str> = inside.unwrap_or(row).split(" | ").collect();
    match *cells {
        [date, _, _, title, _] => Block { date, title, lines: cells },
        _ => Block { date: "", title: row, lines: vec![row] },
    }
}

/// Finds each milestone of one text in the other: the very same; else with the same title, where its date changed;
/// else with the same text below; else, of its date, the one that is most like it.
fn paired<'a>(before: Vec<Block<'a>>, after: Vec<Block<'a>>) -> Vec<Difference<'a>> {
    let mut pairs = Pairs { of_old: vec![None; before.len()], of_new: vec![None; after.len()] };
    pairs.by(&before, &after, |block| &block.lines);
    pairs.by(&before, &after, |block| std::slice::from_ref(&block.title));
    pairs.by(&before, &after, |block| block.lines.get(1..).unwrap_or_default());
    pairs.by_likeness(&before, &after);

    let mut found = Vec::new();
    for (new, old) in after.iter().zip(&pairs.of_new) {
        if let Some(old) = old.and_then(|old| before.get(old)).filter(|old| *old != new) {
            found.push(Difference::Changed(old.clone(), new.clone()));
        }
    }
    let alone = |block, mate: Option<usize>| mate.is_none().then_some(block);
    found.extend(after.into_iter().zip(pairs.of_new).filter_map(|(b, m)| alone(b, m)).map(Difference::New));
    found.extend(before.into_iter().zip(pairs.of_old).filter_map(|(b, m)| alone(b, m)).map(Difference::Gone));
    found
}

/// For each milestone of either text its place in the other.
struct Pairs {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl Pairs {
    fn join(&mut self, old: usize, new: usize) {
        self.of_old[old] = Some(new);
        self.of_new[new] = Some(old);
    }

    /// Those still alone, by place.
    fn alone(mates: &[Option<usize>]) -> impl DoubleEndedIterator<Item = usize> {
        mates.iter().enumerate().filter(|(_, mate)| mate.is_none()).map(|(place, _)| place)
    }

    /// Joins what has the same `key`, in order; an empty one is none.
    fn by<'b, 'a>(
        &mut self,
        before: &'b [Block<'a>],
        after: &'b [Block<'a>],
        key: impl Fn(&'b Block<'a>) -> &'b [&'a str],
    ) {
        let mut places: HashMap<&[&str], Vec<usize>> = HashMap::new();
        // Backwards, so that the first is taken first.
        for old in Self::alone(&self.of_old).rev() {
            places.entry(key(&before[old])).or_default().push(old);
        }
        for new in Self::alone(&self.of_new).collect::<Vec<_>>() {
            let key = key(&after[new]);
            let old = if key.is_empty() { None } else { places.get_mut(key).and_then(Vec::pop) };
            if let Some(old) = old {
                self.join(old, new);
            }
        }
    }

    /// Joins what has the same date and is alike.
    fn by_likeness(&mut self, before: &[Block<'_>], after: &[Block<'_>]) {
        let mut dated: HashMap<&str, VecDeque<usize>> = HashMap::new();
        for old in Self::alone(&self.of_old) {
            dated.entry(before[old].date).or_default().push_back(old);
        }
        for new in Self::alone(&self.of_new).collect::<Vec<_>>() {
            let Some(candidates) = dated.get_mut(after[new].date) else { continue };
            let text = after[new].lines.join("\n");
            let likeness = |old: &usize| strsim::sorensen_dice(&text, &before[*old].lines.join("\n"));
            let rated = candidates.iter().take(MOST).map(likeness).enumerate();
            let alike = rated.filter(|(_, likeness)| *likeness >= ALIKE);
            let most = alike.max_by(|(_, a), (_, b)| a.total_cmp(b));
            if let Some(old) = most.and_then(|(nth, _)| candidates.remove(nth)) {
                self.join(old, new);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What differs between two exports with these lines, a word and a title each.
    fn check(before: &str, after: &str, expected: &[(&str, &str)]) -> Differences<'static> {
        let [before, after] = [before, after].map(|body| {
            let text: &'static str = format!("---\nview: v\n---\n\n{body}").leak();
            Export::read(text).expect("no fault").expect("front matter")
        });
        let found = differences(&before, &after);
        let told = found.milestones.iter().map(|difference| match difference {
            Difference::Changed(_, block) => ("changed", block.title),
            Difference::New(block) => ("new", block.title),
            Difference::Gone(block) => ("gone", block.title),
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
        let [Difference::Changed(old, new)] = found.milestones.as_slice() else { panic!("{found:?}") };
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
        let found = check("---\n\n- a\n", "---\n\n- a\n\n", &[]);
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
        let Some(Difference::Changed(old, _)) = found.milestones.first() else { panic!("{found:?}") };
        assert_eq!(old.lines, ["2020", "A \\| B", "", "T", "no source"]);
    }
}
