//! The encrypted file.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use makini::secret::Secret;
use makini::secrets::file::{Key, Purpose};
use makini::secrets::{FileStore, Probe, SecretStore, StoreError, probe};

use super::{CANARY, shown, token};

/// The least work there is: what is tested here is not how long scrypt takes.
const QUICK: u8 = 1;

fn passphrase(text: &str) -> Key {
    Key::Passphrase(Secret::new(text))
}

pub(super) fn store(path: &Path, key: Key) -> FileStore {
    FileStore::new(path, key).with_work_factor(QUICK)
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("data/makini/secrets.age");
    (folder, path)
}

/// Makes a store with one secret in it.
fn filled() -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = folder();
    store(&path, passphrase("open sesame")).put(&token("plant-7"), &Secret::new(CANARY)).expect("is kept");
    (folder, path)
}

#[test]
fn secrets_come_back_in_another_process_and_are_not_readable_on_disk() {
    let (_folder, path) = filled();
    let again = store(&path, passphrase("open sesame"));
    assert_eq!(again.get(&token("plant-7")).expect("opens").expect("is there").expose(), CANARY);
    assert!(again.get(&token("plant-8")).expect("opens").is_none());
    let bytes = fs::read(&path).expect("is there");
    assert!(bytes.starts_with(b"age-encryption.org/v1\n-> scrypt "));
    assert!(!bytes.windows(6).any(|window| window == b"CANARY"));
    assert!(again.delete(&token("plant-7")).expect("opens"));
    assert!(!again.delete(&token("plant-7")).expect("opens"));
    assert_eq!(probe(&again).expect("works"), Probe::Works);
}

#[test]
fn nothing_is_asked_for_when_there_is_no_file() {
    let (_folder, path) = folder();
    let never = Key::Ask(Arc::new(|_| panic!("asked")));
    let store = store(&path, never);
    assert!(store.get(&token("plant-7")).expect("has nothing").is_none());
    assert!(!store.delete(&token("plant-7")).expect("has nothing"));
    assert!(!path.exists());
}

#[test]
fn a_passphrase_is_asked_for_once_and_with_its_purpose() {
    let (_folder, path) = folder();
    let asked = Arc::new(AtomicUsize::new(0));
    let asking = |expected: Purpose| {
        let asked = Arc::clone(&asked);
        Key::Ask(Arc::new(move |purpose| {
            assert_eq!(purpose, expected);
            asked.fetch_add(1, Ordering::Relaxed);
            Ok(Secret::new("open sesame"))
        }))
    };
    let first = store(&path, asking(Purpose::Create));
    first.put(&token("a"), &Secret::new("1")).expect("is kept");
    first.put(&token("b"), &Secret::new("2")).expect("is kept");
    assert_eq!(first.get(&token("a")).expect("opens").expect("is there").expose(), "1");
    assert_eq!(asked.load(Ordering::Relaxed), 1);
    let second = store(&path, asking(Purpose::Open));
    assert_eq!(second.get(&token("b")).expect("opens").expect("is there").expose(), "2");
    second.delete(&token("b")).expect("opens");
    assert_eq!(asked.load(Ordering::Relaxed), 2);
}

