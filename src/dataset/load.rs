//! TOML text → [`Dataset`], or every fault in it.
//!
//! Text that is no TOML has only its syntax looked at: what it says is anybody's guess. Otherwise all tables
//! are read, those that others refer to first, and faults gathered on the way are put in file order.
//!
//! A file is read in `pieces` and by a `quick` reader, as long as nothing is wrong with it. Where anything
//! is, it is read once more, by the parser: what is wrong is said in one way only.

mod assemble;
mod build;
mod check;
mod explain;
mod field;
mod many;
mod map;
mod milestones;
mod names;
mod parser;
mod parts;
mod pieces;
mod progress;
mod quick;
mod read;
mod recent;
mod scan;
mod sink;
mod slip;
mod statements;
mod syntax;
mod tree;
mod turning_points;

use std::borrow::Cow;
use std::ops::Range;

use toml::de::DeTable;

use super::format::FILE;
use super::records::Records;
use super::{Dataset, DatasetHead, DatasetText};
use crate::fault::{self, Fault, FaultCounts, Gathered};
use assemble::assemble;
use build::Builder;
pub use field::noun;
pub use many::side_by_side;
use milestones::Draft;
use names::Scope;
use parser::Broken;
use parts::all;
pub use progress::{Progress, Seen, Stage};
use read::Table;
use sink::Sink;
use turning_points::TurningPoints;

/// What loading came to.
#[derive(Debug)]
pub struct Loaded {
    /// The dataset; `None` where any fault is an error: a faulty dataset never half-loads.
    pub dataset: Option<Dataset>,
    /// The first faults, in file order: at most [`MOST`](crate::fault::MOST).
    pub faults: Vec<Fault>,
    /// How many there are.
    pub counts: FaultCounts,
    /// How many of the dataset's milestones the quick reader handed on to the TOML parser, which reads all that TOML may
    /// say and takes ten times as long.
    pub handed_on: usize,
}

impl Loaded {
    fn new(dataset: Option<Dataset>, faults: Gathered, handed_on: usize) -> Self {
        let counts = faults.counts();
        Self { dataset, faults: faults.into_first(), counts, handed_on }
    }

    fn failed(fault: Fault) -> Self {
        let mut faults = Gathered::default();
        faults.add(fault);
        Self::new(None, faults, 0)
    }

    /// The faults of the file that is called `name` and says `text`, as a compiler shows them; see [`fault::render_first`].
    pub fn shown(&self, name: &str, text: &str, color: bool) -> String {
        fault::render_first(name, text, &self.faults, self.counts, color)
    }
}

/// Bytes of memory that a dataset takes for a byte of its text, made ready to be searched: twice what was measured.
const ROOM: usize = 4;

/// Loads the TOML `text`, of which a copy is kept.
///
/// ```
/// use wallchart::dataset::load::load;
///
/// let text = r#"
/// schema = 1
/// dataset = { id = "moon", title = "The Moon" }
///
/// [[kind]]
/// id = "landing"
/// name = "Landing"
/// tone = "opening"
/// glyph = "▲"
/// ascii = "^"
///
/// [[source]]
/// id = "nasa"
/// publisher = "NASA"
/// title = "Apollo 11 mission overview"
///
/// [[milestone]]
/// id = "apollo-11"
/// date = "1969-07-20"
/// title = "Two people walk on the Moon"
/// kind = "landing"
/// summary = "They stay for a day."
/// confidence = "high"
/// cites = [{ source = "nasa" }]
/// "#;
/// let dataset = load(text).dataset.ok_or("a dataset")?;
/// assert_eq!(dataset.milestones().next().map(|moon| moon.title()), Some("Two people walk on the Moon"));
///
/// // A file with an error never half-loads; what is wrong is told as a compiler tells it.
/// let slip = text.replace("\"high\"", "\"hihg\"");
/// let loaded = load(&slip);
/// assert!(loaded.dataset.is_none());
/// assert!(loaded.shown("moon.toml", &slip, false).contains("did you mean `high`?"));
/// # Ok::<(), &str>(())
/// ```
pub fn load(text: &str) -> Loaded {
    load_text(&text.to_owned().into())
}

