//! The table `[keys]`: actions by name, each with the list of its keys.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeValue};

use super::entry::{Entry, wrong_type};
use super::spelling;
use crate::app::App;
use crate::app::keymap::{Keymap, NotBound};
use crate::app::row::Row;
use crate::app::sequence::KeySequence;
use crate::app::table::{TABLE, keymap};
use crate::fault::{Fault, Gathered, code};
use crate::text;
use crate::words::en::WORDS;

/// One action's keys, each with the place where it stands.
struct Rebound {
    row: &'static Row<App>,
    keys: Vec<(KeySequence, Range<usize>)>,
    /// Whether the list is empty: then the action is to have none.
    is_empty: bool,
}

/// The keys that the table of `entries` leaves every action with.
///
/// An action that is named has the keys of its list and no others. Where all of them are wrong it keeps its own, as far
/// as no other action was given them: whoever mistypes a key shall not lose what it was for.
pub(super) fn read(entries: Vec<Entry<'_>>, faults: &mut Gathered) -> Keymap<App> {
    let rebound: Vec<Rebound> = entries.into_iter().filter_map(|entry| one(entry, faults)).collect();
    let mut keymap = keymap();
    for Rebound { row, .. } in &rebound {
        keymap.unbind(row.action);
    }
    for Rebound { row, keys, .. } in &rebound {
        for (sequence, at) in keys {
            if let Err(why) = keymap.bind(row, sequence.clone()) {
                faults.add(not_bound(row, sequence, at.clone(), &why, &rebound));
            }
        }
    }
    for Rebound { row, .. } in rebound.iter().filter(|rebound| !rebound.is_empty) {
        if keymap.sequences(row.action).is_empty() {
            // Those that are another's now are its no longer.
            for keys in row.sequences() {
                let _ = keymap.bind(row, keys);
            }
        }
    }
    keymap
}

/// The action of an entry and its keys that can be read.
fn one((name, value): Entry<'_>, faults: &mut Gathered) -> Option<Rebound> {
    let (at, name) = (name.span(), name.into_inner());
    let row = TABLE.iter().find(|row| row.name == name);
    if row.is_none() {
        faults.add(no_such_action(&name, at));
    }
    let span = value.span();
    match value.into_inner() {
        DeValue::Array(items) => {
            let row = row?;
            let is_empty = items.is_empty();
            Some(Rebound { row, keys: sequences(row, items, faults), is_empty })
        }
        other => {
            let row = row?;
            let fault = wrong_type(row.name, &other, span, "a list of keys");
            faults.add(match &other {
                DeValue::String(key) => fault.help(format!("write {}", code(&format!("[\"{key}\"]")))),
                _ => fault,
            });
            None
        }
    }
}

fn sequences(row: &Row<App>, items: DeArray<'_>, faults: &mut Gathered) -> Vec<(KeySequence, Range<usize>)> {
    let mut keys = Vec::new();
    for item in items {
        let span = item.span();
        keys.extend(sequence(row, item, faults).map(|sequence| (sequence, span)));
    }
    keys
}

fn sequence(row: &Row<App>, item: Spanned<DeValue<'_>>, faults: &mut Gathered) -> Option<KeySequence> {
    let span = item.span();
    let text = match item.into_inner() {
        DeValue::String(text) => text,
        other => {
            let fault = wrong_type(row.name, &other, span, "keys in quotes");
            faults.add(match other {
                DeValue::Integer(digit) => fault.help(format!("write {}", code(&format!("\"{digit}\"")))),
                _ => fault,
            });
            return None;
        }
    };
    let Ok(sequence) = text.parse::<KeySequence>() else {
        let expected = "expected keys such as `n`, `Ctrl-d`, `F3`, or `g d` for one after the other";
        let fault = Fault::error(span, &format!("{} is no key", code(&text)), expected);
        faults.add(fault.meant(spelling::nearest(&text).as_deref()));
        return None;
    };
    if let Some(sent) = spelling::as_sent(&sequence) {
        let message = format!("{} arrives as {}", code(&text), code(&sent));
        let fault = Fault::error(span, &message, "expected keys that a terminal tells from others");
        faults.add(fault.meant(Some(&sent)));
        return None;
    }
    Some(sequence)
}

fn no_such_action(name: &str, at: Range<usize>) -> Fault {
    let fault =
        Fault::error(at, &format!("there is no action {}", code(name)), "expected the name of an action");
    match text::nearest(name, TABLE.iter().map(|row| row.name)) {
        Some(nearest) => fault.meant(Some(nearest)),
        None => fault.help("`wallchart config` prints them all"),
    }
}

fn not_bound(
    row: &Row<App>,
    keys: &KeySequence,
    at: Range<usize>,
    why: &NotBound<App>,
    rebound: &[Rebound],
) -> Fault {
    let shown = code(&keys.to_string());
    let (other, mode) = match why {
        NotBound::Typed => {
            let message = format!("{shown} is text wherever `{}` works", row.name);
            return Fault::error(at, &message, "expected keys that type nothing");
        }
        NotBound::Taken(other, mode) => (*other, *mode),
    };
    let message = format!("{shown} means `{}` {}", other.name, mode.place(&WORDS));
    let fault = Fault::error(at, &message, "expected keys that are free there");
    let given = rebound.iter().filter(|rebound| rebound.row.action == other.action);
    match given.flat_map(|rebound| &rebound.keys).find(|(given, _)| given == keys) {
        Some((_, first)) => fault.also(first.clone(), "first given here"),
        None if keys.to_string() == "Ctrl-c" => fault.help("it always gets out"),
        None => fault.help(format!(
            "give `{}` other keys, or none: {}",
            other.name,
            code(&format!("{} = []", other.name))
        )),
    }
}
