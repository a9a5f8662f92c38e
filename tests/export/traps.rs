//! Every trap that Markdown, YAML and Mermaid are known to set for a chronology, by itself.

use wallchart::dataset::{Dataset, Lang};
use wallchart::export::{Format, Notes, Options};
use wallchart::query::{Field, Query};

use crate::reading::{Block, front_matter, read};
use crate::{SMALL, STORY, dataset, query, written};

/// The small dataset with another text for the title of Douyin's case.
fn titled(title: &str) -> Dataset {
    dataset(&SMALL.replace("title = \"Douyin sues\"", &format!("title = '{title}'")))
}

/// The export of that case.
fn case(title: &str, options: Options) -> String {
    let dataset = titled(title);
    let query = query(&[(Field::Id, "douyin-sues")], &dataset);
    written(&dataset, &query, options)
}

/// The item of that case, as it is read: its bold date and its line.
#[track_caller]
fn item(title: &str) -> (String, String) {
    let document = read(&case(title, Options::default()));
    assert_eq!(document.foreign, [""; 0], "{title}");
    let item = document.blocks.into_iter().find_map(|block| match block {
        Block::Item(date, line) => Some((date, line)),
        _ => None,
    });
    item.expect("an item")
}

#[test]
fn a_date_is_bold_before_chinese_text_and_punctuation() {
    for title in ["“抖音”起诉腾讯", "，抖音", "。", "（抖音）"] {
        assert_eq!(item(title), ("2 February 2021".to_owned(), format!("ByteDance → Tencent: {title}")));
    }
}

#[test]
fn a_bare_address_ends_where_it_ends() {
    let title = "见https://example.org/a。中文在后";
    assert_eq!(item(title).1, format!("ByteDance → Tencent: {title}"));
    assert!(case(title, Options::default()).contains("见<https://example.org/a>。中文在后"));
}

#[test]
fn a_year_at_the_start_of_a_paragraph_is_no_list() {
    let text = SMALL.replace("A court in Beijing took the case.", "2013. A year of walls.");
    let dataset = dataset(&text);
    let query = query(&[(Field::Id, "douyin-sues")], &dataset);
    let document = read(&written(&dataset, &query, Options::default()));
    assert!(document.blocks.contains(&Block::Text("2013. A year of walls.".to_owned())), "{document:?}");
}

#[test]
fn signs_that_work_in_pairs_do_not() {
    for title in
        ["~5% to ~7%", "~~gone~~", "*a* _b_ `c`", "$5 and $x$", "==m== %%c%%", "<q>said</q>", "[x](y) [^1]"]
    {
        assert_eq!(item(title).1, format!("ByteDance → Tencent: {title}"));
    }
}

#[test]
fn a_bar_parts_no_cells() {
    for title in ["a | b", "a \\| b", "||", "|-|-|"] {
        let options = Options { format: Format::Table, ..Options::default() };
        let document = read(&case(title, options));
        assert_eq!(document.foreign, [""; 0], "{title}");
        let rows = document.blocks.into_iter().find_map(|block| match block {
            Block::Table(rows) => Some(rows),
            _ => None,
        });
        assert_eq!(rows.expect("a table")[1][3], title);
    }
}

#[test]
fn ids_of_footnotes_are_ascii() {
    // What is no kebab-case in ASCII does not load; should it ever, a number stands for it.
    let markdown = written(&dataset(STORY), &Query::default(), Options::default());
    let ids =
        markdown.lines().filter_map(|line| line.strip_prefix("[^")?.split_once("]: ")).map(|(id, _)| id);
    assert!(ids.clone().count() > 200);
    assert!(ids.into_iter().all(|id| id.is_ascii() && !id.contains(' ')));
}

#[test]
fn no_line_is_wrapped() {
    let long = "墙".repeat(500);
    let markdown = case(&long, Options::default());
    assert!(markdown.lines().any(|line| line.ends_with(&long)), "{markdown}");
}

