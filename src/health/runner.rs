//! Checks many connections at once.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::check::{Finding, Rule};
use super::{Budgets, ConnectionReport, ProbeError, Report, Snapshot, judge};
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
    /// Maximum number of connections queried at once.
    pub at_once: usize,
    /// Time limit for one connection.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { at_once: 16, time: Duration::from_secs(30) }
    }
}

/// Checks all connections as of `checked_at`, by the server's clock; `clock` measures durations. The report is in the order of their names, however long each took; dropping the future stops all
/// of it.
pub async fn run<P: Probe>(
    connections: Vec<Connection>,
    probe: Arc<P>,
    budgets: &Budgets,
    (clock, checked_at): (&Clock, Timestamp),
    limits: Limits,
) -> Report {
    let room = Arc::new(Semaphore::new(limits.at_once.max(1)));
    let mut running = JoinSet::new();
    for (place, connection) in connections.iter().cloned().enumerate() {
        let (probe, room, clock) = (Arc::clone(&probe), Arc::clone(&room), clock.clone());
        running.spawn(async move {
            let _permit = room.acquire().await.expect("the semaphore is never closed");
            let start = clock.moment();
            let outcome = tokio::time::timeout(limits.time, probe.probe(connection)).await;
            (place, outcome.unwrap_or_else(|_| Err(too_slow(limits.time))), clock.since(start))
        });
    }
    let mut outcomes: Vec<Option<(Result<Snapshot, ProbeError>, Duration)>> =
        connections.iter().map(|_| None).collect();
    while let Some(joined) = running.join_next().await {
        // One that panicked leaves its place empty.
        if let Ok((place, outcome, took)) = joined {
            outcomes[place] = Some((outcome, took));
        }
    }
    let report = |(connection, outcome): (Connection, Option<_>)| {
        let (outcome, took) = outcome.unwrap_or_else(|| (Err(broke()), Duration::ZERO));
        report(connection, outcome, took, budgets, checked_at)
    };
    let mut connections: Vec<_> = connections.into_iter().zip(outcomes).map(report).collect();
    connections.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    Report { checked_at, overall: Vec::new(), connections }
}

fn report(
    connection: Connection,
    outcome: Result<Snapshot, ProbeError>,
    took: Duration,
    budgets: &Budgets,
    now: Timestamp,
) -> ConnectionReport {
    let id = connection.id().to_owned();
    let name = connection.name.clone().filter(|name| !name.is_empty()).unwrap_or_else(|| id.clone());
    let findings = match outcome {
        Ok(snapshot) => judge(&snapshot, budgets, now),
        // The row itself is known all the same, and may be bad enough.
        Err(error) => {
            let mut findings = vec![Finding::unknown(Rule::Reach, &error)];
            findings.extend(judge(&Snapshot::of(connection), budgets, now));
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
