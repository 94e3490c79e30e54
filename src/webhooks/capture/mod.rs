//! A captured HTTP request, in the forms that people have.
//!
//! | the form | where |
//! |---|---|
//! | an HTTP/1 message, HTTP/2 headers as lines, `.http` files | `message` |
//! | `curl -v`, `curl --trace` and `--trace-ascii`, `mitmdump --flow-detail 3` | `log` |
//! | HAR, Postman, Insomnia, events of API gateways | `export` |
//! | a curl command, as browsers copy it | `command` |

mod command;
mod export;
mod log;
mod message;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::header::{BadHeader, Header, is_name};
use super::text::count;
use crate::exit::Exit;
use crate::failure::Classify;

/// Maximum number of headers.
const MOST_HEADERS: usize = 1000;

/// The forms that are read, for people.
const KNOWN: &str = "an HTTP request as text, `curl -v`, `curl --trace` and `--trace-ascii`, a curl command, HAR, Postman, \
                     Insomnia 4, `mitmdump --flow-detail 3`, an event of an API gateway, an `.http` file";

/// A parsed request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// The first line, as `POST /hook HTTP/1.1`, where there is one.
    pub request_line: Option<String>,
    /// Names and values in their order.
    pub headers: Vec<(String, Vec<u8>)>,
    /// The body, without the framing of chunks.
    pub body: Vec<u8>,
    /// Why the capture does not hold the body of its request; nothing if it does.
    pub no_body: Option<NoBody>,
    /// What is unusual about the capture.
    pub warnings: Vec<String>,
    /// Why the body may be another than the one that was sent: where it does not verify, nothing is proven.
    pub doubts: Vec<String>,
}

/// Why a capture does not hold the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBody {
    /// `Content-Length` names one, and none is there: `curl -v` does not log what it sends.
    Missing,
    /// The capture names a file with it.
    File,
    /// The tool shows it in another form than it was sent in.
    Reformatted,
}

impl NoBody {
    /// Returns why, in a clause.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Missing => "the capture has only the headers, as `curl -v` and `mitmdump --flow-detail 2` log them",
            Self::File => "the capture names a file with the body, and not what is in it",
            Self::Reformatted => "the capture shows the body in another form than it was sent in",
        }
    }
}

impl Capture {
    /// A request with nothing in it yet.
    fn new(request_line: Option<String>) -> Self {
        Self {
            request_line,
            headers: Vec::new(),
            body: Vec::new(),
            no_body: None,
            warnings: Vec::new(),
            doubts: Vec::new(),
        }
    }

    /// Adds a header. Those of HTTP/2 that begin with a colon become the request line and `Host`.
    fn add(&mut self, name: &str, value: &[u8]) -> Result<(), BadCapture> {
        if let Some(pseudo) = name.strip_prefix(':') {
            self.pseudo(pseudo, value);
            return Ok(());
        }
        if !is_name(name) {
            return Err(BadCapture::Name(super::text::shown(name.as_bytes())));
        }
        if name.eq_ignore_ascii_case("host") {
            // The one of the URL gives way to the one that was sent.
            self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case("host"));
        }
        if self.headers.len() == MOST_HEADERS {
            return Err(BadCapture::TooManyHeaders);
        }
        self.headers.push((name.to_owned(), value.to_vec()));
        Ok(())
    }

    fn pseudo(&mut self, name: &str, value: &[u8]) {
        let value = String::from_utf8_lossy(value);
        let line = self.request_line.get_or_insert_with(|| "POST / HTTP/2".to_owned());
        let target = line.split(' ').nth(1).unwrap_or("/").to_owned();
        match name {
            "method" => *line = format!("{value} {target} HTTP/2"),
            "path" => {
                let method = line.split(' ').next().unwrap_or("POST").to_owned();
                *line = format!("{method} {value} HTTP/2");
            }
            "authority" => self.headers.push(("host".to_owned(), value.into_owned().into_bytes())),
            _ => {}
        }
    }

    /// Takes the method and the URL: its path for the request line, its host for `Host`.
    fn set_url(&mut self, method: &str, url: &str) {
        let method = if method.is_empty() { "POST" } else { method };
        let parsed = url::Url::parse(url).ok();
        let target = parsed.as_ref().map_or(url, |url| &url[url::Position::BeforePath..url::Position::AfterQuery]);
        self.request_line = Some(format!("{method} {target} HTTP/1.1"));
        if let Some(url) = &parsed
            && url.has_host()
        {
            let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
            self.headers.push(("host".to_owned(), host.as_bytes().to_vec()));
        }
    }

    /// Takes the body, and notes where it cannot be the one that was sent.
    fn take_body(&mut self, body: Vec<u8>) {
        let due = self.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
        let due: Option<usize> = due.and_then(|(_, value)| std::str::from_utf8(value).ok()?.trim().parse().ok());
        if body.is_empty() && due.is_some_and(|due| due > 0) {
            self.no_body = Some(NoBody::Missing);
        }
        self.body = body;
    }

    /// Returns the headers in the form that [`super::verify()`] takes.
    pub fn headers(&self) -> Vec<Header<'_>> {
        self.headers.iter().map(|(name, value)| Header::new(name, value)).collect()
    }
}

