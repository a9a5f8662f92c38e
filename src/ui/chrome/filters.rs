//! The line of filters: each as it would be typed, how many match, what is searched for, what is selected.
//!
//! ```text
//! company:tencent  year:2021..2022   21 of 96   /pay 3/17 in the title      3 selected  2021-09-17 to 2021-09-28
//! ```
//!
//! Where room is short, whole parts go one after the other; what is left of the filters then is cut with a mark.
//! That there are filters, a search, a selection is always seen; but while keys go to a filter, that comes first.

use chrono::NaiveDate;
use ratatui::style::Style;

use crate::app::{App, Search, filter, hits};
use crate::date::{Date, Precision};
use crate::text::{ellipsize, width};
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

/// Columns between filters, and between what else stands on the line.
const GAP: usize = 2;
const APART: usize = 3;
/// Columns of a word that is searched for, where there is no room for more.
const WORD: usize = 10;

/// What may go, in this order, where room is short. The last two are for where there would be no mark of a filter,
/// and no room for the one that keys go to.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Omitted {
    Nothing,
    Dates,
    Place,
    Dimmed,
    Hidden,
    Word,
    Number,
    Others,
}

/// What goes before the filters are cut, and what after.
const WHOLE: [Omitted; 3] = [Omitted::Nothing, Omitted::Dates, Omitted::Place];
const CUT: [Omitted; 4] = [Omitted::Place, Omitted::Dimmed, Omitted::Hidden, Omitted::Word];
/// Columns of filters that are worth more than what is hidden.
const TERMS: usize = 8;

/// The parts of the line, each empty where there is nothing to say.
struct FilterLine {
    terms: usize,
    found: String,
    others: &'static str,
    word: String,
    number: String,
    selected: String,
    dates: String,
}

impl FilterLine {
    fn new(app: &App, theme: Theme, short: Omitted) -> Self {
        let terms = app.query().terms();
        let filtered = !terms.is_empty();
        let count = (theme.say.counts.of)(app.matches().ids.len(), app.dataset().len());
        let is_dimmed = filtered && app.dims() && short < Omitted::Dimmed;
        let widths = terms.iter().map(|term| width(&term.to_string()) + GAP);
        let (selected, dates) = selection(app, short);
        let search = app.search().filter(|_| short < Omitted::Others);
        let word = search.map(|search| format!("/{}", search.text)).unwrap_or_default();
        let mark = theme.glyphs.ellipsis;
        let word = match short {
            Omitted::Word => ellipsize(&word, WORD, mark).into_owned(),
            // That there is one is all there is room for.
            Omitted::Number => ellipsize(&word, 1 + width(mark), mark).into_owned(),
            _ => word,
        };
        let search = search.filter(|_| short < Omitted::Number);
        Self {
            terms: widths.sum::<usize>().saturating_sub(GAP),
            found: if filtered { count } else { String::new() },
            others: if is_dimmed { theme.say.views.others_in_brackets } else { "" },
            word,
            number: search.map(|search| hits(app, search, short < Omitted::Place)).unwrap_or_default(),
            selected,
            dates,
        }
    }

    /// Columns of all but the filters themselves.
    fn rest(&self) -> usize {
        let part = |text: &str, gap: usize| if text.is_empty() { 0 } else { width(text) + gap };
        part(&self.found, APART)
            + part(self.others, 0)
            + part(&self.word, if self.found.is_empty() { 0 } else { APART })
            + part(&self.number, 1)
            + part(&self.selected, GAP)
            + part(&self.dates, GAP)
    }
}

