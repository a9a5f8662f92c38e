//! What is said of a milestone: how sure it is, how it relates to others, where it comes from.

/// Claims. What comes from a dataset comes as text, and dates in words.
#[derive(Debug)]
pub struct ClaimWords {
    /// Well supported.
    pub high: &'static str,
    /// One good source.
    pub medium: &'static str,
    /// Thin support.
    pub low: &'static str,
    /// `high confidence`
    pub confidence: fn(&str) -> String,
    /// How sure it is, in words, where sources disagree: `medium confidence, disputed`.
    pub disputed: fn(&str) -> String,
    /// What the later of two does, in words that go on with the earlier one.
    pub to_earlier: RelationWords,
    /// What the earlier of two does, in words that go on with the later one.
    pub to_later: RelationWords,
    /// `responds to "…", 9 September 2021`: what it does, the other's title and date.
    pub related: fn(&str, &str, &str) -> String,
    /// `Taobao links in WeChat: limited (9 September 2021)`: a wall, how it stands, and a date where it has its own.
    pub effect: fn(&str, &str, Option<&str>) -> String,
    /// `Links on WeChat, Taobao`: channels and platforms.
    pub channels_on_platforms: fn(&[&str], &[&str]) -> String,
    /// `9 September 2021. MIIT → Alibaba: Ministry tells platforms to lift link blocks`: date, parties, title.
    pub line: fn(&str, Option<&str>, &str) -> String,
    /// `Note: Two days are named.`
    pub note: fn(&str) -> String,
    /// Another text of a milestone, under its name: `Landmark: the order to lift the blocks`.
    pub further: fn(&str, &str) -> String,
    /// `The Paper, "…", 17 September 2021`: publisher, title, date.
    pub citation: fn(&str, &str, &str) -> String,
    /// The same of what is no headline: without quotation marks.
    pub paraphrase: fn(&str, &str, &str) -> String,
    /// Of a source without a date.
    pub undated: &'static str,
    /// A source that was read as somebody else brought it.
    pub republished: &'static str,
    /// One that was read in another language than it was written in.
    pub translation: &'static str,
    /// One that an archive keeps.
    pub archive: &'static str,
    /// The language of a source, by its code.
    pub language: fn(&str) -> String,
    /// A citation, and remarks on it.
    pub remarked: fn(&str, &[String]) -> String,
    /// Above what has no first day.
    pub no_known_start: &'static str,
}

/// What one milestone does to another, in words that go on with it.
#[derive(Debug)]
pub struct RelationWords {
    /// It comes after it.
    pub follows: &'static str,
    /// It answers it.
    pub responds_to: &'static str,
    /// It takes it back.
    pub lifts: &'static str,
    /// It is one step of it.
    pub part_of: &'static str,
}
