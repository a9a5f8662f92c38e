//! `wallchart man`: the manual page, made of what the command line and the table of actions say.

use clap::CommandFactory;
use clap_mangen::Man;
use roff::{Inline, Roff, bold, roman};

use super::args::{Cli, EXAMPLES};
use super::console::Console;
use super::failure::{Failure, Status};
use super::names::PROGRAM;
use crate::app::App;
use crate::app::row::Row;
use crate::app::table::TABLE;
use crate::query::Field;
use crate::words::en::WORDS;

/// Where a reader's configuration stands.
const FILE: &str = "~/.config/wallchart/config.toml";

/// What the program asks its environment.
const VARIABLES: [(&str, &str); 6] = [
    ("WALLCHART_CONFIG", "The configuration, instead of the one in FILES; empty: none is read."),
    (
        "WALLCHART_GLYPHS",
        "What the screen is drawn with, as --glyphs says it; it wins over the configuration.",
    ),
    ("XDG_CONFIG_HOME", "The folder that configurations stand in, instead of ~/.config."),
    ("NO_COLOR", "Set to anything, there are no colours."),
    (
        "LC_ALL, LC_CTYPE, LANG",
        "The first that is set says whether the terminal takes UTF-8, until the terminal says so.",
    ),
    ("TERM", "Where it is dumb, the milestones are printed, and no explorer opens."),
];

pub(super) fn run(console: &mut Console<'_>) -> Result<Status, Failure> {
    console.out.write_all(&page()?)?;
    Ok(Status::Done)
}

fn page() -> std::io::Result<Vec<u8>> {
    // What `--help` says of the query language in columns has a section of its own.
    let mut command = Cli::command().mut_arg("query", |query| query.long_help(None::<&str>));
    command.build();
    let man = Man::new(command.clone()).manual("wallchart manual");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    // `help` repeats what stands here.
    for command in command.get_subcommands().filter(|command| command.get_name() != "help") {
        page.extend(subcommand(command)?);
    }
    language().to_writer(&mut page)?;
    keys().to_writer(&mut page)?;
    named(
        "FILES",
        &[(FILE, "The configuration: keys and settings. `wallchart config` prints all of it, commented.")],
    )
    .to_writer(&mut page)?;
    named("ENVIRONMENT", &VARIABLES).to_writer(&mut page)?;
    examples().to_writer(&mut page)?;
    Ok(page)
}

/// A section a subcommand, where each by itself would be a page.
fn subcommand(command: &clap::Command) -> std::io::Result<Vec<u8>> {
    let mut roff = Roff::new();
    roff.control("SH", [format!("{PROGRAM} {}", command.get_name()).to_uppercase().as_str()]);
    roff.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
    let man = Man::new(command.clone());
    let mut rest = Vec::new();
    man.render_synopsis_section(&mut rest)?;
    man.render_options_section(&mut rest)?;
    let rest = String::from_utf8_lossy(&rest);
    // Its own sections are parts of this one.
    let parts = rest
        .lines()
        .map(|line| line.strip_prefix(".SH ").map_or(line.to_owned(), |name| format!(".SS {name}")));
    Ok([roff.to_roff(), parts.collect::<Vec<_>>().join("\n"), "\n".to_owned()].concat().into_bytes())
}

/// The query language, from the table that the prompt offers its keys from.
fn language() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["QUERIES"]);
    roff.text([roman("A space means and, a comma or, a leading - not. Values are ids, names or aliases.")]);
    let words = ("\"two words\"".to_owned(), Field::Text);
    let keyed = Field::KEYED.map(|field| (format!("{}:", field.key()), field));
    for (key, field) in std::iter::once(words).chain(keyed) {
        roff.control("TP", []);
        roff.text([bold(key)]);
        roff.text([roman(field.help())]);
    }
    roff
}

/// Every action, under the headings of the help.
fn keys() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS"]);
    roff.text([roman("In the explorer. F1 lists them, finds them by typing and runs them.")]);
    for rows in TABLE.chunk_by(|one, other| one.group == other.group) {
        let heading = rows.first().map_or("", |row| row.group.title(&WORDS));
        roff.control("SS", [heading]);
        for row in rows {
            roff.control("TP", []);
            roff.text(shown_keys(row));
            roff.text([roman(row.help(&WORDS))]);
        }
    }
    roff
}

/// Its keys; its name, by which the list of actions finds it, where it has none.
fn shown_keys(row: &Row<App>) -> Vec<Inline> {
    if row.keys.is_empty() {
        return vec![roman(":"), bold(row.name)];
    }
    let keys = row.keys.iter().enumerate();
    keys.flat_map(|(nth, key)| [roman(if nth > 0 { ", " } else { "" }), bold(*key)]).collect()
}

/// A section of names, each with what it is for.
fn named(heading: &str, all: &[(&str, &str)]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    for (name, about) in all {
        roff.control("TP", []);
        roff.text([bold(*name)]);
        roff.text([roman(*about)]);
    }
    roff
}

fn examples() -> Roff {
    let mut roff = Roff::new();
    let (examples, status) = EXAMPLES.split_once("\n\n").unwrap_or((EXAMPLES, ""));
    roff.control("SH", ["EXAMPLES"]);
    roff.control("nf", []);
    for line in examples.lines().skip(1) {
        roff.text([roman(line.trim_start())]);
    }
    roff.control("fi", []);
    roff.control("SH", ["EXIT STATUS"]);
    roff.text([roman(status.trim_start_matches("Exit status: "))]);
    roff
}
