//! One request in, one response out. Layers wrap each other; the order is readable where they are put together.

use std::borrow::Cow;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use http::{Method, Request, Response};

use super::error::Error;

/// A future that can be stored, as a trait object has to return it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries a request to a server and brings back whatever it answered, of any status.
///
/// What a layer needs to know about the request beyond HTTP travels in its extensions as a [`Call`].
pub trait Transport: Send + Sync {
    /// Sends the request. An answer of any status is `Ok`; `Err` means that none came, or none that may be used.
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>> {
        (**self).send(request)
    }
}

/// Whose token a request carries.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Nobody's: asking for tokens, asking what a server offers.
    None,
    /// The application's.
    Application,
    /// One connection's, by its ID.
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

/// What layers know about a request.
#[derive(Clone, Debug)]
pub struct Call {
    /// The path template, as `/api/system/connections/{id}`.
    pub template: Cow<'static, str>,
    /// Whose token it carries.
    pub scope: Scope,
    /// Whether sending it twice does what sending it once does.
    pub idempotent: bool,
    /// Which attempt this is, from 1.
    pub attempt: u32,
}

impl Call {
    /// Reads what a request carries, or what can be told from the request alone.
    pub fn of(request: &Request<Bytes>) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or_else(|| Self {
            template: Cow::Owned(request.uri().path().to_owned()),
            scope: Scope::None,
            idempotent: is_idempotent(request.method()),
            attempt: 1,
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

/// Copies a request, extensions included, so that it can be sent once more.
pub(super) fn copy(request: &Request<Bytes>) -> Request<Bytes> {
    let mut copy = Request::new(request.body().clone());
    *copy.method_mut() = request.method().clone();
    *copy.uri_mut() = request.uri().clone();
    *copy.version_mut() = request.version();
    *copy.headers_mut() = request.headers().clone();
    *copy.extensions_mut() = request.extensions().clone();
    copy
}
