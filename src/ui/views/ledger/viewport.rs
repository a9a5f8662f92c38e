//! What of the Ledger is in sight: laid out from the current milestone up and down, as far as there is room.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;

use super::block::LedgerContext;
use super::line::{LedgerLine, OnAxis};
use crate::app::ledger::{self, Rows};
use crate::app::timeline::TimelineRow;
use crate::date::year_words;
use crate::words::Words;

/// From so many columns on a milestone is in sight as a whole, or not at all.
const WHOLE: usize = 75;
/// From so many rows on a row is left free below each milestone.
const AIRY: usize = 20;

/// Lines with what they belong to: the place of a milestone among the rows.
struct Block {
    lines: Vec<LedgerLine>,
    place: Option<usize>,
    is_heading: bool,
}

impl Block {
    /// Its lines up to the last that says something.
    fn said(&self) -> usize {
        self.lines.iter().rposition(is_said).map_or(0, |last| last + 1)
    }
}

/// A block in sight, or the part of it that is.
pub(super) struct PlacedBlock<'a> {
    block: &'a Block,
    /// The row that it begins on.
    row: usize,
    lines: Range<usize>,
    /// Whether its last line in sight says that it goes on.
    is_cut: bool,
}

impl PlacedBlock<'_> {
    pub(super) fn rows(&self) -> Range<usize> {
        self.row..self.row + self.lines.len()
    }

    /// The place of its milestone among the rows.
    pub(super) const fn place(&self) -> Option<usize> {
        self.block.place
    }

    /// What stands on each of its rows.
    pub(super) fn lines(
        &self,
        context: LedgerContext<'_>,
    ) -> impl Iterator<Item = (usize, Cow<'_, LedgerLine>)> {
        let lines = self.block.lines.get(self.lines.clone()).unwrap_or_default();
        self.rows().zip(lines).map(move |(row, line)| {
            let mut line = Cow::Borrowed(line);
            if self.is_cut && row + 1 == self.rows().end {
                line.to_mut().cut(context.sides, context.theme);
            }
            (row, line)
        })
    }
}

/// What is in sight.
pub(super) struct Viewport<'a> {
    pub(super) blocks: Vec<PlacedBlock<'a>>,
    /// Milestones above and below.
    pub(super) above: usize,
    pub(super) below: usize,
    /// The year of the first milestone in sight, where its heading is not.
    pub(super) year: Option<String>,
    /// Lines from the last milestone on, where that is the current one, that are further below.
    pub(super) rest: usize,
}

impl Viewport<'_> {
    /// Whether nothing but the axis stands on the axis.
    pub(super) fn is_axis(&self, row: usize) -> bool {
        let placed = self.blocks.iter().rfind(|placed| placed.row <= row);
        let line = placed.and_then(|placed| {
            let nth = placed.lines.start + (row - placed.row);
            placed.block.lines.get(nth).filter(|_| placed.lines.contains(&nth))
        });
        line.is_some_and(|line| matches!(line.on_axis, OnAxis::Axis))
    }
}

/// What stands on a row of the list: below the last one, a line of the end.
fn block<'t>(
    context: LedgerContext<'_>,
    rows: &Rows,
    row: usize,
    (unresolved, air): (impl Fn() -> &'t [LedgerLine], usize),
) -> Option<Block> {
    let plain = |lines| Block { lines, place: None, is_heading: false };
    match rows.years.row(row) {
        Some(TimelineRow::Heading { year, .. }) => {
            let line = LedgerLine::through(&year_text(year, context.theme.say), context.theme.strong());
            Some(Block { is_heading: true, ..plain(vec![line]) })
        }
        Some(TimelineRow::Blank | TimelineRow::Quiet(_)) => Some(plain(vec![LedgerLine::default()])),
        Some(TimelineRow::Milestone(place)) => {
            let milestone = context.app.dataset().milestone(*rows.ids.get(place)?);
            let mut lines = context.block(milestone);
            let is_last = rows.years.row(row + 1).is_none_or(TimelineRow::is_between);
            lines.extend(std::iter::repeat_n(LedgerLine::default(), if is_last { 0 } else { air }));
            Some(Block { place: Some(place), ..plain(lines) })
        }
        None => unresolved().get(row.checked_sub(rows.years.rows())?).map(|line| plain(vec![line.clone()])),
    }
}

fn year_text(year: Option<i64>, say: &Words) -> String {
    year.map_or_else(|| say.claims.no_known_start.to_owned(), |year| year_words(year, say))
}

/// What may be seen about the current milestone, in lines.
pub(super) struct Blocks {
    /// Those above it, and how many lines they have.
    above: Vec<Block>,
    above_high: usize,
    current: Block,
    /// Those below it; none where it is the last one.
    below: Vec<Block>,
    /// Where it is the last one: what nobody is known to have opened or answered.
    unresolved: Option<Block>,
    /// The first row, and how many there are.
    rows: (usize, usize),
    /// Whether the last one in sight may be there in part: on a narrow screen it would often leave most rows free.
    is_cut: bool,
}

