//! Keys → actions → changes of the state: moving, filtering, selecting. What lies on top has `layers`.

use super::action::{self, Action, Mode};
use super::facets;
use super::keymap::{Meaning, meaning};
use super::reader::Reader;
use super::state::Found;
use super::timeline::Row;
use super::{App, Code, Effect, Focus, Key, Layer};
use crate::dataset::{Milestone, MilestoneId};
use crate::query::{Field, Query};

impl App {
    pub(super) fn press(&mut self, key: Key) -> Vec<Effect> {
        if self.is_unseen() && !self.leads_out(key) {
            return Vec::new();
        }
        self.state.notice = None;
        let waiting = std::mem::take(&mut self.state.pending);
        let keys: Vec<Key> = waiting.iter().copied().chain([key]).collect();
        match meaning(self.state.mode(), &keys) {
            Meaning::Run { row, more } => {
                if more {
                    self.state.pending = keys;
                }
                self.run(row)
            }
            Meaning::Wait => {
                self.state.pending = keys;
                Vec::new()
            }
            Meaning::Nothing if !waiting.is_empty() => self.end_wait(&waiting, key),
            Meaning::Nothing if self.type_key(key) => Vec::new(),
            // Esc and the key after it, come in one piece over a slow connection.
            Meaning::Nothing if key.alt => {
                let mut effects = self.press(Key::plain(Code::Esc));
                effects.extend(self.press(Key { alt: false, ..key }));
                effects
            }
            Meaning::Nothing => {
                self.state.notice(format!("{key} does nothing here; F1 lists all keys"));
                Vec::new()
            }
        }
    }

    /// Whether a key may act on a screen that shows nothing of what it would do.
    fn leads_out(&self, key: Key) -> bool {
        let out = [Action::Quit, Action::QuitNow, Action::Close, Action::Suspend, Action::Redraw];
        matches!(meaning(self.state.mode(), &[key]), Meaning::Run { row, .. } if out.contains(&row.action))
    }

    /// A key that does not go on with what was begun. Where the beginning was an action of its own (`f`), the
    /// key means what it always does; else (`g x`) it means nothing, and Esc just ends the wait.
    fn end_wait(&mut self, waiting: &[Key], key: Key) -> Vec<Effect> {
        if matches!(meaning(self.state.mode(), waiting), Meaning::Run { .. }) {
            return self.press(key);
        }
        if key.code != Code::Esc {
            let begun: Vec<String> = waiting.iter().map(Key::to_string).collect();
            self.state.notice(format!("{} {key} does nothing here; F1 lists all keys", begun.join(" ")));
        }
        Vec::new()
    }

