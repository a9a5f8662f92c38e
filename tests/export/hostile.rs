//! Datasets with something hostile in every text.

use proptest::prelude::*;

/// What markup is made of, and what terminals act on, parted by `¦`.
const BITS: &str = "\
    *¦**¦_¦__¦`¦```¦~¦~~¦[¦]¦(¦)¦[^¦[^s]¦[^s]: ¦[s1]¦[s1]: ¦[s]¦![¦<¦>¦<b>¦<q>¦</b>¦<!--¦&¦&lt;¦#¦# \
    ¦- ¦+ ¦1. ¦1) ¦2013. ¦> ¦> [!NOTE]¦|¦|-|¦||¦---¦===¦==¦{¦}¦:¦: ¦::¦\\¦\\|¦\"¦'¦@¦[@s1]¦a@b.cc\
    ¦https://¦https://a.b/c¦www.¦www.a.cc¦$¦$x$¦^¦%%¦ ¦    ¦[ ]¦[x](y)¦[[z]]¦a¦B¦7¦墙¦。¦：¦，¦x y¦.¦;¦=\
    ¦é¦\u{1b}[2J¦\u{202e}¦\u{7}¦\t¦\u{85}";

/// One line; never blank, so that the dataset loads.
pub(crate) fn line() -> impl Strategy<Value = String> {
    let bits = prop::sample::select(BITS.split('¦').collect::<Vec<_>>());
    prop::collection::vec(bits, 0..12)
        .prop_map(|bits| format!("{}x{}", bits.concat(), bits.iter().rev().copied().collect::<String>()))
}

fn prose() -> impl Strategy<Value = String> {
    prop::collection::vec(line(), 1..4).prop_flat_map(|lines| {
        prop::sample::select(vec!["\n", "\n\n", "\n    ", "\n---\n"]).prop_map(move |joint| lines.join(joint))
    })
}

/// A dataset of two milestones and three sources, each text of which is hostile. One milestone is dated by a half-year
/// and relates to the other; one source is on paper, one has an id without a digit.
pub(crate) fn dataset() -> impl Strategy<Value = String> {
    let lines = prop::collection::vec(line(), 31);
    let proses = prop::collection::vec(prose(), 5);
    let urls = prop::sample::select(vec![
        "https://a.b/c?d=(e)&f#g",
        "javascript:x",
        "https://a b",
        "HTTPS://x.y",
        "https://a.b/|<x>&lt;",
    ]);
    (lines, proses, urls).prop_map(|(lines, proses, url)| {
        let mut lines = lines.iter().map(|line| toml(line));
        let mut proses = proses.iter().map(|prose| toml(prose));
        let mut text = TEMPLATE.replace("URL", &toml(url));
        while text.contains("LINE") {
            text = text.replacen("LINE", &lines.next().expect("lines enough"), 1);
        }
        while text.contains("PROSE") {
            text = text.replacen("PROSE", &proses.next().expect("prose enough"), 1);
        }
        text
    })
}

const TEMPLATE: &str = r#"schema = 1
dataset = { id = "d", title = LINE, title_zh = LINE, license = LINE, version = LINE }
company = [{ id = "a", name = LINE, name_zh = LINE }, { id = "b", name = LINE }]
kind = [{ id = "k", name = LINE, name_zh = LINE, tone = "rule", glyph = "x", ascii = "x" }]
channel = [{ id = "c", name = LINE }]
[[source]]
id = "s1"
publisher = LINE
title = LINE
title_zh = LINE
note = LINE
url = URL
[[source]]
id = "s"
publisher = LINE
title = LINE
lang = LINE
url = "https://example.org/s"
published = "2021-09~"
[[source]]
id = "on-paper"
publisher = LINE
title = LINE
[[barrier]]
id = "w"
name = LINE
name_zh = LINE
holders = ["a"]
against = ["b"]
channel = "c"
[[milestone]]
id = "m"
date = 2021-09-09
title = LINE
title_zh = LINE
kind = "k"
actors = ["a"]
affected = ["b"]
summary = PROSE
summary_zh = PROSE
note = PROSE
confidence = "high"
effects = [{ barrier = "w", state = "open" }]
cites = [{ source = "s1", supports = LINE }, { source = "on-paper" }]
[[milestone]]
id = "n"
date = "2021-41"
title = LINE
kind = "k"
affected = ["b"]
summary = PROSE
note = PROSE
confidence = "low"
effects = [{ barrier = "w", state = "closed", date = "2022" }]
relations = [{ type = "lifts", to = "m" }]
cites = [{ source = "s", supports = LINE }, { source = "s1", supports = LINE }]
"#;

/// A TOML basic string.
fn toml(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04X}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}
