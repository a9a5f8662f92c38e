//! Writing an export over a file that somebody else writes to as well.

use std::fs;

use super::folder;
use super::support::{DATASET, STORY, TITLE, Terminal, WALLCHART};

#[test]
fn the_dataset_that_is_open_is_not_replaced() {
    let folder = folder("writes-over-what-is-open");
    let [dataset, link] = ["lighthouse.toml", "link.md"].map(|name| folder.join(name));
    fs::copy(DATASET, &dataset).expect("a dataset");
    std::os::unix::fs::symlink(&dataset, &link).expect("a link");
    let dataset = dataset.to_str().expect("a path");
    for argv in [&[WALLCHART, dataset][..], &["sh", "-c", r#""$0" - < "$1""#, WALLCHART, dataset]] {
        let mut terminal = Terminal::start(argv, &[]);
        terminal.wait_for_screen("a first frame", |screen| screen.contents().contains(TITLE));
        terminal.type_keys(&format!("e\x1b[Z\x15{}\r", link.display()));
        terminal.wait_for_screen("that it is refused", |screen| {
            screen.contents().contains("it is the dataset itself")
        });
        terminal.type_keys("\x03");
        assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
        terminal.assert_as_found();
        assert_eq!(fs::read(dataset).expect("the dataset"), fs::read(DATASET).expect("the original"));
    }
}

#[test]
fn a_file_that_changed_since_it_was_shown_is_shown_again_and_not_replaced() {
    let folder = folder("writes-what-was-shown");
    let file = folder.join("walls-and-gates-meituan.md");
    fs::write(&file, "an old text\n").expect("a file");
    let in_folder = r#"cd "$1" && exec "$0" "$2" -c meituan"#;
    let mut terminal =
        Terminal::start(&["sh", "-c", in_folder, WALLCHART, folder.to_str().expect("a path"), STORY], &[]);
    terminal.wait_for_screen("a first frame", |screen| screen.contents().contains("Walls and gates"));
    terminal.type_keys("e\r");
    terminal.wait_for_screen("the question", |screen| screen.contents().contains("- an old text"));
    fs::write(&file, "a hand edit\n").expect("a file");
    terminal.type_keys("y");
    terminal.wait_for_screen("the question again", |screen| {
        let screen = screen.contents();
        screen.contains("- a hand edit") && screen.contains("has changed meanwhile")
    });
    assert_eq!(fs::read_to_string(&file).expect("the file"), "a hand edit\n");
    terminal.type_keys("y");
    terminal.wait_for_screen("that it is written", |screen| screen.contents().contains("wrote "));
    assert!(fs::read_to_string(&file).expect("the file").starts_with("---\ntitle: "));
}