/// Draws the line; where the hardware cursor stands, if keys go here.
pub(in crate::ui) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme) -> Option<(u16, u16)> {
    let new = |short| FilterLine::new(app, theme, short);
    let fits = |line: &FilterLine, terms: usize| terms + line.rest() <= surface.cols();
    // Where not all filters fit, the one that keys go to, or a mark in the place of all.
    let mark = width(theme.glyphs.ellipsis);
    let chosen = filter::chosen_term(app).and_then(|term| app.query().terms().get(term));
    let (least, last) = match chosen {
        Some(term) => (mark + 1 + width(&term.to_string()), Omitted::Others),
        None => (mark, Omitted::Number),
    };
    let line = WHOLE.into_iter().map(new).find(|line| fits(line, line.terms));
    let line = line.or_else(|| CUT.into_iter().map(new).find(|line| fits(line, least.max(TERMS))));
    let line = line.or_else(|| Some(new(Omitted::Word)).filter(|line| fits(line, least)));
    let line = line.unwrap_or_else(|| new(last));
    let room = surface.cols().saturating_sub(line.rest());
    let end = surface.right(0, surface.cols(), &line.dates, Style::new());
    let end = if line.dates.is_empty() { end } else { end.saturating_sub(GAP) };
    let end = surface.right(0, end, &line.selected, theme.selected());
    let (mut col, cursor) = terms(app, surface, theme, room);
    if !line.found.is_empty() {
        let from = if col > 0 { col + APART } else { 0 };
        col = surface.text(0, from, end, &line.found, theme.strong());
        col = surface.text(0, col, end, line.others, Style::new());
    }
    if !line.word.is_empty() {
        let from = if col > 0 { col + APART } else { 0 };
        col = surface.text(0, from, end, &line.word, theme.hit());
        surface.text(0, col + 1, end, &line.number, Style::new());
    }
    cursor
}

/// The filters up to column `end`, the one that keys go to reversed, and in sight: the column after them, and where
/// the hardware cursor stands.
fn terms(app: &App, surface: &mut Surface<'_>, theme: Theme, end: usize) -> (usize, Option<(u16, u16)>) {
    let terms = app.query().terms();
    let chosen = filter::chosen_term(app);
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
        col = surface.text(0, col, end, &mark, theme.dim());
    }
    for (place, term) in terms.iter().enumerate().skip(first) {
        let from = if place > first { col + GAP } else { col };
        let whole = term.to_string();
        let left = widths[place..].iter().sum::<usize>() - GAP;
        // The last one for which there is room ends in a mark: never a filter without a word about it.
        let is_cut = from + left > end && from + width(&whole) + GAP + width(theme.glyphs.ellipsis) > end;
        let text = if is_cut { app.query().written(&(place..terms.len())) } else { whole };
        let cut = ellipsize(&text, end.saturating_sub(from), theme.glyphs.ellipsis);
        let (head, values) = cut.split_at_checked(term.head().len()).unwrap_or((&cut, ""));
        col = surface.text(0, from, end, head, Style::new());
        col = surface.text(0, col, end, values, theme.strong());
        if chosen == Some(place) {
            surface.style(0, (from, col), theme.current());
            cursor = Some(surface.position(0, from));
        }
        if is_cut {
            break;
        }
    }
    (col, cursor)
}

/// `3/17 in the summary`: which hit the reader is on, and, if so wished, where in it what is looked for stands.
pub(in crate::ui) fn hits(app: &App, search: &Search, with_place: bool) -> String {
    let all = search.hits.len();
    let here = app.read().and_then(|(milestone, _)| search.number(milestone.place()));
    match (here, hits::places(app).filter(|_| with_place)) {
        (Some(here), Some(places)) => format!("{here}/{all} {places}"),
        (Some(here), None) => format!("{here}/{all}"),
        (None, _) => (app.lang().words().counts.hits)(all),
    }
}

/// How many are selected, and from when to when.
fn selection(app: &App, short: Omitted) -> (String, String) {
    let (selection, say) = (app.selection(), &app.say().counts);
    let ends = selection.ends().filter(|_| short < Omitted::Others);
    let Some((first, last)) = ends else { return (String::new(), String::new()) };
    let date = |id| app.dataset().milestone(id).date();
    let dates = [end_of(date(first), Date::earliest), end_of(date(last), Date::latest)];
    let dates = match &dates {
        _ if short >= Omitted::Dates => String::new(),
        [first, last] if first == last => first.clone(),
        [first, last] => (say.from_to)(first, last),
    };
    let hidden = match selection.hidden() {
        _ if app.dims() || short >= Omitted::Hidden => String::new(),
        0 => String::new(),
        hidden => (say.and_not_shown)(hidden),
    };
    ((say.selected)(selection.count()) + &hidden, dates)
}

/// One end of a selection: a plain date as it is written, else the day at that end.
fn end_of(date: &Date, day: fn(&Date) -> Option<NaiveDate>) -> String {
    let is_plain = matches!(date.precision(), Precision::Day | Precision::Month | Precision::Year);
    match day(date).filter(|_| !is_plain) {
        Some(day) => day.to_string(),
        None => date.as_written().to_owned(),
    }
}
