//! The credential fields of a system: from flags, from stdin and files, from prompts.
//!
//! A secret is never taken from the command line, where every user of the machine can read it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Map, Value};

use crate::api::systems::{Field, Platform};
use crate::suggest::did_you_mean;

use crate::context::Context;
use crate::failure::Failure;
use crate::files;
use crate::secret::Secret;
use crate::term::prompt::Question;

/// Maximum length of a value in bytes: a certificate with its chain fits.
const LONGEST: u64 = 64 * 1024;

/// Flags for the fields that a system asks for.
#[derive(clap::Args, Default)]
pub struct FieldArgs {
    /// Field, not a secret (can be repeated)
    #[arg(long = "field", value_name = "KEY=VALUE")]
    plain: Vec<String>,

    /// Secret field from stdin
    #[arg(long = "field-stdin", value_name = "KEY")]
    stdin: Option<String>,

    /// Secret field from a file (can be repeated)
    #[arg(long = "field-file", value_name = "KEY=PATH")]
    files: Vec<String>,
}

/// Prints no values: a secret may be among them.
impl std::fmt::Debug for FieldArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FieldArgs")
    }
}

/// Values by field. The newest value of a field counts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Values {
    all: BTreeMap<String, Secret>,
    /// Names of those that are no secrets.
    plain: BTreeSet<String>,
}

impl FieldArgs {
    /// Checks the flags alone, before any request or prompt.
    ///
    /// # Errors
    /// [`Usage`](crate::exit::Exit::Usage) for a secret on the command line, a field given twice, or a flag of another form.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        let mut seen: Vec<&str> = Vec::new();
        let stdin = self.stdin.iter().map(|key| Ok(key.as_str()));
        let plain = self.plain.iter().map(|text| pair(text, "--field KEY=VALUE").map(|(key, _)| key));
        let files = self.files.iter().map(|text| pair(text, "--field-file KEY=PATH").map(|(key, _)| key));
        for key in plain.chain(stdin).chain(files) {
            let key = key?;
            if seen.contains(&key) {
                return Err(Failure::usage(format!("the field `{key}` is given more than once")));
            }
            seen.push(key);
        }
        let mut keys = self.plain.iter().filter_map(|text| Some(text.split_once('=')?.0));
        keys.find(|key| sounds_secret(key)).map_or(Ok(()), |key| Err(on_the_command_line(key)))
    }

    /// Reads the values that are given, for a system that is known by now.
    ///
    /// # Errors
    /// [`Usage`](crate::exit::Exit::Usage) for a field that the system does not have; [`Failure::unreadable`] for a file that cannot be read.
    pub(crate) fn read(&self, ctx: &Context, system: &Platform) -> Result<Values, Failure> {
        let mut values = Values::default();
        for text in &self.plain {
            let (key, value) = pair(text, "--field KEY=VALUE")?;
            let field = known(system, key)?;
            if field.is_some_and(|field| field.secret) {
                return Err(on_the_command_line(key));
            }
            values.put(field, key, Secret::new(value))?;
        }
        for text in &self.files {
            let (key, path) = pair(text, "--field-file KEY=PATH")?;
            let field = known(system, key)?;
            values.put(field, key, from_file(key, path)?)?;
        }
        if let Some(key) = &self.stdin {
            let field = known(system, key)?;
            if ctx.term.terminal().stdin {
                let failure = Failure::usage(format!("nothing is piped into stdin for `{key}`"));
                return Err(failure.hint("pipe it in, or leave `--field-stdin` out to be asked"));
            }
            values.put(field, key, ctx.term.read_secret(LONGEST)?)?;
        }
        Ok(values)
    }
}

impl Values {
    fn put(&mut self, field: Option<&Field>, key: &str, value: Secret) -> Result<(), Failure> {
        if let Some(field) = field {
            check(field, value.expose()).map_err(|wrong| Failure::usage(format!("the field `{key}` {wrong}")))?;
        }
        if field.is_some_and(|field| !field.secret) {
            self.plain.insert(key.to_owned());
        }
        self.all.insert(key.to_owned(), value);
        Ok(())
    }

    /// Returns the required fields that have no value.
    pub(crate) fn missing<'a>(&self, system: &'a Platform) -> Vec<&'a Field> {
        system.fields.iter().filter(|field| !field.optional && !self.all.contains_key(&field.name)).collect()
    }

    /// Prompts for fields, each by its own label and help; secrets are not echoed.
    pub(crate) fn ask(&mut self, ctx: &Context, fields: &[&Field]) -> Result<(), Failure> {
        for field in fields {
            let label = if field.label.is_empty() { field.name.as_str() } else { field.label.as_str() };
            let example = field.example.as_deref().filter(|_| !field.secret);
            let help = [field.help.clone(), example.map(|example| format!("For example: {example}"))];
            let help = help.into_iter().flatten().collect::<Vec<_>>().join("\n");
            let flag = flag(field);
            let mut question = Question::new(label, &flag);
            if !help.is_empty() {
                question = question.help(&help);
            }
            let value = if field.secret {
                ctx.prompter.secret(&question)?
            } else {
                let taken = |text: &str| check(field, text).map_err(|wrong| format!("this {wrong}"));
                self.plain.insert(field.name.clone());
                Secret::new(ctx.prompter.text(&question, None, &taken)?)
            };
            self.all.insert(field.name.clone(), value);
        }
        Ok(())
    }

    /// Returns the body's `credentials`.
    /// Returns what was given for a field, which may be a secret.
    pub(crate) fn text(&self, field: &str) -> Option<&str> {
        self.all.get(field).map(Secret::expose)
    }

    pub(crate) fn credentials(&self) -> Map<String, Value> {
        self.all.iter().map(|(key, value)| (key.clone(), Value::String(value.expose().to_owned()))).collect()
    }

    /// Returns the values that are secret.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        self.all.iter().filter(|(key, _)| !self.plain.contains(*key)).map(|(_, value)| value.clone()).collect()
    }
}

