//! How often each text is wrapped, for the test that holds that it is done once a key: no clock would say it.

use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    /// Nothing while nobody counts.
    static COUNT: RefCell<Option<BTreeMap<String, usize>>> = const { RefCell::new(None) };
}

/// What is wrapped on this thread while `work` is done, and how often each.
pub(crate) fn counting_wraps(work: impl FnOnce()) -> BTreeMap<String, usize> {
    COUNT.with_borrow_mut(|count| *count = Some(BTreeMap::new()));
    work();
    COUNT.take().unwrap_or_default()
}

pub(super) fn note(prose: &str) {
    COUNT.with_borrow_mut(|count| {
        if let Some(count) = count {
            *count.entry(prose.to_owned()).or_default() += 1;
        }
    });
}
