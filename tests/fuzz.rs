//! The entries of the fuzz targets, each on a few texts: the targets themselves are built and run by hand (CONTRIBUTING.md).

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

#[path = "../fuzz/entries.rs"]
mod entries;

const SMALL: &str = include_str!("data/small.toml");

/// `text` whole, cut in two at any tenth of it, and with the halves in turn.
fn pieces(text: &str) -> impl Iterator<Item = String> {
    let characters = text.chars().count();
    (0..10).flat_map(move |tenth| {
        let at = characters * tenth / 10;
        let (head, tail): (String, String) =
            (text.chars().take(at).collect(), text.chars().skip(at).collect());
        [tail.clone() + &head, head, tail]
    })
}

#[test]
fn load() {
    pieces(SMALL).for_each(|text| entries::load(&text));
}

#[test]
fn query() {
    let line = "company:tencent,腾讯 -kind:\"诉讼\" between:tencent,alibaba 2021..2023 date:..2019 \"two words\" 支付";
    pieces(line).for_each(|text| entries::query(&text));
}

#[test]
fn keys() {
    pieces("jjkG}{f c\x1b/links\rn?\x1be\t\t\x1b2+l]3]m}4j5lg\x1bvjy&kind:block\r.uXq")
        .for_each(|text| entries::keys(&text));
}

#[test]
fn verify() {
    let export = "---\ntitle: \"Small walls\"\nview: \"wallchart export -y 2021\"\n---\n\n# Small walls\n\n## 2021\n\n- **9 September** Text[^a]\n\n[^a]: A source\n";
    pieces(export).for_each(|text| entries::verify(&text));
}
