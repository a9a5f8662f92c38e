//! What the list of walls on a day says.

/// The Walls: how each wall stood on a day, by who keeps it.
#[derive(Debug)]
pub struct WallListWords {
    /// Everyone outside, kept out.
    pub anyone: &'static str,
    /// What does not pass, of everyone: `anyone's links`.
    pub of_anyone: fn(&str) -> String,
    /// What does not pass, of a party: `Taobao links`.
    pub of_party: fn(&str, &str) -> String,
    /// The same of several: `links of Taobao and 1`.
    pub of_parties: fn(&str, &str) -> String,
    /// The first of several and how many more: `Ele.me and 4`.
    pub and_more: fn(&str, usize) -> String,
    /// Above who keeps walls, what they are against, and how they stand.
    pub heads: [&'static str; 3],
    /// How a wall moved on the day that is shown: `trial → limited that day`.
    pub that_day: fn(&str) -> String,
    /// What may not have happened by then, since its date has no end.
    pub perhaps: fn(&str) -> String,
    /// A wall that was not there on the earlier day.
    pub new: &'static str,
    /// `Changed that day: WeChat Pay on Taobao`
    pub changed: fn(&str) -> String,
    /// Behind how a wall moved: `, after 11.1 years`.
    pub after: fn(&str) -> String,
    /// `next change 27 September 2024`
    pub next_change: fn(&str) -> String,
    /// `last change 4 September 2024`
    pub last_change: fn(&str) -> String,
    /// What a key does while the days are played.
    pub any_key_stops: &'static str,
    /// One day is marked to be compared with another.
    pub go_to_another_day: &'static str,
    /// Walls that let more through on the later of two days.
    pub opened_further: fn(usize) -> String,
    /// Walls that let less through.
    pub closed_further: fn(usize) -> String,
    /// Walls that stood as before.
    pub as_before: fn(usize) -> String,
    /// Walls of which nothing was known on the earlier day, or that were not there.
    pub not_before: fn(usize) -> String,
    /// Walls of which nothing was known on the later day, or that were no more.
    pub not_after: fn(usize) -> String,
    /// The day before all of them.
    pub before_all: &'static str,
    /// Behind how long it stood: `, 3.4 years by then`.
    pub by_then: fn(&str) -> String,
    /// What came next, and when: `; next limited, 17 September 2021`.
    pub next_state: fn(&str, &str) -> String,
    /// Another day is shown than the date that was typed.
    pub nearest_day: fn(&str) -> String,
    /// How two days are compared, and the two keys that end it.
    pub how_to_compare: fn(&str, &str) -> String,
    /// There is nothing to play.
    pub nothing_changes: &'static str,
    /// All was played: the key that begins again, and the one that goes back.
    pub played_to_the_end: fn(&str, &str) -> String,
    /// There is no column beside this one.
    pub one_column: &'static str,
}
