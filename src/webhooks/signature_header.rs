//! The signature header of a delivery, parsed strictly: every signature has one spelling.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};

use super::header::{Header, values};
use super::hmac::{Digest, LONGEST_DIGEST};
use super::reason::Reason;
use super::scheme::{Algorithm, Config, Encoding, Layout, MOST_PARTS, Part, SchemeRow, Time};
use super::text::shown;
use crate::hex;

/// What is signed besides the body.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Envelope<'a> {
    /// The public URL of the receiver, where the scheme signs it.
    pub(super) url: &'a str,
    /// The message ID, where the scheme signs one.
    pub(super) id: &'a [u8],
    /// The timestamp's text, where the scheme signs one. What is signed is this text, not the number.
    pub(super) time: Option<&'a [u8]>,
}

impl<'a> Envelope<'a> {
    /// Returns what is signed, in parts; the last ones may be empty.
    pub(super) fn parts(self, row: &'static SchemeRow, body: &'a [u8]) -> [&'a [u8]; MOST_PARTS] {
        let mut parts = [&b""[..]; MOST_PARTS];
        for (slot, part) in parts.iter_mut().zip(row.signed) {
            *slot = match part {
                Part::Url => self.url.as_bytes(),
                Part::Id => self.id,
                Part::Time => self.time.unwrap_or_default(),
                Part::Text(text) => text.as_bytes(),
                Part::Body => body,
            };
        }
        parts
    }
}

/// Parses the headers. `signatures` is cleared first and has at least one element after success.
pub(super) fn read<'h>(
    config: &Config,
    headers: &'h [Header<'h>],
    signatures: &mut Vec<Digest>,
) -> Result<Envelope<'h>, Reason> {
    signatures.clear();
    let row = config.scheme.row();
    let mut names = row;
    let mut name = config.signature_header.as_str();
    if let Some(other) = row.also_reads
        && values(headers, name).next().is_none()
    {
        names = other.row();
        if values(headers, names.header).next().is_some() {
            name = names.header;
        }
    }
    let mut reader = Reader { config, name, signatures, labels: Vec::new(), problem: None, empty: true };
    let mut envelope = Envelope::default();
    let mut found = values(headers, name);
    let Some(first) = found.next() else {
        return Err(Reason::MissingHeader { header: name.to_owned(), given: given(headers), covered: false });
    };
    if config.lists() {
        if let Some(time) = reader.list(first)? {
            envelope.time = Some(time);
        }
        for more in found {
            if reader.list(more)?.is_some_and(|time| envelope.time.replace(time).is_some()) {
                return Err(reader.malformed("it has two times"));
            }
        }
    } else if found.any(|other| other != first) {
        return Err(Reason::Ambiguous { header: name.to_owned() });
    } else {
        reader.list(first)?;
    }
    reader.end()?;
    if let Some(id) = names.id {
        envelope.id = single(headers, id)?;
    }
    match names.time {
        Some(Time::Header(time)) => envelope.time = Some(single(headers, time)?),
        Some(Time::Field(_)) if envelope.time.is_none() => {
            return Err(Reason::MalformedHeader { header: name.to_owned(), problem: "it has no time `t=`" });
        }
        Some(Time::Field(_)) | None => {}
    }
    Ok(envelope)
}

struct Reader<'r> {
    config: &'r Config,
    name: &'r str,
    signatures: &'r mut Vec<Digest>,
    /// Labels of signatures under other labels than the configured one.
    labels: Vec<String>,
    /// Why the first signature under the configured label cannot be decoded.
    problem: Option<Reason>,
    empty: bool,
}

