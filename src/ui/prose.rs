//! A text as lines of at most so many columns, what is looked for marked in it.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::text::{find_folded, width, wrap};
use crate::ui::theme::Theme;

/// A milestone as lines.
pub(in crate::ui) struct Prose<'a, 'w> {
    pub(in crate::ui) lines: Vec<Line<'a>>,
    /// The line of each link, in the order of [`links`](crate::app::reader::links).
    pub(in crate::ui) links: Vec<usize>,
    /// The first line on which something is marked.
    pub(in crate::ui) hit: Option<usize>,
    pub(super) cols: usize,
    pub(super) theme: Theme,
    /// What is marked wherever it stands.
    words: &'w [&'w str],
}

impl<'a, 'w> Prose<'a, 'w> {
    pub(in crate::ui) fn new(cols: usize, theme: Theme, words: &'w [&'w str]) -> Self {
        Self { lines: Vec::new(), links: Vec::new(), hit: None, cols, theme, words }
    }

    /// Finds the first line on which something is marked.
    pub(in crate::ui) fn find_hit(&mut self) {
        // Nothing else is underlined.
        let hit = self.theme.hit().add_modifier;
        let is_hit = |line: &Line<'_>| line.spans.iter().any(|span| span.style.add_modifier.contains(hit));
        self.hit = self.lines.iter().position(is_hit);
    }

    pub(in crate::ui) fn blank(&mut self) {
        self.lines.push(Line::default());
    }

    pub(in crate::ui) fn heading(&mut self, title: &str) {
        self.blank();
        self.lines.push(Line::styled(title.to_uppercase(), self.theme.strong()));
    }

    /// Words are found before the text is broken: Chinese breaks within them.
    pub(in crate::ui) fn prose(&mut self, prose: &str, style: Style) {
        let marked = marked(prose, self.words);
        let mut from = 0;
        for line in wrap(prose, self.cols) {
            // What wrapping leaves out stands between lines, never within one.
            if !marked.is_empty() {
                from += prose.get(from..).and_then(|rest| rest.find(&*line)).unwrap_or(0);
            }
            self.lines.push(with_marks(&line, from, &marked, style, self.theme.hit()));
            from += line.len();
        }
    }

    /// Lines hung from a first column: what does not fit goes on below the text, not below the mark.
    pub(in crate::ui) fn hanging(&mut self, mark: &Span<'a>, content: &str, style: Style) {
        let indent = width(&mark.content) + 1;
        let blank = Span::raw(" ".repeat(indent));
        for (index, line) in wrap(content, self.cols.saturating_sub(indent)).into_iter().enumerate() {
            let mut spans = if index == 0 { vec![mark.clone(), Span::raw(" ")] } else { vec![blank.clone()] };
            let found = marked(&line, self.words);
            spans.extend(with_marks(&line, 0, &found, style, self.theme.hit()).spans);
            self.lines.push(Line::from(spans));
        }
    }

    /// A few words of our own, which wrap like prose.
    pub(in crate::ui) fn words(&mut self, words: &str, style: Style) {
        for line in wrap(words, self.cols) {
            let found = marked(&line, self.words);
            self.lines.push(with_marks(&line, 0, &found, style, self.theme.hit()));
        }
    }
}

/// Where `words` stand in `text`, in order and apart.
fn marked(text: &str, words: &[&str]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = words.iter().flat_map(|word| find_folded(text, word)).collect();
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|range| {
        let apart = range.start >= end;
        end = end.max(range.end);
        apart
    });
    found
}

/// Those of `marked` that are on `line`, which begins at byte `from`. Found, not looked for: a letter may stand in a long
/// text as often as it has words, and each of its lines would go through all of them.
fn on_line<'m>(marked: &'m [Range<usize>], from: usize, line: &str) -> &'m [Range<usize>] {
    let first = marked.partition_point(|range| range.end <= from);
    let behind = marked.partition_point(|range| range.start < from + line.len());
    marked.get(first..behind).unwrap_or_default()
}

/// A line of a text, which begins there at byte `from`, in spans: what of `marked` is on it stands out.
fn with_marks<'a>(line: &str, from: usize, marked: &[Range<usize>], style: Style, hit: Style) -> Line<'a> {
    let mut spans = Vec::new();
    let mut at = 0;
    let mut push = |range: Range<usize>, style: Style| {
        if let Some(part) = line.get(range).filter(|part| !part.is_empty()) {
            spans.push(Span::styled(part.to_owned(), style));
        }
    };
    for range in on_line(marked, from, line) {
        let begin = range.start.saturating_sub(from).clamp(at, line.len());
        let end = range.end.saturating_sub(from).clamp(begin, line.len());
        push(at..begin, style);
        push(begin..end, style.patch(hit));
        at = end;
    }
    push(at..line.len(), style);
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_looks_at_the_marks_that_are_on_it_and_at_no_others() {
        let text = "ab ".repeat(10_000);
        let marked = marked(&text, &["a", "b a"]);
        for (nth, line) in text.split_inclusive(' ').enumerate().filter(|(nth, _)| *nth > 0) {
            let from = nth * 3;
            // One that goes on from the line before, and one that begins here.
            let on_line = on_line(&marked, from, line);
            assert!(on_line.len() <= 2, "{on_line:?}");
            let touches = |range: &&Range<usize>| range.start < from + line.len() && range.end > from;
            let near = &marked[nth.saturating_sub(3)..(nth + 3).min(marked.len())];
            assert_eq!(on_line, near.iter().filter(touches).cloned().collect::<Vec<_>>());
        }
    }
}
