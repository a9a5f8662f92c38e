//! The page of a wall: what a reader sees on it, what can be followed from it, and the way back.

use std::fmt::Write as _;

use insta::assert_snapshot;
use wallchart::app::mode::Mode;
use wallchart::app::reader::Link;
use wallchart::app::{App, Effect, Start, View};
use wallchart::dataset::BarrierId;
use wallchart::dataset::load::load;
use wallchart::query::{Query, wall_at};
use wallchart::text::width;
use wallchart::ui::Theme;
use wallchart::ui::theme::{ASCII, NARROW};

use super::kit::Kit as _;
use super::session::{SMALL, STORY, Session, story};

/// The page of a wall of `text`, as the command line opens it.
fn page_of(text: &str, id: &str, cols: u16, rows: u16) -> Session {
    let dataset = load(text).dataset.expect("a dataset");
    let wall = Some(wall_at(id, &dataset).expect("a wall"));
    let start = Start { wall, view: View::Lanes, ..Start::default() };
    Session::showing(App::open_at(dataset, Query::default(), start), cols, rows)
}

fn page(id: &str, cols: u16, rows: u16) -> Session {
    page_of(STORY, id, cols, rows)
}

/// The id of the wall whose page lies open; nothing where none does.
fn wall(session: &Session) -> &str {
    session.app.wall_page().map_or("", |id| session.app.dataset().barrier(id).id.as_str())
}

