//! The milestones of a file, read piece by piece, by several threads where there are many.
//!
//! ```text
//! schema = 1  ┐
//! [dataset]   │ head: read first, since milestones refer to what is in it
//! [[company]] │
//! [[source]]  ┘
//! [[milestone]] … [[milestone]] …   ← piece ┐ whichever thread comes first
//! [[milestone]] … [[milestone]] …   ← piece │ takes the next
//! [[milestone]] … [[milestone]] …   ← piece ┘
//! ```
//!
//! A cut is made where a line begins with `[[milestone]]`, which may as well be a line of prose or of a list.
//! That needs no looking for: what comes before such a cut is then never closed, and no TOML. So if head and
//! pieces are all sound, each cut was between two statements, and a piece says alone what it says in its
//! place: it holds milestones and nothing else, and a milestone looks at no other but by its id.
//!
//! Within a piece the [quick reader](super::quick) reads milestone after milestone; one that is beyond it the TOML
//! parser reads, alone, by the same rule. (The parser keeps a token, an event and a node for every word of a text: of
//! a whole file, a gigabyte for a hundred thousand milestones.)
//!
//! Where anything is wrong, that reading comes out as `None`, and the parser reads every milestone of the file, one by one
//! and in order: what is wrong is said as if the file had been read as a whole. It only is where its syntax is at fault,
//! or where there are other tables behind the first milestone.

use std::num::NonZero;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use memchr::memmem;

use super::build::{Builder, Run};
use super::milestones::{self, Draft};
use super::names::Scope;
use super::parser;
use super::progress::{Progress, Stage};
use super::quick::{self, Interner};
use super::read::Table;
use super::scan::{ScannedStatement, Scanner};
use super::sink::Sink;
use crate::dataset::format::FILE;
use crate::fault::Gathered;

/// So much that handing pieces out costs nothing, and so little that no thread waits long for another at the end.
pub(super) const SIZE: usize = 256 * 1024;

/// How a line begins behind which a file may be cut.
const CUT: &str = "\n[[milestone]]";

/// Cuts `text` into what comes before the first milestone and pieces of at least `size` bytes, the last one
/// perhaps shorter; without a milestone there are none.
pub(super) fn cut(text: &str, size: usize) -> (&str, Vec<Range<usize>>) {
    let first = cut_from(text, 0);
    let mut pieces = Vec::new();
    let mut base = first;
    while base < text.len() {
        let end = cut_from(text, base.saturating_add(size));
        pieces.push(base..end);
        base = end;
    }
    (text.get(..first).unwrap_or_default(), pieces)
}

/// Where the first line behind `from` begins that looks like the header of a milestone; the end of the text where there
/// is none.
fn cut_from(text: &str, from: usize) -> usize {
    let found = text.as_bytes().get(from..).and_then(|rest| memmem::find(rest, CUT.as_bytes()));
    found.map_or(text.len(), |at| from + at + 1)
}

/// What is in `pieces` of `text`; `None` where anything is wrong with one of them. Warnings go to `sink`, and to
/// `progress` what is done.
pub(super) fn read<'i>(
    text: &'i str,
    pieces: &[Range<usize>],
    scope: &Scope<'i>,
    (sink, progress): (&Sink<'i>, &Progress),
) -> Option<Vec<Builder<'i>>> {
    let next = AtomicUsize::new(0);
    // The machine is asked only where the answer matters: that takes a while.
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if pieces.len() < 2 { 1 } else { cores().min(pieces.len()) };
    let read = thread::scope(|scope_of_threads| {
        let work = || PieceParser::new(text).read_all(text, pieces, (&next, progress), scope);
        // All of them start before the first is waited for. This thread does its share.
        let start = |_| thread::Builder::new().spawn_scoped(scope_of_threads, work).ok();
        let started: Vec<_> = (1..threads).map(start).collect();
        let own = work();
        let others = started.into_iter().map(|thread| thread?.join().ok()?);
        std::iter::once(own).chain(others).collect::<Option<Vec<_>>>()
    })?;
    let (builders, warnings): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    for warnings in warnings {
        sink.gather(warnings, 0);
    }
    Some(builders)
}

