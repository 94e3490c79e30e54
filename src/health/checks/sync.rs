//! How the newest sync went, and how old the last good one is.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::super::check::{Finding, Rule, command};
use super::super::snapshot::{ProbeError, Snapshot};
use super::case::Case;
use super::span;
use crate::api::connections::Lifecycle;
use crate::api::lenient::timestamp;
use crate::api::sync::{SyncError, SyncState};
use crate::exit::Exit;

/// Maximum age of a sync without a budget or a schedule.
const DEFAULT_AGE: Duration = Duration::from_hours(48);
/// What a schedule is given on top of twice its length: a sync takes time, too.
const GRACE: Duration = Duration::from_hours(1);
/// How far in the future a time may lie before a clock is wrong.
const SKEW: SignedDuration = SignedDuration::from_mins(5);

pub(super) fn result(case: Case<'_>) -> Option<Finding> {
    let told = state(case.snapshot);
    let is_failed = told.as_deref().map(SyncState::parse) == Some(SyncState::Failed);
    // What the list says of the newest sync may be older than what could not be read.
    if let (false, Some(error)) = (is_failed, case.snapshot.trouble()) {
        return Some(Finding::unknown(Rule::SyncResult, error));
    }
    let error = newest_error(case.snapshot);
    let finding = match told.as_deref().map(SyncState::parse) {
        Some(SyncState::Failed) => {
            Finding::critical(Rule::SyncResult, format!("the last sync failed{}", because(&error)))
        }
        _ if error.code.is_some() || error.message.is_some() => Finding::warning(
            Rule::SyncResult,
            format!("the last error was not followed by a success{}", because(&error)),
        ),
        Some(SyncState::Completed) => return Some(Finding::ok(Rule::SyncResult, "the last sync completed")),
        Some(SyncState::Running) => return Some(Finding::ok(Rule::SyncResult, "a sync is running")),
        Some(SyncState::Queued) => return Some(Finding::ok(Rule::SyncResult, "no sync has failed")),
        Some(SyncState::Cancelled) => Finding::warning(Rule::SyncResult, "the last sync was cancelled"),
        Some(SyncState::Unknown) => {
            let told = told.as_deref().unwrap_or_default();
            Finding::warning(Rule::SyncResult, format!("the state `{told}` of the last sync is not known here"))
        }
        None => return None,
    };
    let remedy = match &error.request_id {
        Some(id) => command("requests show", id),
        None => command("sync status", case.id()),
    };
    Some(
        finding
            .fact("sync_status", told)
            .fact("error_code", error.code)
            .fact("error_message", error.message)
            .fact("entity", error.entity)
            .fact("at", error.at)
            .request(error.request_id)
            .remedy(remedy),
    )
}

pub(super) fn age(case: Case<'_>) -> Option<Finding> {
    let connection = &case.snapshot.connection;
    let allowed = allowed(case);
    let Some(told) = last_success(case.snapshot) else { return never(case, allowed) };
    let Some(last) = timestamp(&told) else {
        let message = format!("the server returned `{told}` as the time of the last sync, which is no time");
        let error = ProbeError { exit: Exit::Unavailable, message, request_id: None, remedy: None };
        return Some(Finding::unknown(Rule::SyncAge, &error));
    };
    let age = case.now.duration_since(last);
    let finding = if age < -SKEW {
        let reason = format!("the last sync is {} in the future: a clock is wrong", span(age));
        if case.budgets.max_sync_age.is_some() {
            // How old it is was asked, and cannot be said.
            let remedy = Some("makini doctor".to_owned());
            let error = ProbeError { exit: Exit::Unavailable, message: reason, request_id: None, remedy };
            Finding::unknown(Rule::SyncAge, &error)
        } else {
            Finding::warning(Rule::SyncAge, reason).remedy("makini doctor")
        }
    } else if age <= allowed {
        Finding::ok(Rule::SyncAge, format!("the last sync was {} ago", span(age.max(SignedDuration::ZERO))))
    } else {
        let reason = format!("the last sync was {} ago, more than {}", span(age), span(allowed));
        let is_running = state(case.snapshot).is_some_and(|told| SyncState::parse(&told) == SyncState::Running);
        if is_running {
            Finding::warning(Rule::SyncAge, format!("{reason}; a sync is running"))
                .remedy(command("sync watch", case.id()))
                .pending()
        } else {
            Finding::critical(Rule::SyncAge, reason).remedy(command(start(case.snapshot), case.id()))
        }
    };
    Some(
        finding
            .fact("last_sync_at", Some(last.to_string()))
            .fact("age_seconds", Some(age.as_secs()))
            .fact("allowed_seconds", Some(allowed.as_secs()))
            .fact("next_sync_at", connection.next_sync_at.clone()),
    )
}

