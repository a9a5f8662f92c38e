//! `wallchart` alone: opens the explorer, or prints a list where there is no terminal to explore in.

use std::io;
use std::mem::ManuallyDrop;
use std::path::Path;
use std::sync::Arc;

use clap::ValueEnum;

use super::args::Cli;
use super::config::{self, Config, Trouble};
use super::console::Console;
use super::failure::{Failure, OptionFault, Status, both};
use super::values::{GlyphSet, ScreenName};
use super::{list, read};
use crate::app::{App, Loading, Start, Usual, View, front};
use crate::dataset::load::{Progress, Stage};
use crate::dataset::{BarrierId, Dataset, MilestoneId, compute_histories};
use crate::date::Date;
use crate::query::{self, Index, Query, QueryFault, Searcher};
use crate::terminal::{self, Appearance, Probing, SessionEnd};
use crate::text::{Breaks, scrub};
use crate::ui::Theme;
use crate::ui::theme::{ASCII, NARROW, UNICODE};

pub(super) fn run(cli: Cli, console: &mut Console<'_>) -> Result<Status, Failure> {
    let explores = console.width.is_some() && !is_dumb();
    let chosen = Chosen::read(explores, console);
    if explores && read::takes_long(cli.source.file.as_deref()) {
        return load_and_explore(cli, chosen, console);
    }
    let origin = read::origin(cli.source.file.as_deref());
    let dataset = read::dataset(cli.source.file.as_deref(), console)?;
    let (query, start) = asked(&cli, &chosen, &dataset)?;
    if !explores {
        return list::lines(&dataset, &query, console);
    }
    let appearance = appearance(&cli, &chosen.config, console)?;
    left(terminal::run(App::open_at(dataset, query, start), appearance, origin), console)
}

/// Whether the terminal can do nothing but print: Emacs' shell, for instance, where nobody can explore.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// What a reader chose once and for all, and what is said of it.
struct Chosen {
    config: Config,
    /// What is wrong with it, where the explorer is to say so.
    complaint: Option<String>,
}

impl Chosen {
    /// Reads it. Where nothing `explores`, what is wrong is said at once; it keeps nobody from anything.
    fn read(explores: bool, console: &mut Console<'_>) -> Self {
        let (config, trouble) = config::read(console.color);
        let complaint = trouble.and_then(|Trouble { notice, failure }| {
            if explores {
                return Some(notice);
            }
            failure.report(console);
            None
        });
        Self { config, complaint }
    }
}

/// What an explorer is made of: all that takes long, and that another thread can hand over.
struct Opening {
    dataset: Dataset,
    index: Index,
    query: Query,
    start: Start,
}

/// Loads on a thread, while the reader sees how far it has come and may leave.
fn load_and_explore(cli: Cli, chosen: Chosen, console: &mut Console<'_>) -> Result<Status, Failure> {
    let appearance = appearance(&cli, &chosen.config, console)?;
    let progress = Arc::new(Progress::default());
    let name = cli.source.file.as_deref().map(short_name).unwrap_or_default();
    let loading = Loading::with_keys(name, Arc::clone(&progress), Arc::clone(&chosen.config.keys));
    let color = console.color;
    let origin = read::origin(cli.source.file.as_deref());
    let load = move || opening(&cli, &chosen, color, &progress);
    let open = |opening: Result<Opening, Failure>| {
        opening.map(|Opening { dataset, index, query, start }| {
            App::open_with(dataset, Searcher::of(index), query, start)
        })
    };
    match terminal::load_and_run(loading, load, open, appearance, origin) {
        Ok(ended) => ended.and_then(|end| left(Ok(end), console)),
        Err(error) => left(Err(error), console),
    }
}

fn opening(cli: &Cli, chosen: &Chosen, color: bool, progress: &Progress) -> Result<Opening, Failure> {
    let file = cli.source.file.as_deref();
    let dataset = read::dataset_reporting(file, &mut io::stdin(), color, progress)?;
    // Where anything is wrong with what is asked, it is said without taking the dataset apart first.
    let dataset = ManuallyDrop::new(dataset);
    let (query, start) = asked(cli, chosen, &dataset)?;
    progress.begin(Stage::Indexing, None);
    let index = Index::new(&dataset);
    compute_histories(&dataset);
    Ok(Opening { dataset: ManuallyDrop::into_inner(dataset), index, query, start })
}

