//! One delivery: headers and body, valid or forged.

use http::header::{CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};
use jiff::Timestamp;

use crate::samples::php;
use crate::webhooks::sign::{CannotSign, Stamp, sign};
use crate::webhooks::{Config, Secrets};

/// A request to a handler.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The headers, the signature among them.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Delivery {
    /// Signs an event as the platform would.
    ///
    /// # Errors
    /// As [`sign`].
    pub fn signed(
        config: &Config,
        secrets: &Secrets,
        event: &str,
        id: &str,
        at: Timestamp,
    ) -> Result<Self, CannotSign> {
        let timestamp = at.as_second().to_string();
        let signed = sign(config, secrets, event.as_bytes(), Stamp { id, timestamp: &timestamp })?;
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, HeaderValue::from_static(concat!("makini/", env!("CARGO_PKG_VERSION"))));
        for (name, value) in signed.headers {
            // A header that HTTP does not allow cannot be sent, so a handler cannot be tried with it.
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
                headers.insert(name, value);
            }
        }
        Ok(Self { headers, body: signed.body })
    }

    /// The same, with the text as it is, however it is written. Where the value is signed, its text differs from the
    /// signed one, which only a check of the bytes minds; where the bytes are signed, these are.
    ///
    /// # Errors
    /// As [`sign`].
    pub fn signed_as_written(
        config: &Config,
        secrets: &Secrets,
        text: &str,
        id: &str,
        at: Timestamp,
    ) -> Result<Self, CannotSign> {
        let signed = Self::signed(config, secrets, text, id, at)?;
        Ok(Self { body: text.as_bytes().to_vec(), ..signed })
    }

    /// The same, spelled as PHP does.
    ///
    /// # Errors
    /// As [`sign`].
    pub fn signed_as_php(
        config: &Config,
        secrets: &Secrets,
        event: &str,
        id: &str,
        at: Timestamp,
    ) -> Result<Self, CannotSign> {
        Self::signed_as_written(config, secrets, &php(event), id, at)
    }
}
