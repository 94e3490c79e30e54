//! Everything in the headers that may be a signature, however it is written.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

use super::mistake::Mistake;
use crate::header::{Header, values};
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
    let due = config.prefix.clone().unwrap_or_default();
    let value = &value[..value.len().min(8192)];
    let mut whole: Vec<&[u8]> = vec![value];
    whole.extend(value.split(|byte| b", ;".contains(byte)).filter(|item| item.len() < value.len()));
    for item in whole {
        let item = item.trim_ascii();
        let quoted = item.strip_prefix(b"\"").and_then(|item| item.strip_suffix(b"\"")).unwrap_or(item);
        // A label ends at the first separator; base64 ends with one of them too.
        let label = quoted
            .iter()
            .position(|byte| b"=,:".contains(byte))
            .filter(|end| end + 4 < quoted.len())
            .map_or(0, |end| end + 1);
        for start in if label == 0 { vec![0] } else { vec![label, 0] } {
            let text = &quoted[start..];
            let prefix = prefix(config, value, &quoted[..start]);
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
    for (encoding, algorithm, digest) in looks_like(text) {
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
