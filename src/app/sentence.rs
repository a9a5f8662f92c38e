//! The sentence that brings a screen back: a command line.

use super::{App, View};
use crate::dataset::{Lang, Milestone};
use crate::query::shell_quoted;

impl App {
    /// `wallchart timeline.toml -c tencent --at wechat-phase-one`: what to type to see this again. What is selected
    /// is not part of it, nor how far the list is scrolled.
    pub fn sentence(&self) -> String {
        let mut words = vec!["wallchart".to_owned()];
        // What begins with a hyphen would be read as an option.
        let file = self.file.as_deref().map(|file| match file.strip_prefix('-') {
            Some(rest) if !rest.is_empty() => shell_quoted(&format!("./{file}")),
            _ => shell_quoted(file),
        });
        words.extend(file);
        words.extend(self.state.query.options());
        if self.state.view != View::default() {
            words.push(format!("--view {}", self.state.view.as_str()));
        }
        if self.state.lang != Lang::default() {
            words.push(format!("--lang {}", self.state.lang.as_str()));
        }
        if self.state.dim {
            words.push("--dim".to_owned());
        }
        if let Some(search) = &self.state.search {
            words.push(format!("--search {}", shell_quoted(&search.text)));
        }
        let at = self.read().map(|(milestone, _)| milestone);
        // It opens on the first that matches by itself.
        let first = self.matches().ids.first().copied().or(self.listed().get(0));
        let at = at.filter(|milestone| first != Some(milestone.place()));
        let id = || at.map(Milestone::id).map(str::to_owned);
        words.extend(self.day_written().or_else(id).map(|at| format!("--at {at}")));
        if self.state.reading().is_some() {
            words.push("--open".to_owned());
        }
        words.join(" ")
    }

    pub(super) fn show_view(&mut self) {
        let view = self.sentence();
        self.state.notice(view);
    }
}
