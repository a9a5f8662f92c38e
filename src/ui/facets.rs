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
pub(super) fn draw(app: &App, pen: &mut Pen<'_>, theme: Theme) -> Option<(u16, u16)> {
    if pen.rows() == 0 || pen.cols() == 0 {
        return None;
    }
    let pane = app.facet_pane();
    let rows = app.facet_rows();
    let years = app.index().values(Field::Year);
    let most = years.iter().map(|tick| app.matches().count(*tick)).max().unwrap_or(0);
    let focused = app.focus() == Focus::Facets;
    for (row, content) in rows.iter().skip(pane.top).take(pen.rows()).enumerate() {
        match content {
            Row::Heading(field) => {
                let heading = theme.dim().patch(theme.strong());
                pen.text(row, 0, pen.cols(), &field.key().to_uppercase(), heading);
            }
            Row::Value(tick) => value(app, pen, theme, row, *tick, most),
            Row::More(more) => {
                pen.text(row, NAME, pen.cols(), &format!("{more} more"), theme.dim());
            }
            Row::Blank => {}
        }
        if focused && pane.top + row == pane.cursor {
            pen.restyle(row, theme.current());
        }
    }
    let is_value = |row: &&Row| matches!(row, Row::Value(_) | Row::More(_));
    pen.more(theme, rows.len(), pane.top, |hidden| rows[hidden].iter().filter(is_value).count());
    focused.then(|| pen.position(pane.cursor.saturating_sub(pane.top), 0))
}

fn value(app: &App, pen: &mut Pen<'_>, theme: Theme, row: usize, tick: Tick, most: usize) {
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
    let name_end = pen
        .right(row, pen.cols(), &count.to_string(), if chosen { style } else { theme.dim() })
        .saturating_sub(1);
    let mut col = NAME;
    if let Some(id) = tick.kind() {
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
