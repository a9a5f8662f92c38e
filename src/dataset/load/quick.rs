//! Milestones by the [quick reader](super::scan): straight from the text to what is stored.
//!
//! It reads what is sound and written in the usual way. Anything else (a word with an escape, a reference to nothing, a
//! title that is too wide) makes it say [`None`] for that milestone, which the parser then reads, checks and blames.

use std::borrow::Cow;

use super::build::{Builder, Extras};
use super::map::Map;
use super::names::Scope;
use super::read::is_kebab;
use super::scan::Scanner;
use crate::dataset::claims::InlineTexts;
use crate::dataset::format::{
    CITE, CITE_TEXTS, EFFECT, EFFECT_TEXTS, FormatKey, IdsOf, LISTS, MILESTONE, REQUIRED, REQUIRED_TEXTS,
    Value,
};
use crate::dataset::store::{MilestoneFlags, StoredMilestone, TextRange};
use crate::dataset::{BarrierEffect, BarrierState, Cite, Confidence, KindId, Party, RelationKind};
use crate::date::Date;
use crate::text::{self, Breaks};

/// What lists mean, by how they are written: of a million milestones few write one that no other has.
#[derive(Debug, Default)]
pub(super) struct Interner<'i> {
    channels: Map<&'i str, u32>,
    companies: Map<&'i str, u32>,
    platforms: Map<&'i str, u32>,
    cites: Map<&'i str, u32>,
}

/// What is longer than this is not worth interning.
const INTERNED_BYTES: usize = 96;

/// As many lists as are interned of one field. What says something that no other says would fill the memory.
const INTERNED_LISTS: usize = 1 << 14;

/// What is read of one milestone.
#[derive(Debug, Default)]
struct FoundKeys<'i> {
    /// The keys that were there, a bit each, by their places in the table.
    keys: u64,
    id: &'i str,
    parts: [TextRange; REQUIRED_TEXTS],
    lists: [u32; LISTS],
    date: u32,
    cites: u32,
    kind: Option<KindId>,
    confidence: Option<Confidence>,
    also: MilestoneFlags,
    extras: Extras<'i>,
}

/// Reads one milestone after its header, up to the next one, into `builder`; its id comes back. `base` is where its
/// header stands in the file, `header` where in the text that is scanned.
pub(super) fn milestone<'i>(
    scanner: &mut Scanner<'i>,
    header: usize,
    base: u32,
    scope: &Scope<'i>,
    (builder, interner): (&mut Builder<'i>, &mut Interner<'i>),
) -> Option<&'i str> {
    let mut reader =
        QuickParser { scanner, header, scope, builder, interner, next: 0, found: FoundKeys::default() };
    loop {
        reader.scanner.gap()?;
        match reader.scanner.peek() {
            None | Some(b'[') => break,
            Some(_) => {
                let key = reader.scanner.key()?;
                reader.value(key)?;
                reader.scanner.end_of_line()?;
            }
        }
    }
    let FoundKeys { keys, id, parts, lists, date, cites, kind, confidence, also, extras } = reader.found;
    (keys & REQUIRED == REQUIRED).then_some(())?;
    let row = StoredMilestone { base, parts, lists, date, kind: kind?, cites, confidence: confidence?, also };
    builder.push(row, extras);
    Some(id)
}

struct QuickParser<'r, 'i> {
    scanner: &'r mut Scanner<'i>,
    header: usize,
    scope: &'r Scope<'i>,
    builder: &'r mut Builder<'i>,
    interner: &'r mut Interner<'i>,
    /// The place in the table of the key that comes next, if they come in its order.
    next: usize,
    found: FoundKeys<'i>,
}

