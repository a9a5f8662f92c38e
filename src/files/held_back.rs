//! Signals that end the program, held back while a file has a name that is not its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::flag::{register, register_conditional_default, register_usize};
use signal_hook::low_level::emulate_default_handler;

/// The signals that end the program.
pub const ENDING: [i32; 4] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];

/// Who answers a signal that would end the program while a file is written.
#[derive(Clone, Copy, Debug)]
pub enum Signals {
    /// Nobody: each does what it does, once the file is whole or given up.
    Default,
    /// A session in the terminal, which catches them as it is; and whether one has told the program to end.
    Caught(fn() -> bool),
}

/// As long as it lives, the first signal that would end the program only says so; the second one does. Where signals
/// are caught they are left to whoever catches them.
pub(super) struct HeldBack {
    /// The signal that came, or 0.
    came: Arc<AtomicUsize>,
    /// Whether the next one ends the program.
    ends: Arc<AtomicBool>,
    signals: Signals,
}

impl HeldBack {
    pub(super) fn begin(signals: Signals) -> Self {
        let held_back = Self { came: Arc::default(), ends: Arc::default(), signals };
        if matches!(signals, Signals::Default) {
            for signal in ENDING {
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
        match self.signals {
            Signals::Default => self.came.load(Ordering::SeqCst) != 0,
            Signals::Caught(is_to_end) => is_to_end(),
        }
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
