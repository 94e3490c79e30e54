//! What is on the disk: when it is made, what is in it, and what happens when it cannot be used.

use std::path::Path;
use std::time::Duration;

use makini::exchange::{Exchange, Recorder};
use makini::exit::Exit;
use makini::failure::Classify;
use makini::journal::{Filter, GroupBy, Journal, Options};

use super::{NOW, clock, journal};
use crate::support::{exchange, mount::Mount};

fn at_path(path: &Path) -> Journal {
    Journal::new(path, Options::new("default"), clock())
}

fn count(journal: &Journal) -> usize {
    journal.search(&Filter::default()).expect("readable").len()
}

#[test]
fn nothing_is_made_before_the_first_request() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = journal(folder.path());
    assert_eq!(count(&journal), 0);
    assert!(journal.get("default", "req_good").is_err_and(|error| error.exit() == Exit::NotFound));
    assert_eq!(journal.summarise(&Filter::default(), GroupBy::default()).expect("figures").total.requests, 0);
    assert_eq!(journal.prune().expect("nothing to do"), 0);
    assert!(journal.take_warning().is_none());
    drop(journal);
    assert_eq!(folder.path().read_dir().expect("readable").count(), 0);
}

#[test]
#[cfg(unix)]
fn only_the_owner_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = journal(folder.path());
    journal.record(&exchange::good(NOW));
    let mode = |path: &Path| path.metadata().expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&folder.path().join("state")), 0o700);
    for entry in folder.path().join("state").read_dir().expect("readable") {
        let path = entry.expect("an entry").path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

#[test]
fn a_newer_file_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("journal.db");
    let db = rusqlite::Connection::open(&path).expect("opened");
    db.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE later (x); PRAGMA user_version = 99").expect("made");
    drop(db);
    let before = std::fs::read(&path).expect("readable");

    let journal = at_path(&path);
    journal.record(&exchange::good(NOW));
    let warning = journal.take_warning().expect("a warning");
    assert_eq!(warning.lost, 1);
    assert!(warning.to_string().contains("newer makini (format 99, this one reads up to 11)"), "{warning}");
    let error = journal.search(&Filter::default()).expect_err("refused");
    assert_eq!(error.exit(), Exit::Local);
    assert_eq!(error.hint().as_deref(), Some("update makini, or point it at another folder"));
    drop(journal);
    assert_eq!(std::fs::read(&path).expect("readable"), before);
}

#[test]
fn a_file_that_is_no_database_is_named_and_kept() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("journal.db");
    let letter = "dear aunt, this is not a database ".repeat(100);
    std::fs::write(&path, &letter).expect("written");
    let journal = at_path(&path);
    for _ in 0..10 {
        journal.record(&exchange::good(NOW));
    }
    let warning = journal.take_warning().expect("a warning");
    assert_eq!(warning.lost, 10);
    assert!(warning.to_string().contains("journal.db"), "{warning}");
    let error = journal.search(&Filter::default()).expect_err("refused");
    assert_eq!(error.exit(), Exit::Local);
    assert!(error.hint().is_some_and(|hint| hint.contains("move it away")), "{error:?}");
    drop(journal);
    assert_eq!(std::fs::read_to_string(&path).expect("readable"), letter);
}

#[test]
fn a_damaged_file_is_named_and_kept() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("journal.db");
    let first = at_path(&path);
    for _ in 0..300 {
        first.record(&exchange::good(NOW));
    }
    drop(first);
    let mut bytes = std::fs::read(&path).expect("readable");
    bytes[4096..].fill(0xA5);
    std::fs::write(&path, &bytes).expect("written");

    let journal = at_path(&path);
    let error = journal.search(&Filter::default()).expect_err("refused");
    assert_eq!(error.exit(), Exit::Local);
    assert!(error.hint().is_some_and(|hint| hint.contains("move it away")), "{error:?}");
    journal.record(&exchange::good(NOW));
    assert!(journal.take_warning().is_some_and(|warning| warning.lost == 1));
    assert_eq!(std::fs::read(&path).expect("readable")[4096..8192], bytes[4096..8192]);
}

#[test]
fn a_folder_that_cannot_be_made_fails_no_request() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("state"), "a file where the folder should be").expect("written");
    let journal = journal(folder.path());
    journal.record(&exchange::good(NOW));
    let warning = journal.take_warning().expect("a warning");
    assert!(warning.to_string().starts_with("1 request is missing from the journal: could not open the journal"));
    assert!(journal.take_warning().is_none(), "it is said once");
}

#[test]
fn a_read_only_disk_fails_no_request() {
    let Some(disk) = Mount::of(1024) else { return };
    at_path(&disk.path().join("old.db")).record(&exchange::good(NOW));
    disk.make_read_only();
    for name in ["old.db", "new.db"] {
        let journal = at_path(&disk.path().join(name));
        journal.record(&exchange::good(NOW));
        let warning = journal.take_warning().expect("a warning");
        assert_eq!((warning.lost, warning.cause.exit()), (1, Exit::Local), "{warning}");
    }
}

