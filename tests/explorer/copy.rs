//! What the `y` keys copy, what they say they would, and what is said of it afterwards.

use insta::assert_snapshot;
use wallchart::app::copy::Offer;
use wallchart::app::{Clipboard, Copying, Effect, Multiplexer, Outcome, Overlay};
use wallchart::export::words;
use wallchart::ui::Theme;
use wallchart::ui::theme::{ASCII, NARROW};

use super::kit::Kit as _;
use super::session::{SMALL, STORY, Session, story};

/// What the last key asked to be copied.
fn copied(session: &Session) -> &Copying {
    let Some(Effect::Copy(copying)) = session.effects.last() else { panic!("{:?}", session.effects) };
    copying
}

/// The milestone that tells platforms to lift their blocks.
fn meeting(cols: u16, rows: u16) -> Session {
    let mut session = Session::new(STORY, cols, rows);
    session.keys("g d").typed("2021-09-09").keys("Enter");
    assert_eq!(session.current(), "miit-guidance-meeting");
    session
}

#[test]
fn each_key_copies_what_its_line_says() {
    let mut session = meeting(120, 36);
    session.keys("f c Space Esc y");
    let copies = session.app.copies();
    let keys: Vec<String> = copies.iter().map(|copy| format!("{} {}", copy.key, copy.name)).collect();
    assert_eq!(keys, ["y milestone", "c citation", "l address", "v view", "m Markdown"]);
    for (copy, is_export) in copies.into_iter().zip([false, false, false, false, true]) {
        let Offer { key, line, .. } = copy;
        let line = line.expect("something to copy");
        session.keys("Esc y");
        session.press(key);
        let Copying { what, text, is_export: exports } = copied(&session);
        assert_eq!((what, *exports), (&line, is_export), "{key}");
        assert!(is_export || text.starts_with(&line), "{key}: {text}");
        assert_eq!(session.notice(), "", "nothing is claimed before it is done");
    }
}

#[test]
fn the_texts_are_those_of_the_milestone_and_of_its_first_source() {
    let mut session = meeting(120, 36);
    session.keys("y y");
    let text = copied(&session).text.clone();
    assert!(text.starts_with("9 September 2021. MIIT → "), "{text}");
    assert!(text.contains("block"), "{text}");
    let dataset = session.app.dataset();
    let milestone = dataset.find("miit-guidance-meeting").expect("a milestone");
    let first = dataset.source(milestone.cites()[0].source);
    let citation = words::cited(first, wallchart::dataset::Lang::En);
    assert!(text.contains(&format!("\n{citation}\n")) && text.contains("https://"), "{text}");
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text}");
    let address = first.url.clone().expect("an address");
    assert_eq!(copied(session.keys("y c")).text, citation);
    assert_eq!(copied(session.keys("y l")).text, address);
    assert_eq!(copied(session.keys("y v")).text, "wallchart --at miit-guidance-meeting");
}

#[test]
fn the_marked_source_is_cited_and_the_open_milestone_copied() {
    let mut session = meeting(120, 36);
    session.keys("Enter ] y y");
    let open = session.app.read().map(|(milestone, _)| milestone.title().to_owned()).expect("a milestone");
    assert!(copied(&session).text.lines().next().is_some_and(|line| line.ends_with(&open)));
    let first = copied(session.keys("y c")).text.clone();
    // Down over all links, the related milestones and the first source, to the second.
    while session.app.source().is_some_and(|source| first.contains(&source.title)) {
        session.keys("j");
    }
    let second = copied(session.keys("y c")).text.clone();
    assert_ne!(first, second);
    let source = session.app.source().expect("a source");
    assert!(second.contains(&source.title) && second.contains(&source.publisher), "{second}");
}

#[test]
fn markdown_is_what_an_export_would_write() {
    let mut session = story();
    for (keys, what) in [("", "96 milestones"), ("v j", "2 milestones"), ("Esc Space", "1 milestone")] {
        session.keys(keys).keys("e Enter");
        let Some(Effect::Write { bytes, .. }) = session.effects.pop() else {
            panic!("{:?}", session.effects)
        };
        session.keys("Esc y m");
        let Copying { what: said, text, is_export } = copied(&session);
        assert_eq!((said.as_str(), text.as_bytes(), *is_export), (what, bytes.as_slice(), true));
    }
}

#[test]
fn what_cannot_be_copied_says_why() {
    let mut session = Session::new(SMALL, 120, 36);
    session.keys("&").typed("company:tencent -company:tencent").keys("Enter");
    assert_eq!(session.app.matches().ids.len(), 0);
    session.keys("y");
    let reasons: Vec<_> = session.app.copies().into_iter().map(|copy| copy.line.err()).collect();
    let reasons: Vec<_> = reasons.iter().map(|reason| reason.as_deref()).collect();
    let expected = [
        Some("nothing matches"),
        Some("no source here"),
        Some("no source here has an address"),
        None,
        Some("nothing matches and nothing is selected"),
    ];
    assert_eq!(reasons, expected);
    assert!(session.screen().contains("m  Markdown   (nothing matches and nothing is selected)"));
    for (key, reason) in ["y", "c", "l", "m"].into_iter().zip(reasons.iter().flatten()) {
        session.keys("Esc y").keys(key);
        assert_eq!(session.notice(), *reason, "{key}");
    }
    assert!(session.effects.is_empty());
}

