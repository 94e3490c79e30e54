//! Disconnects, reconnects and reactivates connections.

use rusqlite::Connection as Db;
use serde_json::{Value, json};

use super::connecting::{self, Credentials};
use super::error::Error;
use super::state::App;
use super::store::connections::{self, ConnectionRow};
use super::store::timers::{self, TimerKind};
use super::store::{faults, sync, token};
use super::syncing::finish::cancel;
use super::{flows, health};
use crate::api::connections::{Health, Lifecycle};
use crate::api::error_code::ErrorCode;
use crate::api::faults::FaultKind;
use crate::api::sync::SyncMode;
use crate::api::systems::Platform;
use crate::sandbox::account::CREDITS;

/// Disconnects a connection: revokes its tokens, deletes its credentials, stops its timers and flows, and returns its
/// credits. Its data stays.
pub(crate) fn disconnect(db: &Db, row: &ConnectionRow, now: i64) -> Result<Value, Error> {
    token::revoke_all(db, &row.key, now)?;
    connections::set_column(db, &row.key, "status", Lifecycle::Disconnected.as_str().to_owned(), now)?;
    connections::set_column(db, &row.key, "disconnected_at", now, now)?;
    connections::set_column(db, &row.key, "credits", 0, now)?;
    // Not needed any more.
    connections::set_column(db, &row.key, "credentials", Vec::new(), now)?;
    let ended = connections::find(db, &row.key)?;
    if let Some(sync) = sync::running(db, &row.key)? {
        cancel(db, &ended, &sync, now)?;
    }
    for timer in [TimerKind::Schedule, TimerKind::Probe] {
        timers::stop(db, timer, &row.key)?;
    }
    flows::setup::stop_all(db, &row.key, now)?;
    Ok(json!({ "key": row.key, "status": ended.status, "credits_returned": row.credits }))
}

/// Reconnects a connection with new credentials: revokes its tokens and syncs what was missed.
pub(crate) fn reconnect(
    db: &Db,
    app: &App,
    row: &ConnectionRow,
    platform: &Platform,
    credentials: &Credentials,
    now: i64,
) -> Result<(), Error> {
    let key = &row.key;
    if row.lifecycle() == Lifecycle::Inactive {
        reactivate(db, row, platform, false, now)?;
    }
    connections::set_column(db, key, "fields", credentials.fields.clone(), now)?;
    connections::set_column(db, key, "credentials", credentials.sealed(db, app, key, &row.email)?, now)?;
    connections::set_column(db, key, "epoch", i64::from(row.epoch) + 1, now)?;
    connections::set_column(db, key, "connected_at", now, now)?;
    faults::remove_kind(db, key, FaultKind::CredentialsChanged)?;
    health::set_online(db, row, now)?;
    let renewed = connections::find(db, key)?;
    let must_sync = row.health() == Health::ReauthorizationRequired || row.lifecycle() == Lifecycle::Inactive;
    if must_sync && sync::running(db, key)?.is_none() {
        connecting::start_sync(db, app, &renewed.key, SyncMode::Incremental, now)?;
    }
    token::revoke_all(db, key, now).map(drop)
}

/// Takes the credits of an inactive connection again; beyond the available ones only with `overage`.
pub(crate) fn reactivate(
    db: &Db,
    row: &ConnectionRow,
    platform: &Platform,
    overage: bool,
    now: i64,
) -> Result<(), Error> {
    let cost = connecting::cost(platform, &row.deployment);
    let used = connections::credits_used(db)?;
    if used + cost > CREDITS && !overage {
        let left = CREDITS.saturating_sub(used);
        let message = format!("the account has {left} credits left and this takes {cost}");
        return Err(Error::of(ErrorCode::InsufficientCredits, message));
    }
    connections::set_column(db, &row.key, "credits", i64::try_from(cost).unwrap_or(1), now)?;
    connections::set_column(db, &row.key, "status", Lifecycle::Synchronizing.as_str().to_owned(), now)
}
