//! Secrets at rest: sealed by AES-256-GCM with a key of their customer, and those keys by a master key.
//!
//! What this is good for: a copy of the database alone (a backup, an attachment to a bug report, a snapshot) tells no
//! secret. The master key is in a file beside the database, readable by its owner only, so whoever can read the whole
//! folder of the owner can read the secrets too. A sandbox in memory has a key of its own that ends with it.
//!
//! Each record has a nonce of its own from the system's randomness, and names its table, row and column in what is
//! authenticated: a record that was changed, or moved to another row, does not open.

mod master;

pub(crate) use master::Master;
pub use master::key_file;

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use rusqlite::{Connection as Db, OptionalExtension as _};
use zeroize::Zeroizing;

use super::error::Error;
use super::store::connections;
use crate::secret::Secret;

/// How a sealed record begins: the form, then the number of its key, big-endian.
const FORM: u8 = 1;
const HEAD: usize = 1 + size_of::<i64>();
/// The number of the master key.
const MASTER: i64 = 0;
/// Whose the secrets are that belong to no customer.
const ACCOUNT: &str = "";

/// Where a sealed record is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) table: &'static str,
    pub(crate) row: &'a str,
    pub(crate) column: &'static str,
}

impl<'a> Place<'a> {
    /// The credentials of a connection.
    pub(crate) const fn credentials(key: &'a str) -> Self {
        Self { table: "connections", row: key, column: "credentials" }
    }

    /// A secret of a webhook endpoint.
    pub(crate) const fn endpoint(id: &'a str, column: &'static str) -> Self {
        Self { table: "webhook_endpoints", row: id, column }
    }

    const fn customer(name: &'a str) -> Self {
        Self { table: "customer_keys", row: name, column: "sealed" }
    }

    /// Everything a record is bound to. Lengths keep one name from running into the next.
    fn bound(self, head: &[u8]) -> Vec<u8> {
        let mut bytes = head.to_vec();
        for part in [self.table, self.row, self.column] {
            bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
        bytes
    }

    fn broken(self) -> Error {
        Error::sealed(format!(
            "the record {}.{} of `{}` cannot be opened: it was damaged, or moved from elsewhere",
            self.table, self.column, self.row
        ))
    }
}

/// Seals and opens. Cheap to make; holds the master key.
#[derive(Debug)]
pub(crate) struct Vault(Master);

impl Vault {
    /// Seals by this master key.
    pub(crate) const fn new(master: Master) -> Self {
        Self(master)
    }

    /// Returns the master key as it is written into a file.
    pub(crate) fn master(&self) -> Secret {
        self.0.text()
    }

