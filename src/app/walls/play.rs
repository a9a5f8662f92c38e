//! Playing: from change to change at a pace that can be read, until any key.

use std::time::Duration;

use super::super::{App, View};

/// Long enough to find the cells that changed, short enough to see walls rise and fall: sixty days of changes take
/// some forty seconds.
const PACE: Duration = Duration::from_millis(700);

/// Whether the Walls play.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Playing {
    #[default]
    Not,
    /// Since the last key: nothing was shown yet.
    Begins,
    Goes,
}

impl App {
    /// How long until the next [`Event::Tick`](super::super::Event::Tick) is wanted: only while the Walls play.
    pub fn pace(&self) -> Option<Duration> {
        self.is_playing().then_some(PACE)
    }

    /// Whether the Walls play, where a reader sees them.
    pub fn is_playing(&self) -> bool {
        let is_seen = self.state.view == View::Walls && self.state.layers.is_empty() && !self.is_unseen();
        is_seen && self.state.walls.playing != Playing::Not
    }

    pub(in super::super) fn play(&mut self) {
        if self.changes().is_empty() {
            self.state.notice("nothing that is shown ever changes");
            return;
        }
        self.state.walls.playing = Playing::Begins;
    }

    /// Shows what comes next: at the end, the first day of all; where it was played to the end, nothing.
    pub(in super::super) fn tick(&mut self) {
        if !self.is_playing() {
            return;
        }
        let next = self.changes().after(self.day());
        match (next, self.state.walls.playing) {
            (Some(day), Playing::Goes) => self.go_to_day(day),
            (None, Playing::Goes) => {
                self.stop_playing();
                self.state.notice("played to the end; P plays it again, u goes back to where it began");
            }
            (next, _) => {
                // Undo leads to a day, not to a day that plays.
                self.stop_playing();
                let before = self.point();
                if let Some(day) = next.or_else(|| self.changes().first()) {
                    self.go_to_day(day);
                }
                self.remember(before);
                self.state.walls.playing = Playing::Goes;
            }
        }
    }

    /// Stops it; says whether it played.
    pub(in super::super) fn stop_playing(&mut self) -> bool {
        std::mem::take(&mut self.state.walls.playing) != Playing::Not
    }
}
