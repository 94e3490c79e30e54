//! Secrets in entries of limited size: as bytes, in as many entries as it takes.
//!
//! The Credential Manager of Windows keeps at most 2,560 bytes in an entry, and a pair of two JWTs is longer. A secret
//! that fits is stored as it is, in UTF-8. Of a longer one the entry of its name holds `makini-parts COUNT DIGEST`, and
//! the parts are in the entries `NAME#DIGEST#NUMBER`. They are written before the entry that names them, and those of
//! an older secret are removed after it: a process that is killed leaves the old secret or the new one.

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::hex;
use crate::secret::Secret;

/// How the entry of a secret in parts begins. A stored secret is JSON, a token or a passphrase, and none has a blank here.
const MARK: &str = "makini-parts ";

/// Entries of bytes, by name.
pub(super) trait Entries {
    /// Why an entry cannot be read or written.
    type Error;
    /// How many bytes an entry holds.
    const LIMIT: usize;

    /// Returns the error for an entry that this program has not stored.
    fn broken() -> Self::Error;

    /// Returns what an entry holds, if there is one.
    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Self::Error>;
    /// Creates an entry or replaces what it holds.
    fn set(&self, name: &str, bytes: &[u8]) -> Result<(), Self::Error>;
    /// Removes an entry. Returns whether there was one.
    fn delete(&self, name: &str) -> Result<bool, Self::Error>;
}

/// Returns whether an entry is a part of a secret and no secret of its own.
pub(super) fn is_part(name: &str) -> bool {
    name.contains('#')
}

/// Which parts there are.
#[derive(Clone, PartialEq, Eq)]
struct Parts {
    count: usize,
    digest: String,
}

impl Parts {
    fn of(secret: &[u8], limit: usize) -> Self {
        let digest = Sha256::digest(secret);
        let digest = hex::encode(&digest[..8]);
        Self { count: secret.len().div_ceil(limit), digest }
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?.strip_prefix(MARK)?;
        let (count, digest) = text.split_once(' ')?;
        Some(Self { count: count.parse().ok()?, digest: digest.to_owned() })
    }

    fn names(&self, name: &str) -> impl Iterator<Item = String> {
        (0..self.count).map(move |number| format!("{name}#{}#{number}", self.digest))
    }
}

/// Returns a secret, if there is one.
pub(super) fn get<E: Entries>(entries: &E, name: &str) -> Result<Option<Secret>, E::Error> {
    let Some(bytes) = entries.get(name)? else { return Ok(None) };
    let bytes = match Parts::parse(&bytes) {
        None => bytes,
        Some(parts) => {
            let mut whole = Zeroizing::new(Vec::with_capacity(parts.count.min(64) * E::LIMIT));
            for part in parts.names(name) {
                whole.extend_from_slice(&entries.get(&part)?.ok_or_else(E::broken)?);
            }
            if Parts::of(&whole, E::LIMIT) != parts {
                return Err(E::broken());
            }
            whole
        }
    };
    std::str::from_utf8(&bytes).map(|text| Some(Secret::new(text))).map_err(|_| E::broken())
}

/// Stores a secret in place of an older one.
pub(super) fn put<E: Entries>(entries: &E, name: &str, secret: &Secret) -> Result<(), E::Error> {
    let old = entries.get(name)?.and_then(|bytes| Parts::parse(&bytes));
    let bytes = secret.expose().as_bytes();
    // One that begins like a list of parts would be read as one.
    let new = (bytes.len() > E::LIMIT || bytes.starts_with(MARK.as_bytes())).then(|| Parts::of(bytes, E::LIMIT));
    match &new {
        None => entries.set(name, bytes)?,
        Some(parts) => {
            for (part, bytes) in parts.names(name).zip(bytes.chunks(E::LIMIT)) {
                entries.set(&part, bytes)?;
            }
            entries.set(name, format!("{MARK}{} {}", parts.count, parts.digest).as_bytes())?;
        }
    }
    match old {
        Some(old) if Some(&old) != new.as_ref() => remove(entries, name, &old),
        _ => Ok(()),
    }
}

/// Removes a secret. Returns whether there was one.
pub(super) fn delete<E: Entries>(entries: &E, name: &str) -> Result<bool, E::Error> {
    let parts = entries.get(name)?.and_then(|bytes| Parts::parse(&bytes));
    let deleted = entries.delete(name)?;
    if let Some(parts) = parts {
        remove(entries, name, &parts)?;
    }
    Ok(deleted)
}

