//! Effects → histories.

use std::sync::OnceLock;

use chrono::NaiveDate;

use super::closure::closures;
use super::{BarrierHistory, Interval, Step};
use crate::dataset::milestone::milestone_at;
use crate::dataset::records::Records;
use crate::dataset::store::SparseLists;
use crate::dataset::{BarrierEffect, BarrierId, BarrierState, Milestone, MilestoneId, PossibleStates};
use crate::date::Date;

/// The effects on a barrier, and what they come to, once somebody asks: of a million milestones that takes longer than
/// a frame for all barriers, and nobody looks at all of them at once.
#[derive(Debug, Default)]
pub(in super::super) struct LazyHistory {
    /// Milestones in chronological order, each with the place among its effects.
    effects: Vec<(MilestoneId, u16)>,
    computed: OnceLock<BarrierHistory>,
}

/// The effects on each of so many barriers.
pub(in super::super) fn lazy_histories(
    effects: &SparseLists<BarrierEffect>,
    barriers: usize,
) -> Vec<LazyHistory> {
    let mut lazy: Vec<LazyHistory> = Vec::new();
    lazy.resize_with(barriers, LazyHistory::default);
    for (place, effects) in effects.iter() {
        for (at, effect) in effects.iter().enumerate() {
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            // Of a dataset with errors some may be missing.
            if let Some(barrier) = lazy.get_mut(effect.barrier.index()) {
                barrier.effects.push((place, at));
            }
        }
    }
    for one in &mut lazy {
        one.effects.shrink_to_fit();
    }
    lazy
}

impl LazyHistory {
    /// The history of the barrier, which is `id`.
    pub(in super::super) fn history(&self, id: BarrierId, records: &Records) -> &BarrierHistory {
        self.computed.get_or_init(|| {
            let effects = self.effects.iter().map(|(milestone, at)| (milestone_at(records, *milestone), *at));
            let mut effects: Vec<_> = effects.collect();
            // Stable: of equal dates the milestones' order counts, within one milestone that of its effects.
            effects.sort_by(|one, other| date(*one).chronological(date(*other)));
            let steps = effects.into_iter().map(step).collect();
            history(records.barrier(id).before, steps, records)
        })
    }
}

/// When an effect is: its own date, or else that of its milestone.
fn date((milestone, at): (Milestone<'_>, u16)) -> &Date {
    milestone.effects()[usize::from(at)].date.as_deref().unwrap_or(milestone.date())
}

fn step((milestone, at): (Milestone<'_>, u16)) -> Step {
    let effect = &milestone.effects()[usize::from(at)];
    let date = date((milestone, at));
    let (from, to) = date.span().clamped();
    Step {
        milestone: milestone.place(),
        state: effect.state,
        from,
        to,
        is_soft: from != to || date.mark().is_some(),
        is_passing: false,
        effect: at,
    }
}

fn history(before: BarrierState, mut steps: Vec<Step>, records: &Records) -> BarrierHistory {
    for place in 1..steps.len() {
        let (one, next) = (steps[place - 1], steps[place]);
        let same = |step: Step| (step.milestone, step.from, step.to);
        steps[place - 1].is_passing = same(one) == same(next);
    }
    let intervals = intervals(before, &steps);
    let closures = closures(before, &steps, records);
    BarrierHistory { before, steps: steps.into(), intervals: intervals.into(), closures: closures.into() }
}

/// What is known from day to day. It changes only where a step may have happened (its first day) and where it has for
/// certain (its last one).
pub(super) fn intervals(before: BarrierState, steps: &[Step]) -> Vec<Interval> {
    let mut days: Vec<NaiveDate> = steps.iter().flat_map(|step| [step.from, step.to]).collect();
    days.push(NaiveDate::MIN);
    days.sort_unstable();
    days.dedup();
    let mut begun = steps.iter().peekable();
    let mut ended = ending_first(steps).into_iter().peekable();
    let mut known = FoldState::new(before);
    let mut intervals: Vec<Interval> = Vec::with_capacity(days.len());
    for day in days {
        while let Some(step) = begun.next_if(|step| step.from <= day) {
            known.begin(*step);
        }
        while let Some(place) =
            ended.next_if(|place| steps[*place].to <= day && steps[*place].to != NaiveDate::MAX)
        {
            known.end(place, steps);
        }
        let next = Interval { from: day, ..known.interval(steps) };
        let same = |last: &Interval| Interval { from: day, ..*last } == next;
        if !intervals.last().is_some_and(same) {
            intervals.push(next);
        }
    }
    intervals
}

/// Places of steps by their last day, of equal ones in their order.
fn ending_first(steps: &[Step]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..steps.len()).collect();
    places.sort_by_key(|place| steps[*place].to);
    places
}

/// What is known while days go by. Of a state it is enough to know how many steps may lead to it, and which one was
/// settled last: however many soft dates overlap, a day costs no more than there are states.
struct FoldState {
    before: BarrierState,
    /// Steps that may have happened, and are not certain: how many lead to each state.
    maybe: [usize; BarrierState::ALL.len()],
    /// Of those that have happened for certain and are no single day, the last possible day of the latest that led to each
    /// state. It may have been the last of all, unless it was over before another began.
    soft: [Option<NaiveDate>; BarrierState::ALL.len()],
    /// The same of those that are a single day: of several on one day only the one that stands last.
    exact: Option<(NaiveDate, BarrierState)>,
    /// The first possible day that comes last among those that have happened for certain.
    latest_start: NaiveDate,
    /// The last in date order of those that have happened for certain, and the one that first led to its state.
    last: Option<(usize, usize)>,
}

impl FoldState {
    fn new(before: BarrierState) -> Self {
        Self {
            before,
            maybe: [0; BarrierState::ALL.len()],
            soft: [None; BarrierState::ALL.len()],
            exact: None,
            latest_start: NaiveDate::MIN,
            last: None,
        }
    }

    fn begin(&mut self, step: Step) {
        self.maybe[step.state as usize] += usize::from(!step.is_passing);
    }

    /// Steps end in the order of their last possible days.
    fn end(&mut self, place: usize, steps: &[Step]) {
        let step = steps[place];
        let state = step.state;
        self.maybe[state as usize] -= usize::from(!step.is_passing);
        self.latest_start = self.latest_start.max(step.from);
        let own = (!step.is_passing).then_some(step.to);
        if step.from == step.to {
            // The one before is of this very day, or was over when this one began.
            self.exact = own.map(|day| (day, state));
        } else if own.is_some() {
            self.soft[state as usize] = own;
        }
        self.last = match self.last {
            Some((last, since)) if last > place => Some((last, since)),
            Some((last, since)) if steps[last].state == step.state => Some((place, since)),
            _ => Some((place, place)),
        };
    }

    fn interval(&self, steps: &[Step]) -> Interval {
        let mut possible = PossibleStates::default();
        let state = self.last.map_or(self.before, |(last, _)| steps[last].state);
        if self.last.is_none() {
            possible.add(self.before);
        }
        let may_be_last = |day: NaiveDate| day >= self.latest_start;
        if let Some((_, exact)) = self.exact.filter(|(day, _)| may_be_last(*day)) {
            possible.add(exact);
        }
        for other in BarrierState::ALL {
            let soft = self.soft[other as usize].is_some_and(may_be_last);
            if soft || self.maybe[other as usize] > 0 {
                possible.add(other);
            }
        }
        Interval { from: NaiveDate::MIN, state, possible, since: self.last.map(|(_, since)| since) }
    }
}
