//! What a move answered, and after how long.

use crate::app::views::ledger::pair::Pair;
use crate::dataset::{Dataset, Milestone, MilestoneId, RelationKind};
use crate::date::{Date, lasted, within};
use crate::words::Words;

/// The kinds of relation in the order in which a row tells them.
pub(super) const TOLD: [RelationKind; 3] =
    [RelationKind::RespondsTo, RelationKind::Lifts, RelationKind::Follows];

/// An earlier milestone that a move answers, lifts or follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// How they relate.
    pub kind: RelationKind,
    /// The earlier one.
    pub to: MilestoneId,
}

/// What of the two companies' milestones this one answers or lifts; where it is none, what it follows.
pub fn answers(milestone: Milestone<'_>, pair: Pair, dataset: &Dataset) -> Vec<Answer> {
    let mut told = Vec::new();
    for kind in TOLD.into_iter().filter(|kind| kind.is_answer()) {
        told.extend(related(milestone, kind, pair, dataset));
    }
    if told.is_empty() {
        told.extend(related(milestone, RelationKind::Follows, pair, dataset));
    }
    told
}

fn related<'a>(
    milestone: Milestone<'a>,
    kind: RelationKind,
    pair: Pair,
    dataset: &'a Dataset,
) -> impl Iterator<Item = Answer> + 'a {
    let relations = milestone.relations().iter().filter(move |relation| relation.kind == kind);
    let earlier = relations.map(|relation| dataset.milestone(relation.to));
    earlier
        .filter(move |earlier| pair.side(*earlier).is_some())
        .map(move |earlier| Answer { kind, to: earlier.place() })
}

/// How much later one date is than another: `after 21 days`, `within 8 days, order not settled`, `after about 3 months`, `the same day`.
/// Nothing where an end that matters is not known.
pub fn after(earlier: &Date, later: &Date, say: &Words) -> Option<String> {
    let min = (later.earliest()? - earlier.latest()?).num_days().max(0);
    let max = (later.latest()? - earlier.earliest()?).num_days();
    let is_soft = [earlier, later].iter().any(|date| date.mark().is_some());
    let about = |long: String| if is_soft { (say.lasting.about_all)(&long) } else { long };
    match (min, max) {
        (_, ..0) => None,
        (_, 0) => Some(say.ledger.same_day.to_owned()),
        (0, max) => {
            let back = (earlier.latest()? - later.earliest()?).num_days();
            let long = about(within(max.max(back), &say.lasting));
            Some(if back > 0 { (say.ledger.within_in_some_order)(&long) } else { (say.ledger.within)(&long) })
        }
        (min, max) => Some((say.ledger.after)(&about(lasted(min, max, &say.lasting)))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::en;

    #[test]
    fn how_long_an_answer_took_is_as_exact_as_its_dates() {
        for (earlier, later, words) in [
            ("2013-11-01", "2013-11-22", Some("after 21 days")),
            ("2013-11-01", "2013-11-02", Some("after 1 day")),
            ("2013-11-01", "2013-11-01", Some("the same day")),
            ("2013-11-22", "2013-11~", Some("within about 21 days, order not settled")),
            ("2013-11", "2013-11-22", Some("within 21 days, order not settled")),
            ("2013-11", "2013-11/2013-12", Some("within 2 months, order not settled")),
            ("2013", "2015", Some("after 12 to 36 months")),
            ("2013/2016", "2015/2019", Some("within 7 years, order not settled")),
            ("2013-11-01", "2013-11-22?", Some("after about 21 days")),
            ("2013-11", "2014-09", Some("after 9 to 11 months")),
            ("2013-11~", "2021-09-17", Some("after about 7.8 years")),
            ("2013-11/..", "2014-01-01", None),
            ("2013", "2014/..", None),
            ("2013", "Y17E7", None),
            ("-0044-03-15", "-0043-03-15", Some("after 12 months")),
        ] {
            let [earlier, later] = [earlier, later].map(|date| Date::parse(date).unwrap());
            assert_eq!(after(&earlier, &later, &en::WORDS).as_deref(), words, "{earlier:?} {later:?}");
        }
    }
}
