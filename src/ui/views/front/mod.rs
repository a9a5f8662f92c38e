//! The front page: what this is, how many walls stood when, where it turned, how it stands, and the doors.

mod chart;
mod counts;
mod doors;
mod labels;
mod layout;
mod plan;
mod series;
mod stack;
mod turning;
mod words;
mod years;

use ratatui::style::{Modifier, Style};

use crate::app::{App, front};
use crate::dataset::BarrierState;
use crate::text::width;
use crate::ui::span::years;
use crate::ui::surface::{Cursor, Surface};
use crate::ui::theme::Theme;
use counts::CountPart;
use labels::Label;
pub(super) use layout::FrontLayout;
use turning::Turning;

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &FrontLayout) -> Cursor {
    let plan = layout.plan;
    title(app, surface, theme, layout);
    for (row, line) in layout.lead.iter().enumerate() {
        surface.text(plan.lead + row, layout.left, surface.cols(), line, Style::new());
    }
    if let Some(chart) = &layout.chart {
        for (row, line) in layout.legend.iter().enumerate() {
            surface.text(plan.curve + row, chart.left, surface.cols(), line, Style::new());
        }
        chart.draw(surface, theme);
    }
    for Label { row, col, text, state, is_inside } in &layout.labels {
        let mut style = said(*state, theme);
        if *is_inside {
            style = style.add_modifier(Modifier::REVERSED);
        }
        surface.text(*row, *col, surface.cols(), text, style);
    }
    turning_points(surface, theme, layout);
    for (row, line) in layout.counts.iter().enumerate() {
        let mut col = layout.left;
        for part in line {
            let style = match part {
                CountPart::Count(_, state) => said(*state, theme),
                CountPart::Heading(_) => theme.strong(),
                CountPart::Plain(_) => Style::new(),
            };
            col = surface.text(plan.counts + row, col, surface.cols(), part.text(), style);
        }
    }
    match &layout.doors {
        Some(doors) => doors.draw(app, surface, theme, plan.doors),
        None => Some(doors::draw_short(app, surface, theme, plan.doors, layout.left)),
    }
}

/// What any key does that is none of the page's own.
pub(super) fn other_key(app: &App, theme: Theme) -> String {
    (theme.say.front.other_key)(front::leads_back_to(app).title(theme.say))
}

/// How a state is written in words: here alone they have its colour, beside its number.
fn said(state: BarrierState, theme: Theme) -> Style {
    theme.state(state).1.patch(theme.strong())
}

/// The title and the years; on the right how much there is, where there is room for it.
fn title(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &FrontLayout) {
    let dataset = app.dataset();
    let (row, right) = (layout.plan.top, surface.cols().saturating_sub(layout.left));
    let name = app.lang().of(dataset.title(), dataset.head().title_zh.as_deref());
    let mut col = surface.text(row, layout.left, right, &name, theme.strong());
    if let Some(span) = dataset.span() {
        let span = years(*span, theme);
        if col + 2 + width(&span) <= right {
            col = surface.text(row, col + 2, right, &span, Style::new());
        }
    }
    let counted = [dataset.len(), dataset.barriers().len(), dataset.sources().len()];
    let sizes = (theme.say.front.sizes)(counted, theme.glyphs.dot);
    if col + 4 + width(&sizes) <= right {
        surface.right(row, right, &sizes, Style::new());
    }
}

fn turning_points(surface: &mut Surface<'_>, theme: Theme, layout: &FrontLayout) {
    let row = layout.plan.turning;
    match &layout.turning {
        None => {}
        Some(Turning::Beside(points)) => {
            for point in points {
                if let Some(mark) = point.mark {
                    surface.text(row, mark, surface.cols(), theme.glyphs.turned, theme.strong());
                }
                surface.text(row + 1, point.left, surface.cols(), &point.date, theme.strong());
                for (line, text) in point.lines.iter().enumerate() {
                    surface.text(row + 2 + line, point.left, surface.cols(), text, Style::new());
                }
            }
        }
        Some(Turning::Listed(lines)) => {
            let right = surface.cols().saturating_sub(layout.left);
            for (line, (date, caption)) in lines.iter().enumerate() {
                let col = surface.text(row + line, layout.left, right, date, theme.strong());
                surface.text(row + line, col + 2, right, caption, Style::new());
            }
        }
    }
}
