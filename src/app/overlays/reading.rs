//! Reading one milestone: what of it is marked, what can be followed.

use crate::app::core::effect::Effect;
use crate::app::core::reader::{Link, TextScroll, links};
use crate::app::explorer::App;
use crate::app::filter;
use crate::app::state::Overlay;
use crate::app::views::wall;
use crate::dataset::{Milestone, MilestoneId, Source};

/// Opens the current milestone on the whole screen; where nothing matches, takes the way out.
pub(in crate::app) fn open(app: &mut App) {
    app.state.place.settle();
    match app.current().map(Milestone::place) {
        Some(id) => app.state.overlays.push(Overlay::Reading(id, TextScroll::default())),
        None => filter::relax(app),
    }
}

/// Opens a source in the browser: the marked one, else the first that has an address.
pub(in crate::app) fn browse(app: &mut App) -> Vec<Effect> {
    address(app).and_then(|source| source.url.clone()).map(Effect::Browse).into_iter().collect()
}

/// Follows the marked link: a milestone opens here, a source in the browser.
pub(in crate::app) fn follow(app: &mut App) -> Vec<Effect> {
    match link(app) {
        Some(Link::Wall(id)) => wall::open(app, id),
        Some(Link::Milestone(id)) => go_to_milestone(app, id),
        Some(Link::Source(id)) => match app.dataset.source(id).url.clone() {
            Some(address) => return vec![Effect::Browse(address)],
            None => app.state.notice(app.say().notices.no_address),
        },
        None => {}
    }
    Vec::new()
}

/// On the whole screen, and where the filter hides it, a linked milestone is read on top; beside the list,
/// the list goes to it.
fn go_to_milestone(app: &mut App, id: MilestoneId) {
    match app.listed().place(id) {
        Ok(cursor) if app.state.overlays.is_empty() => app.state.go_to(cursor),
        _ => app.state.overlays.push(Overlay::Reading(id, TextScroll::default())),
    }
}

/// Where the reader is in the detail pane.
pub fn detail(app: &App) -> &TextScroll {
    &app.state.detail
}

/// The marked link of what is read. The page of a wall has links of its own.
pub fn link(app: &App) -> Option<Link> {
    let (milestone, reader) = app.read().filter(|_| wall::page(app).is_none())?;
    links(milestone).nth(reader.link?)
}

/// The source that would be copied as it is cited: the marked one, else the first.
pub fn source(app: &App) -> Option<&Source> {
    sources(app).next()
}

/// The source whose address would be opened or copied: the marked one, else the first that has one.
pub fn address(app: &App) -> Option<&Source> {
    sources(app).find(|source| source.url.is_some())
}

/// The sources of what is read, the marked one before all.
fn sources(app: &App) -> impl Iterator<Item = &Source> {
    let marked = match link(app) {
        Some(Link::Source(id)) => Some(id),
        _ => None,
    };
    let cites = app.read().map_or(&[][..], |(milestone, _)| milestone.cites());
    marked.into_iter().chain(cites.iter().map(|cite| cite.source)).map(|id| app.dataset.source(id))
}
