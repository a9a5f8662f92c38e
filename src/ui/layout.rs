//! [`App`] and a size → where everything stands, and what its texts come to in lines. Once a key, before anything is
//! drawn: scrolling, drawing and the mouse all go by the same [`Layout`].

use ratatui::layout::{Rect, Size};

use super::detail::{self, DetailForm};
use super::overlays;
use super::panes::{Panes, column, panes, used};
use super::prose::Prose;
use super::theme::Theme;
use super::views::{self, ViewLayout, WallLayout};
use crate::app::{App, Overlay, Pages};
use crate::text::with_ambiguous;

/// A frame laid out.
pub struct Layout {
    pub(super) theme: Theme,
    /// None on a screen that is too small to show anything.
    pub(super) shown: Option<(Panes, Content)>,
    pages: Pages,
}

/// What fills the screen, where nothing lies on top.
pub(super) enum Content {
    /// A milestone that is read.
    Reading(Prose),
    /// The page of a wall.
    Wall(WallLayout),
    /// A view.
    View(ViewLayout),
}

impl Layout {
    /// What the app must know of it.
    pub fn pages(&self) -> Pages {
        self.pages.clone()
    }

    /// How it is to look.
    pub const fn theme(&self) -> Theme {
        self.theme
    }
}

/// Lays out a frame of `size` that shows `app`.
pub fn lay_out(app: &App, size: Size, theme: Theme) -> Layout {
    let theme = theme.speaking(app.lang().words());
    with_ambiguous(theme.glyphs.ambiguous, || {
        let Some(panes) = panes(size, used(app)) else {
            return Layout { theme, shown: None, pages: Pages::default() };
        };
        let content = content(app, panes, theme);
        let pages = pages(app, panes, &content, theme);
        Layout { theme, shown: Some((panes, content)), pages }
    })
}

fn content(app: &App, panes: Panes, theme: Theme) -> Content {
    // Under a palette, too, it is the open milestone that is read, or the page of a wall.
    let page = app.overlays().iter().rev().find(|layer| layer.is_page());
    if let Some(Overlay::Wall(wall, _)) = page {
        return Content::Wall(WallLayout::new(app, *wall, panes.layer, theme));
    }
    let is_reading = page.is_some();
    let read = || detail::lay_out(app, column(panes.layer), theme, DetailForm::Whole);
    match is_reading.then(read).flatten() {
        Some(prose) => Content::Reading(prose),
        None => Content::View(ViewLayout::new(app, panes, theme)),
    }
}

fn pages(app: &App, panes: Panes, content: &Content, theme: Theme) -> Pages {
    let shown = match content {
        Content::Reading(prose) => {
            let text = prose.page(panes.layer.height.into());
            Pages { text, ..views::pages_of_none(app, panes) }
        }
        Content::Wall(layout) => Pages { text: layout.page(panes.layer), ..views::pages_of_none(app, panes) },
        Content::View(view) => view.pages(app, panes),
    };
    let list_on_top = panes.layer.height.saturating_sub(overlays::palette::HEAD);
    let layer = app.overlays().last().map_or(list_on_top, |layer| match layer {
        Overlay::Export(_) | Overlay::Replace(_) => panes.layer.height.saturating_sub(overlays::HEAD),
        Overlay::Query(_) => panes.offered.height.saturating_sub(1),
        Overlay::Palette(_)
        | Overlay::Reading(..)
        | Overlay::Wall(..)
        | Overlay::Search(_)
        | Overlay::Date(_)
        | Overlay::Narrow(_) => list_on_top,
    });
    let rows = |pane: Rect| usize::from(pane.height);
    Pages {
        list: rows(panes.list),
        facets: rows(panes.facets),
        detail: rows(panes.detail),
        layer: layer.into(),
        layer_cols: overlays::text_cols(panes.layer.width.into()),
        ambiguous: theme.glyphs.ambiguous,
        ..shown
    }
}
