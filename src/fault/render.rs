//! The one renderer of faults.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::source::{Excerpt, SourceText};
use super::value::one_line;
use super::{Fault, FaultCounts, Severity};
use crate::text::width;

/// All `faults` of the dataset `text`, as a compiler shows them, with a blank line between two.
///
/// `name` is what the reader calls the file. Without `color` the result holds no escape codes; with it,
/// colour only repeats what words and underlines say. Lines end in a newline, the last one too.
pub fn render(name: &str, text: &str, faults: &[Fault], color: bool) -> String {
    if faults.is_empty() {
        return String::new();
    }
    let renderer = if color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    let name = one_line(name);
    let source = SourceText::new(text);
    let shown: Vec<_> = faults.iter().map(|fault| one(&renderer, &name, &source, fault)).collect();
    shown.join("\n")
}

/// The same of the first faults of a file that has so many as `counts` says, and how many more there are.
pub fn render_first(name: &str, text: &str, faults: &[Fault], counts: FaultCounts, color: bool) -> String {
    let mut shown = render(name, text, faults, color);
    let more = counts.all().saturating_sub(faults.len());
    if more > 0 {
        // Writing to a string cannot fail.
        let _ = writeln!(shown, "\nand {more} more");
    }
    shown
}

fn one(renderer: &Renderer, name: &str, source: &SourceText<'_>, fault: &Fault) -> String {
    let level = match fault.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let at = source.excerpt(&fault.span);
    let also = fault.also.as_ref().map(|(span, label)| (source.excerpt(span), label));
    let mut group = Group::with_title(level.primary_title(&fault.message));
    group = group.element(snippet(name, &at, AnnotationKind::Primary, &fault.expected));
    if let Some((at, label)) = &also {
        group = group.element(snippet(name, at, AnnotationKind::Context, label));
    }
    group = group.elements(fault.help.iter().map(|advice| Level::HELP.message(advice)));
    let mut shown = renderer.render(&[group]);
    for at in std::iter::once(&at).chain(also.as_ref().map(|(at, _)| at)) {
        shown = with_true_column(shown, name, at);
    }
    shown.push('\n');
    shown
}

/// One line of the text, not all of it: the renderer would count a byte order mark as a column, and read
/// the whole file anew for each fault.
fn snippet<'a>(
    name: &'a str,
    at: &'a Excerpt,
    kind: AnnotationKind,
    label: &'a str,
) -> Snippet<'a, Annotation<'a>> {
    let mark = kind.span(at.mark.clone()).label((!label.is_empty()).then_some(label));
    Snippet::source(at.text.as_str()).path(name).line_start(at.line).annotation(mark)
}

/// One line of text, an argument for instance, and below it the line that underlines the part that is wrong: `at`,
/// bytes of `text`, or what is left of them. `lead` stands before the text.
///
/// [`render`] says in which file and line a fault stands, which of an argument is noise.
pub fn underlined(lead: &str, text: &str, at: &Range<usize>) -> [String; 2] {
    let Excerpt { text, mark, .. } = SourceText::new(text).excerpt(at);
    let cols = |range: Range<usize>| width(text.get(range).unwrap_or_default());
    let before = width(lead) + cols(0..mark.start);
    // Where something is missing there is nothing to underline, but a place.
    let carets = "^".repeat(cols(mark).max(1));
    [format!("{lead}{text}"), format!("{}{carets}", " ".repeat(before))]
}

/// The renderer takes the column from the line it was given, which may begin with a cut. A place given to
/// it beside the line (`Origin`) would say the right one, but costs two empty lines a fault.
fn with_true_column(shown: String, name: &str, at: &Excerpt) -> String {
    let said = at.text.get(..at.mark.start).unwrap_or_default().chars().count() + 1;
    if said == at.column {
        return shown;
    }
    let place = |column| format!("{name}:{}:{column}\n", at.line);
    shown.replacen(&place(said), &place(at.column), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_very_long_line_keeps_its_column() {
        let text = format!("title = \"{}\" x = 1", "墙".repeat(400));
        let at = text.find('x').unwrap_or_default();
        let faults = [Fault::error(at..at + 1, "left over", "a new line").also(0..5, "after this")];
        insta::assert_snapshot!(render("long.toml", &text, &faults, false));
    }

    #[test]
    fn an_argument_is_underlined_by_columns() {
        for (text, at, shown, below) in [
            ("tencnet,alibaba", 0..7, "-c tencnet,alibaba", "   ^^^^^^^"),
            ("腾讯,阿狸", 7..13, "-c 腾讯,阿狸", "        ^^^^"),
            ("\u{1b}[2J\u{202e}墙", 4..7, "-c ␛[2J\u{fffd}墙", "       ^"),
            ("a,", 2..2, "-c a,", "     ^"),
            ("", 0..0, "-c ", "   ^"),
            ("a\nb", 0..3, "-c a", "   ^"),
        ] {
            assert_eq!(underlined("-c ", text, &at), [shown, below], "{text:?}");
        }
        let [shown, below] = underlined("-q ", &format!("{} x", "墙 ".repeat(500)), &(2000..2001));
        assert!(width(&shown) < 100 && width(&below) < width(&shown), "{shown}\n{below}");
    }

    #[test]
    fn colour_repeats_what_words_and_underlines_say() {
        let text = "\u{FEFF}id = \"\u{1b}[2J墙\"\r\nid = 2\r\n";
        let fault =
            Fault::error(19..21, "`id` is given twice", "once").also(3..5, "first here").help("keep one");
        let [plain, styled] =
            [false, true].map(|color| render("x\u{7}.toml", text, std::slice::from_ref(&fault), color));
        assert!(!plain.contains('\u{1b}') && styled.contains('\u{1b}'));
        let bare: String = styled
            .split('\u{1b}')
            .enumerate()
            .map(
                |(nth, part)| if nth == 0 { part } else { part.split_once('m').map_or("", |(_, rest)| rest) },
            )
            .collect();
        assert_eq!(bare, plain);
        insta::assert_snapshot!(plain);
    }
}
