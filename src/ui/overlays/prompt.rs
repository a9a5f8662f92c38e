//! The prompts on one line at the foot of the screen: a search, the query, a date, a group of facets. What lies above
//! stays in sight; what is wrong is said softly under the word.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{App, Overlay, Prompt, QueryPrompt};
use crate::date::Date;
use crate::query::QueryFault;
use crate::text::width;
use crate::ui::chrome::filters::hits;
use crate::ui::panes::Panes;
use crate::ui::surface::{Surface, cells};
use crate::ui::theme::Theme;

/// Columns of what would be typed, before what it means.
const TYPED: usize = 34;

/// Draws the line, and what is offered above it; where the hardware cursor stands.
pub(in crate::ui) fn draw(
    app: &App,
    layer: &Overlay,
    frame: &mut Frame<'_>,
    panes: Panes,
    theme: Theme,
) -> (u16, u16) {
    let (label, prompt, right) = match layer {
        Overlay::Search(ask) => {
            // Nothing is typed yet: what was found is of another search.
            let search = app.search().filter(|_| !ask.prompt.text().is_empty());
            ("/ ", &ask.prompt, search.map(|search| hits(app, search, true)))
        }
        Overlay::Query(ask) => {
            offered(ask, &mut Surface::on(frame, panes.offered, theme), theme);
            let count = (theme.say.counts.of)(app.matches().ids.len(), app.dataset().len());
            // The last good result is not that of what stands there.
            ("& ", &ask.prompt, Some(if ask.holds() { format!("still {count}") } else { count }))
        }
        Overlay::Date(prompt) => ("go to ", prompt, None),
        Overlay::Narrow(prompt) => ("narrow to ", prompt, None),
        Overlay::Reading(..) | Overlay::Export(_) | Overlay::Replace(_) | Overlay::Palette(_) => {
            return (panes.filter.x, panes.filter.y);
        }
    };
    let mut line = Surface::on(frame, panes.filter, theme);
    line.clear();
    let right = right.unwrap_or_default();
    let end = line.right(0, line.cols(), &right, Style::new());
    let mut line = Surface::on(frame, Rect { width: cells(end.saturating_sub(2)), ..panes.filter }, theme);
    let col = line.text(0, 0, line.cols(), label, theme.strong());
    let cursor = line.prompt(0, col, prompt, theme);
    if let Overlay::Search(ask) | Overlay::Query(ask) = layer {
        ask.shown_faults().for_each(|fault| mark(fault, prompt, col, &mut line, theme));
    }
    if let Some((at, text)) = remark(layer, col, panes.footer.width.into(), theme) {
        let mut under = Surface::on(frame, panes.footer, theme);
        under.clear();
        // Where it does not fit under its word it begins further left.
        let at = at.min(under.cols().saturating_sub(width(&text)));
        under.text(0, at, under.cols(), &text, Style::new());
    }
    cursor
}

/// Underlines what is wrong, where the line is short enough to stand still.
fn mark(fault: &QueryFault, prompt: &Prompt, col: usize, line: &mut Surface<'_>, theme: Theme) {
    let cols = |to: usize| prompt.text().get(..to).map_or(0, width);
    if col + width(prompt.text()) < line.cols() {
        line.style(0, (col + cols(fault.at.start), col + cols(fault.at.end)), theme.wrong());
    }
}

/// What is to be said under the line: from which column on, and what.
fn remark(layer: &Overlay, col: usize, cols: usize, theme: Theme) -> Option<(usize, String)> {
    match layer {
        Overlay::Search(ask) | Overlay::Query(ask) => {
            let fault = ask.shown_faults().next()?;
            let before = ask.prompt.text().get(..fault.at.start).map_or(0, width);
            let whole = fault.whole();
            // Where there is no room for both, what to do is worth more than what is wrong, which is underlined anyway;
            // but not half of it.
            let mend = fault.help.as_ref().filter(|help| width(&whole) > cols && width(help) <= cols);
            Some((col + before, mend.unwrap_or(&whole).clone()))
        }
        Overlay::Date(prompt) if !prompt.text().trim().is_empty() => {
            Some(match Date::parse_plainly(prompt.text()) {
                Ok(date) => (col, date.words(theme.say)),
                Err(_) => (col, "no date yet: 2021, 2021-09, sept 2021, 2021q3".to_owned()),
            })
        }
        Overlay::Date(_)
        | Overlay::Narrow(_)
        | Overlay::Reading(..)
        | Overlay::Export(_)
        | Overlay::Replace(_)
        | Overlay::Palette(_) => None,
    }
}

fn offered(ask: &QueryPrompt, surface: &mut Surface<'_>, theme: Theme) {
    surface.clear();
    surface.fill(0, 0, surface.cols(), theme.glyphs.rule, theme.dim());
    let mut list = surface.under(1);
    // On a narrow screen no more than it takes.
    let longest = ask.offered.iter().map(|completion| width(&completion.text) + 2).max().unwrap_or(0);
    let typed = if list.cols() < 60 { longest.min(TYPED) } else { TYPED };
    for (row, (place, completion)) in
        ask.offered.iter().enumerate().skip(ask.top).take(list.rows()).enumerate()
    {
        let end = match completion.count {
            Some(count) => list.right(row, list.cols(), &count.to_string(), Style::new()).saturating_sub(2),
            None => list.cols(),
        };
        let style = if completion.count == Some(0) { Style::new() } else { theme.strong() };
        let col = list.text(row, 2, typed.min(end), &completion.text, style).max(typed);
        list.text(row, col + 1, end, &completion.about, Style::new());
        if ask.chosen == Some(place) {
            list.restyle(row, theme.current());
        }
    }
    list.more(theme, ask.offered.len(), ask.top, |hidden| hidden.len());
}
