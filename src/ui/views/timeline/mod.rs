//! The list: a year a heading, a milestone a row, dates in a gutter as they are said; before them what led to the current
//! milestone and what came of it, behind titles what is a landmark and what is disputed.
//!
//! ```text
//!  2021 21                                  ★ landmark   ≠ sources disagree
//! ‹    23 Jul § Ministry starts a six-month drive that covers link …     ≠
//!       2 Aug ▼ Xiaohongshu ends Taobao links in posts
//!       9 Sep § Ministry tells platforms to lift link blocks by 17 Sep … ★≠
//! ›   ✓17 Sep ▲ WeChat phase one: outside links open in one-to-one chats ★≠
//!  … 31 more below
//! ```

mod columns;
mod parties;
pub(super) mod strip;

use std::borrow::Cow;
use std::ops::Range;

use ratatui::style::Style;

use crate::app::list::{ListLine, date, sight, title};
use crate::app::timeline::{Quiet, TimelineRow};
use crate::app::{App, Focus, hits};
use crate::dataset::{Milestone, MilestoneId, Relation};
use crate::date::{lasted, year_words};
use crate::text::width;
use crate::ui::empty::no_milestones;
use crate::ui::legend;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;
use columns::{Columns, LINK, ROW, SELECTED};
use parties::parties;

/// Columns of a year and of the count behind it.
const HEADING: usize = 10;

/// Columns that a title has on its first line and on each further one, in a list of `cols` columns.
pub(super) fn title_cols(app: &App, cols: usize) -> [usize; 2] {
    let columns = Columns::of(app, cols);
    [columns.title.len(), columns.further.len()]
}

/// Draws the rows in sight; where the hardware cursor stands.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme) -> Option<(u16, u16)> {
    if app.listed().is_empty() {
        no_milestones(app, &mut surface.behind(LINK), theme);
        return None;
    }
    let mut cursor = None;
    let words = hits::words(app);
    let columns = Columns::of(app, surface.cols());
    let linked = Linked::of(app.current());
    let sight = sight(app);
    for (row, line) in sight.lines.iter().enumerate() {
        match line.row {
            TimelineRow::Heading { year, count } => heading(surface, theme, row, (year, count)),
            TimelineRow::Quiet(quiet) => silence(surface, theme, (row, &columns), quiet),
            TimelineRow::Milestone(place) => {
                let Some(id) = app.listed().get(place) else { continue };
                let cols = if line.is_first {
                    head(app, surface, theme, (row, &columns), (id, &linked))
                } else {
                    columns.further.clone()
                };
                let title = title_on(app, surface, theme, (row, &cols), (id, line));
                if place == app.cursor() {
                    current(app, surface, theme, (row, &cols), is_strong(app, id));
                    cursor = cursor.or(Some(surface.position(row, 0)));
                }
                surface.mark(row, (cols.start, cols.end), &title, &words, theme.hit());
            }
            TimelineRow::Blank => {}
        }
    }
    if let Some(TimelineRow::Heading { .. }) = sight.lines.first().map(|line| line.row) {
        what_marks_mean(app, surface, theme);
    }
    if sight.below > 0 && surface.rows() > 0 {
        let more = format!("{} {}", theme.glyphs.ellipsis, (theme.say.counts.more_below)(sight.below));
        surface.text(surface.rows() - 1, LINK, surface.cols(), &more, theme.dim());
    }
    cursor
}

/// The milestone on a row in sight.
pub(super) fn milestone_at(app: &App, row: usize) -> Option<MilestoneId> {
    sight(app).lines.get(row).and_then(ListLine::place).and_then(|place| app.listed().get(place))
}

/// `2021 21`: a year, and how many milestones stand under it.
fn heading(surface: &mut Surface<'_>, theme: Theme, row: usize, (year, count): (Option<i64>, usize)) {
    let no_start = || theme.say.claims.no_known_start.to_owned();
    let year = year.map_or_else(no_start, |year| year_words(year, theme.say));
    let col = surface.text(row, LINK, surface.cols(), &year, theme.strong());
    surface.text(row, col + 1, surface.cols(), &count.to_string(), Style::new());
}

/// On the first year's line, of the marks that are in sight.
fn what_marks_mean(app: &App, surface: &mut Surface<'_>, theme: Theme) {
    let in_sight = {
        let places = sight(app).lines.iter().filter_map(ListLine::place);
        places.filter_map(|place| app.listed().get(place)).map(|id| app.dataset().milestone(id))
    };
    let samples = legend::marks(in_sight, app.lang(), theme);
    let [apart, _] = legend::APART;
    let end = surface.cols().min(ROW);
    let from = end.saturating_sub(legend::cols(&samples, apart));
    if from >= HEADING {
        legend::draw(&mut surface.behind(from), 0, &samples, apart);
    }
}

