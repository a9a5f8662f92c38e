//! The milestones of a long file, read piece by piece and by several threads.
//!
//! The parser keeps a token, an event and a node of a tree for every word of a file at the same time: a
//! gigabyte for a hundred thousand milestones, and most of the time goes into asking for that memory. A piece
//! of a few milestones is parsed in the cache, read, and forgotten before the next.
//!
//! ```text
//! schema = 1  ┐
//! [dataset]   │ head: parsed and read first, since milestones refer to what is in it
//! [[company]] │
//! [[source]]  ┘
//! [[milestone]] … [[milestone]] …   ← piece ┐ first thread
//! [[milestone]] … [[milestone]] …   ← piece ┘
//! [[milestone]] … [[milestone]] …   ← piece ─ second thread
//! ```
//!
//! A cut is made where a line begins with `[[milestone]]`, which may as well be a line of prose or of a list.
//! That needs no looking for: what comes before such a cut is then never closed, and no TOML. So if head and
//! pieces are all sound, each cut was between two statements, and a piece says alone what it says in its
//! place: it holds milestones and nothing else, and a milestone looks at no other but by its id.
//!
//! Anything that does not fit (an error of any sort, another table behind the first milestone) comes out as
//! `None`, and the file is read as a whole. Hence places in errors are of no account here; those in warnings
//! are moved to where the piece stands.

use std::num::NonZero;
use std::thread;

use toml::de::DeTable;

use super::milestones::{self, Draft};
use super::names::Scope;
use super::read::Table;
use super::sink::Sink;
use crate::fault::Fault;

/// Some fifty milestones. The parser makes twenty times as much of them: less than a core's own cache holds.
pub(super) const SIZE: usize = 32 * 1024;

/// What is shorter than this many pieces is read in a millisecond, threads or no threads.
const FEWEST: usize = 4;

/// A run of whole milestones.
pub(super) struct Piece<'i> {
    text: &'i str,
    /// Where it begins in the file.
    base: usize,
}

/// What is in a piece: its milestones, and the warnings about them.
type Read<'i> = (Vec<Draft<'i>>, Vec<Fault>);

/// Cuts `text` into what comes before the first milestone and pieces of at least `size` bytes, the last one
/// perhaps shorter; `None` where it is too short for that.
pub(super) fn cut(text: &str, size: usize) -> Option<(&str, Vec<Piece<'_>>)> {
    if text.len() < FEWEST * size {
        return None;
    }
    let (head, _) = text.split_at_checked(milestone(text, 0)?)?;
    let mut pieces = Vec::new();
    let mut base = head.len();
    while base < text.len() {
        let end = milestone(text, base + size).unwrap_or(text.len());
        pieces.push(Piece { text: text.get(base..end)?, base });
        base = end;
    }
    Some((head, pieces))
}

/// Where the first line from `from` on begins that looks like the header of a milestone.
fn milestone(text: &str, from: usize) -> Option<usize> {
    let from = (from..text.len()).find(|at| text.is_char_boundary(*at))?;
    let line = text.get(from..)?.find("\n[[milestone]]")?;
    Some(from + line + 1)
}

/// The milestones of `pieces`, in file order; `None` where anything is wrong with one of them.
pub(super) fn drafts<'i>(sink: &Sink<'i>, pieces: &[Piece<'i>], scope: &Scope<'i>) -> Option<Vec<Draft<'i>>> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let shares = pieces.chunks(pieces.len().div_ceil(threads).max(1));
    let read = thread::scope(|threads| {
        let read =
            |share: &[Piece<'i>]| share.iter().map(|piece| piece.read(scope)).collect::<Option<Vec<_>>>();
        let start = |share| thread::Builder::new().spawn_scoped(threads, move || read(share)).ok();
        // All of them start before the first is waited for.
        let started: Vec<_> = shares.map(start).collect();
        started.into_iter().map(|thread| thread?.join().ok()?).collect::<Option<Vec<_>>>()
    })?;
    let mut all = Vec::new();
    for (piece, (drafts, warnings)) in pieces.iter().zip(read.into_iter().flatten()) {
        sink.report_from(piece.base, warnings);
        all.extend(drafts);
    }
    Some(all)
}

