//! `POST /link/token`: issues tokens for every grant.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State};
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, PRAGMA};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use axum::{Json, Router};
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::api::connections::Lifecycle;
use crate::api::error_code::ErrorCode;
use crate::api::path;
use crate::api::token::TokenIssue;
use crate::sandbox::account::{CLIENT_ID, client_secret};
use crate::sandbox::error::Error;
use crate::sandbox::ids::{TEST_PREFIX, digest};
use crate::sandbox::state::App;
use crate::sandbox::store::connections;
use crate::sandbox::store::token::{self, Owner, Pair};
use crate::sandbox::time::millis;
use crate::secret::Secret;

pub(crate) fn router() -> Router<App> {
    Router::new().route(path::TOKEN, post(token))
}

/// Fields of a token request, from JSON or a form.
struct Fields(Vec<(String, Secret)>);

impl Fields {
    /// Takes the client from the header where it is there. In both places it is ambiguous (RFC 6749, 2.3).
    fn new(mut fields: Vec<(String, Secret)>, basic: Option<(Secret, Secret)>) -> Result<Self, Error> {
        let Some((id, secret)) = basic else { return Ok(Self(fields)) };
        let same_id = |(name, value): &(String, Secret)| name != "client_id" || *value == id;
        if fields.iter().any(|(name, _)| name == "client_secret") || !fields.iter().all(same_id) {
            let error = Error::invalid("the client is in the Authorization header and in the body");
            return Err(refusal(error, "invalid_request"));
        }
        fields.retain(|(name, _)| name != "client_id");
        fields.extend([("client_id".to_owned(), id), ("client_secret".to_owned(), secret)]);
        Ok(Self(fields))
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.expose())
    }

    fn need(&self, name: &str) -> Result<&str, Error> {
        self.get(name)
            .filter(|value| !value.is_empty())
            .ok_or_else(|| refusal(Error::invalid(format!("`{name}` is missing")), "invalid_request"))
    }
}

/// Adds the OAuth error code.
fn refusal(error: Error, word: &str) -> Error {
    error.with(json!({ "error": word }))
}

impl FromRequest<App> for Fields {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let basic = request.headers().get(AUTHORIZATION).map(basic_client).transpose()?.flatten();
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let is_json = kind.starts_with("application/json");
        let bytes = Bytes::from_request(request, app).await.map_err(|_| Error::invalid("the body is too large"))?;
        if !is_json {
            let pairs = url::form_urlencoded::parse(&bytes).into_owned();
            return Self::new(pairs.map(|(name, value)| (name, Secret::new(value))).collect(), basic);
        }
        let Ok(Value::Object(object)) = serde_json::from_slice(&bytes) else {
            return Err(refusal(Error::invalid("the body is not a JSON object"), "invalid_request"));
        };
        let text = |(name, value)| match value {
            Value::String(text) => Some((name, Secret::new(text))),
            _ => None,
        };
        Self::new(object.into_iter().filter_map(text).collect(), basic)
    }
}

/// Parses `Basic …`: the client's ID and secret, each form-encoded (RFC 6749, 2.3.1). Nothing for another scheme.
fn basic_client(value: &HeaderValue) -> Result<Option<(Secret, Secret)>, Error> {
    let wrong = || {
        refusal(
            Error::of(ErrorCode::AuthenticationFailed, "the Authorization header is no `Basic ID:SECRET`"),
            "invalid_client",
        )
    };
    let text = value.to_str().map_err(|_| wrong())?;
    let Some((scheme, encoded)) = text.split_once(' ') else { return Ok(None) };
    if !scheme.eq_ignore_ascii_case("basic") {
        return Ok(None);
    }
    let bytes = BASE64_STANDARD.decode(encoded.trim()).map_err(|_| wrong())?;
    let pair = String::from_utf8(bytes).map_err(|_| wrong())?;
    let (id, secret) = pair.split_once(':').ok_or_else(wrong)?;
    let decoded = |text: &str| {
        // As a value of a form, where `+` is a blank.
        let form = format!("v={}", text.replace('&', "%26"));
        url::form_urlencoded::parse(form.as_bytes()).next().map_or_else(String::new, |(_, value)| value.into_owned())
    };
    Ok(Some((Secret::new(decoded(id)), Secret::new(decoded(secret)))))
}

