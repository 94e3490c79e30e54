//! Secrets from the environment: read-only, for CI. The variables are handed in; nothing here reads the environment.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Found, Notice, SecretKind, SecretName, SecretStore, Source, StoreError, token_input};
use crate::files::private;
use crate::secret::Secret;

/// The application's token. `MAKINI_TOKEN_FILE` names a file that holds it.
pub const TOKEN: &str = "MAKINI_TOKEN";
/// The client secret of the application.
pub const CLIENT_SECRET: &str = "MAKINI_CLIENT_SECRET";
/// The secret that webhooks are signed with.
pub const WEBHOOK_SECRET: &str = "MAKINI_WEBHOOK_SECRET";
/// The token of any connection; `MAKINI_CONNECTION_TOKEN_<ID>` is the token of one.
pub const CONNECTION_TOKEN: &str = "MAKINI_CONNECTION_TOKEN";
/// The passphrase of the encrypted file.
pub const PASSPHRASE: &str = "MAKINI_SECRETS_PASSPHRASE";

/// Larger files are not secrets.
const LARGEST_FILE: u64 = 1 << 20;

/// Returns whether a variable may hold a secret of ours, so that no program started from here is given it.
pub fn is_secret(variable: &str) -> bool {
    // Names of variables are not case sensitive everywhere.
    let variable = variable.to_ascii_uppercase();
    [TOKEN, CLIENT_SECRET, WEBHOOK_SECRET, CONNECTION_TOKEN, PASSPHRASE].iter().any(|name| variable.starts_with(name))
}

/// Returns the variable of one connection: its ID in capitals, with `_` for everything but letters and digits.
pub fn connection_variable(id: &str) -> String {
    let id: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect();
    format!("{CONNECTION_TOKEN}_{id}")
}

/// The store that is the environment. The profile of a name does not matter: what is set here wins for all.
pub struct EnvStore {
    variables: BTreeMap<String, Secret>,
    notice: Option<Notice>,
}

impl EnvStore {
    /// Takes the variables that concern secrets and leaves the rest.
    pub fn new<N: Into<String>, V: Into<String>>(variables: impl IntoIterator<Item = (N, V)>) -> Self {
        let variables = variables.into_iter().map(|(name, value)| (name.into(), value.into()));
        Self {
            variables: variables
                .filter(|(name, _)| is_secret(name))
                .map(|(name, value)| (name, Secret::new(value)))
                .collect(),
            notice: None,
        }
    }

    /// An environment without secrets.
    pub fn empty() -> Self {
        Self::new::<String, String>([])
    }

    /// Reports files that other users can read, and empty variables, to `notice`.
    #[must_use]
    pub fn with_notice(mut self, notice: Notice) -> Self {
        self.notice = Some(notice);
        self
    }

    /// Returns the passphrase of the encrypted file: `MAKINI_SECRETS_PASSPHRASE`, or the content of the file that
    /// `MAKINI_SECRETS_PASSPHRASE_FILE` names.
    ///
    /// # Errors
    /// The file cannot be read, or both variables are set.
    pub fn passphrase(&self) -> Result<Option<Secret>, StoreError> {
        Ok(self.value(PASSPHRASE)?.map(|(secret, _)| secret))
    }

    fn notify(&self, text: &str) {
        if let Some(notice) = &self.notice {
            notice(text);
        }
    }

    /// Returns the value of a variable, or of the file its `_FILE` form names, and which of the two it was.
    fn value(&self, variable: &str) -> Result<Option<(Secret, String)>, StoreError> {
        let from_file = format!("{variable}_FILE");
        let set = |name: &str| {
            let value = Secret::from_line(self.variables.get(name)?.expose());
            if value.is_empty() {
                self.notify(&format!("`{name}` is empty and was ignored"));
                return None;
            }
            Some(value)
        };
        match (set(variable), set(&from_file)) {
            (None, None) => Ok(None),
            (Some(_), Some(_)) => {
                Err(refused(format!("`{variable}` and `{from_file}` are both set"), Some(format!("unset {from_file}"))))
            }
            (Some(value), None) => Ok(Some((value, variable.to_owned()))),
            (None, Some(path)) => Ok(Some((self.read(&from_file, Path::new(path.expose()))?, from_file))),
        }
    }

    fn read(&self, variable: &str, path: &Path) -> Result<Secret, StoreError> {
        let reason = |reason: String| refused(format!("the file `{}` of `{variable}` {reason}", path.display()), None);
        let (bytes, readable) =
            private::read_any(path, LARGEST_FILE).map_err(|error| reason(format!("cannot be read: {error}")))?;
        if readable {
            // CI systems mount secrets like that, so it is no reason to stop.
            self.notify(&format!("the file `{}` of `{variable}` can be read by other users", path.display()));
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| reason("is not text".to_owned()))?;
        let secret = Secret::from_line(text);
        if secret.is_empty() {
            return Err(reason("is empty".to_owned()));
        }
        Ok(secret)
    }
}

fn refused(reason: String, remedy: Option<String>) -> StoreError {
    StoreError::Refused { store: "the environment".to_owned(), reason, remedy }
}

impl SecretStore for EnvStore {
    fn describe(&self) -> String {
        "the environment".to_owned()
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        Ok(self.find(name)?.map(|found| found.secret))
    }

    fn find(&self, name: &SecretName) -> Result<Option<Found>, StoreError> {
        let value = match &name.kind {
            SecretKind::Token => self.value(TOKEN)?,
            SecretKind::ClientSecret => self.value(CLIENT_SECRET)?,
            SecretKind::WebhookSecret => self.value(WEBHOOK_SECRET)?,
            SecretKind::Connection(id) => match self.value(&connection_variable(id))? {
                Some(found) => Some(found),
                None => self.value(CONNECTION_TOKEN)?,
            },
        };
        let Some((secret, variable)) = value else { return Ok(None) };
        let secret = match &name.kind {
            // These two go into a header, so what cannot be in one is named before anything is sent.
            SecretKind::Token | SecretKind::Connection(_) => token_input::token(secret.expose())
                .map_err(|bad| refused(format!("`{variable}` does not hold a token: {bad}"), None))?,
            SecretKind::ClientSecret | SecretKind::WebhookSecret => secret,
        };
        Ok(Some(Found { secret, source: Source::Variable(variable) }))
    }

    fn put(&self, _: &SecretName, _: &Secret) -> Result<(), StoreError> {
        Err(StoreError::ReadOnly { store: self.describe() })
    }

    fn delete(&self, _: &SecretName) -> Result<bool, StoreError> {
        Err(StoreError::ReadOnly { store: self.describe() })
    }
}
