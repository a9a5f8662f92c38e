//! Jumps: to a year, a date, a hit, the next milestone between the same parties, a related one.

use std::borrow::Cow;

use crate::app::core::listed::Listed;
use crate::app::core::mode::View;
use crate::app::core::reader::{Link, links};
use crate::app::core::timeline::Timeline;
use crate::app::explorer::App;
use crate::app::going;
use crate::app::overlays::{reading, searching};
use crate::app::state::Focus;
use crate::app::views::{ledger, wall, walls};
use crate::query::{Query, Term};

/// To what comes next in time, or what came before: in the Walls the next day on which one of them moved.
pub(super) fn walk_time(app: &mut App, steps: isize) {
    if wall::page(app).is_some() {
        wall::walk(app, steps);
    } else if walls::is_walked(app) {
        walls::walk(app, steps);
    } else {
        walk(app, steps);
    }
}

/// To the next or previous milestone in time.
fn walk(app: &mut App, steps: isize) {
    // From an open milestone that the filter hides, the next one is the first one listed after it.
    let (walked, _) = walked(app);
    let here = app.read().map(|(milestone, _)| walked.place(milestone.place()));
    let to = match here {
        Some(Err(after)) if steps > 0 => Some(after),
        Some(Ok(at) | Err(at)) => at.checked_add_signed(steps),
        None => None,
    };
    let say = &app.say().notices;
    let end = if steps > 0 { say.last_milestone } else { say.first_milestone };
    going::to(app, to.and_then(|to| walked.get(to)), end);
}

/// To where the next year begins, or this one, or the one before; in the Walls to a year's end.
pub(super) fn walk_years(app: &mut App, steps: isize) {
    if wall::page(app).is_some() {
        return wall::walk_years(app, steps);
    }
    if walls::is_walked(app) {
        return walls::walk_years(app, steps);
    }
    let say = &app.say().notices;
    let (walked, years) = walked(app);
    let at = read_at(app);
    let (to, end) = if steps > 0 {
        (years.next_year(at), say.last_year)
    } else {
        (years.previous_year(at), say.first_year)
    };
    going::to(app, to.and_then(|to| walked.get(to)), end);
}

/// The milestones that a reader walks through, and their years: in the Ledger those between the two companies.
pub(super) fn walked(app: &App) -> (Listed<'_>, &Timeline) {
    // Elsewhere nobody counts what is between whom.
    let between = if app.view() == View::Ledger { ledger::between(app) } else { None };
    let between = between.filter(|rows| !rows.ids.is_empty());
    between.map_or((app.listed(), app.timeline()), |rows| (Listed::Only(&rows.ids), &rows.years))
}

/// The place of what is read among what is walked through, or, where the filter hides it, of the one before it.
fn read_at(app: &App) -> usize {
    let (walked, _) = walked(app);
    let place = app.read().map(|(milestone, _)| walked.place(milestone.place()));
    place.map_or(0, |place| place.unwrap_or_else(|after| after.saturating_sub(1)))
}

/// To the next milestone between the same parties, or the one before: one in which somebody of those who acted
/// here and somebody of those it touched here both are, either way round.
pub(super) fn walk_between(app: &mut App, steps: isize) {
    let Some(here) = going::here(app).map(|id| app.dataset.milestone(id)) else { return };
    // Come here that way, one goes on between the parties that one began with.
    let begun = app.state.between.clone().filter(|(_, arrived)| *arrived == here.place());
    let parties = begun.map_or_else(|| Query::between_parties_of(here), |(parties, _)| parties);
    let say = &app.say().notices;
    let words = names_of(app, &parties);
    let mut query = parties.clone();
    if !app.dims() {
        query.extend(app.query().clone());
    }
    let ids = app.searcher.ids(&query, &app.dataset);
    searching::go_around(app, &ids, steps, say.nothing_else_between);
    let Some(arrived) = going::here(app) else { return };
    app.state.between = Some((parties, arrived));
    if let (Ok(at), None) = (ids.binary_search(&arrived), &app.state.notice) {
        app.state.notice((say.between)(at + 1, ids.len(), &words));
    }
}

/// `Ant Group or Alibaba`: the companies of each term.
fn names_of(app: &App, parties: &Query) -> Vec<String> {
    let side = |term: &Term| {
        let companies = term.companies().map(|id| app.dataset.company(id));
        let names = companies.map(|company| app.lang().of(&company.name, company.name_zh.as_deref()));
        (app.say().notices.any_of)(&names.map(Cow::into_owned).collect::<Vec<_>>())
    };
    parties.terms().iter().map(side).collect()
}

/// Marks the next related milestone in the text that is read; beside the list, keys then go there.
pub(super) fn mark_related(app: &mut App) {
    let Some((milestone, reader)) = app.read() else { return };
    let related: Vec<usize> = links(milestone)
        .enumerate()
        .filter_map(|(place, link)| matches!(link, Link::Milestone(_)).then_some(place))
        .collect();
    let next = related.iter().find(|place| reader.link.is_some_and(|link| **place > link));
    let next = next.or(related.first()).copied();
    if app.state.overlays.is_empty() && !app.state.has_detail() {
        reading::open(app);
    } else if app.state.overlays.is_empty() {
        app.state.place.settle();
        app.state.focus = Focus::Detail;
    }
    app.state.reader_mut().link = next;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::load::load;

    const STORY: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/story.toml"));

    #[test]
    fn only_the_ledger_counts_what_is_between_whom() {
        let dataset = load(STORY).dataset.expect("a dataset");
        let mut app = App::new(dataset, Query::default());
        walk(&mut app, 1);
        walk_years(&mut app, 1);
        crate::app::overlays::date::go_to(&mut app, "2021-09-09");
        assert!(app.state.place.found().pairs.get().is_none());
        crate::app::views::look(&mut app, View::Ledger);
        walk(&mut app, 1);
        assert!(app.state.place.found().pairs.get().is_some());
    }
}
