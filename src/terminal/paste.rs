//! Text that is being pasted: bytes up to the mark that ends them, in whatever pieces they come.

use crate::app::MOST;

const END: &[u8] = b"\x1b[201~";

/// One character more than a prompt takes: who reads it sees that there was more.
const KEPT: usize = MOST + 4;

/// A paste that has begun and has not ended.
#[derive(Debug, Default)]
pub(super) struct Paste {
    text: Vec<u8>,
    /// How much of the mark came last.
    matched: usize,
    /// Whether nothing has come for a moment. What comes next may then be from a hand.
    pub(super) stalls: bool,
}

impl Paste {
    /// Takes what belongs to the paste off `bytes`; how many that were, where they end it. What nobody will see is not
    /// kept: a paste may be endless.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Option<usize> {
        self.stalls = false;
        for (at, byte) in bytes.iter().enumerate() {
            if END.get(self.matched) == Some(byte) {
                self.matched += 1;
                if self.matched == END.len() {
                    return Some(at + 1);
                }
                continue;
            }
            // It was none. Its first byte is in it once, so that a new one begins here or later.
            self.keep(END.get(..self.matched).unwrap_or_default());
            self.matched = usize::from(END.first() == Some(byte));
            if self.matched == 0 {
                self.keep(&[*byte]);
            }
        }
        None
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = KEPT.saturating_sub(self.text.len()).min(bytes.len());
        self.text.extend_from_slice(&bytes[..room]);
    }

    /// What was pasted.
    pub(super) fn into_text(self) -> String {
        String::from_utf8_lossy(&self.text).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_paste_takes_no_more_memory_than_what_is_kept_of_it() {
        let mut paste = Paste::default();
        for _ in 0..1_000 {
            assert_eq!(paste.take(&[b'a'; 4096]), None);
        }
        assert_eq!(paste.text.len(), KEPT);
        assert!(paste.text.capacity() <= 2 * KEPT);
        assert_eq!(paste.take(b"b\x1b[201~j"), Some(7));
    }

    #[test]
    fn what_only_begins_as_the_mark_is_text() {
        let mut paste = Paste::default();
        assert_eq!(paste.take(b"\x1b[20\x1b\x1b[201\x1b[201~"), Some(16));
        assert_eq!(paste.into_text(), "\x1b[20\x1b\x1b[201");
    }
}
