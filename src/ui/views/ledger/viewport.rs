//! What of the Ledger is in sight: laid out from the current milestone up and down, as far as there is room.

use std::cell::LazyCell;

use super::block::LedgerContext;
use super::line::{LedgerLine, OnAxis};
use crate::app::ledger;
use crate::app::ledger::Rows;
use crate::app::overlays::reading;
use crate::app::timeline::Row;
use crate::date::year_words;
use crate::ui::theme::Theme;

/// From so many rows on a row is left free below each milestone.
const AIRY: usize = 20;

/// Lines with what they belong to: the place of a milestone among the rows.
pub(super) struct Block {
    pub(super) lines: Vec<LedgerLine>,
    pub(super) place: Option<usize>,
    pub(super) is_heading: bool,
}

/// What is in sight, each with the row it begins on.
pub(super) struct Viewport {
    pub(super) laid: Vec<(usize, Block)>,
    /// Milestones above and below.
    pub(super) above: usize,
    pub(super) below: usize,
    /// The year of the first milestone in sight, where its heading is not.
    pub(super) year: Option<String>,
    /// Lines from the last milestone on, where that is the current one, and how many of them are further below.
    pub(super) end: usize,
    pub(super) rest: usize,
}

impl Viewport {
    /// Whether nothing but the axis stands on the axis.
    pub(super) fn is_axis(&self, row: usize) -> bool {
        let laid = self.laid.iter().rfind(|(begins, _)| *begins <= row);
        let line = laid.and_then(|(begins, laid)| laid.lines.get(row - begins));
        line.is_some_and(|line| matches!(line.on_axis, OnAxis::Axis))
    }
}

/// What stands on a row of the list: below the last one, a line of the end.
fn laid<'t>(
    context: LedgerContext<'_>,
    rows: &Rows,
    row: usize,
    (unresolved, air): (impl Fn() -> &'t [LedgerLine], usize),
) -> Option<Block> {
    let plain = |lines| Block { lines, place: None, is_heading: false };
    match rows.years.row(row) {
        Some(Row::Heading { year, .. }) => {
            let line = LedgerLine::through(&year_text(year), context.theme.strong());
            Some(Block { is_heading: true, ..plain(vec![line]) })
        }
        Some(Row::Blank | Row::Quiet(_)) => Some(plain(vec![LedgerLine::default()])),
        Some(Row::Milestone(place)) => {
            let milestone = context.app.dataset().milestone(*rows.ids.get(place)?);
            let mut lines = context.block(milestone);
            let is_last = rows.years.row(row + 1).is_none_or(Row::is_between);
            lines.extend(std::iter::repeat_n(LedgerLine::default(), if is_last { 0 } else { air }));
            Some(Block { place: Some(place), ..plain(lines) })
        }
        None => unresolved().get(row.checked_sub(rows.years.rows())?).map(|line| plain(vec![line.clone()])),
    }
}

fn year_text(year: Option<i64>) -> String {
    year.map_or_else(|| "no known start".to_owned(), year_words)
}

/// Lays out what is in sight about the current milestone: as much above it as two fifths of the height, more at the
/// end, less at the beginning.
pub(super) fn sight(context: LedgerContext<'_>, rows: &Rows, height: usize) -> Option<Viewport> {
    let place = ledger::cursor(context.app)?;
    // Not laid out where none of it is in sight: it may be longer than all that is.
    let unresolved = LazyCell::new(|| context.unresolved(&rows.open));
    let current = rows.years.row_of(place);
    let air = usize::from(height >= AIRY);
    let of = |row: usize| laid(context, rows, row, (|| unresolved.as_slice(), air));
    let (first, room) = room(height);
    let mut here = of(current)?;
    let here_high = here.lines.len();
    let is_last = place + 1 == rows.ids.len();
    let (above, above_high) = gather((0..current).rev().map_while(of), room);
    let (below, below_high) = gather((current + 1..).map_while(of), room);
    // The last milestone gives as much room to the end as it can.
    let wanted = if is_last { 0 } else { room * 2 / 5 };
    let at = wanted.max(room.saturating_sub(here_high + below_high)).min(above_high);
    // What is cut off at the top leaves its room to what is below.
    let (mut laid, before) = that_fit(above, at);
    laid.reverse();
    if is_last {
        laid.extend(scrolled(
            here,
            &unresolved,
            reading::detail(context.app).top,
            room - before,
            context.theme,
        ));
    } else {
        cut(&mut here.lines, room - before, context.theme);
        laid.push(here);
        laid.extend(below);
    }
    let laid = placed(laid, (first, room), context.theme);
    let end = if is_last { here_high + unresolved.len() } else { 0 };
    let rest = end.saturating_sub(reading::detail(context.app).top + room - before);
    Some(Viewport { end, rest, ..seen(rows, laid) })
}