/// How long nothing of what is listed happened, and how much else did.
fn silence(surface: &mut Surface<'_>, theme: Theme, (row, columns): (usize, &Columns), quiet: Quiet) {
    let long = lasted(quiet.min, quiet.max, &theme.say.lasting);
    let said = match quiet.hidden {
        0 => (theme.say.views.quiet)(&long),
        hidden => (theme.say.views.quiet_but_hidden)(&long, hidden),
    };
    surface.text(row, columns.glyph, columns.glyph + 1, theme.glyphs.quiet, theme.dim());
    surface.text(row, columns.title.start, surface.cols(), &said, theme.dim());
}

/// What led to the current milestone, and what came of it.
struct Linked<'a> {
    earlier: &'a [Relation],
    later: &'a [Relation],
}

impl<'a> Linked<'a> {
    fn of(current: Option<Milestone<'a>>) -> Self {
        Self {
            earlier: current.map_or(&[], Milestone::relations),
            later: current.map_or(&[], Milestone::incoming),
        }
    }

    fn mark(&self, id: MilestoneId, theme: Theme) -> &'static str {
        let is_among = |relations: &[Relation]| relations.iter().any(|relation| relation.to == id);
        match () {
            () if is_among(self.earlier) => theme.glyphs.earlier,
            () if is_among(self.later) => theme.glyphs.later,
            () => "",
        }
    }
}

/// What of a milestone stands on the first line of its row, beside the title. The columns of that.
fn head(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    (row, columns): (usize, &Columns),
    (id, linked): (MilestoneId, &Linked<'_>),
) -> Range<usize> {
    let milestone = app.dataset().milestone(id);
    if app.selection().contains(id, app.matches()) {
        surface.text(row, SELECTED, SELECTED + 1, theme.glyphs.selected, theme.selected());
    }
    surface.text(row, LINK, LINK + 1, linked.mark(id, theme), theme.strong());
    let date = date(app, id, theme.glyphs.dash);
    let columns = columns.clone().with_date_of(width(&date));
    surface.right(row, columns.date.end, &date, Style::new());
    let (glyph, style) = theme.kind(milestone.kind());
    surface.text(row, columns.glyph, columns.glyph + 1, glyph, style);
    let marks = [
        (milestone.landmark(app.lang()).is_some(), theme.glyphs.landmark),
        (milestone.is_disputed(), theme.glyphs.disputed),
    ];
    for (col, (_, mark)) in columns.marks.into_iter().zip(marks).filter(|(_, (is_so, _))| *is_so) {
        surface.text(row, col, col + 1, mark, Style::new());
    }
    if let Some(cols) = &columns.parties {
        let who = parties(milestone, cols.len(), theme, app.lang());
        surface.text(row, cols.start, cols.end, &who, theme.left_out(app.is_dimmed(id)));
    }
    columns.title
}

/// Draws as much of a title as stands on a line; what that is.
fn title_on<'a>(
    app: &'a App,
    surface: &mut Surface<'_>,
    theme: Theme,
    (row, cols): (usize, &Range<usize>),
    (id, line): (MilestoneId, &ListLine),
) -> Cow<'a, str> {
    let left_out = theme.left_out(app.is_dimmed(id));
    let style = if is_strong(app, id) { left_out.patch(theme.strong()) } else { left_out };
    let part = match title(app, id) {
        Cow::Borrowed(title) => Cow::Borrowed(title.get(line.title.clone()).unwrap_or(title)),
        Cow::Owned(title) => Cow::Owned(title.get(line.title.clone()).unwrap_or(&title).to_owned()),
    };
    surface.text(row, cols.start, cols.end, &part, style);
    part
}

/// Whether a title is one that the eye should find first.
fn is_strong(app: &App, id: MilestoneId) -> bool {
    app.dataset().milestone(id).landmark(app.lang()).is_some() || app.selection().contains(id, app.matches())
}

/// The one current row is reverse while keys go to the list; while they go elsewhere its place is bold and underlined.
fn current(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    (row, title): (usize, &Range<usize>),
    is_strong: bool,
) {
    if app.focus() != Focus::List {
        return surface.restyle(row, theme.place());
    }
    surface.restyle(row, theme.current());
    if is_strong {
        surface.style(row, (title.start, title.end), theme.strong());
    }
}
