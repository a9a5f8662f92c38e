//! The Ledger: two companies on either side of one vertical axis of time. What one of them did stands on its side;
//! beside what both did, or somebody else did to both, stands who did it.
//!
//! The current milestone stays at about the same height and the rest moves past it, so that what it answered and what
//! answered it are in sight. Only the blocks in sight are ever laid out.

mod block;
mod line;
mod tally;
mod unresolved;
mod viewport;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::action::Action;
use crate::app::ledger::{Pair, Rows, answers};
use crate::app::mode::Mode;
use crate::app::overlays::reading;
use crate::app::reader::TextPage;
use crate::app::{App, Focus, hits, ledger};
use crate::dataset::MilestoneId;
use crate::text::width;
use crate::ui::legend;
use crate::ui::surface::{Cursor, Surface, cells};
use crate::ui::theme::Theme;
use block::{LedgerContext, company_name};
use line::{LedgerLine, OnAxis, Sides};
use tally::tally_lines;
use viewport::{Blocks, PlacedBlock, Viewport, room};

/// The Ledger on a pane.
pub(in crate::ui) struct LedgerLayout {
    pair: Pair,
    sides: Sides,
    /// Who stands on which side, and how much each moved.
    tally: Vec<LedgerLine>,
    /// What stands below; nothing where no milestone is current.
    blocks: Option<Blocks>,
    /// Rows of that.
    rows: usize,
}

impl LedgerLayout {
    /// Nothing where there are no two companies to set against each other.
    pub(super) fn new(app: &App, area: Rect, theme: Theme) -> Option<Self> {
        let (pair, rows) = ledger::pair(app).zip(ledger::between(app))?;
        let sides = Sides::new(area.width.into());
        let context = LedgerContext { app, pair, sides, theme };
        let height = usize::from(area.height);
        let tally = tally_lines(context, rows, height);
        let height = height.saturating_sub(tally.len());
        Some(Self { pair, sides, tally, blocks: Blocks::new(context, rows, height), rows: height })
    }

    const fn context<'a>(&self, app: &'a App, theme: Theme) -> LedgerContext<'a> {
        LedgerContext { app, pair: self.pair, sides: self.sides, theme }
    }

    fn viewport(&self, app: &App) -> Option<Viewport<'_>> {
        Some(self.blocks.as_ref()?.viewport(
            ledger::between(app)?,
            reading::detail(app).top,
            app.lang().words(),
        ))
    }

    /// How many milestones are in sight, at least one.
    pub(super) fn moves(&self, app: &App) -> usize {
        let viewport = self.viewport(app);
        let blocks = viewport.iter().flat_map(|viewport| &viewport.blocks);
        blocks.filter(|placed| placed.place().is_some()).count().max(1)
    }

    /// From the last milestone on, the text of the end: on a low screen it is scrolled.
    pub(super) fn text_page(&self) -> TextPage {
        let page = |blocks: &Blocks| TextPage {
            rows: room(self.rows).1,
            lines: blocks.end(),
            ..TextPage::default()
        };
        self.blocks.as_ref().map(page).unwrap_or_default()
    }

    /// The milestone on a row of the pane.
    pub(super) fn milestone_at(&self, app: &App, row: usize) -> Option<MilestoneId> {
        let row = row.checked_sub(self.tally.len())?;
        let viewport = self.viewport(app)?;
        let place = viewport.blocks.iter().find(|placed| placed.rows().contains(&row))?.place()?;
        ledger::between(app)?.ids.get(place).copied()
    }
}

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    layout: Option<&LedgerLayout>,
) -> Cursor {
    let shown = layout.zip(ledger::between(app)).filter(|(_, rows)| !rows.ids.is_empty());
    let Some((layout, rows)) = shown else {
        nothing(app, surface, theme);
        return None;
    };
    let context = layout.context(app, theme);
    draw_tally(context, &layout.tally, surface);
    let viewport = layout.viewport(app)?;
    let mut below = surface.under(cells(layout.tally.len()));
    let cursor = body(context, &viewport, &mut below);
    answered(context, rows, &viewport, &mut below);
    what_marks_mean(context, rows, &viewport, &layout.tally, surface);
    cursor
}

