//! The Timeline in English.

use crate::words::TimelineWords;

pub(super) const TIMELINE: TimelineWords = TimelineWords {
    landmark: "landmark",
    disputed: "sources disagree",
    is_disputed: "disputed",
    others: |count| if count == 1 { "1 other".to_owned() } else { format!("{count} others") },
    parties: |count| if count == 1 { "1 party".to_owned() } else { format!("{count} parties") },
    spelled: |name, meaning| format!("{name} ({meaning})"),
    related: |verb, date, title| format!("{verb} {date}: {title}"),
    effect: |wall, date, told| match (wall, date) {
        (Some(wall), Some(date)) => format!("{wall}, {date}: {told}"),
        (Some(one), None) | (None, Some(one)) => format!("{one}: {told}"),
        (None, None) => told.to_owned(),
    },
    outcome: |outcome| format!("in the end: {outcome}"),
    note: "Note",
    dispute: "Sources disagree",
    effects: "Effects",
    sources: "Sources",
    id: |id| format!("id: {id}"),
};
