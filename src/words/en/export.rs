//! The prose of exports in English.

use crate::words::{AgainWords, ExportWords};

pub(super) const EXPORT: ExportWords = ExportWords {
    all: |of| format!("All {of} milestones"),
    some_of: |events, of| format!("{events} of {of} milestone{}", if of == 1 { "" } else { "s" }),
    by_hand: "selected by hand",
    scope: |said| said.join(", "),
    effects: |effects| format!("Effects: {}", effects.join("; ")),
    relations: |relations| relations.join("; "),
    kind_and_confidence: |kind, confidence| format!("{kind}, {confidence}"),
    titled: |who, title| format!("{who}: {title}"),
    sources: |sources| format!("Sources: {}", sources.join("; ")),
    sources_none: "Sources: no source",
    sources_listed: |sources| sources.join("; "),
    no_source: "no source",
    supporting: |source, what| format!("{source} ({what})"),
    columns: ["Date", "Parties", "Kind", "Title", "Sources"],
    again: AgainWords { embedded: "To make it again:", file: "To make it again, with the dataset as FILE:" },
    again_too_long: "The command that makes it again is too long for a command line. It stands in the front matter, \
                     where `wallchart verify` reads it.",
    sources_again: "Its sources, for Pandoc's `--citeproc --bibliography sources.json`:",
    picture_too_large: |most, these| {
        format!("a picture shows {most} milestones at most, and these are {these}")
    },
};
