//! What a milestone says, in words: shared by what is written to files and what the command line prints.

use std::borrow::Cow;

use crate::dataset::{
    self, BarrierEffect, Dataset, Lang, Milestone, Relation, Source, SourceId, further_texts,
};
use crate::text::is_wide;

/// Who acted toward whom: `Tencent → Alibaba, ByteDance`; only one side where the other is not known.
pub fn direction(milestone: Milestone<'_>, lang: Lang) -> Option<String> {
    dataset::direction(milestone, "→", lang)
}

/// What becomes of a barrier: `Taobao links in WeChat: limited`, with its date where it has its own.
pub fn effect(effect: &BarrierEffect, dataset: &Dataset, lang: Lang) -> String {
    let barrier = dataset.barrier(effect.barrier);
    let name = lang.of(&barrier.name, barrier.name_zh.as_deref());
    let say = lang.words();
    let date = effect.date.as_ref().map(|date| date.words(say));
    (say.claims.effect)(&name, effect.state.words(say), date.as_deref())
}

/// How the milestone relates to an earlier one: `responds to "…", 9 September 2021`.
pub fn relation(relation: Relation, dataset: &Dataset, lang: Lang) -> String {
    related(relation.kind.to_earlier(lang.words()), dataset.milestone(relation.to), lang)
}

/// How a later milestone relates to the one that is read: `answered by "…", 17 September 2021`.
pub fn incoming(relation: Relation, dataset: &Dataset, lang: Lang) -> String {
    related(relation.kind.to_later(lang.words()), dataset.milestone(relation.to), lang)
}

fn related(verb: &str, other: Milestone<'_>, lang: Lang) -> String {
    let say = lang.words();
    (say.claims.related)(verb, &title(other, lang), &other.date().words(say))
}

/// What happened, in one line.
pub fn title(milestone: Milestone<'_>, lang: Lang) -> Cow<'_, str> {
    lang.of(milestone.title(), milestone.title_zh())
}

/// What happened, in paragraphs; in both languages one after the other.
pub fn summary(milestone: Milestone<'_>, lang: Lang) -> Vec<String> {
    let texts = lang.texts(milestone.summary(), milestone.summary_zh());
    texts.iter().flat_map(|text| paragraphs(text)).collect()
}

/// A source without its address: `The Paper, "…", 17 September 2021 (language: zh; mirror)`. English is not
/// worth a word: it is what the rest of the line is written in.
pub fn citation(source: &Source, lang: Lang) -> String {
    let say = lang.words();
    let undated = || say.claims.undated.to_owned();
    let published = source.published.as_ref().map_or_else(undated, |date| date.words(say));
    let title = lang.of(&source.title, source.title_zh.as_deref());
    let publisher = lang.of(&source.publisher, source.publisher_zh.as_deref());
    // Whoever sees quotation marks takes what is in them for a headline.
    let cited = if source.is_paraphrased { say.claims.paraphrase } else { say.claims.citation };
    let text = cited(&publisher, &title, &published);
    let foreign = |tag: &&String| tag.as_str() != "en" && !tag.starts_with("en-");
    let tag = source.lang.as_ref().filter(foreign).map(|tag| (say.claims.language)(tag));
    let remarks: Vec<String> =
        tag.into_iter().chain(source.via.words(say).map(str::to_owned)).chain(source.note_in(lang)).collect();
    if remarks.is_empty() { text } else { (say.claims.remarked)(&text, &remarks) }
}

/// What a source is called in notes, citations and files of sources: its id where that is ASCII, else a number that no
/// id can be.
pub fn source_key(source: &Source, id: SourceId) -> String {
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !source.id.is_empty() && source.id.chars().all(sound) {
        source.id.clone()
    } else {
        format!("source_{}", id.index() + 1)
    }
}

/// A source with its address, on one line.
pub fn cited(source: &Source, lang: Lang) -> String {
    let mut words = paragraphs(&citation(source, lang));
    words.extend(source.url.iter().map(|url| url.trim().to_owned()));
    words.join(" ")
}

/// `9 September 2021. MIIT → Alibaba, Tencent: Ministry tells platforms to lift link blocks`.
pub fn line(milestone: Milestone<'_>, lang: Lang) -> String {
    let say = lang.words();
    let date = capitalized(&milestone.date().words(say));
    (say.claims.line)(&date, direction(milestone, lang).as_deref(), title(milestone, lang).trim())
}

/// A milestone as plain text for a letter or a chat: its line, what happened and what is disputed about it, then its
/// sources, one a line.
pub fn milestone(milestone: Milestone<'_>, dataset: &Dataset, lang: Lang) -> String {
    let mut blocks = vec![line(milestone, lang)];
    blocks.extend(summary(milestone, lang));
    blocks.extend(note(milestone, lang).iter().flat_map(|note| paragraphs(note)));
    let sources: Vec<String> =
        milestone.cites().iter().map(|cite| cited(dataset.source(cite.source), lang)).collect();
    blocks.push(sources.join("\n"));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n")
}

/// What is disputed or open, under its own word, a text each; a note that says "Disputed" itself needs no other.
pub fn note(milestone: Milestone<'_>, lang: Lang) -> Vec<String> {
    let labelled = |note: Cow<'_, str>| {
        if note.starts_with("Disputed") { note.into_owned() } else { (lang.words().claims.note)(&note) }
    };
    milestone.notes(lang).into_iter().map(labelled).collect()
}

