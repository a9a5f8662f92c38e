//! What the help says: every term that a legend or a sentence uses, in one line.

/// The help, but for its keys, which are the table's.
#[derive(Debug)]
pub struct GlossaryWords {
    /// Above what is drawn in the view that it is opened from.
    pub on_screen: &'static str,
    /// Above what is said in every view.
    pub words: &'static str,
    /// Above the keys that matter most where it is opened from.
    pub keys_here: &'static str,
    /// What is drawn, then what is said.
    pub terms: &'static [HelpTerm],
}

/// A term, and what it means.
#[derive(Debug)]
pub struct HelpTerm {
    /// How it is drawn.
    pub sign: HelpSign,
    /// The term itself, as legends have it.
    pub name: &'static str,
    /// One line.
    pub means: &'static str,
    /// By what else it is found.
    pub also: &'static str,
    /// The views in which it is drawn; none where it is a word.
    pub drawn_in: &'static [HelpPlace],
}

/// A view, as far as words know of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "they are called as the views are")]
pub enum HelpPlace {
    Front,
    Timeline,
    Lanes,
    Walls,
    Ledger,
    Story,
}

/// What stands beside a term, drawn as the view draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpSign {
    /// Nothing: it is a word.
    None,
    /// A wall that is shut.
    Closed,
    /// One that is open in part.
    Limited,
    /// One that is tried out.
    Trial,
    /// One that is open.
    Open,
    /// One that is broken.
    Broken,
    /// One of which nobody knows.
    Unknown,
    /// Kinds of milestone that shut something.
    Closing,
    /// Kinds that open it.
    Opening,
    /// Kinds that try it out.
    Trying,
    /// Kinds that rule.
    Ruling,
    /// Kinds that move nothing.
    Neutral,
    /// The two sides of a ledger.
    Sides,
    /// Before and after what is shown.
    Beyond,
}

impl HelpTerm {
    /// Whether each of `words`, in small letters, stands somewhere in it.
    pub fn holds(&self, words: &[&str]) -> bool {
        let all = format!("{} {} {}", self.name, self.means, self.also).to_lowercase();
        words.iter().all(|word| all.contains(word))
    }
}
