//! `wallchart verify`: an export against what its own front matter makes of the dataset now.
//!
//! Whatever stands in an export may come from anywhere: its view is read as a command line and never run as one, and
//! none of its text is printed as it is.

mod lines;
mod report;

use std::path::Path;

use clap::Parser;

use super::args::{self, Cli, Command};
use super::console::Console;
use super::export::made;
use super::failure::{Failure, Status, say};
use super::read::{self, NamedText};
use crate::dataset::Dataset;
use crate::export::verify::{ExportText, Verdict, compare, naming_file_as};
use crate::fault::{self, Fault, code};
use report::Report;

pub(super) fn run(verify: &args::VerifyArgs, console: &mut Console<'_>) -> Result<Status, Failure> {
    if verify.export == Path::new("-") && verify.file.as_deref() == Some(Path::new("-")) {
        return Err(Failure::usage("standard input cannot be the export and the dataset at once")
            .help("name a file for one of them".to_owned()));
    }
    let mut source = read::export(&verify.export, console)?;
    if let Some(text) = source.text.strip_prefix('\u{FEFF}') {
        source.text = text.to_owned().into();
    }
    let export = ExportText::read(&source.text)
        .map_err(Incomparable::At)
        .and_then(|export| export.ok_or(Incomparable::NoFront));
    let export = export.or_else(|stop| stop.say(&source, console))?;
    let dataset = read::dataset(verify.file.as_deref(), console)?;
    let asked = asked(&export, &dataset).or_else(|fault| Incomparable::At(fault).say(&source, console))?;
    let again = made_again(&asked, &export, &dataset).or_else(|failure| match failure {
        // What the dataset refuses would be wrong usage on a command line of one's own: here it is a fault in a file.
        failure @ (Failure::Message { .. } | Failure::Options(_)) => {
            failure.report(console);
            say(
                console,
                "note",
                format!("that is what the `view` of `{}` asks of this dataset", source.name),
            )?;
            Err(Failure::Said(Status::Fault))
        }
        other => Err(other),
    })?;
    let again = naming_file_as(&source.text, again);
    let again = ExportText::read(&again)
        .map_err(Incomparable::At)
        .and_then(|again| again.ok_or(Incomparable::NoFront));
    let again = again.or_else(|stop| stop.say(&source, console))?;
    let verdict = compare(&export, &again);
    let report = Report::text(&source.name, &export, &again, &verdict);
    say_all(&report, if verdict == Verdict::Same { Status::Done } else { Status::Fault }, console)
}

/// Prints what there is to say of the verdict. The verdict stands whether or not the reader has had enough of it.
fn say_all(report: &str, status: Status, console: &mut Console<'_>) -> Result<Status, Failure> {
    // Now, as long as it is known what a closed pipe means: what is held back is printed after the command.
    let printed = console.out.write_all(report.as_bytes()).and_then(|()| console.out.flush());
    match printed.map_err(Failure::from) {
        Err(Failure::Closed) => Err(Failure::Said(status)),
        printed => printed.map(|()| status),
    }
}

/// The text of what was asked for. Where the dataset is another since, milestones that were asked for by id may be gone,
/// which is a difference as any; where it is the same, such an id was never right.
fn made_again(
    asked: &args::ExportArgs,
    export: &ExportText<'_>,
    dataset: &Dataset,
) -> Result<String, Failure> {
    let digest = export.digest().and_then(|digest| digest.strip_prefix("sha256:"));
    let filters = &asked.source.filters;
    let query =
        if digest == Some(dataset.digest()) { filters.query(dataset) } else { filters.past_query(dataset) }?;
    let (again, _) = made(asked, &query, dataset)?;
    Ok(String::from_utf8_lossy(&again).into_owned())
}

/// Why an export cannot be compared.
enum Incomparable {
    /// It says nothing of itself.
    NoFront,
    /// Something in it is wrong.
    At(Box<Fault>),
}

impl Incomparable {
    fn say<T>(self, source: &NamedText, console: &mut Console<'_>) -> Result<T, Failure> {
        match self {
            Self::NoFront => {
                let help = "only Markdown that `wallchart export` wrote begins with it (`--format markdown` or \
                            `--format table`): no other format can be verified";
                Err(Failure::fault(format!("`{}` has no front matter", source.name)).help(help.to_owned()))
            }
            Self::At(fault) => {
                let shown = fault::render(&source.name, &source.text, &[*fault], console.color);
                write!(console.err, "{shown}")?;
                Err(Failure::Said(Status::Fault))
            }
        }
    }
}

/// What the export's view asks for: an export of a dataset of this id, in Markdown, and nothing that would read or
/// write a file.
fn asked(export: &ExportText<'_>, dataset: &Dataset) -> Result<args::ExportArgs, Box<Fault>> {
    if let Some(id) = export.dataset().filter(|id| id.text != dataset.id()) {
        let message = format!("it was made from {}, and this is {}", code(&id.text), code(dataset.id()));
        return Err(Fault::error(id.span.clone(), &message, "another dataset")
            .help(format!("name the file of {} after the export", code(&id.text)))
            .into());
    }
    let Some(view) = export.view() else {
        let message = "its front matter has no `view`";
        return Err(Fault::error(0..3, message, "the command that made it is needed")
            .help("without it the export cannot be made again")
            .into());
    };
    let refused = |why: String| -> Box<Fault> {
        Fault::error(view.span.clone(), "its `view` is no command line that an export has", &why)
            .help("it is `wallchart export` with filters and options, without FILE and `-o`")
            .into()
    };
    let words = shlex::split(&view.text).ok_or_else(|| refused("a quote is not closed".to_owned()))?;
    let asked = read_words(&words).map_err(refused)?;
    match asked.options() {
        Ok(options) if !options.format.is_markdown() => {
            Err(refused(format!("`--format {}` has no front matter", options.format.as_str())))
        }
        Err(Failure::Message { message, .. }) => Err(refused(message)),
        _ => Ok(asked),
    }
}

fn read_words(words: &[String]) -> Result<args::ExportArgs, String> {
    if !matches!(words, [program, command, ..] if program == "wallchart" && command == "export") {
        return Err("it does not begin with `wallchart export`".to_owned());
    }
    let cli = Cli::try_parse_from(words).map_err(|error| {
        let said = error.render().to_string();
        let said = said.lines().next().unwrap_or_default();
        said.strip_prefix("error: ").filter(|_| error.use_stderr()).unwrap_or("it asks for help").to_owned()
    })?;
    match cli.command {
        Some(Command::Export(export)) if export.source.file.is_some() => Err("it names a FILE".to_owned()),
        Some(Command::Export(export)) if export.output.is_some() => Err("it writes to a file".to_owned()),
        Some(Command::Export(export)) => Ok(export),
        _ => Err("it does not begin with `wallchart export`".to_owned()),
    }
}
