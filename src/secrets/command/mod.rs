//! Secrets stored by another program: a command that prints one, or a helper that gets, stores and erases them.
//!
//! Both are started without a shell. No secret is ever an argument, and none of ours is in their environment.

mod line;
mod run;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub use line::{BadCommand, CommandLine};
pub use run::ProcessOptions;

use self::run::{Outcome, RunError};
use super::{SecretKind, SecretName, SecretStore, StoreError};
use crate::secret::Secret;

/// The service name in requests to a helper.
pub const SERVICE: &str = "makini";

/// `secret_command` for well-known secret managers: name and command line.
pub const EXAMPLES: [(&str, &str); 5] = [
    ("HashiCorp Vault", "vault kv get -field=value secret/makini/{name}"),
    (
        "AWS Secrets Manager",
        "aws secretsmanager get-secret-value --secret-id makini/{name} --query SecretString --output text",
    ),
    (
        "Azure Key Vault",
        "az keyvault secret show --vault-name makini --name {profile}-{kind} --query value --output tsv",
    ),
    ("1Password", "op read --no-newline op://makini/{profile}/{kind}"),
    ("pass", "pass show makini/{name}"),
];

/// A command that prints the requested secret. Read-only.
///
/// `{name}` becomes `profile/kind` or `profile/connection/ID`, and `{profile}`, `{kind}` and `{connection}` its parts.
/// A command is only run for secrets it can distinguish: without a placeholder it has the application's token alone,
/// and a connection's token needs `{name}` or `{connection}`.
///
/// A command that ends with another status than 0 has no such secret: `pass`, `vault`, `aws` and `op` do so for an entry
/// that does not exist. What it complained about is kept, for the error that a missing secret leads to.
pub struct SecretCommand {
    line: CommandLine,
    options: ProcessOptions,
    complaints: Mutex<BTreeMap<SecretName, String>>,
}

impl SecretCommand {
    /// Uses the command. Nothing is started before the first use.
    ///
    /// # Errors
    /// The command has a placeholder that does not exist.
    pub fn new(line: CommandLine, options: ProcessOptions) -> Result<Self, BadCommand> {
        line.check_placeholders()?;
        Ok(Self { line, options, complaints: Mutex::default() })
    }

    fn answers(&self, name: &SecretName) -> bool {
        match &name.kind {
            SecretKind::Token => !self.line.mentions("{connection}"),
            SecretKind::ClientSecret | SecretKind::WebhookSecret => {
                !self.line.mentions("{connection}") && (self.line.mentions("{name}") || self.line.mentions("{kind}"))
            }
            SecretKind::Connection(_) => self.line.mentions("{name}") || self.line.mentions("{connection}"),
        }
    }
}

impl SecretStore for SecretCommand {
    fn describe(&self) -> String {
        format!("the secret command `{}`", self.line.program())
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        if !self.answers(name) {
            return Ok(None);
        }
        let words = self.line.filled(name).map_err(|reason| failed(self.describe(), reason))?;
        let outcome = self.options.run(&words, None).map_err(|error| store_error(self.describe(), error))?;
        if outcome.has_status() && !outcome.success {
            let complaint = format!("{} returned no `{name}`: {}", self.describe(), outcome.complaint());
            self.complaints.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone(), complaint);
            return Ok(None);
        }
        let secret = Secret::from_line(read(&outcome, self.describe())?);
        Ok(Some(secret).filter(|secret| !secret.is_empty()))
    }

    fn complaint(&self, name: &SecretName) -> Option<String> {
        self.complaints.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    fn put(&self, _: &SecretName, _: &Secret) -> Result<(), StoreError> {
        Err(StoreError::ReadOnly { store: self.describe() })
    }

    fn delete(&self, _: &SecretName) -> Result<bool, StoreError> {
        Err(StoreError::ReadOnly { store: self.describe() })
    }
}

