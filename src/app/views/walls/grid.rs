//! Who keeps barriers shut against whom: rows, columns, and the cells where they meet.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::dataset::{Barrier, BarrierId, Dataset, Party};

/// One row or column: a party, and all who keep the same barriers or are kept out by the same ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridLine {
    /// Those who share it, in the dataset's order; at least one.
    pub parties: Vec<Party>,
    /// The most barriers that stand in one of its cells.
    pub widest: usize,
}

/// The barriers between a row and a column, at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The row.
    pub row: usize,
    /// The column.
    pub col: usize,
    /// The barriers, in the order in which they are listed everywhere.
    pub barriers: Vec<BarrierId>,
}

/// All of it, the rows and columns with most barriers first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    rows: Vec<GridLine>,
    cols: Vec<GridLine>,
    row_of: BTreeMap<Party, usize>,
    col_of: BTreeMap<Party, usize>,
    /// By row, then by column.
    cells: Vec<Cell>,
    /// Where each row's cells begin, and where the last row's end.
    starts: Vec<usize>,
    /// Letters that stand for each channel, three or fewer, and one.
    codes: [Vec<String>; 2],
}

impl Grid {
    /// Of `ids`, in their order.
    pub(super) fn new(ids: &[BarrierId], dataset: &Dataset) -> Self {
        let (mut rows, row_of) = lines(ids, dataset, |barrier| &barrier.holders);
        let (mut cols, col_of) = lines(ids, dataset, |barrier| &barrier.against);
        let mut cells: BTreeMap<(usize, usize), Vec<BarrierId>> = BTreeMap::new();
        for id in ids {
            let barrier = dataset.barrier(*id);
            let rows = places(&barrier.holders, &row_of);
            let cols = places(&barrier.against, &col_of);
            for row in rows {
                for col in &cols {
                    cells.entry((row, *col)).or_default().push(*id);
                }
            }
        }
        let cells: Vec<Cell> =
            cells.into_iter().map(|((row, col), barriers)| Cell { row, col, barriers }).collect();
        for cell in &cells {
            let count = cell.barriers.len();
            rows[cell.row].widest = rows[cell.row].widest.max(count);
            cols[cell.col].widest = cols[cell.col].widest.max(count);
        }
        let starts = (0..=rows.len()).map(|row| cells.partition_point(|cell| cell.row < row)).collect();
        Self { rows, cols, row_of, col_of, cells, starts, codes: [3, 1].map(|most| codes(dataset, most)) }
    }

    /// Who keeps barriers.
    pub fn rows(&self) -> &[GridLine] {
        &self.rows
    }

    /// Who is kept out.
    pub fn cols(&self) -> &[GridLine] {
        &self.cols
    }

    /// The row of one who keeps a barrier.
    pub fn row_of(&self, holder: Party) -> Option<usize> {
        self.row_of.get(&holder).copied()
    }

    /// The column of one who is kept out.
    pub fn col_of(&self, against: Party) -> Option<usize> {
        self.col_of.get(&against).copied()
    }

    /// The cells of a row that hold anything, from left to right.
    pub fn cells(&self, row: usize) -> &[Cell] {
        match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(from), Some(to)) => &self.cells[*from..*to],
            _ => &[],
        }
    }

    /// What stands between a row and a column.
    pub fn cell(&self, row: usize, col: usize) -> Option<&Cell> {
        let cells = self.cells(row);
        cells.get(cells.binary_search_by_key(&col, |cell| cell.col).ok()?)
    }

    /// The letters that stand for a barrier's channel, no two channels the same: `lin`, or one letter where that is
    /// all there is room for.
    pub fn code(&self, id: BarrierId, dataset: &Dataset, is_short: bool) -> &str {
        let codes = &self.codes[usize::from(is_short)];
        codes.get(dataset.barrier(id).channel.index()).map_or("", String::as_str)
    }

    /// The topmost, in it the leftmost cell that holds one of `ids`.
    pub(super) fn first_of(&self, ids: impl Iterator<Item = BarrierId>, dataset: &Dataset) -> Option<&Cell> {
        let cells = ids.filter_map(|id| {
            let barrier = dataset.barrier(id);
            let row = barrier.holders.iter().filter_map(|party| self.row_of(*party)).min()?;
            let col = barrier.against.iter().filter_map(|party| self.col_of(*party)).min()?;
            Some((row, col))
        });
        let (row, col) = cells.min()?;
        self.cell(row, col)
    }
}

/// The places of `parties`, each once.
fn places(parties: &[Party], of: &BTreeMap<Party, usize>) -> BTreeSet<usize> {
    parties.iter().filter_map(|party| of.get(party).copied()).collect()
}

/// Those on one `side` of the barriers: who has exactly the same ones shares a line.
fn lines(
    ids: &[BarrierId],
    dataset: &Dataset,
    side: fn(&Barrier) -> &[Party],
) -> (Vec<GridLine>, BTreeMap<Party, usize>) {
    let mut held: BTreeMap<Party, Vec<BarrierId>> = BTreeMap::new();
    for id in ids {
        let parties: BTreeSet<Party> = side(dataset.barrier(*id)).iter().copied().collect();
        for party in parties {
            held.entry(party).or_default().push(*id);
        }
    }
    let mut alike: BTreeMap<Vec<BarrierId>, Vec<Party>> = BTreeMap::new();
    for (party, barriers) in held {
        alike.entry(barriers).or_default().push(party);
    }
    let mut alike: Vec<_> = alike.into_iter().collect();
    alike.sort_by(|(few, one), (many, other)| (Reverse(few.len()), one).cmp(&(Reverse(many.len()), other)));
    let places = alike.iter().enumerate();
    let of = places.flat_map(|(place, (_, parties))| parties.iter().map(move |party| (*party, place)));
    let of = of.collect();
    (alike.into_iter().map(|(_, parties)| GridLine { parties, widest: 0 }).collect(), of)
}

/// Letters for each channel, at most so many: the first ones of its id; where another has those already, later ones
/// in place of the last; a number where all are taken.
fn codes(dataset: &Dataset, most: usize) -> Vec<String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let channels = dataset.channels().iter().map(|channel| {
        let letters: Vec<char> = channel.id.chars().filter(char::is_ascii_alphanumeric).collect();
        let head: String = letters.iter().take(most - 1).collect();
        let lasts = letters.iter().skip(most - 1).map(|last| format!("{head}{last}"));
        let numbers = (2_usize..).map(|number| number.to_string());
        let whole = (letters.len() < most).then(|| head.clone()).filter(|head| !head.is_empty());
        let mut codes = whole.into_iter().chain(lasts).chain(numbers);
        let code = codes.find(|code| taken.insert(code.clone()));
        code.unwrap_or_default()
    });
    channels.collect()
}
