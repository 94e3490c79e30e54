//! The file of a scenario: TOML, read to the letter. Whatever is wrong is said with its line and column.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use serde::Deserialize;
use toml::Spanned;

use super::ScenarioError;
use crate::measure::parse_duration;
use crate::sandbox::seed::Seed;

/// When a scenario begins, if it does not say.
const START: &str = "2026-01-01T00:00:00Z";

/// A scenario, read.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub(super) title: String,
    /// What everything is drawn from.
    pub(super) number: u64,
    pub(super) start: Timestamp,
    pub(super) seed: Seed,
    pub(super) receivers: Vec<Receiver>,
    pub(super) steps: Vec<Placed>,
}

/// A step and its line.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) line: usize,
    /// The time since the start at which it is done; as soon as the one before it otherwise.
    pub(super) at: Option<Duration>,
    pub(super) action: Action,
}

/// What a step does.
#[derive(Clone, Debug)]
pub(super) enum Action {
    Connect(Connect),
    Reconnect(String),
    Disconnect(String),
    Advance(Duration),
    Sync(Sync),
    Call(Call),
    Write(Write),
    Answer(Answer),
    Fault(Fault),
    Clear(Option<String>),
    Retry(String),
    Expect(Expect),
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    title: String,
    /// What the sandbox holds from the start, in the words of a seed file.
    seed: Seed,
    receivers: Vec<Receiver>,
    steps: Vec<Spanned<Step>>,
}

/// A handler of webhooks that the scenario brings along, with its endpoint.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Receiver {
    pub(super) name: String,
    /// Which events it asks for; all of them when empty.
    #[serde(default)]
    pub(super) events: Vec<String>,
    /// `compact` or `php`.
    #[serde(default)]
    pub(super) format: Option<String>,
}

/// A step as it is written: one of these, and when.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Step {
    at: Option<String>,
    connect: Option<Connect>,
    reconnect: Option<String>,
    disconnect: Option<String>,
    advance: Option<String>,
    sync: Option<Sync>,
    call: Option<Call>,
    write: Option<Write>,
    answer: Option<Answer>,
    fault: Option<toml::Table>,
    clear: Option<Clear>,
    retry: Option<String>,
    expect: Option<Expect>,
}

/// A system to connect.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Connect {
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
    /// What the system asks for; what is missing is made up.
    #[serde(default)]
    pub(super) fields: BTreeMap<String, String>,
}

/// A sync to start.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sync {
    pub(super) connection: String,
    /// `incremental` or `full`.
    #[serde(default)]
    pub(super) mode: Option<String>,
    #[serde(default)]
    pub(super) entities: Vec<String>,
}

/// Calls to the API, over the wire.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Call {
    /// Whose token is used; the application's without one.
    #[serde(default)]
    pub(super) connection: Option<String>,
    #[serde(default = "get")]
    pub(super) method: String,
    pub(super) path: String,
    #[serde(default)]
    pub(super) body: Option<toml::Value>,
    #[serde(default = "one")]
    pub(super) times: u32,
    /// What each must come to, as `200`, `503 SOURCE_UNREACHABLE` or `reset before the answer`.
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
pub(super) struct Write {
    pub(super) connection: String,
    /// As `eam/assets`.
    pub(super) entity: String,
    /// The row to change; `last` is the one that was made last. A new one without a key.
    #[serde(default)]
    pub(super) key: Option<String>,
    pub(super) body: toml::Table,
    #[serde(default = "one")]
    pub(super) times: u32,
}

/// What a receiver answers from now on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    pub(super) receiver: String,
    pub(super) status: u16,
}

/// A fault, with the name it is mended and asked for by.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) name: Option<String>,
    /// Name of a connection of the scenario.
    pub(super) connection: Option<String>,
    /// Name of a receiver of the scenario.
    pub(super) receiver: Option<String>,
    pub(super) spec: serde_json::Map<String, serde_json::Value>,
}

