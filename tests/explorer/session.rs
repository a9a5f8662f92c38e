//! A whole session without a terminal: a string of keys in, a state and a frame out.

use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Modifier};
use ratatui::{Frame, Terminal};
use wallchart::app::mouse::{Gesture, Target};
use wallchart::app::{App, Effect, Event, Key, Outcome, Start, Usual, View, front};
use wallchart::dataset::load::load;
use wallchart::dataset::{Dataset, Milestone};
use wallchart::query::Query;
use wallchart::ui::{self, Layout, Theme};

/// The dataset of most tests: twelve milestones with every sort of date, Chinese names and hostile text.
pub(crate) const SMALL: &str = include_str!("../data/small.toml");
/// A long one: what the program told in version 0.2.0, which the one that it tells today has grown out of.
pub(crate) const STORY: &str = include_str!("../data/story.toml");

/// The story that the program carries, on a usual screen.
pub(crate) fn story() -> Session {
    Session::new(STORY, 120, 36)
}

/// The ids of what matches.
pub(crate) fn ids(session: &Session) -> Vec<&str> {
    session.app.matches().ids.iter().map(|id| session.app.dataset().milestone(*id).id()).collect()
}

/// The query as it would be typed.
pub(crate) fn query(session: &Session) -> String {
    session.app.query().to_string()
}

/// An explorer on a screen of some size, and what it asked for so far.
pub(crate) struct Session {
    pub(crate) app: App,
    pub(crate) effects: Vec<Effect>,
    pub(crate) theme: Theme,
    size: Size,
    layout: Layout,
}

impl Session {
    /// An explorer of `text`, which must load, on a screen of `cols` by `rows`.
    pub(crate) fn new(text: &str, cols: u16, rows: u16) -> Self {
        Self::of(load(text).dataset.expect("a dataset without errors"), cols, rows)
    }

    /// The same as it begins where nothing is asked for: on the front page, if there is one.
    pub(crate) fn begun(text: &str, cols: u16, rows: u16) -> Self {
        let dataset = load(text).dataset.expect("a dataset without errors");
        let view = front::first_view(View::Front, false, &dataset);
        let usual = Usual { view: View::Front, ..Usual::default() };
        let mut session = Self::of(load(text).dataset.expect("a dataset"), cols, rows);
        session.app = App::open_at(dataset, Query::default(), Start { view, usual, ..Start::default() });
        session.fit();
        session
    }

    /// In the Timeline at the first milestone of all, where most tests begin.
    pub(crate) fn of(dataset: Dataset, cols: u16, rows: u16) -> Self {
        let at = dataset.milestones().next().map(Milestone::place);
        let start = Start { at, ..Start::default() };
        Self::showing(App::open_at(dataset, Query::default(), start), cols, rows)
    }

    /// An explorer as it was opened.
    pub(crate) fn showing(app: App, cols: u16, rows: u16) -> Self {
        let (theme, size) = (Theme::default(), Size::new(cols, rows));
        let layout = ui::lay_out(&app, size, theme);
        let mut session = Self { app, effects: Vec::new(), theme, size, layout };
        session.fit();
        session
    }

    /// Presses keys written as in the help, with blanks between them: `f c Space Esc`.
    pub(crate) fn keys(&mut self, script: &str) -> &mut Self {
        for key in script.split_whitespace() {
            self.press(key.parse().expect("a key"));
        }
        self
    }

