//! Changes of what is shown: the query, by facets, by typing and term by term; hiding or dimming; undo. Whatever
//! changes, the reader's place stays.

use crate::app::core::action::Action;
use crate::app::core::facets::FacetPaneRow;
use crate::app::core::mode::Mode;
use crate::app::core::reader::TextScroll;
use crate::app::explorer::App;
use crate::app::found::QueryResult;
use crate::app::{facet_pane, hits, past};
use crate::dataset::{Dataset, Milestone};
use crate::query::{FacetValue, Pairing, Query, Relaxation};

/// Changes the query.
pub(super) fn change(app: &mut App, change: impl FnOnce(&mut Query)) {
    let mut query = app.query().clone();
    change(&mut query);
    show(app, query, app.dims());
}

/// Drops the filter that keys go to.
pub(super) fn drop_chosen(app: &mut App) {
    let chosen = app.state.term;
    change(app, |query| query.remove(&(chosen..chosen + 1)));
}

/// Hides what does not match, or shows it as what it is.
pub(super) fn toggle_dim(app: &mut App) {
    app.state.place.settle();
    show(app, app.query().clone(), !app.dims());
    let key = app.keys.shown(app.mode(), Action::Dim);
    let say = &app.say().notices;
    app.state.notice(if app.dims() { (say.left_out_shown)(&key) } else { (say.left_out_hidden)(&key) });
}

/// Shows what `query` asks for, and keeps the reader's place: the same milestone, or the nearest in time.
pub(super) fn show(app: &mut App, query: Query, dim: bool) {
    let before = app.current().map(Milestone::place);
    if query == *app.query() && dim == app.dims() {
        app.state.place.return_to_chosen(&app.dataset);
    } else {
        let on = facet_pane::rows(app).get(app.state.facets.cursor).copied();
        let found = QueryResult::new(&query, dim, &app.dataset, &mut app.searcher, &app.caches);
        app.state.place.narrow(query, dim, found, &app.dataset);
        hits::find(app);
        // A chosen value has its row however long its group is: rows above the cursor come and go.
        facet_pane::stay_on(app, on);
    }
    app.state.stretch();
    if app.current().map(Milestone::place) != before {
        app.state.detail = TextScroll::default();
    }
}

/// Where nothing matches: the terms without which there is most to see.
pub fn relaxation(app: &App) -> Option<&Relaxation> {
    app.state.place.found().ways.first()
}

pub(super) fn relax(app: &mut App) {
    if let Some(way) = relaxation(app).cloned() {
        let before = past::point(app);
        change(app, |query| query.remove(&way.terms));
        past::remember(app, before);
    }
}

/// Has keys go to the filter so many on; the last one is found where it has to be one.
pub(super) fn choose_term(app: &mut App, steps: isize) {
    app.state.term = app.state.term.saturating_add_signed(steps);
}

/// Does to the query what `change` does with the value that the cursor is on; opens a group to its end, or
/// switches how two companies are asked for, where the cursor is on that.
pub(super) fn choose(app: &mut App, change: fn(&mut Query, FacetValue, &Dataset)) {
    match facet_pane::rows(app).get(app.state.facets.cursor).copied() {
        Some(FacetPaneRow::More(field, _)) => app.state.facets.open(field),
        Some(FacetPaneRow::Pairing(_)) => self::change(app, Query::switch_pairing),
        Some(FacetPaneRow::Value(tick)) => {
            let was_pair = app.query().pairing().is_some();
            let mut query = app.query().clone();
            change(&mut query, tick, &app.dataset);
            show(app, query, app.dims());
            if app.query().pairing() == Some(Pairing::Any) && !was_pair {
                app.state.notice(app.say().notices.either_of_two);
            }
        }
        Some(FacetPaneRow::Nothing) => {
            let close = app.keys.shown(app.mode(), Action::Close);
            app.state.notice((app.say().notices.nothing_in_group)(&close));
        }
        Some(FacetPaneRow::Heading(_) | FacetPaneRow::Blank) | None => {}
    }
}

/// The place of the filter that keys go to, if they go to filters.
pub fn chosen_term(app: &App) -> Option<usize> {
    (app.mode() == Mode::Terms).then_some(app.state.term)
}
