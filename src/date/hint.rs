//! What the writer of a refused date most likely meant.
//!
//! Each guess is only a respelling. It becomes a hint when EDTF accepts the result, so a guess that fails is
//! never shown, and the rules may be short.

mod draft;
mod slips;

/// What to write instead of `text`, as a hint, where a respelling of it is a date.
pub(super) fn rewritten(text: &str) -> Option<String> {
    let draft = draft::modern(text).map(|date| format!("old EDTF draft syntax: write `{date}`"));
    draft.or_else(|| slips::corrected(text).map(|date| format!("write `{date}`")))
}

/// Whether `text` is a date of the old draft and of nothing else.
pub(super) fn is_draft(text: &str) -> bool {
    draft::modern(text).is_some()
}

/// The date that `text` was most likely meant to be, in EDTF: of the respellings above the plain ones.
pub(super) fn corrected(text: &str) -> Option<String> {
    slips::corrected(text)
}
