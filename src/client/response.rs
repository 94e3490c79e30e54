//! What a server answered, and how it is read.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::error::Error;
use super::error_body;
use super::transport::Call;

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
    pub(super) call: Call,
    pub(super) at: jiff::Timestamp,
}

/// Reads `{"data": …}`, or the same without the wrapper, which older endpoints leave out.
#[derive(Deserialize)]
struct Wrapped<'a> {
    #[serde(borrow)]
    data: Option<&'a RawValue>,
}

impl ApiResponse {
    /// Returns the request ID that the server gave.
    pub fn request_id(&self) -> Option<String> {
        error_body::request_id(&self.headers)
    }

    /// Makes an error of a status that means no.
    ///
    /// # Errors
    /// [`Error::Answered`] for 400 and above.
    pub fn accepted(self) -> Result<Self, Error> {
        if self.status.is_success() || self.status.is_informational() {
            return Ok(self);
        }
        Err(Error::answered(self.status, &self.headers, &self.body, &self.call, self.at))
    }

    /// Reads the whole body.
    ///
    /// # Errors
    /// [`Error::Broken`] when it is not what the API promises.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.read(self.text()?)
    }

    /// Reads the object in `data`, or the whole body where nothing wraps it.
    ///
    /// # Errors
    /// [`Error::Broken`] when it is not what the API promises.
    pub fn data<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let text = self.text()?;
        match serde_json::from_str::<Wrapped<'_>>(text) {
            Ok(Wrapped { data: Some(data) }) => self.read(data.get()),
            _ => self.read(text),
        }
    }

    fn text(&self) -> Result<&str, Error> {
        if self.body.trim_ascii().is_empty() {
            return Err(self.broken("an empty body"));
        }
        if error_body::is_page(&self.headers, &self.body) {
            return Err(self.broken("a web page, which does not come from the API"));
        }
        std::str::from_utf8(&self.body).map_err(|_| self.broken("a body that is not UTF-8"))
    }

    pub(super) fn read<'a, T: Deserialize<'a>>(&self, text: &'a str) -> Result<T, Error> {
        serde_json::from_str(text).map_err(|error| {
            self.broken(match error.classify() {
                serde_json::error::Category::Eof => "JSON that ends too early".into(),
                serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
                    format!("something that is not JSON (line {}, column {})", error.line(), error.column())
                }
                // The library's words could quote a value, and a value could be a token.
                serde_json::error::Category::Data => {
                    format!("JSON of another shape than expected (line {}, column {})", error.line(), error.column())
                }
            })
        })
    }

    pub(super) fn broken(&self, what: impl Into<String>) -> Error {
        Error::Broken { status: self.status.as_u16(), what: what.into(), request_id: self.request_id() }
    }
}
