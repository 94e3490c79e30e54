//! Logs of curl and mitmdump.

use super::{BadCapture, Capture, NoBody};
use crate::hex;

/// Returns what `curl -v` sent: the lines after `> `, and then the lines that are not marked as its own messages; nothing
/// if it is no such log.
pub(super) fn curl_verbose(text: &[u8]) -> Option<Vec<u8>> {
    let first = text.split(|byte| *byte == b'\n').take(200).find(|line| {
        let own = [&b"* "[..], b"{ ", b"} ", b"  % Total", b"                                 Dload"];
        !own.iter().any(|mark| line.starts_with(mark)) && !line.starts_with(b"\r") && **line != *b"*"
    });
    first.filter(|line| line.starts_with(b"> "))?;
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
    Some(request)
}

/// Reads a log of `curl --trace-ascii` or `curl --trace`; nothing if it is none.
pub(super) fn curl_trace(text: &[u8]) -> Result<Option<Capture>, BadCapture> {
    let lossy = String::from_utf8_lossy(text);
    if !lossy.lines().take(400).any(|line| line.contains("=> Send header")) {
        return Ok(None);
    }
    let (mut head, mut body) = (Vec::new(), Vec::new());
    let mut is_ascii = false;
    // What the lines with offsets belong to: 1 for the head, 2 for the body.
    let mut part = 0;
    let mut rows: Vec<(usize, &str)> = Vec::new();
    let mut flush = |part: u8, rows: &mut Vec<(usize, &str)>, length: usize| {
        let into = if part == 1 { &mut head } else { &mut body };
        if part > 0 && !rows.is_empty() {
            is_ascii |= !read_rows(rows, length, into);
        }
        rows.clear();
    };
    let mut length = 0;
    for line in lossy.lines() {
        if line.contains("== Info:") {
            continue;
        }
        if line.contains("=> Send ") || line.contains("<= Recv ") {
            flush(part, &mut rows, length);
            // A second request begins: the first one is read.
            if line.contains("<= Recv header") && part != 0 {
                break;
            }
            part = u8::from(line.contains("=> Send header")) + 2 * u8::from(line.contains("=> Send data"));
            let size = line.split(", ").nth(1).and_then(|rest| rest.split(' ').next()?.parse().ok());
            length = size.unwrap_or_default();
            continue;
        }
        if let Some((offset, rest)) = line.split_once(':')
            && let Ok(offset) = usize::from_str_radix(offset.trim(), 16)
        {
            rows.push((offset, rest.strip_prefix(' ').unwrap_or(rest)));
        }
    }
    flush(part, &mut rows, length);
    let dots = is_ascii && body.contains(&b'.');
    head.extend_from_slice(&body);
    let mut capture = super::message::parse(&head)?;
    if dots {
        let warning = "`--trace-ascii` writes `.` for every byte that it cannot show; `curl --trace` has them all";
        capture.doubts.push(warning.to_owned());
    }
    Ok(Some(capture))
}

/// Puts the rows of one block together. Returns whether they are hexadecimal, and so complete.
fn read_rows(rows: &[(usize, &str)], length: usize, out: &mut Vec<u8>) -> bool {
    let hex: Option<Vec<u8>> =
        rows.iter().map(|(_, row)| hex_row(row)).collect::<Option<Vec<_>>>().map(|rows| rows.concat());
    if let Some(bytes) = hex.filter(|bytes| bytes.len() == length) {
        out.extend(bytes);
        return true;
    }
    for (index, (offset, row)) in rows.iter().enumerate() {
        out.extend(row.as_bytes());
        // A line break ends a row, and is not shown: the next offset has it.
        let end = rows.get(index + 1).map_or(length, |next| next.0);
        match end.saturating_sub(offset + row.chars().count()) {
            0 => {}
            1 => out.push(b'\n'),
            _ => out.extend(b"\r\n"),
        }
    }
    false
}

/// Reads `50 4f 53 54 20 …` with the letters behind it: sixteen bytes at most.
fn hex_row(row: &str) -> Option<Vec<u8>> {
    let digits = row.get(..48).unwrap_or(row);
    let mut bytes = Vec::new();
    for pair in digits.split(' ').take(16).take_while(|pair| !pair.is_empty()) {
        let mut byte = [0];
        hex::decode_into(pair.as_bytes(), &mut byte)?;
        bytes.push(byte[0]);
    }
    (!bytes.is_empty()).then_some(bytes)
}

/// Reads what `mitmdump --flow-detail 3` prints; nothing if it is none.
pub(super) fn mitmdump(text: &[u8]) -> Result<Option<Capture>, BadCapture> {
    let text = String::from_utf8_lossy(text);
    let is_flow = |line: &str| {
        let (_, rest) = line.split_once(": ")?;
        let mut words = rest.split(' ');
        let method =
            words.next().filter(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_uppercase()))?;
        let url = words.next().filter(|url| url.starts_with("http://") || url.starts_with("https://"))?;
        let client = line.split(": ").next()?;
        let port = client.rsplit_once(':').or_else(|| client.rsplit_once(']'))?.1;
        port.bytes().all(|byte| byte.is_ascii_digit()).then(|| (method.to_owned(), url.to_owned()))
    };
    let mut lines = text.lines().skip_while(|line| is_flow(line).is_none());
    let Some((method, url)) = lines.next().and_then(is_flow) else { return Ok(None) };
    let mut capture = Capture::new(None);
    capture.set_url(&method, &url);
    let (mut has_headers, mut is_answered) = (false, false);
    for line in lines.by_ref() {
        is_answered = line.trim_start().starts_with("<<");
        let Some(line) = line.strip_prefix("    ").filter(|line| !line.trim().is_empty() && !is_answered) else {
            break;
        };
        has_headers = true;
        let (name, value) = line.split_once(": ").unwrap_or((line.trim_end_matches(':'), ""));
        if name.starts_with(':') || !name.contains(' ') {
            capture.add(name, value.trim().as_bytes())?;
        }
    }
    if !has_headers {
        let problem = "it has no headers; `--flow-detail 3` prints them".to_owned();
        return Err(BadCapture::Form { form: "a log of mitmdump", problem });
    }
    if is_answered {
        // With `--flow-detail 2` the answer follows the headers.
        capture.no_body = Some(NoBody::Missing);
        return Ok(Some(capture));
    }
    let body: Vec<&str> = lines
        .take_while(|line| !line.trim_start().starts_with("<<") && !line.trim_start().starts_with(">>"))
        .map(|line| line.strip_prefix("    ").unwrap_or(line))
        .collect();
    let body = body.join("\n");
    let body = body.trim_end_matches('\n').as_bytes().to_vec();
    let due = capture
        .headers()
        .iter()
        .find(|header| header.name.eq_ignore_ascii_case("content-length"))
        .and_then(|header| std::str::from_utf8(header.value).ok()?.parse::<usize>().ok());
    match due {
        // It indents JSON, and shows what it cannot print in other ways.
        Some(due) if due != body.len() && !body.is_empty() => capture.no_body = Some(NoBody::Reformatted),
        _ => {
            if due.is_none() && matches!(body.first(), Some(b'{' | b'[')) {
                capture.doubts.push("mitmdump indents JSON, and the capture has no length to compare with".to_owned());
            }
            capture.take_body(body);
        }
    }
    Ok(Some(capture))
}