/// A program that stores secrets, with the protocol of git's credential helpers in JSON.
///
/// It is started with one more argument, `get`, `store` or `erase`, and reads one JSON object from its standard input:
/// `{"service":"makini","name":"default/token"}`, with `"secret"` for `store`. `get` answers `{"secret":"…"}`, or `{}`
/// when there is none. `erase` may answer `{"erased":false}` when there was none. Any exit but 0 is a failure, and the
/// first line on its standard error says why.
pub struct HelperStore {
    line: CommandLine,
    options: ProcessOptions,
}

#[derive(Serialize)]
struct Request<'a> {
    service: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<&'a str>,
}

#[derive(Default, Deserialize)]
struct Answer {
    secret: Option<String>,
    erased: Option<bool>,
}

impl HelperStore {
    /// Uses the helper. Nothing is started before the first use.
    pub fn new(line: CommandLine, options: ProcessOptions) -> Self {
        Self { line, options }
    }

    fn ask(&self, verb: &str, name: &SecretName, secret: Option<&Secret>) -> Result<Answer, StoreError> {
        let mut words = self.line.words().to_vec();
        words.push(verb.to_owned());
        let name = line::harmless_name(name).map_err(|reason| failed(self.describe(), reason))?;
        let request = Request { service: SERVICE, name: &name, secret: secret.map(Secret::expose) };
        let request = Zeroizing::new(serde_json::to_vec(&request).expect("text becomes JSON"));
        let outcome = self.options.run(&words, Some(&request)).map_err(|error| store_error(self.describe(), error))?;
        if !outcome.success && secret.is_some() {
            // It received the secret and could print it in pieces or escaped: its output is not repeated.
            let reason = "it could not store the secret; run it by hand to see what it says".to_owned();
            return Err(failed(self.describe(), reason));
        }
        let text = read(&outcome, self.describe())?;
        if text.trim().is_empty() {
            return Ok(Answer::default());
        }
        // The text of a parse error could quote the secret.
        serde_json::from_str(text)
            .map_err(|_| failed(self.describe(), format!("its answer to `{verb}` is not the JSON object it should be")))
    }
}

impl SecretStore for HelperStore {
    fn describe(&self) -> String {
        format!("the secret helper `{}`", self.line.program())
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        let answer = self.ask("get", name, None)?;
        Ok(answer.secret.filter(|text| !text.is_empty()).map(Secret::new))
    }

    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), StoreError> {
        self.ask("store", name, Some(secret)).map(drop)
    }

    fn delete(&self, name: &SecretName) -> Result<bool, StoreError> {
        Ok(self.ask("erase", name, None)?.erased.unwrap_or(true))
    }
}

fn failed(store: String, reason: impl Into<String>) -> StoreError {
    StoreError::Failed { store, reason: reason.into() }
}

/// Returns the output of a command that succeeded.
fn read(outcome: &Outcome, store: String) -> Result<&str, StoreError> {
    if !outcome.success {
        return Err(failed(store, outcome.complaint()));
    }
    std::str::from_utf8(&outcome.stdout).map_err(|_| failed(store, "its output is not text"))
}

fn store_error(store: String, error: RunError) -> StoreError {
    match error {
        RunError::TimedOut(seconds) => StoreError::TimedOut { store, seconds },
        RunError::NotFound(program) => {
            StoreError::Unavailable { store, reason: format!("`{program}` is not an executable on the PATH") }
        }
        RunError::Relative(program) => StoreError::Unavailable {
            store,
            reason: format!("`{program}` is neither a name on the PATH nor an absolute path"),
        },
        RunError::Start(program, error) => {
            StoreError::Unavailable { store, reason: format!("`{program}` cannot be started: {error}") }
        }
        RunError::Lost(error) => failed(store, format!("it was lost sight of: {error}")),
        RunError::TooLong(limit) => failed(store, format!("it printed more than {limit} bytes")),
        RunError::StillOpen => failed(store, "it ended and left its output open to a program that it started"),
    }
}
