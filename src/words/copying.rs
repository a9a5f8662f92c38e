//! Where a copy went.

/// What became of a copy. What was copied comes last, for it may be cut; a program that failed before comes by its name.
#[derive(Debug)]
pub struct CopyWords {
    /// What a preview shows, counted.
    pub as_shown: fn(&str) -> String,
    /// A program took it.
    pub to_clipboard: fn(&str, &str) -> String,
    /// tmux took it.
    pub to_tmux: fn(&str) -> String,
    /// The terminal was sent it.
    pub to_terminal: fn(Option<&str>, &str) -> String,
    /// By way of tmux.
    pub through_tmux: fn(Option<&str>, &str) -> String,
    /// By way of screen.
    pub through_screen: fn(Option<&str>, &str) -> String,
    /// A terminal takes so many kB, and this is more; a key writes a file instead.
    pub too_long: fn(Option<&str>, [usize; 2], Option<&str>, &str) -> String,
}
