//! What colour and dim say, form says too: a glyph, a mark, a word. And colour says one thing wherever it is.

use std::collections::{BTreeMap, BTreeSet};

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;
use wallchart::app::View;
use wallchart::dataset::BarrierState;
use wallchart::ui::Theme;
use wallchart::ui::theme::{ASCII, Glyphs, NARROW, UNICODE};

use super::session::{SMALL, STORY, Session};

const SETS: [&Glyphs; 3] = [&UNICODE, &NARROW, &ASCII];

/// Key scripts that show every view and whatever can lie over one.
const SCRIPTS: [&str; 20] = [
    "j j v j",
    "f c Space j x f y Space Esc",
    "f c Space j Space",
    "f y j Space Esc .",
    "j j Enter j j",
    "/ t a Enter n",
    "& c o m",
    "& c o m p a n y : x",
    "?",
    "e",
    "e Tab Tab j",
    "2",
    "2 + + j",
    "2 f k Space Esc .",
    "3 g g l",
    "3 m { {",
    "3 f k Space Esc .",
    "4 v j j",
    "4 f k Space Esc .",
    "5 l l t t",
];

/// Both datasets after each script, at two sizes.
fn frames(theme: Theme) -> impl Iterator<Item = (String, Session)> {
    let of = |text: &'static str| SCRIPTS.into_iter().map(move |script| (text, script));
    let sizes = [(120, 36), (60, 20)];
    of(SMALL).chain(of(STORY)).flat_map(move |(text, script)| {
        sizes.map(|(cols, rows)| {
            let mut session = Session::new(text, cols, rows);
            session.theme = theme;
            session.resize(cols, rows).keys(script);
            (format!("{script} at {cols}x{rows}:\n{}", session.screen()), session)
        })
    })
}

fn cells(buffer: &Buffer) -> impl Iterator<Item = &Cell> {
    buffer.content().iter().filter(|cell| cell.symbol() != " ")
}

fn is_text(cell: &Cell) -> bool {
    cell.symbol().chars().any(char::is_alphanumeric)
}

/// On white nobody can read them. (A kind's glyph may be a letter in ASCII, and is repeated by its form.)
#[test]
fn no_text_is_cyan_green_or_yellow() {
    let unreadable = [
        Color::Cyan,
        Color::Green,
        Color::Yellow,
        Color::LightCyan,
        Color::LightGreen,
        Color::LightYellow,
        Color::White,
        Color::Gray,
    ];
    for (said, session) in frames(Theme::default()) {
        for cell in cells(&session.buffer()).filter(|cell| is_text(cell)) {
            assert!(!unreadable.contains(&cell.fg), "{} in {} after {said}", cell.symbol(), cell.fg);
        }
    }
}

#[test]
fn a_state_and_a_tone_have_one_colour_wherever_they_are_drawn() {
    let theme = Theme::default();
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (said, session) in frames(theme) {
        let dataset = session.app.dataset();
        let buffer = session.buffer();
        // Of the strip a height is a count.
        let is_strip = |y: u16| session.app.view() == View::Timeline && y < 4;
        let mut colours: BTreeMap<&str, Vec<Color>> = BTreeMap::new();
        for kind in dataset.kinds() {
            colours.entry(&kind.glyph).or_default().extend(theme.tone(kind.tone).fg);
        }
        for (glyph, style) in BarrierState::HEIGHTS.map(|state| theme.state(state)) {
            colours.entry(glyph).or_default().extend(style.fg);
        }
        for (x, y) in (0..buffer.area.height).flat_map(|y| (0..buffer.area.width).map(move |x| (x, y))) {
            let cell = &buffer[(x, y)];
            let Some(allowed) = colours.get(cell.symbol()).filter(|_| !is_strip(y)) else { continue };
            if cell.fg != Color::Reset {
                assert!(allowed.contains(&cell.fg), "{} in {} after {said}", cell.symbol(), cell.fg);
                seen.entry(cell.symbol().to_owned()).or_default().insert(cell.fg.to_string());
            }
        }
    }
    for (state, colour) in [
        (BarrierState::Closed, "Red"),
        (BarrierState::Limited, "Yellow"),
        (BarrierState::Trial, "Cyan"),
        (BarrierState::Open, "Green"),
    ] {
        let (glyph, _) = theme.state(state);
        assert_eq!(
            seen.get(glyph).map(|colours| colours.iter().map(String::as_str).collect()),
            Some(vec![colour])
        );
    }
}

