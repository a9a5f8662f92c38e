//! Copying, in English.

use crate::words::CopyWords;

pub(super) const COPYING: CopyWords = CopyWords {
    as_shown: |contents| format!("{contents}, as shown"),
    to_clipboard: |program, what| format!("copied to the clipboard ({program}): {what}"),
    to_tmux: |what| format!("copied to tmux's buffer, and offered to the terminal: {what}"),
    to_terminal: |failed, what| {
        let failed = after(failed);
        format!("{failed}sent to the terminal, which does not say whether it copied it: {what}")
    },
    through_tmux: |failed, what| {
        format!("{}sent to tmux, which passes it on if set-clipboard is on: {what}", after(failed))
    },
    through_screen: |failed, what| {
        let failed = after(failed);
        format!(
            "{failed}sent by way of screen to the terminal, which does not say whether it copied it: {what}"
        )
    },
    too_long: |failed, [most, size], key, what| {
        let failed = after(failed);
        let instead = key.map_or_else(String::new, |key| format!("; {key} writes a file"));
        format!("{failed}a terminal's clipboard takes {most} kB, and this is {size} kB{instead}: {what}")
    },
};

/// `xclip failed; `: what was tried before.
fn after(failed: Option<&str>) -> String {
    failed.map_or_else(String::new, |program| format!("{program} failed; "))
}
