//! The master key, and the file it is kept in.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use ring::aead::LessSafeKey;
use zeroize::Zeroizing;

use super::cipher;
use crate::files;
use crate::hex;
use crate::secret::Secret;

/// Length of every key here, in bytes.
pub(super) const LEN: usize = 32;

/// In bytes, far above a key and a line end.
const LARGEST_FILE: u64 = 4096;

/// The key that seals the keys of the customers.
pub(crate) struct Master(Zeroizing<[u8; LEN]>);

/// Returns where the key to the secrets in the database at `path` is kept: apart, so that the database alone tells none.
pub fn key_file(path: &Path) -> PathBuf {
    files::beside(path, "key")
}

impl fmt::Debug for Master {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Master(…)")
    }
}

impl Master {
    /// Makes a new one.
    pub(crate) fn random() -> Self {
        let mut bytes = Zeroizing::new([0_u8; LEN]);
        getrandom::fill(bytes.as_mut()).expect("the system has randomness");
        Self(bytes)
    }

    /// Reads one as it is written: 64 hexadecimal digits.
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

    /// Reads the key of the database at `path`. Where there is none one is made, unless it is `needed`: something is
    /// sealed already.
    ///
    /// # Errors
    /// Says what is wrong with the file.
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
                // Another process was faster, and its key counts.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(format!("the key file `{}` cannot be written: {error}", file.display())),
            }
        }
    }

    /// Writes it as a whole, for its owner only, where no file is yet.
    fn store(&self, file: &Path) -> io::Result<()> {
        files::create_private(file, Zeroizing::new(format!("{}\n", self.text().expose())).as_bytes())
    }
}
