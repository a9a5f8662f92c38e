//! The first row and the last two: the dataset, filters and selection, the keys that matter now.

use chrono::{Datelike, NaiveDate};
use ratatui::style::Style;

use super::pen::Pen;
use super::theme::Theme;
use crate::app::action::{Footer, Mode, Row, TABLE};
use crate::app::keymap::{Meaning, following, meaning};
use crate::app::{App, Search};
use crate::date::{Date, Precision, Span, year_words};
use crate::text::{width, wrap};

/// The dataset's title and span on the left, its size on the right.
pub(super) fn title(app: &App, pen: &mut Pen<'_>, theme: Theme) {
    let dataset = app.dataset();
    let size = format!("{} {}", dataset.len(), if dataset.len() == 1 { "milestone" } else { "milestones" });
    let end = pen.right(0, pen.cols(), &size, theme.dim()).saturating_sub(2);
    let col = pen.text(0, 0, end, dataset.title(), theme.strong());
    if let Some(span) = dataset.span() {
        let years = years(*span, theme);
        if col + 2 + width(&years) <= end {
            pen.text(0, col + 2, end, &years, theme.dim());
        }
    }
}

fn years(span: Span, theme: Theme) -> String {
    let year = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| year_words(day.year()));
    let (from, to) = (year(span.from()), year(span.to()));
    if from == to { from } else { format!("{from}{}{to}", theme.glyphs.dash) }
}

/// The rule between list and detail.
pub(super) fn rule(pen: &mut Pen<'_>, theme: Theme) {
    pen.fill(0, 0, pen.cols(), theme.glyphs.rule, theme.dim());
}

/// The filters as they would be typed, with how many match; on the right, what is selected. Where room is short
/// whole parts go, never part of a number: first the dates, then what is hidden, then the terms. Gives where the
/// hardware cursor stands, if keys go here.
pub(super) fn filter(app: &App, pen: &mut Pen<'_>, theme: Theme) -> Option<(u16, u16)> {
    let found = if app.query().is_empty() {
        String::new()
    } else {
        format!("{} of {}", app.matches().ids.len(), app.dataset().len())
    };
    let end = selection(app, pen, theme, width(&found));
    let terms_end = end.saturating_sub(width(&found) + 3);
    let (mut col, mut cursor) = (0, None);
    if terms_end >= TERMS {
        (col, cursor) = terms(app, pen, theme, terms_end);
    }
    let mut col = pen.text(0, col, end, &found, theme.strong());
    if app.dims() && !found.is_empty() && col + width(DIMMED) <= end {
        col = pen.text(0, col, end, DIMMED, theme.dim());
    }
    if let Some(search) = app.search() {
        let col = if app.query().is_empty() { 0 } else { col + 3 };
        let hits = hits(app, search);
        let text_end = end.saturating_sub(width(&hits) + 1);
        if col + TERMS <= text_end {
            let col = pen.text(0, col, text_end, &format!("/{}", search.text), theme.hit());
            pen.text(0, col + 1, end, &hits, theme.dim());
        }
    }
    cursor
}

const DIMMED: &str = ", others dimmed";

/// Each filter as it would be typed, the one that keys go to reversed, and in sight: the column after them, and
/// where the hardware cursor stands.
fn terms(app: &App, pen: &mut Pen<'_>, theme: Theme, end: usize) -> (usize, Option<(u16, u16)>) {
    let terms = app.query().terms();
    let chosen = app.term();
    let widths: Vec<usize> = terms.iter().map(|term| width(&term.to_string()) + GAP).collect();
    let mark = format!("{} ", theme.glyphs.ellipsis);
    let reaches = |first: usize| {
        let begin = if first > 0 { width(&mark) } else { 0 };
        let last = chosen.unwrap_or(first);
        begin + widths.get(first..=last).map_or(0, |widths| widths.iter().sum()) <= end + GAP
    };
    let first = (0..=chosen.unwrap_or(0)).find(|first| reaches(*first)).or(chosen).unwrap_or(0);
    let (mut col, mut cursor) = (0, None);
    if first > 0 {
        col = pen.text(0, col, end, &mark, theme.dim());
    }
    for (place, term) in terms.iter().enumerate().skip(first) {
        let from = col;
        col = pen.text(0, col, end, &term.head(), theme.dim());
        col = pen.text(0, col, end, &term.values_text(), theme.strong());
        if chosen == Some(place) {
            pen.style(0, (from, col), theme.current());
            cursor = Some(pen.position(0, from));
        }
        col += GAP;
    }
    (if terms.is_empty() { 0 } else { col.min(end) + 1 }, cursor)
}

/// Columns between filters.
const GAP: usize = 2;

