//! The query line: edited as it would be typed, and shown as it is.

use crate::app::core::prompt::Prompt;
use crate::app::explorer::App;
use crate::app::filter;
use crate::app::overlays::ask::{may_become_more, read};
use crate::app::overlays::stack;
use crate::app::state::Overlay;
use crate::query::completions;

/// Begins to edit the query, as it would be typed.
pub(in crate::app) fn begin(app: &mut App) {
    let mut line = app.query().to_string();
    if !line.is_empty() {
        line.push(' ');
    }
    stack::begin_asking(app, line, Overlay::Query);
    offer(app);
}

/// Shows what the line asks for as it is typed, from where the prompt began: what was typed and taken back has never
/// been. While something is wrong with it, the last good result stays.
pub(in crate::app) fn as_typed(app: &mut App, lines: &[Prompt]) {
    let Some(Overlay::Query(ask)) = app.state.overlays.last_mut() else { return };
    let (parsed, said) = read(lines, &app.dataset, |line| !may_become_more(line));
    ask.note(parsed);
    if let Some((_, query)) = said.filter(|(_, query)| *query != *app.query()) {
        stack::answer_from_before(app);
        filter::show(app, query, app.dims());
    }
    offer(app);
}

/// Finds out how the line may go on.
fn offer(app: &mut App) {
    let Some(Overlay::Query(ask)) = app.state.overlays.last_mut() else { return };
    let (line, cursor) = (ask.prompt.text(), ask.prompt.cursor_byte());
    ask.offered = completions(line, cursor, &mut app.searcher, &app.dataset);
    ask.chosen = None;
}
