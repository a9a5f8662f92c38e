//! What can be chosen about an export before it is written, and in which words.

use crate::dataset::Lang;
use crate::export::{Format, Notes, Options, why_no_picture};
use crate::words::Words;

/// Something that can be chosen about an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Setting {
    /// The format.
    #[default]
    Format,
    /// How sources are named.
    Notes,
    /// Which of two languages is taken.
    Lang,
    /// Whether there is a picture as well.
    Picture,
    /// Where it is written to: the one that is typed.
    Path,
}

impl Setting {
    /// All of them, in the order in which Tab goes through them.
    pub const ALL: [Self; 5] = [Self::Format, Self::Notes, Self::Lang, Self::Picture, Self::Path];

    /// What a reader calls it.
    pub const fn name(self, say: &Words) -> &'static str {
        let say = &say.settings;
        match self {
            Self::Format => say.format,
            Self::Notes => say.notes,
            Self::Lang => say.language,
            Self::Picture => say.picture,
            Self::Path => say.path,
        }
    }

    /// Whether the format has a use for it.
    pub(in crate::app) const fn is_used(self, format: Format) -> bool {
        match self {
            Self::Format | Self::Path => true,
            Self::Notes | Self::Picture => format.is_markdown(),
            Self::Lang => format.has_lang(),
        }
    }

    /// What it is set to, beside its name; nothing where there is nothing to set.
    pub(in crate::app) const fn value(self, options: Options, say: &Words) -> Option<&'static str> {
        if !self.is_used(options.format) {
            return if matches!(self, Self::Lang) { Some(say.settings.both_languages) } else { None };
        }
        match self {
            Self::Format => Some(options.format.as_str()),
            Self::Notes => Some(options.notes.as_str()),
            Self::Lang => Some(options.lang.as_str()),
            Self::Picture => Some(if options.mermaid { say.settings.yes } else { say.settings.no }),
            Self::Path => None,
        }
    }

    /// What it is set to, in words that need no name beside them.
    pub(in crate::app) const fn value_alone(self, options: Options, say: &Words) -> Option<&'static str> {
        match self {
            _ if !self.is_used(options.format) => None,
            Self::Notes if matches!(options.notes, Notes::None) => Some(say.settings.no_notes),
            Self::Picture => {
                Some(if options.mermaid { say.settings.picture } else { say.settings.no_picture })
            }
            Self::Format | Self::Notes | Self::Lang | Self::Path => self.value(options, say),
        }
    }

    /// Why it cannot be changed for an export of so many milestones, if it cannot.
    pub(in crate::app) fn why_fixed(
        self,
        options: Options,
        milestones: usize,
        say: &Words,
    ) -> Option<String> {
        let format = options.format.as_str();
        match self {
            Self::Lang if !self.is_used(options.format) => Some((say.settings.holds_both)(format)),
            _ if !self.is_used(options.format) => Some((say.settings.has_no)(format, self.name(say))),
            Self::Picture => why_no_picture(milestones, options.lang.words()),
            Self::Format | Self::Notes | Self::Lang | Self::Path => None,
        }
    }

    /// `options` with it set to the value that is so many `steps` on, around the end.
    pub(in crate::app) fn changed(self, options: Options, steps: isize) -> Options {
        let mut options = options;
        match self {
            Self::Format => options.format = turned(&Format::ALL, options.format, steps),
            Self::Notes => options.notes = turned(&Notes::ALL, options.notes, steps),
            Self::Lang => options.lang = turned(&Lang::ALL, options.lang, steps),
            Self::Picture => options.mermaid = !options.mermaid,
            Self::Path => {}
        }
        options
    }

    /// The setting so many `steps` on, around the end, among those that the format has a use for.
    pub(in crate::app) fn next(self, format: Format, steps: isize) -> Self {
        let used: Vec<Self> = Self::ALL.into_iter().filter(|setting| setting.is_used(format)).collect();
        turned(&used, self, steps)
    }
}

/// The value so many `steps` after `now`, around the end.
fn turned<T: Copy + PartialEq>(all: &[T], now: T, steps: isize) -> T {
    let at = all.iter().position(|value| *value == now).unwrap_or(0).cast_signed();
    let to = (at + steps).rem_euclid(all.len().max(1).cast_signed());
    all.get(to.unsigned_abs()).copied().unwrap_or(now)
}