impl<'i> Piece<'i> {
    fn read(&self, scope: &Scope<'i>) -> Option<Read<'i>> {
        let (tree, broken) = DeTable::parse_recoverable(self.text);
        if !broken.is_empty() {
            return None;
        }
        let sink = Sink::new(self.text);
        let mut root = Table::new(&sink, "piece", 0..0, tree.into_inner());
        let drafts = milestones::drafts(root.may("milestone").tables("milestone"), scope);
        root.finish();
        let faults = sink.into_faults();
        (!faults.iter().any(Fault::is_error)).then_some((drafts, faults))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::dataset::EMBEDDED;
    use crate::dataset::load::{in_pieces, whole};

    const SMALL: &str = include_str!("../../../tests/data/small.toml");

    /// Whether `text` is read in pieces of `size`; if so, it must come to what it comes to as a whole.
    #[track_caller]
    fn check(text: &str, size: usize) -> bool {
        let loaded = in_pieces(text, size);
        if let Some(loaded) = &loaded {
            assert_eq!(format!("{loaded:?}"), format!("{:?}", whole(text)), "in pieces of {size}: {text}");
        }
        loaded.is_some()
    }

    #[test]
    fn sound_datasets_are_read_in_pieces_of_any_size() {
        for text in [SMALL, EMBEDDED, &SMALL.replace('\n', "\r\n"), &format!("\u{FEFF}{SMALL}")] {
            for size in [1, 10, 500, 1_000, text.len() / 4] {
                assert!(check(text, size), "{size}");
            }
            assert!(!check(text, text.len()));
        }
    }

    #[test]
    fn warnings_keep_their_places() {
        let source = "[[source]]\nid = \"unread\"\npublisher = \"P\"\ntitle = \"T\"\n\n[[milestone]]";
        let text = SMALL.replacen("[[milestone]]", source, 1);
        let text = text.replace("\ntitle = \"", &format!("\ntitle = \"{} ", "墙".repeat(40)));
        assert!(check(&text, 1));
        assert_eq!(whole(&text).faults.len(), 13);
    }

    #[test]
    fn what_does_not_fit_is_read_as_a_whole() {
        let milestone = SMALL.split_inclusive("[[milestone]]\n").nth(1).expect("a milestone");
        for (old, new) in [
            // A cut in prose, in a list, in a list of milestones.
            ("summary = \"\"\"", "summary = \"\"\"\n[[milestone]]\n"),
            ("about = \"\"\"", &format!("about = \"\"\"\n[[milestone]]\n{milestone}")),
            ("\nchannels = [", "\nchannels = [\n[[milestone]],\n"),
            ("schema = 1", "schema = 1\nmilestone = []"),
            ("schema = 1", "schema = 1\nmilestone = [\n[[milestone]]\n]"),
            ("\n[[company]]", "\n [[milestone]]\nid = \"early\"\n[[company]]"),
            // Other tables behind the first milestone.
            ("\n[[milestone]]", "\n[milestone.cites]\n[[milestone]]"),
            ("\n[[company]]", "\n[[milestone]]\n[[company]]"),
            // What is at fault only together with another piece.
            ("id = \"links-open\"", "id = \"prehistory\""),
            ("id = \"links-open\"", "id = \"links-closed\""),
        ] {
            let text = SMALL.replacen(old, new, 1);
            assert_ne!(text, SMALL, "{old}");
            assert!(!check(&text, 1), "{new}");
        }
    }

    /// What may stand on a line, and what changes where statements begin and end.
    fn line() -> impl Strategy<Value = String> {
        const LINES: &[&str] = &[
            "",
            "# x",
            "\"\"\"",
            "'''",
            "]",
            "a = [",
            "note = \"\"\"",
            "note = \"x\"",
            "[dataset]",
            "[milestone.x]",
            "[[milestone.cites]]",
            " [[milestone]]",
            "[[milestone]] # x",
            "[[milestone]]",
            "[[source]]",
            "milestone = []",
            "title = 1",
            "id = \"links-open\"",
        ];
        prop::sample::select(LINES).prop_map(str::to_owned)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_dataset_with_other_lines_is_the_same_in_pieces(
            edits in prop::collection::vec((any::<prop::sample::Index>(), 0..3usize, line()), 1..4),
            size in 1..2_000usize,
        ) {
            let mut lines: Vec<String> = SMALL.lines().map(str::to_owned).collect();
            for (at, cut, new) in edits {
                let at = at.index(lines.len());
                let end = (at + cut).min(lines.len());
                lines.splice(at..end, [new]);
            }
            check(&lines.join("\n"), size);
        }

        #[test]
        fn a_dataset_with_its_lines_moved_is_the_same_in_pieces(
            from in any::<prop::sample::Index>(), count in 1..40usize, to in any::<prop::sample::Index>(),
        ) {
            let mut lines: Vec<&str> = SMALL.lines().collect();
            let from = from.index(lines.len());
            let moved: Vec<&str> = lines.drain(from..(from + count).min(lines.len())).collect();
            let to = to.index(lines.len());
            lines.splice(to..to, moved);
            check(&lines.join("\n"), 1);
        }
    }
}
