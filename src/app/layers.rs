//! What lies on top of the panes: reading on the whole screen, the export, the palette, the prompts. Esc peels one
//! layer.

use std::path::Path;
use std::rc::Rc;

use super::history::Point;
use super::preview::Preview;
use super::reader::{Link, Reader};
use super::state::State;
use super::{App, Effect, Existing, Focus, Key, Layer, Outcome, Pages, Prompt};
use crate::dataset::{Milestone, MilestoneId};
use crate::export::{self, Format};
use crate::query::Query;

impl App {
    /// Opens the current milestone on the whole screen; where nothing matches, takes the way out.
    pub(super) fn open(&mut self) {
        match self.current().map(Milestone::place) {
            Some(id) => self.state.layers.push(Layer::Reading(id, Reader::default())),
            None => self.take_way_out(),
        }
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

    /// Does what the prompt is for. What cannot be read stays, with what is wrong with it.
    pub(super) fn accept(&mut self) {
        match self.state.layers.last() {
            Some(Layer::Query(ask)) if ask.chosen.is_some() => self.complete(),
            Some(Layer::Search(ask)) if ask.prompt.text().trim().is_empty() => {
                let before = Rc::clone(&ask.before);
                self.go_back(&before);
                self.search_again();
                self.remember(Point::of(&before));
            }
            Some(Layer::Search(ask) | Layer::Query(ask)) => match ask.faults.first() {
                Some(fault) => self.state.complain(fault.whole()),
                None => self.keep_asked(),
            },
            Some(Layer::Date(prompt)) => {
                let text = prompt.text().to_owned();
                let before = self.point();
                if text.trim().is_empty() || self.go_to_date(&text) {
                    self.state.layers.pop();
                    self.remember(before);
                }
            }
            Some(Layer::Narrow(prompt)) => {
                if prompt.text().is_empty() {
                    self.widen();
                }
                self.state.layers.pop();
            }
            _ => {}
        }
    }

    /// Keeps what a prompt in the query language has come to: one step to undo, however much was typed.
    fn keep_asked(&mut self) {
        let layer = self.state.layers.pop();
        if let Some(Layer::Query(ask)) = &layer {
            // What might have become a key is a word after all.
            let query = Query::parse(ask.prompt.text(), &self.dataset).query;
            self.filter(|old| *old = query);
        }
        let Some(Layer::Search(ask) | Layer::Query(ask)) = layer else { return };
        self.remember(Point::of(&ask.before));
        if let Some(search) = self.state.search.as_ref().filter(|search| search.hits.is_empty()) {
            let nowhere = search.nowhere();
            self.state.notice(nowhere);
        }
    }

    /// Puts in what is offered.
    pub(super) fn complete(&mut self) {
        if let Some(Layer::Query(ask)) = self.state.layers.last_mut() {
            if ask.accept() {
                self.query_as_typed();
            } else {
                self.state.notice("nothing begins like this");
            }
        }
    }

    /// Types into the prompt on top; says whether there was one and the key was for it.
    pub(super) fn type_key(&mut self, key: Key) -> bool {
        match self.state.layers.last_mut() {
            Some(Layer::Palette(palette)) => palette.edit(key),
            _ => self.edit_prompt(|prompt| prompt.edit(key)).unwrap_or(false),
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        if self.edit_prompt(|prompt| prompt.paste(text)).is_none() {
            self.state.notice("pasted text goes into a prompt, and none is open");
        }
        Vec::new()
    }

    pub(super) fn clear_prompt(&mut self) {
        let _ = self.edit_prompt(Prompt::clear);
    }

    /// Edits the prompt on top, if there is one, and shows what comes of it.
    fn edit_prompt<T>(&mut self, edit: impl FnOnce(&mut Prompt) -> T) -> Option<T> {
        let done = match self.state.layers.last_mut()? {
            Layer::Palette(palette) => edit(&mut palette.prompt),
            Layer::Export(preview) => edit(&mut preview.path),
            Layer::Search(ask) | Layer::Query(ask) => edit(&mut ask.prompt),
            Layer::Date(prompt) | Layer::Narrow(prompt) => edit(prompt),
            Layer::Reading(..) | Layer::Replace(_) => return None,
        };
        match self.state.layers.last() {
            Some(Layer::Search(_)) => self.search_as_typed(),
            Some(Layer::Query(_)) => self.query_as_typed(),
            Some(Layer::Narrow(_)) => self.narrow_as_typed(),
            _ => {}
        }
        Some(done)
    }

    /// Runs the chosen action as if its key had been pressed below the palette.
    pub(super) fn run_chosen(&mut self) -> Vec<Effect> {
        let Some(Layer::Palette(palette)) = self.state.layers.last() else { return Vec::new() };
        let Some(row) = palette.found().get(palette.cursor).copied() else {
            self.state.notice("no action is called that");
            return Vec::new();
        };
        let below = self.mode_below_top();
        if let Some(reason) = row.why_off(below, self) {
            self.state.notice(reason);
            return Vec::new();
        }
        self.state.layers.pop();
        self.run(row)
    }

    /// Shows what an export of the selection, or, where there is none, of all that matches would write.
    pub(super) fn preview(&mut self) {
        let matches = &self.state.found.matches;
        let query = &self.state.query;
        let selection = if self.state.selection.is_empty() {
            export::Selection::matching(&self.dataset, query, matches)
        } else {
            let ids = self.state.selection.ids(matches);
            export::Selection::picked(&self.dataset, ids, query, matches)
        };
        let bytes = export::bytes(&selection, Format::Markdown);
        let preview = Preview::new(bytes, selection.len(), export::file_name(&selection, Format::Markdown));
        self.state.layers.push(Layer::Export(preview));
    }

    pub(super) fn write(&mut self, existing: Existing) -> Vec<Effect> {
        let Some(preview) = self.preview_layer() else { return Vec::new() };
        if preview.path.text().trim().is_empty() {
            self.state.complain("write where to? the path is empty");
            return Vec::new();
        }
        vec![Effect::Write { path: preview.target(), bytes: preview.bytes().to_vec(), existing }]
    }

    fn preview_layer(&self) -> Option<&Preview> {
        self.state.layers.iter().rev().find_map(|layer| match layer {
            Layer::Export(preview) => Some(preview),
            _ => None,
        })
    }

    /// Chooses the other answer.
    pub(super) fn switch(&mut self) {
        if let Some(Layer::Replace(yes)) = self.state.layers.last_mut() {
            *yes = !*yes;
        }
    }

    /// Does what is chosen: replaces the file, or goes back to its name.
    pub(super) fn answer(&mut self) -> Vec<Effect> {
        self.replace(matches!(self.state.layers.last(), Some(Layer::Replace(true))))
    }

    pub(super) fn replace(&mut self, yes: bool) -> Vec<Effect> {
        self.state.layers.pop();
        if yes { self.write(Existing::Replace) } else { Vec::new() }
    }

    pub(super) fn done(&mut self, outcome: Outcome) -> Vec<Effect> {
        match outcome {
            Outcome::Written(path) => self.written(&path),
            Outcome::Exists(_) => self.state.layers.push(Layer::Replace(false)),
            Outcome::Copied(what) => self.state.notice(format!("sent to the terminal's clipboard: {what}")),
            Outcome::Browsing(address) => self.state.notice(format!("opening {address}")),
            Outcome::Failed(why) => self.state.complain(why),
        }
        Vec::new()
    }

    fn written(&mut self, path: &Path) {
        let count = self.preview_layer().map_or(0, |preview| preview.count);
        self.state.layers.retain(|layer| !matches!(layer, Layer::Export(_)));
        let milestones = if count == 1 { "milestone" } else { "milestones" };
        self.state.notice(format!("wrote {count} {milestones} to {}", path.display()));
    }

    /// Keeps what lies on top, and the text that is read, be it below it, within their rows.
    pub(super) fn fit_layer(&mut self, pages: &Pages) {
        self.state.reader_mut().fit(&pages.text);
        if let Some(Layer::Query(ask)) = self.state.layers.last_mut() {
            ask.fit(pages.layer);
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
