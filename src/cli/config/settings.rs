//! THE table of what a configuration can say beside keys: what is read, what is printed and what faults name.

use clap::ValueEnum;

use super::value::Config;
use crate::cli::values::{GlyphSet, LangName, ViewName};

/// One setting: a word of a list, or a switch.
pub(super) struct ConfigSetting {
    /// Its key.
    pub(super) name: &'static str,
    /// One line.
    pub(super) help: &'static str,
    /// Every value with what it means.
    pub(super) values: fn() -> Vec<(String, String)>,
    /// The one that holds where nothing is said.
    pub(super) default: &'static str,
    /// Whether it is `true` or `false`, not a word in quotes.
    pub(super) is_switch: bool,
    /// Takes one of its values.
    pub(super) set: fn(&mut Config, &str),
}

/// What `glyphs` is where the terminal is asked.
const AUTO: &str = "auto";

/// Every setting, in the order in which they are printed.
pub(super) static SETTINGS: [ConfigSetting; 4] = [
    ConfigSetting {
        name: "glyphs",
        help: "what the screen is drawn with; --glyphs and WALLCHART_GLYPHS win over it",
        values: || {
            [vec![(AUTO.to_owned(), "What the terminal says".to_owned())], words::<GlyphSet>()].concat()
        },
        default: AUTO,
        is_switch: false,
        set: |config, word| config.glyphs = GlyphSet::from_str(word, false).ok(),
    },
    ConfigSetting {
        name: "lang",
        help: "which language is shown, where the dataset has both; --lang wins over it",
        values: words::<LangName>,
        default: "en",
        is_switch: false,
        set: |config, word| config.lang = LangName::from_str(word, false).unwrap_or_default(),
    },
    ConfigSetting {
        name: "view",
        help: "in which view the explorer opens; --view wins over it",
        values: words::<ViewName>,
        default: "front",
        is_switch: false,
        set: |config, word| config.view = ViewName::from_str(word, false).unwrap_or_default(),
    },
    ConfigSetting {
        name: "mouse",
        help: "whether the mouse is on",
        values: || {
            let values = [
                ("true", "A click selects, the wheel scrolls, a drag on the strip selects a span"),
                ("false", "The terminal selects text"),
            ];
            values.map(|(value, help)| (value.to_owned(), help.to_owned())).to_vec()
        },
        default: "false",
        is_switch: true,
        set: |config, word| config.mouse = word == "true",
    },
];

impl ConfigSetting {
    /// One of its values as it stands in the file.
    pub(super) fn written(&self, value: &str) -> String {
        if self.is_switch { value.to_owned() } else { format!("\"{value}\"") }
    }
}

/// The words of an option of the command line.
fn words<T: ValueEnum>() -> Vec<(String, String)> {
    let values = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let help = |help: Option<&clap::builder::StyledStr>| help.map(ToString::to_string).unwrap_or_default();
    values.map(|value| (value.get_name().to_owned(), help(value.get_help()))).collect()
}