/// Returns what to add to the command line for what is missing, in one piece to copy.
pub(crate) fn flags<'a>(missing: impl IntoIterator<Item = &'a Field>) -> String {
    let mut piped = false;
    let flags = missing.into_iter().map(|field| {
        // Only one can come from stdin.
        if field.secret && std::mem::replace(&mut piped, true) {
            format!("--field-file {}=PATH", field.name)
        } else {
            flag(field)
        }
    });
    flags.collect::<Vec<_>>().join(" ")
}

fn flag(field: &Field) -> String {
    if field.secret { format!("--field-stdin {}", field.name) } else { format!("--field {}=VALUE", field.name) }
}

/// Returns the field of this name. Where the server returns no fields, any name is accepted.
fn known<'a>(system: &'a Platform, key: &str) -> Result<Option<&'a Field>, Failure> {
    if system.fields.is_empty() {
        return Ok(None);
    }
    let names = || system.fields.iter().map(|field| field.name.as_str());
    let found = system.fields.iter().find(|field| field.name == key);
    found.map(Some).ok_or_else(|| {
        let failure = Failure::usage(format!("{} has no field `{key}`", system.title()));
        let all = names().collect::<Vec<_>>().join(", ");
        match did_you_mean(key, names()) {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
        .hint(format!("it asks for: {all}"))
    })
}

/// Splits `KEY=…`. The message does not repeat what was given: it may be a secret.
fn pair<'a>(text: &'a str, form: &str) -> Result<(&'a str, &'a str), Failure> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key, value)),
        _ => Err(Failure::usage(format!("`{form}` is the form of this flag"))),
    }
}

fn on_the_command_line(key: &str) -> Failure {
    Failure::usage(format!("`{key}` is a secret, and others on this machine can read a command line"))
        .hint(format!("pipe it in with `--field-stdin {key}`, or give `--field-file {key}=PATH`"))
}

/// Returns whether a field of this name is likely a secret, before the system's fields are known.
fn sounds_secret(key: &str) -> bool {
    const WORDS: [&str; 6] = ["password", "passwd", "passphrase", "secret", "token", "credential"];
    let key = key.to_lowercase();
    WORDS.iter().any(|word| key.contains(word))
        || ["key", "pin"].iter().any(|word| key.split(['_', '-', '.']).next_back() == Some(word))
}

/// Returns what is wrong with a value, in words that follow "the field" or "this".
fn check(field: &Field, value: &str) -> Result<(), String> {
    let value = value.trim();
    if value.is_empty() {
        return Err("is empty".into());
    }
    match field.kind.as_str() {
        "url" => match url::Url::parse(value) {
            Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(()),
            _ => Err("must be an address, as https://company.example.com".into()),
        },
        "email" => email(value),
        _ => Ok(()),
    }
}

/// Returns what is wrong with an e-mail address.
pub(crate) fn email(text: &str) -> Result<(), String> {
    let valid = text.rsplit_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    });
    if valid && !text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        Ok(())
    } else {
        Err("must be an e-mail address, as ops@example.com".into())
    }
}

fn from_file(key: &str, path: &str) -> Result<Secret, Failure> {
    if path == "-" {
        return Err(Failure::usage(format!("to read `{key}` from stdin, write `--field-stdin {key}`")));
    }
    let bytes = files::read_secret(Path::new(path), LONGEST).map_err(|error| match error.kind() {
        std::io::ErrorKind::FileTooLarge => Failure::usage(format!("`{path}` is longer than {LONGEST} bytes")),
        _ => Failure::unreadable(path, &error).during(format!("could not read the value of `{key}`")),
    })?;
    let text = std::str::from_utf8(&bytes).map_err(|_| Failure::usage(format!("`{path}` is not text in UTF-8")))?;
    Ok(Secret::from_line(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_secrets() {
        for key in ["password", "db_password", "API_KEY", "client_secret", "refresh_token", "key", "private-key"] {
            assert!(sounds_secret(key), "{key}");
        }
        for key in ["url", "username", "keyspace", "company_id", "monkey", "shipping"] {
            assert!(!sounds_secret(key), "{key}");
        }
    }

    #[test]
    fn addresses() {
        for text in ["a@b.c", "a.b+c@d-e.f"] {
            assert_eq!(email(text), Ok(()), "{text}");
        }
        for text in ["", "a", "a@b", "@b.c", "a@.c", "a@b.", "a b@c.d"] {
            assert!(email(text).is_err(), "{text}");
        }
    }
}
