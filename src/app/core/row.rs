//! A row of the table of what a reader can do: an action, its keys and words, where it works, and what carries it out. Of
//! the explorer that it is carried out on, `A`, it knows nothing: what that holds may so hold rows.

use std::borrow::Cow;

use super::action::{Action, Footer, Group};
use super::effect::Effect;
use super::mode::Mode;
use super::sequence::KeySequence;
use crate::words::{FooterWords, HelpWords, Words};

/// What carries an action out.
#[derive(Debug)]
pub enum Deed<A> {
    /// Changes nothing but the explorer.
    Inside(fn(&mut A)),
    /// Asks for something outside of it, too.
    Outside(fn(&mut A) -> Vec<Effect>),
    /// Is the program's own affair, whatever is explored, and be it nothing yet.
    Anywhere(fn() -> Effect),
}

/// One row of the table.
#[derive(Debug)]
pub struct Row<A> {
    /// What it does.
    pub action: Action,
    /// Stable name, kebab-case.
    pub name: &'static str,
    /// Where its keys mean this.
    pub modes: &'static [Mode],
    /// Its keys, the first one the one to show; a sequence is written with blanks. None for what is only ever looked
    /// for by name.
    pub keys: &'static [&'static str],
    /// Its line of help, among all of them.
    help: fn(&HelpWords) -> &'static str,
    /// The heading it stands under.
    pub group: Group,
    /// Whether it stands in the footer.
    pub footer: Option<Footer>,
    /// What carries it out.
    pub run: Deed<A>,
    /// Whether undo goes back to before it: what changes the query or how it is shown, and jumps, but no moves by
    /// a row or a page. Prompts are a step when they are done.
    pub(in crate::app) is_step: bool,
    /// Why it is off now, if it is.
    pub off: fn(&A) -> Option<Cow<'static, str>>,
}

impl<A> Row<A> {
    /// What it does, in one line.
    pub fn help(&self, say: &Words) -> &'static str {
        (self.help)(&say.help)
    }

    /// Why the action cannot be run from `mode` now: a place it does not work in, or what it lacks.
    pub fn why_off(&self, mode: Mode, app: &A, say: &Words) -> Option<String> {
        if self.modes.contains(&mode) {
            return (self.off)(app).map(Cow::into_owned);
        }
        Some(match self.modes {
            [one] => (say.places.works)(one.place(say)),
            [one, other] => (say.places.works_in_both)(one.place(say), other.place(say)),
            // Nearly everywhere: where not is the shorter thing to say.
            _ => (say.places.does_not_work)(mode.place(say)),
        })
    }

    /// Its key sequences, as they are where no reader chose others.
    pub fn sequences(&self) -> impl Iterator<Item = KeySequence> {
        // What does not parse is left out here, and found by the table's tests.
        self.keys.iter().filter_map(|keys| keys.parse().ok())
    }
}

/// A row without a place in the footer, which is no step and never off.
pub(in crate::app) const fn row<A>(
    action: Action,
    name: &'static str,
    group: Group,
    modes: &'static [Mode],
    keys: &'static [&'static str],
    help: fn(&HelpWords) -> &'static str,
    run: Deed<A>,
) -> Row<A> {
    Row { action, name, modes, keys, help, group, footer: None, run, is_step: false, off: never }
}

impl<A> Row<A> {
    pub(in crate::app) const fn footer(self, rank: u8, word: fn(&FooterWords) -> &'static str) -> Self {
        let modes = self.modes;
        self.footer_in(modes, rank, word)
    }

    pub(in crate::app) const fn footer_in(
        mut self,
        modes: &'static [Mode],
        rank: u8,
        word: fn(&FooterWords) -> &'static str,
    ) -> Self {
        self.footer = Some(Footer { rank, word, modes });
        self
    }

    pub(in crate::app) const fn step(mut self) -> Self {
        self.is_step = true;
        self
    }

    pub(in crate::app) const fn off(mut self, off: fn(&A) -> Option<Cow<'static, str>>) -> Self {
        self.off = off;
        self
    }
}

const fn never<A>(_: &A) -> Option<Cow<'static, str>> {
    None
}
