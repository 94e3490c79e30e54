//! Flows (advertised): workflows that run on a schedule, an event, a webhook or a call, step by step.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Extra, lenient};

/// A workflow that can be set up for a connection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FlowTemplate {
    /// Its word, as `low-stock`.
    #[serde(deserialize_with = "lenient::text")]
    pub template: Option<String>,
    /// What people call it.
    #[serde(deserialize_with = "lenient::text")]
    pub name: Option<String>,
    /// What it does.
    #[serde(deserialize_with = "lenient::text")]
    pub description: Option<String>,
    /// What starts it, as `schedule: every 1h` or `event: sync.failed`.
    #[serde(deserialize_with = "lenient::text")]
    pub trigger: Option<String>,
    /// Names of its steps, in their order.
    #[serde(deserialize_with = "lenient::texts")]
    pub steps: Vec<String>,
}

/// A workflow of one connection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Flow {
    /// Its ID.
    #[serde(deserialize_with = "lenient::text")]
    pub id: Option<String>,
    /// What it was made from, and what it does.
    #[serde(flatten)]
    pub template: FlowTemplate,
    /// The connection it runs for.
    #[serde(deserialize_with = "lenient::text")]
    pub connection_id: Option<String>,
    /// `active`, or `stopped` once the connection has ended.
    #[serde(deserialize_with = "lenient::text")]
    pub status: Option<String>,
    /// How often it ran.
    #[serde(deserialize_with = "lenient::whole")]
    pub executions: Option<u64>,
    /// When it ran last.
    #[serde(deserialize_with = "lenient::text")]
    pub last_execution_at: Option<String>,
    /// How that ended: `completed`, `failed`, `cancelled`, or `running`.
    #[serde(deserialize_with = "lenient::text")]
    pub last_status: Option<String>,
    /// When its schedule starts it next.
    #[serde(deserialize_with = "lenient::text")]
    pub next_execution_at: Option<String>,
    /// When it was made.
    #[serde(deserialize_with = "lenient::text")]
    pub created_at: Option<String>,
    /// What else the server says.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a flow is made from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewFlow {
    /// The word of a template.
    pub template: String,
    /// The connection it is to run for.
    pub connection_id: String,
}

impl NewFlow {
    /// Every field that may be sent.
    pub const FIELDS: &[&str] = &["template", "connection_id"];
}

/// One run of a flow.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FlowExecution {
    /// Its ID.
    #[serde(deserialize_with = "lenient::text")]
    pub id: Option<String>,
    /// The flow.
    #[serde(deserialize_with = "lenient::text")]
    pub flow_id: Option<String>,
    /// The flow's template.
    #[serde(deserialize_with = "lenient::text")]
    pub template: Option<String>,
    /// The connection it ran for.
    #[serde(deserialize_with = "lenient::text")]
    pub connection_id: Option<String>,
    /// What started it: `schedule`, `event`, `webhook` or `manual`.
    #[serde(deserialize_with = "lenient::text")]
    pub trigger: Option<String>,
    /// `running`, `completed`, `failed` or `cancelled`.
    #[serde(deserialize_with = "lenient::text")]
    pub status: Option<String>,
    /// When it began.
    #[serde(deserialize_with = "lenient::text")]
    pub started_at: Option<String>,
    /// When it ended.
    #[serde(deserialize_with = "lenient::text")]
    pub finished_at: Option<String>,
    /// Why it failed.
    #[serde(deserialize_with = "lenient::text")]
    pub error: Option<String>,
    /// What it was started with.
    pub input: Value,
    /// The steps it has done, where one execution was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<FlowStep>,
    /// What else the server says.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One step of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FlowStep {
    /// What it is called.
    #[serde(deserialize_with = "lenient::text")]
    pub name: Option<String>,
    /// What it does: `read`, `filter`, `select`, `sync`, `request`, `event`.
    #[serde(deserialize_with = "lenient::text")]
    pub kind: Option<String>,
    /// `completed`, `failed` or `cancelled`.
    #[serde(deserialize_with = "lenient::text")]
    pub status: Option<String>,
    /// When it began.
    #[serde(deserialize_with = "lenient::text")]
    pub started_at: Option<String>,
    /// When it ended.
    #[serde(deserialize_with = "lenient::text")]
    pub finished_at: Option<String>,
    /// How long it took, in milliseconds.
    #[serde(deserialize_with = "lenient::whole")]
    pub took_ms: Option<u64>,
    /// What it was given.
    pub input: Value,
    /// What it made of that.
    pub output: Value,
    /// Why it failed.
    #[serde(deserialize_with = "lenient::text")]
    pub error: Option<String>,
}
