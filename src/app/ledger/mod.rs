//! The Ledger: two companies on either side of one axis of time.
//!
//! Which two: those that the reader chose with a key, else those that the query asks for, else those with the most
//! between them. Where the current milestone is not between them, the nearest in time that is stands in for it, as it
//! does for one that a filter hides.

mod answer;
mod pairs;
mod parties;
mod rows;

pub use answer::{Answer, answers};
pub(super) use pairs::Pairs;
pub use pairs::{Pair, Side};
pub(super) use parties::Parties;
pub use rows::{Open, Rows, Tally};

use super::{App, Listed, View};
use crate::dataset::{BarrierId, MilestoneId};
use pairs::Ranked;

/// Where a reader is in the Ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The pair that was gone to with a key, and the one that the query asked for then: another query asks anew.
    chosen: Option<(Pair, Option<Pair>)>,
}

impl Ledger {
    /// What of it is a step worth undoing.
    pub(super) fn shown(&self) -> Option<Pair> {
        self.chosen.map(|(pair, _)| pair)
    }
}

impl App {
    /// The two companies of the Ledger; `None` where no two are in one milestone that matches.
    pub fn pair(&self) -> Option<Pair> {
        self.ranked().map(|(_, ranked)| ranked.pair)
    }

    /// The place of the pair among all of which something matches, counted from 1, and how many there are.
    pub fn pair_of_pairs(&self) -> (usize, usize) {
        (self.ranked().map_or(0, |(place, _)| place + 1), self.pairs().ranked.len())
    }

    /// What is between the two.
    pub fn between(&self) -> Option<&Rows> {
        let (_, ranked) = self.ranked()?;
        Some(ranked.rows.get_or_init(|| self.rows_of(ranked.pair)))
    }

    /// The place of the current milestone among those of the Ledger.
    pub fn between_cursor(&self) -> Option<usize> {
        let current = self.current()?.place();
        self.between()?.ids.binary_search(&current).ok()
    }

    /// Stands on the milestone of the two that is nearest to the reader's place, and leaves that where it is.
    pub(super) fn settle_ledger(&mut self) {
        let Some(rows) = self.between() else { return };
        let rows = Listed::Only(&rows.ids);
        let nearest = rows.get(self.nearest_of(rows, self.state.place));
        if let Some(Ok(cursor)) = nearest.map(|id| self.listed().place(id)) {
            self.state.cursor = cursor;
        }
    }

    /// Moves by `steps` rows; from the last one on through what is unanswered at the end, where that is too long for
    /// the screen.
    pub(super) fn ledger_rows(&mut self, steps: isize) {
        let at = self.between_cursor();
        let before = self.state.detail.top;
        if steps != isize::MIN {
            self.state.detail.scroll(steps, &self.state.pages.text);
        }
        if self.state.detail.top != before {
            return;
        }
        let ids = self.between().map_or(&[][..], |rows| &rows.ids);
        let to = at.and_then(|at| ids.get(at.saturating_add_signed(steps).min(ids.len().saturating_sub(1))));
        if let Some(Ok(cursor)) = to.map(|id| self.listed().place(*id)) {
            self.state.go_to(cursor);
        }
    }

    /// To the next two companies or those before, around the ends, and says which they are.
    pub(super) fn next_pair(&mut self, steps: isize) {
        let all = self.pairs().ranked.len();
        let Some((place, _)) = self.ranked().filter(|_| all > 1) else {
            let only = if all == 1 { "no other two companies" } else { "no two companies" };
            self.state.notice(format!("{only} are in one milestone here"));
            return;
        };
        let next = place.cast_signed().saturating_add(steps).rem_euclid(all.cast_signed()).unsigned_abs();
        let Some((pair, moves)) = self.pairs().ranked.get(next).map(|ranked| (ranked.pair, ranked.moves))
        else {
            return;
        };
        self.state.ledger.chosen = Some((pair, self.asked()));
        let moves = match moves {
            0 => "no move between them".to_owned(),
            1 => "1 move between them".to_owned(),
            _ => format!("{moves} moves between them"),
        };
        self.state.notice(format!("{} of {all} pairs: {}, {moves}", next + 1, self.names_of_pair(pair)));
    }

    /// Why the milestone that was gone to is not seen, where it is not.
    pub(super) fn why_beside_ledger(&self, id: MilestoneId) -> Option<String> {
        if self.state.view != View::Ledger || !self.state.layers.is_empty() {
            return None;
        }
        let rows = self.between()?;
        let is_beside = rows.ids.binary_search(&id).is_err();
        let names = self.pair().map(|pair| self.names_of_pair(pair)).filter(|_| is_beside)?;
        let title = self.dataset.milestone(id).title();
        Some(format!("this is the nearest between {names}; 1 shows in the Timeline: {title}"))
    }

    fn names_of_pair(&self, pair: Pair) -> String {
        let [left, right] = [pair.left, pair.right].map(|id| {
            let company = self.dataset.company(id);
            self.lang().of(&company.name, company.name_zh.as_deref())
        });
        format!("{left} and {right}")
    }

    /// The pair that is shown, and its place.
    fn ranked(&self) -> Option<(usize, &Ranked)> {
        let pairs = self.pairs();
        let chosen = self.state.ledger.chosen.filter(|(_, asked)| *asked == self.asked());
        let chosen = chosen.and_then(|(pair, _)| pairs.place(pair));
        let place = chosen.or(pairs.asked).unwrap_or(0);
        pairs.ranked.get(place).map(|ranked| (place, ranked))
    }

    fn pairs(&self) -> &Pairs {
        let pairs = || Pairs::new(&self.matches().ids, self.asked(), self.whole.parties(&self.dataset));
        self.state.found.pairs.get_or_init(pairs)
    }

    /// The two companies that the query asks for.
    fn asked(&self) -> Option<Pair> {
        self.state.query.two_companies().map(|[left, right]| Pair { left, right })
    }

    fn rows_of(&self, pair: Pair) -> Rows {
        let listed = self.listed();
        let both = self.index().of_both(pair.left, pair.right);
        let ids: Vec<MilestoneId> = both.into_iter().filter(|id| listed.place(*id).is_ok()).collect();
        let matching = ids.iter().copied().filter(|id| self.matches().place(*id).is_ok());
        let barriers = |holder, out| -> Vec<BarrierId> {
            let barriers = self.barriers_between(holder, out).iter().copied();
            barriers.filter(|id| self.state.dim || self.is_moved(*id)).collect()
        };
        let barriers = [barriers(pair.left, pair.right), barriers(pair.right, pair.left)];
        Rows {
            years: self.whole.years().of(&ids, &self.dataset),
            tally: Tally::of(matching, pair, &self.dataset),
            open: Open::new(barriers, &ids, pair, &self.dataset),
            ids,
        }
    }
}
