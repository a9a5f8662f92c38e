//! Random walks: after each key, what an emulator shows is what one shows that was given the last frame alone.

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier};

use super::canvas::Canvas;
use crate::app::row::Row;
use crate::app::table::TABLE;
use crate::app::{App, Event, Key, Start, View, front};
use crate::dataset::Lang;
use crate::dataset::load::load;
use crate::query::Query;
use crate::ui::theme::{ASCII, Glyphs, NARROW, UNICODE};
use crate::ui::{self, COVERED, Theme};

const SMALL: &str = include_str!("../../tests/data/small.toml");

/// Milestones of every sort, in two languages; what terminals disagree about; and more walls than have room.
fn datasets() -> Vec<String> {
    let walls: String = (0..14).map(wall).collect();
    vec![
        SMALL.to_owned(),
        include_str!("../../tests/data/scripts.toml").to_owned(),
        format!("{SMALL}{walls}"),
    ]
}

fn wall(number: usize) -> String {
    format!(
        "
        [[company]]
        id = \"holder-{number}\"
        name = \"Holder {number}\"
        name_zh = \"微信{number}\"

        [[barrier]]
        id = \"wall-{number}\"
        name = \"Wall {number}\"
        holders = [\"holder-{number}\"]
        against = [\"{}\"]
        channel = \"links\"
        before = \"open\"

        [[milestone]]
        id = \"shut-{number}\"
        date = \"20{}-0{}\"
        title = \"It is shut\"
        kind = \"link-blocking\"
        actors = [\"holder-{number}\"]
        affected = [\"tencent\"]
        summary = \"It was.\"
        confidence = \"high\"
        effects = [{{ barrier = \"wall-{number}\", state = \"closed\" }}]
        cites = [{{ source = \"almanac\" }}]
        ",
        if number.is_multiple_of(2) { "wechat" } else { "taobao" },
        14 + number % 7,
        1 + number % 9,
    )
}

const SIZES: [Size; 6] = [
    Size::new(100, 24),
    Size::new(120, 36),
    Size::new(80, 24),
    Size::new(59, 19),
    Size::new(170, 45),
    Size::new(100, 30),
];

/// A terminal that shows `frame` and has shown nothing else: every cell said by itself, with its place and its style.
pub(super) fn fresh(frame: &Buffer) -> vt100::Parser {
    let mut terminal = vt100::Parser::new(frame.area.height, frame.area.width, 0);
    for y in 0..frame.area.height {
        for x in 0..frame.area.width {
            let cell = &frame[(x, y)];
            if cell.symbol() == COVERED || *cell == Cell::EMPTY {
                continue;
            }
            let covered =
                (x + 1..frame.area.width).take_while(|x| frame[(*x, y)].symbol() == COVERED).count();
            let at = format!("\x1b[{};{}H", y + 1, x + 1);
            let style = codes(cell);
            // What is drawn narrower than it was laid out has blanks behind it.
            let blank = " ".repeat(covered + 1);
            terminal.process(format!("{at}\x1b[0{style}m{blank}{at}{}", cell.symbol()).as_bytes());
        }
    }
    terminal
}

fn codes(cell: &Cell) -> String {
    let modifiers = [
        (Modifier::BOLD, ";1"),
        (Modifier::DIM, ";2"),
        (Modifier::UNDERLINED, ";4"),
        (Modifier::REVERSED, ";7"),
    ];
    let hues = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let modifiers = modifiers.into_iter().filter(|(modifier, _)| cell.modifier.contains(*modifier));
    let hue = hues.iter().position(|hue| *hue == cell.fg);
    let hue = hue.map(|hue| format!(";{}", if hue < 8 { 30 + hue } else { 82 + hue }));
    modifiers.map(|(_, code)| code.to_owned()).chain(hue).collect()
}

/// One cell of an emulator.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Seen {
    at: (u16, u16),
    /// Nothing in the second half of a wide character.
    text: String,
    is_wide: bool,
    /// Whether it is reversed, and underlined.
    lines: [bool; 2],
    style: Option<(vt100::Color, bool, bool)>,
}

/// Every cell as a reader sees it: one that was never written is blank, and of a blank nothing is seen but a line under
/// it and whether it is reversed.
pub(super) fn seen(terminal: &vt100::Parser) -> Vec<Seen> {
    let (rows, cols) = terminal.screen().size();
    let cell = |(y, x): (u16, u16)| {
        let cell = terminal.screen().cell(y, x).expect("a cell of the screen");
        let is_blank = matches!(cell.contents(), "" | " ") && !cell.is_wide_continuation();
        let style = (!is_blank).then(|| (cell.fgcolor(), cell.bold(), cell.dim()));
        let text = if is_blank { " " } else { cell.contents() };
        let lines = [cell.inverse(), cell.underline()];
        Seen { at: (x, y), text: text.to_owned(), is_wide: cell.is_wide(), lines, style }
    };
    (0..rows).flat_map(|y| (0..cols).map(move |x| (y, x))).map(cell).collect()
}

#[derive(Clone, Debug)]
enum Step {
    Press(Key),
    Paste(&'static str),
    Resize(Size),
    Tick,
}

#[derive(Clone, Debug)]
struct Walk {
    dataset: String,
    lang: Lang,
    glyphs: &'static Glyphs,
    size: Size,
    steps: Vec<Step>,
}

fn walks() -> impl Strategy<Value = Walk> {
    let bound: Vec<Key> = TABLE.iter().flat_map(Row::sequences).flatten().collect();
    // What shows most, and goes on from there.
    let ways: Vec<Key> = "1 2 3 4 5 ] [ j k PgDn PgUp Enter Esc f / ? e t m * #"
        .split(' ')
        .map(|key| key.parse().expect("a key"))
        .collect();
    let texts = ["微信", "tencent", "2021", "لا", "❤\u{FE0F}e\u{301}", "needle"];
    let step = prop_oneof![
        16 => prop::sample::select(ways).prop_map(Step::Press),
        16 => prop::sample::select(bound).prop_map(Step::Press),
        2 => prop::sample::select(texts.to_vec()).prop_map(Step::Paste),
        1 => prop::sample::select(&SIZES[..]).prop_map(Step::Resize),
        1 => Just(Step::Tick),
    ];
    let lang = prop::sample::select(&[Lang::En, Lang::Zh, Lang::Both][..]);
    let glyphs = prop::sample::select(vec![&UNICODE, &UNICODE, &NARROW, &ASCII]);
    let size = prop::sample::select(&SIZES[..]);
    let steps = prop::collection::vec(step, 1..2 * KEYS);
    let walk = (prop::sample::select(datasets()), lang, glyphs, size, steps);
    walk.prop_map(|(dataset, lang, glyphs, size, steps)| Walk { dataset, lang, glyphs, size, steps })
}

/// Of one walk as a rule; and there are as many walks as make a thousand.
const KEYS: usize = 40;

/// The frame of this moment, drawn by itself.
fn frame(app: &App, layout: &ui::Layout, size: Size) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).expect("a screen in memory");
    terminal.draw(|frame| ui::draw(app, layout, frame)).expect("a frame").buffer.clone()
}

/// What differs, cell by cell.
fn differences(one: Vec<Seen>, other: Vec<Seen>) -> Vec<(Seen, Seen)> {
    one.into_iter().zip(other).filter(|(one, other)| one != other).collect()
}

proptest! {
    #![proptest_config(crate::tried::seldom(25))]

    #[test]
    fn the_screen_after_each_key_is_the_last_frame_and_fitting_it_again_changes_nothing(walk in walks()) {
        let theme = Theme { glyphs: walk.glyphs, ..Theme::default() };
        let dataset = load(&walk.dataset).dataset.expect("a dataset");
        let view = front::first_view(View::Front, false, &dataset);
        let mut app = App::open_at(dataset, Query::default(), Start { lang: walk.lang, view, ..Start::default() });
        let mut size = walk.size;
        let mut canvas = Canvas::new(size, theme).expect("a canvas");
        let mut layout = canvas.lay_out(&mut app);
        let mut terminal = vt100::Parser::new(size.height, size.width, 0);
        for step in &walk.steps {
            let event = match step {
                Step::Press(key) => Some(Event::Key(*key)),
                Step::Paste(text) => Some(Event::Paste((*text).to_owned())),
                Step::Tick => Some(Event::Tick),
                Step::Resize(other) => {
                    size = *other;
                    terminal.screen_mut().set_size(size.height, size.width);
                    None
                }
            };
            if let Some(event) = event {
                let _ = app.update(event);
                layout = canvas.lay_out(&mut app);
            }
            canvas.draw(&mut app, &mut layout, size).expect("memory takes every byte");
            terminal.process(&canvas.take());
            let drawn = frame(&app, &layout, size);
            let off = differences(seen(&terminal), seen(&fresh(&drawn)));
            prop_assert!(off.is_empty(), "after {:?}: {:?}", step, off);
            layout = canvas.lay_out(&mut app);
            let again = frame(&app, &layout, size);
            prop_assert!(drawn == again, "fitted again after {:?}:\n{:?}\n{:?}", step, drawn, again);
        }
    }
}
