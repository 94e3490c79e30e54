//! A captured HTTP request, as saved by a proxy or by `curl -v`.

use super::header::{BadHeader, Header};
use super::text::{count, shown};
use crate::exit::Exit;
use crate::failure::Classify;

/// Maximum number of headers.
const MOST_HEADERS: usize = 1000;

/// A parsed request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// The first line, as `POST /hook HTTP/1.1`, where there is one.
    pub request_line: Option<String>,
    /// Names and values in their order.
    pub headers: Vec<(String, Vec<u8>)>,
    /// The body, without the framing of chunks.
    pub body: Vec<u8>,
    /// What is unusual about the capture.
    pub warnings: Vec<String>,
}

impl Capture {
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
    /// A line among the headers is not a header.
    #[error("line {line} of the captured request: {cause}")]
    Header {
        /// Line number, from 1.
        line: usize,
        /// What is wrong with it.
        cause: BadHeader,
    },
    /// A line of the head is not UTF-8.
    #[error("line {0} of the captured request is not UTF-8")]
    NotUtf8(usize),
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
    fn exit(&self) -> Exit {
        Exit::Invalid
    }
}

/// Parses a request: head with CRLF or LF, an empty line, the body; or the lines that `curl -v` marks with `> `.
///
/// # Errors
/// With the number of the line that cannot be parsed.
pub fn parse(text: &[u8]) -> Result<Capture, BadCapture> {
    let marked;
    let text = if is_curl(text) {
        marked = unmark(text);
        &marked
    } else {
        text
    };
    let mut capture = Capture { request_line: None, headers: Vec::new(), body: Vec::new(), warnings: Vec::new() };
    let mut rest = text;
    let mut number = 0;
    let body = loop {
        let (line, after) = match memchr::memchr(b'\n', rest) {
            Some(end) => (&rest[..end], Some(&rest[end + 1..])),
            None => (rest, None),
        };
        number += 1;
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            // Blank lines before a request are skipped, as servers do.
            if number == 1 || (capture.headers.is_empty() && capture.request_line.is_none()) {
                let Some(after) = after else { return Err(BadCapture::Empty) };
                rest = after;
                continue;
            }
            break after.unwrap_or_default();
        }
        let line = std::str::from_utf8(line).map_err(|_| BadCapture::NotUtf8(number))?;
        if capture.headers.is_empty() && capture.request_line.is_none() {
            if line.starts_with("HTTP/") {
                return Err(BadCapture::Response(shown(line.as_bytes())));
            }
            if is_request_line(line) {
                capture.request_line = Some(line.to_owned());
                let Some(after) = after else { break b"" };
                rest = after;
                continue;
            }
        }
        if line.starts_with([' ', '\t']) {
            return Err(BadCapture::Folded(number));
        }
        let header = Header::parse(line).map_err(|cause| BadCapture::Header { line: number, cause })?;
        if capture.headers.len() == MOST_HEADERS {
            return Err(BadCapture::TooManyHeaders);
        }
        capture.headers.push((header.name.to_owned(), header.value.to_vec()));
        let Some(after) = after else { break b"" };
        rest = after;
    };
    read_body(&mut capture, body)?;
    Ok(capture)
}

fn is_request_line(line: &str) -> bool {
    let mut words = line.split(' ');
    let method = words.next().unwrap_or_default();
    !method.is_empty()
        && method.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-')
        && words.next().is_some_and(|target| !target.is_empty())
}

