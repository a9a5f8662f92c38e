//! What is typed into prompts: pastes, lines brought back, the keys that edit, help, and the list of actions by key.
//! And the keys that scroll, which end a line there.

use std::fmt::Write;

use wallchart::app::mode::Mode;
use wallchart::app::{Effect, MOST, Overlay};

use super::kit::Kit as _;
use super::session::{SMALL, Session};

fn small() -> Session {
    Session::new(SMALL, 120, 36)
}

/// Opens each prompt.
const PROMPTS: [(&str, Mode); 6] = [
    ("/", Mode::Search),
    ("&", Mode::Query),
    ("g d", Mode::Date),
    ("?", Mode::Palette),
    ("f /", Mode::Narrow),
    ("e Shift-Tab Ctrl-u", Mode::Path),
];

/// What stands in the prompt on top.
fn line(session: &Session) -> &str {
    match session.app.overlays().last() {
        Some(Overlay::Search(ask) | Overlay::Query(ask)) => ask.prompt.text(),
        Some(Overlay::Date(prompt) | Overlay::Narrow(prompt)) => prompt.text(),
        Some(Overlay::Palette(palette)) => palette.prompt.text(),
        Some(Overlay::Export(preview)) => preview.path.text(),
        other => panic!("no prompt: {other:?}"),
    }
}

#[test]
fn every_prompt_takes_a_large_paste_at_once_and_says_what_is_left_out() {
    for (open, mode) in PROMPTS {
        let mut session = small();
        session.keys(open);
        assert_eq!(session.app.mode(), mode);
        session.paste(&"ab ".repeat(100_000));
        assert_eq!(line(&session).len(), MOST, "{mode:?}");
        assert!(session.screen().contains("a line holds 4 kB: the rest of what was pasted is left out"));
        // Where a terminal knows no pastes, one comes as keys.
        session.typed("cd");
        assert_eq!(line(&session).len(), MOST, "{mode:?}");
        session.keys("Ctrl-u");
        session.paste("a\rb\r\nc\n\u{3}d\r");
        assert_eq!(line(&session), "a b c ␃d", "{mode:?}");
    }
}

#[test]
fn the_keys_of_a_shell_edit_every_prompt() {
    for (open, mode) in PROMPTS {
        let mut session = small();
        session.keys(open).typed("one two");
        for (keys, expected) in [
            ("Ctrl-a Ctrl-d Ctrl-f x", "nxe two"),
            ("Ctrl-e Ctrl-b Backspace", "nxe to"),
            ("Alt-b Ctrl-h y", "nxeyto"),
            ("Home Delete End z", "xeytoz"),
            ("Left Left Ctrl-k", "xeyt"),
            ("Ctrl-w a", "a"),
            ("Space b Home Alt-f Alt-d", "a "),
            ("Ctrl-u", ""),
        ] {
            session.keys(keys);
            assert_eq!((line(&session), session.app.mode()), (expected, mode), "{keys} in {mode:?}");
        }
    }
}

#[test]
fn up_brings_earlier_lines_back_each_prompt_its_own() {
    let mut session = small();
    session.keys("/").typed("dark").keys("Enter /").typed("light").keys("Enter");
    session.keys("&").typed("kind:statement").keys("Enter & Ctrl-u Enter");
    session.keys("g d").typed("2021").keys("Enter");
    session.keys("/ Up");
    assert_eq!(line(&session), "light");
    session.keys("Up");
    assert_eq!(line(&session), "dark");
    session.keys("Up");
    assert_eq!((line(&session), session.notice()), ("dark", "no earlier line was typed here"));
    session.keys("Down Down");
    assert_eq!(line(&session), "");
    session.keys("Esc g d Up");
    assert_eq!(line(&session), "2021");
    // What is brought back is answered as what is typed.
    session.keys("Esc & Up");
    assert_eq!(
        (line(&session), session.app.query().to_string().as_str()),
        ("kind:statement", "kind:statement")
    );
    session.keys("Down");
    assert!(line(&session).is_empty() && session.app.query().is_empty());
    session.keys("Up Enter");
    assert_eq!(session.app.query().to_string(), "kind:statement");
}

#[test]
fn while_something_offered_is_chosen_up_goes_through_that() {
    let mut session = small();
    session.keys("&").typed("kind:statement").keys("Enter & Ctrl-u").typed("kind:");
    let chosen = |session: &Session| match session.app.overlays().last() {
        Some(Overlay::Query(ask)) => ask.chosen,
        _ => None,
    };
    session.keys("Down Down");
    assert_eq!(chosen(&session), Some(1));
    session.keys("Up Up");
    assert_eq!((chosen(&session), line(&session)), (None, "kind:"));
    session.keys("Up");
    assert_eq!(line(&session), "kind:statement");
    // The list of actions: where Down was pressed, Up stays in the list.
    session.keys("Esc Esc ?").typed("redraw").keys("Enter ? Down Up Up");
    assert_eq!(line(&session), "");
    session.keys("Esc ? Up");
    assert_eq!(line(&session), "redraw");
    session.keys("Enter");
    assert_eq!(session.effects.last(), Some(&Effect::Redraw));
}

#[test]
fn a_path_once_written_to_comes_back() {
    let mut session = small();
    session.keys("e Shift-Tab Ctrl-u").typed("walls.md").keys("Enter Esc Esc e Shift-Tab Up");
    assert_eq!(line(&session), "walls.md");
}

