//! An export before it is written: the very bytes, how they are made, and the path they would go to.

use crate::words::Words;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::app::core::action::Action;
use crate::app::core::prompt::Prompt;
use crate::app::core::scroll::{FirstRow, Lines, Screen};
use crate::app::overlays::setting::Setting;
use crate::export;
use crate::export::{Extract, Format, Options};

/// What is about to be written, and where to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The path, as typed.
    pub path: Prompt,
    /// The first row of the text drawn.
    pub top: FirstRow,
    /// What keys change.
    pub chosen: Setting,
    options: Options,
    /// The path that the export would have by itself: as long as it is the one typed, it follows the settings.
    name: Rc<str>,
    made: Rc<Made>,
}

/// What is known of an export when its bytes are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Milestones in it.
    pub milestones: usize,
    /// Milestones in the dataset.
    pub of: usize,
    /// Sources that they cite, each once.
    pub sources: usize,
    /// Milestones with a note on what is disputed or open.
    pub noted: usize,
    /// Bytes.
    pub bytes: usize,
    /// Lines.
    pub lines: usize,
}

/// The bytes of an export.
#[derive(Debug, PartialEq, Eq)]
struct Made {
    bytes: Vec<u8>,
    /// Where each line begins. Bytes.
    lines: Vec<usize>,
    facts: Facts,
}

impl Made {
    fn new(extract: &Extract<'_>, options: Options) -> Rc<Self> {
        let bytes = export::bytes(extract, options);
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let lines: Vec<usize> = std::iter::once(0).chain(ends).filter(|at| *at < bytes.len()).collect();
        let facts = Facts {
            milestones: extract.len(),
            of: extract.of(),
            sources: extract.sources().len(),
            noted: extract.noted(),
            bytes: bytes.len(),
            lines: lines.len(),
        };
        Rc::new(Self { bytes, lines, facts })
    }
}

impl Preview {
    /// A preview of `extract`, written as `options` say.
    pub(in crate::app) fn new(extract: &Extract<'_>, options: Options) -> Self {
        let name = export::file_name(extract, options.format);
        Self {
            path: Prompt::new(name.clone()),
            top: FirstRow::default(),
            chosen: Setting::default(),
            options,
            name: name.into(),
            made: Made::new(extract, options),
        }
    }

    /// The same as `options` say.
    pub(in crate::app) fn remake(&mut self, extract: &Extract<'_>, options: Options) {
        let (old, new) = (self.options.format, options.format);
        self.name = export::file_name(extract, new).into();
        self.made = Made::new(extract, options);
        self.options = options;
        // Another format is another text; the same in another language is nearly as long.
        let line = if old == new { self.top.line.min(self.len().saturating_sub(1)) } else { 0 };
        self.top = FirstRow { line, at: 0 };
    }

    /// Gives the path the ending of `format`, which is chosen. One that the reader typed is kept otherwise, and so is an
    /// ending that is no format's.
    pub(in crate::app) fn rename(&mut self, extract: &Extract<'_>, format: Format) {
        let path = self.path.text();
        let typed = Format::named(Path::new(path)).filter(|_| !format.fits(Path::new(path)));
        if *path == *self.name {
            self.path = Prompt::new(export::file_name(extract, format));
        } else if let Some(stem) = typed.and_then(|typed| without_ending(path, typed)) {
            self.path = Prompt::new(format!("{stem}.{}", format.extension()));
        }
    }

    /// The format that the typed path asks for by its ending, where that is another one than it has.
    pub(in crate::app) fn format_typed(&self) -> Option<Format> {
        let path = Path::new(self.path.text());
        Format::named(path).filter(|_| !self.options.format.fits(path))
    }

    /// How it is written.
    pub(in crate::app) fn options(&self) -> Options {
        self.options
    }

    /// Everything that would be written.
    pub fn bytes(&self) -> &[u8] {
        &self.made.bytes
    }

    /// What is known of it.
    pub fn facts(&self) -> Facts {
        self.made.facts
    }

