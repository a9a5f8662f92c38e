//! Whether signals told the program to end: known before the loop hears of it, for whoever it waits on.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How many signals told the program to end.
static TOLD: AtomicUsize = AtomicUsize::new(0);

/// How many signals told the program to end: after the first it hurries, after the second it is gone.
pub(super) fn told() -> usize {
    TOLD.load(Ordering::SeqCst)
}

/// Whether any did.
pub(super) fn is_told() -> bool {
    told() > 0
}

/// Notes that one did, at least.
pub(super) fn tell() {
    TOLD.fetch_max(1, Ordering::SeqCst);
}

/// Notes that one more did.
pub(super) fn tell_again() {
    TOLD.fetch_add(1, Ordering::SeqCst);
}
