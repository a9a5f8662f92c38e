//! Where everything stands on the page of a wall, and drawing what of it is in sight.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::bar;
use super::history::{self, MANY, StepColumns};
use super::others::{self, OtherColumns};
use super::room::Room;
use crate::app::reader::TextPage;
use crate::app::{App, wall};
use crate::dataset::{BarrierId, OtherWalls, last_day, other_walls, said_outcome, sides, whose};
use crate::text::{width, wrap};
use crate::ui::surface::{Cursor, Surface};
use crate::ui::theme::Theme;

/// A line of the page.
enum PageLine {
    /// As it is.
    Text(Line<'static>),
    /// The first of a step.
    Step(usize, Option<Line<'static>>),
    /// Other walls side by side: the first link, and which.
    Others(usize, Vec<BarrierId>),
}

/// The page of a wall, laid out.
pub(in crate::ui) struct WallLayout {
    wall: BarrierId,
    room: Room,
    steps: StepColumns,
    others: OtherColumns,
    lines: Vec<PageLine>,
    /// The line of each link.
    links: Vec<usize>,
}

impl WallLayout {
    pub(in crate::ui) fn new(app: &App, wall: BarrierId, area: Rect, theme: Theme) -> Self {
        let room = Room::of(area, app.dataset().history(wall).steps().len());
        let others = other_walls(wall, app.dataset());
        let mut layout = Self {
            wall,
            room,
            steps: StepColumns::new(app, wall, room, theme),
            others: OtherColumns::new(app, &others.ids, room),
            lines: Vec::new(),
            links: Vec::new(),
        };
        layout.head(app, theme);
        layout.history(app, theme);
        layout.other_walls(app, &others, theme);
        layout
    }

    /// What the app must know of it: where it goes on, one row says so.
    pub(in crate::ui) fn page(&self, area: Rect) -> TextPage {
        let (rows, lines) = (usize::from(area.height), self.lines.len());
        let rows = rows.saturating_sub(usize::from(lines > rows));
        TextPage { rows, lines, links: self.links.clone(), hit: None }
    }

    /// The number of the link at a row and a column, the page being scrolled to `top`.
    pub(in crate::ui) fn link_at(&self, top: usize, (row, col): (usize, usize)) -> Option<usize> {
        let at = top + row;
        let first = self.links.partition_point(|line| *line < at);
        let first = if self.links.get(first) == Some(&at) { first } else { first.checked_sub(1)? };
        match self.lines.get(self.links[first])? {
            PageLine::Step(..) => Some(first),
            PageLine::Others(link, walls) if self.links[first] == at => {
                (0..walls.len()).find(|side| self.others.cols(*side).contains(&col)).map(|side| link + side)
            }
            PageLine::Others(..) | PageLine::Text(_) => None,
        }
    }

    fn blank(&mut self) {
        let is_blank = |line: &PageLine| matches!(line, PageLine::Text(line) if line.spans.is_empty());
        if self.room.is_airy && !self.lines.last().is_none_or(is_blank) {
            self.lines.push(PageLine::Text(Line::default()));
        }
    }

    fn text(&mut self, text: &str, style: Style) {
        for line in wrap(text, self.room.text()).into_iter().filter(|_| !text.is_empty()) {
            let blank = Span::raw(" ".repeat(self.room.indent));
            self.lines.push(PageLine::Text(Line::from(vec![blank, Span::styled(line.into_owned(), style)])));
        }
    }

    /// Its name, whose it is, what it is, what became of it, and the wall.
    fn head(&mut self, app: &App, theme: Theme) {
        let (dataset, lang) = (app.dataset(), app.lang());
        let (barrier, history) = (dataset.barrier(self.wall), dataset.history(self.wall));
        self.name(&barrier.name, barrier.name_zh.as_deref(), theme);
        self.text(&whose(barrier, dataset, lang), Style::new());
        // Where there is no room for the wall, what became of it comes first.
        if self.room.bar == 0 {
            self.outcome(app, theme);
        }
        self.blank();
        self.text(&sides(barrier, dataset, lang).unwrap_or_default(), Style::new());
        if let Some(note) = &barrier.note {
            let notes = lang.texts(Cow::Borrowed(note), barrier.note_zh.as_deref().map(Cow::Borrowed));
            for note in &notes {
                self.text(note, Style::new());
            }
        }
        if self.room.bar > 0 {
            self.blank();
            self.outcome(app, theme);
        }
        let bar = bar::rows(history, dataset, self.room, theme);
        if !bar.is_empty() {
            self.blank();
            self.lines.extend(bar.into_iter().map(PageLine::Text));
        }
    }

    /// What became of it, behind its mark.
    fn outcome(&mut self, app: &App, theme: Theme) {
        let dataset = app.dataset();
        let (mark, hue) = theme.mark(dataset.history(self.wall).on(last_day(dataset)));
        let outcome = said_outcome(self.wall, dataset, theme.say).sentence();
        let hung = width(&mark) + 2;
        for (at, line) in wrap(&outcome, self.room.text().saturating_sub(hung)).into_iter().enumerate() {
            let before =
                if at == 0 { Span::styled(mark.clone(), hue) } else { Span::raw(" ".repeat(hung - 2)) };
            let blank = Span::raw(" ".repeat(self.room.indent));
            let line = Span::styled(line.into_owned(), theme.strong());
            self.lines.push(PageLine::Text(Line::from(vec![blank, before, Span::raw("  "), line])));
        }
    }

    /// In bold, its counterpart in the other language beside it, or below.
    fn name(&mut self, plain: &str, zh: Option<&str>, theme: Theme) {
        let is_beside = zh.is_some_and(|zh| width(plain) + 2 + width(zh) <= self.room.text());
        match zh.filter(|zh| *zh != plain) {
            Some(zh) if is_beside => {
                let blank = Span::raw(" ".repeat(self.room.indent));
                let names = [Span::styled(plain.to_owned(), theme.strong()), Span::raw(format!("  {zh}"))];
                let line = Line::from([[blank].as_slice(), &names].concat());
                self.lines.push(PageLine::Text(line));
            }
            zh => {
                self.text(plain, theme.strong());
                self.text(zh.unwrap_or_default(), Style::new());
            }
        }
    }

    fn heading(&mut self, title: &str, count: usize, theme: Theme) {
        let blank = Span::raw(" ".repeat(self.room.indent));
        let title = Span::styled(title.to_owned(), theme.strong());
        let line = Line::from(vec![blank, title, Span::raw(format!(" {count}"))]);
        self.lines.push(PageLine::Text(line));
    }

    fn history(&mut self, app: &App, theme: Theme) {
        let steps = app.dataset().history(self.wall).steps().len();
        if self.room.bar > 0 {
            self.blank();
            if steps > 0 {
                self.heading(theme.say.wall_page.history, steps, theme);
            }
        }
        if steps == 0 {
            self.text(theme.say.wall_page.no_history, Style::new());
        }
        for place in 0..steps {
            self.links.push(self.lines.len());
            if steps > MANY {
                self.lines.push(PageLine::Step(place, None));
                continue;
            }
            let mut lines = history::lines(app, (self.wall, place), self.steps, self.room, theme).into_iter();
            self.lines.push(PageLine::Step(place, lines.next()));
            self.lines.extend(lines.map(PageLine::Text));
        }
    }

    fn other_walls(&mut self, app: &App, others: &OtherWalls, theme: Theme) {
        if others.ids.is_empty() {
            return;
        }
        self.blank();
        let heading = others.heading(self.wall, app.dataset(), app.lang());
        self.heading(&heading, others.ids.len(), theme);
        for walls in others.ids.chunks(self.others.count) {
            let first = self.links.len();
            self.links.extend(walls.iter().map(|_| self.lines.len()));
            self.lines.push(PageLine::Others(first, walls.to_vec()));
        }
    }

    /// The columns that stand out where a link is chosen, and those of its mark, which keeps its colour.
    fn chosen(&self, link: usize) -> Option<(Range<usize>, Range<usize>)> {
        match self.lines.get(*self.links.get(link)?)? {
            PageLine::Step(..) => Some((0..self.room.cols, self.steps.glyphs())),
            PageLine::Others(first, _) => {
                let cols = self.others.cols(link.checked_sub(*first)?);
                Some((cols.clone(), cols.start..cols.start + 1))
            }
            PageLine::Text(_) => None,
        }
    }
}

/// Draws what of the page is in sight; where the hardware cursor stands.
pub(in crate::ui) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &WallLayout) -> Cursor {
    let (_, scroll) = wall::page(app)?;
    let rows = surface.rows();
    let top = scroll.top.min(layout.lines.len().saturating_sub(rows));
    let rest = layout.lines.len().saturating_sub(top + rows);
    for (row, line) in layout.lines.iter().skip(top).take(rows).enumerate() {
        match line {
            PageLine::Text(line) | PageLine::Step(_, Some(line)) => drop(surface.line(row, 0, line)),
            PageLine::Step(place, None) => {
                let line = cut_line(app, *place, layout, theme);
                surface.line(row, 0, &line);
            }
            PageLine::Others(_, walls) => {
                for (side, wall) in walls.iter().enumerate() {
                    others::draw(app, surface, theme, (row, layout.others, side), *wall);
                }
            }
        }
    }
    let line = scroll.link.and_then(|link| layout.links.get(link));
    let row = line.and_then(|line| line.checked_sub(top)).filter(|row| *row < rows);
    if let Some((row, (all, mark))) = row.zip(scroll.link.and_then(|link| layout.chosen(link))) {
        surface.style(row, (all.start, mark.start), theme.current());
        surface.style(row, (mark.end, all.end), theme.current());
    }
    if rest > 0 {
        let row = rows - 1;
        surface.fill(row, 0, surface.cols(), " ", Style::reset());
        let more = (theme.say.counts.more_lines)(rest + 1);
        let text = format!("{} {more}", theme.glyphs.ellipsis);
        surface.text(row, layout.room.indent, surface.cols(), &text, theme.dim());
    }
    Some(surface.position(row.unwrap_or(0), 0))
}

/// A step of very many, on one line.
fn cut_line(app: &App, place: usize, layout: &WallLayout, theme: Theme) -> Line<'static> {
    let step = app.dataset().history(layout.wall).steps().get(place);
    let milestone = step.map(|step| app.dataset().milestone(step.milestone));
    let title = milestone.map(|milestone| app.lang().of(milestone.title(), milestone.title_zh()));
    let title = title.unwrap_or_default();
    history::first_line(app, (layout.wall, place), layout.steps, (layout.room, &title), theme)
}
