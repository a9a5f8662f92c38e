//! Rows of the list → lines of the screen: only what is in sight is ever broken into lines, and each title once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::state::{ListLine, ListSight};
use crate::app::core::timeline::TimelineRow;
use crate::app::explorer::App;
use crate::dataset::MilestoneId;
use crate::text::{in_brackets, width, wrap};

/// A title of more lines is cut: in a list it would leave no room for others.
const MOST_LINES: usize = 4;

/// Rows of a list from which on the last of them says how much follows.
const MORE_FROM: usize = 6;

/// What of the list is on the screen.
pub fn sight(app: &App) -> &ListSight {
    &app.state.sight
}

/// Columns of a date in the gutter, right-aligned so that months stand in line.
const DATE: usize = 9;
/// The time of day behind it, `22 Nov 12:30`, in a dataset that has any.
const TIME: usize = 6;

/// Columns of the gutter. A date that needs more takes them from its title.
pub fn date_cols(app: &App) -> usize {
    DATE + if app.timeline().has_times() { TIME } else { 0 }
}

/// When it was, as the list says it under the heading of its year: with its time of day, and `dash` between two ends.
pub fn date(app: &App, id: MilestoneId, dash: &str) -> String {
    let date = app.dataset().milestone(id).date();
    let short = date.short(app.lang().words(), dash);
    match date.clock() {
        Some(clock) => format!("{short} {clock}"),
        None => short,
    }
}

/// What happened, in the language that is read; in brackets where the filter leaves it out.
pub fn title(app: &App, id: MilestoneId) -> Cow<'_, str> {
    let milestone = app.dataset().milestone(id);
    in_brackets(app.lang().of(milestone.title(), milestone.title_zh()), app.is_dimmed(id))
}

/// The titles of the list, each broken into lines when it is asked for.
pub(super) struct Titles<'a> {
    app: &'a App,
    broken: HashMap<usize, Vec<Range<usize>>>,
}

impl<'a> Titles<'a> {
    pub(super) fn of(app: &'a App) -> Self {
        Self { app, broken: HashMap::new() }
    }

    /// The title of the milestone at `place`, in lines.
    fn lines(&mut self, place: usize) -> &[Range<usize>] {
        let app = self.app;
        self.broken.entry(place).or_insert_with(|| {
            let Some(id) = app.listed().get(place) else { return broken("", [0; 2]) };
            let [first, further] = app.pages().title_cols;
            let over = if first == 0 { 0 } else { width(&date(app, id, "-")).saturating_sub(date_cols(app)) };
            broken(&title(app, id), [first.saturating_sub(over), further])
        })
    }

    /// How many lines `row` takes.
    pub(super) fn height(&mut self, row: usize) -> usize {
        match self.app.timeline().row(row) {
            Some(TimelineRow::Milestone(place)) => self.lines(place).len(),
            Some(_) => 1,
            None => 0,
        }
    }

    /// The first of the rows down to `last` that have room together in `height` lines; `last` itself where not even that
    /// has.
    pub(super) fn first_of(&mut self, last: usize, height: usize) -> usize {
        let mut used = self.height(last);
        let mut first = last;
        while let Some(before) = first.checked_sub(1) {
            used += self.height(before);
            if used > height {
                break;
            }
            first = before;
        }
        first
    }

    /// Whether a list of `height` lines that shows rows down to `last`, and not the end, says how much follows.
    pub(super) fn says_more(&self, last: usize, height: usize) -> bool {
        height >= MORE_FROM && last + 1 < self.app.timeline().rows()
    }

