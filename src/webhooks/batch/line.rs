//! One delivery on one line: finds the fields without building a value.

use std::borrow::Cow;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};

use super::cursor::{Cursor, unescape};
use crate::canonical::special;
use crate::header::Header;

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Why a line is not a delivery.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Broken {
    #[error("the line is longer than allowed")]
    TooLong,
    #[error("{0} is due at byte {1} of the line")]
    Due(&'static str, usize),
    #[error("the line ends too early")]
    End,
    #[error("a string has a control character or an escape that JSON does not know, at byte {0} of the line")]
    Text(usize),
    #[error(
        "a string has half of a surrogate pair at byte {0} of the line, which no bytes stand for; use `body_base64`"
    )]
    Surrogate(usize),
    #[error("`{0}` is there twice")]
    Twice(&'static str),
    #[error("there is neither `body` nor `body_base64`")]
    NoBody,
    #[error("there is both `body` and `body_base64`")]
    TwoBodies,
    #[error("`body_base64` is not base64")]
    Base64,
    #[error("a header's name is not UTF-8")]
    Name,
    #[error("values are nested too deep")]
    Deep,
}

/// A parsed delivery.
pub(super) struct Delivery<'l> {
    pub(super) id: Option<Id<'l>>,
    pub(super) headers: Vec<Header<'l>>,
    pub(super) body: &'l [u8],
}

/// The ID in the line.
#[derive(Clone, Copy)]
pub(super) struct Id<'l> {
    /// Its text.
    pub(super) text: &'l [u8],
    /// Whether it can be put into JSON as it is, between quotes.
    pub(super) plain: bool,
}

/// A piece of the line, or of the memory for unescaped texts.
#[derive(Clone, Copy, Default)]
struct Span {
    from: usize,
    to: usize,
    unescaped: bool,
}

impl Span {
    fn of<'l>(self, line: &'l [u8], texts: &'l [u8]) -> &'l [u8] {
        if self.unescaped { &texts[self.from..self.to] } else { &line[self.from..self.to] }
    }
}

#[derive(Clone, Copy, Default)]
enum Body {
    #[default]
    None,
    /// As it stands in the line.
    Line(Span),
    /// In the memory for bodies, up to here.
    Memory(usize),
}

/// Memory for reading one line after the other.
#[derive(Default)]
pub(super) struct Line {
    headers: Vec<(Span, Span)>,
    /// Unescaped texts, one behind the other. Longer than what is in use.
    texts: Vec<u8>,
    used: usize,
    /// The body. Longer than what is in use.
    body: Vec<u8>,
}

impl Line {
    /// Reads a line.
    pub(super) fn read<'l>(&'l mut self, line: &'l [u8]) -> Result<Delivery<'l>, Broken> {
        self.headers.clear();
        self.used = 0;
        let mut at = Cursor { line, at: 0 };
        at.take(b'{', "a `{`")?;
        let mut id: Option<Span> = None;
        let mut headers = false;
        let (mut body, mut encoded) = (Body::None, Body::None);
        if at.token() == Some(b'}') {
            at.at += 1;
        } else {
            loop {
                let key = self.string(&mut at)?;
                at.take(b':', "a `:`")?;
                match key.of(line, &self.texts) {
                    b"id" if id.is_some() => return Err(Broken::Twice("id")),
                    b"id" => id = self.id(&mut at)?,
                    b"headers" if headers => return Err(Broken::Twice("headers")),
                    b"headers" => {
                        headers = true;
                        self.headers(&mut at)?;
                    }
                    b"body" if !matches!(body, Body::None) => return Err(Broken::Twice("body")),
                    b"body" => body = self.body(&mut at)?,
                    b"body_base64" if !matches!(encoded, Body::None) => return Err(Broken::Twice("body_base64")),
                    b"body_base64" if at.token() == Some(b'"') => encoded = Body::Line(self.string(&mut at)?),
                    b"body_base64" => at.null("a string")?,
                    _ => at.skip_value()?,
                }
                match at.token() {
                    Some(b',') => at.at += 1,
                    Some(b'}') => break at.at += 1,
                    _ => return Err(at.due("a `,` or `}`")),
                }
            }
        }
        if at.token().is_some() {
            return Err(at.due("the end of the line"));
        }
        let body = match (body, encoded) {
            (Body::None, Body::None) => return Err(Broken::NoBody),
            (Body::None, Body::Line(span)) => {
                self.body.clear();
                let Self { body, texts, .. } = self;
                BASE64.decode_vec(span.of(line, texts), body).map_err(|_| Broken::Base64)?;
                Body::Memory(self.body.len())
            }
            (body, Body::None) => body,
            _ => return Err(Broken::TwoBodies),
        };
        let texts = &self.texts;
        let headers = self.headers.iter().map(|(name, value)| {
            let name = std::str::from_utf8(name.of(line, texts)).map_err(|_| Broken::Name)?;
            Ok(Header::new(name, value.of(line, texts)))
        });
        Ok(Delivery {
            headers: headers.collect::<Result<_, _>>()?,
            id: id.map(|span| {
                let text = span.of(line, texts);
                let plain = text.iter().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\'));
                Id { text, plain }
            }),
            body: match body {
                Body::Memory(length) => &self.body[..length],
                Body::Line(span) => span.of(line, texts),
                Body::None => b"",
            },
        })
    }

