//! Everything in the headers that may be a signature, however it is written.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

use super::kinds::Dress;
use super::mistake::Mistake;
use crate::header::{Header, values};
use crate::hex;
use crate::hmac::Digest;
use crate::scheme::{Algorithm, Config, Encoding, Layout};
use crate::signature_header::looks_like;
use crate::text::shown;

/// Maximum number of candidates.
const MOST: usize = 64;

/// A candidate for a signature, and what is wrong with its form.
pub(super) struct Received {
    pub(super) digest: Digest,
    pub(super) algorithm: Algorithm,
    pub(super) mistakes: Vec<Mistake>,
}

/// Finds signatures: in the configured header, else in any that is named like one.
pub(super) fn read(config: &Config, headers: &[Header<'_>]) -> Vec<Received> {
    let mut found = Vec::new();
    for value in values(headers, &config.signature_header) {
        tokens(config, value, &[], &mut found);
    }
    if let Some(other) = config.scheme.row().also_reads
        && found.is_empty()
    {
        for value in values(headers, other.row().header) {
            tokens(config, value, &[], &mut found);
        }
    }
    for header in headers {
        let name = header.name.to_ascii_lowercase();
        let named = ["signature", "hmac", "digest", "sha256", "sha1"].iter().any(|word| name.contains(word));
        if named && !name.eq_ignore_ascii_case(&config.signature_header) {
            let mistake = Mistake::Header(config.signature_header.clone(), shown(header.name.as_bytes()));
            tokens(config, header.value, &[mistake], &mut found);
        }
    }
    found
}

fn tokens(config: &Config, value: &[u8], mistakes: &[Mistake], found: &mut Vec<Received>) {
    let value = &value[..value.len().min(8192)];
    undressed(config, value, mistakes, found);
    for (dress, text) in dresses(value) {
        let mistakes: Vec<Mistake> = mistakes.iter().cloned().chain([Mistake::Dressed(dress)]).collect();
        undressed(config, &text, &mistakes, found);
    }
}

/// Returns a header's value without what is around it.
fn dresses(value: &[u8]) -> Vec<(Dress, Vec<u8>)> {
    let mut all = Vec::new();
    let value = value.trim_ascii();
    for quote in [b'"', b'\''] {
        let inside = |text: &[u8]| Some(text.strip_prefix(&[quote])?.strip_suffix(&[quote])?.to_vec());
        all.extend(inside(value).map(|text| (Dress::Quotes, text)));
        all.extend(value.strip_prefix(b"b").and_then(inside).map(|text| (Dress::Bytes, text)));
    }
    if value.contains(&b'%') {
        all.push((Dress::Percent, unescaped(value)));
    }
    if value.contains(&b' ') && !value.contains(&b',') {
        let text = value.iter().map(|byte| if *byte == b' ' { b'+' } else { *byte }).collect();
        all.push((Dress::Blanks, text));
    }
    all
}

/// Decodes `%3D`; what is no escape stays.
fn unescaped(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let mut byte = [text[at]];
        if text[at] == b'%'
            && text.get(at + 1..at + 3).is_some_and(|digits| hex::decode_into(digits, &mut byte).is_some())
        {
            at += 2;
        }
        bytes.extend(byte);
        at += 1;
    }
    bytes
}

fn undressed(config: &Config, value: &[u8], mistakes: &[Mistake], found: &mut Vec<Received>) {
    let due = config.prefix.clone().unwrap_or_default();
    let mut whole: Vec<&[u8]> = vec![value];
    whole.extend(value.split(|byte| b", ;".contains(byte)).filter(|item| item.len() < value.len()));
    for item in whole {
        let item = item.trim_ascii();
        // A label ends at the first separator; base64 ends with one of them too.
        let label = item
            .iter()
            .position(|byte| b"=,:".contains(byte))
            .filter(|end| end + 4 < item.len())
            .map_or(0, |end| end + 1);
        for start in if label == 0 { vec![0] } else { vec![label, 0] } {
            // A blank after the label is part of what has to be taken off.
            let text = item[start..].trim_ascii_start();
            let prefix = prefix(config, value, &item[..item.len() - text.len()]);
            let mut mistakes = mistakes.to_vec();
            if prefix != due {
                mistakes.push(Mistake::Prefix(due.clone(), prefix));
            }
            signature(config, text, &mistakes, found);
            if found.len() >= MOST {
                return;
            }
        }
    }
}

/// Returns what stands before a signature. In `v1,… v1,…` the label and its signature were split apart.
fn prefix(config: &Config, value: &[u8], before: &[u8]) -> String {
    let row = config.scheme.row();
    match row.prefix {
        Some(prefix) if row.layout == Layout::Versions && before.is_empty() && value.starts_with(prefix.as_bytes()) => {
            prefix.to_owned()
        }
        _ => shown(before),
    }
}

fn signature(config: &Config, text: &[u8], mistakes: &[Mistake], found: &mut Vec<Received>) {
    let mut add = |digest: Digest, algorithm: Algorithm, mistake: Option<Mistake>| {
        let mistakes = mistakes.iter().cloned().chain(mistake).collect();
        found.push(Received { digest, algorithm, mistakes });
    };
    // Without its padding, base64 that has neither `-` nor `_` looks like base64url.
    let is_url_safe = text.iter().any(|byte| b"-_".contains(byte)) || config.encoding != Encoding::Base64;
    for (encoding, algorithm, digest) in looks_like(text) {
        if encoding == Encoding::Base64Url && !is_url_safe {
            continue;
        }
        let mistake = (encoding != config.encoding).then_some(Mistake::Encoding(config.encoding, encoding));
        add(digest, algorithm, mistake);
    }
    if let Ok(digits) = STANDARD.decode(text) {
        for (_, algorithm, digest) in looks_like(&digits).filter(|(encoding, ..)| *encoding == Encoding::Hex) {
            add(digest, algorithm, Some(Mistake::HexInBase64));
        }
    }
    if let Ok(bytes) = STANDARD_NO_PAD.decode(text)
        && let Some(algorithm) = Algorithm::ALL.iter().find(|known| known.digest_bytes() == bytes.len())
    {
        add(Digest::new(&bytes), *algorithm, Some(Mistake::NoPadding));
    }
}
