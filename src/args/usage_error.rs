//! Errors of clap as failures: of the command line, and of configuration that is parsed like one.

use clap::error::{ContextKind, ContextValue};

use crate::failure::Failure;
use crate::term::sanitize;

/// Longest line of a usage error; an argument can be 200 kB.
const LINE: usize = 300;

/// Returns the failure of arguments that could not be parsed: clap's message without a secret that was put in the wrong
/// place, and its tips as hints.
pub fn failure_of(error: &clap::Error) -> Failure {
    let mut text = error.render().to_string();
    // A token pasted in the wrong place must not be printed into a log.
    for value in [ContextKind::InvalidArg, ContextKind::InvalidValue, ContextKind::InvalidSubcommand] {
        if let Some(ContextValue::String(given)) = error.get(value)
            && looks_secret(given)
        {
            text = text.replace(given.as_str(), "[hidden]");
        }
    }
    let mut message = String::new();
    let mut hints = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let line = sanitize::clean_to(line, LINE);
        if let Some(first) = line.strip_prefix("error: ") {
            message.push_str(first);
        } else if let Some(tip) = line.strip_prefix("tip: ") {
            hints.push(tip.replace('\'', "`"));
        } else if let Some(usage) = line.strip_prefix("Usage: ") {
            hints.push(format!("usage: {usage}"));
        } else if line.starts_with("For more information") {
            hints.push("for more, add `--help`".into());
        } else {
            message.push(' ');
            message.push_str(&line);
        }
    }
    let mut failure = Failure::usage(message.replace('\'', "`"));
    if let Some(ContextValue::String(given)) = error.get(ContextKind::InvalidArg)
        && let Some(name) = ["--secret", "--token", "--password", "--client-secret"]
            .iter()
            .find(|name| given == *name || given.split('=').next() == Some(name))
    {
        failure = failure.hint(format!(
            "a secret is never taken from the command line, where others can read it: use `{name}-file FILE`, \
             `{name}-stdin` or the environment, whichever `--help` names"
        ));
    }
    failure.hints.extend(hints);
    failure
}

/// Prefixes of secrets.
pub const SECRET_STARTS: [&str; 6] = ["mk_live_", "mk_test_", "eyJ", "whsec_", "sk_", "ghp_"];

/// Returns whether a text could be a token: a known prefix, or long and without blanks.
fn looks_secret(text: &str) -> bool {
    let text = text.trim_start_matches("Bearer ");
    let known = SECRET_STARTS.iter().any(|start| text.starts_with(start));
    let long = text.len() >= 24
        && !text.starts_with('-')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "+/=_-.".contains(c))
        && text.chars().any(|c| c.is_ascii_digit());
    known || long
}
