//! The rows of the Ledger: something on the left of the axis, on it, and on the right.
//!
//! ```text
//!        WeChat blocks Laiwang ▼ 11-01
//!                        11-22 ▼ Taobao blocks jumps from WeChat
//!                              │ answers after 21 days: WeChat blocks Laiwang
//! ```

use ratatui::style::Style;

use crate::text::{ellipsize, width, wrap};
use crate::ui::surface::{StyledText, Surface};
use crate::ui::theme::Theme;

/// Columns between the axis and what stands beside it.
const GAP: usize = 2;
/// Longer lines are hard to read.
const TEXT_MOST: usize = 74;
/// Below this there is no room for two sides.
const TWO_SIDES: usize = 58;
/// Columns of a date where there is one side, and of a gap behind it.
const DATE: usize = 10;

/// Where the axis stands, and how much room there is beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sides {
    pub(super) cols: usize,
    pub(super) axis: usize,
    /// Whether there is only one side, the right one: then a mark says who moved.
    pub(super) is_one: bool,
}

impl Sides {
    pub(super) fn new(cols: usize) -> Self {
        let is_one = cols < TWO_SIDES;
        Self { cols, axis: if is_one { DATE.min(cols / 3) } else { cols / 2 }, is_one }
    }

    /// Columns of text on the left, or, where there is one side, of dates.
    pub(super) fn left(self) -> usize {
        self.left_end().min(TEXT_MOST)
    }

    fn left_end(self) -> usize {
        self.axis.saturating_sub(if self.is_one { 1 } else { GAP })
    }

    /// Columns of text on the right.
    pub(super) fn right(self) -> usize {
        // Where there is one side, with room for a mark behind what is cut.
        let mark = if self.is_one { 2 } else { 0 };
        self.cols.saturating_sub(self.axis + 1 + GAP + mark).clamp(1, TEXT_MOST)
    }

    /// Columns of text on the side of `part`.
    pub(super) fn cols_of(self, part: Placement) -> usize {
        match part {
            Placement::Left => self.left(),
            Placement::Right => self.right(),
        }
    }

    /// Where what stands on the right of a line ends.
    pub(super) fn right_end(self, line: &LedgerLine) -> usize {
        self.axis + 1 + GAP + width_of(&line.right)
    }

    /// All columns of `part`, up to its edge or to the axis.
    fn room(self, part: Placement) -> usize {
        match part {
            Placement::Left => self.left_end(),
            Placement::Right => self.cols.saturating_sub(self.axis + 1 + GAP),
        }
    }
}

/// What stands on the axis.
#[derive(Clone, Debug, Default)]
pub(super) enum OnAxis {
    /// The axis itself.
    #[default]
    Axis,
    /// The glyph of a kind.
    Kind(String, Style),
    /// A text through it.
    Text(StyledText),
}

/// One row.
#[derive(Clone, Debug, Default)]
pub(super) struct LedgerLine {
    pub(super) left: StyledText,
    pub(super) on_axis: OnAxis,
    pub(super) right: StyledText,
    /// Where on it a title stands, or a part of one: of the current milestone those are reverse.
    pub(super) title: Option<Placement>,
}

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placement {
    Left,
    Right,
}

impl LedgerLine {
    pub(super) fn of(part: Placement, pieces: StyledText) -> Self {
        match part {
            Placement::Left => Self { left: pieces, ..Self::default() },
            Placement::Right => Self { right: pieces, ..Self::default() },
        }
    }

    /// Says that what it belongs to goes on, in the room that it has; once, where a sentence on it is cut off as well.
    pub(super) fn cut(&mut self, sides: Sides, theme: Theme) {
        let is_left = self.title == Some(Placement::Left) || self.right.is_empty();
        let (pieces, part) =
            if is_left { (&mut self.left, Placement::Left) } else { (&mut self.right, Placement::Right) };
        let (mark, wide) = (theme.glyphs.ellipsis, width_of(pieces));
        let Some((last, _)) = pieces.iter_mut().rfind(|(text, _)| !text.is_empty()) else { return };
        if !last.ends_with(mark) {
            let room = sides.room(part).saturating_sub(wide - width(last));
            *last = ellipsize(&format!("{last}{mark}"), room, mark).into_owned();
        }
    }