/// Loads the TOML `text`, which the dataset keeps.
pub fn load_text(text: &DatasetText) -> Loaded {
    load_reporting(text, &Progress::default())
}

/// Loads the TOML `text`, which the dataset keeps, and says in `progress` how far that is.
pub fn load_reporting(text: &DatasetText, progress: &Progress) -> Loaded {
    progress.begin(Stage::Parsing, u64::try_from(text.len()).ok());
    if u32::try_from(text.len()).is_err() {
        return Loaded::failed(Fault::error(0..0, "this file is too large", "expected at most 4 GiB"));
    }
    if !parser::has_room(text.len().saturating_mul(ROOM)) {
        return Loaded::failed(explain::no_room());
    }
    in_pieces(text, pieces::SIZE, progress).or_else(|| one_by_one(text)).unwrap_or_else(|| whole(text))
}

/// Of a TOML `text` that is no dataset: what is sound, with whatever is not blanked out byte for byte, and the faults of
/// that. It is safe to be parsed: nothing in it is nested too deep.
pub fn sound_toml(text: &str) -> (Cow<'_, str>, Gathered) {
    let sink = Sink::new(text);
    match parser::parse(text).sound(&sink) {
        Ok(_) => (Cow::Borrowed(text), sink.into_faults()),
        Err(first) => {
            let (sound, faults) = syntax::sound(text, &first);
            (Cow::Owned(sound), faults)
        }
    }
}

/// Loads `text` cut into pieces of about `size` bytes; `None` where anything in it is wrong, or rare.
fn in_pieces(text: &DatasetText, size: usize, progress: &Progress) -> Option<Loaded> {
    let sink = Sink::new(text);
    let (head, pieces) = pieces::cut(text, size);
    // Without milestones that is all there is, and read as a whole it comes to the same.
    let parsed = || (!pieces.is_empty()).then(|| parser::parse(head).sound(&sink).ok()).flatten();
    let tree = tree::tree(head).or_else(parsed)?;
    progress.add(Stage::Parsing, head.len());
    let loaded = tables(text, tree, sink, Way::Pieces(&pieces, progress)).ok()?;
    loaded.dataset.is_some().then_some(loaded)
}

/// Loads `text` milestone by milestone; `None` where its syntax is at fault, or where that cannot be told.
fn one_by_one(text: &DatasetText) -> Option<Loaded> {
    let sink = Sink::new(text);
    let (head, pieces) = pieces::cut(text, text.len());
    (!pieces.is_empty()).then_some(())?;
    tables(text, parser::parse(head).sound(&sink).ok()?, sink, Way::OneByOne).ok()
}

/// The milestones cannot be read in the way that was tried.
struct Unfit;

/// How the milestones of a file are read.
#[derive(Clone, Copy)]
enum Way<'p> {
    /// In these pieces, side by side, as long as nothing is wrong.
    Pieces(&'p [Range<usize>], &'p Progress),
    /// One by one, by the parser.
    OneByOne,
    /// With everything else.
    Whole,
}

fn whole(text: &DatasetText) -> Loaded {
    let sink = Sink::new(text);
    match parser::parse(text).sound(&sink) {
        // Read as a whole there is nothing that does not fit.
        Ok(tree) => tables(text, tree, sink, Way::Whole)
            .unwrap_or_else(|Unfit| Loaded::new(None, Gathered::default(), 0)),
        Err(Broken::NoRoom) => Loaded::failed(explain::no_room()),
        Err(first) => Loaded::new(None, syntax::faults(text, &first), 0),
    }
}

/// Reads the tables of `text`: those in `tree`, and the milestones as `way` says.
fn tables<'i>(
    text: &'i DatasetText,
    tree: DeTable<'i>,
    sink: Sink<'i>,
    way: Way<'_>,
) -> Result<Loaded, Unfit> {
    let (dataset, handed_on) = file(Table::new(&sink, &FILE, 0..0, tree), text, way)?;
    let sound = !sink.has_errors();
    Ok(Loaded::new(dataset.filter(|_| sound), sink.into_faults(), handed_on))
}

