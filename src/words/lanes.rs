//! What is said in the Lanes.

/// The order of the lanes, their headings, and what became of a wall on one line.
#[derive(Debug)]
pub struct LaneWords {
    /// In which order they stand: by what does not pass.
    pub sorted_by_channel: &'static str,
    /// By how they stand in the end.
    pub sorted_by_outcome: &'static str,
    /// By how long they were shut.
    pub sorted_by_length: &'static str,
    /// Over the outcomes, `by the end of 2024`.
    pub by: fn(&str) -> String,
    /// What dots mean.
    pub not_known: &'static str,
    /// Headings of those that stand alike in the end.
    pub ends: EndHeadings,
    /// Headings of those that were shut about as long.
    pub lengths: LengthHeadings,
    /// It cannot be zoomed in further.
    pub closest: &'static str,
    /// Nor out.
    pub whole_span: &'static str,
    /// Nothing lies to the right.
    pub nothing_later: &'static str,
    /// Nor to the left.
    pub nothing_earlier: &'static str,
    /// Nothing comes later on the current lane.
    pub last_on_lane: &'static str,
    /// Nothing came earlier on it.
    pub first_on_lane: &'static str,
    /// What became of a wall: `closed 2013, open 29 November 2021`.
    pub steps: fn(&[String]) -> String,
    /// The same and what that comes to: `closed 2013, open 29 November 2021: shut about 8.0 years`.
    pub in_all: fn(&str, &str) -> String,
}

/// How walls stand in the end.
#[derive(Debug)]
pub struct EndHeadings {
    /// Open, and closed at some point of the time before.
    pub opened: &'static str,
    /// Open, and limited before, never closed.
    pub eased: &'static str,
    /// Open, and shut nobody knows when.
    pub open: &'static str,
    /// Open, and nobody has told that it was anything else.
    pub never_closed: &'static str,
    /// On trial.
    pub trial: &'static str,
    /// Limited.
    pub limited: &'static str,
    /// Closed, and nobody has told that it opened.
    pub closed: &'static str,
    /// Nothing is there to pass any more.
    pub gone: &'static str,
    /// How it stood is known, and how it stands is not.
    pub unknown: &'static str,
    /// Nobody has told anything.
    pub nothing_known: &'static str,
    /// There is nothing to pass yet.
    pub not_yet: &'static str,
    /// Soft dates leave open which of several.
    pub uncertain: &'static str,
}

/// For how long walls were shut before they opened, or let more through.
#[derive(Debug)]
pub struct LengthHeadings {
    /// Ten years and more.
    pub ten_years: &'static str,
    /// From five to ten.
    pub five_years: &'static str,
    /// From one to five.
    pub one_year: &'static str,
    /// Less than that.
    pub less: &'static str,
    /// Nobody has told that they opened.
    pub no_opening: &'static str,
    /// Nobody knows.
    pub not_known: &'static str,
}
