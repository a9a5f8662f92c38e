//! Typing into whatever prompt lies on top, and what Enter then makes of it.

use std::rc::Rc;

use super::action::Mode;
use super::history::Point;
use super::state::State;
use super::{App, Effect, Key, Layer, Prompt};
use crate::query::Query;

impl App {
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
                    self.recall.keep(Mode::Date, &text);
                    self.state.layers.pop();
                    self.remember(before);
                }
            }
            Some(Layer::Narrow(prompt)) => {
                self.recall.keep(Mode::Narrow, prompt.text());
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
        let mode = self.mode();
        let layer = self.state.layers.pop();
        if let Some(Layer::Query(ask)) = &layer {
            // What might have become a key is a word after all.
            let query = Query::parse(ask.prompt.text(), &self.dataset).query;
            self.filter(|old| *old = query);
        }
        let Some(Layer::Search(ask) | Layer::Query(ask)) = layer else { return };
        self.recall.keep(mode, ask.prompt.text());
        self.remember(Point::of(&ask.before));
        if let Some(search) = self.state.search.as_ref().filter(|search| search.hits.is_empty()) {
            let nowhere = search.nowhere();
            self.state.notice(nowhere);
        }
    }

    /// Has everything below the prompt on top as it was `before`.
    pub(super) fn answer_from(&mut self, before: &State) {
        let layer = self.state.layers.pop();
        self.go_back(before);
        self.state.layers.extend(layer);
    }

    /// Puts in what is offered.
    pub(super) fn complete(&mut self) {
        if let Some(Layer::Query(ask)) = self.state.layers.last_mut() {
            if ask.accept() {
                self.ask_anew();
            } else {
                self.state.notice("nothing begins like this");
            }
        }
    }

    /// Types into the prompt on top; says whether there was one and the key was for it.
    pub(super) fn type_key(&mut self, key: Key) -> bool {
        match self.state.layers.last_mut() {
            Some(Layer::Query(ask)) if ask.is_behind_blank() => {
                match key.typed() {
                    Some(' ') => return true,
                    Some(',' | '，' | '、') => ask.take_blank_back(),
                    _ => {}
                }
                self.edit_prompt(|prompt| prompt.edit(key)).unwrap_or(false)
            }
            _ => self.edit_prompt(|prompt| prompt.edit(key)).unwrap_or(false),
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.stop_playing();
        self.state.notice = None;
        match self.edit_prompt(|prompt| prompt.paste(text)) {
            Some(true) => {}
            Some(false) => self.state.complain("a line holds 4 kB: the rest of what was pasted is left out"),
            None => self.state.notice("pasted text goes into a prompt, and none is open"),
        }
        Vec::new()
    }

    pub(super) fn clear_prompt(&mut self) {
        let _ = self.edit_prompt(Prompt::clear);
    }

    /// Edits the prompt on top, if there is one, and shows what comes of it, if anything does.
    pub(super) fn edit_prompt<T>(&mut self, edit: impl FnOnce(&mut Prompt) -> T) -> Option<T> {
        let prompt = self.prompt_mut()?;
        let before = prompt.clone();
        let done = edit(prompt);
        if *prompt == before {
            return Some(done);
        }
        let is_other = prompt.text() != before.text();
        match self.state.layers.last_mut() {
            Some(Layer::Search(_) | Layer::Query(_)) => self.ask_anew(),
            Some(Layer::Narrow(_)) => self.narrow_as_typed(),
            Some(Layer::Export(_)) => self.follow_ending(),
            // The first action found is the chosen one.
            Some(Layer::Palette(palette)) if is_other => palette.cursor = 0,
            _ => {}
        }
        Some(done)
    }
}
