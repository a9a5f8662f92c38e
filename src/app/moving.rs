//! By rows and by pages, in whatever keys go to.

use crate::app::core::mode::Mode;
use crate::app::core::reader::{Reader, TextPage};
use crate::app::explorer::App;
use crate::app::overlays::searching;
use crate::app::state::{Focus, Layer};
use crate::app::{facet_pane, views};

pub(super) fn by_pages(app: &mut App, pages: isize) {
    by_rows(app, pages * page(app));
}

pub(super) fn by_half_pages(app: &mut App, halves: isize) {
    by_rows(app, halves * (page(app) / 2 + 1));
}

/// Rows of what keys move in.
fn page(app: &App) -> isize {
    let pages = &app.state.pages;
    let rows = match app.state.mode() {
        Mode::Walls => pages.walls.rows,
        Mode::Lanes => pages.lanes.rows,
        Mode::Ledger => pages.moves,
        Mode::List | Mode::Terms => pages.list,
        Mode::Facets | Mode::Narrow => pages.facets,
        Mode::Detail | Mode::Reading | Mode::Story => pages.text.rows,
        Mode::Export | Mode::Path | Mode::Replace | Mode::Palette | Mode::Query => pages.layer,
        Mode::Search | Mode::Date => 1,
    };
    rows.max(1).cast_signed()
}

/// Moves by `steps` rows, as far as there are any, in whatever keys go to.
pub(super) fn by_rows(app: &mut App, steps: isize) {
    let pages = app.state.pages.clone();
    match (app.state.layers.last_mut(), app.state.focus) {
        (Some(Layer::Reading(_, reader)), _) => read(reader, steps, &pages.text),
        (Some(Layer::Palette(palette)), _) => palette.step(steps, &app.keys),
        (Some(Layer::Export(preview)), _) => preview.scroll(steps, pages.text_on_top()),
        (Some(Layer::Query(ask)), _) => ask.step(steps),
        (Some(Layer::Search(_)), _) => searching::go_to_hit(app, steps.signum()),
        (Some(Layer::Replace(question)), _) => question.scroll(steps, pages.text_on_top()),
        (Some(Layer::Date(_)), _) => {}
        (Some(Layer::Narrow(_)), _) | (None, Focus::Facets) => {
            let rows = facet_pane::rows(app);
            app.state.facets.step(steps, &rows);
        }
        (None, Focus::Detail) => read(&mut app.state.detail, steps, &pages.text),
        (None, Focus::List | Focus::Terms) => views::by_rows(app, steps),
    }
}

/// One row walks over links; more scroll.
fn read(reader: &mut Reader, steps: isize, page: &TextPage) {
    match steps {
        1 => reader.down(page),
        -1 => reader.up(page),
        steps => reader.scroll(steps, page),
    }
}
