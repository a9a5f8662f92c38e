//! What somebody who wrote no key probably meant: other programs write keys otherwise.

use crate::app::Key;
use crate::app::sequence::KeySequence;
use crate::terminal;
use crate::text;

/// Other words for keys, in small letters.
const OTHERS: [(&str, &str); 11] = [
    ("return", "Enter"),
    ("ret", "Enter"),
    ("cr", "Enter"),
    ("escape", "Esc"),
    ("bs", "Backspace"),
    ("del", "Delete"),
    ("pageup", "PgUp"),
    ("pagedown", "PgDn"),
    ("page_up", "PgUp"),
    ("page_down", "PgDn"),
    ("spc", "Space"),
];

/// The right spelling that is nearest to `text`, if any is near.
pub(super) fn nearest(text: &str) -> Option<String> {
    let keys: Option<Vec<String>> = text.split_whitespace().map(key).collect();
    keys.filter(|keys| !keys.is_empty()).map(|keys| keys.join(" ")).or_else(|| run_together(text))
}

/// `gd` → `g d`.
fn run_together(text: &str) -> Option<String> {
    let is_short = (2..=3).contains(&text.chars().count()) && text.chars().all(char::is_alphabetic);
    is_short.then(|| text.chars().map(String::from).collect::<Vec<_>>().join(" "))
}

/// One key: `<C-d>`, `ctrl+D`, `pagedown` and the like.
fn key(written: &str) -> Option<String> {
    if written.parse::<Key>().is_ok() {
        return Some(written.to_owned());
    }
    let bare = written.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(written);
    let mut parts: Vec<&str> = bare.split(['-', '+']).collect();
    let name = parts.pop()?;
    let mut held = [false; 3];
    for part in parts {
        held[modifier(part)?] = true;
    }
    let mut name = named(name)?;
    if held[2] && name.chars().count() == 1 {
        (name, held[2]) = (name.to_uppercase(), false);
    }
    let prefixes = ["Ctrl-", "Alt-", "Shift-"].into_iter().zip(held).filter(|(_, held)| *held);
    let spelt = prefixes.map(|(prefix, _)| prefix).collect::<String>() + &name;
    spelt.parse::<Key>().is_ok().then_some(spelt)
}

/// Which of Control, Alt and Shift it is.
fn modifier(written: &str) -> Option<usize> {
    match written.to_lowercase().as_str() {
        "c" | "^" => Some(0),
        "a" | "m" | "meta" | "option" => Some(1),
        "s" => Some(2),
        other => {
            let all = ["ctrl", "control", "alt", "shift"];
            let nearest = text::nearest(other, all)?;
            all.iter().position(|name| *name == nearest).map(|at| at.saturating_sub(1))
        }
    }
}

fn named(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    if written.chars().count() == 1 {
        return Some(written.to_owned());
    }
    if let Some((_, name)) = OTHERS.iter().find(|(other, _)| *other == lower) {
        return Some((*name).to_owned());
    }
    let function = lower.strip_prefix('f').and_then(|number| number.parse::<u8>().ok());
    if let Some(number) = function {
        return Some(format!("F{number}"));
    }
    let names: Vec<String> = Key::names().map(str::to_lowercase).collect();
    let nearest = text::nearest(&lower, names.iter().map(String::as_str))?;
    Key::names().find(|name| name.to_lowercase() == nearest).map(str::to_owned)
}

/// What arrives where `keys` are pressed, where that is something else.
pub(super) fn as_sent(keys: &KeySequence) -> Option<String> {
    let sent: Vec<Key> = keys.iter().map(|key| terminal::as_sent(*key)).collect();
    let shown = || sent.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    (*sent != **keys).then(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_others_write_keys_is_understood() {
        for (written, meant) in [
            ("ctrl-n", Some("Ctrl-n")),
            ("Crtl-n", Some("Ctrl-n")),
            ("Ctrl+n", Some("Ctrl-n")),
            ("<C-d>", Some("Ctrl-d")),
            ("<C-S-down>", Some("Ctrl-Shift-Down")),
            ("M-x", Some("Alt-x")),
            ("shift+j", Some("J")),
            ("f3", Some("F3")),
            ("F30", None),
            ("escape", Some("Esc")),
            ("Entre", Some("Enter")),
            ("page_down", Some("PgDn")),
            ("gd", Some("g d")),
            ("g  d", Some("g d")),
            ("Hyper-x", None),
            ("", None),
            ("whatever", None),
        ] {
            assert_eq!(nearest(written).as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn what_no_terminal_tells_apart_is_known_by_what_arrives() {
        for (keys, sent) in [
            ("Ctrl-i", Some("Tab")),
            ("Ctrl-m", Some("Enter")),
            ("g Ctrl-D", Some("g Ctrl-d")),
            ("Shift-j", Some("J")),
            ("Ctrl-d", None),
            ("Ctrl-Space", None),
            ("Shift-Down", None),
            ("Alt-x", None),
        ] {
            assert_eq!(as_sent(&keys.parse().expect("keys")).as_deref(), sent, "{keys}");
        }
    }
}
