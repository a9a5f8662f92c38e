//! Size → panes. A pure function, so that drawing, paging and the tests agree on it.
//!
//! ```text
//! 100 columns and more             60 to 99                  under 60, or low
//! title                            title                     title
//! strip                            strip                     list
//! facets   list      detail        list                      filter
//!                                  ───────────               footer
//!                                  detail
//! filter                           filter
//! footer                           footer
//! ```
//!
//! Where they have no column of their own, the facets take the left of the list, and the room of the detail,
//! while they are in use; under 60 columns all of it.

use ratatui::layout::{Margin, Rect, Size};

use super::surface::cells;
use crate::app::{App, Focus, Overlay, View};

/// The smallest screen that shows anything but a sentence.
pub const SMALLEST: Size = Size::new(30, 8);

/// Columns left free on either side.
pub const MARGIN: u16 = 1;
const FACETS: u16 = 20;
/// The list is at least this wide before the detail grows, and no wider than every title needs.
const LIST: u16 = 60;
const LIST_MOST: u16 = 74;
/// Longer lines are hard to read.
pub const TEXT_MOST: u16 = 72;
const TEXT_LEAST: u16 = 30;
/// The detail beside a list of 60 to 74: at 120 columns, 33.
const TEXT_AT_LIST: u16 = 33;
const DETAIL_FROM: u16 = LIST + TEXT_LEAST;
const GAP: u16 = 2;
/// Rows of the list that stay beside what is offered.
const LIST_LEAST: u16 = 4;
/// Rows of what a query may go on with, where there is room.
const OFFERED: u16 = 8;
/// Rows below which a list is not cut in two.
const DETAIL_BELOW: u16 = 12;

/// Where everything stands. A pane without room is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panes {
    /// Title and size of the dataset.
    pub title: Rect,
    /// The density of milestones: years, bars, window; three rows.
    pub strip: Rect,
    /// The facet pane.
    pub facets: Rect,
    /// Whether the detail stands below the list, or would if there were room.
    pub is_narrow: bool,
    /// The list.
    pub list: Rect,
    /// The rule between list and detail, where the detail stands below.
    pub rule: Rect,
    /// The detail.
    pub detail: Rect,
    /// Filters and selection.
    pub filter: Rect,
    /// Keys that matter now.
    pub footer: Rect,
    /// What a query being typed may go on with, and a rule over it.
    pub offered: Rect,
    /// What lies on top is drawn here: everything between the title and what is offered or, without that, the filters.
    pub layer: Rect,
}

/// What of the app's state the layout depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InUse {
    /// Whether the filter line has something to say: on a low screen it takes a row only then.
    pub filter: bool,
    /// Whether keys go to the facets: on a narrow screen they are there only then.
    pub facets: bool,
    /// Rows of what a query being typed may go on with.
    pub offered: u16,
    /// How much of the screen the view takes.
    pub extent: Extent,
}

/// How much of the screen a view takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// A pane, with a strip above it and a detail beside it: the Timeline.
    #[default]
    Pane,
    /// All panes: there is no strip and no detail.
    Whole,
    /// That and the title's row: the front page has a title of its own.
    Page,
}

/// The panes of a screen; `None` below [`SMALLEST`].
pub fn panes(size: Size, used: InUse) -> Option<Panes> {
    if size.width < SMALLEST.width || size.height < SMALLEST.height {
        return None;
    }
    let mut rest = Rect::new(MARGIN, 0, size.width - 2 * MARGIN, size.height);
    let tall = size.height >= 30;
    let roomy = size.height >= 12;
    let mut panes = Panes { footer: bottom(&mut rest, 1), ..Panes::default() };
    if used.extent == Extent::Page {
        panes.filter = bottom(&mut rest, u16::from(used.filter));
        panes.list = Rect { x: 0, width: size.width, ..rest };
        panes.layer = rest;
        return Some(panes);
    }
    if roomy || used.filter {
        panes.filter = bottom(&mut rest, 1);
    }
    if roomy {
        panes.title = top(&mut rest, 1);
        bottom(&mut rest, u16::from(size.height >= 26));
    }
    panes.layer = rest;
    top(&mut panes.layer, u16::from(size.height >= 20));
    if used.extent == Extent::Whole {
        top(&mut rest, u16::from(size.height >= 20));
    } else if size.height >= 16 && size.width >= 50 {
        top(&mut rest, u16::from(tall));
        panes.strip = top(&mut rest, 3);
        top(&mut rest, u16::from(tall));
    }
    if used.offered > 0 {
        let rows = used.offered.min(rest.height.saturating_sub(LIST_LEAST + 1));
        panes.offered = bottom(&mut rest, if rows > 0 { rows + 1 } else { 0 });
        bottom(&mut panes.layer, panes.offered.height);
    }
    if used.extent == Extent::Whole {
        alone(rest, size, used, &mut panes);
    } else if size.width >= 100 {
        beside(rest, &mut panes);
    } else {
        below(rest, size, used, &mut panes);
    }
    Some(panes)
}

/// Facets, list and detail side by side.
fn beside(area: Rect, panes: &mut Panes) {
    let content = area.width - FACETS - GAP - GAP - 1;
    // Up to a list of 60 the detail keeps its least width; what is wider goes first to the list, then to the
    // detail.
    let list = match content {
        ..DETAIL_FROM => content - TEXT_LEAST,
        _ => (content - TEXT_AT_LIST).clamp(LIST.min(content - TEXT_LEAST), LIST_MOST),
    };
    let detail = (content - list).min(TEXT_MOST);
    panes.facets = Rect { width: FACETS, ..area };
    panes.list = Rect { x: area.x + FACETS + GAP, width: list, ..area };
    panes.detail = Rect { x: panes.list.right() + GAP + 1, width: detail, ..area };
}

