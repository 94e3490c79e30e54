//! What a command receives. Client, journal and stores open when they are first used, so that `webhooks verify`
//! needs no network and no login.

pub mod completion;
mod local;
mod remote;
#[cfg(feature = "sandbox")]
mod sandbox;

use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use tokio::sync::OnceCell;

use crate::client::Client;
use crate::clock::Clock;
use crate::exchange::StatusCounts;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Journal;
use crate::secrets::SecretStore;
use crate::session::Session;
use crate::settings::Settings;
use crate::settings::env::Env;
use crate::shutdown::Shutdown;
use crate::term::Term;
use crate::term::prompt::{Prompter, Question};
use crate::view::{self, OutputOptions, View};
use crate::world::{Browser, World};
#[cfg(feature = "sandbox")]
pub use sandbox::SandboxInstance;

/// Everything one command may use.
pub struct Context {
    /// The settings, each with its origin.
    pub settings: Settings,
    /// The environment, for what is not a setting.
    pub env: Env,
    /// The terminal.
    pub term: Term,
    /// How answers are shown.
    pub out: OutputOptions,
    /// The prompts.
    pub prompter: Arc<dyn Prompter>,
    /// Whether ordinary prompts are answered yes.
    pub yes: bool,
    /// The time.
    pub clock: Clock,
    /// Opens an address for a person to see.
    pub browser: Browser,
    /// The requests of this invocation, by the status of their answers.
    pub statuses: Arc<StatusCounts>,
    shutdown: Shutdown,
    keyring: Option<Arc<dyn SecretStore>>,
    secrets: OnceLock<Arc<dyn SecretStore>>,
    journal: OnceLock<Arc<Journal>>,
    remote: OnceCell<Remote>,
    #[cfg(feature = "sandbox")]
    sandbox: OnceCell<sandbox::Embedded>,
}

/// The platform, ready to be called.
struct Remote {
    client: Client,
    session: Arc<Session>,
}

impl Context {
    /// Puts together what a command may use. Opens nothing.
    pub fn new(
        settings: Settings,
        term: Term,
        out: OutputOptions,
        prompter: Box<dyn Prompter>,
        yes: bool,
        world: World,
    ) -> Self {
        Self {
            settings,
            env: world.env,
            term,
            out,
            prompter: prompter.into(),
            yes,
            clock: world.clock,
            browser: world.browser,
            statuses: Arc::default(),
            shutdown: Shutdown::new(world.shutdown),
            keyring: world.keyring,
            secrets: OnceLock::new(),
            journal: OnceLock::new(),
            remote: OnceCell::new(),
            #[cfg(feature = "sandbox")]
            sandbox: OnceCell::new(),
        }
    }

    /// Shows the answer and returns how it ends the process.
    pub fn show(&self, answer: &impl View) -> Result<Exit, Failure> {
        // Ages are counted by the clock that dated them.
        let now = self.remote.get().map_or(self.out.now, |remote| remote.client.now());
        view::show(&self.term, &OutputOptions { now, ..self.out.clone() }, answer)
    }

    /// Returns the time at the server by its last response; the local time before the first.
    pub fn now(&self) -> Timestamp {
        self.remote.get().map_or_else(|| self.clock.now(), |remote| remote.client.now())
    }

    /// Returns the time at the server: a sandbox's clock, or the local time for a real platform, which is not called.
    ///
    /// # Errors
    /// When the sandbox cannot be opened.
    pub async fn server_now(&self) -> Result<Timestamp, Failure> {
        if self.settings.is_on("sandbox") { Ok(self.client().await?.now()) } else { Ok(self.clock.now()) }
    }

    /// Returns the shutdown of this invocation.
    pub fn shutdown(&self) -> Shutdown {
        self.shutdown.clone()
    }

    /// Asks a question whose yes can be taken back. `--yes` answers it.
    pub fn confirm(&self, question: &Question<'_>) -> Result<(), Failure> {
        if self.yes || self.prompter.confirm(question, false)? {
            return Ok(());
        }
        Err(Failure::new(Exit::Unconfirmed, "nothing was done: the question was answered no"))
    }

    /// Asks for a name to be typed before something is destroyed. Only the name given with `--confirm` answers it.
    pub fn confirm_name(&self, question: &Question<'_>, name: &str, given: Option<&str>) -> Result<(), Failure> {
        match given {
            Some(given) if given == name => Ok(()),
            Some(_) => {
                let failure = Failure::new(Exit::Unconfirmed, format!("nothing was done: `--confirm` is not `{name}`"));
                Err(failure.hint(format!("`--confirm '{name}'` confirms it")))
            }
            None => Ok(self.prompter.type_name(question, name)?),
        }
    }

    /// Keeps the states of syncs that were seen in the journal: a server that lists no syncs has no other past.
    pub fn keep_seen_syncs(&self) {
        let Some(remote) = self.remote.get() else { return };
        let seen = remote.client.take_seen_syncs();
        if seen.is_empty() || !self.settings.is_on("journal") {
            return;
        }
        if let Ok(journal) = self.journal()
            && let Err(error) = journal.record_syncs(&seen)
        {
            self.term.warn(format!("states of syncs are missing in the journal: {error}"));
        }
    }

    /// Finishes what is open, and shows the warnings of the journal.
    pub async fn close(&self) {
        completion::add(&self.settings, self.out.seen.kinds());
        self.keep_seen_syncs();
        #[cfg(feature = "sandbox")]
        if let Some(embedded) = self.sandbox.get() {
            embedded.close().await;
        }
        if let Some(journal) = self.journal.get() {
            journal.flush();
            if let Some(warning) = journal.take_warning() {
                self.term.warn(warning.to_string());
            }
        }
    }
}
