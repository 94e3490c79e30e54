//! Whether a run on a mutated answer ended as it may.

use std::fmt;

use makini::exit::Exit;
use serde_json::{Value, json};

use super::ADVERTISEMENT;
use super::mutation::Kind;
use super::recording::{Answer, Stage};
use crate::support::world::Ended;
use crate::threats::secrets::search::SecretSearch;

/// One run.
pub(super) struct Run<'a> {
    pub stage: &'a Stage,
    pub answer: &'a Answer,
    pub name: &'a str,
    pub kind: Kind,
    pub fits: &'a [Exit],
    pub ended: &'a Ended,
    /// Whether the mutated answer was sent.
    pub is_hit: bool,
    /// Whether a change was answered as recorded, before or after.
    pub has_written: bool,
    /// Whether keyring and configuration are as before.
    pub is_untouched: bool,
}

/// Something that must not be.
pub(super) struct Finding {
    what: String,
    line: &'static str,
    answer: String,
    mutation: String,
    shown: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, line, answer, mutation, shown } = self;
        write!(f, "{what}: `{line}`; {answer}; {mutation}; {shown}")
    }
}

impl Run<'_> {
    /// Returns what is wrong with the run, if anything is.
    pub(super) fn judge(&self, search: &SecretSearch, files: &[(String, String)]) -> Option<Finding> {
        let Ended { exit, stdout, stderr } = self.ended;
        let recorded = &self.stage.ended;
        if *exit == Exit::Bug {
            return Some(self.finding("a panic"));
        }
        let is_as_recorded = *exit == recorded.exit;
        let may_reveal = self.stage.line.reveals() && is_as_recorded;
        let found = search.find(stderr.as_bytes()).or_else(|| search.find(stdout.as_bytes()).filter(|_| !may_reveal));
        if found.is_some() {
            return Some(self.finding("a secret in the output"));
        }
        if let Some((file, _)) = files.first() {
            return Some(self.finding(&format!("a secret in {file}")));
        }
        // A call of any path shows whatever came back: there is no other meaning.
        if !self.is_hit
            || self.stage.line.text.starts_with("api ") && !self.stage.line.text.starts_with("api endpoints")
        {
            return None;
        }
        if self.name == "nothing" && !(is_as_recorded && stdout == &recorded.stdout) {
            return Some(self.finding("the control failed"));
        }
        if is_as_recorded {
            let is_claimed = self.kind == Kind::Lie && self.answer.is_write() && *exit == Exit::Ok;
            if is_claimed {
                return Some(self.finding("a change that was not made is reported"));
            }
            // Where a name is missing, the ID is shown in its place.
            let is_name = ["name", "company_name"].iter().any(|name| self.name.contains(&format!("/{name} ")));
            return (!is_weaker(stdout, &recorded.stdout, self.shown_as_sent().as_ref())
                && !is_name
                && !self.is_argued())
            .then(|| self.finding("another meaning"));
        }
        // Where it is open what the server offers, a published operation is used, which nobody recorded.
        let was_elsewhere =
            self.answer.path == ADVERTISEMENT && matches!(*exit, Exit::NotFound | Exit::Auth | Exit::Unsupported);
        if *exit != Exit::Unavailable && !self.fits.contains(exit) && !was_elsewhere {
            return Some(self.finding(&format!("exit {} does not fit", exit.code())));
        }
        // What was changed before, or by this very call, may have been stored.
        let was_made = self.answer.is_write() && self.kind != Kind::Lie;
        if !self.has_written && !was_made && !self.is_untouched {
            return Some(self.finding("the keyring or the configuration was changed"));
        }
        None
    }

    /// Returns the value of a field that may be shown as it was sent: of metadata and settings the client knows no types.
    fn shown_as_sent(&self) -> Option<Value> {
        let is_inner = self.name.matches('/').count() > 1;
        let (_, what) = self.name.split_once(' ').filter(|_| is_inner)?;
        match what {
            "an object" => Some(json!({})),
            "a list" => Some(json!([])),
            "true" => Some(json!(true)),
            "-1.5" => Some(json!(-1.5)),
            _ => None,
        }
    }

    /// Whether the other meaning is right: a schedule that is no number is none, and the default age applies; rows are
    /// ordered by what is known; a time that cannot be read is shown as it was sent; a request without its method is listed
    /// by its path.
    fn is_argued(&self) -> bool {
        let line = self.stage.line.text;
        (line == "check" && self.name.contains("/schedule_seconds "))
            || (line == "credits" && self.name.contains("/credits "))
            || (self.name.contains("_at ") && self.name.ends_with("half a character"))
            || (line.starts_with("requests list") && self.name.contains("/method "))
    }

    fn finding(&self, what: &str) -> Finding {
        let cut = |text: &str| text.chars().take(300).collect::<String>().replace('\n', "⏎");
        let Answer { method, path, .. } = self.answer;
        Finding {
            what: what.to_owned(),
            line: self.stage.line.text,
            answer: format!("{method} {path}"),
            mutation: self.name.chars().take(80).collect(),
            shown: format!(
                "exit {}, {} | {}",
                self.ended.exit.code(),
                cut(&self.ended.stdout),
                cut(&self.ended.stderr)
            ),
        }
    }
}

