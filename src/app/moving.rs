//! By rows and by pages, in whatever keys go to.

use crate::app::core::reader::{TextPage, TextScroll};
use crate::app::explorer::App;
use crate::app::overlays::{help, palette, searching};
use crate::app::state::{Focus, Overlay};
use crate::app::views::wall;
use crate::app::{facet_pane, views};

pub(super) fn by_pages(app: &mut App, pages: isize) {
    by_rows(app, pages * page(app));
}

pub(super) fn by_half_pages(app: &mut App, halves: isize) {
    by_rows(app, halves * (page(app) / 2 + 1));
}

/// Rows of what keys move in.
fn page(app: &App) -> isize {
    let pages = app.pages();
    let rows = match (app.overlays().last(), app.focus()) {
        (Some(Overlay::Search(_) | Overlay::Date(_)), _) => 1,
        (Some(Overlay::Narrow(_)), _) | (None, Focus::Facets) => pages.facets,
        (Some(Overlay::Reading(..) | Overlay::Wall(..)), _) | (None, Focus::Detail) => pages.text.rows,
        (Some(Overlay::Export(_) | Overlay::Replace(_) | Overlay::Palette(_) | Overlay::Query(_)), _) => {
            pages.layer
        }
        (None, Focus::Terms) => pages.list,
        (None, Focus::List) => views::page(app),
    };
    rows.max(1).cast_signed()
}

/// Moves by `steps` rows, as far as there are any, in whatever keys go to.
pub(super) fn by_rows(app: &mut App, steps: isize) {
    let pages = app.state.pages.clone();
    let entries = palette::entries(&help::lines(app));
    match (app.state.overlays.last_mut(), app.state.focus) {
        (Some(Overlay::Reading(_, reader)), _) => read(reader, steps, &pages.text),
        (Some(Overlay::Wall(_, scroll)), _) => wall::step(scroll, steps, &pages.text),
        (Some(Overlay::Palette(palette)), _) => palette.step(steps, entries),
        (Some(Overlay::Export(preview)), _) => preview.scroll(steps, pages.text_on_top()),
        (Some(Overlay::Query(ask)), _) => ask.step(steps),
        (Some(Overlay::Search(_)), _) => searching::go_to_hit(app, steps.signum()),
        (Some(Overlay::Replace(question)), _) => question.scroll(steps, pages.text_on_top()),
        (Some(Overlay::Date(_)), _) => {}
        (Some(Overlay::Narrow(_)), _) | (None, Focus::Facets) => {
            let rows = facet_pane::rows(app);
            app.state.facets.step(steps, &rows);
        }
        (None, Focus::Detail) => read(&mut app.state.detail, steps, &pages.text),
        (None, Focus::List | Focus::Terms) => views::by_rows(app, steps),
    }
}

/// One row walks over links; more scroll.
fn read(reader: &mut TextScroll, steps: isize, page: &TextPage) {
    match steps {
        1 => reader.down(page),
        -1 => reader.up(page),
        steps => reader.scroll(steps, page),
    }
}
