//! Playing the Walls: the only thing that ever moves by itself, and it stops on any key.

use super::support::{FRAME, STORY, Terminal, WALLCHART};

/// The story, on a day in the middle of it.
fn played() -> Terminal {
    let terminal = Terminal::start(&[WALLCHART, STORY, "--view", "walls", "--at", "2021-09-17"], &[]);
    terminal.wait_for_screen("the walls", |screen| screen.contents().contains("17 September 2021"));
    terminal.wait_for("the end of the first frame", |text| text.contains(FRAME.1));
    terminal
}

#[test]
fn the_years_play_by_themselves_until_a_key() {
    let mut terminal = played();
    terminal.type_keys("P");
    let shows = |day: &'static str| move |screen: &vt100::Screen| row(screen, 2).starts_with(day);
    terminal.wait_for_screen("the next change", shows("28 September 2021"));
    // Another size is no reason to stop, nor to go faster.
    terminal.resize(100, 30);
    terminal.wait_for_screen("the one after", shows("30 September 2021"));
    terminal.type_keys("j");
    terminal.wait_for_screen("it to stop", |screen| !screen.contents().contains("any key stops"));
    let frames = terminal.frames();
    // A key that is answered comes after whatever else would have been drawn.
    terminal.type_keys("j");
    terminal.wait_for("its frame", move |text| text.matches(FRAME.1).count() > frames);
    assert_eq!(terminal.frames(), frames + 1, "nothing moves by itself any longer");
    assert!(shows("30 September 2021")(&terminal.screen()));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
}

#[test]
fn what_quits_quits_while_it_plays() {
    for key in ["q", "\x03"] {
        let mut terminal = played();
        terminal.type_keys("P");
        terminal.wait_for_screen("it to play", |screen| screen.contents().contains("any key stops"));
        terminal.type_keys(key);
        assert_eq!(terminal.wait_for_end().exit_status(), Some(0), "{key:?}");
        terminal.assert_as_found();
    }
}

/// The text of a row, without its margin.
fn row(screen: &vt100::Screen, at: u16) -> String {
    screen.rows(0, 200).nth(at.into()).unwrap_or_default().trim_start().to_owned()
}
