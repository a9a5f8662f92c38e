//! Where a reader is on the front page.

use crate::app::core::mode::View;

/// Which door is chosen, and what lies behind any key that is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FrontState {
    /// The place of the chosen door among the [doors](super::doors).
    pub(super) door: usize,
    /// Where the reader came from: the Timeline, where the page is shown by itself.
    pub(super) from: View,
}
