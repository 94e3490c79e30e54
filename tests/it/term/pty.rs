//! Questions and progress on a real pseudo-terminal. The program on it is this test binary, running one of the
//! ignored tests below: nothing of it is in the product.

use std::fs::File;
use std::process::{Command, Stdio};
use std::time::Duration;

use makini::failure::Classify;
use makini::term::canvas::Canvas;
use makini::term::prompt::{Prompter, Question, anything, prompter};
use makini::term::{ColorFacts, Pace, Streams, Term, TermOptions, Terminal};

use crate::support::pty::Pty;
use crate::support::until::{PATIENCE, until, within};

fn on_a_terminal(child: &str) -> Pty {
    let this = std::env::current_exe().expect("this test");
    Pty::spawn(&this, &["--exact", &format!("term::pty::{child}"), "--ignored", "--nocapture"], &[], 80)
}

fn here() -> (Term, Box<dyn Prompter>) {
    let terminal = Terminal::detect(Some("xterm-256color"), ColorFacts::default());
    let term = Term::new(terminal, TermOptions::default(), Streams::process());
    let asks = prompter(&term);
    (term, asks)
}

fn in_a_runtime(ask: impl FnOnce(&Term, &dyn Prompter)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let (term, asks) = here();
        ask(&term, &*asks);
    });
}

fn systems() -> Vec<String> {
    ["SAP S/4HANA", "IBM Maximo", "Infor EAM", "evil \u{1b}[2J\u{1b}]0;x\u{7}"].map(Into::into).into()
}

#[test]
#[ignore = "runs on the pseudo-terminal of another test"]
fn child_asks_everything() {
    in_a_runtime(|term, asks| {
        let system = asks.search(&Question::new("System", "SYSTEM"), &systems()).expect("chosen");
        let number = |text: &str| text.parse::<u16>().map(drop).map_err(|_| "that is no number".to_owned());
        let port = Question::new("Port", "--port N").help("Where the system listens.");
        let port = asks.text(&port, Some("443"), &number).expect("typed");
        let secret = asks.secret(&Question::new("Password", "--password-stdin")).expect("typed");
        let kind = asks.choose(&Question::new("Kind", "--kind"), &["cloud".into(), "local".into()]).expect("chosen");
        let sure = asks.confirm(&Question::new("Connect?", "--yes"), false).expect("answered");
        let name = Question::new("Type plant-7 to disconnect it", "--confirm NAME");
        let wrong = asks.type_name(&name, "plant-7").expect_err("another name").exit().code();
        let length = secret.expose().len();
        term.data(|out| writeln!(out, "RESULT {system} {port} {length} {kind} {sure} {wrong}")).expect("written");
    });
}

#[test]
#[ignore = "runs on the pseudo-terminal of another test"]
fn child_is_interrupted() {
    in_a_runtime(|term, asks| {
        let items = systems();
        let codes = [
            asks.search(&Question::new("Search", "S"), &items).map(drop),
            asks.choose(&Question::new("Choose", "C"), &items).map(drop),
            asks.text(&Question::new("Text", "T"), None, &anything).map(drop),
            asks.secret(&Question::new("Secret", "S")).map(drop),
            asks.confirm(&Question::new("Confirm", "C"), true).map(drop),
        ]
        .map(|answer| answer.expect_err("Ctrl-C").exit().code());
        term.data(|out| writeln!(out, "RESULT {codes:?}")).expect("written");
    });
}

#[test]
#[ignore = "runs on the pseudo-terminal of another test"]
fn child_asks_a_fuzzy_question() {
    let terminal = Terminal { stdin: true, stderr: true, ..Terminal::default() };
    let term = Term::new(terminal, TermOptions::default(), Streams::process());
    let error = prompter(&term).search(&Question::new("System", "--system NAME"), &systems()).expect_err("no terminal");
    assert_eq!(error.exit().code(), 2);
}

#[test]
#[ignore = "runs on the pseudo-terminal of another test"]
fn child_shows_progress() {
    let terminal = Terminal::detect(Some("xterm-256color"), ColorFacts::default());
    let pace = Pace { patience: Duration::ZERO, ..Pace::default() };
    let term = Term::new(terminal, TermOptions { pace, ..TermOptions::default() }, Streams::process());
    let asks = prompter(&term);
    let progress = term.progress();
    let bar = progress.bar("work-orders", Some(2_000), makini::term::progress::Unit::Items);
    bar.set(500);
    term.data(|out| writeln!(out, "a line of data")).expect("written");
    bar.say("waiting for a key");
    // A key that is not echoed: an echo would move the cursor away from the bar.
    console::Term::stderr().read_key_raw().expect("a key");
    let _ = asks.confirm(&Question::new("Go on?", "--yes"), true);
    term.warn("a sentence of more than forty columns that was printed afterwards");
    bar.done("work-orders: 2,000 rows");
    drop(progress);
    term.data(|out| writeln!(out, "RESULT")).expect("written");
}

