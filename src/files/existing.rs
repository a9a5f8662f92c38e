//! What may be replaced.

/// What to do about a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Leave it, and say that there is one.
    Keep,
    /// Replace it: the reader said yes.
    Replace,
}