fn remove<E: Entries>(entries: &E, name: &str, parts: &Parts) -> Result<(), E::Error> {
    parts.names(name).try_for_each(|part| entries.delete(&part).map(drop))
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};
    use std::collections::BTreeMap;

    use super::*;

    /// The Credential Manager, in memory: it refuses what is too long, and breaks off when told to.
    #[derive(Default)]
    struct Memory {
        entries: RefCell<BTreeMap<String, Vec<u8>>>,
        /// How many more writes and removals succeed.
        left: Cell<Option<usize>>,
    }

    impl Memory {
        fn step(&self) -> Result<(), &'static str> {
            match self.left.get() {
                Some(0) => Err("killed"),
                left => {
                    self.left.set(left.map(|left| left - 1));
                    Ok(())
                }
            }
        }
    }

    impl Entries for Memory {
        type Error = &'static str;
        const LIMIT: usize = 2_560;

        fn broken() -> Self::Error {
            "broken"
        }

        fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Self::Error> {
            Ok(self.entries.borrow().get(name).cloned().map(Zeroizing::new))
        }

        fn set(&self, name: &str, bytes: &[u8]) -> Result<(), &'static str> {
            self.step()?;
            assert!(bytes.len() <= Self::LIMIT, "{} bytes", bytes.len());
            self.entries.borrow_mut().insert(name.to_owned(), bytes.to_vec());
            Ok(())
        }

        fn delete(&self, name: &str) -> Result<bool, Self::Error> {
            self.step()?;
            Ok(self.entries.borrow_mut().remove(name).is_some())
        }
    }

    fn secret(length: usize, letter: &str) -> Secret {
        Secret::new(letter.repeat(length))
    }

    #[track_caller]
    fn read(memory: &Memory) -> Option<Secret> {
        get(memory, "p/token").expect("it can be read")
    }

    fn stored(memory: &Memory, secret: &Secret) -> bool {
        put(memory, "p/token", secret).is_ok()
    }

    #[test]
    fn two_jwts_fit_and_nothing_stays_behind() {
        let memory = Memory::default();
        for (length, entries) in [(0, 1), (100, 1), (2_560, 1), (2_561, 3), (9_000, 5), (40, 1), (30_000, 13)] {
            let secret = secret(length, "e");
            assert!(stored(&memory, &secret));
            assert_eq!(read(&memory), Some(secret), "{length}");
            assert_eq!(memory.entries.borrow().len(), entries, "{length}");
            let names: Vec<_> = memory.entries.borrow().keys().filter(|name| !is_part(name)).cloned().collect();
            assert_eq!(names, ["p/token"]);
        }
        assert!(delete(&memory, "p/token").is_ok_and(|deleted| deleted));
        assert!(delete(&memory, "p/token").is_ok_and(|deleted| !deleted));
        assert!(memory.entries.borrow().is_empty() && read(&memory).is_none());
    }

    #[test]
    fn text_beyond_ascii_is_split_between_bytes() {
        let memory = Memory::default();
        for secret in [secret(2_000, "é"), secret(1_000, "🏭"), Secret::new(format!("{MARK}2 0000"))] {
            assert!(stored(&memory, &secret));
            assert_eq!(read(&memory), Some(secret));
        }
    }

    #[test]
    fn a_process_that_is_killed_leaves_the_old_secret_or_the_new_one() {
        for (old, new) in [(100, 9_000), (9_000, 100), (9_000, 12_000), (6_000, 6_000)] {
            let (old, new) = (secret(old, "o"), secret(new, "n"));
            for steps in 0..16 {
                let memory = Memory::default();
                assert!(stored(&memory, &old));
                memory.left.set(Some(steps));
                let done = stored(&memory, &new);
                memory.left.set(None);
                let found = read(&memory);
                assert!(found == Some(old.clone()) || found == Some(new.clone()), "after {steps} steps");
                assert!(!done || found == Some(new.clone()));
            }
        }
    }

    #[test]
    fn a_missing_or_foreign_part_is_no_secret() {
        let memory = Memory::default();
        assert!(stored(&memory, &secret(6_000, "s")));
        let part = memory.entries.borrow().keys().find(|name| is_part(name)).cloned().expect("a part");
        memory.entries.borrow_mut().insert(part.clone(), b"other".to_vec());
        assert!(get(&memory, "p/token").is_err());
        memory.entries.borrow_mut().remove(&part);
        assert!(get(&memory, "p/token").is_err());
        // It can be replaced all the same.
        assert!(stored(&memory, &secret(10, "s")));
        assert_eq!(read(&memory), Some(secret(10, "s")));
    }
}
