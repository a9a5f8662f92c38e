//! Synthetic datasets that are as varied as real ones where it costs time: dates of every precision, text in
//! two scripts, effects, relations, several cites. About 600 bytes a milestone.

use std::fmt::{self, Write};

use super::random::Random;

const COMPANIES: usize = 40;
const PLATFORMS: usize = 20;
const KINDS: usize = 12;
/// What a dataset has that is not asked for more.
const BARRIERS: usize = 40;
const SOURCES: usize = 400;
const CHANNELS: [&str; 4] = ["links", "payment", "ads", "content"];
const TONES: [(&str, &str, &str); 5] = [
    ("closing", "▼", "v"),
    ("opening", "▲", "^"),
    ("trial", "◇", "o"),
    ("rule", "■", "#"),
    ("neutral", "●", "."),
];
const VERBS: [&str; 10] =
    ["blocks", "opens", "tests", "limits", "restores", "sues", "shows", "refuses", "joins", "leaves"];
const NOUNS: [&str; 10] = [
    "links in groups",
    "payment by scan",
    "the login of a café",
    "mini-programs",
    "couriers in São Paulo",
    "外链",
    "扫码支付",
    "advertising",
    "the naïve search",
    "short video",
];
const WORDS: [&str; 16] = [
    "the company said that users",
    "could no longer",
    "share pages",
    "after months of tests",
    "on either side",
    "while the ministry",
    "asked for order",
    "within a week",
    "“for reasons of security”",
    "互联互通",
    "as before",
    "and a court",
    "in Zürich",
    "took up the case",
    "in part",
    "of what was promised",
];

/// The text of a dataset with this many `milestones`, at least one. The same bytes each time.
pub(crate) fn dataset(milestones: usize) -> String {
    with_barriers(milestones, BARRIERS)
}

/// The same with this many `barriers`, at least one.
pub(crate) fn with_barriers(milestones: usize, barriers: usize) -> String {
    let mut text = String::with_capacity(milestones * 640 + 100_000);
    // Writing to a string cannot fail.
    let _ = write(&mut text, milestones, barriers);
    text
}

fn write(text: &mut String, milestones: usize, barriers: usize) -> fmt::Result {
    let sources = SOURCES.min(milestones);
    head(text, sources, barriers)?;
    let mut random = Random::new(1);
    for index in 0..milestones {
        milestone(text, &mut random, index, (milestones, sources, barriers))?;
    }
    Ok(())
}

/// Everything that milestones refer to.
fn head(text: &mut String, sources: usize, barriers: usize) -> fmt::Result {
    writeln!(
        text,
        "schema = 1\n\n[dataset]\nid = \"synthetic\"\ntitle = \"Synthetic\"\ntitle_zh = \"合成\""
    )?;
    writeln!(text, "span = \"2013/2024\"\n")?;
    for n in 0..COMPANIES {
        writeln!(text, "[[company]]\nid = \"c{n}\"\nname = \"Company {n}\"\nname_zh = \"公司{n}\"")?;
        writeln!(text, "aliases = [\"Firm {n}\"]\n")?;
    }
    for n in 0..PLATFORMS {
        writeln!(text, "[[platform]]\nid = \"p{n}\"\ncompany = \"c{n}\"\nname = \"Platform {n}\"\n")?;
    }
    for n in 0..KINDS {
        let (tone, glyph, ascii) = TONES[n % TONES.len()];
        writeln!(text, "[[kind]]\nid = \"k{n}\"\nname = \"Kind {n}\"\ntone = \"{tone}\"")?;
        writeln!(text, "glyph = \"{glyph}\"\nascii = \"{ascii}\"\n")?;
    }
    for channel in CHANNELS {
        writeln!(text, "[[channel]]\nid = \"{channel}\"\nname = \"{channel}\"\n")?;
    }
    for n in 0..sources {
        writeln!(
            text,
            "[[source]]\nid = \"s{n}\"\npublisher = \"Press {}\"\ntitle = \"Report {n}\"",
            n % 30
        )?;
        writeln!(text, "url = \"https://example.org/{n}\"\npublished = \"2021-09-17\"\nlang = \"zh\"\n")?;
    }
    for n in 0..barriers {
        let (holder, against) = (n % PLATFORMS, (n * 7 + 1) % COMPANIES);
        writeln!(text, "[[barrier]]\nid = \"b{n}\"\nname = \"Barrier {n}\"\nholders = [\"p{holder}\"]")?;
        let channel = CHANNELS[n % CHANNELS.len()];
        writeln!(text, "against = [\"c{against}\"]\nchannel = \"{channel}\"\nbefore = \"open\"\n")?;
    }
    Ok(())
}

