//! What each of the keys after `y` would copy, while the next key is awaited: a row each, above the footer, over the
//! bottom rows of what lies there.
//!
//! ```text
//! ──────────────────────────────────────────────────────────────────────────────────────────────
//! y  milestone  9 September 2021. MIIT → Alibaba, Tencent: Ministry tells platforms to lift li…
//! c  citation   The Paper, "…", 17 September 2021 (language: zh) https://…
//! l  address    https://…
//! v  view       wallchart -c tencent --at miit-guidance-meeting
//! m  Markdown   7 milestones
//! ```

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{App, copy};
use crate::text::width;
use crate::ui::panes::Panes;
use crate::ui::surface::{Surface, cells};
use crate::ui::theme::Theme;

/// Columns between key, name and line.
const GAP: usize = 2;

/// Draws the rows, as many as there is room for. The hardware cursor that would stand at `cursor` stands there only if
/// that is not under them.
pub(in crate::ui) fn draw(
    app: &App,
    frame: &mut Frame<'_>,
    panes: Panes,
    theme: Theme,
    cursor: Option<(u16, u16)>,
) -> Option<(u16, u16)> {
    let copies = copy::offers(app);
    // A row stays for what they lie over.
    let room = panes.footer.y.saturating_sub(panes.title.bottom() + 1);
    let rows = if copies.is_empty() { 0 } else { cells(copies.len() + 1).min(room) };
    let area = Rect { y: panes.footer.y - rows, height: rows, ..panes.footer };
    let mut surface = Surface::on(frame, area, theme);
    surface.clear();
    surface.fill(0, 0, surface.cols(), theme.glyphs.rule, theme.dim());
    let names = copies.iter().map(|copy| width(copy.name)).max().unwrap_or(0);
    for (row, copy) in (1..).zip(&copies) {
        let (key, text) = match copy.line {
            Ok(_) => (theme.strong(), Style::new()),
            Err(_) => (theme.dim(), theme.dim()),
        };
        let col = surface.text(row, 0, surface.cols(), &copy.key.to_string(), key) + GAP;
        surface.text(row, col, surface.cols(), copy.name, Style::new());
        let line = match &copy.line {
            // The arrow is ours, and drawn as everywhere.
            Ok(line) => line.replace('→', theme.glyphs.arrow),
            Err(reason) => format!("({reason})"),
        };
        surface.text(row, col + names + GAP, surface.cols(), &line, text);
    }
    if !copies.is_empty() && usize::from(rows) > copies.len() {
        // The footer would say all of it again.
        let mut footer = Surface::on(frame, panes.footer, theme);
        footer.clear();
        let col = footer.text(0, 0, footer.cols(), "Esc", theme.strong());
        footer.text(0, col + 1, footer.cols(), theme.say.footer.copy_nothing, Style::new());
    }
    cursor.filter(|at| !area.contains(Position::from(*at)))
}
