//! What lies on top of the panes: reading on the whole screen, the export, the palette. Esc peels one layer, a
//! prompt too; what else prompts do has `prompts`, and what is done with an export `previews`.

use super::action::Mode;
use super::palette::Palette;
use super::reader::{Link, Reader};
use super::setting::Setting;
use super::state::State;
use super::{App, Effect, Focus, Layer, Outcome, Pages, Prompt};
use crate::dataset::{Milestone, MilestoneId};

impl App {
    /// Opens what Enter is for where a reader is: in the Walls what the current cell leads to.
    pub(super) fn open_here(&mut self) {
        if self.is_in_walls() { self.open_cell() } else { self.open() }
    }

    /// Opens the current milestone on the whole screen; where nothing matches, takes the way out.
    pub(super) fn open(&mut self) {
        self.settle();
        match self.current().map(Milestone::place) {
            Some(id) => self.state.layers.push(Layer::Reading(id, Reader::default())),
            None => self.take_way_out(),
        }
    }

    pub(super) fn open_help(&mut self) {
        self.state.layers.push(Layer::Palette(Palette::default()));
    }

    pub(super) fn begin_date(&mut self) {
        self.state.layers.push(Layer::Date(Prompt::default()));
    }

    /// Opens a source in the browser: the marked one, else the first that has an address.
    pub(super) fn browse(&mut self) -> Vec<Effect> {
        self.address().and_then(|source| source.url.clone()).map(Effect::Browse).into_iter().collect()
    }

    /// Follows the marked link: a milestone opens here, a source in the browser.
    pub(super) fn follow(&mut self) -> Vec<Effect> {
        match self.link() {
            Some(Link::Milestone(id)) => self.go_to_milestone(id),
            Some(Link::Source(id)) => match self.dataset.source(id).url.clone() {
                Some(address) => return vec![Effect::Browse(address)],
                None => self.state.notice("this source has no address"),
            },
            None => {}
        }
        Vec::new()
    }

    /// On the whole screen, and where the filter hides it, a linked milestone is read on top; beside the list,
    /// the list goes to it.
    fn go_to_milestone(&mut self, id: MilestoneId) {
        match self.listed().place(id) {
            Ok(cursor) if self.state.layers.is_empty() => self.state.go_to(cursor),
            _ => self.state.layers.push(Layer::Reading(id, Reader::default())),
        }
    }

    /// Peels one layer, then the focus. Never quits. What was typed into a prompt of the query language has then
    /// never been: the reader is back where it began.
    pub(super) fn close(&mut self) {
        if let Some(Layer::Query(ask)) = self.state.layers.last_mut()
            && ask.chosen.take().is_some()
        {
            return;
        }
        if let Some(Layer::Export(preview)) = self.state.layers.last_mut()
            && preview.is_naming()
        {
            preview.chosen = Setting::default();
            return;
        }
        match self.state.layers.pop() {
            Some(Layer::Search(ask) | Layer::Query(ask)) => self.go_back(&ask.before),
            Some(Layer::Narrow(_)) => self.widen(),
            Some(_) => {}
            None if self.state.focus == Focus::Facets && self.state.facets.narrow.is_some() => self.widen(),
            None => self.state.focus = Focus::List,
        }
    }

    /// Has everything as it was `before`, but for the size of the screen, which may be another by now.
    pub(super) fn go_back(&mut self, before: &State) {
        let pages = std::mem::take(&mut self.state.pages);
        self.state = State { pages, ..before.clone() };
    }

    /// Runs the chosen action as if its key had been pressed below the palette.
    pub(super) fn run_chosen(&mut self) -> Vec<Effect> {
        let Some(Layer::Palette(palette)) = self.state.layers.last() else { return Vec::new() };
        let below = self.mode_below_top();
        let Some(row) = palette.found(below).get(palette.cursor).copied() else {
            self.state.notice("no action is called that");
            return Vec::new();
        };
        if let Some(reason) = row.why_off(below, self) {
            self.state.notice(reason);
            return Vec::new();
        }
        self.recall.keep(Mode::Palette, palette.prompt.text());
        self.state.layers.pop();
        self.run(row)
    }

    pub(super) fn done(&mut self, outcome: Outcome) -> Vec<Effect> {
        match outcome {
            Outcome::Written(path) => self.written(&path),
            Outcome::Exists { path, old, changed } => self.exists(&path, old.as_deref(), changed),
            Outcome::Copied { what, to } => self.copied(&what, to),
            Outcome::TooLong { what, bytes, most, is_export, failed } => {
                self.too_long(&what, (bytes, most), failed, is_export);
            }
            Outcome::Browsing(address) => self.state.notice(format!("opening {address}")),
            Outcome::DrawnWith(glyphs) => {
                self.state.notice(format!("drawn as `--glyphs {glyphs}` draws it"));
            }
            Outcome::Failed(why) => self.state.complain(why),
        }
        Vec::new()
    }

    /// Keeps what lies on top, and the text that is read, be it below it, within their rows.
    pub(super) fn fit_layer(&mut self, pages: &Pages) {
        self.state.reader_mut().fit(&pages.text);
        if let Some(Layer::Query(ask)) = self.state.layers.last_mut() {
            ask.fit(pages.layer);
        }
        match self.state.layers.last_mut() {
            Some(Layer::Export(preview)) => preview.scroll(0, pages.text_on_top()),
            Some(Layer::Replace(question)) => question.scroll(0, pages.text_on_top()),
            _ => {}
        }
        let mode = self.mode_below_top();
        let lines = match self.state.layers.last() {
            Some(Layer::Palette(palette)) => palette.lines(mode, self),
            _ => Vec::new(),
        };
        if let Some(Layer::Palette(palette)) = self.state.layers.last_mut() {
            palette.fit(&lines, pages.layer);
        }
    }
}
