//! Milestones in English.

use crate::words::{ClaimWords, RelationWords};

pub(super) const CLAIMS: ClaimWords = ClaimWords {
    high: "high",
    medium: "medium",
    low: "low",
    confidence: |sure| format!("{sure} confidence"),
    disputed: |confidence| format!("{confidence}, disputed"),
    to_earlier: RelationWords {
        follows: "follows",
        responds_to: "responds to",
        lifts: "lifts",
        part_of: "is part of",
    },
    to_later: RelationWords {
        follows: "led to",
        responds_to: "answered by",
        lifts: "lifted by",
        part_of: "has as a part",
    },
    related: |verb, title, date| format!("{verb} \"{title}\", {date}"),
    effect: |wall, state, date| match date {
        Some(date) => format!("{wall}: {state} ({date})"),
        None => format!("{wall}: {state}"),
    },
    channels_on_platforms: |channels, platforms| {
        format!("{} on {}", channels.join(", "), platforms.join(", "))
    },
    line: |date, who, title| match who {
        Some(who) => format!("{date}. {who}: {title}"),
        None => format!("{date}. {title}"),
    },
    note: |note| format!("Note: {note}"),
    further: |name, text| format!("{name}: {text}"),
    citation: |publisher, title, date| format!("{publisher}, \"{title}\", {date}"),
    paraphrase: |publisher, title, date| format!("{publisher}, {title}, {date}"),
    undated: "undated",
    republished: "republished",
    translation: "read in translation",
    archive: "archived copy",
    language: |code| format!("language: {code}"),
    remarked: |citation, remarks| format!("{citation} ({})", remarks.join("; ")),
    no_known_start: "no known start",
};
