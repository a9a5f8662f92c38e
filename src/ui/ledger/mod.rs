//! The Ledger: two companies on either side of one vertical axis of time. What one of them did stands on its side;
//! what both did, or somebody else did to both, through the axis.
//!
//! The current milestone stays at about the same height and the rest moves past it, so that what it answered and what
//! answered it are in sight. Only the blocks in sight are ever laid out.

mod block;
mod line;
mod tail;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pen::Pen;
use super::theme::Theme;
use crate::app::ledger::{Rows, answers};
use crate::app::reader::TextPage;
use crate::app::timeline::Row;
use crate::app::{App, Focus};
use crate::date::year_words;
use crate::text::{width, wrap};
use block::Look;
use line::{Line, Sides};

/// From so many rows on a row is left free below each milestone.
const AIRY: usize = 20;

/// Lines with what they belong to: the place of a milestone among the rows.
struct Laid {
    lines: Vec<Line>,
    place: Option<usize>,
    is_heading: bool,
}

/// What is in sight, each with the row it begins on.
struct Sight {
    laid: Vec<(usize, Laid)>,
    /// Milestones above and below.
    above: usize,
    below: usize,
    /// The year of the first milestone in sight, where its heading is not.
    year: Option<String>,
    /// Lines from the last milestone on, where that is the current one, and how many of them are further below.
    end: usize,
    rest: usize,
}

impl Sight {
    /// Whether nothing but the axis stands on the axis.
    fn is_axis(&self, row: usize) -> bool {
        let laid = self.laid.iter().rfind(|(begins, _)| *begins <= row);
        let line = laid.and_then(|(begins, laid)| laid.lines.get(row - begins));
        line.is_some_and(|line| matches!(line.mid, line::Mid::Axis))
    }
}

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>, theme: Theme) -> Option<(u16, u16)> {
    let between = look(app, pen.cols(), theme).zip(app.between());
    let Some((look, rows)) = between.filter(|(_, rows)| !rows.ids.is_empty()) else {
        nothing(app, pen, theme);
        return None;
    };
    let head = head(look, rows, pen);
    let mut pen = pen.under(super::pen::cells(head));
    let sight = sight(look, rows, pen.rows())?;
    let cursor = body(look, &sight, &mut pen);
    thread(look, rows, &sight, &mut pen);
    cursor
}

/// How many milestones are in sight on a pane of this size, at least one; and, from the last one on, the text of the
/// end: on a low screen it is scrolled.
pub(super) fn pages(app: &App, area: Rect, theme: Theme) -> (usize, TextPage) {
    let (cols, height) = (usize::from(area.width), usize::from(area.height));
    let between = look(app, cols, theme).zip(app.between());
    let Some((look, rows)) = between else { return (1, TextPage::default()) };
    let height = height.saturating_sub(head_lines(look, rows, height).len());
    let Some(sight) = sight(look, rows, height) else { return (1, TextPage::default()) };
    let moves = sight.laid.iter().filter(|(_, laid)| laid.place.is_some()).count();
    (moves.max(1), TextPage { rows: room(height).1, lines: sight.end, ..TextPage::default() })
}

fn look(app: &App, cols: usize, theme: Theme) -> Option<Look<'_>> {
    Some(Look { app, pair: app.pair()?, sides: Sides::new(cols), theme })
}

fn head(look: Look<'_>, rows: &Rows, pen: &mut Pen<'_>) -> usize {
    let lines = head_lines(look, rows, pen.rows());
    for (row, line) in lines.iter().enumerate() {
        line.draw(pen, row, look.sides, look.theme);
    }
    let (place, all) = look.app.pair_of_pairs();
    let said = format!("{place} of {all} pairs");
    if !look.sides.is_one && all > 1 && pen.rows() > 0 {
        let right = look.sides.axis + 3 + width(&look.name(look.pair.right));
        if right + 2 + width(&said) <= pen.cols() {
            pen.right(0, pen.cols(), &said, look.theme.dim());
        }
    }
    lines.len()
}

