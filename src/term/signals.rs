//! Signals that a view or a prompt on the terminal has to act on: suspended by Ctrl-Z or `kill -TSTP`, resumed by `fg`,
//! interrupted, ended by a hang-up or `kill`.
//!
//! Whoever has changed the modes of the terminal undoes that before the process stops, and does it again afterwards. The
//! signals are taken on a thread of their own, because a prompt waits for keys on the thread that would take them.

use std::sync::{Arc, Mutex};

use super::lock;
use crate::exit::Exit;

/// What the owner of the terminal has to do.
#[cfg_attr(not(unix), expect(dead_code, reason = "a console has no such signals"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TerminalSignal {
    /// Give the terminal back, then call `stop`.
    Suspend,
    /// The process runs again: take the terminal anew.
    Resumed,
    /// Ctrl-C where the terminal itself takes that key, or `kill -INT`.
    Interrupt,
    /// End, with this code.
    End(Exit),
}

type Owner = Arc<dyn Fn(TerminalSignal) + Send + Sync>;

/// The thread that takes the signals, and whom they are passed to. Without an owner of the terminal they do what they
/// always do.
#[derive(Default)]
pub(super) struct Signals {
    owner: Arc<Mutex<Option<Owner>>>,
    running: Mutex<bool>,
}

/// While this lives, signals are passed to the owner of the terminal.
pub(super) struct Owned(Arc<Mutex<Option<Owner>>>);

impl Drop for Owned {
    fn drop(&mut self) {
        *lock(&self.0) = None;
    }
}

impl Signals {
    /// Passes signals to `owner` from here on.
    pub(super) fn own(&self, owner: impl Fn(TerminalSignal) + Send + Sync + 'static) -> Owned {
        *lock(&self.owner) = Some(Arc::new(owner));
        let mut running = lock(&self.running);
        if !*running {
            *running = take(&self.owner);
        }
        Owned(Arc::clone(&self.owner))
    }
}

/// Starts the thread. Returns whether there is one.
#[cfg(unix)]
fn take(owner: &Arc<Mutex<Option<Owner>>>) -> bool {
    use rustix::process::Signal;
    use tokio::signal::unix::{SignalKind, signal};

    let owner = Arc::clone(owner);
    let (ready, is_ready) = std::sync::mpsc::channel();
    let run = move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        runtime.block_on(async {
            let kind = |signal: Signal| SignalKind::from_raw(signal.as_raw());
            let (Ok(mut stop), Ok(mut resume)) = (signal(kind(Signal::TSTP)), signal(kind(Signal::CONT))) else {
                return;
            };
            let (Ok(mut interrupt), Ok(mut terminate)) =
                (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
            else {
                return;
            };
            let hang_up = signal(SignalKind::hangup()).ok().filter(|_| !crate::shutdown::hang_up_is_ignored());
            let mut hang_up = hang_up;
            ready.send(()).ok();
            let mut ends = false;
            loop {
                let hung_up = async {
                    match &mut hang_up {
                        Some(signal) => signal.recv().await,
                        None => std::future::pending().await,
                    }
                };
                let came = tokio::select! {
                    // A shell resumes a stopped job that it ends: the end comes first then.
                    biased;
                    Some(()) = terminate.recv() => TerminalSignal::End(Exit::Terminated),
                    Some(()) = hung_up => TerminalSignal::End(Exit::Terminated),
                    Some(()) = interrupt.recv() => TerminalSignal::Interrupt,
                    Some(()) = stop.recv() => TerminalSignal::Suspend,
                    Some(()) = resume.recv() => TerminalSignal::Resumed,
                    else => return,
                };
                ends |= matches!(came, TerminalSignal::End(_));
                if matches!(came, TerminalSignal::Suspend | TerminalSignal::Resumed) && ends {
                    continue;
                }
                if came == TerminalSignal::Resumed && !is_in_foreground() && lock(&owner).is_some() {
                    // The terminal is the shell's: whoever changes its modes from the background is stopped anyway.
                    stop_process();
                    continue;
                }
                let owner = lock(&owner).clone();
                match (owner, came) {
                    (Some(owner), came) => owner(came),
                    (None, TerminalSignal::Suspend) => stop_process(),
                    // Taken by whoever ends the command.
                    (None, _) => {}
                }
            }
        });
    };
    let started = std::thread::Builder::new().name("terminal signals".to_owned()).spawn(run).is_ok();
    started && is_ready.recv().is_ok()
}

#[cfg(not(unix))]
fn take(_: &Arc<Mutex<Option<Owner>>>) -> bool {
    false
}

/// Has the shell suspend the job, as Ctrl-Z does where the terminal itself takes that key: each process of the job gets
/// the signal, this one through the owner of the terminal. Without a shell that could resume it nothing happens.
#[cfg(unix)]
pub(super) fn suspend_job() {
    use rustix::process::{Signal, getppid, getsid, kill_current_process_group};
    let parent = getppid();
    let is_in_session = parent.is_some_and(|parent| getsid(Some(parent)).ok() == getsid(None).ok());
    if is_in_session {
        kill_current_process_group(Signal::TSTP).ok();
    }
}

#[cfg(not(unix))]
pub(super) fn suspend_job() {}

/// Returns whether this process may change the terminal: its job is in the foreground, or there is no job control.
#[cfg(unix)]
fn is_in_foreground() -> bool {
    let group = rustix::termios::tcgetpgrp(std::io::stdin());
    group.map_or(true, |group| group == rustix::process::getpgrp())
}

/// Stops this process until it is resumed. The terminal is given back already.
#[cfg(unix)]
pub(super) fn stop_process() {
    rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP).ok();
}

#[cfg(not(unix))]
pub(super) fn stop_process() {}
