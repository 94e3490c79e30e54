use super::super::{TermOptions, Terminal};
use super::*;

/// What a person would see, and the lines above it.
fn screen(text: &str) -> String {
    let (rows, columns) = (24.try_into().unwrap(), 100.try_into().unwrap());
    let mut parser = vt100::Parser::new(rows, columns, 0);
    parser.process(text.replace('\n', "\r\n").as_bytes());
    parser.screen().contents()
}

fn watched(pace: Pace) -> (Term, super::super::Captured) {
    let terminal = Terminal { stderr: true, width: 100, ..Terminal::default() };
    Term::captured(terminal, TermOptions { pace, ..TermOptions::default() }, "")
}

fn until(what: impl Fn() -> bool) {
    for _ in 0..2000 {
        if what() {
            return;
        }
        thread::sleep(Duration::from_millis(5));
    }
    panic!("it did not come");
}

const AT_ONCE: Pace =
    Pace { patience: Duration::ZERO, tick: Duration::from_millis(5), every: Duration::from_millis(20) };

#[test]
fn bars_are_drawn_and_leave_only_their_last_lines() {
    let (term, seen) = watched(AT_ONCE);
    let progress = term.progress();
    let orders = progress.bar("work-orders\u{1b}[2J", Some(2_000), Unit::Items);
    let assets = progress.bar("assets", None, Unit::Items);
    orders.set(1_000);
    assets.inc(7);
    assets.say("page\n3");
    until(|| {
        let now = screen(&seen.stderr());
        now.contains("1,000/2,000") && now.contains("page\\n3")
    });
    let now = screen(&seen.stderr());
    assert!(now.contains("work-orders\\u{1b}[2J"), "{now}");
    term.warn("the token ends today");
    until(|| screen(&seen.stderr()).contains("page\\n3"));
    let now = screen(&seen.stderr());
    assert!(now.starts_with("warning: the token ends today\n"), "{now}");

    orders.done("work-orders: 2,000 rows");
    assets.failed("assets: the system is away");
    drop(progress);
    insta::assert_snapshot!(screen(&seen.stderr()), @r"
    warning: the token ends today
    ✓ work-orders: 2,000 rows
    ✗ failed: assets: the system is away
    ");
    // A bar in a forgotten task draws nothing any more.
    let length = seen.stderr().len();
    assets.set(9);
    term.status("after");
    assert_eq!(&seen.stderr()[length..], "after\n");
}

#[test]
fn printing_while_printing_does_not_wait_for_itself() {
    let terminal = Terminal { stdout: true, stderr: true, width: 100, ..Terminal::default() };
    let (term, seen) = Term::captured(terminal, TermOptions { pace: AT_ONCE, ..TermOptions::default() }, "");
    let progress = term.progress();
    let _bar = progress.spinner("waiting for SAP");
    until(|| screen(&seen.stderr()).contains("waiting for SAP"));
    term.data(|out| {
        term.warn("from inside");
        writeln!(out, "data")
    })
    .unwrap();
    term.suspend(|| term.status("again"));
    assert_eq!(seen.stdout(), "data\n");
    assert!(screen(&seen.stderr()).starts_with("warning: from inside\nagain"));
}

#[test]
fn quick_work_draws_nothing() {
    let (term, seen) = watched(Pace { patience: Duration::from_mins(1), ..AT_ONCE });
    let progress = term.progress();
    let bar = progress.spinner("waiting for SAP");
    bar.clear();
    drop(progress);
    assert_eq!(seen.stderr(), "");
}

#[test]
fn an_unfinished_spinner_is_taken_away() {
    let (term, seen) = watched(AT_ONCE);
    {
        let progress = term.progress();
        let _bar = progress.spinner("waiting for SAP");
        until(|| screen(&seen.stderr()).contains("waiting for SAP"));
    }
    assert_eq!(screen(&seen.stderr()).trim(), "");
}

#[test]
fn without_a_terminal_there_are_lines() {
    let (term, seen) = Term::captured(Terminal::default(), TermOptions { pace: AT_ONCE, ..TermOptions::default() }, "");
    let progress = term.progress();
    let bar = progress.bar("work-orders", Some(4_000), Unit::Items);
    bar.set(1_000);
    until(|| seen.stderr().contains("work-orders: 1,000 of 4,000 (25 %)"));
    bar.done("work-orders: 4,000 rows");
    drop(progress);
    assert!(seen.stderr().ends_with("✓ work-orders: 4,000 rows\n"));
    assert!(!seen.stderr().contains('\u{1b}'));
}

#[test]
fn quiet_is_quiet() {
    let terminal = Terminal { stderr: true, ..Terminal::default() };
    let (term, seen) =
        Term::captured(terminal, TermOptions { quiet: true, pace: AT_ONCE, ..TermOptions::default() }, "");
    let progress = term.progress();
    let bar = progress.spinner("working");
    thread::sleep(Duration::from_millis(30));
    bar.done("done");
    assert_eq!(seen.stderr(), "");
}
