//! The environment, injected: what the process was given, and every variable this program reads.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// The environment of this invocation. Tests hand in a map.
#[derive(Clone, Debug, Default)]
pub struct Env(BTreeMap<OsString, OsString>);

impl Env {
    /// Reads the process's own.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
    pub fn from_process() -> Self {
        Self(std::env::vars_os().collect())
    }

    /// Takes the given pairs.
    pub fn of<K: Into<OsString>, V: Into<OsString>>(pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }

    /// Returns a variable that is set to something. An empty variable counts as unset, as shells make it hard to tell
    /// the two apart.
    pub fn raw(&self, name: &str) -> Option<&OsStr> {
        self.0.get(OsStr::new(name)).map(OsString::as_os_str).filter(|value| !value.is_empty())
    }

    /// Returns a variable as text. What is not Unicode counts as unset; [`Env::not_unicode`] finds those that may not be.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.raw(name).and_then(OsStr::to_str)
    }

    /// Returns whether a CI system runs this: `CI` is set, and not to nothing, `0` or `false`. Nobody can answer then.
    pub fn is_ci(&self) -> bool {
        self.raw("CI").is_some_and(|value| {
            let value = value.to_string_lossy().trim().to_lowercase();
            !matches!(value.as_str(), "" | "0" | "false")
        })
    }

    /// Returns a variable as a path.
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        self.raw(name).map(PathBuf::from)
    }

    /// Returns every variable whose name begins so, with the rest of its name.
    pub fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.to_str()?.strip_prefix(prefix)?, value.to_str()?)))
    }

    /// Returns the first variable that this program reads as text and whose value is not Unicode.
    pub fn not_unicode(&self) -> Option<String> {
        let is_text = |name: &str| {
            PROXIES.contains(&name)
                || (name.starts_with("MAKINI_") && !FOLDERS.iter().any(|folder| folder.name == name))
        };
        let mut found = self.0.iter().filter(|(_, value)| value.to_str().is_none());
        found.find_map(|(name, _)| Some(name.to_string_lossy()).filter(|name| is_text(name)).map(Cow::into_owned))
    }

    /// Returns everything, for handing on to a child without the variables that hold secrets.
    pub fn without_secrets(&self) -> impl Iterator<Item = (&OsStr, &OsStr)> {
        self.0
            .iter()
            .filter(|(name, _)| !name.to_str().is_some_and(is_secret))
            .map(|(name, value)| (name.as_os_str(), value.as_os_str()))
    }
}

/// Returns whether a variable holds a secret, or names the file of one.
pub fn is_secret(name: &str) -> bool {
    SECRETS.iter().any(|variable| name == variable.name) || name.starts_with("MAKINI_CONNECTION_TOKEN_")
}

/// A variable and what it does.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// What it does, in one line.
    pub doc: &'static str,
}

/// Variables that hold secrets. They are read once, never shown, and never handed on to a child.
pub const SECRETS: &[Variable] = &[
    Variable { name: "MAKINI_TOKEN", doc: "application token; wins over every store, and no keyring call is made" },
    Variable { name: "MAKINI_TOKEN_FILE", doc: "file that holds it, as CI systems and containers mount secrets" },
    Variable {
        name: "MAKINI_CONNECTION_TOKEN",
        doc: "token of the one connection a command is about; `MAKINI_CONNECTION_TOKEN_<ID>`, the ID in capitals with \
              `_` for all but letters and digits, is that of one and wins",
    },
    Variable {
        name: "MAKINI_CONNECTION_TOKEN_FILE",
        doc: "file that holds it; `MAKINI_CONNECTION_TOKEN_<ID>_FILE` too",
    },
    Variable { name: "MAKINI_CLIENT_SECRET", doc: "client secret for `login` and for renewing a token" },
    Variable { name: "MAKINI_CLIENT_SECRET_FILE", doc: "file that holds it" },
    Variable { name: "MAKINI_WEBHOOK_SECRET", doc: "secret that webhooks are signed with" },
    Variable { name: "MAKINI_WEBHOOK_SECRET_FILE", doc: "file that holds it" },
    Variable { name: "MAKINI_SECRETS_PASSPHRASE", doc: "passphrase of the encrypted secrets file" },
    Variable { name: "MAKINI_SECRETS_PASSPHRASE_FILE", doc: "file that holds it" },
    Variable {
        name: "OTEL_EXPORTER_OTLP_HEADERS",
        doc: "headers of `monitor --otlp`, such as credentials: `name=value`, separated by commas",
    },
];

/// Variables of every program that name proxies.
const PROXIES: &[&str] = &["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"];

/// Variables that name folders.
pub const FOLDERS: &[Variable] = &[
    Variable { name: "MAKINI_CONFIG_DIR", doc: "folder of `config.toml` and the encrypted secrets file" },
    Variable { name: "MAKINI_STATE_DIR", doc: "folder of the journal" },
    Variable { name: "MAKINI_DATA_DIR", doc: "folder of the sandbox and the webhook inbox" },
    Variable { name: "MAKINI_CACHE_DIR", doc: "folder of what can be fetched again" },
];