    /// What is in it, counted: `7 milestones`, or `9 sources` where it holds nothing else.
    pub(in crate::app) fn contents(&self, say: &Words) -> String {
        let Facts { milestones, sources, .. } = self.facts();
        match self.options.format {
            Format::Csl => (say.counts.sources)(sources),
            Format::Markdown | Format::Table | Format::Json | Format::Csv => {
                (say.counts.milestones)(milestones)
            }
        }
    }

    /// What a setting is set to, beside its name; nothing where there is nothing to set.
    pub fn value(&self, setting: Setting, say: &Words) -> Option<&'static str> {
        setting.value(self.options, say)
    }

    /// What a setting is set to, in words that need no name beside them.
    pub fn value_alone(&self, setting: Setting, say: &Words) -> Option<&'static str> {
        setting.value_alone(self.options, say)
    }

    /// Why a setting cannot be changed now, if it cannot.
    pub fn why_fixed(&self, setting: Setting, say: &Words) -> Option<String> {
        setting.why_fixed(self.options, self.facts().milestones, say)
    }

    /// What leads from the chosen setting to the path, where that is one step.
    pub fn path_step(&self) -> Option<Action> {
        let steps = [(Action::PreviousSetting, -1), (Action::NextSetting, 1)];
        let leads = |(_, steps): &(Action, isize)| {
            !self.is_naming() && self.chosen.next(self.options.format, *steps) == Setting::Path
        };
        steps.into_iter().find(leads).map(|(action, _)| action)
    }

    /// Whether its path is being typed.
    pub fn is_naming(&self) -> bool {
        self.chosen == Setting::Path
    }

    /// Where to write: as it was typed.
    pub fn target(&self) -> PathBuf {
        PathBuf::from(self.path.text())
    }

    /// Whether that is standard output, as on the command line.
    pub(in crate::app) fn is_output(&self) -> bool {
        self.path.text() == "-"
    }

    /// Scrolls by so many rows, down or up.
    pub(in crate::app) fn scroll(&mut self, steps: isize, screen: Screen) {
        self.top = self.top.moved(steps, self, screen);
    }
}

/// `path` without the ending that names `format`, and the dot before it.
fn without_ending(path: &str, format: Format) -> Option<&str> {
    let (stem, _) = path.rsplit_once('.')?;
    Some(if format == Format::Csl { stem.rsplit_once('.').map_or(stem, |(stem, _)| stem) } else { stem })
}

impl Lines for Preview {
    fn len(&self) -> usize {
        self.made.lines.len()
    }

    fn line(&self, line: usize) -> Cow<'_, str> {
        let Made { bytes, lines, .. } = &*self.made;
        let Some(begin) = lines.get(line) else { return Cow::Borrowed("") };
        let end = lines.get(line + 1).copied().unwrap_or(bytes.len());
        let line = bytes.get(*begin..end).unwrap_or_default();
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        // Lines of CSV end with both.
        String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line))
    }
}

impl Facts {
    /// The size as a reader reads it: `812 B`, `3.1 kB`.
    pub fn size(&self) -> String {
        // Rounded to one decimal, without a float.
        let tenths = |unit: usize| (self.bytes + unit / 20) / (unit / 10);
        let shown = |tenths: usize, unit: &str| format!("{}.{} {unit}", tenths / 10, tenths % 10);
        match self.bytes {
            bytes @ ..1_000 => format!("{bytes} B"),
            _ if tenths(1_000) < 10_000 => shown(tenths(1_000), "kB"),
            _ => shown(tenths(1_000_000), "MB"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_read_at_a_glance() {
        for (bytes, expected) in [
            (0, "0 B"),
            (999, "999 B"),
            (1_000, "1.0 kB"),
            (3_149, "3.1 kB"),
            (3_150, "3.2 kB"),
            (999_949, "999.9 kB"),
            (999_950, "1.0 MB"),
            (12_345_678, "12.3 MB"),
        ] {
            let facts = Facts { milestones: 0, of: 0, sources: 0, noted: 0, bytes, lines: 0 };
            assert_eq!(facts.size(), expected, "{bytes}");
        }
    }
}
