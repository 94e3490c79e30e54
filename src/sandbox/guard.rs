//! Who may come in: extractors that refuse before a handler runs.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::error::Error;
use super::ids::{TEST_PREFIX, digest};
use super::source::Source;
use super::state::{App, millis};
use super::store::tokens::{self, Owner};
use super::store::{connections, faults, limits};
use super::trace::Trace;

/// The application's own token was sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Admin;

/// A connection's token was sent; nothing more is checked. For calls that do not reach the connected system.
#[derive(Clone, Debug)]
pub(crate) struct ConnectionToken {
    /// The connection.
    pub(crate) connection_id: String,
    /// Its system's slug.
    pub(crate) slug: String,
    /// The data of its system, as its settings make it.
    pub(crate) source: Source,
    /// Whether it is a sample: its metadata says `sample` = `true`. Writes to it answer success and change nothing.
    pub(crate) sample: bool,
    /// Facts of this request.
    pub(crate) trace: Trace,
}

/// A connection's token was sent, and its system was reached for this call: within the rate limit, online, let in, and
/// no fault stands against it. The simulated time of the system is on the trace.
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
        let mut latency = app.source_latency(&token.slug, number);
        let outcome = app.write(|tx| {
            let now = millis(app.now());
            // Inside an outcome: a refusal must not undo the counting of the call.
            if let Some(wait) = limits::over(tx, &token.connection_id, now, app.options().rate_limit)? {
                return Ok(Err(Error::rate_limited(wait)));
            }
            let row = connections::find(tx, &token.connection_id)?;
            Ok(match row.refusal() {
                Some(refusal) => Err(refusal),
                None => Ok(faults::meet(tx, &row, now)?),
            })
        })?;
        // A call that the platform itself refuses never reaches the system.
        let met = outcome?;
        latency += met.latency;
        {
            let mut facts = token.trace.facts();
            facts.source = latency;
            facts.damage = met.damage;
        }
        if app.options().realistic_latency {
            app.clock().sleep(latency).await;
        }
        match met.refusal {
            Some(refusal) => Err(refusal),
            None => Ok(Self(token)),
        }
    }
}

/// Reads the bearer token and finds whose it is.
fn owner(parts: &Parts, app: &App) -> Result<Owner, Error> {
    let refused = |message: &str| Error::unauthenticated("AUTHENTICATION_FAILED", message);
    let header = parts.headers.get(AUTHORIZATION).ok_or_else(|| refused("no token was sent"))?;
    let (scheme, token) = header
        .to_str()
        .ok()
        .and_then(|text| text.split_once(' '))
        .ok_or_else(|| refused("the Authorization header is not `Bearer <token>`"))?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(refused("the Authorization header is not `Bearer <token>`"));
    }
    // Before it is hashed or looked up: a live token must leave no trace here.
    if !token.trim().starts_with(TEST_PREFIX) {
        return Err(refused(
            "this is a SANDBOX: it takes only its own test tokens. What was sent was neither kept nor logged; if it is \
             a live token, it came to the wrong server",
        ));
    }
    app.read(|db| tokens::owner(db, &digest(token.trim()), millis(app.now())))
}

/// A JSON body. What cannot be read is refused as the platform would, naming the place and never the content.
#[derive(Clone, Debug)]
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let bytes = Bytes::from_request(request, app).await.map_err(|rejection| {
            let status = rejection.status();
            Error::new(status, "INVALID_REQUEST", "the body could not be read: it is too large or was cut off")
        })?;
        let value: serde_json::Value = serde_json::from_slice(&bytes).map_err(|error| {
            Error::invalid(format!("the body is not JSON (line {}, column {})", error.line(), error.column()))
        })?;
        serde_json::from_value(value).map(Self).map_err(|error| {
            // The text of serde may quote a value, which may be a secret; what stands in backquotes first is the
            // name of a field.
            let text = error.to_string();
            match text.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
                Some(field) => Error::field(field, "is required"),
                None => Error::new(
                    StatusCode::UNPROCESSABLE_ENTITY,
                    "VALIDATION_FAILED",
                    "the body is JSON of another shape than this operation takes",
                ),
            }
        })
    }
}
