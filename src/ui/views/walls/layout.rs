//! Where everything stands in the Walls.

use crate::app::walls::{Page, WallsForm};
use crate::app::{App, walls};

/// Where the parts of a wall's row stand, in columns from where its list begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowColumns {
    /// Of the names of keepers.
    pub(super) keeper: usize,
    /// How the wall stands, and behind it a mark of doubt; of two days what stood on the earlier one before that, where
    /// there is a column for it.
    pub(super) wall: usize,
    pub(super) against: usize,
    pub(super) state: usize,
}

/// Where everything stands.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct WallsLayout {
    /// Whether the totals have a row of their own below the day.
    pub(super) is_stacked: bool,
    /// The row of what stands in which column.
    pub(super) heads: Option<usize>,
    /// The first row of the list.
    pub(super) first: usize,
    /// Columns of the list, side by side.
    pub(super) lists: usize,
    /// Columns of the screen for each.
    pub(super) cols: usize,
    pub(super) columns: RowColumns,
    /// The first of the rows below the list, and how many they are.
    pub(super) foot: (usize, usize),
    pub(in crate::ui::views) page: Page,
}

/// Two lists side by side, each with room for months.
const TWO: usize = 118;
/// From here on the totals stand beside the day.
const BESIDE: usize = 100;
/// From here on a list says days.
const DAYS: usize = 77;
/// From here on keepers stand beside their walls.
const ONE: usize = 56;
/// Rows of the screen from which on a list that has no room is set off all the same.
const AIRY: usize = 18;
/// The most rows that are told below the list.
const TOLD: usize = 4;

impl WallsLayout {
    pub(in crate::ui::views) fn new(app: &App, cols: usize, rows: usize) -> Self {
        let (list, days) = (walls::list(app), walls::compared_days(app));
        let is_stacked = cols < BESIDE && rows >= 8;
        let head = if is_stacked || days.is_some() && rows >= 8 { 2 } else { 1 };
        let least = match rows {
            ..8 => 0,
            8..14 => 1,
            14.. => 2,
        };
        let room = rows.saturating_sub(head + least);
        let form = match cols {
            TWO.. if list.walls().len() > room => WallsForm::Two,
            ONE.. => WallsForm::One,
            _ => WallsForm::Headed,
        };
        let all = form.rows(list);
        let mut spare = room.saturating_sub(all);
        let mut body = all.min(room);
        if all > room + 2 && rows >= AIRY {
            (body, spare) = (body - 2, 2);
        }
        let mut take = |most: usize| {
            let taken = most.min(spare);
            spare -= taken;
            taken
        };
        let (above, _below) = (take(1), take(1));
        let heads = if all <= room && form != WallsForm::Headed { take(1) } else { 0 };
        let foot = least + if least > 1 { take(TOLD - least) } else { 0 };
        let lists = if form == WallsForm::Two { 2 } else { 1 };
        Self {
            is_stacked,
            heads: (heads > 0).then_some(head + above),
            first: head + above + heads,
            lists,
            cols: (cols + 2 * (lists - 1)) / lists,
            columns: RowColumns::new(form, cols),
            foot: (rows - foot.min(rows), foot),
            page: Page { form, rows: body },
        }
    }
}

impl RowColumns {
    const fn new(form: WallsForm, cols: usize) -> Self {
        match form {
            WallsForm::Headed => Self { keeper: 0, wall: 0, against: 2, state: 27 },
            WallsForm::One if cols >= DAYS => Self { keeper: 13, wall: 14, against: 16, state: 46 },
            WallsForm::One | WallsForm::Two => Self { keeper: 13, wall: 14, against: 16, state: 41 },
        }
    }
}
