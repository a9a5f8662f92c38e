//! Going to the page of a wall, on it, and from it.

use crate::app::core::effect::{Copying, Effect};
use crate::app::core::reader::{TextPage, TextScroll};
use crate::app::explorer::App;
use crate::app::state::Overlay;
use crate::app::views::wall::links::{WallLink, link, order, page};
use crate::dataset::{BarrierId, said_outcome};
use crate::export::words::capitalized;

/// Opens the page of `wall` on top of what is shown.
pub(in crate::app) fn open(app: &mut App, wall: BarrierId) {
    app.state.overlays.push(Overlay::Wall(wall, TextScroll::default()));
}

/// Follows what is chosen: to a milestone, or to another wall.
pub(in crate::app) fn open_link(app: &mut App) {
    let Some((wall, _)) = page(app) else { return };
    match link(app) {
        Some(WallLink::Step(place)) => {
            let milestone = app.dataset.history(wall).steps()[place].milestone;
            app.state.overlays.push(Overlay::Reading(milestone, TextScroll::default()));
        }
        Some(WallLink::Wall(other)) => open(app, other),
        None => {}
    }
}

/// To the wall so many `steps` on in the order of the view; the page stays where it is.
pub(in crate::app) fn go_by(app: &mut App, steps: isize) {
    let Some((wall, _)) = page(app) else { return };
    let walls = order(app);
    let to = match walls.iter().position(|other| *other == wall) {
        Some(at) => at.checked_add_signed(steps).and_then(|at| walls.get(at)),
        // One that a filter hides has no place among them.
        None => walls.first(),
    };
    match to.copied() {
        Some(to) => {
            if let Some((wall, scroll)) = app.state.page_mut().and_then(Overlay::wall_mut) {
                (*wall, *scroll) = (to, TextScroll::default());
            }
        }
        None if steps > 0 => app.state.notice(app.lang().words().wall_page.last),
        None => app.state.notice(app.lang().words().wall_page.first),
    }
}

/// Moves by `steps` lines: from link to link where the next is in sight.
pub(in crate::app) fn step(scroll: &mut TextScroll, steps: isize, page: &TextPage) {
    match steps {
        1 => scroll.down(page),
        -1 => scroll.up(page),
        isize::MIN => *scroll = TextScroll::default(),
        isize::MAX => scroll.link = page.links.len().checked_sub(1),
        steps => {
            let before = scroll.top;
            scroll.scroll(steps, page);
            // At its end a page down is to what stands last, as in a list.
            if scroll.top == before {
                scroll.link = if steps > 0 { page.links.len().checked_sub(1) } else { None };
            }
        }
    }
}

/// To the next step of the history, or the one before.
pub(in crate::app) fn walk(app: &mut App, steps: isize) {
    walk_to(app, steps, |_, _| true);
}

/// To the first step of another year, later or earlier.
pub(in crate::app) fn walk_years(app: &mut App, steps: isize) {
    walk_to(app, steps, |one, other| one != other);
}

/// To the nearest step after the chosen one, or before it, whose year is one to go to.
fn walk_to(app: &mut App, steps: isize, is_far: impl Fn(Option<i64>, Option<i64>) -> bool) {
    let Some((wall, _)) = page(app) else { return };
    let history = app.dataset.history(wall).steps();
    let year = |place: usize| history.get(place).and_then(|step| step.date(&app.dataset).year());
    let to = match link(app) {
        Some(WallLink::Step(here)) if steps > 0 => {
            (here + 1..history.len()).find(|to| is_far(year(*to), year(here)))
        }
        Some(WallLink::Step(here)) => (0..here).rev().find(|to| is_far(year(*to), year(here))),
        Some(WallLink::Wall(_)) if steps < 0 => history.len().checked_sub(1),
        Some(WallLink::Wall(_)) => None,
        None => (!history.is_empty()).then_some(0),
    };
    match to {
        Some(to) => go_to_link(app, to),
        None if steps > 0 => app.state.notice(app.lang().words().wall_page.last_step),
        None => app.state.notice(app.lang().words().wall_page.first_step),
    }
}

/// Chooses a link by its number.
pub(in crate::app) fn go_to_link(app: &mut App, to: usize) {
    if let Some((_, scroll)) = app.state.page_mut().and_then(Overlay::wall_mut) {
        scroll.link = Some(to);
    }
}

/// Has something be chosen that is in sight, where anything is.
pub(in crate::app) fn fit(app: &mut App) {
    let text = &app.state.pages.text;
    let Some((_, scroll)) = page(app) else { return };
    if scroll.link.is_some() {
        return;
    }
    let in_sight = |line: &usize| (scroll.top..scroll.top + text.rows).contains(line);
    let first = text.links.iter().position(in_sight);
    if let Some(first) = first {
        go_to_link(app, first);
    }
}

/// `Taobao links in WeChat: open since 29 November 2021, shut about 8.0 years.`
pub fn sentence(app: &App, wall: BarrierId) -> String {
    let (barrier, lang) = (app.dataset.barrier(wall), app.lang());
    let name = lang.of(&barrier.name, barrier.name_zh.as_deref());
    let outcome = said_outcome(wall, &app.dataset, lang.words()).sentence();
    (lang.words().wall_page.sentence)(&capitalized(&name), &outcome)
}

/// Copies what became of the wall, in a sentence.
pub(in crate::app) fn copy_sentence(app: &App) -> Vec<Effect> {
    let text = page(app).map(|(wall, _)| sentence(app, wall));
    let copy = |text: String| Effect::Copy(Copying { what: text.clone(), text, is_export: false });
    text.map(copy).into_iter().collect()
}
