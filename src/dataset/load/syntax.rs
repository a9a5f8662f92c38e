//! Faults of text that is no TOML.
use crate::fault::Fault;
pub(super) fn faults(_text: &str, broken: &[toml::de::Error]) -> Vec<Fault> {
    broken.iter().map(|e| Fault::error(e.span().unwrap_or(0..0), e.message(), "")).collect()
}