#[test]
fn a_full_disk_loses_no_older_entry_and_is_used_again_when_there_is_room() {
    let Some(disk) = Mount::of(512) else { return };
    let ballast = disk.path().join("ballast");
    let journal = at_path(&disk.path().join("journal.db"));
    journal.record(&exchange::good(NOW));
    // Fills what is left.
    std::fs::write(&ballast, vec![0; 512 << 10]).expect_err("more than there is room for");
    for _ in 0..2000 {
        journal.record(&exchange::good(NOW));
    }
    let kept = count(&journal);
    let warning = journal.take_warning().expect("a warning");
    assert!(kept >= 1, "the entry from before is gone");
    assert_eq!(kept as u64 + warning.lost, 2001, "{warning}");
    assert_eq!(warning.cause.exit(), Exit::Local);

    std::fs::remove_file(&ballast).expect("removed");
    journal.record(&exchange::good(NOW));
    assert!(journal.take_warning().is_none(), "there is room now");
    assert_eq!(count(&journal), kept + 1);
}

#[test]
fn a_locked_file_holds_nobody_up_for_long_and_loses_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = journal(folder.path());
    journal.record(&exchange::good(NOW));
    let other = rusqlite::Connection::open(journal.path()).expect("opened");
    other.execute_batch("BEGIN IMMEDIATE").expect("locked");
    let clock = makini::clock::Clock::system();
    let start = clock.moment();
    for _ in 0..4 {
        journal.record(&exchange::good(NOW));
    }
    assert!(clock.since(start) < Duration::from_secs(9), "took {:?}", clock.since(start));
    other.execute_batch("ROLLBACK").expect("unlocked");
    assert!(journal.take_warning().is_none());
    assert_eq!(count(&journal), 5);
}

#[test]
fn old_entries_go_by_themselves() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = clock();
    let path = folder.path().join("journal.db");
    let options = Options { max_age: Duration::from_hours(1), ..Options::new("default") };
    let open = || Journal::new(&path, options.clone(), clock.clone());
    open().record(&exchange::good(NOW));
    clock.advance(Duration::from_secs(4000));
    let later = Exchange { at: clock.now(), ..exchange::good(NOW) };
    let journal = open();
    journal.record(&later);
    let left = journal.search(&Filter::default()).expect("readable");
    assert_eq!(left.iter().map(|entry| entry.at).collect::<Vec<_>>(), [later.at]);
}

#[test]
fn the_size_is_bounded_and_the_newest_stay() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("journal.db");
    let max_bytes = 256 << 10;
    let journal = Journal::new(&path, Options { max_bytes, ..Options::new("default") }, clock());
    for i in 0..5000 {
        journal.record(&Exchange { request_id: Some(format!("req_{i}")), ..exchange::good(NOW) });
    }
    let left = journal.search(&Filter::default()).expect("readable");
    assert!((200..4500).contains(&left.len()), "{} are left", left.len());
    assert!(left.iter().any(|entry| entry.request_id.as_deref() == Some("req_4999")));
    drop(journal);
    let size = path.metadata().expect("there").len();
    assert!(size < max_bytes * 2, "{size} bytes");

    let smaller = Journal::new(&path, Options { max_bytes: 64 << 10, ..Options::new("default") }, clock());
    assert!(smaller.prune().expect("pruned") > 0);
    drop(smaller);
    assert!(path.metadata().expect("there").len() <= 64 << 10);
}

#[test]
fn a_planted_token_reaches_no_file() {
    use base64::Engine as _;
    let token = "mk_live_CANARY7f3Qw9ZkLm2Xr8TbVn5Hd1";
    let base64 = base64::engine::general_purpose::STANDARD.encode(token);
    let url_base64 = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(format!("joe:{token}"));
    let percent = token.bytes().fold(String::new(), |all, b| format!("{all}%{b:02X}"));
    let hexadecimal = percent.replace('%', "").to_lowercase();
    let forms = [token.to_owned(), base64, url_base64, hexadecimal, percent];

    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = journal(folder.path());
    for form in &forms {
        journal.record(&Exchange {
            connection: Some(form.clone()),
            method: form.clone(),
            template: format!("/x/{form}"),
            path: format!("https://joe:{form}@erp.example/{form}?access_token={form}&q={form}"),
            error_code: Some(form.clone()),
            error_message: Some(format!(
                "you sent `Authorization: Bearer {form}`\nand {{\"password\":\"{form}\"}} {form}."
            )),
            request_id: Some(form.clone()),
            ..exchange::bad(NOW, "")
        });
    }
    // Looked at while the journal is open, so that the write-ahead log is there too.
    let mut files = 0;
    for entry in folder.path().join("state").read_dir().expect("readable") {
        let path = entry.expect("an entry").path();
        let bytes = std::fs::read(&path).expect("readable");
        files += 1;
        for form in &forms {
            for piece in form.as_bytes().windows(12) {
                let found = bytes.windows(12).any(|window| window == piece);
                assert!(!found, "`{}` is in {}", String::from_utf8_lossy(piece), path.display());
            }
        }
    }
    assert!(files >= 2, "the write-ahead log was not looked at");
    assert_eq!(count(&journal), forms.len());
}
