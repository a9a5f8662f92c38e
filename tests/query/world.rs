//! Random datasets: as plain values, which a reading of the definition goes by, and as the TOML that is loaded.

#![allow(clippy::format_push_string, reason = "a few datasets of a few lines")]

use proptest::prelude::*;
use wallchart::dataset::Dataset;
use wallchart::dataset::load::load;
use wallchart::date::Date;

/// An entry of a table: its id and whatever else it is called.
pub(crate) struct Entry {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) name_zh: Option<&'static str>,
    pub(crate) aliases: &'static [&'static str],
    /// What else its table needs.
    more: &'static str,
}

const fn entry(
    id: &'static str,
    name: &'static str,
    name_zh: Option<&'static str>,
    aliases: &'static [&'static str],
    more: &'static str,
) -> Entry {
    Entry { id, name, name_zh, aliases, more }
}

/// One alias is carried by two of them, and one is what another's id is.
pub(crate) const COMPANIES: [Entry; 5] = [
    entry("acme", "Acme", Some("顶点"), &["AC-1", "The Twins"], ""),
    entry("bolt", "Bólt Works", Some("博特"), &["the twins"], ""),
    entry("cog", "Cog, Ltd: \"C\\\"", None, &["ACME"], ""),
    entry("dial", "Dial", Some("拨号 盘"), &["ＤＩＡＬ２"], ""),
    entry("idle", "Idle", None, &[], ""),
];
pub(crate) const PLATFORMS: [Entry; 3] = [
    entry("ferry", "Ferry", Some("渡船"), &["Férry-2"], "company = \"acme\""),
    entry("gate", "Gate", None, &["Dial"], "company = \"bolt\""),
    entry("quay", "Quay", Some("码头"), &[], "company = \"bolt\""),
];
pub(crate) const KINDS: [Entry; 5] = [
    entry("block", "Block", Some("封锁"), &["shut"], "tone = \"closing\"\nglyph = \"▼\"\nascii = \"v\""),
    entry("ban", "Login ban", None, &["shut"], "tone = \"closing\"\nglyph = \"▾\"\nascii = \"u\""),
    entry("reopen", "Re-open", Some("开放"), &[], "tone = \"opening\"\nglyph = \"▲\"\nascii = \"^\""),
    entry("trial-run", "Trial run", Some("内测"), &[], "tone = \"trial\"\nglyph = \"◇\"\nascii = \"o\""),
    entry("report", "Report", Some("报道"), &[], "tone = \"neutral\"\nglyph = \"●\"\nascii = \".\""),
];
/// The tone of each kind.
pub(crate) const TONES: [&str; 5] = ["closing", "closing", "opening", "trial", "neutral"];
pub(crate) const CHANNELS: [Entry; 2] = [
    entry("links", "Links", Some("链接"), &[], ""),
    entry("payment", "Payment", Some("支付"), &["pay", "links!"], ""),
];
pub(crate) const BARRIERS: [Entry; 2] = [
    entry(
        "acme-links",
        "Links on Ferry",
        Some("渡船的链接"),
        &["the wall"],
        "holders = [\"ferry\"]\nagainst = [\"bolt\"]\nchannel = \"links\"\nbefore = \"open\"\nnote = \"While it is shut, no  Café passes.\"",
    ),
    entry(
        "gate-payment",
        "Paying at the Gate",
        None,
        &["the wall"],
        "holders = [\"bolt\"]\nagainst = [\"any\"]\nchannel = \"payment\"",
    ),
];
/// Sources: their ids, and as names who published them.
pub(crate) const SOURCES: [Entry; 3] = [
    entry("s1", "The Paper", None, &[], "title = \"One\""),
    entry("s2", "The Paper", None, &[], "title = \"Two\""),
    entry("s3", "Réuters", None, &[], "title = \"Three\""),
];
/// What an effect may bring about.
pub(crate) const STATES: [&str; 6] = ["closed", "limited", "trial", "open", "unknown", "gone"];
/// What stands before the first effect on each barrier, and what its note says.
pub(crate) const BEFORE: [(&str, Option<&str>); 2] =
    [("open", Some("While it is shut, no  Café passes.")), ("unknown", None)];
pub(crate) const CONFIDENCES: [&str; 3] = ["high", "medium", "low"];

