//! How much of the grid there is room for.

/// How much of the grid there is room for. Rows of the grid, columns of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Rows of the grid that fit.
    pub rows: usize,
    /// Columns beside the names of the rows.
    pub cols: usize,
    /// Columns of one wall, with what stands beside it and a blank.
    pub slot: usize,
    /// The most columns of a heading.
    pub heading: usize,
    /// Columns between two columns of the grid.
    pub gap: usize,
}
