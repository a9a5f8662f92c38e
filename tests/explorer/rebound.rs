//! A reader's own keys: they run what they are for, and no sentence names another.

use std::collections::BTreeSet;
use std::sync::Arc;

use wallchart::app::action::Action;
use wallchart::app::keymap::Keymap;
use wallchart::app::mode::Mode;
use wallchart::app::row::Row;
use wallchart::app::table::{TABLE, keymap};
use wallchart::app::{App, Outcome, Start};
use wallchart::dataset::load::load;
use wallchart::query::Query;

use super::session::{SMALL, Session, rows};

fn row(name: &str) -> &'static Row<App> {
    TABLE.iter().find(|row| row.name == name).expect("an action")
}

/// Every action on a key that no text has in it, and on no other: Alt and a Cyrillic letter.
fn all_others() -> Keymap<App> {
    let mut keys = keymap();
    for row in TABLE {
        keys.unbind(row.action);
    }
    for (row, letter) in TABLE.iter().zip('Ѐ'..) {
        let own = format!("Alt-{letter}").parse().expect("a key");
        assert!(keys.bind(row, own).is_ok(), "{}", row.name);
    }
    keys
}

/// The small dataset with other keys.
fn explorer(keys: Keymap<App>) -> Session {
    let dataset = load(SMALL).dataset.expect("a dataset");
    let start = Start { keys: Some(Arc::new(keys)), ..Start::default() };
    Session::showing(App::open_at(dataset, Query::default(), start), 120, 36)
}

/// Presses the keys of actions.
fn act(session: &mut Session, names: &str) {
    for name in names.split_whitespace() {
        let keys = session.app.keys().sequences(row(name).action).first().cloned();
        for key in keys.expect("keys") {
            session.press(key);
        }
    }
}

/// The actions that lead from the start to a place.
fn way_to(mode: Mode) -> &'static str {
    match mode {
        Mode::Front => "about",
        Mode::List => "timeline",
        Mode::Lanes => "lanes",
        Mode::Walls => "walls",
        Mode::Ledger => "ledger",
        Mode::Story => "story",
        Mode::Facets => "facets",
        Mode::Detail => "next-pane",
        Mode::Terms => "previous-pane",
        Mode::Reading => "open",
        Mode::Wall => "lanes open",
        Mode::Export => "export",
        Mode::Path => "export previous-setting",
        Mode::Replace => "export write",
        Mode::Palette => "help",
        Mode::Search => "search",
        Mode::Query => "edit-query",
        Mode::Date => "go-to-date",
        Mode::Narrow => "facets narrow",
    }
}

fn arrive(mode: Mode, before: &str) -> Option<Session> {
    let mut session = explorer(all_others());
    act(&mut session, before);
    act(&mut session, way_to(mode));
    if mode == Mode::Replace {
        session.done(Outcome::Exists { path: "x.md".into(), old: None, changed: false });
    }
    (session.app.mode() == mode).then_some(session)
}

/// The keys of the table that nobody can take for something else on a screen: a digit counts, a hyphen joins.
fn old_keys() -> BTreeSet<String> {
    let all = TABLE.iter().flat_map(Row::sequences).flatten().map(|key| key.to_string());
    let is_clear =
        |key: &String| !matches!(key.as_str(), "Ctrl-c" | "-" | "=" | "+" | "Left" | "Right" | "Up" | "Down");
    all.filter(is_clear).filter(|key| !key.chars().all(|c| c.is_ascii_digit())).collect()
}

/// What stands on the screen and only looks like a key: what is not known, years, the signs of prompts, Markdown and JSON.
fn without_signs(row: &str) -> String {
    let signs = [
        "Company /",
        "? unknown",
        "? links of",
        "? 1 unknown",
        "? Douyin links",
        "? →",
        "? 链接",
        "?  ",
        "## ",
        "# ",
        "◇ ? ",
    ];
    let row = signs.iter().fold(row.to_owned(), |row, sign| row.replace(sign, " "));
    let row = row.trim();
    let is_sign = ["/", "&", "[", "]"].iter().any(|sign| row.split_whitespace().next() == Some(*sign));
    if is_sign {
        return String::new();
    }
    // `shut 8.0 y`, beside which the facets may stand.
    let words: Vec<&str> = row.split_whitespace().collect();
    let is_years = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        words[at] == "y"
            && before.is_some_and(|word| word.ends_with(|c: char| c.is_ascii_digit() || c == '+'))
    };
    (0..words.len()).filter(|at| !is_years(*at)).map(|at| words[at]).collect::<Vec<_>>().join(" ")
}

/// Rows of the screen with a word that is a key of the table, each behind that key.
fn named(session: &Session, old: &BTreeSet<String>) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for row in rows(&session.buffer()) {
        let bare = |word: &str| word.trim_end_matches([',', ';', ':']).to_owned();
        let words = without_signs(&row);
        let keys = words.split_whitespace().map(bare).filter(|word| old.contains(word));
        found.extend(keys.map(|key| (key, row.clone())));
    }
    found
}

#[test]
fn no_screen_and_no_notice_names_a_key_that_is_another_one_now() {
    let old = old_keys();
    let mut found = BTreeSet::new();
    for (mode, before) in
        Mode::ALL.into_iter().flat_map(|mode| ["", "select-all next-milestone"].map(|before| (mode, before)))
    {
        let Some(session) = arrive(mode, before) else { continue };
        found.extend(named(&session, &old));
        // What an action says where it does not work, it says everywhere.
        for row in TABLE.iter().filter(|row| mode == Mode::List || row.modes.contains(&mode)) {
            let mut session = arrive(mode, before).expect("the same again");
            act(&mut session, row.name);
            found.extend(named(&session, &old));
        }
    }
    assert_eq!(found, BTreeSet::new());
}

#[test]
fn the_help_has_every_key_and_no_old_one() {
    let old = old_keys();
    let mut session = arrive(Mode::Palette, "").expect("the help");
    let mut seen = String::new();
    // Words and the keys that matter most stand above them.
    for _ in 0..2 * TABLE.len() {
        seen += &session.screen();
        assert_eq!(named(&session, &old), BTreeSet::new());
        act(&mut session, "later-line");
    }
    let hidden =
        |row: &&Row<App>| !row.modes.contains(&Mode::List) && row.modes.iter().all(|mode| mode.is_prompt());
    for row in TABLE.iter().filter(|row| !hidden(row)) {
        let key = session.app.keys().shown(Mode::List, row.action);
        assert!(seen.contains(&key), "{} on {key}", row.name);
    }
}

#[test]
fn an_action_without_a_key_is_named_as_the_help_finds_it() {
    let mut keys = keymap();
    keys.unbind(Action::Export);
    let mut session = explorer(keys);
    session.keys("e");
    assert_eq!(session.notice(), "e does nothing here; ? lists all keys");
    assert!(!session.screen().contains("export"), "{}", session.screen());
    session.keys(": e x p o r t Enter");
    assert_eq!(session.app.mode(), Mode::Export);
}