/// All that a screen says, without what wrapping put between the words.
fn words(session: &Session) -> String {
    session.screen().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn at_every_size() {
    for (cols, rows) in [(160, 45), (120, 36), (80, 24), (60, 20), (40, 12)] {
        assert_snapshot!(format!("wall-{cols}x{rows}"), page("taobao-wechat-pay", cols, rows).picture());
    }
    assert_snapshot!("wall-styles-80x24", page("wechat-taobao-links", 80, 24).frame());
}

#[test]
fn in_other_glyphs() {
    for (name, glyphs) in [("ascii", &ASCII), ("narrow", &NARROW)] {
        let mut session = page("wechat-taobao-links", 80, 24);
        session.theme = Theme { colors: false, glyphs, ..Theme::default() };
        session.resize(80, 24);
        assert_snapshot!(format!("wall-{name}-80x24"), session.picture());
    }
}

#[test]
fn enter_opens_a_milestone_of_its_history_and_esc_goes_back_step_by_step() {
    let mut session = story();
    session.keys("2 ] ]");
    let lane = session.app.lanes().lane();
    session.keys("Enter");
    assert_eq!((session.app.mode(), session.app.wall_page()), (Mode::Wall, lane));
    let on_page = session.screen();
    session.keys("Enter");
    let first = session.app.dataset().history(lane.expect("a lane")).steps()[0].milestone;
    assert_eq!(session.app.read().map(|(milestone, _)| milestone.place()), Some(first));
    assert_eq!(session.app.mode(), Mode::Reading);
    session.keys("Esc");
    assert_eq!(session.screen(), on_page);
    session.keys("Esc");
    assert_eq!((session.app.mode(), session.app.lanes().lane()), (Mode::Lanes, lane));
}

#[test]
fn an_effect_of_a_milestone_leads_to_its_wall() {
    let mut session = Session::new(SMALL, 120, 36);
    session.keys("&").typed("barrier:wechat-taobao-links tone:closing").keys("Enter");
    session.keys("Enter");
    for _ in 0..40 {
        if matches!(session.app.link(), Some(Link::Wall(_))) {
            break;
        }
        session.keys("j");
    }
    session.keys("Enter");
    assert_eq!((session.app.mode(), wall(&session)), (Mode::Wall, "wechat-taobao-links"));
    session.keys("Esc");
    assert_eq!(session.app.mode(), Mode::Reading);
}

#[test]
fn other_walls_are_links_too() {
    let mut session = page("wechat-taobao-links", 120, 36);
    session.keys("G Enter");
    assert_ne!(wall(&session), "wechat-taobao-links");
    session.keys("Esc");
    assert_eq!(wall(&session), "wechat-taobao-links");
}

#[test]
fn sideways_are_the_next_wall_and_the_one_before_in_the_order_of_the_view() {
    let mut session = page("wechat-taobao-links", 120, 36);
    let order: Vec<BarrierId> = session.app.shown_barriers().ids().to_vec();
    let at = order.iter().position(|id| Some(*id) == session.app.wall_page()).expect("a place");
    assert!(words(&session).contains(&format!("wall {} of {}", at + 1, order.len())));
    session.keys("l");
    assert_eq!(session.app.wall_page(), order.get(at + 1).copied());
    session.keys("u");
    assert_eq!(session.app.wall_page(), order.get(at).copied(), "undo goes back to the wall before");
    session.keys("Ctrl-r h");
    assert_eq!(session.app.wall_page(), order.get(at).copied());
    for _ in 0..order.len() {
        session.keys("l");
    }
    assert_eq!(session.notice(), "this is the last wall");
    assert_eq!(session.app.wall_page(), order.last().copied());
}

#[test]
fn time_goes_on_along_the_history() {
    let mut session = page("taobao-wechat-pay", 120, 36);
    let read = |session: &Session| session.app.read().map(|(milestone, _)| milestone.place());
    let steps: Vec<_> = {
        let id = session.app.wall_page().expect("a page");
        session.app.dataset().history(id).steps().iter().map(|step| Some(step.milestone)).collect()
    };
    assert_eq!(read(&session), steps[0]);
    session.keys("]");
    assert_eq!(read(&session), steps[1]);
    session.keys("[ [");
    assert_eq!((read(&session), session.notice()), (steps[0], "this is the first that is told of it"));
}

#[test]
fn its_sentence_its_sources_and_its_milestones_can_be_taken_away() {
    let mut session = page("wechat-taobao-links", 120, 36);
    session.keys("y y");
    let copied = |session: &Session| match session.effects.last() {
        Some(Effect::Copy(copying)) => copying.text.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        copied(&session),
        "Taobao links in WeChat: open since 29 November 2021, shut about 8.0 years."
    );
    session.keys("y v");
    assert_eq!(copied(&session), "wallchart --view wall --at wechat-taobao-links");
    session.keys("b");
    assert!(matches!(session.effects.last(), Some(Effect::Browse(_))));
    session.keys("e");
    assert!(
        words(&session).contains("wallchart export -q barrier:wechat-taobao-links"),
        "{}",
        session.screen()
    );
    session.keys("Esc");
    assert_eq!(wall(&session), "wechat-taobao-links");
}

#[test]
fn what_the_command_line_says_brings_the_same_page_back() {
    let mut session = Session::new(STORY, 120, 36);
    session.keys("2 j j j Enter");
    let line = session.app.sentence();
    let id = line.rsplit(' ').next().expect("an id");
    assert_eq!(page(id, 120, 36).picture(), session.picture());
}

#[test]
fn every_note_of_a_wall_is_a_key_from_its_lane() {
    let mut session = Session::new(STORY, 120, 36);
    session.keys("2 g g");
    let count = session.app.shown_barriers().ids().len();
    let mut noted = 0;
    for _ in 0..count {
        let lane = session.app.lanes().lane().expect("a lane");
        session.keys("Enter");
        if let Some(note) = &session.app.dataset().barrier(lane).note {
            noted += 1;
            let said = note.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words(&session).contains(&said), "{said}\n{}", session.screen());
        }
        session.keys("Esc j");
    }
    assert!(noted > 40, "{noted} notes");
}

