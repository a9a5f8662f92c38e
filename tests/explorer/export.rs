//! Exports as key scripts: the preview and its settings, its path, writing, printing, and a file that is there.

use std::path::{Path, PathBuf};

use super::session::{SMALL, STORY, Session, story};
use wallchart::app::mode::Mode;
use wallchart::app::preview::Preview;
use wallchart::app::question::{DiffSide, Question};
use wallchart::app::scroll::Lines;
use wallchart::app::{Effect, Outcome, Overlay};
use wallchart::dataset::Lang;
use wallchart::export::{self, Extract, Format, Notes, Options};
use wallchart::files::Existing;

/// The story, narrowed to 17 milestones, with its preview open.
fn previewed() -> Session {
    let mut session = story();
    session.keys("&").typed("company:tencent year:2021").keys("Enter e");
    session
}

fn preview(session: &Session) -> &Preview {
    match session.app.overlays().last() {
        Some(Overlay::Export(preview)) => preview,
        other => panic!("no preview on top: {other:?}"),
    }
}

fn question(session: &Session) -> &Question {
    match session.app.overlays().last() {
        Some(Overlay::Replace(question)) => question,
        other => panic!("no question on top: {other:?}"),
    }
}

fn path(session: &Session) -> &str {
    preview(session).path.text()
}

/// What is shown is what the same options make of what matches.
#[track_caller]
fn assert_made(session: &Session, options: Options) {
    let app = &session.app;
    let selection = Extract::matching(app.dataset(), app.query(), app.matches());
    assert!(preview(session).bytes() == export::bytes(&selection, options), "{options:?}");
}

#[test]
fn each_setting_is_switched_and_the_text_made_again_at_once() {
    let mut session = previewed();
    let plain = Options::default();
    assert_made(&session, plain);
    for (keys, options) in [
        ("l", Options { format: Format::Table, ..plain }),
        ("Right", Options { format: Format::Json, ..plain }),
        ("l", Options { format: Format::Csv, ..plain }),
        ("l", Options { format: Format::Csl, ..plain }),
        ("l", plain),
        ("h", Options { format: Format::Csl, ..plain }),
        ("Right Tab l", Options { notes: Notes::Links, ..plain }),
        ("l", Options { notes: Notes::Pandoc, ..plain }),
        ("l", Options { notes: Notes::None, ..plain }),
        ("Right Tab l", Options { lang: Lang::Zh, ..plain }),
        ("l", Options { lang: Lang::Both, ..plain }),
        ("l Left", Options { lang: Lang::Both, ..plain }),
        ("t Tab l", Options { mermaid: true, ..plain }),
        ("l Tab Tab l", Options { format: Format::Table, ..plain }),
    ] {
        session.keys(keys);
        assert_made(&session, options);
    }
    assert!(session.effects.is_empty());
}

#[test]
fn t_is_the_language_from_any_setting() {
    let mut session = previewed();
    for (keys, lang) in [("t", Lang::Zh), ("Tab t", Lang::Both), ("t", Lang::En)] {
        session.keys(keys);
        assert_made(&session, Options { lang, ..Options::default() });
    }
}

#[test]
fn what_a_format_has_no_use_for_is_passed_over_and_says_why() {
    let mut session = previewed();
    session.keys("l l");
    let json = Options { format: Format::Json, ..Options::default() };
    assert!(session.screen().contains("format  json   notes (–)  language (both, as they are)  picture (–)"));
    session.keys("t");
    assert_eq!(session.notice(), "json holds both languages as they are");
    assert_made(&session, json);
    session.keys("Tab");
    assert_eq!(session.app.mode(), Mode::Path, "there is nothing else to set");
    session.keys("Tab h Tab Tab Tab");
    assert!(session.screen().contains("format  table "), "{}", session.screen());
    let mut session = story();
    session.keys("e Tab Tab Tab l");
    assert_eq!(session.notice(), "a picture shows 30 milestones at most, and these are 96");
    assert_made(&session, Options::default());
}

