//! What needs a process of its own: masks, kills, writers that share nothing but the file, core dumps.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use makini::clock::Clock;
use makini::secret::Secret;
use makini::secrets::SecretStore;
use makini::secrets::file::Key;

use super::file::store;
use super::token;

const SCENE: &str = "MAKINI_TEST_SCENE";
const PLACE: &str = "MAKINI_TEST_PLACE";
const CAST: &str = "MAKINI_TEST_CAST";

#[expect(clippy::disallowed_methods, reason = "how a test speaks to itself in another process")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Runs this binary again, through a shell that sets the mask first, to play one scene.
fn again(mask: &str, scene: &str) -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", "umask \"$0\" && exec \"$@\"", mask])
        .arg(std::env::current_exe().expect("a test has a path"))
        .args(["--exact", "secrets::process::scene", "--ignored", "--nocapture", "--test-threads=1"])
        .env(SCENE, scene)
        .stdout(Stdio::null());
    command
}

#[test]
#[ignore = "plays in a process of its own, started by the other tests here"]
fn scene() {
    let file = || store(&PathBuf::from(variable(PLACE).expect("is set")), Key::Passphrase(Secret::new("open sesame")));
    match variable(SCENE).as_deref() {
        Some("write once") => {
            let number = variable(CAST).expect("is set");
            file().put(&token(&format!("own-{number}")), &Secret::new(number)).expect("is kept");
        }
        Some("write for ever") => {
            let store = file();
            for number in 0_u64.. {
                let text = number.to_string().repeat(200);
                store.put(&token("shared"), &Secret::new(text)).expect("is kept");
            }
        }
        #[cfg(target_os = "linux")]
        Some("harden") => hardened(),
        _ => eprintln!("SKIPPED: no scene was named"),
    }
}

#[test]
fn no_mask_opens_the_file_to_others_or_closes_it_to_us() {
    use std::os::unix::fs::MetadataExt;
    for mask in ["000", "022", "377"] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("secrets.age");
        let status = again(mask, "write once").env(PLACE, &path).env(CAST, "1").status().expect("sh is there");
        assert!(status.success());
        assert_eq!(path.metadata().expect("was written").mode() & 0o7777, 0o600, "umask {mask}");
    }
}

#[test]
fn twenty_processes_at_once_lose_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("secrets.age");
    let start = |number: usize| again("022", "write once").env(PLACE, &path).env(CAST, number.to_string()).spawn();
    let cast: Vec<_> = (0..20).map(|number| start(number).expect("sh is there")).collect();
    for mut child in cast {
        assert!(child.wait().expect("ends").success());
    }
    let store = store(&path, Key::Passphrase(Secret::new("open sesame")));
    for number in 0..20 {
        let own = store.get(&token(&format!("own-{number}"))).expect("opens").expect("was kept");
        assert_eq!(own.expose(), number.to_string());
    }
}

#[test]
fn a_writer_killed_at_any_moment_leaves_a_whole_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("secrets.age");
    let ours = || store(&path, Key::Passphrase(Secret::new("open sesame")));
    ours().put(&token("kept"), &Secret::new("throughout")).expect("is kept");
    let clock = Clock::system();
    for round in 0..25_u64 {
        let before = std::fs::read(&path).expect("is there");
        let mut child = again("022", "write for ever").env(PLACE, &path).spawn().expect("sh is there");
        let started = clock.moment();
        while std::fs::read(&path).expect("is always there") == before {
            assert!(clock.since(started) < Duration::from_secs(30), "the writer does not write");
            std::thread::yield_now();
        }
        // It is writing now. Any moment will do; these differ from round to round.
        std::thread::sleep(Duration::from_micros((round * 7919) % 60_000));
        child.kill().expect("is running");
        child.wait().expect("ends");
        let shared = ours().get(&token("shared")).expect("is whole").expect("was written");
        let number = &shared.expose()[..shared.expose().len() / 200];
        assert_eq!(shared.expose(), number.repeat(200));
        assert_eq!(ours().get(&token("kept")).expect("is whole").expect("is there").expose(), "throughout");
    }
    // The lock of a dead writer is free, and what it left is swept by the next one.
    ours().put(&token("last"), &Secret::new("word")).expect("is kept");
    let names: Vec<_> = folder.path().read_dir().expect("reads").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(names.len(), 1, "the file, no lock and no litter: {names:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_hardened_process_cannot_be_dumped() {
    let status = again("022", "harden").status().expect("sh is there");
    assert!(status.success());
}

#[cfg(target_os = "linux")]
fn hardened() {
    use makini::secrets::core_dumps::{disable, is_dumpable};
    assert!(is_dumpable());
    let clock = Clock::system();
    let started = clock.moment();
    disable();
    let took = clock.since(started);
    assert!(!is_dumpable());
    let limits = std::fs::read_to_string("/proc/self/limits").expect("is there");
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).expect("is there");
    assert_eq!(core.split_whitespace().nth(4), Some("0"), "{core}");
    // What is started from here can be debugged as ever.
    let child = Command::new("sh").args(["-c", "test -r /proc/self/maps"]).status().expect("sh is there");
    assert!(child.success());
    assert!(took < Duration::from_millis(5), "{took:?}");
}
