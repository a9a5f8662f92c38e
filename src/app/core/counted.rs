//! How many of something.

/// `1 milestone`, `7 milestones`.
pub(in crate::app) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
