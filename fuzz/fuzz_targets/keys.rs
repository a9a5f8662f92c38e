#![no_main]

#[path = "../entries.rs"]
#[allow(dead_code, reason = "the other targets use the rest")]
mod entries;

libfuzzer_sys::fuzz_target!(|text: &str| entries::keys(text));
