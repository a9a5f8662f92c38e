//! Signals that end the program, held back while a file has a name that is not its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::flag::{register, register_conditional_default, register_usize};
use signal_hook::low_level::emulate_default_handler;

use super::super::{session, signals};

/// As long as it lives, the first signal that would end the program only says so; the second one does.
///
/// In a session signals are caught as it is, and the loop acts on them.
pub(super) struct HeldBack {
    /// The signal that came, or 0.
    came: Arc<AtomicUsize>,
    /// Whether the next one ends the program.
    ends: Arc<AtomicBool>,
}

impl HeldBack {
    pub(super) fn begin() -> Self {
        let held_back = Self { came: Arc::default(), ends: Arc::default() };
        if !session::is_held() {
            for signal in signals::ENDING {
                // Where one cannot be held back, it ends the program as ever. In this order: the first one finds `ends`
                // not set yet.
                let _ = register_conditional_default(signal, Arc::clone(&held_back.ends));
                let _ = register_usize(signal, Arc::clone(&held_back.came), signal.unsigned_abs() as usize);
                let _ = register(signal, Arc::clone(&held_back.ends));
            }
        }
        held_back
    }

    /// Whether somebody wants the program to end.
    pub(super) fn is_to_end(&self) -> bool {
        self.came.load(Ordering::SeqCst) != 0 || signals::told_to_end() > 0
    }
}

impl Drop for HeldBack {
    fn drop(&mut self) {
        // From here on each of them does what it does.
        self.ends.store(true, Ordering::SeqCst);
        let came = i32::try_from(self.came.load(Ordering::SeqCst)).unwrap_or_default();
        if came != 0 {
            // Fails for unknown signals only.
            let _ = emulate_default_handler(came);
        }
    }
}
