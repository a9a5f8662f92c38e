//! How the list is laid out, and how much of it there is room for.

use crate::app::views::walls::keepers::WallList;

/// How the walls stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WallsForm {
    /// In two columns, side by side.
    Two,
    /// In one, each keeper's name beside the first wall.
    #[default]
    One,
    /// In one, each keeper's name on a row of its own.
    Headed,
}

/// How the list is laid out, and how many rows of it there is room for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// How the walls stand.
    pub form: WallsForm,
    /// The rows in sight.
    pub rows: usize,
}

/// What stands on a row of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WallRow {
    /// The keeper at this place.
    Keeper(usize),
    /// The wall at this place.
    Wall(usize),
}

impl WallsForm {
    /// Rows of all walls.
    pub fn rows(self, list: &WallList) -> usize {
        let walls = list.walls().len();
        match self {
            Self::Two => list.fold().max(walls - list.fold()),
            Self::One => walls,
            Self::Headed => walls + list.keepers().len(),
        }
    }

    /// The column and the row of the wall at `place`.
    pub fn spot(self, place: usize, list: &WallList) -> (usize, usize) {
        match self {
            Self::Two if place >= list.fold() => (1, place - list.fold()),
            Self::Two | Self::One => (0, place),
            Self::Headed => (0, place + list.keeper_at(place) + 1),
        }
    }

    /// What stands on a row of a column.
    pub fn row(self, (col, row): (usize, usize), list: &WallList) -> Option<WallRow> {
        let walls = list.walls().len();
        let wall = |place: usize, end: usize| (place < end).then_some(WallRow::Wall(place));
        match (self, col) {
            (Self::Two, 0) => wall(row, list.fold()),
            (Self::Two, _) => wall(list.fold() + row, walls),
            (Self::One, _) => wall(row, walls),
            (Self::Headed, _) => {
                let keepers = list.keepers();
                // Each keeper stands above its first wall, one row further down for each keeper before it.
                let (mut low, mut high) = (0, keepers.len());
                while low < high {
                    let middle = usize::midpoint(low, high);
                    if keepers[middle].first + middle <= row { low = middle + 1 } else { high = middle }
                }
                let keeper = low.checked_sub(1)?;
                if keepers[keeper].first + keeper == row {
                    return Some(WallRow::Keeper(keeper));
                }
                wall(row - keeper - 1, walls)
            }
        }
    }
}