/// `3/17 in the summary`: which hit the reader is on, and where in it what is looked for stands.
pub(super) fn hits(app: &App, search: &Search) -> String {
    let all = search.hits.len();
    let here = app.read().and_then(|(milestone, _)| search.number(milestone.place()));
    match (here, app.hit_places()) {
        (Some(here), Some(places)) => format!("{here}/{all} {places}"),
        (Some(here), None) => format!("{here}/{all}"),
        (None, _) if all == 1 => "1 hit".to_owned(),
        (None, _) => format!("{all} hits"),
    }
}

/// Fewer columns than these say nothing about a filter.
const TERMS: usize = 8;

/// Writes what is selected beside `found` columns; the column before which the rest of the line must end.
fn selection(app: &App, pen: &mut Pen<'_>, theme: Theme, found: usize) -> usize {
    let selection = app.selection();
    let Some((first, last)) = selection.ends() else { return pen.cols() };
    let date = |id| app.dataset().milestone(id).date();
    let dates = [end_of(date(first), Date::earliest), end_of(date(last), Date::latest)];
    let dates = if dates[0] == dates[1] { dates[0].clone() } else { dates.join(" to ") };
    let hidden = match selection.hidden() {
        _ if app.dims() => String::new(),
        0 => String::new(),
        hidden => format!(", {hidden} not shown"),
    };
    let count = format!("{} selected", selection.count());
    let room = pen.cols().saturating_sub(if found > 0 { found + 2 } else { 0 });
    let both = format!("{count}{hidden}");
    let strong = theme.selected().patch(theme.strong());
    if width(&both) + 2 + width(&dates) <= room {
        let end = pen.right(0, pen.cols(), &dates, theme.dim()).saturating_sub(2);
        return pen.right(0, end, &both, strong).saturating_sub(2);
    }
    let shown = if width(&both) <= room { &both } else { &count };
    pen.right(0, pen.cols(), shown, strong).saturating_sub(2)
}

/// One end of a selection: a plain date as it is written, else the day at that end.
fn end_of(date: &Date, day: fn(&Date) -> Option<NaiveDate>) -> String {
    let is_plain = matches!(date.precision(), Precision::Day | Precision::Month | Precision::Year);
    match day(date).filter(|_| !is_plain) {
        Some(day) => day.to_string(),
        None => date.as_written().to_owned(),
    }
}

/// How a begun sequence may go on, else the keys that matter here.
pub(super) fn footer(app: &App, pen: &mut Pen<'_>, theme: Theme) {
    let shown_here = |mode| {
        let mut rows: Vec<(&Row, Footer)> = shown(app, mode).collect();
        rows.sort_by_key(|(_, footer)| footer.rank);
        rows.into_iter().filter_map(|(row, footer)| Some(((*row.keys.first()?).to_owned(), footer.word)))
    };
    let word = |row: &Row| row.footer.map_or(row.help, |footer| footer.word);
    let mut hints: Vec<(String, &str)> = Vec::new();
    if app.pending().is_empty() {
        hints.extend(shown_here(app.mode()));
    } else {
        hints.extend(following(app.mode(), app.pending()).map(|(key, row)| (key.to_string(), word(row))));
        // After a key that has done something already (`f`), any other means what it always does.
        if matches!(meaning(app.mode(), app.pending()), Meaning::Run { .. }) {
            hints.extend(shown_here(app.mode()));
        }
    }
    let mut col = 0;
    for (key, word) in hints {
        if col + width(&key) + 1 + width(word) > pen.cols() {
            break;
        }
        col = pen.text(0, col, pen.cols(), &key, theme.strong());
        col = pen.text(0, col + 1, pen.cols(), word, theme.dim()) + 3;
    }
}

/// The actions with a word in the footer that work in `mode` now.
fn shown(app: &App, mode: Mode) -> impl Iterator<Item = (&'static Row, Footer)> {
    let here = TABLE.iter().filter(|row| (row.off)(app).is_none());
    here.filter_map(move |row| {
        row.footer.filter(|footer| footer.modes.contains(&mode)).map(|footer| (row, footer))
    })
}

/// What was just done or could not be done, at the foot of the screen, on as many rows as it takes up to `MOST`:
/// a reason that is cut is no reason.
pub(super) fn notice(app: &App, pen: &mut Pen<'_>, theme: Theme) {
    const MOST: usize = 4;
    let Some(notice) = app.notice() else { return };
    let style = if notice.is_bad { theme.bad() } else { theme.strong() };
    let lines = wrap(&notice.text, pen.cols());
    let first = pen.rows().saturating_sub(lines.len().min(MOST));
    for (row, line) in (first..pen.rows()).zip(&lines) {
        pen.fill(row, 0, pen.cols(), " ", Style::reset());
        pen.text(row, 0, pen.cols(), line, style);
    }
}
