//! What is told of a step of a wall's history, and what it rests on.

use std::borrow::Cow;

use crate::dataset::history::ShutDays;
use crate::dataset::{BarrierId, BarrierState, Dataset, Lang, Step};
use crate::date::lasted;

/// A step of a wall's history, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTold {
    /// Whether it changed how the wall stood; what did not is told in fewer words.
    pub is_change: bool,
    /// How long the wall had stood as it did, who did it, how sure that is, and what else is to be known.
    pub remarks: String,
}

/// What is told of the step at `place` of the history of `wall`.
pub fn step_told(wall: BarrierId, place: usize, dataset: &Dataset, lang: Lang) -> Option<StepTold> {
    let steps = dataset.history(wall).steps();
    let step = *steps.get(place)?;
    let was = place.checked_sub(1).map_or(dataset.barrier(wall).before, |before| steps[before].state);
    let (milestone, say) = (dataset.milestone(step.milestone), lang.words());
    let page = &say.wall_page;
    let mut remarks: Vec<String> = Vec::new();
    let is_change = was != step.state;
    let stood_before = dataset.barrier(wall).before == was;
    if is_change {
        let stood_so = if was == BarrierState::Trial { say.outcomes.on_trial } else { was.words(say) };
        let long = stood(steps, place, stood_before, lang);
        remarks.extend(long.map(|long| (page.after)(&long, stood_so)));
    }
    if step.effect(dataset).date.is_some() {
        remarks.push((page.own_date)(&milestone.date().words(say)));
    }
    let actors: Vec<Cow<'_, str>> =
        milestone.actors().map(|company| lang.of(&company.name, company.name_zh.as_deref())).collect();
    if !actors.is_empty() {
        remarks.push((page.by)(&actors.join(", ")));
    }
    remarks.push(milestone.confidence().words(say));
    remarks.push((say.counts.sources)(milestone.cites().len()));
    if milestone.is_disputed() {
        remarks.push(page.disputed.to_owned());
    }
    if place == 0 {
        let answered = step.answers(dataset).next();
        remarks.extend(answered.map(|earlier| (page.answers)(&lang.of(earlier.title(), earlier.title_zh()))));
    }
    Some(StepTold { is_change, remarks: (page.remarks)(&remarks) })
}

/// How long the wall had stood as it did when the step at `place` came, where it is known since when: not where it stood so
/// before all steps.
fn stood(steps: &[Step], place: usize, stood_before: bool, lang: Lang) -> Option<String> {
    let earlier = place.checked_sub(1)?;
    let state = steps[earlier].state;
    if matches!(state, BarrierState::Unknown | BarrierState::None | BarrierState::Gone) {
        return None;
    }
    let run = steps[..place].iter().rev().take_while(|step| step.state == state).count();
    let is_older = stood_before && run == place;
    match ShutDays::between(&steps[place - run], &steps[place], is_older) {
        ShutDays { min, max: Some(max) } if max > 0 => Some(lasted(min, max, &lang.words().lasting)),
        _ => None,
    }
}
