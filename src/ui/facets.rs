//! The facet pane: values with the counts that only they would give, a bar for each, a tick where chosen.
//!
//! ```text
//! Company
//! ✓ Tencent          21  ▪▪▪▪▪▪▪
//!   17 more
//!
//! Year
//!   2021             17  ▪▪▪▪▪▪▪
//! ```

use ratatui::style::Style;

use crate::app::facets::FacetPaneRow;
use crate::app::{App, Focus, facet_pane};
use crate::query::{FacetValue, Field, Pairing};
use crate::text::{ellipsize, shorten};
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

const NAME: usize = 2;
/// Columns of the pane from which there is room for bars, and for longer ones.
const BARS_FROM: [(usize, usize); 2] = [(36, 7), (26, 5)];

/// The bars beside the values of a facet: where the counts end before them, how long the longest is, and how many
/// milestones it stands for.
#[derive(Clone, Copy)]
struct Bars {
    counts: usize,
    longest: usize,
    most: usize,
}

impl Bars {
    fn new(app: &App, field: Field, cols: usize) -> Self {
        let counts = facet_pane::values(app, field).iter().map(|value| app.matches().count(*value));
        let most = counts.max().unwrap_or(0);
        let longest = BARS_FROM.into_iter().find(|(from, _)| *from <= cols).map_or(0, |(_, longest)| longest);
        let counts = cols.saturating_sub(if longest > 0 { longest + 2 } else { 0 });
        Self { counts, longest, most }
    }

    fn draw(self, surface: &mut Surface<'_>, row: usize, count: usize, (glyph, style): (&str, Style)) {
        let long = (count * self.longest).div_ceil(self.most.max(1));
        surface.fill(row, self.counts + 2, self.counts + 2 + long, glyph, style);
    }
}

/// What a facet is called.
fn heading(field: Field) -> String {
    let mut name = field.key().to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

/// Draws the rows in sight; where the hardware cursor stands.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme) -> Option<(u16, u16)> {
    if surface.rows() == 0 || surface.cols() == 0 {
        return None;
    }
    let pane = facet_pane::state(app);
    let rows = facet_pane::rows(app);
    let mut bars: Option<(Field, Bars)> = None;
    let focused = app.focus() == Focus::Facets;
    for (row, content) in rows.iter().skip(pane.top).take(surface.rows()).enumerate() {
        match content {
            FacetPaneRow::Heading(field) => {
                let col = surface.text(row, 0, surface.cols(), &heading(*field), theme.strong());
                if let Some((_, text)) = pane.narrow.as_ref().filter(|(narrowed, _)| narrowed == field) {
                    surface.text(row, col + 1, surface.cols(), &format!("/{text}"), theme.selected());
                }
            }
            FacetPaneRow::Value(tick) => {
                let field = tick.field();
                let known = bars.filter(|(of, _)| *of == field).map(|(_, bars)| bars);
                let own = known.unwrap_or_else(|| Bars::new(app, field, surface.cols()));
                bars = Some((field, own));
                value(app, surface, theme, (row, own), *tick);
            }
            FacetPaneRow::Pairing(pairing) => switch(surface, theme, row, *pairing),
            FacetPaneRow::More(_, more) => {
                surface.text(row, NAME, surface.cols(), &(theme.say.counts.more)(*more), theme.dim());
            }
            FacetPaneRow::Nothing => {
                surface.text(row, NAME, surface.cols(), theme.say.views.nothing_like_it, Style::new());
            }
            FacetPaneRow::Blank => {}
        }
        if focused && pane.top + row == pane.cursor {
            surface.restyle(row, theme.current());
            if let FacetPaneRow::Pairing(pairing) = content {
                for (own, cols, _) in &SWITCH {
                    surface.style(row, *cols, weight(theme, own == pairing));
                }
            }
        }
    }
    let is_value = |row: &&FacetPaneRow| matches!(row, FacetPaneRow::Value(_) | FacetPaneRow::More(..));
    surface.more(theme, rows.len(), pane.top, |hidden| rows[hidden].iter().filter(is_value).count());
    focused.then(|| surface.position(pane.cursor.saturating_sub(pane.top), 0))
}

/// `any / between`, the one that holds in bold.
fn switch(surface: &mut Surface<'_>, theme: Theme, row: usize, pairing: Pairing) {
    for (own, (from, to), name) in SWITCH {
        surface.text(row, from, to, name, weight(theme, own == pairing));
    }
    surface.text(row, NAME + 4, surface.cols(), "/", theme.dim());
}

/// The ways to ask for two companies: where on the row each stands, and what it says.
const SWITCH: [(Pairing, (usize, usize), &str); 2] =
    [(Pairing::Any, (NAME, NAME + 3), "any"), (Pairing::Between, (NAME + 6, NAME + 13), "between")];

fn weight(theme: Theme, holds: bool) -> Style {
    if holds { theme.strong() } else { Style::new() }
}

fn value(app: &App, surface: &mut Surface<'_>, theme: Theme, (row, bars): (usize, Bars), tick: FacetValue) {
    let count = app.matches().count(tick);
    let query = app.query();
    let excluded = query.excludes(tick);
    let mark = match () {
        () if query.has(tick) && query.wants_all(tick.field()) => theme.glyphs.pair,
        () if query.has(tick) => theme.glyphs.tick,
        () if excluded => theme.glyphs.cross,
        () if query.pairs(tick) => theme.glyphs.pair,
        () => "",
    };
    let chosen = !mark.is_empty() && !excluded;
    // That there is none says its count.
    let style = match (chosen, count) {
        (true, _) => theme.strong(),
        (false, 0) => theme.dim(),
        (false, _) => Style::new(),
    };
    surface.text(row, 0, 1, mark, theme.selected());
    let name_end = surface
        .right(row, bars.counts, &count.to_string(), if chosen { style } else { Style::new() })
        .saturating_sub(1);
    let mut col = NAME;
    if let Some(id) = tick.kind() {
        let (glyph, tone) = theme.kind(app.dataset().kind(id));
        surface.text(row, col, col + 1, glyph, if count == 0 { theme.dim() } else { tone });
        col += 2;
    }
    let name = tick.name(app.dataset(), app.lang());
    let room = name_end.saturating_sub(col);
    let mark = theme.glyphs.ellipsis;
    let cut = if has_counterpart(app, tick, &name, |name| ellipsize(name, room, mark).into_owned()) {
        shorten(&name, room, mark)
    } else {
        ellipsize(&name, room, mark)
    };
    surface.text(row, col, name_end, &cut, style);
    bars.draw(
        surface,
        row,
        count,
        (theme.glyphs.block, if chosen { theme.selected() } else { Style::new() }),
    );
}

/// Whether another value in sight, cut at its end, reads the same.
fn has_counterpart(app: &App, tick: FacetValue, name: &str, cut: impl Fn(&str) -> String) -> bool {
    let own = cut(name);
    let top = facet_pane::state(app).top;
    own != name
        && facet_pane::rows(app).iter().skip(top).take(app.pages().facets).any(|row| match row {
            FacetPaneRow::Value(other) if *other != tick => {
                cut(&other.name(app.dataset(), app.lang())) == own
            }
            FacetPaneRow::Heading(_)
            | FacetPaneRow::Value(_)
            | FacetPaneRow::More(..)
            | FacetPaneRow::Pairing(_)
            | FacetPaneRow::Nothing
            | FacetPaneRow::Blank => false,
        })
}
