//! The token of a connection in the place of the application's, for a program that has none.

use std::sync::Arc;

use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderValue};

use crate::client::{Scope, TokenSource};
use crate::hex;
use crate::secret::Secret;

/// Puts in the token of one connection, for whoever has the token of the proxy itself.
pub struct Injection {
    tokens: Arc<dyn TokenSource>,
    connection: String,
    scope: Scope,
    own: Secret,
}

impl Injection {
    /// Makes a token for the proxy itself, and takes those of the connection from here.
    pub fn new(tokens: Arc<dyn TokenSource>, connection: &str) -> Self {
        let mut bytes = [0; 24];
        getrandom::fill(&mut bytes).expect("the system has randomness");
        let own = Secret::new(format!("record_{}", hex::encode(&bytes)));
        Self { tokens, connection: connection.to_owned(), scope: Scope::Connection(connection.to_owned()), own }
    }

    /// Returns the token of the proxy itself.
    pub const fn own(&self) -> &Secret {
        &self.own
    }

    pub(super) fn connection(&self) -> &str {
        &self.connection
    }

    /// Returns whether a request has the token of the proxy.
    pub(super) fn admits(&self, headers: &HeaderMap) -> bool {
        let mut values = headers.get_all(AUTHORIZATION).iter();
        let (Some(only), None) = (values.next(), values.next()) else { return false };
        let token = only.to_str().ok().and_then(|value| value.split_once(' '));
        token.is_some_and(|(scheme, token)| {
            scheme.eq_ignore_ascii_case("bearer") && Secret::new(token.trim()) == self.own
        })
    }

    /// Returns what is put in.
    ///
    /// # Errors
    /// Why there is none.
    pub(super) async fn authorization(&self) -> Result<HeaderValue, String> {
        let token = self.tokens.token(&self.scope).await.map_err(|error| error.to_string())?;
        let token = token.ok_or("none is stored and none may be issued")?;
        let mut value = HeaderValue::from_str(&format!("Bearer {}", token.expose())).map_err(|_| "it is not text")?;
        value.set_sensitive(true);
        Ok(value)
    }

    /// Replaces a token that was refused.
    pub(super) async fn renew(&self, refused: &HeaderValue) {
        let refused = refused.to_str().ok().and_then(|value| value.strip_prefix("Bearer "));
        if let Some(refused) = refused {
            // What comes of it shows in the next call.
            self.tokens.renew(&self.scope, &Secret::new(refused)).await.ok();
        }
    }
}
