//! The list: a year a heading, a milestone a row, dates in a gutter; between gutter and kinds a connector from the current
//! row up to what it answered and down to what it led to.
//!
//! ```text
//! 2021                                       17
//!  03    ~ ◐ Taobao Deals asks for a WeChat mini-…
//!  09-09  ╭■ Ministry tells platforms to lift link…
//! »09-17  ├▲ WeChat phase one: outside links open…
//!  10-22  │▼ WeChat says a leak to search engines …
//!  11-29  ╰▲ WeChat phase two: links open in groups
//! ```

pub(super) mod strip;

use std::borrow::Cow;

use ratatui::style::Style;

use crate::app::timeline::{Quiet, TimelineRow};
use crate::app::{App, Focus, hits};
use crate::dataset::{Milestone, MilestoneId};
use crate::date::{lasted, year_words};
use crate::text::width;
use crate::ui::empty::no_milestones;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;
use crate::ui::theme::in_brackets;

/// The mark of a selected row.
const SELECTED: usize = 1;
/// Dates in short: most are five columns, and a mark of doubt in the last one (`11    ~`).
const DATE: usize = 7;
/// The time of day behind them, `11-22 12:30`, in a dataset that has any.
const TIME: usize = 5;
/// The columns at which the connector between related rows, the kinds and the titles stand.
#[derive(Clone, Copy)]
struct Gutter {
    connector: usize,
    glyph: usize,
    title: usize,
}

impl Gutter {
    fn of(app: &App) -> Self {
        let connector = SELECTED + DATE + if app.timeline().has_times() { TIME } else { 0 };
        Self { connector, glyph: connector + 1, title: connector + 3 }
    }
}

/// Draws the rows in sight; where the hardware cursor stands.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme) -> Option<(u16, u16)> {
    if app.listed().is_empty() {
        no_milestones(app, surface, theme);
        return None;
    }
    let mut cursor = None;
    let timeline = app.timeline();
    let words = hits::words(app);
    let gutter = Gutter::of(app);
    let connector = Connector::of(app);
    for row in 0..surface.rows() {
        let under = if row == 0 && surface.rows() > 1 { timeline.heading_of(app.top()) } else { None };
        let content = under.or_else(|| timeline.row(app.top() + row));
        connector.draw(surface, theme, (row, app.top() + row, gutter.connector), content);
        match content {
            Some(TimelineRow::Heading { year, count }) => heading(surface, theme, row, year, count),
            Some(TimelineRow::Quiet(quiet)) => silence(surface, theme, (row, gutter), quiet),
            Some(TimelineRow::Milestone(place)) => {
                let Some(id) = app.listed().get(place) else { continue };
                milestone(app, surface, theme, (row, gutter), id);
                if place == app.cursor() {
                    current(app, surface, theme, row);
                    cursor = Some(surface.position(row, 0));
                }
                let title = title(app, id);
                surface.mark(row, (gutter.title, surface.cols()), &title, &words, theme.hit());
            }
            Some(TimelineRow::Blank) | None => {}
        }
    }
    cursor
}

/// The milestone on a row in sight of a list of `rows` rows.
pub(super) fn milestone_at(app: &App, row: usize, rows: usize) -> Option<MilestoneId> {
    let timeline = app.timeline();
    let is_headed = row == 0 && rows > 1 && timeline.heading_of(app.top()).is_some();
    match timeline.row(app.top() + row) {
        Some(TimelineRow::Milestone(place)) if !is_headed => app.listed().get(place),
        _ => None,
    }
}

fn heading(surface: &mut Surface<'_>, theme: Theme, row: usize, year: Option<i64>, count: usize) {
    let year =
        year.map_or_else(|| theme.say.claims.no_known_start.to_owned(), |year| year_words(year, theme.say));
    let end = surface.right(row, surface.cols(), &count.to_string(), Style::new());
    surface.text(row, 0, end, &year, theme.strong());
}

/// How long nothing of what is listed happened, and how much else did.
fn silence(surface: &mut Surface<'_>, theme: Theme, (row, gutter): (usize, Gutter), quiet: Quiet) {
    let long = lasted(quiet.min, quiet.max, &theme.say.lasting);
    let said = match quiet.hidden {
        0 => (theme.say.views.quiet)(&long),
        hidden => (theme.say.views.quiet_but_hidden)(&long, hidden),
    };
    surface.text(row, gutter.glyph, gutter.glyph + 1, theme.glyphs.quiet, theme.dim());
    surface.text(row, gutter.title, surface.cols(), &said, theme.dim());
}

