//! Settings of this invocation, each with its origin.
//!
//! Flag, then environment, then `.makini.toml` found upwards, then the profile, then the user's configuration, then
//! the default. Secrets never pass through here.

pub mod address;
pub mod edit;
pub mod env;
pub mod file;
pub mod form;
pub mod origin;
mod ownership;
pub mod paths;
pub mod table;
mod unused;
pub mod variables;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use thiserror::Error;

use crate::exit::Exit;
use crate::failure::{Classify, Failure};
use env::Env;
use file::{CheckTable, ConfigTable, File, FileError, Owner};
use origin::{Origin, Resolved};
use paths::Paths;
use table::Setting;

/// The values that came as flags, by the key of their setting.
pub type Flags = BTreeMap<&'static str, String>;

/// A setting with an invalid value.
#[derive(Debug, Error)]
#[error("{key} cannot be `{value}` ({origin}): {problem}")]
pub struct Unusable {
    key: &'static str,
    value: String,
    origin: Origin,
    problem: String,
}

impl Classify for Unusable {
    fn exit(&self) -> Exit {
        Exit::Usage
    }
}

/// Every setting, resolved for this invocation.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folders of this program.
    pub paths: Paths,
    /// Every setting of [`table::SETTINGS`], by key.
    values: BTreeMap<&'static str, Resolved<String>>,
    /// Operations that the profile maps by hand.
    pub endpoints: BTreeMap<String, String>,
    /// `[check]` of the user's configuration and of the `.makini.toml`, each with the path of its file. The later counts.
    pub check: Vec<(PathBuf, CheckTable)>,
    /// `[[listen.handler]]` of the user's configuration, with the path of its file.
    pub handlers: (PathBuf, Vec<ConfigTable>),
    /// Names of the profiles in the user's configuration.
    pub profiles: Vec<String>,
    /// The `.makini.toml` that applies to the working directory.
    pub directory: Option<File>,
    /// Warnings for the user, such as keys of a `.makini.toml` that were ignored.
    pub warnings: Vec<String>,
    /// Notes for the user: what is done without because there is no home folder, a variable that was mistyped.
    pub notes: Vec<String>,
}

