//! What became of a barrier, on one line: as much of it as has room, its last date always.

use crate::dataset::{
    BarrierHistory, BarrierState, Dataset, SaidOutcome, Step, day_said, month_said, year_said,
};
use crate::date::Date;
use crate::text::width;
use crate::words::Words;

/// How precisely a date is told.
#[derive(Clone, Copy)]
enum Told {
    /// `29 November 2021`
    Whole,
    /// `29 Nov 2021`
    Brief,
    /// `Nov 2021`
    Month,
    /// `2021`
    Year,
}

/// How precisely it is told for how long.
#[derive(Clone, Copy)]
enum Long {
    /// `shut about 8.0 years`
    Whole,
    /// `shut ~8.0 y`
    Brief,
    /// Not at all.
    Untold,
}

/// How the earlier dates, the last one and the length are told, the most first. The last date is the last to go.
const FORMS: [(Told, Told, Long); 5] = [
    (Told::Whole, Told::Whole, Long::Whole),
    (Told::Month, Told::Whole, Long::Whole),
    (Told::Year, Told::Whole, Long::Whole),
    (Told::Year, Told::Brief, Long::Brief),
    (Told::Year, Told::Brief, Long::Untold),
];

/// The least of it.
const LEAST: (Told, Told, Long) = (Told::Year, Told::Year, Long::Untold);

/// More changes have no room on a line.
const MOST: usize = 8;

/// `closed about November 2013, limited 17 September 2021, open 29 November 2021: shut about 8.0 years`, on at most `cols`
/// columns; `gap` stands for what is left out.
pub(super) fn told(
    (history, outcome): (&BarrierHistory, &SaidOutcome<'_>),
    dataset: &Dataset,
    say: &Words,
    (cols, gap): (usize, &str),
) -> String {
    let (earlier, last) = changes(history);
    let Some(last) = last else { return outcome.sentence() };
    let is_whole = earlier.len() < MOST;
    let line = |earlier: &[Step], is_whole: bool, (before, now, long): (Told, Told, Long)| {
        let mut steps: Vec<String> = earlier.iter().map(|step| one(*step, before, dataset, say)).collect();
        steps.extend((!is_whole).then(|| gap.to_owned()));
        steps.push(one(last, now, dataset, say));
        let steps = (say.lanes.steps)(&steps);
        let long = match long {
            Long::Whole => outcome.time_before(),
            Long::Brief => outcome.before(),
            Long::Untold => String::new(),
        };
        if long.is_empty() { steps } else { (say.lanes.in_all)(&steps, &long) }
    };
    // The first and the last say more than those between; the last one more than the first.
    let first = &earlier[..earlier.len().min(1)];
    let kept = [(&earlier[..], is_whole), (first, earlier.len() <= 1), (&[][..], true)];
    let mut lines = kept.iter().flat_map(|(earlier, is_whole)| FORMS.map(|form| (*earlier, *is_whole, form)));
    let fitting = lines.find_map(|(earlier, is_whole, form)| {
        Some(line(earlier, is_whole, form)).filter(|line| width(line) <= cols)
    });
    fitting.unwrap_or_else(|| line(&[], true, LEAST))
}

/// The steps that changed its state: the last of them, and the first few before that.
fn changes(history: &BarrierHistory) -> (Vec<Step>, Option<Step>) {
    let mut changes = history
        .steps()
        .chunk_by(|one, next| one.state == next.state)
        .filter_map(|alike| alike.first().copied());
    let last = changes.next_back();
    (changes.take(MOST).collect(), last)
}

/// `closed 9 August 2013`
fn one(step: Step, told: Told, dataset: &Dataset, say: &Words) -> String {
    let is_trial = step.state == BarrierState::Trial;
    let state = if is_trial { say.outcomes.on_trial } else { step.state.words(say) };
    let date: &Date = step.date(dataset);
    let date = match told {
        Told::Whole => date.words(say),
        Told::Brief => day_said(date, say),
        Told::Month => month_said(date, say),
        Told::Year => year_said(date, say),
    };
    (say.outcomes.row_dated)(state, &date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::load::load;
    use crate::dataset::{BarrierId, said_outcome};
    use crate::words::en::WORDS;

    const STORY: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/story.toml"));

    fn of(barrier: &str, cols: usize) -> String {
        let dataset = load(STORY).dataset.expect("a dataset");
        let at = dataset.barriers().iter().position(|known| known.id == barrier).expect("a barrier");
        let id = BarrierId::new(at);
        told((dataset.history(id), &said_outcome(id, &dataset, &WORDS)), &dataset, &WORDS, (cols, "…"))
    }

    #[test]
    fn what_has_no_room_goes_the_last_date_last() {
        for (cols, expected) in [
            (
                118,
                "closed about November 2013, limited 17 September 2021, open 29 November 2021: shut about 8.0 years",
            ),
            (78, "closed ~2013, limited 2021, open 29 November 2021: shut about 8.0 years"),
            (58, "closed ~2013, limited 2021, open 29 Nov 2021: shut ~8.0 y"),
            (38, "closed ~2013, …, open 29 Nov 2021"),
            (28, "open 29 Nov 2021"),
        ] {
            assert_eq!(of("wechat-taobao-links", cols), expected);
        }
        assert_eq!(
            of("wechat-feishu-links", 118),
            "closed 28 February 2020: no opening found by the end of 2024"
        );
    }

    #[test]
    fn no_date_is_cut_at_any_width() {
        let dataset = load(STORY).dataset.expect("a dataset");
        for at in 0..dataset.barriers().len() {
            let (id, barrier) = (BarrierId::new(at), &dataset.barriers()[at].id);
            let history = dataset.history(id);
            let outcome = said_outcome(id, &dataset, &WORDS);
            for cols in 28..=198 {
                let line = told((history, &outcome), &dataset, &WORDS, (cols, "…"));
                assert!(width(&line) <= cols, "{barrier} on {cols}: {line}");
                if let (_, Some(last)) = changes(history) {
                    let year = year_said(last.date(&dataset), &WORDS);
                    assert!(line.contains(year.trim_matches(['~', '?'])), "{barrier} on {cols}: {line}");
                }
            }
        }
    }
}