    /// What is in sight of a list of `height` lines from row `top` on.
    pub(super) fn sight(&mut self, top: usize, height: usize) -> ListSight {
        let timeline = self.app.timeline();
        let heading = timeline.heading_of(top).filter(|_| height > 1);
        let mut lines: Vec<ListLine> = heading.map(ListLine::of).into_iter().collect();
        let mut row = top + lines.len();
        while lines.len() < height
            && let Some(content) = timeline.row(row)
        {
            match content {
                TimelineRow::Milestone(place) => {
                    lines.extend(self.lines(place).iter().enumerate().map(|(nth, title)| ListLine {
                        row: content,
                        title: title.clone(),
                        is_first: nth == 0,
                    }));
                }
                TimelineRow::Heading { .. } | TimelineRow::Quiet(_) | TimelineRow::Blank => {
                    lines.push(ListLine::of(content));
                }
            }
            row += 1;
        }
        if lines.len() <= height && row >= timeline.rows() {
            return ListSight { lines, below: 0 };
        }
        let room = if height >= MORE_FROM { height - 1 } else { height };
        self.cut(&mut lines, room, height < MORE_FROM);
        let shown = lines.iter().rev().find_map(ListLine::place).map_or(0, |place| place + 1);
        let below = if height < MORE_FROM { 0 } else { self.app.listed().len().saturating_sub(shown) };
        ListSight { lines, below }
    }

    /// Leaves as many lines as have room. A title that has room for some of its lines only is left out whole, or, where
    /// nothing says that more follows, goes on to be cut with a mark.
    fn cut(&mut self, lines: &mut Vec<ListLine>, room: usize, goes_on: bool) {
        let next = lines.get(room).filter(|line| !line.is_first).and_then(ListLine::place);
        lines.truncate(room);
        let Some(place) = next else { return };
        if goes_on {
            let end = self.lines(place).last().map_or(0, |line| line.end);
            if let Some(last) = lines.last_mut() {
                last.title.end = end;
            }
        } else {
            lines.retain(|line| line.place() != Some(place));
        }
    }
}

/// A title in lines, as bytes of it: columns of the first one, and of each further one. In one where there is no limit.
fn broken(title: &str, [first, further]: [usize; 2]) -> Vec<Range<usize>> {
    let whole = 0..title.len();
    if first == 0 || width(title) <= first {
        return vec![whole];
    }
    let mut lines = places(title, 0, first);
    if further != first {
        lines.truncate(1);
        let from = lines.first().map_or(0, |line| line.end);
        lines.extend(places(title, from, further));
    }
    lines.truncate(MOST_LINES);
    if let Some(last) = lines.last_mut().filter(|last| last.end < title.trim_end().len()) {
        last.end = title.len();
    }
    if lines.is_empty() { vec![whole] } else { lines }
}

/// Where the lines stand into which `title` is broken from a place on.
fn places(title: &str, mut from: usize, cols: usize) -> Vec<Range<usize>> {
    let rest = title.get(from..).unwrap_or_default().trim_start();
    let mut lines = Vec::new();
    for line in wrap(rest, cols) {
        let begin = from + title.get(from..).and_then(|rest| rest.find(&*line)).unwrap_or(0);
        from = begin + line.len();
        lines.push(begin..from);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(title: &str, first: usize, further: usize) -> Vec<&str> {
        broken(title, [first, further]).into_iter().filter_map(|line| title.get(line)).collect()
    }

    #[test]
    fn a_title_takes_the_lines_that_it_needs() {
        assert_eq!(shown("WeChat opens links", 20, 20), ["WeChat opens links"]);
        assert_eq!(shown("WeChat opens links", 12, 12), ["WeChat opens", "links"]);
        assert_eq!(shown("WeChat opens links", 8, 20), ["WeChat", "opens links"]);
        assert_eq!(shown("微信放行外链", 8, 8), ["微信放行", "外链"]);
        assert_eq!(shown("WeChat opens links", 0, 0), ["WeChat opens links"]);
        assert_eq!(shown("", 8, 8), [""]);
    }

    #[test]
    fn one_of_very_many_lines_goes_on_to_be_cut_with_a_mark() {
        let title = "links ".repeat(20);
        assert_eq!(shown(&title, 6, 6).len(), MOST_LINES);
        assert!(shown(&title, 6, 6)[MOST_LINES - 1].len() > 6);
    }
}