/// The rows that the connector joins: that of the current milestone and of those related to it, as far as they are listed.
struct Connector {
    first: usize,
    last: usize,
    /// Those in sight, and the current one.
    joined: Vec<usize>,
}

impl Connector {
    fn of(app: &App) -> Self {
        let timeline = app.timeline();
        let here = timeline.row_of(app.cursor());
        let mut connector = Self { first: here, last: here, joined: vec![here] };
        let related = app.current().into_iter().flat_map(|one| one.relations().iter().chain(one.incoming()));
        let in_sight = app.top()..app.top() + app.pages().list;
        for row in related.filter_map(|other| app.listed().place(other.to).ok()).map(|at| timeline.row_of(at))
        {
            (connector.first, connector.last) = (connector.first.min(row), connector.last.max(row));
            if in_sight.contains(&row) {
                connector.joined.push(row);
            }
        }
        connector
    }

    /// Draws its part on a row of the surface, which is one of the list's and holds `content`.
    fn draw(
        &self,
        surface: &mut Surface<'_>,
        theme: Theme,
        (row, at, col): (usize, usize, usize),
        content: Option<TimelineRow>,
    ) {
        if self.first == self.last || !(self.first..=self.last).contains(&at) {
            return;
        }
        let [passing, first, on, last] = theme.glyphs.connector;
        let is_joined = matches!(content, Some(TimelineRow::Milestone(_))) && self.joined.contains(&at);
        let (glyph, style) = match at {
            _ if !is_joined => (passing, theme.dim()),
            at if at == self.first => (first, theme.strong()),
            at if at == self.last => (last, theme.strong()),
            _ => (on, theme.strong()),
        };
        surface.text(row, col, col + 1, glyph, style);
    }
}

fn milestone(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    (row, gutter): (usize, Gutter),
    id: MilestoneId,
) {
    let milestone = app.dataset().milestone(id);
    let selected = app.selection().contains(id, app.matches());
    let title_style = if selected { theme.selected() } else { theme.left_out(app.is_dimmed(id)) };
    if selected {
        surface.text(row, 0, SELECTED, theme.glyphs.selected, theme.selected());
    }
    date(surface, theme, (row, gutter.connector), milestone);
    let (glyph, style) = theme.kind(milestone.kind());
    surface.text(row, gutter.glyph, gutter.glyph + 1, glyph, style);
    surface.text(row, gutter.title, surface.cols(), &title(app, id), title_style);
}

/// What happened, in the language that is read.
fn title(app: &App, id: MilestoneId) -> Cow<'_, str> {
    let milestone = app.dataset().milestone(id);
    in_brackets(app.lang().of(milestone.title(), milestone.title_zh()), app.is_dimmed(id))
}

/// The date on the left of the gutter, which ends at a column, its time of day behind it; its mark of doubt on the right, in line with all others. Of a date too
/// long for it (`07-13..16`) the beginning is shown, and that it goes on.
fn date(surface: &mut Surface<'_>, theme: Theme, (row, to): (usize, usize), milestone: Milestone<'_>) {
    let date = milestone.date();
    let mark = date.mark().map(String::from).unwrap_or_default();
    let base = match date.clock() {
        Some(clock) => format!("{} {clock}", date.short_base(theme.say)),
        None => date.short_base(theme.say),
    };
    let end = to - width(&mark);
    let fits = SELECTED + width(&base) <= end;
    let goes_on = |sign| base.find(sign).unwrap_or(base.len());
    let begun = ["..", "|", "+"].map(goes_on).into_iter().min().and_then(|end| base.get(..end));
    let shown =
        if fits { base.clone() } else { format!("{}{}", begun.unwrap_or(&base), theme.glyphs.ellipsis) };
    surface.text(row, SELECTED, end, &shown, Style::new());
    surface.text(row, end, to, &mark, Style::new());
}

/// The one current row is reverse while keys go to the list, bold while they go elsewhere.
fn current(app: &App, surface: &mut Surface<'_>, theme: Theme, row: usize) {
    let style = if app.focus() == Focus::List { theme.current() } else { theme.strong() };
    surface.restyle(row, style);
}