/// Which faults to mend: one by its name, or all of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Clear {
    One(String),
    All(bool),
}

/// What must be so. Each thing that is named is looked at.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Expect {
    /// With `health`, `status` and `sync`.
    pub(super) connection: Option<String>,
    pub(super) health: Option<String>,
    pub(super) status: Option<String>,
    pub(super) sync: Option<String>,
    /// With `event`, `verdict` and how many: what came to it.
    pub(super) receiver: Option<String>,
    /// A pattern; without a receiver, of the events that there were.
    pub(super) event: Option<String>,
    /// `verified` or `forged`.
    pub(super) verdict: Option<String>,
    /// With `struck`.
    pub(super) fault: Option<String>,
    pub(super) struck: Option<u64>,
    /// With how many: deliveries that are `pending`, `delivered`, `failed`, `lost`.
    pub(super) deliveries: Option<String>,
    pub(super) count: Option<u64>,
    pub(super) at_least: Option<u64>,
    pub(super) at_most: Option<u64>,
    /// Names of everything that came to the receiver, or happened, in this order.
    pub(super) order: Option<Vec<String>>,
}

impl Scenario {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// [`ScenarioError::File`] with line and column.
    pub fn read(text: &str) -> Result<Self, ScenarioError> {
        let file: File = toml::from_str(text).map_err(|error| {
            let at = error.span().map(|span| place(text, span.start)).unwrap_or_default();
            ScenarioError::File(format!("{at}{}", error.message().trim_end()))
        })?;
        let seed = file.seed.within(text).map_err(ScenarioError::File)?;
        let start = seed.start().map_err(ScenarioError::File)?.at;
        if file.steps.is_empty() {
            return Err(ScenarioError::File("there is no step: a scenario has `[[steps]]`".into()));
        }
        let steps = file.steps.into_iter().map(|step| {
            let (at, from) = (place(text, step.span().start), step.span().start);
            let line = text[..text.floor_char_boundary(from)].matches('\n').count() + 1;
            step.into_inner().read(line).map_err(|problem| ScenarioError::File(format!("{at}{problem}")))
        });
        Ok(Self {
            title: file.title,
            number: seed.number().unwrap_or(1),
            start: start.unwrap_or_else(|| START.parse().expect("a time")),
            seed: seed.unnumbered(),
            receivers: file.receivers,
            steps: steps.collect::<Result<_, _>>()?,
        })
    }
}

impl Step {
    fn read(self, line: usize) -> Result<Placed, String> {
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
            Some(Clear::One(name)) => actions.push(Action::Clear(Some(name))),
            Some(Clear::All(true)) => actions.push(Action::Clear(None)),
            Some(Clear::All(false)) => return Err("`clear` is the name of a fault, or true for all of them".into()),
        }
        actions.extend(self.retry.map(Action::Retry));
        actions.extend(self.expect.map(Action::Expect));
        let at = self.at.map(|text| time("at", &text)).transpose()?;
        match actions.len() {
            1 => Ok(Placed { line, at, action: actions.remove(0) }),
            0 => Err(
                "this step does nothing: it has one of connect, reconnect, disconnect, advance, sync, call, write, \
                      answer, fault, clear, retry, expect"
                    .into(),
            ),
            _ => Err("this step does several things; make it several steps".into()),
        }
    }
}

fn fault(mut table: toml::Table) -> Result<Fault, String> {
    let mut word = |name: &str| match table.remove(name) {
        None => Ok(None),
        Some(toml::Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(format!("`{name}` of a fault is text")),
    };
    let (name, connection, receiver) = (word("name")?, word("connection")?, word("receiver")?);
    let value = serde_json::to_value(table).map_err(|_| "this fault cannot be read".to_owned())?;
    Ok(Fault { name, connection, receiver, spec: value.as_object().cloned().unwrap_or_default() })
}

/// Says where a byte is, for people.
fn place(text: &str, at: usize) -> String {
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
