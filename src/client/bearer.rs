//! Layer: adds the token, and renews it once when it is refused.

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderValue, Request, Response, StatusCode};

use super::error::Error;
use super::error_body;
use super::transport::{BoxFuture, Call, Scope, Transport};
use crate::api::error_code::ErrorCode;
use crate::secret::Secret;

/// Provides the tokens. Implemented by the session, so that the client does not depend on the secret stores.
pub trait TokenSource: Send + Sync {
    /// Returns the token for a scope, or nothing when calls of that scope carry none.
    fn token<'a>(&'a self, scope: &'a Scope) -> BoxFuture<'a, Result<Option<Secret>, Error>>;

    /// Returns another token than the one that was refused, or nothing when there is no other.
    fn renew<'a>(&'a self, scope: &'a Scope, rejected: &'a Secret) -> BoxFuture<'a, Result<Option<Secret>, Error>>;
}

/// Adds the bearer token of the request's scope.
pub struct Bearer<T, S> {
    inner: T,
    tokens: S,
}

impl<T: Transport, S: TokenSource> Bearer<T, S> {
    /// Wraps a transport.
    pub fn new(inner: T, tokens: S) -> Self {
        Self { inner, tokens }
    }

    async fn authorized(&self, request: Request<Bytes>) -> Result<Response<Bytes>, Error> {
        let scope = Call::of(&request).scope;
        let Some(token) = self.tokens.token(&scope).await? else {
            return self.inner.send(request).await;
        };
        let mut first = request.clone();
        authorize(&mut first, &token)?;
        let answer = self.inner.send(first).await?;
        if answer.status() != StatusCode::UNAUTHORIZED || is_reauthorization(&answer) {
            return Ok(answer);
        }
        let Some(renewed) = self.tokens.renew(&scope, &token).await? else { return Ok(answer) };
        let mut second = request;
        authorize(&mut second, &renewed)?;
        self.inner.send(second).await
    }
}

impl<T: Transport, S: TokenSource> Transport for Bearer<T, S> {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>> {
        Box::pin(self.authorized(request))
    }
}

impl<S: TokenSource + ?Sized> TokenSource for std::sync::Arc<S> {
    fn token<'a>(&'a self, scope: &'a Scope) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
        (**self).token(scope)
    }

    fn renew<'a>(&'a self, scope: &'a Scope, rejected: &'a Secret) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
        (**self).renew(scope, rejected)
    }
}

fn authorize(request: &mut Request<Bytes>, token: &Secret) -> Result<(), Error> {
    let mut value = HeaderValue::from_str(&format!("Bearer {}", token.expose()))
        .map_err(|_| Error::Argument("the token holds characters that no header may carry".into()))?;
    value.set_sensitive(true);
    request.headers_mut().insert(AUTHORIZATION, value);
    Ok(())
}

/// The token is fine and the system's credentials are not: no other token would help.
fn is_reauthorization(answer: &Response<Bytes>) -> bool {
    error_body::read(answer.headers(), answer.body()).code == Some(ErrorCode::ReauthorizationRequired)
}
