//! The turning points: below the curve, each at its date; where there is no room for that, a line each.

use chrono::{Datelike, NaiveDate};

use super::chart::Chart;
use crate::app::density::middle;
use crate::app::{App, front};
use crate::dataset::MilestoneId;
use crate::text::{width, wrap};
use crate::words::Words;

/// The turning points laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Turning {
    /// Side by side, each with a mark at its date, which may lie outside of the curve.
    Beside(Vec<TurningPoint>),
    /// A date and a caption each.
    Listed(Vec<(String, String)>),
}

/// One of them, below the curve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TurningPoint {
    pub(super) mark: Option<usize>,
    pub(super) left: usize,
    pub(super) date: String,
    pub(super) lines: Vec<String>,
}

/// No line of a caption is wider, and none is narrower where they stand side by side.
const WIDEST: usize = 28;
const NARROWEST: usize = 14;
/// Lines of a caption, where they do.
const LINES: usize = 2;
const GAP: usize = 3;
/// Rows of those that stand side by side: the mark, the date, the caption.
pub(super) const ROWS: usize = 2 + LINES;

/// Those of `app`, from column `left` to `right`; `chart` is the curve above them, in which their marks stand.
pub(super) fn lay_out(
    app: &App,
    (left, right): (usize, usize),
    chart: Option<&Chart>,
    say: &Words,
) -> Option<Turning> {
    let ids = &front::facts(app).turning_points;
    if ids.is_empty() {
        return None;
    }
    let beside = chart.and_then(|chart| beside(app, ids, (left, right), chart, say));
    Some(beside.map_or_else(|| Turning::Listed(listed(app, ids, say)), Turning::Beside))
}

/// How many rows they take.
pub(super) fn rows(turning: Option<&Turning>) -> usize {
    match turning {
        None => 0,
        Some(Turning::Beside(_)) => ROWS,
        Some(Turning::Listed(all)) => all.len(),
    }
}

fn beside(
    app: &App,
    ids: &[MilestoneId],
    (left, right): (usize, usize),
    chart: &Chart,
    say: &Words,
) -> Option<Vec<TurningPoint>> {
    let room = right.checked_sub(left)?;
    let widest = ((room + GAP) / ids.len()).checked_sub(GAP)?.min(WIDEST);
    if widest < NARROWEST {
        return None;
    }
    let mut points = Vec::new();
    for id in ids {
        let milestone = app.dataset().milestone(*id);
        let caption = front::caption(milestone, app.lang());
        let lines: Vec<String> = balanced(&caption, widest);
        let date = milestone.date().words(say);
        if lines.len() > LINES || width(&date) > widest {
            return None;
        }
        let mark = middle(milestone.date()).and_then(|day| col_of(chart, day));
        points.push(TurningPoint { mark, left, date, lines });
    }
    place(&mut points, (left, right));
    Some(points)
}

/// A caption on lines as equal as can be, as few as there have to be.
fn balanced(caption: &str, cols: usize) -> Vec<String> {
    let wrapped =
        |cols: usize| wrap(caption, cols).into_iter().map(std::borrow::Cow::into_owned).collect::<Vec<_>>();
    let lines = wrapped(cols);
    let narrower = (width(caption).div_ceil(lines.len().max(1))..cols).map(wrapped);
    narrower.into_iter().find(|narrower| narrower.len() == lines.len()).unwrap_or(lines)
}

/// The column of a day on the page.
fn col_of(chart: &Chart, day: NaiveDate) -> Option<usize> {
    let month = i64::from(day.year()) * 12 + i64::from(day.month0());
    let hundredths = i64::from(day.day0()) * 100 / 31;
    chart.scale.col(month, hundredths).map(|col| chart.left + col)
}

/// Gives each its columns: under its mark, as far to the left of it as the mark is to the right on the page, and none on
/// another.
fn place(points: &mut [TurningPoint], (left, right): (usize, usize)) {
    let cols = |point: &TurningPoint| {
        point.lines.iter().chain([&point.date]).map(|line| width(line)).max().unwrap_or(0)
    };
    let room = right.saturating_sub(left).max(1);
    let mut free = left;
    for point in points.iter_mut() {
        let cols = cols(point);
        let at = point.mark.map_or(free, |mark| mark.clamp(left, right));
        point.left = (at - cols.min(room) * (at - left) / room).max(free);
        free = point.left + cols + GAP;
    }
    let mut end = right;
    for point in points.iter_mut().rev() {
        let cols = cols(point);
        point.left = point.left.min(end.saturating_sub(cols)).max(left);
        end = point.left.saturating_sub(GAP);
    }
}

fn listed(app: &App, ids: &[MilestoneId], say: &Words) -> Vec<(String, String)> {
    let line = |id: &MilestoneId| {
        let milestone = app.dataset().milestone(*id);
        ((say.dates.brief)(&milestone.date().words(say)), front::caption(milestone, app.lang()).into_owned())
    };
    let mut lines: Vec<_> = ids.iter().map(line).collect();
    let widest = lines.iter().map(|(date, _)| width(date)).max().unwrap_or(0);
    for (date, _) in &mut lines {
        *date = format!("{}{date}", " ".repeat(widest - width(date)));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(marks: &[(usize, usize)]) -> Vec<TurningPoint> {
        let point = |(mark, cols): &(usize, usize)| TurningPoint {
            mark: Some(*mark),
            left: 0,
            date: String::new(),
            lines: vec!["x".repeat(*cols)],
        };
        marks.iter().map(point).collect()
    }

    fn placed(marks: &[(usize, usize)], ends: (usize, usize)) -> Vec<usize> {
        let mut points = points(marks);
        place(&mut points, ends);
        points.iter().map(|point| point.left).collect()
    }

    #[test]
    fn each_stands_under_its_mark_and_none_on_another() {
        assert_eq!(placed(&[(16, 26), (81, 27), (105, 21)], (3, 117)), [14, 63, 93]);
        assert_eq!(placed(&[(50, 28), (51, 28), (52, 28)], (3, 117)), [27, 58, 89]);
        assert_eq!(
            placed(&[(100, 28), (101, 28), (102, 28)], (3, 117)),
            [27, 58, 89],
            "pushed back from the end"
        );
        for marks in [[(3, 28), (3, 28), (3, 28)], [(117, 28), (117, 28), (117, 28)]] {
            let lefts = placed(&marks, (3, 117));
            assert!(lefts.windows(2).all(|pair| pair[0] + 28 + GAP <= pair[1]), "{lefts:?}");
            assert!(lefts[0] >= 3 && lefts[2] + 28 <= 117, "{lefts:?}");
        }
    }

    #[test]
    fn a_caption_is_cut_into_lines_of_like_width() {
        assert_eq!(
            balanced("Taobao takes WeChat Pay, after 11.1 years", 28),
            ["Taobao takes WeChat", "Pay, after 11.1 years"]
        );
        assert_eq!(balanced("Taobao takes WeChat Pay", 28), ["Taobao takes WeChat Pay"]);
    }
}
