//! Validates faults and names each invalid field.

use crate::api::faults::{FaultKind, NewFault, Target};
use crate::sandbox::error::Error;
use crate::sandbox::{paths, pattern};

/// The longest latency, in milliseconds.
const LONGEST: u64 = 600_000;
/// The longest delay of a webhook, in milliseconds: as long as it is retried.
const LATEST: u64 = 86_400_000;

/// What a fault applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// API calls that go to a connected system, and the sandbox's own calls to it.
    Connection,
    /// Every API call.
    Any,
    /// Webhook deliveries.
    Delivery,
}

impl Scope {
    /// Returns the name in the API.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Connection => "connection",
            Self::Any => "any",
            Self::Delivery => "delivery",
        }
    }
}

/// Validates a fault and fills in its scope. Whether the connection and the endpoint exist is checked later.
///
/// # Errors
/// With every invalid field.
pub(crate) fn check(mut fault: NewFault) -> Result<(FaultKind, NewFault), Error> {
    let Some(kind) = FaultKind::by_name(&fault.kind) else {
        let names: Vec<_> = FaultKind::ALL.iter().map(|kind| kind.name()).collect();
        return Err(Error::field("kind", format!("must be one of {}", names.join(", "))));
    };
    let mut wrong: Vec<(&'static str, String)> = Vec::new();
    let scope = scope(kind, &fault, &mut wrong);
    fault.scope = Some(scope.name().to_owned());
    narrowing(kind, scope, &fault, &mut wrong);
    chances(kind, &fault, &mut wrong);
    settings(kind, &fault, &mut wrong);
    foreign_settings(kind, &fault, &mut wrong);
    if wrong.is_empty() { Ok((kind, fault)) } else { Err(Error::fields(wrong)) }
}

type Wrong = Vec<(&'static str, String)>;

fn scope(kind: FaultKind, fault: &NewFault, wrong: &mut Wrong) -> Scope {
    let usual = match kind.target() {
        Target::Delivery => Scope::Delivery,
        Target::Call if fault.endpoint.is_some() && fault.connection_id.is_none() => Scope::Any,
        Target::Call | Target::System => Scope::Connection,
    };
    let Some(request) = fault.scope.as_deref() else { return usual };
    let Some(request) =
        [Scope::Connection, Scope::Any, Scope::Delivery].into_iter().find(|scope| scope.name() == request)
    else {
        wrong.push(("scope", "must be connection, any or delivery".into()));
        return usual;
    };
    let fits = match kind.target() {
        Target::System => request == Scope::Connection,
        Target::Call => request != Scope::Delivery,
        Target::Delivery => request == Scope::Delivery,
    };
    if !fits {
        wrong.push(("scope", format!("`{}` is not for this scope", kind.name())));
        return usual;
    }
    request
}

fn narrowing(kind: FaultKind, scope: Scope, fault: &NewFault, wrong: &mut Wrong) {
    if scope == Scope::Any && fault.connection_id.is_some() {
        wrong.push(("connection_id", "is only for the scopes connection and delivery".into()));
    }
    if let Some(endpoint) = &fault.endpoint {
        match pattern::check_call(endpoint) {
            _ if kind.target() != Target::Call => wrong.push(("endpoint", "is only for faults of calls".into())),
            Err(problem) => wrong.push(("endpoint", problem.into())),
            Ok(path) if !paths::exists(path) => {
                wrong.push(("endpoint", "matches no path of the platform's API".into()));
            }
            Ok(_) => {}
        }
    }
    if let Some(event) = &fault.event
        && let Err(problem) = pattern::check_event(event)
    {
        wrong.push(("event", problem.into()));
    }
    for (name, set) in [("event", fault.event.is_some()), ("webhook_endpoint_id", fault.webhook_endpoint_id.is_some())]
    {
        if set && scope != Scope::Delivery {
            wrong.push((name, "is only for faults of deliveries".into()));
        }
    }
}

fn chances(kind: FaultKind, fault: &NewFault, wrong: &mut Wrong) {
    if fault.probability.is_some_and(|chance| !(chance > 0.0 && chance <= 1.0)) {
        wrong.push(("probability", "must be above 0 and up to 1".into()));
    }
    if fault.count.is_some_and(|count| !(1..=1_000_000).contains(&count)) {
        wrong.push(("count", "must be from 1 to 1000000".into()));
    }
    if kind == FaultKind::CredentialsChanged {
        for (name, set) in [("count", fault.count.is_some()), ("probability", fault.probability.is_some())] {
            if set {
                wrong.push((
                    name,
                    "is not for credentials_changed, which triggers once and lasts until the connection is reconnected"
                        .into(),
                ));
            }
        }
    }
}

fn settings(kind: FaultKind, fault: &NewFault, wrong: &mut Wrong) {
    let mut refuse = |name: &'static str, problem: &str| wrong.push((name, problem.to_owned()));
    match kind {
        FaultKind::Latency => {
            match (fault.latency_ms, fault.median_ms) {
                (None, None) => refuse("latency_ms", "is required, or median_ms"),
                (Some(_), Some(_)) => refuse("median_ms", "cannot be combined with latency_ms"),
                (Some(ms), None) if ms > LONGEST => refuse("latency_ms", "must be up to 600000"),
                (None, Some(ms)) if !(1..=LONGEST).contains(&ms) => refuse("median_ms", "must be from 1 to 600000"),
                _ => {}
            }
            if fault.sigma.is_some_and(|sigma| !(0.0..=5.0).contains(&sigma)) {
                refuse("sigma", "must be from 0 to 5");
            } else if fault.sigma.is_some() && fault.median_ms.is_none() {
                refuse("sigma", "is only for median_ms");
            }
        }
        FaultKind::Error => {
            if fault.status.is_none_or(|status| !(400..=599).contains(&status)) {
                refuse("status", "must be from 400 to 599");
            }
            let plain = |code: &String| {
                (1..=64).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            };
            if fault.code.as_ref().is_some_and(|code| !plain(code)) {
                refuse("code", "must be a word of up to 64 letters, digits and underscores");
            }
        }
        FaultKind::RateLimited if fault.retry_after.is_some_and(|seconds| !(1..=86_400).contains(&seconds)) => {
            refuse("retry_after", "must be from 1 to 86400");
        }
        FaultKind::Late if fault.delay_ms.is_none_or(|ms| !(1..=LATEST).contains(&ms)) => {
            refuse("delay_ms", "must be from 1 to 86400000");
        }
        FaultKind::Duplicate if fault.copies.is_some_and(|copies| !(1..=10).contains(&copies)) => {
            refuse("copies", "must be from 1 to 10");
        }
        FaultKind::SourceDown
        | FaultKind::CredentialsChanged
        | FaultKind::RateLimited
        | FaultKind::ExpiredToken
        | FaultKind::Reset
        | FaultKind::CutBody
        | FaultKind::MalformedJson
        | FaultKind::Duplicate
        | FaultKind::Late
        | FaultKind::Reordered
        | FaultKind::Lost
        | FaultKind::BadlySigned
        | FaultKind::PhpEscaped => {}
    }
}

/// Rejects settings of other kinds: they would be ignored, and the client expects an effect.
fn foreign_settings(kind: FaultKind, fault: &NewFault, wrong: &mut Wrong) {
    let settings = [
        ("latency_ms", FaultKind::Latency, fault.latency_ms.is_some()),
        ("median_ms", FaultKind::Latency, fault.median_ms.is_some()),
        ("sigma", FaultKind::Latency, fault.sigma.is_some()),
        ("status", FaultKind::Error, fault.status.is_some()),
        ("code", FaultKind::Error, fault.code.is_some()),
        ("retry_after", FaultKind::RateLimited, fault.retry_after.is_some()),
        ("within", FaultKind::Reset, fault.within.is_some()),
        ("delay_ms", FaultKind::Late, fault.delay_ms.is_some()),
        ("copies", FaultKind::Duplicate, fault.copies.is_some()),
    ];
    for (name, of, set) in settings {
        if set && of != kind {
            wrong.push((name, format!("is only for the kind {}", of.name())));
        }
    }
}
