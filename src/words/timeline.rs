//! What is said beside milestones in a list, and in the text of one.

/// The Timeline and the milestone that is read.
#[derive(Debug)]
pub struct TimelineWords {
    /// What the mark of a landmark means.
    pub landmark: &'static str,
    /// What the mark of a dispute means.
    pub disputed: &'static str,
    /// The same in one word, beside how sure it is.
    pub is_disputed: &'static str,
    /// `2 others`: whom it touched, where they cannot be named.
    pub others: fn(usize) -> String,
    /// `5 parties`: who took part, where not even one side can be named.
    pub parties: fn(usize) -> String,
    /// A name and what it stands for: `MIIT (Ministry of Industry and Information Technology)`.
    pub spelled: fn(&str, &str) -> String,
    /// Before a related milestone: `follows 23 Jul: Ministry starts a drive`: what it does, the date, the title.
    pub related: fn(&str, &str, &str) -> String,
    /// What becomes of a wall, which is named unless it stands above, and when, where that is a day of its own:
    /// `Yidao in WeChat, about 16 July 2016: open`.
    pub effect: fn(Option<&str>, Option<&str>, &str) -> String,
    /// What became of a wall that others moved later: `in the end open since 27 September 2024`.
    pub outcome: fn(&str) -> String,
    /// The heading of a remark, and of one on what sources disagree on.
    pub note: &'static str,
    /// See above.
    pub dispute: &'static str,
    /// The heading of what becomes of walls.
    pub effects: &'static str,
    /// The heading of what supports it.
    pub sources: &'static str,
    /// What a milestone is called in the file.
    pub id: fn(&str) -> String,
}
