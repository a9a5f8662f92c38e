//! Which glyphs the screen is drawn with: as the terminal answers, as somebody said, as a reader changes them.

use rustix::process::Signal;

use super::redrawn;
use super::support::{FRAME, STORY, Terminal, WALLCHART};

/// What is asked twice: where the cursor is.
const WHERE: &str = "\x1b[6n";

/// The Walls of the story, where every set of glyphs looks its own way.
fn walls(options: &[&str], variables: &[(&str, &str)]) -> Terminal {
    let argv = [&[WALLCHART, STORY, "--view", "walls"], options].concat();
    let terminal = Terminal::start(&argv, variables);
    terminal.wait_for_screen("the walls", |screen| screen.contents().contains("WeChat"));
    terminal.wait_for("the end of the first frame", |text| text.contains(FRAME.1));
    terminal
}

/// That the screen is drawn with the set of that name, and holds nothing else: the kinds' own glyphs are part of it.
#[track_caller]
fn wait_for_set(terminal: &Terminal, name: &str) {
    terminal.wait_for_screen(name, |screen| {
        let screen = screen.contents();
        let is_unicode = screen.contains('▇');
        let is_plain = !screen.contains(['▇', '▁', '→', '…', '·']) && screen.contains('#');
        match name {
            "unicode" => is_unicode,
            "narrow" => is_plain,
            _ => is_plain && screen.is_ascii(),
        }
    });
}

#[test]
fn the_terminal_is_asked_with_the_first_frame_under_it_and_never_again() {
    let mut terminal = walls(&[], &[]);
    let (question, frame) = {
        let written = terminal.written();
        let (question, frame) = written.split_once("\x1b[2J").expect("the screen is cleared");
        (question.to_owned(), frame.to_owned())
    };
    assert_eq!(question.matches(WHERE).count(), 2, "{question:?}");
    assert!(question.ends_with(WHERE) && question.contains(FRAME.0), "in the same update: {question:?}");
    assert!(!frame.contains(WHERE));
    // Nobody has answered so far, and nothing waits for it.
    let stopped = terminal.written().len();
    terminal.signal(Signal::TSTP);
    terminal.wait_for_stop();
    terminal.signal(Signal::CONT);
    terminal.wait_for("a whole frame", |text| redrawn(text, stopped));
    terminal.type_keys("\x0c");
    terminal.resize(100, 30);
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    assert_eq!(terminal.written().matches(WHERE).count(), 2);
}

#[test]
fn the_answer_chooses_the_glyphs() {
    for (answer, set) in [
        ("\x1b[2;4R\x1b[2;2R", "unicode"),
        ("\x1b[2;7R\x1b[2;2R", "narrow"),
        ("\x1b[2;10R\x1b[2;3R", "ascii"),
    ] {
        let mut terminal = walls(&[], &[]);
        wait_for_set(&terminal, "unicode");
        // In pieces, and with keys before and behind.
        let (head, tail) = answer.split_at(9);
        terminal.type_keys(&format!("]{head}"));
        terminal.type_keys(&format!("{tail}["));
        wait_for_set(&terminal, set);
        if set == "ascii" {
            // Where a byte is a character, nothing else may be sent, not even what the data says.
            terminal.type_keys("1tt");
            terminal.wait_for_screen("question marks", |screen| screen.contents().contains("??"));
            assert!(terminal.screen().contents().is_ascii());
        }
        terminal.type_keys("q");
        assert_eq!(terminal.wait_for_end().exit_status(), Some(0), "{set}");
        terminal.assert_as_found();
    }
}

#[test]
fn an_answer_that_says_what_is_so_draws_nothing_and_a_later_one_is_nobodys() {
    let mut terminal = walls(&[], &[]);
    terminal.type_keys("\x1b[2;4R\x1b[2;2R\x1b[2;7R\x1b[2;3R?");
    terminal.wait_for_screen("the help", |screen| screen.contents().contains("Find a word or a key"));
    assert_eq!(terminal.frames(), 2, "the first one and the help");
    terminal.type_keys("\x1b");
    wait_for_set(&terminal, "unicode");
}

#[test]
fn who_says_which_glyphs_is_not_asked() {
    for (option, variable, set) in [
        (Some("narrow"), None, "narrow"),
        (None, Some(("WALLCHART_GLYPHS", "narrow")), "narrow"),
        (Some("unicode"), Some(("WALLCHART_GLYPHS", "ascii")), "unicode"),
        (None, Some(("TERM", "linux")), "ascii"),
    ] {
        let options: Vec<&str> = option.into_iter().flat_map(|set| ["--glyphs", set]).collect();
        let mut terminal = walls(&options, variable.as_slice());
        wait_for_set(&terminal, set);
        terminal.type_keys("\x1b[2;7R\x1b[2;3Rq");
        assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
        assert!(!terminal.written().contains(WHERE), "{option:?} {variable:?}");
    }
    let mut terminal = Terminal::start(&[WALLCHART], &[("WALLCHART_GLYPHS", "wide")]);
    terminal.wait_for("what it may be", |text| text.contains("`unicode`, `narrow` or `ascii`"));
    assert_eq!(terminal.wait_for_end().exit_status(), Some(2));
}

#[test]
fn a_reader_changes_them_round_and_is_not_overruled() {
    let mut terminal = walls(&[], &[]);
    for set in ["narrow", "ascii", "unicode"] {
        terminal.type_keys("?glyphs\r");
        let said = format!("--glyphs {set}");
        terminal.wait_for_screen(&said, |screen| screen.contents().contains(&said));
        wait_for_set(&terminal, set);
    }
    terminal.type_keys("\x1b[2;7R\x1b[2;2R]");
    terminal.wait_for_screen("the next change", |screen| !screen.contents().contains("--glyphs"));
    wait_for_set(&terminal, "unicode");
}

#[test]
fn a_terminal_without_utf_8_is_sent_none_and_the_reader_is_told_why() {
    // The locale says so, or the terminal itself.
    for (locale, answer) in [("zh_CN.GBK", ""), ("C", "\x1b[2;10R\x1b[2;3R")] {
        let mut terminal = Terminal::start(&[WALLCHART, STORY, "--lang", "zh"], &[("LANG", locale)]);
        terminal.wait_for("the first frame", |text| text.contains(FRAME.1));
        terminal.type_keys(answer);
        terminal.wait_for_screen("why", |screen| screen.contents().contains("takes no UTF-8"));
        let told = terminal.written().find("takes no UTF-8").unwrap_or_default();
        for key in ["j", "5", "?"] {
            let frames = terminal.frames();
            terminal.type_keys(key);
            terminal.wait_for("a frame", |text| text.matches(FRAME.1).count() > frames);
        }
        let written = terminal.written();
        let since = written.get(told..).unwrap_or_default();
        assert!(since.contains('?') && since.is_ascii(), "{locale}: {since:?}");
    }
}
