//! Completion in a shell, and the manual page.

use super::{SMALL, program, run};

/// What the program offers fish for a line, a value and what it means.
#[track_caller]
fn offered(line: &[&str]) -> Vec<(String, String)> {
    let words = [&["--", "wallchart"], line].concat();
    let output = program(&words).env("WALLCHART_COMPLETE", "fish").output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!((output.status.code(), err.as_str()), (Some(0), ""), "{line:?}");
    let offer = |line: &str| {
        let (value, about) = line.split_once('\t').unwrap_or((line, ""));
        (value.to_owned(), about.to_owned())
    };
    out.lines().map(offer).collect()
}

fn values(line: &[&str]) -> Vec<String> {
    offered(line).into_iter().map(|(value, _)| value).collect()
}

#[test]
fn names_and_ids_are_completed_from_the_dataset_that_the_line_names() {
    assert_eq!(values(&["list", SMALL, "-c", "al"]), ["alibaba"]);
    assert_eq!(values(&["list", SMALL, "-c", "tencent,al"]), ["tencent,alibaba"]);
    assert_eq!(values(&["list", SMALL, "-q", "-company:al"]), ["-company:alibaba"]);
    let ids = offered(&["list", SMALL, "--company", ""]);
    assert!(ids.iter().any(|(id, name)| id == "tencent" && name.contains("Tencent")), "{ids:?}");
}

#[test]
fn ids_of_milestones_are_completed_with_their_titles() {
    let listed = run(&["list", SMALL]);
    let first = listed.out.lines().next().unwrap();
    let id = first.split_whitespace().nth(2).unwrap();
    let offers = offered(&[SMALL, "--at", id]);
    assert!(offers.iter().any(|(offer, title)| offer == id && first.ends_with(title)), "{offers:?}");
}

#[test]
fn commands_and_what_they_take_are_completed() {
    assert_eq!(values(&["ver"]), ["verify"]);
    assert!(values(&["export", "--format", ""]).contains(&"csv".to_owned()));
}

#[test]
fn a_dataset_that_cannot_be_read_offers_nothing() {
    assert_eq!(values(&["list", "Cargo.toml", "-c", ""]), Vec::<String>::new());
}

#[test]
fn every_shell_has_its_script() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = run(&["completions", shell]);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{shell}");
        assert!(run.out.contains("WALLCHART_COMPLETE") && run.out.contains(shell), "{shell}: {}", run.out);
    }
    assert_eq!(run(&["completions", "tcsh"]).status, 2);
}

#[test]
fn the_manual_page_has_every_command_every_filter_and_every_key() {
    use wallchart::app::table::TABLE;
    use wallchart::query::Field;

    let run = run(&["man"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    // As roff writes it.
    let page = run.out.replace("\\-", "-").replace("\\e", "\\").replace("\\*(Aq", "'");
    for command in ["list", "show", "facets", "walls", "export", "verify", "check", "config", "completions"] {
        assert!(page.contains(&format!("WALLCHART {}", command.to_uppercase())), "{command}");
    }
    for named in ["FILES", ".config/wallchart/config.toml", "ENVIRONMENT", "WALLCHART_CONFIG"] {
        assert!(page.contains(named), "{named}");
    }
    for field in Field::KEYED {
        assert!(page.contains(&format!("{}:", field.key())) && page.contains(field.help()), "{field:?}");
    }
    for row in TABLE {
        let shown = row.keys.iter().all(|keys| page.contains(&format!("\\fB{keys}\\fR")));
        assert!(shown && page.contains(row.help(&wallchart::words::en::WORDS)), "{}", row.name);
    }
}