async fn token(State(app): State<App>, fields: Fields) -> Result<Response, Error> {
    let now = millis(app.now());
    let grant = fields.need("grant_type")?;
    if !matches!(grant, "client_credentials" | "refresh_token" | "authorization_code") {
        return Err(refusal(Error::invalid("this grant type is not known"), "unsupported_grant_type"));
    }
    authenticate(&fields, grant)?;
    let pair = match grant {
        "client_credentials" => app.write(|tx| token::issue(tx, &Owner::Application, now))?,
        "refresh_token" => {
            let token = test_only(fields.need("refresh_token")?)?;
            let refreshed = app.write(|tx| token::refresh(tx, &digest(token), now));
            // Whatever is wrong with a grant, OAuth answers 400 (RFC 6749, 5.2).
            refreshed.map_err(|error| refusal(Error { status: StatusCode::BAD_REQUEST, ..error }, "invalid_grant"))?
        }
        _ => exchange(&app, &fields, now)?,
    };
    Ok(answer(&pair))
}

/// Authenticates the application by its secret; without one (sign-in on a person's machine) the code verifier is
/// checked later.
fn authenticate(fields: &Fields, grant: &str) -> Result<(), Error> {
    let refused = |message: &str| refusal(Error::of(ErrorCode::AuthenticationFailed, message), "invalid_client");
    let id = fields.get("client_id");
    let secret = fields.get("client_secret").filter(|secret| !secret.is_empty());
    // Checked before anything is compared: a live secret must not be processed.
    for value in [id, secret].into_iter().flatten() {
        if !value.starts_with(TEST_PREFIX) {
            return Err(refused(
                "this is a SANDBOX: it takes only its own test credentials. What was sent was neither kept nor logged; \
                 if it is live, it came to the wrong server",
            ));
        }
    }
    if id != Some(CLIENT_ID) {
        return Err(refused("the client ID is not known here"));
    }
    match secret {
        Some(secret) if Secret::new(secret) == client_secret() => Ok(()),
        None if grant != "client_credentials" => Ok(()),
        _ => Err(refused("the client secret is wrong or missing")),
    }
}

fn test_only(token: &str) -> Result<&str, Error> {
    if token.starts_with(TEST_PREFIX) {
        return Ok(token);
    }
    let message = "this is a SANDBOX: it takes only its own test tokens. What was sent was neither kept nor logged";
    Err(refusal(Error::new(StatusCode::BAD_REQUEST, ErrorCode::AuthenticationFailed, message), "invalid_grant"))
}

fn exchange(app: &App, fields: &Fields, now: i64) -> Result<Pair, Error> {
    let wrong = |message: &str| refusal(Error::invalid(message), "invalid_grant");
    let code = digest(test_only(fields.need("code")?)?);
    let redirect = fields.need("redirect_uri")?;
    let verifier = fields.get("code_verifier");
    // The refusal is the value of the transaction: an error would roll back the revocation.
    app.write(|tx| {
        let Some(issued) = token::code(tx, &code)? else {
            return Ok(Err(wrong("the code is not known here")));
        };
        if let Some(pair) = issued.pair {
            // The code was leaked; the tokens from it, and those refreshed from them, may be too.
            token::revoke_family(tx, pair, now)?;
            return Ok(Err(wrong("the code was exchanged before; the tokens from it were revoked")));
        }
        if issued.expires_at <= now {
            return Ok(Err(wrong("the code has expired")));
        }
        if issued.redirect_uri != redirect {
            return Ok(Err(wrong("the code was issued for another redirect URI")));
        }
        let proof = verifier.map(|verifier| BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes())));
        let proven = match &issued.challenge {
            Some(challenge) => proof.as_deref() == Some(challenge.as_str()),
            // Without a challenge the client secret is required.
            None => fields.get("client_secret").is_some_and(|secret| !secret.is_empty()),
        };
        if !proven {
            return Ok(Err(wrong("the code verifier does not belong to the code")));
        }
        // A disconnected connection gets no tokens.
        if let Owner::Connection(key) = &issued.owner
            && connections::find(tx, key)?.lifecycle() == Lifecycle::Disconnected
        {
            return Ok(Err(wrong("the connection has ended")));
        }
        let pair = token::issue(tx, &issued.owner, now)?;
        token::spend_code(tx, &code, pair.number)?;
        Ok(Ok(pair))
    })?
}

fn answer(pair: &Pair) -> Response {
    let issue = TokenIssue {
        access_token: pair.access.expose(),
        refresh_token: Some(pair.refresh.expose()),
        token_type: "bearer",
        expires_in: pair.expires,
    };
    ([(CACHE_CONTROL, "no-store"), (PRAGMA, "no-cache")], Json(issue)).into_response()
}
