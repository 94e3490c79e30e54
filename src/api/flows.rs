//! Flows (advertised): workflows that run on a schedule, an event, a webhook or a call, step by step.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::lenient;

lenient! {
    /// A workflow that can be set up for a connection.
    pub struct FlowTemplate {
        /// Template ID, for example `low-stock`.
        pub template: Option<String> = required,
        /// Display name.
        pub name: Option<String>,
        /// Description in one sentence.
        pub description: Option<String>,
        /// Trigger, for example `schedule: every 1h` or `event: sync.failed`.
        pub trigger: Option<String>,
        /// Names of the steps, in the order they run.
        pub steps: Vec<String>,
    }

    /// A workflow of one connection.
    pub struct Flow {
        /// Flow ID.
        pub id: Option<String> = required,
        /// The template it was made from.
        pub template: FlowTemplate = flatten,
        /// ID of the connection it runs for.
        pub connection_id: Option<String>,
        /// `active`, or `stopped` once the connection has ended.
        pub status: Option<String> = required,
        /// Number of executions so far.
        pub executions: Option<u64>,
        /// Time of the last execution.
        pub last_execution_at: Option<String>,
        /// State of the last execution: `completed`, `failed`, `cancelled`, or `running`.
        pub last_status: Option<String>,
        /// Time of the next scheduled execution.
        pub next_execution_at: Option<String>,
        /// Time it was created.
        pub created_at: Option<String>,
        ..extra
    }
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

lenient! {
    /// One run of a flow.
    pub struct FlowExecution {
        /// Execution ID.
        pub id: Option<String> = required,
        /// ID of the flow.
        pub flow_id: Option<String>,
        /// Template ID of the flow.
        pub template: Option<String>,
        /// ID of the connection it ran for.
        pub connection_id: Option<String>,
        /// Trigger: `schedule`, `event`, `webhook` or `manual`.
        pub trigger: Option<String>,
        /// `running`, `completed`, `failed` or `cancelled`.
        pub status: Option<String> = required,
        /// Start time.
        pub started_at: Option<String>,
        /// End time.
        pub finished_at: Option<String>,
        /// Error message, if it failed.
        pub error: Option<String>,
        /// Input data.
        pub input: Value,
        /// Steps run so far; only in the response for a single execution.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub steps: Vec<FlowStep> = strict,
        ..extra
    }

    /// One step of a run.
    pub struct FlowStep {
        /// Step name.
        pub name: Option<String>,
        /// What it does: `read`, `filter`, `select`, `sync`, `request`, `event`.
        pub kind: Option<String>,
        /// State: `completed`, `failed` or `cancelled`.
        pub status: Option<String>,
        /// Start time.
        pub started_at: Option<String>,
        /// End time.
        pub finished_at: Option<String>,
        /// How long it took, in milliseconds.
        pub took_ms: Option<u64>,
        /// Input data of the step.
        pub input: Value,
        /// What it made of that.
        pub output: Value,
        /// Error message, if it failed.
        pub error: Option<String>,
    }
}
