//! The mouse, where a reader turned it on: a click selects, a second one on the same opens; the wheel scrolls what it
//! is over; a drag on the strip selects a span.

use crate::app::core::action::Action;
use crate::app::core::effect::Effect;
use crate::app::core::mouse::{Gesture, Target};
use crate::app::core::reader::TextScroll;
use crate::app::core::selection::Selection;
use crate::app::explorer::App;
use crate::app::overlays::palette::PaletteLine;
use crate::app::overlays::{help, reading};
use crate::app::state::{Focus, Overlay};
use crate::app::views::{front, lanes, story, wall, walls};
use crate::app::{facet_pane, filter, moving, past, views};
use crate::dataset::Milestone;
use crate::query::Query;

/// Rows a notch of the wheel.
const NOTCH: isize = 3;

/// Whether the mouse is on.
pub fn has_mouse(app: &App) -> bool {
    app.state.mouse
}

/// Whether the button went down on the strip and is down still: then all columns are the strip's.
pub fn is_dragging(app: &App) -> bool {
    app.state.dragged.is_some()
}

pub(super) fn switch(app: &mut App) -> Vec<Effect> {
    app.state.mouse = !app.state.mouse;
    app.state.dragged = None;
    let off = app.keys.shown(app.mode(), Action::Mouse);
    let say = &app.say().notices;
    app.state.notice(if app.state.mouse { (say.mouse_on)(&off) } else { say.mouse_off.to_owned() });
    vec![Effect::Mouse(app.state.mouse)]
}

/// Does what a hand did with the mouse over `target`.
pub(super) fn act(app: &mut App, gesture: Gesture, target: Target) -> Vec<Effect> {
    if app.pages().is_unseen() || !app.state.mouse {
        return Vec::new();
    }
    if gesture != Gesture::Release && walls::stop_playing(app) {
        return Vec::new();
    }
    if gesture != Gesture::Release {
        app.state.notice = None;
        app.state.pending.clear();
    }
    match (gesture, target) {
        (Gesture::WheelUp, _) => wheel(app, -NOTCH, target),
        (Gesture::WheelDown, _) => wheel(app, NOTCH, target),
        (Gesture::Press, _) => return click(app, target),
        (Gesture::Drag, Target::Strip(bin)) => drag(app, bin),
        (Gesture::Drag, _) => {}
        (Gesture::Release, _) => release(app),
    }
    Vec::new()
}

fn wheel(app: &mut App, steps: isize, target: Target) {
    match app.state.overlays.last() {
        // There rows are hits, or nothing.
        Some(Overlay::Search(_) | Overlay::Date(_)) => return,
        Some(_) => return moving::by_rows(app, steps),
        None => {}
    }
    let focus = match target {
        Target::Tab(_) | Target::Link(_) | Target::Overlay(_) | Target::Nothing => return,
        Target::Facets(_) => Focus::Facets,
        Target::Detail(_) => {
            let page = app.state.pages.text.clone();
            return app.state.detail.scroll(steps, &page);
        }
        Target::Milestone(_)
        | Target::Lane(..)
        | Target::Wall(_)
        | Target::Page(_)
        | Target::Door(_)
        | Target::Main
        | Target::Strip(_) => Focus::List,
    };
    // What is scrolled is not what keys go to.
    let before = std::mem::replace(&mut app.state.focus, focus);
    moving::by_rows(app, steps);
    app.state.focus = before;
}

fn click(app: &mut App, target: Target) -> Vec<Effect> {
    if let Target::Overlay(row) = target {
        return click_layer(app, row);
    }
    if let Target::Link(link) = target {
        click_link(app, link);
    }
    if !app.state.overlays.is_empty() {
        return Vec::new();
    }
    let before = past::point(app);
    match target {
        Target::Tab(view) => views::look(app, view),
        Target::Facets(row) => click_facet(app, row),
        Target::Detail(row) => {
            app.state.focus = Focus::Detail;
            app.state.place.settle();
            return click_text(app, row);
        }
        Target::Strip(bin) => press_strip(app, bin),
        Target::Door(door) => {
            front::stand_at(app, door);
            views::open_door(app);
        }
        Target::Milestone(_)
        | Target::Lane(..)
        | Target::Wall(_)
        | Target::Page(_)
        | Target::Main
        | Target::Link(_)
        | Target::Overlay(_)
        | Target::Nothing => return click_main(app, target),
    }
    past::remember(app, before);
    Vec::new()
}

