//! [`App`] and a size → a frame. Draws, decides nothing, and costs the rows that are seen.

mod ask;
mod chrome;
mod copies;
mod detail;
mod facets;
mod filters;
mod lanes;
pub mod layout;
mod ledger;
mod legend;
mod loading;
mod nothing;
mod palette;
mod pen;
mod pointer;
mod preview;
mod question;
mod story;
mod strip;
pub mod theme;
mod timeline;
mod walls;

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::{Margin, Position, Rect, Size};
use ratatui::style::Style;

use crate::app::reader::TextPage;
use crate::app::{App, Focus, Layer, Pages, View};
use crate::text::{with_ambiguous, wrap};
use detail::Form;
use layout::{Panes, SMALLEST, Use, panes};
pub use loading::draw_loading;
pub(crate) use pen::COVERED;
use pen::Pen;
pub use pointer::target;
pub use theme::Theme;

/// Draws one whole frame. The app must have been told of the same size by [`pages`] and [`App::fit`].
pub fn draw(app: &App, frame: &mut Frame<'_>, theme: Theme) {
    with_ambiguous(theme.glyphs.ambiguous, || draw_measured(app, frame, theme));
}

fn draw_measured(app: &App, frame: &mut Frame<'_>, theme: Theme) {
    let area = frame.area();
    let Some(panes) = panes(area.as_size(), used(app)) else {
        let Size { width, height } = SMALLEST;
        let sentence = format!("wallchart needs a screen of {width} by {height}");
        let mut pen = pen(frame, area, theme);
        for (row, line) in wrap(&sentence, area.width.into()).into_iter().enumerate() {
            pen.text(row, 0, pen.cols(), &line, Style::new());
        }
        return;
    };
    let lies_over = |layer: &&Layer| !layer.is_line() && !matches!(layer, Layer::Replace(_));
    let layer = app.layers().iter().rev().find(lies_over);
    let cursor = match layer {
        None => browse(app, frame, panes, theme),
        Some(layer) => {
            chrome::title(app, &mut pen(frame, panes.title, theme), theme);
            match layer {
                Layer::Palette(palette) => {
                    Some(palette::draw(app, palette, &mut pen(frame, panes.layer, theme), theme))
                }
                Layer::Export(preview) => {
                    Some(preview::draw(app, preview, &mut pen(frame, panes.layer, theme), theme))
                }
                _ => detail::draw(app, frame, column(panes.layer), theme, Form::Whole),
            }
        }
    };
    let mut filter = pen(frame, panes.filter, theme);
    let in_filter = match app.layers().last() {
        Some(Layer::Palette(palette)) if palette::chosen(app, palette, &mut filter, theme) => None,
        _ => filters::draw(app, &mut filter, theme),
    };
    chrome::footer(app, &mut pen(frame, panes.footer, theme), theme);
    let line = app.layers().last().filter(|layer| layer.is_line());
    let cursor = line.map(|layer| ask::draw(app, layer, frame, panes, theme)).or(in_filter).or(cursor);
    let cursor = copies::draw(app, frame, panes, theme, cursor);
    // Never over what is being typed.
    let free = if line.is_some() { Rect { height: panes.filter.y, ..area } } else { area };
    chrome::notice(app, &mut pen(frame, column_of_all(free), theme), theme);
    if let Some(position) = cursor {
        frame.set_cursor_position(Position::from(position));
    }
}

/// What the app must know of a screen of this size.
pub fn pages(app: &App, size: Size, theme: Theme) -> Pages {
    with_ambiguous(theme.glyphs.ambiguous, || pages_measured(app, size, theme))
}

