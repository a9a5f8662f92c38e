//! The palette: all actions with their keys, the ones found by typing, dim with a reason where they are off.

use super::pen::Pen;
use super::theme::Theme;
use crate::app::App;
use crate::app::palette::{Line, Palette};

/// Rows above the list: the prompt and a blank.
pub(super) const HEAD: u16 = 2;
/// Columns of the keys.
const KEYS: usize = 16;

/// Draws the palette; where the hardware cursor stands.
pub(super) fn draw(app: &App, palette: &Palette, pen: &mut Pen<'_>, theme: Theme) -> (u16, u16) {
    let col = pen.text(0, 0, pen.cols(), "Find an action: ", theme.dim());
    let cursor = pen.prompt(0, col, &palette.prompt, theme);
    let lines = palette.lines(app.mode_below_top(), app);
    let mut list = pen.under(HEAD);
    if lines.is_empty() {
        list.text(0, 0, list.cols(), "No action has these words.", theme.strong());
    }
    for (row, content) in lines.iter().skip(palette.top).take(list.rows()).enumerate() {
        line(palette, &mut list, theme, row, content);
    }
    let is_action = |line: &&Line| matches!(line, Line::Action(..));
    list.more(theme, lines.len(), palette.top, |hidden| lines[hidden].iter().filter(is_action).count());
    cursor
}

fn line(palette: &Palette, pen: &mut Pen<'_>, theme: Theme, row: usize, content: &Line) {
    match content {
        Line::Blank => {}
        Line::Heading(group) => {
            pen.text(row, 0, pen.cols(), &group.title().to_uppercase(), theme.dim().patch(theme.strong()));
        }
        Line::Action(action, place, off) => {
            let (keys, text) = match off {
                None => (theme.strong(), ratatui::style::Style::new()),
                Some(_) => (theme.dim(), theme.dim()),
            };
            let col = pen.text(row, 1, KEYS, &action.keys.join("  "), keys).max(KEYS);
            let col = pen.text(row, col + 1, pen.cols(), action.help, text);
            if let Some(reason) = off {
                pen.text(row, col + 2, pen.cols(), &format!("({reason})"), theme.dim());
            }
            if *place == palette.cursor {
                pen.restyle(row, theme.current());
            }
        }
    }
}
