//! Jumps: to a year, a date, a hit, the next milestone between the same parties, a related one.

use super::reader::{Link, Reader, links};
use super::timeline::Timeline;
use super::{App, Focus, Layer, Listed, View};
use crate::dataset::{Milestone, MilestoneId};
use crate::date::Date;
use crate::query::{Query, Term, nearest_to};

impl App {
    /// To what comes next in time, or what came before: in the Walls the next day on which one of them moved.
    pub(super) fn walk_time(&mut self, steps: isize) {
        if self.is_in_walls() { self.walk_changes(steps) } else { self.walk(steps) }
    }

    /// To the next or previous milestone in time.
    fn walk(&mut self, steps: isize) {
        // From an open milestone that the filter hides, the next one is the first one listed after it.
        let (walked, _) = self.walked();
        let here = self.read().map(|(milestone, _)| walked.place(milestone.place()));
        let to = match here {
            Some(Err(after)) if steps > 0 => Some(after),
            Some(Ok(at) | Err(at)) => at.checked_add_signed(steps),
            None => None,
        };
        let end = if steps > 0 { "this is the last milestone" } else { "this is the first milestone" };
        self.jump(to.and_then(|to| walked.get(to)), end);
    }

    /// To where the next year begins, or this one, or the one before; in the Walls to a year's end.
    pub(super) fn walk_years(&mut self, steps: isize) {
        if self.is_in_walls() {
            return self.walk_walls_years(steps);
        }
        let (walked, years) = self.walked();
        let at = self.read_at();
        let (to, end) = if steps > 0 {
            (years.next_year(at), "this is the last year")
        } else {
            (years.previous_year(at), "this is the first year")
        };
        self.jump(to.and_then(|to| walked.get(to)), end);
    }

    /// The milestones that a reader walks through, and their years: in the Ledger those between the two companies.
    fn walked(&self) -> (Listed<'_>, &Timeline) {
        // Elsewhere nobody counts what is between whom.
        let between = if self.view() == View::Ledger { self.between() } else { None };
        let between = between.filter(|rows| !rows.ids.is_empty());
        between.map_or((self.listed(), self.timeline()), |rows| (Listed::Only(&rows.ids), &rows.years))
    }

    /// The place of what is read among what is walked through, or, where the filter hides it, of the one before it.
    fn read_at(&self) -> usize {
        let (walked, _) = self.walked();
        let place = self.read().map(|(milestone, _)| walked.place(milestone.place()));
        place.map_or(0, |place| place.unwrap_or_else(|after| after.saturating_sub(1)))
    }

    fn jump(&mut self, to: Option<MilestoneId>, end: &str) {
        match to {
            Some(id) => self.jump_to_id(id),
            None => self.state.notice(end),
        }
    }

    /// Where a reader is: what is read on the whole screen, else where the reader last went, be that out of sight in a
    /// view that shows less than the list; where a filter hides it, what stands in for it.
    pub(super) fn here(&self) -> Option<MilestoneId> {
        let place = Some(self.state.place).filter(|place| self.listed().place(*place).is_ok());
        let open = self.state.reading().map(|(id, _)| id);
        open.or(place).or(self.current().map(Milestone::place))
    }

    /// To a milestone of the list.
    pub(super) fn jump_to_id(&mut self, id: MilestoneId) {
        if let Ok(cursor) = self.listed().place(id) {
            self.arrive(cursor);
        }
    }

    /// Makes the milestone at `cursor` the current one, on the whole screen too where one is read there.
    fn arrive(&mut self, cursor: usize) {
        self.state.go_to(cursor);
        let current = self.current().map(Milestone::place);
        let open = self.state.layers.iter_mut().rev().find_map(|layer| match layer {
            Layer::Reading(id, reader) => Some((id, reader)),
            _ => None,
        });
        if let (Some((id, reader)), Some(current)) = (open, current)
            && *id != current
        {
            (*id, *reader) = (current, Reader::default());
        }
        if let Some(why) = current.and_then(|id| self.why_beside_ledger(id)) {
            self.state.notice(why);
        }
    }