/// The samples of a legend, by the words behind them.
fn legend<'a>(line: &'a str, words: &[&'a str]) -> BTreeMap<&'a str, &'a str> {
    let entries = line.trim().split("  ").filter_map(|entry| {
        let word = words.iter().find(|word| entry.ends_with(**word))?;
        Some((*word, entry.strip_suffix(word)?.trim()))
    });
    entries.collect()
}

#[test]
fn a_legend_tells_its_states_apart_by_form_alone() {
    const WORDS: [&str; 5] = ["closed", "limited", "trial", "open", "not certain"];
    for glyphs in SETS {
        // What explains itself goes first.
        for (cols, words) in [(120, 6), (80, 6), (70, 5), (60, 5)] {
            {
                let all: Vec<&str> = WORDS.into_iter().chain(["not known"]).collect();
                let mut session = Session::new(STORY, cols, 36);
                session.theme = Theme { colors: false, glyphs, ..Theme::default() };
                session.keys("2");
                let screen = session.screen();
                let line = screen.lines().find(|line| line.contains("not certain")).expect("a legend");
                let samples = legend(line, &all);
                let apart: BTreeSet<&&str> = samples.values().collect();
                let named: Vec<&str> =
                    all.iter().copied().filter(|word| samples.contains_key(word)).collect();
                assert!(named.starts_with(&all[..words]), "{line}");
                assert_eq!(apart.len(), named.len(), "{line}");
            }
        }
    }
}

/// The small dataset, in which links to Taobao are limited on `date`.
fn limited_on(date: &str) -> String {
    let certain = "effects = [{ barrier = \"wechat-taobao-links\", state = \"limited\" }";
    assert!(SMALL.contains(certain));
    let dated =
        format!("effects = [{{ barrier = \"wechat-taobao-links\", state = \"limited\", date = \"{date}\" }}");
    SMALL.replace(certain, &dated)
}

/// What `keys` show of a session, in letters alone.
fn bare(text: &str, glyphs: &'static Glyphs, (cols, rows): (u16, u16), keys: &str) -> String {
    let mut session = Session::new(text, cols, rows);
    session.theme = Theme { colors: false, glyphs, ..Theme::default() };
    session.resize(cols, rows).keys(keys).screen()
}

fn line<'a>(screen: &'a str, with: &str) -> &'a str {
    screen.lines().find(|line| line.contains(with)).unwrap_or_else(|| panic!("no {with} in\n{screen}"))
}

#[test]
fn what_is_not_certain_is_broken_in_lanes_and_marked_elsewhere() {
    for (glyphs, closed) in [(&UNICODE, "▇"), (&NARROW, "#"), (&ASCII, "#")] {
        let broken = format!("{closed} {closed} {closed}");
        let size = (120, 36);
        let lane = |date| bare(&limited_on(date), glyphs, size, "2");
        let [certain, doubtful] = [lane("2021-09-17"), lane("2018/2021-09")];
        let [certain, doubtful] = [&certain, &doubtful].map(|screen| line(screen, "Taobao links in WeChat"));
        assert!(!certain.contains(&broken) && doubtful.contains(&broken), "{certain}\n{doubtful}");
        // On a day on which it may have been either.
        for size in [(120, 36), (50, 20)] {
            let walls = |date| bare(&limited_on(date), glyphs, size, "3 g d 2 0 2 1 - 0 9 - 1 6 Enter");
            let [certain, doubtful] = [walls("2021-09-17"), walls("2021-09-16/2021-09-20")];
            let marks = |screen: &str| screen.lines().any(|line| line.contains(&format!("{closed}~")));
            assert!(!marks(&certain) && marks(&doubtful), "{certain}\n{doubtful}");
        }
    }
}

#[test]
fn what_the_filter_leaves_out_is_told_without_dim() {
    for glyphs in SETS {
        let timeline = bare(STORY, glyphs, (120, 36), "f y j j j Space Esc . g g");
        assert!(timeline.contains("others in brackets"), "{timeline}");
        let rows: Vec<&str> = timeline.lines().collect();
        let strip = rows.get(2).expect("a strip");
        assert!(strip.contains(glyphs.others), "{timeline}");
        assert!(rows.iter().any(|row| row.contains(" (")), "{timeline}");
        for view in ["2", "3", "4", "5"] {
            let keys = format!("f y j j j Space Esc . {view} g g");
            let screen = bare(STORY, glyphs, (120, 36), &keys);
            assert!(screen.lines().skip(3).any(|line| line.contains('(')), "{screen}");
        }
    }
}
