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
    /// The status that it had.
    pub status: Option<u16>,
    /// Whether a change was answered as recorded, before or after.
    pub has_written: bool,
    /// Whether keyring and configuration are as before.
    pub is_untouched: bool,
}

/// Returns the line, the answer and the mutation of a job, for people and for running it again.
pub(super) fn job_name(stage: &Stage, answer: &Answer, mutation: &str) -> String {
    let mutation: String = mutation.chars().take(80).collect();
    format!("`{}`; {} {}; {mutation}", stage.line.text, answer.method, answer.path)
}

/// Something that must not be.
pub(super) struct Finding {
    what: String,
    /// The name of the job.
    job: String,
    shown: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, job, shown } = self;
        write!(f, "{job}; {what}; {shown}")
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
        // A call of any path shows whatever came back, and the doctor what is wrong with it: there is no other meaning.
        let line = self.stage.line.text;
        let is_shown = line.starts_with("api ") && !line.starts_with("api endpoints") || line == "doctor";
        if !self.is_hit || is_shown {
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
            // A connection that was made is one, whatever became of its token, which is issued again when needed.
            let is_token_apart = stdout.contains("\"stored\":false") && stderr.contains("warning");
            if is_name || is_token_apart || self.is_argued() {
                return None;
            }
            let context = Sent { value: self.shown_as_sent(), missing: self.missing() };
            let found = difference(stdout, &recorded.stdout, &context)?;
            return Some(self.finding(&format!("another meaning ({found})")));
        }
        // Where it is open what the server offers, a published operation is used, which nobody recorded.
        let was_elsewhere =
            self.answer.path == ADVERTISEMENT && matches!(*exit, Exit::NotFound | Exit::Auth | Exit::Unsupported);
        // A token that cannot be renewed is issued, which nobody recorded; a field without its name is none to fill in.
        let is_other_way = (line.starts_with("token rotate") && *exit == Exit::NotFound)
            || (self.name.contains("/fields/") && *exit == Exit::Usage);
        if *exit != Exit::Unavailable && !self.fits.contains(exit) && !was_elsewhere && !is_other_way {
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
            "9999999999999999999999999999999999999999" => Some(json!(1e40)),
            _ => None,
        }
    }

    /// Returns the name of a field that is missing or null.
    fn missing(&self) -> Option<String> {
        let place = self.name.strip_suffix(" missing").or_else(|| self.name.strip_suffix(" null"))?;
        Some(place.rsplit('/').next()?.to_owned())
    }

    /// Whether the other meaning is right: a schedule that is no number is none, and the default age applies; a check is
    /// more careful where it knows less; rows are ordered by what is known; a request without its method or endpoint is
    /// listed by its path; no groups mean no requests; a state that is unknown is shown as it was sent, and an empty one means that nothing has run.
    fn is_argued(&self) -> bool {
        let line = self.stage.line.text;
        // What a server without an advertisement offers is asked elsewhere.
        let is_damaged = self.kind == Kind::Damage || self.name.ends_with("half a character");
        let is_less = is_damaged || matches!(self.status, Some(401 | 403 | 404 | 405 | 410));
        let is_elsewhere = self.answer.path == ADVERTISEMENT && is_less;
        let is_field = |names: &[&str]| names.iter().any(|name| self.name.contains(&format!("/{name} ")));
        let is_state = self.name.ends_with("/status with half a character") || self.name == r#"{"status":"ok"}"#;
        is_elsewhere
            || (line.starts_with("check")
                && (is_state || is_field(&["schedule_seconds", "health", "last_successful_sync_at"])))
            // The rows of the catalogue are published as bare objects: any object is one.
            || (line.starts_with("systems") && self.name == "in a list")
            || (line == "credits" && is_field(&["credits"]))
            || (line.starts_with("requests") && is_field(&["method", "endpoint", "at", "status", "connection_id"]))
            || (line.starts_with("requests list") && self.name.ends_with("half a character"))
            || (line.starts_with("requests show") && self.ended.stdout.contains(r#""unread":[""#))
            || (["connections status", "sync status"].iter().any(|command| line.starts_with(command)) && is_state)
            || (line.starts_with("metrics") && self.name == "/data/groups a list")
            || self.name.ends_with("/sync_status an empty text")
            || (line.starts_with("token") && is_field(&["refresh_token"]))
            || (line.starts_with("webhooks conditions") && is_field(&["value"]))
    }

    fn finding(&self, what: &str) -> Finding {
        let cut = |text: &str| text.chars().take(300).collect::<String>().replace('\n', "⏎");
        Finding {
            what: what.to_owned(),
            job: job_name(self.stage, self.answer, self.name),
            shown: format!(
                "exit {}, {} | {}",
                self.ended.exit.code(),
                cut(&self.ended.stdout),
                cut(&self.ended.stderr)
            ),
        }
    }
}

/// What was sent in place of a field.
#[derive(Default)]
struct Sent {
    /// A value that may be shown as it is.
    value: Option<Value>,
    /// The name of a field that was not sent; a list without it is empty.
    missing: Option<String>,
}

/// Returns where an output has another meaning than the recorded one, if it has. Less of it is none: what is missing is
/// null or left out, and nothing is other than it was.
fn difference(shown: &str, recorded: &str, sent: &Sent) -> Option<String> {
    let plain = |text: &str| text.replace('\u{fffd}', "");
    if plain(shown) == plain(recorded) {
        return None;
    }
    let parse = |text: &str| serde_json::Deserializer::from_str(text).into_iter().collect::<Result<Vec<Value>, _>>();
    let (Ok(shown), Ok(recorded)) = (parse(shown), parse(recorded)) else { return Some("other text".into()) };
    if shown.len() != recorded.len() || shown.iter().any(Value::is_null) {
        return Some("another number of documents".into());
    }
    shown.iter().zip(&recorded).find_map(|(shown, recorded)| differs(shown, recorded, sent, ""))
}

fn differs(shown: &Value, recorded: &Value, sent: &Sent, at: &str) -> Option<String> {
    let scalar = |value: &Value| match value {
        Value::String(text) => Some(text.replace('\u{fffd}', "")),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    };
    let other = || Some(format!("{at}: {shown} for {recorded}").chars().take(300).collect());
    match (shown, recorded) {
        (Value::Null, _) => None,
        (shown, _)
            if sent.value.as_ref().is_some_and(|sent| shown == sent || shown.as_str() == Some(&sent.to_string())) =>
        {
            None
        }
        // Half a character is shown as what stands in for it.
        (Value::String(text), _) if text.contains('\u{fffd}') => None,
        (Value::Object(shown), Value::Object(recorded)) => {
            shown.iter().find_map(|(name, value)| match recorded.get(name) {
                // How long it was watched depends on how often it had to be asked.
                Some(_) if name == "watched_seconds" || name == "watched_ms" => None,
                Some(recorded) => differs(value, recorded, sent, &format!("{at}/{name}")),
                None if name == "zz_new" || value.is_null() => None,
                None => Some(format!("{at}/{name}: {value} is new")),
            })
        }
        (Value::Array(shown), Value::Array(recorded)) => {
            let is_missing = sent.missing.as_ref().is_some_and(|name| at.ends_with(&format!("/{name}")));
            if shown.is_empty() && (is_missing || !recorded.iter().any(Value::is_object)) {
                return None;
            }
            if shown.len() != recorded.len() {
                return Some(format!("{at}: {} rows for {}", shown.len(), recorded.len()));
            }
            let mut pairs = shown.iter().zip(recorded).enumerate();
            pairs.find_map(|(index, (shown, recorded))| differs(shown, recorded, sent, &format!("{at}/{index}")))
        }
        (Value::String(text), _) if text.is_empty() || text == "unknown" => None,
        _ if scalar(shown).is_some() && scalar(shown) == scalar(recorded) => None,
        _ => other(),
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
        assert_eq!(difference(shown, recorded, &Sent::default()).is_none(), kept, "{shown} {recorded}");
    }
}
