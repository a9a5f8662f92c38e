//! Keys → actions → changes of the state: moving and selecting. What is shown has `filter`, jumps have `jump`, what
//! lies on top has `layers`, what is typed `prompts`.

use super::action::{Action, Mode};
use super::keymap::{Meaning, meaning};
use super::table::{self, Deed, TABLE};
use super::timeline::Row;
use super::{App, Code, Effect, Focus, Key, Layer};
use crate::dataset::MilestoneId;

impl App {
    pub(super) fn press(&mut self, key: Key) -> Vec<Effect> {
        if self.is_unseen() && !self.leads_out(key) {
            return Vec::new();
        }
        self.state.notice = None;
        // The key that stops it does nothing else; one that leaves does.
        if self.stop_playing() && !self.leads_out(key) {
            return Vec::new();
        }
        let waiting = std::mem::take(&mut self.state.pending);
        let keys: Vec<Key> = waiting.iter().copied().chain([key]).collect();
        let meaning = meaning(self.state.mode(), &keys);
        let is_typed = waiting.is_empty() && matches!(meaning, Meaning::Nothing) && self.type_key(key);
        if is_typed {
            return Vec::new();
        }
        self.catch_up_for(&meaning);
        match meaning {
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
            // Esc and the key after it, come in one piece over a slow connection. Where something is typed it would be
            // lost by an Alt key that was meant to edit it.
            Meaning::Nothing if key.alt && !self.mode().is_prompt() => {
                let mut effects = self.press(Key::plain(Code::Esc));
                effects.extend(self.press(Key { alt: false, ..key }));
                effects
            }
            Meaning::Nothing => {
                let elsewhere = TABLE.iter().find(|row| row.sequences().any(|keys| keys == [key]));
                let why = elsewhere.and_then(|row| Some((row.help, row.why_off(self.state.mode(), self)?)));
                self.state.notice(match why {
                    Some((help, why)) => format!("{key} {why}: {help}"),
                    None => format!("{key} does nothing here; Ctrl-g lists all keys"),
                });
                Vec::new()
            }
        }
    }

    /// Whether a key may act on a screen that shows nothing of what it would do, and behind the beginning of others.
    fn leads_out(&self, key: Key) -> bool {
        let Meaning::Run { row, .. } = meaning(self.state.mode(), &[key]) else { return false };
        row.action == Action::Close || matches!(row.run, Deed::Anywhere(_))
    }

    /// A key that does not go on with what was begun. Where the beginning was an action of its own (`f`), the
    /// key means what it always does, and so does one that leads out; else (`g x`) it means nothing, and Esc just ends
    /// the wait.
    fn end_wait(&mut self, waiting: &[Key], key: Key) -> Vec<Effect> {
        let is_esc = key.code == Code::Esc;
        if matches!(meaning(self.state.mode(), waiting), Meaning::Run { .. })
            || (!is_esc && self.leads_out(key))
        {
            return self.press(key);
        }
        if !is_esc {
            let begun: Vec<String> = waiting.iter().map(Key::to_string).collect();
            self.state.notice(format!("{} {key} does nothing here; Ctrl-g lists all keys", begun.join(" ")));
        }
        Vec::new()
    }

    /// Runs the action of `row`, or says why it is off.
    pub(super) fn run(&mut self, row: &table::Row) -> Vec<Effect> {
        if let Some(reason) = row.why_off(self.state.mode(), self) {
            self.state.notice(reason);
            return Vec::new();
        }
        let before = row.is_step.then(|| self.point());
        let effects = match row.run {
            Deed::Inside(change) => {
                change(self);
                Vec::new()
            }
            Deed::Outside(change) => change(self),
            Deed::Anywhere(effect) => vec![effect()],
        };
        if let Some(before) = before {
            self.remember(before);
        }
        effects
    }

    pub(super) fn pages_on(&mut self, pages: isize) {
        self.rows(pages * self.page());
    }

    pub(super) fn half_pages(&mut self, halves: isize) {
        self.rows(halves * (self.page() / 2 + 1));
    }

    /// Rows of what keys move in.
    fn page(&self) -> isize {
        let pages = &self.state.pages;
        let rows = match self.state.mode() {
            Mode::Walls => pages.walls.rows,
            Mode::Lanes => pages.lanes.rows,
            Mode::Ledger => pages.moves,
            Mode::List | Mode::Terms => pages.list,
            Mode::Facets | Mode::Narrow => pages.facets,
            Mode::Detail | Mode::Reading | Mode::Story => pages.text.rows,
            Mode::Export | Mode::Path | Mode::Replace | Mode::Palette | Mode::Query => pages.layer,
            Mode::Search | Mode::Date => 1,
        };
        rows.max(1).cast_signed()
    }

