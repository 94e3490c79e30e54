//! The inputs of an invocation: built by `main`, or by a test.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;

use crate::clock::Clock;
use crate::secrets::SecretStore;
use crate::settings::env::Env;
use crate::shutdown::Signal;
use crate::term::prompt::Prompter;
use crate::term::{ColorFacts, Streams, Terminal};

/// The inputs of an invocation. There are no others: no globals, no hidden reads.
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
    /// The prompts; by default at the terminal, where there is one.
    pub prompter: Option<Box<dyn Prompter>>,
    /// Replaces the keyring; by default the operating system's is used.
    pub keyring: Option<Arc<dyn SecretStore>>,
    /// Opens an address for a person to see.
    pub browser: Browser,
    /// What ends it early.
    pub shutdown: Signal,
}

/// Opens an address in a browser. Returns whether an opener was started.
pub type Browser = Arc<dyn Fn(&str) -> bool + Send + Sync>;

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
            shutdown: Signal::Process,
            env,
        }
    }
}

/// Opens addresses with the system's opener, which receives none of our secrets.
fn browser(env: Env) -> Browser {
    Arc::new(move |address| {
        open::commands(address).into_iter().any(|mut command| {
            command.env_clear().envs(env.without_secrets());
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            command.spawn().is_ok()
        })
    })
}