/// Of a path its end, which tells it from others: on a narrow screen there is room for no more.
fn short_name(path: &Path) -> String {
    path.file_name()
        .filter(|_| !read::is_input(path))
        .map_or_else(|| read::name(path), |name| name.display().to_string())
}

/// What is asked for and how it is shown, or everything that is wrong with either.
fn asked(cli: &Cli, chosen: &Chosen, dataset: &Dataset) -> Result<(Query, Start), Failure> {
    let Config { view, lang, mouse, .. } = chosen.config;
    let usual = Usual { view: view.into(), lang: lang.into() };
    let search = scrub(cli.explorer.search.as_deref().unwrap_or_default(), Breaks::Fold).into_owned();
    let place = place(cli.explorer.view, cli.explorer.at.as_deref(), dataset);
    let (query, ((at, wall), ())) =
        both(cli.source.filters.query(dataset), both(place, searched(&search, dataset)))?;
    let asks = !query.is_empty() || cli.explorer.at.is_some() || cli.explorer.open || !search.is_empty();
    let view = match cli.explorer.view {
        Some(ScreenName::View(view)) => view.into(),
        // Where the page of a wall leads back to.
        Some(ScreenName::Wall) => View::Lanes,
        None => front::first_view(usual.view, asks, dataset),
    };
    let start = Start {
        file: cli.source.file.as_ref().map(|path| path.display().to_string()),
        at,
        wall,
        date: date(cli.explorer.at.as_deref(), dataset),
        open: cli.explorer.open,
        dim: cli.explorer.dim,
        search,
        view,
        lang: cli.explorer.lang.map_or(usual.lang, Into::into),
        sort: cli.explorer.sort.unwrap_or_default().into(),
        usual,
        mouse,
        complaint: chosen.complaint.clone().or_else(|| cli.source.filters.remarks(dataset).pop()),
        keys: Some(Arc::clone(&chosen.config.keys)),
    };
    Ok((query, start))
}

/// How the first frame looks, and whether the terminal is asked how the next ones may.
fn appearance(cli: &Cli, config: &Config, console: &Console<'_>) -> Result<Appearance, Failure> {
    let (glyphs, probing) = glyphs(cli.explorer.glyphs, config.glyphs, |name| std::env::var(name).ok())?;
    let glyphs = match glyphs {
        GlyphSet::Unicode => &UNICODE,
        GlyphSet::Narrow => &NARROW,
        GlyphSet::Ascii => &ASCII,
    };
    Ok(Appearance { theme: Theme { colors: console.colors, glyphs, ..Theme::default() }, probing })
}

/// The milestone or the wall to open at.
fn place(
    screen: Option<ScreenName>,
    text: Option<&str>,
    dataset: &Dataset,
) -> Result<(Option<MilestoneId>, Option<BarrierId>), Failure> {
    match (screen, text) {
        (Some(ScreenName::Wall), Some(text)) => {
            let fault = |fault| Failure::Options(vec![OptionFault::new("--at", text, fault)]);
            query::wall_at(text, dataset).map(|wall| (None, Some(wall))).map_err(fault)
        }
        (Some(ScreenName::Wall), None) => Err(Failure::usage("`--view wall` shows one wall".to_owned())
            .help("name it: `--at` and its id, as `wallchart walls | cat` prints it".to_owned())),
        (_, text) => at(text, dataset).map(|at| (at, None)),
    }
}

/// The milestone that `--at` names.
fn at(text: Option<&str>, dataset: &Dataset) -> Result<Option<MilestoneId>, Failure> {
    let Some(text) = text else { return Ok(None) };
    query::at(text, dataset).map_err(|fault| Failure::Options(vec![OptionFault::new("--at", text, fault)]))
}

/// The date that `--at` is, where it is no milestone's id.
fn date(text: Option<&str>, dataset: &Dataset) -> Option<Date> {
    let text = text.filter(|text| dataset.find(text.trim()).is_none())?;
    Date::parse_plainly(text).ok()
}

/// Whether `--search` can be read.
fn searched(text: &str, dataset: &Dataset) -> Result<(), Failure> {
    let option = |fault| OptionFault::new("--search", text, fault);
    let failure = |faults: Vec<QueryFault>| Failure::Options(faults.into_iter().map(option).collect());
    Query::parse(text, dataset).whole().map(drop).map_err(failure)
}

