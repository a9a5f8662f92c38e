//! Several keys, one after the other.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use super::key::{Key, NoSuchKey};

/// Keys pressed one after the other; most often one. Written with blanks: `g d`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySequence(Vec<Key>);

impl Deref for KeySequence {
    type Target = [Key];

    /// The keys, in order; at least one.
    fn deref(&self) -> &[Key] {
        &self.0
    }
}

impl IntoIterator for KeySequence {
    type Item = Key;
    type IntoIter = std::vec::IntoIter<Key>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromStr for KeySequence {
    type Err = NoSuchKey;

    fn from_str(text: &str) -> Result<Self, NoSuchKey> {
        text.split(' ').map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

impl fmt::Display for KeySequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, key) in self.0.iter().enumerate() {
            write!(f, "{}{key}", if nth > 0 { " " } else { "" })?;
        }
        Ok(())
    }
}
