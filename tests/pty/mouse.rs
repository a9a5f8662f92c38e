//! The mouse in a real terminal: off until it is turned on, off again however the program ends.

use rustix::process::Signal;
use vt100::MouseProtocolMode::{ButtonMotion, None as Off};

use super::redrawn;
use super::support::{TITLE, Terminal};

fn explorer_with_mouse() -> Terminal {
    let mut terminal = Terminal::explorer();
    terminal.wait_for_screen("a frame", |screen| screen.contents().contains(TITLE));
    assert_eq!(terminal.screen().mouse_protocol_mode(), Off);
    terminal.type_keys("M");
    terminal.wait_for_screen("the mouse", |screen| screen.contents().contains("the mouse is on"));
    assert_eq!(terminal.screen().mouse_protocol_mode(), ButtonMotion);
    assert_eq!(terminal.screen().mouse_protocol_encoding(), vt100::MouseProtocolEncoding::Sgr);
    terminal
}

#[test]
fn a_click_selects_until_it_is_turned_off_again() {
    let mut terminal = explorer_with_mouse();
    // On the name of a view; columns and rows counted from 1.
    let screen = terminal.screen();
    let title = screen.rows(0, 120).next().unwrap_or_default();
    let col =
        title.find("5 Story").map_or(0, |at| title.get(..at).map_or(0, |before| before.chars().count())) + 1;
    terminal.type_keys(&format!("\x1b[<0;{col};1M\x1b[<0;{col};1m"));
    terminal.wait_for_screen("the Story", |screen| !screen.contents().contains("COMPANY"));
    terminal.type_keys("M");
    terminal.wait_for_screen("no mouse", |screen| screen.mouse_protocol_mode() == Off);
}

#[test]
fn it_is_off_again_however_the_program_ends() {
    for end in ["q", "TERM"] {
        let mut terminal = explorer_with_mouse();
        if end == "q" {
            terminal.type_keys("q");
        } else {
            terminal.signal(Signal::TERM);
        }
        terminal.wait_for_end();
        terminal.assert_as_found();
    }
}

#[test]
fn it_is_off_while_the_program_is_stopped_and_on_when_it_goes_on() {
    let mut terminal = explorer_with_mouse();
    terminal.signal(Signal::TSTP);
    terminal.wait_for_stop();
    terminal.assert_as_found();
    let stopped = terminal.written().len();
    terminal.signal(Signal::CONT);
    terminal.wait_for("a whole frame", |text| redrawn(text, stopped));
    assert_eq!(terminal.screen().mouse_protocol_mode(), ButtonMotion);
}
