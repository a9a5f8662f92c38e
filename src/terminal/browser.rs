//! Opening an address of the web: by what the reader names in `BROWSER`, else by what the desktop opens it with.
//!
//! The address is whatever a dataset says. No shell ever reads it: it is one word of a program's arguments.

use std::env;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use super::input::Input;
use super::thread::spawn;
use crate::app::Outcome;
use crate::text::is_web_address;

/// How long a browser has to say that it cannot: one that is still there then shows the page.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often it is looked after meanwhile.
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// Asks the browser to open `address`. The outcome comes through `inbox`: whether a launcher works shows only
/// after a moment, in which keys are still answered.
pub(super) fn browse(address: String, inbox: &Sender<Input>) -> Option<Outcome> {
    if !is_web_address(&address) {
        return Some(Outcome::Failed(format!(
            "`{address}` is no web address: http:// or https:// is opened"
        )));
    }
    let sender = inbox.clone();
    let open = move || {
        let mut named = named(&address);
        let is_open = named.is_some() || open::that_detached(&address).is_ok();
        let outcome = if is_open {
            Outcome::Browsing(address)
        } else {
            // What a launcher says of itself tells a reader nothing.
            Outcome::Failed(format!("no browser was found; y l copies the address: {address}"))
        };
        let _ = sender.send(Input::Done(outcome));
        // Its end is taken note of, so that it does not stay in the list of processes.
        let _ = named.as_mut().map(Child::wait);
    };
    let error = spawn("the browser", inbox, open).err()?;
    Some(Outcome::Failed(format!("no browser could be asked: {error}")))
}

/// The first of the commands in `BROWSER`, separated by colons, that opens `address`.
fn named(address: &str) -> Option<Child> {
    let commands = env::var("BROWSER").ok()?;
    commands.split(':').find_map(|command| {
        let words = words(command, address)?;
        let (program, arguments) = words.split_first()?;
        let child = start(program, arguments).ok()?;
        works(child)
    })
}

/// The words of one command, `%s` in it replaced by `address`, which else comes last; `%%` is a `%`, and an `&` at the
/// end says what is done anyway. As Python's `webbrowser` and `xdg-open` read it.
fn words(command: &str, address: &str) -> Option<Vec<String>> {
    let command = command.trim_end().trim_end_matches('&');
    let mut has_address = false;
    let mut words: Vec<String> = shlex::split(command)?
        .into_iter()
        .map(|word| {
            has_address |= word.contains("%s");
            word.split("%%").map(|part| part.replace("%s", address)).collect::<Vec<_>>().join("%")
        })
        .collect();
    if words.is_empty() {
        return None;
    }
    if !has_address {
        words.push(address.to_owned());
    }
    Some(words)
}

/// A group of its own, with nothing on its standard streams: a browser's complaints never reach the screen, a Ctrl-z does
/// not stop it, and one that runs in a terminal does not take over this one.
fn start(program: &str, arguments: &[String]) -> io::Result<Child> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.process_group(0).spawn()
}

/// The browser, unless it fails at once.
fn works(mut browser: Child) -> Option<Child> {
    let since = Instant::now();
    loop {
        match browser.try_wait() {
            Ok(None) if since.elapsed() < PATIENCE => thread::sleep(LOOK_AGAIN),
            Ok(Some(status)) if !status.success() => return None,
            _ => return Some(browser),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_takes_the_address_as_one_word_wherever_it_stands() {
        let address = "https://example.org/$(touch x);'%s\"&a|b";
        for (command, expected) in [
            ("firefox", Some(&["firefox", address][..])),
            ("firefox --new-tab %s", Some(&["firefox", "--new-tab", address])),
            ("'my browser' --at=%s -x &", Some(&["my browser", &format!("--at={address}"), "-x"])),
            ("echo 100%% %s", Some(&["echo", "100%", address])),
            ("", None),
            ("&", None),
            ("'never ends", None),
        ] {
            let expected = expected.map(|words| words.iter().map(ToString::to_string).collect::<Vec<_>>());
            assert_eq!(words(command, address), expected, "{command}");
        }
    }
}
