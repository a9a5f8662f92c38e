//! The help: what is drawn on this screen, words, and all actions with their keys, the ones found by typing, dim with a
//! reason where they are off.

use ratatui::style::Style;

use crate::app::App;
use crate::app::keymap::Keymap;
use crate::app::mode::Mode;
use crate::app::overlays::{help, stack};
use crate::app::palette::{Palette, PaletteLine};
use crate::app::row::Row;
use crate::dataset::{BarrierState, Dataset, Tone};
use crate::text::width;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;
use crate::words::{HelpSign, HelpTerm, Words};

/// Rows above the list: the prompt and a blank.
pub(in crate::ui) const HEAD: u16 = 2;
/// Columns of the keys, on a narrow screen and on others.
const KEYS: (usize, usize) = (11, 16);
/// Columns of what is drawn, beside the term for it.
const SIGN: usize = 4;

/// Draws the help; where the hardware cursor stands.
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
    let lines = help::lines(app);
    let mut list = surface.under(HEAD);
    if lines.is_empty() {
        list.text(0, 0, list.cols(), theme.say.views.no_action, theme.strong());
    }
    for (row, content) in lines.iter().skip(palette.top).take(list.rows()).enumerate() {
        line(app, below, &mut list, theme, (row, content));
        if content.place() == Some(palette.cursor) {
            list.restyle(row, theme.current());
        }
    }
    let is_entry = |line: &&PaletteLine<App>| line.place().is_some();
    list.more(theme, lines.len(), palette.top, |hidden| lines[hidden].iter().filter(is_entry).count());
    cursor
}

fn line(
    app: &App,
    below: Mode,
    surface: &mut Surface<'_>,
    theme: Theme,
    (row, content): (usize, &PaletteLine<App>),
) {
    match content {
        PaletteLine::Blank => {}
        PaletteLine::Heading(title) => {
            surface.text(row, 0, surface.cols(), &title.to_uppercase(), theme.strong());
        }
        PaletteLine::Term(term, _) => {
            let mut col = 1;
            for (sign, style) in signs(term.sign, app.dataset(), theme) {
                col = surface.text(row, col, 1 + SIGN, &sign, style);
            }
            let end = means_at(surface);
            let col = surface.text(row, 1 + SIGN, surface.cols(), term.name, theme.strong()).max(end);
            surface.text(row, col + 1, surface.cols(), term.means, Style::new());
        }
        PaletteLine::Action(action, _, off) => {
            let (keys, text) = match off {
                None => (theme.strong(), Style::new()),
                Some(_) => (theme.dim(), theme.dim()),
            };
            let name = named(app.keys(), action, below, keys_end(surface).saturating_sub(1));
            let col = surface.text(row, 1, keys_end(surface), &name, keys).max(keys_end(surface));
            surface.text(row, col + 1, surface.cols(), &described(action, off.as_deref(), theme.say), text);
        }
    }
}

/// How it is drawn: walls three columns wide, kinds of milestone one each.
fn signs(sign: HelpSign, dataset: &Dataset, theme: Theme) -> Vec<(String, Style)> {
    let state = |state: BarrierState| {
        let (glyph, style) = theme.state(state);
        vec![(glyph.repeat(SIGN - 1), style)]
    };
    let tone = |tone: Tone| {
        let kinds = dataset.kinds().iter().filter(|kind| kind.tone == tone).take(2);
        kinds.map(|kind| theme.kind(kind)).map(|(glyph, style)| (format!("{glyph} "), style)).collect()
    };
    let plain = |[one, other]: [&str; 2]| vec![(format!("{one} {other}"), Style::new())];
    match sign {
        HelpSign::None => Vec::new(),
        HelpSign::Closed => state(BarrierState::Closed),
        HelpSign::Limited => state(BarrierState::Limited),
        HelpSign::Trial => state(BarrierState::Trial),
        HelpSign::Open => state(BarrierState::Open),
        HelpSign::Broken => {
            let (glyph, style) = theme.state(BarrierState::Closed);
            vec![(format!("{glyph} {glyph}"), style.patch(theme.dim()))]
        }
        HelpSign::Unknown => state(BarrierState::Unknown),
        HelpSign::Closing => tone(Tone::Closing),
        HelpSign::Opening => tone(Tone::Opening),
        HelpSign::Trying => tone(Tone::Trial),
        HelpSign::Ruling => tone(Tone::Rule),
        HelpSign::Neutral => tone(Tone::Neutral),
        HelpSign::Sides => plain(theme.glyphs.sides),
        HelpSign::Beyond => plain([theme.glyphs.earlier, theme.glyphs.later]),
    }
}

/// The column before what a term means.
fn means_at(surface: &Surface<'_>) -> usize {
    SIGN + keys_end(surface) + 2
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

/// What the list has no room for: why the chosen action is off, or what it does, or what the chosen term means, on a line of
/// its own. Says whether it was needed.
pub(in crate::ui) fn chosen(app: &App, palette: &Palette, surface: &mut Surface<'_>, theme: Theme) -> bool {
    let lines = help::lines(app);
    let Some(line) = lines.iter().find(|line| line.place() == Some(palette.cursor)) else { return false };
    let (cols, told) = match line {
        PaletteLine::Action(action, _, off) => {
            let whole = width(&described(action, off.as_deref(), theme.say));
            (keys_end(surface) + 1 + whole, off.as_deref().unwrap_or(action.help(theme.say)))
        }
        PaletteLine::Term(term, _) => (term_cols(term, surface), term.means),
        PaletteLine::Blank | PaletteLine::Heading(_) => return false,
    };
    let is_cut = cols > surface.cols();
    if is_cut {
        surface.text(0, 0, surface.cols(), told, theme.strong());
    }
    is_cut
}

/// Columns of a term with what it means.
fn term_cols(term: &HelpTerm, surface: &Surface<'_>) -> usize {
    (1 + SIGN + width(term.name)).max(means_at(surface)) + 1 + width(term.means)
}