/// A view on the whole screen; the facets beside it while they are in use.
fn alone(area: Rect, size: Size, used: InUse, panes: &mut Panes) {
    panes.is_narrow = true;
    panes.list = area;
    if used.facets {
        panes.facets = Rect { width: if size.width < 60 { area.width } else { FACETS }, ..area };
        panes.list.x = panes.facets.right() + GAP;
        panes.list.width = area.right().saturating_sub(panes.list.x);
    }
}

/// The detail below the list, where there is room for both; the facets in their place while they are in use.
fn below(area: Rect, size: Size, used: InUse, panes: &mut Panes) {
    panes.is_narrow = true;
    let mut rest = area;
    if used.facets {
        panes.facets = Rect { width: if size.width < 60 { area.width } else { FACETS }, ..area };
        rest.x = panes.facets.right() + GAP;
        rest.width = area.right().saturating_sub(rest.x);
    } else if size.width >= 60 && size.height >= 20 && area.height >= DETAIL_BELOW {
        panes.detail = bottom(&mut rest, area.height / 2);
        panes.rule = bottom(&mut rest, 1);
    }
    panes.list = rest;
}

fn top(area: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    let taken = Rect { height: rows, ..*area };
    area.y += rows;
    area.height -= rows;
    taken
}

fn bottom(area: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    area.height -= rows;
    Rect { y: area.bottom(), height: rows, ..*area }
}

/// What of `app` the layout depends on.
pub(super) fn used(app: &App) -> InUse {
    let asks =
        app.overlays().last().is_some_and(|layer| layer.is_line() || matches!(layer, Overlay::Palette(_)));
    let filter = !app.query().is_empty() || !app.selection().is_empty() || app.search().is_some() || asks;
    let offered = match app.overlays().last() {
        Some(Overlay::Query(ask)) => cells(ask.offered.len()).min(OFFERED),
        _ => 0,
    };
    let covers = |layer: &Overlay| !layer.is_line() && !matches!(layer, Overlay::Replace(_));
    let extent = match app.view() {
        View::Timeline => Extent::Pane,
        View::Front if !app.overlays().iter().any(covers) => Extent::Page,
        View::Front | View::Lanes | View::Walls | View::Ledger | View::Story => Extent::Whole,
    };
    InUse { filter, facets: app.focus() == Focus::Facets, offered, extent }
}

/// The whole screen but its margins.
pub(super) fn column_of_all(area: Rect) -> Rect {
    area.inner(Margin::new(MARGIN, 0))
}

/// A column of text in the middle of `area`, no wider than can be read.
pub(super) fn column(area: Rect) -> Rect {
    let width = area.width.min(TEXT_MOST);
    Rect { x: area.x + (area.width - width) / 2, width, ..area }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(width: u16) -> (u16, u16, u16) {
        let panes = panes(Size::new(width, 36), InUse::default()).expect("large enough");
        (panes.facets.width, panes.list.width, panes.detail.width)
    }

    #[test]
    fn width_goes_to_the_list_first_and_then_to_the_detail() {
        assert_eq!(widths(120), (20, 60, 33));
        assert_eq!(widths(134), (20, 74, 33));
        assert_eq!(widths(160), (20, 74, 59));
        assert_eq!(widths(240), (20, 74, 72));
    }

    #[test]
    fn panes_never_overlap_or_leave_the_screen() {
        for width in 0..200 {
            for height in 0..60 {
                let offered = if height % 5 == 0 { 8 } else { 0 };
                let filter = height % 2 == 0 || offered > 0;
                let extent = match height % 7 {
                    0 => Extent::Whole,
                    1 => Extent::Page,
                    _ => Extent::Pane,
                };
                let used = InUse { filter, facets: height % 3 == 0, offered, extent };
                let Some(panes) = panes(Size::new(width, height), used) else {
                    assert!(width < 30 || height < 8);
                    continue;
                };
                let screen = Rect::new(0, 0, width, height);
                let all = [
                    panes.title,
                    panes.strip,
                    panes.facets,
                    panes.list,
                    panes.rule,
                    panes.detail,
                    panes.offered,
                    panes.filter,
                    panes.footer,
                ];
                let all: Vec<Rect> = all.into_iter().filter(|pane| !pane.is_empty()).collect();
                for (index, pane) in all.iter().enumerate() {
                    assert_eq!(screen.intersection(*pane), *pane, "{width}x{height}");
                    for other in &all[index + 1..] {
                        assert!(!pane.intersects(*other), "{width}x{height}: {pane} and {other}");
                    }
                }
                let alone = used.facets && width < 60;
                assert!(alone || panes.list.height > 2 && panes.list.width > 20, "{width}x{height}");
            }
        }
    }

    #[test]
    fn a_small_screen_keeps_the_list_and_the_footer() {
        let panes = panes(Size::new(40, 10), InUse::default()).expect("large enough");
        assert_eq!((panes.list.height, panes.footer.height), (9, 1));
        assert!(
            panes.title.is_empty()
                && panes.strip.is_empty()
                && panes.detail.is_empty()
                && panes.filter.is_empty()
        );
    }
}
