//! How often a property is tried: one rule for all of them, and for walks of random keys.

use proptest::test_runner::Config;

/// By day, within a test run that somebody waits for, and by night.
const CASES: [u32; 2] = [64, 2_000];

/// As often as is usual.
#[allow(dead_code, reason = "not every crate of tests has both")]
pub(crate) fn often() -> Config {
    seldom(CASES[0])
}

/// What is dear: `cases` by day, and by night (`WALLCHART_NIGHT=1`) as many times more as of any other.
#[allow(dead_code, reason = "not every crate of tests has both")]
pub(crate) fn seldom(cases: u32) -> Config {
    let is_night = std::env::var_os("WALLCHART_NIGHT").is_some_and(|night| night == "1");
    let cases = if is_night { cases * CASES[1] / CASES[0] } else { cases };
    // A failure says how to make it again; a file beside the tests would be one more thing to keep.
    Config { cases, failure_persistence: None, ..Config::default() }
}