    /// Types text, a character a key.
    pub(crate) fn typed(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            let key = if c == ' ' { "Space".to_owned() } else { c.to_string() };
            self.press(key.parse().expect("a key"));
        }
        self
    }

    /// Presses one key; says whether there was anything new to draw.
    pub(crate) fn press(&mut self, key: Key) -> bool {
        self.send(Event::Key(key))
    }

    pub(crate) fn done(&mut self, outcome: Outcome) -> bool {
        self.send(Event::Done(outcome))
    }

    pub(crate) fn paste(&mut self, text: &str) -> bool {
        self.send(Event::Paste(text.to_owned()))
    }

    /// Does something with the mouse over a cell of the screen, columns and rows counted from 0.
    pub(crate) fn mouse(&mut self, gesture: Gesture, cell: (u16, u16)) -> &mut Self {
        let target = self.target(cell);
        self.send(Event::Mouse(gesture, target));
        self
    }

    /// What stands at a cell of the screen, columns and rows counted from 0.
    pub(crate) fn target(&self, cell: (u16, u16)) -> Target {
        ui::target(&self.app, &self.layout, cell)
    }

    /// The cell where `text` first stands on the screen.
    pub(crate) fn cell_of(&self, text: &str) -> (u16, u16) {
        let rows = rows(&self.buffer());
        let found = rows.iter().zip(0..).find_map(|(row, y)| Some((row.split_once(text)?.0.to_owned(), y)));
        let (before, y) = found.unwrap_or_else(|| panic!("{text} is not on the screen"));
        (u16::try_from(wallchart::text::width(&before)).expect("a column"), y)
    }

    /// Anything else that can happen.
    pub(crate) fn event(&mut self, event: Event) -> bool {
        self.send(event)
    }

    fn send(&mut self, event: Event) -> bool {
        let update = self.app.update(event);
        self.effects.extend(update.effects);
        self.fit();
        update.redraw
    }

    pub(crate) fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.size = Size::new(cols, rows);
        self.fit();
        self
    }

    /// As the loop does before each frame.
    fn fit(&mut self) {
        self.layout = ui::lay_out(&self.app, self.size, self.theme);
        self.app.fit(self.layout.pages());
    }

    /// The id of the current milestone, or nothing.
    pub(crate) fn current(&self) -> &str {
        self.app.current().map_or("", Milestone::id)
    }

    /// Ids of the selection.
    pub(crate) fn selected(&self) -> Vec<&str> {
        let ids = self.app.selection().ids(self.app.matches());
        ids.into_iter().map(|id| self.app.dataset().milestone(id).id()).collect()
    }

    /// What is said in the last row.
    pub(crate) fn notice(&self) -> &str {
        self.app.notice().map_or("", |notice| notice.text.as_str())
    }

    /// The frame of this moment.
    pub(crate) fn buffer(&self) -> Buffer {
        drawn(self.size, |frame| self.draw(frame))
    }

    /// By the layout that the last event got; by another one where the test looks at it otherwise since.
    fn draw(&self, frame: &mut Frame<'_>) {
        if self.layout.theme() == self.theme {
            ui::draw(&self.app, &self.layout, frame);
        } else {
            ui::draw(&self.app, &ui::lay_out(&self.app, self.size, self.theme), frame);
        }
    }

    /// Where its cursor stands.
    pub(crate) fn cursor(&self) -> (u16, u16) {
        let backend = TestBackend::new(self.size.width, self.size.height);
        let mut terminal = Terminal::new(backend).expect("a test backend");
        terminal.draw(|frame| self.draw(frame)).expect("a frame");
        terminal.get_cursor_position().expect("a cursor").into()
    }

    /// Its text, rows cut at their last visible character.
    pub(crate) fn screen(&self) -> String {
        rows(&self.buffer()).join("\n")
    }

    /// The frame without the keys at its foot, of which `footers` tells: one word of them is one word of nearly every
    /// frame.
    fn body(&self) -> Buffer {
        let mut buffer = self.buffer();
        let app = &self.app;
        if app.notice().is_none() && app.pending().is_empty() {
            let area = buffer.area();
            buffer.resize(Rect { height: area.height - 1, ..*area });
        }
        buffer
    }

    /// The text of the frame without the keys at its foot.
    pub(crate) fn picture(&self) -> String {
        rows(&self.body()).join("\n")
    }

    /// Its text and its styles, as [`told`] tells them, without the keys at its foot.
    pub(crate) fn frame(&self) -> String {
        told(&self.body())
    }
}

/// What `draw` draws on a screen of `size`.
pub(crate) fn drawn(size: Size, draw: impl FnOnce(&mut Frame<'_>)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).expect("a test backend");
    terminal.draw(draw).expect("a frame");
    terminal.backend().buffer().clone()
}

/// Text and styles of a frame: each row, then the same rows with a letter for each style, then what the letters stand
/// for.
pub(crate) fn told(buffer: &Buffer) -> String {
    let mut legend: Vec<String> = Vec::new();
    let mut styles = Vec::new();
    for y in 0..buffer.area.height {
        let row: String = (0..buffer.area.width).map(|x| letter(buffer, (x, y), &mut legend)).collect();
        styles.push(row.trim_end_matches('.').to_owned());
    }
    let names = legend.iter().enumerate().map(|(place, style)| format!("{}: {style}", name(place)));
    let mark = |row: String| format!("{row}│");
    [rows(buffer).into_iter().map(mark).collect(), styles, names.collect::<Vec<_>>()]
        .map(|part| part.join("\n"))
        .join("\n\n")
}

pub(crate) fn rows(buffer: &Buffer) -> Vec<String> {
    let mut rows = Vec::new();
    for y in 0..buffer.area.height {
        let mut row = String::new();
        let mut covered = 0;
        for x in 0..buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            if x >= covered {
                row.push_str(symbol);
                covered = x + u16::try_from(wallchart::text::width(symbol).max(1)).expect("a cell is narrow");
            }
        }
        rows.push(row.trim_end().to_owned());
    }
    rows
}

fn letter(buffer: &Buffer, at: (u16, u16), legend: &mut Vec<String>) -> char {
    let cell = &buffer[at];
    if cell.fg == Color::Reset && cell.bg == Color::Reset && cell.modifier == Modifier::empty() {
        return '.';
    }
    let mut style = Vec::new();
    if cell.fg != Color::Reset {
        style.push(format!("{} text", cell.fg).to_lowercase());
    }
    if cell.bg != Color::Reset {
        style.push(format!("on {}", cell.bg).to_lowercase());
    }
    style.extend(cell.modifier.iter_names().map(|(name, _)| name.to_lowercase()));
    let style = style.join(" ");
    let place = legend.iter().position(|known| *known == style).unwrap_or_else(|| {
        legend.push(style);
        legend.len() - 1
    });
    name(place)
}

fn name(place: usize) -> char {
    char::from(b'a' + u8::try_from(place).expect("few styles"))
}
