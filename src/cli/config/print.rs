//! The whole configuration with every default, as a file to begin with: from the tables, so that it is never out of date.

use std::fmt::Write as _;

use super::settings::{ConfigSetting, SETTINGS};
use crate::app::row::Row;
use crate::app::table::TABLE;
use crate::app::{App, Key};
use crate::words::en::WORDS;

const HEAD: &str = "\
# wallchart's configuration: every setting and every action's keys, with what holds where nothing is said.
# Save it as ~/.config/wallchart/config.toml (or where XDG_CONFIG_HOME or WALLCHART_CONFIG say), and take the # away
# before a line that you change. `wallchart config --check` shows what is wrong with it.
";

const KEYS: &str = "
[keys]
# Each list is all of an action's keys, the first one the one that is shown; an empty list leaves it without, but Ctrl-c
# quits in any case. `g d` is one key after the other; Ctrl-, Alt- and Shift- stand before a key: Ctrl-d. With names:
";

/// A configuration that changes nothing, commented.
pub(super) fn defaults() -> String {
    let mut text = HEAD.to_owned();
    for setting in &SETTINGS {
        text += &shown(setting);
    }
    let names: Vec<&str> = Key::names().collect();
    text += KEYS;
    // Writing to a string cannot fail.
    let _ = writeln!(text, "# {}, F1 to F24", names.join(", "));
    for rows in TABLE.chunk_by(|one, other| one.group == other.group) {
        let heading = rows.first().map_or("", |row| row.group.title(&WORDS));
        let _ = write!(text, "\n# {}\n", heading.to_uppercase());
        for row in rows {
            let _ = write!(text, "# {}\n#{} = [{}]\n", row.help(&WORDS), row.name, keys(row));
        }
    }
    text
}

fn shown(setting: &ConfigSetting) -> String {
    let mut text = format!("\n# {}:\n", capitalized(setting.help));
    for (value, help) in (setting.values)() {
        let _ = writeln!(text, "#   {value:<9}  {help}");
    }
    let _ = writeln!(text, "#{} = {}", setting.name, setting.written(setting.default));
    text
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

fn keys(row: &Row<App>) -> String {
    let quoted = row.keys.iter().map(|keys| match *keys {
        keys if keys.contains(['"', '\\']) => format!("'{keys}'"),
        keys => format!("\"{keys}\""),
    });
    quoted.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::reading::parse;
    use super::super::value::Config;
    use super::*;

    /// What is printed with the mark taken away before every line that says something: those before explanations have a
    /// blank behind them.
    fn live() -> String {
        let live = |line: &str| match line.strip_prefix('#') {
            Some(rest) if !rest.starts_with(' ') => format!("{rest}\n"),
            _ => format!("{line}\n"),
        };
        defaults().lines().map(live).collect()
    }

    #[test]
    fn what_is_printed_changes_nothing_with_its_marks_and_without() {
        for text in [defaults(), live()] {
            let (config, faults) = parse(&text);
            assert_eq!((faults.into_first(), config), (Vec::new(), Config::default()), "{text}");
        }
        assert!(defaults().lines().all(|line| line.chars().count() <= 120));
    }

    #[test]
    fn everything_that_can_be_said_is_printed() {
        let live = live();
        let said = |name: &str| live.lines().any(|line| line.starts_with(&format!("{name} = ")));
        assert!(SETTINGS.iter().all(|setting| said(setting.name)));
        assert!(TABLE.iter().all(|row| said(row.name)));
    }
}