fn pages_measured(app: &App, size: Size, theme: Theme) -> Pages {
    let Some(panes) = panes(size, used(app)) else { return Pages::default() };
    // Under a palette, too, it is the open milestone that is read.
    let is_reading = app.layers().iter().any(|layer| matches!(layer, Layer::Reading(..)));
    let (area, form) =
        if is_reading { (column(panes.layer), Form::Whole) } else { (panes.detail, form(panes)) };
    let sought: Vec<&str> = app.search().into_iter().flat_map(|search| search.query.words()).collect();
    let text = match app.read().filter(|_| !area.is_empty()) {
        None if app.view() == View::Story && !is_reading => story::text_page(app, panes.list, theme),
        None => TextPage::default(),
        Some((milestone, _)) => {
            let text = detail::text(milestone, app, area.width.into(), form, theme, &sought);
            let (height, lines) = (usize::from(area.height), text.lines.len());
            TextPage { rows: height - usize::from(lines > height), lines, links: text.links, hit: text.hit }
        }
    };
    let (moves, text) = match app.view() {
        View::Ledger if !is_reading => ledger::pages(app, panes.list, theme),
        _ => (1, text),
    };
    let layer = match app.layers().last() {
        Some(Layer::Export(_) | Layer::Replace(_)) => panes.layer.height.saturating_sub(preview::HEAD),
        Some(Layer::Query(_)) => panes.offered.height.saturating_sub(1),
        _ => panes.layer.height.saturating_sub(palette::HEAD),
    };
    Pages {
        list: panes.list.height.into(),
        facets: panes.facets.height.into(),
        detail: panes.detail.height.into(),
        text,
        moves,
        layer: layer.into(),
        layer_cols: preview::text_cols(panes.layer.width.into()),
        ambiguous: theme.glyphs.ambiguous,
        lanes: lanes::page(app, panes.list.width.into(), panes.list.height.into()),
        walls: match app.view() {
            View::Walls => walls::page(app, panes.list.width, panes.list.height),
            _ => walls::Page::default(),
        },
    }
}

fn browse(app: &App, frame: &mut Frame<'_>, panes: Panes, theme: Theme) -> Option<(u16, u16)> {
    chrome::title(app, &mut pen(frame, panes.title, theme), theme);
    let (in_list, in_detail) = match app.view() {
        View::Timeline => list_and_detail(app, frame, panes, theme),
        View::Lanes => (lanes::draw(app, &mut pen(frame, panes.list, theme), theme), None),
        View::Walls => (walls::draw(app, &mut pen(frame, panes.list, theme), theme), None),
        View::Ledger => (ledger::draw(app, &mut pen(frame, panes.list, theme), theme), None),
        View::Story => (story::draw(app, &mut pen(frame, panes.list, theme), theme), None),
    };
    let in_facets = facets::draw(app, &mut pen(frame, panes.facets, theme), theme);
    match app.focus() {
        Focus::Facets => in_facets,
        Focus::List | Focus::Terms => in_list,
        Focus::Detail => in_detail.or(in_list),
    }
}

/// The Timeline: the strip, the list, the detail. Where the hardware cursor stands in the list and in the detail.
fn list_and_detail(app: &App, frame: &mut Frame<'_>, panes: Panes, theme: Theme) -> (Cursor, Cursor) {
    strip::draw(app, &mut pen(frame, panes.strip, theme), theme, panes.list.height.into());
    let in_list = timeline::draw(app, &mut pen(frame, panes.list, theme), theme);
    if app.current().is_some() {
        chrome::rule(&mut pen(frame, panes.rule, theme), theme);
    }
    (in_list, detail::draw(app, frame, panes.detail, theme, form(panes)))
}

/// How what the filter leaves out is called where it is shown all the same, in every view that calls it by name. It is
/// dim as well ([`Theme::left_out`]): the brackets tell it where a terminal has no dim.
fn in_brackets(name: Cow<'_, str>, is_left_out: bool) -> Cow<'_, str> {
    if is_left_out { Cow::Owned(format!("({name})")) } else { name }
}

/// Where the hardware cursor stands, if it is there.
type Cursor = Option<(u16, u16)>;

fn form(panes: Panes) -> Form {
    if panes.is_narrow { Form::Below } else { Form::Beside }
}

fn used(app: &App) -> Use {
    let asks = app.layers().last().is_some_and(|layer| layer.is_line() || matches!(layer, Layer::Palette(_)));
    let filter = !app.query().is_empty() || !app.selection().is_empty() || app.search().is_some() || asks;
    let offered = match app.layers().last() {
        Some(Layer::Query(ask)) => pen::cells(ask.offered.len()).min(ask::OFFERED),
        _ => 0,
    };
    Use { filter, facets: app.focus() == Focus::Facets, offered, whole: app.view() != View::Timeline }
}

/// The whole screen but its margins.
fn column_of_all(area: Rect) -> Rect {
    area.inner(Margin::new(layout::MARGIN, 0))
}

fn pen<'a>(frame: &'a mut Frame<'_>, area: Rect, theme: Theme) -> Pen<'a> {
    Pen::new(frame.buffer_mut(), area, theme)
}

/// A column of text in the middle of `area`, no wider than can be read.
fn column(area: Rect) -> Rect {
    let width = area.width.min(layout::TEXT_MOST);
    Rect { x: area.x + (area.width - width) / 2, width, ..area }
}
