//! The first row and the last: the dataset, the keys that matter now, and notices.

pub(super) mod filters;

use std::ops::Range;

use ratatui::style::Style;

use crate::app::action::{Action, Footer};
use crate::app::keymap::Meaning;
use crate::app::mode::Mode;
use crate::app::row::Row;
use crate::app::{App, Code, Key, Overlay, View, barriers, wall};
use crate::text::{width, wrap};
use crate::ui::span::years;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;
use crate::ui::views;

/// The dataset's title and span on the left; on the right the views, and how much of it is shown.
pub(super) fn title(app: &App, surface: &mut Surface<'_>, theme: Theme) {
    let dataset = app.dataset();
    let header = Header::of(app, surface.cols(), theme);
    let mut end = surface.right(0, surface.cols(), &header.size, Style::new()).saturating_sub(GAP);
    for tab in header.tabs {
        let style = if tab.view == app.view() { theme.current() } else { Style::new() };
        surface.text(0, tab.cols.start, tab.cols.end, &tab.label, style);
        end = tab.cols.start.saturating_sub(GAP);
    }
    if !header.has_title {
        return;
    }
    let name = app.lang().of(dataset.title(), dataset.head().title_zh.as_deref());
    let col = surface.text(0, 0, end, &name, theme.strong());
    if let Some(span) = dataset.span() {
        let years = years(*span, theme);
        if col + GAP + width(&years) <= end {
            surface.text(0, col + GAP, end, &years, theme.dim());
        }
    }
}

/// Columns between what stands in the title.
const GAP: usize = 2;

/// `21 of 96 milestones`; of barriers where it is barriers that are shown.
fn size(app: &App, theme: Theme) -> String {
    let say = &theme.say.counts;
    if let Some((id, _)) = wall::page(app) {
        let walls = wall::order(app);
        let at = walls.iter().position(|other| *other == id).map(|at| at + 1);
        return at.map(|at| (theme.say.wall_page.place)(at, walls.len())).unwrap_or_default();
    }
    let (shown, all, counted, some) = if views::shows_barriers(app.view()) {
        (barriers::shown(app).ids().len(), app.dataset().barriers().len(), say.walls, say.of_walls)
    } else {
        (app.matches().ids.len(), app.dataset().len(), say.milestones, say.of_milestones)
    };
    if shown == all { counted(all) } else { some(shown, all) }
}

/// The name of a view in the title.
struct Tab {
    view: View,
    label: String,
    cols: Range<usize>,
}

/// What of the views and of the dataset's title has room beside how much is shown.
struct Header {
    size: String,
    tabs: Vec<Tab>,
    has_title: bool,
}

/// How a view is called in the title: by its key and its name, by its key alone, or not at all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TabForm {
    Named,
    /// The one that is shown has its name.
    ByKey,
    /// None has.
    AllByKey,
    Absent,
}

impl Header {
    /// What is said of how much is shown stays; what has no room beside it goes, the names of the other views first, the
    /// keys of the views last: they are how those are found.
    fn of(app: &App, cols: usize, theme: Theme) -> Self {
        const FORMS: [(TabForm, bool); 4] = [
            (TabForm::Named, true),
            (TabForm::ByKey, true),
            (TabForm::ByKey, false),
            (TabForm::AllByKey, false),
        ];
        let size = size(app, theme);
        let name = app.lang().of(app.dataset().title(), app.dataset().head().title_zh.as_deref());
        let (form, has_title) = FORMS
            .into_iter()
            .find(|(form, has_title)| {
                let title = if *has_title { width(&name) + GAP } else { 0 };
                let labels = labels(app, *form);
                title + labels.iter().map(|(_, label)| width(label)).sum::<usize>() + GAP + width(&size)
                    <= cols
            })
            .unwrap_or((TabForm::Absent, false));
        let mut to = cols.saturating_sub(width(&size) + GAP);
        let tabs = labels(app, form).into_iter().rev().filter_map(|(view, label)| {
            let from = to.checked_sub(width(&label))?;
            Some(Tab { view, label, cols: from..std::mem::replace(&mut to, from) })
        });
        Self { tabs: tabs.collect(), size, has_title }
    }
}

/// The views, as each is called: a view that has no key has its name.
fn labels(app: &App, form: TabForm) -> Vec<(View, String)> {
    let label = |view: View| {
        let key = app.keys().written_in(Mode::List, Action::showing(view)).next();
        let is_here = view == app.view();
        Some((
            view,
            match (form, key) {
                (TabForm::Absent, _) => return None,
                (TabForm::Named, Some(key)) => format!(" {key} {} ", view.title(app.say())),
                (TabForm::ByKey, Some(key)) if is_here => format!(" {key} {} ", view.title(app.say())),
                (TabForm::AllByKey, Some(key)) if is_here => format!("[{key}]"),
                (TabForm::ByKey | TabForm::AllByKey, Some(key)) => format!(" {key} "),
                (TabForm::Named | TabForm::ByKey | TabForm::AllByKey, None) => {
                    format!(" {} ", view.title(app.say()))
                }
            },
        ))
    };
    View::ALL.into_iter().filter_map(label).collect()
}

/// The view whose name stands at column `col` of a title of `cols` columns.
pub(super) fn view_at(app: &App, cols: usize, col: usize, theme: Theme) -> Option<View> {
    let header = Header::of(app, cols, theme);
    header.tabs.into_iter().find(|tab| tab.cols.contains(&col)).map(|tab| tab.view)
}

/// Columns for keys that are not given up for what any other does.
const LEAST: usize = 40;

