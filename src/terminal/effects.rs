//! Effects → done outside the program, and what came of them. Copying has `clipboard`.

use std::path::Path;
use std::sync::mpsc::Sender;

use super::events::{Input, spawn};
use super::save::{Origin, Saved, read, save};
use crate::app::{Existing, Outcome};
use crate::text::is_web_address;

/// Writes a file, whole or not at all. One that is not as it was `seen` is not replaced.
pub(super) fn write(
    path: &Path,
    bytes: &[u8],
    existing: Existing,
    seen: Option<&[u8]>,
    origin: &Origin,
) -> Outcome {
    if let (Some(seen), Some(old)) = (seen, read(path))
        && seen != old
    {
        return Outcome::Exists { path: path.to_owned(), old: Some(old), changed: true };
    }
    match save(path, bytes, existing, origin) {
        Ok(Saved::Written(path)) => Outcome::Written(path),
        Ok(Saved::Exists(path)) => Outcome::Exists { old: read(&path), path, changed: false },
        Err(error) => Outcome::Failed(error.to_string()),
    }
}

/// Asks the browser to open `address`. The outcome comes through `inbox`: whether a launcher works shows only
/// after a moment, in which keys are still answered.
///
/// The launcher is a session of its own with nothing on its standard streams (crate `open`): a browser's
/// complaints never reach the screen, and one that runs in a terminal does not take over this one.
pub(super) fn browse(address: String, inbox: &Sender<Input>) -> Option<Outcome> {
    if !is_web_address(&address) {
        return Some(Outcome::Failed(format!(
            "`{address}` is no web address: http:// or https:// is opened"
        )));
    }
    let sender = inbox.clone();
    let open = move || {
        let outcome = match open::that_detached(&address) {
            Ok(()) => Outcome::Browsing(address),
            // What a launcher says of itself tells a reader nothing.
            Err(_) => Outcome::Failed(format!("no browser was found; y l copies the address: {address}")),
        };
        let _ = sender.send(Input::Done(outcome));
    };
    let error = spawn("the browser", inbox, open).err()?;
    Some(Outcome::Failed(format!("no browser could be asked: {error}")))
}
