//! A milestone to read, in the pane beside the list and on the whole screen: its text as lines, and on which
//! of them its links stand.

mod claims;
mod head;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::panes::Panes;
use super::prose::{MarkedWords, Prose, Typesetter};
use crate::app::action::Action;
use crate::app::mode::Mode;
use crate::app::reader::links;
use crate::app::{App, Focus};
use crate::text::width;
use crate::ui::surface::{Cursor, Surface};
use crate::ui::theme::Theme;

/// How much room a milestone has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DetailForm {
    /// A few wide rows below the list: the head takes two lines.
    Below,
    /// A column beside the list.
    Beside,
    /// The whole screen: sources show all that is known of them.
    Whole,
}

/// How much room the detail has beside or below the list.
pub(super) const fn form(panes: Panes) -> DetailForm {
    if panes.is_narrow { DetailForm::Below } else { DetailForm::Beside }
}

/// Lays out what is read; nothing where there is no room for it.
pub(super) fn lay_out(app: &App, area: Rect, theme: Theme, form: DetailForm) -> Option<Prose> {
    let (milestone, _) = app.read().filter(|_| !area.is_empty())?;
    let words = MarkedWords::of(app);
    let mut set = Typesetter::new(area.width.into(), theme, &words);
    set.milestone(milestone, app, form);
    let prose = set.finish();
    // Every link stands on a line.
    debug_assert_eq!(prose.links.len(), links(milestone).count());
    Some(prose)
}

/// Draws what is read; where the hardware cursor stands.
pub(super) fn draw(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    prose: &Prose,
    form: DetailForm,
) -> Cursor {
    let whole = form == DetailForm::Whole;
    let (_, reader) = app.read()?;
    let top = reader.top.min(prose.lines.len().saturating_sub(surface.rows()));
    let in_use = whole || app.focus() == Focus::Detail;
    let marked = reader.link.filter(|_| in_use).and_then(|link| prose.links.get(link).copied());
    let rest = prose.lines.len().saturating_sub(top + surface.rows());
    for (row, line) in prose.lines.iter().skip(top).take(surface.rows()).enumerate() {
        surface.line(row, 0, line);
    }
    let marked = marked.and_then(|line| line.checked_sub(top)).filter(|row| *row < surface.rows());
    // Beside the list, the first row shows that keys go here, until a link is marked.
    let marked = marked.or((in_use && !whole).then_some(0));
    if let Some(row) = marked {
        surface.restyle(row, theme.current());
    }
    if rest > 0 {
        more(app, surface, theme, rest, whole);
    }
    in_use.then(|| surface.position(marked.unwrap_or(0), 0))
}

/// The last row says that the text goes on, and, where there is room, how to read on: nothing is cut without a
/// mark.
fn more(app: &App, surface: &mut Surface<'_>, theme: Theme, rest: usize, whole: bool) {
    let row = surface.rows() - 1;
    let more = format!("{} {}", theme.glyphs.ellipsis, (theme.say.counts.more_lines)(rest + 1));
    let key = |mode, action| app.keys().shown(mode, action);
    let how = if whole {
        format!(": {}", key(Mode::Reading, Action::Down))
    } else {
        format!(": {}, or {}", key(Mode::List, Action::NextPane), key(Mode::List, Action::Open))
    };
    let room = surface.cols().saturating_sub(width(&more));
    surface.fill(row, 0, surface.cols(), " ", Style::reset());
    let how = if width(&how) <= room { how.as_str() } else { "" };
    surface.text(row, 0, surface.cols(), &format!("{more}{how}"), theme.dim());
}
