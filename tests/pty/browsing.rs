//! Opening a source's address by the programs that `BROWSER` names.

use std::fs;

use super::copying::with;
use super::folder;
use super::support::Terminal;

/// Says in a file beside it how it was called.
const OPENS: &str = "#!/bin/sh\nprintf '%s|' \"$@\" > \"${0%/*}/asked\"\n";
const CANNOT: &str = "#!/bin/sh\nexit 3\n";

#[test]
fn the_first_browser_that_works_is_the_one_that_is_asked() {
    let folder = folder("browses-by-name");
    with(&folder, "cannot", CANNOT);
    with(&folder, "opens", OPENS);
    let at = |name: &str| folder.join(name).display().to_string();
    let browser = format!("{}::{}:{} --new %s --:true", at("no-such"), at("cannot"), at("opens"));
    let mut terminal = Terminal::explorer_with(&[("BROWSER", &browser)]);
    terminal.type_keys("b");
    terminal.wait_for_screen("that it is asked", |screen| {
        screen.contents().contains("opening https://example.org/log")
    });
    let asked = fs::read_to_string(at("asked")).unwrap_or_default();
    assert_eq!(asked, "--new|https://example.org/log|--|");
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
}
