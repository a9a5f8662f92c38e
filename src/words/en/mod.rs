//! English.

mod actions;
mod claims;
mod copying;
mod counts;
mod dates;
mod export;
mod finding;
mod front;
mod glossary;
mod lanes;
mod lasting;
mod ledger;
mod notices;
mod off;
mod places;
mod prompts;
mod taking;
mod timeline;
mod views;
mod wall_list;
mod wall_page;
mod walls;

use super::Words;

/// What the program says in English.
pub static WORDS: Words = Words {
    dates: dates::DATES,
    lasting: lasting::LASTING,
    lasting_short: lasting::LASTING_SHORT,
    lasting_row: lasting::LASTING_ROW,
    walls: walls::WALLS,
    outcomes: walls::OUTCOMES,
    counts: counts::COUNTS,
    views: views::VIEWS,
    finding: finding::FINDING,
    lanes: lanes::LANES,
    wall_page: wall_page::WALL_PAGE,
    glossary: glossary::GLOSSARY,
    wall_list: wall_list::WALL_LIST,
    ledger: ledger::LEDGER,
    export: export::EXPORT,
    front: front::FRONT,
    timeline: timeline::TIMELINE,
    claims: claims::CLAIMS,
    help: actions::HELP,
    footer: actions::FOOTER,
    groups: places::GROUPS,
    view_names: places::VIEW_NAMES,
    places: places::PLACES,
    off: off::OFF,
    notices: notices::NOTICES,
    copying: copying::COPYING,
    settings: taking::SETTINGS,
    question: taking::QUESTION,
    prompts: prompts::PROMPTS,
    ways: prompts::WAYS,
};
