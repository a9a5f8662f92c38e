//! What an event does: a key is what the table says that it means, a row of the table is the deed, and what a deed
//! wants done outside comes back as effects.

use crate::app::core::action::Action;
use crate::app::core::effect::{Effect, Event, Update};
use crate::app::core::key::{Code, Key};
use crate::app::core::keymap::Meaning;
use crate::app::core::mode::Mode;
use crate::app::core::row::Deed;
use crate::app::explorer::App;
use crate::app::overlays::{answering, typing};
use crate::app::state::{Focus, Overlay, Pages};
use crate::app::views::{front, walls};
use crate::app::{outcomes, pointing, run, sight};

pub(super) fn press(app: &mut App, key: Key) -> Vec<Effect> {
    if app.pages().is_unseen() && !leads_out(app, key) {
        return Vec::new();
    }
    app.state.notice = None;
    // The key that stops it does nothing else; one that leaves does.
    if walls::stop_playing(app) && !leads_out(app, key) {
        return Vec::new();
    }
    let waiting = std::mem::take(&mut app.state.pending);
    let keys: Vec<Key> = waiting.iter().copied().chain([key]).collect();
    let meaning = app.keys.meaning(app.state.mode(), &keys);
    let is_typed = waiting.is_empty() && matches!(meaning, Meaning::Nothing) && typing::key(app, key);
    if is_typed {
        return Vec::new();
    }
    answering::catch_up_for(app, &meaning);
    match meaning {
        Meaning::Run { row, more } => {
            if more {
                app.state.pending = keys;
            }
            run::row(app, row)
        }
        Meaning::Wait => {
            app.state.pending = keys;
            Vec::new()
        }
        Meaning::Nothing if app.state.mode() == Mode::Front => {
            front::leave(app);
            Vec::new()
        }
        Meaning::Nothing if !waiting.is_empty() => end_wait(app, &waiting, key),
        // Esc and the key after it, come in one piece over a slow connection. Where something is typed it would be
        // lost by an Alt key that was meant to edit it.
        Meaning::Nothing if key.alt && !app.mode().is_prompt() => {
            let mut effects = press(app, Key::plain(Code::Esc));
            effects.extend(press(app, Key { alt: false, ..key }));
            effects
        }
        Meaning::Nothing => {
            let say = app.say();
            let elsewhere = app
                .keys
                .rows()
                .iter()
                .find(|row| app.keys.sequences(row.action).iter().any(|keys| **keys == [key]));
            let why =
                elsewhere.and_then(|row| Some((row.help(say), row.why_off(app.state.mode(), app, say)?)));
            app.state.notice(match why {
                Some((help, why)) => (say.notices.works_elsewhere)(&key.to_string(), &why, help),
                None => nothing_here(app, &key.to_string()),
            });
            Vec::new()
        }
    }
}

/// Whether a key may act on a screen that shows nothing of what it would do, and behind the beginning of others.
fn leads_out(app: &App, key: Key) -> bool {
    let Meaning::Run { row, .. } = app.keys.meaning(app.state.mode(), &[key]) else { return false };
    row.action == Action::Close || matches!(row.run, Deed::Anywhere(_))
}

/// A key that does not go on with what was begun. Where the beginning was an action of its own (`f`), the
/// key means what it always does, and so does one that leads out; else (`g x`) it means nothing, and Esc just ends
/// the wait.
fn end_wait(app: &mut App, waiting: &[Key], key: Key) -> Vec<Effect> {
    let is_esc = key.code == Code::Esc;
    if matches!(app.keys.meaning(app.state.mode(), waiting), Meaning::Run { .. })
        || (!is_esc && leads_out(app, key))
    {
        return press(app, key);
    }
    if !is_esc {
        let begun: Vec<String> = waiting.iter().map(Key::to_string).collect();
        let why = nothing_here(app, &format!("{} {key}", begun.join(" ")));
        app.state.notice(why);
    }
    Vec::new()
}

/// What is said where `keys` mean nothing.
fn nothing_here(app: &App, keys: &str) -> String {
    let help = app.keys.shown(app.mode(), Action::Help);
    (app.say().notices.does_nothing)(keys, &help)
}

impl App {
    /// What `event` does.
    pub fn update(&mut self, event: Event) -> Update {
        let before = self.state.clone();
        if !matches!(event, Event::Key(_) | Event::Paste(_)) {
            answering::catch_up(self);
        }
        let effects = match event {
            Event::Key(key) => press(self, key),
            Event::Paste(text) => typing::paste(self, &text),
            Event::Due => Vec::new(),
            Event::Mouse(gesture, target) => pointing::act(self, gesture, target),
            Event::Done(outcome) => outcomes::tell(self, outcome),
            Event::Tick => {
                walls::tick(self);
                Vec::new()
            }
        };
        sight::settle(self);
        debug_assert!(self.state.holds(), "where a reader is holds together: {:?}", self.state.place);
        Update { redraw: self.state != before, effects }
    }

    /// Takes note of what the screen shows, and keeps the cursor in sight. Called before each frame.
    pub fn fit(&mut self, pages: Pages) {
        self.state.pages = pages;
        // What a query being typed may go on with takes the room of the detail, which comes back.
        let is_typing = self.state.overlays.last().is_some_and(Overlay::is_line);
        if self.state.focus == Focus::Detail && !self.state.has_detail() && !is_typing {
            self.state.focus = Focus::List;
        }
        sight::fit_panes(self);
        let pages = self.state.pages.clone();
        sight::fit_overlay(self, &pages);
    }
}
