//! The least that a program drawn with `ratatui` can do: a list and nothing else.

use std::io;

use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::widgets::{Block, List, ListState};

/// What this program is told to be it by.
pub(crate) const ASKED: &str = "--floor";
/// What its screen shows.
pub(crate) const READY: &str = "READY";

pub(crate) fn run() -> io::Result<()> {
    let items: Vec<String> = (0..200).map(|nth| format!("2016-03-09 row {nth} of the list")).collect();
    let mut state = ListState::default().with_selected(Some(0));
    let mut terminal = ratatui::try_init()?;
    loop {
        terminal.draw(|frame| {
            let rows = items.iter().map(String::as_str);
            let list = List::new(rows).block(Block::bordered().title(READY)).highlight_symbol("> ");
            frame.render_stateful_widget(list, frame.area(), &mut state);
        })?;
        match event::read()? {
            Event::Key(key) if key.code == KeyCode::Char('q') => return ratatui::try_restore(),
            Event::Key(key) if key.code == KeyCode::Char('j') => state.select_next(),
            _ => {}
        }
    }
}
