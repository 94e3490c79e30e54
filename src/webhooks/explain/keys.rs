//! The keys that a sender may have signed with, given the secrets that are configured.

use zeroize::Zeroizing;

use super::OtherSecret;
use super::kinds::Wrapping;
use super::mistake::Mistake;
use crate::secret::Secret;
use crate::secrets::{BadSecret, Secrets};

/// What languages make of a variable that is not set.
const UNSET: [&str; 5] = ["", "undefined", "null", "None", "nil"];

/// A key to try, and what went wrong if it is the right one.
pub(super) struct Key {
    pub(super) mistake: Option<Mistake>,
    pub(super) bytes: Zeroizing<Vec<u8>>,
}

pub(super) fn keys(secrets: &Secrets, others: &[OtherSecret]) -> Result<Vec<Key>, BadSecret> {
    let mut keys: Vec<Key> =
        secrets.bytes().map(|bytes| Key { mistake: None, bytes: Zeroizing::new(bytes.to_vec()) }).collect();
    for (due, found, bytes) in secrets.otherwise() {
        keys.push(Key { mistake: Some(Mistake::SecretEncoding(due, found)), bytes });
    }
    let mut add = |mistake, bytes: Vec<u8>| keys.push(Key { mistake: Some(mistake), bytes: Zeroizing::new(bytes) });
    for (text, encoding) in secrets.written() {
        for (what, bare) in unwrapped(text) {
            if let Ok(bare) = Secrets::all([Secret::new(bare)], encoding) {
                bare.bytes().for_each(|bytes| add(Mistake::SecretWrapped(what), bytes.to_vec()));
            }
        }
        for (what, dressed) in [
            (Wrapping::Quotes, format!("\"{text}\"")),
            (Wrapping::Quotes, format!("'{text}'")),
            (Wrapping::ByteOrderMark, format!("\u{feff}{text}")),
        ] {
            add(Mistake::SenderSecretWrapped(what), dressed.into_bytes());
        }
    }
    for text in UNSET {
        add(Mistake::SecretUnset(text), text.as_bytes().to_vec());
    }
    for text in secrets.texts() {
        if let Some(rest) = text.strip_prefix("whsec_") {
            add(Mistake::SecretPrefixCut, rest.as_bytes().to_vec());
        }
        for end in ["\n", "\r\n"] {
            add(Mistake::SecretLineBreak, [text.as_bytes(), end.as_bytes()].concat());
        }
    }
    for other in others {
        let known = Secrets::new([(other.secret.clone(), other.encoding)])?;
        for bytes in known.bytes() {
            add(Mistake::OtherSecret(other.name.clone()), bytes.to_vec());
        }
    }
    Ok(keys)
}

/// Returns a secret without what is around it.
fn unwrapped(text: &str) -> Vec<(Wrapping, String)> {
    let mut all = Vec::new();
    for quote in ['"', '\''] {
        let bare = text.strip_prefix(quote).and_then(|text| text.strip_suffix(quote));
        all.extend(bare.map(|bare| (Wrapping::Quotes, bare.to_owned())));
    }
    all.extend(text.strip_prefix('\u{feff}').map(|bare| (Wrapping::ByteOrderMark, bare.to_owned())));
    let bare = text.strip_prefix("v1,").or_else(|| text.strip_prefix("v1a,"));
    all.extend(bare.map(|bare| (Wrapping::Version, bare.to_owned())));
    all
}
