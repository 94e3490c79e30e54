//! Parses scenario files (TOML). Errors have line and column.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use serde::Deserialize;
use toml::Spanned;

use super::error::ScenarioError;
use crate::measure::parse_duration;
use crate::sandbox::seed::file::Seed;

/// Default start of a scenario.
const START: &str = "2026-01-01T00:00:00Z";

/// A parsed scenario.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub(super) title: String,
    /// The seed.
    pub(super) number: u64,
    pub(super) start: Timestamp,
    pub(super) seed: Seed,
    pub(super) receivers: Vec<ReceiverSpec>,
    pub(super) steps: Vec<LocatedStep>,
}

/// A step with its line in the file.
#[derive(Clone, Debug)]
pub(super) struct LocatedStep {
    pub(super) line: usize,
    /// Time since the start at which it runs; immediately after the previous step if not set.
    pub(super) at: Option<Duration>,
    pub(super) action: Action,
}

/// Action of a step.
#[derive(Clone, Debug)]
pub(super) enum Action {
    Connect(ConnectStep),
    Reconnect(String),
    Disconnect(String),
    Advance(Duration),
    Sync(SyncStep),
    Call(CallStep),
    Write(WriteStep),
    Answer(AnswerStep),
    Fault(FaultStep),
    Clear(Option<String>),
    Retry(String),
    Expect(Expectation),
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ScenarioTable {
    title: String,
    /// Initial content of the sandbox, as in a seed file.
    seed: Seed,
    receivers: Vec<ReceiverSpec>,
    steps: Vec<Spanned<StepTable>>,
}

/// A webhook receiver that the scenario runs, with its endpoint.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReceiverSpec {
    pub(super) name: String,
    /// Events it subscribes to; all if empty.
    #[serde(default)]
    pub(super) events: Vec<String>,
    /// `compact` or `php`.
    #[serde(default)]
    pub(super) format: Option<String>,
}

/// A step in the file: one action, and its time.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct StepTable {
    at: Option<String>,
    connect: Option<ConnectStep>,
    reconnect: Option<String>,
    disconnect: Option<String>,
    advance: Option<String>,
    sync: Option<SyncStep>,
    call: Option<CallStep>,
    write: Option<WriteStep>,
    answer: Option<AnswerStep>,
    fault: Option<toml::Table>,
    clear: Option<ClearTable>,
    retry: Option<String>,
    expect: Option<Expectation>,
}

/// A system to connect.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConnectStep {
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
}

/// A sync to start.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SyncStep {
    pub(super) connection: String,
    /// `incremental` or `full`.
    #[serde(default)]
    pub(super) mode: Option<String>,
    #[serde(default)]
    pub(super) entities: Vec<String>,
}

/// API calls over HTTP.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CallStep {
    /// The connection whose token is used; the application's token if not set.
    #[serde(default)]
    pub(super) connection: Option<String>,
    #[serde(default = "get")]
    pub(super) method: String,
    pub(super) path: String,
    #[serde(default)]
    pub(super) body: Option<toml::Value>,
    #[serde(default = "one")]
    pub(super) times: u32,
    /// Expected result of each call: `200`, `503 SOURCE_UNREACHABLE`, `reset before the answer`, …
    #[serde(default)]
    pub(super) gives: Option<String>,
}

fn get() -> String {
    "GET".into()
}

fn one() -> u32 {
    1
}

/// Rows to write.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WriteStep {
    pub(super) connection: String,
    /// Domain and entity, for example `eam/assets`.
    pub(super) entity: String,
    /// The row to update; `last` is the one created last. Without a key a row is created.
    #[serde(default)]
    pub(super) key: Option<String>,
    pub(super) body: toml::Table,
    #[serde(default = "one")]
    pub(super) times: u32,
}

/// Response status of a receiver from now on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerStep {
    pub(super) receiver: String,
    pub(super) status: u16,
}

/// A fault, with the name that other steps use for it.
#[derive(Clone, Debug)]
pub(super) struct FaultStep {
    pub(super) name: Option<String>,
    /// Name of a connection of the scenario.
    pub(super) connection: Option<String>,
    /// Name of a receiver of the scenario.
    pub(super) receiver: Option<String>,
    pub(super) spec: serde_json::Map<String, serde_json::Value>,
}

/// Faults to remove: one by its name, or all.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum ClearTable {
    One(String),
    All(bool),
}

/// What is expected. Every field that is set is checked.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Expectation {
    /// With `health`, `status` and `sync`.
    pub(super) connection: Option<String>,
    pub(super) health: Option<String>,
    pub(super) status: Option<String>,
    pub(super) sync: Option<String>,
    /// With `event`, `verdict` and a count: webhooks it received.
    pub(super) receiver: Option<String>,
    /// A pattern of events; without a receiver, of emitted events.
    pub(super) event: Option<String>,
    /// `verified` or `forged`.
    pub(super) verdict: Option<String>,
    /// With `struck`.
    pub(super) fault: Option<String>,
    pub(super) struck: Option<u64>,
    /// With a count: deliveries that are `pending`, `delivered`, `failed` or `lost`.
    pub(super) deliveries: Option<String>,
    pub(super) count: Option<u64>,
    pub(super) at_least: Option<u64>,
    pub(super) at_most: Option<u64>,
    /// Names of all webhooks received, or events emitted, in this order.
    pub(super) order: Option<Vec<String>>,
}

