//! What is said on the page of one wall.

/// The page of a wall. Names come from a dataset; dates, durations and states in words.
#[derive(Debug)]
pub struct WallPageWords {
    /// What keeps out everyone keeps them out.
    pub everyone: &'static str,
    /// `WeChat and QQ`: one name or two.
    pub names: fn(&[&str]) -> String,
    /// `Tencent +3`: the first of more, and how many more.
    pub and_others: fn(&str, usize) -> String,
    /// `WeChat's wall against Taobao, for links`: who keeps it, who is kept out, what does not pass.
    pub whose: fn(&str, &str, &str) -> String,
    /// All who keep it, and all who are kept out, where the line above has no room for them.
    pub sides: fn(&[&str], &[&str]) -> String,
    /// Which of how many.
    pub place: fn(usize, usize) -> String,
    /// What moved it.
    pub history: &'static str,
    /// Nothing is told of it.
    pub no_history: &'static str,
    /// `after 7.8 years closed`: how long it had stood so.
    pub after: fn(&str, &str) -> String,
    /// `by Tencent`
    pub by: fn(&str) -> String,
    /// Its sources do not agree.
    pub disputed: &'static str,
    /// `answers "…"`
    pub answers: fn(&str) -> String,
    /// The date is the effect's own, and this the milestone's.
    pub own_date: fn(&str) -> String,
    /// `by Tencent; high confidence; 5 sources`
    pub remarks: fn(&[String]) -> String,
    /// Before other walls of the same two.
    pub others_between: fn(&str, &str) -> String,
    /// Before other walls of who keeps it, or against who is kept out.
    pub others_of: fn(&str, &str) -> String,
    /// `Taobao links in WeChat: open since 29 November 2021.`: a wall, and what became of it.
    pub sentence: fn(&str, &str) -> String,
    /// There is no next wall.
    pub last: &'static str,
    /// There is no wall before.
    pub first: &'static str,
    /// Nothing on it can be followed.
    pub no_link: &'static str,
    /// Nothing moved it later.
    pub last_step: &'static str,
    /// Nothing moved it earlier.
    pub first_step: &'static str,
    /// On the wall itself: `closed 8.6 years`.
    pub lasted: fn(&str, &str) -> String,
}
