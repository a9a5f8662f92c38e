//! Counts stacked on one another → cells of eighths of a row.

use std::ops::Range;

/// One of the layers that are stacked, the lowest first; `None` is air.
pub(super) type Eighth = Option<usize>;

/// How many eighths of a row stand for one: a ratio, since of many there is less than one for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HeightUnit {
    eighths: usize,
    of: usize,
}

const EIGHTHS: usize = 8;
/// More units than these are not tried.
const MOST_TRIED: usize = 1_000;

impl HeightUnit {
    /// As many whole eighths, up to a row, as let the most above the years and the most below them have room on so many rows
    /// together; where there is not one for each, one for so many. And the rows that each of both takes.
    pub(super) fn sharing(rows: usize, most: (usize, usize)) -> (Self, (usize, usize)) {
        let whole = (1..=EIGHTHS).rev().map(|eighths| Self { eighths, of: 1 });
        let parts = (2..=most.0.max(most.1)).map(|of| Self { eighths: 1, of });
        let taken = |unit: &Self| (unit.rows(most.0), unit.rows(most.1));
        let fits = |unit: &Self| taken(unit).0 + taken(unit).1 <= rows;
        // Of a million there is no need to try each: beyond what an eighth a row is for, the least is all the same.
        let unit = whole.chain(parts.step_by((most.0.max(most.1) / MOST_TRIED).max(1))).find(fits);
        let unit = unit.unwrap_or(Self { eighths: 1, of: most.0.max(most.1).max(1) });
        (unit, taken(&unit))
    }

    /// The rows that so many take.
    fn rows(self, count: usize) -> usize {
        self.height(count).div_ceil(EIGHTHS)
    }

    /// How many are one eighth, where that is more than one.
    pub(super) fn many(self) -> Option<usize> {
        (self.of > 1).then_some(self.of)
    }

    /// Eighths for so many; never none for some.
    pub(super) fn height(self, count: usize) -> usize {
        let height = (count * self.eighths + self.of / 2) / self.of;
        height.max(usize::from(count > 0))
    }

    /// The eighths that each of `counts`, stacked in this order, takes.
    pub(super) fn layers(self, counts: &[usize]) -> Vec<Range<usize>> {
        let mut below = 0;
        let mut top = 0;
        let mut layer = |count: &usize| {
            below += count;
            let from = std::mem::replace(&mut top, self.height(below));
            from..top
        };
        counts.iter().map(&mut layer).collect()
    }
}

/// What stands in one row of a column, from its lowest eighth to its highest.
pub(super) fn row_of(layers: &[Range<usize>], row: usize) -> [Eighth; EIGHTHS] {
    std::array::from_fn(|at| {
        let at = row * EIGHTHS + at;
        layers.iter().position(|layer| layer.contains(&at))
    })
}

/// What one cell can show of that: a block of so many eighths from below, in one layer, and what is above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CellBlock {
    /// How many eighths the lower one takes: 1 to 8.
    pub(super) height: usize,
    pub(super) lower: Eighth,
    /// The same as the lower one, where that fills the cell.
    pub(super) upper: Eighth,
}

impl CellBlock {
    /// The block that is most like what stands there: the two that take most of it. An edge and air in one cell: the edge
    /// is kept.
    pub(super) fn of(row: [Eighth; EIGHTHS]) -> Option<Self> {
        let most_filled = most(&row, |eighth| eighth.is_some())?;
        let air = row.iter().rev().take_while(|eighth| eighth.is_none()).count();
        let gap = row.iter().take_while(|eighth| eighth.is_none()).count();
        if air > 0 && gap <= air {
            // Air above: what is under it is of one piece.
            return Some(Self { height: EIGHTHS - air, lower: most_filled, upper: None });
        }
        if air > 0 {
            // Two edges have no glyph: the one is kept that takes less away.
            return Some(Self { height: gap, lower: None, upper: most_filled });
        }
        let other = most(&row, |eighth| eighth != most_filled).unwrap_or(most_filled);
        if other == most_filled {
            return Some(Self { height: EIGHTHS, lower: most_filled, upper: most_filled });
        }
        let place = |wanted: Eighth| row.iter().position(|eighth| *eighth == wanted).unwrap_or_default();
        let (lower, upper) =
            if place(most_filled) < place(other) { (most_filled, other) } else { (other, most_filled) };
        Some(Self { height: place(upper).clamp(1, EIGHTHS - 1), lower, upper })
    }

