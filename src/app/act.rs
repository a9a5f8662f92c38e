//! Keys → actions → changes of the state: moving and selecting. What is shown has `filter`, jumps have `jump`, what
//! lies on top has `layers`, what is typed `prompts`.

use super::action::{self, Action, Mode};
use super::keymap::{Meaning, meaning};
use super::setting::Setting;
use super::timeline::{Row, Timeline};
use super::{App, Code, Effect, Focus, Key, Layer, Prompt, View};
use crate::dataset::MilestoneId;
use crate::query::{Field, Query};

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
                let elsewhere = action::TABLE.iter().find(|row| row.sequences().any(|keys| keys == [key]));
                let why = elsewhere.and_then(|row| Some((row.help, row.why_off(self.state.mode(), self)?)));
                self.state.notice(match why {
                    Some((help, why)) => format!("{key} {why}: {help}"),
                    None => format!("{key} does nothing here; Ctrl-g lists all keys"),
                });
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
            self.state.notice(format!("{} {key} does nothing here; Ctrl-g lists all keys", begun.join(" ")));
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
        let before = action.is_step().then(|| self.point());
        let effects = self.carry_out(action);
        if let Some(before) = before {
            self.remember(before);
        }
        effects
    }

    fn carry_out(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Down => self.rows(1),
            Action::Up => self.rows(-1),
            Action::HalfDown => self.rows(self.page() / 2 + 1),
            Action::HalfUp => self.rows(-(self.page() / 2 + 1)),
            Action::PageDown => self.rows(self.page()),
            Action::PageUp => self.rows(-self.page()),
            Action::ScrollDown => self.nudge(1),
            Action::ScrollUp => self.nudge(-1),
            Action::First => self.rows(isize::MIN),
            Action::Last => self.rows(isize::MAX),
            Action::NextMilestone if self.is_in_walls() => self.walk_changes(1),
            Action::PreviousMilestone if self.is_in_walls() => self.walk_changes(-1),
            Action::NextYear if self.is_in_walls() => self.walk_walls_years(1),
            Action::PreviousYear if self.is_in_walls() => self.walk_walls_years(-1),
            Action::CellRight => self.walls_cells(1),
            Action::CellLeft => self.walls_cells(-1),
            Action::Compare => self.toggle_compare(),
            Action::Play => self.play(),
            Action::Open if self.is_in_walls() => self.open_cell(),
            Action::NextMilestone => self.walk(1),
            Action::PreviousMilestone => self.walk(-1),
            Action::NextYear => self.walk_years(Timeline::next_year, "this is the last year"),
            Action::PreviousYear => self.walk_years(Timeline::previous_year, "this is the first year"),
            Action::NextBetween => self.walk_between(1),
            Action::PreviousBetween => self.walk_between(-1),
            Action::NextHit => self.go_to_hit(1),
            Action::PreviousHit => self.go_to_hit(-1),
            Action::Related => self.mark_related(),
            Action::GoToDate => self.state.layers.push(Layer::Date(Prompt::default())),
            Action::Right | Action::NextPane => self.focus_on(1, action == Action::NextPane),
            Action::Left | Action::PreviousPane => self.focus_on(-1, action == Action::PreviousPane),
            Action::Open => self.open(),
            Action::Help => self.state.layers.push(Layer::Palette(super::palette::Palette::default())),
            Action::Close | Action::CloseHelp => self.close(),
            Action::Accept => self.accept(),
            Action::Complete => self.complete(),
            Action::Switch => self.switch(),
            Action::NextSetting => self.choose_setting(1),
            Action::PreviousSetting => self.choose_setting(-1),
            Action::NextValue => self.change_chosen(1),
            Action::PreviousValue => self.change_chosen(-1),
            Action::Language => match self.state.mode() {
                Mode::Export | Mode::Path => self.change_setting(Setting::Lang, 1),
                _ => self.next_lang(),
            },
            Action::PanLater => self.pan_lanes(1),
            Action::PanEarlier => self.pan_lanes(-1),
            Action::ZoomIn => self.zoom_lanes(1),
            Action::ZoomOut => self.zoom_lanes(-1),
            Action::Fit => self.fit_span(),
            Action::Timeline => self.look(View::Timeline),
            Action::Lanes => self.look(View::Lanes),
            Action::Walls => self.look(View::Walls),
            Action::Ledger => self.look(View::Ledger),
            Action::Story => self.look(View::Story),
            Action::EarlierLine => self.earlier_line(),
            Action::LaterLine => self.later_line(),
            Action::ClearPrompt => self.clear_prompt(),
            Action::Export => self.preview(),
            Action::NextPair => self.next_pair(1),
            Action::PreviousPair => self.next_pair(-1),
            Action::NextPage => self.turn(1),
            Action::PreviousPage => self.turn(-1),
            _ => return self.change(action),
        }
        Vec::new()
    }

    /// Actions that change what is shown or selected.
    fn change(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Search => self.begin_search(),
            Action::EditQuery => self.begin_query(),
            Action::Facets => self.go_to_facets(None),
            Action::NextFacet => {
                let rows = self.facet_rows();
                let height = self.state.pages.facets;
                self.state.facets.go_to_next_group(&rows, height);
            }
            Action::FacetCompany => self.go_to_facets(Some(Field::Company)),
            Action::FacetYear => self.go_to_facets(Some(Field::Year)),
            Action::FacetKind => self.go_to_facets(Some(Field::Kind)),
            Action::Choose => self.choose(Query::toggle),
            Action::Exclude => self.choose(Query::exclude),
            Action::Only => self.choose(Query::only),
            Action::Narrow => self.begin_narrowing(),
            Action::NextTerm => self.state.term += 1,
            Action::PreviousTerm => self.state.term = self.state.term.saturating_sub(1),
            Action::DropThis => self.filter_but_chosen(),
            Action::DropTerm => self.filter(Query::pop),
            Action::DropAll => self.filter(|query| *query = Query::default()),
            Action::Dim => self.toggle_dim(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Mark => self.mark(),
            Action::Range => self.select(|app, id| app.state.selection.range(id, &app.state.found.matches)),
            Action::RangeDown => self.stretch(1),
            Action::RangeUp => self.stretch(-1),
            Action::OtherEnd => self.other_end(),
            Action::SelectAll => self.state.selection.add_all(&self.state.found.matches),
            Action::Deselect => self.deselect(),
            _ => return self.affect(action),
        }
        Vec::new()
    }

    /// Actions that reach outside.
    fn affect(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Browse => {
                let address = self.address().and_then(|source| source.url.clone());
                address.map(Effect::Browse).into_iter().collect()
            }
            Action::CopyMilestone => self.copy_milestone(),
            Action::CopyCitation => self.copy_citation(),
            Action::CopyLink => self.copy_address(),
            Action::CopyView => self.copy_view(),
            Action::CopyMarkdown => self.copy_markdown(),
            Action::View => {
                self.show_view();
                Vec::new()
            }
            Action::Write => self.write(super::Existing::Keep, None),
            Action::Print => self.print(),
            Action::Follow => self.follow(),
            Action::Answer => self.answer(),
            Action::Replace => self.replace(true),
            Action::Keep => self.replace(false),
            Action::Run => self.run_chosen(),
            Action::Quit | Action::QuitNow => vec![Effect::Quit],
            Action::Suspend => vec![Effect::Suspend],
            Action::Redraw => vec![Effect::Redraw],
            Action::Glyphs => vec![Effect::NextGlyphs],
            Action::Mouse => self.switch_mouse(),
            _ => Vec::new(),
        }
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
            (None, Focus::List | Focus::Terms) => match self.state.view {
                View::Timeline => self.state.step(steps),
                View::Lanes => self.lanes_rows(steps),
                View::Walls => self.walls_rows(steps),
                View::Ledger => self.ledger_rows(steps),
                View::Story => self.story_rows(steps),
            },
        }
    }

    fn focus_on(&mut self, step: isize, around: bool) {
        let mut panes = vec![Focus::Facets, Focus::List];
        if self.state.has_detail() {
            panes.push(Focus::Detail);
        }
        if around && !self.state.query.is_empty() {
            panes.push(Focus::Terms);
        }
        let last = panes.len().cast_signed() - 1;
        let at = panes.iter().position(|pane| *pane == self.state.focus).unwrap_or(1).cast_signed();
        let to = at + step;
        let to = if around { to.rem_euclid(last + 1) } else { to.clamp(0, last) };
        self.state.focus = panes[to.unsigned_abs()];
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

    fn mark(&mut self) {
        // Within a range a mark would not be seen: the range is kept as marks first.
        self.state.selection.keep_range(&self.state.found.matches);
        self.select(|app, id| app.state.selection.toggle(id, &app.state.found.matches));
    }

    fn stretch(&mut self, step: isize) {
        if !self.state.selection.is_ranging() {
            self.select(|app, id| app.state.selection.range(id, &app.state.found.matches));
        }
        match self.state.view {
            View::Ledger => self.ledger_rows(step),
            _ => self.state.step(step),
        }
    }

    fn other_end(&mut self) {
        if let Some(head) = self.state.selection.other_end() {
            self.state.go_to(self.nearest(head));
        }
    }

    /// Peels what lies on the list: the comparison, the search, the range, the marks.
    fn deselect(&mut self) {
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
