//! The state of the explorer and every way it changes: [`Event`] → [`App::update`] → state and [`Effect`]s.
//!
//! Knows no terminal, no file and no clock, so a whole session can be replayed from a string of keys.

mod effect;
mod key;

pub use effect::{Effect, Event, Existing, Outcome, Update};
pub use key::{Code, Key, NoSuchKey};

use crate::dataset::Dataset;
use crate::query::Query;

/// What of a screen the app must know to move by pages and to keep the cursor in view. Rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// Rows of the list.
    pub list: usize,
}

/// The explorer.
#[derive(Debug)]
pub struct App {
    dataset: Dataset,
}

impl App {
    /// An explorer of `dataset`, narrowed by `query`.
    pub fn new(dataset: Dataset, _query: Query) -> Self {
        Self { dataset }
    }

    /// What is explored.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// What `event` does.
    pub fn update(&mut self, event: Event) -> Update {
        let quit = matches!(event, Event::Key(Key { code: Code::Char('q'), .. }))
            || matches!(event, Event::Key(Key { code: Code::Char('c'), ctrl: true, .. }));
        let suspend = matches!(event, Event::Key(Key { code: Code::Char('z'), ctrl: true, .. }));
        let effects = if quit {
            vec![Effect::Quit]
        } else if suspend {
            vec![Effect::Suspend]
        } else {
            vec![]
        };
        Update { redraw: true, effects }
    }

    /// Takes note of the screen's size. Called before each frame.
    pub fn fit(&mut self, _pages: Pages) {}
}
