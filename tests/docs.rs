//! The pages of `docs/` that say what the code's own tables say: a key or a field that is added there and not here makes
//! them stale, and fails. `WALLCHART_DOCS=1 cargo test --test docs` writes them again.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::path::Path;

use wallchart::app::App;
use wallchart::app::mode::Mode;
use wallchart::app::row::Row;
use wallchart::app::table::TABLE;
use wallchart::dataset::format::{self, FormatKey, IdsOf, TableFormat, Value};
use wallchart::dataset::{BarrierState, Confidence, RelationKind, Tone, Via};
use wallchart::query::Field;
use wallchart::words::en::WORDS;

/// Holds that on a page of `docs/` what stands under `<!-- name -->`, down to `<!-- end -->`, is `table`; or writes it.
#[track_caller]
fn holds(page: &str, tables: &[(&str, String)]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(page);
    let text = std::fs::read_to_string(&path).expect("a page");
    let mut fresh = text.clone();
    for (name, table) in tables {
        let mark = format!("<!-- {name} -->\n");
        let (before, rest) = fresh.split_once(&mark).unwrap_or_else(|| panic!("{page} has no {mark}"));
        let (_, after) = rest.split_once("<!-- end -->").unwrap_or_else(|| panic!("{name} has no end"));
        fresh = format!("{before}{mark}{table}<!-- end -->{after}");
    }
    if std::env::var_os("WALLCHART_DOCS").is_some_and(|write| write == "1") {
        std::fs::write(&path, fresh).expect("a page that can be written");
    } else {
        assert_eq!(text, fresh, "docs/{page} is stale: WALLCHART_DOCS=1 cargo test --test docs writes it");
    }
}

/// What a key holds, for whoever writes a file.
fn holds_what(value: Value) -> String {
    let words = match value {
        Value::Version => "`1`",
        Value::Table(table) => return format!("a [{0}](#{0})", table.noun),
        Value::Tables(table) => return format!("tables, each a [{0}](#{0})", table.noun),
        Value::Id => "its own id, kebab-case",
        Value::Line => "one line",
        Value::Caption(columns) => return format!("one line, at most {columns} columns"),
        Value::Prose => "text, one paragraph or several",
        Value::Lines => "a list of lines",
        Value::Address => "an address in the web",
        Value::Glyph => "one character, one column wide",
        Value::Date => "a date in EDTF",
        Value::Word => "a [word](#words)",
        Value::Flag => "`true` or `false`",
        Value::Ref => "an id",
        Value::Parties => "a list of ids of companies and platforms",
        Value::Ids(IdsOf::Channels) => "a list of ids of channels",
        Value::Ids(IdsOf::Companies) => "a list of ids of companies",
        Value::Ids(IdsOf::Platforms) => "a list of ids of platforms",
        Value::Milestones => "a list of ids of milestones",
        Value::Kind => "the id of a kind",
        Value::Confidence => "`high`, `medium` or `low`",
        Value::Effects => "a list, each an [effect](#effect)",
        Value::Relations => "a list, each a [relation](#relation)",
        Value::Cites => "a list, each a [cite](#cite)",
    };
    words.to_owned()
}

fn keys(table: &TableFormat) -> String {
    let row = |key: &FormatKey| {
        let must = if key.is_required { "yes" } else { "" };
        format!("| `{}` | {must} | {} |\n", key.name, holds_what(key.value))
    };
    let head = "| key | required | what it holds |\n| --- | --- | --- |\n".to_owned();
    head + &table.keys.iter().map(row).collect::<String>()
}

fn words() -> String {
    let list = |words: &[&str]| format!("`{}`", words.join("`, `"));
    let rows = [
        ("`tone` of a kind", list(&Tone::ALL.map(Tone::as_str))),
        ("`via` of a source", list(&Via::ALL.map(Via::as_str))),
        ("`before` of a barrier, `state` of an effect", list(&BarrierState::ALL.map(BarrierState::as_str))),
        ("`type` of a relation", list(&RelationKind::ALL.map(RelationKind::as_str))),
        ("`confidence` of a milestone", list(&Confidence::ALL.map(Confidence::as_str))),
    ];
    let row = |(place, words): (&str, String)| format!("| {place} | {words} |\n");
    "| where | words |\n| --- | --- |\n".to_owned() + &rows.map(row).concat()
}

#[test]
fn the_page_of_the_format_says_what_its_tables_say() {
    let tables = [
        &format::FILE,
        &format::DATASET,
        &format::COMPANY,
        &format::PLATFORM,
        &format::KIND,
        &format::CHANNEL,
        &format::SOURCE,
        &format::BARRIER,
        &format::MILESTONE,
        &format::EFFECT,
        &format::RELATION,
        &format::CITE,
    ];
    let mut pages = tables.map(|table| (table.noun, keys(table))).to_vec();
    pages.push(("words", words()));
    holds("format.md", &pages);
}

#[test]
fn the_page_of_the_query_language_says_which_fields_there_are() {
    let mut fields = "| key | asks for | facet |\n| --- | --- | --- |\n".to_owned();
    for field in Field::KEYED {
        let facet = if Field::FACETS.contains(&field) { "yes" } else { "" };
        writeln!(fields, "| `{}:` | {} | {facet} |", field.key(), field.help()).expect("text");
    }
    holds("query.md", &[("fields", fields)]);
}

/// Where an action works; of one that works nearly everywhere, where it does not.
fn places(row: &Row<App>) -> String {
    let list = |modes: &mut dyn Iterator<Item = Mode>| {
        modes.map(|mode| mode.place(&WORDS)).collect::<Vec<_>>().join(", ")
    };
    let others = Mode::ALL.iter().copied().filter(|mode| !row.modes.contains(mode));
    match others.clone().count() {
        0 => "everywhere".to_owned(),
        few if few < row.modes.len() => format!("not {}", list(&mut others.clone())),
        _ => list(&mut row.modes.iter().copied()),
    }
}

/// Every action under its heading, in the order of the help.
fn actions() -> String {
    let mut page = String::new();
    let mut group = None;
    for row in TABLE {
        if group != Some(row.group) {
            group = Some(row.group);
            let title = row.group.title(&WORDS);
            let gap = if page.is_empty() { "" } else { "\n" };
            write!(page, "{gap}## {title}\n\n| keys | what they do | where |\n| --- | --- | --- |\n")
                .expect("text");
        }
        let keys: Vec<String> = row.keys.iter().map(|keys| format!("`{keys}`")).collect();
        writeln!(page, "| {} | {} | {} |", keys.join(" "), row.help(&WORDS), places(row)).expect("text");
    }
    page
}

#[test]
fn the_page_of_the_keys_says_what_the_table_of_actions_says() {
    holds("keys.md", &[("keys", actions())]);
}
