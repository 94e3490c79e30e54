//! Starts syncs.

use rusqlite::Connection as Db;
use serde_json::json;

use super::plan;
use crate::api::error_code::ErrorCode;
use crate::api::sync::{SyncMode, SyncState};
use crate::sandbox::error::Error;
use crate::sandbox::options::Options;
use crate::sandbox::store::connections::{self, ConnectionRow};
use crate::sandbox::store::new_id;
use crate::sandbox::store::sync::{self, SyncRow};
use crate::sandbox::store::timers::{self, TimerKind};

/// What started a sync.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trigger {
    /// A request.
    Manual,
    /// The schedule.
    Schedule,
    /// The connection was created or reconnected.
    Connect,
    /// The system was reached again after an outage.
    Retry,
}

impl Trigger {
    const fn name(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Schedule => "schedule",
            Self::Connect => "connect",
            Self::Retry => "retry",
        }
    }
}

pub(super) const fn mode_name(mode: SyncMode) -> &'static str {
    match mode {
        SyncMode::Initial => "initial",
        SyncMode::Incremental => "incremental",
        SyncMode::Full => "full",
    }
}

/// Returns the entities of the connected system, in the order they are read.
pub(crate) fn entities(options: &Options, connection: &ConnectionRow) -> Vec<&'static str> {
    connection.source(options.seed).entities()
}

/// Starts a sync and returns its ID. `only` lists the entities to read; all if empty.
pub(crate) fn start(
    db: &Db,
    options: &Options,
    connection: &ConnectionRow,
    mode: SyncMode,
    trigger: Trigger,
    only: &[String],
    now: i64,
) -> Result<String, Error> {
    if let Some(running) = sync::running(db, &connection.key)? {
        return Err(Error::of(
            ErrorCode::SyncInProgress,
            format!("a sync of this connection is running: {}", running.id),
        )
        .with(json!({ "sync_id": running.id })));
    }
    // There is no earlier success to continue from.
    let mode =
        if connection.last_sync_at.is_none() && mode == SyncMode::Incremental { SyncMode::Initial } else { mode };
    let id = new_id(db, "sync")?;
    let plan = plan::plan(db, options, connection, mode, only, &id, now)?;
    let row = SyncRow {
        seq: 0,
        id: id.clone(),
        connection: connection.key.clone(),
        mode: mode_name(mode).into(),
        trigger: trigger.name().into(),
        status: SyncState::Running.as_str().into(),
        created_at: now,
        started_at: now,
        finished_at: None,
        error: None,
        tries: 0,
    };
    sync::insert(db, &row, &plan)?;
    connections::set_sync_status(db, &connection.key, "inprogress", now)?;
    timers::set(db, TimerKind::Sync, &id, now + plan::CONTACT)?;
    Ok(id)
}