/// Returns the command that helps an old sync: where only the connection's own token tells of syncs, none can be started.
fn start(snapshot: &Snapshot) -> &'static str {
    if snapshot.integration.answer().is_some() { "sync status" } else { "sync start" }
}

/// There is no success yet. A new connection has the time an older one has between two syncs.
fn never(case: Case<'_>, allowed: SignedDuration) -> Option<Finding> {
    let connection = &case.snapshot.connection;
    if let Some(error) = case.snapshot.trouble() {
        return Some(Finding::unknown(Rule::SyncAge, error));
    }
    // A missing time means "never" only from a server that returns it; one that returns the newest state alone does not.
    let newest = state(case.snapshot).map(|told| SyncState::parse(&told));
    let returns_times = case.snapshot.sync.answer().is_some() || connection.schedule_seconds.is_some();
    // A sync that completed had a time: it is the answer that does not hold it.
    let is_missing = newest == Some(SyncState::Completed) || !returns_times;
    if is_missing && newest != Some(SyncState::Queued) {
        let (exit, message) = match newest {
            Some(SyncState::Running) => {
                (Exit::Pending, "a sync runs, and the server does not return when the last one ended")
            }
            _ => (Exit::Unsupported, "the server does not return the time of the last sync"),
        };
        let error = ProbeError { exit, message: message.into(), request_id: None, remedy: None };
        let finding = Finding::unknown(Rule::SyncAge, &error);
        return case.budgets.max_sync_age.map(|_| if exit == Exit::Pending { finding.pending() } else { finding });
    }
    let since = [&connection.connected_at, &connection.created_at].into_iter().flatten().find_map(|at| timestamp(at));
    let finding = match since.map(|since| case.now.duration_since(since)) {
        Some(age) if age <= allowed => {
            let age = age.max(SignedDuration::ZERO);
            Finding::ok(Rule::SyncAge, format!("it has not synced yet, and was connected {} ago", span(age)))
        }
        Some(age) => {
            Finding::critical(Rule::SyncAge, format!("it has never synced, and was connected {} ago", span(age)))
                .remedy(command(start(case.snapshot), case.id()))
        }
        None => {
            Finding::critical(Rule::SyncAge, "it has never synced").remedy(command(start(case.snapshot), case.id()))
        }
    };
    // Something is to come, so that the next answer may be another one.
    let comes = matches!(newest, Some(SyncState::Running | SyncState::Queued))
        || connection.next_sync_at.is_some()
        || matches!(connection.lifecycle(), Lifecycle::Synchronizing | Lifecycle::InProgress);
    let finding = if comes { finding.pending() } else { finding };
    Some(
        finding
            .fact("connected_at", since.map(|since: Timestamp| since.to_string()))
            .fact("allowed_seconds", Some(allowed.as_secs())),
    )
}

fn allowed(case: Case<'_>) -> SignedDuration {
    let scheduled = || {
        let seconds = case.snapshot.connection.schedule_seconds.filter(|&seconds| seconds > 0)?;
        Some(Duration::from_secs(seconds).saturating_mul(2).saturating_add(GRACE))
    };
    let allowed = case.budgets.max_sync_age.or_else(scheduled).unwrap_or(DEFAULT_AGE);
    SignedDuration::try_from(allowed).unwrap_or(SignedDuration::MAX)
}

/// Returns the platform's state of the newest sync, from whichever query returned it.
fn state(snapshot: &Snapshot) -> Option<String> {
    let sync = snapshot.sync.answer();
    let current = || sync?.current.as_ref()?.status.clone();
    let integration = || snapshot.integration.answer()?.sync_status.clone();
    sync.and_then(|sync| sync.status.clone())
        .or_else(current)
        .or_else(|| snapshot.connection.sync_status.clone())
        .or_else(integration)
}

fn newest_error(snapshot: &Snapshot) -> SyncError {
    let sync = snapshot.sync.answer();
    let current = || sync?.current.as_ref()?.error.clone();
    let newest = sync.and_then(|sync| sync.error.clone()).or_else(current);
    newest.or_else(|| snapshot.connection.last_error.clone()).unwrap_or_default()
}

fn because(error: &SyncError) -> String {
    match (&error.code, &error.message) {
        (Some(code), Some(message)) => format!(": {message} ({code})"),
        (Some(word), None) | (None, Some(word)) => format!(": {word}"),
        (None, None) => String::new(),
    }
}

fn last_success(snapshot: &Snapshot) -> Option<String> {
    let completed = || {
        let integration = snapshot.integration.answer()?;
        let is_done = SyncState::parse(integration.sync_status.as_deref()?) == SyncState::Completed;
        if is_done { integration.sync_updated_at.clone() } else { None }
    };
    let told = snapshot.sync.answer().and_then(|sync| sync.last_successful_sync_at.clone());
    told.or_else(|| snapshot.connection.last_sync_at.clone()).or_else(completed).filter(|at| !at.trim().is_empty())
}
