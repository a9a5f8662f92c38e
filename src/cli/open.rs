//! `wallchart` alone: opens the explorer, or prints a list where there is no terminal to explore in.

use std::io;
use std::mem::ManuallyDrop;
use std::path::Path;
use std::sync::Arc;

use super::args::{Cli, GlyphSet};
use super::console::Console;
use super::failure::{Failure, Slip, Status, both};
use super::{list, read};
use crate::app::{App, Loading, Start};
use crate::dataset::load::{Progress, Stage};
use crate::dataset::{Dataset, MilestoneId};
use crate::date::Date;
use crate::query::{self, Index, Query, QueryFault, Searcher};
use crate::terminal::{self, End};
use crate::text::{Breaks, scrub};
use crate::ui::Theme;
use crate::ui::theme::{ASCII, NARROW, UNICODE};

pub(super) fn run(cli: Cli, console: &mut Console<'_>) -> Result<Status, Failure> {
    let theme = theme(&cli, console);
    let explores = console.width.is_some() && !is_dumb();
    if explores && read::takes_long(cli.view.file.as_deref()) {
        return load_and_explore(cli, theme, console);
    }
    let origin = read::origin(cli.view.file.as_deref());
    let dataset = read::dataset(cli.view.file.as_deref(), console)?;
    let (query, start) = asked(&cli, &dataset)?;
    if !explores {
        return list::lines(&dataset, &query, console);
    }
    left(terminal::run(App::open_at(dataset, query, start), theme, origin), console)
}

/// Whether the terminal can do nothing but print: Emacs' shell, for instance, where nobody can explore.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// What an explorer is made of: all that takes long, and that another thread can hand over.
struct Opening {
    dataset: Dataset,
    index: Index,
    query: Query,
    start: Start,
}

/// Loads on a thread, while the reader sees how far it has come and may leave.
fn load_and_explore(cli: Cli, theme: Theme, console: &mut Console<'_>) -> Result<Status, Failure> {
    let progress = Arc::new(Progress::default());
    let name = cli.view.file.as_deref().map(short_name).unwrap_or_default();
    let loading = Loading::new(name, Arc::clone(&progress));
    let color = console.color;
    let origin = read::origin(cli.view.file.as_deref());
    let load = move || opening(&cli, color, &progress);
    let open = |opening: Result<Opening, Failure>| {
        opening.map(|Opening { dataset, index, query, start }| {
            App::open_with(dataset, Searcher::of(index), query, start)
        })
    };
    match terminal::load_and_run(loading, load, open, theme, origin) {
        Ok(ended) => ended.and_then(|end| left(Ok(end), console)),
        Err(error) => left(Err(error), console),
    }
}

fn opening(cli: &Cli, color: bool, progress: &Progress) -> Result<Opening, Failure> {
    let file = cli.view.file.as_deref();
    let dataset = read::dataset_reporting(file, &mut io::stdin(), color, progress)?;
    // Where anything is wrong with what is asked, it is said without taking the dataset apart first.
    let dataset = ManuallyDrop::new(dataset);
    let (query, start) = asked(cli, &dataset)?;
    progress.begin(Stage::Indexing, None);
    let index = Index::new(&dataset);
    dataset.tell_histories();
    Ok(Opening { dataset: ManuallyDrop::into_inner(dataset), index, query, start })
}

/// Of a path its end, which tells it from others: on a narrow screen there is room for no more.
fn short_name(path: &Path) -> String {
    path.file_name()
        .filter(|_| !read::is_input(path))
        .map_or_else(|| read::name(path), |name| name.display().to_string())
}

/// What is asked for and how it is shown, or everything that is wrong with either.
fn asked(cli: &Cli, dataset: &Dataset) -> Result<(Query, Start), Failure> {
    let search = scrub(cli.screen.search.as_deref().unwrap_or_default(), Breaks::Fold).into_owned();
    let screen = both(at(cli.screen.at.as_deref(), dataset), searched(&search, dataset));
    let (query, (at, ())) = both(cli.view.filters.query(dataset), screen)?;
    let start = Start {
        file: cli.view.file.as_ref().map(|path| path.display().to_string()),
        at,
        date: date(cli.screen.at.as_deref(), dataset),
        open: cli.screen.open,
        dim: cli.screen.dim,
        search,
        view: cli.screen.view.map(Into::into).unwrap_or_default(),
        lang: cli.screen.lang.map(Into::into).unwrap_or_default(),
    };
    Ok((query, start))
}

