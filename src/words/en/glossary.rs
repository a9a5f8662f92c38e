//! The help in English. Terms are called as the legends call them, for they are the same constants.

use crate::words::HelpPlace::{self, Front, Lanes, Ledger, Story, Timeline, Walls};
use crate::words::HelpSign::{self, Beyond, Broken, Closed, Limited, Neutral, Open, Opening, Sides, Trial};
use crate::words::{GlossaryWords, HelpTerm};

use super::claims::CLAIMS;
use super::views::VIEWS;
use super::walls::WALLS;

pub(super) const GLOSSARY: GlossaryWords =
    GlossaryWords { on_screen: "On this screen", words: "Words", keys_here: "Keys here", terms: TERMS };

const BARRIERS: &[HelpPlace] = &[Front, Lanes, Walls, Story];

#[rustfmt::skip] // A term a line: it is read as a table.
const TERMS: &[HelpTerm] = &[
    drawn(Closed, WALLS.closed, "the gate is shut", BARRIERS),
    drawn(Limited, WALLS.limited, "open in part: for some users, goods or ways in", BARRIERS),
    drawn(Trial, WALLS.trial, "tried with some users first (a grayscale test)", BARRIERS),
    drawn(Open, WALLS.open, "nothing is in the way any more", BARRIERS),
    drawn(Broken, VIEWS.not_certain, "broken: the last word found is older, or the date is rough", &[Lanes, Walls, Story]),
    drawn(HelpSign::Unknown, WALLS.unknown, "no source says how it stood", BARRIERS),
    drawn(HelpSign::None, WALLS.none, "blank: there was nothing to pass yet", &[Lanes, Walls]),
    drawn(HelpSign::None, WALLS.gone, "blank: there is nothing to pass any more", &[Lanes, Walls]),
    drawn(HelpSign::None, VIEWS.changed_that_day, "bold: what moved on the day that is shown", &[Walls]),
    drawn(HelpSign::None, VIEWS.opened_or_closed, "bold: what moved between the two days", &[Walls]),
    drawn(Beyond, "earlier, later", "there is more before or after what is shown", &[Lanes]),
    drawn(HelpSign::Closing, "closing", "something was shut", &[Timeline, Ledger, Story]),
    drawn(Opening, "opening", "something was opened", &[Timeline, Ledger, Story]),
    drawn(HelpSign::Trying, "trial", "something is tried with some users first (a grayscale test)", &[Timeline, Ledger, Story]),
    drawn(HelpSign::Ruling, "rule", "a ministry or a court decides", &[Timeline, Ledger, Story]),
    drawn(Neutral, "neutral", "context: it moves no wall by itself", &[Timeline, Ledger, Story]),
    drawn(Sides, "moves", "on the side of who acted; an answer says after how long", &[Ledger]),
    word("wall", "one gate that one platform keeps shut, or open, to another", "barrier lane"),
    word("shut", "closed, limited and on trial, up to the day it opened", ""),
    word("limited for", "it was never closed, only open in part", "limited"),
    word(WALLS.no_opening, "it was shut, and no source tells that it opened", "still stand"),
    word("~Nov 2013, 2021~", "about then; 2024? is a date in doubt", "about approximate uncertain doubtful"),
    word("January to May", "some day between the two, or all the time", "– dash range soft date May–Aug"),
    word("since", "no later change was found by the end of the span", ""),
    word("high confidence", "two good sources or more agree on the event and its date", CLAIMS.high),
    word("medium confidence", "one good source, or a date that was worked out", CLAIMS.medium),
    word("low confidence", "thin support", CLAIMS.low),
    word("landmark", "one of those that carry the story; is:landmark asks for them", "star"),
    word("disputed", "sources disagree, and the note says how; is:disputed asks for them", ""),
    word("follows, led to", "a milestone and what came of it", "linked related"),
    word("answers", "a move in return to another one", "responds to answered by"),
    word("filter", "hides what does not match; a search hides nothing", "narrow query facet"),
    word("select", "marks and ranges: what an export takes", "selection"),
    word("csv, json, csl, markdown", "formats of an export", "format file save"),
    word("picture", "a drawing of the walls or milestones in a Markdown export", "mermaid diagram"),
    word("both", "English and Chinese in turn; of two companies, what both are in", "language between"),
];

const fn drawn(
    sign: HelpSign,
    name: &'static str,
    means: &'static str,
    at: &'static [HelpPlace],
) -> HelpTerm {
    HelpTerm { sign, name, means, also: "", drawn_in: at }
}

const fn word(name: &'static str, means: &'static str, also: &'static str) -> HelpTerm {
    HelpTerm { sign: HelpSign::None, name, means, also, drawn_in: &[] }
}
