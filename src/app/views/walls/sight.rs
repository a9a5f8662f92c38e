//! Keeping the current wall in sight.

use crate::app::core::window::window;
use crate::app::explorer::App;
use crate::app::views::walls::days;
use crate::app::views::walls::page::WallsForm;

/// Keeps the current wall in sight, and no more room empty than must be.
pub(in crate::app) fn fit(app: &mut App) {
    let page = app.state.pages.walls;
    let list = days::list(app);
    let Some(place) = days::current(app).and_then(|id| list.place(id)) else {
        app.state.walls.top = 0;
        return;
    };
    let (_, row) = page.form.spot(place, list);
    // The keeper's name is seen with the first wall.
    let is_first = list.keepers().get(list.keeper_at(place)).is_some_and(|keeper| keeper.first == place);
    let from = if page.form == WallsForm::Headed && is_first && page.rows > 3 { row - 1 } else { row };
    app.state.walls.top = window(app.state.walls.top, (from, row), page.form.rows(list), page.rows);
}