/// The row on which the list begins, and its rows: the first row is left for a year, the last for how much more there
/// is.
pub(super) fn room(height: usize) -> (usize, usize) {
    if height > 4 { (1, height - 2) } else { (0, height) }
}

/// As many as may be seen in `room` lines, the last one perhaps in part, and how many lines those are.
fn gather(laid: impl Iterator<Item = Block>, room: usize) -> (Vec<Block>, usize) {
    let (mut gathered, mut high) = (Vec::new(), 0);
    for one in laid {
        if high >= room {
            break;
        }
        high += one.lines.len();
        gathered.push(one);
    }
    (gathered, high)
}

/// Those that are seen whole in `room` lines, and how many lines those are.
fn that_fit(laid: Vec<Block>, room: usize) -> (Vec<Block>, usize) {
    let mut high = 0;
    let fit: Vec<Block> = laid
        .into_iter()
        .take_while(|one| {
            let fits = high + one.lines.len() <= room;
            high += if fits { one.lines.len() } else { 0 };
            fits
        })
        .collect();
    (fit, high)
}

/// Each with the row that it begins on, as far as they go; the last one is cut where not all of it has room.
fn placed(laid: Vec<Block>, (first, room): (usize, usize), theme: Theme) -> Vec<(usize, Block)> {
    let (mut row, end) = (first, first + room);
    let mut placed = Vec::new();
    for mut one in laid {
        if row >= end {
            break;
        }
        cut(&mut one.lines, end - row, theme);
        row += one.lines.len();
        placed.push((row - one.lines.len(), one));
    }
    placed
}

/// The last milestone and the end, from line `top` of both on: on a low screen not all of it fits.
fn scrolled(mut here: Block, unresolved: &[LedgerLine], top: usize, room: usize, theme: Theme) -> Vec<Block> {
    let below = top.saturating_sub(here.lines.len());
    here.lines.drain(..top.min(here.lines.len()));
    cut(&mut here.lines, room, theme);
    let unresolved = unresolved.iter().skip(below).take(room);
    let unresolved =
        unresolved.map(|line| Block { lines: vec![line.clone()], place: None, is_heading: false });
    std::iter::once(here).filter(|here| !here.lines.is_empty()).chain(unresolved).collect()
}

/// At most `room` lines, with a mark where there are more.
fn cut(lines: &mut Vec<LedgerLine>, room: usize, theme: Theme) {
    let is_said = |line: &LedgerLine| {
        !matches!(line.on_axis, OnAxis::Axis) || line.title.is_some() || !line.right.is_empty()
    };
    let is_cut = lines.iter().skip(room).any(is_said);
    lines.truncate(room);
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        last.cut(theme);
    }
}

fn seen(rows: &Rows, laid: Vec<(usize, Block)>) -> Viewport {
    let mut places = laid.iter().filter_map(|(_, laid)| laid.place);
    // Where the end alone is in sight, all of them are above.
    let above = places.next().unwrap_or(rows.ids.len());
    let last = laid.iter().rev().find_map(|(_, laid)| laid.place);
    let below = last.map_or(0, |last| rows.ids.len().saturating_sub(last + 1));
    let first = laid.iter().find(|(_, laid)| laid.place.is_some() || laid.is_heading);
    let place = first.and_then(|(_, laid)| laid.place);
    let heading = place.and_then(|place| rows.years.heading_of(rows.years.row_of(place)));
    let year = match heading {
        Some(Row::Heading { year, .. }) => Some(year_text(year)),
        _ => None,
    };
    Viewport { laid, above, below, year, end: 0, rest: 0 }
}
