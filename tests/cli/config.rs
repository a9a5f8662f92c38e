//! A reader's own configuration: what is wrong with it, and that it keeps nobody out.

use std::fs;

use super::{Run, SMALL, folder, program, run};

/// Runs with `text` as the configuration, which stands in a folder that is called `name`.
fn run_with(name: &str, text: &str, args: &[&str]) -> Run {
    let folder = folder(name);
    fs::write(folder.join("config.toml"), text).unwrap();
    let output = program(args)
        // As it is seen in messages, wherever the tests run.
        .current_dir(&folder)
        .env("WALLCHART_CONFIG", "config.toml")
        .output()
        .unwrap();
    Run {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// What is said of `text`.
#[track_caller]
fn faults(name: &str, text: &str) -> String {
    let run = run_with(name, text, &["config", "--check"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""), "{}", run.err);
    run.err
}

#[test]
fn every_fault_names_its_place_and_the_nearest_right_spelling() {
    let text = "\
glyphs = \"asci\"
view = 3
mouse = \"on\"
colour = \"red\"
next-hit = [\"n\"]

[keys]
next-hti = [\"F3\"]
search = [\"Crtl-s\", \"<C-f>\"]
undo = \"U\"
redo = [1]
fly = []
";
    insta::assert_snapshot!(faults("config-faults", text));
}

#[test]
fn a_key_has_one_meaning_in_a_place_and_can_be_pressed() {
    let text = "\
[keys]
next-hit = [\"j\"]
dim = [\"F5\"]
undo = [\"F6\", \"F5\"]
redo = [\"Ctrl-c\"]
complete = [\"Ctrl-i\"]
accept = [\"y\"]
compare = [\"w\"]
";
    insta::assert_snapshot!(faults("config-keys-taken", text));
}

#[test]
fn broken_syntax_costs_no_more_than_what_is_broken() {
    let text = "glyphs = ascii\n[keys]\ndim = [\"F5\"\nundo = [\"F6\"]\nundo = [\"F7\"]\nredo = [\"n\"]\n";
    insta::assert_snapshot!(faults("config-syntax", text));
}

#[test]
fn what_is_wrong_with_it_is_said_and_keeps_nobody_out() {
    let small = fs::canonicalize(SMALL).unwrap();
    let small = small.to_str().unwrap();
    let listed = run_with("config-said", "glyphs = 1\n", &[small]);
    assert_eq!((listed.status, listed.out), (0, run(&["list", SMALL]).out));
    assert!(
        listed.err.starts_with("error: `glyphs` is an integer, not a word in quotes\n"),
        "{}",
        listed.err
    );
    // What opens no explorer has nothing to do with it.
    for command in ["list", "check", "facets"] {
        let run = run_with("config-other", "glyphs = 1\n", &[command, small]);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{command}");
    }
}

#[test]
fn one_that_cannot_be_read_says_why() {
    let folder = folder("config-unreadable");
    fs::create_dir(folder.join("config.toml")).unwrap();
    fs::write(folder.join("latin.toml"), b"view = \"\xFC\"").unwrap();
    let said = |file: &str| {
        let mut command = program(&["config", "--check"]);
        let output = command.current_dir(&folder).env("WALLCHART_CONFIG", file).output().unwrap();
        let (out, err) =
            (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        (output.status.code(), out + &err)
    };
    assert_eq!(
        said("config.toml"),
        (Some(1), "error: `config.toml` is a folder, not a configuration\n".to_owned())
    );
    let (status, text) = said("latin.toml");
    assert_eq!(status, Some(1));
    assert!(text.starts_with("error: `latin.toml` is not UTF-8: byte 0xFC at line 1, column 9\n"), "{text}");
    assert_eq!(
        said("none.toml"),
        (Some(0), "none.toml: there is no such file, and every default holds\n".to_owned())
    );
    let (_, nowhere) = said("");
    assert!(nowhere.starts_with("no configuration is read"), "{nowhere}");
}

#[test]
fn what_config_prints_is_a_configuration_without_faults() {
    let printed = run(&["config"]);
    assert_eq!((printed.status, printed.err.as_str()), (0, ""));
    let checked = run_with("config-printed", &printed.out, &["config", "--check"]);
    assert_eq!(
        (checked.status, checked.out.as_str(), checked.err.as_str()),
        (0, "config.toml: no faults\n", "")
    );
}

#[test]
fn nothing_that_a_dataset_holds_is_a_configuration() {
    let text = fs::read_to_string(SMALL).unwrap() + "\n[keys]\nquit = []\n";
    let folder = folder("config-in-a-dataset");
    fs::write(folder.join("small.toml"), text).unwrap();
    let output = program(&["check", "small.toml"]).current_dir(&folder).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(err.starts_with("error: unknown table `keys` in this file\n"), "{err}");
}
