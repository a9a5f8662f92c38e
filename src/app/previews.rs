//! What is done with an export: previewed, made again with other settings, written, printed.

use std::path::Path;
use std::rc::Rc;

use super::action::Mode;
use super::preview::Preview;
use super::question::Question;
use super::setting::Setting;
use super::{App, Effect, Layer};
use crate::export::{Extract, Format, Options};
use crate::files::Existing;

impl App {
    /// What an export takes: what is selected, or, where nothing is, all that matches.
    pub(super) fn taken(&self) -> Extract<'_> {
        let matches = &self.state.found.matches;
        let query = &self.state.query;
        if self.state.selection.is_empty() {
            Extract::matching(&self.dataset, query, matches)
        } else {
            Extract::picked(&self.dataset, self.state.selection.ids(matches), query, matches)
        }
    }

    /// How many milestones that are: counted, not gathered, for it is asked for with every frame that names them.
    pub(super) fn taken_count(&self) -> usize {
        let selection = &self.state.selection;
        if selection.is_empty() { self.matches().ids.len() } else { selection.count() }
    }

    /// Shows what an export would write.
    pub(super) fn preview(&mut self) {
        let selection = self.taken();
        let options = self.state.options.fit(selection.len());
        let preview = Preview::new(&selection, options);
        self.state.layers.push(Layer::Export(preview));
    }

    /// How Markdown is written: as it was last, but as a list where that was no Markdown.
    pub(super) fn markdown_options(&self) -> Options {
        let options = self.state.options.fit(self.taken_count());
        let format = if options.format.is_markdown() { options.format } else { Format::default() };
        Options { format, ..options }
    }

    pub(super) fn preview_layer(&self) -> Option<&Preview> {
        self.state.layers.iter().rev().find_map(|layer| match layer {
            Layer::Export(preview) => Some(preview),
            _ => None,
        })
    }

    /// The preview, where nothing lies on it.
    fn preview_mut(&mut self) -> Option<&mut Preview> {
        match self.state.layers.last_mut() {
            Some(Layer::Export(preview)) => Some(preview),
            _ => None,
        }
    }

    /// Has keys go to the setting so many `steps` on.
    pub(super) fn choose_setting(&mut self, steps: isize) {
        if let Some(preview) = self.preview_mut() {
            preview.chosen = preview.chosen.next(preview.options().format, steps);
        }
    }

    /// Changes the chosen setting.
    pub(super) fn change_chosen(&mut self, steps: isize) {
        if let Some(setting) = self.preview_mut().map(|preview| preview.chosen) {
            self.change_setting(setting, steps);
        }
    }

    /// Sets `setting` to the value so many `steps` on, and makes the text again; or says why it stays as it is.
    pub(super) fn change_setting(&mut self, setting: Setting, steps: isize) {
        let Some(preview) = self.preview_layer() else { return };
        if let Some(reason) = preview.why_fixed(setting) {
            self.state.notice(reason);
            return;
        }
        let options = setting.changed(preview.options(), steps);
        self.remake(options, |preview, selection| preview.rename(selection, options.format));
        // A picture that is wanted, but not to be had of so many milestones, is wanted all the same.
        let mermaid = if setting == Setting::Picture { options.mermaid } else { self.state.options.mermaid };
        self.state.options = Options { mermaid, ..options };
    }

    /// Has the format be the one that the typed path asks for: an ending that contradicts it would mislead whoever opens
    /// the file.
    pub(super) fn follow_ending(&mut self) {
        let Some(preview) = self.preview_layer() else { return };
        let Some(format) = preview.format_typed() else { return };
        self.remake(Options { format, ..preview.options() }, |_, _| ());
        self.state.options.format = format;
    }

    /// Makes the text again as `options` say, once the preview is `changed`.
    fn remake(&mut self, options: Options, changed: impl FnOnce(&mut Preview, &Extract<'_>)) {
        let Some(mut preview) = self.preview_layer().cloned() else { return };
        let selection = self.taken();
        changed(&mut preview, &selection);
        preview.remake(&selection, options);
        if let Some(shown) = self.preview_mut() {
            *shown = preview;
        }
    }

    /// Writes what is shown, unless there is a file already.
    pub(super) fn write_new(&mut self) -> Vec<Effect> {
        self.write(Existing::Keep, None)
    }

    /// Writes what is shown, to the path shown.
    pub(super) fn write(&mut self, existing: Existing, seen: Option<Rc<[u8]>>) -> Vec<Effect> {
        let Some(preview) = self.preview_layer() else { return Vec::new() };
        if preview.path.text().trim().is_empty() {
            self.state.complain("write where to? the path is empty");
            return Vec::new();
        }
        if preview.is_output() {
            return self.print();
        }
        let (path, line) = (preview.target(), preview.path.text().to_owned());
        let effect = Effect::Write { path, bytes: preview.bytes().to_vec(), existing, seen };
        self.recall.keep(Mode::Path, &line);
        vec![effect]
    }

    /// Leaves, and prints what is shown.
    pub(super) fn print(&self) -> Vec<Effect> {
        self.preview_layer().map(|preview| Effect::Print(preview.bytes().to_vec())).into_iter().collect()
    }

    pub(super) fn written(&mut self, path: &Path) {
        let contents = self.preview_layer().map(Preview::contents).unwrap_or_default();
        self.close_preview();
        self.state.notice(format!("wrote {contents} to {}", path.display()));
    }

    /// Asks about the file that is there already, and says so where it has `changed` since it was asked about; where it
    /// holds the very same there is nothing to ask or to write.
    pub(super) fn exists(&mut self, path: &Path, old: Option<&[u8]>, changed: bool) {
        let Some(preview) = self.preview_layer() else { return };
        if old == Some(preview.bytes()) {
            self.close_preview();
            self.state.notice(format!("{} holds exactly this already", path.display()));
            return;
        }
        let question = Question::new(old, preview.bytes());
        self.state.layers.push(Layer::Replace(question));
        if changed {
            self.state.complain("the file has changed meanwhile: this is what would be replaced now");
        }
    }

    fn close_preview(&mut self) {
        self.state.layers.retain(|layer| !matches!(layer, Layer::Export(_) | Layer::Replace(_)));
    }

    /// Chooses the other answer.
    pub(super) fn switch(&mut self) {
        if let Some(Layer::Replace(question)) = self.state.layers.last_mut() {
            question.yes = !question.yes;
        }
    }

    /// Does what is chosen: replaces the file, or goes back to its name.
    pub(super) fn answer(&mut self) -> Vec<Effect> {
        self.replace(matches!(self.state.layers.last(), Some(Layer::Replace(question)) if question.yes))
    }

    pub(super) fn replace(&mut self, yes: bool) -> Vec<Effect> {
        let Some(Layer::Replace(question)) = self.state.layers.pop() else { return Vec::new() };
        if yes {
            return self.write(Existing::Replace, question.old());
        }
        // Another name is what is wanted then.
        if let Some(preview) = self.preview_mut() {
            preview.chosen = Setting::Path;
        }
        Vec::new()
    }
}