#[test]
fn an_exact_key_or_name_is_the_first_action_found() {
    for (typed, first) in [
        ("q", "quit"),
        ("Q", "quit"),
        ("quit", "quit"),
        ("n", "next-hit"),
        ("N", "previous-hit"),
        ("gg", "first"),
        ("g g", "first"),
        ("G", "last"),
        ("?", "help"),
        ("Ctrl-d", "half-page-down"),
        ("mark", "mark"),
        ("P", "play"),
        // No key and no whole name, but the beginning of one; it works here before one that does not.
        ("rang", "range"),
        ("half", "half-page-down"),
    ] {
        let mut session = small();
        session.keys(":").typed(typed);
        let Some(Overlay::Palette(palette)) = session.app.overlays().last() else { panic!("no list") };
        let found = palette.found(session.app.mode_below_top(), session.app.keys(), session.app.say());
        assert_eq!(found.first().map(|row| row.name), Some(first), "{typed}");
    }
    let mut session = small();
    session.keys(": q Enter");
    assert_eq!(session.effects, [Effect::Quit]);
    let mut session = small();
    session.keys("Enter : q Enter");
    assert!(session.effects.is_empty() && session.app.overlays().is_empty(), "there it closes what is open");
}

#[test]
fn help_has_a_key_that_no_terminal_takes_and_a_question_mark_is_text() {
    for (open, mode) in PROMPTS {
        let mut session = small();
        session.keys(open);
        assert!(mode == Mode::Palette || session.screen().contains("Ctrl-g help"), "{mode:?}");
        session.typed("?");
        assert_eq!((line(&session), session.app.mode()), ("?", mode));
        session.keys("Ctrl-g");
        if mode != Mode::Palette {
            assert_eq!(session.app.mode(), Mode::Palette, "over {mode:?}");
            session.keys("Ctrl-g");
            assert_eq!((line(&session), session.app.mode()), ("?", mode), "and closes it again");
        }
    }
}

/// The dataset with twenty more walls, each of another company's.
fn many_walls() -> String {
    let (mut walls, mut effects) = (String::new(), Vec::new());
    for number in 0..20 {
        let _ = write!(
            walls,
            "\n[[company]]\nid = \"k{number}\"\nname = \"Keeper {number}\"\n\n[[barrier]]\nid = \"w{number}\"\n\
             name = \"Wall {number}\"\nholders = [\"k{number}\"]\nagainst = [\"taobao\"]\nchannel = \"links\"\n\
             before = \"open\"\n"
        );
        effects.push(format!("{{ barrier = \"w{number}\", state = \"closed\" }}"));
    }
    let effects = effects.join(", ");
    format!(
        "{SMALL}{walls}\n[[milestone]]\nid = \"all\"\ndate = \"2020\"\ntitle = \"All at once\"\nkind = \"login-ban\"\n\
         summary = \"Walls.\"\nconfidence = \"low\"\ncites = [{{ source = \"almanac\" }}]\neffects = [{effects}]\n"
    )
}

#[test]
fn a_list_scrolls_by_a_row_and_what_is_current_stays_until_it_would_go_out_of_sight() {
    let text = many_walls();
    for open in ["1", "2", "3", "f c"] {
        // So low that none of them is whole.
        let mut session = Session::new(&text, 100, 14);
        session.keys(open);
        let first = |session: &Session| match session.app.mode() {
            Mode::List => session.app.top(),
            Mode::Lanes => session.app.lanes().top(),
            Mode::Walls => session.app.walls().top(),
            _ => session.app.facet_pane().top,
        };
        let mut seen = vec![first(&session)];
        let mut at = session.current().to_owned();
        let mut stayed = 0;
        let mut down = |session: &mut Session, key: &str| {
            let before = *seen.last().expect("a row");
            session.keys(key);
            seen.push(first(session));
            stayed += usize::from(session.current() == at && first(session) != before);
            at = session.current().to_owned();
            first(session) != before
        };
        let mut steps = 0;
        while down(&mut session, "Ctrl-e") {
            steps += 1;
            assert!(steps < 200, "{open}: it comes to an end");
        }
        assert!(steps > 1, "{open}: {steps} {}", session.screen());
        session.keys("Ctrl-e");
        while down(&mut session, "Ctrl-y") {
            steps += 1;
            assert!(steps < 400, "{open}: it comes to the beginning");
        }
        assert!(stayed > 0, "{open}: what is current stays where it is seen");
        assert_eq!(seen.last(), Some(&0), "{open}: {seen:?}");
        assert!(seen.windows(2).all(|rows| rows[0].abs_diff(rows[1]) <= 4), "{open}: by a row, {seen:?}");
    }
}

#[test]
fn texts_scroll_by_a_row_and_mark_no_link() {
    let mut session = Session::new(SMALL, 40, 10);
    session.keys("G Enter Ctrl-e Ctrl-e");
    let reader = |session: &Session| session.app.read().map(|(_, reader)| (reader.top, reader.link));
    assert_eq!(reader(&session), Some((2, None)));
    session.keys("Ctrl-y Ctrl-y Ctrl-y");
    assert_eq!(reader(&session), Some((0, None)));
    session.keys("Esc e Ctrl-e");
    assert!(matches!(session.app.overlays().last(), Some(Overlay::Export(preview)) if preview.top.line == 1));
}
