//! The doors: the first to the Story, the others to the views that have anything to show. One is chosen.

use std::ops::Range;

use ratatui::style::Style;

use super::words;
use crate::app::action::Action;
use crate::app::{App, View, front};
use crate::text::width;
use crate::ui::surface::{Cursor, Surface};
use crate::ui::theme::Theme;
use crate::words::FrontWords;

/// Columns between two doors.
const GAP: usize = 2;
/// From so many columns on each says what is behind it.
const SAID_FROM: usize = 118;
/// Columns of the first door, where the others stand in columns beside it, and of each of these.
const FIRST: usize = 33;
const EACH: usize = 42;
/// Columns of a view's key and name there.
const NAME: usize = 11;

/// A door on the page, without the blank on either side that belongs to it while it is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Door {
    /// Counted from the first row of the doors.
    row: usize,
    cols: Range<usize>,
    key: String,
    name: String,
    purpose: &'static str,
}

/// All of them, laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Doors {
    all: Vec<Door>,
    /// Below the first, where there is room.
    below: Option<String>,
    pub(super) rows: usize,
}

/// The first key of what shows a view.
fn key(app: &App, view: View) -> String {
    written(app, Action::showing(view))
}

fn written(app: &App, action: Action) -> String {
    app.keys().written(action).next().unwrap_or_default()
}

impl Doors {
    /// On columns `left` to `right`.
    pub(super) fn new(app: &App, theme: Theme, (left, right): (usize, usize)) -> Self {
        let (views, say) = (front::doors(app), &theme.say.front);
        if right >= SAID_FROM - 1 {
            return Self::in_columns(app, say, &views, left);
        }
        let mut doors = Vec::new();
        let (mut row, mut col) = (0, left);
        for (place, view) in views.iter().enumerate() {
            let is_first = place == 0;
            let name = if !is_first {
                view.title(theme.say)
            } else if right >= 70 {
                say.read[0]
            } else {
                say.read[1]
            };
            let key = door_key(app, place, *view);
            let apart = if is_first { 2 } else { 1 };
            let cols = width(&key) + apart + width(name);
            if col > left && col + cols > right {
                (row, col) = (row + 1, left);
            }
            let name = format!("{}{name}", " ".repeat(apart));
            doors.push(Door { row, cols: col..col + cols, key, name, purpose: "" });
            // The first is always wider by the blank of the chosen one.
            col += cols + GAP + usize::from(is_first);
        }
        Self { all: doors, below: None, rows: row + 1 }
    }

    /// The first with the others in two columns beside it.
    fn in_columns(app: &App, say: &FrontWords, views: &[View], left: usize) -> Self {
        let door = |(place, view): (usize, &View)| {
            let key = door_key(app, place, *view);
            let Some(other) = place.checked_sub(1) else {
                let name = format!("  {}", say.read[0]);
                let cols = left..left + width(&key) + width(&name);
                return Door { row: 0, cols, key, name, purpose: "" };
            };
            let from = left + FIRST + other % 2 * EACH;
            let name = format!(" {}", view.title(app.say()));
            let purpose = words::purpose(*view, say);
            Door { row: other / 2, cols: from..from + NAME + width(purpose), key, name, purpose }
        };
        let doors: Vec<Door> = views.iter().enumerate().map(door).collect();
        let rows = doors.last().map_or(0, |door| door.row + 1);
        let story = format!(
            "{} {}: {}",
            key(app, View::Story),
            View::Story.title(app.say()),
            words::purpose(View::Story, say)
        );
        Self { all: doors, below: Some(story), rows: rows.max(2) }
    }

    /// Draws them from `row` on; where the hardware cursor stands.
    pub(super) fn draw(&self, app: &App, surface: &mut Surface<'_>, theme: Theme, row: usize) -> Cursor {
        let mut cursor = None;
        for (place, door) in self.all.iter().enumerate() {
            let (at, from) = (row + door.row, door.cols.start);
            let is_chosen = place == front::chosen(app);
            let strong = if place == 0 && !is_chosen && door.purpose.is_empty() {
                Style::new()
            } else {
                theme.strong()
            };
            let col = surface.text(at, from, door.cols.end, &door.key, theme.strong());
            // Where it says what it is for, the name is a heading.
            let name = if door.purpose.is_empty() && place > 0 { Style::new() } else { strong };
            surface.text(at, col, door.cols.end, &door.name, name);
            surface.text(at, from + NAME, door.cols.end, door.purpose, Style::new());
            if is_chosen {
                let bold = theme.current().patch(theme.strong());
                surface.style(at, (from.saturating_sub(1), door.cols.end + 1), bold);
                cursor = Some(surface.position(at, from));
            }
        }
        if let (Some(below), Some(first)) = (&self.below, self.all.first()) {
            surface.text(row + 1, first.cols.start, surface.cols(), below, Style::new());
        }
        cursor
    }

    /// The door at a row, counted from the first of the doors, and a column.
    pub(super) fn at(&self, (row, col): (usize, usize)) -> Option<usize> {
        self.all.iter().position(|door| door.row == row && door.cols.contains(&col))
    }
}

/// `Enter` before the first, which the page is for; the views' own keys before the others, and before it where another is
/// chosen.
fn door_key(app: &App, place: usize, view: View) -> String {
    if place > 0 {
        return key(app, view);
    }
    let enter = written(app, Action::OpenDoor);
    if front::chosen(app) == 0 {
        return enter;
    }
    let own = key(app, view);
    // What stands behind it stays where it is.
    format!("{own}{}", " ".repeat(width(&enter).saturating_sub(width(&own))))
}

/// `Enter read   1-5 views`, on one row, where there is room for nothing else; where the hardware cursor stands.
pub(super) fn draw_short(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    row: usize,
    left: usize,
) -> (u16, u16) {
    let views = front::doors(app);
    let chosen = views.get(front::chosen(app)).copied();
    let name = chosen
        .filter(|view| *view != View::Story)
        .map_or(theme.say.front.read_short, |view| view.title(theme.say));
    let col = surface.text(
        row,
        left,
        surface.cols(),
        &written(app, Action::OpenDoor),
        theme.current().patch(theme.strong()),
    );
    let col = surface.text(row, col + 1, surface.cols(), name, Style::new());
    let keys: Vec<String> = View::ALL.into_iter().map(|view| key(app, view)).collect();
    let keys = match (keys.first(), keys.last()) {
        (Some(first), Some(last)) => format!("{first}-{last}"),
        _ => String::new(),
    };
    let col = surface.text(row, col + 3, surface.cols(), &keys, theme.strong());
    surface.text(row, col + 1, surface.cols(), theme.say.front.views, Style::new());
    surface.position(row, left)
}
