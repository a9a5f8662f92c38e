//! Panics on demand, for tests.

/// Panics where the environment variable `WALLCHART_PANIC` says so (`key`, `draw`, `work`): how the tests see that the
/// terminal is restored then. Only debug builds look.
#[cfg(debug_assertions)]
pub(super) fn panic_switch(place: &str) {
    let wanted = std::env::var_os("WALLCHART_PANIC");
    assert!(wanted.is_none_or(|wanted| wanted != place), "asked to panic: {place}");
}

#[cfg(not(debug_assertions))]
pub(super) fn panic_switch(_place: &str) {}
