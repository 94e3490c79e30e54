//! One process at a time renews a token: the second would use up a refresh token that the first has already spent.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use crate::secrets::SecretName;

/// The lock, held until it is dropped.
#[derive(Debug)]
pub(super) struct Held(#[expect(dead_code, reason = "closing the file releases the lock")] File);

#[derive(Debug)]
pub(super) enum NotHeld {
    /// Somebody else held it all the time.
    Busy,
    /// There can be no lock here: no such folder, no locks on this file system.
    Impossible(io::Error),
}

/// Waits for the lock of one secret.
///
/// It is tried again and again, because a thread that waits inside the operating system cannot be told to stop, and
/// would keep the process from ending.
pub(super) async fn hold(folder: &Path, name: &SecretName, limit: Duration) -> Result<Held, NotHeld> {
    let path = file(folder, name);
    let tries = async {
        loop {
            let path = path.clone();
            let tried = tokio::task::spawn_blocking(move || try_once(&path)).await.map_err(io::Error::other);
            match tried.and_then(|held| held) {
                Ok(Some(held)) => return Ok(held),
                Ok(None) => tokio::time::sleep(Duration::from_millis(15)).await,
                Err(error) => return Err(NotHeld::Impossible(error)),
            }
        }
    };
    tokio::time::timeout(limit, tries).await.unwrap_or(Err(NotHeld::Busy))
}

fn try_once(path: &Path) -> io::Result<Option<Held>> {
    if let Some(folder) = path.parent() {
        crate::sqlite::create_private_folder(folder)?;
    }
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Held(file))),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn file(folder: &Path, name: &SecretName) -> PathBuf {
    // Names hold whatever a profile or a connection is called; file names do not.
    let digest = Sha256::digest(name.to_string());
    let short = digest.iter().take(8).fold(0_u64, |short, byte| short << 8 | u64::from(*byte));
    folder.join(format!("token-{short:016x}.lock"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::SecretKind;

    #[tokio::test]
    async fn one_at_a_time() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let name = |profile: &str| SecretName { profile: profile.into(), kind: SecretKind::Token };
        let limit = Duration::from_millis(60);
        let held = hold(folder.path(), &name("../p"), limit).await.expect("free");
        assert!(matches!(hold(folder.path(), &name("../p"), limit).await, Err(NotHeld::Busy)));
        hold(folder.path(), &name("other"), limit).await.expect("another lock");
        drop(held);
        hold(folder.path(), &name("../p"), limit).await.expect("free again");
        let blocked = folder.path().join("file");
        std::fs::write(&blocked, "").expect("writable");
        assert!(matches!(hold(&blocked, &name("p"), limit).await, Err(NotHeld::Impossible(_))));
    }
}
