//! Tables → what milestones refer to.

use super::field::Word;
use super::field::{KeyedValue, scrubbed};
use super::names::{ANY, Names, Scope};
use super::read::Table;
use crate::dataset::{
    Barrier, BarrierId, BarrierState, Channel, ChannelId, Company, CompanyId, Kind, KindId, Party, Platform,
    PlatformId, Source, SourceId, Tone, Via,
};
use crate::fault::{Fault, code};
use crate::text;

/// Reads each of `tables` with `read`, which is told its index.
pub(super) fn all<'s, 'i, T>(
    tables: Vec<Table<'s, 'i>>,
    mut read: impl FnMut(usize, &mut Table<'s, 'i>) -> Option<T>,
) -> Vec<T> {
    let mut parts = Vec::with_capacity(tables.len());
    for (index, mut table) in tables.into_iter().enumerate() {
        parts.extend(read(index, &mut table));
        table.finish();
    }
    parts
}

/// The id of a table as it is stored.
pub(super) fn stored(id: Option<Word<'_>>) -> Option<String> {
    id.map(|word| word.text.into_owned())
}

/// A company.
pub(super) fn company<'i>(index: usize, table: &mut Table<'_, 'i>, scope: &mut Scope<'i>) -> Option<Company> {
    let id = table.id();
    scope.claim_party(table.sink, id.as_ref(), Party::Company(CompanyId::new(index)));
    let name = table.named("name").line();
    let name_zh = table.named("name_zh").line();
    let short = table.named("short").line();
    let short_zh = table.named("short_zh").line();
    let aliases = table.named("aliases").lines();
    let role = table.named("role").line();
    let role_zh = table.named("role_zh").line();
    let note = table.named("note").prose();
    let note_zh = table.named("note_zh").prose();
    let (id, name) = (stored(id)?, name?);
    Some(Company { id, name, name_zh, short, short_zh, aliases, role, role_zh, note, note_zh })
}

/// A platform, and whose it is.
pub(super) fn platform<'i>(
    index: usize,
    table: &mut Table<'_, 'i>,
    scope: &mut Scope<'i>,
) -> Option<Platform> {
    let id = table.id();
    scope.claim_party(table.sink, id.as_ref(), Party::Platform(PlatformId::new(index)));
    let company = table.named("company").word().and_then(|word| scope.company(table.sink, &word));
    let name = table.named("name").line();
    let name_zh = table.named("name_zh").line();
    let aliases = table.named("aliases").lines();
    let note = table.named("note").prose();
    let note_zh = table.named("note_zh").prose();
    Some(Platform { id: stored(id)?, company: company?, name: name?, name_zh, aliases, note, note_zh })
}

/// A kind of milestone.
pub(super) fn kind<'i>(
    index: usize,
    table: &mut Table<'_, 'i>,
    names: &mut Names<'i, KindId>,
) -> Option<Kind> {
    let id = table.id();
    names.claim(table.sink, id.as_ref(), KindId::new(index));
    let name = table.named("name").line();
    let name_zh = table.named("name_zh").line();
    let aliases = table.named("aliases").lines();
    let tone = table.named("tone").one_of(&Tone::ALL, Tone::as_str);
    let glyph = glyph(table, "glyph", "one character of one column", |_| true);
    let ascii = glyph_ascii(table);
    let note = table.named("note").prose();
    let note_zh = table.named("note_zh").prose();
    Some(Kind {
        id: stored(id)?,
        name: name?,
        name_zh,
        aliases,
        tone: tone?,
        glyph: glyph?,
        ascii: ascii?,
        note,
        note_zh,
    })
}

fn glyph_ascii(table: &mut Table<'_, '_>) -> Option<String> {
    glyph(table, "ascii", "one printable character of ASCII", |glyph| {
        glyph.chars().all(|c| c.is_ascii_graphic())
    })
}

/// A string that takes one column, and that `is_fit` takes. Wider ones would shift every row they are in.
fn glyph(
    table: &mut Table<'_, '_>,
    key: &'static str,
    wanted: &str,
    is_fit: fn(&str) -> bool,
) -> Option<String> {
    let word = table.named(key).word()?;
    let glyph = text::scrub(&word.text, text::Breaks::Fold).into_owned();
    let cols = text::width(&glyph);
    if cols == 1 && is_fit(&glyph) {
        return Some(glyph);
    }
    let message = match cols {
        1 => format!("`{key}` is {}, not ASCII", code(&glyph)),
        _ => format!("`{key}` takes {cols} columns"),
    };
    table.sink.report(Fault::error(word.span, &message, &format!("expected {wanted}")));
    None
}