fn read_body(capture: &mut Capture, body: &[u8]) -> Result<(), BadCapture> {
    let headers = capture.headers();
    let values = |name: &str| -> Vec<&[u8]> {
        headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name)).map(|header| header.value).collect()
    };
    let chunked = values("transfer-encoding")
        .last()
        .is_some_and(|value| value.to_ascii_lowercase().trim_ascii_end().ends_with(b"chunked"));
    if chunked {
        // Tools that decode the body often keep the header.
        let (body, warning) = match unchunk(body) {
            Ok(body) => (body, None),
            Err(_) if !looks_chunked(body) => {
                (body.to_vec(), Some("the header says chunked, but the body is not; taken as it is".to_owned()))
            }
            Err(at) => return Err(BadCapture::Chunk(at)),
        };
        capture.warnings.extend(warning);
        capture.body = body;
        return Ok(());
    }
    let lengths = values("content-length");
    let Some(first) = lengths.first() else {
        capture.body = body.to_vec();
        return Ok(());
    };
    let bad = || BadCapture::Length(shown(first));
    if lengths.iter().any(|other| other != first) || !first.iter().all(u8::is_ascii_digit) {
        return Err(bad());
    }
    let due: usize = std::str::from_utf8(first).ok().and_then(|text| text.parse().ok()).ok_or_else(bad)?;
    if body.len() < due {
        return Err(BadCapture::Cut { found: body.len(), due });
    }
    capture.body = body[..due].to_vec();
    if body.len() > due {
        let more = count(body.len() - due, "byte");
        capture.warnings.push(format!("{more} after the end of the body (as its Content-Length says) left out"));
    }
    Ok(())
}

/// Returns whether the body begins with the size of a chunk on a line of its own.
fn looks_chunked(body: &[u8]) -> bool {
    memchr::memchr(b'\n', &body[..body.len().min(80)]).is_some_and(|end| size(&body[..end]).is_some())
}

fn size(line: &[u8]) -> Option<usize> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let digits = line.split(|byte| *byte == b';').next()?.trim_ascii();
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    usize::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// Decodes a chunked body; fails with the offset of the first malformed chunk.
fn unchunk(body: &[u8]) -> Result<Vec<u8>, usize> {
    let mut whole = Vec::with_capacity(body.len());
    let mut at = 0;
    loop {
        let end = memchr::memchr(b'\n', &body[at..]).ok_or(at)? + at;
        let length = size(&body[at..end]).ok_or(at)?;
        let start = end + 1;
        if length == 0 {
            return Ok(whole);
        }
        let stop = start.checked_add(length).filter(|stop| *stop <= body.len()).ok_or(at)?;
        whole.extend_from_slice(&body[start..stop]);
        at = match &body[stop..] {
            [b'\r', b'\n', ..] => stop + 2,
            [b'\n', ..] => stop + 1,
            _ => return Err(stop),
        };
    }
}

fn is_curl(text: &[u8]) -> bool {
    text.split(|byte| *byte == b'\n')
        .take(200)
        .find(|line| {
            !line.starts_with(b"* ") && !line.starts_with(b"{ ") && !line.starts_with(b"} ") && **line != *b"*"
        })
        .is_some_and(|line| line.starts_with(b"> "))
}

