//! How an export is written.

use std::path::Path;

use crate::dataset::Lang;
use crate::words::Words;

/// The milestones of a picture that can still be read; more are not drawn.
pub const PICTURE_MOST: usize = 30;

/// How an export is written. What a format has no use for has no effect: see [`Format`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The format.
    pub format: Format,
    /// How Markdown names its sources.
    pub notes: Notes,
    /// Which of two languages is taken, where the dataset has both.
    pub lang: Lang,
    /// Whether Markdown holds a picture as well: a timeline for Mermaid.
    pub mermaid: bool,
    /// Whether CSV begins with a byte order mark, without which some spreadsheets take it for another encoding.
    pub bom: bool,
}

/// Why there is no picture of so many milestones, if there is none.
pub fn why_no_picture(milestones: usize, say: &Words) -> Option<String> {
    (milestones > PICTURE_MOST).then(|| (say.export.picture_too_large)(PICTURE_MOST, milestones))
}

impl Options {
    /// The same for so many milestones: without a picture, where there can be none.
    #[must_use]
    pub fn fit(self, milestones: usize) -> Self {
        Self { mermaid: self.mermaid && milestones <= PICTURE_MOST, ..self }
    }

    /// As on the command line, what goes without saying left out: `--format table`, `--notes links`.
    pub fn given(&self) -> Vec<String> {
        let plain = Self::default();
        let mut given = Vec::new();
        if self.format != plain.format {
            given.push(format!("--format {}", self.format.as_str()));
        }
        if self.format.is_markdown() && self.notes != plain.notes {
            given.push(format!("--notes {}", self.notes.as_str()));
        }
        if self.format.has_lang() && self.lang != plain.lang {
            given.push(format!("--lang {}", self.lang.as_str()));
        }
        if self.format.is_markdown() && self.mermaid {
            given.push("--mermaid".to_owned());
        }
        if self.format == Format::Csv && self.bom {
            given.push("--bom".to_owned());
        }
        given
    }
}

/// What an export is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For readers and writers: GitHub Flavored Markdown, a list under years and months.
    #[default]
    Markdown,
    /// GitHub Flavored Markdown as well: a table, a row a milestone.
    Table,
    /// One array of objects.
    Json,
    /// A table with a header row (RFC 4180).
    Csv,
    /// The sources, for reference managers (CSL-JSON).
    Csl,
}

impl Format {
    /// All of them, in the order of their declaration.
    pub const ALL: [Self; 5] = [Self::Markdown, Self::Table, Self::Json, Self::Csv, Self::Csl];

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Table => "table",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Csl => "csl",
        }
    }

    /// The extension of a file in this format, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown | Self::Table => "md",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Csl => "csl.json",
        }
    }

    /// The format whose ending the file at `path` has, small letters or not; `None` where it is no format's.
    pub fn named(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_lowercase();
        let ends = |ending: &str| {
            let stem = name.strip_suffix(ending).and_then(|stem| stem.strip_suffix('.'));
            stem.is_some_and(|stem| !stem.is_empty())
        };
        // The longest first: that of CSL ends with another one.
        let [markdown, csl, json, csv] = [Self::Markdown, Self::Csl, Self::Json, Self::Csv];
        let endings = [(csl, csl.extension()), (json, json.extension()), (csv, csv.extension())];
        let all = endings.into_iter().chain([(markdown, markdown.extension()), (markdown, "markdown")]);
        all.into_iter().find(|(_, ending)| ends(ending)).map(|(format, _)| format)
    }

    /// Whether a file of this format may be called so: its own ending, or nobody's. CSL is JSON, and a table is Markdown.
    pub fn fits(self, path: &Path) -> bool {
        match Self::named(path) {
            None => true,
            Some(Self::Markdown) => self.is_markdown(),
            Some(Self::Json) => matches!(self, Self::Json | Self::Csl),
            Some(format) => self == format,
        }
    }

    /// Whether it is Markdown, with front matter, notes and perhaps a picture.
    pub const fn is_markdown(self) -> bool {
        matches!(self, Self::Markdown | Self::Table)
    }

    /// Whether a language can be chosen: JSON and CSV hold both, a key each.
    pub const fn has_lang(self) -> bool {
        !matches!(self, Self::Json | Self::Csv)
    }
}

/// How Markdown names its sources.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notes {
    /// A footnote a source.
    #[default]
    Footnotes,
    /// A reference link a source.
    Links,
    /// Pandoc's citations, for citeproc.
    Pandoc,
    /// By name only.
    None,
}

impl Notes {
    /// All of them, in the order of their declaration.
    pub const ALL: [Self; 4] = [Self::Footnotes, Self::Links, Self::Pandoc, Self::None];

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Footnotes => "footnotes",
            Self::Links => "links",
            Self::Pandoc => "pandoc",
            Self::None => "none",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_names_the_format() {
        for (path, format) in [
            ("a.md", Some(Format::Markdown)),
            ("notes/A.Markdown", Some(Format::Markdown)),
            ("a.b.JSON", Some(Format::Json)),
            ("a.csv", Some(Format::Csv)),
            ("a.csl.json", Some(Format::Csl)),
            ("csl.json", Some(Format::Json)),
            (".csv", None),
            ("csv", None),
            ("a.txt", None),
            ("a.csv/b", None),
            ("-", None),
            ("..", None),
            ("/dev/stdout", None),
        ] {
            assert_eq!(Format::named(Path::new(path)), format, "{path}");
        }
        for format in Format::ALL {
            let own = format!("a.{}", format.extension());
            assert!(format.fits(Path::new(&own)) && format.fits(Path::new("a.txt")));
            let fitting = ["a.md", "a.json", "a.csv", "a.csl.json"].map(|path| format.fits(Path::new(path)));
            let expected = match format {
                Format::Markdown | Format::Table => [true, false, false, false],
                Format::Json => [false, true, false, false],
                Format::Csv => [false, false, true, false],
                Format::Csl => [false, true, false, true],
            };
            assert_eq!(fitting, expected, "{format:?}");
        }
    }

    #[test]
    fn only_what_matters_is_said() {
        let all =
            Options { format: Format::Table, notes: Notes::Links, lang: Lang::Zh, mermaid: true, bom: true };
        assert_eq!(all.given(), ["--format table", "--notes links", "--lang zh", "--mermaid"]);
        assert_eq!(Options { format: Format::Json, ..all }.given(), ["--format json"]);
        assert_eq!(Options { format: Format::Csv, ..all }.given(), ["--format csv", "--bom"]);
        assert_eq!(Options { format: Format::Csl, ..all }.given(), ["--format csl", "--lang zh"]);
        assert_eq!(Options { mermaid: false, ..Options::default() }.given(), [""; 0]);
    }
}
