//! Typing a search in a dataset so large that the answer takes longer than a frame.

use std::fmt::Write;
use std::fs;

use super::support::{DATASET, FRAME, TITLE, Terminal, WALLCHART};
use super::{after, folder};

/// An explorer of more milestones than are searched at once, about to be searched.
#[expect(clippy::expect_used, reason = "a test fails by panicking")]
fn large(name: &str) -> Terminal {
    let mut text = fs::read_to_string(DATASET).expect("the dataset");
    for number in 0..20_000 {
        let _ = write!(
            text,
            "\n[[milestone]]\nid = \"m{number}\"\ndate = \"2001\"\ntitle = \"Number {number}\"\nkind = \"light\"\n\
             summary = \"Nothing.\"\nconfidence = \"low\"\ncites = [{{ source = \"log\" }}]\n"
        );
    }
    let path = folder(name).join("many.toml");
    fs::write(&path, text).expect("a file");
    let mut terminal = Terminal::start(&[WALLCHART, path.to_str().expect("a path")], &[]);
    terminal.wait_for_screen("the explorer", |screen| screen.contents().contains(TITLE));
    terminal.type_keys("/");
    terminal.wait_for_screen("a prompt", |screen| screen.contents().contains("\n / "));
    terminal
}

#[test]
fn letters_are_drawn_before_what_they_find() {
    let mut terminal = large("letters-first");
    let before = terminal.written().len();
    // At once: one frame shows all three letters, the next one what they come to.
    terminal.type_keys("dar");
    terminal.wait_for_screen("the hit", |screen| screen.contents().contains("1/1"));
    terminal.wait_for("its frame", |text| text.ends_with(FRAME.1));
    let written = terminal.written();
    let frames: Vec<&str> = after(&written, before).split_inclusive(FRAME.1).collect();
    assert_eq!(frames.len(), 2, "{frames:#?}");
    assert!(frames[0].contains("dar") && !frames[0].contains("1/1"), "{frames:#?}");
    // An Enter that comes with a letter is pressed on what the letter finds.
    terminal.type_keys("k\r");
    terminal.wait_for_screen("the list again", |screen| screen.contents().contains("/dark 1/1"));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
}

#[test]
fn a_large_paste_goes_in_at_once_and_ctrl_c_leaves_right_after_it() {
    for (begin, prompt) in
        [("/", "\n / "), ("&", "\n & "), ("?", "Find a word or a key"), ("gd", "\n go to ")]
    {
        let mut terminal = Terminal::explorer();
        terminal.type_keys(begin);
        terminal.wait_for_screen("a prompt", |screen| screen.contents().contains(prompt));
        // 320 kB of short words, each of which is a term.
        let paste = format!("\x1b[200~{}\x1b[201~", "ab 墙\r\n".repeat(320_000 / 8));
        terminal.type_keys(&paste);
        terminal
            .wait_for_screen("what was left out", |screen| screen.contents().contains("a line holds 4 kB"));
        terminal.type_keys("\x03");
        assert_eq!(terminal.wait_for_end().exit_status(), Some(0), "{begin}");
        terminal.assert_as_found();
    }
}

#[test]
fn a_paste_without_an_end_does_not_keep_anybody_in() {
    let mut terminal = Terminal::explorer();
    terminal.type_keys("/");
    terminal.wait_for_screen("a prompt", |screen| screen.contents().contains("\n / "));
    terminal.type_keys("\x1b[200~ab");
    // Nothing says that it has lost its end but that nothing comes for some seconds.
    terminal.wait_for_screen("what was pasted", |screen| screen.contents().contains("\n / ab"));
    terminal.type_keys("q");
    terminal.wait_for_screen("what was typed", |screen| screen.contents().contains("\n / abq"));
    terminal.type_keys("\x03");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
}
