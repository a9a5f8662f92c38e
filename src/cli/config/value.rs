//! What a configuration says.

use std::sync::Arc;

use crate::app::App;
use crate::app::keymap::Keymap;
use crate::app::table::keymap;
use crate::cli::values::{GlyphSet, LangName, ViewName};

/// What a reader chose. The command line and the environment say otherwise where they say anything.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::cli) struct Config {
    /// What the screen is drawn with; `None` where the terminal is asked.
    pub(in crate::cli) glyphs: Option<GlyphSet>,
    pub(in crate::cli) lang: LangName,
    pub(in crate::cli) view: ViewName,
    pub(in crate::cli) mouse: bool,
    pub(in crate::cli) keys: Arc<Keymap<App>>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            glyphs: None,
            lang: LangName::default(),
            view: ViewName::default(),
            mouse: false,
            keys: Arc::new(keymap()),
        }
    }
}
