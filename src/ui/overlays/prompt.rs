//! The prompts on one line at the foot of the screen: a search, the query, a date, a group of facets. What lies above
//! stays in sight; what is wrong is said softly under the word.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{App, Overlay, Prompt, QueryPrompt};
use crate::date::Date;
use crate::query::QueryFault;
use crate::text::{ellipsize, width, wrap};
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
    let say = &theme.say.prompts;
    let (label, prompt, right) = match layer {
        Overlay::Search(ask) => {
            // Nothing is typed yet: what was found is of another search.
            let search = app.search().filter(|_| !ask.prompt.text().is_empty());
            ("/", &ask.prompt, search.map(|search| hits(app, search, true)))
        }
        Overlay::Query(ask) => {
            offered(ask, &mut Surface::on(frame, panes.offered, theme), theme);
            let count = (theme.say.counts.of)(app.matches().ids.len(), app.dataset().len());
            // The last good result is not that of what stands there.
            ("&", &ask.prompt, Some(if ask.holds() { (say.still)(&count) } else { count }))
        }
        Overlay::Date(prompt) => (say.go_to, prompt, None),
        Overlay::Narrow(prompt) => (say.narrow_to, prompt, None),
        Overlay::Reading(..)
        | Overlay::Wall(..)
        | Overlay::Export(_)
        | Overlay::Replace(_)
        | Overlay::Palette(_) => {
            return (panes.filter.x, panes.filter.y);
        }
    };
    let label = format!("{label} ");
    let remark = remark(app, layer, width(&label), panes.footer.width.into(), theme);
    let above =
        remark.as_ref().map_or(0, |remark| cells(remark.lines.len().saturating_sub(1))).min(panes.filter.y);
    let at = Rect { y: panes.filter.y - above, ..panes.filter };
    let mut line = Surface::on(frame, at, theme);
    line.clear();
    let right = right.unwrap_or_default();
    let end = line.right(0, line.cols(), &right, Style::new());
    let mut line = Surface::on(frame, Rect { width: cells(end.saturating_sub(2)), ..at }, theme);
    let col = line.text(0, 0, line.cols(), &label, theme.strong());
    let cursor = line.prompt(0, col, prompt, theme);
    if let Overlay::Search(ask) | Overlay::Query(ask) = layer {
        ask.shown_faults().for_each(|fault| mark(fault, prompt, col, &mut line, theme));
    }
    if let Some(remark) = remark {
        let area = Rect { y: panes.footer.y - above, height: panes.footer.height + above, ..panes.footer };
        remark.draw(&mut Surface::on(frame, area, theme), theme);
    }
    cursor
}

/// Whether what there is to say now is what is wrong with the line: it stands under it.
pub(in crate::ui) fn tells(app: &App, layer: &Overlay) -> bool {
    let (Overlay::Search(ask) | Overlay::Query(ask)) = layer else { return false };
    let fault = ask.faults.first().map(QueryFault::whole);
    fault.is_some_and(|fault| app.notice().is_some_and(|notice| notice.text == fault))
}

/// What is said under the line: what is wrong with it, or how it is read.
struct Remark {
    /// The column from which on there is room for it on one row.
    at: usize,
    lines: Vec<String>,
    style: Style,
}

impl Remark {
    /// On one row it begins at column `at` or, where it does not fit there, further left. On more, what was typed stands
    /// that much higher: what to do is no help when it is cut.
    fn new(at: usize, text: &str, cols: usize) -> Self {
        let lines = wrap(text, cols).into_iter().map(Cow::into_owned).collect();
        Self { at: at.min(cols.saturating_sub(width(text))), lines, style: Style::new() }
    }

    fn draw(&self, under: &mut Surface<'_>, theme: Theme) {
        under.clear();
        let (rows, cols) = (under.rows(), under.cols());
        for (row, line) in self.lines.iter().take(rows).enumerate() {
            // On the smallest screens the longest is longer than all of it.
            let goes_on = row + 1 == rows && rows < self.lines.len();
            let mark = if goes_on { theme.glyphs.ellipsis } else { "" };
            let text = ellipsize(&format!("{line}{mark}"), cols.saturating_sub(self.at), mark).into_owned();
            under.text(row, self.at, cols, &text, self.style);
        }
    }
}

/// Underlines what is wrong, where the line is short enough to stand still.
fn mark(fault: &QueryFault, prompt: &Prompt, col: usize, line: &mut Surface<'_>, theme: Theme) {
    let cols = |to: usize| prompt.text().get(..to).map_or(0, width);
    if col + width(prompt.text()) < line.cols() {
        line.style(0, (col + cols(fault.at.start), col + cols(fault.at.end)), theme.wrong());
    }
}

/// What is to be said under a line that begins at `col`, on `cols` columns.
fn remark(app: &App, layer: &Overlay, col: usize, cols: usize, theme: Theme) -> Option<Remark> {
    match layer {
        Overlay::Search(ask) | Overlay::Query(ask) => {
            let is_told = tells(app, layer);
            let told = ask.faults.first().filter(|_| is_told);
            let Some(fault) = told.or_else(|| ask.shown_faults().next()) else {
                return as_date(ask, col, cols, theme);
            };
            let before = ask.prompt.text().get(..fault.at.start).map_or(0, width);
            let whole = fault.whole();
            // Where there is no room for both, what to do is worth more than what is wrong, which is underlined anyway;
            // but not half of it.
            let mend = fault.help.as_ref().filter(|help| width(&whole) > cols && width(help) <= cols);
            let style = if is_told { theme.bad() } else { Style::new() };
            Some(Remark { style, ..Remark::new(col + before, mend.unwrap_or(&whole), cols) })
        }
        Overlay::Date(prompt) if !prompt.text().trim().is_empty() => {
            let said = Date::parse_plainly(prompt.text()).map(|date| date.words(theme.say));
            let said = said.unwrap_or_else(|_| theme.say.prompts.no_date_yet.to_owned());
            Some(Remark::new(col, &said, cols))
        }
        Overlay::Date(_)
        | Overlay::Narrow(_)
        | Overlay::Reading(..)
        | Overlay::Wall(..)
        | Overlay::Export(_)
        | Overlay::Replace(_)
        | Overlay::Palette(_) => None,
    }
}

/// How the last of what was written as nothing but a date is read.
fn as_date(ask: &QueryPrompt, col: usize, cols: usize, theme: Theme) -> Option<Remark> {
    let term = ask.dates.last()?;
    let said = (theme.say.finding.as_date)(&term.values_text(), &term.to_string());
    Some(Remark::new(col, &said, cols))
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
