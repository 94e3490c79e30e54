//! The master key and its file.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use ring::aead::LessSafeKey;
use zeroize::Zeroizing;

use super::record::{LEN, cipher};
use crate::files;
use crate::hex;
use crate::secret::Secret;

/// The key that encrypts the keys of the customers.
pub(crate) struct MasterKey(Zeroizing<[u8; LEN]>);

/// In bytes, far above a key and a line end.
const LARGEST_FILE: u64 = 4096;

/// Returns the key file of the database at `path`: separate, so that the database alone reveals no secret.
pub fn key_file(path: &Path) -> PathBuf {
    files::beside(path, "key")
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Master(…)")
    }
}

impl MasterKey {
    /// Creates a random key.
    pub(crate) fn random() -> Self {
        let mut bytes = Zeroizing::new([0_u8; LEN]);
        getrandom::fill(bytes.as_mut()).expect("the system has randomness");
        Self(bytes)
    }

    /// Parses a key: 64 hexadecimal digits.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut bytes = Zeroizing::new([0_u8; LEN]);
        hex::decode_into(text.trim().as_bytes(), bytes.as_mut())?;
        Some(Self(bytes))
    }

    /// Writes it.
    pub(super) fn text(&self) -> Secret {
        Secret::new(hex::encode(self.0.as_ref()))
    }

    pub(super) fn key(&self) -> LessSafeKey {
        cipher(&self.0)
    }

    /// Reads the key of the database at `path`. Creates one if there is none, unless it is `needed` because something
    /// is encrypted already.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub(crate) fn of(path: &Path, needed: bool) -> Result<Self, String> {
        let file = key_file(path);
        loop {
            match files::read_secret(&file, LARGEST_FILE) {
                Ok(bytes) => {
                    let text = std::str::from_utf8(&bytes).ok();
                    return text
                        .and_then(Self::parse)
                        .ok_or_else(|| format!("the key file `{}` holds no key", file.display()));
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound && needed => {
                    return Err(format!("the key file `{}` is missing", file.display()));
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(format!("the key file `{}` cannot be read: {error}", file.display())),
            }
            match Self::random().store(&file) {
                Ok(()) => {}
                // Another process was faster; its key is used.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(format!("the key file `{}` cannot be written: {error}", file.display())),
            }
        }
    }

    /// Writes the key file atomically, readable by its owner only, unless it exists.
    fn store(&self, file: &Path) -> io::Result<()> {
        files::create_private(file, Zeroizing::new(format!("{}\n", self.text().expose())).as_bytes())
    }
}
