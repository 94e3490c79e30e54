//! One request in, one response out. Layers wrap each other; the order is readable where they are put together.

use std::borrow::Cow;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use http::{Method, Request, Response};

use super::error::Error;
use crate::api::requests::RequestKind;

/// A future that can be stored, as a trait object has to return it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends a request to a server and returns the response, of any status.
///
/// What a layer needs beyond HTTP is in the extensions of the request, as a [`Call`].
pub trait Transport: Send + Sync {
    /// Sends the request. A response of any status is `Ok`; `Err` means that there was none, or an unusable one.
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>> {
        (**self).send(request)
    }
}

/// Owner of the token of a request.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// No token: requests for tokens and for the advertisement.
    None,
    /// The application.
    Application,
    /// A connection, by its ID.
    Connection(String),
}

impl Scope {
    /// Returns the ID of the connection, if it is one's.
    pub fn connection(&self) -> Option<&str> {
        match self {
            Self::Connection(id) => Some(id),
            Self::None | Self::Application => None,
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("nobody"),
            Self::Application => f.write_str("the application"),
            Self::Connection(id) => write!(f, "connection {id}"),
        }
    }
}

/// Who wants the answer to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// This program: what a command must know.
    Question,
    /// A command that changes something at the platform, as `sync start` does.
    Command,
    /// The person: a call that was typed as such, as `api get` is.
    Call,
}

impl Purpose {
    /// Returns what a request counts as once its status is known: an operation that the server does not offer is a
    /// question whose answer was no.
    pub fn kind(self, status: Option<u16>) -> RequestKind {
        match (self, status) {
            (Self::Question, _) | (Self::Command, Some(404 | 405 | 501)) => RequestKind::Tool,
            (Self::Command | Self::Call, _) => RequestKind::Api,
        }
    }
}

/// Facts about a request for the layers.
#[derive(Clone, Debug)]
pub struct Call {
    /// Path template, for example `/api/system/connections/{id}`.
    pub template: Cow<'static, str>,
    /// Owner of its token.
    pub scope: Scope,
    /// Whether sending it twice does what sending it once does.
    pub idempotent: bool,
    /// Which attempt this is, from 1.
    pub attempt: u32,
    /// Who wants the answer.
    pub purpose: Purpose,
}

impl Call {
    /// Returns the facts in the extensions, or those that follow from the request alone.
    pub fn of(request: &Request<Bytes>) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or_else(|| Self {
            template: Cow::Owned(request.uri().path().to_owned()),
            scope: Scope::None,
            idempotent: is_idempotent(request.method()),
            attempt: 1,
            purpose: Purpose::Call,
        })
    }
}

/// How often a request was sent before this answer came; in the extensions of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempts(pub u32);

/// Returns whether HTTP promises that repeating the method changes nothing more.
pub fn is_idempotent(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE | Method::PUT | Method::DELETE)
}
