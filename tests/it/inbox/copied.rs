//! An inbox in a file that is copied to another one: a copy that is killed, and names that cannot be copied.

use std::path::Path;
use std::process::{Command, Stdio};

use makini::clock::Clock;
use makini::exit::Exit;
use makini::inbox::Inbox;
use makini::inbox::store::{InboxOptions, MAX_BYTES};
use rusqlite::Connection;

use crate::support::until::{PATIENCE, until};
use crate::support::world::Machine;

const EVENTS: usize = 60_000;
const LISTEN: &str = "webhooks listen --accept-unsigned --port 0 --for 20ms";

fn run(machine: &Machine, line: &str) -> crate::support::world::Ended {
    tokio::task::block_in_place(|| machine.run(line))
}

async fn empty(path: &Path) {
    let options = InboxOptions { place: path.into(), max_bytes: MAX_BYTES };
    Inbox::open(options, &Clock::system()).expect("opened").close().await;
}

async fn filled(path: &Path, events: usize) {
    empty(path).await;
    let fill = format!(
        "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {events})
        INSERT INTO arrivals (number, event_id, proven, digest, event, connection, received_at, headers, body, verdict, duplicates,
            conflicts, state, tries)
        SELECT n, 'evt_' || n, 1, randomblob(32), 'assets.updated', 'con_1', n, x'', randomblob(300), 'verified', 0, 0, 0, 0 FROM c"
    );
    Connection::open(path).and_then(|db| db.execute(&fill, [])).expect("filled");
}

/// Runs the program itself, and kills it as soon as something is there. The test fails if it ended before.
fn killed(from: &Path, to: &Path, there: impl Fn() -> bool) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_makini"));
    program.args(["webhooks", "inbox", "copy"]).args([from, to]).env_clear().stdin(Stdio::null());
    let mut child = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
    until(PATIENCE, || there().then_some(()));
    child.kill().expect("it still runs");
    assert!(!child.wait().expect("it ends").success(), "it was done before");
}

