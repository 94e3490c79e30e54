//! Everything the process gives us: built by `main`, or by a test.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;

use crate::clock::Clock;
use crate::exit::Exit;
use crate::secrets::SecretStore;
use crate::settings::env::Env;
use crate::term::prompt::Prompter;
use crate::term::{ColorFacts, Streams, Terminal};

/// What an invocation is made of. There is nothing else: no globals, no hidden reads.
pub struct World {
    /// The command line, the program's name first.
    pub args: Vec<OsString>,
    /// The environment.
    pub env: Env,
    /// The working directory.
    pub cwd: PathBuf,
    /// Standard input, output and error.
    pub streams: Streams,
    /// Which of them are terminals, and how large.
    pub terminal: Terminal,
    /// The time.
    pub clock: Clock,
    /// Who is asked; by default a person, where there is a terminal.
    pub prompter: Option<Box<dyn Prompter>>,
    /// What stands in for the keyring; by default the operating system's.
    pub keyring: Option<Arc<dyn SecretStore>>,
    /// Opens an address for a person to see.
    pub browser: Browser,
    /// How it is told to stop.
    pub stop: Stop,
}

/// Opens an address in a browser. Returns whether somebody took it.
pub type Browser = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// How an invocation is told to stop.
#[derive(Clone, Debug)]
pub enum Stop {
    /// By the signals of the process: Ctrl-C, termination.
    Signals,
    /// By a test.
    Told(tokio::sync::watch::Receiver<Option<Exit>>),
    /// Never.
    Never,
}

impl Stop {
    /// Returns how to end, once it is time to. Cancel-safe.
    pub async fn wait(&self) -> Exit {
        match self {
            Self::Signals => signals().await,
            Self::Told(told) => {
                let mut told = told.clone();
                match told.wait_for(Option::is_some).await.map(|exit| *exit) {
                    Ok(Some(exit)) => exit,
                    // Whoever could tell is gone.
                    _ => std::future::pending().await,
                }
            }
            Self::Never => std::future::pending().await,
        }
    }
}

#[cfg(unix)]
async fn signals() -> Exit {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        Ok(()) = tokio::signal::ctrl_c() => Exit::Interrupted,
        Some(()) = terminate.recv() => Exit::Terminated,
        else => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn signals() -> Exit {
    match tokio::signal::ctrl_c().await {
        Ok(()) => Exit::Interrupted,
        Err(_) => std::future::pending().await,
    }
}

impl World {
    /// Takes everything from the process.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the process")]
    pub fn from_process() -> Self {
        let env = Env::from_process();
        let own = |name| env.raw(name).map(|value| value.to_string_lossy().into_owned());
        let facts =
            ColorFacts { no_color: own("NO_COLOR"), clicolor: own("CLICOLOR"), clicolor_force: own("CLICOLOR_FORCE") };
        Self {
            args: std::env::args_os().collect(),
            cwd: std::env::current_dir().unwrap_or_default(),
            streams: Streams::process(),
            terminal: Terminal::detect(env.text("TERM"), facts),
            clock: Clock::system(),
            prompter: None,
            keyring: None,
            browser: browser(env.clone()),
            stop: Stop::Signals,
            env,
        }
    }
}

/// Opens addresses with the system's opener, which is handed none of our secrets.
fn browser(env: Env) -> Browser {
    Arc::new(move |address| {
        open::commands(address).into_iter().any(|mut command| {
            command.env_clear().envs(env.without_secrets());
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            command.spawn().is_ok()
        })
    })
}
