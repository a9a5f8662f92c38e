//! Signals: they end the program, stop it and have it go on, whatever the terminal does meanwhile.

use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use super::support::{FRAME, Terminal, WALLCHART};

#[test]
fn a_signal_ends_it_as_the_signal_does_and_leaves_the_terminal_as_it_was_found() {
    for signal in [Signal::HUP, Signal::INT, Signal::QUIT, Signal::TERM] {
        let mut terminal = Terminal::explorer();
        terminal.signal(signal);
        assert_eq!(terminal.wait_for_end().terminating_signal(), Some(signal.as_raw()), "{signal:?}");
        terminal.assert_as_found();
    }
}

#[test]
fn a_terminal_that_takes_no_output_keeps_no_signal_from_ending_it() {
    for signals in [&[Signal::TERM][..], &[Signal::INT, Signal::TERM], &[Signal::HUP]] {
        let mut terminal = Terminal::explorer();
        terminal.take_no_more();
        // Whether this frame is under way by now or not.
        terminal.type_keys("j");
        for signal in signals {
            terminal.signal(*signal);
        }
        let ended = terminal.wait_for_end().terminating_signal();
        assert!(signals.iter().any(|signal| ended == Some(signal.as_raw())), "{signals:?}: {ended:?}");
        terminal.assert_settings_as_found();
    }
}

#[test]
fn a_pipe_that_nobody_reads_keeps_no_signal_from_ending_a_list() {
    let mut list =
        Command::new(WALLCHART).args(["list", "--json"]).stdout(Stdio::piped()).spawn().expect("the program");
    // More than a pipe holds is written once there is a byte.
    list.stdout.as_mut().expect("a pipe").read_exact(&mut [0]).expect("a byte");
    let pid = i32::try_from(list.id()).ok().and_then(Pid::from_raw).expect("its number");
    kill_process(pid, Signal::TERM).expect("a running program");
    assert_eq!(list.wait().expect("an end").signal(), Some(Signal::TERM.as_raw()));
}

#[test]
fn told_to_stop_and_to_go_on_in_one_breath_it_goes_on() {
    for pair in [[Signal::TSTP, Signal::CONT], [Signal::CONT, Signal::TSTP]] {
        let mut terminal = Terminal::explorer();
        for _ in 0..100 {
            for signal in pair {
                terminal.signal(signal);
            }
        }
        terminal.signal(Signal::CONT);
        let frames = terminal.frames();
        terminal.type_keys("j");
        terminal.wait_for("an answer", |text| text.matches(FRAME.1).count() > frames);
        terminal.type_keys("q");
        assert_eq!(terminal.wait_for_end().exit_status(), Some(0), "{pair:?}");
        terminal.assert_as_found();
    }
}
