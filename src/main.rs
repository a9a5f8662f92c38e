//! Arguments → command → exit status.

use std::io::{Read, Write};
use std::process::ExitCode;
use std::{env, fs, io};

use wallchart::app::App;
use wallchart::dataset::{self, load};
use wallchart::query::Query;
use wallchart::terminal;

fn main() -> ExitCode {
    explore().unwrap_or_else(|error| {
        // A standard error that is gone is no reason to panic.
        let _ = writeln!(io::stderr(), "wallchart: {error}");
        ExitCode::FAILURE
    })
}

fn explore() -> io::Result<ExitCode> {
    let text = match env::args_os().nth(1) {
        None => dataset::EMBEDDED.to_owned(),
        Some(dash) if dash == "-" => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text)?;
            text
        }
        Some(path) => fs::read_to_string(path)?,
    };
    let dataset = load::load(&text).dataset.ok_or_else(|| io::Error::other("the dataset has faults"))?;
    let mut app = App::new(dataset, Query::default());
    Ok(terminal::run(&mut app)?.exit_code())
}
