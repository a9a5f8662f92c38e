//! Copying: what each of the `y` keys would copy, what it does copy, and what became of it.

use std::borrow::Cow;

use super::action::Action;
use super::keymap::following;
use super::{App, Clipboard, Copying, Effect, Key, Multiplexer};
use crate::dataset::Lang;
use crate::export::{self, words};

/// One way to go on after `y`, as it is offered while the next key is awaited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The next key.
    pub key: Key,
    /// What it would copy: `citation`.
    pub name: &'static str,
    /// The first line of what would be copied, or why nothing can be.
    pub line: Result<String, &'static str>,
}

impl App {
    /// The ways to go on, where the keys pressed so far begin to copy. Costs what stands on the lines: what matches
    /// is counted, not written.
    pub fn copies(&self) -> Vec<Offer> {
        if self.pending().is_empty() {
            return Vec::new();
        }
        let rows = following(self.mode(), self.pending());
        rows.filter_map(|(key, row)| {
            let line = self.line_of(row.action)?;
            let name = match self.preview_layer() {
                Some(preview) if row.action == Action::CopyMarkdown => preview.options().format.as_str(),
                _ => row.footer.map_or(row.name, |footer| footer.word),
            };
            Some(Offer { key, name, line: (row.off)(self).map_or(Ok(line), Err) })
        })
        .collect()
    }

    /// The first line of what `action` copies, if it copies. Empty where there is nothing to be copied.
    fn line_of(&self, action: Action) -> Option<String> {
        let read = self.read().map(|(milestone, _)| milestone);
        let line = match action {
            Action::CopyMilestone => read.map(|milestone| words::line(milestone, Lang::default())),
            Action::CopyCitation => self.source().map(|source| words::cited(source, Lang::default())),
            Action::CopyLink => self.address().and_then(|source| source.url.clone()),
            Action::CopyView => Some(self.sentence()),
            Action::CopyMarkdown => Some(self.contents_taken()),
            _ => return None,
        };
        Some(line.unwrap_or_default())
    }

    /// What a reader takes away: `7 milestones`.
    fn contents_taken(&self) -> String {
        if let Some(preview) = self.preview_layer() {
            return format!("{}, as shown", preview.contents());
        }
        // What it is beside plain text, as on the command line.
        let given = self.markdown_options().given();
        std::iter::once(counted(self.taken_count(), "milestone")).chain(given).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn copy_milestone(&self) -> Vec<Effect> {
        let read = self.read().map(|(milestone, _)| milestone);
        let lang = Lang::default();
        let text = read.map(|milestone| words::milestone(milestone, &self.dataset, lang));
        text.map(|text| self.copy(Action::CopyMilestone, text)).into_iter().collect()
    }

    pub(super) fn copy_citation(&self) -> Vec<Effect> {
        let text = self.source().map(|source| words::cited(source, Lang::default()));
        text.map(|text| self.copy(Action::CopyCitation, text)).into_iter().collect()
    }

    pub(super) fn copy_address(&self) -> Vec<Effect> {
        let text = self.address().and_then(|source| source.url.clone());
        text.map(|text| self.copy(Action::CopyLink, text)).into_iter().collect()
    }

    pub(super) fn copy_view(&self) -> Vec<Effect> {
        vec![self.copy(Action::CopyView, self.sentence())]
    }

    /// The very bytes that an export would write; of one that is looked at, those that are seen.
    pub(super) fn copy_markdown(&self) -> Vec<Effect> {
        let bytes = match self.preview_layer() {
            Some(preview) => Cow::Borrowed(preview.bytes()),
            None => Cow::Owned(export::bytes(&self.taken(), self.markdown_options())),
        };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        vec![self.copy(Action::CopyMarkdown, text)]
    }

    fn copy(&self, action: Action, text: String) -> Effect {
        let what = self.line_of(action).unwrap_or_default();
        Effect::Copy(Copying { what, text, is_export: action == Action::CopyMarkdown })
    }

    /// Says where a copy went, and no more than is known of it.
    pub(super) fn copied(&mut self, what: &str, to: Clipboard) {
        let text = match to {
            Clipboard::System(program) => format!("copied to the clipboard ({program}): {what}"),
            Clipboard::Tmux => format!("copied to tmux's buffer, and offered to the terminal: {what}"),
            Clipboard::Terminal { through, failed } => {
                let failed = failed.map_or_else(String::new, |program| format!("{program} failed; "));
                let sent = match through {
                    None => "sent to the terminal, which does not say whether it copied it",
                    Some(Multiplexer::Tmux) => "sent to tmux, which passes it on if set-clipboard is on",
                    Some(Multiplexer::Screen) => {
                        "sent by way of screen to the terminal, which does not say whether it copied it"
                    }
                };
                format!("{failed}{sent}: {what}")
            }
        };
        self.state.notice(text);
    }

    /// Says that something is too long to be copied, and what writes a file of it instead.
    pub(super) fn too_long(
        &mut self,
        what: &str,
        size: (usize, usize),
        failed: Option<&str>,
        is_export: bool,
    ) {
        // Rounded apart: what is too long is never said to be as long as it may be.
        let (size, most) = (size.0.div_ceil(1000), size.1 / 1000);
        let instead = match self.preview_layer() {
            _ if !is_export => "",
            Some(_) => "; Enter writes a file",
            None => "; e writes a file",
        };
        let failed = failed.map_or_else(String::new, |program| format!("{program} failed; "));
        self.state.complain(format!(
            "{failed}a terminal's clipboard takes {most} kB, and this is {size} kB{instead}: {what}"
        ));
    }
}

/// `1 milestone`, `7 milestones`.
pub(super) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