/// One thread's share.
struct PieceParser<'i> {
    builder: Builder<'i>,
    interner: Interner<'i>,
    sink: Sink<'i>,
}

impl<'i> PieceParser<'i> {
    fn new(text: &'i str) -> Self {
        Self { builder: Builder::default(), interner: Interner::default(), sink: Sink::new(text) }
    }

    /// Reads whatever piece comes next, until there are no more.
    fn read_all(
        mut self,
        text: &'i str,
        pieces: &[Range<usize>],
        (next, progress): (&AtomicUsize, &Progress),
        scope: &Scope<'i>,
    ) -> Option<(Builder<'i>, Gathered)> {
        while let Some(piece) = pieces.get(next.fetch_add(1, Ordering::Relaxed)) {
            if self.read(text.get(piece.clone())?, piece.start, scope).is_none() {
                // What the others would find is of no account any more.
                next.store(pieces.len(), Ordering::Relaxed);
                return None;
            }
            progress.add(Stage::Parsing, piece.len());
        }
        Some((self.builder, self.sink.into_faults()))
    }

    /// Reads one piece, which begins at `base`.
    fn read(&mut self, piece: &'i str, base: usize, scope: &Scope<'i>) -> Option<()> {
        let mut scanner = Scanner::new(piece);
        let mut ascending: Option<(&str, &str)> = None;
        let mut is_ascending = true;
        loop {
            scanner.gap()?;
            let header = scanner.at();
            match scanner.statement()? {
                ScannedStatement::End => break,
                ScannedStatement::Item("milestone") => {}
                _ => return None,
            }
            let at = u32::try_from(base + header).ok()?;
            let mut ahead = scanner.clone();
            let keep = (&mut self.builder, &mut self.interner);
            if let Some(id) = quick::milestone(&mut ahead, header, at, scope, keep) {
                is_ascending &= ascending.is_none_or(|(_, last)| last < id);
                ascending = Some((ascending.map_or(id, |(first, _)| first), id));
                scanner = ahead;
            } else {
                is_ascending = false;
                let end = cut_from(piece, header);
                let drafts = parse(piece.get(header..end)?, base + header, scope, &self.sink)?;
                (!self.sink.has_errors()).then_some(())?;
                milestones::hand_over(drafts, &mut self.builder)?;
                scanner.skip(end - scanner.at());
            }
        }
        let base = u32::try_from(base).ok()?;
        self.builder.end_run(Run { base, ascending: ascending.filter(|_| is_ascending) });
        Some(())
    }
}

/// Every milestone of `text` as the parser reads it, one by one: for a file in which something is wrong. `None` where the
/// syntax is, or where there is anything else than milestones behind the first of them. Faults go to `sink`.
pub(super) fn parse_each<'i>(text: &'i str, scope: &Scope<'i>, sink: &Sink<'i>) -> Option<Vec<Draft<'i>>> {
    let (_, each) = cut(text, 1);
    let mut drafts = Vec::with_capacity(each.len());
    for milestone in each {
        drafts.extend(parse(text.get(milestone.clone())?, milestone.start, scope, sink)?);
    }
    Some(drafts)
}

