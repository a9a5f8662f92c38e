//! The Timeline: no title and no date is cut, marks say what they mean, and what one needs is in sight.

use insta::assert_snapshot;
use ratatui::style::Modifier;
use wallchart::app::{App, Focus, list};
use wallchart::dataset::load::load;
use wallchart::query::Query;
use wallchart::text::width;
use wallchart::ui::Theme;
use wallchart::ui::theme::{ASCII, NARROW};

use super::session::{SMALL, STORY, Session, rows, story};

/// What tests are written on.
const DATASETS: [&str; 5] = [
    STORY,
    SMALL,
    include_str!("../data/soft.toml"),
    include_str!("../data/deep-time.toml"),
    include_str!("../data/scripts.toml"),
];

/// What stands in columns `from..to` of a row.
fn columns(row: &str, from: usize, to: usize) -> String {
    let mut col = 0;
    let within = |c: &char| {
        let at = col;
        col += width(&c.to_string());
        (from..to).contains(&at)
    };
    row.chars().filter(within).collect()
}

fn without_blanks(text: &str) -> String {
    // Nor what joins characters, which is not drawn.
    text.chars().filter(|c| !c.is_whitespace() && !"\u{fe0f}\u{200d}".contains(*c)).collect()
}

#[test]
fn no_title_and_no_date_is_cut_at_any_width() {
    for text in DATASETS {
        for cols in [60, 77, 80, 100, 118, 120, 140, 160, 200] {
            // So many rows that nothing is out of sight.
            let session = Session::new(text, cols, 400);
            let app = &session.app;
            let title = 14 + list::date_cols(app) - 9;
            let rows = rows(&session.buffer());
            let told: String = rows.iter().map(|row| columns(row, title, 74)).collect();
            let told = without_blanks(&told);
            for milestone in app.dataset().milestones() {
                let whole = without_blanks(milestone.title());
                let date = list::date(app, milestone.place(), "–");
                // Behind a date that needs more columns the title begins later.
                let fits = width(&date) <= list::date_cols(app);
                assert!(told.contains(&whole) || !fits, "{whole} at {cols}: {}", session.screen());
                assert!(rows.iter().any(|row| row.contains(&date)), "{date} at {cols}");
            }
        }
    }
}

#[test]
fn it_at_every_width() {
    let at = |cols, rows| {
        let mut session = Session::new(STORY, cols, rows);
        session.keys("g d").typed("2021-09-09").keys("Enter").frame()
    };
    assert_snapshot!("timeline-170x40", at(170, 40));
    assert_snapshot!("timeline-140x36", at(140, 36));
    assert_snapshot!("timeline-120x36", at(120, 36));
    assert_snapshot!("timeline-100x36", at(100, 36));
    assert_snapshot!("timeline-80x24", at(80, 24));
    assert_snapshot!("timeline-60x20", at(60, 20));
    assert_snapshot!("timeline-40x12", at(40, 12));
}

#[test]
fn it_in_other_glyphs() {
    for (name, glyphs) in [("ascii", &ASCII), ("narrow", &NARROW)] {
        let mut session = Session::new(SMALL, 80, 24);
        session.theme = Theme { glyphs, ..Theme::default() };
        let screen = session.keys("j j j v j").picture();
        assert_snapshot!(format!("timeline-{name}-80x24"), screen);
    }
}

#[test]
fn who_asks_for_nothing_begins_inside_the_span_with_prehistory_above() {
    let dataset = load(STORY).dataset.expect("a dataset");
    let session = Session::showing(App::new(dataset, Query::default()), 120, 36);
    assert_eq!(session.app.current().map(|one| one.date().as_written()), Some("2013-07-31"));
    assert!(session.screen().contains("JD.com"), "{}", session.screen());
    let dataset = load(STORY).dataset.expect("a dataset");
    let query = Query::parse("company:jd", &dataset).query;
    let session = Session::showing(App::new(dataset, query), 120, 36);
    assert_eq!(session.current(), "jd-drops-alipay", "what is asked for is shown from its first on");
}

#[test]
fn marks_before_dates_are_those_of_the_text() {
    let mut session = story();
    session.keys("g d").typed("2021-09-09").keys("Enter").resize(120, 60);
    let current = session.app.current().expect("a milestone");
    let (earlier, later) = (current.relations().len(), current.incoming().len());
    assert!(earlier > 0 && later > 0);
    let screen = session.screen();
    let begins = |mark: char| screen.lines().filter(|row| row.trim_start().starts_with(mark)).count();
    assert!((1..=earlier).contains(&begins('‹')) && (1..=later).contains(&begins('›')), "{screen}");
    let text: Vec<String> = screen.lines().map(|row| columns(row, 79, 120)).collect();
    let bullets = |mark: char| text.iter().filter(|row| row.starts_with(mark)).count();
    assert_eq!((bullets('‹'), bullets('›')), (earlier, later), "{screen}");
}