fn draw_tally(context: LedgerContext<'_>, tally: &[LedgerLine], surface: &mut Surface<'_>) {
    for (row, line) in tally.iter().enumerate() {
        line.draw(surface, row, context.sides, context.theme);
    }
    let (place, all) = ledger::place_of_pair(context.app);
    if context.sides.is_one || all < 2 || surface.rows() == 0 {
        return;
    }
    let taken = tally.first().map_or(0, |line| context.sides.right_end(line));
    let say = &context.theme.say.ledger;
    let fitting = |said: &String| taken + 2 + width(said) <= surface.cols();
    if let Some(said) = [(say.pairs)(place, all), (say.pairs_brief)(place, all)].iter().find(|it| fitting(it))
    {
        surface.right(0, surface.cols(), said, Style::new());
    }
}

/// Beside the numbers of moves, of the marks that are in sight.
fn what_marks_mean(
    context: LedgerContext<'_>,
    rows: &Rows,
    viewport: &Viewport<'_>,
    tally: &[LedgerLine],
    surface: &mut Surface<'_>,
) {
    let Some(line) = tally.get(1).filter(|line| matches!(line.on_axis, OnAxis::Axis)) else { return };
    let places = viewport.blocks.iter().filter_map(PlacedBlock::place);
    let in_sight =
        places.filter_map(|place| rows.ids.get(place)).map(|id| context.app.dataset().milestone(*id));
    let samples = legend::marks(in_sight, context.app.lang(), context.theme);
    let [apart, _] = legend::APART;
    let from = surface.cols().saturating_sub(legend::cols(&samples, apart));
    if context.sides.right_end(line) + 2 <= from {
        legend::draw(&mut surface.behind(from), 1, &samples, apart);
    }
}

/// Draws what is in sight; where the hardware cursor stands.
fn body(
    context: LedgerContext<'_>,
    viewport: &Viewport<'_>,
    surface: &mut Surface<'_>,
) -> Option<(u16, u16)> {
    let theme = context.theme;
    for row in 0..surface.rows() {
        let is_drawn =
            viewport.below > 0 || viewport.blocks.last().is_some_and(|placed| row < placed.rows().end);
        if is_drawn && (row > 0 || viewport.above > 0) {
            LedgerLine::default().draw(surface, row, context.sides, theme);
        }
    }
    let words = hits::words(context.app);
    let current = ledger::cursor(context.app);
    let mut cursor = None;
    for placed in &viewport.blocks {
        let mut title: Option<(usize, usize)> = None;
        let mut rows: Vec<(usize, usize, usize)> = Vec::new();
        let mut texts = Vec::new();
        for (row, line) in placed.lines(context) {
            if matches!(line.on_axis, OnAxis::Text(_)) {
                surface.fill(row, context.sides.axis, context.sides.axis + 1, " ", Style::reset());
            }
            if let Some((from, to)) = line.draw(surface, row, context.sides, theme) {
                rows.push((row, from, to));
                texts.push(line.title_text());
                title = Some(title.map_or((from, to), |(least, most)| (least.min(from), most.max(to))));
            }
        }
        let Some((from, to)) = title else { continue };
        if placed.place() == current {
            let style = if context.app.focus() == Focus::List { theme.current() } else { theme.strong() };
            for (row, ..) in &rows {
                surface.style(*row, (from.saturating_sub(1), (to + 1).min(surface.cols())), style);
            }
            cursor = rows.first().map(|(row, from, _)| surface.position(*row, *from));
        }
        selected(context, placed.place(), (from, to), &rows, surface);
        for ((row, from, to), text) in rows.into_iter().zip(texts) {
            surface.mark(row, (from, to), &text, &words, theme.hit());
        }
    }
    ends(context, viewport, surface);
    cursor
}

