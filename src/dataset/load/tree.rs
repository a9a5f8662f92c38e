//! The tables before the first milestone, read by the [quick reader](super::scan) into the tree that the TOML parser
//! would make of them: half of the dataset that the program carries is such tables.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::map::Map;
use super::parser::LEVELS;
use super::scan::{ScannedStatement, Scanner};

/// A table behind a header, and whether the header stands in two brackets.
struct Headed<'i> {
    name: &'i str,
    /// The header.
    at: Range<usize>,
    is_item: bool,
    values: DeTable<'i>,
}

/// The tree of `text`; `None` where anything is beyond the quick reader, or wrong.
pub(super) fn tree(text: &str) -> Option<DeTable<'_>> {
    let mut scanner = Scanner::new(text);
    let mut root = DeTable::new();
    let mut tables: Vec<Headed<'_>> = Vec::new();
    loop {
        scanner.gap()?;
        let from = scanner.at();
        let (name, is_item) = match scanner.statement()? {
            ScannedStatement::End => break,
            ScannedStatement::Key(key) => {
                let value = value(&mut scanner, LEVELS)?;
                scanner.end_of_line()?;
                let under = tables.last_mut().map_or(&mut root, |table| &mut table.values);
                insert(under, key, from..from + key.len(), value)?;
                continue;
            }
            ScannedStatement::Table(name) => (name, false),
            ScannedStatement::Item(name) => (name, true),
        };
        let brackets = if is_item { 2 } else { 1 };
        let at = from..from + name.len() + 2 * brackets;
        tables.push(Headed { name, at, is_item, values: DeTable::new() });
    }
    hang(root, tables)
}

/// Hangs the tables into the root, those of one name in two brackets as a list.
fn hang<'i>(mut root: DeTable<'i>, tables: Vec<Headed<'i>>) -> Option<DeTable<'i>> {
    let mut lists: Vec<(&str, Range<usize>, DeArray<'_>)> = Vec::new();
    let mut places: Map<&str, usize> = Map::default();
    for Headed { name, at, is_item, values } in tables {
        let table = Spanned::new(at.clone(), DeValue::Table(values));
        if !is_item {
            insert(&mut root, name, at, table)?;
            continue;
        }
        let list = *places.entry(name).or_insert(lists.len());
        if list == lists.len() {
            lists.push((name, at, DeArray::new()));
        }
        lists[list].2.push(table);
    }
    for (name, at, items) in lists {
        insert(&mut root, name, at.clone(), Spanned::new(at, DeValue::Array(items)))?;
    }
    Some(root)
}

/// `None` where the key is there already.
fn insert<'i>(
    table: &mut DeTable<'i>,
    key: &'i str,
    at: Range<usize>,
    value: Spanned<DeValue<'i>>,
) -> Option<()> {
    table.insert(Spanned::new(at, Cow::Borrowed(key)), value).is_none().then_some(())
}

