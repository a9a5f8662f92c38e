//! The facet pane: its rows, its cursor, and which groups are open to the end.

use super::window;
use crate::query::{Field, Index, Query, Tick};

/// How many companies are shown before their group is opened to the end: fewer where the pane is low, so that
/// every group has a part of it.
const COMPANIES: (usize, usize) = (5, 8);

/// What stands on a row of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The name of a facet.
    Heading(Field),
    /// A value to choose.
    Value(Tick),
    /// So many more values, shown when chosen.
    More(usize),
    /// Nothing.
    Blank,
}

impl Row {
    /// Whether the cursor can stand on it.
    const fn is_stop(self) -> bool {
        matches!(self, Self::Value(_) | Self::More(_))
    }
}

/// The pane's own state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetPane {
    /// The row that the cursor stands on.
    pub cursor: usize,
    /// The first row drawn.
    pub top: usize,
    /// Whether all companies are shown. Years and kinds always are: years stand in order, so half of them would
    /// be odd, and kinds are few.
    all_companies: bool,
}

impl Default for FacetPane {
    fn default() -> Self {
        Self { cursor: 1, top: 0, all_companies: false }
    }
}

impl FacetPane {
    /// All rows, top to bottom, of a pane of `height` rows.
    pub fn rows(&self, index: &Index, query: &Query, height: usize) -> Vec<Row> {
        // Three headings, two blanks, one `more` and three kinds stand beside the companies and the years.
        let limit =
            height.saturating_sub(9 + index.values(Field::Year).len()).clamp(COMPANIES.0, COMPANIES.1);
        let mut rows = Vec::new();
        for field in Field::FACETS {
            if !rows.is_empty() {
                rows.push(Row::Blank);
            }
            rows.push(Row::Heading(field));
            rows.extend(self.group(field, index, query, limit));
        }
        rows
    }

    /// The first values of a group, and, so that no choice is hidden, every chosen one.
    fn group(&self, field: Field, index: &Index, query: &Query, limit: usize) -> impl Iterator<Item = Row> {
        let values = index.values(field);
        // One more value takes no more room than the row that would say `1 more`.
        let all = field != Field::Company || self.all_companies || values.len() <= limit + 1;
        let (first, rest) = values.split_at(if all { values.len() } else { limit });
        let mut shown = first.to_vec();
        shown.extend(query.ticks(field).filter(|tick| rest.contains(tick)));
        let more = values.len() - shown.len();
        let more = (more > 0).then_some(Row::More(more));
        shown.into_iter().map(Row::Value).chain(more)
    }

    /// Moves by `steps` rows that can be chosen, as far as there are any.
    pub fn step(&mut self, steps: isize, rows: &[Row]) {
        let stops: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].is_stop()).collect();
        let at = stops.partition_point(|row| *row < self.cursor);
        let to = at.saturating_add_signed(steps).min(stops.len().saturating_sub(1));
        self.cursor = stops.get(to).copied().unwrap_or_default();
    }

    /// Goes to the first value of `field`.
    pub fn go_to(&mut self, field: Field, rows: &[Row]) {
        if let Some(heading) = rows.iter().position(|row| *row == Row::Heading(field)) {
            self.cursor = heading + 1;
            self.step(0, rows);
        }
    }

    /// Goes to `tick`, wherever it stands now.
    pub fn follow(&mut self, tick: Tick, rows: &[Row]) {
        if let Some(row) = rows.iter().position(|row| *row == Row::Value(tick)) {
            self.cursor = row;
        }
    }

    /// Shows all companies.
    pub fn open(&mut self) {
        self.all_companies = true;
    }

    /// Keeps the cursor on a row of `rows`, in sight in a pane of `height` rows.
    pub fn fit(&mut self, rows: &[Row], height: usize) {
        self.step(0, rows);
        let headed = matches!(rows.get(self.cursor.wrapping_sub(1)), Some(Row::Heading(_)));
        let first = self.cursor.saturating_sub(usize::from(headed));
        self.top = window(self.top, (first, self.cursor), rows.len(), height);
    }
}
