use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;

use super::*;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// Returns the names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let name = |entry: io::Result<fs::DirEntry>| entry.expect("an entry").file_name().to_string_lossy().into_owned();
    let mut names: Vec<_> = fs::read_dir(folder).expect("readable").map(name).collect();
    names.sort();
    names
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("readable")
}

#[test]
fn a_file_is_replaced_and_nothing_else_stays() {
    let folder = folder();
    let path = folder.path().join("report.xml");
    write(&path, b"a longer text", Access::Everyone).expect("new");
    write(&path, b"short", Access::Everyone).expect("again");
    assert_eq!(text(&path), "short");
    assert_eq!(names(folder.path()), ["report.xml"]);
}

#[test]
fn a_file_is_read_up_to_its_limit() {
    let folder = folder();
    let path = folder.path().join("file");
    fs::write(&path, "12345").expect("written");
    assert_eq!(read(&path, 5).expect("short enough"), b"12345");
    assert_eq!(*read_secret(&path, 5).expect("short enough"), b"12345");
    let error = read(&path, 4).expect_err("too long");
    assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::FileTooLarge, "it is longer than 4 bytes"));
    assert_eq!(read_secret(&path, 4).expect_err("too long").kind(), ErrorKind::FileTooLarge);
    assert_eq!(read(&folder.path().join("none"), 4).expect_err("not there").kind(), ErrorKind::NotFound);
}

#[test]
fn a_failed_write_leaves_what_was_there_and_says_what_to_do() {
    let folder = folder();
    let path = folder.path().join("none/report.xml");
    let failure = save(&path, b"x", Access::Everyone, "the report ").expect_err("no folder");
    assert_eq!(failure.exit, crate::exit::Exit::Local);
    let message = failure.cause.to_string();
    assert!(message.starts_with(&format!("could not write the report `{}`: ", path.display())), "{message}");
    assert!(!message.contains("new-"), "no name of a temporary file: {message}");
    assert!(write(folder.path(), b"x", Access::Everyone).is_err(), "a folder");
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn a_private_file_is_created_once() {
    let folder = folder();
    let path = folder.path().join("key");
    create_private(&path, b"one").expect("new");
    assert_eq!(create_private(&path, b"two").expect_err("there").kind(), ErrorKind::AlreadyExists);
    ensure_private(&path).expect("there");
    assert_eq!(text(&path), "one");
    let (one, other) = (
        write_unique(folder.path(), "bug-", ".txt", b"1").expect("written"),
        write_unique(folder.path(), "bug-", ".txt", b"2").expect("written"),
    );
    assert_ne!(one, other);
}

/// The time is for each holder: many that take turns all get the lock, however long that takes together.
#[test]
fn everybody_gets_a_lock_that_goes_from_hand_to_hand() {
    let folder = folder();
    let path = folder.path().join("lock");
    let limit = std::time::Duration::from_millis(400);
    std::thread::scope(|scope| {
        let work = || {
            let held = Lock::wait(&path, limit).expect("possible");
            // Thirty times this is far more than the limit.
            std::thread::sleep(std::time::Duration::from_millis(40));
            held.is_some()
        };
        let all: Vec<_> = (0..30).map(|_| scope.spawn(work)).collect();
        let got = all.into_iter().map(|one| one.join().expect("no panic"));
        assert_eq!(got.filter(|got| *got).count(), 30);
    });
    assert!(!path.exists());
}

#[test]
fn a_lock_has_one_holder_and_leaves_no_file() {
    let folder = folder();
    let path = folder.path().join("state.lock");
    let mut first = Lock::try_take(&path).expect("possible").expect("free");
    assert!(Lock::try_take(&path).expect("possible").is_none());
    assert!(Lock::wait(&path, std::time::Duration::from_millis(10)).expect("possible").is_none());
    first.set_note(b"a long note").expect("written");
    first.set_note(b"note").expect("written");
    if cfg!(unix) {
        assert_eq!(Lock::note(&path).as_deref(), Some(&b"note"[..]));
    }
    drop(first);
    if cfg!(unix) {
        assert_eq!(names(folder.path()), [""; 0]);
    }
    Lock::try_take(&path).expect("possible").expect("free again");
}

#[test]
fn a_lock_left_by_a_killed_process_is_free() {
    let folder = folder();
    let path = folder.path().join("state.lock");
    fs::write(&path, "{}").expect("written");
    assert_eq!(Lock::note(&path).as_deref(), Some(&b"{}"[..]));
    Lock::try_take(&path).expect("possible").expect("free");
}

/// Each release removes the file that others may have opened already.
#[test]
fn threads_that_take_turns_never_hold_a_lock_together() {
    use std::sync::atomic::{AtomicU32, Ordering};
    let folder = folder();
    let path = folder.path().join("state.lock");
    let (holders, taken) = (AtomicU32::new(0), AtomicU32::new(0));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..200 {
                    if let Some(lock) = Lock::try_take(&path).expect("possible") {
                        assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0, "two at once");
                        taken.fetch_add(1, Ordering::SeqCst);
                        holders.fetch_sub(1, Ordering::SeqCst);
                        drop(lock);
                    }
                }
            });
        }
    });
    assert!(taken.load(Ordering::SeqCst) > 0);
}

