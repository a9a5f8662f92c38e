//! That everything the program is built from may be given away with it.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::process::Command;

/// What asks for no more than to be named. Of several to choose from, one will do.
const ALLOWED: [&str; 9] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "MIT",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Whether one of the licences to choose from is allowed, in each of the parts that hold at once.
fn is_allowed(expression: &str) -> bool {
    let one = |part: &str| {
        let part = part.trim_matches(['(', ')']).replace('/', " OR ");
        part.split(" OR ").any(|licence| ALLOWED.contains(&licence))
    };
    expression.split(" AND ").all(one)
}

fn printed(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let output = output.expect("a program of the toolchain");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn every_dependency_may_be_given_away() {
    let version = printed("rustc", &["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("a platform");
    // What is built here was fetched before: nothing more is asked for.
    let args = ["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host];
    let metadata: serde_json::Value = serde_json::from_str(&printed(env!("CARGO"), &args)).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 50, "{} packages", packages.len());
    let barred: Vec<_> = packages
        .iter()
        .map(|package| (&package["name"], package["license"].as_str().unwrap_or("none")))
        .filter(|(_, licence)| !is_allowed(licence))
        .collect();
    assert!(barred.is_empty(), "{barred:?}");
}

#[test]
fn a_licence_is_read_as_it_is_meant() {
    assert!(is_allowed("MIT/Apache-2.0") && is_allowed("LGPL-2.1-or-later OR MIT"));
    assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(!is_allowed("GPL-3.0") && !is_allowed("MIT AND GPL-3.0") && !is_allowed("none"));
}
