//! Many connections at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use makini::api::connections::Connection;
use makini::clock::Clock;
use makini::exit::Exit;
use makini::health::{Budgets, FailOn, Limits, Probe, ProbeError, Report, Severity, Snapshot, arrived, run};
use serde_json::json;

use super::{connection, now, trouble};

/// Answers by the name of a connection, and counts how many are being asked about.
#[derive(Default)]
struct Scripted {
    busy: AtomicUsize,
    most: AtomicUsize,
}

impl Probe for Scripted {
    async fn probe(&self, connection: Connection) -> Result<Snapshot, ProbeError> {
        let busy = self.busy.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(busy, Ordering::SeqCst);
        let name = connection.name.clone().unwrap_or_default();
        // Those asked about first are done last, so that the order is not kept by chance.
        let number: usize = name.rsplit('-').next().and_then(|number| number.parse().ok()).unwrap_or(0);
        for _ in 0..(100_usize.saturating_sub(number)) {
            tokio::task::yield_now().await;
        }
        self.busy.fetch_sub(1, Ordering::SeqCst);
        match name.split('-').next() {
            Some("hangs") => std::future::pending().await,
            Some("panics") => panic!("a defect in a probe"),
            Some("refused") => Err(trouble(Exit::Auth, "the token was refused")),
            _ => Ok(Snapshot::of(connection)),
        }
    }
}

async fn checked(names: &[String], at_once: usize) -> (Report, usize) {
    let connections =
        names.iter().map(|name| connection(&json!({"key": format!("id-{name}"), "name": name}))).collect();
    let probe = Arc::new(Scripted::default());
    let limits = Limits { at_once: Some(at_once), time: Duration::from_millis(500), stop_at: None };
    let report = run(
        arrived(connections),
        Arc::clone(&probe),
        &Budgets::default().into(),
        (&Clock::fixed(now()), now()),
        limits,
        |_| {},
    )
    .await;
    (report, probe.most.load(Ordering::SeqCst))
}

#[tokio::test]
async fn many_are_asked_at_once_but_not_too_many_and_told_by_name() {
    let names: Vec<_> = (0..60).rev().map(|n| format!("well-{n:02}")).collect();
    let (report, most) = checked(&names, 16).await;
    assert_eq!(most, 16);
    let told: Vec<_> = report.connections.iter().map(|connection| connection.name.clone()).collect();
    let mut sorted = names;
    sorted.sort();
    assert_eq!(told, sorted);
    assert_eq!((report.severity(), report.exit(FailOn::Warning)), (Severity::Ok, Exit::Ok));
    assert_eq!(checked(&["well-1".into()], 0).await.1, 1);
}

#[tokio::test]
async fn one_that_hangs_or_breaks_spoils_no_other() {
    let names = ["well-1", "hangs-2", "panics-3", "refused-4"].map(String::from);
    let (report, _) = checked(&names, 4).await;
    let told: Vec<_> = report
        .connections
        .iter()
        .map(|connection| {
            let worst = connection.worst().expect("a finding");
            (connection.name.as_str(), worst.reason.as_str(), worst.exit)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("hangs-2", "could not ask: no answer within 0.5 s", Some(Exit::Unavailable)),
            ("panics-3", "could not ask: the check itself failed", Some(Exit::Bug)),
            ("refused-4", "could not ask: the token was refused", Some(Exit::Auth)),
            ("well-1", "it is active", None),
        ]
    );
}

#[tokio::test]
async fn what_the_list_says_counts_when_nothing_else_can_be_asked() {
    let row = connection(&json!({"name": "refused", "status": "inactive"}));
    let probe = Arc::new(Scripted::default());
    let report = run(
        arrived(vec![row]),
        probe,
        &Budgets::default().into(),
        (&Clock::fixed(now()), now()),
        Limits::default(),
        |_| {},
    )
    .await;
    assert_eq!(report.exit(FailOn::Critical), Exit::Unhealthy);
    assert_eq!(report.connections[0].findings[0].severity, Severity::Unknown);
}

#[tokio::test]
async fn no_connections_are_all_well() {
    let (report, _) = checked(&[], 16).await;
    assert_eq!(report.exit(FailOn::Warning), Exit::Ok);
}