impl Blocks {
    /// From the current milestone up and down, as far as there is room: as much above it as two fifths of the height,
    /// more at the end, less at the beginning.
    pub(super) fn new(context: LedgerContext<'_>, rows: &Rows, height: usize) -> Option<Self> {
        let place = ledger::cursor(context.app)?;
        // Not laid out where none of it is in sight: it may be longer than all that is.
        let unresolved = LazyCell::new(|| context.unresolved(&rows.open));
        let row = rows.years.row_of(place);
        let air = usize::from(height >= AIRY);
        let of = |row: usize| block(context, rows, row, (|| unresolved.as_slice(), air));
        let (first, room) = room(height);
        let current = of(row)?;
        let is_last = place + 1 == rows.ids.len();
        let (above, above_high) = gather((0..row).rev().map_while(of), room);
        let (below, below_high) = gather((row + 1..).map_while(of), room);
        // The last milestone gives as much room to the end as it can.
        let wanted = if is_last { 0 } else { room * 2 / 5 };
        let free = room.saturating_sub(current.lines.len());
        let at = wanted.min(free).max(free.saturating_sub(below_high)).min(above_high);
        // What is cut off at the top leaves its room to what is below.
        let (mut above, above_high) = that_fit(above, at);
        above.reverse();
        let unresolved = is_last.then(|| Block { lines: unresolved.clone(), place: None, is_heading: false });
        let below = if is_last { Vec::new() } else { below };
        let is_cut = context.sides.cols < WHOLE;
        Some(Self { above, above_high, current, below, unresolved, rows: (first, room), is_cut })
    }

    /// Lines from the current milestone on, where that is the last one.
    pub(super) fn end(&self) -> usize {
        self.unresolved.as_ref().map_or(0, |end| self.current.lines.len() + end.lines.len())
    }

    /// What is seen of it, the end scrolled to line `top` from the last milestone on.
    pub(super) fn viewport(&self, rows: &Rows, top: usize, say: &Words) -> Viewport<'_> {
        let top = if self.unresolved.is_some() { top } else { 0 };
        let whole = |block| (block, 0);
        let blocks = self.above.iter().map(whole).chain([(&self.current, top)]);
        let end = self.unresolved.iter().map(|end| (end, top.saturating_sub(self.current.lines.len())));
        let used = self.above_high + self.current.lines.len();
        let below = self.below.iter().scan(used, |used, block| {
            *used += block.said();
            let is_seen = self.is_cut || *used <= self.rows.1;
            *used += block.lines.len() - block.said();
            is_seen.then_some(block)
        });
        let mut below: Vec<&Block> = below.collect();
        // No year stands there alone.
        below.pop_if(|last| last.is_heading);
        let blocks = placed(blocks.chain(below.into_iter().map(whole)).chain(end), self.rows);
        let rest = self.end().saturating_sub(top + self.rows.1 - self.above_high);
        Viewport { rest, ..seen(rows, blocks, say) }
    }
}

/// The row on which the list begins, and its rows: the first row is left for a year, the last for how much more there
/// is.
pub(super) fn room(height: usize) -> (usize, usize) {
    if height > 4 { (1, height - 2) } else { (0, height) }
}

/// As many as may be seen in `room` lines, the last one perhaps in part, and how many lines those are.
fn gather(blocks: impl Iterator<Item = Block>, room: usize) -> (Vec<Block>, usize) {
    let (mut gathered, mut high) = (Vec::new(), 0);
    for one in blocks {
        if high >= room {
            break;
        }
        high += one.lines.len();
        gathered.push(one);
    }
    (gathered, high)
}

/// Those that are seen whole in `room` lines, and how many lines those are.
fn that_fit(blocks: Vec<Block>, room: usize) -> (Vec<Block>, usize) {
    let mut high = 0;
    let fit: Vec<Block> = blocks
        .into_iter()
        .take_while(|one| {
            let fits = high + one.lines.len() <= room;
            high += if fits { one.lines.len() } else { 0 };
            fits
        })
        .collect();
    (fit, high)
}

/// Blocks from a line on, each with the row that it begins on, as far as they go.
fn placed<'a>(
    blocks: impl Iterator<Item = (&'a Block, usize)>,
    (first, room): (usize, usize),
) -> Vec<PlacedBlock<'a>> {
    let (mut row, end) = (first, first + room);
    let mut placed = Vec::new();
    for (block, from) in blocks {
        let from = from.min(block.lines.len());
        let to = block.lines.len().min(from + (end - row));
        if from < to {
            // Of what stands below the last milestone it is said how much more there is.
            let is_cut = block.place.is_some() && block.lines.iter().skip(to).any(is_said);
            placed.push(PlacedBlock { block, row, lines: from..to, is_cut });
            row += to - from;
        }
    }
    placed
}

/// Whether a line says more than that the axis goes on.
fn is_said(line: &LedgerLine) -> bool {
    !matches!(line.on_axis, OnAxis::Axis) || !line.left.is_empty() || !line.right.is_empty()
}

fn seen<'a>(rows: &Rows, blocks: Vec<PlacedBlock<'a>>, say: &Words) -> Viewport<'a> {
    let mut places = blocks.iter().filter_map(PlacedBlock::place);
    // Where the end alone is in sight, all of them are above.
    let above = places.next().unwrap_or(rows.ids.len());
    let last = blocks.iter().rev().find_map(PlacedBlock::place);
    let below = last.map_or(0, |last| rows.ids.len().saturating_sub(last + 1));
    let first = blocks.iter().find(|placed| placed.block.place.is_some() || placed.block.is_heading);
    let place = first.and_then(PlacedBlock::place);
    let heading = place.and_then(|place| rows.years.heading_of(rows.years.row_of(place)));
    let year = match heading {
        Some(TimelineRow::Heading { year, .. }) => Some(year_text(year, say)),
        _ => None,
    };
    Viewport { blocks, above, below, year, rest: 0 }
}
