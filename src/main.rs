//! Arguments → command → exit status.

use std::process::ExitCode;

fn main() -> ExitCode {
    wallchart::cli::main(std::env::args_os())
}
