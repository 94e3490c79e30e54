//! Files and folders that are refused, and left as they were.

use std::path::{Path, PathBuf};
use std::process::Command;

use makini::clock::Clock;
use makini::exit::Exit;
use makini::failure::Classify as _;
use makini::inbox::query::Store;
use makini::inbox::{Error, Inbox};

use super::receiver::{RunningReceiver, event, open, place, send};

fn file(folder: &Path) -> PathBuf {
    folder.join("inbox.db")
}

fn refusal(folder: &Path) -> Error {
    Inbox::open(place(folder), &Clock::system()).expect_err("refused")
}

/// Opens what must be refused, and makes sure that not a byte has changed.
fn refused_untouched(folder: &Path) -> Error {
    let path = file(folder);
    let before = std::fs::read(&path).expect("readable");
    let error = refusal(folder);
    assert_eq!(std::fs::read(&path).expect("readable"), before);
    assert_eq!(error.exit(), Exit::Local);
    assert!(error.to_string().contains("inbox.db"), "{error}");
    assert!(error.hint().is_some(), "{error}");
    error
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(file(folder.path()), "dear aunt, this is a letter and no database").expect("written");
    assert!(matches!(refused_untouched(folder.path()), Error::NoDatabase { .. }));
    std::fs::write(file(folder.path()), "short").expect("written");
    assert!(matches!(refused_untouched(folder.path()), Error::NoDatabase { .. }));
}

/// Each name has a log of its own, so two receivers would each write into the same pages.
#[cfg(unix)]
#[tokio::test]
async fn an_inbox_with_two_names_is_refused_by_both() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let running = open(folder.path());
    let other = folder.path().join("other");
    std::fs::create_dir(&other).expect("made");
    std::fs::hard_link(file(folder.path()), file(&other)).expect("linked");
    for folder in [other.as_path(), folder.path()] {
        let error = refusal(folder);
        assert_eq!(error.exit(), Exit::Local);
        assert!(error.to_string().contains("inbox.db`: it has 2 names (hard links)"), "{error}");
        assert!(error.hint().is_some_and(|hint| hint.contains("-samefile")), "{error}");
    }
    assert!(Store::open(&place(&other).place).is_err(), "nor is it changed through the other one");
    assert_eq!(std::fs::read_dir(&other).expect("readable").count(), 1, "no lock or log is made for it");
    running.close().await;
}

/// Opening a pipe waits for a writer.
#[cfg(unix)]
#[test]
fn a_pipe_is_refused_at_once() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    assert!(Command::new("mkfifo").arg(file(folder.path())).status().expect("mkfifo").success());
    let (ended, refused) = std::sync::mpsc::channel();
    let path = folder.path().to_owned();
    std::thread::spawn(move || ended.send(refusal(&path).to_string()));
    let refused = refused.recv_timeout(std::time::Duration::from_secs(20)).expect("without waiting");
    assert!(refused.ends_with("inbox.db`: it is not a regular file"), "{refused}");
}

#[test]
fn a_database_of_something_else_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let db = rusqlite::Connection::open(file(folder.path())).expect("made");
    db.execute_batch("CREATE TABLE songs (title)").expect("written");
    drop(db);
    assert!(matches!(refused_untouched(folder.path()), Error::Foreign { .. }));
}

#[tokio::test]
async fn an_inbox_of_a_newer_makini_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    open(folder.path()).close().await;
    let db = rusqlite::Connection::open(file(folder.path())).expect("opened");
    db.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99").expect("written");
    drop(db);
    let error = refused_untouched(folder.path());
    assert!(error.to_string().contains("newer"), "{error}");
}

#[tokio::test]
async fn a_damaged_inbox_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let rig = RunningReceiver::start(folder.path()).await;
    for n in 0..200 {
        assert_eq!(rig.post(&event(&format!("evt_{n}"), "c", n)).await.status, 200);
    }
    rig.stop().await;
    let path = file(folder.path());
    let mut bytes = std::fs::read(&path).expect("readable");
    assert!(bytes.len() > 40_000, "{}", bytes.len());
    bytes[8192..30_000].fill(0xa5);
    std::fs::write(&path, bytes).expect("written");
    assert!(matches!(refused_untouched(folder.path()), Error::Damaged { .. }));
    assert!(matches!(Store::check(&file(folder.path())), Err(Error::Damaged { .. })));
}