/// A text that is not a captured request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadCapture {
    /// The text is empty.
    #[error("the captured request is empty")]
    Empty,
    /// It is none of the known forms.
    #[error("cannot read this as a captured request: {0}")]
    Unknown(String),
    /// It is a known form without a request in it.
    #[error("cannot read this as {form}: {problem}")]
    Form {
        /// The form.
        form: &'static str,
        /// What is wrong with it.
        problem: String,
    },
    /// A line among the headers is not a header.
    #[error("cannot read line {line} of the captured request: {cause}")]
    Header {
        /// Line number, from 1.
        line: usize,
        /// What is wrong with it.
        cause: BadHeader,
    },
    /// A name that no header has.
    #[error("cannot read the captured request: `{0}` is no name of a header")]
    Name(String),
    /// A header continued on a second line. HTTP no longer allows it: implementations disagree on its value.
    #[error("line {0} of the captured request continues the header before it, which HTTP no longer allows")]
    Folded(usize),
    /// The first line is the status line of a response.
    #[error("this is an HTTP response, not a request: `{0}`")]
    Response(String),
    /// Too many headers.
    #[error("the captured request has more than {MOST_HEADERS} headers")]
    TooManyHeaders,
    /// The body is shorter than its `Content-Length`.
    #[error("the body is cut off: {} of {due} are there", count(*.found, "byte"))]
    Cut {
        /// Length of the body in bytes.
        found: usize,
        /// Value of `Content-Length`.
        due: usize,
    },
    /// `Content-Length` is not a number, or there are two.
    #[error("`Content-Length: {0}` is not one number")]
    Length(String),
    /// The chunks of the body are malformed.
    #[error("the chunked body is broken at its byte {0}")]
    Chunk(usize),
}

impl Classify for BadCapture {
    // Whatever is wrong with the file, nothing was verified: it never looks like a bad signature.
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Cut { .. } => Some("name the file with the whole body beside the capture".into()),
            Self::Empty | Self::Unknown(_) | Self::Form { .. } | Self::Header { .. } | Self::Name(_) => {
                Some(format!("known are {KNOWN}"))
            }
            _ => None,
        }
    }
}

/// Parses a captured request in any of the known forms.
///
/// # Errors
/// When it is none of them, or broken; with the number of the line where that is known.
pub fn parse(bytes: &[u8]) -> Result<Capture, BadCapture> {
    let (bytes, doubt) = to_utf8(bytes);
    let bytes = without_colors(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(BadCapture::Empty);
    }
    if bytes.starts_with(b"type: collection.insomnia") {
        let problem = "its YAML is not read; export it as HAR or as Insomnia 4".to_owned();
        return Err(BadCapture::Form { form: "an export of Insomnia 5", problem });
    }
    let mut capture = if let Some(request) = log::curl_verbose(&bytes) {
        message::parse(&request)?
    } else if let Some(capture) = log::curl_trace(&bytes)? {
        capture
    } else if let Some(capture) = log::mitmdump(&bytes)? {
        capture
    } else if let Some(capture) = export::parse(&bytes)? {
        capture
    } else if let Some(capture) = command::parse(&bytes)? {
        capture
    } else if let Some(capture) = message::http_file(&bytes)? {
        capture
    } else {
        message::parse(&bytes)?
    };
    capture.doubts.extend(doubt.map(str::to_owned));
    Ok(capture)
}

/// Returns the text without the escape sequences of a terminal, if it begins with one: clients colour what they print.
fn without_colors(bytes: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    if !bytes.trim_ascii_start().starts_with(b"\x1b[") {
        return bytes;
    }
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = &bytes[..];
    while let Some(at) = memchr::memmem::find(rest, b"\x1b[") {
        plain.extend_from_slice(&rest[..at]);
        let end = rest[at + 2..].iter().position(|byte| (b'@'..=b'~').contains(byte));
        rest = end.map_or(&[], |end| &rest[at + 2 + end + 1..]);
    }
    plain.extend_from_slice(rest);
    Cow::Owned(plain)
}

/// Returns the text in UTF-8 without a byte order mark: editors and shells on Windows save in UTF-16.
fn to_utf8(bytes: &[u8]) -> (Cow<'_, [u8]>, Option<&'static str>) {
    const WARNING: &str = "the capture is saved in UTF-16; its body is taken as UTF-8";
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return (Cow::Borrowed(rest), None);
    }
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        (Cow::Owned(String::from_utf16_lossy(&units).into_bytes()), Some(WARNING))
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        // Requests begin with ASCII.
        [first, 0, _, 0, ..] if first.is_ascii_graphic() => wide(bytes, u16::from_le_bytes),
        [0, first, 0, _, ..] if first.is_ascii_graphic() => wide(bytes, u16::from_be_bytes),
        _ => (Cow::Borrowed(bytes), None),
    }
}