#[test]
fn facts_are_those_of_what_is_taken() {
    let session = previewed();
    let facts = preview(&session).facts();
    assert_eq!((facts.milestones, facts.of), (17, 96));
    assert_eq!(facts.bytes, preview(&session).bytes().len());
    let ids = session.app.matches().ids.iter().map(|id| session.app.dataset().milestone(*id));
    let notes = ids.clone().filter(|milestone| !milestone.notes(Lang::En).is_empty()).count();
    let mut sources: Vec<_> =
        ids.flat_map(|milestone| milestone.cites().iter().map(|cite| cite.source)).collect();
    sources.sort_unstable();
    sources.dedup();
    assert_eq!((facts.sources, facts.noted), (sources.len(), notes));
    let line = format!(
        "Export 17 of 96 milestones, {} sources, {notes} with a note, {}",
        sources.len(),
        facts.size()
    );
    assert!(session.screen().contains(&line), "{line} in\n{}", session.screen());
    let mut session = Session::new(SMALL, 120, 36);
    session.keys("Space e");
    assert!(session.screen().contains("Export 1 of 12 milestones, "), "{}", session.screen());
    assert!(!session.screen().contains("with a note"), "what is not there is left out");
}

#[test]
fn the_name_follows_the_settings_until_it_is_edited() {
    let mut session = previewed();
    for expected in ["tencent-2021.md", "tencent-2021.md", "tencent-2021.json", "tencent-2021.csv"] {
        assert_eq!(path(&session), format!("walls-and-gates-{expected}"));
        session.keys("l");
    }
    assert_eq!(path(&session), "walls-and-gates-tencent-2021.csl.json");
    session.keys("Shift-Tab Ctrl-u").typed("notes/mine.csl.json").keys("Esc l");
    assert_eq!(path(&session), "notes/mine.md", "an edited name stays, its extension does not");
    session.keys("l l");
    assert_eq!(path(&session), "notes/mine.json");
    session.keys("Shift-Tab Ctrl-u").typed("mine.txt").keys("Esc l");
    assert_eq!(path(&session), "mine.txt", "an extension that was no format's is the reader's own");
}

#[test]
fn the_format_follows_the_ending_that_is_typed() {
    let mut session = previewed();
    session.keys("t Shift-Tab Ctrl-u");
    let lang = Lang::Zh;
    for (path, format) in [
        ("a.md", Format::Markdown),
        ("a.CSV", Format::Csv),
        ("a.txt", Format::Csv),
        ("a.json", Format::Json),
        ("notes/a.csl.json", Format::Csl),
        ("a.json", Format::Csl),
        ("a.md", Format::Markdown),
    ] {
        session.keys("Ctrl-u").typed(path);
        assert_eq!(self::path(&session), path);
        assert_made(&session, Options { format, lang, ..Options::default() });
    }
    session.keys("Esc l");
    assert_made(&session, Options { format: Format::Table, lang, ..Options::default() });
    session.keys("Shift-Tab End Backspace Backspace").typed("json").keys("Esc h");
    assert_eq!(path(&session), "a.md", "a format that is chosen renames in turn");
    session.keys("Esc e");
    assert_made(&session, Options { format: Format::Table, lang, ..Options::default() });
}

#[test]
fn the_path_is_typed_and_enter_writes_the_very_bytes_to_it() {
    let mut session = previewed();
    session.keys("t Shift-Tab").typed("p q").keys("Backspace Left j Home").typed("l");
    assert_eq!(session.app.mode(), Mode::Path);
    assert_eq!(path(&session), "lwalls-and-gates-tencent-2021.mdpj ");
    session.keys("Ctrl-u").typed("a/b c.md").keys("Down Down PgDn");
    assert_ne!(preview(&session).top.line, 0, "the text is still scrolled");
    let expected = preview(&session).bytes().to_vec();
    session.keys("Enter");
    let [Effect::Write { path, bytes, existing: Existing::Keep, seen: None }] = session.effects.as_slice()
    else {
        panic!("{:?}", session.effects)
    };
    assert_eq!((path.as_path(), bytes), (Path::new("a/b c.md"), &expected));
    session.done(Outcome::Written("a/b c.md".into()));
    assert_eq!(session.notice(), "wrote 17 milestones to a/b c.md");
    assert!(session.app.overlays().is_empty());
}

