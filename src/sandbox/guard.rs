//! Who may come in: extractors that refuse before a handler runs.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, OriginalUri, Request};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::error::Error;
use super::faults::{self, Call};
use super::hosts::Hosts;
use super::ids::{TEST_PREFIX, digest};
use super::source::Source;
use super::state::{App, millis};
use super::store::token::{self, Owner};
use super::store::{connections, limits};
use super::trace::Trace;
use crate::serve::Peer;

/// The application's own token was sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Admin;

/// The call comes from this machine. For what makes the sandbox call others here: whoever reaches it over a network must
/// not reach the loopback through it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Here;

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

impl<S: Send + Sync> FromRequestParts<S> for Here {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        // Asked in process, there is no peer. A tunnel is a program on this machine, and passes on what others send.
        let tunnelled =
            parts.extensions.get::<Hosts>().is_some_and(|hosts| hosts.is_by_given_name(&parts.headers, &parts.uri));
        if !tunnelled && parts.extensions.get::<Peer>().is_none_or(|peer| peer.is_on_this_machine()) {
            return Ok(Self);
        }
        Err(Error::forbidden(
            "webhooks go to programs on the machine of the SANDBOX, so only that machine says to which; others can use \
             the rest of it",
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
        let call = Call { method: parts.method.as_str(), path: uri.path(), token: sent.as_ref() };
        let outcome = app.write(|tx| {
            let now = millis(app.now());
            // Inside an outcome: a refusal must not undo the counting of the call.
            if let Some(wait) = limits::over(tx, &token.connection_id, now, app.options().rate_limit)? {
                return Ok(Err(Error::rate_limited(wait)));
            }
            let row = connections::find(tx, &token.connection_id)?;
            Ok(match row.refusal() {
                Some(refusal) => Err(refusal),
                // The system is called with the credentials.
                None => match app.vault().credentials(tx, &row.key) {
                    Err(unreadable) => Err(unreadable),
                    Ok(_) => Ok(faults::meet(tx, &row, call, now)?),
                },
            })
        })?;
        // A call that the platform itself refuses never reaches the system.
        let met = outcome?;
        token.trace.met(app, &met, usual).await;
        match met.refusal {
            Some(refusal) => Err(refusal),
            None => Ok(Self(token)),
        }
    }
}

/// Returns the token that was sent, if it was sent as one.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Reads the bearer token and finds whose it is.
fn owner(parts: &Parts, app: &App) -> Result<Owner, Error> {
    let refused = |message: &str| Error::unauthenticated("AUTHENTICATION_FAILED", message);
    if !parts.headers.contains_key(AUTHORIZATION) {
        return Err(refused("no token was sent"));
    }
    let token = bearer(&parts.headers).ok_or_else(|| refused("the Authorization header is not `Bearer <token>`"))?;
    // Before it is hashed or looked up: a live token must leave no trace here.
    if !token.starts_with(TEST_PREFIX) {
        return Err(refused(
            "this is a SANDBOX: it takes only its own test tokens. What was sent was neither kept nor logged; if it is \
             a live token, it came to the wrong server",
        ));
    }
    app.read(|db| token::owner(db, &digest(token), millis(app.now())))
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
        // No document says that a body must be there.
        let bytes = if bytes.is_empty() { Bytes::from_static(b"{}") } else { bytes };
        let value: Value = serde_json::from_slice(&bytes).map_err(|error| {
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

/// A JSON object whose fields may all be missing, read so that what is wrong is said of the field it is about: `T`
/// takes its defaults and has these fields.
pub(crate) fn strict<T: DeserializeOwned>(sent: &Map<String, Value>, fields: &[&str]) -> Result<T, Error> {
    let mut wrong = Vec::new();
    for (name, value) in sent {
        if !fields.contains(&name.as_str()) {
            let shown: String = name.chars().filter(|c| !c.is_control()).take(40).collect();
            wrong.push((shown, format!("is not known; known are {}", fields.join(", "))));
        } else if let Err(error) = serde_json::from_value::<T>(json!({ name: value })) {
            wrong.push((name.clone(), expected(&error.to_string())));
        }
    }
    if !wrong.is_empty() {
        return Err(Error::fields(wrong.iter().map(|(name, problem)| (name.as_str(), problem.clone()))));
    }
    serde_json::from_value(Value::Object(sent.clone())).map_err(|_| Error::invalid("the body cannot be read"))
}

/// Says what a field should be, without what it was: that may be a secret.
fn expected(error: &str) -> String {
    let kind = error.rsplit_once("expected ").map_or("of another kind", |(_, kind)| kind);
    let kind = match kind.split(" at line").next().unwrap_or(kind) {
        "u16" | "u32" | "u64" | "i64" => "a whole number from 0",
        "f64" => "a number",
        "a string" => "text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        other => other,
    };
    format!("must be {kind}")
}
