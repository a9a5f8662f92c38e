//! The Story: a milestone a page. Turning a page makes another milestone the current one, so all views go along; how
//! far a long page is scrolled is the reader's place in the text.

mod pages;
mod state;

use std::collections::HashSet;

use crate::app::core::action::Action;
use crate::app::explorer::App;
use crate::app::views::front;
use crate::app::{barriers, past};
use crate::dataset::{BarrierId, CompanyId, Milestone};

pub use pages::{StoryProgress, ends, progress};
pub(in crate::app) use pages::{begin, needs_landmarks};
pub use state::Story;

/// No more of the parties of one milestone are paired: what names a hundred is about walls between no two of them.
const PARTIES: usize = 30;

/// Scrolls by `steps` rows, and turns the page where there is nothing more to scroll to.
pub(in crate::app) fn by_rows(app: &mut App, steps: isize) {
    if steps == isize::MIN || steps == isize::MAX {
        return pages::to_end(app, steps);
    }
    let page = &app.state.pages.text;
    let before = app.state.detail.top;
    app.state.detail.scroll(steps, page);
    if app.state.detail.top == before {
        turn(app, steps.signum());
    }
}

/// Turns to the next page or the one before. Before the first one is the front page.
pub(in crate::app) fn turn(app: &mut App, steps: isize) {
    let say = &app.lang().words().front;
    match pages::beside(app, steps) {
        Some(cursor) => app.state.go_to(cursor),
        None if steps > 0 && pages::are_landmarks(app) => {
            app.state.notice((say.last_landmark)(&read_key(app)));
        }
        None if steps > 0 => app.state.notice(say.last_page),
        None if front::has(&app.dataset) => {
            let before = past::point(app);
            front::show(app);
            past::remember(app, before);
        }
        None => app.state.notice(say.first_page),
    }
}

/// Reads all milestones, or the landmarks alone again.
pub(in crate::app) fn read_all(app: &mut App) {
    app.state.story.is_of_all = !app.state.story.is_of_all;
    let say = &app.lang().words().front;
    let said = if app.state.story.is_of_all { say.all_read } else { say.landmarks_read };
    app.state.notice(said(&read_key(app)));
}

/// The key that changes which are read.
fn read_key(app: &App) -> String {
    app.keys().written(Action::ReadAll).next().unwrap_or_default()
}

/// The barriers between the parties of `milestone`, whatever the filters: those that it moved first.
pub fn barriers_of(app: &App, milestone: Milestone<'_>) -> Vec<BarrierId> {
    let mut seen = HashSet::new();
    let moved = milestone.effects().iter().map(|effect| effect.barrier);
    let mut moved: Vec<BarrierId> = moved.filter(|id| seen.insert(*id)).collect();
    let parties: Vec<CompanyId> =
        milestone.actor_ids().iter().chain(milestone.affected_ids()).copied().take(PARTIES).collect();
    let with_others = |one: &CompanyId| {
        let one = *one;
        parties.iter().flat_map(move |other| barriers::between(app, one, *other)).copied()
    };
    let mut others: Vec<BarrierId> = parties.iter().flat_map(with_others).collect();
    others.retain(|id| seen.insert(*id));
    // In the order in which something became of them.
    others.sort_by_cached_key(|id| {
        let first = app.dataset.history(*id).steps().first().map(|step| step.from);
        (first.is_none(), first)
    });
    moved.extend(others);
    moved
}
