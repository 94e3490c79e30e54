//! Errors of clap as failures: of the command line, and of configuration that is parsed like one.

use clap::error::{ContextKind, ContextValue};

use crate::failure::Failure;
use crate::suggest::closest;
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
    let given = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(given)) => Some(given.clone()),
        _ => None,
    };
    let mut dropped: Option<String> = None;
    let mut message = String::new();
    let mut hints = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let line = sanitize::clean_to(line, LINE);
        if let Some(first) = line.strip_prefix("error: ") {
            message.push_str(&in_words(first));
        } else if let Some(tip) = line.strip_prefix("tip: ") {
            if !misleads(tip, given.as_deref()) {
                hints.push(tip.replace('\'', "`"));
            } else if let Some(proposed) = quoted(tip) {
                dropped = Some(proposed.to_owned());
            }
        } else if let Some(usage) = line.strip_prefix("Usage: ") {
            // It has the argument that was proposed in it.
            if dropped.as_ref().is_none_or(|dropped| !usage.contains(dropped.as_str())) {
                hints.push(format!("usage: {usage}"));
            }
        } else if line.starts_with("For more information") {
            hints.push("for more, add `--help`".into());
        } else {
            message.push(' ');
            message.push_str(&alternatives(&line));
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

/// Returns whether a tip of clap's leads astray: it proposes an option that is not like the one that was given, or `--` where
/// a value of an option was meant.
fn misleads(tip: &str, given: Option<&str>) -> bool {
    let Some(given) = given else { return false };
    if tip.starts_with("to pass ") {
        let number = given.strip_prefix('-').is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
        return number || given.starts_with("--");
    }
    let word = |text: &str| text.trim_start_matches('-').split('=').next().unwrap_or_default().to_owned();
    let is_option = tip.starts_with("a similar argument exists");
    is_option && quoted(tip).is_some_and(|proposed| closest(&word(given), [word(proposed).as_str()]).is_empty())
}

/// Returns a message about a number as a person would write it: clap shows the range, or the error, of its own language.
fn in_words(message: &str) -> String {
    let Some((start, reason)) = message.rsplit_once(": ") else { return message.to_owned() };
    let range = reason.split_once(" is not in ").map(|(_, range)| match range.split_once("..") {
        Some((first, "")) => format!("it takes a whole number from {first}"),
        Some((first, last)) => format!("it takes a whole number from {first} to {}", last.trim_start_matches('=')),
        None => reason.to_owned(),
    });
    let is_number = reason.contains("invalid digit found")
        || reason.starts_with("cannot parse integer")
        || reason.starts_with("number too ");
    let words = range.or_else(|| is_number.then(|| "it takes a whole number".to_owned()));
    words.map_or_else(|| message.to_owned(), |words| format!("{start}: {words}"))
}

/// Returns a line of missing arguments with `--a or --b` where clap writes `<--a|--b>`.
fn alternatives(line: &str) -> String {
    match line.strip_prefix("<-").and_then(|rest| rest.strip_suffix('>')) {
        Some(options) if line.contains('|') => format!("-{}", options.replace('|', " or ")),
        _ => line.to_owned(),
    }
}

/// Returns what stands between the first quotes.
fn quoted(text: &str) -> Option<&str> {
    text.split('\'').nth(1)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_alternatives_are_said_in_words() {
        for (clap, words) in [
            ("invalid value '0' for '--n <N>': 0 is not in 1..=1000", "it takes a whole number from 1 to 1000"),
            ("invalid value '0' for '--n <N>': 0 is not in 1..", "it takes a whole number from 1"),
            ("invalid value 'x' for '--n <N>': invalid digit found in string", "it takes a whole number"),
            ("invalid value '' for '--n <N>': cannot parse integer from empty string", "it takes a whole number"),
        ] {
            assert!(in_words(clap).ends_with(&format!("'--n <N>': {words}")), "{}", in_words(clap));
        }
        let other = "invalid value 'x' for '--since <TIME>': no time: it is not in order";
        assert_eq!(in_words(other), other);
        assert_eq!(alternatives("<--connection <ID>|--all>"), "--connection <ID> or --all");
        assert_eq!(alternatives("<--connection <ID>>"), "<--connection <ID>>");
    }
}
