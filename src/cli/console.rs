//! Where the program reads and writes.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::os::fd::AsFd;

/// Standard input, output and error, or what a test puts in their place.
pub(super) struct Console<'a> {
    /// Standard output: results.
    pub(super) out: &'a mut dyn Write,
    /// Standard error: messages.
    pub(super) err: &'a mut dyn Write,
    /// Standard input.
    pub(super) input: &'a mut dyn Read,
    /// Columns of the terminal that standard output is; `None` where it is a pipe or a file.
    pub(super) width: Option<usize>,
    /// Whether the reader has nothing against colours (`NO_COLOR`).
    pub(super) colors: bool,
    /// Whether messages may be coloured: standard error is a terminal as well.
    pub(super) color: bool,
}

/// Runs `act` on the console of this process.
pub(super) fn with_real<T>(act: impl FnOnce(&mut Console<'_>) -> T) -> T {
    let colors = std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
    act(&mut Console {
        // Rust's own buffer ends with each line: a list of 10,000 lines would be 10,000 writes.
        out: &mut BufWriter::new(standard_output()),
        err: &mut io::stderr(),
        input: &mut io::stdin(),
        width: terminal_width(),
        colors,
        color: colors && io::stderr().is_terminal(),
    })
}

/// Standard output as any other file: Rust's own takes it for written where it is not open for writing.
fn standard_output() -> Box<dyn Write> {
    match io::stdout().as_fd().try_clone_to_owned() {
        Ok(file) => Box::new(File::from(file)),
        Err(_) => Box::new(io::stdout()),
    }
}

fn terminal_width() -> Option<usize> {
    const USUAL: u16 = 80;
    let out = io::stdout();
    out.is_terminal().then(|| {
        let columns = rustix::termios::tcgetwinsize(&out).map_or(0, |size| size.ws_col);
        // A serial line does not know its width and says 0.
        usize::from(if columns == 0 { USUAL } else { columns })
    })
}
