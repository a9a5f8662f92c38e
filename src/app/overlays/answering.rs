//! What is typed into a prompt of the query language, and what it asks for: in a large dataset the line is drawn first.
//!
//! A key then only edits the line, and its answer is *due*. Whoever runs the app draws, and gives it [`Event::Due`] once
//! nothing else has happened; more letters that came before replace what was due, so that a fast typist waits for no
//! answer to a line that is gone. Whatever else is done is done to the answer, so that is found first: a session comes
//! to the same whether its answers are late or not.
//!
//! [`Event::Due`]: crate::app::Event::Due

use crate::app::core::action::Action;
use crate::app::core::row::Deed;
use crate::app::explorer::App;
use crate::app::keymap::Meaning;
use crate::app::overlays::{querying, searching};
use crate::app::state::Overlay;

/// Whether what is typed waits for its answer: for [`Event::Due`](crate::app::Event::Due).
pub fn is_due(app: &App) -> bool {
    !app.pending_query.lines.is_empty()
}

/// Has answers come late, or at once, whatever the size of the dataset.
pub fn answer_late(app: &mut App, is_late: bool) {
    catch_up(app);
    app.pending_query.is_late = is_late;
}

/// Takes note that the line on top is another one.
pub(in crate::app) fn ask_anew(app: &mut App) {
    if let Some(Overlay::Search(ask) | Overlay::Query(ask)) = app.state.overlays.last_mut() {
        // What is offered is of another line.
        ask.chosen = None;
        app.pending_query.lines.push(ask.prompt.clone());
    }
    if !app.pending_query.is_late {
        catch_up(app);
    }
}

/// Answers what is due.
pub(in crate::app) fn catch_up(app: &mut App) {
    if !is_due(app) {
        return;
    }
    let lines = std::mem::take(&mut app.pending_query.lines);
    match app.state.overlays.last() {
        Some(Overlay::Search(_)) => searching::as_typed(app, &lines),
        Some(Overlay::Query(_)) => querying::as_typed(app, &lines),
        _ => {}
    }
}

/// Answers what is due before a key does what it means, unless that is nothing to the answer: who leaves does not
/// wait for it.
pub(in crate::app) fn catch_up_for(app: &mut App, meaning: &Meaning<App>) {
    match meaning {
        Meaning::Run { row, .. } if row.action == Action::Close => app.pending_query.lines.clear(),
        Meaning::Run { row, .. } if row.action == Action::ClearPrompt => {}
        Meaning::Run { row, .. } if matches!(row.run, Deed::Anywhere(_)) => {}
        Meaning::Run { .. } | Meaning::Wait | Meaning::Nothing => catch_up(app),
    }
}
