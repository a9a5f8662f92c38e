//! A text as lines of at most so many columns, what is looked for marked in it.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::theme::Theme;
use crate::app::reader::TextPage;
use crate::app::{App, hits};
use crate::text::{find_folded, width, wrap};

/// A text in lines.
#[derive(Debug, Default)]
pub(super) struct Prose {
    pub(super) lines: Vec<Line<'static>>,
    /// The line of each link, in the order of [`links`](crate::app::reader::links).
    pub(super) links: Vec<usize>,
    /// The first line on which something stands that is searched for.
    hit: Option<usize>,
}

impl Prose {
    /// What it comes to on so many rows: where it goes on, one of them says so.
    pub(super) fn page(&self, rows: usize) -> TextPage {
        let lines = self.lines.len();
        let rows = rows.saturating_sub(usize::from(lines > rows));
        TextPage { rows, lines, links: self.links.clone(), hit: self.hit }
    }
}

/// The words that are marked in a text.
pub(super) struct MarkedWords<'a> {
    /// Wherever they stand.
    all: Vec<&'a str>,
    /// Those of them that a reader goes to.
    searched: Vec<&'a str>,
}

impl<'a> MarkedWords<'a> {
    pub(super) fn of(app: &'a App) -> Self {
        let searched = app.search().into_iter().flat_map(|search| search.query.words());
        Self { all: hits::words(app), searched: searched.collect() }
    }
}

/// Sets text in lines, one below the other.
pub(super) struct Typesetter<'w> {
    prose: Prose,
    cols: usize,
    theme: Theme,
    words: &'w MarkedWords<'w>,
}

impl<'w> Typesetter<'w> {
    pub(super) fn new(cols: usize, theme: Theme, words: &'w MarkedWords<'w>) -> Self {
        Self { prose: Prose::default(), cols, theme, words }
    }

    pub(super) fn finish(self) -> Prose {
        self.prose
    }

    pub(super) const fn cols(&self) -> usize {
        self.cols
    }

    pub(super) const fn theme(&self) -> Theme {
        self.theme
    }

    /// Sets in fewer columns for a while.
    pub(super) fn within(&mut self, cols: usize, set: impl FnOnce(&mut Self)) {
        let whole = std::mem::replace(&mut self.cols, cols);
        set(self);
        self.cols = whole;
    }

    /// A line as it is.
    pub(super) fn line(&mut self, line: Line<'static>) {
        self.prose.lines.push(line);
    }

    /// Says that the next line holds a link.
    pub(super) fn link(&mut self) {
        self.prose.links.push(self.prose.lines.len());
    }

    pub(super) fn blank(&mut self) {
        self.line(Line::default());
    }

    pub(super) fn heading(&mut self, title: &str) {
        self.blank();
        self.line(Line::styled(title.to_owned(), self.theme.strong()));
    }

    /// Words are found before the text is broken: Chinese breaks within them.
    pub(super) fn prose(&mut self, prose: &str, style: Style) {
        let (marks, hits) = (marked(prose, &self.words.all), marked(prose, &self.words.searched));
        let mut from = 0;
        for line in wrap(prose, self.cols) {
            // What wrapping leaves out stands between lines, never within one.
            if !marks.is_empty() {
                from += prose.get(from..).and_then(|rest| rest.find(&*line)).unwrap_or(0);
            }
            self.note_hit(&hits, from, &line);
            self.line(with_marks(&line, from, &marks, style, self.theme.hit()));
            from += line.len();
        }
    }

    /// Lines hung from a first column: what does not fit goes on below the text, not below the mark.
    pub(super) fn hanging(&mut self, mark: &Span<'static>, content: &str, style: Style) {
        let indent = width(&mark.content) + 1;
        let blank = Span::raw(" ".repeat(indent));
        for (index, line) in wrap(content, self.cols.saturating_sub(indent)).into_iter().enumerate() {
            let mut spans = if index == 0 { vec![mark.clone(), Span::raw(" ")] } else { vec![blank.clone()] };
            spans.extend(self.with_words_marked(&line, style).spans);
            self.line(Line::from(spans));
        }
    }

    /// A few words of our own, which wrap like prose.
    pub(super) fn words(&mut self, words: &str, style: Style) {
        for line in wrap(words, self.cols) {
            let line = self.with_words_marked(&line, style);
            self.line(line);
        }
    }

    fn with_words_marked(&mut self, line: &str, style: Style) -> Line<'static> {
        self.note_hit(&marked(line, &self.words.searched), 0, line);
        with_marks(line, 0, &marked(line, &self.words.all), style, self.theme.hit())
    }

    /// Takes note of whether the next line is the first on which one of `hits` stands.
    fn note_hit(&mut self, hits: &[Range<usize>], from: usize, line: &str) {
        if self.prose.hit.is_none() && !on_line(hits, from, line).is_empty() {
            self.prose.hit = Some(self.prose.lines.len());
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
fn with_marks(line: &str, from: usize, marked: &[Range<usize>], style: Style, hit: Style) -> Line<'static> {
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
