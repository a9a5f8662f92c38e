//! What the front page says, and the Story of which it is the beginning.

/// The front page, and the progress of the Story.
#[derive(Debug)]
pub struct FrontWords {
    /// Beside the key of the first door, and in fewer columns.
    pub read: [&'static str; 2],
    /// The same where there is room for nothing else.
    pub read_short: &'static str,
    /// Behind the keys of the views, there.
    pub views: &'static str,
    /// What this page is for.
    pub front: &'static str,
    /// What the Timeline is for.
    pub timeline: &'static str,
    /// What the Lanes are for.
    pub lanes: &'static str,
    /// What the Walls are for.
    pub walls: &'static str,
    /// What the Ledger is for.
    pub ledger: &'static str,
    /// What the Story is for.
    pub story: &'static str,
    /// What the curve counts, where there are no walls.
    pub milestones: &'static str,
    /// `20 open`.
    pub open: fn(usize) -> String,
    /// `12 limited`.
    pub limited: fn(usize) -> String,
    /// `1 on trial`.
    pub trial: fn(usize) -> String,
    /// The same in few columns.
    pub trial_short: fn(usize) -> String,
    /// `16 closed`.
    pub closed: fn(usize) -> String,
    /// How many of which nobody knows.
    pub unknown: fn(usize) -> String,
    /// How many that are not there yet.
    pub none: fn(usize) -> String,
    /// How many that are there no more.
    pub gone: fn(usize) -> String,
    /// `49 walls at the end of 2024: `, before the counts.
    pub walls_at: fn(usize, &str) -> String,
    /// The same where the counts do not come to all of them.
    pub some_walls_at: fn(&str) -> String,
    /// The same in few columns: `End of 2024: `.
    pub at: fn(&str) -> String,
    /// `30 closed at the end of 2020`.
    pub peak: fn(usize, &str) -> String,
    /// `closed: 30 in 2020`.
    pub peak_short: fn(usize, &str) -> String,
    /// What the curve counts, in two lines; the value is how many months a stretch has.
    pub legend: fn(i64) -> [String; 2],
    /// That a step of the curve is more than one wall.
    pub steps: fn(usize) -> String,
    /// Milestones, walls, sources, and what stands between; not those of which there are none.
    pub sizes: fn([usize; 3], &str) -> String,
    /// What any key does that is none of the page's own: leads to a view.
    pub other_key: fn(&str) -> String,
    /// Where a page stands among all: `12 of 96`.
    pub page: fn(usize, usize) -> String,
    /// `landmark 3 of 14`.
    pub landmark: fn(usize, usize) -> String,
    /// Of what stands before the first of so many.
    pub before_landmarks: fn(usize) -> String,
    /// `after landmark 3 of 14`.
    pub after_landmark: fn(usize, usize) -> String,
    /// There is no page before this one.
    pub first_page: &'static str,
    /// There is no page after this one.
    pub last_page: &'static str,
    /// There is no landmark after this one; the key that reads all.
    pub last_landmark: fn(&str) -> String,
    /// Why there is no front page.
    pub no_front: &'static str,
    /// Why there are no landmarks to read.
    pub no_landmarks: &'static str,
    /// That all milestones are read from here on; the key back.
    pub all_read: fn(&str) -> String,
    /// That the landmarks are read from here on; the key back.
    pub landmarks_read: fn(&str) -> String,
}
