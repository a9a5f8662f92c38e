//! The tables of the format's keys are walked by all who have to know them: one that somebody forgot fails here.

#![allow(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]
#![allow(clippy::format_collect, reason = "a small file, made once a test")]

use std::fmt::Write;

use wallchart::dataset::format::{
    BARRIER, CHANNEL, CITE, COMPANY, DATASET, EFFECT, FILE, FormatKey, IdsOf, KIND, MILESTONE, PLATFORM,
    RELATION, SOURCE, TableFormat, Value,
};
use wallchart::dataset::load::{Loaded, load};
use wallchart::export::json::MilestoneEntry;
use wallchart::export::{Extract, Format, Options, bytes};
use wallchart::query::{Query, Searcher};

/// All that a milestone refers to. The table that `noun` names says `more` as well.
fn head(noun: &str, more: &str) -> String {
    let mut head = "schema = 1\n".to_owned();
    if noun == "file" {
        head.push_str(more);
    }
    for (name, keys) in [
        ("[dataset]", "title = \"D\"\n"),
        ("[[company]]", "name = \"C\"\n"),
        ("[[platform]]", "company = \"company\"\nname = \"P\"\n"),
        ("[[kind]]", "name = \"K\"\ntone = \"rule\"\nglyph = \"x\"\nascii = \"x\"\n"),
        ("[[channel]]", "name = \"C\"\n"),
        ("[[source]]", "publisher = \"P\"\ntitle = \"S\"\n"),
        (
            "[[barrier]]",
            "name = \"B\"\nholders = [\"company\"]\nagainst = [\"any\"]\nchannel = \"channel\"\n",
        ),
    ] {
        let id = name.trim_matches(['[', ']']);
        let more = if id == noun { more } else { "" };
        write!(head, "{name}\nid = \"{id}\"\n{keys}{more}").unwrap();
    }
    head
}

/// A value that is legal for `key`, as TOML, on one line.
fn value(key: &FormatKey) -> String {
    let text = |text: &str| format!("\"{text}\"");
    let table = |format: &TableFormat| {
        let keys = format.keys.iter().map(|key| format!("{} = {}", key.name, value(key)));
        format!("[{{ {} }}]", keys.collect::<Vec<_>>().join(", "))
    };
    match key.value {
        Value::Version => "1".to_owned(),
        Value::Id => text("this"),
        Value::Line | Value::Caption(_) | Value::Prose => text(&format!("What {} says", key.name)),
        Value::Lines => "[\"one\"]".to_owned(),
        Value::Address => text("https://example.org"),
        Value::Glyph => text("x"),
        Value::Date => text("2021-09-17"),
        Value::Word => text(match key.name {
            "state" => "open",
            "before" => "closed",
            "type" => "lifts",
            "via" => "translation",
            _ => "trial",
        }),
        Value::Ref => text(if key.name == "to" { "earlier" } else { key.name }),
        Value::Parties => "[\"company\"]".to_owned(),
        Value::Ids(of) => format!(
            "[\"{}\"]",
            match of {
                IdsOf::Channels => "channel",
                IdsOf::Companies => "company",
                IdsOf::Platforms => "platform",
            }
        ),
        Value::Flag => "true".to_owned(),
        Value::Milestones => "[\"this\", \"second\", \"third\"]".to_owned(),
        Value::Kind => text("kind"),
        Value::Confidence => text("medium"),
        Value::Effects => table(&EFFECT),
        Value::Relations => table(&RELATION),
        Value::Cites => table(&CITE),
        Value::Table(_) | Value::Tables(_) => String::new(),
    }
}

/// A milestone with every key of the format, behind one that it can be related to, and two landmarks more.
fn milestones(skip: &str) -> String {
    let keys = MILESTONE.keys.iter().filter(|key| key.name != skip);
    let all: String = keys.map(|key| format!("{} = {}\n", key.name, value(key))).collect();
    let earlier = MILESTONE.keys.iter().filter(|key| key.is_required);
    let earlier: String = earlier.map(|key| format!("{} = {}\n", key.name, value(key))).collect();
    let called = |id: &str| earlier.replacen("\"this\"", &format!("\"{id}\""), 1);
    let landmark = |id: &str| format!("[[milestone]]\n{}landmark = \"L\"\n", called(id));
    let others = ["second", "third"].map(landmark).concat();
    format!("[[milestone]]\n{}{others}[[milestone]]\n{all}", called("earlier"))
}

#[track_caller]
fn sound(text: &str) -> Loaded {
    let loaded = load(text);
    assert!(loaded.dataset.is_some(), "{}", loaded.shown("keys.toml", text, false));
    loaded
}