/// How a begun sequence may go on, else the keys that matter here; behind them, where there is room, what any other does.
pub(super) fn footer(app: &App, surface: &mut Surface<'_>, theme: Theme) {
    let shown_here = |mode| {
        let mut rows: Vec<(&Row<App>, Footer)> = shown(app, mode).collect();
        rows.sort_by_key(|(_, footer)| footer.rank);
        rows.into_iter()
            .filter_map(move |(row, _)| Some((key(app, row.action, mode, theme)?, word(app, row))))
    };
    let mut hints: Vec<(String, &str)> = Vec::new();
    if app.pending().is_empty() {
        hints.extend(shown_here(app.mode()));
    } else {
        hints.extend(
            app.keys()
                .following(app.mode(), app.pending())
                .map(|(key, row)| (key.to_string(), word(app, row))),
        );
        // After a key that has done something already (`f`), any other means what it always does.
        if matches!(app.keys().meaning(app.mode(), app.pending()), Meaning::Run { .. }) {
            hints.extend(shown_here(app.mode()));
        }
    }
    let other = views::other_key(app, theme);
    let other = other.as_deref();
    // It goes before the last of the keys, but not before the first ones.
    let end =
        other.and_then(|other| surface.cols().checked_sub(width(other) + 3)).filter(|end| *end >= LEAST);
    let end = end.unwrap_or(surface.cols());
    let mut col = 0;
    for (key, word) in hints {
        if col + width(&key) + 1 + width(word) > end {
            break;
        }
        col = surface.text(0, col, surface.cols(), &key, theme.strong());
        col = surface.text(0, col + 1, surface.cols(), word, Style::new()) + 3;
    }
    if let Some(other) = other.filter(|other| col + width(other) <= surface.cols()) {
        surface.right(0, surface.cols(), other, theme.dim());
    }
}

/// The key to show, and those of its counterparts; both arrows where either does it, each its way.
fn key(app: &App, action: Action, mode: Mode, theme: Theme) -> Option<String> {
    let has_arrow = |action, code| {
        let arrow = [Key::plain(code)];
        app.keys().sequences(action).iter().any(|keys| **keys == arrow)
    };
    // Ways there and back are one hint.
    let ways = match action {
        Action::ZoomIn => vec![action, Action::ZoomOut, Action::Fit],
        Action::PanEarlier => vec![action, Action::PanLater],
        Action::NextMilestone => vec![action, Action::PreviousMilestone],
        Action::NextValue => vec![action, Action::PreviousValue],
        Action::NextPage => vec![action, Action::PreviousPage],
        Action::NextWall => vec![action, Action::PreviousWall],
        _ => vec![action],
    };
    let (on, back) = (action, ways.last().copied().unwrap_or(action));
    let is_sideways =
        matches!(action, Action::Switch | Action::NextValue | Action::NextPage | Action::NextWall);
    if is_sideways && has_arrow(on, Code::Right) && has_arrow(back, Code::Left) {
        return Some(theme.glyphs.sideways.to_owned());
    }
    let keys: Vec<String> = ways.iter().filter_map(|way| app.keys().written_in(mode, *way).next()).collect();
    (!keys.is_empty()).then(|| keys.join(" "))
}

/// Whether one of the ways to go on with a query is chosen.
fn is_offered(app: &App) -> bool {
    matches!(app.overlays().last(), Some(Overlay::Query(ask)) if ask.chosen.is_some())
}

/// The word beside a key.
fn word(app: &App, row: &Row<App>) -> &'static str {
    let say = &app.lang().words().footer;
    match row.footer {
        // On an empty list Enter takes the way out.
        Some(_) if row.action == Action::Open && app.listed().is_empty() => say.drop_a_filter,
        Some(_) if row.action == Action::Accept && is_offered(app) => say.put_in,
        Some(_) if row.action == Action::Close && app.mode() == Mode::Path => say.settings,
        Some(_) if row.action == Action::Answer => {
            let yes = matches!(app.overlays().last(), Some(Overlay::Replace(question)) if question.yes);
            if yes { say.replace_it } else { say.keep_it }
        }
        // Its own word tells it from what else is copied, where there is anything else.
        Some(_) if row.action == Action::CopyMarkdown && app.mode() == Mode::Export => say.copy,
        Some(footer) => (footer.word)(say),
        None => row.help(app.lang().words()),
    }
}

/// The actions with a word in the footer that work in `mode` now.
fn shown(app: &App, mode: Mode) -> impl Iterator<Item = (&'static Row<App>, Footer)> {
    let here = app.keys().rows().iter().filter(|row| (row.off)(app).is_none());
    here.filter_map(move |row| {
        row.footer.filter(|footer| footer.modes.contains(&mode)).map(|footer| (row, footer))
    })
}

/// What was just done or could not be done, at the foot of the screen, on as many rows as it takes up to `MOST`:
/// a reason that is cut is no reason.
pub(super) fn notice(app: &App, surface: &mut Surface<'_>, theme: Theme) {
    const MOST: usize = 4;
    let Some(notice) = app.notice() else { return };
    let style = if notice.is_bad { theme.bad() } else { theme.strong() };
    let lines = wrap(&notice.text, surface.cols());
    let first = surface.rows().saturating_sub(lines.len().min(MOST));
    for (place, (row, line)) in (first..surface.rows()).zip(&lines).enumerate() {
        surface.fill(row, 0, surface.cols(), " ", Style::reset());
        let goes_on = row + 1 == surface.rows() && place + 1 < lines.len();
        let mark = if goes_on { theme.glyphs.ellipsis } else { "" };
        let col = surface.text(row, 0, surface.cols().saturating_sub(width(mark)), line, style);
        surface.text(row, col, surface.cols(), mark, style);
    }
}
