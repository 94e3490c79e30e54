//! Tokens, as they are used here: with the time they end instead of the platform's `expires_in`.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;

use crate::api::operation::Operation;
use crate::api::path;
use crate::api::token::{TokenAnswer, expiry};
use crate::client::{ApiRequest, Client, Error, Purpose, Scope};
use crate::secret::Secret;

/// A token pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// The token to call with.
    pub access: Secret,
    /// The token to renew with, once.
    pub refresh: Option<Secret>,
    /// Time the access token expires, if the platform sent it.
    pub expires_at: Option<Timestamp>,
}

impl Tokens {
    /// Reads the platform's answer, which came at `now`.
    pub fn from_answer(answer: TokenAnswer, now: Timestamp) -> Self {
        let expires_at = expiry(answer.expires_in, now);
        Self { access: answer.access_token, refresh: answer.refresh_token, expires_at }
    }
}

impl Client {
    /// Issues a new token for a connection. Earlier ones stay valid or not as the platform likes. `lifetime` is a wish: a
    /// server may give another.
    pub async fn issue_connection_token(&self, id: &str, lifetime: Option<Duration>) -> Result<Tokens, Error> {
        // The published example of the request has this field.
        let body = lifetime.map_or_else(|| json!({}), |lifetime| json!({ "expires_in": lifetime.as_secs() }));
        let outgoing = ApiRequest::post(path::CONNECTION_TOKEN).fill(&[("id", id)]).json(&body);
        let outgoing = outgoing.purpose(Purpose::Question).returns_tokens();
        let answer = self.send(outgoing).await?;
        let read: TokenAnswer = answer.data()?;
        self.checked(read)
    }

    /// Makes every token of a connection invalid (advertised: `token_revoke`).
    pub async fn revoke_connection_tokens(&self, id: &str) -> Result<(), Error> {
        let endpoint = self.require(Operation::TokenRevoke).await?;
        self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?.removed(id)
    }

    /// Gets a token pair with the application's own credentials.
    pub async fn grant_client_credentials(&self, client_id: &str, secret: &Secret) -> Result<Tokens, Error> {
        // This grant is published with a JSON body, the other two with a form.
        let body = json!({
            "grant_type": "client_credentials",
            "client_id": client_id,
            "client_secret": secret.expose(),
        });
        self.grant(ApiRequest::post(path::TOKEN).json(&body).secrets([secret])).await
    }

    /// Exchanges a refresh token. The old pair is dead once this succeeds.
    pub async fn grant_refresh(
        &self,
        refresh: &Secret,
        client_id: Option<&str>,
        secret: Option<&Secret>,
    ) -> Result<Tokens, Error> {
        let mut form = vec![("grant_type", "refresh_token"), ("refresh_token", refresh.expose())];
        form.extend(client_id.map(|id| ("client_id", id)));
        form.extend(secret.map(|secret| ("client_secret", secret.expose())));
        let secrets = std::iter::once(refresh).chain(secret);
        self.grant(ApiRequest::post(path::TOKEN).form(&form).secrets(secrets)).await
    }

    /// Exchanges the code that a browser brought back.
    pub async fn grant_authorization_code(
        &self,
        code: &Secret,
        redirect_uri: &str,
        client: (&str, Option<&Secret>),
        verifier: &Secret,
    ) -> Result<Tokens, Error> {
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code.expose()),
            ("redirect_uri", redirect_uri),
            ("client_id", client.0),
            ("code_verifier", verifier.expose()),
        ];
        form.extend(client.1.map(|secret| ("client_secret", secret.expose())));
        let secrets = [code, verifier].into_iter().chain(client.1);
        self.grant(ApiRequest::post(path::TOKEN).form(&form).secrets(secrets)).await
    }

    async fn grant(&self, outgoing: ApiRequest) -> Result<Tokens, Error> {
        let answer = self.send(outgoing.scope(Scope::None).returns_tokens()).await?;
        // OAuth answers are flat, and servers that wrap everything wrap these too.
        let read: TokenAnswer = answer.data()?;
        self.checked(read)
    }

    pub(super) fn checked(&self, answer: TokenAnswer) -> Result<Tokens, Error> {
        let usable = |token: &Secret| {
            let text = token.expose();
            !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
        };
        if usable(&answer.access_token) && answer.refresh_token.as_ref().is_none_or(usable) {
            let tokens = Tokens::from_answer(answer, self.now());
            // Its end is kept by the clock here, which is the one it will be compared with.
            return Ok(Tokens { expires_at: tokens.expires_at.map(|end| self.here(end)), ..tokens });
        }
        Err(Error::Broken { status: 200, what: "a token that cannot be sent in a header".into(), request_id: None })
    }
}
