//! Parses seed files (TOML). Errors have line and column.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use toml::Spanned;

use crate::measure::parse_duration;
use crate::sandbox::error::Error;
use crate::sandbox::options::Start;
use crate::sandbox::store::clock::SCALE_RANGE;

/// A parsed seed file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Seed {
    /// Seed of data, IDs and fault probabilities; only for a new state.
    pub(super) seed: Option<Spanned<u64>>,
    pub(super) clock: Option<Spanned<ClockPart>>,
    pub(super) connections: Vec<Spanned<ConnectionPart>>,
    pub(super) webhooks: Vec<Spanned<RawTable>>,
    pub(super) faults: Vec<Spanned<RawTable>>,
    #[serde(skip)]
    pub(super) text: String,
}

/// A table with the positions of its keys. Its content is checked by the code that handles the same over HTTP.
pub(super) type RawTable = BTreeMap<Spanned<String>, toml::Value>;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ClockPart {
    /// The time, as a TOML datetime or text.
    pub(super) at: Option<toml::Value>,
    pub(super) frozen: Option<bool>,
    pub(super) scale: Option<f64>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConnectionPart {
    pub(super) name: String,
    pub(super) system: String,
    #[serde(default)]
    pub(super) email: Option<String>,
    #[serde(default)]
    pub(super) deployment: Option<String>,
    /// From `15m` to `1d`, or `off`.
    #[serde(default)]
    pub(super) schedule: Option<String>,
    #[serde(default)]
    pub(super) metadata: BTreeMap<String, String>,
    /// Fields of the system; missing ones get sample values.
    #[serde(default)]
    pub(super) fields: BTreeMap<String, String>,
    /// Whether its first sync has already completed.
    #[serde(default = "yes")]
    pub(super) synced: bool,
    /// Creates this many connections, numbered.
    #[serde(default)]
    pub(super) count: Option<u32>,
}

fn yes() -> bool {
    true
}

/// What a seed file created.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Seeded {
    pub(crate) connections: Vec<SeededConnection>,
    pub(crate) webhooks: Vec<SeededWebhook>,
    pub(crate) faults: Vec<u64>,
}

/// A created connection.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeededConnection {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// A created webhook endpoint, with its secret.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeededWebhook {
    pub(crate) id: String,
    pub(crate) url: String,
    pub(crate) secret: String,
}

/// The most connections that one entry creates.
const MOST: u32 = 20_000;

impl Seed {
    /// Parses a file and checks what can be checked without a sandbox.
    ///
    /// # Errors
    /// A message that begins with line and column.
    pub fn read(text: &str) -> Result<Self, String> {
        let seed: Self = toml::from_str(text).map_err(|error| {
            let place = error.span().map(|span| position(text, span.start)).unwrap_or_default();
            format!("{place}{}", error.message())
        })?;
        seed.within(text)
    }

    /// Sets the text that contains this seed, for the positions in messages, and checks what can be checked without a
    /// sandbox.
    ///
    /// # Errors
    /// A message that begins with line and column.
    pub(crate) fn within(self, text: &str) -> Result<Self, String> {
        let mut seed = self;
        text.clone_into(&mut seed.text);
        seed.start()?;
        for part in &seed.connections {
            part.get_ref().schedule_seconds().map_err(|problem| seed.wrong(part, "schedule", &problem))?;
            if part.get_ref().count.is_some_and(|count| !(1..=MOST).contains(&count)) {
                return Err(seed.wrong(part, "count", &format!("must be from 1 to {MOST}")));
            }
        }
        Ok(seed)
    }

    /// Returns the initial clock of a new state.
    ///
    /// # Errors
    /// A message that begins with line and column.
    pub fn start(&self) -> Result<Start, String> {
        let Some(part) = &self.clock else { return Ok(Start::default()) };
        let clock = part.get_ref();
        if clock.scale.is_some_and(|scale| !SCALE_RANGE.contains(&scale)) {
            return Err(self.wrong(part, "scale", "must be from 0.01 to 100000"));
        }
        let text = match &clock.at {
            None => None,
            Some(toml::Value::Datetime(at)) => Some(at.to_string()),
            Some(toml::Value::String(text)) => Some(text.clone()),
            Some(_) => return Err(self.wrong(part, "at", "must be a time, as 2026-03-01T12:00:00Z")),
        };
        let read = text.map(|text| text.parse::<Timestamp>()).transpose();
        let at = read.map_err(|_| self.wrong(part, "at", "must be a time with its offset, as 2026-03-01T12:00:00Z"))?;
        Ok(Start { at, frozen: clock.frozen.unwrap_or_default() })
    }

