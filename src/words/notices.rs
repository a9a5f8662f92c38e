//! What is said at the foot of the screen once something was done, or could not be.

/// Notices. Keys come as they are bound.
#[derive(Debug)]
pub struct NoticeWords {
    /// Keys mean nothing here; another one lists all.
    pub does_nothing: fn(&str, &str) -> String,
    /// A key is of an action that is off here: why, and what it does.
    pub works_elsewhere: fn(&str, &str, &str) -> String,
    /// No action is found by what is typed.
    pub no_such_action: &'static str,
    /// What does not match is shown from now on.
    pub left_out_shown: fn(&str) -> String,
    /// It is hidden.
    pub left_out_hidden: fn(&str) -> String,
    /// A second company was chosen.
    pub either_of_two: &'static str,
    /// A group of facets is narrowed to nothing.
    pub nothing_in_group: fn(&str) -> String,
    /// There is none later.
    pub last_milestone: &'static str,
    /// There is none earlier.
    pub first_milestone: &'static str,
    /// There is none later.
    pub last_year: &'static str,
    /// There is none earlier.
    pub first_year: &'static str,
    /// No other milestone is between the same parties.
    pub nothing_else_between: &'static str,
    /// Which of how many is between parties: either side of it in words.
    pub between: fn(usize, usize, &[String]) -> String,
    /// One side of it: any of these.
    pub any_of: fn(&[String]) -> String,
    /// What is gone to is where the reader is.
    pub only_hit: &'static str,
    /// Gone around the end.
    pub around_to_first: &'static str,
    /// Gone around the beginning.
    pub around_to_last: &'static str,
    /// No milestone has a word in it.
    pub no_text_has: fn(&str) -> String,
    /// No milestone is what is searched for.
    pub nothing_is: fn(&str) -> String,
    /// What is typed is no date, and what might be meant.
    pub no_date: fn(&str, Option<&str>) -> String,
    /// Nothing is told of a date.
    pub nearest_to: fn(&str) -> String,
    /// Ledger: what was gone to is not between the two; a key shows it in the Timeline.
    pub nearest_between: fn(&str, &str, &str) -> String,
    /// Two companies.
    pub two: fn(&str, &str) -> String,
    /// Ledger: the pair is the only one.
    pub no_other_pair: &'static str,
    /// Ledger: there is none.
    pub no_pair: &'static str,
    /// Ledger: which of how many pairs is gone to, and how much is between them.
    pub pair: fn(usize, usize, &str, usize) -> String,
    /// There is one language only.
    pub no_chinese: &'static str,
    /// The language was changed; the key changes it again.
    pub in_english: fn(&str) -> String,
    /// To Chinese.
    pub in_chinese: fn(&str) -> String,
    /// To both.
    pub in_both: fn(&str) -> String,
    /// The browser is asked for an address.
    pub opening: fn(&str) -> String,
    /// The glyphs were changed.
    pub drawn_with: fn(&str) -> String,
    /// The marked source cannot be looked up.
    pub no_address: &'static str,
    /// The mouse was turned on.
    pub mouse_on: fn(&str) -> String,
    /// It was turned off.
    pub mouse_off: &'static str,
    /// So many are selected; by keys they are exported, and dropped.
    pub selected: fn(usize, &str, &str) -> String,
    /// So many were dropped.
    pub no_longer_selected: fn(usize) -> String,
    /// There is nothing to bring back.
    pub no_earlier_line: &'static str,
    /// There is nothing to put in.
    pub nothing_begins_so: &'static str,
    /// A prompt is full.
    pub pasted_too_much: &'static str,
    /// Nothing is typed here.
    pub pasted_nowhere: &'static str,
}
