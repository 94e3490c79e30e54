//! HMAC keys and digests. Nothing here prints either.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};
use subtle::ConstantTimeEq as _;

use super::scheme::Algorithm;

/// The longest digest in bytes.
pub(super) const LONGEST_DIGEST: usize = 64;

/// A signature in bytes, as long as its algorithm's digest.
#[derive(Clone, Copy)]
pub(super) struct Digest {
    bytes: [u8; LONGEST_DIGEST],
    length: usize,
}

impl Digest {
    pub(super) fn new(source: &[u8]) -> Self {
        let mut bytes = [0; LONGEST_DIGEST];
        let length = source.len().min(LONGEST_DIGEST);
        bytes[..length].copy_from_slice(&source[..length]);
        Self { bytes, length }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Compares in constant time for a length. Digests of different length are different.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.as_bytes().ct_eq(other.as_bytes()).into()
    }
}

/// Hashes the parts as one text, without a key.
pub(super) fn hash(algorithm: Algorithm, parts: &[&[u8]]) -> Digest {
    fn of<H: sha2::Digest>(parts: &[&[u8]]) -> Digest {
        let mut hash = H::new();
        for part in parts {
            hash.update(part);
        }
        Digest::new(&hash.finalize())
    }
    match algorithm {
        Algorithm::Sha1 => of::<Sha1>(parts),
        Algorithm::Sha256 => of::<Sha256>(parts),
        Algorithm::Sha384 => of::<Sha384>(parts),
        Algorithm::Sha512 => of::<Sha512>(parts),
    }
}

/// A key with the hash states of its inner and outer padding: cheaper to clone than to set up.
#[derive(Clone)]
pub(super) enum HmacKey {
    Sha1(Hmac<Sha1>),
    Sha256(Hmac<Sha256>),
    Sha384(Hmac<Sha384>),
    Sha512(Hmac<Sha512>),
}

impl HmacKey {
    pub(super) fn new(algorithm: Algorithm, key: &[u8]) -> Self {
        const ANY: &str = "an HMAC takes a key of any length";
        match algorithm {
            Algorithm::Sha1 => Self::Sha1(Hmac::new_from_slice(key).expect(ANY)),
            Algorithm::Sha256 => Self::Sha256(Hmac::new_from_slice(key).expect(ANY)),
            Algorithm::Sha384 => Self::Sha384(Hmac::new_from_slice(key).expect(ANY)),
            Algorithm::Sha512 => Self::Sha512(Hmac::new_from_slice(key).expect(ANY)),
        }
    }

    /// Signs the parts as one message.
    pub(super) fn digest(&self, parts: &[&[u8]]) -> Digest {
        let mut keyed = self.clone();
        for part in parts {
            keyed.update(part);
        }
        keyed.finish()
    }

    /// Hashes the next bytes of a message.
    pub(super) fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Sha1(mac) => mac.update(bytes),
            Self::Sha256(mac) => mac.update(bytes),
            Self::Sha384(mac) => mac.update(bytes),
            Self::Sha512(mac) => mac.update(bytes),
        }
    }

    /// Returns the digest of the message.
    pub(super) fn finish(self) -> Digest {
        match self {
            Self::Sha1(mac) => Digest::new(&mac.finalize().into_bytes()),
            Self::Sha256(mac) => Digest::new(&mac.finalize().into_bytes()),
            Self::Sha384(mac) => Digest::new(&mac.finalize().into_bytes()),
            Self::Sha512(mac) => Digest::new(&mac.finalize().into_bytes()),
        }
    }
}