#[cfg(unix)]
mod unix {
    use std::io::Read as _;
    use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("there").mode() & 0o7777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("own file");
    }

    fn make_fifo(path: &Path) {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.is_ok_and(|status| status.success()), "a pipe");
    }

    #[test]
    fn an_existing_file_keeps_its_mode_and_a_new_one_is_as_asked_for() {
        let folder = folder();
        let path = |name: &str| folder.path().join(name);
        write(&path("mine"), b"", Access::Owner).expect("new");
        assert_eq!(mode(&path("mine")), 0o600);
        for kept in [0o640, 0o755, 0o600] {
            fs::write(path("kept"), "old").expect("written");
            set_mode(&path("kept"), kept);
            write(&path("kept"), b"new", Access::Everyone).expect("replaced");
            assert_eq!((mode(&path("kept")), text(&path("kept")).as_str()), (kept, "new"));
        }
        set_mode(&path("kept"), 0o666);
        replace_private(&path("kept"), b"private").expect("replaced");
        assert_eq!(mode(&path("kept")), 0o600);
        create_private_folder(&path("deep/er")).expect("new");
        assert_eq!((mode(&path("deep")), mode(&path("deep/er"))), (0o700, 0o700));
    }

    #[test]
    fn a_link_stays_and_its_target_is_written() {
        let folder = folder();
        fs::create_dir(folder.path().join("sub")).expect("created");
        let path = |name: &str| folder.path().join(name);
        fs::write(path("sub/target"), "old").expect("written");
        symlink("sub/target", path("link")).expect("linked");
        symlink("link", path("second")).expect("linked");
        symlink("sub/missing", path("dangling")).expect("linked");
        write(&path("second"), b"new", Access::Owner).expect("written");
        write(&path("dangling"), b"made", Access::Owner).expect("written");
        assert_eq!((text(&path("sub/target")).as_str(), text(&path("sub/missing")).as_str()), ("new", "made"));
        for link in ["link", "second", "dangling"] {
            assert!(path(link).is_symlink(), "{link}");
        }
        assert_eq!(names(&path("sub")), ["missing", "target"]);
        symlink("circle", path("circle")).expect("linked");
        assert!(write(&path("circle"), b"", Access::Owner).is_err());
    }

    #[test]
    fn a_file_of_this_program_is_never_written_through_a_link() {
        let folder = folder();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("victim"), "old").expect("written");
        symlink("victim", path("note")).expect("linked");
        symlink("victim", path("lock")).expect("linked");
        replace_private(&path("note"), b"ours").expect("replaced");
        assert!(Lock::try_take(&path("lock")).is_err());
        assert!(create_private(&path("lock"), b"ours").is_err());
        assert_eq!((text(&path("victim")).as_str(), text(&path("note")).as_str()), ("old", "ours"));
        assert!(!path("note").is_symlink());
    }

    #[test]
    fn a_hard_link_stays_one() {
        let folder = folder();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        fs::write(&one, "a longer text").expect("written");
        fs::hard_link(&one, &other).expect("linked");
        write(&one, b"new", Access::Owner).expect("written");
        assert_eq!((text(&other).as_str(), fs::metadata(&one).expect("there").nlink()), ("new", 2));
    }

    #[test]
    fn a_pipe_is_written_to_and_stays_a_pipe() {
        let folder = folder();
        let path = folder.path().join("pipe");
        make_fifo(&path);
        let reader = std::thread::spawn({
            let path = path.clone();
            move || {
                let mut read = String::new();
                File::open(path).and_then(|mut pipe| pipe.read_to_string(&mut read)).map(|_| read)
            }
        });
        write(&path, b"through", Access::Everyone).expect("written");
        assert_eq!(reader.join().expect("ended").expect("readable"), "through");
        assert!(fs::metadata(&path).expect("there").file_type().is_fifo());
        assert_eq!(names(folder.path()), ["pipe"]);
    }

    #[test]
    fn a_pipe_without_a_writer_is_refused_where_a_file_is_wanted() {
        let folder = folder();
        let path = folder.path().join("pipe");
        make_fifo(&path);
        let error = read_regular(&path, 10).expect_err("no file");
        assert_eq!(error.to_string(), "it is not a regular file");
        assert!(private::read(&path, 10).is_err());
    }

    /// The metadata of a device that never ends report 0 bytes.
    #[test]
    fn what_never_ends_is_left_in_time() {
        for kind in [read(Path::new("/dev/zero"), 1 << 16).map(drop), read_secret(Path::new("/dev/zero"), 9).map(drop)]
        {
            assert_eq!(kind.expect_err("too long").kind(), ErrorKind::FileTooLarge);
        }
        assert!(read_regular(Path::new("/dev/zero"), 9).is_err());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_is_written_to_and_stays_a_device() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};

        let folder = folder();
        let path = folder.path().join("null");
        let made =
            mknodat(CWD, &path, FileType::CharacterDevice, Mode::from_raw_mode(0o666), rustix::fs::makedev(1, 3));
        // Only the system's own user may make a device; the one that is there serves the others.
        let path = if made.is_ok() { path } else { "/dev/null".into() };
        write(&path, b"gone", Access::Everyone).expect("written");
        assert!(fs::metadata(&path).expect("there").file_type().is_char_device());
    }

    /// What is written to a descriptor comes after what was written before, and before what comes later.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_descriptor_shares_its_position() {
        use std::io::Write as _;
        use std::os::fd::AsRawFd as _;
        let folder = folder();
        let path = folder.path().join("file");
        let mut file = File::create(&path).expect("created");
        file.write_all(b"one ").expect("written");
        let name = format!("/dev/fd/{}", file.as_raw_fd());
        write(Path::new(&name), b"two ", Access::Everyone).expect("written");
        symlink(&name, folder.path().join("link")).expect("linked");
        write(&folder.path().join("link"), b"three ", Access::Everyone).expect("written");
        file.write_all(b"four").expect("written");
        assert_eq!(text(&path), "one two three four");
        assert_eq!(names(folder.path()), ["file", "link"]);
    }
}
