//! The walls by who keeps them, in one column or two. Draws what is in sight.

use ratatui::style::Style;

use super::layout::WallsLayout;
use super::line;
use crate::app::walls::WallRow;
use crate::app::{App, walls};
use crate::dataset::BarrierId;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    layout: WallsLayout,
) -> Option<(u16, u16)> {
    let mut cursor = None;
    for col in 0..layout.lists {
        let from = col * layout.cols;
        let to = (from + layout.cols - (layout.lists - 1)).min(surface.cols());
        if let Some(row) = layout.heads {
            heads(surface, theme, layout, (row, from));
        }
        for at in 0..layout.page.rows {
            let row = layout.first + at;
            match row_at(app, layout, (col, at)) {
                Some(WallRow::Keeper(keeper)) => {
                    keeper_name(app, surface, theme, keeper, (row, from, to));
                }
                Some(WallRow::Wall(place)) => {
                    if is_named(app, layout, at, place) {
                        let keeper = walls::list(app).keeper_at(place);
                        keeper_name(app, surface, theme, keeper, (row, from, from + layout.columns.keeper));
                    }
                    let Some(id) = walls::list(app).walls().get(place).copied() else { continue };
                    let col = line::draw(app, surface, theme, id, layout.columns, (row, from, to));
                    if walls::current(app) == Some(id) {
                        cursor = Some((row, col));
                    }
                }
                None => {}
            }
        }
    }
    more(app, surface, theme, layout);
    cursor.map(|(row, col)| surface.position(row, col))
}

/// The wall at a row and a column of the pane.
pub(in crate::ui::views) fn wall_at(
    app: &App,
    layout: WallsLayout,
    (row, col): (usize, usize),
) -> Option<BarrierId> {
    let last = layout.page.rows.checked_sub(1 + usize::from(has_below(app, layout)))?;
    let in_sight = usize::from(has_above(app, layout))..=last;
    let at = row.checked_sub(layout.first).filter(|at| in_sight.contains(at))?;
    match row_at(app, layout, ((col / layout.cols).min(layout.lists - 1), at))? {
        WallRow::Wall(place) => walls::list(app).walls().get(place).copied(),
        WallRow::Keeper(_) => None,
    }
}

/// What stands on a row in sight of one of the columns.
fn row_at(app: &App, layout: WallsLayout, (col, at): (usize, usize)) -> Option<WallRow> {
    layout.page.form.row((col, walls::state(app).top() + at), walls::list(app))
}

/// Whether the keeper is named beside a wall: beside the first, and the first in sight.
fn is_named(app: &App, layout: WallsLayout, at: usize, place: usize) -> bool {
    if layout.columns.keeper == 0 {
        return false;
    }
    let list = walls::list(app);
    let first = list.keepers().get(list.keeper_at(place)).map(|keeper| keeper.first);
    at == usize::from(has_above(app, layout)) || first == Some(place)
}

fn keeper_name(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    keeper: usize,
    (row, from, to): (usize, usize, usize),
) {
    if let Some(keeper) = walls::list(app).keepers().get(keeper) {
        surface.text(row, from, to, &walls::keeper_name(app, keeper), theme.strong());
    }
}

fn heads(surface: &mut Surface<'_>, theme: Theme, layout: WallsLayout, (row, from): (usize, usize)) {
    let cols = [0, layout.columns.against, layout.columns.state];
    for (col, head) in cols.into_iter().zip(theme.say.wall_list.heads) {
        surface.text(row, from + col, surface.cols(), head, theme.dim());
    }
}

/// Whether the first row says how much there is above.
fn has_above(app: &App, layout: WallsLayout) -> bool {
    walls::state(app).top() > 0 && layout.page.rows > 2
}

/// Whether the last row says how much there is below.
fn has_below(app: &App, layout: WallsLayout) -> bool {
    let all = layout.page.form.rows(walls::list(app));
    walls::state(app).top() + layout.page.rows < all && layout.page.rows > 2
}

/// How many more walls there are above and below, in place of a row.
fn more(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: WallsLayout) {
    let (top, rows) = (walls::state(app).top(), layout.page.rows);
    let all = layout.page.form.rows(walls::list(app));
    let walls_in = |rows: std::ops::Range<usize>| {
        let before =
            |row: usize| (0..layout.lists).map(|col| walls_before(app, layout, (col, row))).sum::<usize>();
        before(rows.end) - before(rows.start)
    };
    let say = &theme.say.counts;
    let above = has_above(app, layout).then(|| (0, (say.more_above)(walls_in(0..top + 1))));
    let below = has_below(app, layout).then(|| (rows - 1, (say.more_below)(walls_in(top + rows - 1..all))));
    for (at, more) in above.into_iter().chain(below) {
        let row = layout.first + at;
        surface.fill(row, 0, surface.cols(), " ", Style::reset());
        surface.text(row, 0, surface.cols(), &format!("{} {more}", theme.glyphs.ellipsis), theme.dim());
    }
}

/// How many walls stand in a column above a row of it.
fn walls_before(app: &App, layout: WallsLayout, (col, row): (usize, usize)) -> usize {
    let list = walls::list(app);
    let end = if layout.lists == 2 && col == 0 { list.fold() } else { list.walls().len() };
    let first = if col == 0 { 0 } else { list.fold() };
    let place = match layout.page.form.row((col, row), list) {
        Some(WallRow::Wall(place)) => place,
        Some(WallRow::Keeper(keeper)) => list.keepers().get(keeper).map_or(end, |keeper| keeper.first),
        None => end,
    };
    place - first
}