/// The value that comes next, which may have so many more `levels`. What is no string, list or table is short, and the
/// parser's; but for times, since not all that it takes are of TOML 1.0.
fn value<'i>(scanner: &mut Scanner<'i>, levels: usize) -> Option<Spanned<DeValue<'i>>> {
    let from = scanner.at();
    let value = match scanner.peek()? {
        b'"' | b'\'' => DeValue::String(scanner.string()?),
        b'[' => {
            let within = levels.checked_sub(1)?;
            let mut items = DeArray::new();
            scanner.list(|scanner| {
                items.push(value(scanner, within)?);
                Some(())
            })?;
            DeValue::Array(items)
        }
        b'{' => {
            let within = levels.checked_sub(1)?;
            let mut table = DeTable::new();
            scanner.table(|scanner, key, at| insert(&mut table, key, at, value(scanner, within)?))?;
            DeValue::Table(table)
        }
        _ => {
            let word = scanner.word().filter(|word| !word.contains(':'))?;
            DeValue::parse(word).ok()?.into_inner()
        }
    };
    Some(Spanned::new(from..scanner.at(), value))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const STORY: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/story.toml"));

    /// Reads `text` quickly, if it can; what comes out must be what the parser makes of it.
    #[track_caller]
    fn check(text: &str) -> bool {
        let quick = tree(text);
        if let Some(quick) = &quick {
            let (whole, faults) = DeTable::parse_recoverable(text);
            assert_eq!(faults.len(), 0, "{text}\n{faults:?}");
            assert_eq!(plain(quick), plain(whole.get_ref()), "{text}");
        }
        quick.is_some()
    }

    /// Every key and value with its place; the place of a list of tables is the parser's own affair.
    fn plain(table: &DeTable<'_>) -> String {
        let value = |value: &Spanned<DeValue<'_>>| match value.get_ref() {
            DeValue::Table(table) => format!("{:?}{}", value.span(), plain(table)),
            DeValue::Array(items) => {
                let item = |item: &Spanned<DeValue<'_>>| match item.get_ref() {
                    DeValue::Table(table) => format!("{:?}{}", item.span(), plain(table)),
                    other => format!("{:?}{other:?}", item.span()),
                };
                items.iter().map(item).collect::<Vec<_>>().join(", ")
            }
            other => format!("{:?}{other:?}", value.span()),
        };
        let entries = table.iter().map(|(key, it)| format!("{} = {}", key.get_ref(), value(it)));
        format!("{{{}}}", entries.collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn the_usual_is_read_quickly_and_as_the_parser_reads_it() {
        let small = include_str!("../../../tests/data/small.toml");
        assert!(check(STORY));
        check(small);
        for text in [
            "",
            "a = 1 # one\n",
            "a = [ # one\n  \"b\", # two\n  \"c\",\n]\r\n[t]\r\nb=\"\"\n",
            "a = [{ b = \"c\", d = [] }, {}]",
            "a = 'b\\\"'\nc = \"\\\"d\\\\\"",
            "[[a]]\nb = \"\"\"\nx\ny\"\"\"\n[[a]]\n[c]\nd = 2021-09-09\n",
        ] {
            assert!(check(text), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_or_rare_is_left_to_the_parser() {
        for text in [
            "a = \"\\n\"",
            "a = \'\'",
            "a.b = 1",
            "a = \"b",
            "a = 1\na = 2",
            "[a]\n[a]",
            "[[a]]\n[a]",
            "a = []\n[[a]]",
            "a = { b = \"c\", }",
            "a = \"\"\"b\"\"\"\"",
            "a = \"b\" c = 1",
            "a = \"\u{1}\"",
            "# \u{1}",
            "a = \"b\rc\"",
            "[[a]] b",
            "a = 10:30",
            &format!("a = {}{}", "[".repeat(LEVELS + 1), "]".repeat(LEVELS + 1)),
        ] {
            assert!(!check(text), "{text}");
        }
    }

    proptest! {
        #![proptest_config(crate::tried::often())]

        #[test]
        fn what_is_read_quickly_is_what_the_parser_reads(
            parts in prop::collection::vec(prop::sample::select(&[
                "a", "b", "c", " = ", "=", "\"", "\"x\"", "\"\"\"", "\"\"\"x\ny\"\"\"", "[", "]", "[[", "]]", "[a]", "[[a]]",
                "[[b]]", "{", "}", "{ a = \"x\" }", ",", "\n", "\r\n", "\r", " ", "\t", "#", "# x\n", "\\", "\\\"", "'", "'x'", "1",
                "1.5", "true", "2021-09-09", "2021-09-09T10:00:00", "墙", "\u{7f}", "\u{85}", "\u{feff}", ".",
                "a = \"x\"\n", "b = [\"x\", \"y\"]\n", "c = 1\n",
            ][..]), 0..12),
        ) {
            check(&parts.concat());
        }
    }
}