#[test]
fn the_facets_lie_over_the_detail_and_never_over_the_list() {
    for (cols, rows_) in [(120, 36), (80, 24), (100, 30), (170, 40)] {
        let mut session = Session::new(STORY, cols, rows_);
        let list = |session: &Session| -> Vec<String> {
            let rows = rows(&session.buffer());
            rows.iter().skip(4).take(9).map(|row| columns(row, 0, 76).trim_end().to_owned()).collect()
        };
        let before = list(&session);
        session.keys("f");
        assert_eq!(session.app.focus(), Focus::Facets);
        for (before, after) in before.iter().zip(list(&session)) {
            assert_eq!(*before, after, "{cols}x{rows_}");
        }
        assert!(session.screen().contains("Company"), "{}", session.screen());
        // The one reverse row is in the facets; the list's own place shows all the same.
        let buffer = session.buffer();
        let place = Modifier::BOLD | Modifier::UNDERLINED;
        let underlined = buffer.content().iter().filter(|cell| cell.modifier.contains(place)).count();
        assert!(underlined >= 70, "{underlined} at {cols}x{rows_}");
        let text = session.keys("Esc").screen();
        assert!(!text.contains("Company") || cols >= 165, "{text}");
    }
}

#[test]
fn parties_are_never_cut() {
    for (cols, end) in [(100, 100), (110, 102), (140, 102), (170, 102)] {
        let session = Session::new(STORY, cols, 400);
        let rows: Vec<String> = rows(&session.buffer()).into_iter().take(session.app.pages().list).collect();
        let parties: Vec<String> = rows.iter().map(|row| columns(row, 78, end)).collect();
        // Only where a kind stands is there a milestone.
        let is_milestone =
            |row: &String| columns(row, 12, 13).trim() != "" && columns(row, 1, 2).trim() == "";
        let listed = || rows.iter().zip(&parties).filter(|(row, _)| is_milestone(row));
        assert!(listed().filter(|(_, parties)| parties.contains(" → ")).count() > 50, "{cols}");
        assert!(listed().all(|(_, parties)| !parties.contains('…')), "{}", session.screen());
    }
}

#[test]
fn the_first_row_says_of_what_it_counts_and_where_the_other_views_are() {
    for cols in [30, 40, 60, 80, 100, 120, 160] {
        let mut session = Session::new(STORY, cols, 14);
        let first = |session: &Session| session.screen().lines().next().unwrap_or_default().to_owned();
        assert!(first(&session).contains("milestones"), "{}", first(&session));
        let has_keys = ["1", "2", "3", "4", "5"].iter().all(|key| first(&session).contains(key));
        assert!(has_keys || cols < 40, "{} at {cols}", first(&session));
        session.keys("&").typed("year:2021").keys("Enter");
        assert!(first(&session).contains(" of 96 milestones"), "{}", first(&session));
        session.keys("2");
        assert!(first(&session).contains("walls"), "{}", first(&session));
    }
}

#[test]
fn most_of_what_is_drawn_is_not_dim() {
    for (cols, rows) in [(160, 40), (120, 36), (100, 30), (80, 24), (60, 20), (40, 12)] {
        for keys in ["", "G", "f", "Enter", "& y e a r : 2 0 2 1 Enter", "Tab"] {
            let mut session = Session::new(STORY, cols, rows);
            let buffer = session.keys(keys).buffer();
            let drawn = || buffer.content().iter().filter(|cell| !cell.symbol().trim().is_empty());
            let dim = drawn().filter(|cell| cell.modifier.contains(Modifier::DIM)).count();
            assert!(
                dim * 4 <= drawn().count(),
                "{dim} of {} after `{keys}` at {cols}x{rows}",
                drawn().count()
            );
        }
    }
}

#[test]
fn an_acronym_is_spelled_where_the_dataset_says_it() {
    let mut session = story();
    let screen = session.keys("g d").typed("2021-09-09").keys("Enter Enter").screen();
    assert!(screen.contains("MIIT (Ministry of Industry and Information Technology) → "), "{screen}");
}

#[test]
fn landmarks_and_disputes_are_marked_and_the_marks_explained_only_where_there_are_any() {
    let text = SMALL.replacen(
        "id = \"links-open\"\n",
        "id = \"links-open\"\nlandmark = \"One\"\ndisputed = true\n",
        1,
    );
    let mut session = Session::new(&text, 120, 36);
    let legend = |session: &Session| {
        let screen = session.screen();
        ["★ landmark", "≠ sources disagree"].map(|mark| screen.contains(mark))
    };
    let row = rows(&session.buffer()).into_iter().find(|row| row.contains("Links open one to one"));
    assert_eq!(columns(&row.unwrap_or_default(), 75, 77), "★≠", "{}", session.screen());
    assert_eq!(legend(&session), [true, true]);
    session.keys("&").typed("-id:links-open").keys("Enter");
    assert_eq!(legend(&session), [false, false]);
}

#[test]
fn the_strip_reaches_what_the_list_reaches() {
    let mut session = story();
    let labels = session.keys("g g").screen().lines().nth(3).unwrap_or_default().to_owned();
    assert!(labels.trim_start().starts_with("2011"), "{labels}");
    // What is so far off that the span would be small beside it is not reached.
    let text = STORY.replacen("date = \"2011-05-17/2011-08-24\"", "date = \"1911\"", 1);
    let labels = Session::new(&text, 120, 36).screen().lines().nth(3).unwrap_or_default().to_owned();
    assert!(labels.trim_start().starts_with("2013"), "{labels}");
}
