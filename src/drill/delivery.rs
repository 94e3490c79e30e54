//! One delivery: headers and body, valid or forged.

use http::header::{CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};
use jiff::Timestamp;

use crate::samples::php;
use crate::webhooks::sign::{CannotSign, Stamp, sign};
use crate::webhooks::{Config, Encoding, Secrets};

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

    /// Returns the delivery with its signature cut off, with another letter near its end, and in other case where case
    /// counts.
    pub fn with_altered_signatures(&self, config: &Config) -> Vec<Self> {
        let name = config.signature_header.as_str();
        let value = self.headers.get(name).map(|value| value.as_bytes().to_vec()).unwrap_or_default();
        let mut values = vec![value[..value.len().saturating_sub(6)].to_vec(), value.clone()];
        if let Some(letter) = values[1].iter_mut().rev().nth(5) {
            *letter = if *letter == b'0' { b'1' } else { b'0' };
        }
        if config.encoding == Encoding::Base64 {
            let start = value.len().saturating_sub(30);
            values.push([&value[..start], &value[start..].to_ascii_lowercase()].concat());
        }
        let altered = values.into_iter().filter(|other| *other != value).filter_map(|other| {
            let mut delivery = self.clone();
            delivery.headers.insert(HeaderName::try_from(name).ok()?, HeaderValue::from_bytes(&other).ok()?);
            Some(delivery)
        });
        altered.collect()
    }
}