#[test]
fn a_question_that_cannot_be_asked_says_why() {
    let (_folder, path) = filled();
    let store = store(&path, Key::Ask(Arc::new(|_| Err("there is no terminal to ask on".to_owned()))));
    let text = shown(&store.get(&token("plant-7")).expect_err("cannot open"));
    assert!(text.contains("it needs its passphrase: there is no terminal to ask on"), "{text}");
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_changes_nothing() {
    let (_folder, path) = filled();
    let before = fs::read(&path).expect("is there");
    let wrong = store(&path, passphrase("CANARY of a passphrase"));
    for error in [
        wrong.get(&token("plant-7")).expect_err("is wrong"),
        wrong.put(&token("plant-7"), &Secret::new(CANARY)).expect_err("is wrong"),
        wrong.delete(&token("plant-7")).expect_err("is wrong"),
    ] {
        assert!(shown(&error).contains("the passphrase does not open it"));
    }
    let empty = store(&path, passphrase(""));
    assert!(shown(&empty.get(&token("plant-7")).expect_err("is empty")).contains("its passphrase is empty"));
    assert_eq!(fs::read(&path).expect("is there"), before);
    assert!(!format!("{:?}", passphrase(CANARY)).contains("CANARY"));
}

#[test]
fn a_wrong_passphrase_is_asked_for_again() {
    let (_folder, path) = filled();
    let answers = Arc::new(AtomicUsize::new(0));
    let store = store(
        &path,
        Key::Ask(Arc::new(move |_| {
            Ok(Secret::new(if answers.fetch_add(1, Ordering::Relaxed) == 0 { "typo" } else { "open sesame" }))
        })),
    );
    store.get(&token("plant-7")).expect_err("is wrong");
    assert!(store.get(&token("plant-7")).expect("is right").is_some());
}

#[test]
fn a_key_file_takes_the_place_of_a_passphrase() {
    let (folder, path) = folder();
    let key = folder.path().join("keys/makini.key");
    let public = FileStore::create_key_file(&key).expect("is made");
    assert!(public.starts_with("age1"));
    let error = FileStore::create_key_file(&key).expect_err("is there already");
    assert!(shown(&error).contains("it exists already"));

    store(&path, Key::KeyFile(key.clone())).put(&token("plant-7"), &Secret::new(CANARY)).expect("is kept");
    let again = store(&path, Key::KeyFile(key.clone()));
    assert_eq!(again.get(&token("plant-7")).expect("opens").expect("is there").expose(), CANARY);

    let other = folder.path().join("keys/other.key");
    FileStore::create_key_file(&other).expect("is made");
    let error = store(&path, Key::KeyFile(other)).get(&token("plant-7")).expect_err("is another key");
    assert!(shown(&error).contains("does not open it"));
    let error = store(&path, passphrase("open sesame")).get(&token("plant-7")).expect_err("has no passphrase");
    assert!(shown(&error).contains("does not open it"));
    let error = store(&path, Key::KeyFile(folder.path().join("none"))).get(&token("plant-7")).expect_err("no key");
    assert!(shown(&error).contains("is not there"));
    fs::write(&key, "# nothing\nCANARY\n").expect("writes");
    let error = store(&path, Key::KeyFile(key)).get(&token("plant-7")).expect_err("no identity");
    assert!(shown(&error).contains("holds no age identity"));
}

#[test]
fn the_age_program_opens_it_and_what_it_writes_is_read() {
    if !crate::support::require::tool("age") {
        return;
    }
    let (folder, path) = folder();
    let key = folder.path().join("keys/makini.key");
    let public = FileStore::create_key_file(&key).expect("is made");
    store(&path, Key::KeyFile(key.clone())).put(&token("plant-7"), &Secret::new("one")).expect("is kept");
    let age = |arguments: &[&OsStr]| {
        let output = Command::new("age").args(arguments).output().expect("age is there");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("is text")
    };
    let plain = age(&["-d".as_ref(), "-i".as_ref(), key.as_ref(), path.as_ref()]);
    assert_eq!(plain, r#"{"plant-7/token":"one"}"#);

    let edited = folder.path().join("edited.json");
    fs::write(&edited, plain.replace("one", "two")).expect("writes");
    age(&["-r".as_ref(), public.as_ref(), "-o".as_ref(), path.as_ref(), edited.as_ref()]);
    let again = store(&path, Key::KeyFile(key));
    assert_eq!(again.get(&token("plant-7")).expect("opens").expect("is there").expose(), "two");
}

#[test]
fn what_is_half_written_is_refused_and_left_alone() {
    let (_folder, path) = filled();
    let whole = fs::read(&path).expect("is there");
    for length in [0, 1, 20, 60, whole.len() / 2, whole.len() - 17, whole.len() - 1] {
        fs::write(&path, &whole[..length]).expect("writes");
        let store = store(&path, passphrase("open sesame"));
        let text = shown(&store.get(&token("plant-7")).expect_err("is half of it"));
        assert!(text.contains("it is damaged or half-written"), "{length}: {text}");
        assert!(text.contains("secrets.damaged && makini login"), "{text}");
        store.put(&token("plant-7"), &Secret::new(CANARY)).expect_err("is not overwritten");
        assert_eq!(fs::read(&path).expect("is there"), &whole[..length]);
    }
    for at in [0, 30, whole.len() / 2, whole.len() - 1] {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        fs::write(&path, &flipped).expect("writes");
        shown(&store(&path, passphrase("open sesame")).get(&token("plant-7")).expect_err("is not what was written"));
        assert_eq!(fs::read(&path).expect("is there"), flipped);
    }
}

#[test]
fn twenty_writers_at_once_lose_nothing() {
    let (_folder, path) = folder();
    std::thread::scope(|scope| {
        for number in 0..20 {
            let path = &path;
            scope.spawn(move || {
                let store = store(path, passphrase("open sesame"));
                store.put(&token("shared"), &Secret::new(format!("shared by {number}"))).expect("is kept");
                store.put(&token(&format!("own-{number}")), &Secret::new(format!("{number}"))).expect("is kept");
                assert!(store.get(&token("shared")).expect("opens").is_some());
            });
        }
    });
    let store = store(&path, passphrase("open sesame"));
    for number in 0..20 {
        let own = store.get(&token(&format!("own-{number}"))).expect("opens").expect("was kept");
        assert_eq!(own.expose(), number.to_string());
    }
    let names: Vec<_> = fs::read_dir(path.parent().expect("has one")).expect("reads").flatten().collect();
    assert_eq!(names.len(), 1, "the file, no lock and no litter: {names:?}");
}

#[cfg(unix)]
mod modes {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    pub(super) fn set(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("is ours");
    }

    #[test]
    fn a_file_that_others_may_use_is_refused_with_the_command_that_mends_it() {
        let (_folder, path) = filled();
        let before = fs::read(&path).expect("is there");
        for mode in [0o644, 0o660, 0o604, 0o640, 0o606, 0o601, 0o777] {
            set(&path, mode);
            let store = store(&path, passphrase("open sesame"));
            for error in [
                store.get(&token("plant-7")).expect_err("is open to others"),
                store.put(&token("plant-7"), &Secret::new(CANARY)).expect_err("is open to others"),
                store.delete(&token("plant-7")).expect_err("is open to others"),
            ] {
                assert!(matches!(error, StoreError::Refused { .. }));
                let text = shown(&error);
                assert!(text.contains(&format!("(mode {mode:04o})")), "{text}");
                assert!(text.contains(&format!("run `chmod 600 {}`", path.display())), "{text}");
            }
            assert_eq!(fs::metadata(&path).expect("is there").mode() & 0o7777, mode);
        }
        set(&path, 0o600);
        assert_eq!(fs::read(&path).expect("is there"), before);
        assert!(store(&path, passphrase("open sesame")).get(&token("plant-7")).expect("is mended").is_some());
    }

    #[test]
    fn a_key_file_follows_the_same_rules() {
        let (folder, path) = folder();
        let key = folder.path().join("keys/with blank.key");
        FileStore::create_key_file(&key).expect("is made");
        set(&key, 0o644);
        let error = store(&path, Key::KeyFile(key)).put(&token("a"), &Secret::new("1")).expect_err("is open");
        let text = shown(&error);
        assert!(text.starts_with("the key file `") && text.contains("chmod 600 '"), "{text}");
    }

    #[test]
    fn a_folder_that_others_may_write_to_is_refused() {
        let (_folder, path) = filled();
        let parent = path.parent().expect("has one");
        assert_eq!(fs::metadata(parent).expect("is there").mode() & 0o777, 0o700);
        for mode in [0o777, 0o770, 0o1777] {
            set(parent, mode);
            let store = store(&path, passphrase("open sesame"));
            let text = shown(&store.put(&token("plant-7"), &Secret::new("x")).expect_err("is open to others"));
            assert!(text.contains(&format!("run `chmod 700 {}`", parent.display())), "{text}");
        }
        set(parent, 0o755);
        store(&path, passphrase("open sesame")).put(&token("plant-7"), &Secret::new("x")).expect("may be looked into");
    }

    #[test]
    fn links_folders_and_pipes_are_refused() {
        let (folder, path) = filled();
        let moved = folder.path().join("elsewhere.age");
        fs::rename(&path, &moved).expect("moves");
        symlink(&moved, &path).expect("links");
        let linked = store(&path, passphrase("open sesame"));
        assert!(shown(&linked.get(&token("plant-7")).expect_err("is a link")).contains("it is a symbolic link"));
        linked.put(&token("plant-7"), &Secret::new(CANARY)).expect_err("is a link");
        assert!(path.is_symlink() && moved.is_file());

        fs::remove_file(&path).expect("is a link");
        fs::create_dir(&path).expect("is free");
        let text = shown(&linked.get(&token("plant-7")).expect_err("is a folder"));
        assert!(text.contains("it is not a regular file"), "{text}");
        fs::remove_dir(&path).expect("is empty");
        let made = Command::new("mkfifo").arg(&path).status().expect("mkfifo is there");
        assert!(made.success());
        let text = shown(&linked.get(&token("plant-7")).expect_err("is a pipe"));
        assert!(text.contains("it is not a regular file"), "{text}");
    }

    #[test]
    fn a_file_of_another_user_is_refused() {
        let (_folder, path) = filled();
        if std::os::unix::fs::chown(&path, Some(12345), None).is_err() {
            eprintln!("SKIPPED: only root can give a file away");
            return;
        }
        let text = shown(&store(&path, passphrase("open sesame")).get(&token("plant-7")).expect_err("is not ours"));
        assert!(text.contains("it belongs to another user (uid 12345)") && text.contains("sudo chown "), "{text}");
        std::os::unix::fs::chown(&path, Some(0), None).expect("root may");
        let parent = path.parent().expect("has one");
        std::os::unix::fs::chown(parent, Some(12345), None).expect("root may");
        let text =
            shown(&store(&path, passphrase("open sesame")).put(&token("a"), &Secret::new("b")).expect_err("foreign"));
        assert!(text.contains("its folder") && text.contains("belongs to another user"), "{text}");
    }

    #[test]
    fn a_folder_that_cannot_be_made_says_which() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("file"), "").expect("writes");
        let path = folder.path().join("file/makini/secrets.age");
        let text = shown(&store(&path, passphrase("p")).put(&token("a"), &Secret::new(CANARY)).expect_err("no folder"));
        assert!(text.contains("file/makini"), "{text}");
    }
}