/// The dataset; where it has errors, perhaps none. And how many milestones the quick reader handed on.
fn file<'i>(
    mut root: Table<'_, 'i>,
    text: &'i DatasetText,
    way: Way<'_>,
) -> Result<(Option<Dataset>, usize), Unfit> {
    let sink = root.sink;
    root.named("schema").schema();
    let (head, turning_points) = root.named("dataset").table().map(head).unwrap_or_default();
    let mut scope = Scope::new();
    let companies =
        all(root.named("company").tables(), |index, table| parts::company(index, table, &mut scope));
    let platforms =
        all(root.named("platform").tables(), |index, table| parts::platform(index, table, &mut scope));
    let kinds = all(root.named("kind").tables(), |index, table| parts::kind(index, table, &mut scope.kinds));
    let channels =
        all(root.named("channel").tables(), |index, table| parts::channel(index, table, &mut scope.channels));
    let sources =
        all(root.named("source").tables(), |index, table| parts::source(index, table, &mut scope.sources));
    let barriers =
        all(root.named("barrier").tables(), |index, table| parts::barrier(index, table, &mut scope));
    let milestones = root.named("milestone");
    // Whether a list of milestones that began in the head may go on in another piece, only the parser can say.
    if milestones.value.is_some() && !matches!(way, Way::Whole) {
        return Err(Unfit);
    }
    let builders = match way {
        Way::Pieces(pieces, progress) => pieces::read(text, pieces, &scope, (sink, progress)).ok_or(Unfit)?,
        Way::OneByOne => {
            checked(sink, pieces::parse_each(text, &scope, sink).ok_or(Unfit)?, &scope, &turning_points)
        }
        Way::Whole => checked(sink, milestones::drafts(milestones.tables(), &scope), &scope, &turning_points),
    };
    root.finish();
    let handed_on = builders.iter().map(Builder::handed_on).sum();
    let dataset = assemble(text, builders).and_then(|store| {
        if let Way::Pieces(..) = way {
            let cited = store.cites.iter().flatten().map(|cite| cite.source);
            check::uncited(sink, &scope.sources, cited);
        }
        let head = DatasetHead { turning_points: turning_points.find(&store)?, ..head? };
        let records = Records { companies, platforms, kinds, channels, sources, barriers, store };
        Some(Dataset::new(head, records))
    });
    Ok((dataset, handed_on))
}

/// What the parser read, with what only shows between milestones; nothing where one of them could not be read.
fn checked<'i>(
    sink: &Sink<'i>,
    drafts: Vec<Draft<'i>>,
    scope: &Scope<'i>,
    turning_points: &TurningPoints<'i>,
) -> Vec<Builder<'i>> {
    let names = milestones::check(sink, &drafts, scope);
    turning_points.check(sink, &names, &drafts);
    let mut builder = Builder::default();
    if sink.has_errors() || milestones::hand_over(drafts, &mut builder).is_none() {
        return Vec::new();
    }
    vec![builder]
}

/// What the dataset says about itself, if all that it needs is there, and what it calls its turning points.
fn head<'i>(mut table: Table<'_, 'i>) -> (Option<DatasetHead>, TurningPoints<'i>) {
    let id = table.id();
    let title = table.named("title").line();
    let title_zh = table.named("title_zh").line();
    let about = table.named("about").prose();
    let about_zh = table.named("about_zh").prose();
    let note = table.named("note").prose();
    let note_zh = table.named("note_zh").prose();
    let version = table.named("version").line();
    let license = table.named("license").line();
    let span = table.named("span").date().map(|(date, _)| date.span());
    let turning_points = TurningPoints::read(&mut table);
    table.finish();
    let head = parts::stored(id).zip(title).map(|(id, title)| DatasetHead {
        id,
        title,
        title_zh,
        about,
        about_zh,
        note,
        note_zh,
        version,
        license,
        span,
        // Known once the milestones are.
        turning_points: Vec::new(),
    });
    (head, turning_points)
}
