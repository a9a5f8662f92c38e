//! The preview of an export: what it holds, how it is written and where it would go, and the very bytes, line by line.
//!
//! ```text
//! Export 7 of 96 milestones, 9 sources, 2 with a note, 9.1 kB, 94 lines
//! format  markdown   notes  footnotes   language  en   picture  no
//! to      walls-and-gates-tencent-2021.md
//! ────────────────────────────────────────────────────────────────
//! ```

use std::ops::Range;

use ratatui::style::Style;

use super::pen::Pen;
use super::question;
use super::theme::Theme;
use crate::app::preview::{Facts, Preview};
use crate::app::scroll::{Lines, Place};
use crate::app::setting::Setting;
use crate::app::table::TABLE;
use crate::app::{App, Layer};
use crate::text::{line_pieces, width};

/// Rows above the text: what is exported, how, the path, a rule.
pub(super) const HEAD: u16 = 4;
/// Columns before the text, for the mark of a line that goes on.
const MARGIN: usize = 2;
/// Columns between settings.
const GAP: usize = 2;

/// Draws the preview, or the question that lies on it; where the hardware cursor stands.
pub(super) fn draw(app: &App, preview: &Preview, pen: &mut Pen<'_>, theme: Theme) -> (u16, u16) {
    if let Some(Layer::Replace(question)) = app.layers().last() {
        return question::draw(question, preview, pen, theme);
    }
    facts(preview.facts(), pen, theme);
    let (first, in_settings) = settings(preview, pen, theme);
    let label = if preview.is_naming() { theme.strong() } else { Style::new() };
    let name = Setting::Path.name();
    let col = pen.text(2, 0, pen.cols(), name, label).max(first) + 1;
    let cursor = if preview.is_naming() {
        pen.prompt(2, col, &preview.path, theme)
    } else {
        let end = pen.text(2, col, pen.cols(), preview.path.text(), Style::new());
        let row = TABLE.iter().find(|row| preview.path_step() == Some(row.action));
        if let Some(key) = row.and_then(|row| row.keys.first()) {
            let hint = format!("{key} edits it");
            if end + GAP + width(&hint) <= pen.cols() {
                pen.text(2, end + GAP, pen.cols(), &hint, Style::new());
            }
        }
        in_settings
    };
    pen.fill(3, 0, pen.cols(), theme.glyphs.rule, theme.dim());
    let look = |_| Look::default();
    folded(preview, preview.top, &mut pen.under(HEAD), theme, look);
    cursor
}

/// Columns of a text on a screen that has so many between its margins.
pub(super) fn text_cols(cols: usize) -> usize {
    cols.saturating_sub(MARGIN).max(1)
}

/// What the export holds; where room is short, what says least of it goes first.
fn facts(facts: Facts, pen: &mut Pen<'_>, theme: Theme) {
    let count = |count: usize, one: &str, many: &str| match count {
        0 => String::new(),
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    };
    let whole = format!("{} of {}", facts.milestones, facts.of);
    let named = format!("{whole} {}", if facts.of == 1 { "milestone" } else { "milestones" });
    let sources = count(facts.sources, "source", "sources");
    let noted = count(facts.noted, "with a note", "with a note");
    let lines = count(facts.lines, "line", "lines");
    let size = facts.size();
    let all = ["Export ", &named, &sources, &noted, &size, &lines];
    let shorter = [
        all,
        ["Export ", &named, &sources, &noted, &size, ""],
        ["", &named, &sources, &noted, &size, ""],
        ["", &named, &sources, "", &size, ""],
        ["", &whole, &sources, "", &size, ""],
        ["", &whole, "", "", &size, ""],
    ];
    let rest = |parts: &[&str]| {
        parts.iter().filter(|part| !part.is_empty()).fold(String::new(), |line, part| line + ", " + part)
    };
    let fits = |[verb, milestones, parts @ ..]: &[&str; 6]| {
        width(verb) + width(milestones) + width(&rest(parts)) <= pen.cols()
    };
    let [verb, milestones, parts @ ..] = shorter.into_iter().find(fits).unwrap_or(all);
    let col = pen.text(0, 0, pen.cols(), verb, theme.strong());
    let col = pen.text(0, col, pen.cols(), milestones, theme.selected());
    pen.text(0, col, pen.cols(), &rest(&parts), Style::new());
}

/// One setting as it is drawn: its name, its value, and whether it can be changed.
struct Shown {
    setting: Setting,
    name: &'static str,
    value: &'static str,
    is_fixed: bool,
}

