//! In which language the program speaks, and the texts are read that a dataset holds in two.

use std::borrow::Cow;

use super::{Words, en};

/// A choice between a text and its Chinese twin (`title` and `title_zh`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English, or whatever language the plain keys are written in.
    #[default]
    En,
    /// Chinese, where the dataset has it.
    Zh,
    /// The one, then the other.
    Both,
}

impl Lang {
    /// All of them, in the order of their declaration.
    pub const ALL: [Self; 3] = [Self::En, Self::Zh, Self::Both];

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
            Self::Both => "both",
        }
    }

    /// What the program says in it. It speaks English only, so far.
    pub const fn words(self) -> &'static Words {
        match self {
            Self::En | Self::Zh | Self::Both => &en::WORDS,
        }
    }

    /// A short text that is `plain`, and perhaps `zh` in Chinese: `Links`, `链接`, `Links (链接)`.
    pub fn of<'a>(self, plain: &'a str, zh: Option<&'a str>) -> Cow<'a, str> {
        match (self, zh) {
            (Self::Zh, Some(zh)) => Cow::Borrowed(zh),
            (Self::Both, Some(zh)) if zh != plain => Cow::Owned(format!("{plain} ({zh})")),
            _ => Cow::Borrowed(plain),
        }
    }
}

impl Lang {
    /// A longer text that is `plain`, and perhaps `zh` in Chinese: the one that is read, or both in turn.
    pub fn texts<'a>(self, plain: Cow<'a, str>, zh: Option<Cow<'a, str>>) -> Vec<Cow<'a, str>> {
        match (self, zh) {
            (Self::Zh, Some(zh)) => vec![zh],
            (Self::Both, Some(zh)) => vec![plain, zh],
            _ => vec![plain],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_translated_is_read_as_it_is() {
        let texts = |zh| Lang::ALL.map(|lang| lang.of("Links", zh).into_owned());
        assert_eq!(texts(Some("链接")), ["Links", "链接", "Links (链接)"]);
        assert_eq!(texts(None), ["Links", "Links", "Links"]);
        assert_eq!(texts(Some("Links")), ["Links", "Links", "Links"]);
    }
}