#[test]
fn a_file_of_sources_alone_is_said_to_hold_them() {
    let mut session = previewed();
    let sources = preview(session.keys("h")).facts().sources;
    assert_ne!(sources, 17);
    session.keys("y m");
    let Some(Effect::Copy(copying)) = session.effects.last() else { panic!("{:?}", session.effects) };
    assert_eq!(copying.what, format!("{sources} sources, as shown"));
    session.keys("Enter").done(Outcome::Written("x.csl.json".into()));
    assert_eq!(session.notice(), format!("wrote {sources} sources to x.csl.json"));
}

#[test]
fn esc_goes_from_the_path_to_the_settings_and_then_closes_and_q_closes() {
    let mut session = previewed();
    session.keys("Shift-Tab q Esc");
    assert_eq!(session.app.mode(), Mode::Export);
    session.keys("Esc");
    assert!(session.app.overlays().is_empty() && session.effects.is_empty());
    session.keys("e q");
    assert!(session.app.overlays().is_empty() && session.effects.is_empty());
    session.keys("e F1 Esc");
    assert_eq!(session.app.mode(), Mode::Export);
}

#[test]
fn the_text_is_scrolled_to_the_end_of_its_last_line() {
    for (cols, rows) in [(120, 36), (40, 12), (30, 8)] {
        // JSON is a line a milestone: many are longer than such a screen.
        for format in ["", "l l"] {
            let mut session = previewed();
            session.resize(cols, rows).keys(format).keys("G");
            let text = preview(&session);
            let last = text.line(text.len() - 1).into_owned();
            assert!(session.screen().contains(&last), "{cols}x{rows}: {last} in\n{}", session.screen());
            let end = text.top;
            session.keys("j PgDn Ctrl-d");
            assert_eq!(preview(&session).top, end);
            session.keys("k Ctrl-u PgUp");
            assert!(preview(&session).top < end);
            session.keys("g g");
            assert_eq!((preview(&session).top.line, preview(&session).top.at), (0, 0));
        }
    }
}

#[test]
fn every_row_of_the_text_is_seen_going_down() {
    let mut session = previewed();
    session.resize(40, 12).keys("l l");
    let text = preview(&session);
    let all: String = (0..text.len()).map(|line| text.line(line).into_owned()).collect();
    let mut seen = String::new();
    loop {
        let top = preview(&session).top;
        seen.push_str(session.screen().lines().nth(5).unwrap_or_default().get(3..).unwrap_or_default());
        if preview(session.keys("j")).top == top {
            break;
        }
    }
    let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    assert!(plain(&all).starts_with(&plain(&seen)));
    let rest = plain(&all).len() - plain(&seen).len();
    assert!(rest < 5 * 36, "{rest} characters were never on the first row");
}

#[test]
fn p_leaves_and_prints_what_is_shown() {
    let mut session = previewed();
    session.keys("l");
    let expected = preview(&session).bytes().to_vec();
    session.keys("p");
    assert_eq!(session.effects, [Effect::Print(expected)]);
    let mut session = previewed();
    session.keys("Shift-Tab F1").typed("print").keys("Enter");
    assert!(
        matches!(session.effects.as_slice(), [Effect::Print(_)]),
        "without letters, while the path is typed"
    );
}

#[test]
fn without_a_selection_what_matches_is_exported() {
    let mut session = story();
    session.keys("f y Space Esc e");
    assert!(session.screen().contains("Export 1 of 96 milestones,"), "{}", session.screen());
    session.keys("Esc").keys("& Ctrl-u").typed("-tencent tencent").keys("Enter e");
    assert_eq!(session.notice(), "nothing matches and nothing is selected");
    assert!(session.app.overlays().is_empty());
}

#[test]
fn an_export_that_fails_says_why_and_loses_nothing() {
    let mut session = previewed();
    session.keys("l Shift-Tab").typed("x").keys("Enter");
    session.done(Outcome::Failed("cannot write x.md: the folder is not there".to_owned()));
    assert_eq!((session.app.mode(), path(&session)), (Mode::Path, "walls-and-gates-tencent-2021.mdx"));
    assert_eq!(session.notice(), "cannot write x.md: the folder is not there");
    assert_made(&session, Options { format: Format::Table, ..Options::default() });
    session.keys("Ctrl-u Enter");
    assert_eq!(session.notice(), "write where to? the path is empty");
}

