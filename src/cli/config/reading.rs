//! TOML text → a configuration, and every fault in it. What cannot be read is left as it is without it.

use std::ops::Range;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use super::entry::{entries, wrong_type};
use super::keys;
use super::settings::{ConfigSetting, SETTINGS};
use super::value::Config;
use crate::app::table::TABLE;
use crate::dataset::load::sound_toml;
use crate::fault::{Fault, Gathered, code};
use crate::text;

/// The key of the table of keys.
const KEYS: &str = "keys";

/// What `text` says.
pub(super) fn parse(text: &str) -> (Config, Gathered) {
    let (sound, mut faults) = sound_toml(text);
    // What is wrong with its syntax is said already, but for what is right by itself and wrong together.
    let (tree, _) = DeTable::parse_recoverable(&sound);
    let mut config = Config::default();
    for (key, value) in entries(tree.into_inner()) {
        let span = value.span();
        let name = key.get_ref().as_str();
        let setting = SETTINGS.iter().find(|setting| setting.name == name);
        match (setting, value.into_inner()) {
            (Some(setting), value) => {
                if let Some(word) = one_of(setting, &value, span, &mut faults) {
                    (setting.set)(&mut config, &word);
                }
            }
            (None, DeValue::Table(table)) if name == KEYS => {
                config.keys = Arc::new(keys::read(entries(table), &mut faults));
            }
            (None, other) if name == KEYS => faults.add(wrong_type(name, &other, span, "`[keys]`")),
            (None, _) => faults.add(unknown(name, key.span())),
        }
    }
    (config, faults)
}

/// The word that `value` is, of those that `setting` takes.
fn one_of(
    setting: &ConfigSetting,
    value: &DeValue<'_>,
    span: Range<usize>,
    faults: &mut Gathered,
) -> Option<String> {
    let values = (setting.values)();
    let list: Vec<String> = values.iter().map(|(value, _)| code(&setting.written(value))).collect();
    let expected = format!("expected one of {}", list.join(", "));
    let word = match value {
        DeValue::String(word) if !setting.is_switch => word.to_string(),
        DeValue::Boolean(on) if setting.is_switch => on.to_string(),
        other => {
            let wanted = if setting.is_switch { "`true` or `false`" } else { "a word in quotes" };
            let fault = wrong_type(setting.name, other, span, wanted);
            faults.add(Fault { expected, ..fault });
            return None;
        }
    };
    if values.iter().any(|(value, _)| *value == word) {
        return Some(word);
    }
    let message = format!("`{}` cannot be {}", setting.name, code(&word));
    let nearest = text::nearest(&word, values.iter().map(|(value, _)| value.as_str()));
    faults.add(Fault::error(span, &message, &expected).meant(nearest));
    None
}

fn unknown(name: &str, span: Range<usize>) -> Fault {
    let fault = Fault::error(
        span,
        &format!("unknown key {} in this configuration", code(name)),
        "expected a setting, or `[keys]`",
    );
    if TABLE.iter().any(|row| row.name == name) {
        return fault.help("the keys of actions stand under `[keys]`");
    }
    let known: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).chain([KEYS]).collect();
    match text::nearest(name, known.iter().copied()) {
        Some(nearest) => fault.meant(Some(nearest)),
        None => fault.help(format!("known here: {}", known.join(", "))),
    }
}