/// What a session came to.
fn left(ended: io::Result<SessionEnd>, console: &mut Console<'_>) -> Result<Status, Failure> {
    match ended {
        Ok(end) => {
            if let SessionEnd::Printed(bytes) = &end {
                console.out.write_all(bytes)?;
            }
            Ok(Status::Session(end.exit_code()))
        }
        Err(error) => Err(Failure::fault(format!("the terminal failed: {error}"))
            .help("`wallchart list` prints the milestones without one".to_owned())),
    }
}

/// The glyphs to begin with. What somebody said, on the command line, in [`GLYPHS`] or once and for all, holds. The Linux console is not
/// asked either: it would say that it takes UTF-8, which it does, but its font lacks most of the glyphs.
///
/// Else the terminal is asked. Until it answers, and where it does not, it is ASCII where the locale names a charset that
/// is not UTF-8. One that names none (`C`) says nothing: it is what containers and cron have, whatever terminal is
/// attached.
fn glyphs(
    option: Option<GlyphSet>,
    chosen: Option<GlyphSet>,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<(GlyphSet, Probing), Failure> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    if let Some(glyphs) = option {
        return Ok((glyphs, Probing::Nothing));
    }
    if let Some(name) = set(GLYPHS) {
        return match GlyphSet::from_str(&name, false) {
            Ok(glyphs) => Ok((glyphs, Probing::Nothing)),
            Err(_) => Err(Failure::usage(format!("`{GLYPHS}` is `{name}`, which is no set of glyphs"))
                .help("it may be `unicode`, `narrow` or `ascii`".to_owned())),
        };
    }
    if let Some(glyphs) = chosen {
        return Ok((glyphs, Probing::Nothing));
    }
    if variable("TERM").as_deref() == Some("linux") {
        return Ok((GlyphSet::Ascii, Probing::Nothing));
    }
    // The first that is set decides (POSIX, XBD 8.2).
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    let charset = locale.as_deref().and_then(|locale| locale.split_once('.')).map(|(_, charset)| charset);
    let is_utf8 = |charset: &str| charset.to_ascii_lowercase().replace('-', "").starts_with("utf8");
    let glyphs = if charset.is_none_or(is_utf8) { GlyphSet::Unicode } else { GlyphSet::Ascii };
    Ok((glyphs, Probing::Glyphs))
}

/// The variable that says which glyphs the screen is drawn with.
const GLYPHS: &str = "WALLCHART_GLYPHS";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_those_that_somebody_named_or_the_terminal_is_asked() {
        let check = |option, environment: &[(&str, &str)], expected| {
            let variable = |name: &str| {
                environment.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string())
            };
            assert_eq!(glyphs(option, None, variable).ok(), expected, "{option:?} {environment:?}");
        };
        let (unicode, ascii) =
            (Some((GlyphSet::Unicode, Probing::Glyphs)), Some((GlyphSet::Ascii, Probing::Glyphs)));
        check(None, &[], unicode);
        check(None, &[("LANG", "zh_CN.UTF-8")], unicode);
        check(None, &[("LANG", "C.utf8")], unicode);
        check(None, &[("LANG", "C")], unicode);
        check(None, &[("LANG", "zh_CN.GBK")], ascii);
        check(None, &[("LC_ALL", "de_DE.ISO-8859-1"), ("LANG", "de_DE.UTF-8")], ascii);
        check(None, &[("LC_ALL", ""), ("LANG", "en_US.UTF-8")], unicode);
        let said = |glyphs| Some((glyphs, Probing::Nothing));
        check(None, &[("TERM", "linux"), ("LANG", "en_US.UTF-8")], said(GlyphSet::Ascii));
        check(None, &[(GLYPHS, "narrow"), ("LANG", "zh_CN.GBK")], said(GlyphSet::Narrow));
        check(None, &[(GLYPHS, "unicode"), ("TERM", "linux")], said(GlyphSet::Unicode));
        check(None, &[(GLYPHS, "")], unicode);
        check(None, &[(GLYPHS, "wide")], None);
        check(Some(GlyphSet::Ascii), &[(GLYPHS, "wide")], said(GlyphSet::Ascii));
        let chosen = |option, named: &str| {
            let variable = |name: &str| (name == GLYPHS).then(|| named.to_owned());
            glyphs(option, Some(GlyphSet::Narrow), variable).ok()
        };
        assert_eq!(chosen(None, ""), said(GlyphSet::Narrow));
        assert_eq!(chosen(None, "ascii"), said(GlyphSet::Ascii));
        assert_eq!(chosen(Some(GlyphSet::Unicode), "ascii"), said(GlyphSet::Unicode));
    }
}