/// A channel.
pub(super) fn channel<'i>(
    index: usize,
    table: &mut Table<'_, 'i>,
    names: &mut Names<'i, ChannelId>,
) -> Option<Channel> {
    let id = table.id();
    names.claim(table.sink, id.as_ref(), ChannelId::new(index));
    let name = table.named("name").line();
    let name_zh = table.named("name_zh").line();
    let aliases = table.named("aliases").lines();
    let note = table.named("note").prose();
    let note_zh = table.named("note_zh").prose();
    Some(Channel { id: stored(id)?, name: name?, name_zh, aliases, note, note_zh })
}

/// A source.
pub(super) fn source<'i>(
    index: usize,
    table: &mut Table<'_, 'i>,
    names: &mut Names<'i, SourceId>,
) -> Option<Source> {
    let id = table.id();
    names.claim(table.sink, id.as_ref(), SourceId::new(index));
    let publisher = table.named("publisher").line();
    let publisher_zh = table.named("publisher_zh").line();
    let title = table.named("title").line();
    let title_zh = table.named("title_zh").line();
    let url = address(table.named("url"));
    let date = table.named("published").date().map(|(date, _)| date);
    let lang = table.named("lang").line();
    let via = table.named("via").one_of(&Via::ALL, Via::as_str).unwrap_or_default();
    let is_paraphrased = table.named("paraphrased").flag().unwrap_or_default();
    let note = table.named("note").prose();
    let note_zh = table.named("note_zh").prose();
    Some(Source {
        id: stored(id)?,
        publisher: publisher?,
        publisher_zh,
        title: title?,
        title_zh,
        url,
        published: date,
        lang,
        via,
        is_paraphrased,
        note,
        note_zh,
    })
}

/// The address of a source; one that no browser opens is worth a warning: in an export it is text, not a link.
fn address(field: KeyedValue<'_, '_>) -> Option<String> {
    let (sink, key) = (field.sink, field.key);
    let word = field.word()?;
    let span = word.span.clone();
    let address = scrubbed(word);
    if !text::is_web_address(&address) {
        let message = format!("{} is no address that a browser opens", code(key));
        let (expected, help) = why_unopened(&address);
        sink.report(Fault::warning(span, &message, expected).help(help));
    }
    Some(address)
}

/// What no browser opens for: what is expected in its place, and how to mend it.
fn why_unopened(address: &str) -> (&'static str, String) {
    if text::is_web_address(&address.replace(char::is_whitespace, "")) {
        return ("expected one without blanks", "write a blank in an address as `%20`".to_owned());
    }
    // `wikipedia.org/wiki/X`: what stands before the first slash is a host.
    let host = address.split('/').next().unwrap_or_default();
    let web = format!("https://{address}");
    let help = if host.contains('.') && !host.contains(':') && text::is_web_address(&web) {
        format!("write {}", code(&web))
    } else {
        "leave it out where the source is not on the web".to_owned()
    };
    ("expected one that begins with `https://` or `http://`", help)
}

/// A barrier.
pub(super) fn barrier<'i>(index: usize, table: &mut Table<'_, 'i>, scope: &mut Scope<'i>) -> Option<Barrier> {
    let id = table.id();
    scope.barriers.claim(table.sink, id.as_ref(), BarrierId::new(index));
    let name = table.named("name").line();
    let name_zh = table.named("name_zh").line();
    let short = table.named("short").line();
    let short_zh = table.named("short_zh").line();
    let aliases = table.named("aliases").lines();
    let holders = table.named("holders").words();
    let holders = scope.parties.find_all(table.sink, &holders);
    let (everyone, others) =
        table.named("against").words().into_iter().partition::<Vec<_>, _>(|word| word.text == ANY);
    let mut against = scope.parties.find_all(table.sink, &others);
    if !everyone.is_empty() {
        against.insert(0, Party::Any);
    }
    let channel = table.named("channel").word().and_then(|word| scope.channels.find(table.sink, &word));
    let before = table
        .named("before")
        .one_of(&BarrierState::BEFORE, BarrierState::as_str)
        .unwrap_or(BarrierState::Unknown);
    let note = table.named("note").prose();
    let note_zh = table.named("note_zh").prose();
    let (id, name, channel) = (stored(id)?, name?, channel?);
    Some(Barrier {
        id,
        name,
        name_zh,
        short,
        short_zh,
        aliases,
        holders,
        against,
        channel,
        before,
        note,
        note_zh,
    })
}
