//! What Enter makes of what is typed.

use std::rc::Rc;

use crate::app::core::mode::Mode;
use crate::app::explorer::App;
use crate::app::history::Point;
use crate::app::overlays::{date, searching, stack, typing};
use crate::app::state::{Overlay, State};
use crate::app::{facet_pane, filter, past};
use crate::query::Query;

/// Does what the prompt is for. What cannot be read stays, with what is wrong with it.
pub(in crate::app) fn accept(app: &mut App) {
    match app.state.overlays.last() {
        Some(Overlay::Query(ask)) if ask.chosen.is_some() => typing::complete(app),
        Some(Overlay::Search(ask)) if ask.prompt.text().trim().is_empty() => {
            let before = stack::go_back(app);
            searching::again(app);
            remember(app, before);
        }
        Some(Overlay::Search(ask) | Overlay::Query(ask)) => match ask.faults.first() {
            Some(fault) => app.state.complain(fault.whole()),
            None => keep_asked(app),
        },
        Some(Overlay::Date(prompt)) => {
            let text = prompt.text().to_owned();
            let before = past::point(app);
            if text.trim().is_empty() || date::go_to(app, &text) {
                app.recall.keep(Mode::Date, &text);
                app.state.overlays.pop();
                past::remember(app, before);
            }
        }
        Some(Overlay::Narrow(prompt)) => {
            app.recall.keep(Mode::Narrow, prompt.text());
            if prompt.text().is_empty() {
                facet_pane::widen(app);
            }
            app.state.overlays.pop();
        }
        _ => {}
    }
}

/// Keeps what a prompt in the query language has come to: one step to undo, however much was typed.
fn keep_asked(app: &mut App) {
    let mode = app.mode();
    let layer = app.state.overlays.pop();
    if let Some(Overlay::Query(ask)) = &layer {
        // What might have become a key is a word after all.
        let query = Query::parse(ask.prompt.text(), &app.dataset).query;
        filter::change(app, |old| *old = query);
    }
    let Some(Overlay::Search(ask) | Overlay::Query(ask)) = layer else { return };
    app.recall.keep(mode, ask.prompt.text());
    let before = app.state.before_asking.take();
    remember(app, before);
    if let Some(search) = app.state.search.as_ref().filter(|search| search.hits.is_empty()) {
        let nowhere = search.nowhere(app.say());
        app.state.notice(nowhere);
    }
}

fn remember(app: &mut App, before: Option<Rc<State>>) {
    if let Some(before) = before {
        past::remember(app, Point::of(&before));
    }
}
