//! The live view of `webhooks listen` by hand: events come, one is looked into, one is sent again, and the terminal is
//! as it was afterwards, however it ends.

use std::io::Read as _;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};

use makini::exit::Exit;
use makini::settings::env::Env;
use makini::world::World;

use crate::support::handler::Handler;
use crate::support::listening::ready;
use crate::support::process::{Home, text};
use crate::support::pty::Pty;

/// A machine with a secret in a file, and a receiver on a terminal of it.
struct Desk {
    home: Home,
    secret: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let home = Home::new();
        let secret = home.path().join("secret.txt");
        std::fs::write(&secret, "an old friend\n").expect("written");
        Self { home, secret }
    }

    /// Starts it, and returns where it listens.
    fn listen(&self, flags: &[&str], environment: &[(&str, &str)]) -> (Pty, String) {
        let file = self.home.path().join("ready.json");
        std::fs::remove_file(&file).ok();
        let path = |path: &Path| path.to_str().expect("a path").to_owned();
        let (secret, ready_file, home) = (path(&self.secret), path(&file), path(&self.home.path()));
        let mut arguments =
            vec!["webhooks", "listen", "--port", "0", "--secret-file", &secret, "--ready-file", &ready_file];
        arguments.extend(flags);
        let mut variables = vec![("HOME", home.as_str())];
        variables.extend(environment);
        let pty = Pty::spawn(Path::new(env!("CARGO_BIN_EXE_makini")), &arguments, &variables, 100);
        let url = ready(&file)["url"].as_str().expect("an address").to_owned();
        (pty, url)
    }

    /// Sends an event signed with this secret.
    fn trigger(&self, event: &str, secret: &Path, url: &str) {
        let secret = secret.to_str().expect("a path");
        let sent = self.home.run(&["webhooks", "trigger", event, "--secret-file", secret, "--to", url]);
        assert!(matches!(sent.status.code(), Some(0 | 1)), "{}", text(&sent));
    }
}

/// Waits until the terminal is as a shell wants it: its own screen, a cursor, echo, lines.
fn is_given_back(pty: &Pty) {
    pty.until(|_| !pty.is_taken() && !pty.cursor_is_hidden() && pty.echoes());
}

#[test]
fn a_person_watches_looks_into_filters_and_sends_again() {
    let (desk, handler) = (Desk::new(), Handler::start(200));
    let (mut pty, url) = desk.listen(&["--forward-to", &handler.url], &[]);
    pty.shows("No events yet.");
    assert!(pty.is_taken() && pty.cursor_is_hidden() && !pty.echoes());
    desk.trigger("sync.completed", &desk.secret, &url);
    pty.until(|screen| screen.contains("verified    200 in") && screen.contains("received 1  verified 1"));
    // The wheel sends arrow keys, and what is copied goes to the terminal.
    assert!(pty.has_written("\u{1b}[?1007s\u{1b}[?1007h") && !pty.has_written("\u{1b}[?1007r"));
    pty.types("Y");
    pty.shows("was handed to the terminal to copy");
    assert!(pty.has_written("\u{1b}]52;c;"));
    let forged = desk.home.path().join("forged.txt");
    std::fs::write(&forged, "somebody else\n").expect("written");
    desk.trigger("assets.updated", &forged, &url);
    pty.shows("refused 401");
    pty.types("\r");
    let page = pty.shows("known mistakes makes it right");
    assert!(page.contains("assets.updated") && !page.contains("an old friend"), "{page}");
    pty.types("\u{1b}");
    pty.shows("enter says why");
    pty.types("/event:sync.*\r");
    pty.until(|screen| !screen.contains("refused 401") && screen.contains("sync.completed"));
    pty.types("r");
    pty.shows("#1 sent again: 200 in");
    pty.shows("replay: 200 in");
    assert_eq!(handler.bodies().len(), 2);
    pty.resizes(5, 20);
    pty.until(|screen| screen.lines().count() <= 5 && screen.contains("sync.c"));
    pty.resizes(24, 100);
    pty.shows("replay: 200 in");
    pty.types("q");
    assert_eq!(pty.ends().exit_code(), 0, "{}", pty.text());
    is_given_back(&pty);
    let left = pty.shows("1 event in the inbox, 1 request refused");
    assert!(!left.contains("SIGNATURE"), "the picture is gone: {left}");
}

