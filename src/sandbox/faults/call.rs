//! Faults of calls: what becomes of a call on its way, and of a probe.

use std::f64::consts::TAU;
use std::time::Duration;

use axum::http::StatusCode;
use rusqlite::Connection as Db;

use super::{Scope, draw, strikes};
use crate::api::connections::Health;
use crate::api::faults::FaultKind;
use crate::sandbox::error::Error;
use crate::sandbox::health;
use crate::sandbox::pattern::matches_call;
use crate::sandbox::store::connections::Row as Connection;
use crate::sandbox::store::faults::{Row, standing};
use crate::sandbox::store::token;
use crate::sandbox::trace::Damage;

/// The longest time that a draw makes a call take, in milliseconds.
const LONGEST: f64 = 600_000.0;

/// A call, as far as faults care.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    /// Digest of the token that was sent.
    pub(crate) token: Option<&'a [u8; 32]>,
}

impl Call<'_> {
    /// Returns whether nothing may break this: it is what mends and tells.
    fn is_ours(&self) -> bool {
        ["/sandbox", "/health", "/.well-known/"].iter().any(|begin| self.path.starts_with(begin))
    }
}

/// What the faults do to a call on its way to the system.
#[derive(Clone, Debug, Default)]
pub(crate) struct Met {
    /// Time on top of the usual.
    pub(crate) latency: Duration,
    /// Damage to the answer.
    pub(crate) damage: Option<Damage>,
    /// The answer instead of the real one.
    pub(crate) refusal: Option<Error>,
}

/// Meets the faults with a call of a connection that goes to its system.
pub(crate) fn meet(db: &Db, connection: &Connection, call: Call<'_>, now: i64) -> Result<Met, Error> {
    let mut met = Met::default();
    for fault in standing(db, Scope::Connection.name(), Some(&connection.key))? {
        if fault.kind == FaultKind::CredentialsChanged || !means(&fault, call) {
            continue;
        }
        let struck = apply(db, &fault, call, &connection.slug, now, &mut met)?;
        // A system that is down now and then goes offline when it is called and not there.
        if struck && fault.kind == FaultKind::SourceDown && connection.health() == Health::Online {
            health::unreachable(db, connection, now)?;
        }
        if met.refusal.is_some() {
            break;
        }
    }
    Ok(met)
}

/// Meets the faults with any call to the API, whoever makes it.
pub(crate) fn meet_any(db: &Db, call: Call<'_>, now: i64) -> Result<Met, Error> {
    let mut met = Met::default();
    if call.is_ours() {
        return Ok(met);
    }
    for fault in standing(db, Scope::Any.name(), None)? {
        if means(&fault, call) {
            apply(db, &fault, call, "", now, &mut met)?;
        }
        if met.refusal.is_some() {
            break;
        }
    }
    Ok(met)
}

fn means(fault: &Row, call: Call<'_>) -> bool {
    // A call without a token has none that could expire.
    (fault.kind != FaultKind::ExpiredToken || call.token.is_some())
        && fault.spec.endpoint.as_deref().is_none_or(|pattern| matches_call(pattern, call.method, call.path))
}

/// Lets a fault strike, if it does.
fn apply(db: &Db, fault: &Row, call: Call<'_>, slug: &str, now: i64, met: &mut Met) -> Result<bool, Error> {
    let Some(number) = strikes(db, fault, now)? else { return Ok(false) };
    match fault.kind {
        FaultKind::Latency => met.latency += latency(db, fault, number)?,
        FaultKind::MalformedJson => met.damage = Some(Damage::MalformedJson),
        FaultKind::CutBody => met.damage = Some(Damage::CutBody),
        FaultKind::Reset => met.damage = Some(Damage::Reset { within: fault.spec.within.unwrap_or_default() }),
        FaultKind::ExpiredToken => {
            if let Some(digest) = call.token {
                token::expire(db, digest, now)?;
            }
            met.refusal = Some(Error::unauthenticated("TOKEN_EXPIRED", "the token has expired"));
        }
        _ => met.refusal = refusal(fault, slug),
    }
    Ok(true)
}

pub(super) fn refusal(fault: &Row, slug: &str) -> Option<Error> {
    match fault.kind {
        FaultKind::SourceDown => Some(Error::source_unreachable(slug)),
        FaultKind::RateLimited => Some(Error::rate_limited(fault.spec.retry_after.unwrap_or(30))),
        FaultKind::Error => {
            let status = fault.spec.status.and_then(|status| StatusCode::from_u16(status).ok());
            let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let code = fault.spec.code.clone().unwrap_or_else(|| "INTERNAL_ERROR".into());
            Some(Error::new(status, code, "a fault was injected for this call"))
        }
        _ => None,
    }
}

/// Returns how much longer a call takes: as told, or drawn from the log-normal distribution with that median.
fn latency(db: &Db, fault: &Row, number: u64) -> Result<Duration, Error> {
    let Some(median) = fault.spec.median_ms else {
        return Ok(Duration::from_millis(fault.spec.latency_ms.unwrap_or_default()));
    };
    // Two even draws make a normal one (Box and Muller). The first is never 0.
    let first = 1.0 - draw(db, fault, number, "radius")?;
    let normal = (-2.0 * first.ln()).sqrt() * (TAU * draw(db, fault, number, "angle")?).cos();
    #[expect(clippy::cast_precision_loss, reason = "minutes in milliseconds at most")]
    let ms = median as f64 * (fault.spec.sigma.unwrap_or(0.5) * normal).exp();
    Ok(Duration::from_secs_f64(ms.min(LONGEST) / 1000.0))
}

/// Returns whether a system is down. Asking is no call that would be counted, except of a system that is down now and
/// then, where each time is drawn anew.
pub(crate) fn is_down(db: &Db, connection: &str, now: i64) -> Result<bool, Error> {
    for fault in standing(db, Scope::Connection.name(), Some(connection))? {
        let down = fault.kind == FaultKind::SourceDown
            && (fault.spec.probability.is_none() || strikes(db, &fault, now)?.is_some());
        if down {
            return Ok(true);
        }
    }
    Ok(false)
}