    pub(super) fn through(text: &str, style: Style) -> Self {
        Self { on_axis: OnAxis::Text(vec![(text.to_owned(), style)]), ..Self::default() }
    }

    /// What stands where its title does.
    pub(super) fn title_text(&self) -> String {
        let pieces = if self.title == Some(Placement::Left) { &self.left } else { &self.right };
        pieces.iter().map(|(text, _)| text.as_str()).collect()
    }

    /// Draws it on `row`; from where to where its title reaches, if it holds one.
    pub(super) fn draw(
        &self,
        surface: &mut Surface<'_>,
        row: usize,
        sides: Sides,
        theme: Theme,
    ) -> Option<(usize, usize)> {
        let axis = sides.axis;
        if let OnAxis::Text(pieces) = &self.on_axis {
            let wide = width_of(pieces);
            let from = (axis + 1).saturating_sub(wide.div_ceil(2)).min(sides.cols.saturating_sub(wide));
            write(surface, row, from, sides.cols, pieces);
            return None;
        }
        let end = sides.left_end();
        let left = end.saturating_sub(width_of(&self.left));
        let left_end = write(surface, row, left, end, &self.left);
        match &self.on_axis {
            OnAxis::Kind(glyph, style) => {
                surface.text(row, axis, axis + 1, glyph, Style::reset().patch(*style))
            }
            OnAxis::Axis | OnAxis::Text(_) => {
                surface.text(row, axis, axis + 1, theme.glyphs.axis[0], theme.dim())
            }
        };
        let right = axis + 1 + GAP;
        let right_end = write(surface, row, right, sides.cols, &self.right);
        self.title.map(|part| if part == Placement::Left { (left, left_end) } else { (right, right_end) })
    }
}

fn write(surface: &mut Surface<'_>, row: usize, from: usize, end: usize, pieces: &StyledText) -> usize {
    pieces.iter().fold(from, |col, (text, style)| surface.text(row, col, end, text, *style))
}

fn width_of(pieces: &StyledText) -> usize {
    pieces.iter().map(|(text, _)| width(text)).sum()
}

/// The lines of a text that begins with `first`, that in one style and the rest in another.
pub(super) fn begun(lines: Vec<String>, first: &str, styles: [Style; 2]) -> Vec<StyledText> {
    let mut left = first.len();
    let pieces = |line: String| {
        let (begun, rest) = line.split_at_checked(left.min(line.len())).unwrap_or((&line, ""));
        // A blank is left out where a line ends; Chinese has none.
        left = left.saturating_sub(begun.len());
        let is_blank = first
            .len()
            .checked_sub(left)
            .and_then(|at| first.get(at..))
            .is_some_and(|rest| rest.starts_with(' '));
        left -= usize::from(is_blank && rest.is_empty());
        vec![(begun.to_owned(), styles[0]), (rest.to_owned(), styles[1])]
    };
    lines.into_iter().map(pieces).collect()
}

/// `text` in lines of `cols` columns, each through the axis.
pub(super) fn through_lines(text: &str, cols: usize, style: Style) -> Vec<LedgerLine> {
    wrap(text, cols).into_iter().map(|line| LedgerLine::through(&line, style)).collect()
}

/// `text` in at most `most` lines of `cols` columns, what is cut off marked.
pub(super) fn wrapped(text: &str, cols: usize, most: usize, theme: Theme) -> Vec<String> {
    let mut lines: Vec<String> = wrap(text, cols).into_iter().map(String::from).collect();
    if lines.len() > most {
        lines.truncate(most);
        let mark = theme.glyphs.ellipsis;
        if let Some(last) = lines.last_mut() {
            let room = cols.saturating_sub(width(mark));
            let begun = wrap(last, room).into_iter().next().unwrap_or_default();
            *last = format!("{}{mark}", begun.trim_end());
        }
    }
    lines
}