    /// To the next milestone between the same parties, or the one before: one in which somebody of those who acted
    /// here and somebody of those it touched here both are, either way round.
    pub(super) fn walk_between(&mut self, steps: isize) {
        let Some(here) = self.here().map(|id| self.dataset.milestone(id)) else { return };
        // Come here that way, one goes on between the parties that one began with.
        let begun = self.state.between.clone().filter(|(_, arrived)| *arrived == here.place());
        let parties = begun.map_or_else(|| Query::between_parties_of(here), |(parties, _)| parties);
        let words = self.names_of(&parties);
        let mut query = parties.clone();
        if !self.state.dim {
            query.extend(self.state.query.clone());
        }
        let ids = self.searcher.ids(&query, &self.dataset);
        self.go_around(&ids, steps, "nothing else is between these parties");
        let Some(arrived) = self.here() else { return };
        self.state.between = Some((parties, arrived));
        if let (Ok(at), None) = (ids.binary_search(&arrived), &self.state.notice) {
            self.state.notice(format!("{} of {} between {words}", at + 1, ids.len()));
        }
    }

    /// `JD.com and Ant Group or Alibaba`: the companies of each term.
    fn names_of(&self, parties: &Query) -> String {
        let side = |term: &Term| {
            let companies = term.companies().map(|id| self.dataset.company(id));
            let names = companies.map(|company| self.lang().of(&company.name, company.name_zh.as_deref()));
            names.collect::<Vec<_>>().join(" or ")
        };
        parties.terms().iter().map(side).collect::<Vec<_>>().join(" and ")
    }

    /// Marks the next related milestone in the text that is read; beside the list, keys then go there.
    pub(super) fn mark_related(&mut self) {
        let Some((milestone, reader)) = self.read() else { return };
        let related = links(milestone).take_while(|link| matches!(link, Link::Milestone(_))).count();
        let next = reader.link.map(|link| link + 1).filter(|next| *next < related).unwrap_or(0);
        if self.state.layers.is_empty() && !self.state.has_detail() {
            self.open();
        } else if self.state.layers.is_empty() {
            self.settle();
            self.state.focus = Focus::Detail;
        }
        self.state.reader_mut().link = Some(next);
    }

    /// Goes to the first milestone that may have been on the date that is typed, or the nearest to it. Says whether
    /// it is a date at all.
    pub(super) fn go_to_date(&mut self, text: &str) -> bool {
        let date = match Date::parse_plainly(text) {
            Ok(date) => date,
            Err(error) => {
                let text = text.trim();
                let help = "write 2021, 2021-09, 2021-09-09, sept 2021 or 2021q3".to_owned();
                self.state.complain(format!("{text} is no date; {}", error.hint.unwrap_or(help)));
                return false;
            }
        };
        if self.is_in_walls() {
            self.go_to_day_of(&date);
            return true;
        }
        let span = date.span();
        let (listed, _) = self.walked();
        // A place that is not listed is never asked for.
        let of = |place| self.dataset.milestone(listed.get(place).unwrap_or(self.state.place)).date();
        let Some(found) = nearest_to(&span, listed.len(), of) else { return true };
        let is_of_it = of(found).touches(&span);
        let found = listed.get(found);
        self.jump(found, "");
        if !is_of_it {
            self.state.notice(format!("nothing here is of {}: this is the nearest", date.words()));
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::EMBEDDED;
    use crate::dataset::load::load;

    #[test]
    fn only_the_ledger_counts_what_is_between_whom() {
        let dataset = load(EMBEDDED).dataset.expect("a dataset");
        let mut app = App::new(dataset, Query::default());
        app.walk(1);
        app.walk_years(1);
        app.go_to_date("2021-09-09");
        assert!(app.state.found.pairs.get().is_none());
        app.look(View::Ledger);
        app.walk(1);
        assert!(app.state.found.pairs.get().is_some());
    }
}
