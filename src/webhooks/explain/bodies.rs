//! The texts that a sender may have signed, given the body that came.

use std::collections::HashSet;
use std::fmt;
use std::hash::{BuildHasher as _, RandomState};
use std::io::{Read as _, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use url::form_urlencoded;

use super::json::{self, Style};
use super::kinds::Charset;
use super::mistake::Mistake;

/// What a small body may unpack to: sixteen times as much, and one MiB in any case.
fn most_unpacked(body: &[u8]) -> u64 {
    (body.len() as u64 * 16).max(1 << 20)
}

/// Larger bodies are not packed to compare: that takes longer than all the rest.
const MOST_PACKED: usize = 256 << 10;

/// Another text of the body, and what went wrong if it is the one that was signed.
pub(super) type Variant = (Vec<Mistake>, Vec<u8>);

/// Returns texts that differ in bytes, but for the way JSON is written.
pub(super) fn plain(body: &[u8]) -> Vec<Variant> {
    let mut all: Vec<Variant> = Vec::new();
    let mut add = |mistake: Mistake, text: Vec<u8>| {
        if text != body {
            all.push((vec![mistake], text));
        }
    };
    let trimmed = body.strip_suffix(b"\n").map(|text| text.strip_suffix(b"\r").unwrap_or(text));
    if let Some(text) = trimmed {
        add(Mistake::LineBreakAdded, text.to_vec());
    }
    add(Mistake::LineBreakLost("\n"), [body, b"\n"].concat());
    add(Mistake::LineBreakLost("\r\n"), [body, b"\r\n"].concat());
    add(Mistake::BlanksAdded, body.trim_ascii().to_vec());
    let unix = replace(body, b"\r\n", b"\n");
    add(Mistake::LineEndsToCrlf, unix.clone());
    add(Mistake::LineEndsToCrlf, unix.trim_ascii_end().to_vec());
    add(Mistake::LineEndsToLf, replace(&unix, b"\n", b"\r\n"));
    match body.strip_prefix(b"\xef\xbb\xbf") {
        Some(text) => add(Mistake::ByteOrderMarkAdded, text.to_vec()),
        None => add(Mistake::ByteOrderMarkLost, [b"\xef\xbb\xbf", body].concat()),
    }
    for text in unpacked(body) {
        add(Mistake::Compressed, text);
    }
    for text in packed(body) {
        add(Mistake::Decompressed, text);
    }
    if let Ok(text) = STANDARD.decode(body.trim_ascii()) {
        add(Mistake::BodyInBase64, text);
    }
    add(Mistake::BodyFromBase64, STANDARD.encode(body).into_bytes());
    if let Ok(text) = serde_json::from_slice::<String>(body) {
        add(Mistake::Quoted, text.into_bytes());
    }
    if let Ok(text) = std::str::from_utf8(body) {
        add(Mistake::Unquoted, serde_json::to_vec(text).unwrap_or_default());
        for (charset, bytes) in charsets(text) {
            // What is UTF-8 again had been encoded twice.
            let twice = charset == Charset::Latin1 && std::str::from_utf8(&bytes).is_ok();
            add(if twice { Mistake::EncodedTwice } else { Mistake::SignedIn(charset) }, bytes);
        }
    } else {
        add(Mistake::NotUtf8Replaced, String::from_utf8_lossy(body).into_owned().into_bytes());
        let text: String = body.iter().map(|byte| char::from(*byte)).collect();
        add(Mistake::SentAsLatin1, text.into_bytes());
    }
    if let Some(text) = from_utf16(body) {
        add(Mistake::SentAsUtf16, text.into_bytes());
    }
    forms(body, &mut add);
    members(body, &mut add);
    add(Mistake::ObjectObject, b"[object Object]".to_vec());
    add(Mistake::BodyEmpty, Vec::new());
    all
}

/// Returns the body's value as libraries write it, lazily: there are some hundred. Nothing if it is no JSON.
pub(super) fn styled(body: &[u8]) -> impl Iterator<Item = Variant> + use<> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let canonical = super::super::canonical::stringify(body);
    let node = canonical.as_ref().ok().and_then(|_| json::read(body));
    let exact = canonical.ok().map(|text| (vec![Mistake::Reserialised(Style::ECMASCRIPT)], text));
    let styled = node.into_iter().flat_map(|node| {
        Style::all().into_iter().flat_map(move |style| {
            let text = json::write(&node, style);
            let line = [text.as_slice(), b"\n"].concat();
            [
                (vec![Mistake::Reserialised(style)], text),
                (vec![Mistake::Reserialised(style), Mistake::LineBreakLost("\n")], line),
            ]
        })
    });
    // Most bodies look the same in most styles: each text once, under its likeliest style.
    let (state, mut seen) = (RandomState::new(), HashSet::new());
    exact.into_iter().chain(styled).filter(move |(_, text)| seen.insert(state.hash_one(text)))
}