    /// Runs the action of `row`, or says why it is off.
    pub(super) fn run(&mut self, row: &action::Row) -> Vec<Effect> {
        if let Some(reason) = row.why_off(self.state.mode(), self) {
            self.state.notice(reason);
            return Vec::new();
        }
        self.act(row.action)
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Down => self.rows(1),
            Action::Up => self.rows(-1),
            Action::HalfDown => self.rows(self.page() / 2 + 1),
            Action::HalfUp => self.rows(-(self.page() / 2 + 1)),
            Action::PageDown => self.rows(self.page()),
            Action::PageUp => self.rows(-self.page()),
            Action::First => self.rows(isize::MIN),
            Action::Last => self.rows(isize::MAX),
            Action::NextMilestone => self.walk(1),
            Action::PreviousMilestone => self.walk(-1),
            Action::NextYear => {
                self.jump(self.timeline().next_year(self.read_at()), "this is the last year");
            }
            Action::PreviousYear => {
                self.jump(self.timeline().previous_year(self.read_at()), "this is the first year");
            }
            Action::Right | Action::NextPane => self.focus_on(1, action == Action::NextPane),
            Action::Left | Action::PreviousPane => self.focus_on(-1, action == Action::PreviousPane),
            Action::Facets => self.go_to_facets(None),
            Action::FacetCompany => self.go_to_facets(Some(Field::Company)),
            Action::FacetYear => self.go_to_facets(Some(Field::Year)),
            Action::FacetKind => self.go_to_facets(Some(Field::Kind)),
            Action::Choose => self.choose(Query::toggle),
            Action::Only => self.choose(Query::only),
            Action::DropTerm => self.filter(Query::pop),
            Action::DropAll => self.filter(|query| *query = Query::default()),
            Action::Mark => self.mark(),
            Action::Range => self.select(|app, id| app.state.selection.range(id, &app.state.found.matches)),
            Action::RangeDown => self.stretch(1),
            Action::RangeUp => self.stretch(-1),
            Action::OtherEnd => self.other_end(),
            Action::SelectAll => self.state.selection.add_all(&self.state.found.matches),
            Action::Deselect => self.deselect(),
            Action::Open => self.open(),
            Action::Help => self.state.layers.push(Layer::Palette(super::palette::Palette::default())),
            Action::Close | Action::CloseHelp => self.close(),
            Action::Switch => self.switch(),
            Action::ClearPrompt => self.clear_prompt(),
            Action::Export => self.preview(),
            _ => return self.affect(action),
        }
        Vec::new()
    }

    /// Actions that reach outside.
    fn affect(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Browse => self.with_address(Effect::Browse),
            Action::CopyLink => self.with_address(Effect::Copy),
            Action::Write => self.write(super::Existing::Keep),
            Action::Follow => self.follow(),
            Action::Answer => self.answer(),
            Action::Replace => self.replace(true),
            Action::Keep => self.replace(false),
            Action::Run => self.run_chosen(),
            Action::Quit | Action::QuitNow => vec![Effect::Quit],
            Action::Suspend => vec![Effect::Suspend],
            Action::Redraw => vec![Effect::Redraw],
            _ => Vec::new(),
        }
    }

    fn with_address(&self, effect: fn(String) -> Effect) -> Vec<Effect> {
        self.address().and_then(|source| source.url.clone()).map(effect).into_iter().collect()
    }

    /// Rows of what keys move in.
    fn page(&self) -> isize {
        let pages = &self.state.pages;
        let rows = match self.state.mode() {
            Mode::List => pages.list,
            Mode::Facets => pages.facets,
            Mode::Detail | Mode::Reading => pages.text.rows,
            Mode::Export | Mode::Replace | Mode::Palette => pages.layer,
        };
        rows.max(1).cast_signed()
    }

    /// Moves by `steps` rows, as far as there are any, in whatever keys go to.
    fn rows(&mut self, steps: isize) {
        let pages = self.state.pages.clone();
        match (self.state.layers.last_mut(), self.state.focus) {
            (Some(Layer::Reading(_, reader)), _) => read(reader, steps, &pages.text),
            (Some(Layer::Palette(palette)), _) => palette.step(steps),
            (Some(Layer::Export(preview)), _) => preview.scroll(steps),
            (Some(Layer::Replace(_)), _) => {}
            (None, Focus::Facets) => {
                let rows = self.facet_rows();
                self.state.facets.step(steps, &rows);
            }
            (None, Focus::Detail) => read(&mut self.state.detail, steps, &pages.text),
            (None, Focus::List) => self.state.step(steps),
        }
    }

    /// To the next or previous milestone in time, in whatever view.
    fn walk(&mut self, steps: isize) {
        let last = self.matches().ids.len().saturating_sub(1);
        // From an open milestone that the filter hides, the next one is the first match after it.
        let to = match self.read().map(|(milestone, _)| self.matches().place(milestone.place())) {
            Some(Err(after)) if steps > 0 => {
                after.checked_sub(1).map_or(Some(0), |before| before.checked_add_signed(steps))
            }
            Some(Ok(at) | Err(at)) => at.checked_add_signed(steps),
            None => None,
        };
        let end = if steps > 0 { "this is the last milestone" } else { "this is the first milestone" };
        self.jump(to.filter(|to| *to <= last), end);
    }

    /// The place among the matches of what is read, or, where the filter hides it, of the match before it.
    fn read_at(&self) -> usize {
        let place = self.read().map(|(milestone, _)| self.matches().place(milestone.place()));
        place.map_or(self.state.cursor, |place| place.unwrap_or_else(|after| after.saturating_sub(1)))
    }

    fn jump(&mut self, to: Option<usize>, end: &str) {
        match to {
            Some(cursor) => {
                self.state.go_to(cursor);
                self.turn_page();
            }
            None => self.state.notice(end),
        }
    }

    /// Puts the current milestone on the whole screen, where one is read there.
    fn turn_page(&mut self) {
        let current = self.current().map(Milestone::place);
        if let (Some(Layer::Reading(id, reader)), Some(current)) = (self.state.layers.last_mut(), current) {
            (*id, *reader) = (current, Reader::default());
        }
    }

    fn focus_on(&mut self, step: isize, around: bool) {
        const PANES: [Focus; 3] = [Focus::Facets, Focus::List, Focus::Detail];
        let panes = if self.state.has_detail() { &PANES[..] } else { &PANES[..2] };
        let last = panes.len().cast_signed() - 1;
        let at = panes.iter().position(|pane| *pane == self.state.focus).unwrap_or(1).cast_signed();
        let to = at + step;
        let to = if around { to.rem_euclid(last + 1) } else { to.clamp(0, last) };
        self.state.focus = panes[to.unsigned_abs()];
    }

    fn go_to_facets(&mut self, field: Option<Field>) {
        self.state.focus = Focus::Facets;
        let rows = self.facet_rows();
        if let Some(field) = field {
            self.state.facets.go_to(field, &rows);
        }
    }

    fn choose(&mut self, change: fn(&mut Query, crate::query::Tick, &crate::dataset::Dataset)) {
        match self.facet_rows().get(self.state.facets.cursor) {
            Some(facets::Row::More(_)) => self.state.facets.open(),
            Some(facets::Row::Value(tick)) => {
                let tick = *tick;
                let mut query = self.state.query.clone();
                change(&mut query, tick, &self.dataset);
                self.filter(|old| *old = query);
                let rows = self.facet_rows();
                self.state.facets.follow(tick, &rows);
            }
            _ => {}
        }
    }

    /// Changes the query, and keeps the reader's place: the same milestone, or the nearest in time.
    fn filter(&mut self, change: impl FnOnce(&mut Query)) {
        self.state.selection.keep_range(&self.state.found.matches);
        change(&mut self.state.query);
        let before = self.state.found.matches.ids.get(self.state.cursor).copied();
        self.state.found = Found::new(&self.state.query, &self.dataset, &mut self.searcher);
        self.state.selection.recount(&self.state.found.matches);
        self.state.cursor = self.nearest(self.state.place);
        if self.state.found.matches.ids.get(self.state.cursor).copied() != before {
            self.state.detail = Reader::default();
        }
    }

    /// The match that is `place`, or the nearest to it in time.
    fn nearest(&self, place: MilestoneId) -> usize {
        let after = match self.matches().place(place) {
            Ok(cursor) => return cursor,
            Err(after) => after,
        };
        let day = |id: MilestoneId| super::density::middle(self.dataset.milestone(id).date());
        let distance = |cursor: usize| {
            let other = self.matches().ids.get(cursor).copied()?;
            Some((day(other)? - day(place)?).num_days().abs())
        };
        let before = after.saturating_sub(1);
        match (distance(before), distance(after)) {
            (Some(near), Some(far)) if far < near => after,
            (None, Some(_)) => after,
            _ => before,
        }
    }

    /// Does something with the current milestone.
    fn select(&mut self, change: impl FnOnce(&mut Self, MilestoneId)) {
        if let Some(id) = self.read().map(|(milestone, _)| milestone.place()) {
            change(self, id);
        }
    }

    fn mark(&mut self) {
        // Within a range a mark would not be seen: the range is kept as marks first.
        self.state.selection.keep_range(&self.state.found.matches);
        self.select(|app, id| app.state.selection.toggle(id, &app.state.found.matches));
    }

    fn stretch(&mut self, step: isize) {
        if !self.state.selection.is_ranging() {
            self.select(|app, id| app.state.selection.range(id, &app.state.found.matches));
        }
        self.state.step(step);
    }

    fn other_end(&mut self) {
        if let Some(head) = self.state.selection.other_end() {
            self.state.go_to(self.nearest(head));
        }
    }

    fn deselect(&mut self) {
        let dropped = self.state.selection.drop_one_layer(&self.state.found.matches);
        if dropped > 0 {
            self.state.notice(format!("{dropped} no longer selected"));
        }
    }

    /// Keeps the current row in sight, with some of what stands around it, and always a row above it: there its
    /// year's heading stands, or stays.
    pub(super) fn fit_list(&mut self) {
        let state = &mut self.state;
        let timeline = &state.found.timeline;
        let height = state.pages.list.max(1);
        let around = (height / 6).min(3);
        let row = timeline.row_of(state.cursor);
        let first = row.saturating_sub(around + usize::from(height > 1));
        state.top = state.top.min(first).max((row + around + 1).saturating_sub(height));
        state.top = state.top.min(timeline.rows().saturating_sub(height));
        // The end of a year, a heading with nothing below it, is not worth its rows.
        let ends = |top| timeline.row(top) == Some(Row::Blank) || timeline.row(top + 1) == Some(Row::Blank);
        while ends(state.top) && row > state.top + 1 && state.top > 0 {
            state.top += 1;
        }
    }
}

/// One row walks over links; more scroll.
fn read(reader: &mut Reader, steps: isize, page: &super::reader::TextPage) {
    match steps {
        1 => reader.down(page),
        -1 => reader.up(page),
        steps => reader.scroll(steps, page),
    }
}
