//! Where there is no wall to show: why, and what to press.

use super::super::pen::Pen;
use super::super::theme::Theme;
use crate::app::App;
use crate::text::wrap;

const KEY: usize = 11;

pub(super) fn draw(app: &App, pen: &mut Pen<'_>, theme: Theme) {
    let has_none = app.dataset().barriers().is_empty();
    let said = match app.query().to_string() {
        _ if has_none => "This dataset names no walls: it has no barriers.".to_owned(),
        query => format!("Nothing that matches {query} moves a wall."),
    };
    let said = wrap(&said, pen.cols());
    for (row, line) in said.iter().enumerate() {
        pen.text(row, 0, pen.cols(), line, theme.strong());
    }
    let on_list = app.focus() == crate::app::Focus::List;
    let keys: &[(&str, &str)] = match has_none {
        true => &[("1", "shows its milestones in the Timeline")],
        false if on_list => &[
            ("Backspace", "drops the last filter"),
            ("X", "drops all of them"),
            (".", "shows all walls, and dims those that the filter leaves out"),
        ],
        false => &[("Esc", "goes back to the walls")],
    };
    for (row, (key, does)) in (said.len() + 1..).zip(keys) {
        let col = pen.text(row, 0, KEY, key, theme.strong()).max(KEY - 1);
        pen.text(row, col + 1, pen.cols(), does, theme.dim());
    }
}
