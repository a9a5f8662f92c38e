//! Lines typed before: each prompt brings its own back, as a shell does, as long as the session lasts. Not part of what
//! Esc brings back and undo undoes: what was typed was typed.

use std::collections::HashMap;

use crate::app::core::mode::Mode;

/// Nobody goes back further.
const LINES: usize = 100;

/// The lines of every prompt, the last one last.
#[derive(Debug, Default)]
pub(in crate::app) struct Recall(HashMap<Mode, Vec<String>>);

impl Recall {
    /// Keeps what was typed into the prompt of `mode`, once.
    pub(in crate::app) fn keep(&mut self, mode: Mode, line: &str) {
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

    pub(in crate::app) fn of(&self, mode: Mode) -> &[String] {
        self.0.get(&mode).map_or(&[], Vec::as_slice)
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
