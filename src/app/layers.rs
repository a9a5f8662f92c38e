//! What lies on top of the panes: reading on the whole screen, the export, the palette. Esc peels one layer.

use std::path::Path;

use super::preview::Preview;
use super::reader::{Link, Reader};
use super::{App, Effect, Existing, Focus, Key, Layer, Outcome, Pages};
use crate::dataset::{Milestone, MilestoneId};
use crate::export::{self, Format};

impl App {
    /// Opens the current milestone on the whole screen.
    pub(super) fn open(&mut self) {
        if let Some(id) = self.current().map(Milestone::place) {
            self.state.layers.push(Layer::Reading(id, Reader::default()));
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
        match self.matches().place(id) {
            Ok(cursor) if self.state.layers.is_empty() => self.state.go_to(cursor),
            _ => self.state.layers.push(Layer::Reading(id, Reader::default())),
        }
    }

    /// Peels one layer, then the focus. Never quits.
    pub(super) fn close(&mut self) {
        if self.state.layers.pop().is_none() {
            self.state.focus = Focus::List;
        }
    }

    /// Types into the prompt on top; says whether there was one and the key was for it.
    pub(super) fn type_key(&mut self, key: Key) -> bool {
        match self.state.layers.last_mut() {
            Some(Layer::Palette(palette)) => palette.edit(key),
            Some(Layer::Export(preview)) => preview.path.edit(key),
            _ => false,
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        match self.state.layers.last_mut() {
            Some(Layer::Palette(palette)) => palette.prompt.paste(text),
            Some(Layer::Export(preview)) => preview.path.paste(text),
            _ => self.state.notice("pasted text goes into a prompt, and none is open"),
        }
        Vec::new()
    }

    pub(super) fn clear_prompt(&mut self) {
        match self.state.layers.last_mut() {
            Some(Layer::Palette(palette)) => palette.prompt.clear(),
            Some(Layer::Export(preview)) => preview.path.clear(),
            _ => {}
        }
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
            Outcome::Copied => self.state.notice("address sent to the terminal's clipboard"),
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
        let reader = self.state.layers.iter_mut().rev().find_map(|layer| match layer {
            Layer::Reading(_, reader) => Some(reader),
            _ => None,
        });
        reader.unwrap_or(&mut self.state.detail).fit(&pages.text);
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
