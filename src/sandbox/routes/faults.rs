//! Faults on command. Not of the platform: only a sandbox has these.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get};
use axum::{Json, Router};
use rusqlite::Connection as Db;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::connection::Health;
use crate::api::page::One;
use crate::sandbox::error::Error;
use crate::sandbox::guard::{Admin, Body};
use crate::sandbox::health;
use crate::sandbox::state::{App, iso, millis};
use crate::sandbox::store::connections;
use crate::sandbox::store::faults::{self, Fault, Kind};

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/sandbox/faults", get(list).post(add).delete(clear))
        .route("/sandbox/faults/{id}", delete(remove))
}

async fn list(_: Admin, State(app): State<App>) -> Result<Json<Value>, Error> {
    let data = app.read(faults::list)?;
    Ok(Json(json!({ "data": data })))
}

#[derive(Debug, Deserialize)]
struct Asked {
    kind: String,
    #[serde(default)]
    connection_id: Option<String>,
    #[serde(default)]
    count: Option<u64>,
    #[serde(default)]
    latency_ms: Option<u64>,
    #[serde(default)]
    status: Option<u16>,
    #[serde(default)]
    code: Option<String>,
}

impl Asked {
    fn check(self, now: i64) -> Result<Fault, Error> {
        let kind = Kind::by_name(&self.kind)
            .ok_or_else(|| Error::field("kind", format!("must be one of {}", Kind::names())))?;
        if self.count.is_some_and(|count| !(1..=1_000_000).contains(&count)) {
            return Err(Error::field("count", "must be from 1 to 1000000"));
        }
        if kind == Kind::LatencyMs && self.latency_ms.is_none_or(|ms| ms > 600_000) {
            return Err(Error::field("latency_ms", "must be up to 600000"));
        }
        if kind == Kind::Error && self.status.is_none_or(|status| !(400..=599).contains(&status)) {
            return Err(Error::field("status", "must be from 400 to 599"));
        }
        let plain = |code: &String| {
            (1..=64).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        if self.code.as_ref().is_some_and(|code| !plain(code)) {
            return Err(Error::field("code", "must be a word of up to 64 letters, digits and underscores"));
        }
        Ok(Fault {
            id: 0,
            kind,
            connection_id: self.connection_id,
            latency_ms: self.latency_ms,
            status: self.status,
            code: self.code,
            // Credentials are changed once, and stay so until they are given anew.
            remaining: if kind == Kind::CredentialsChanged { None } else { self.count },
            created_at: iso(now),
        })
    }
}

async fn add(
    _: Admin,
    State(app): State<App>,
    Body(asked): Body<Asked>,
) -> Result<(StatusCode, Json<One<Fault>>), Error> {
    let now = millis(app.now());
    let mut fault = asked.check(now)?;
    let data = app.write(|tx| {
        if let Some(key) = &fault.connection_id {
            connections::find_live(tx, key)?;
        }
        fault.id = faults::insert(tx, &fault, now)?;
        strike(tx, &fault, now)?;
        Ok(fault)
    })?;
    Ok((StatusCode::CREATED, Json(One { data })))
}

/// What is noticed at once: the platform watches its connections.
fn strike(db: &Db, fault: &Fault, now: i64) -> Result<(), Error> {
    if !matches!(fault.kind, Kind::SourceDown | Kind::CredentialsChanged) {
        return Ok(());
    }
    for key in connections::active_keys(db, fault.connection_id.as_deref())? {
        let row = connections::find(db, &key)?;
        match fault.kind {
            Kind::SourceDown if row.health() == Health::Online => health::unreachable(db, &row, now)?,
            Kind::CredentialsChanged => health::refused(db, &row, now)?,
            _ => {}
        }
    }
    Ok(())
}

async fn clear(_: Admin, State(app): State<App>) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    let cleared = app.write(|tx| faults::clear(tx, None, now))?;
    Ok(Json(json!({ "data": { "cleared": cleared } })))
}

async fn remove(_: Admin, State(app): State<App>, Path(id): Path<i64>) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    if app.write(|tx| faults::clear(tx, Some(id), now))? == 0 {
        return Err(Error::not_found("fault"));
    }
    Ok(Json(json!({ "data": { "cleared": 1 } })))
}
