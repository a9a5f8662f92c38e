//! The palette: all actions with their keys, the ones found by typing, dim with a reason where they are off.

use ratatui::style::Style;

use crate::app::App;
use crate::app::keymap::Keymap;
use crate::app::mode::Mode;
use crate::app::overlays::stack;
use crate::app::palette::{Palette, PaletteLine};
use crate::app::row::Row;
use crate::text::width;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;
use crate::words::Words;

/// Rows above the list: the prompt and a blank.
pub(in crate::ui) const HEAD: u16 = 2;
/// Columns of the keys, on a narrow screen and on others.
const KEYS: (usize, usize) = (11, 16);

/// Draws the palette; where the hardware cursor stands.
pub(in crate::ui) fn draw(
    app: &App,
    palette: &Palette,
    surface: &mut Surface<'_>,
    theme: Theme,
) -> (u16, u16) {
    let col =
        surface.text(0, 0, surface.cols(), &format!("{} ", theme.say.prompts.find_action), Style::new());
    let cursor = surface.prompt(0, col, &palette.prompt, theme);
    let below = stack::mode_below_top(app);
    let lines = palette.lines(below, app.keys(), app, theme.say);
    let mut list = surface.under(HEAD);
    if lines.is_empty() {
        list.text(0, 0, list.cols(), theme.say.views.no_action, theme.strong());
    }
    for (row, content) in lines.iter().skip(palette.top).take(list.rows()).enumerate() {
        line((palette, app.keys()), below, &mut list, theme, (row, content));
    }
    let is_action = |line: &&PaletteLine<App>| matches!(line, PaletteLine::Action(..));
    list.more(theme, lines.len(), palette.top, |hidden| lines[hidden].iter().filter(is_action).count());
    cursor
}

fn line(
    (palette, keymap): (&Palette, &Keymap<App>),
    below: Mode,
    surface: &mut Surface<'_>,
    theme: Theme,
    (row, content): (usize, &PaletteLine<App>),
) {
    match content {
        PaletteLine::Blank => {}
        PaletteLine::Heading(group) => {
            surface.text(row, 0, surface.cols(), &group.title(theme.say).to_uppercase(), theme.strong());
        }
        PaletteLine::Action(action, place, off) => {
            let (keys, text) = match off {
                None => (theme.strong(), Style::new()),
                Some(_) => (theme.dim(), theme.dim()),
            };
            let name = named(keymap, action, below, keys_end(surface).saturating_sub(1));
            let col = surface.text(row, 1, keys_end(surface), &name, keys).max(keys_end(surface));
            surface.text(row, col + 1, surface.cols(), &described(action, off.as_deref(), theme.say), text);
            if *place == palette.cursor {
                surface.restyle(row, theme.current());
            }
        }
    }
}

/// The keys that mean it below the palette, as many as fit in so many columns; where there is none, what is typed to find
/// it.
fn named(keymap: &Keymap<App>, action: &Row<App>, below: Mode, cols: usize) -> String {
    let mut keys = keymap.written_in(below, action.action);
    let Some(first) = keys.next() else { return keymap.shown(below, action.action) };
    keys.fold(first, |shown, key| {
        let more = format!("{shown}  {key}");
        if width(&more) <= cols { more } else { shown }
    })
}

fn described(action: &Row<App>, off: Option<&str>, say: &Words) -> String {
    let help = action.help(say);
    off.map_or_else(|| help.to_owned(), |reason| format!("{help}  ({reason})"))
}

fn keys_end(surface: &Surface<'_>) -> usize {
    if surface.cols() < 60 { KEYS.0 } else { KEYS.1 }
}

/// What the list has no room for: why the chosen action is off, or what it does, on a line of its own. Says whether it
/// was needed.
pub(in crate::ui) fn chosen(app: &App, palette: &Palette, surface: &mut Surface<'_>, theme: Theme) -> bool {
    let lines = palette.lines(stack::mode_below_top(app), app.keys(), app, theme.say);
    let chosen = lines.iter().find_map(|line| match line {
        PaletteLine::Action(action, place, off) if *place == palette.cursor => Some((*action, off)),
        PaletteLine::Blank | PaletteLine::Heading(_) | PaletteLine::Action(..) => None,
    });
    let Some((action, off)) = chosen else { return false };
    let is_cut =
        keys_end(surface) + 1 + width(&described(action, off.as_deref(), theme.say)) > surface.cols();
    if is_cut {
        surface.text(0, 0, surface.cols(), off.as_deref().unwrap_or(action.help(theme.say)), theme.strong());
    }
    is_cut
}
