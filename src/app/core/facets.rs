//! The facet pane: its rows, its cursor, and which groups are open to the end.

use crate::app::core::window::window;
use crate::dataset::Dataset;
use crate::query::{FacetValue, Field, Index, Pairing, Query};
use crate::text::fold;

/// How many companies are shown before their group is opened to the end: fewer where the pane is low, so that
/// every group has a part of it.
const COMPANIES: (usize, usize) = (5, 8);

/// Kinds and channels are a dataset's own few words; platforms may be many.
const WORDS: usize = 12;

const PLATFORMS: usize = 8;

/// What stands on a row of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetPaneRow {
    /// The name of a facet.
    Heading(Field),
    /// A value to choose.
    Value(FacetValue),
    /// How the two chosen companies are asked for; choosing it switches.
    Pairing(Pairing),
    /// So many more values, shown when chosen.
    More(Field, usize),
    /// No value has what its group is narrowed to.
    Nothing,
    /// Nothing.
    Blank,
}

impl FacetPaneRow {
    /// Whether the cursor can stand on it.
    const fn is_stop(self) -> bool {
        matches!(self, Self::Value(_) | Self::Pairing(_) | Self::More(..) | Self::Nothing)
    }
}

/// The pane's own state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetPane {
    /// The row that the cursor stands on.
    pub cursor: usize,
    /// The first row drawn.
    pub top: usize,
    /// A group of which only the values with this in one of their names are shown.
    pub narrow: Option<(Field, String)>,
    /// The groups that are shown to the end. Years always are: they stand in order, so half of them would be odd.
    open: [bool; Field::FACETS.len()],
}

impl Default for FacetPane {
    fn default() -> Self {
        Self { cursor: 1, top: 0, narrow: None, open: [false; Field::FACETS.len()] }
    }
}

impl FacetPane {
    /// All rows, top to bottom, of a pane of `height` rows.
    pub fn rows(&self, index: &Index, query: &Query, dataset: &Dataset, height: usize) -> Vec<FacetPaneRow> {
        let mut rows = Vec::new();
        for (field, open) in Field::FACETS.into_iter().zip(self.open) {
            // What the dataset does not have takes no room.
            if index.values(field).is_empty() {
                continue;
            }
            if !rows.is_empty() {
                rows.push(FacetPaneRow::Blank);
            }
            rows.push(FacetPaneRow::Heading(field));
            #[expect(clippy::wildcard_enum_match_arm, reason = "any other facet is a list of words")]
            let limit = match field {
                // Three headings, two blanks, one `more` and three kinds stand beside the companies and the years.
                Field::Company => {
                    height.saturating_sub(9 + index.values(Field::Year).len()).clamp(COMPANIES.0, COMPANIES.1)
                }
                Field::Platform => PLATFORMS,
                _ => WORDS,
            };
            if field == Field::Company {
                rows.extend(query.pairing().map(FacetPaneRow::Pairing));
            }
            if let Some(narrowed) = self.narrowed(field, index, dataset) {
                let before = rows.len();
                rows.extend(narrowed.map(FacetPaneRow::Value));
                rows.extend((rows.len() == before).then_some(FacetPaneRow::Nothing));
            } else {
                let limit = if open || field == Field::Year { usize::MAX } else { limit };
                rows.extend(group(field, index, query, limit));
            }
        }
        rows
    }