/// The other texts of a milestone, each under the name of its key: `Landmark: the order to lift the blocks`.
pub fn further(milestone: Milestone<'_>, lang: Lang) -> Vec<String> {
    let texts = further_texts(milestone, lang).into_iter();
    texts.map(|(key, text)| (lang.words().claims.further)(&capitalized(key.name), &text)).collect()
}

/// How sure the compiler is, and whether sources disagree: `high confidence`, `medium confidence, disputed`.
pub fn confidence(milestone: Milestone<'_>, lang: Lang) -> String {
    let (say, disputed) = (lang.words(), milestone.is_disputed());
    let sure = milestone.confidence().words(say);
    if disputed { (say.claims.disputed)(&sure) } else { sure }
}

/// The text with its first letter a capital: `about November 2013` at the start of a line.
pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Prose as paragraphs, each on one line: a line that the dataset broke is joined again, with a blank
/// except between Chinese characters, where one would be seen.
pub fn paragraphs(prose: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for line in prose.lines().map(|line| line.trim_matches(' ')) {
        match found.last_mut() {
            Some(paragraph) if !line.is_empty() => join(paragraph, line),
            Some(paragraph) if !paragraph.is_empty() => found.push(String::new()),
            _ => {}
        }
    }
    found.retain(|paragraph| !paragraph.is_empty());
    found
}

fn join(paragraph: &mut String, line: &str) {
    let chinese =
        paragraph.chars().next_back().is_some_and(is_wide) && line.chars().next().is_some_and(is_wide);
    if !paragraph.is_empty() && !chinese {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::load::load;

    #[test]
    fn lines_are_joined_as_their_script_is() {
        for (prose, expected) in [
            ("one\ntwo\n\n three ", &["one two", "three"][..]),
            ("墙\n门。\nand", &["墙门。 and"]),
            ("\n\n", &[]),
            ("one\n\n\n\ntwo", &["one", "two"]),
        ] {
            assert_eq!(paragraphs(prose), expected, "{prose:?}");
        }
    }

    #[test]
    fn only_the_first_letter_is_raised() {
        assert_eq!(capitalized("about May 2023"), "About May 2023");
        assert_eq!(capitalized("墙"), "墙");
        assert_eq!(capitalized(""), "");
    }
    const MEETING: &str = r#"
schema = 1
[dataset]
id = "walls"
title = "Walls"
[[company]]
id = "miit"
name = "MIIT"
[[company]]
id = "tencent"
name = "Tencent"
name_zh = "腾讯"
[[kind]]
id = "rule"
name = "Rule"
tone = "rule"
glyph = "■"
ascii = "="
[[source]]
id = "paper"
publisher = "The Paper"
title = "Walls fall"
url = "https://example.org/墙"
published = "2021-09-17"
lang = "zh"
note = """mirror,
read in 2024"""
[[source]]
id = "book"
publisher = "A press"
title = "On paper"
[[milestone]]
id = "meeting"
date = "2013-11~"
title = "Ministry tells platforms to lift blocks"
title_zh = "工信部要求解除屏蔽"
kind = "rule"
actors = ["miit"]
affected = ["tencent"]
summary = """They met.
Nobody spoke.

They left."""
note = "Two days are named."
confidence = "high"
cites = [{ source = "paper" }, { source = "book" }]
"#;

    #[test]
    fn a_milestone_is_its_line_its_prose_and_its_sources() {
        let dataset = load(MEETING).dataset.expect("a dataset without errors");
        let meeting = dataset.find("meeting").expect("a milestone");
        assert_eq!(
            milestone(meeting, &dataset, Lang::En),
            "About November 2013. MIIT → Tencent: Ministry tells platforms to lift blocks\n\n\
             They met. Nobody spoke.\n\n\
             They left.\n\n\
             Note: Two days are named.\n\n\
             The Paper, \"Walls fall\", 17 September 2021 (language: zh; mirror, read in 2024) https://example.org/墙\n\
             A press, \"On paper\", undated"
        );
        assert_eq!(
            line(meeting, Lang::Zh),
            "About November 2013. MIIT → 腾讯: 工信部要求解除屏蔽",
            "in the language that is asked for"
        );
    }
}
