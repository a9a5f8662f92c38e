//! How the walls stand at the end, in a sentence: the only words that have colours, and beside each its number.

use super::words;
use crate::dataset::{BarrierCurve, BarrierState};
use crate::date::{day_words, end_words};
use crate::text::width;
use crate::words::Words;

/// A part of the sentence: a count in its state's colour, a heading, or what stands between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CountPart {
    Count(String, BarrierState),
    Heading(String),
    Plain(String),
}

impl CountPart {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Count(text, _) | Self::Heading(text) | Self::Plain(text) => text,
        }
    }
}

/// From open to shut, as the sentence says them.
const SAID: [BarrierState; 4] =
    [BarrierState::Open, BarrierState::Limited, BarrierState::Trial, BarrierState::Closed];
/// What the curve does not count.
const OTHERS: [BarrierState; 3] = [BarrierState::Unknown, BarrierState::None, BarrierState::Gone];

/// The sentence on lines of so many columns: as much of it as has room on one, and where that is not even the counts, on
/// several.
pub(super) fn lines(curve: &BarrierCurve, walls: usize, cols: usize, say: &Words) -> Vec<Vec<CountPart>> {
    let tally = curve.end();
    let end =
        curve.points.last().map(|(day, _)| end_words(*day, say).unwrap_or_else(|| day_words(*day, say)));
    let end = end.unwrap_or_default();
    let of = |states: &[BarrierState], is_short: bool| {
        let said = states.iter().filter(|state| tally.of(**state) > 0);
        said.map(|state| (words::counted(tally.of(*state), *state, is_short, &say.front), *state))
            .collect::<Vec<_>>()
    };
    let counted = |(text, state): (String, BarrierState)| {
        if OTHERS.contains(&state) { CountPart::Plain(text) } else { CountPart::Count(text, state) }
    };
    let sentence = |heading: Option<String>, counts: Vec<(String, BarrierState)>, between: &str| {
        let mut parts: Vec<CountPart> = heading.map(CountPart::Heading).into_iter().collect();
        for (place, count) in counts.into_iter().enumerate() {
            if place > 0 {
                parts.push(CountPart::Plain(between.to_owned()));
            }
            parts.push(counted(count));
        }
        parts
    };
    let [known, short] = [of(&SAID, false), of(&SAID, true)];
    let all: Vec<_> = known.iter().cloned().chain(of(&OTHERS, false)).collect();
    let ways = [
        sentence(Some((say.front.walls_at)(walls, &end)), all, ", "),
        sentence(Some((say.front.some_walls_at)(&end)), known.clone(), ", "),
        sentence(Some((say.front.at)(&end)), known, "  "),
        sentence(None, short.clone(), " "),
    ];
    let fits = |parts: &Vec<CountPart>| parts.iter().map(|part| width(part.text())).sum::<usize>() <= cols;
    if let Some(line) = ways.into_iter().find(fits) {
        return if line.is_empty() { Vec::new() } else { vec![line] };
    }
    let mut lines: Vec<Vec<CountPart>> = vec![Vec::new()];
    let mut used = 0;
    for (text, state) in short {
        let cut = width(&text);
        if used > 0 && used + 1 + cut > cols {
            lines.push(Vec::new());
            used = 0;
        }
        let Some(line) = lines.last_mut() else { break };
        if used > 0 {
            line.push(CountPart::Plain(" ".to_owned()));
        }
        used += cut + usize::from(used > 0);
        line.push(CountPart::Count(text, state));
    }
    lines
}