    fn narrowed<'a>(
        &self,
        field: Field,
        index: &'a Index,
        dataset: &'a Dataset,
    ) -> Option<impl Iterator<Item = FacetValue> + use<'a>> {
        let (_, text) = self.narrow.as_ref().filter(|(narrowed, _)| *narrowed == field)?;
        let wanted = fold(text);
        Some(index.values(field).iter().copied().filter(move |tick| tick.is_called(&wanted, dataset)))
    }

    /// The facet that the cursor is in.
    pub fn field(&self, rows: &[FacetPaneRow]) -> Option<Field> {
        let above = rows.get(..=self.cursor).unwrap_or(rows);
        above
            .iter()
            .rev()
            .find_map(|row| if let FacetPaneRow::Heading(field) = row { Some(*field) } else { None })
    }

    /// Moves by `steps` rows that can be chosen, as far as there are any.
    pub fn step(&mut self, steps: isize, rows: &[FacetPaneRow]) {
        let stops: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].is_stop()).collect();
        let at = stops.partition_point(|row| *row < self.cursor);
        let to = at.saturating_add_signed(steps).min(stops.len().saturating_sub(1));
        self.cursor = stops.get(to).copied().unwrap_or_default();
    }

    /// Goes to `row`, if it can be chosen; says whether it can.
    pub fn stand_on(&mut self, row: usize, rows: &[FacetPaneRow]) -> bool {
        let is_stop = rows.get(row).is_some_and(|row| row.is_stop());
        self.cursor = if is_stop { row } else { self.cursor };
        is_stop
    }

    /// Goes to the first value of `field`, in a pane of `height` rows.
    pub fn go_to(&mut self, field: Field, rows: &[FacetPaneRow], height: usize) {
        if let Some(heading) = rows.iter().position(|row| *row == FacetPaneRow::Heading(field)) {
            let switch = matches!(rows.get(heading + 1), Some(FacetPaneRow::Pairing(_)));
            self.cursor = heading + 1 + usize::from(switch);
            self.step(0, rows);
            self.show_group(heading, rows, height);
        }
    }

    /// Goes to the first value of the next group; after the last comes the first.
    pub fn go_to_next_group(&mut self, rows: &[FacetPaneRow], height: usize) {
        let heading =
            |row: &FacetPaneRow| if let FacetPaneRow::Heading(field) = row { Some(*field) } else { None };
        let groups: Vec<Field> = rows.iter().filter_map(heading).collect();
        let at = groups.iter().position(|field| Some(*field) == self.field(rows)).unwrap_or(0);
        if let Some(next) = groups.get((at + 1) % groups.len().max(1)) {
            self.go_to(*next, rows, height);
        }
    }

    /// Scrolls down to as much of the group under `heading` as there is room for.
    fn show_group(&mut self, heading: usize, rows: &[FacetPaneRow], height: usize) {
        let below = rows.iter().skip(heading).position(|row| *row == FacetPaneRow::Blank);
        let end = below.map_or(rows.len(), |below| heading + below);
        // The row that says how much more there is below takes one.
        let shown = height.saturating_sub(usize::from(end < rows.len()));
        self.top = self.top.max(end.saturating_sub(shown).min(heading));
    }

    /// Goes to `tick`, wherever it stands now; says whether it has a row.
    pub fn follow(&mut self, tick: FacetValue, rows: &[FacetPaneRow]) -> bool {
        let row = rows.iter().position(|row| *row == FacetPaneRow::Value(tick));
        self.cursor = row.unwrap_or(self.cursor);
        row.is_some()
    }

    /// Shows all values of a group.
    pub fn open(&mut self, field: Field) {
        for (other, open) in Field::FACETS.into_iter().zip(&mut self.open) {
            *open |= other == field;
        }
    }

    /// Keeps the cursor on a row of `rows`, in sight in a pane of `height` rows.
    pub fn fit(&mut self, rows: &[FacetPaneRow], height: usize) {
        self.step(0, rows);
        let headed = matches!(rows.get(self.cursor.wrapping_sub(1)), Some(FacetPaneRow::Heading(_)));
        let first = self.cursor.saturating_sub(usize::from(headed));
        self.top = window(self.top, (first, self.cursor), rows.len(), height);
    }
}

/// The first `limit` values of a group, and, so that no choice is hidden, every chosen one.
fn group(field: Field, index: &Index, query: &Query, limit: usize) -> impl Iterator<Item = FacetPaneRow> {
    let values = index.values(field);
    // One more value takes no more room than the row that would say `1 more`.
    let all = values.len() <= limit.saturating_add(1);
    let (first, rest) = values.split_at(if all { values.len() } else { limit });
    let mut shown = first.to_vec();
    let is_chosen = |tick: &FacetValue| query.has(*tick) || query.excludes(*tick) || query.pairs(*tick);
    shown.extend(rest.iter().copied().filter(is_chosen));
    let more = values.len() - shown.len();
    let more = (more > 0).then_some(FacetPaneRow::More(field, more));
    shown.into_iter().map(FacetPaneRow::Value).chain(more)
}
