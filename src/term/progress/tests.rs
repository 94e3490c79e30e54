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
fn each_bar_has_a_line_of_its_own_at_every_width() {
    for width in [20, 40, 60, 80, 120] {
        let terminal = Terminal { stderr: true, width, ..Terminal::default() };
        let (term, seen) = Term::captured(terminal, TermOptions { pace: AT_ONCE, ..TermOptions::default() }, "");
        let progress = term.progress();
        let bars = ["work-orders", "assets", "purchase-orders"].map(|label| {
            let bar = progress.bar(label, Some(2_345_678), Unit::Items);
            bar.say("reading the pages of the system one after the other, slowly");
            bar.set(1_234_567);
            bar
        });
        let rows = || {
            let mut parser = vt100::Parser::new(24.try_into().unwrap(), width.try_into().unwrap(), 0);
            parser.process(seen.stderr().as_bytes());
            let screen = parser.screen();
            assert!((0..24).all(|row| !screen.row_wrapped(row)), "a line is broken at {width}:\n{}", screen.contents());
            screen.contents().lines().map(str::to_owned).collect::<Vec<_>>()
        };
        until(|| rows().len() == 3);
        // Drawn again and again, and nothing is left over.
        let drawn = seen.stderr().len();
        until(|| seen.stderr().len() > 3 * drawn.max(300));
        let rows = rows();
        assert_eq!(rows.len(), 3, "at {width}: {rows:#?}");
        for row in &rows {
            assert_eq!(row.matches("1,234,567").count(), 1, "at {width}: {rows:#?}");
        }
        drop((bars, progress));
    }
}

#[test]
fn a_terminal_that_became_narrower_is_drawn_clean() {
    use indicatif::TermLike as _;
    let (term, seen) = watched(AT_ONCE);
    let wide = Screen::new(term.0.stderr.clone(), Terminal { width: 60, ..Terminal::default() });
    for line in ["first ".repeat(8), "second ".repeat(7)] {
        wide.write_str(&line).unwrap();
        wide.write_str(&" ".repeat(58 - line.len())).unwrap();
    }
    wide.flush().unwrap();
    // Each line is two after the terminal has broken it anew, so that four are to be cleared.
    wide.narrowed(30).move_cursor_up(1).unwrap();
    wide.flush().unwrap();
    assert!(seen.stderr().ends_with("\r\u{1b}[3A\u{1b}[J"), "{:?}", seen.stderr());
}

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
