//! The secret store and the journal.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Context;
use crate::client::ServerUrl;
use crate::exit::Exit;
use crate::failure::{Failure, LOG_IN};
use crate::files::private;
use crate::journal::{self, Journal};
use crate::secret::Secret;
use crate::secrets::command::CommandLine;
use crate::secrets::env::{CLIENT_SECRET, PASSPHRASE, TOKEN, WEBHOOK_SECRET};
use crate::secrets::file::Purpose;
use crate::secrets::keyring::Asking;
use crate::secrets::{EnvStore, MemoryStore, Notice, SecretStore, StoreChoice, StoreConfig, Stores};
use crate::session::OF_SECRET_COMMAND;
use crate::settings::Settings;
use crate::settings::env::Env;
use crate::settings::origin::Origin;
use crate::settings::paths::NoFolder;
use crate::term::prompt::{PromptError, Question};

impl Context {
    /// Returns the secret store. Nothing is opened before the first secret is read.
    pub fn secrets(&self) -> Result<Arc<dyn SecretStore>, Failure> {
        if let Some(store) = self.secrets.get() {
            return Ok(Arc::clone(store));
        }
        // Tokens in the environment are the platform's; the sandbox must not even be offered them.
        let sandbox = self.settings.is_on("sandbox");
        if let Some(note) = self.settings.unused_by_store().filter(|_| !sandbox) {
            self.term.note(note);
        }
        let store =
            self.open_secrets(&self.settings, if sandbox { self.passphrase() } else { variables(&self.env) })?;
        Ok(Arc::clone(self.secrets.get_or_init(|| store)))
    }

    /// Returns the store that new secrets go to, without the environment that is read before it.
    pub fn chosen_store(&self) -> Result<Arc<dyn SecretStore>, Failure> {
        self.store_of(&self.settings)
    }

    /// Returns the store of a profile with these settings, without the environment.
    pub fn store_of(&self, settings: &Settings) -> Result<Arc<dyn SecretStore>, Failure> {
        self.open_secrets(settings, self.passphrase())
    }

    /// Takes from the environment only what opens the secrets file and what signs webhooks.
    fn passphrase(&self) -> EnvStore {
        let kept = [PASSPHRASE, WEBHOOK_SECRET]
            .into_iter()
            .flat_map(|name| self.env.with_prefix(name).map(move |(rest, value)| (format!("{name}{rest}"), value)));
        EnvStore::new(kept)
    }

    fn open_secrets(&self, settings: &Settings, variables: EnvStore) -> Result<Arc<dyn SecretStore>, Failure> {
        let choice: StoreChoice = settings.text("secret_store").parse()?;
        let chosen_by_nobody = settings.get("secret_store").origin == Origin::Default;
        if settings.is_on("sandbox") && chosen_by_nobody {
            // Tokens of the sandbox are valid for the sandbox alone, and are issued again when needed: a fresh machine
            // without any keyring can run every command.
            return Ok(Arc::new(MemoryStore::new()));
        }
        if let (StoreChoice::Keyring, Some(keyring)) = (choice, &self.keyring) {
            return Ok(Arc::new(Stores::new(variables, Box::new(Arc::clone(keyring)))));
        }
        let command = |key| settings.maybe(key).map(CommandLine::from_text).transpose();
        let prompter = Arc::clone(&self.prompter);
        let setup = StoreConfig {
            choice,
            timeout: settings.duration("keyring_timeout"),
            asking: if self.may_ask() { Asking::Allowed } else { Asking::Never },
            notice: Some(self.notice()),
            file: match settings.path("secret_file", &self.env) {
                Some(file) => file,
                None if choice == StoreChoice::File => settings.paths.secrets_file()?,
                None => PathBuf::new(),
            },
            key_file: settings.path("secret_key_file", &self.env),
            ask: Arc::new(move |purpose| {
                let label = match purpose {
                    Purpose::Open => "Passphrase of the secrets file",
                    Purpose::Create => "New passphrase for the secrets file",
                };
                let question = Question::new(label, "the variable MAKINI_SECRETS_PASSPHRASE");
                prompter.secret(&question).map_err(|error| match error {
                    PromptError::NoValue { .. } => format!("{error}: set `MAKINI_SECRETS_PASSPHRASE`"),
                    error => error.to_string(),
                })
            }),
            command: command("secret_command")?,
            helper: command("secret_helper")?,
            environment: self.env.without_secrets().map(|(name, value)| (name.into(), value.into())).collect(),
            clock: self.clock.clone(),
        };
        Ok(Arc::new(Stores::open(variables, setup)?))
    }

