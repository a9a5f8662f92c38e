//! The milestones at which a story turned.

use chrono::NaiveDate;

use super::told::named;
use crate::dataset::{BarrierCurve, BarrierState, BarrierTally, Dataset, MilestoneId};
use crate::date::Span;

/// More have no room beside one another.
const MOST: usize = 5;
/// As many are chosen where the dataset names none.
const CHOSEN: usize = 3;

/// Those that the dataset names; else the landmarks nearest to the steepest rise of what is closed, to the end of its peak
/// and to its steepest fall; without walls the first landmark, the last, and the one between. In order of time.
pub(super) fn turning_points(
    dataset: &Dataset,
    curve: Option<&BarrierCurve>,
    landmarks: &[MilestoneId],
) -> Vec<MilestoneId> {
    let named = named(dataset);
    let mut ids = match curve {
        _ if !named.is_empty() => named.iter().copied().take(MOST).collect(),
        _ if landmarks.len() <= CHOSEN => landmarks.to_vec(),
        Some(curve) => turns(curve).into_iter().filter_map(|day| nearest(dataset, landmarks, day)).collect(),
        None => (0..CHOSEN).map(|nth| landmarks[nth * (landmarks.len() - 1) / (CHOSEN - 1)]).collect(),
    };
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The days on which most was shut more, the last on which most was shut, and on which most was shut less.
fn turns(curve: &BarrierCurve) -> Vec<NaiveDate> {
    let closed = |tally: &BarrierTally| tally.of(BarrierState::Closed);
    let counts = std::iter::once(&curve.before).chain(curve.points.iter().map(|(_, tally)| tally));
    let counts: Vec<usize> = counts.map(closed).collect();
    let steps = || counts.windows(2).zip(&curve.points);
    let rise = steps().max_by_key(|(pair, _)| pair[1].saturating_sub(pair[0]));
    let fall = steps().max_by_key(|(pair, _)| pair[0].saturating_sub(pair[1]));
    let peak = curve.points.iter().max_by_key(|(_, tally)| closed(tally));
    let peak = peak.map(|(day, _)| *day);
    rise.map(|(_, (day, _))| *day).into_iter().chain(peak).chain(fall.map(|(_, (day, _))| *day)).collect()
}

/// The landmark nearest to a day; the earlier one of equals.
fn nearest(dataset: &Dataset, landmarks: &[MilestoneId], day: NaiveDate) -> Option<MilestoneId> {
    let day = Span::between(day, day).middle()?;
    let distance =
        |id: &MilestoneId| dataset.milestone(*id).date().span().middle().map(|at| at.abs_diff(day));
    landmarks.iter().copied().filter(|id| distance(id).is_some()).min_by_key(distance)
}
