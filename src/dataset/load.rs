//! TOML text → [`Dataset`], or every fault in it.

use super::Dataset;
use crate::fault::Fault;

/// What loading came to.
#[derive(Debug)]
pub struct Loaded {
    /// The dataset; `None` where any fault is an error: a faulty dataset never half-loads.
    pub dataset: Option<Dataset>,
    /// Every fault, in file order.
    pub faults: Vec<Fault>,
}

/// Loads the TOML `text`.
pub fn load(text: &str) -> Loaded {
    // A stand-in: the title, and nothing else.
    let title = text.lines().find_map(|line| line.strip_prefix("title = ")).unwrap_or_default();
    let dataset = Dataset {
        id: String::new(),
        title: title.trim_matches('"').to_owned(),
        title_zh: None,
        about: None,
        version: None,
        license: None,
        span: None,
        digest: String::new(),
        companies: Vec::new(),
        platforms: Vec::new(),
        kinds: Vec::new(),
        channels: Vec::new(),
        sources: Vec::new(),
        barriers: Vec::new(),
        milestones: Vec::new(),
    };
    Loaded { dataset: Some(dataset), faults: Vec::new() }
}
