//! Authentication: extractors that reject a request before its handler runs.

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

use super::allowed_hosts::AllowedHosts;
use super::error::Error;
use super::faults;
use super::faults::call::ApiCall;
use super::ids::{TEST_PREFIX, digest};
use super::request_facts::Trace;
use super::source::Source;
use super::state::App;
use super::store::token::{self, Owner};
use super::store::{connections, rate_limit};
use super::time::millis;
use crate::api::error_code::ErrorCode;
use crate::serve::Peer;

/// The request has the application's token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Admin;

/// The request comes from this machine. For operations that make the sandbox call local programs: a client on the
/// network must not reach the loopback through the sandbox.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LocalOnly;

/// The request has a connection's token; nothing else is checked. For operations that do not reach the connected
/// system.
#[derive(Clone, Debug)]
pub(crate) struct ConnectionToken {
    /// The connection.
    pub(crate) connection_id: String,
    /// Slug of the connected system.
    pub(crate) slug: String,
    /// Data of the connected system, with the connection's settings applied.
    pub(crate) source: Source,
    /// Whether the connection is a sample (metadata `sample` = `true`). Writes to it succeed and change nothing.
    pub(crate) sample: bool,
    /// What is known about this request.
    pub(crate) trace: Trace,
}

/// The request has a connection's token, and the call may reach the connected system: within the rate limit, online,
/// authorized, and without a fault that fails it. The simulated latency is recorded in the request facts.
#[derive(Clone, Debug)]
pub(crate) struct ConnectionAuth(pub(crate) ConnectionToken);

impl std::ops::Deref for ConnectionAuth {
    type Target = ConnectionToken;

    fn deref(&self) -> &ConnectionToken {
        &self.0
    }
}

impl FromRequestParts<App> for Admin {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        match owner(parts, app)? {
            Owner::Application => Ok(Self),
            Owner::Connection(_) => {
                Err(Error::forbidden("a connection's token cannot do this; use the application's token"))
            }
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for LocalOnly {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        // A call in process has no peer. A tunnel is a program on this machine, but forwards requests of others.
        let tunnelled = parts
            .extensions
            .get::<AllowedHosts>()
            .is_some_and(|hosts| hosts.is_for_allowed_name(&parts.headers, &parts.uri));
        if !tunnelled && parts.extensions.get::<Peer>().is_none_or(|peer| peer.is_on_this_machine()) {
            return Ok(Self);
        }
        Err(Error::forbidden(
            "webhooks are sent to programs on the machine of the SANDBOX, so only that machine can set where to; other \
             operations are open to you",
        ))
    }
}

impl FromRequestParts<App> for ConnectionToken {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Owner::Connection(key) = owner(parts, app)? else {
            return Err(Error::forbidden("this needs a connection's token; the application's token is not one"));
        };
        let trace = parts.extensions.get::<Trace>().cloned().unwrap_or_default();
        trace.facts().connection = Some(key.clone());
        let row = app.read(|db| connections::find(db, &key))?;
        Ok(Self {
            sample: row.is_sample(),
            connection_id: key,
            source: row.source(app.options().seed),
            slug: row.slug,
            trace,
        })
    }
}

impl FromRequestParts<App> for ConnectionAuth {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let token = ConnectionToken::from_request_parts(parts, app).await?;
        let number = token.trace.facts().number;
        let usual = app.source_latency(&token.slug, number);
        let sent = bearer(&parts.headers).map(digest);
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let call = ApiCall { method: parts.method.as_str(), path: uri.path(), token: sent.as_ref() };
        let outcome = app.write(|tx| {
            let now = millis(app.now());
            // The refusal is the value of the transaction: an error would roll back the counting of the call.
            if let Some(wait) = rate_limit::count_call(tx, &token.connection_id, now, app.options().rate_limit)? {
                return Ok(Err(Error::rate_limited(wait)));
            }
            let row = connections::find(tx, &token.connection_id)?;
            Ok(match row.refusal() {
                Some(refusal) => Err(refusal),
                // The system is called with the stored credentials.
                None => match app.vault().credentials(tx, &row.key) {
                    Err(unreadable) => Err(unreadable),
                    Ok(_) => Ok(faults::call::apply(tx, &row, call, now)?),
                },
            })
        })?;
        // A call that the platform refuses never reaches the system.
        let effect = outcome?;
        token.trace.apply(app, &effect, usual).await;
        match effect.refusal {
            Some(refusal) => Err(refusal),
            None => Ok(Self(token)),
        }
    }
}

/// Returns the bearer token of a request.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Returns the owner of the bearer token.
fn owner(parts: &Parts, app: &App) -> Result<Owner, Error> {
    let refused = |message: &str| Error::of(ErrorCode::AuthenticationFailed, message);
    if !parts.headers.contains_key(AUTHORIZATION) {
        return Err(refused("no token was sent"));
    }
    let token = bearer(&parts.headers).ok_or_else(|| refused("the Authorization header is not `Bearer <token>`"))?;
    // Checked before hashing or lookup: a live token must not be processed.
    if !token.starts_with(TEST_PREFIX) {
        return Err(refused(
            "this is a SANDBOX: it takes only its own test tokens. What was sent was neither kept nor logged; if it is \
             a live token, it came to the wrong server",
        ));
    }
    app.read(|db| token::owner(db, &digest(token), millis(app.now())))
}