#[test]
fn what_repeats_the_state_takes_one_line_and_a_plain_word() {
    let session = page("taobao-wechat-pay", 120, 36);
    let wall = session.app.wall_page().expect("a page");
    let steps = session.app.dataset().history(wall).steps();
    let repeated: Vec<usize> =
        (1..steps.len()).filter(|at| steps[*at].state == steps[*at - 1].state).collect();
    assert!(!repeated.is_empty());
    let screen = session.screen();
    let lines: Vec<&str> = screen.lines().collect();
    for at in repeated {
        let title = |at: usize| session.app.dataset().milestone(steps[at].milestone).title();
        let row = lines.iter().position(|line| line.contains(title(at))).expect("its line");
        if let Some(next) = (at + 1 < steps.len()).then(|| title(at + 1)) {
            assert!(lines[row + 1].contains(next), "{screen}");
        }
    }
}

#[test]
fn an_effect_with_a_date_of_its_own_stands_under_it() {
    let session = page_of(SMALL, "taobao-payment", 120, 36);
    let said = words(&session);
    assert!(said.contains("December 2013") && said.contains("on a date of its own"), "{}", session.screen());
}

/// Walls of every sort: one of which nothing is told, one with long Chinese names and many keepers, one that was moved very
/// often.
fn odd_walls() -> String {
    let mut text = String::from(
        "schema = 1\n[dataset]\nid = \"d\"\ntitle = \"D\"\n[[kind]]\nid = \"k\"\nname = \"K\"\ntone = \"rule\"\nglyph = \"x\"\nascii = \"x\"\n[[channel]]\nid = \"links\"\nname = \"Links\"\n[[source]]\nid = \"s\"\npublisher = \"S\"\ntitle = \"S\"\n",
    );
    let long = "一家名字很长很长的互联网平台公司".repeat(4);
    let mut ids = Vec::new();
    for n in 0..9 {
        writeln!(text, "[[company]]\nid = \"c{n}\"\nname = \"{long}{n}\"").expect("text");
        ids.push(format!("\"c{n}\""));
    }
    let (holders, against) = (ids[..5].join(", "), ids[5..].join(", "));
    writeln!(text, "[[barrier]]\nid = \"many\"\nname = \"{long}\"\nname_zh = \"{long}{long}\"\nholders = [{holders}]\nagainst = [{against}]\nchannel = \"links\"\nnote = \"{long}\"").expect("text");
    for id in ["still", "often"] {
        writeln!(text, "[[barrier]]\nid = \"{id}\"\nname = \"{id}\"\nholders = [\"c1\"]\nagainst = [\"any\"]\nchannel = \"links\"").expect("text");
    }
    for n in 0..300 {
        let (year, state) = (1800 + n, ["closed", "open", "limited", "trial", "gone", "unknown"][n % 6]);
        writeln!(text, "[[milestone]]\nid = \"m{n}\"\ndate = \"{year}\"\ntitle = \"Moved {n}\"\nkind = \"k\"\nsummary = \"S\"\nconfidence = \"high\"\neffects = [{{ barrier = \"often\", state = \"{state}\" }}]\ncites = [{{ source = \"s\" }}]").expect("text");
    }
    text
}

#[test]
fn no_wall_and_no_size_is_too_much_for_it() {
    let text = odd_walls();
    let sizes =
        [(1, 1), (30, 8), (31, 9), (40, 12), (59, 19), (80, 24), (120, 36), (300, 90), (65_535, 1), (1, 999)];
    for id in ["many", "still", "often"] {
        let mut session = page_of(&text, id, 120, 36);
        for (cols, rows) in sizes {
            session.resize(cols, rows).keys("j j PgDn G k [ ] } {");
            let widest = session.screen().lines().map(width).max().unwrap_or_default();
            assert!(widest <= usize::from(cols), "{id} at {cols}x{rows}");
        }
    }
    let still = page_of(&text, "still", 80, 24);
    assert!(words(&still).contains("Nothing is told of it."), "{}", still.screen());
    let mut often = page_of(&text, "often", 80, 24);
    for n in [1, 299] {
        assert!(
            words(often.keys(if n == 1 { "g g ]" } else { "G k k" })).contains(&format!("Moved {n}")),
            "{}",
            often.screen()
        );
    }
}