impl Scenario {
    /// Parses a file.
    ///
    /// # Errors
    /// [`ScenarioError::File`] with line and column.
    pub fn read(text: &str) -> Result<Self, ScenarioError> {
        let file: ScenarioTable = toml::from_str(text).map_err(|error| {
            let at = error.span().map(|span| position(text, span.start)).unwrap_or_default();
            ScenarioError::File(format!("{at}{}", error.message().trim_end()))
        })?;
        let seed = file.seed.within(text).map_err(ScenarioError::File)?;
        let start = seed.start().map_err(ScenarioError::File)?.at;
        if file.steps.is_empty() {
            return Err(ScenarioError::File("there is no step: a scenario has `[[steps]]`".into()));
        }
        let steps = file.steps.into_iter().map(|step| {
            let (at, from) = (position(text, step.span().start), step.span().start);
            let line = text[..text.floor_char_boundary(from)].matches('\n').count() + 1;
            step.into_inner().read(line).map_err(|problem| ScenarioError::File(format!("{at}{problem}")))
        });
        Ok(Self {
            title: file.title,
            number: seed.number().unwrap_or(1),
            start: start.unwrap_or_else(|| START.parse().expect("a time")),
            seed: seed.without_number(),
            receivers: file.receivers,
            steps: steps.collect::<Result<_, _>>()?,
        })
    }
}

impl StepTable {
    fn read(self, line: usize) -> Result<LocatedStep, String> {
        let time = |name: &str, text: &str| parse_duration(text).map_err(|error| format!("`{name}`: {error}"));
        let mut actions: Vec<Action> = Vec::new();
        actions.extend(self.connect.map(Action::Connect));
        actions.extend(self.reconnect.map(Action::Reconnect));
        actions.extend(self.disconnect.map(Action::Disconnect));
        if let Some(text) = &self.advance {
            actions.push(Action::Advance(time("advance", text)?));
        }
        actions.extend(self.sync.map(Action::Sync));
        actions.extend(self.call.map(Action::Call));
        actions.extend(self.write.map(Action::Write));
        actions.extend(self.answer.map(Action::Answer));
        if let Some(table) = self.fault {
            actions.push(Action::Fault(fault(table)?));
        }
        match self.clear {
            None => {}
            Some(ClearTable::One(name)) => actions.push(Action::Clear(Some(name))),
            Some(ClearTable::All(true)) => actions.push(Action::Clear(None)),
            Some(ClearTable::All(false)) => {
                return Err("`clear` is the name of a fault, or true for all of them".into());
            }
        }
        actions.extend(self.retry.map(Action::Retry));
        actions.extend(self.expect.map(Action::Expect));
        let at = self.at.map(|text| time("at", &text)).transpose()?;
        match actions.len() {
            1 => Ok(LocatedStep { line, at, action: actions.remove(0) }),
            0 => Err(
                "this step does nothing: it has one of connect, reconnect, disconnect, advance, sync, call, write, \
                      answer, fault, clear, retry, expect"
                    .into(),
            ),
            _ => Err("this step does several things; make it several steps".into()),
        }
    }
}

fn fault(mut table: toml::Table) -> Result<FaultStep, String> {
    let mut word = |name: &str| match table.remove(name) {
        None => Ok(None),
        Some(toml::Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(format!("`{name}` of a fault is text")),
    };
    let (name, connection, receiver) = (word("name")?, word("connection")?, word("receiver")?);
    let value = serde_json::to_value(table).map_err(|_| "this fault cannot be read".to_owned())?;
    Ok(FaultStep { name, connection, receiver, spec: value.as_object().cloned().unwrap_or_default() })
}

/// Returns the position of a byte as a prefix of messages: `line 3, column 1: `.
fn position(text: &str, at: usize) -> String {
    let before = &text[..text.floor_char_boundary(at)];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("line {line}, column {column}: ")
}

#[cfg(test)]
mod tests {
    use super::Scenario;

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let step = "[[steps]]\nadvance = \"1h\"\n";
        for (text, expected) in [
            ("", "there is no step"),
            ("x = [\n", "line 1, column"),
            ("titel = \"x\"\n", "line 1, column 1: unknown field `titel`"),
            ("[[steps]]\n", "line 1, column 1: this step does nothing"),
            ("\n[[steps]]\nadvance = \"1h\"\nretry = \"x\"\n", "line 2, column 1: this step does several things"),
            ("[[steps]]\nadvance = \"soon\"\n", "line 1, column 1: `advance`: `soon` is no duration"),
            ("[[steps]]\nat = \"x\"\nretry = \"x\"\n", "line 1, column 1: `at`"),
            ("[[steps]]\nsync = { conection = \"x\" }\n", "line 2, column 10: unknown field `conection`"),
            ("[[steps]]\nclear = false\n", "line 1, column 1: `clear`"),
            ("[[steps]]\nfault = { name = 1 }\n", "line 1, column 1: `name` of a fault"),
            (&format!("[seed]\nclock = {{ at = \"soon\" }}\n{step}"), "line 2, column 9: `at` must be a time"),
        ] {
            let error = Scenario::read(text).expect_err(text).to_string();
            assert!(error.starts_with(expected), "{text}: {error}");
        }
        let read = Scenario::read(&format!("[seed]\nseed = 7\nclock.at = 2026-03-01T12:00:00Z\n{step}")).expect("good");
        assert_eq!((read.number, read.start.to_string().as_str()), (7, "2026-03-01T12:00:00Z"));
        assert_eq!(read.steps[0].line, 4);
    }
}
