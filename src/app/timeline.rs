//! The rows of the Timeline: a heading a year, a milestone a row, a blank row between years.
//!
//! ```text
//! 2021                              2     <- heading
//!  09-09  § Ministry tells platforms …
//!  09-17  ▲ WeChat phase one: …
//!                                         <- blank
//! 2022                              1
//!  03-27  ◐ Taobao tests …
//! ```
//!
//! Nothing here is a list of rows: what stands on a row is computed from where each year begins, so a frame
//! costs its own rows, whatever the dataset holds.

use crate::dataset::{Dataset, MilestoneId};

/// A year's heading and the milestones under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year of the earliest possible day; `None` where no day is known.
    pub year: Option<i32>,
    /// Where its milestones begin among those listed.
    start: usize,
}

/// What stands on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A year, and how many milestones stand under it.
    Heading {
        /// As in [`Year::year`].
        year: Option<i32>,
        /// How many.
        count: usize,
    },
    /// The milestone at this place among those listed.
    Milestone(usize),
    /// Nothing.
    Blank,
}

/// The years of the milestones that are listed, and with them every row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    years: Vec<Year>,
    milestones: usize,
}

/// Rows that each year adds: its heading, and a blank below its milestones.
const FRAME: usize = 2;

impl Timeline {
    /// The rows of all milestones of `dataset`.
    pub fn new(dataset: &Dataset) -> Self {
        let mut years: Vec<Year> = Vec::new();
        for (start, milestone) in dataset.milestones().enumerate() {
            let year = milestone.date().year();
            if years.last().is_none_or(|last| last.year != year) {
                years.push(Year { year, start });
            }
        }
        Self { years, milestones: dataset.len() }
    }

    /// The rows of `ids` alone, which are in chronological order.
    #[must_use]
    pub fn of(&self, ids: &[MilestoneId]) -> Self {
        let start = |year: &Year| ids.partition_point(|id| id.index() < year.start);
        let starts: Vec<usize> = self.years.iter().map(start).chain([ids.len()]).collect();
        let years = self.years.iter().zip(starts.windows(2));
        let held = years.filter(|(_, ends)| ends[0] < ends[1]);
        Self {
            years: held.map(|(year, ends)| Year { start: ends[0], ..*year }).collect(),
            milestones: ids.len(),
        }
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        (self.milestones + FRAME * self.years.len()).saturating_sub(1)
    }

    /// The row of the milestone at `place` among those listed.
    pub fn row_of(&self, place: usize) -> usize {
        place + FRAME * self.year_of(place) + 1
    }

    /// What stands on `row`; `None` below the last.
    pub fn row(&self, row: usize) -> Option<Row> {
        if row >= self.rows() {
            return None;
        }
        let index = self.years.partition_point(|year| self.heading_row(*year) <= row).checked_sub(1)?;
        let year = self.years[index];
        let count = self.end(index) - year.start;
        Some(match row - self.heading_row(year) {
            0 => Row::Heading { year: year.year, count },
            below if below <= count => Row::Milestone(year.start + below - 1),
            _ => Row::Blank,
        })
    }

    /// The heading that the milestone on `row` stands under: a list that begins below it shows it still, or
    /// `09-04` would be a date in no year.
    pub fn heading_of(&self, row: usize) -> Option<Row> {
        let Row::Milestone(place) = self.row(row)? else { return None };
        let year = self.years.get(self.year_of(place))?;
        self.row(self.heading_row(*year))
    }

    /// The first milestone of the year after that of `place`.
    pub fn next_year(&self, place: usize) -> Option<usize> {
        self.years.get(self.year_of(place) + 1).map(|year| year.start)
    }

    /// The first milestone of the year of `place`, or, from there, of the year before.
    pub fn previous_year(&self, place: usize) -> Option<usize> {
        let index = self.year_of(place);
        let year = self.years.get(index).filter(|year| year.start < place);
        year.or_else(|| self.years.get(index.checked_sub(1)?)).map(|year| year.start)
    }

    fn year_of(&self, place: usize) -> usize {
        self.years.partition_point(|year| year.start <= place).saturating_sub(1)
    }

    /// The milestones before it, and a heading and a blank for each year before it.
    fn heading_row(&self, year: Year) -> usize {
        year.start + FRAME * self.year_of(year.start)
    }

    fn end(&self, index: usize) -> usize {
        self.years.get(index + 1).map_or(self.milestones, |next| next.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two years of two and three milestones.
    fn timeline() -> Timeline {
        let year = |year, start| Year { year: Some(year), start };
        Timeline { years: vec![year(2021, 0), year(2022, 2)], milestones: 5 }
    }

    #[test]
    fn rows_are_headings_milestones_and_blanks_between_years() {
        let timeline = timeline();
        let rows: Vec<Row> = (0..).map_while(|row| timeline.row(row)).collect();
        let heading = |year, count| Row::Heading { year: Some(year), count };
        let milestone = Row::Milestone;
        assert_eq!(
            rows,
            [
                heading(2021, 2),
                milestone(0),
                milestone(1),
                Row::Blank,
                heading(2022, 3),
                milestone(2),
                milestone(3),
                milestone(4)
            ]
        );
        assert_eq!(rows.len(), timeline.rows());
    }

    #[test]
    fn every_milestone_is_found_on_its_row() {
        let timeline = timeline();
        for place in 0..5 {
            assert_eq!(timeline.row(timeline.row_of(place)), Some(Row::Milestone(place)));
        }
    }

    #[test]
    fn every_milestone_has_a_heading_and_nothing_else_has() {
        let timeline = timeline();
        let years: Vec<Option<i32>> = (0..8)
            .map(|row| match timeline.heading_of(row) {
                Some(Row::Heading { year, .. }) => year,
                _ => None,
            })
            .collect();
        assert_eq!(years, [None, Some(2021), Some(2021), None, None, Some(2022), Some(2022), Some(2022)]);
    }

    #[test]
    fn years_are_walked_by_their_first_milestones() {
        let timeline = timeline();
        assert_eq!(
            (timeline.next_year(0), timeline.next_year(1), timeline.next_year(2)),
            (Some(2), Some(2), None)
        );
        assert_eq!(
            (
                timeline.previous_year(4),
                timeline.previous_year(2),
                timeline.previous_year(1),
                timeline.previous_year(0)
            ),
            (Some(2), Some(0), Some(0), None)
        );
    }

    #[test]
    fn some_of_the_milestones_stand_under_their_years() {
        let ids = |places: &[usize]| places.iter().copied().map(MilestoneId::new).collect::<Vec<_>>();
        let year = |year, start| Year { year: Some(year), start };
        for (places, years) in [
            (&[0, 1, 2, 3, 4][..], vec![year(2021, 0), year(2022, 2)]),
            (&[1, 4], vec![year(2021, 0), year(2022, 1)]),
            (&[3], vec![year(2022, 0)]),
            (&[], vec![]),
        ] {
            let some = timeline().of(&ids(places));
            assert_eq!(some, Timeline { years, milestones: places.len() });
        }
    }

    #[test]
    fn without_matches_there_are_no_rows() {
        let empty = Timeline::default();
        assert_eq!(
            (empty.rows(), empty.row(0), empty.next_year(0), empty.previous_year(0)),
            (0, None, None, None)
        );
    }
}