/// Keeps what `curl -v` sent: the lines after `> `, and then the lines that are not marked as its own messages.
fn unmark(text: &[u8]) -> Vec<u8> {
    let mut request = Vec::with_capacity(text.len());
    let mut head = true;
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        if head {
            if let Some(rest) = line.strip_prefix(b">") {
                let rest = rest.strip_prefix(b" ").unwrap_or(rest);
                request.extend_from_slice(rest);
                head = !rest.trim_ascii().is_empty();
            }
        } else if [&b"* "[..], b"< ", b"{ [", b"} ["].iter().any(|mark| line.starts_with(mark)) {
            // The response follows; the line break before it is added by curl.
            if !line.starts_with(b"} [") && !line.starts_with(b"* ") {
                break;
            }
        } else {
            request.extend_from_slice(line);
        }
    }
    request
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn body(text: &str) -> String {
        String::from_utf8(parse(text.as_bytes()).expect("a request").body).expect("text")
    }

    #[test]
    fn a_request_with_either_line_end() {
        for end in ["\n", "\r\n"] {
            let text = ["POST /hook HTTP/1.1", "Host: a", "X-Sig:  abc ", "", "{\"a\":\n1}"].join(end);
            let capture = parse(text.as_bytes()).expect("a request");
            assert_eq!(capture.request_line.as_deref(), Some("POST /hook HTTP/1.1"));
            assert_eq!(capture.headers[1], ("X-Sig".to_owned(), b"abc".to_vec()));
            assert_eq!(capture.body, b"{\"a\":\n1}");
        }
    }

    #[test]
    fn headers_alone_are_enough() {
        assert_eq!(body("X-Sig: a\n\nbody"), "body");
        assert_eq!(parse(b"X-Sig: a").expect("headers").body, b"");
    }

    #[test]
    fn content_length_ends_the_body() {
        let capture = parse(b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}\n").expect("a request");
        assert_eq!((capture.body.as_slice(), capture.warnings.len()), (&b"{}"[..], 1));
        assert_eq!(
            parse(b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n{}").expect_err("cut"),
            BadCapture::Cut { found: 2, due: 9 }
        );
        for bad in ["x", "-1", "1, 1", "99999999999999999999999"] {
            let text = format!("POST / HTTP/1.1\nContent-Length: {bad}\n\n{{}}");
            assert!(matches!(parse(text.as_bytes()), Err(BadCapture::Length(_))), "{bad}");
        }
        assert!(parse(b"A: b\nContent-Length: 1\nContent-Length: 2\n\nxx").is_err());
    }

    #[test]
    fn chunks_are_put_together() {
        let head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
        assert_eq!(body(&format!("{head}3\r\n{{\"a\r\n4;x=y\r\n\":1}}\r\n0\r\n\r\n")), "{\"a\":1}");
        assert_eq!(body(&format!("{head}{{\"a\":1}}")), "{\"a\":1}", "already put together");
        assert_eq!(parse(format!("{head}5\r\nab").as_bytes()), Err(BadCapture::Chunk(0)));
        assert_eq!(parse(format!("{head}2\r\nabXX").as_bytes()), Err(BadCapture::Chunk(5)));
        assert_eq!(parse(format!("{head}ffffffffffffffff\r\nab").as_bytes()), Err(BadCapture::Chunk(0)));
    }

    #[test]
    fn what_curl_prints() {
        let text = "* Connected to localhost\n> POST /hook HTTP/1.1\r\n> Host: localhost\r\n> X-Sig: abc\r\n> \r\n\
                    {\"a\":1}\n< HTTP/1.1 200 OK\n< X-Other: y\n";
        let capture = parse(text.as_bytes()).expect("a request");
        assert_eq!(capture.headers.len(), 2);
        assert_eq!(capture.body, b"{\"a\":1}\n");
    }

    #[test]
    fn what_is_no_request_is_refused_by_line() {
        assert_eq!(parse(b""), Err(BadCapture::Empty));
        assert_eq!(parse(b"\r\n\r\n"), Err(BadCapture::Empty));
        assert_eq!(parse(b"A: b\n c\n\n"), Err(BadCapture::Folded(2)));
        assert_eq!(parse(b"A: \xff\n\n"), Err(BadCapture::NotUtf8(1)));
        assert!(matches!(parse(b"HTTP/1.1 200 OK\n\n"), Err(BadCapture::Response(_))));
        assert!(matches!(parse(b"POST / HTTP/1.1\nno colon\n\n"), Err(BadCapture::Header { line: 2, .. })));
        assert_eq!(parse("A: b\n".repeat(1001).as_bytes()), Err(BadCapture::TooManyHeaders));
    }

    proptest! {
        #[test]
        fn nothing_ends_the_process(text in proptest::collection::vec(any::<u8>(), 0..300)) {
            parse(&text).ok();
        }

        #[test]
        fn any_body_comes_through(body in proptest::collection::vec(any::<u8>(), 0..300), size in 1_usize..50) {
            let mut plain = format!("POST / HTTP/1.1\r\nContent-Length: {}\r\n\r\n", body.len()).into_bytes();
            plain.extend_from_slice(&body);
            prop_assert_eq!(&parse(&plain).expect("plain").body, &body);
            let mut chunked = b"POST / HTTP/1.1\nTransfer-Encoding: gzip, Chunked\n\n".to_vec();
            for chunk in body.chunks(size) {
                chunked.extend_from_slice(format!("{:X}\r\n", chunk.len()).as_bytes());
                chunked.extend_from_slice(chunk);
                chunked.extend_from_slice(b"\r\n");
            }
            chunked.extend_from_slice(b"0\r\n\r\n");
            prop_assert_eq!(&parse(&chunked).expect("chunked").body, &body);
        }
    }
}
