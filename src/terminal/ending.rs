//! Whether signals asked the program to end: known before the loop hears of it, to whoever the loop waits for.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How many signals asked for it.
static REQUESTS: AtomicUsize = AtomicUsize::new(0);

/// How many signals asked the program to end: after the first it hurries, after the second it is gone.
pub(super) fn requests() -> usize {
    REQUESTS.load(Ordering::SeqCst)
}

/// Whether any did.
pub(super) fn is_requested() -> bool {
    requests() > 0
}

/// Notes that one did, at least.
pub(super) fn request() {
    REQUESTS.fetch_max(1, Ordering::SeqCst);
}

/// Notes that one more did.
pub(super) fn request_again() {
    REQUESTS.fetch_add(1, Ordering::SeqCst);
}
