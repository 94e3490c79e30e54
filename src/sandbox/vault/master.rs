//! The master key, and the file it is kept in.

use std::fmt;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use ring::aead::LessSafeKey;
use zeroize::Zeroizing;

use super::cipher;
use crate::hex;
use crate::secret::Secret;

/// Length of every key here, in bytes.
pub(super) const LEN: usize = 32;

/// The key that seals the keys of the customers.
pub(crate) struct Master(Zeroizing<[u8; LEN]>);

/// Returns where the key to the secrets in the database at `path` is kept: apart, so that the database alone tells none.
pub fn key_file(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".key");
    name.into()
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
            match std::fs::read_to_string(&file).map(Secret::new) {
                Ok(text) => {
                    return Self::parse(text.expose())
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
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // A temporary file is made for its owner only. An error of its own would name a file nobody knows.
        let mut made = tempfile::NamedTempFile::new_in(folder).map_err(|error| io::Error::from(error.kind()))?;
        writeln!(made, "{}", self.text().expose())?;
        made.as_file().sync_all()?;
        made.persist_noclobber(file).map(drop).map_err(|error| error.error)
    }
}