fn events(path: &Path) -> i64 {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let count = |db: Connection| db.query_row("SELECT count(*) FROM arrivals", [], |row| row.get(0));
    Connection::open_with_flags(path, flags).and_then(count).unwrap_or(0)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_says_what_it_is_from_the_first_moment() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (from, to) = (folder.path().join("big.db"), folder.path().join("k.db"));
    filled(&from, EVENTS).await;
    let machine = Machine::new();
    let (place, goes_on) = (to.display(), format!("makini webhooks inbox copy {} {}", from.display(), to.display()));
    let holds = |least: i64| {
        let warning = format!("warning: this is a copy of {} that is not finished", from.display());
        for line in ["list --limit 1", "stats", "export", "gaps"] {
            let read = run(&machine, &format!("webhooks inbox {line} --inbox {place}")).ok();
            assert!(read.stderr.contains(&warning) && read.stderr.contains(&goes_on), "{line}: {}", read.stderr);
            let words = if least > 0 { "con_1" } else { "The inbox is empty." };
            assert!(matches!(line, "gaps" | "export") || read.all().contains(words), "{line}: {}", read.all());
        }
        let exit = if least > 0 { Exit::Ok } else { Exit::NotFound };
        let shown = run(&machine, &format!("webhooks inbox show 1 --inbox {place}")).expect(exit);
        assert!(shown.stderr.contains(&warning), "{}", shown.stderr);
        for line in [LISTEN, "webhooks inbox prune --before 1d --yes", "webhooks inbox retry"] {
            let refused = run(&machine, &format!("{line} --inbox {place}")).expect(Exit::Local);
            assert!(refused.stderr.contains("not finished") && refused.stderr.contains(&goes_on), "{}", refused.stderr);
            assert!(!refused.stderr.contains("did not end by itself"), "{}", refused.stderr);
        }
    };
    killed(&from, &to, || to.exists());
    assert!(to.with_file_name("k.db.owner").exists(), "it was killed");
    holds(events(&to));
    killed(&from, &to, || events(&to) > 0);
    let copied = events(&to);
    assert!(copied > 0 && copied < i64::try_from(EVENTS).expect("few"), "{copied}");
    holds(copied);

    let listening = run(&machine, &format!("{LISTEN} --inbox {}", from.display())).ok();
    assert!(!listening.stderr.contains("did not end by itself"), "what a copy leaves: {}", listening.stderr);
    let copied = run(&machine, &format!("webhooks inbox copy {} {place} -o json", from.display())).ok().json();
    assert_eq!((&copied["data"]["resumed"], &copied["data"]["equal"]), (&true.into(), &true.into()), "{copied}");
    let read = run(&machine, &format!("webhooks inbox stats --inbox {place}")).ok();
    assert!(!read.stderr.contains("copy"), "{}", read.stderr);
    let left = std::fs::read_dir(folder.path()).expect("readable").flatten().map(|one| one.file_name());
    let left: Vec<_> = left.filter(|name| name.to_string_lossy().starts_with('.')).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_that_cannot_be_copied_is_refused_with_the_next_command() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    filled(Path::new(&path("src.db")), 3).await;
    std::fs::create_dir(path("dir")).expect("made");
    std::fs::write(path("letter.txt"), "dear aunt, this is no database").expect("written");
    let machine = Machine::new();
    let refused = |from: &str, to: &str, exit: Exit, words: &[String]| {
        let ended = run(&machine, &format!("webhooks inbox copy {} {}", path(from), path(to))).expect(exit);
        for words in words {
            assert!(ended.stderr.contains(words.as_str()), "{words}: {}", ended.stderr);
        }
        assert!(!ended.stderr.contains("--inbox") && !ended.stderr.contains("webhooks listen"), "{}", ended.stderr);
    };
    let copy = |from: &str, to: &str| format!("`makini webhooks inbox copy {} {}`", path(from), path(to));
    let is_folder = || format!("`{}` is a folder: name a file in it", path("dir"));
    refused("src.db", "dir", Exit::Usage, &[is_folder(), copy("src.db", "dir/inbox.db")]);
    refused("dir", "other.db", Exit::Usage, &[is_folder(), copy("dir/inbox.db", "other.db")]);
    let make = format!("`mkdir -p {}`", path("no/such"));
    refused(
        "src.db",
        "no/such/b.db",
        Exit::NotFound,
        &[format!("there is no folder `{}`", path("no/such")), make, copy("src.db", "no/such/b.db")],
    );
    assert!(!Path::new(&path("no")).exists(), "nothing is made");
    refused("src.db", "letter.txt", Exit::Local, &["another file as the second argument".into()]);
    refused("letter.txt", "other.db", Exit::Local, &["as the first argument".into()]);
    refused("missing.db", "other.db", Exit::NotFound, &["as the first argument".into()]);
    assert!(!Path::new(&path("other.db")).exists(), "nothing is made");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_inbox_without_events_is_said_to_be_empty() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (path, bare) = (folder.path().join("inbox.db"), folder.path().join("bare.db"));
    empty(&path).await;
    std::fs::write(&bare, "").expect("written");
    let machine = Machine::new();
    for line in ["stats", "list"] {
        let read = |flags: &str| run(&machine, &format!("webhooks inbox {line} {flags} --inbox {}", path.display()));
        assert_eq!(read("").ok().stderr.trim(), "The inbox is empty.");
        // A file that nobody has made an inbox of.
        let none = run(&machine, &format!("webhooks inbox {line} --inbox {}", bare.display())).expect(Exit::NotFound);
        assert!(none.stderr.contains("there is no inbox"), "{}", none.stderr);
    }
    filled(&path, 3).await;
    for line in ["stats", "list"] {
        let read =
            run(&machine, &format!("webhooks inbox {line} --event flow.nothing --inbox {}", path.display())).ok();
        assert_eq!(read.stderr.trim(), "No such events in the inbox.");
    }
}