/// Returns a text in encodings that senders take for UTF-8.
fn charsets(text: &str) -> Vec<(Charset, Vec<u8>)> {
    let latin: Option<Vec<u8>> = text.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
    let ascii = text.chars().map(|letter| if letter.is_ascii() { letter } else { '?' }).collect::<String>();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&b"\xff\xfe"[..], &wide].concat();
    let mut all = vec![(Charset::Ascii, ascii.into_bytes()), (Charset::Utf16, wide), (Charset::Utf16Marked, marked)];
    all.extend(latin.map(|bytes| (Charset::Latin1, bytes)));
    all
}

/// Returns the text of a body in little-endian UTF-16.
fn from_utf16(body: &[u8]) -> Option<String> {
    if body.is_empty() || !body.len().is_multiple_of(2) {
        return None;
    }
    let body = body.strip_prefix(b"\xff\xfe").unwrap_or(body);
    let units: Vec<u16> = body.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).ok()
}

/// The names of fields that senders put a JSON text in.
const FIELDS: [&str; 4] = ["payload", "data", "body", "json"];

/// A form of which one field was signed, or the reverse.
fn forms(body: &[u8], add: &mut impl FnMut(Mistake, Vec<u8>)) {
    let is_json = body.trim_ascii_start().first().is_some_and(|first| b"{[\"".contains(first));
    if !is_json && body.contains(&b'=') {
        for (name, value) in form_urlencoded::parse(body).take(MOST_MEMBERS) {
            add(Mistake::FormField(name.into_owned()), value.into_owned().into_bytes());
        }
        return;
    }
    // With a plus for a blank, as forms are, and with `%20`, as encodeURIComponent and rawurlencode write.
    let plus: String = form_urlencoded::byte_serialize(body).collect();
    let percent = plus.replace('+', "%20");
    let script = ["%21!", "%27'", "%28(", "%29)", "%7E~"].iter().fold(percent.clone(), |text, pair| {
        let (escape, letter) = pair.split_at(3);
        text.replace(escape, letter)
    });
    let python = plus.replace("%7E", "~").replace('*', "%2A");
    for field in FIELDS {
        for text in [&plus, &percent, &script, &python] {
            add(Mistake::FormParsed(field.into()), format!("{field}={text}").into_bytes());
        }
    }
}

/// Maximum number of members or fields that are tried.
const MOST_MEMBERS: usize = 16;

/// One member of the body alone: as it stands there, and as ECMAScript and Python write it.
fn members(body: &[u8], add: &mut impl FnMut(Mistake, Vec<u8>)) {
    let Ok(members) = serde_json::from_slice::<Members<'_>>(body) else { return };
    for (name, value) in members.0.into_iter().take(MOST_MEMBERS) {
        let text = value.get().as_bytes();
        add(Mistake::Member(name.clone()), text.to_vec());
        if let Ok(text) = serde_json::from_slice::<String>(text) {
            add(Mistake::Member(name.clone()), text.into_bytes());
        }
        if let Ok(text) = super::super::canonical::stringify(text) {
            add(Mistake::Member(name), text);
        }
    }
}

/// The members of an object, as they are written.
struct Members<'b>(Vec<(String, &'b RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

fn replace(text: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() + 16);
    let mut at = 0;
    for found in memchr::memmem::find_iter(text, from) {
        out.extend_from_slice(&text[at..found]);
        out.extend_from_slice(to);
        at = found + from.len();
    }
    out.extend_from_slice(&text[at..]);
    out
}

fn unpacked(body: &[u8]) -> Vec<Vec<u8>> {
    let most = most_unpacked(body);
    let mut texts = Vec::new();
    let mut text = Vec::new();
    if body.starts_with(&[0x1f, 0x8b])
        && flate2::read::MultiGzDecoder::new(body).take(most).read_to_end(&mut text).is_ok()
    {
        texts.push(std::mem::take(&mut text));
    }
    text.clear();
    if body.first().is_some_and(|first| first & 0x0f == 8)
        && flate2::read::ZlibDecoder::new(body).take(most).read_to_end(&mut text).is_ok()
    {
        texts.push(text);
    }
    texts
}

/// Packs as common senders do. Another library may pack the same text into other bytes: then this finds nothing.
fn packed(body: &[u8]) -> Vec<Vec<u8>> {
    let mut texts = Vec::new();
    if body.len() > MOST_PACKED {
        return texts;
    }
    for level in [6, 9, 1] {
        let level = flate2::Compression::new(level);
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), level);
        let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), level);
        if gzip.write_all(body).is_ok() && zlib.write_all(body).is_ok() {
            texts.extend(gzip.finish().ok());
            texts.extend(zlib.finish().ok());
        }
    }
    texts
}