impl Settings {
    /// Resolves every setting.
    pub fn resolve(flags: &Flags, env: &Env, cwd: &Path) -> Result<Self, Failure> {
        check_encoding(env)?;
        let paths = Paths::find(env);
        paths.refuse_relative()?;
        let config = match paths.config_file() {
            Ok(path) => file::read(&path, Owner::User)?.unwrap_or_default(),
            Err(_) => File::default(),
        };
        let mut warnings = Vec::new();
        let directory_path = find_upwards(cwd);
        let directory = match directory_path.as_deref().map(|path| file::read(path, Owner::Directory)).transpose() {
            // The author of that file must not be able to stop every command.
            Err(error) if directory_path.as_deref().is_some_and(|path| !path.is_file()) => {
                warnings.push(format!("{error}: it is no file that can be read"));
                None
            }
            Err(error @ FileError::Untrusted { .. }) => {
                let hint = error.hint().unwrap_or_default();
                warnings.push(format!("{error}; {hint}"));
                None
            }
            read => read?.flatten(),
        };
        if let Some(file) = &directory
            && !file.ignored.is_empty()
        {
            warnings.push(format!(
                "`{}` sets {}, which only your own configuration may: ignored",
                file.path.display(),
                file.ignored.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
            ));
        }
        let sources = Sources { flags, env, directory: directory.as_ref(), config: &config };
        let mut sandbox = sources.find(setting("sandbox"), None);
        let sandbox_on = truth("sandbox", &sandbox)?;
        let mut profile = sources.find(setting("profile"), None);
        if sandbox_on && matches!(profile.origin, Origin::Default | Origin::Config(_) | Origin::Directory(_)) {
            profile = Resolved { value: "sandbox".into(), origin: Origin::Sandbox };
        }
        check_profile_name(&profile)?;
        // A profile of that name is the embedded platform, so that `profile use sandbox` switches to it.
        let sandbox_on = sandbox_on || (profile.value == "sandbox" && sandbox.origin == Origin::Default);
        if sandbox_on && sandbox.origin == Origin::Default {
            sandbox = Resolved { value: "true".into(), origin: profile.origin.clone() };
        }
        let known = config.profiles.contains_key(&profile.value);
        if !known && matches!(profile.origin, Origin::Flag(_) | Origin::Env(_) | Origin::Directory(_)) {
            // `login --profile new` creates it; any other command fails for want of a token, and names the profile.
            let names = config.profiles.keys().cloned().collect::<Vec<_>>().join(", ");
            if !names.is_empty() && !sandbox_on {
                warnings.push(format!("there is no profile `{}` yet; there are: {names}", profile.value));
            }
        }
        let mut values = BTreeMap::new();
        for setting in table::SETTINGS {
            values.insert(setting.key, sources.find(setting, Some(&profile.value)));
        }
        let endpoints = config.endpoints.get(&profile.value).cloned().unwrap_or_default();
        values.insert("profile", profile);
        values.insert("sandbox", sandbox);
        let profiles = config.profiles.keys().cloned().collect();
        let directory = sources.directory.cloned();
        let notes = paths.missing().into_iter().chain(variables::mistyped_variable(env)).collect();
        let check = [Some(&config), directory.as_ref()].into_iter().flatten();
        let check = check.filter(|file| file.check != CheckTable::default());
        let check = check.map(|file| (file.path.clone(), file.check.clone())).collect();
        let handlers = (config.path.clone(), config.handlers.clone());
        let settings = Self { paths, values, endpoints, check, handlers, profiles, directory, warnings, notes };
        settings.check()?;
        Ok(settings)
    }