/// A selected milestone has its mark between its title and the axis.
fn selected(
    context: LedgerContext<'_>,
    place: Option<usize>,
    (from, to): (usize, usize),
    rows: &[(usize, usize, usize)],
    surface: &mut Surface<'_>,
) {
    let id = place.and_then(|place| ledger::between(context.app)?.ids.get(place).copied());
    let is_selected = id.is_some_and(|id| context.app.selection().contains(id, context.app.matches()));
    let Some((row, ..)) = rows.first().filter(|_| is_selected) else { return };
    let col = if to < context.sides.axis { to + 1 } else { from.saturating_sub(2) };
    surface.text(*row, col, col + 1, context.theme.glyphs.selected, context.theme.selected());
}

/// The year that the first row stands in, and how much more there is above and below.
fn ends(context: LedgerContext<'_>, viewport: &Viewport<'_>, surface: &mut Surface<'_>) {
    let (theme, last) = (context.theme, surface.rows().saturating_sub(1));
    if last < 4 {
        return;
    }
    if let Some(year) = &viewport.year {
        surface.fill(0, 0, surface.cols(), " ", Style::reset());
        LedgerLine::through(year, theme.strong()).draw(surface, 0, context.sides, theme);
    }
    let say = &theme.say.counts;
    let more = |said: String| format!("{} {said}", theme.glyphs.ellipsis);
    if viewport.above > 0 {
        surface.right(0, surface.cols(), &more((say.more_above)(viewport.above)), theme.dim());
    }
    if viewport.below > 0 {
        surface.right(last, surface.cols(), &more((say.more_below)(viewport.below)), theme.dim());
    } else if viewport.rest > 0 {
        let down = context.app.keys().shown(Mode::Ledger, Action::Down);
        surface.right(last, surface.cols(), &more((say.lines_by)(viewport.rest, &down)), theme.dim());
    }
}

/// From the current milestone to what it answered, and from what answers it, the axis stands out.
fn answered(context: LedgerContext<'_>, rows: &Rows, viewport: &Viewport<'_>, surface: &mut Surface<'_>) {
    let Some(current) = ledger::cursor(context.app) else { return };
    let (dataset, axis) = (context.app.dataset(), context.sides.axis);
    let milestone = |place: usize| rows.ids.get(place).map(|id| dataset.milestone(*id));
    let answers_it = |one: usize, other: usize| {
        let (Some(one), Some(other)) = (milestone(one), milestone(other)) else { return false };
        answers(one, context.pair, dataset).iter().any(|answer| answer.to == other.place())
    };
    let in_sight =
        || viewport.blocks.iter().filter_map(|placed| Some((placed.rows().start, placed.place()?)));
    let Some((here, _)) = in_sight().find(|(_, place)| *place == current) else { return };
    let linked = in_sight().filter(|(_, place)| answers_it(*place, current) || answers_it(current, *place));
    for (there, _) in linked {
        for row in (here.min(there) + 1..here.max(there)).filter(|row| viewport.is_axis(*row)) {
            surface.text(row, axis, axis + 1, context.theme.glyphs.axis[1], context.theme.strong());
        }
    }
}

/// Why there is nothing to see, and what to press.
fn nothing(app: &App, surface: &mut Surface<'_>, theme: Theme) {
    if app.listed().is_empty() {
        crate::ui::empty::no_milestones(app, surface, theme);
        return;
    }
    let said = match ledger::pair(app) {
        Some(pair) => {
            let [left, right] = [pair.left, pair.right].map(|id| company_name(app, id));
            (theme.say.ledger.nothing_between)(&left, &right)
        }
        None => theme.say.ledger.no_pair.to_owned(),
    };
    let say = &theme.say.ways;
    let ways = [
        (Action::NextPair, say.shows_next_pair, ledger::place_of_pair(app).1 > 1),
        (Action::DropAll, say.drops_all_filters, !app.query().is_empty()),
        (Action::Timeline, say.shows_timeline, true),
    ];
    let ways = ways.into_iter().filter(|(.., is_on)| *is_on);
    let keys: Vec<_> = ways.map(|(action, does, _)| (app.keys().shown(Mode::Ledger, action), does)).collect();
    crate::ui::empty::nothing(surface, theme, &said, &keys);
}