fn exists(session: &mut Session, old: Option<&[u8]>) {
    session.keys("Enter");
    session.done(Outcome::Exists { path: "x.md".into(), old: old.map(<[u8]>::to_vec), changed: false });
}

#[test]
fn a_file_is_never_replaced_unasked() {
    let mut session = story();
    session.keys("e Shift-Tab Ctrl-u").typed("notes/my file.md");
    exists(&mut session, Some(b"mine\n"));
    let path = PathBuf::from("notes/my file.md");
    assert!(
        matches!(&session.effects[..], [Effect::Write { path: to, existing: Existing::Keep, .. }] if *to == path)
    );
    assert_eq!(session.app.mode(), Mode::Replace);
    session.keys("Enter");
    assert_eq!((session.app.mode(), session.effects.len()), (Mode::Path, 1), "Enter keeps what is there");
    for choose in ["Right", "Tab", "h", "l Left l"] {
        exists(&mut session, None);
        session.effects.clear();
        session.keys(choose).keys("Down Up j k PgDn G g g Enter");
        assert!(
            matches!(&session.effects[..], [Effect::Write { existing: Existing::Replace, .. }]),
            "{choose}"
        );
    }
    for (key, written) in [("n", false), ("y", true), ("Esc", false)] {
        exists(&mut session, Some(b"mine\n"));
        session.effects.clear();
        session.keys(key);
        assert_eq!(!session.effects.is_empty(), written, "{key}");
    }
}

#[test]
fn a_file_that_holds_the_same_is_left_alone() {
    let mut session = previewed();
    let same = preview(&session).bytes().to_vec();
    exists(&mut session, Some(&same));
    assert_eq!(session.notice(), "x.md holds exactly this already");
    assert!(session.app.overlays().is_empty());
    assert_eq!(session.effects.len(), 1, "nothing more is asked for");
}

#[test]
fn the_question_shows_what_would_change() {
    let mut session = previewed();
    let new = String::from_utf8(preview(&session).bytes().to_vec()).expect("text");
    let old = new.replacen("title: \"Walls and gates\"", "title: \"\u{1b}]0;Old\u{202e} walls\"", 1);
    let old = old.replacen("## 2021\n", "", 1);
    exists(&mut session, Some(old.as_bytes()));
    assert_eq!(question(&session).summary(), "2 lines new, 1 gone");
    let screen = session.screen();
    for shown in [
        "walls-and-gates-tencent-2021.md exists",
        "2 lines new, 1 gone",
        "- title: \"␛]0;Old\u{fffd} walls\"",
        "+ title: \"Walls and gates\"",
        "+ ## 2021",
        "lines the same",
    ] {
        assert!(screen.contains(shown), "{shown} in\n{screen}");
    }
    let asked = question(&session);
    let told = (0..asked.len()).filter(|line| asked.side(*line) == DiffSide::New);
    let told: Vec<String> = told.map(|line| asked.line(line).into_owned()).collect();
    assert_eq!(told, ["title: \"Walls and gates\"", "## 2021"]);
}

#[test]
fn a_long_difference_is_scrolled() {
    let mut session = Session::new(STORY, 80, 24);
    session.keys("e");
    exists(&mut session, Some(b"mine\n"));
    assert!(session.screen().contains("- mine"));
    session.keys("G");
    assert!(
        !session.screen().contains("- mine")
            && session.screen().contains("+ To make it again, with the dataset as FILE:")
    );
    session.keys("Up PgUp Home");
    assert!(session.screen().contains("- mine"));
}

#[test]
fn what_cannot_be_compared_is_said() {
    let same = {
        let session = previewed();
        String::from_utf8(preview(&session).bytes().to_vec()).expect("text")
    };
    let long = format!("{}\n", "墙".repeat(1_000_000));
    let crlf = same.replace('\n', "\r\n");
    for (old, expected) in [
        (None, "what it holds cannot be shown: too much, or not to be read"),
        (Some(b"\xff\xfe\x1b[2J".as_slice()), "what it holds is not text"),
        (Some(crlf.as_bytes()), "only how its lines end would change"),
        (Some(same.trim_end().as_bytes()), "only how its lines end would change"),
        (Some(b"".as_slice()), " lines new"),
        (Some(long.as_bytes()), " lines new, 1 gone"),
    ] {
        let mut session = previewed();
        exists(&mut session, old);
        assert!(question(&session).summary().ends_with(expected), "{}", question(&session).summary());
        assert!(session.screen().contains(expected), "{}", session.screen());
        session.keys("j G k g g");
        assert_eq!(session.app.mode(), Mode::Replace);
    }
}