/// Every sort: open and unknown ends, gaps, prehistory, a thousand years, beyond what `chrono` can hold.
pub(crate) const DATES: [&str; 24] = [
    "2013",
    "2013-11~",
    "2014-05/2016-02",
    "2015-33",
    "2016-41",
    "[2013-01-02,2016-03-04]",
    "{2014,2016-12}",
    "[..2012,2016]",
    "2016/..",
    "2014-06/",
    "../2014",
    "/2013-02",
    "2011",
    "-0043",
    "20X3",
    "2015-XX-25",
    "201X",
    "2016-02-29?",
    "2020-05-01",
    "1000/2021",
    "Y17E7",
    "Y-17E7",
    "2019/Y17E7",
    "2015-06-30T23:59:00Z",
];

/// What titles, summaries and notes are made of.
pub(crate) const TEXTS: [&str; 14] = [
    "Tōkyō shuts the gate",
    "the  gates\nof TOKYO",
    "微信屏蔽链接",
    "支付，宝",
    "naïve café",
    "ＷｅＣｈａｔ　Pay",
    "Straße",
    "a-b",
    "one: two, three",
    "\"quoted\" \\ back",
    "abcabcabd",
    "ab",
    "Acme",
    "…",
];

/// A milestone by the places of what it refers to.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) date: &'static str,
    pub(crate) title: &'static str,
    pub(crate) title_zh: Option<&'static str>,
    pub(crate) summary: &'static str,
    pub(crate) summary_zh: Option<&'static str>,
    pub(crate) note: Option<&'static str>,
    pub(crate) kind: usize,
    pub(crate) confidence: usize,
    pub(crate) actors: Vec<usize>,
    pub(crate) affected: Vec<usize>,
    pub(crate) platforms: Vec<usize>,
    pub(crate) channels: Vec<usize>,
    pub(crate) barriers: Vec<usize>,
    /// What becomes of each of them.
    pub(crate) state: &'static str,
    pub(crate) landmark: Option<&'static str>,
    pub(crate) is_disputed: bool,
    pub(crate) sources: Vec<usize>,
    /// Places of earlier rows.
    pub(crate) relations: Vec<usize>,
}

/// All rows, in file order.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) rows: Vec<Row>,
    pub(crate) span: Option<&'static str>,
}

pub(crate) fn worlds() -> impl Strategy<Value = World> {
    let span = prop::option::of(prop::sample::select(vec!["2013/2016", "2013/..", "2000/2030"]));
    (prop::collection::vec(row(), 0..12), span).prop_map(|(mut rows, span)| {
        for at in 0..rows.len() {
            rows[at].id = id(at);
            let date = Date::parse(rows[at].date).expect("EDTF");
            let later = |to: usize| Date::parse(rows[to].date).expect("EDTF").certainly_after(&date);
            let relations = rows[at].relations.iter().copied();
            let relations = relations.filter(|to| *to < at && !later(*to)).collect();
            rows[at].relations = relations;
        }
        World { rows, span }
    })
}

/// Ids that hold words and digits, and one another.
fn id(at: usize) -> String {
    format!("{}-{at}", ["gate", "m", "tokyo-gate"][at % 3])
}

fn row() -> impl Strategy<Value = Row> {
    let text = || prop::sample::select(&TEXTS[..]);
    let texts =
        (text(), prop::option::of(text()), text(), prop::option::of(text()), prop::option::of(text()));
    let lists = (
        some(0..COMPANIES.len() - 1),
        some(0..COMPANIES.len() - 1),
        some(0..PLATFORMS.len()),
        some(0..CHANNELS.len()),
        some(0..BARRIERS.len()),
        some(0..12),
    );
    let sources = prop::collection::btree_set(0..SOURCES.len(), 1..3);
    let single = (prop::sample::select(&DATES[..]), 0..KINDS.len(), 0..CONFIDENCES.len(), sources);
    let marks = (prop::sample::select(&STATES[..]), prop::option::weighted(0.3, text()), any::<bool>());
    (texts, lists, single, marks).prop_map(|(texts, lists, (date, kind, confidence, sources), marks)| Row {
        id: String::new(),
        date,
        title: texts.0,
        title_zh: texts.1,
        summary: texts.2,
        summary_zh: texts.3,
        note: texts.4,
        kind,
        confidence,
        actors: lists.0,
        affected: lists.1,
        platforms: lists.2,
        channels: lists.3,
        barriers: lists.4,
        state: marks.0,
        landmark: marks.1,
        is_disputed: marks.2,
        relations: lists.5,
        sources: sources.into_iter().collect(),
    })
}