impl Reader<'_> {
    /// Reads one header; returns the time, where it is a field of this header.
    fn list<'h>(&mut self, value: &'h [u8]) -> Result<Option<&'h [u8]>, Reason> {
        match self.config.scheme.row().layout {
            Layout::Fields => return self.fields(value),
            Layout::Versions => {
                for item in value.split(|byte| *byte == b' ').filter(|item| !item.is_empty()) {
                    let Some(comma) = item.iter().position(|byte| *byte == b',') else {
                        return Err(self.malformed("an item has no version, as `v1,`"));
                    };
                    self.labelled(&item[..comma], &item[comma + 1..]);
                }
            }
            Layout::One | Layout::ListIfPrefixed => self.plain(value),
        }
        Ok(None)
    }

    fn fields<'h>(&mut self, value: &'h [u8]) -> Result<Option<&'h [u8]>, Reason> {
        let time_name = match self.config.scheme.row().time {
            Some(Time::Field(name)) => name.as_bytes(),
            Some(Time::Header(_)) | None => b"",
        };
        let mut time = None;
        for item in value.split(|byte| *byte == b',') {
            let item = item.trim_ascii();
            let Some(equals) = item.iter().position(|byte| *byte == b'=') else {
                return Err(self.malformed("an item is not written `name=value`"));
            };
            let (name, value) = (&item[..equals], &item[equals + 1..]);
            if name != time_name {
                self.labelled(name, value);
            } else if value.is_empty() {
                return Err(self.malformed("its time is empty"));
            } else if time.replace(value).is_some() {
                return Err(self.malformed("it has two times"));
            }
        }
        Ok(time)
    }

    fn plain(&mut self, value: &[u8]) {
        let Some(prefix) = self.config.prefix.as_deref().filter(|prefix| !prefix.is_empty()) else {
            self.signature(value);
            return;
        };
        for item in value.split(|byte| *byte == b',').map(<[u8]>::trim_ascii).filter(|item| !item.is_empty()) {
            if let Some(signature) = item.strip_prefix(prefix.as_bytes()) {
                self.signature(signature);
            } else {
                self.empty = false;
                let label = item.iter().position(|byte| *byte == b'=').filter(|end| end + 1 < item.len());
                if let Some(end) = label {
                    self.labels.push(shown(&item[..end]));
                }
            }
        }
    }

    fn labelled(&mut self, label: &[u8], signature: &[u8]) {
        if label == self.config.label().as_bytes() {
            self.signature(signature);
        } else {
            self.empty = false;
            self.labels.push(shown(label));
        }
    }

    fn signature(&mut self, text: &[u8]) {
        if text.is_empty() {
            return;
        }
        self.empty = false;
        match decode(self.config.encoding, text) {
            Some(digest) if digest.as_bytes().len() == self.config.algorithm.digest_bytes() => {
                self.signatures.push(digest);
            }
            _ => {
                self.problem.get_or_insert_with(|| unreadable(self.config, text));
            }
        }
    }

    /// Returns why there is no signature to compare, if there is none.
    fn end(self) -> Result<(), Reason> {
        if !self.signatures.is_empty() {
            return Ok(());
        }
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        let header = self.name.to_owned();
        if self.empty {
            return Err(Reason::EmptySignature { header });
        }
        if self.labels.is_empty() {
            return Err(Reason::MalformedHeader { header, problem: "it has no signature under the configured prefix" });
        }
        let mut seen = self.labels;
        seen.truncate(8);
        Err(Reason::NoSupportedLabel { header, wanted: self.config.label().to_owned(), seen })
    }

    fn malformed(&self, problem: &'static str) -> Reason {
        Reason::MalformedHeader { header: self.name.to_owned(), problem }
    }
}

/// Decodes a signature of any length up to a little over the longest digest. Strict: one spelling each, but for the
/// case of hexadecimal digits and the padding of base64url, which senders leave out.
pub(super) fn decode(encoding: Encoding, text: &[u8]) -> Option<Digest> {
    let mut bytes = [0; 2 * LONGEST_DIGEST];
    if text.len() > 2 * LONGEST_DIGEST {
        return None;
    }
    let length = match encoding {
        Encoding::Hex => {
            let length = text.len() / 2;
            hex::decode_into(text, &mut bytes[..length])?;
            length
        }
        Encoding::Base64 => STANDARD.decode_slice(text, &mut bytes).ok()?,
        Encoding::Base64Url if text.ends_with(b"=") => URL_SAFE.decode_slice(text, &mut bytes).ok()?,
        Encoding::Base64Url => URL_SAFE_NO_PAD.decode_slice(text, &mut bytes).ok()?,
    };
    (length <= LONGEST_DIGEST).then(|| Digest::new(&bytes[..length]))
}

/// Returns the encoding and algorithm that a text would be a signature of.
pub(super) fn looks_like(text: &[u8]) -> impl Iterator<Item = (Encoding, Algorithm, Digest)> + '_ {
    Encoding::ALL.iter().filter_map(|encoding| {
        let digest = decode(*encoding, text)?;
        let algorithm = Algorithm::ALL.iter().find(|known| known.digest_bytes() == digest.as_bytes().len())?;
        Some((*encoding, *algorithm, digest))
    })
}

fn unreadable(config: &Config, text: &[u8]) -> Reason {
    let encoding = config.encoding;
    let needed = config.algorithm.digest_bytes();
    let other = looks_like(text).find(|(other, algorithm, _)| *other != encoding && *algorithm == config.algorithm);
    if let Some((other, ..)) = other {
        return Reason::Encoding { encoding, looks_like: Some(other), characters: text.len() };
    }
    let (alphabet, bits): (fn(u8) -> bool, usize) = match encoding {
        Encoding::Hex => (|byte| byte.is_ascii_hexdigit(), 4),
        Encoding::Base64 => (|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'), 6),
        Encoding::Base64Url => (|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'), 6),
    };
    let characters = text.strip_suffix(b"==").or_else(|| text.strip_suffix(b"=")).unwrap_or(text);
    let received = characters.len() * bits / 8;
    if received != needed && characters.iter().all(|byte| alphabet(*byte)) {
        return Reason::Length { received, needed };
    }
    Reason::Encoding { encoding, looks_like: None, characters: text.len() }
}

fn single<'h>(headers: &'h [Header<'h>], name: &str) -> Result<&'h [u8], Reason> {
    let mut found = values(headers, name);
    let Some(first) = found.next().filter(|value| !value.is_empty()) else {
        return Err(Reason::MissingHeader { header: name.to_owned(), given: given(headers), covered: true });
    };
    if found.any(|other| other != first) {
        return Err(Reason::Ambiguous { header: name.to_owned() });
    }
    Ok(first)
}

/// Returns the names of the headers that were received, never their values.
fn given(headers: &[Header<'_>]) -> Vec<String> {
    headers.iter().take(32).map(|header| shown(header.name.as_bytes())).collect()
}
