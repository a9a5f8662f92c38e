//! The state before there is anything to explore: a dataset is being loaded, and somebody waits for it.
//!
//! Keys that leave the program, put it aside or draw it anew do so at once, as they do in the list. All others are
//! dropped: there is nothing yet that they could be meant for, and a key that is kept would be answered on a screen
//! that nobody has seen.

use std::sync::Arc;
use std::time::Duration;

use crate::app::core::effect::{Effect, Event, Update};
use crate::app::core::key::Key;
use crate::app::core::keymap::{Keymap, Meaning};
use crate::app::core::mode::Mode;
use crate::app::core::row::Deed;
use crate::app::explorer::App;
use crate::app::table::keymap;
use crate::dataset::load::{Progress, Seen, Stage};

/// How often to look how far it has come: a bar that moves a dozen times a second moves without a jerk.
const PACE: Duration = Duration::from_millis(80);

/// How much of a load's time each stage takes, in the order of [`Stage::ALL`]; measured at a million milestones. Only
/// the bar depends on it, which thus grows at one pace and never goes back.
const SHARES: [f64; Stage::ALL.len()] = [0.1, 0.7, 0.2];

/// A load, and how far it is known to have come.
#[derive(Debug)]
pub struct Loading {
    name: String,
    progress: Arc<Progress>,
    seen: Seen,
    keys: Arc<Keymap<App>>,
}

impl Loading {
    /// A load of what is called `name`, which says in `progress` how far it has come.
    pub fn new(name: String, progress: Arc<Progress>) -> Self {
        Self::with_keys(name, progress, Arc::new(keymap()))
    }

    /// The same for a reader with these keys.
    pub fn with_keys(name: String, progress: Arc<Progress>, keys: Arc<Keymap<App>>) -> Self {
        let seen = progress.seen();
        Self { name, progress, seen, keys }
    }

    /// What is loaded, as a reader calls it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How far it has come.
    pub fn seen(&self) -> Seen {
        self.seen
    }

    /// How much of it is done, from 0 to 1, as far as anybody can say.
    pub fn share(&self) -> f64 {
        let Seen { stage, done, of } = self.seen;
        let stage = stage as usize;
        #[expect(clippy::cast_precision_loss, reason = "a bar has a few dozen cells")]
        let own = of.map_or(0.0, |of| (done as f64 / of as f64).min(1.0));
        SHARES[..stage].iter().sum::<f64>() + SHARES[stage] * own
    }

    /// How long until the next [`Event::Tick`] is wanted.
    pub fn pace(&self) -> Duration {
        PACE
    }

    /// What `event` does.
    pub fn update(&mut self, event: &Event) -> Update {
        match event {
            Event::Key(key) => Update { redraw: false, effects: self.press(*key).into_iter().collect() },
            Event::Tick => {
                let seen = self.progress.seen();
                let redraw = std::mem::replace(&mut self.seen, seen) != seen;
                Update { redraw, effects: Vec::new() }
            }
            Event::Paste(_) | Event::Mouse(..) | Event::Done(_) | Event::Due => Update::default(),
        }
    }

    fn press(&self, key: Key) -> Option<Effect> {
        // An Esc and the key after it, come in one piece over a slow connection.
        let key = Key { alt: false, ..key };
        let Meaning::Run { row, .. } = self.keys.meaning(Mode::List, &[key]) else { return None };
        match row.run {
            Deed::Anywhere(effect) => Some(effect()),
            Deed::Inside(_) | Deed::Outside(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_keys_that_lead_out_do_anything() {
        let mut loading = Loading::new(String::new(), Arc::default());
        for (key, effects) in [
            ("q", vec![Effect::Quit]),
            ("Alt-q", vec![Effect::Quit]),
            ("Ctrl-c", vec![Effect::Quit]),
            ("Ctrl-z", vec![Effect::Suspend]),
            ("Ctrl-l", vec![Effect::Redraw]),
            ("j", vec![]),
            ("e", vec![]),
            ("Enter", vec![]),
        ] {
            let event = Event::Key(key.parse().expect("a key"));
            assert_eq!(loading.update(&event), Update { redraw: false, effects }, "{key}");
        }
        let pasted = loading.update(&Event::Paste("q".to_owned()));
        assert_eq!(pasted, Update::default(), "what is pasted is no key");
    }

    #[test]
    fn the_bar_never_goes_back_and_is_drawn_when_it_moves() {
        let progress = Arc::new(Progress::default());
        let mut loading = Loading::new(String::new(), Arc::clone(&progress));
        let mut shares = vec![loading.share()];
        let mut tick = |shares: &mut Vec<f64>| {
            let redraw = loading.update(&Event::Tick).redraw;
            shares.push(loading.share());
            redraw
        };
        assert!(!tick(&mut shares), "nothing has come yet");
        for stage in Stage::ALL {
            progress.begin(stage, Some(10));
            assert!(tick(&mut shares));
            // More than was thought: the file grew meanwhile.
            for _ in 0..3 {
                progress.add(stage, 5);
                assert!(tick(&mut shares));
            }
        }
        assert!(shares.is_sorted(), "{shares:?}");
        assert!((1.0 - shares.last().expect("some")).abs() < 1e-9, "{shares:?}");
    }
}
