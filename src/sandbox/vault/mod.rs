//! Secrets at rest: encrypted by AES-256-GCM with a key per customer; those keys are encrypted with a master key.
//!
//! Purpose: a copy of the database alone (a backup, an attachment to a bug report, a snapshot) reveals no secret. The
//! master key is in a file beside the database, readable by its owner only, so an attacker who can read the owner's
//! folder can read the secrets too. A sandbox in memory has a random key.
//!
//! Each record has a random nonce, and its table, row and column are authenticated data: a record that was changed, or
//! moved to another row, cannot be decrypted.

pub(crate) mod master;
pub(crate) mod record;

use ring::aead::LessSafeKey;
use rusqlite::{Connection as Db, OptionalExtension as _};
use zeroize::Zeroizing;

use self::master::MasterKey;
use self::record::{HEAD, LEN, RecordPath, cipher, open, seal};
use super::error::Error;
use crate::secret::Secret;

/// Number of the master key.
const MASTER: i64 = 0;
/// Customer of secrets that belong to the account.
const ACCOUNT: &str = "";

/// Encrypts and decrypts secrets with keys under the master key.
#[derive(Debug)]
pub(crate) struct Vault(MasterKey);

impl Vault {
    /// Creates a vault with this master key.
    pub(crate) const fn new(master: MasterKey) -> Self {
        Self(master)
    }

    /// Returns the master key in the format of the key file.
    pub(crate) fn master(&self) -> Secret {
        self.0.text()
    }

    /// Creates the first key of a database, and encrypts secrets that an older version stored in plain text. Returns
    /// whether there were any.
    ///
    /// # Errors
    /// When the keys in it were encrypted with another master key.
    pub(crate) fn initialize(&self, db: &Db) -> Result<bool, Error> {
        let known: Option<String> = db
            .query_row("SELECT customer FROM customer_keys ORDER BY number LIMIT 1", [], |row| row.get(0))
            .optional()?;
        self.key_of(db, known.as_deref().unwrap_or(ACCOUNT))?;
        let mut clear = false;
        for column in ["secret", "old_secret"] {
            let sql = format!("SELECT id, {column} FROM webhook_endpoints WHERE typeof({column}) = 'text'");
            let found: Vec<(String, String)> =
                db.prepare(&sql)?.query_map([], |row| row.try_into())?.collect::<Result<_, _>>()?;
            for (id, text) in found {
                let sealed = self.seal(db, ACCOUNT, RecordPath::endpoint(&id, column), &Secret::new(text))?;
                db.execute(&format!("UPDATE webhook_endpoints SET {column} = ?2 WHERE id = ?1"), (id, sealed))?;
                clear = true;
            }
        }
        Ok(clear)
    }

    /// Returns whether a database has secrets in plain text, from an older version.
    pub(crate) fn has_plaintext(db: &Db) -> rusqlite::Result<bool> {
        db.prepare("SELECT 1 FROM webhook_endpoints WHERE typeof(secret) = 'text' OR typeof(old_secret) = 'text'")?
            .exists([])
    }

    /// Encrypts the keys of a database from elsewhere with this master key.
    ///
    /// # Errors
    /// When a key can be decrypted neither with this master key nor with `theirs`.
    pub(crate) fn rewrap_keys(&self, db: &Db, theirs: Option<&Self>) -> Result<(), Error> {
        let found: Vec<(i64, String, Vec<u8>)> = db
            .prepare("SELECT number, customer, sealed FROM customer_keys")?
            .query_map([], |row| row.try_into())?
            .collect::<Result<_, _>>()?;
        for (number, customer, sealed) in found {
            let path = RecordPath::customer(&customer);
            let ours = open(&self.0.key(), path, &sealed);
            let key = match theirs {
                Some(theirs) => ours.or_else(|_| open(&theirs.0.key(), path, &sealed)),
                None => ours,
            }?;
            let sealed = seal(&self.0.key(), MASTER, path, &key);
            db.execute("UPDATE customer_keys SET sealed = ?2 WHERE number = ?1", (number, sealed))?;
        }
        self.initialize(db).map(drop)
    }

    /// Encrypts a secret of a customer; the first one creates the customer's key.
    pub(crate) fn seal(
        &self,
        db: &Db,
        customer: &str,
        path: RecordPath<'_>,
        secret: &Secret,
    ) -> Result<Vec<u8>, Error> {
        let (number, key) = self.key_of(db, &customer.to_lowercase())?;
        Ok(seal(&key, number, path, secret.expose().as_bytes()))
    }

    /// Encrypts a secret of the account.
    pub(crate) fn seal_for_account(&self, db: &Db, path: RecordPath<'_>, secret: &Secret) -> Result<Vec<u8>, Error> {
        self.seal(db, ACCOUNT, path, secret)
    }

    /// Decrypts a secret.
    ///
    /// # Errors
    /// When it was changed or moved, or its key cannot be decrypted.
    pub(crate) fn open(&self, db: &Db, path: RecordPath<'_>, sealed: &[u8]) -> Result<Secret, Error> {
        let number = sealed.get(1..HEAD).and_then(|bytes| bytes.try_into().ok()).map(i64::from_be_bytes);
        let found: Option<(String, Vec<u8>)> = db
            .prepare_cached("SELECT customer, sealed FROM customer_keys WHERE number = ?1")?
            .query_row([number], |row| row.try_into())
            .optional()?;
        let (customer, wrapped) = found.ok_or_else(|| path.broken())?;
        let bytes = open(&self.unwrap(&customer, &wrapped)?, path, sealed)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| path.broken())?;
        Ok(Secret::new(text))
    }

    /// Decrypts the credentials of a connection: its secret fields, as JSON. Empty if there are none.
    pub(crate) fn credentials(&self, db: &Db, key: &str) -> Result<Secret, Error> {
        let sealed: Vec<u8> = db
            .prepare_cached("SELECT credentials FROM connections WHERE key = ?1")?
            .query_row([key], |row| row.get(0))?;
        if sealed.is_empty() { Ok(Secret::new("")) } else { self.open(db, RecordPath::credentials(key), &sealed) }
    }

    /// Returns the key of a customer with its number, and creates one if there is none.
    fn key_of(&self, db: &Db, customer: &str) -> Result<(i64, LessSafeKey), Error> {
        let found: Option<(i64, Vec<u8>)> = db
            .prepare_cached("SELECT number, sealed FROM customer_keys WHERE customer = ?1")?
            .query_row([customer], |row| row.try_into())
            .optional()?;
        if let Some((number, wrapped)) = found {
            return Ok((number, self.unwrap(customer, &wrapped)?));
        }
        let mut bytes = Zeroizing::new([0_u8; LEN]);
        getrandom::fill(bytes.as_mut()).expect("the system has randomness");
        let wrapped = seal(&self.0.key(), MASTER, RecordPath::customer(customer), bytes.as_ref());
        let number = db
            .prepare_cached("INSERT INTO customer_keys (customer, sealed) VALUES (?1, ?2) RETURNING number")?
            .query_row((customer, wrapped), |row| row.get(0))?;
        Ok((number, cipher(&bytes)))
    }

    fn unwrap(&self, customer: &str, wrapped: &[u8]) -> Result<LessSafeKey, Error> {
        let path = RecordPath::customer(customer);
        let bytes = open(&self.0.key(), path, wrapped)?;
        let bytes: &[u8; LEN] = bytes.as_slice().try_into().map_err(|_| path.broken())?;
        Ok(cipher(bytes))
    }
}

#[cfg(test)]
mod tests;