#[test]
fn a_pager_gets_the_terminal_and_gives_it_back() {
    let desk = Desk::new();
    let (pager, seen) = (desk.home.path().join("pager.sh"), desk.home.path().join("seen"));
    // Keys go to it, also Ctrl-C.
    let script = "cat > \"$0.text\"\nenv > \"$0.env\"\nprintf 'IN THE PAGER'\nread -r line < /dev/tty\nprintf '%s' \"$line\" > \"$1\"\n";
    std::fs::write(&pager, script).expect("written");
    let command = format!("sh {} {}", pager.display(), seen.display());
    let variables = [("PAGER", command.as_str()), ("MAKINI_WEBHOOK_SECRET", "canary-secret")];
    let (mut pty, url) = desk.listen(&[], &variables);
    desk.trigger("sync.completed", &desk.secret, &url);
    pty.shows("received 1  verified 1");
    pty.types("o");
    pty.shows("IN THE PAGER");
    assert!(!pty.is_taken() && !pty.cursor_is_hidden() && pty.echoes());
    desk.trigger("sync.failed", &desk.secret, &url);
    pty.types("\u{3}q\r");
    pty.until(|screen| pty.is_taken() && screen.contains("received 2  verified 2"));
    assert_eq!(std::fs::read_to_string(&seen).expect("written"), "\u{3}q");
    let read = |end: &str| std::fs::read_to_string(desk.home.path().join(format!("pager.sh.{end}"))).expect("written");
    assert!(read("text").contains("sync.completed") && !read("env").contains("canary-secret"));
    pty.types("q");
    assert_eq!(pty.ends().exit_code(), 0, "{}", pty.text());
    is_given_back(&pty);

    let (mut pty, _) = desk.listen(&[], &[("PAGER", "/no/such/pager")]);
    pty.shows("received 2");
    pty.types("o");
    pty.shows("the pager `/no/such/pager` failed");
    assert!(pty.is_taken());
    pty.types("L");
    pty.shows("nothing waits");
    pty.types("q");
    pty.until(|screen| !screen.contains("nothing waits"));
    pty.types("q");
    assert_eq!(pty.ends().exit_code(), 0, "{}", pty.text());
    is_given_back(&pty);
}

#[test]
fn ctrl_c_ends_with_130_and_gives_the_terminal_back() {
    let desk = Desk::new();
    let (mut pty, _) = desk.listen(&[], &[("NO_COLOR", "1")]);
    pty.shows("following");
    pty.types("\u{3}");
    assert_eq!(pty.ends().exit_code(), 130, "{}", pty.text());
    is_given_back(&pty);
}

#[test]
fn a_signal_from_outside_gives_the_terminal_back_too() {
    let desk = Desk::new();
    let (mut pty, _) = desk.listen(&[], &[]);
    pty.shows("following");
    let pid = ready(&desk.home.path().join("ready.json"))["pid"].as_i64().expect("a number");
    let pid = rustix::process::Pid::from_raw(i32::try_from(pid).expect("small")).expect("a process");
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).expect("it runs");
    assert_eq!(pty.ends().exit_code(), 143, "{}", pty.text());
    is_given_back(&pty);
}

#[test]
fn so_many_events_end_it_by_itself() {
    let desk = Desk::new();
    let (mut pty, url) = desk.listen(&["--until", "1"], &[]);
    pty.shows("following");
    desk.trigger("sync.completed", &desk.secret, &url);
    assert_eq!(pty.ends().exit_code(), 0, "{}", pty.text());
    pty.shows("1 event in the inbox");
    is_given_back(&pty);
}

#[test]
fn lines_where_they_were_asked_for_or_nobody_can_answer() {
    for (flags, environment) in [
        (&["--view", "lines"][..], &[][..]),
        (&["--no-input"], &[]),
        (&["-o", "ndjson"], &[]),
        (&[], &[("CI", "true")]),
        (&[], &[("TERM", "dumb")]),
    ] {
        let desk = Desk::new();
        let (mut pty, url) = desk.listen(flags, environment);
        desk.trigger("sync.completed", &desk.secret, &url);
        pty.shows("sync.completed");
        assert!(!pty.is_taken(), "{flags:?} {environment:?}: {}", pty.text());
        pty.types("\u{3}");
        assert_eq!(pty.ends().exit_code(), 130, "{flags:?} {environment:?}: {}", pty.text());
    }
}

/// Runs in a process of its own, as [`a_panic_of_a_background_thread_ends_with_70`] starts it: the panic hook is the whole
/// process's. A thread panics as soon as the other end of the connection is closed.
#[test]
#[ignore = "started by the test beside it"]
fn child() {
    let env = Env::from_process();
    let listen = env.text("ARGUMENTS").expect("given");
    let args = ["makini"].into_iter().chain(listen.split(' ')).map(Into::into).collect();
    makini::bug::install();
    let mut gate = TcpStream::connect(env.text("GATE").expect("given")).expect("connected");
    std::thread::spawn(move || {
        gate.read_to_end(&mut Vec::new()).expect("closed");
        panic!("a defect of this test, with CANARY");
    });
    assert_eq!(makini::run(World { args, ..World::from_process() }), Exit::Bug);
}

#[test]
fn a_panic_of_a_background_thread_ends_with_70() {
    let desk = Desk::new();
    let gate = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let (address, home) = (gate.local_addr().expect("bound").to_string(), desk.home.path().display().to_string());
    let listen = format!("webhooks listen --port 0 --secret-file {}", desk.secret.display());
    let variables = [("HOME", home.as_str()), ("GATE", &address), ("ARGUMENTS", &listen)];
    let arguments = ["--exact", "tty::listen::child", "--ignored", "--nocapture"];
    let mut pty = Pty::spawn(&std::env::current_exe().expect("this one"), &arguments, &variables, 100);
    pty.shows("following");
    drop(gate.accept().expect("the child"));
    assert_eq!(pty.ends().exit_code(), 0, "{}", pty.text());
    is_given_back(&pty);
    let left = pty.shows("makini has a bug and had to stop");
    assert!(left.contains("report: "), "{left}");
    assert!(!left.contains("CANARY") && !left.contains("the terminal went away"), "{left}");
}