    /// Replaces the advice to log in where a login would change nothing: what the environment holds is used before it, and
    /// a command that prints secrets cannot store one.
    #[must_use]
    pub fn with_token_advice(&self, mut failure: Failure) -> Failure {
        if failure.exit != Exit::Auth || self.settings.is_on("sandbox") {
            return failure;
        }
        let set = |name: &str| self.env.raw(name).is_some_and(|value| !value.is_empty());
        let variables = [TOKEN, CLIENT_SECRET].into_iter().flat_map(|name| [name.to_owned(), format!("{name}_FILE")]);
        let better = match variables.into_iter().find(|name| set(name)) {
            Some(name) => format!("replace what is in `{name}`, which is used before a login, or unset it"),
            None if self.settings.text("secret_store") == "command" => OF_SECRET_COMMAND.to_owned(),
            None => return failure,
        };
        for hint in failure.hints.iter_mut().filter(|hint| *hint == LOG_IN) {
            hint.clone_from(&better);
        }
        failure
    }

    /// Reads a secret from a file or pipe that a person named, and warns where other users can read it too.
    ///
    /// # Errors
    /// It cannot be read, is longer than `limit` bytes, or is not text.
    pub fn secret_file(&self, path: &Path, limit: u64) -> Result<Secret, Failure> {
        let shown = path.display();
        let (bytes, readable) =
            private::read_any(path, limit).map_err(|error| Failure::unreadable(path.display(), &error))?;
        let failed = || Failure::new(Exit::Local, format!("could not read `{shown}`: it is not text"));
        let text = std::str::from_utf8(&bytes).map_err(|_| failed())?;
        if readable {
            // CI systems mount secrets like that, so it is no reason to stop.
            self.term
                .warn(format!("other users can read the secret in `{shown}`: `chmod 600 {}`", private::quoted(path)));
        }
        Ok(Secret::from_line(text))
    }

    /// Returns whether prompts are possible.
    pub fn may_ask(&self) -> bool {
        self.term.terminal().interactive() && !self.term.options().no_input
    }

    pub(super) fn notice(&self) -> Notice {
        let term = self.term.clone();
        Arc::new(move |text: &str| term.status(text))
    }

    /// Returns the journal of this profile. Its file is not touched before something is written or read.
    ///
    /// # Errors
    /// There is no folder for it.
    pub fn journal(&self) -> Result<&Arc<Journal>, NoFolder> {
        let file = self.settings.paths.journal_file()?;
        Ok(self.journal.get_or_init(|| self.new_journal(file)))
    }

    /// Returns the journal of this profile for rows that are not of this program's own requests, with a count of its own of
    /// what is missing.
    ///
    /// # Errors
    /// There is no folder for it.
    pub fn journal_of_others(&self) -> Result<Arc<Journal>, NoFolder> {
        Ok(self.new_journal(self.settings.paths.journal_file()?))
    }

    /// Returns the name of the server of this invocation, as the journal has it: its address, or [`journal::SANDBOX`].
    pub fn server_name(&self) -> Option<String> {
        if self.settings.is_on("sandbox") {
            return Some(journal::SANDBOX.into());
        }
        Some(ServerUrl::parse(self.settings.text("server")).ok()?.to_string())
    }

    fn new_journal(&self, file: PathBuf) -> Arc<Journal> {
        let mut options = journal::Options::new(self.settings.profile());
        options.server = self.server_name();
        options.max_age = self.settings.duration("journal_max_age");
        options.max_bytes = self.settings.bytes("journal_max_size");
        Arc::new(Journal::new(file, options, self.clock.clone()))
    }
}

/// Takes the variables that hold secrets out of the environment.
pub(super) fn variables(env: &Env) -> EnvStore {
    EnvStore::new(env.with_prefix("MAKINI_").map(|(rest, value)| (format!("MAKINI_{rest}"), value.to_owned())))
}
