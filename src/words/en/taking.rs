//! The page of an export, in English.

use super::counts::counted;
use crate::words::{QuestionWords, SettingWords};

pub(super) const SETTINGS: SettingWords = SettingWords {
    title: "Export",
    format: "format",
    notes: "notes",
    language: "language",
    picture: "picture",
    path: "to",
    yes: "yes",
    no: "no",
    no_notes: "no notes",
    no_picture: "no picture",
    both_languages: "both, as they are",
    holds_both: |format| format!("{format} holds both languages as they are"),
    has_no: |format, setting| format!("{format} has no {setting}"),
    edits_path: |key| format!("{key} edits it"),
    empty_path: "write where to? the path is empty",
    wrote: |contents, path| format!("wrote {contents} to {path}"),
};

pub(super) const QUESTION: QuestionWords = QuestionWords {
    exists: "exists",
    keep: "keep it",
    replace: "replace it",
    unreadable: "what it holds cannot be shown: too much, or not to be read",
    no_text: "what it holds is not text",
    only_line_ends: "only how its lines end would change",
    new_and_gone,
    same_lines: |count| format!("{} the same", counted(count, "line", "lines")),
    goes_on: |line| format!("{line} [the line goes on]"),
    same_already: |path| format!("{path} holds exactly this already"),
    changed_meanwhile: "the file has changed meanwhile: this is what would be replaced now",
};

/// `2 lines new, 1 gone`
fn new_and_gone(new: usize, gone: usize) -> String {
    match (new, gone) {
        (new, 0) => format!("{} new", counted(new, "line", "lines")),
        (0, gone) => format!("{} gone", counted(gone, "line", "lines")),
        (new, gone) => format!("{} new, {gone} gone", counted(new, "line", "lines")),
    }
}