#[test]
fn what_is_said_of_a_copy_is_what_is_known_of_it() {
    let terminal = |through, failed| Clipboard::Terminal { through, failed };
    for (to, said) in [
        (Clipboard::System("wl-copy"), "copied to the clipboard (wl-copy): 墙"),
        (Clipboard::Tmux, "copied to tmux's buffer, and offered to the terminal: 墙"),
        (terminal(None, None), "sent to the terminal, which does not say whether it copied it: 墙"),
        (
            terminal(None, Some("xclip")),
            "xclip failed; sent to the terminal, which does not say whether it copied it: 墙",
        ),
        (
            terminal(Some(Multiplexer::Tmux), None),
            "sent to tmux, which passes it on if set-clipboard is on: 墙",
        ),
        (
            terminal(Some(Multiplexer::Screen), None),
            "sent by way of screen to the terminal, which does not say whether it copied it: 墙",
        ),
    ] {
        let mut session = story();
        session.done(Outcome::Copied { what: "墙".to_owned(), to });
        assert_eq!(session.notice(), said);
        assert!(session.app.notice().is_some_and(|notice| !notice.is_bad));
    }
}

#[test]
fn what_is_too_long_is_offered_as_a_file() {
    let mut session = story();
    let too_long = |failed, is_export| {
        let what = "96 milestones".to_owned();
        Outcome::TooLong { what, bytes: 74_995, most: 74_994, is_export, failed }
    };
    for (keys, failed, is_export, said) in [
        (
            "",
            None,
            true,
            "a terminal's clipboard takes 74 kB, and this is 75 kB; e writes a file: 96 milestones",
        ),
        (
            "e",
            Some("wl-copy"),
            true,
            "wl-copy failed; a terminal's clipboard takes 74 kB, and this is 75 kB; Enter writes a file: 96 milestones",
        ),
        ("", None, false, "a terminal's clipboard takes 74 kB, and this is 75 kB: 96 milestones"),
    ] {
        let layers = session.keys(keys).app.overlays().len();
        session.done(too_long(failed, is_export));
        assert_eq!(session.notice(), said);
        assert!(session.app.notice().is_some_and(|notice| notice.is_bad));
        assert_eq!(session.app.overlays().len(), layers);
    }
}

#[test]
fn in_the_preview_it_is_what_is_shown_that_is_copied() {
    let mut session = story();
    session.keys("e l l y");
    assert!(session.screen().contains("m  json  96 milestones, as shown"), "{}", session.screen());
    session.keys("m");
    let Some(Overlay::Export(preview)) = session.app.overlays().last() else { panic!("no preview") };
    assert_eq!(copied(&session).text.as_bytes(), preview.bytes());
}

#[test]
fn markdown_is_copied_as_it_was_last_written() {
    let mut session = story();
    session.keys("f c Space Esc e Tab l t Esc y m");
    let text = copied(&session).text.clone();
    assert!(text.contains("--notes links --lang zh\""), "{text}");
    // What is no Markdown is not what was asked for.
    session.keys("e Shift-Tab Shift-Tab Shift-Tab Shift-Tab Left Left Esc y m");
    assert!(copied(&session).text.starts_with("---\ntitle: "));
}

#[test]
fn the_lines_come_with_the_key_and_go_with_the_next() {
    let mut session = story();
    let lines = |session: &Session| session.screen().contains("m  Markdown   96 milestones");
    assert!(!lines(&session));
    assert!(lines(session.keys("y")));
    assert!(!lines(session.keys("Esc")));
    assert!(!lines(session.keys("g")), "another sequence");
    assert!(lines(session.keys("Esc Enter y")), "on an open milestone");
    session.keys("v");
    assert!(!lines(&session));
}

#[test]
fn the_lines_of_a_screen() {
    assert_snapshot!("copies-120x36", meeting(120, 36).keys("y").frame());
    assert_snapshot!("copies-40x12", meeting(40, 12).keys("y").picture());
    assert_snapshot!("copies-reading-80x24", meeting(80, 24).keys("Enter y").picture());
}

#[test]
fn the_lines_fit_every_screen_with_all_keys_in_sight() {
    let mut session = meeting(120, 36);
    session.keys("y");
    for cols in (30..130).step_by(9) {
        for rows in 8..40 {
            let screen = session.resize(cols, rows).screen();
            let lines: Vec<&str> = screen.lines().collect();
            assert!(
                lines.last().is_some_and(|line| line.starts_with(" Esc copy nothing")),
                "{cols}x{rows}\n{screen}"
            );
            let first = lines.iter().position(|line| line.starts_with(" y  milestone  9 Sept"));
            assert_eq!(first, Some(usize::from(rows) - 6), "{cols}x{rows}\n{screen}");
        }
    }
}

#[test]
fn the_arrow_is_drawn_as_the_terminal_can() {
    for (glyphs, arrow) in [(&NARROW, "MIIT -> Alibaba"), (&ASCII, "MIIT -> Alibaba")] {
        let mut session = meeting(120, 36);
        session.theme = Theme { colors: true, glyphs, ..Theme::default() };
        let screen = session.keys("y").screen();
        assert!(screen.contains(arrow) && !screen.contains('→'), "{screen}");
        assert!(copied(session.keys("y")).text.contains("MIIT → Alibaba"), "as it is, on the clipboard");
    }
}