/// Who stands on which side and how much each moved, on as many lines as there is room for.
fn head_lines(look: Look<'_>, rows: &Rows, height: usize) -> Vec<Line> {
    let (tally, theme) = (rows.tally, look.theme);
    let [left, right] = [look.pair.left, look.pair.right].map(|id| look.name(id));
    let strong = |text: String| vec![(text, theme.strong())];
    let dim = |text: String| vec![(text, theme.dim())];
    let roomy = height >= 24;
    let mut lines = Vec::new();
    if look.sides.is_one {
        let [before, behind] = theme.glyphs.sides;
        let text = format!("{before} {left} {}   {} {right} {behind}", tally.left, tally.right);
        lines.push(Line::through(&text, theme.strong()));
    } else if roomy {
        lines.push(Line { left: strong(left), right: strong(right), ..Line::default() });
        let [left, right] = [tally.left, tally.right].map(|count| dim(counted(count, "move", "moves")));
        lines.push(Line { left, right, ..Line::default() });
    } else {
        let [left, right] = [format!("{left} {}", tally.left), format!("{} {right}", tally.right)];
        lines.push(Line { left: strong(left), right: strong(right), ..Line::default() });
    }
    if height >= 10 {
        let dot = theme.glyphs.dot;
        let mut said = vec![counted(tally.answers, "answer", "answers")];
        said.extend((tally.both > 0).then(|| format!("{} together", tally.both)));
        said.extend((tally.others > 0).then(|| format!("{} by others", tally.others)));
        lines.push(Line::through(&said.join(&format!(" {dot} ")), theme.dim()));
    }
    if height >= 16 {
        lines.extend(unanswered(look, rows).map(|text| Line::through(&text, theme.dim())));
    }
    if roomy {
        lines.push(Line::through("", Style::new()));
    }
    lines
}

/// `8 walls: no opening found by the end of 2024 · 4 moves: no answer recorded`.
fn unanswered(look: Look<'_>, rows: &Rows) -> Option<String> {
    let (gates, moves) = rows.open.counts();
    let mut said = Vec::new();
    if gates > 0 {
        said.push(format!("{}: {}", counted(gates, "wall", "walls"), look.no_opening(&rows.open)));
    }
    if moves > 0 {
        said.push(format!("{}: no answer recorded", counted(moves, "move", "moves")));
    }
    let text = said.join(&format!(" {} ", look.theme.glyphs.dot));
    (!said.is_empty() && width(&text) <= look.sides.cols).then_some(text)
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// What stands on a row of the list: below the last one, a line of the end.
fn laid(look: Look<'_>, rows: &Rows, row: usize, (tail, air): (&[Line], usize)) -> Option<Laid> {
    let plain = |lines| Laid { lines, place: None, is_heading: false };
    match rows.years.row(row) {
        Some(Row::Heading { year, .. }) => {
            let line = Line::through(&year_text(year), look.theme.strong());
            Some(Laid { is_heading: true, ..plain(vec![line]) })
        }
        Some(Row::Blank) => Some(plain(vec![Line::default()])),
        Some(Row::Milestone(place)) => {
            let milestone = look.app.dataset().milestone(*rows.ids.get(place)?);
            let mut lines = look.block(milestone);
            let is_last = matches!(rows.years.row(row + 1), Some(Row::Blank) | None);
            lines.extend(std::iter::repeat_n(Line::default(), if is_last { 0 } else { air }));
            Some(Laid { place: Some(place), ..plain(lines) })
        }
        None => tail.get(row.checked_sub(rows.years.rows())?).map(|line| plain(vec![line.clone()])),
    }
}

fn year_text(year: Option<i32>) -> String {
    year.map_or_else(|| "no known start".to_owned(), year_words)
}

/// Lays out what is in sight about the current milestone: as much above it as two fifths of the height, more at the
/// end, less at the beginning.
fn sight(look: Look<'_>, rows: &Rows, height: usize) -> Option<Sight> {
    let place = look.app.between_cursor()?;
    let tail = look.tail(&rows.open);
    let current = rows.years.row_of(place);
    let air = usize::from(height >= AIRY);
    let of = |row: usize| laid(look, rows, row, (&tail, air));
    let (first, room) = room(height);
    let mut here = of(current)?;
    let (here_high, tail_high) = (here.lines.len(), tail.len());
    let is_last = place + 1 == rows.ids.len();
    let (above, above_high) = gather((0..current).rev().map_while(of), room);
    let (below, below_high) = gather((current + 1..).map_while(of), room);
    // The last milestone gives as much room to the end as it can.
    let wanted = if is_last { 0 } else { room * 2 / 5 };
    let at = wanted.max(room.saturating_sub(here_high + below_high)).min(above_high);
    // What is cut off at the top leaves its room to what is below.
    let (mut laid, before) = that_fit(above, at);
    laid.reverse();
    if is_last {
        laid.extend(scrolled(here, tail, look.app.detail().top, room - before, look.theme));
    } else {
        cut(&mut here.lines, room - before, look.theme);
        laid.push(here);
        laid.extend(below);
    }
    let laid = placed(laid, (first, room), look.theme);
    let end = if is_last { here_high + tail_high } else { 0 };
    let rest = end.saturating_sub(look.app.detail().top + room - before);
    Some(Sight { end, rest, ..seen(rows, laid) })
}

/// The row on which the list begins, and its rows: the first row is left for a year, the last for how much more there
/// is.
fn room(height: usize) -> (usize, usize) {
    if height > 4 { (1, height - 2) } else { (0, height) }
}

/// As many as may be seen in `room` lines, the last one perhaps in part, and how many lines those are.
fn gather(laid: impl Iterator<Item = Laid>, room: usize) -> (Vec<Laid>, usize) {
    let (mut gathered, mut high) = (Vec::new(), 0);
    for one in laid {
        if high >= room {
            break;
        }
        high += one.lines.len();
        gathered.push(one);
    }
    (gathered, high)
}

/// Those that are seen whole in `room` lines, and how many lines those are.
fn that_fit(laid: Vec<Laid>, room: usize) -> (Vec<Laid>, usize) {
    let mut high = 0;
    let fit: Vec<Laid> = laid
        .into_iter()
        .take_while(|one| {
            let fits = high + one.lines.len() <= room;
            high += if fits { one.lines.len() } else { 0 };
            fits
        })
        .collect();
    (fit, high)
}

/// Each with the row that it begins on, as far as they go; the last one is cut where not all of it has room.
fn placed(laid: Vec<Laid>, (first, room): (usize, usize), theme: Theme) -> Vec<(usize, Laid)> {
    let (mut row, end) = (first, first + room);
    let mut placed = Vec::new();
    for mut one in laid {
        if row >= end {
            break;
        }
        cut(&mut one.lines, end - row, theme);
        row += one.lines.len();
        placed.push((row - one.lines.len(), one));
    }
    placed
}

/// The last milestone and the end, from line `top` of both on: on a low screen not all of it fits.
fn scrolled(mut here: Laid, tail: Vec<Line>, top: usize, room: usize, theme: Theme) -> Vec<Laid> {
    let below = top.saturating_sub(here.lines.len());
    here.lines.drain(..top.min(here.lines.len()));
    cut(&mut here.lines, room, theme);
    let tail = tail.into_iter().skip(below);
    let tail = tail.map(|line| Laid { lines: vec![line], place: None, is_heading: false });
    std::iter::once(here).filter(|here| !here.lines.is_empty()).chain(tail).collect()
}

/// At most `room` lines, with a mark where there are more.
fn cut(lines: &mut Vec<Line>, room: usize, theme: Theme) {
    let is_said =
        |line: &Line| !matches!(line.mid, line::Mid::Axis) || line.title.is_some() || !line.right.is_empty();
    let is_cut = lines.iter().skip(room).any(is_said);
    lines.truncate(room);
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        last.cut(theme);
    }
}

