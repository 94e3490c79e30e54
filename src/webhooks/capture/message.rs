//! The text of an HTTP request, and `.http` files, which hold it with comments.

use super::{BadCapture, Capture, NoBody};
use crate::header::BadHeader;
use crate::text::{count, shown};

/// Parses a request: head with CRLF or LF, an empty line, the body. Headers of HTTP/2 may stand as lines, `:path: /`.
pub(super) fn parse(text: &[u8]) -> Result<Capture, BadCapture> {
    let mut capture = Capture::new(None);
    let mut rest = text;
    let mut number = 0;
    let body = loop {
        let (line, after) = match memchr::memchr(b'\n', rest) {
            Some(end) => (&rest[..end], Some(&rest[end + 1..])),
            None => (rest, None),
        };
        number += 1;
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let begins = capture.headers.is_empty() && capture.request_line.is_none();
        if line.is_empty() {
            // Blank lines before a request are skipped, as servers do.
            if begins {
                let Some(after) = after else { return Err(BadCapture::Empty) };
                rest = after;
                continue;
            }
            break after.unwrap_or_default();
        }
        if begins && line.starts_with(b"HTTP/") {
            return Err(BadCapture::Response(shown(line)));
        }
        if let Some(request_line) = request_line(line).filter(|_| begins) {
            capture.request_line = Some(request_line);
        } else {
            header(&mut capture, line, number).map_err(|error| match error {
                // Not even its first line is of a request.
                BadCapture::Header { cause, .. } if begins => BadCapture::Unknown(cause.to_string()),
                error => error,
            })?;
        }
        let Some(after) = after else { break b"" };
        rest = after;
    };
    read_body(&mut capture, body)?;
    Ok(capture)
}

fn header(capture: &mut Capture, line: &[u8], number: usize) -> Result<(), BadCapture> {
    if line.starts_with(b" ") || line.starts_with(b"\t") {
        return Err(BadCapture::Folded(number));
    }
    let (pseudo, rest) = match line.strip_prefix(b":") {
        Some(rest) => (":", rest),
        None => ("", line),
    };
    // Names are ASCII; values are bytes, and some senders write Latin-1.
    let colon = rest.iter().position(|byte| *byte == b':');
    let name = colon.map_or(rest, |colon| &rest[..colon]);
    let wrong = |cause| BadCapture::Header { line: number, cause };
    let Some(colon) = colon else { return Err(wrong(BadHeader::NoColon(shown(line)))) };
    let Ok(name) = std::str::from_utf8(name) else { return Err(wrong(BadHeader::Name(shown(name)))) };
    let value = rest[colon + 1..].trim_ascii();
    if std::str::from_utf8(value).is_err() {
        capture.warnings.push(format!("line {number} has bytes that are not UTF-8; they are taken as they are"));
    }
    capture.add(&format!("{pseudo}{name}"), value).map_err(|error| match error {
        BadCapture::Name(name) => wrong(BadHeader::Name(name)),
        error => error,
    })
}

/// Reads `POST /hook HTTP/1.1`.
fn request_line(line: &[u8]) -> Option<String> {
    let line = std::str::from_utf8(line).ok()?;
    let mut words = line.split(' ');
    let method = words.next().unwrap_or_default();
    let is_line = !method.is_empty()
        && method.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-')
        && words.next().is_some_and(|target| !target.is_empty());
    is_line.then(|| line.to_owned())
}

/// Parses the first request of an `.http` file; nothing if it is none: no comment, no `###`, no URL without a version.
pub(super) fn http_file(text: &[u8]) -> Result<Option<Capture>, BadCapture> {
    let Ok(text) = std::str::from_utf8(text) else { return Ok(None) };
    let is_comment =
        |line: &str| line.starts_with('#') || line.starts_with("//") || line.starts_with('@') || line.trim().is_empty();
    let lines: Vec<&str> = text.lines().collect();
    let Some(start) = lines.iter().position(|line| !is_comment(line)) else { return Ok(None) };
    let mut words = lines[start].split_whitespace();
    let method = words.next().unwrap_or_default();
    let url = words.next().unwrap_or_default();
    let is_url = url.starts_with("http://") || url.starts_with("https://");
    let is_method = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase());
    let marked =
        lines[..start].iter().any(|line| !line.trim().is_empty()) || lines.iter().any(|line| line.starts_with("###"));
    if !is_method || !(marked || (is_url && words.next().is_none())) {
        return Ok(None);
    }
    let mut capture = Capture::new(None);
    capture.set_url(method, url);
    let mut rest = lines[start + 1..].iter().zip(start + 2..);
    for (line, number) in rest.by_ref() {
        if line.trim().is_empty() {
            break;
        }
        if !line.starts_with('#') && !line.starts_with("//") {
            header(&mut capture, line.as_bytes(), number)?;
        }
    }
    let body: Vec<&str> = rest.map(|(line, _)| *line).take_while(|line| !line.starts_with("###")).collect();
    let body = body.join("\n");
    // Clients send neither the blank lines nor the scripts behind it.
    let body = body.split("\n> {%").next().unwrap_or_default().trim_end();
    if body.starts_with("< ") {
        capture.no_body = Some(NoBody::File);
    } else {
        capture.take_body(body.as_bytes().to_vec());
    }
    Ok(Some(capture))
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
        capture.doubts.extend(warning);
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
    if body.trim_ascii().is_empty() && due > body.len() {
        capture.no_body = Some(NoBody::Missing);
        return Ok(());
    }
    if body.len() < due {
        return Err(BadCapture::Cut { found: body.len(), due });
    }
    capture.body = body[..due].to_vec();
    if body.len() > due {
        let more = count(body.len() - due, "byte");
        capture.doubts.push(format!("{more} after the end of the body (as its Content-Length says) left out"));
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