fn some(from: std::ops::Range<usize>) -> impl Strategy<Value = Vec<usize>> {
    prop::collection::btree_set(from, 0..3).prop_map(|set| set.into_iter().collect())
}

impl World {
    pub(crate) fn dataset(&self) -> Dataset {
        let text = self.toml();
        let loaded = load(&text);
        loaded.dataset.unwrap_or_else(|| panic!("{:?} in\n{text}", loaded.faults))
    }

    fn toml(&self) -> String {
        let span = self.span.map_or_else(String::new, |span| format!(", span = \"{span}\""));
        let mut text = format!("schema = 1\ndataset = {{ id = \"d\", title = \"D\"{span} }}\n");
        for (table, name, entries) in [
            ("company", "name", &COMPANIES[..]),
            ("platform", "name", &PLATFORMS[..]),
            ("kind", "name", &KINDS[..]),
            ("channel", "name", &CHANNELS[..]),
            ("source", "publisher", &SOURCES[..]),
            ("barrier", "name", &BARRIERS[..]),
        ] {
            for entry in entries {
                text += &format!("[[{table}]]\nid = \"{}\"\n{name} = {}\n", entry.id, string(entry.name));
                text +=
                    &entry.name_zh.map_or_else(String::new, |name| format!("name_zh = {}\n", string(name)));
                if !entry.aliases.is_empty() {
                    text += &format!("aliases = {:?}\n", entry.aliases);
                }
                text += &format!("{}\n", entry.more);
            }
        }
        for row in &self.rows {
            text += &row.toml(self);
        }
        text
    }
}

impl Row {
    fn toml(&self, world: &World) -> String {
        let ids = |entries: &[Entry], places: &[usize]| {
            let ids: Vec<&str> = places.iter().map(|place| entries[*place].id).collect();
            format!("{ids:?}")
        };
        let mut text = format!("[[milestone]]\nid = \"{}\"\ndate = \"{}\"\n", self.id, self.date);
        // A title is one line.
        text += &format!("title = {}\n", string(&self.title.replace('\n', " ")));
        for (key, value) in [
            ("title_zh", self.title_zh.map(|title| title.replace('\n', " "))),
            ("summary", Some(self.summary.to_owned())),
            ("summary_zh", self.summary_zh.map(str::to_owned)),
            ("note", self.note.map(str::to_owned)),
            ("landmark", self.landmark.map(|landmark| landmark.replace('\n', " "))),
        ] {
            text += &value.map_or_else(String::new, |value| format!("{key} = {}\n", string(&value)));
        }
        text += &format!("disputed = {}\n", self.is_disputed);
        text += &format!("kind = \"{}\"\n", KINDS[self.kind].id);
        text += &format!("confidence = \"{}\"\n", CONFIDENCES[self.confidence]);
        text += &format!("actors = {}\n", ids(&COMPANIES, &self.actors));
        text += &format!("affected = {}\n", ids(&COMPANIES, &self.affected));
        text += &format!("platforms = {}\n", ids(&PLATFORMS, &self.platforms));
        text += &format!("channels = {}\n", ids(&CHANNELS, &self.channels));
        let tables = |list: Vec<String>| format!("[{}]\n", list.join(", "));
        let effect = |place: &usize| {
            format!("{{ barrier = \"{}\", state = \"{}\" }}", BARRIERS[*place].id, self.state)
        };
        text += &format!("effects = {}", tables(self.barriers.iter().map(effect).collect()));
        let relation =
            |place: &usize| format!("{{ type = \"follows\", to = \"{}\" }}", world.rows[*place].id);
        text += &format!("relations = {}", tables(self.relations.iter().map(relation).collect()));
        let cite = |place: &usize| format!("{{ source = \"{}\" }}", SOURCES[*place].id);
        text += &format!("cites = {}", tables(self.sources.iter().map(cite).collect()));
        text
    }
}

/// As TOML writes it.
fn string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