impl<'i> QuickParser<'_, 'i> {
    /// The key that is called `name`; `None` where there is no such key, or where it was there before.
    fn key(&mut self, name: &str) -> Option<&'static FormatKey> {
        let keys = MILESTONE.keys;
        let at = (self.next..keys.len()).chain(0..self.next).find(|at| keys[*at].name == name)?;
        let bit = 1 << at;
        (self.found.keys & bit == 0).then_some(())?;
        self.found.keys |= bit;
        self.next = at + 1;
        keys.get(at)
    }

    /// The value of the key that is called `name`.
    fn value(&mut self, name: &str) -> Option<()> {
        let key = self.key(name)?;
        match key.value {
            Value::Id => {
                let (id, at) = self.line()?;
                is_kebab(id).then_some(())?;
                self.found.id = id;
                self.text(key, at);
            }
            Value::Line => {
                let (_, at) = self.line()?;
                self.text(key, at);
            }
            Value::Caption(cols) => {
                let caption = self.caption(cols)?;
                self.text(key, caption);
            }
            Value::Prose => {
                let prose = self.prose()?;
                self.text(key, prose);
            }
            Value::Flag => match self.scanner.word()? {
                "true" => self.found.also.add(MilestoneFlags::flag(key.slot())),
                "false" => {}
                _ => return None,
            },
            Value::Date => {
                let written = match self.scanner.peek()? {
                    b'"' => self.scanner.verbatim()?,
                    // A bare date, which is written as EDTF writes it; a time may not be.
                    _ => self.scanner.word().filter(|word| word.len() == "2021-09-09".len())?,
                };
                self.found.date = self.builder.dates.read(written)?;
            }
            Value::Kind => {
                let word = self.word()?;
                self.found.kind = Some(self.scope.kinds.get(word)?);
            }
            Value::Confidence => {
                let word = self.word()?;
                self.found.confidence = Some(Confidence::ALL.into_iter().find(|one| one.as_str() == word)?);
            }
            Value::Ids(of) => self.found.lists[key.slot()] = self.ids(of)?,
            Value::Cites => {
                let list = self.cites()?;
                // One is needed.
                (list > 0).then_some(())?;
                self.found.cites = list;
            }
            Value::Effects => self.effects()?,
            Value::Relations => self.relations()?,
            // No milestone holds one.
            Value::Version
            | Value::Table(_)
            | Value::Tables(_)
            | Value::Lines
            | Value::Address
            | Value::Glyph
            | Value::Word
            | Value::Ref
            | Value::Milestones
            | Value::Parties => return None,
        }
        Some(())
    }

    /// Takes note of where the text `key` stands.
    fn text(&mut self, key: &FormatKey, part: TextRange) {
        match key.slot().checked_sub(REQUIRED_TEXTS) {
            None => self.found.parts[key.slot()] = part,
            Some(further) => self.found.extras.further[further] = part,
        }
    }

    /// A word, as it is compared with ids.
    fn word(&mut self) -> Option<&'i str> {
        self.scanner.verbatim()
    }

    /// One line, and where it stands.
    fn line(&mut self) -> Option<(&'i str, TextRange)> {
        let line = self.scanner.verbatim()?;
        (is_clean(line) && is_line(line)).then_some(())?;
        Some((line, self.part(line, self.scanner.string_at())?))
    }

    fn caption(&mut self, cols: usize) -> Option<TextRange> {
        let (caption, at) = self.line()?;
        (caption.len() <= cols || text::width(caption) <= cols).then_some(at)
    }

    /// Prose without the blanks around it.
    fn prose(&mut self) -> Option<TextRange> {
        let (prose, is_escaped) = self.scanner.written()?;
        // As it stands in the file a backslash is one of an escape.
        (is_clean(prose) && (is_escaped || !prose.contains('\\'))).then_some(())?;
        if is_escaped {
            self.found.also.add(MilestoneFlags::ESCAPES);
        }
        let begun = prose.trim_start();
        let trimmed = begun.trim_end();
        (!trimmed.is_empty()).then_some(())?;
        self.part(trimmed, self.scanner.string_at() + prose.len() - begun.len())
    }

    fn part(&self, text: &str, from: usize) -> Option<TextRange> {
        TextRange::new(from - self.header, text.len())
    }

    fn ids(&mut self, of: IdsOf) -> Option<u32> {
        match of {
            IdsOf::Channels => self.channels(),
            IdsOf::Companies => self.companies(),
            IdsOf::Platforms => self.platforms(),
        }
    }

    fn channels(&mut self) -> Option<u32> {
        let QuickParser { scanner, scope, builder, interner, .. } = self;
        interned(scanner, &mut interner.channels, |scanner| {
            Some(builder.channels.add(ids(scanner, |word| scope.channels.get(word))?))
        })
    }

    fn companies(&mut self) -> Option<u32> {
        let QuickParser { scanner, scope, builder, interner, .. } = self;
        interned(scanner, &mut interner.companies, |scanner| {
            let company = |word: &str| match scope.parties.get(word)? {
                Party::Company(id) => Some(id),
                _ => None,
            };
            Some(builder.companies.add(ids(scanner, company)?))
        })
    }

    fn platforms(&mut self) -> Option<u32> {
        let QuickParser { scanner, scope, builder, interner, .. } = self;
        interned(scanner, &mut interner.platforms, |scanner| {
            let platform = |word: &str| match scope.parties.get(word)? {
                Party::Platform(id) => Some(id),
                _ => None,
            };
            Some(builder.platforms.add(ids(scanner, platform)?))
        })
    }

    fn cites(&mut self) -> Option<u32> {
        let QuickParser { scanner, scope, builder, interner, .. } = self;
        interned(scanner, &mut interner.cites, |scanner| {
            let mut list: Vec<Cite> = Vec::new();
            scanner.list(|scanner| {
                let mut source = None;
                let mut texts: InlineTexts<CITE_TEXTS> = Default::default();
                scanner.table(|scanner, name, _| {
                    let (key, text) = (CITE.key(name)?, scanner.string()?);
                    match key.value {
                        Value::Ref => once(&mut source, scope.sources.get(&text)?),
                        _ => inline_text(key, &text, &mut texts),
                    }
                })?;
                list.push(Cite::new(source?, texts));
                Some(())
            })?;
            Some(builder.cites.add(list))
        })
    }

    fn effects(&mut self) -> Option<()> {
        let QuickParser { scanner, scope, found, .. } = self;
        scanner.list(|scanner| {
            let (mut barrier, mut state, mut date) = (None, None, None);
            let mut texts: InlineTexts<EFFECT_TEXTS> = Default::default();
            scanner.table(|scanner, name, _| {
                let (key, text) = (EFFECT.key(name)?, scanner.string()?);
                match key.value {
                    Value::Ref => once(&mut barrier, scope.barriers.get(&text)?),
                    Value::Word => {
                        let is_it = |one: &BarrierState| one.as_str() == text;
                        once(&mut state, BarrierState::AFTER.into_iter().find(is_it)?)
                    }
                    Value::Date => once(&mut date, Box::new(Date::parse(&text).ok()?)),
                    _ => inline_text(key, &text, &mut texts),
                }
            })?;
            found.extras.effects.push(BarrierEffect::new(barrier?, state?, date, texts));
            Some(())
        })
    }

    fn relations(&mut self) -> Option<()> {
        let QuickParser { scanner, found, .. } = self;
        scanner.list(|scanner| {
            let (mut kind, mut to) = (None, None);
            let (mut note, mut note_zh) = (None, None);
            scanner.table(|scanner, key, _| {
                let text = scanner.string()?;
                match key {
                    "type" => {
                        once(&mut kind, RelationKind::ALL.into_iter().find(|one| one.as_str() == text)?)
                    }
                    "to" => once(&mut to, text),
                    // Checked and let go.
                    "note" => once(&mut note, remark(&text)?),
                    "note_zh" => once(&mut note_zh, remark(&text)?),
                    _ => None,
                }
            })?;
            found.extras.relations.push((kind?, to?));
            Some(())
        })
    }
}

