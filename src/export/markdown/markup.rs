//! What in plain text some reader of Markdown would take for markup: who they are is said in [`escape`](super::escape).

/// The first character of a text, and what follows it.
pub(super) fn split_first(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    Some((chars.next()?, chars.as_str()))
}

/// Signs that mean nothing alone and something as a pair, however far apart in a line.
#[derive(Clone, Copy)]
pub(super) struct PairedSigns {
    tildes: bool,
    dollars: bool,
}

impl PairedSigns {
    /// The other one may stand in another part of the line.
    pub(super) const ANYWHERE: Self = Self { tildes: true, dollars: true };

    pub(super) fn within(text: &str) -> Self {
        let twice = |c: char| text.matches(c).nth(1).is_some();
        Self { tildes: twice('~'), dollars: twice('$') }
    }
}

/// Whether any of the readers would take `c`, between `before` and `after`, for more than itself.
pub(super) fn is_markup(before: Option<char>, c: char, after: &str, pairs: PairedSigns) -> bool {
    let in_word = || before.is_some_and(char::is_alphanumeric);
    match c {
        '\\' | '`' | '*' | '^' | '{' => true,
        '_' => !(in_word() && after.starts_with(char::is_alphanumeric)),
        // Pandoc drops the `!` before a bracket that leads nowhere.
        '[' => before == Some('!') || !is_plain_bracket(after),
        // Pandoc's tags have names in any script.
        '<' => after.starts_with(|c: char| c.is_alphabetic() || matches!(c, '/' | '!' | '?')),
        '&' => is_entity(after),
        '~' => pairs.tildes,
        '$' => pairs.dollars && !is_money(before, after),
        ':' => is_emoji(after),
        '=' | '%' => before == Some(c) || after.starts_with(c),
        '@' => after.starts_with(|c: char| c.is_alphanumeric() || c == '_'),
        '#' => !in_word() && is_tag(after),
        _ => false,
    }
}

/// Whether `[`, followed by `after`, is only a bracket, as in `[sic]` or around a paraphrased headline: prose
/// inside, and nothing behind that would make it a link. Pandoc links `[2021]` to the heading of that
/// name, so what could be a date is not prose.
fn is_plain_bracket(after: &str) -> bool {
    let Some((inside, behind)) = after.split_once(['[', ']']) else { return false };
    let closed = after.strip_prefix(inside).is_some_and(|rest| rest.starts_with(']'));
    let prose = inside.starts_with(char::is_alphabetic)
        && !inside.contains('_')
        && inside.chars().nth(1).is_some()
        && (inside.split(' ').nth(3).is_some() || !inside.contains(|c: char| c.is_ascii_digit()));
    closed && prose && !behind.starts_with(['(', '[', '{', ':'])
}

/// Whether `$` stands as in `about $10`: it can open a formula, but behind a blank of ASCII no reader lets it close one,
/// so that amounts never pair with each other. (Behind a letter some do, the second of `US$5 then US$10`, and behind
/// the blank of Chinese.)
fn is_money(before: Option<char>, after: &str) -> bool {
    matches!(before, Some(' ' | '\n')) && after.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether `:`, followed by `after`, would become a picture, as `:x:` does.
fn is_emoji(after: &str) -> bool {
    let rest = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '-'));
    let name = after.strip_suffix(rest).unwrap_or_default();
    rest.starts_with(':') && name.contains(|c: char| !c.is_ascii_digit())
}

/// Whether `#`, followed by `after`, begins a tag of Obsidian's: whatever is no number, up to a blank or most signs.
fn is_tag(after: &str) -> bool {
    let ends = |c: char| c.is_whitespace() || (c.is_ascii_punctuation() && !matches!(c, '_' | '-' | '/'));
    after.split(ends).next().is_some_and(|name| name.contains(|c: char| !c.is_ascii_digit()))
}

/// Whether `&`, followed by `after`, is a character reference such as `&amp;` or `&#38;`.
pub(super) fn is_entity(after: &str) -> bool {
    let rest = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    rest.starts_with(';') && rest.len() < after.len()
}

/// The byte at which a block that begins with `text` must be escaped to stay a paragraph.
pub(super) fn block_marker(text: &str) -> Option<usize> {
    let (first, rest) = split_first(text)?;
    match first {
        // A colon begins a definition, or a fenced div of Pandoc's.
        '#' | '>' | ':' => Some(0),
        // A rule, or the front matter that Pandoc accepts anywhere.
        '-' if rest.starts_with('-') => Some(0),
        // Lists, and in Pandoc definitions and verse.
        '-' | '+' | '~' | '|' if ends_word(rest) => Some(0),
        _ => list_number(text),
    }
}

/// Where the full stop or bracket of `2013.`, `b)`, `(iv)` stands: in Pandoc all of them begin a list.
fn list_number(text: &str) -> Option<usize> {
    let label = text.strip_prefix('(').unwrap_or(text);
    let numeral = |set: fn(char) -> bool| label.trim_start_matches(set);
    let rest = [numeral(|c| c.is_ascii_digit()), numeral(|c| "ivxlcdmIVXLCDM".contains(c))]
        .into_iter()
        .find(|rest| rest.len() < label.len())
        .or_else(|| label.strip_prefix(|c: char| c == '@' || c.is_ascii_alphabetic()))?;
    let after = rest.strip_prefix(['.', ')']).filter(|after| ends_word(after))?;
    // An initial: `J. Ma` is a list only with two blanks.
    let initial = label.len() == rest.len() + 1 && label.starts_with(|c: char| c.is_ascii_uppercase());
    let harmless = initial && rest.starts_with('.') && !after.starts_with("  ") && !after.is_empty();
    (!harmless).then_some(text.len() - rest.len())
}

fn ends_word(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}
