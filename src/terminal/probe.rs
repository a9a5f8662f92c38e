//! Which glyphs the terminal can draw: the one thing that it is asked, once, with the first frame.
//!
//! Some characters are written, and after each of two texts the terminal is asked where its cursor stands. The frame
//! goes over them in the same write, so that nobody sees them. The answers come as input among other input. Nothing waits
//! for them: where none comes, the glyphs stay those that the environment suggests.
//!
//! What lies between may hide what the reader's terminal does: tmux and GNU screen answer for themselves. Hence
//! `--glyphs`, `WALLCHART_GLYPHS`, and an action that changes the set.

use ratatui::layout::Size;

use crate::ui::Theme;
use crate::ui::theme::{ASCII, Glyphs, NARROW, UNICODE};

/// What the terminal is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Probing {
    /// Which glyphs it can draw: nobody has said.
    Glyphs,
    /// Nothing: somebody has said, or the answer would not help.
    Nothing,
}

/// How the first frame looks, and what may have the next ones look otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Appearance {
    /// The colours and glyphs to begin with.
    pub theme: Theme,
    /// What the terminal is asked.
    pub probing: Probing,
}

/// Three that are ambiguous (UAX 11): of box drawings, of arrows, of punctuation, as terminals may draw some of them wide
/// and others not. None of their bytes does anything on a terminal that takes each for a character of its own (ISO 8859,
/// C1 controls): no block element, of which the second byte protects what follows from being erased (xterm).
const AMBIGUOUS: (&str, u16) = ("─→…", 3);
/// Two bytes, and one column wherever they are UTF-8: it is ambiguous to nobody.
const UTF_8: (&str, u16) = ("ñ", 1);
/// Not in the first row: there the answer may be a key (`ESC [ 1 ; 2 R` is Shift-F3 to xterm).
const ROW: u16 = 1;
/// A terminal with fewer columns would wrap, and has no room for the explorer either.
const COLS: u16 = 10;

/// Ends what the block elements of a frame began on a terminal that took each of their bytes by itself: by way of the
/// other protection (DECSCA), which a plain erasure does not heed.
pub(super) const UNPROTECT: &str = "\x1b[1\"q\x1b[0\"q";

/// What the terminal's answers mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heard {
    /// The glyphs that it can draw.
    pub(super) glyphs: &'static Glyphs,
    /// Whether it takes UTF-8. Where not, nothing but ASCII may be sent to it.
    pub(super) is_utf_8: bool,
}

/// The question, and what is known of the answer.
#[derive(Debug)]
pub(super) struct Probe(Asked);

#[derive(Debug)]
enum Asked {
    NotYet,
    /// The columns that were told so far.
    Answered(Vec<u16>),
    /// It is not asked, or no longer of interest.
    Done,
}

impl Probe {
    pub(super) const fn new(probing: Probing) -> Self {
        Self(match probing {
            Probing::Glyphs => Asked::NotYet,
            Probing::Nothing => Asked::Done,
        })
    }

    /// What to write before the first frame on a screen of `size`; nothing before any other.
    pub(super) fn question(&mut self, size: Size) -> Option<String> {
        if !matches!(self.0, Asked::NotYet) {
            return None;
        }
        if size.height <= ROW || size.width < COLS {
            self.close();
            return None;
        }
        self.0 = Asked::Answered(Vec::new());
        let ask = |text| format!("\x1b[{};1H{text}\x1b[6n", ROW + 1);
        Some([AMBIGUOUS, UTF_8].map(|(text, _)| ask(text)).concat())
    }

    /// Hears that the cursor stands at `at`, column and row counted from 0: what that means, once it is enough.
    pub(super) fn hear(&mut self, at: (u16, u16)) -> Option<Heard> {
        let Asked::Answered(cols) = &mut self.0 else { return None };
        if at.1 != ROW {
            return None;
        }
        cols.push(at.0);
        let &[ambiguous, utf_8] = cols.as_slice() else { return None };
        self.close();
        let is_utf_8 = utf_8 == UTF_8.1;
        let glyphs = match () {
            () if !is_utf_8 => &ASCII,
            () if ambiguous > AMBIGUOUS.1 => &NARROW,
            () => &UNICODE,
        };
        Some(Heard { glyphs, is_utf_8 })
    }

    /// Hears nothing more: a reader has chosen.
    pub(super) fn close(&mut self) {
        self.0 = Asked::Done;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Size = Size { width: 80, height: 24 };

    fn asked() -> Probe {
        let mut probe = Probe::new(Probing::Glyphs);
        assert!(probe.question(SCREEN).is_some());
        probe
    }

    #[test]
    fn two_answers_tell_the_sets_apart() {
        for (cols, expected) in [
            ([3, 1], "unicode"),
            // All of them wide, or some.
            ([6, 1], "narrow"),
            ([4, 1], "narrow"),
            // Each byte a character, as in ISO 8859, with C1 controls and without; two a character, as in GBK.
            ([9, 2], "ascii"),
            ([4, 2], "ascii"),
            ([8, 2], "ascii"),
            // A terminal of seven bits.
            ([0, 0], "ascii"),
        ] {
            let mut probe = asked();
            assert_eq!(probe.hear((cols[0], 1)), None);
            assert_eq!(probe.hear((cols[1], 1)).map(|heard| heard.glyphs.name), Some(expected), "{cols:?}");
            assert_eq!(probe.hear((cols[0], 1)), None, "who asked heard enough");
        }
    }

    #[test]
    fn it_asks_once_and_hears_only_whom_it_asked() {
        let mut probe = asked();
        assert_eq!(probe.question(SCREEN), None, "it was asked");
        assert_eq!((probe.hear((5, 0)), probe.hear((7, 23))), (None, None), "another program's answer");
        let unicode = Some(Heard { glyphs: &UNICODE, is_utf_8: true });
        assert_eq!((probe.hear((3, 1)), probe.hear((1, 1))), (None, unicode));

        let mut closed = asked();
        closed.close();
        assert_eq!((closed.hear((6, 1)), closed.hear((1, 1))), (None, None), "a reader has chosen");

        let mut told = Probe::new(Probing::Nothing);
        assert_eq!((told.question(SCREEN), told.hear((6, 1)), told.hear((1, 1))), (None, None, None));

        let mut small = Probe::new(Probing::Glyphs);
        assert_eq!(small.question(Size::new(80, 1)), None, "in the first row an answer may be a key");
    }

    /// UAX 11, and ISO 6429 for terminals that take the bytes one by one.
    #[test]
    fn what_is_written_asks_what_it_means_to_and_moves_no_cursor() {
        use unicode_width::UnicodeWidthStr;
        let (text, cols) = AMBIGUOUS;
        assert_eq!((text.width(), text.width_cjk()), (usize::from(cols), 2 * usize::from(cols)));
        let (text, cols) = UTF_8;
        assert_eq!((text.width(), text.width_cjk(), text.len()), (usize::from(cols), usize::from(cols), 2));
        // Lines and tabs (84 IND, 85 NEL, 88 HTS, 8D RI), shifts, protection, and what begins a string or a sequence.
        let moving =
            [0x84, 0x85, 0x88, 0x8d, 0x8e, 0x8f, 0x90, 0x96, 0x97, 0x98, 0x9a, 0x9b, 0x9d, 0x9e, 0x9f];
        for byte in AMBIGUOUS.0.bytes().chain(UTF_8.0.bytes()) {
            assert!(!moving.contains(&byte), "{byte:x}");
        }
    }
}
