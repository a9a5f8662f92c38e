//! The facets: going through them, and narrowing one to what is typed.

use crate::app::core::facets::{FacetPane, FacetPaneRow};
use crate::app::core::prompt::Prompt;
use crate::app::explorer::App;
use crate::app::state::{Focus, Overlay};
use crate::query::{FacetValue, Field};

pub(super) fn next(app: &mut App) {
    let rows = rows(app);
    app.state.facets.go_to_next_group(&rows, app.state.pages.facets);
}

pub(super) fn go_to(app: &mut App, field: Option<Field>) {
    app.state.focus = Focus::Facets;
    let rows = rows(app);
    if let Some(field) = field {
        let height = app.state.pages.facets;
        app.state.facets.go_to(field, &rows, height);
        let chosen = app.query().ticks(field).find(|tick| rows.contains(&FacetPaneRow::Value(*tick)));
        if let Some(tick) = chosen {
            app.state.facets.follow(tick, &rows);
        }
    }
}

/// Begins to narrow the group that the cursor is in.
pub(super) fn begin_narrowing(app: &mut App) {
    let rows = rows(app);
    let Some(field) = app.state.facets.field(&rows) else { return };
    let text = match &app.state.facets.narrow {
        Some((narrowed, text)) if *narrowed == field => text.clone(),
        _ => String::new(),
    };
    let on = rows.get(app.state.facets.cursor).copied();
    app.state.facets.narrow = Some((field, text.clone()));
    app.state.overlays.push(Overlay::Narrow(Prompt::new(text)));
    stay_on(app, on);
}

/// Keeps the facets' cursor on the value that it was `on`, wherever that stands now; says whether it has a row.
pub(super) fn stay_on(app: &mut App, on: Option<FacetPaneRow>) -> bool {
    let Some(FacetPaneRow::Value(tick)) = on else { return true };
    let rows = rows(app);
    app.state.facets.follow(tick, &rows)
}

/// Shows all of a narrowed group again, the cursor on the same value.
pub(super) fn widen(app: &mut App) {
    let on = rows(app).get(app.state.facets.cursor).copied();
    let Some((field, _)) = app.state.facets.narrow.take() else { return };
    if !stay_on(app, on) {
        app.state.facets.open(field);
        stay_on(app, on);
    }
}

pub(super) fn narrow_as_typed(app: &mut App) {
    let Some(Overlay::Narrow(prompt)) = app.state.overlays.last() else { return };
    let Some((field, text)) = &mut app.state.facets.narrow else { return };
    prompt.text().clone_into(text);
    let field = *field;
    let rows = rows(app);
    let height = app.state.pages.facets;
    app.state.facets.go_to(field, &rows, height);
}

/// The facet pane.
pub fn state(app: &App) -> &FacetPane {
    &app.state.facets
}

/// All values of a facet.
pub fn values(app: &App, facet: Field) -> &[FacetValue] {
    app.searcher.index().values(facet)
}

/// The rows of the facet pane.
pub fn rows(app: &App) -> Vec<FacetPaneRow> {
    app.state.facets.rows(app.searcher.index(), app.query(), &app.dataset, app.state.pages.facets)
}