/// What `list --json` prints of the milestone with every key.
fn json(loaded: &Loaded) -> String {
    let dataset = loaded.dataset.as_ref().unwrap();
    MilestoneEntry::new(dataset.find("this").unwrap(), dataset).line()
}

#[test]
fn both_readers_know_every_key_of_a_milestone_and_read_it_alike() {
    let text = head("", "") + &milestones("");
    let quick = sound(&text);
    assert_eq!(quick.handed_on, 0, "the quick reader does not know a key");
    // An escape in each is for the parser.
    let careful = sound(
        &text.replace("id = \"this\"", "id = \"\\u0074his\"").replace("\"earlier\"", "\"\\u0065arlier\""),
    );
    assert_eq!(careful.handed_on, 2);
    assert_eq!(json(&quick), json(&careful));
    // Each is missed where it is required, and only there; and each is read once.
    for key in MILESTONE.keys {
        let without = load(&(head("", "") + &milestones(key.name)));
        assert_eq!(without.dataset.is_none(), key.is_required, "{}", key.name);
        let twice = head("", "") + &milestones("") + &format!("{} = {}\n", key.name, value(key));
        assert!(load(&twice).dataset.is_none(), "{} twice", key.name);
    }
}

#[test]
fn every_key_of_a_milestone_is_exported() {
    let loaded = sound(&(head("", "") + &milestones("")));
    let object: serde_json::Value = serde_json::from_str(&json(&loaded)).unwrap();
    let dataset = loaded.dataset.as_ref().unwrap();
    let query = Query::default();
    let matches = Searcher::new(dataset).matches(&query, dataset);
    let options = Options { format: Format::Csv, ..Options::default() };
    let table = bytes(&Extract::matching(dataset, &query, &matches), options);
    let mut rows = csv::Reader::from_reader(&*table);
    let header = rows.headers().unwrap().clone();
    let row = rows.records().find(|row| row.as_ref().unwrap()[0] == *"this").unwrap().unwrap();
    for key in MILESTONE.keys {
        let said = &object[key.name];
        assert!(!said.is_null() && said != "" && *said != serde_json::json!([]), "JSON has no {}", key.name);
        let column = if matches!(key.value, Value::Cites) { "sources" } else { key.name };
        let cell = header.iter().zip(&row).find(|(name, _)| *name == column).map(|(_, cell)| cell);
        assert!(cell.is_some_and(|cell| !cell.is_empty()), "CSV has no {}", key.name);
        if key.is_text() && !matches!(key.value, Value::Id) {
            let text = format!("What {} says", key.name);
            assert_eq!((said.as_str(), cell), (Some(&*text), Some(&*text)));
        }
    }
}

#[test]
fn every_key_of_every_table_is_known_and_listed_in_the_order_of_the_format() {
    let inline = |format: &TableFormat| {
        let key =
            MILESTONE.keys.iter().find(|key| key.value.table().is_some_and(|it| it.noun == format.noun));
        let written = value(key.unwrap());
        head("", "") + &milestones("").replace(&written, &written.replace(" }", ", qqqqqqqqqqqqqqqq = 1 }"))
    };
    for format in [&FILE, &DATASET, &COMPANY, &PLATFORM, &KIND, &CHANNEL, &SOURCE, &BARRIER] {
        let unknown = head(format.noun, "qqqqqqqqqqqqqqqq = 1\n") + &milestones("");
        check(&unknown, format);
    }
    check(&(head("", "") + &milestones("") + "qqqqqqqqqqqqqqqq = 1\n"), &MILESTONE);
    for format in [&EFFECT, &RELATION, &CITE] {
        check(&inline(format), format);
    }
    for format in [&DATASET, &COMPANY, &PLATFORM, &KIND, &CHANNEL, &SOURCE, &BARRIER] {
        for key in format.keys.iter().filter(|key| !key.is_required) {
            let more = format!("{} = {}\n", key.name, value(key));
            sound(&(head(format.noun, &more) + &milestones("")));
            let wrong = head(format.noun, &format!("{} = 1\n", key.name)) + &milestones("");
            assert!(load(&wrong).dataset.is_none(), "{} of a {} is not checked", key.name, format.noun);
        }
    }
}

/// That a key which is none has those of `format` listed.
#[track_caller]
fn check(text: &str, format: &TableFormat) {
    let loaded = load(text);
    let names: Vec<&str> = format.keys.iter().map(|key| key.name).collect();
    let listed = format!("known here: {}\n", names.join(", "));
    let shown = loaded.shown("keys.toml", text, false);
    assert!(shown.contains(&listed), "{shown}\n{listed}");
    assert!(shown.contains(&format!("in this {}", format.noun)), "{shown}");
}
