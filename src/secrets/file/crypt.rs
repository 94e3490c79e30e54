//! What of `age` the encrypted file uses. The only file that names that crate.

use std::io::{Read, Write};
use std::iter;

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt, x25519};
use zeroize::Zeroizing;

use crate::secret::Secret;

/// The most work that is done to open a file: some 3 s. More is not a file of ours.
pub(super) const MOST_WORK: u8 = 20;

/// What locks and opens a file.
pub(super) enum Lock {
    Passphrase(Secret),
    Identities(Vec<x25519::Identity>),
}

/// Why a file could not be opened. Never holds anything that was decrypted.
#[derive(Debug)]
pub(super) enum CryptError {
    WrongKey,
    Damaged,
    Failed(String),
}

/// Returns a new identity as the text of a key file, and its public half.
pub(super) fn new_identity() -> (Zeroizing<String>, String) {
    let identity = x25519::Identity::generate();
    let public = identity.to_public().to_string();
    let text = format!("# public key: {public}\n{}\n", identity.to_string().expose_secret());
    (Zeroizing::new(text), public)
}

impl Lock {
    /// Reads a key file: one identity per line, `#` begins a comment.
    pub(super) fn identities(text: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(text).ok()?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let identities: Vec<x25519::Identity> = lines.map(|line| line.parse().ok()).collect::<Option<_>>()?;
        (!identities.is_empty()).then_some(Self::Identities(identities))
    }

    pub(super) fn encrypt(&self, plain: &[u8], work_factor: u8) -> Result<Vec<u8>, CryptError> {
        let failed = |error: &dyn std::fmt::Display| CryptError::Failed(format!("it could not be encrypted: {error}"));
        let recipients: Vec<Box<dyn Recipient>> = match self {
            Self::Passphrase(passphrase) => {
                let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase.expose()));
                recipient.set_work_factor(work_factor);
                vec![Box::new(recipient)]
            }
            Self::Identities(identities) => {
                identities.iter().map(|identity| Box::new(identity.to_public()) as Box<dyn Recipient>).collect()
            }
        };
        let encryptor = Encryptor::with_recipients(recipients.iter().map(AsRef::as_ref)).map_err(|e| failed(&e))?;
        let mut bytes = Vec::with_capacity(plain.len() + 512);
        let mut writer = encryptor.wrap_output(&mut bytes).map_err(|e| failed(&e))?;
        writer.write_all(plain).map_err(|e| failed(&e))?;
        writer.finish().map_err(|e| failed(&e))?;
        Ok(bytes)
    }

    pub(super) fn decrypt(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, CryptError> {
        let decryptor = Decryptor::new_buffered(bytes).map_err(|error| classified(&error))?;
        let stream = match self {
            // Asking for the kind first: a file for key files is not "damaged" to somebody with a passphrase.
            Self::Passphrase(_) if !decryptor.is_scrypt() => return Err(CryptError::WrongKey),
            Self::Passphrase(passphrase) => {
                let mut identity = scrypt::Identity::new(SecretString::from(passphrase.expose()));
                identity.set_max_work_factor(MOST_WORK);
                decryptor.decrypt(iter::once(&identity as &dyn Identity))
            }
            Self::Identities(identities) => {
                decryptor.decrypt(identities.iter().map(|identity| identity as &dyn Identity))
            }
        };
        let mut plain = Zeroizing::new(Vec::with_capacity(bytes.len()));
        stream.map_err(|error| classified(&error))?.read_to_end(&mut plain).map_err(|_| CryptError::Damaged)?;
        Ok(plain)
    }
}

fn classified(error: &DecryptError) -> CryptError {
    match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            CryptError::WrongKey
        }
        DecryptError::ExcessiveWork { required, .. } => {
            CryptError::Failed(format!("opening it takes more work (2^{required}) than is done here (2^{MOST_WORK})"))
        }
        _ => CryptError::Damaged,
    }
}