    /// The one layer of a whole cell: the one that takes most of it, if half of it is taken at all.
    pub(super) fn whole(row: [Eighth; EIGHTHS]) -> Option<usize> {
        let filled = row.iter().filter(|eighth| eighth.is_some()).count();
        if filled * 2 < EIGHTHS { None } else { most(&row, |eighth| eighth.is_some()).flatten() }
    }
}

/// The one of those wanted that takes most eighths; the lowest of equals.
fn most(row: &[Eighth; EIGHTHS], is_wanted: impl Fn(Eighth) -> bool) -> Option<Eighth> {
    let wanted = row.iter().copied().filter(|eighth| is_wanted(*eighth));
    let count = |one: &Eighth| row.iter().filter(|eighth| *eighth == one).count();
    wanted.reduce(|best, one| if count(&one) > count(&best) { one } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_gives_every_count_its_room() {
        let unit = |rows, most| {
            let (unit, taken) = HeightUnit::sharing(rows, most);
            (unit.eighths, unit.of, taken)
        };
        assert_eq!(unit(16, (37, 20)), (2, 1, (10, 5)));
        assert_eq!(unit(16, (36, 25)), (2, 1, (9, 7)));
        assert_eq!(unit(9, (36, 25)), (1, 1, (5, 4)));
        assert_eq!(unit(16, (2, 1)), (8, 1, (2, 1)), "no wall is more than a row");
        assert_eq!(unit(16, (0, 0)), (8, 1, (0, 0)));
        assert_eq!(unit(16, (1_000, 25)), (1, 9, (14, 1)));
        let (coarse, _) = HeightUnit::sharing(9, (1_000_000, 0));
        assert!(coarse.rows(1_000_000) <= 9 && coarse.height(1) == 1, "one of a million is seen");
    }

    #[test]
    fn layers_stand_on_one_another_without_a_gap() {
        let unit = HeightUnit::sharing(9, (36, 0)).0;
        assert_eq!(unit.layers(&[30, 0, 5, 1]), [0..60, 60..60, 60..70, 70..72]);
        let coarse = HeightUnit::sharing(5, (100, 0)).0;
        let layers = coarse.layers(&[33, 33, 34]);
        assert!(layers.windows(2).all(|pair| pair[0].end == pair[1].start), "{layers:?}");
    }

    /// A row of letters, a blank for air, the lowest eighth first.
    fn row(letters: &str) -> [Eighth; 8] {
        let mut letters = letters.chars();
        std::array::from_fn(|_| "abcd".find(letters.next().unwrap_or(' ')))
    }

    #[test]
    fn a_cell_shows_the_two_layers_that_take_most_of_it() {
        let block =
            |letters| CellBlock::of(row(letters)).map(|block| (block.height, block.lower, block.upper));
        assert_eq!(block("        "), None);
        assert_eq!(block("aaaaaaaa"), Some((8, Some(0), Some(0))));
        assert_eq!(block("aaa     "), Some((3, Some(0), None)));
        assert_eq!(block("aaaaabbb"), Some((5, Some(0), Some(1))));
        assert_eq!(
            block("abbb    "),
            Some((4, Some(1), None)),
            "the edge is kept, in the layer of most of it"
        );
        assert_eq!(block("aaabbbbc"), Some((3, Some(0), Some(1))));
        assert_eq!(block("a   bbbb"), Some((4, None, Some(1))), "a gap below the upper layer");
        assert_eq!(block("    bbbb"), Some((4, None, Some(1))));
        assert_eq!(block("  bbb   "), Some((5, Some(1), None)), "of two edges the one that takes less away");
        assert_eq!(block("   bbbb "), Some((3, None, Some(1))));
    }

    #[test]
    fn a_whole_cell_is_a_layers_when_half_of_it_is_taken() {
        assert_eq!(CellBlock::whole(row("aaa")), None);
        assert_eq!(CellBlock::whole(row("aaab")), Some(0));
        assert_eq!(CellBlock::whole(row("abbbbbb")), Some(1));
    }
}
