//! Checks many connections at once.

use std::collections::{HashMap, VecDeque};
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinSet;

use super::budget::Policy;
use super::check::{Finding, Rule};
use super::checks::judge;
use super::pace::Pace;
use super::report::{ConnectionReport, FailOn, Report};
use super::snapshot::{ProbeError, Snapshot};
use crate::api::connections::Connection;
use crate::clock::Clock;
use crate::exit::Exit;

/// Makes the snapshot of a connection.
pub trait Probe: Send + Sync + 'static {
    /// Returns the state of a connection now. Queries that failed are part of the snapshot; an error means that all did.
    fn probe(&self, connection: Connection) -> impl Future<Output = Result<Snapshot, ProbeError>> + Send;
}

/// Concurrency and time limit of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Number of connections queried at once. Without it, as many as the server answers without becoming slower.
    pub at_once: Option<usize>,
    /// Time limit for one connection.
    pub time: Duration,
    /// Stop at the first connection that fails a check with this.
    pub stop_at: Option<FailOn>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { at_once: None, time: Duration::from_secs(30), stop_at: None }
    }
}

/// Connections to check, as pages of a list arrive.
pub type Arriving = UnboundedReceiver<Vec<Connection>>;

/// Returns connections that are all there.
pub fn arrived(connections: Vec<Connection>) -> Arriving {
    let (sender, arriving) = unbounded_channel();
    // The receiver is here.
    sender.send(connections).ok();
    arriving
}

/// Checks all connections as of `checked_at`, by the server's clock; `clock` measures durations. The first are queried while
/// others still arrive. The report is in the order of their names, however long each took; dropping the future stops all of it.
/// `judged` is called for each as soon as it is judged, and may change it.
pub async fn run<P: Probe>(
    mut arriving: Arriving,
    probe: Arc<P>,
    policy: &Policy,
    (clock, checked_at): (&Clock, Timestamp),
    limits: Limits,
    mut judged: impl FnMut(&mut ConnectionReport),
) -> Report {
    let mut pace = Pace::new(limits.at_once);
    let mut running = JoinSet::new();
    // Only the rows of open queries are kept: a fleet is large.
    let mut open = HashMap::new();
    let (mut waiting, mut is_listed) = (VecDeque::<Connection>::new(), false);
    let (mut connections, mut overall) = (Vec::new(), Vec::new());
    loop {
        while running.len() < pace.at_once()
            && let Some(connection) = waiting.pop_front()
        {
            let (probe, clock, row) = (Arc::clone(&probe), clock.clone(), connection.clone());
            let task = running.spawn(async move {
                let start = clock.moment();
                // On the heap: a task is moved several times before it runs, and its result after.
                let outcome = tokio::time::timeout(limits.time, Box::pin(probe.probe(row))).await;
                (Box::new(outcome.unwrap_or_else(|_| Err(too_slow(limits.time)))), clock.since(start))
            });
            open.insert(task.id(), connection);
        }
        let joined = tokio::select! {
            biased;
            page = arriving.recv(), if !is_listed => {
                is_listed = page.is_none();
                waiting.extend(page.unwrap_or_default());
                continue;
            }
            Some(joined) = running.join_next_with_id() => joined,
            else => break,
        };
        let (task, outcome, took) = match joined {
            Ok((task, (outcome, took))) => {
                let trouble = outcome.as_ref().as_ref().map_or_else(Some, Snapshot::trouble);
                let is_refused =
                    trouble.is_some_and(|error| matches!(error.exit, Exit::RateLimited | Exit::Unavailable));
                pace.answered(took, is_refused);
                (task, outcome, took)
            }
            Err(panicked) => (panicked.id(), Box::new(Err(broke())), Duration::ZERO),
        };
        if let Some(row) = open.remove(&task) {
            let mut row = report(row, *outcome, took, policy, checked_at);
            judged(&mut row);
            connections.push(row);
        }
        if let (Some(fail_on), Some(last)) = (limits.stop_at, connections.last())
            && fail_on.fails(last.severity())
        {
            let left = open.len() + waiting.len();
            if left > 0 {
                let all = left + connections.len();
                let reason = format!("stopped at the first failure: {left} of {all} connections were not checked");
                overall.push(Finding::warning(Rule::Count, reason).fact("unchecked", Some(left)));
            }
            break;
        }
    }
    connections.sort_by(|a: &ConnectionReport, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    Report { checked_at, overall, connections }
}

fn report(
    connection: Connection,
    outcome: Result<Snapshot, ProbeError>,
    took: Duration,
    policy: &Policy,
    now: Timestamp,
) -> ConnectionReport {
    let id = connection.id().to_owned();
    let name = connection.name.clone().filter(|name| !name.is_empty()).unwrap_or_else(|| id.clone());
    let budgets = policy.of(&connection);
    let findings = match outcome {
        Ok(snapshot) => judge(&snapshot, &budgets, now),
        // The row itself is known all the same, and may be bad enough.
        Err(error) => {
            let mut findings = vec![Finding::unknown(Rule::Reach, &error)];
            findings.extend(judge(&Snapshot::of(connection), &budgets, now));
            findings
        }
    };
    ConnectionReport { id, name, findings, took }
}

fn too_slow(limit: Duration) -> ProbeError {
    let message = format!("no answer within {:.1} s", limit.as_secs_f64());
    ProbeError { exit: Exit::Unavailable, message, request_id: None, remedy: None }
}

fn broke() -> ProbeError {
    ProbeError { exit: Exit::Bug, message: "the check itself failed".into(), request_id: None, remedy: None }
}
