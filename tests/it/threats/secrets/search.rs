//! Looks for a secret in every form in which it might be written somewhere.

use std::collections::HashSet;
use std::io::Read as _;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD};

/// Length of the pieces that must not be found either.
const PIECE: usize = 12;

/// The same where a character takes three or six: a shorter one is found in other text that is written so.
const ESCAPED: usize = 3 * PIECE;

/// Returns what is in a compressed file, such as a support bundle; nothing of another.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut whole).expect("it is whole");
    }
    whole
}

/// Secrets, and everything that gives one of them away: as windows of bytes, by their length.
pub(in crate::threats) struct SecretSearch {
    pieces: [(usize, HashSet<Vec<u8>>); 2],
}

impl SecretSearch {
    pub(in crate::threats) fn for_all<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        let mut pieces = [PIECE, ESCAPED].map(|length| (length, HashSet::new()));
        for secret in secrets {
            assert!(secret.len() >= 2 * PIECE, "`{secret}` is too short to be told from other text");
            // Beginnings such as `mk_live_` are no secret; a piece with more than that in it is.
            let telling = telling(secret);
            for form in forms(telling) {
                let (length, found) = &mut pieces[usize::from(form.contains(&b'%') || form.contains(&b'\\'))];
                found.extend(form.windows(*length).map(<[u8]>::to_vec));
            }
        }
        Self { pieces }
    }

    /// Returns the first piece of a secret in these bytes.
    pub(in crate::threats) fn find(&self, bytes: &[u8]) -> Option<String> {
        let mut all = self.pieces.iter();
        let found = all.find_map(|(length, pieces)| bytes.windows(*length).find(|window| pieces.contains(*window)))?;
        Some(String::from_utf8_lossy(found).into_owned())
    }

    /// Returns every file below a folder that holds a piece, with the piece.
    pub(in crate::threats) fn find_below(&self, folder: &Path) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let mut open = vec![folder.to_owned()];
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                let name = path.display().to_string();
                found.extend(self.find(name.as_bytes()).map(|piece| (format!("the name {name}"), piece)));
                if path.is_dir() {
                    open.push(path);
                } else if let Ok(bytes) = std::fs::read(&path) {
                    found.extend(self.find(&bytes).map(|piece| (name.clone(), piece)));
                    found.extend(self.find(&unpacked(&bytes)).map(|piece| (name, piece)));
                }
            }
        }
        found
    }
}

/// The part behind the well-known beginning.
fn telling(secret: &str) -> &str {
    match secret.match_indices('_').nth(2) {
        Some((at, _)) if secret.starts_with("mk_") && secret.len() - at > PIECE => &secret[at + 1..],
        _ => secret,
    }
}

/// As it is, in base64 wherever it begins, in hex, percent-encoded, and as an escape of JSON.
fn forms(secret: &str) -> Vec<Vec<u8>> {
    let mut forms = vec![secret.as_bytes().to_vec(), secret.bytes().rev().collect()];
    for shift in 0..3 {
        let shifted = [&b"\0\0"[..shift], secret.as_bytes()].concat();
        for encoded in [BASE64_STANDARD_NO_PAD.encode(&shifted), BASE64_URL_SAFE_NO_PAD.encode(&shifted)] {
            // The ends depend on what is beside it.
            forms.push(encoded.as_bytes()[4..encoded.len() - 4].to_vec());
        }
    }
    let each = |write: fn(u8) -> String| secret.bytes().map(write).collect::<String>().into_bytes();
    forms.push(each(|byte| format!("{byte:02x}")));
    forms.push(each(|byte| format!("{byte:02X}")));
    forms.push(each(|byte| format!("%{byte:02X}")));
    forms.push(url::form_urlencoded::byte_serialize(secret.as_bytes()).collect::<String>().into_bytes());
    forms.push(each(|byte| format!("\\u{byte:04x}")));
    forms
}

#[test]
fn the_hunt_finds_what_it_is_for() {
    let secret = "mk_live_CANARY_q8Zr4LwV1tXo6NcE0bHs9DyK";
    let hunt = SecretSearch::for_all([secret]);
    let wrapped = |text: &str| format!("{{\"a\":\"{text}\"}}");
    for text in [
        secret.to_owned(),
        secret[15..29].to_owned(),
        wrapped(&BASE64_STANDARD_NO_PAD.encode(wrapped(secret))),
        wrapped(&BASE64_URL_SAFE_NO_PAD.encode(format!("user:{secret}"))),
        secret.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat(),
        secret.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat(),
    ] {
        assert!(hunt.find(text.as_bytes()).is_some(), "{text}");
    }
    for text in ["mk_live_CANARY_", "mk_live_CANARY_q8Zr4LwV1tX", "nothing of the kind"] {
        assert!(hunt.find(text.as_bytes()).is_none(), "{text}");
    }
}