/// `: > inbox.db` while it runs: what was acknowledged is in the log, and the log is never deleted.
#[tokio::test]
async fn an_inbox_that_is_emptied_while_it_runs_is_noticed_and_its_log_is_kept() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let rig = RunningReceiver::start(folder.path()).await;
    assert_eq!(rig.post(&event("before", "c", 1)).await.status, 200);
    let log = std::fs::read(folder.path().join("inbox.db-wal")).expect("there");
    assert!(!log.is_empty());
    std::fs::OpenOptions::new().write(true).truncate(true).open(&rig.path).expect("emptied");
    assert_eq!(rig.post(&event("after", "c", 2)).await.status, 503);
    let health = send(rig.address, "GET /healthz HTTP/1.1\r\nHost: x\r\n", "").await;
    assert_eq!(health.status, 503, "a load balancer sends elsewhere");
    rig.stop().await;
    assert_eq!(std::fs::read(folder.path().join("inbox.db-wal")).expect("kept"), log);
    let error = refused_untouched(folder.path());
    assert!(matches!(error, Error::Emptied { .. }), "{error:?}");
    assert_eq!(std::fs::read(folder.path().join("inbox.db-wal")).expect("kept"), log);
}

/// Cut short, but not to nothing.
#[tokio::test]
async fn an_inbox_that_is_cut_short_while_it_runs_is_noticed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let rig = RunningReceiver::start(folder.path()).await;
    for n in 0..50 {
        assert_eq!(rig.post(&event(&format!("evt_{n}"), "c", n)).await.status, 200);
    }
    let file = std::fs::OpenOptions::new().write(true).open(&rig.path).expect("opened");
    file.set_len(512).expect("cut");
    assert_eq!(rig.post(&event("after", "c", 2)).await.status, 503);
    rig.stop().await;
}

#[tokio::test]
async fn a_second_receiver_is_told_of_the_first_which_goes_on() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let rig = RunningReceiver::start(folder.path()).await;
    assert_eq!(rig.post(&event("a", "c", 1)).await.status, 200);
    let error = refusal(folder.path());
    assert_eq!(error.exit(), Exit::Local);
    let said = error.to_string();
    assert!(said.contains(&format!("process {}, since 20", std::process::id())), "{said}");
    assert!(said.contains(&rig.address.to_string()), "{said}");
    assert_eq!(rig.post(&event("b", "c", 2)).await.status, 200);
    rig.stop().await;
    open(folder.path()).close().await;
}

#[test]
fn a_folder_that_cannot_be_written_is_refused_by_name() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Some(_mount) = Mount::new(folder.path(), "ro,size=1m") else { return };
    let error = refusal(folder.path());
    assert!(matches!(error, Error::Folder { .. }), "{error:?}");
    assert!(error.hint().is_some_and(|hint| hint.contains("--inbox")));
}

/// A small file system of its own, which takes rights that a test run may not have.
pub struct Mount<'a>(&'a Path);

impl<'a> Mount<'a> {
    #[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
    pub fn new(folder: &'a Path, options: &str) -> Option<Self> {
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(folder).output();
        if done.is_ok_and(|done| done.status.success()) {
            return Some(Self(folder));
        }
        #[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
        let required = std::env::var("MAKINI_TEST_REQUIRE").unwrap_or_default();
        assert!(!required.split(',').any(|name| name.trim() == "tmpfs"), "tmpfs is missing, and this run requires it");
        eprintln!("SKIPPED: the right to mount a tmpfs is missing");
        None
    }
}

impl Drop for Mount<'_> {
    fn drop(&mut self) {
        Command::new("umount").arg(self.0).status().ok();
    }
}
