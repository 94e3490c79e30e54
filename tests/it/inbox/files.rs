//! What an inbox in a file has besides: the file itself.

use super::receiver::{RunningReceiver, event};

#[cfg(unix)]
#[tokio::test]
async fn an_inbox_that_is_taken_away_is_not_written_to() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let rig = RunningReceiver::start(folder.path()).await;
    assert_eq!(rig.post(&event("a", "c", 1)).await.status, 200);
    std::fs::rename(&rig.path, folder.path().join("elsewhere.db")).expect("moved");
    let refused = rig.post(&event("b", "c", 2)).await;
    assert_eq!(refused.status, 503);
    assert!(refused.header("retry-after").is_some(), "{}", refused.text);
    std::fs::rename(folder.path().join("elsewhere.db"), &rig.path).expect("moved back");
    assert_eq!(rig.post(&event("b", "c", 2)).await.status, 200);
    rig.stop().await;
}

/// In a folder that others may read: everything of an inbox is its owner's alone, whatever the folder allows.
#[cfg(unix)]
#[tokio::test]
async fn every_file_of_an_inbox_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).expect("set");
    let rig = RunningReceiver::start(folder.path()).await;
    assert_eq!(rig.post(&event("a", "c", 1)).await.status, 200);
    let mut seen = Vec::new();
    for entry in std::fs::read_dir(folder.path()).expect("readable") {
        let entry = entry.expect("an entry");
        let mode = entry.metadata().expect("there").permissions().mode() & 0o7777;
        assert_eq!(mode, 0o600, "{}", entry.path().display());
        seen.push(entry.file_name().into_string().expect("text"));
    }
    seen.sort();
    assert_eq!(seen, ["inbox.db", "inbox.db-shm", "inbox.db-wal", "inbox.db.lock", "inbox.db.owner"]);
    rig.stop().await;
}
