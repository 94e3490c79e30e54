//! The clock: what it shows, and moving it. Not of the platform: only a sandbox has these.

use std::time::Duration;

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::lenient;
use crate::api::page::One;
use crate::sandbox::error::Error;
use crate::sandbox::guard::{Admin, Body};
use crate::sandbox::state::{App, iso, millis};
use crate::sandbox::store::clock::{Reading, SCALES};
use crate::sandbox::walk::{Plan, Walked, walk};

/// The furthest it may be moved at once: ten years.
const FURTHEST: u64 = 10 * 366 * 86_400_000;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/sandbox/clock", get(show))
        .route("/sandbox/clock/advance", post(advance))
        .route("/sandbox/clock/freeze", post(freeze))
        .route("/sandbox/clock/resume", post(resume))
}

fn wire(app: &App, reading: &Reading) -> Value {
    let real = app.real();
    let now = reading.now(real);
    json!({
        "now": iso(now),
        "real": iso(real),
        "ahead_ms": now - real,
        "scale": reading.scale,
        "frozen": reading.frozen,
        "moving": reading.is_held(real),
    })
}

async fn show(_: Admin, State(app): State<App>) -> Json<Value> {
    Json(json!({ "data": wire(&app, &app.reading()) }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Advance {
    /// How far, in milliseconds.
    by_ms: Option<u64>,
    /// Where to.
    to: Option<String>,
    /// Scheduled syncs before the last ones are left out, as after a long absence.
    skip_missed: bool,
    /// Real milliseconds after which it stops on the way and answers.
    budget_ms: Option<u64>,
}

async fn advance(_: Admin, State(app): State<App>, Body(asked): Body<Advance>) -> Result<Json<One<Walked>>, Error> {
    let now = millis(app.now());
    let to = match (asked.by_ms, asked.to.as_deref()) {
        (Some(by), None) if by <= FURTHEST => now + i64::try_from(by).unwrap_or_default(),
        (Some(_), None) => return Err(Error::field("by_ms", format!("must be up to {FURTHEST}: ten years"))),
        (None, Some(to)) => moment(to)?,
        _ => return Err(Error::field("by_ms", "is required, or `to`, and not both")),
    };
    if to - now > FURTHEST.cast_signed() {
        return Err(Error::field("to", "is more than ten years away"));
    }
    let budget = asked.budget_ms.map(Duration::from_millis);
    let data = walk(&app, Plan { to, skip_missed: asked.skip_missed, budget }).await?;
    Ok(Json(One { data }))
}

fn moment(text: &str) -> Result<i64, Error> {
    let read: Option<Timestamp> = lenient::timestamp(text);
    read.map(millis).ok_or_else(|| Error::field("to", "must be a time, as 2026-01-02T03:04:05Z"))
}

/// Changes how it goes, and answers with it.
fn turn(app: &App, change: impl FnOnce(&mut Reading, i64)) -> Result<Json<Value>, Error> {
    let changed = app.turn(|_, reading| {
        let real = app.real();
        if reading.is_held(real) {
            return Err(Error::conflict("CONFLICT", "somebody is moving the clock; wait until it has arrived"));
        }
        change(reading, real);
        Ok(reading.clone())
    })?;
    Ok(Json(json!({ "data": wire(app, &changed) })))
}

async fn freeze(_: Admin, State(app): State<App>) -> Result<Json<Value>, Error> {
    turn(&app, |reading, real| (reading.at, reading.frozen) = (reading.now(real), true))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Resume {
    /// How many times as fast it goes from now on; as before without it.
    scale: Option<f64>,
}

async fn resume(_: Admin, State(app): State<App>, Body(asked): Body<Resume>) -> Result<Json<Value>, Error> {
    if asked.scale.is_some_and(|scale| !SCALES.contains(&scale)) {
        return Err(Error::field("scale", "must be from 0.01 to 100000"));
    }
    turn(&app, |reading, real| {
        let now = reading.now(real);
        reading.frozen = false;
        (reading.at, reading.real_at, reading.scale) = (now, real, asked.scale.unwrap_or(reading.scale));
    })
}
