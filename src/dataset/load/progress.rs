//! How far a load has come. Whoever loads says it, from any thread, and whoever waits may look at any time: nothing is
//! locked, so neither ever keeps the other.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// What is being done. The order is that of a load.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Bytes come in.
    #[default]
    Reading,
    /// They become a dataset.
    Parsing,
    /// The dataset is made ready to be searched.
    Indexing,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Reading, Self::Parsing, Self::Indexing];
}

/// See the module.
#[derive(Debug, Default)]
pub struct Progress {
    stage: AtomicUsize,
    /// A count for every stage: one who looks while a stage begins finds none of the last one's in it.
    counts: [Count; Stage::ALL.len()],
}

#[derive(Debug, Default)]
struct Count {
    done: AtomicU64,
    /// 0 where nobody knows.
    of: AtomicU64,
}

/// How far a load had come at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// What was being done.
    pub stage: Stage,
    /// Bytes of it that were done.
    pub done: u64,
    /// Bytes of it in all, where that is known.
    pub of: Option<u64>,
}

impl Progress {
    /// Says that `stage` begins, and how many bytes it will take, where that is known.
    pub fn begin(&self, stage: Stage, of: Option<u64>) {
        self.counts[stage as usize].of.store(of.unwrap_or(0), Ordering::Relaxed);
        // Who sees the stage sees its bytes as well.
        self.stage.store(stage as usize, Ordering::Release);
    }

    /// Says that so many more bytes of `stage` are done.
    pub fn add(&self, stage: Stage, bytes: usize) {
        // A `usize` is no longer than that anywhere.
        self.counts[stage as usize].done.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// How far it has come by now.
    pub fn seen(&self) -> Seen {
        let place = self.stage.load(Ordering::Acquire);
        let Some(count) = self.counts.get(place) else { return Seen::default() };
        let of = count.of.load(Ordering::Relaxed);
        Seen {
            stage: Stage::ALL[place],
            done: count.done.load(Ordering::Relaxed),
            of: (of > 0).then_some(of),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stage_counts_for_itself() {
        let progress = Progress::default();
        progress.begin(Stage::Reading, None);
        progress.add(Stage::Reading, 7);
        assert_eq!(progress.seen(), Seen { stage: Stage::Reading, done: 7, of: None });
        progress.begin(Stage::Parsing, Some(9));
        assert_eq!(progress.seen(), Seen { stage: Stage::Parsing, done: 0, of: Some(9) });
    }
}
