//! Lines typed before: each prompt brings its own back, as a shell does, as long as the session lasts. Not part of what
//! Esc brings back and undo undoes: what was typed was typed.

use std::collections::HashMap;

use super::action::Mode;
use super::{App, Layer, Prompt};

/// Nobody goes back further.
const LINES: usize = 100;

/// The lines of every prompt, the last one last.
#[derive(Debug, Default)]
pub(super) struct Recall(HashMap<Mode, Vec<String>>);

impl Recall {
    /// Keeps what was typed into the prompt of `mode`, once.
    pub(super) fn keep(&mut self, mode: Mode, line: &str) {
        if line.trim().is_empty() {
            return;
        }
        let lines = self.0.entry(mode).or_default();
        lines.retain(|kept| kept != line);
        if lines.len() == LINES {
            lines.remove(0);
        }
        lines.push(line.to_owned());
    }

    fn of(&self, mode: Mode) -> &[String] {
        self.0.get(&mode).map_or(&[], Vec::as_slice)
    }
}

impl App {
    /// Brings back the line typed before; while something offered is being chosen, goes to the one above.
    pub(super) fn earlier_line(&mut self) {
        if self.is_choosing() {
            self.rows(-1);
        } else if !self.recall(1) {
            self.state.notice("no earlier line was typed here");
        }
    }

    /// Brings back the line typed after the one that was brought back; where none was, goes to what is offered below.
    pub(super) fn later_line(&mut self) {
        if self.is_choosing() || !self.recall(-1) {
            self.rows(1);
            let has_rows = self.has_rows();
            if let Some(prompt) = self.prompt_mut() {
                prompt.chooses = has_rows;
            }
        }
    }

    /// Puts the line so many `steps` back into the prompt; says whether there is one.
    fn recall(&mut self, steps: isize) -> bool {
        let lines = self.recall.of(self.mode()).to_vec();
        self.edit_prompt(|prompt| prompt.recall(&lines, steps)).unwrap_or(false)
    }

    /// Whether a row of what the prompt offers is being chosen: then up and down go through them.
    fn is_choosing(&self) -> bool {
        match self.state.layers.last() {
            Some(Layer::Query(ask)) => ask.chosen.is_some(),
            Some(Layer::Palette(palette)) => palette.prompt.chooses || palette.cursor > 0,
            Some(Layer::Search(ask)) => ask.prompt.chooses,
            Some(Layer::Export(preview)) => preview.path.chooses,
            Some(Layer::Narrow(prompt)) => prompt.chooses,
            _ => false,
        }
    }

    /// Whether there is anything that up and down could go through, beside the lines typed before.
    fn has_rows(&self) -> bool {
        match self.state.layers.last() {
            Some(Layer::Search(ask)) => {
                !ask.prompt.text().is_empty() && self.search().is_some_and(|search| !search.hits.is_empty())
            }
            Some(Layer::Date(_)) | None => false,
            Some(_) => true,
        }
    }

    /// The prompt on top, if there is one.
    pub(super) fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        match self.state.layers.last_mut()? {
            Layer::Palette(palette) => Some(&mut palette.prompt),
            Layer::Export(preview) if preview.is_naming() => Some(&mut preview.path),
            Layer::Search(ask) | Layer::Query(ask) => Some(&mut ask.prompt),
            Layer::Date(prompt) | Layer::Narrow(prompt) => Some(prompt),
            Layer::Reading(..) | Layer::Export(_) | Layer::Replace(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_kept_once_a_prompt_and_so_many_are() {
        let mut recall = Recall::default();
        for line in ["a", "b", " ", "", "a"] {
            recall.keep(Mode::Search, line);
        }
        recall.keep(Mode::Date, "2021");
        assert_eq!(
            (recall.of(Mode::Search), recall.of(Mode::Date)),
            (&["b".into(), "a".into()][..], &["2021".into()][..])
        );
        assert!(recall.of(Mode::Query).is_empty());
        (0..2 * LINES).for_each(|line| recall.keep(Mode::Query, &line.to_string()));
        assert_eq!(recall.of(Mode::Query).len(), LINES);
        assert_eq!(recall.of(Mode::Query).last(), Some(&"199".to_owned()));
    }
}