/// Keeps `value`; `None` where there is one already.
fn once<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.replace(value).is_none().then_some(())
}

/// What is named in a list, and looked for in all that was named before: more is the parser's.
const SHORT: usize = 64;

/// What the words of a list stand for; one named twice counts once.
fn ids<T: PartialEq>(scanner: &mut Scanner<'_>, find: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut list = Vec::new();
    scanner.list(|scanner| {
        let id = find(scanner.verbatim()?)?;
        (list.len() < SHORT).then_some(())?;
        if !list.contains(&id) {
            list.push(id);
        }
        Some(())
    })?;
    Some(list)
}

/// What `read` makes of the list that comes next, or made of one that was written alike.
fn interned<'i>(
    scanner: &mut Scanner<'i>,
    interner: &mut Map<&'i str, u32>,
    read: impl FnOnce(&mut Scanner<'i>) -> Option<u32>,
) -> Option<u32> {
    if let Some(list) = scanner.up_to(b']').and_then(|written| interner.get_key_value(written)) {
        scanner.skip(list.0.len());
        return Some(*list.1);
    }
    let from = scanner.at();
    let list = read(scanner)?;
    let written = scanner.since(from);
    if written.len() <= INTERNED_BYTES && interner.len() < INTERNED_LISTS {
        interner.insert(written, list);
    }
    Some(list)
}

/// Whether `text` is shown as it is.
fn is_clean(text: &str) -> bool {
    // The quick reader takes no control character but a newline.
    text.is_ascii() || matches!(text::scrub(text, Breaks::Keep), Cow::Borrowed(_))
}

/// Whether `text` is one line that shows something.
fn is_line(text: &str) -> bool {
    !text.contains('\n') && text::is_seen(text)
}

/// Keeps the text `key` of an inline table; `None` where it is none, or is for the parser.
fn inline_text(key: &FormatKey, text: &str, texts: &mut [Option<Box<str>>]) -> Option<()> {
    let text = match key.value {
        Value::Line => (is_clean(text) && is_line(text)).then(|| text.into())?,
        Value::Prose => remark(text)?,
        _ => return None,
    };
    once(texts.get_mut(key.slot())?, text)
}

/// A remark, trimmed as prose is. Blank ones are the parser's to leave out.
fn remark(text: &str) -> Option<Box<str>> {
    let trimmed = text.trim();
    (!trimmed.is_empty() && is_clean(trimmed)).then(|| trimmed.into())
}
