//! The Story: a milestone a page, in a column that is easy to read, with much air; at the foot where the page stands
//! in the whole.

mod page;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::action::Action;
use crate::app::overlays::reading;
use crate::app::reader::TextPage;
use crate::app::story::{self, StoryProgress};
use crate::dataset::MilestoneId;
use crate::date::year_words;
use crate::text::width;
use crate::ui::empty::no_milestones;
use crate::ui::prose::{MarkedWords, Prose, Typesetter};
use crate::ui::surface::{Cursor, Surface};
use crate::ui::theme::Theme;

/// Longer lines are hard to read.
const COLUMN: usize = 66;
/// From so many rows on the years stand under the progress.
const YEARS_FROM: usize = 18;

/// Where the text and the progress stand on a pane, and the text.
pub(in crate::ui) struct StoryLayout {
    /// The first column, and how many there are.
    left: usize,
    cols: usize,
    /// The rows of the text.
    rows: usize,
    /// The rows of the progress, below a blank one.
    progress: usize,
    /// The page; none where nothing is listed.
    page: Option<Prose>,
}

impl StoryLayout {
    pub(super) fn new(app: &App, area: Rect, theme: Theme) -> Self {
        let (cols, rows) = (usize::from(area.width), usize::from(area.height));
        let column = cols.min(COLUMN);
        let progress = if rows >= YEARS_FROM { 2 } else { 1 };
        let blank = usize::from(rows > 10);
        let page = app.current().map(|milestone| {
            let words = MarkedWords::of(app);
            let mut text = Typesetter::new(column, theme, &words);
            page::set(&mut text, app, milestone);
            text.finish()
        });
        Self {
            left: (cols - column) / 2,
            cols: column,
            rows: rows.saturating_sub(progress + blank),
            progress,
            page,
        }
    }

    /// What the text comes to.
    pub(super) fn text_page(&self) -> TextPage {
        self.page.as_ref().map(|page| page.page(self.rows)).unwrap_or_default()
    }

    /// The rows left free above a text of so many lines, and those that it then has.
    fn air(&self, lines: usize) -> (usize, usize) {
        let free = self.rows.saturating_sub(lines);
        let above = (free / 3).min(5);
        (above, self.rows - above)
    }
}

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &StoryLayout) -> Cursor {
    let Some(page) = layout.page.as_ref().filter(|_| app.current().is_some()) else {
        no_milestones(app, surface, theme);
        return None;
    };
    let lines = page.lines.len();
    let (above, rows) = layout.air(lines);
    let top = reading::detail(app).top.min(lines.saturating_sub(1));
    for (row, line) in page.lines.iter().skip(top).take(rows).enumerate() {
        surface.line(above + row, layout.left, line);
    }
    let rest = lines.saturating_sub(top + rows);
    if rest > 0 && rows > 0 {
        more(app, surface, layout, rest + 1, theme);
    }
    draw_progress(app, surface, layout, theme);
    Some(surface.position(above, layout.left))
}

/// The last row of the text says that it goes on, and how to read on.
fn more(app: &App, surface: &mut Surface<'_>, layout: &StoryLayout, rest: usize, theme: Theme) {
    let Some(row) = layout.rows.checked_sub(1) else { return };
    let down = app.keys().written(Action::Down).next().unwrap_or_default();
    surface.fill(row, 0, surface.cols(), " ", Style::reset());
    let text = format!("{} {}", theme.glyphs.ellipsis, (theme.say.counts.lines_by)(rest, &down));
    surface.right(row, layout.left + layout.cols, &text, theme.dim());
}

/// `12 of 96`; where the landmarks are read, `landmark 3 of 14`, and between two of them `after landmark 3 of 14`.
fn place_words(progress: StoryProgress, theme: Theme) -> String {
    let StoryProgress { read, all, of_landmarks, is_page } = progress;
    let say = &theme.say.front;
    match (of_landmarks, is_page, read) {
        (false, ..) => (say.page)(read, all),
        (true, true, _) => (say.landmark)(read, all),
        (true, false, 0) => (say.before_landmarks)(all),
        (true, false, _) => (say.after_landmark)(read, all),
    }
}

/// `━━━◆──────  12 of 96`, and the years of the first page and the last below its ends.
fn draw_progress(app: &App, surface: &mut Surface<'_>, layout: &StoryLayout, theme: Theme) {
    let Some(row) = surface.rows().checked_sub(layout.progress) else { return };
    let year =
        |id: MilestoneId| app.dataset().milestone(id).date().year().map(|year| year_words(year, theme.say));
    let progress = story::progress(app);
    let place = place_words(progress, theme);
    let here = app.current().and_then(|milestone| year(milestone.place()));
    let said = match here {
        Some(year) if layout.cols >= COLUMN => format!("{place} {} {year}", theme.glyphs.dot),
        _ => place,
    };
    let end = surface.right(row, layout.left + layout.cols, &said, Style::new());
    let end = end.saturating_sub(2);
    let cols = end.saturating_sub(layout.left);
    if cols < 4 {
        return;
    }
    let at = progress.read.saturating_sub(1) * (cols - 1) / progress.all.saturating_sub(1).max(1);
    surface.fill(row, layout.left, layout.left + at, theme.glyphs.window, theme.dim());
    surface.fill(row, layout.left + at + 1, end, theme.glyphs.rule, theme.dim());
    surface.text(row, layout.left + at, layout.left + at + 1, theme.glyphs.here, theme.strong());
    if layout.progress < 2 {
        return;
    }
    let [first, last] = story::ends(app).map(|id| id.and_then(year).unwrap_or_default());
    let from = surface.right(row + 1, end, &last, Style::new());
    if layout.left + width(&first) < from && first != last {
        surface.text(row + 1, layout.left, from, &first, Style::new());
    }
}