    /// Returns the speed of the clock, if the file sets one.
    pub fn time_scale(&self) -> Option<f64> {
        self.clock.as_ref()?.get_ref().scale
    }

    /// Returns the seed number, if the file sets one.
    pub fn number(&self) -> Option<u64> {
        self.seed.as_ref().map(|number| *number.get_ref())
    }

    /// Returns the file without its seed number, for a state that has another.
    pub(crate) fn without_number(self) -> Self {
        Self { seed: None, ..self }
    }

    fn wrong<T>(&self, part: &Spanned<T>, field: &str, problem: &str) -> String {
        format!("{}`{field}` {problem}", position(&self.text, part.span().start))
    }

    /// Prefixes the message of an error with the position of the wrong field, or of its table.
    pub(super) fn located<T>(&self, part: &Spanned<T>, keys: Option<&RawTable>, error: Error) -> Error {
        let named = |key: &&Spanned<String>| error.details.get(key.get_ref()).is_some();
        let key = keys.and_then(|keys| keys.keys().find(named));
        let at = key.map_or_else(|| part.span().start, |key| key.span().start);
        let reasons: Vec<String> = match &*error.details {
            Value::Object(fields) => fields
                .iter()
                .flat_map(|(field, problems)| {
                    let problems = problems.as_array().cloned().unwrap_or_default();
                    problems.into_iter().filter_map(move |text| Some(format!("`{field}` {}", text.as_str()?)))
                })
                .collect(),
            _ => Vec::new(),
        };
        let text = if reasons.is_empty() { error.message.clone() } else { reasons.join("; ") };
        Error { message: format!("{}{text}", position(&self.text, at)), ..error }
    }
}

impl ConnectionPart {
    /// Returns the seconds between syncs; none if they are off.
    pub(super) fn schedule_seconds(&self) -> Result<Option<i64>, String> {
        match self.schedule.as_deref() {
            None => Ok(Some(3_600)),
            Some("off") => Ok(None),
            Some(text) => {
                let read = parse_duration(text).ok().and_then(|time| i64::try_from(time.as_secs()).ok());
                read.filter(|seconds| (900..=86_400).contains(seconds))
                    .map(Some)
                    .ok_or_else(|| "must be from 15m to 1d, or off".to_owned())
            }
        }
    }
}

/// Returns the position of a byte as a prefix of messages: `line 3, column 1: `.
fn position(text: &str, at: usize) -> String {
    let before = &text[..text.floor_char_boundary(at)];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("line {line}, column {column}: ")
}

/// Converts a table into the JSON that is sent over HTTP, except for references to other tables.
pub(super) fn to_request(keys: &RawTable) -> Map<String, Value> {
    let json = |value: &toml::Value| serde_json::to_value(value).unwrap_or_default();
    keys.iter().map(|(key, value)| (key.get_ref().clone(), json(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        for (text, expected) in [
            (
                "[[connections]]\nname = \"a\"\nsystem = \"inextia\"\ncolour = 1\n",
                "line 4, column 1: unknown field `colour`",
            ),
            ("[clock]\nfrozen = 3\n", "line 2, column 10: invalid type"),
            ("[clock]\nat = \"soon\"\n", "line 1, column 1: `at` must be a time"),
            ("[clock]\nscale = 0.0\n", "line 1, column 1: `scale` must be"),
            ("x = [\n", "line 1, column"),
            ("[[connections]]\nname = \"a\"\n", "line 1, column 1: missing field `system`"),
            (
                "\n[[connections]]\nname = \"a\"\nsystem = \"b\"\nschedule = \"1s\"\n",
                "line 2, column 1: `schedule` must be",
            ),
            ("[[connections]]\nname = \"a\"\nsystem = \"b\"\ncount = 0\n", "line 1, column 1: `count` must be"),
        ] {
            let error = Seed::read(text).expect_err(text);
            assert!(error.starts_with(expected), "{error}");
        }
    }

    #[test]
    fn the_clock_is_read_in_both_forms() {
        for at in ["2026-03-01T12:00:00Z", "\"2026-03-01T13:00:00+01:00\""] {
            let seed = Seed::read(&format!("seed = 7\n[clock]\nat = {at}\nfrozen = true\nscale = 60\n")).expect(at);
            let start = seed.start().expect(at);
            assert_eq!(start.at.expect("set").to_string(), "2026-03-01T12:00:00Z");
            assert!(start.frozen);
            assert_eq!((seed.number(), seed.time_scale()), (Some(7), Some(60.0)));
        }
    }
}