#[test]
fn a_colon_in_front_matter_is_text() {
    let text = SMALL.replace("title = \"Small walls\"", "title = 'Walls: \"small\" # ones'");
    let markdown = written(&dataset(&text), &Query::default(), Options::default());
    assert!(markdown.starts_with("---\ntitle: \"Walls: \\\"small\\\" # ones\"\n"), "{markdown}");
}

/// The words of a document that its reader would have to have put there.
fn counted(blocks: &[Block]) -> (usize, usize, usize) {
    let count = |wanted: fn(&Block) -> bool| blocks.iter().filter(|block| wanted(block)).count();
    let rows = blocks.iter().map(|block| if let Block::Table(rows) = block { rows.len() - 1 } else { 0 });
    (
        count(|block| matches!(block, Block::Item(..))),
        count(|block| matches!(block, Block::Note(..))),
        rows.sum(),
    )
}

#[test]
fn the_whole_dataset_and_one_company_in_one_year_read_back() {
    let dataset = dataset(STORY);
    let tencent = query(&[(Field::Company, "tencent"), (Field::Year, "2021")], &dataset);
    for query in [Query::default(), tencent] {
        let found = wallchart::query::Searcher::new(&dataset).matches(&query, &dataset).ids;
        let mut sources: Vec<_> =
            found.iter().flat_map(|id| dataset.milestone(*id).cites()).map(|it| it.source).collect();
        sources.sort_unstable();
        sources.dedup();
        for notes in Notes::ALL {
            for lang in Lang::ALL {
                for format in [Format::Markdown, Format::Table] {
                    let options = Options { format, notes, lang, mermaid: found.len() < 30, bom: false };
                    let document = read(&written(&dataset, &query, options));
                    assert_eq!(document.foreign, [""; 0], "{options:?}");
                    let noted = if notes == Notes::Footnotes { sources.len() } else { 0 };
                    let (items, rows) =
                        if format == Format::Table { (0, found.len()) } else { (found.len(), 0) };
                    let front = front_matter(&document.front);
                    let of = |key: &str| {
                        front.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
                    };
                    assert_eq!(of("digest"), Some(format!("sha256:{}", dataset.digest()).as_str()));
                    assert_eq!(of("events"), Some(found.len().to_string().as_str()));
                    assert_eq!((of("of"), of("license"), front.len()), (Some("96"), Some("CC-BY-4.0"), 10));
                    assert_eq!(counted(&document.blocks), (items, noted, rows), "{options:?}");
                }
            }
        }
    }
}

#[test]
fn footnotes_stand_in_the_order_of_their_first_use() {
    let dataset = dataset(STORY);
    let markdown = written(&dataset, &Query::default(), Options::default());
    let (mut used, mut defined) = (Vec::new(), Vec::new());
    for line in markdown.lines() {
        match line.strip_prefix("[^").and_then(|rest| rest.split_once("]: ")) {
            Some((id, _)) => defined.push(id.to_owned()),
            None => used
                .extend(line.split("[^").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0.to_owned()))),
        }
    }
    let mut seen = std::collections::HashSet::new();
    used.retain(|id| seen.insert(id.clone()));
    assert_eq!(defined, used);
}

#[test]
fn a_text_is_in_the_language_asked_for_where_the_dataset_has_it() {
    let dataset = dataset(SMALL);
    let query = query(&[(Field::Id, "links-open")], &dataset);
    let line = |lang| {
        let blocks = read(&written(&dataset, &query, Options { lang, ..Options::default() })).blocks;
        blocks.into_iter().find_map(|block| if let Block::Item(_, line) = block { Some(line) } else { None })
    };
    assert_eq!(line(Lang::En).as_deref(), Some("Tencent → Alibaba, ByteDance: Links open one to one"));
    assert!(
        line(Lang::Zh)
            .is_some_and(|line| line.starts_with("腾讯 → ") && line.ends_with("一对一聊天可打开外链"))
    );
    assert!(
        line(Lang::Both).is_some_and(|line| line.ends_with(": Links open one to one (一对一聊天可打开外链)"))
    );
}
