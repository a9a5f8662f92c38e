//! The command line as clap reads it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::filters::Filters;
use crate::export::Format;

const EXAMPLES: &str = "\
Examples:
  wallchart                             explore the embedded timeline
  wallchart -c tencent,alibaba -y 2021  … only what either had to do with, in 2021
  wallchart -q 'between:tencent,alibaba channel:payment -kind:litigation'
  wallchart --at miit-guidance-meeting  begin there; or at a date
  wallchart my-timeline.toml            explore a timeline of your own
  wallchart list -y 2021..2022          print it, one line a milestone
  wallchart show miit-guidance-meeting  read one milestone, with its sources
  wallchart facets -c tencent           what else there is about it, with counts
  wallchart export -c tencent -o tencent.md
  wallchart check my-timeline.toml      every fault in a dataset

Exit status: 0 done, 1 a fault in data or files, 2 wrong usage.";

/// Explore a timeline of dated, sourced milestones in the terminal.
///
/// Where standard output is no terminal, it prints what `wallchart list` prints.
#[derive(Debug, Parser)]
#[command(name = "wallchart", version, after_help = EXAMPLES)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) view: View,
    #[command(flatten)]
    pub(super) screen: Screen,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// How the explorer opens.
#[derive(Args, Debug)]
#[command(next_help_heading = "Explorer (without effect on what is printed without a terminal)")]
pub(super) struct Screen {
    /// Open at this milestone, or at the first one of a date, or the nearest to it: 2021-09, "sept 2021"
    #[arg(long, value_name = "DATE|ID", allow_hyphen_values = true)]
    pub(super) at: Option<String>,
    /// Open that milestone, or the first one, on the whole screen
    #[arg(long)]
    pub(super) open: bool,
    /// Show all milestones, and dim those that the filters leave out
    #[arg(long)]
    pub(super) dim: bool,
    /// Open with this search on: it highlights, and hides nothing
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(super) search: Option<String>,
    /// What the screen is drawn with; `narrow` where a terminal draws some glyphs two cells wide
    #[arg(long, value_name = "SET")]
    pub(super) glyphs: Option<GlyphSet>,
}

impl Screen {
    /// Whether anything was given.
    pub(super) fn is_given(&self) -> bool {
        self.at.is_some() || self.open || self.dim || self.search.is_some() || self.glyphs.is_some()
    }
}

/// A set of glyphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum GlyphSet {
    /// All of them, each one cell wide
    Unicode,
    /// Those that no terminal draws two cells wide
    Narrow,
    /// ASCII alone
    Ascii,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print one line a milestone: date, kind, id, title
    List(Lines),
    /// Print one milestone, whole
    Show(Show),
    /// Print every company, year, kind, channel, platform and confidence with its count
    Facets(Lines),
    /// Write milestones as Markdown, JSON or CSV
    Export(Export),
    /// Show every fault in datasets
    Check(Check),
}

impl Command {
    /// The names of all, as typed.
    pub(super) const NAMES: [&str; 5] = ["list", "show", "facets", "export", "check"];

    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::List(_) => "list",
            Self::Show(_) => "show",
            Self::Facets(_) => "facets",
            Self::Export(_) => "export",
            Self::Check(_) => "check",
        }
    }
}

/// Which dataset, and which of its milestones.
#[derive(Args, Debug)]
pub(super) struct View {
    /// A dataset, `-` for standard input; the embedded one when left out
    pub(super) file: Option<PathBuf>,
    #[command(flatten)]
    pub(super) filters: Filters,
}

impl View {
    /// Whether anything was given.
    pub(super) fn is_given(&self) -> bool {
        self.file.is_some() || !self.filters.is_empty()
    }
}

/// What `list` and `facets` take.
#[derive(Args, Debug)]
pub(super) struct Lines {
    #[command(flatten)]
    pub(super) view: View,
    /// Print a JSON object a line
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args, Debug)]
pub(super) struct Show {
    /// The milestone's id, as `wallchart list | cat` prints it
    pub(super) id: String,
    /// A dataset, `-` for standard input; the embedded one when left out
    pub(super) file: Option<PathBuf>,
    /// Print a JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args, Debug)]
pub(super) struct Export {
    #[command(flatten)]
    pub(super) view: View,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "markdown")]
    format: FormatName,
    /// Write to this file, whole or not at all, instead of standard output
    #[arg(short, long, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,
    /// Replace the file where there is one
    #[arg(long, requires = "output")]
    pub(super) force: bool,
}

impl Export {
    pub(super) fn format(&self) -> Format {
        match self.format {
            FormatName::Markdown => Format::Markdown,
            FormatName::Json => Format::Json,
            FormatName::Csv => Format::Csv,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatName {
    /// For readers and writers, with footnotes
    Markdown,
    /// An array of objects
    Json,
    /// A table for spreadsheets
    Csv,
}

#[derive(Args, Debug)]
pub(super) struct Check {
    /// Datasets, `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
        let names = Cli::command();
        let names: Vec<&str> = names.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(names, Command::NAMES);
    }
}