#[test]
fn the_next_export_is_written_as_the_last_one_was() {
    let mut session = previewed();
    session.keys("Tab l t Tab Tab l Esc");
    let links = Options { notes: Notes::Links, lang: Lang::Zh, mermaid: true, ..Options::default() };
    session.keys("e");
    assert_made(&session, links);
    assert!(path(&session).ends_with("-tencent-2021.md"), "but it has a name of its own: {}", path(&session));
    // Of all 96 there is no picture.
    session.keys("Esc X e");
    assert_made(&session, Options { mermaid: false, ..links });
}

#[test]
fn a_path_is_written_as_it_was_typed() {
    for typed in ["  my notes.md ", "~/notes.md", "./-", "--", "墙 .md"] {
        let mut session = previewed();
        session.keys("Shift-Tab Ctrl-u").typed(typed).keys("Enter");
        let Some(Effect::Write { path, .. }) = session.effects.last() else {
            panic!("{:?}", session.effects)
        };
        assert_eq!(path.to_str(), Some(typed));
    }
}

#[test]
fn a_hyphen_for_a_path_is_standard_output() {
    let mut session = previewed();
    let expected = preview(&session).bytes().to_vec();
    session.keys("Shift-Tab Ctrl-u").typed("-").keys("Enter");
    assert_eq!(session.effects, [Effect::Print(expected)]);
}

#[test]
fn what_changed_in_a_line_is_pointed_at() {
    let mut session = previewed();
    let new = String::from_utf8(preview(&session).bytes().to_vec()).expect("text");
    let old = new.replace("90 million yuan in damages", "9 billion yuan in damages");
    assert_ne!(old, new);
    exists(&mut session, Some(old.as_bytes()));
    let question = question(&session);
    let pointed = |side| {
        let line = (0..question.len()).find(|line| question.side(*line) == side).expect("a line");
        question.line(line).get(question.changed(line)).map(str::to_owned)
    };
    assert_eq!(pointed(DiffSide::Old).as_deref(), Some("9 billion"));
    assert_eq!(pointed(DiffSide::New).as_deref(), Some("90 million"));
}

#[test]
fn what_is_replaced_is_what_was_shown() {
    let mut session = previewed();
    session.keys("Enter");
    exists(&mut session, Some(b"old"));
    session.keys("y");
    assert!(
        matches!(session.effects.last(), Some(Effect::Write { seen: Some(seen), .. }) if **seen == *b"old")
    );
    // Somebody else was quicker.
    session.done(Outcome::Exists { path: "x.md".into(), old: Some(b"mine".to_vec()), changed: true });
    assert!(session.notice().starts_with("the file has changed meanwhile"));
    assert!(session.screen().contains("- mine") && !question(&session).yes, "{}", session.screen());
    // And wrote the very same.
    session.keys("y");
    let same = preview(&session).bytes().to_vec();
    session.done(Outcome::Exists { path: "x.md".into(), old: Some(same), changed: true });
    assert_eq!(session.notice(), "x.md holds exactly this already");
}

#[test]
fn a_picture_that_is_wanted_outlives_a_selection_too_large_for_it() {
    let mut session = previewed();
    session.keys("Tab Tab Tab l Esc X e t Esc u e");
    assert_made(&session, Options { lang: Lang::Zh, mermaid: true, ..Options::default() });
}

#[test]
fn one_changed_line_among_new_ones_is_pointed_at_too() {
    let mut session = previewed();
    exists(&mut session, Some(b"---\ntitle: \"Walls and doors\"\n---\n"));
    let question = question(&session);
    let pointed: Vec<_> = (0..question.len())
        .filter_map(|line| question.line(line).get(question.changed(line)).map(str::to_owned))
        .filter(|part| !part.is_empty())
        .collect();
    assert_eq!(pointed, ["doors", "gates"]);
}
