//! Encrypted records: their format, and the place in the database that each is bound to.

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use zeroize::Zeroizing;

use crate::sandbox::error::Error;

/// Length of every key here, in bytes.
pub(super) const LEN: usize = 32;
/// First byte of an encrypted record: its format. The number of its key follows, big-endian.
const FORM: u8 = 1;

pub(super) const HEAD: usize = 1 + size_of::<i64>();

/// Place of an encrypted record in the database.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecordPath<'a> {
    pub(crate) table: &'static str,
    pub(crate) row: &'a str,
    pub(crate) column: &'static str,
}

impl<'a> RecordPath<'a> {
    /// The credentials of a connection.
    pub(crate) const fn credentials(key: &'a str) -> Self {
        Self { table: "connections", row: key, column: "credentials" }
    }

    /// A secret of a webhook endpoint.
    pub(crate) const fn endpoint(id: &'a str, column: &'static str) -> Self {
        Self { table: "webhook_endpoints", row: id, column }
    }

    pub(super) const fn customer(name: &'a str) -> Self {
        Self { table: "customer_keys", row: name, column: "sealed" }
    }

    /// Returns the authenticated data. Lengths separate the names.
    fn bound(self, head: &[u8]) -> Vec<u8> {
        let mut bytes = head.to_vec();
        for part in [self.table, self.row, self.column] {
            bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
        bytes
    }

    pub(super) fn broken(self) -> Error {
        Error::sealed(format!(
            "the record {}.{} of `{}` cannot be opened: it was damaged, or moved from elsewhere",
            self.table, self.column, self.row
        ))
    }
}

pub(super) fn cipher(bytes: &[u8; LEN]) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, bytes).expect("the length of an AES-256 key"))
}

/// Returns format, key number, nonce, ciphertext and tag.
pub(super) fn seal(key: &LessSafeKey, number: i64, path: RecordPath<'_>, text: &[u8]) -> Vec<u8> {
    let mut record = vec![FORM];
    record.extend_from_slice(&number.to_be_bytes());
    let aad = Aad::from(path.bound(&record));
    let mut nonce = [0_u8; NONCE_LEN];
    getrandom::fill(&mut nonce).expect("the system has randomness");
    let mut body = text.to_vec();
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad, &mut body)
        .expect("a secret is far shorter than the cipher's limit");
    record.extend_from_slice(&nonce);
    record.extend_from_slice(&body);
    record
}

pub(super) fn open(key: &LessSafeKey, path: RecordPath<'_>, record: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (head, rest) = record.split_at_checked(HEAD).ok_or_else(|| path.broken())?;
    let (nonce, body) = rest.split_first_chunk::<NONCE_LEN>().ok_or_else(|| path.broken())?;
    let mut body = Zeroizing::new(body.to_vec());
    let nonce = Nonce::assume_unique_for_key(*nonce);
    let opened = key.open_in_place(nonce, Aad::from(path.bound(head)), &mut body).map_err(|_| path.broken())?;
    let length = opened.len();
    body.truncate(length);
    Ok(body)
}
