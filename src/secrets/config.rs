//! Builds the chosen store from the configuration.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::command::{BadCommand, CommandLine, ProcessOptions};
use super::file::{Ask, Key};
use super::keyring::Asking;
use super::{
    EnvStore, FileStore, HelperStore, Keyring, MemoryStore, Notice, SecretCommand, SecretStore, StoreChoice, Stores,
};
use crate::clock::Clock;

/// The configuration of every store. Fields that the chosen one does not use may be empty.
pub struct StoreConfig {
    /// The store that secrets are written to.
    pub choice: StoreChoice,
    /// How long the keyring, a command or a helper may take.
    pub timeout: Duration,
    /// Whether a person may be asked to unlock the keyring.
    pub asking: Asking,
    /// Receives what is being waited for, and what is wrong with the environment.
    pub notice: Option<Notice>,
    /// Where the encrypted file is, an absolute path.
    pub file: PathBuf,
    /// The age identity that opens it. Without one it has a passphrase.
    pub key_file: Option<PathBuf>,
    /// Prompts for that passphrase when `MAKINI_SECRETS_PASSPHRASE` is not set.
    pub ask: Ask,
    /// `secret_command`.
    pub command: Option<CommandLine>,
    /// `secret_helper`.
    pub helper: Option<CommandLine>,
    /// The environment that commands are started with; variables with secrets of this program are removed.
    pub environment: Vec<(std::ffi::OsString, std::ffi::OsString)>,
    /// Measures the waiting.
    pub clock: Clock,
}

impl Stores {
    /// Builds the chosen store behind the environment. Nothing is opened, started or prompted for yet.
    ///
    /// # Errors
    /// When the chosen store needs a command, and there is none or it is not valid.
    pub fn open(variables: EnvStore, config: StoreConfig) -> Result<Self, BadCommand> {
        let variables = match &config.notice {
            Some(notice) => variables.with_notice(Arc::clone(notice)),
            None => variables,
        };
        let variables = Arc::new(variables);
        let chosen: Box<dyn SecretStore> = match config.choice {
            StoreChoice::Keyring => Box::new(config.keyring()),
            StoreChoice::File => {
                let key = match config.key_file {
                    Some(path) => Key::KeyFile(path),
                    None => Key::Ask(passphrase(Arc::clone(&variables), config.ask)),
                };
                Box::new(FileStore::new(config.file, key))
            }
            StoreChoice::Command => {
                let (line, options) = config.program(StoreChoice::Command)?;
                Box::new(SecretCommand::new(line, options)?)
            }
            StoreChoice::Helper => {
                let (line, options) = config.program(StoreChoice::Helper)?;
                Box::new(HelperStore::new(line, options))
            }
            StoreChoice::None => Box::new(MemoryStore::new()),
        };
        Ok(Self::shared(variables, chosen))
    }
}

impl StoreConfig {
    fn keyring(self) -> Keyring {
        let keyring = Keyring::new(self.clock).with_timeout(self.timeout).with_asking(self.asking);
        match self.notice {
            Some(notice) => keyring.with_notice(notice),
            None => keyring,
        }
    }

    fn program(self, choice: StoreChoice) -> Result<(CommandLine, ProcessOptions), BadCommand> {
        let (line, key) = match choice {
            StoreChoice::Helper => (self.helper, "secret_helper"),
            _ => (self.command, "secret_command"),
        };
        let options = ProcessOptions { environment: self.environment, timeout: self.timeout, notice: self.notice };
        Ok((line.ok_or(BadCommand::Missing(key))?, options))
    }
}

/// Returns a source of the passphrase: the environment, then the prompt.
fn passphrase(variables: Arc<EnvStore>, ask: Ask) -> Ask {
    Arc::new(move |purpose| match variables.passphrase() {
        Ok(Some(passphrase)) => Ok(passphrase),
        Ok(None) => ask(purpose),
        Err(error) => Err(error.to_string()),
    })
}
