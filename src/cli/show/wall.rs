//! A wall, whole: whose it is, what it is, what became of it, its history with the ids to go on with, and which others
//! stand near it.

use super::page::PlainPage;
use crate::dataset::{
    BarrierId, Dataset, Lang, SaidOutcome, other_walls, said_outcome, sides, step_told, whose,
};
use crate::export::words;
use crate::words::en;

/// The lines of the page, none wider than `cols`.
pub(super) fn page(id: BarrierId, dataset: &Dataset, cols: usize) -> Vec<String> {
    let (barrier, say) = (dataset.barrier(id), &en::WORDS);
    let mut page = PlainPage::new(cols);
    page.text(&barrier.name, 0);
    page.text(barrier.name_zh.as_deref().unwrap_or_default(), 0);
    page.text(&whose(barrier, dataset, Lang::En), 0);
    page.text(&sides(barrier, dataset, Lang::En).unwrap_or_default(), 0);
    for text in barrier.note.iter().chain(&barrier.note_zh) {
        page.prose(text);
    }
    page.gap();
    page.text(&words::capitalized(&said_outcome(id, dataset, say).sentence()), 0);
    page.section(say.wall_page.history, history(id, dataset).into_iter());
    let others = other_walls(id, dataset);
    let outcome = |id: BarrierId, said: SaidOutcome<'_>| {
        let other = dataset.barrier(id);
        format!("{} ({}): {}", other.name, other.id, said.sentence())
    };
    let lines = others.ids.iter().map(|id| outcome(*id, said_outcome(*id, dataset, say)));
    page.section(&others.heading(id, dataset, Lang::En), lines);
    page.finish()
}

/// `17 September 2021: limited. WeChat phase one (wechat-phase-one). After 7.8 years closed; by Tencent; …`
fn history(id: BarrierId, dataset: &Dataset) -> Vec<String> {
    let steps = dataset.history(id).steps().iter().enumerate();
    let line = |(place, step): (usize, &crate::dataset::Step)| {
        let milestone = dataset.milestone(step.milestone);
        let (date, state) = (step.date(dataset).words(&en::WORDS), step.state.words(&en::WORDS));
        let told = format!("{date}: {state}. {} ({})", milestone.title(), milestone.id());
        match step_told(id, place, dataset, Lang::En) {
            Some(remarks) if remarks.is_change => {
                format!("{told}. {}", words::capitalized(&remarks.remarks))
            }
            _ => told,
        }
    };
    let lines: Vec<String> = steps.map(line).collect();
    if lines.is_empty() { vec![en::WORDS.wall_page.no_history.to_owned()] } else { lines }
}
