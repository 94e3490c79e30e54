//! From what was chosen to the stores: the one place that knows how each is made.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::command::{BadCommand, CommandLine, Surroundings};
use super::file::{Ask, Key};
use super::keyring::Asking;
use super::{
    EnvStore, FileStore, HelperStore, Keyring, MemoryStore, Notice, SecretCommand, SecretStore, StoreChoice, Stores,
};
use crate::clock::Clock;

/// Everything the stores need to know. What the chosen one does not use may be left empty.
pub struct Setup {
    /// Which store secrets go to.
    pub choice: StoreChoice,
    /// How long the keyring, a command or a helper may take.
    pub timeout: Duration,
    /// Whether a person may be asked to unlock the keyring.
    pub asking: Asking,
    /// Told what is being waited for, and what is wrong with the environment.
    pub notice: Option<Notice>,
    /// Where the encrypted file is, an absolute path.
    pub file: PathBuf,
    /// The age identity that opens it. Without one it has a passphrase.
    pub key_file: Option<PathBuf>,
    /// Asks for that passphrase, where `MAKINI_SECRETS_PASSPHRASE` does not say it.
    pub ask: Ask,
    /// `secret_command`.
    pub command: Option<CommandLine>,
    /// `secret_helper`.
    pub helper: Option<CommandLine>,
    /// The environment that commands are started with; secrets of ours are taken out.
    pub environment: Vec<(std::ffi::OsString, std::ffi::OsString)>,
    /// Measures the waiting.
    pub clock: Clock,
}

impl Stores {
    /// Makes the chosen store, behind the environment. Opens, starts and asks nothing.
    ///
    /// # Errors
    /// The chosen store needs a command, and there is none or it is not one.
    pub fn open(variables: EnvStore, setup: Setup) -> Result<Self, BadCommand> {
        let variables = match &setup.notice {
            Some(notice) => variables.with_notice(Arc::clone(notice)),
            None => variables,
        };
        let variables = Arc::new(variables);
        let chosen: Box<dyn SecretStore> = match setup.choice {
            StoreChoice::Keyring => Box::new(setup.keyring()),
            StoreChoice::File => {
                let key = match setup.key_file {
                    Some(path) => Key::KeyFile(path),
                    None => Key::Ask(passphrase(Arc::clone(&variables), setup.ask)),
                };
                Box::new(FileStore::new(setup.file, key))
            }
            StoreChoice::Command => {
                let (line, surroundings) = setup.program(StoreChoice::Command)?;
                Box::new(SecretCommand::new(line, surroundings)?)
            }
            StoreChoice::Helper => {
                let (line, surroundings) = setup.program(StoreChoice::Helper)?;
                Box::new(HelperStore::new(line, surroundings))
            }
            StoreChoice::None => Box::new(MemoryStore::new()),
        };
        Ok(Self::shared(variables, chosen))
    }
}

impl Setup {
    fn keyring(self) -> Keyring {
        let keyring = Keyring::new(self.clock).with_timeout(self.timeout).with_asking(self.asking);
        match self.notice {
            Some(notice) => keyring.with_notice(notice),
            None => keyring,
        }
    }

    fn program(self, choice: StoreChoice) -> Result<(CommandLine, Surroundings), BadCommand> {
        let (line, key) = match choice {
            StoreChoice::Helper => (self.helper, "secret_helper"),
            _ => (self.command, "secret_command"),
        };
        let surroundings = Surroundings { environment: self.environment, timeout: self.timeout, notice: self.notice };
        Ok((line.ok_or(BadCommand::Missing(key))?, surroundings))
    }
}

/// The environment first, then a person.
fn passphrase(variables: Arc<EnvStore>, ask: Ask) -> Ask {
    Arc::new(move |purpose| match variables.passphrase() {
        Ok(Some(passphrase)) => Ok(passphrase),
        Ok(None) => ask(purpose),
        Err(error) => Err(error.to_string()),
    })
}