fn theme(cli: &Cli, console: &Console<'_>) -> Theme {
    let glyphs = match cli.screen.glyphs.unwrap_or_else(|| suited(|name| std::env::var(name).ok())) {
        GlyphSet::Unicode => &UNICODE,
        GlyphSet::Narrow => &NARROW,
        GlyphSet::Ascii => &ASCII,
    };
    Theme { colors: console.colors, glyphs }
}

/// The milestone that `--at` names.
fn at(text: Option<&str>, dataset: &Dataset) -> Result<Option<MilestoneId>, Failure> {
    let Some(text) = text else { return Ok(None) };
    query::at(text, dataset).map_err(|fault| Failure::Slips(vec![Slip::new("--at", text, fault)]))
}

/// The date that `--at` is, where it is no milestone's id.
fn date(text: Option<&str>, dataset: &Dataset) -> Option<Date> {
    let text = text.filter(|text| dataset.find(text.trim()).is_none())?;
    Date::parse_plainly(text).ok()
}

/// Whether `--search` can be read.
fn searched(text: &str, dataset: &Dataset) -> Result<(), Failure> {
    let slip = |fault| Slip::new("--search", text, fault);
    let slips = |faults: Vec<QueryFault>| Failure::Slips(faults.into_iter().map(slip).collect());
    Query::parse(text, dataset).whole().map(drop).map_err(slips)
}

/// What a session came to.
fn left(ended: io::Result<End>, console: &mut Console<'_>) -> Result<Status, Failure> {
    match ended {
        Ok(end) => {
            if let End::Printed(bytes) = &end {
                console.out.write_all(bytes)?;
            }
            Ok(Status::Session(end.exit_code()))
        }
        Err(error) => Err(Failure::fault(format!("the terminal failed: {error}"))
            .help("`wallchart list` prints the milestones without one".to_owned())),
    }
}

/// ASCII where the environment says that the terminal has no more: the Linux console's font lacks most of the
/// glyphs, and a locale may name a charset that is not UTF-8. A locale that names none (`C`) says nothing: it is
/// what containers and cron have, whatever terminal is attached.
fn suited(variable: impl Fn(&str) -> Option<String>) -> GlyphSet {
    // The first that is set decides (POSIX, XBD 8.2).
    let set = |name: &&str| variable(name).is_some_and(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find(|name| set(name)).and_then(|name| variable(name));
    let charset = locale.as_deref().and_then(|locale| locale.split_once('.')).map(|(_, charset)| charset);
    let is_utf8 = |charset: &str| charset.to_ascii_lowercase().replace('-', "").starts_with("utf8");
    if charset.is_some_and(|charset| !is_utf8(charset)) || variable("TERM").as_deref() == Some("linux") {
        GlyphSet::Ascii
    } else {
        GlyphSet::Unicode
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_suit_what_the_environment_says_of_the_terminal() {
        let check = |environment: &[(&str, &str)], expected| {
            let variable = |name: &str| {
                environment.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string())
            };
            assert_eq!(suited(variable), expected, "{environment:?}");
        };
        check(&[], GlyphSet::Unicode);
        check(&[("LANG", "zh_CN.UTF-8")], GlyphSet::Unicode);
        check(&[("LANG", "C.utf8")], GlyphSet::Unicode);
        check(&[("LANG", "C")], GlyphSet::Unicode);
        check(&[("LANG", "zh_CN.GBK")], GlyphSet::Ascii);
        check(&[("LC_ALL", "de_DE.ISO-8859-1"), ("LANG", "de_DE.UTF-8")], GlyphSet::Ascii);
        check(&[("LC_ALL", ""), ("LANG", "en_US.UTF-8")], GlyphSet::Unicode);
        check(&[("TERM", "linux"), ("LANG", "en_US.UTF-8")], GlyphSet::Ascii);
    }
}
