//! The command line as clap reads it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::failure::Failure;
use super::filters::Filters;
use super::names::PROGRAM;
use super::offers;
use super::values::{FormatName, GlyphSet, LangName, NotesName, ScreenName, ShellName, SortName};
use crate::export::{Format, Options};

pub(super) const EXAMPLES: &str = "\
Examples:
  wallchart                             explore the embedded timeline
  wallchart -c tencent,alibaba -y 2021  … only what either had to do with, in 2021
  wallchart -q 'between:tencent,alibaba channel:payment -kind:litigation'
  wallchart --at miit-guidance-meeting  begin there; or at a date
  wallchart my-timeline.toml            explore a timeline of your own
  wallchart list -y 2021..2022          print it, one line a milestone
  wallchart show miit-guidance-meeting  read one milestone, with its sources; or a wall
  wallchart facets -c tencent           what else there is about it, with counts
  wallchart walls --at 2021-09-30       which walls stood closed, limited, on trial, open that day
  wallchart export -c tencent -o tencent.md (or .csv, .json, .csl.json)
  wallchart verify tencent.md           what the data or somebody's edits changed since
  wallchart check my-timeline.toml      every fault in a dataset
  wallchart config                      every setting and every key, to change some of them
  wallchart man | man -l -              the manual page, with every key

Exit status: 0 done, 1 a fault in data or files, or an export that differs, 2 wrong usage.";

/// Explore a timeline of dated, sourced milestones in the terminal.
///
/// Where standard output is no terminal, it prints what `wallchart list` prints.
#[derive(Debug, Parser)]
#[command(name = PROGRAM, version, after_help = EXAMPLES)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) source: SourceArgs,
    #[command(flatten)]
    pub(super) explorer: ExplorerArgs,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// How the explorer opens.
#[derive(Args, Debug)]
#[command(next_help_heading = "Explorer (without effect on what is printed without a terminal)")]
pub(super) struct ExplorerArgs {
    /// Open in this view; 1 to 5 switch between them
    #[arg(long, value_name = "VIEW")]
    pub(super) view: Option<ScreenName>,
    /// Sort the lanes by this [default: channel]
    #[arg(long, value_name = "BY")]
    pub(super) sort: Option<SortName>,
    /// Which language is shown, where the dataset has both [default: en]
    #[arg(long, value_name = "LANG")]
    pub(super) lang: Option<LangName>,
    /// Open at this milestone, or at the first one of a date, or the nearest to it: 2021-09, "sept 2021"; with `--view
    /// wall`, the page of this wall
    #[arg(long, value_name = "DATE|ID", allow_hyphen_values = true, add = offers::ids())]
    pub(super) at: Option<String>,
    /// Open that milestone, or the first one, on the whole screen
    #[arg(long)]
    pub(super) open: bool,
    /// Show all milestones, in brackets those that the filters leave out
    #[arg(long)]
    pub(super) dim: bool,
    /// Open with this search on: it highlights, and hides nothing
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(super) search: Option<String>,
    /// What the screen is drawn with [default: what the terminal says, or the variable `WALLCHART_GLYPHS`: behind tmux it
    /// cannot say that it draws some two cells wide]
    #[arg(long, value_name = "SET")]
    pub(super) glyphs: Option<GlyphSet>,
}

impl ExplorerArgs {
    /// Whether anything was given.
    pub(super) fn is_given(&self) -> bool {
        let named = self.view.is_some()
            || self.sort.is_some()
            || self.lang.is_some()
            || self.at.is_some()
            || self.search.is_some();
        named || self.open || self.dim || self.glyphs.is_some()
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print one line a milestone: date, kind, id, title
    List(ListArgs),
    /// Print one milestone or one wall, whole
    Show(ShowArgs),
    /// Print every company, year, kind, channel, platform and confidence with its count
    Facets(ListArgs),
    /// Print which walls stood closed, limited, on trial and open on one day
    Walls(WallsArgs),
    /// Write milestones as Markdown, JSON or CSV, or their sources for reference managers
    Export(ExportArgs),
    /// Make a Markdown export again from its own front matter, and show what differs
    Verify(VerifyArgs),
    /// Show every fault in datasets
    Check(CheckArgs),
    /// Print the whole configuration with every default, commented; with --check, what is wrong with one's own
    Config(ConfigArgs),
    /// Print what a shell runs so that Tab completes options, names and ids
    Completions(CompletionsArgs),
    /// Print the manual page
    Man,
}

impl Command {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::List(_) => "list",
            Self::Show(_) => "show",
            Self::Facets(_) => "facets",
            Self::Walls(_) => "walls",
            Self::Export(_) => "export",
            Self::Verify(_) => "verify",
            Self::Check(_) => "check",
            Self::Config(_) => "config",
            Self::Completions(_) => "completions",
            Self::Man => "man",
        }
    }
}

