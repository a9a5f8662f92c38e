//! What is typed first: the program, then what it is to do.

/// What the program is called on the command line.
pub(super) const PROGRAM: &str = "wallchart";

/// The names of all subcommands.
pub(super) const COMMANDS: [&str; 10] =
    ["list", "show", "facets", "walls", "export", "verify", "check", "config", "completions", "man"];
