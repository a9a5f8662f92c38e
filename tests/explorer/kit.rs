//! What a test asks an explorer for, by one name each: the program itself asks the rooms that answer.

use wallchart::app::overlays::{answering, reading, stack};
use wallchart::app::{App, barriers, command_line, copy, facet_pane, filter, lanes, ledger, wall, walls};

use std::time::Duration;

use chrono::NaiveDate;
use wallchart::app::copy::Offer;
use wallchart::app::facets::{FacetPane, FacetPaneRow};
use wallchart::app::lanes::{Lanes, Scale, SortedLanes};
use wallchart::app::ledger::{Pair, Rows};
use wallchart::app::mode::Mode;
use wallchart::app::reader::{Link, TextScroll};
use wallchart::app::walls::{Changes, Differs, WallList, Walls};
use wallchart::dataset::{BarrierId, ShownBarriers, Source};
use wallchart::query::Relaxation;

/// An explorer's answers.
pub(crate) trait Kit {
    fn answer_late(&mut self, is_late: bool);
    fn between(&self) -> Option<&Rows>;
    fn between_cursor(&self) -> Option<usize>;
    fn changes(&self) -> &Changes;
    fn compared_days(&self) -> Option<(NaiveDate, NaiveDate)>;
    fn copies(&self) -> Vec<Offer>;
    fn covered(&self) -> Option<(NaiveDate, NaiveDate)>;
    fn current_wall(&self) -> Option<BarrierId>;
    fn day(&self) -> NaiveDate;
    fn day_said(&self) -> String;
    fn detail(&self) -> &TextScroll;
    fn differs(&self, id: BarrierId, days: (NaiveDate, NaiveDate)) -> Differs;
    fn facet_pane(&self) -> &FacetPane;
    fn facet_rows(&self) -> Vec<FacetPaneRow>;
    fn is_comparing(&self) -> bool;
    fn is_due(&self) -> bool;
    fn lanes(&self) -> &Lanes;
    fn lanes_scale(&self) -> Scale;
    fn lanes_sorted(&self) -> &SortedLanes;
    fn link(&self) -> Option<Link>;
    fn mode_below_top(&self) -> Mode;
    fn pace(&self) -> Option<Duration>;
    fn pair(&self) -> Option<Pair>;
    fn pair_of_pairs(&self) -> (usize, usize);
    fn sentence(&self) -> String;
    fn shown_barriers(&self) -> &ShownBarriers;
    fn source(&self) -> Option<&Source>;
    fn step_on_lane(&self) -> Option<(usize, usize)>;
    fn term(&self) -> Option<usize>;
    fn wall_list(&self) -> &WallList;
    fn wall_page(&self) -> Option<BarrierId>;
    fn walls(&self) -> &Walls;
    fn way_out(&self) -> Option<&Relaxation>;
}

impl Kit for App {
    fn answer_late(&mut self, is_late: bool) {
        answering::answer_late(self, is_late);
    }

    fn between(&self) -> Option<&Rows> {
        ledger::between(self)
    }

    fn between_cursor(&self) -> Option<usize> {
        ledger::cursor(self)
    }

    fn changes(&self) -> &Changes {
        walls::changes(self)
    }

    fn compared_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        walls::compared_days(self)
    }

    fn copies(&self) -> Vec<Offer> {
        copy::offers(self)
    }

    fn covered(&self) -> Option<(NaiveDate, NaiveDate)> {
        walls::covered(self)
    }

    fn current_wall(&self) -> Option<BarrierId> {
        walls::current(self)
    }

    fn day(&self) -> NaiveDate {
        walls::day(self)
    }

    fn day_said(&self) -> String {
        walls::day_said(self)
    }

    fn detail(&self) -> &TextScroll {
        reading::detail(self)
    }

    fn differs(&self, id: BarrierId, days: (NaiveDate, NaiveDate)) -> Differs {
        walls::differs(self, id, days)
    }

    fn facet_pane(&self) -> &FacetPane {
        facet_pane::state(self)
    }

    fn facet_rows(&self) -> Vec<FacetPaneRow> {
        facet_pane::rows(self)
    }

    fn is_comparing(&self) -> bool {
        walls::is_comparing(self)
    }

    fn is_due(&self) -> bool {
        answering::is_due(self)
    }

    fn lanes(&self) -> &Lanes {
        lanes::state(self)
    }

    fn lanes_scale(&self) -> Scale {
        lanes::scale(self)
    }

    fn lanes_sorted(&self) -> &SortedLanes {
        lanes::shown(self)
    }

    fn link(&self) -> Option<Link> {
        reading::link(self)
    }

    fn mode_below_top(&self) -> Mode {
        stack::mode_below_top(self)
    }

    fn pace(&self) -> Option<Duration> {
        walls::pace(self)
    }

    fn pair(&self) -> Option<Pair> {
        ledger::pair(self)
    }

    fn pair_of_pairs(&self) -> (usize, usize) {
        ledger::place_of_pair(self)
    }

    fn sentence(&self) -> String {
        command_line::line(self)
    }

    fn shown_barriers(&self) -> &ShownBarriers {
        barriers::shown(self)
    }

    fn source(&self) -> Option<&Source> {
        reading::source(self)
    }

    fn step_on_lane(&self) -> Option<(usize, usize)> {
        lanes::step_here(self)
    }

    fn term(&self) -> Option<usize> {
        filter::chosen_term(self)
    }

    fn wall_list(&self) -> &WallList {
        walls::list(self)
    }

    fn wall_page(&self) -> Option<BarrierId> {
        wall::page(self).map(|(id, _)| id)
    }

    fn walls(&self) -> &Walls {
        walls::state(self)
    }

    fn way_out(&self) -> Option<&Relaxation> {
        filter::relaxation(self)
    }
}
