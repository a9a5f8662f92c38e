//! The sentence that brings a screen back: a command line.

use crate::app::beginning;
use crate::app::core::mode::View;
use crate::app::explorer::App;
use crate::app::views::lanes::LaneSort;
use crate::app::views::{front, wall, walls};
use crate::dataset::{Lang, Milestone};
use crate::query::shell_quoted;
use crate::text::{Breaks, scrub};

/// `wallchart timeline.toml -c tencent --at wechat-phase-one`: what to type to see this again. What is selected
/// is not part of it, nor how far the list is scrolled.
pub fn line(app: &App) -> String {
    let mut words = vec!["wallchart".to_owned()];
    words.extend(app.file.as_deref().map(file_word));
    words.extend(app.query().options());
    let at = at(app);
    let is_open = app.state.reading().is_some();
    let asks = !app.query().is_empty() || app.state.search.is_some() || at.is_some() || is_open;
    // What is usual with one reader is not with the next, who types this; and who asks for nothing is shown what it is
    // about.
    let is_plain =
        matches!(app.usual.view, View::Front | View::Timeline) && (asks || !front::has(&app.dataset));
    let wall = wall::page(app).map(|(wall, _)| app.dataset.barrier(wall));
    if let Some(wall) = wall {
        words.extend([format!("--view {WALL}"), format!("--at {}", wall.id)]);
    } else if app.state.view != View::Timeline || !is_plain {
        words.push(format!("--view {}", app.state.view.as_str()));
    }
    let sort = app.state.lanes.sort();
    if app.state.view == View::Lanes && sort != LaneSort::default() {
        words.push(format!("--sort {}", sort.as_str()));
    }
    let is_usual = |lang| lang == Lang::default();
    if !(is_usual(app.state.lang) && is_usual(app.usual.lang)) {
        words.push(format!("--lang {}", app.state.lang.as_str()));
    }
    if app.dims() {
        words.push("--dim".to_owned());
    }
    if let Some(search) = &app.state.search {
        words.push(format!("--search {}", shell_quoted(&search.text)));
    }
    words.extend(at.filter(|_| wall.is_none()).map(|at| format!("--at {at}")));
    if is_open {
        words.push("--open".to_owned());
    }
    words.join(" ")
}

/// The day or the milestone to open at, where it would not by itself.
fn at(app: &App) -> Option<String> {
    let at = app.read().map(|(milestone, _)| milestone);
    let first = beginning::first(app).or(app.listed().get(0));
    let at = at.filter(|milestone| first != Some(milestone.place()));
    walls::day_typed(app).or_else(|| at.map(Milestone::id).map(str::to_owned))
}

/// The page of a wall, as a view is called on the command line.
const WALL: &str = "wall";

pub(super) fn show(app: &mut App) {
    let view = line(app);
    app.state.notice(view);
}

/// A path as a shell reads it back; or FILE, where it holds what no line of text can: control characters, which a POSIX
/// shell has no other way to write, or bytes that are no text.
fn file_word(path: &str) -> String {
    let is_text = scrub(path, Breaks::Fold) == path && !path.contains(char::REPLACEMENT_CHARACTER);
    if !is_text {
        return "FILE".to_owned();
    }
    // What begins with a hyphen would be read as an option, and `list` as a command.
    let is_taken = path.starts_with('-') || !path.contains(['.', '/']);
    shell_quoted(&if is_taken && path != "-" { format!("./{path}") } else { path.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_word_without_control_characters() {
        for (path, expected) in [
            ("walls.toml", "walls.toml"),
            ("-", "-"),
            ("-x.toml", "./-x.toml"),
            ("list", "./list"),
            ("/dev/stdin", "/dev/stdin"),
            ("my walls.toml", "'my walls.toml'"),
            ("it's.toml", r"'it'\''s.toml'"),
            ("墙.toml", "墙.toml"),
            ("a\u{1b}[2J.toml", "FILE"),
            ("a\nb.toml", "FILE"),
            ("a\u{202e}b.toml", "FILE"),
            ("a\u{fffd}.toml", "FILE"),
        ] {
            assert_eq!(file_word(path), expected);
        }
    }
}