/// Has the parser read `text`, milestones that begin at `base` in the text of `sink`. `None` where it is no TOML, or says
/// anything else.
fn parse<'i>(text: &'i str, base: usize, scope: &Scope<'i>, sink: &Sink<'i>) -> Option<Vec<Draft<'i>>> {
    let part = sink.of_part(text);
    let tree = parser::parse(text).sound(&part).ok()?;
    tree.keys().all(|key| key.get_ref() == "milestone").then_some(())?;
    let mut root = Table::new(&part, &FILE, 0..0, tree);
    let drafts = milestones::drafts(root.named("milestone").tables(), scope);
    drop(root);
    sink.take(part, base);
    Some(drafts.into_iter().map(|draft| draft.shifted(base)).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::dataset::BarrierId;
    use crate::dataset::format::MILESTONE;
    use crate::dataset::load::{Loaded, Progress, in_pieces, one_by_one, whole};

    const STORY: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/story.toml"));
    const SMALL: &str = include_str!("../../../tests/data/small.toml");

    /// Whether `text` is read in pieces of `size`. If it is, and if it is read milestone by milestone, it must come to
    /// what it comes to as a whole, faults and all.
    #[track_caller]
    fn check(text: &str, size: usize) -> bool {
        let text = text.to_owned().into();
        let loaded = in_pieces(&text, size, &Progress::default());
        let as_whole = described(&whole(&text));
        for loaded in loaded.iter().chain(&one_by_one(&text)) {
            assert_eq!(described(loaded), as_whole, "in pieces of {size}: {}", &*text);
        }
        loaded.is_some()
    }

    /// All that a dataset says, however it is stored.
    fn described(loaded: &Loaded) -> String {
        let Some(dataset) = &loaded.dataset else { return format!("{:#?}", loaded.faults) };
        let milestones: Vec<String> = dataset
            .milestones()
            .map(|one| {
                let texts: Vec<_> =
                    MILESTONE.keys.iter().map(|key| (one.said(key), one.flagged(key))).collect();
                let lists =
                    (one.channel_ids(), one.actor_ids(), one.affected_ids(), one.platform_ids(), one.cites());
                let links = (one.effects(), one.relations(), one.incoming());
                let head = (one.id(), one.date(), one.title(), one.kind_id(), one.confidence());
                format!("{head:?} {texts:?} {lists:?} {links:?}")
            })
            .collect();
        let barriers = (0..dataset.barriers().len()).map(BarrierId::new);
        let histories: Vec<_> = barriers.map(|barrier| dataset.history(barrier)).collect();
        let tables = (dataset.companies(), dataset.platforms(), dataset.kinds(), dataset.channels());
        let tables = (dataset.head(), tables, dataset.sources(), dataset.barriers(), dataset.span());
        format!("{:?}\n{tables:?}\n{}\n{histories:?}", loaded.faults, milestones.join("\n"))
    }

    #[test]
    fn sound_datasets_are_read_in_pieces_of_any_size() {
        for text in [SMALL, STORY, &SMALL.replace('\n', "\r\n"), &format!("\u{FEFF}{SMALL}")] {
            for size in [1, 10, 500, 1_000, text.len() / 4] {
                assert!(check(text, size), "{size}");
            }
        }
    }

    #[test]
    fn warnings_keep_their_places() {
        let source = "[[source]]\nid = \"unread\"\npublisher = \"P\"\ntitle = \"T\"\n\n[[milestone]]";
        let text = SMALL.replacen("[[milestone]]", source, 1);
        let text = text.replace("\ntitle = \"", &format!("\ntitle = \"{} ", "墙".repeat(40)));
        assert!(check(&text, 1));
        assert_eq!(whole(&text.into()).faults.len(), 13);
    }

    #[test]
    fn what_is_wrong_with_a_milestone_is_said_without_reading_the_file_as_a_whole() {
        let faulty =
            SMALL.replace("kind = ", "kid = ").replacen("id = \"links-open\"", "id = \"prehistory\"", 1);
        assert!(!check(&faulty, 1));
        let loaded = one_by_one(&faulty.clone().into()).expect("sound syntax");
        assert!(loaded.dataset.is_none() && loaded.faults.len() > 20, "{:?}", loaded.faults.len());
        // A cut within a text is not one.
        assert!(
            one_by_one(&SMALL.replacen("summary = \"\"\"", "summary = \"\"\"\n[[milestone]]\n", 1).into())
                .is_none()
        );
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
        #![proptest_config(crate::tried::often())]

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