    /// Moves by `steps` rows, as far as there are any, in whatever keys go to.
    pub(super) fn rows(&mut self, steps: isize) {
        let pages = self.state.pages.clone();
        match (self.state.layers.last_mut(), self.state.focus) {
            (Some(Layer::Reading(_, reader)), _) => read(reader, steps, &pages.text),
            (Some(Layer::Palette(palette)), _) => palette.step(steps),
            (Some(Layer::Export(preview)), _) => preview.scroll(steps, pages.text_on_top()),
            (Some(Layer::Query(ask)), _) => ask.step(steps),
            (Some(Layer::Search(_)), _) => self.go_to_hit(steps.signum()),
            (Some(Layer::Replace(question)), _) => question.scroll(steps, pages.text_on_top()),
            (Some(Layer::Date(_)), _) => {}
            (Some(Layer::Narrow(_)), _) | (None, Focus::Facets) => {
                let rows = self.facet_rows();
                self.state.facets.step(steps, &rows);
            }
            (None, Focus::Detail) => read(&mut self.state.detail, steps, &pages.text),
            (None, Focus::List | Focus::Terms) => self.rows_of_view(steps),
        }
    }

    /// To the pane so many on, as far as there is one.
    pub(super) fn focus_beside(&mut self, step: isize) {
        let panes = self.panes();
        let last = panes.len().cast_signed() - 1;
        self.focus_on(&panes, (self.place_among(&panes) + step).clamp(0, last));
    }

    /// To the pane so many on, the filters among them, around the ends.
    pub(super) fn focus_around(&mut self, step: isize) {
        let mut panes = self.panes();
        if !self.state.query.is_empty() {
            panes.push(Focus::Terms);
        }
        let count = panes.len().cast_signed();
        self.focus_on(&panes, (self.place_among(&panes) + step).rem_euclid(count));
    }

    /// Whether there is a pane so many on.
    pub(super) fn has_pane_beside(&self, step: isize) -> bool {
        let panes = self.panes();
        (0..panes.len().cast_signed()).contains(&(self.place_among(&panes) + step))
    }

    /// The panes that stand side by side, from the left.
    fn panes(&self) -> Vec<Focus> {
        let detail = self.state.has_detail().then_some(Focus::Detail);
        [Focus::Facets, Focus::List].into_iter().chain(detail).collect()
    }

    fn place_among(&self, panes: &[Focus]) -> isize {
        panes.iter().position(|pane| *pane == self.state.focus).unwrap_or(1).cast_signed()
    }

    fn focus_on(&mut self, panes: &[Focus], at: isize) {
        self.state.focus = panes[at.unsigned_abs()];
        if self.state.focus == Focus::Detail {
            self.settle();
        }
    }

    /// Does something with the current milestone.
    fn select(&mut self, change: impl FnOnce(&mut Self, MilestoneId)) {
        self.settle();
        if let Some(id) = self.read().map(|(milestone, _)| milestone.place()) {
            change(self, id);
        }
    }

    pub(super) fn mark(&mut self) {
        // Within a range a mark would not be seen: the range is kept as marks first.
        self.state.selection.keep_range(&self.state.found.matches);
        self.select(|app, id| app.state.selection.toggle(id, &app.state.found.matches));
    }

    /// Begins a range at the current milestone, or keeps the one that is begun as it is.
    pub(super) fn range(&mut self) {
        self.select(|app, id| app.state.selection.range(id, &app.state.found.matches));
    }

    pub(super) fn select_all(&mut self) {
        self.state.selection.add_all(&self.state.found.matches);
    }

    /// Takes what comes next into the range, or what came before; begins one where none is begun.
    pub(super) fn stretch(&mut self, step: isize) {
        if !self.state.selection.is_ranging() {
            self.range();
        }
        self.go_on(step);
    }

    pub(super) fn other_end(&mut self) {
        if let Some(head) = self.state.selection.other_end() {
            self.state.go_to(self.nearest(head));
        }
    }

    /// Peels what lies on the list: the comparison, the search, the range, the marks.
    pub(super) fn deselect(&mut self) {
        if self.stop_comparing() || self.state.search.take().is_some() {
            return;
        }
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
        let is_between = |row: usize| timeline.row(row).is_some_and(Row::is_between);
        let ends = |top: usize| timeline.row(top) == Some(Row::Blank) || is_between(top + 1);
        while ends(state.top) && row > state.top + 1 && state.top > 0 {
            state.top += 1;
        }
    }
}

/// One row walks over links; more scroll.
fn read(reader: &mut super::reader::Reader, steps: isize, page: &super::reader::TextPage) {
    match steps {
        1 => reader.down(page),
        -1 => reader.up(page),
        steps => reader.scroll(steps, page),
    }
}
