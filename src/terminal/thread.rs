//! Threads beside the loop.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use super::input::Input;

/// Starts a thread that ends the program should it panic: the hook has left the screen by then, and a loop
/// that went on would draw over the message.
pub(super) fn spawn(
    name: &'static str,
    inbox: &Sender<Input>,
    work: impl FnOnce() + Send + 'static,
) -> io::Result<()> {
    let alarm = Alarm { name, inbox: inbox.clone() };
    thread::Builder::new().name(name.to_owned()).spawn(move || {
        let _alarm = alarm;
        work();
    })?;
    Ok(())
}

struct Alarm {
    name: &'static str,
    inbox: Sender<Input>,
}

impl Drop for Alarm {
    fn drop(&mut self) {
        if thread::panicking() {
            let error = io::Error::other(format!("the thread for {} panicked", self.name));
            let _ = self.inbox.send(Input::Broken(error));
        }
    }
}
