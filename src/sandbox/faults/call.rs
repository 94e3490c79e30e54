//! Faults of API calls and probes.

use std::f64::consts::TAU;
use std::time::Duration;

use axum::http::StatusCode;
use rusqlite::Connection as Db;

use super::draw::{fraction, triggers};
use super::validation::Scope;
use crate::api::connections::Health;
use crate::api::error_code::ErrorCode;
use crate::api::faults::FaultKind;
use crate::sandbox::error::Error;
use crate::sandbox::health;
use crate::sandbox::pattern::matches_call;
use crate::sandbox::store::connections::ConnectionRow;
use crate::sandbox::store::faults::{ActiveFault, active, any_active};
use crate::sandbox::store::token;

/// The longest drawn latency, in milliseconds.
const LONGEST: f64 = 600_000.0;

/// An API call, as far as faults need it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ApiCall<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    /// Digest of the token that was sent.
    pub(crate) token: Option<&'a [u8; 32]>,
}

impl ApiCall<'_> {
    /// Returns whether no fault applies: these paths control and report.
    fn is_exempt(&self) -> bool {
        ["/sandbox", "/health", "/.well-known/"].iter().any(|begin| self.path.starts_with(begin))
    }
}

/// Deliberate damage to a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Damage {
    /// The JSON ends with a stray brace and quote.
    MalformedJson,
    /// The body stops half-way; `Content-Length` declares the whole.
    CutBody,
    /// The connection is reset, before or within the response.
    Reset {
        /// Whether half of the body is sent first.
        within: bool,
    },
}

/// Effect of the faults on a call.
#[derive(Clone, Debug, Default)]
pub(crate) struct CallEffect {
    /// Latency in addition to the usual.
    pub(crate) latency: Duration,
    /// Damage to the response.
    pub(crate) damage: Option<Damage>,
    /// The error to return instead of the real response.
    pub(crate) refusal: Option<Error>,
}

/// Applies the faults of a connection to a call that goes to its system.
pub(crate) fn apply(db: &Db, connection: &ConnectionRow, call: ApiCall<'_>, now: i64) -> Result<CallEffect, Error> {
    let mut effect = CallEffect::default();
    for fault in active(db, Scope::Connection.name(), Some(&connection.key))? {
        if fault.kind == FaultKind::CredentialsChanged || !is_for(&fault, call) {
            continue;
        }
        let triggered = apply_one(db, &fault, call, &connection.slug, now, &mut effect)?;
        // A system with an intermittent outage goes offline when a call fails.
        if triggered && fault.kind == FaultKind::SourceDown && connection.health() == Health::Online {
            health::set_offline(db, connection, now)?;
        }
        if effect.refusal.is_some() {
            break;
        }
    }
    Ok(effect)
}

/// Applies the faults of all API calls to a call.
pub(crate) fn apply_any(db: &Db, call: ApiCall<'_>, now: i64) -> Result<CallEffect, Error> {
    let mut effect = CallEffect::default();
    if call.is_exempt() {
        return Ok(effect);
    }
    for fault in active(db, Scope::Any.name(), None)? {
        if is_for(&fault, call) {
            apply_one(db, &fault, call, "", now, &mut effect)?;
        }
        if effect.refusal.is_some() {
            break;
        }
    }
    Ok(effect)
}

fn is_for(fault: &ActiveFault, call: ApiCall<'_>) -> bool {
    // A call without a token has nothing that could expire.
    (fault.kind != FaultKind::ExpiredToken || call.token.is_some())
        && fault.spec.endpoint.as_deref().is_none_or(|pattern| matches_call(pattern, call.method, call.path))
}

/// Applies a fault if it triggers. Returns whether it did.
fn apply_one(
    db: &Db,
    fault: &ActiveFault,
    call: ApiCall<'_>,
    slug: &str,
    now: i64,
    effect: &mut CallEffect,
) -> Result<bool, Error> {
    let Some(number) = triggers(db, fault, now)? else { return Ok(false) };
    match fault.kind {
        FaultKind::Latency => effect.latency += latency(db, fault, number)?,
        FaultKind::MalformedJson => effect.damage = Some(Damage::MalformedJson),
        FaultKind::CutBody => effect.damage = Some(Damage::CutBody),
        FaultKind::Reset => effect.damage = Some(Damage::Reset { within: fault.spec.within.unwrap_or_default() }),
        FaultKind::ExpiredToken => {
            if let Some(digest) = call.token {
                token::expire(db, digest, now)?;
            }
            effect.refusal = Some(Error::of(ErrorCode::TokenExpired, "the token has expired"));
        }
        FaultKind::SourceDown | FaultKind::Error | FaultKind::RateLimited => effect.refusal = refusal(fault, slug),
        FaultKind::CredentialsChanged
        | FaultKind::Duplicate
        | FaultKind::Late
        | FaultKind::Reordered
        | FaultKind::Lost
        | FaultKind::BadlySigned
        | FaultKind::PhpEscaped => {}
    }
    Ok(true)
}

/// Returns the error that a fault makes calls and syncs end in, if it does.
pub(super) fn refusal(fault: &ActiveFault, slug: &str) -> Option<Error> {
    match fault.kind {
        FaultKind::SourceDown => Some(Error::source_unreachable(slug)),
        FaultKind::RateLimited => Some(Error::rate_limited(fault.spec.retry_after.unwrap_or(30))),
        FaultKind::Error => {
            let status = fault.spec.status.and_then(|status| StatusCode::from_u16(status).ok());
            let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let code =
                fault.spec.code.as_deref().map_or_else(|| ErrorCode::of_status(status.as_u16()), ErrorCode::from);
            Some(Error::new(status, code, "a fault was injected for this call"))
        }
        FaultKind::CredentialsChanged
        | FaultKind::Latency
        | FaultKind::ExpiredToken
        | FaultKind::Reset
        | FaultKind::CutBody
        | FaultKind::MalformedJson
        | FaultKind::Duplicate
        | FaultKind::Late
        | FaultKind::Reordered
        | FaultKind::Lost
        | FaultKind::BadlySigned
        | FaultKind::PhpEscaped => None,
    }
}

/// Returns the additional latency: fixed, or drawn from the log-normal distribution with the given median.
fn latency(db: &Db, fault: &ActiveFault, number: u64) -> Result<Duration, Error> {
    let Some(median) = fault.spec.median_ms else {
        return Ok(Duration::from_millis(fault.spec.latency_ms.unwrap_or_default()));
    };
    // Two uniform numbers give a normal one (Box–Muller). The first is never 0.
    let first = 1.0 - fraction(db, fault, number, "radius")?;
    let normal = (-2.0 * first.ln()).sqrt() * (TAU * fraction(db, fault, number, "angle")?).cos();
    #[expect(clippy::cast_precision_loss, reason = "minutes in milliseconds at most")]
    let ms = median as f64 * (fault.spec.sigma.unwrap_or(0.5) * normal).exp();
    Ok(Duration::from_secs_f64(ms.min(LONGEST) / 1000.0))
}

/// Returns whether a system is down. This does not count as a call, except for an intermittent outage, which is drawn
/// each time.
pub(crate) fn is_down(db: &Db, connection: &str, now: i64) -> Result<bool, Error> {
    for fault in active(db, Scope::Connection.name(), Some(connection))? {
        let down = fault.kind == FaultKind::SourceDown
            && (fault.spec.probability.is_none() || triggers(db, &fault, now)?.is_some());
        if down {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns whether there is an active fault of all API calls.
pub(crate) fn has_api_faults(db: &Db) -> Result<bool, Error> {
    any_active(db, Scope::Any.name())
}