    /// Returns the defaults, with the flags for output applied: for a command that reports why the settings cannot be
    /// used, or that needs none, such as help.
    pub fn defaults(flags: &Flags, env: &Env) -> Self {
        let shown = |key: &&&str| matches!(**key, "output" | "color" | "quiet" | "no_input");
        let flags: Flags = flags.keys().filter(shown).map(|key| (*key, flags[key].clone())).collect();
        let (nothing, config) = (Env::default(), File::default());
        let sources = Sources { flags: &flags, env: &nothing, directory: None, config: &config };
        let values = table::SETTINGS.iter().map(|setting| (setting.key, sources.find(setting, None)));
        Self {
            paths: Paths::find(env),
            values: values.collect(),
            endpoints: BTreeMap::new(),
            check: Vec::new(),
            handlers: (PathBuf::new(), Vec::new()),
            profiles: Vec::new(),
            directory: None,
            warnings: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Returns the settings as they are for another profile of the user's configuration: flags, variables and the
    /// directory file keep their precedence, and the rest is that profile's.
    #[must_use]
    pub fn of_profile(&self, name: &str, config: &File) -> Self {
        let (flags, nothing) = (Flags::new(), Env::default());
        let sources = Sources { flags: &flags, env: &nothing, directory: None, config };
        let mut other = self.clone();
        for setting in table::SETTINGS {
            if !matches!(self.get(setting.key).origin, Origin::Flag(_) | Origin::Env(_) | Origin::Directory(_)) {
                other.values.insert(setting.key, sources.find(setting, Some(name)));
            }
        }
        let origin = Origin::Profile { name: name.to_owned(), path: config.path.clone() };
        other.values.insert("profile", Resolved { value: name.to_owned(), origin: origin.clone() });
        // Only that one is the embedded platform, whatever this invocation is for.
        other.values.insert("sandbox", Resolved { value: (name == "sandbox").to_string(), origin });
        other.endpoints = config.endpoints.get(name).cloned().unwrap_or_default();
        other
    }

    /// Returns a setting with its origin.
    pub fn get(&self, key: &'static str) -> &Resolved<String> {
        &self.values[key]
    }

    /// Returns the text of a setting.
    pub fn text(&self, key: &'static str) -> &str {
        &self.get(key).value
    }

    /// Returns the text of a setting that may be empty.
    pub fn maybe(&self, key: &'static str) -> Option<&str> {
        Some(self.text(key)).filter(|text| !text.is_empty())
    }

    /// Returns a setting that is a path, `~/` meaning the home folder the environment names.
    pub fn path(&self, key: &'static str, env: &Env) -> Option<PathBuf> {
        let text = self.maybe(key)?;
        Some(match (text.strip_prefix("~/"), env.path("HOME")) {
            (Some(rest), Some(home)) => home.join(rest),
            _ => PathBuf::from(text),
        })
    }

    /// Returns the profile's name.
    pub fn profile(&self) -> &str {
        self.text("profile")
    }

    /// Returns a setting that is yes or no.
    pub fn is_on(&self, key: &'static str) -> bool {
        truth(key, self.get(key)).unwrap_or(false)
    }

    /// Returns a setting that is a length of time.
    pub fn duration(&self, key: &'static str) -> Duration {
        duration(key, self.get(key)).unwrap_or_default()
    }

    /// Returns a setting that is a count.
    pub fn count(&self, key: &'static str) -> u32 {
        count(key, self.get(key)).unwrap_or_default()
    }

    /// Returns a setting that is a size in bytes.
    pub fn bytes(&self, key: &'static str) -> u64 {
        bytes(key, self.get(key)).unwrap_or_default()
    }

    /// Checks every value now, so that the readers above cannot fail later.
    fn check(&self) -> Result<(), Unusable> {
        for key in ["sandbox", "no_input", "quiet", "issue_tokens", "journal"] {
            truth(key, self.get(key))?;
        }
        for key in ["timeout", "connect_timeout", "wait_time", "keyring_timeout", "journal_max_age"] {
            duration(key, self.get(key))?;
        }
        count("retries", self.get("retries"))?;
        bytes("journal_max_size", self.get("journal_max_size"))?;
        one_of("color", self.get("color"), &["auto", "always", "never"])?;
        one_of("output", self.get("output"), &["table", "json", "ndjson", "yaml", "csv"])?;
        one_of("secret_store", self.get("secret_store"), &["keyring", "file", "command", "helper", "none"])?;
        self.check_together()
    }
}

struct Sources<'a> {
    flags: &'a Flags,
    env: &'a Env,
    directory: Option<&'a File>,
    config: &'a File,
}

impl Sources<'_> {
    /// Finds the value of highest precedence: the order of this chain is the order of precedence.
    fn find(&self, setting: &Setting, profile: Option<&str>) -> Resolved<String> {
        let flag = || Some((self.flags.get(setting.key)?.clone(), Origin::Flag(setting.flag.unwrap_or_default())));
        let env = || Some((self.env.text(setting.env)?.to_owned(), Origin::Env(setting.env)));
        let directory = || {
            let file = self.directory?;
            Some((file.top.get(setting.key)?.clone(), Origin::Directory(file.path.clone())))
        };
        let section = || {
            let name = profile?;
            let value = self.config.profiles.get(name)?.get(setting.key)?;
            Some((value.clone(), Origin::Profile { name: name.to_owned(), path: self.config.path.clone() }))
        };
        let top = || Some((self.config.top.get(setting.key)?.clone(), Origin::Config(self.config.path.clone())));
        let found = flag().or_else(env).or_else(directory).or_else(section).or_else(top);
        let (value, origin) = found.unwrap_or_else(|| (setting.default.to_owned(), Origin::Default));
        Resolved { value, origin }
    }
}

