//! Typing a search in a dataset so large that the answer takes longer than a frame.

use std::fmt::Write;
use std::fs;

use super::support::{DATASET, FRAME, Terminal, WALLCHART};
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
    terminal.wait_for_screen("the explorer", |screen| screen.contents().contains("? help"));
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