fn seen(rows: &Rows, laid: Vec<(usize, Laid)>) -> Sight {
    let mut places = laid.iter().filter_map(|(_, laid)| laid.place);
    // Where the end alone is in sight, all of them are above.
    let above = places.next().unwrap_or(rows.ids.len());
    let last = laid.iter().rev().find_map(|(_, laid)| laid.place);
    let below = last.map_or(0, |last| rows.ids.len().saturating_sub(last + 1));
    let first = laid.iter().find(|(_, laid)| laid.place.is_some() || laid.is_heading);
    let place = first.and_then(|(_, laid)| laid.place);
    let heading = place.and_then(|place| rows.years.heading_of(rows.years.row_of(place)));
    let year = match heading {
        Some(Row::Heading { year, .. }) => Some(year_text(year)),
        _ => None,
    };
    Sight { laid, above, below, year, end: 0, rest: 0 }
}

/// Draws what is in sight; where the hardware cursor stands.
fn body(look: Look<'_>, sight: &Sight, pen: &mut Pen<'_>) -> Option<(u16, u16)> {
    let theme = look.theme;
    for row in 0..pen.rows() {
        let is_drawn =
            sight.below > 0 || sight.laid.last().is_some_and(|(at, laid)| row < at + laid.lines.len());
        if is_drawn && (row > 0 || sight.above > 0) {
            Line::default().draw(pen, row, look.sides, theme);
        }
    }
    let words = look.app.words();
    let current = look.app.between_cursor();
    let mut cursor = None;
    for (begins, laid) in &sight.laid {
        let mut title: Option<(usize, usize)> = None;
        let mut rows: Vec<(usize, usize, usize)> = Vec::new();
        let mut texts = Vec::new();
        for (row, line) in (*begins..pen.rows()).zip(&laid.lines) {
            if matches!(line.mid, line::Mid::Text(_)) {
                pen.fill(row, look.sides.axis, look.sides.axis + 1, " ", Style::reset());
            }
            if let Some((from, to)) = line.draw(pen, row, look.sides, theme) {
                rows.push((row, from, to));
                texts.push(line.title_text());
                title = Some(title.map_or((from, to), |(least, most)| (least.min(from), most.max(to))));
            }
        }
        let Some((from, to)) = title else { continue };
        if laid.place == current {
            let style = if look.app.focus() == Focus::List { theme.current() } else { theme.strong() };
            for (row, ..) in &rows {
                pen.style(*row, (from.saturating_sub(1), (to + 1).min(pen.cols())), style);
            }
            cursor = rows.first().map(|(row, from, _)| pen.position(*row, *from));
        }
        selected(look, laid, (from, to), &rows, pen);
        for ((row, from, to), text) in rows.into_iter().zip(texts) {
            pen.mark(row, (from, to), &text, &words, theme.hit());
        }
    }
    ends(look, sight, pen);
    cursor
}