    /// Gives a database that has none its first key, and seals what an older version kept in the clear. Returns whether
    /// there was any of that.
    ///
    /// # Errors
    /// When the keys in it were sealed by another master key.
    pub(crate) fn begin(&self, db: &Db) -> Result<bool, Error> {
        let known: Option<String> = db
            .query_row("SELECT customer FROM customer_keys ORDER BY number LIMIT 1", [], |row| row.get(0))
            .optional()?;
        self.key_of(db, known.as_deref().unwrap_or(ACCOUNT))?;
        let mut clear = false;
        for column in ["secret", "old_secret"] {
            let sql = format!("SELECT id, {column} FROM webhook_endpoints WHERE typeof({column}) = 'text'");
            let found: Vec<(String, String)> =
                db.prepare(&sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
            for (id, text) in found {
                let sealed = self.seal(db, ACCOUNT, Place::endpoint(&id, column), &Secret::new(text))?;
                db.execute(&format!("UPDATE webhook_endpoints SET {column} = ?2 WHERE id = ?1"), (id, sealed))?;
                clear = true;
            }
        }
        Ok(clear)
    }

    /// Returns whether a database has secrets in the clear, as older versions kept them.
    pub(crate) fn finds_clear(db: &Db) -> rusqlite::Result<bool> {
        db.prepare("SELECT 1 FROM webhook_endpoints WHERE typeof(secret) = 'text' OR typeof(old_secret) = 'text'")?
            .exists([])
    }

    /// Takes over the keys of a database that may come from elsewhere: they are sealed by this master key afterwards.
    ///
    /// # Errors
    /// When a key opens neither with this master key nor with `theirs`.
    pub(crate) fn adopt(&self, db: &Db, theirs: Option<&Self>) -> Result<(), Error> {
        let found: Vec<(i64, String, Vec<u8>)> = db
            .prepare("SELECT number, customer, sealed FROM customer_keys")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<Result<_, _>>()?;
        for (number, customer, sealed) in found {
            let place = Place::customer(&customer);
            let ours = open(&self.0.key(), place, &sealed);
            let key = match theirs {
                Some(theirs) => ours.or_else(|_| open(&theirs.0.key(), place, &sealed)),
                None => ours,
            }?;
            let sealed = seal(&self.0.key(), MASTER, place, &key);
            db.execute("UPDATE customer_keys SET sealed = ?2 WHERE number = ?1", (number, sealed))?;
        }
        self.begin(db).map(drop)
    }

    /// Seals a secret of a customer, who gets a key with the first.
    pub(crate) fn seal(&self, db: &Db, customer: &str, place: Place<'_>, secret: &Secret) -> Result<Vec<u8>, Error> {
        let (number, key) = self.key_of(db, &customer.to_lowercase())?;
        Ok(seal(&key, number, place, secret.expose().as_bytes()))
    }

    /// Seals a secret of the account.
    pub(crate) fn seal_ours(&self, db: &Db, place: Place<'_>, secret: &Secret) -> Result<Vec<u8>, Error> {
        self.seal(db, ACCOUNT, place, secret)
    }

    /// Opens a secret.
    ///
    /// # Errors
    /// When it was changed, belongs to another place, or its key cannot be had.
    pub(crate) fn open(&self, db: &Db, place: Place<'_>, sealed: &[u8]) -> Result<Secret, Error> {
        let number = sealed.get(1..HEAD).and_then(|bytes| bytes.try_into().ok()).map(i64::from_be_bytes);
        let found: Option<(String, Vec<u8>)> = db
            .prepare_cached("SELECT customer, sealed FROM customer_keys WHERE number = ?1")?
            .query_row([number], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (customer, wrapped) = found.ok_or_else(|| place.broken())?;
        let bytes = open(&self.unwrap(&customer, &wrapped)?, place, sealed)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| place.broken())?;
        Ok(Secret::new(text))
    }

    /// Opens the credentials of a connection, as a call to its system needs them: the secret fields, as JSON. Empty for
    /// one that has none.
    pub(crate) fn credentials(&self, db: &Db, key: &str) -> Result<Secret, Error> {
        let sealed = connections::credentials(db, key)?;
        if sealed.is_empty() { Ok(Secret::new("")) } else { self.open(db, Place::credentials(key), &sealed) }
    }

    /// Returns the key of a customer with its number, making one if there is none.
    fn key_of(&self, db: &Db, customer: &str) -> Result<(i64, LessSafeKey), Error> {
        let found: Option<(i64, Vec<u8>)> = db
            .prepare_cached("SELECT number, sealed FROM customer_keys WHERE customer = ?1")?
            .query_row([customer], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        if let Some((number, wrapped)) = found {
            return Ok((number, self.unwrap(customer, &wrapped)?));
        }
        let mut bytes = Zeroizing::new([0_u8; master::LEN]);
        getrandom::fill(bytes.as_mut()).expect("the system has randomness");
        let wrapped = seal(&self.0.key(), MASTER, Place::customer(customer), bytes.as_ref());
        let number = db
            .prepare_cached("INSERT INTO customer_keys (customer, sealed) VALUES (?1, ?2) RETURNING number")?
            .query_row((customer, wrapped), |row| row.get(0))?;
        Ok((number, cipher(&bytes)))
    }

    fn unwrap(&self, customer: &str, wrapped: &[u8]) -> Result<LessSafeKey, Error> {
        let place = Place::customer(customer);
        let bytes = open(&self.0.key(), place, wrapped)?;
        let bytes: &[u8; master::LEN] = bytes.as_slice().try_into().map_err(|_| place.broken())?;
        Ok(cipher(bytes))
    }
}

fn cipher(bytes: &[u8; master::LEN]) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, bytes).expect("the length of an AES-256 key"))
}

/// Returns form, number of the key, nonce, and what was sealed with its tag.
fn seal(key: &LessSafeKey, number: i64, place: Place<'_>, text: &[u8]) -> Vec<u8> {
    let mut record = vec![FORM];
    record.extend_from_slice(&number.to_be_bytes());
    let aad = Aad::from(place.bound(&record));
    let mut nonce = [0_u8; NONCE_LEN];
    getrandom::fill(&mut nonce).expect("the system has randomness");
    let mut body = text.to_vec();
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad, &mut body)
        .expect("a secret is far shorter than the cipher's limit");
    record.extend_from_slice(&nonce);
    record.extend_from_slice(&body);
    record
}

fn open(key: &LessSafeKey, place: Place<'_>, record: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (head, rest) = record.split_at_checked(HEAD).ok_or_else(|| place.broken())?;
    let (nonce, body) = rest.split_first_chunk::<NONCE_LEN>().ok_or_else(|| place.broken())?;
    let mut body = Zeroizing::new(body.to_vec());
    let nonce = Nonce::assume_unique_for_key(*nonce);
    let opened = key.open_in_place(nonce, Aad::from(place.bound(head)), &mut body).map_err(|_| place.broken())?;
    let length = opened.len();
    body.truncate(length);
    Ok(body)
}

#[cfg(test)]
mod tests;
