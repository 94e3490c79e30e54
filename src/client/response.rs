//! What a server answered. How it is read is in [`super::promise`].

use super::error::Error;
use super::error_body;
use super::recorder::Unjudged;
use super::transport::Call;
use crate::exchange::Phases;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};

/// What a server answered, of any status but a redirect.
#[derive(Clone, Debug)]
pub struct ApiResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, decompressed.
    pub body: Bytes,
    /// How often the request was sent.
    pub attempts: u32,
    /// Its parts, where the client measures them.
    pub phases: Option<Phases>,
    /// Whether the call changes something at the server.
    pub(super) changes: bool,
    pub(super) call: Call,
    pub(super) at: jiff::Timestamp,
    /// The exchange, until what is read of it is known to be usable.
    pub(super) unjudged: Option<Unjudged>,
}

impl ApiResponse {
    /// Returns the request ID that the server gave.
    pub fn request_id(&self) -> Option<String> {
        error_body::request_id(&self.headers)
    }

    /// Makes an error of a status that means no.
    ///
    /// # Errors
    /// [`Error::Answered`] for 400 and above, [`Error::Broken`] below 200.
    pub fn accepted(self) -> Result<Self, Error> {
        if self.status.is_success() {
            return Ok(self);
        }
        // A switch of protocols that nobody asked for is no answer.
        if self.status.is_informational() {
            return Err(self.broken("a status that is not one of success"));
        }
        Err(Error::answered(self.status, &self.headers, &self.body, &self.call, self.at))
    }
}