/// Returns whether an output has the meaning of the recorded one, or less of it: what is missing is null or left out,
/// and nothing is other than it was.
fn is_weaker(shown: &str, recorded: &str, sent: Option<&Value>) -> bool {
    let plain = |text: &str| text.replace('\u{fffd}', "");
    if plain(shown) == plain(recorded) {
        return true;
    }
    let parse = |text: &str| serde_json::Deserializer::from_str(text).into_iter().collect::<Result<Vec<Value>, _>>();
    match (parse(shown), parse(recorded)) {
        (Ok(shown), Ok(recorded)) if shown.len() == recorded.len() => {
            shown.iter().zip(&recorded).all(|(shown, recorded)| !shown.is_null() && is_part(shown, recorded, sent))
        }
        _ => false,
    }
}

fn is_part(shown: &Value, recorded: &Value, sent: Option<&Value>) -> bool {
    let scalar = |value: &Value| match value {
        Value::String(text) => Some(text.replace('\u{fffd}', "")),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    };
    match (shown, recorded) {
        (Value::Null, _) => true,
        (shown, _) if Some(shown) == sent || sent.is_some_and(|sent| shown.as_str() == Some(&sent.to_string())) => true,
        (Value::Object(shown), Value::Object(recorded)) => shown.iter().all(|(name, value)| match recorded.get(name) {
            // How long it was watched depends on how often it had to be asked.
            Some(_) if name == "watched_seconds" || name == "watched_ms" => true,
            Some(recorded) => is_part(value, recorded, sent),
            None => name == "zz_new" || value.is_null(),
        }),
        (Value::Array(shown), Value::Array(recorded)) => {
            let is_left_out = shown.is_empty() && !recorded.iter().any(Value::is_object);
            is_left_out
                || (shown.len() == recorded.len()
                    && shown.iter().zip(recorded).all(|(shown, recorded)| is_part(shown, recorded, sent)))
        }
        (Value::String(text), _) if text.is_empty() || text == "unknown" => true,
        _ => scalar(shown).is_some() && scalar(shown) == scalar(recorded),
    }
}

#[test]
fn less_is_no_other_meaning() {
    for (shown, recorded, kept) in [
        (r#"{"a":1}"#, r#"{"a":1,"b":2}"#, true),
        (r#"{"a":null}"#, r#"{"a":1}"#, true),
        (r#"{"a":"1"}"#, r#"{"a":1}"#, true),
        (r#"{"a":2}"#, r#"{"a":1}"#, false),
        (r#"{"a":1,"c":1}"#, r#"{"a":1}"#, false),
        ("[]", r#"[{"a":1}]"#, false),
        (r#"[{"a":1},{"a":1}]"#, r#"[{"a":1}]"#, false),
        ("null", r#"{"a":1}"#, false),
        ("text", "text", true),
        ("text", "other", false),
    ] {
        assert_eq!(is_weaker(shown, recorded, None), kept, "{shown} {recorded}");
    }
}
