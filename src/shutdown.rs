//! Ending early: the signal that asks for it, and the commands that finish their open work first.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::exit::Exit;

/// What asks an invocation to end early.
#[derive(Clone, Debug)]
pub enum Signal {
    /// The signals of the process: SIGINT (Ctrl-C), SIGTERM.
    Process,
    /// A channel: of a test, or of the program that runs this invocation.
    Channel(tokio::sync::watch::Receiver<Option<Exit>>),
    /// Nothing.
    Never,
}

impl Signal {
    /// Waits for the signal and returns the exit code it asks for. Cancel-safe.
    pub async fn wait(&self) -> Exit {
        match self {
            Self::Process => process_signals().await,
            Self::Channel(channel) => {
                let mut channel = channel.clone();
                match channel.wait_for(Option::is_some).await.map(|exit| *exit) {
                    Ok(Some(exit)) => exit,
                    // The sender is gone.
                    _ => std::future::pending().await,
                }
            }
            Self::Never => std::future::pending().await,
        }
    }
}

#[cfg(unix)]
async fn process_signals() -> Exit {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    // A terminal that goes away ends the command as a request to end does, so that what was begun is finished.
    let hang_up = if hang_up_is_ignored() { None } else { signal(SignalKind::hangup()).ok() };
    let hung_up = async {
        match hang_up {
            Some(mut hang_up) => hang_up.recv().await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        Ok(()) = tokio::signal::ctrl_c() => Exit::Interrupted,
        Some(()) = terminate.recv() => Exit::Terminated,
        Some(()) = hung_up => Exit::Terminated,
        else => std::future::pending().await,
    }
}

/// Returns whether this process was started to go on without its terminal, as with `nohup`.
#[cfg(unix)]
pub fn hang_up_is_ignored() -> bool {
    use std::io::IsTerminal as _;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    match ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()) {
        Some(mask) => mask & 1 != 0,
        // Where the mask is not to be read, `nohup` is known by what it does to the streams.
        None => !std::io::stdout().is_terminal() && !std::io::stderr().is_terminal(),
    }
}

#[cfg(not(unix))]
async fn process_signals() -> Exit {
    match tokio::signal::ctrl_c().await {
        Ok(()) => Exit::Interrupted,
        Err(_) => std::future::pending().await,
    }
}

/// The shutdown of one invocation, shared by the command and by whoever runs it.
#[derive(Clone, Debug)]
pub struct Shutdown {
    signal: Signal,
    handled: Arc<AtomicBool>,
    handled_again: Arc<AtomicBool>,
}

impl Shutdown {
    /// A shutdown that no command handles yet.
    pub fn new(signal: Signal) -> Self {
        Self { signal, handled: Arc::default(), handled_again: Arc::default() }
    }

    /// Waits for the signal and returns the exit code it asks for. From the first call on, the command is trusted to
    /// finish its open work and end by itself; only a second signal ends it where it stands.
    pub async fn cancelled(&self) -> Exit {
        self.handled.store(true, Ordering::Relaxed);
        self.signal.wait().await
    }

    /// Waits for a second signal, once the first has come. From the first call on, the command is trusted with that one too;
    /// a third ends it where it stands.
    pub async fn cancelled_again(&self) -> Exit {
        self.handled_again.store(true, Ordering::Relaxed);
        match self.signal {
            Signal::Process => self.signal.wait().await,
            // A channel sends once.
            Signal::Channel(_) | Signal::Never => std::future::pending().await,
        }
    }

    /// Waits for a signal that the command does not handle, and returns the exit code it asks for.
    pub async fn unhandled(&self) -> Exit {
        let first = self.signal.wait().await;
        if !self.handled.load(Ordering::Relaxed) {
            return first;
        }
        match self.signal {
            Signal::Process => {
                let second = self.signal.wait().await;
                if self.handled_again.load(Ordering::Relaxed) { self.signal.wait().await } else { second }
            }
            // A channel sends once.
            Signal::Channel(_) | Signal::Never => std::future::pending().await,
        }
    }
}

/// A command's handling of its shutdown: work that has begun is finished, work that has not is left out.
pub struct Interrupt {
    cancelled: Pin<Box<dyn Future<Output = Exit>>>,
    exit: Option<Exit>,
}

impl Interrupt {
    /// Takes the shutdown over from here on.
    pub fn new(shutdown: Shutdown) -> Self {
        Self { cancelled: Box::pin(async move { shutdown.cancelled().await }), exit: None }
    }

    /// Returns the exit code that the signal asked for, if it has come.
    pub fn exit(&self) -> Option<Exit> {
        self.exit
    }

    /// Finishes work even if the signal comes; `notify` is called when it does.
    pub async fn finish<T>(&mut self, work: impl Future<Output = T>, notify: impl FnOnce()) -> T {
        let mut work = std::pin::pin!(work);
        if self.exit.is_none() {
            tokio::select! {
                biased;
                exit = &mut self.cancelled => {
                    self.exit = Some(exit);
                    notify();
                }
                done = &mut work => return done,
            }
        }
        work.await
    }

    /// Works until the signal comes; returns nothing then.
    pub async fn unless<T>(&mut self, work: impl Future<Output = T>) -> Option<T> {
        if self.exit.is_some() {
            return None;
        }
        tokio::select! {
            biased;
            exit = &mut self.cancelled => {
                self.exit = Some(exit);
                None
            }
            done = work => Some(done),
        }
    }
}