impl Shown {
    /// Columns of it with a blank on either side of its value.
    fn width(&self) -> usize {
        let name = if self.name.is_empty() { 0 } else { width(self.name) + 1 };
        name + width(self.value) + 2
    }
}

/// The settings on one line, the chosen one reversed, and in sight: the column of the first value, and where the
/// hardware cursor stands. Where room is short, their values alone.
fn settings(preview: &Preview, pen: &mut Pen<'_>, theme: Theme) -> (usize, (u16, u16)) {
    let on_line = || Setting::ALL.into_iter().filter(|setting| *setting != Setting::Path);
    let shown = |setting: Setting, name, value| Shown {
        setting,
        name,
        value,
        is_fixed: preview.why_fixed(setting).is_some(),
    };
    let named = on_line()
        .map(|setting| shown(setting, setting.name(), preview.value(setting).unwrap_or(theme.glyphs.dash)));
    let mut settings: Vec<Shown> = named.collect();
    let columns = |settings: &[Shown], gap: usize| {
        let widths: usize = settings.iter().map(Shown::width).sum();
        (widths + gap * settings.len().saturating_sub(1)).saturating_sub(1)
    };
    let mut gap = GAP;
    if columns(&settings, gap) > pen.cols() {
        let alone = |setting| preview.value_alone(setting).map(|value| shown(setting, "", value));
        settings = on_line().filter_map(alone).collect();
        gap = 0;
    }
    let chosen = settings.iter().position(|shown| shown.setting == preview.chosen);
    let upto = chosen.map_or(0, |chosen| chosen + 1);
    let fits = |first: &usize| {
        let mark = if *first > 0 { width(theme.glyphs.ellipsis) } else { 0 };
        settings.get(*first..upto).is_none_or(|part| mark + columns(part, gap) <= pen.cols())
    };
    let first = (0..upto).find(fits).unwrap_or(chosen.unwrap_or(0));
    let mut cursor = (0, 0);
    let mut col = if first > 0 { pen.text(1, 0, pen.cols(), theme.glyphs.ellipsis, theme.dim()) } else { 0 };
    for shown in settings.get(first..).unwrap_or_default() {
        let at = if shown.name.is_empty() {
            col
        } else {
            pen.text(1, col, pen.cols(), shown.name, Style::new()) + 1
        };
        // What cannot be changed is told, not offered.
        let value = if shown.is_fixed { format!("({})", shown.value) } else { format!(" {} ", shown.value) };
        let end = pen.text(1, at, pen.cols(), &value, Style::new());
        if shown.setting == preview.chosen {
            pen.style(1, (at, end), theme.current());
            cursor = pen.position(1, at);
        }
        col = end + gap;
    }
    let named = settings.first().map_or(0, |shown| width(shown.name));
    (if named > 0 { named + 1 } else { 0 }, cursor)
}

/// How a line is drawn.
#[derive(Default)]
pub(super) struct Look {
    /// What stands before it.
    pub(super) mark: &'static str,
    pub(super) style: Style,
    /// What of it changed. Bytes.
    pub(super) changed: Range<usize>,
}

/// The rows of `text` from `top` on, each line as `look` says. What does not fit
/// goes on below, behind a mark: no break here is one of the text's.
pub(super) fn folded(
    text: &impl Lines,
    top: Place,
    pen: &mut Pen<'_>,
    theme: Theme,
    look: impl Fn(usize) -> Look,
) {
    let cols = text_cols(pen.cols());
    let mut row = 0;
    for number in top.line..text.len() {
        let line = text.line(number);
        let from = if number == top.line { top.at } else { 0 };
        let Look { mark, style, changed } = look(number);
        let mut at = from;
        for (nth, part) in line_pieces(line.get(from..).unwrap_or_default(), cols).enumerate() {
            if row == pen.rows() {
                return;
            }
            let goes_on = nth > 0 || from > 0;
            let (mark, marked) = if goes_on { (theme.glyphs.goes_on, theme.dim()) } else { (mark, style) };
            let col = pen.text(row, 0, pen.cols(), mark, marked).max(MARGIN - 1) + 1;
            pen.text(row, col, pen.cols(), part, style);
            let cols = |end: usize| part.get(..end.saturating_sub(at).min(part.len())).map_or(0, width);
            pen.style(row, (col + cols(changed.start), col + cols(changed.end)), theme.changed());
            at += part.len();
            row += 1;
        }
    }
}
