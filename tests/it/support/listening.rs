//! `makini webhooks listen` inside the test, while the test does something with it.

use std::path::Path;
use std::thread;

use makini::exit::Exit;
use makini::shutdown::Signal;
use serde_json::Value;
use tokio::sync::watch;

use crate::support::process::wait_for;
use crate::support::world::{Ended, Machine};

/// The secret of every receiver here.
pub const SECRET: &str = "an old friend";

/// A machine with that secret in a file.
pub fn machine() -> Machine {
    let machine = Machine::new();
    machine.write("secret.txt", format!("{SECRET}\n"));
    machine
}

/// Puts the home folder's path where a line says `~`.
pub fn line(machine: &Machine, text: &str) -> String {
    text.replace('~', &machine.home().display().to_string())
}

/// Waits for the ready file and reads it.
#[track_caller]
pub fn ready(file: &Path) -> Value {
    serde_json::from_str(&wait_for(file)).expect("a whole file")
}

/// Runs a receiver with these flags while `work` runs, which is given its address, and returns how both ended. Without
/// `--until` it is told to stop then.
pub fn during<T>(machine: Machine, flags: &str, work: impl FnOnce(&Machine, &str) -> T) -> (Machine, Ended, T) {
    serving(machine, &format!("webhooks listen --port 0 {flags}"), work)
}

/// The same for any command that serves, as a whole line but for its ready file.
pub fn serving<T>(machine: Machine, text: &str, work: impl FnOnce(&Machine, &str) -> T) -> (Machine, Ended, T) {
    let (stop, told) = watch::channel(None);
    let machine = machine.stop(Signal::Channel(told));
    let file = machine.home().join("ready.json");
    std::fs::remove_file(&file).ok();
    let args = line(&machine, &format!("{text} --ready-file ~/ready.json"));
    let ends_by_itself = text.contains("--until");
    let (ended, worked) = thread::scope(|scope| {
        let listening = scope.spawn(|| machine.run(&args));
        // Also when the work panics: a receiver that goes on would keep the test from failing.
        let mut teller = Teller(Some(&stop));
        let url = ready(&file)["url"].as_str().expect("an address").to_owned();
        let worked = work(&machine, &url);
        if ends_by_itself {
            teller.0 = None;
        }
        drop(teller);
        (listening.join().expect("no panic"), worked)
    });
    (machine.stop(Signal::Never), ended, worked)
}

/// Says stop when it goes.
struct Teller<'a>(Option<&'a watch::Sender<Option<Exit>>>);

impl Drop for Teller<'_> {
    fn drop(&mut self) {
        if let Some(stop) = self.0 {
            stop.send_replace(Some(Exit::Interrupted));
        }
    }
}