fn milestone(
    text: &mut String,
    random: &mut Random,
    index: usize,
    (of, sources, barriers): (usize, usize, usize),
) -> fmt::Result {
    let (actor, affected) = (random.below(COMPANIES), random.below(COMPANIES));
    writeln!(text, "[[milestone]]\nid = \"m{index}\"\ndate = \"{}\"", date(random, index * DAYS / of))?;
    let (verb, noun) = (random.pick(&VERBS), random.pick(&NOUNS));
    writeln!(text, "title = \"Company {actor} {verb} {noun} of Company {affected}\"")?;
    writeln!(text, "title_zh = \"公司{actor}与公司{affected}：{}\"", random.pick(&["封锁", "开放", "内测"]))?;
    writeln!(text, "kind = \"k{}\"\nchannels = [\"{}\"]", random.below(KINDS), random.pick(&CHANNELS))?;
    writeln!(text, "actors = [\"c{actor}\"]\naffected = [\"c{affected}\"]")?;
    writeln!(text, "platforms = [\"p{}\", \"p{}\"]", random.below(PLATFORMS), random.below(PLATFORMS))?;
    writeln!(text, "summary = \"\"\"\n{}\n\"\"\"", prose(random))?;
    writeln!(text, "confidence = \"{}\"", random.pick(&["high", "medium", "low"]))?;
    if random.chance(20) {
        let state = random.pick(&["closed", "limited", "trial", "open"]);
        writeln!(text, "effects = [{{ barrier = \"b{}\", state = \"{state}\" }}]", random.below(barriers))?;
    }
    if index > 0 && random.chance(30) {
        let (kind, to) = (random.pick(&["follows", "responds-to", "lifts"]), random.below(index));
        writeln!(text, "relations = [{{ type = \"{kind}\", to = \"m{to}\" }}]")?;
    }
    // Each source in turn, so that none is left uncited.
    write!(text, "cites = [{{ source = \"s{}\", supports = \"the date\" }}", index % sources)?;
    if random.chance(40) {
        write!(text, ", {{ source = \"s{}\" }}", random.below(sources))?;
    }
    writeln!(text, "]\n")
}

/// Days that milestones are spread over: twelve years of months of 28 days.
const DAYS: usize = 12 * 12 * 28;

/// A date that the `nth` day is a possible day of, so that of two milestones the later one in the file never
/// certainly came first, and may be related to the other.
fn date(random: &mut Random, nth: usize) -> String {
    let (year, month, day) = (2013 + nth / 336, 1 + nth / 28 % 12, 1 + nth % 28);
    match random.below(20) {
        0 => format!("{year}"),
        1 => format!("{year}-{}", 33 + (month - 1) / 3),
        2 => format!("{year}-{}", 40 + (month - 1) / 6),
        3 | 4 => format!("{year}-{month:02}"),
        5 => format!("{year}-{month:02}~"),
        6 => format!("{year}-{month:02}-{day:02}?"),
        7 => format!("{year}-{month:02}-{day:02}/{year}-12"),
        8 => format!("{year}-{month:02}/.."),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}

/// Two paragraphs.
fn prose(random: &mut Random) -> String {
    let mut paragraph = || (0..6).map(|_| random.pick(&WORDS)).collect::<Vec<_>>().join(" ");
    format!("{}.\n\n{}.", paragraph(), paragraph())
}