/// Which dataset, and which of its milestones.
#[derive(Args, Debug)]
pub(super) struct SourceArgs {
    /// A dataset, `-` for standard input; the embedded one when left out
    pub(super) file: Option<PathBuf>,
    #[command(flatten)]
    pub(super) filters: Filters,
}

impl SourceArgs {
    /// Whether anything was given.
    pub(super) fn is_given(&self) -> bool {
        self.file.is_some() || !self.filters.is_empty()
    }
}

/// What `list` and `facets` take.
#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[command(flatten)]
    pub(super) source: SourceArgs,
    /// Print a JSON object a line
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args, Debug)]
pub(super) struct ShowArgs {
    /// A milestone's id, as `wallchart list | cat` prints it; or a wall's, or its name
    #[arg(add = offers::ids())]
    pub(super) id: String,
    /// A dataset, `-` for standard input; the embedded one when left out
    pub(super) file: Option<PathBuf>,
    /// Print a JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args, Debug)]
pub(super) struct WallsArgs {
    #[command(flatten)]
    pub(super) source: SourceArgs,
    /// At the end of this day, or of the last day of this date: 2021-09, "sept 2021" [default: the last day that the
    /// dataset covers]
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(super) at: Option<String>,
    /// Print a JSON object a line
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args, Debug)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    pub(super) source: SourceArgs,
    /// How it is written [default: what the ending of PATH says, or else markdown]
    #[arg(long, value_name = "FORMAT")]
    format: Option<FormatName>,
    /// How Markdown names its sources [default: footnotes]
    #[arg(long, value_name = "HOW")]
    notes: Option<NotesName>,
    /// Which language is taken, where the dataset has both [default: en]
    #[arg(long, value_name = "LANG")]
    lang: Option<LangName>,
    /// Add a timeline that Mermaid draws, for up to 30 milestones
    #[arg(long)]
    mermaid: bool,
    /// Begin CSV with a byte order mark, for spreadsheets that take it for another encoding without one
    #[arg(long)]
    bom: bool,
    /// Write to this file, whole or not at all, instead of standard output
    #[arg(short, long, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,
    /// Replace the file where there is one
    #[arg(long, requires = "output")]
    pub(super) force: bool,
}

impl ExportArgs {
    /// How it is to be written; or what was asked for that the format has no use for, which is better said than
    /// ignored.
    pub(super) fn options(&self) -> Result<Options, Failure> {
        let ending = self.output.as_deref().filter(|_| self.format.is_none()).and_then(Format::named);
        let format = self.format.map(Format::from).or(ending).unwrap_or_default();
        let (name, takes) = (format.as_str(), format.is_markdown());
        let only_markdown = "it is for `--format markdown` and `--format table`";
        let useless = [
            ("--notes", self.notes.is_some() && !takes, only_markdown),
            ("--mermaid", self.mermaid && !takes, only_markdown),
            ("--bom", self.bom && format != Format::Csv, "it is for `--format csv`"),
            ("--lang", self.lang.is_some() && !format.has_lang(), "it holds both languages as they are"),
        ];
        if let Some((option, _, why)) = useless.into_iter().find(|(_, is_useless, _)| *is_useless) {
            let from = if ending.is_some() { ", which the ending of PATH asks for" } else { "" };
            return Err(Failure::usage(format!("`{option}` has no meaning with `--format {name}`{from}"))
                .help(format!("leave out `{option}`: {why}")));
        }
        Ok(Options {
            format,
            notes: self.notes.map(Into::into).unwrap_or_default(),
            lang: self.lang.map(Into::into).unwrap_or_default(),
            mermaid: self.mermaid,
            bom: self.bom,
        })
    }
}

#[derive(Args, Debug)]
pub(super) struct VerifyArgs {
    /// A Markdown export, `-` for standard input
    #[arg(value_name = "EXPORT.md")]
    pub(super) export: PathBuf,
    /// The dataset, `-` for standard input; the embedded one when left out
    pub(super) file: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    /// Datasets, `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct ConfigArgs {
    /// Show every fault in ~/.config/wallchart/config.toml, or in the file that the variable `WALLCHART_CONFIG` names
    #[arg(long)]
    pub(super) check: bool,
}

#[derive(Args, Debug)]
pub(super) struct CompletionsArgs {
    /// The shell
    pub(super) shell: ShellName,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::names::COMMANDS;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
        let names = Cli::command();
        let names: Vec<&str> = names.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(names, COMMANDS);
    }
}
