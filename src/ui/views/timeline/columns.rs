//! Where what stands on a row of the list.

use std::ops::Range;

use crate::app::App;
use crate::app::list::date_cols;

/// The column of the mark of what is selected.
pub(super) const SELECTED: usize = 0;
/// The column of the mark of what is linked to the current milestone; headings begin there.
pub(super) const LINK: usize = 1;
/// Columns of a row without its parties: titles of 60 columns have room on one line.
pub(super) const ROW: usize = 77;
/// Columns of parties below which they are not shown.
const PARTIES_LEAST: usize = 22;
/// Columns of a title below which its further lines begin under the date.
const TITLE_LEAST: usize = 32;
const UNDER_DATE: usize = 4;

/// The columns of a row: `✓‹     9 Sep ■ Ministry tells platforms to lift link blocks   ★≠ MIIT → Alibaba +4`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// The date, behind the marks of a selection and of a link.
    pub(super) date: Range<usize>,
    /// The kind's glyph.
    pub(super) glyph: usize,
    /// The first line of a title.
    pub(super) title: Range<usize>,
    /// Each further one.
    pub(super) further: Range<usize>,
    /// The marks of a landmark and of a dispute.
    pub(super) marks: [usize; 2],
    /// Who acted toward whom, where there is room.
    pub(super) parties: Option<Range<usize>>,
}

impl Columns {
    /// Of a list of `cols` columns.
    pub(super) fn of(app: &App, cols: usize) -> Self {
        let row = cols.min(ROW);
        let date = LINK + 1..LINK + 1 + date_cols(app);
        let glyph = date.end + 1;
        let marks = [row.saturating_sub(2), row.saturating_sub(1)];
        let title = glyph + 2..marks[0].saturating_sub(1);
        let further = if title.len() < TITLE_LEAST { UNDER_DATE..row } else { title.clone() };
        let parties = ROW + 1..cols;
        let parties = (parties.len() >= PARTIES_LEAST).then_some(parties);
        Self { date, glyph, title, further, marks, parties }
    }

    /// The same where a date takes `cols` columns, more than the gutter has: its title begins later.
    pub(super) fn with_date_of(mut self, cols: usize) -> Self {
        let over = cols.saturating_sub(self.date.len());
        self.date.end += over;
        self.glyph += over;
        self.title.start = (self.title.start + over).min(self.title.end);
        self
    }
}
