//! Seed files: what a sandbox holds from the start, as TOML.
//!
//! A file is read whole before anything is done, what it says is applied in one transaction, and what is wrong with it
//! is said with its line and column.

mod apply;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use toml::Spanned;

pub(crate) use apply::{apply, is_untouched};

use super::error::Error;
use super::state::Start;
use super::store::clock::SCALES;
use crate::measure::parse_duration;

/// A seed file, read.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Seed {
    /// What data, identities and chances are drawn from; only a new state takes it.
    seed: Option<Spanned<u64>>,
    clock: Option<Spanned<ClockPart>>,
    connections: Vec<Spanned<ConnectionPart>>,
    webhooks: Vec<Spanned<Loose>>,
    faults: Vec<Spanned<Loose>>,
    #[serde(skip)]
    text: String,
}

/// Keys with their places: what they mean is checked by those who take the same over HTTP.
type Loose = BTreeMap<Spanned<String>, toml::Value>;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ClockPart {
    /// What it shows: a time of TOML, or text.
    at: Option<toml::Value>,
    frozen: Option<bool>,
    scale: Option<f64>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConnectionPart {
    name: String,
    system: String,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    deployment: Option<String>,
    /// From `15m` to `1d`, or `off`.
    #[serde(default)]
    schedule: Option<String>,
    #[serde(default)]
    metadata: BTreeMap<String, String>,
    /// What the system asks for; what is missing is made up.
    #[serde(default)]
    fields: BTreeMap<String, String>,
    /// Whether its first sync is over already.
    #[serde(default = "yes")]
    synced: bool,
    /// So many of them, numbered.
    #[serde(default)]
    count: Option<u32>,
}

fn yes() -> bool {
    true
}

/// What a seed file made.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Sown {
    pub(crate) connections: Vec<SownConnection>,
    pub(crate) webhooks: Vec<SownWebhook>,
    pub(crate) faults: Vec<u64>,
}

/// A connection that was made.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SownConnection {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// A webhook endpoint that was made, with its secret this once.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SownWebhook {
    pub(crate) id: String,
    pub(crate) url: String,
    pub(crate) secret: String,
}

/// The most connections that one entry makes.
const MOST: u32 = 20_000;

impl Seed {
    /// Reads a file's text and checks what can be checked without a sandbox.
    ///
    /// # Errors
    /// A sentence with line and column.
    pub fn read(text: &str) -> Result<Self, String> {
        let seed: Self = toml::from_str(text).map_err(|error| {
            let place = error.span().map(|span| place(text, span.start)).unwrap_or_default();
            format!("{place}{}", error.message())
        })?;
        seed.within(text)
    }

    /// Takes the text it was read from, of which it may be a part, and checks what can be checked without a sandbox.
    ///
    /// # Errors
    /// A sentence with line and column.
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

    /// Returns how the clock of a new state begins.
    ///
    /// # Errors
    /// A sentence with line and column.
    pub fn start(&self) -> Result<Start, String> {
        let Some(part) = &self.clock else { return Ok(Start::default()) };
        let clock = part.get_ref();
        if clock.scale.is_some_and(|scale| !SCALES.contains(&scale)) {
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

    /// Returns the pace of the clock, if the file sets one.
    pub fn time_scale(&self) -> Option<f64> {
        self.clock.as_ref()?.get_ref().scale
    }

    /// Returns what data is drawn from, if the file says.
    pub fn number(&self) -> Option<u64> {
        self.seed.as_ref().map(|number| *number.get_ref())
    }

    /// Returns it without the number that data is drawn from: whoever applies it has another.
    pub(crate) fn unnumbered(self) -> Self {
        Self { seed: None, ..self }
    }

    fn wrong<T>(&self, part: &Spanned<T>, field: &str, problem: &str) -> String {
        format!("{}`{field}` {problem}", place(&self.text, part.span().start))
    }

    /// Puts the place of a part, or of the field that is wrong, in front of a refusal.
    fn placed<T>(&self, part: &Spanned<T>, keys: Option<&Loose>, error: Error) -> Error {
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
        Error { message: format!("{}{text}", place(&self.text, at)), ..error }
    }
}

impl ConnectionPart {
    /// Returns the seconds between its syncs: none when they are off.
    fn schedule_seconds(&self) -> Result<Option<i64>, String> {
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

/// Says where a byte is, for people.
fn place(text: &str, at: usize) -> String {
    let before = &text[..text.floor_char_boundary(at)];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("line {line}, column {column}: ")
}

/// Turns the keys of a part into what is sent over HTTP, but for those that refer to other parts.
fn sent(keys: &Loose) -> Map<String, Value> {
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
