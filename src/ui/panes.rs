//! Size → panes. A pure function, so that drawing, paging and the tests agree on it.
//!
//! ```text
//! 165 columns and more             118 to 164                below 118                 under 60, or low
//! title                            title                     title                     title
//! strip                            strip                     strip                     list
//! list       detail    facets      list       detail         list                      filter
//!                                                                                      footer
//!                                                            detail
//! filter                           filter                    filter
//! footer                           footer                    footer
//! ```
//!
//! Where they have no column of their own, the facets take the room of the detail while they are in use, on the right or
//! below: what one wants to see while ticking is the list. Under 60 columns, or 20 rows, they lie on top of it.

use ratatui::layout::{Margin, Rect, Size};

use super::surface::cells;
use crate::app::{App, Focus, Overlay, View};

/// The smallest screen that shows anything but a sentence.
pub const SMALLEST: Size = Size::new(30, 8);

/// Columns left free on either side.
pub const MARGIN: u16 = 1;
/// The facets as a pane beside others.
const FACETS: u16 = 28;
/// The same where a view leaves them little room.
const FACETS_LEAST: u16 = 20;
/// The list with titles of 60 columns, its marks standing in the margin.
const LIST: u16 = 77;
/// The same with the parties in the row: a blank and what they need at least, or would like.
const LIST_WITH_PARTIES: u16 = LIST + 1 + 22;
const LIST_MOST: u16 = LIST + 1 + 24;
/// Columns of the screen from which the detail stands beside the list; parties in the row there; facets as a third pane.
const BESIDE_FROM: u16 = 118;
const PARTIES_FROM: u16 = 140;
const THREE_FROM: u16 = 165;
/// Longer lines are hard to read.
pub const TEXT_MOST: u16 = 72;
const GAP: u16 = 2;
/// Rows of the list that stay beside what is offered.
const LIST_LEAST: u16 = 4;
/// Rows of what a query may go on with, where there is room.
const OFFERED: u16 = 8;
/// Rows below which a list is not cut in two: more where titles take two lines.
const DETAIL_BELOW: u16 = 12;
const DETAIL_BELOW_LONG: u16 = 16;

/// Where everything stands. A pane without room is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panes {
    /// Title and size of the dataset.
    pub title: Rect,
    /// The density of milestones: bars and years; two rows.
    pub strip: Rect,
    /// The facet pane.
    pub facets: Rect,
    /// Whether the detail stands below the list, or would if there were room.
    pub is_narrow: bool,
    /// The list.
    pub list: Rect,
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
    /// Whether keys go to the facets: where they have no pane of their own they are there only then.
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
        panes.strip = top(&mut rest, 2);
        top(&mut rest, u16::from(size.height >= 20));
    }
    if used.offered > 0 {
        let rows = used.offered.min(rest.height.saturating_sub(LIST_LEAST + 1));
        panes.offered = bottom(&mut rest, if rows > 0 { rows + 1 } else { 0 });
        bottom(&mut panes.layer, panes.offered.height);
    }
    if used.extent == Extent::Whole {
        alone(rest, size, used, &mut panes);
    } else if size.width >= BESIDE_FROM {
        beside(rest, size, used, &mut panes);
    } else {
        below(rest, size, used, &mut panes);
    }
    Some(panes)
}

/// List, detail and facets side by side; the facets in the place of the detail where there is room for two.
fn beside(area: Rect, size: Size, used: InUse, panes: &mut Panes) {
    let width = if size.width >= PARTIES_FROM { LIST_MOST } else { LIST };
    panes.list = Rect { x: 0, width, ..area };
    let x = width + GAP;
    let mut text = Rect { x, width: area.right() - x, ..area };
    if size.width >= THREE_FROM {
        text.width = (text.width - FACETS - GAP).min(TEXT_MOST);
        panes.facets = Rect { x: text.right() + GAP, width: FACETS, ..area };
    }
    text.width = text.width.min(TEXT_MOST);
    *(if used.facets && panes.facets.is_empty() { &mut panes.facets } else { &mut panes.detail }) = text;
}

/// A view on the whole screen; the facets beside it while they are in use.
fn alone(area: Rect, size: Size, used: InUse, panes: &mut Panes) {
    panes.is_narrow = true;
    panes.list = area;
    if used.facets && size.width < 60 {
        on_top(area, panes);
    } else if used.facets {
        let width = if size.width < BESIDE_FROM { FACETS_LEAST } else { FACETS };
        panes.list.width = area.width - width - GAP;
        panes.facets = Rect { x: panes.list.right() + GAP, width, ..area };
    }
}

/// The detail below the list, where there is room for both; the facets in its place while they are in use.
fn below(area: Rect, size: Size, used: InUse, panes: &mut Panes) {
    panes.is_narrow = true;
    let mut rest = area;
    let has_room = size.width >= 60 && size.height >= 20;
    let least = if size.width < LIST { DETAIL_BELOW_LONG } else { DETAIL_BELOW };
    let text = if has_room && area.height >= least {
        let text = bottom(&mut rest, area.height * 2 / 5);
        bottom(&mut rest, 1);
        text
    } else {
        Rect::default()
    };
    let width = if size.width < LIST_WITH_PARTIES { size.width.min(LIST) } else { size.width.min(LIST_MOST) };
    panes.list = Rect { x: 0, width, ..rest };
    match used.facets {
        true if text.is_empty() => on_top(area, panes),
        true => panes.facets = text,
        false => panes.detail = text,
    }
}

/// The facets on all of `area`: the list keeps its rows, and no columns.
fn on_top(area: Rect, panes: &mut Panes) {
    panes.facets = area;
    panes.list = Rect { x: area.right(), width: 0, ..panes.list };
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
    fn no_title_of_sixty_columns_is_cut_where_there_is_any_way() {
        assert_eq!(widths(60), (0, 60, 58));
        assert_eq!(widths(80), (0, 77, 78));
        assert_eq!(widths(100), (0, 100, 98));
        assert_eq!(widths(118), (0, 77, 38));
        assert_eq!(widths(120), (0, 77, 40));
        assert_eq!(widths(140), (0, 102, 35));
        assert_eq!(widths(165), (28, 102, 30));
        assert_eq!(widths(240), (28, 102, 72));
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
                let on_top = panes.list.width == 0 && used.facets && !panes.facets.is_empty();
                assert!(on_top || panes.list.height > 2 && panes.list.width > 20, "{width}x{height}");
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