/// A selected milestone has its mark between its title and the axis.
fn selected(
    look: Look<'_>,
    laid: &Laid,
    (from, to): (usize, usize),
    rows: &[(usize, usize, usize)],
    pen: &mut Pen<'_>,
) {
    let id = laid.place.and_then(|place| look.app.between()?.ids.get(place).copied());
    let is_selected = id.is_some_and(|id| look.app.selection().contains(id, look.app.matches()));
    let Some((row, ..)) = rows.first().filter(|_| is_selected) else { return };
    let col = if to < look.sides.axis { to + 1 } else { from.saturating_sub(2) };
    pen.text(*row, col, col + 1, look.theme.glyphs.selected, look.theme.selected());
}

/// The year that the first row stands in, and how much more there is above and below.
fn ends(look: Look<'_>, sight: &Sight, pen: &mut Pen<'_>) {
    let (theme, last) = (look.theme, pen.rows().saturating_sub(1));
    if last < 4 {
        return;
    }
    if let Some(year) = &sight.year {
        pen.fill(0, 0, pen.cols(), " ", Style::reset());
        Line::through(year, theme.strong()).draw(pen, 0, look.sides, theme);
    }
    let more = |count: usize, place: &str| format!("{} {count} more {place}", theme.glyphs.ellipsis);
    if sight.above > 0 {
        pen.right(0, pen.cols(), &more(sight.above, "above"), theme.dim());
    }
    if sight.below > 0 {
        pen.right(last, pen.cols(), &more(sight.below, "below"), theme.dim());
    } else if sight.rest > 0 {
        let lines = if sight.rest == 1 { "line: j" } else { "lines: j" };
        pen.right(last, pen.cols(), &more(sight.rest, lines), theme.dim());
    }
}

/// From the current milestone to what it answered, and from what answers it, the axis stands out.
fn thread(look: Look<'_>, rows: &Rows, sight: &Sight, pen: &mut Pen<'_>) {
    let Some(current) = look.app.between_cursor() else { return };
    let row_of =
        |place: usize| sight.laid.iter().find(|(_, laid)| laid.place == Some(place)).map(|(row, _)| *row);
    let (dataset, axis) = (look.app.dataset(), look.sides.axis);
    let Some((here, id)) = row_of(current).zip(rows.ids.get(current)) else { return };
    let milestone = dataset.milestone(*id);
    let answered = answers(milestone, look.pair, dataset).into_iter().map(|answer| answer.to);
    let answering = milestone.incoming().iter().map(|relation| relation.to);
    let linked = answered.chain(answering.filter(|to| {
        answers(dataset.milestone(*to), look.pair, dataset).iter().any(|answer| answer.to == *id)
    }));
    let places = linked.filter_map(|id| rows.ids.binary_search(&id).ok());
    for there in places.filter_map(row_of).collect::<Vec<_>>() {
        for row in (here.min(there) + 1..here.max(there)).filter(|row| sight.is_axis(*row)) {
            pen.text(row, axis, axis + 1, look.theme.glyphs.axis[1], look.theme.strong());
        }
    }
}

/// Why there is nothing to see, and what to press.
fn nothing(app: &App, pen: &mut Pen<'_>, theme: Theme) {
    if app.listed().is_empty() {
        super::timeline::nothing(app, pen, theme);
        return;
    }
    let said = match look(app, pen.cols(), theme) {
        Some(look) => {
            let [left, right] = [look.pair.left, look.pair.right].map(|id| look.name(id));
            format!("Nothing that matches is between {left} and {right}.")
        }
        None => "No two companies are in one milestone here: there is nothing to set against each other."
            .to_owned(),
    };
    let said = wrap(&said, pen.cols());
    for (row, line) in said.iter().enumerate() {
        pen.text(row, 0, pen.cols(), line, theme.strong());
    }
    let mut keys = Vec::new();
    if app.pair_of_pairs().1 > 1 {
        keys.push(("w", "shows the next two companies"));
    }
    if !app.query().is_empty() {
        keys.push(("X", "drops all filters"));
    }
    keys.push(("1", "shows the Timeline"));
    for (row, (key, does)) in (said.len() + 1..).zip(keys) {
        let col = pen.text(row, 0, pen.cols(), key, theme.strong());
        pen.text(row, col + 2, pen.cols(), does, theme.dim());
    }
}
