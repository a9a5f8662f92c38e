//! The first row and the last two: the dataset, filters and selection, the keys that matter now.

use super::pen::Pen;
use super::theme::Theme;
use crate::app::App;
use crate::app::action::{Footer, Row, TABLE};
use crate::app::keymap::following;
use crate::date::Span;
use crate::text::width;

/// The dataset's title and span on the left, its size on the right.
pub(super) fn title(app: &App, pen: &mut Pen<'_>, theme: Theme) {
    let dataset = app.dataset();
    let size = format!("{} {}", dataset.len(), if dataset.len() == 1 { "milestone" } else { "milestones" });
    let end = pen.right(0, pen.cols(), &size, theme.dim()).saturating_sub(2);
    let col = pen.text(0, 0, end, dataset.title(), theme.strong());
    if let Some(span) = dataset.span() {
        pen.text(0, col + 2, end, &years(*span, theme), theme.dim());
    }
}

fn years(span: Span, theme: Theme) -> String {
    use chrono::Datelike;
    let year = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| day.year().to_string());
    let (from, to) = (year(span.from()), year(span.to()));
    if from == to { from } else { format!("{from}{}{to}", theme.glyphs.dash) }
}

/// The rule between list and detail.
pub(super) fn rule(pen: &mut Pen<'_>, theme: Theme) {
    pen.fill(0, 0, pen.cols(), theme.glyphs.rule, theme.dim());
}

/// The filters as they would be typed, with how many match; on the right, what is selected.
pub(super) fn filter(app: &App, pen: &mut Pen<'_>, theme: Theme) {
    let end = selection(app, pen, theme);
    if app.query().is_empty() {
        return;
    }
    let found = format!("{} of {}", app.matches().ids.len(), app.dataset().len());
    // The count is never cut: the terms give way to it.
    let terms_end = end.saturating_sub(width(&found) + 3);
    let mut col = 0;
    for term in app.query().terms() {
        col = pen.text(0, col, terms_end, &format!("{}:", term.field.key()), theme.dim());
        col = pen.text(0, col, terms_end, &term.values_text(), theme.strong()) + 2;
    }
    pen.text(0, col.min(terms_end) + 1, end, &found, theme.strong());
}

/// Returns the column before which the rest of the line must end.
fn selection(app: &App, pen: &mut Pen<'_>, theme: Theme) -> usize {
    let selection = app.selection();
    let Some((first, last)) = selection.ends() else { return pen.cols() };
    let date = |id| app.dataset().milestone(id).date().as_written().to_owned();
    let (first, last) = (date(first), date(last));
    let dates = if first == last { first } else { format!("{first} to {last}") };
    let hidden = match selection.hidden() {
        0 => String::new(),
        hidden => format!(", {hidden} not shown"),
    };
    let count = format!("{} selected{hidden}", selection.count());
    let all = width(&count) + 2 + width(&dates);
    // Where both do not fit, the count is what must be seen.
    let end = if all + 10 <= pen.cols() {
        pen.right(0, pen.cols(), &dates, theme.dim()).saturating_sub(2)
    } else {
        pen.cols()
    };
    pen.right(0, end, &count, theme.selected().patch(theme.strong())).saturating_sub(2)
}

/// What was just done, else how a begun sequence may go on, else the keys that matter here.
pub(super) fn footer(app: &App, pen: &mut Pen<'_>, theme: Theme) {
    if let Some(notice) = app.notice() {
        let style = if notice.is_bad { theme.bad() } else { theme.strong() };
        pen.text(0, 0, pen.cols(), &notice.text, style);
        return;
    }
    let hints: Vec<(String, &str)> = if app.pending().is_empty() {
        let mut rows: Vec<(&Row, Footer)> = shown(app).collect();
        rows.sort_by_key(|(_, footer)| footer.rank);
        rows.into_iter().map(|(row, footer)| (row.keys[0].to_owned(), footer.word)).collect()
    } else {
        let word = |row: &Row| row.footer.map_or(row.help, |footer| footer.word);
        following(app.mode(), app.pending()).map(|(key, row)| (key.to_string(), word(row))).collect()
    };
    let mut col = 0;
    for (key, word) in hints {
        if col + width(&key) + 1 + width(word) > pen.cols() {
            break;
        }
        col = pen.text(0, col, pen.cols(), &key, theme.strong());
        col = pen.text(0, col + 1, pen.cols(), word, theme.dim()) + 3;
    }
}

/// The actions with a word in the footer that work here and now.
fn shown(app: &App) -> impl Iterator<Item = (&'static Row, Footer)> {
    let here = TABLE.iter().filter(|row| (row.off)(app).is_none());
    here.filter_map(|row| {
        row.footer.filter(|footer| footer.modes.contains(&app.mode())).map(|footer| (row, footer))
    })
}
