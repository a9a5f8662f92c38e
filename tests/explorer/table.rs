//! The table, walked: every action in every place where it says that it works is run there by a script, and something
//! comes of it that a reader sees.

use ratatui::buffer::Cell;
use wallchart::app::action::Action;
use wallchart::app::keymap::Meaning;
use wallchart::app::mode::Mode;
use wallchart::app::row::Row;
use wallchart::app::sequence::KeySequence;
use wallchart::app::table::TABLE;
use wallchart::app::{App, Event, Outcome};

use super::kit::Kit as _;
use super::monkey::holds;
use super::session::{SMALL, Session};

/// Wide enough for panes side by side.
const COLS: u16 = 120;

/// The keys that lead from the start to a place.
fn way_to(mode: Mode) -> &'static str {
    match mode {
        Mode::Front => "? a b o u t Enter",
        Mode::List => "1",
        Mode::Lanes => "2",
        Mode::Walls => "3",
        Mode::Ledger => "4",
        Mode::Story => "5",
        Mode::Facets => "f",
        Mode::Detail => "Tab",
        Mode::Terms => "Shift-Tab",
        Mode::Reading => "Enter",
        Mode::Wall => "2 Enter",
        Mode::Export => "e",
        Mode::Path => "e Shift-Tab",
        Mode::Replace => "e Enter",
        Mode::Palette => "?",
        Mode::Search => "/",
        Mode::Query => "&",
        Mode::Date => "g d",
        Mode::Narrow => "f /",
    }
}

/// What a reader may have done before going there, the commonest first: an action needs something to act on.
const BEFORE: [&str; 3] =
    ["", "] ] ] ] ] ]", "/ t e n c e n t Enter & a l i b a b a Space t e n c e n t Enter"];

/// What a reader may do there before the key: move, stretch a range, go back, look at another page, zoom.
const THERE: [&str; 12] =
    ["", "Right u", "Right", "j", "v ] ]", "} u", "PgDn", "G", "l", "r", "+ +", "Right Right Right"];

/// Where an action can do nothing, and says why: no pane is beyond the outermost, which is told.
const EDGES: [(Action, Mode, &str); 3] = [
    (Action::Left, Mode::List, "there is no pane to the left"),
    (Action::Right, Mode::Facets, "there is no pane to the right"),
    (Action::Left, Mode::Ledger, "there is no pane to the left"),
];

/// Whether `action` shows the view that is shown: then it rightly changes nothing.
fn is_shown(action: Action, mode: Mode) -> bool {
    let own = [
        (Action::Timeline, Mode::List),
        (Action::Lanes, Mode::Lanes),
        (Action::Walls, Mode::Walls),
        (Action::Ledger, Mode::Ledger),
        (Action::Story, Mode::Story),
    ];
    own.contains(&(action, mode))
}

/// The small dataset, and a score of walls more, so that there is something to scroll to.
fn dataset() -> String {
    let wall = |n: usize| {
        format!(
            "[[company]]\nid = \"c{n}\"\nname = \"Company {n}\"\n\n\
             [[barrier]]\nid = \"b{n}\"\nname = \"Wall {n}\"\nholders = [\"c{n}\"]\nagainst = [\"tencent\"]\nchannel = \"links\"\nnote = \"One of a dozen that are alike.\"\n\n\
             [[milestone]]\nid = \"m{n}\"\ndate = \"2019-0{}-01\"\ntitle = \"A wall of {n}\"\nkind = \"link-blocking\"\n\
             actors = [\"c{n}\"]\naffected = [\"tencent\"]\nsummary = \"One of many.\"\nconfidence = \"high\"\nlandmark = \"Wall {n} of 12\"\n\
             effects = [{{ barrier = \"b{n}\", state = \"closed\" }}]\nrelations = [{{ type = \"follows\", to = \"taobao-blocks-wechat\" }}]\ncites = [{{ source = \"almanac\" }}]\n\n",
            n % 9 + 1
        )
    };
    std::iter::once(SMALL.to_owned()).chain((0..20).map(wall)).collect()
}

/// A session in `mode`, if these keys lead there.
pub(crate) fn arrive(text: &str, mode: Mode, before: &str, there: &str) -> Option<Session> {
    let mut session = Session::new(text, COLS, 14);
    session.keys(before).keys(way_to(mode));
    if mode == Mode::Replace {
        // More than is seen of it at once.
        let lines: Vec<String> = (0..99).map(|line: u8| line.to_string()).collect();
        let old = Some(lines.join("\n").into_bytes());
        session.done(Outcome::Exists { path: "x.md".into(), old, changed: false });
    }
    session.keys(there);
    (session.app.mode() == mode).then_some(session)
}

/// Runs `row` by its first key that means it; says whether a reader sees that it did what it is for: be that what stands
/// on the screen, or something outside of it. To be told why nothing happens is not enough.
fn run(row: &Row<App>, mode: Mode, session: &mut Session) -> bool {
    let means = |keys: &KeySequence| matches!(session.app.keys().meaning(mode, keys), Meaning::Run { row: meant, .. } if meant.action == row.action);
    let Some(keys) = row.sequences().find(means) else {
        // It is found by its name alone.
        let (effects, view) = (session.effects.len(), session.app.view());
        session.keys("?").typed(row.name).keys("Enter");
        let is_said = !session.notice().is_empty() || session.app.view() != view;
        return session.effects.len() > effects || is_said;
    };
    let (seen, effects) = (seen(session), session.effects.len());
    for key in keys {
        session.press(key);
    }
    holds(session);
    if session.app.pace().is_some() {
        session.event(Event::Tick);
    }
    session.effects.len() > effects || self::seen(session) != seen
}

/// The screen without what is said at its foot; a prompt stands there, too.
fn seen(session: &Session) -> Vec<Cell> {
    let mut cells = session.buffer().content;
    if !session.app.mode().is_prompt() {
        cells.truncate(cells.len() - usize::from(COLS));
    }
    cells
}

#[test]
fn every_action_does_something_wherever_it_says_that_it_works() {
    let text = dataset();
    let mut idle: Vec<(Action, Mode)> = Vec::new();
    for mode in Mode::ALL {
        let is_edge =
            |row: &Row<App>| EDGES.iter().any(|(action, edge, _)| (*action, *edge) == (row.action, mode));
        let works =
            |row: &&Row<App>| row.modes.contains(&mode) && !is_edge(row) && !is_shown(row.action, mode);
        let mut left: Vec<&Row<App>> = TABLE.iter().filter(works).collect();
        for (before, there) in BEFORE.iter().flat_map(|before| THERE.map(|there| (before, there))) {
            if left.is_empty() {
                break;
            }
            let Some(place) = arrive(&text, mode, before, there) else { continue };
            left.retain(|row| {
                (row.off)(&place.app).is_some()
                    || arrive(&text, mode, before, there)
                        .is_none_or(|mut session| !run(row, mode, &mut session))
            });
        }
        idle.extend(left.iter().map(|row| (row.action, mode)));
    }
    assert_eq!(idle, [], "nothing comes of them");
}

#[test]
fn where_an_action_can_do_nothing_it_says_why() {
    for (action, mode, why) in EDGES {
        let row = TABLE.iter().find(|row| row.action == action).expect("a row");
        let mut session = arrive(SMALL, mode, "", "").expect("a place");
        for key in row.sequences().next().expect("keys") {
            session.press(key);
        }
        assert_eq!(session.notice(), why, "{action:?} in {mode:?}");
    }
}