    /// Reads a string; unescapes it only if there is an escape.
    fn string(&mut self, at: &mut Cursor<'_>) -> Result<Span, Broken> {
        at.take(b'"', "a string")?;
        let from = at.at;
        let end = from + special(&at.line[from..]);
        if at.line.get(end) == Some(&b'"') {
            at.at = end + 1;
            return Ok(Span { from, to: end, unescaped: false });
        }
        let used = self.used;
        self.used = unescape(at, &mut self.texts, used)?;
        Ok(Span { from: used, to: self.used, unescaped: true })
    }

    fn id(&mut self, at: &mut Cursor<'_>) -> Result<Option<Span>, Broken> {
        if at.token() == Some(b'"') {
            return self.string(at).map(Some);
        }
        let from = at.at;
        at.skip_value()?;
        let span = Span { from, to: at.at, unescaped: false };
        Ok((&at.line[from..at.at] != b"null").then_some(span))
    }

    fn body(&mut self, at: &mut Cursor<'_>) -> Result<Body, Broken> {
        if at.token() != Some(b'"') {
            let from = at.at;
            at.skip_value()?;
            if &at.line[from..at.at] == b"null" {
                return Ok(Body::None);
            }
            return Ok(Body::Line(Span { from, to: at.at, unescaped: false }));
        }
        at.at += 1;
        Ok(Body::Memory(unescape(at, &mut self.body, 0)?))
    }

    fn headers(&mut self, at: &mut Cursor<'_>) -> Result<(), Broken> {
        if at.token() != Some(b'{') {
            return at.null("an object of headers");
        }
        at.at += 1;
        if at.token() == Some(b'}') {
            at.at += 1;
            return Ok(());
        }
        loop {
            let name = self.string(at)?;
            at.take(b':', "a `:`")?;
            if at.token() == Some(b'[') {
                at.at += 1;
                loop {
                    let value = self.string(at)?;
                    self.headers.push((name, value));
                    match at.token() {
                        Some(b',') => at.at += 1,
                        Some(b']') => break at.at += 1,
                        _ => return Err(at.due("a `,` or `]`")),
                    }
                }
            } else {
                let value = self.string(at)?;
                self.headers.push((name, value));
            }
            match at.token() {
                Some(b',') => at.at += 1,
                Some(b'}') => break at.at += 1,
                _ => return Err(at.due("a `,` or `}`")),
            }
        }
        Ok(())
    }
}

impl Id<'_> {
    /// Returns the name as text, with what is not UTF-8 replaced.
    pub(super) fn to_text(self) -> Cow<'static, str> {
        Cow::Owned(String::from_utf8_lossy(self.text).into_owned())
    }
}