/// Goes to what was clicked; where that is current already, opens it.
fn click_main(app: &mut App, target: Target) -> Vec<Effect> {
    let was_here = std::mem::replace(&mut app.state.focus, Focus::List) == Focus::List;
    let before = (app.cursor(), app.state.lanes.clone(), app.state.walls.clone());
    match target {
        Target::Milestone(id) => {
            if let Ok(cursor) = app.listed().place(id) {
                app.state.go_to(cursor);
            }
        }
        Target::Lane(id, day) => lanes::go_to(app, id, day),
        Target::Wall(id) => walls::go_to(app, id),
        Target::Page(steps) => {
            story::turn(app, steps);
            return Vec::new();
        }
        Target::Tab(_)
        | Target::Main
        | Target::Door(_)
        | Target::Facets(_)
        | Target::Detail(_)
        | Target::Strip(_)
        | Target::Link(_)
        | Target::Overlay(_)
        | Target::Nothing => return Vec::new(),
    }
    let stayed = before == (app.cursor(), app.state.lanes.clone(), app.state.walls.clone());
    if was_here && stayed {
        views::open_here(app);
    }
    Vec::new()
}

fn click_facet(app: &mut App, row: usize) {
    app.state.focus = Focus::Facets;
    let rows = facet_pane::rows(app);
    let (top, height) = (app.state.facets.top, app.state.pages.facets);
    // The first row and the last may say how many more there are.
    let is_more = (row == 0 && top > 0) || (row + 1 == height && top + height < rows.len());
    if is_more {
        let steps = if row == 0 { -NOTCH } else { NOTCH };
        app.state.facets.step(steps, &rows);
    } else if app.state.facets.stand_on(top + row, &rows) {
        filter::choose(app, Query::toggle);
    }
}

/// Marks the link on a line of the text that is read; where it is marked, follows it.
fn click_text(app: &mut App, row: usize) -> Vec<Effect> {
    let links = &app.state.pages.text.links;
    let top = app.read().map_or(0, |(_, reader)| reader.top);
    // A source takes several lines.
    let link = links.partition_point(|line| *line <= top + row).checked_sub(1);
    let reader: &mut TextScroll = app.state.reader_mut();
    if link.is_some() && reader.link == link {
        let before = past::point(app);
        let effects = reading::follow(app);
        past::remember(app, before);
        return effects;
    }
    reader.link = link;
    Vec::new()
}

/// Chooses a line of the page of a wall; where it is chosen, follows it.
fn click_link(app: &mut App, link: usize) {
    if wall::page(app).is_some_and(|(_, scroll)| scroll.link == Some(link)) {
        let before = past::point(app);
        wall::open_link(app);
        past::remember(app, before);
    } else {
        wall::go_to_link(app, link);
    }
}

fn click_layer(app: &mut App, row: usize) -> Vec<Effect> {
    if let Some(Overlay::Reading(..)) = app.state.overlays.last() {
        return click_text(app, row);
    }
    let lines = help::lines(app);
    if let Some(Overlay::Palette(palette)) = app.state.overlays.last_mut()
        && let Some(place) = lines.get(palette.top + row).and_then(PaletteLine::place)
    {
        if palette.cursor == place {
            return help::run_chosen(app);
        }
        palette.cursor = place;
    }
    Vec::new()
}

/// Goes to what began at a place of the strip, or after it; a drag from here selects.
fn press_strip(app: &mut App, bin: usize) {
    app.state.place.select(Selection::drop_range);
    app.state.dragged = Some(bin);
    app.state.go_to(begun_before(app, app.density().month(bin)));
}

/// Selects what began between the place where the button went down and this one.
fn drag(app: &mut App, bin: usize) {
    let Some(from) = app.state.dragged else { return };
    app.state.place.select(Selection::drop_range);
    let begun_before = |bin: usize| begun_before(app, app.density().month(bin));
    let (first, last) = (begun_before(from.min(bin)), begun_before(from.max(bin) + 1).saturating_sub(1));
    let (anchor, head) = if bin < from { (last, first) } else { (first, last) };
    if first <= last
        && let Some(id) = app.listed().get(anchor)
    {
        app.state.place.select(|selection, matches| selection.range(id, matches));
        app.state.go_to(head);
    }
}

/// Ends a drag: what it selected stays selected, wherever the reader goes from here.
fn release(app: &mut App) {
    if app.state.dragged.take().is_some() && app.selection().is_ranging() {
        app.state.place.select(Selection::keep_range);
        let count = app.selection().count();
        let [export, drop] =
            [Action::Export, Action::Deselect].map(|action| app.keys.shown(app.mode(), action));
        app.state.notice((app.say().notices.selected)(count, &export, &drop));
    }
}

/// How many milestones of the list may have begun before a month: the place of the first that did not.
fn begun_before(app: &App, month: i64) -> usize {
    let listed = app.listed();
    let is_before = |place: usize| {
        let id = listed.get(place);
        id.map(|id| app.dataset.milestone(id))
            .map(Milestone::date)
            .is_some_and(|date| date.span().months().0.is_none_or(|first| first < month))
    };
    // Places are counted, not gathered.
    let (mut low, mut high) = (0, listed.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if is_before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}