#[cfg(unix)]
#[test]
#[ignore = "runs on the pseudo-terminal of another test"]
fn child_panics_on_a_canvas() {
    let (term, _) = here();
    let said = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let kept = std::sync::Arc::clone(&said);
    let canvas =
        Canvas::open(&term, move |text| kept.lock().expect("no panic").push(text.to_owned()), || ()).expect("taken");
    let mut screen = canvas.screen().expect("a size");
    screen.draw(|frame| frame.render_widget("PICTURE", frame.area())).expect("drawn");
    term.warn("TORN");
    term.data(|out| out.flush()).expect("written");
    until(PATIENCE, || said.lock().expect("no panic").join("").contains("TORN").then_some(()));
    // The picture stays until the other side has seen it.
    std::io::Read::read_exact(&mut std::io::stdin(), &mut [0]).expect("a key");
    let said = said.lock().expect("no panic").join("");
    std::thread::spawn(|| panic!("a defect")).join().expect_err("it panics");
    assert!(!screen.is_open());
    screen.draw(|frame| frame.render_widget("AFTER", frame.area())).expect("it goes nowhere");
    term.data(|out| writeln!(out, "RESULT {}", said.trim())).expect("written");
}

#[cfg(unix)]
#[test]
fn a_panic_gives_the_whole_screen_back_before_it_is_told() {
    let mut pty = on_a_terminal("child_panics_on_a_canvas");
    let picture = pty.shows("PICTURE");
    assert!(pty.is_taken() && !pty.echoes() && !picture.contains("TORN"), "{picture}");
    pty.types("k");
    let screen = pty.shows("RESULT warning: TORN");
    assert!(screen.contains("panicked at") && !screen.contains("AFTER"), "{screen}");
    pty.until(|_| !pty.is_taken() && pty.echoes() && !pty.cursor_is_hidden());
}

#[test]
fn every_question_can_be_answered() {
    let mut pty = on_a_terminal("child_asks_everything");
    let screen = pty.shows("evil");
    assert!(screen.contains(r"evil \u{1b}[2J\u{1b}]0;x\u{7}"), "{screen}");
    pty.types("max");
    pty.until(|screen| screen.contains("Maximo") && !screen.contains("Infor"));
    pty.types("\r");
    pty.shows("Port (443)");
    assert!(pty.text().contains("Where the system listens."));
    pty.types("abc\r");
    pty.shows("that is no number");
    pty.types("\r");
    pty.shows("Password (hidden)");
    pty.types("hunterX\u{7f}2\r");
    pty.shows("> cloud");
    pty.types("\u{1b}[B");
    pty.shows("> local");
    pty.types("\r");
    pty.shows("Connect? [y/N]");
    pty.types("y\r");
    pty.shows("Type plant-7");
    pty.types("plant-8\r");
    let screen = pty.shows("RESULT 1 443 7 1 true 12");
    assert!(!screen.contains("hunter"), "{screen}");
    assert!(screen.contains("Password: [hidden]"), "{screen}");
    assert!(pty.ends().success());
    assert!(!pty.cursor_is_hidden());
}

#[test]
fn ctrl_c_ends_a_question_and_leaves_the_cursor() {
    let mut pty = on_a_terminal("child_is_interrupted");
    for question in ["Search", "Choose", "Text", "Secret", "Confirm"] {
        pty.shows(question);
        pty.types("\u{3}");
    }
    pty.shows("RESULT [130, 130, 130, 130, 130]");
    assert!(pty.ends().success());
    assert!(!pty.cursor_is_hidden());
}

#[test]
fn a_fuzzy_question_without_a_terminal_is_refused_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let stderr = folder.path().join("stderr");
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "term::pty::child_asks_a_fuzzy_question", "--ignored"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&stderr).expect("a file"))
        .spawn()
        .expect("started");
    let ended = within(PATIENCE, || child.try_wait().expect("a child"));
    let _ = child.kill();
    assert!(ended.expect("it ends by itself").success());
    assert!(std::fs::metadata(&stderr).expect("a file").len() < 10_000);
}

#[test]
fn progress_steps_aside_and_leaves_its_last_line() {
    let mut pty = on_a_terminal("child_shows_progress");
    let screen = pty.shows("500/2,000");
    assert!(screen.contains("a line of data\n"), "{screen}");
    // What is printed after it became narrower is broken at words, too.
    pty.resizes(24, 40);
    pty.shows("500/2,000");
    pty.types("\r");
    let screen = pty.shows("Go on?");
    assert!(!screen.contains("500/2,000"), "{screen}");
    pty.types("\r");
    pty.shows("RESULT");
    let screen = pty.text();
    assert!(screen.contains("✓ work-orders: 2,000 rows"), "{screen}");
    assert!(
        screen.contains("warning: a sentence of more than forty\n  columns that was printed afterwards\n"),
        "{screen}"
    );
    assert!(!screen.contains("500/2,000"), "{screen}");
    assert!(pty.ends().success());
}
