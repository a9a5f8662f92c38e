//! Files that know one another: none of them can be read, tested or taken out alone.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Name;

/// The circles among the files: each file that comes back to itself, with all that it meets on the way back.
pub(super) fn circles<'a>(arrows: &BTreeMap<&'a Name, BTreeSet<&'a Name>>) -> BTreeSet<BTreeSet<&'a Name>> {
    let ways: BTreeMap<_, _> = arrows.keys().map(|from| (*from, reached(arrows, from))).collect();
    let is_on_the_way_back =
        |file: &Name, other: &Name| ways.get(other).is_some_and(|way| way.contains(file));
    let circle = |(file, way): (&&'a Name, &BTreeSet<&'a Name>)| {
        way.iter().copied().filter(|other| is_on_the_way_back(file, other)).collect::<BTreeSet<_>>()
    };
    ways.iter().map(circle).filter(|circle| !circle.is_empty()).collect()
}

fn reached<'a>(arrows: &BTreeMap<&'a Name, BTreeSet<&'a Name>>, from: &Name) -> BTreeSet<&'a Name> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&Name> = arrows[from].iter().copied().collect();
    while let Some(file) = next.pop() {
        if reached.insert(file) {
            next.extend(arrows.get(file).into_iter().flatten());
        }
    }
    reached
}