fn setting(key: &'static str) -> &'static Setting {
    table::find(key).expect("a key of the table")
}

/// Refuses a variable of this program whose value is not Unicode, except one that names a folder: as unset it would
/// leave another profile, server or token in use than was meant.
fn check_encoding(env: &Env) -> Result<(), Failure> {
    match env.not_unicode() {
        None => Ok(()),
        Some(name) => Err(Failure::usage(format!("the value of the variable `{name}` is not UTF-8"))
            .hint(format!("set it again in a terminal that uses UTF-8, or `unset {name}`"))),
    }
}

/// Finds `.makini.toml` in a folder or above it.
fn find_upwards(from: &Path) -> Option<PathBuf> {
    from.ancestors().map(|folder| folder.join(".makini.toml")).find(|path| path.exists())
}

fn check_profile_name(profile: &Resolved<String>) -> Result<(), Unusable> {
    let name = &profile.value;
    let fine = !name.is_empty()
        && name.len() <= 64
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    let problem = "a profile's name is made of letters, digits, `-`, `_` and `.`";
    if fine { Ok(()) } else { Err(unusable("profile", profile, problem)) }
}

fn unusable(key: &'static str, found: &Resolved<String>, problem: impl Into<String>) -> Unusable {
    let mut value: String = found.value.escape_debug().take(60).collect();
    if value.len() < found.value.len() {
        value.push('…');
    }
    Unusable { key, value, origin: found.origin.clone(), problem: problem.into() }
}

fn truth(key: &'static str, found: &Resolved<String>) -> Result<bool, Unusable> {
    match found.value.to_ascii_lowercase().as_str() {
        "true" | "1" | "yes" | "on" => Ok(true),
        "false" | "0" | "no" | "off" => Ok(false),
        _ => Err(unusable(key, found, "it is true or false")),
    }
}

fn duration(key: &'static str, found: &Resolved<String>) -> Result<Duration, Unusable> {
    let text = found.value.trim();
    let days = text.strip_suffix('d').and_then(|days| days.trim().parse::<u64>().ok());
    let parsed = match days {
        Some(days) => days.checked_mul(86_400).map(Duration::from_secs),
        None => text.parse::<jiff::SignedDuration>().ok().and_then(|time| Duration::try_from(time).ok()),
    };
    parsed
        .filter(|time| !time.is_zero())
        .ok_or_else(|| unusable(key, found, "write a time above zero, as `30s`, `2m` or `1h 30m`"))
}

fn count(key: &'static str, found: &Resolved<String>) -> Result<u32, Unusable> {
    let parsed = found.value.trim().parse::<u32>().ok().filter(|count| *count <= 100);
    parsed.ok_or_else(|| unusable(key, found, "it is a whole number up to 100"))
}

fn bytes(key: &'static str, found: &Resolved<String>) -> Result<u64, Unusable> {
    parse_size(&found.value).ok_or_else(|| unusable(key, found, "write a size as `64MiB`"))
}

/// Parses a size in bytes, with a unit or without: `65536`, `64KiB`, `64 kB`. `None` if it is no size; one that is too
/// large becomes `u64::MAX`.
pub fn parse_size(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let unit = match text[digits..].trim().to_ascii_lowercase().as_str() {
        "" | "b" => Some(1),
        "k" | "kib" => Some(1 << 10),
        "kb" => Some(1_000),
        "m" | "mib" => Some(1 << 20),
        "mb" => Some(1_000_000),
        "g" | "gib" => Some(1 << 30),
        "gb" => Some(1_000_000_000),
        _ => None,
    };
    // All digits: only too many of them can fail.
    let number = Some(&text[..digits]).filter(|digits| !digits.is_empty()).map(|text| text.parse().unwrap_or(u64::MAX));
    Some(number?.saturating_mul(unit?))
}

fn one_of(key: &'static str, found: &Resolved<String>, known: &[&str]) -> Result<(), Unusable> {
    if known.contains(&found.value.as_str()) {
        return Ok(());
    }
    Err(unusable(key, found, format!("it is one of {}", known.join(", "))))
}
