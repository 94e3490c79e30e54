//! One process at a time renews a token: the second would use up a refresh token that the first has already spent.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use crate::files::{self, Lock, Patience};
use crate::secrets::SecretName;

const POLL: Duration = Duration::from_millis(15);

#[derive(Debug)]
pub(super) enum NotHeld {
    /// Another process held it all the time.
    Busy,
    /// Locks are impossible here: no such folder, or a file system without locks.
    Impossible(io::Error),
}

/// Waits for the lock of one secret, up to `limit` for each process that holds it; there is none without a folder.
///
/// It polls, because a thread that waits inside the operating system cannot be cancelled and would keep the process from
/// ending.
pub(super) async fn hold(folder: Option<&Path>, name: &SecretName, limit: Duration) -> Result<Option<Lock>, NotHeld> {
    let Some(folder) = folder else { return Ok(None) };
    let path = file(folder, name);
    let mut patience = Patience::new(&path, limit);
    loop {
        let path = path.clone();
        let tried = tokio::task::spawn_blocking(move || try_once(&path)).await.map_err(io::Error::other);
        match tried.and_then(|held| held) {
            Ok(Some(held)) => return Ok(Some(held)),
            Ok(None) if patience.is_left(POLL) => tokio::time::sleep(POLL).await,
            Ok(None) => return Err(NotHeld::Busy),
            Err(error) => return Err(NotHeld::Impossible(error)),
        }
    }
}

fn try_once(path: &Path) -> io::Result<Option<Lock>> {
    path.parent().map_or(Ok(()), files::create_private_folder)?;
    Lock::try_take(path)
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
        let held = hold(Some(folder.path()), &name("../p"), limit).await.expect("free");
        assert!(matches!(hold(Some(folder.path()), &name("../p"), limit).await, Err(NotHeld::Busy)));
        hold(Some(folder.path()), &name("other"), limit).await.expect("another lock");
        drop(held);
        hold(Some(folder.path()), &name("../p"), limit).await.expect("free again");
        let blocked = folder.path().join("file");
        std::fs::write(&blocked, "").expect("writable");
        assert!(matches!(hold(Some(&blocked), &name("p"), limit).await, Err(NotHeld::Impossible(_))));
    }

    #[tokio::test]
    async fn the_tokens_of_thousands_of_connections_leave_no_files() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for number in 0..5_000 {
            let kind = SecretKind::Connection(format!("con_{number}"));
            let name = SecretName { profile: "p".into(), kind };
            hold(Some(folder.path()), &name, Duration::from_secs(1)).await.expect("free");
        }
        assert_eq!(std::fs::read_dir(folder.path()).expect("readable").count(), 0);
    }
}
