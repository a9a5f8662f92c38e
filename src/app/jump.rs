//! Jumps: to a year, a date, a hit, the next milestone between the same parties, a related one.

use super::reader::{Link, Reader, links};
use super::{App, Focus, Layer};
use crate::dataset::{Milestone, MilestoneId};
use crate::date::Date;
use crate::query::{Query, Term, nearest_to};

impl App {
    /// To the next or previous milestone in time, in whatever view.
    pub(super) fn walk(&mut self, steps: isize) {
        // From an open milestone that the filter hides, the next one is the first one listed after it.
        let here = self.read().map(|(milestone, _)| self.listed().place(milestone.place()));
        let to = match here {
            Some(Err(after)) if steps > 0 => Some(after),
            Some(Ok(at) | Err(at)) => at.checked_add_signed(steps),
            None => None,
        };
        let end = if steps > 0 { "this is the last milestone" } else { "this is the first milestone" };
        self.jump(to.filter(|to| *to < self.listed().len()), end);
    }

    /// The place in the list of what is read, or, where the filter hides it, of the one before it.
    pub(super) fn read_at(&self) -> usize {
        let place = self.read().map(|(milestone, _)| self.listed().place(milestone.place()));
        place.map_or(self.state.cursor, |place| place.unwrap_or_else(|after| after.saturating_sub(1)))
    }

    pub(super) fn jump(&mut self, to: Option<usize>, end: &str) {
        match to {
            Some(cursor) => self.arrive(cursor),
            None => self.state.notice(end),
        }
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
    }

    /// To the next milestone between the same parties, or the one before: one in which somebody of those who acted
    /// here and somebody of those it touched here both are, either way round.
    pub(super) fn walk_between(&mut self, steps: isize) {
        let Some(here) = self.read().map(|(milestone, _)| milestone) else { return };
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
        let Some(arrived) = self.read().map(|(milestone, _)| milestone.place()) else { return };
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
        let listed = self.listed();
        // A place that is not listed is never asked for.
        let of = |place| self.dataset.milestone(listed.get(place).unwrap_or(self.state.place)).date();
        let Some(found) = nearest_to(&span, listed.len(), of) else { return true };
        let is_of_it = of(found).touches(&span);
        self.arrive(found);
        if !is_of_it {
            self.state.notice(format!("nothing here is of {}: this is the nearest", date.words()));
        }
        true
    }
}
