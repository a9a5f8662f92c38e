//! The facet pane: values with the counts that only they would give, a bar for years, a tick where chosen.
//!
//! ```text
//! COMPANY
//! ✓ Tencent          21
//!   17 more
//!
//! YEAR
//!   2021   ▪▪▪▪▪▪▪   17
//! ```

use ratatui::style::Style;

use super::pen::Pen;
use super::theme::Theme;
use crate::app::facets::Row;
use crate::app::{App, Focus};
use crate::query::{Field, Tick};

const NAME: usize = 2;
/// Where a year's bar begins, and how long the longest is.
const BAR: usize = 8;
const LONGEST: usize = 7;

/// Draws the rows in sight; where the hardware cursor stands.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>, theme: Theme, on_top: bool) -> Option<(u16, u16)> {
    let pane = app.facet_pane();
    let rows = app.facet_rows();
    let focused = app.focus() == Focus::Facets;
    let most =
        app.facets().values(Field::Year).iter().map(|tick| app.matches().count(*tick)).max().unwrap_or(0);
    let end = pen.cols() - if on_top { 2 } else { 0 };
    if on_top {
        (0..pen.rows()).for_each(|row| wall(pen, theme, row));
    }
    for (row, content) in rows.iter().skip(pane.top).take(pen.rows()).enumerate() {
        match content {
            Row::Heading(field) => {
                pen.text(row, 0, end, &field.key().to_uppercase(), theme.dim().patch(theme.strong()));
            }
            Row::Value(tick) => value(app, pen, theme, (row, end, most), *tick),
            Row::More(more) => {
                pen.text(row, NAME, end, &format!("{more} more"), theme.dim());
            }
            Row::Blank => {}
        }
        if focused && pane.top + row == pane.cursor {
            pen.restyle(row, theme.current());
        }
    }
    let below = rows.len().saturating_sub(pane.top + pen.rows());
    if below > 0 {
        let row = pen.rows() - 1;
        pen.fill(row, 0, end, " ", Style::reset());
        pen.text(row, NAME, end, &format!("{} {} more below", theme.glyphs.ellipsis, below + 1), theme.dim());
    }
    focused.then(|| pen.position(pane.cursor.saturating_sub(pane.top), 0))
}

fn wall(pen: &mut Pen<'_>, theme: Theme, row: usize) {
    pen.text(row, pen.cols() - 1, pen.cols(), theme.glyphs.wall, theme.dim());
}

fn value(app: &App, pen: &mut Pen<'_>, theme: Theme, (row, end, most): (usize, usize, usize), tick: Tick) {
    let count = app.matches().count(tick);
    let chosen = app.query().has(tick);
    let style = match (chosen, count) {
        (true, _) => theme.strong(),
        (false, 0) => theme.dim(),
        (false, _) => Style::new(),
    };
    if chosen {
        pen.text(row, 0, 1, theme.glyphs.tick, theme.selected());
    }
    let name_end =
        pen.right(row, end, &count.to_string(), if chosen { style } else { theme.dim() }).saturating_sub(1);
    let mut col = NAME;
    if let Tick::Kind(id) = tick {
        let (glyph, tone) = theme.kind(app.dataset().kind(id));
        pen.text(row, col, col + 1, glyph, if count == 0 { theme.dim() } else { tone });
        col += 2;
    }
    pen.text(row, col, name_end, &tick.name(app.dataset()), style);
    if matches!(tick, Tick::Year(_)) && most > 0 {
        let style = if chosen { theme.selected() } else { theme.dim() };
        pen.fill(row, BAR, BAR + (count * LONGEST).div_ceil(most), theme.glyphs.block, style);
    }
}
