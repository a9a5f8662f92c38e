//! What of more rows than there is room for is drawn.

/// The first row to draw, at or near `top`, of `all` rows in a window of `height`, so that those from `first` to
/// `last` are in sight, and neither stands where the window says that there is more above or below.
pub(in crate::app) fn window(top: usize, (first, last): (usize, usize), all: usize, height: usize) -> usize {
    let most = all.saturating_sub(height);
    let above = usize::from(first > 0 && height > 2);
    let below = usize::from(last + 1 < all && height > 2);
    top.min(first - above).max((last + 1 + below).saturating_sub(height.max(1))).min(most)
}
