//! The clock of the sandbox. Not part of the platform.

use std::time::Duration;

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::lenient;
use crate::api::page::One;
use crate::sandbox::advance::{AdvancePlan, AdvanceReport, advance};
use crate::sandbox::auth::Admin;
use crate::sandbox::body::Body;
use crate::sandbox::error::Error;
use crate::sandbox::state::App;
use crate::sandbox::store::clock::{ClockState, SCALE_RANGE};
use crate::sandbox::time::{iso, millis};

/// The furthest advance, in milliseconds: ten years.
const FURTHEST: u64 = 10 * 366 * 86_400_000;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/sandbox/clock", get(show))
        .route("/sandbox/clock/advance", post(move_clock))
        .route("/sandbox/clock/freeze", post(freeze))
        .route("/sandbox/clock/resume", post(resume))
}

fn to_api(app: &App, reading: &ClockState) -> Value {
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
    Json(json!({ "data": to_api(&app, &app.reading()) }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Advance {
    /// Duration in milliseconds.
    by_ms: Option<u64>,
    /// Where to.
    to: Option<String>,
    /// Skips missed scheduled syncs except the last ones.
    skip_missed: bool,
    /// Stops after this many milliseconds of the machine's clock.
    budget_ms: Option<u64>,
}

async fn move_clock(
    _: Admin,
    State(app): State<App>,
    Body(request): Body<Advance>,
) -> Result<Json<One<AdvanceReport>>, Error> {
    let now = millis(app.now());
    let to = match (request.by_ms, request.to.as_deref()) {
        (Some(by), None) if by <= FURTHEST => now + i64::try_from(by).unwrap_or_default(),
        (Some(_), None) => return Err(Error::field("by_ms", format!("must be up to {FURTHEST}: ten years"))),
        (None, Some(to)) => parse_time(to)?,
        _ => return Err(Error::field("by_ms", "is required, or `to`, and not both")),
    };
    if to - now > FURTHEST.cast_signed() {
        return Err(Error::field("to", "is more than ten years away"));
    }
    let budget = request.budget_ms.map(Duration::from_millis);
    let data = advance(&app, AdvancePlan { to, skip_missed: request.skip_missed, budget }).await?;
    Ok(Json(One { data }))
}

fn parse_time(text: &str) -> Result<i64, Error> {
    let read: Option<Timestamp> = lenient::timestamp(text);
    read.map(millis).ok_or_else(|| Error::field("to", "must be a time, as 2026-01-02T03:04:05Z"))
}

/// Changes the clock and returns it.
fn update_clock(app: &App, change: impl FnOnce(&mut ClockState, i64)) -> Result<Json<Value>, Error> {
    let changed = app.update_clock(|_, reading| {
        let real = app.real();
        if reading.is_held(real) {
            return Err(Error::conflict(
                "the clock is being advanced by another request; wait until that has finished",
            ));
        }
        change(reading, real);
        Ok(reading.clone())
    })?;
    Ok(Json(json!({ "data": to_api(app, &changed) })))
}

async fn freeze(_: Admin, State(app): State<App>) -> Result<Json<Value>, Error> {
    update_clock(&app, |reading, real| (reading.at, reading.frozen) = (reading.now(real), true))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Resume {
    /// Speed from now on; unchanged if not set.
    scale: Option<f64>,
}

async fn resume(_: Admin, State(app): State<App>, Body(request): Body<Resume>) -> Result<Json<Value>, Error> {
    if request.scale.is_some_and(|scale| !SCALE_RANGE.contains(&scale)) {
        return Err(Error::field("scale", "must be from 0.01 to 100000"));
    }
    update_clock(&app, |reading, real| {
        let now = reading.now(real);
        reading.frozen = false;
        (reading.at, reading.real_at, reading.scale) = (now, real, request.scale.unwrap_or(reading.scale));
    })
}
