//! Which milestone of one export is which of another.

use std::collections::{HashMap, VecDeque};

use super::blocks::MilestoneBlock;
use super::words::{ALIKE, likeness};

/// Milestones of one title or date, of those that nothing else tells, that are compared with one: the next ones, as both
/// stand in the same order.
const MOST: usize = 16;

/// For each milestone of either text its place in the other.
pub(super) struct Counterparts {
    pub(super) of_old: Vec<Option<usize>>,
    pub(super) of_new: Vec<Option<usize>>,
}

impl Counterparts {
    /// Finds each milestone of one text in the other: the very same; else one with the same title, of the same year
    /// or with a text that is alike; else the one with the same text; else, of its date, the one that is most like it.
    pub(super) fn of(before: &[MilestoneBlock<'_>], after: &[MilestoneBlock<'_>]) -> Self {
        let mut pairs = Self { of_old: vec![None; before.len()], of_new: vec![None; after.len()] };
        pairs.by_lines(before, after);
        pairs.by_likeness(
            before,
            after,
            |block| block.title,
            |old, new| {
                let likeness = likeness(&old.body, &new.body);
                let is_near = year(old) == year(new);
                // Of one title and one year there may be many: the date tells them apart before the words do.
                let rated =
                    likeness + usize::from(is_near) * ALIKE + usize::from(old.date == new.date) * ALIKE;
                (rated >= ALIKE).then_some(rated)
            },
        );
        pairs.by_body(before, after);
        pairs.by_likeness(
            before,
            after,
            |block| block.date,
            |old, new| Some(likeness(&old.lines, &new.lines)).filter(|likeness| *likeness >= ALIKE),
        );
        pairs
    }

    fn join(&mut self, old: usize, new: usize) {
        self.of_old[old] = Some(new);
        self.of_new[new] = Some(old);
    }

    /// Joins those that are the same, in order.
    fn by_lines(&mut self, before: &[MilestoneBlock<'_>], after: &[MilestoneBlock<'_>]) {
        let mut places: HashMap<&[&str], VecDeque<usize>> = HashMap::new();
        for (old, block) in before.iter().enumerate() {
            places.entry(&block.lines).or_default().push_back(old);
        }
        for (new, block) in after.iter().enumerate() {
            if let Some(old) = places.get_mut(&*block.lines).and_then(VecDeque::pop_front) {
                self.join(old, new);
            }
        }
    }

    /// Joins what has the same body, where no other one has it: parties, kind and sources, all that a row has, may be
    /// those of many.
    fn by_body(&mut self, before: &[MilestoneBlock<'_>], after: &[MilestoneBlock<'_>]) {
        let (old, new) = (once(before), once(after));
        for place in alone(&self.of_new) {
            let body = &*after[place].body;
            let mate = old.get(body).copied().flatten().filter(|_| new.get(body) == Some(&Some(place)));
            if let Some(old) = mate.filter(|old| self.of_old[*old].is_none()) {
                self.join(old, place);
            }
        }
    }

    /// Joins of what has the same key, which is not empty, those that are rated highest.
    fn by_likeness<'b, 'a>(
        &mut self,
        before: &'b [MilestoneBlock<'a>],
        after: &'b [MilestoneBlock<'a>],
        key: fn(&MilestoneBlock<'a>) -> &'a str,
        rate: fn(&MilestoneBlock<'_>, &MilestoneBlock<'_>) -> Option<usize>,
    ) {
        let mut places: HashMap<&str, VecDeque<usize>> = HashMap::new();
        for old in alone(&self.of_old).into_iter().filter(|old| !key(&before[*old]).is_empty()) {
            places.entry(key(&before[old])).or_default().push_back(old);
        }
        for new in alone(&self.of_new) {
            let Some(candidates) = places.get_mut(key(&after[new])) else { continue };
            let rated = candidates.iter().take(MOST).map(|old| rate(&before[*old], &after[new]));
            // Of equals the first.
            let best =
                rated.enumerate().filter_map(|(nth, rated)| Some((rated?, std::cmp::Reverse(nth)))).max();
            if let Some(old) = best.and_then(|(_, nth)| candidates.remove(nth.0)) {
                self.join(old, new);
            }
        }
    }
}

/// Those still alone, by place.
fn alone(mates: &[Option<usize>]) -> Vec<usize> {
    mates.iter().enumerate().filter(|(_, mate)| mate.is_none()).map(|(place, _)| place).collect()
}

/// The places of bodies that stand once in a text; none of an empty one.
fn once<'b>(blocks: &'b [MilestoneBlock<'_>]) -> HashMap<&'b [&'b str], Option<usize>> {
    let mut places: HashMap<&[&str], Option<usize>> = HashMap::new();
    for (place, block) in blocks.iter().enumerate().filter(|(_, block)| !block.body.is_empty()) {
        places.entry(&block.body).and_modify(|place| *place = None).or_insert(Some(place));
    }
    places
}

/// The year that a date in words ends with.
fn year<'a>(block: &MilestoneBlock<'a>) -> Option<&'a str> {
    block.date.split_whitespace().next_back()
}
