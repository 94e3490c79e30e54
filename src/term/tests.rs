//! The streams, and what goes to which.

use super::*;

struct Broken(io::ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn broken(kind: io::ErrorKind) -> Term {
    let streams =
        Streams { stdin: Box::new(io::empty()), stdout: Box::new(Broken(kind)), stderr: Box::new(io::sink()) };
    Term::new(Terminal::default(), TermOptions::default(), streams)
}

#[test]
fn each_text_goes_to_its_stream() {
    let (term, seen) = Term::captured(Terminal::default(), TermOptions::default(), "");
    term.data(|out| writeln!(out, "answer")).unwrap();
    term.status("working on \u{1b}]0;x");
    term.note("by the way");
    term.warn(Line::new().text("careful with ").name("plant-7"));
    term.verbose(1, || "not asked for".into());
    assert_eq!(seen.stdout(), "", "a pipe is buffered");
    term.finish().unwrap();
    assert_eq!(seen.stdout(), "answer\n");
    insta::assert_snapshot!(seen.stderr(), @r"
    working on \u{1b}]0;x
    note: by the way
    warning: careful with plant-7
    ");
}

#[test]
fn quiet_keeps_warnings() {
    let options = TermOptions { quiet: true, ..TermOptions::default() };
    let (term, seen) = Term::captured(Terminal::default(), options, "");
    term.status("a");
    term.note("b");
    term.warn("c");
    assert_eq!(seen.stderr(), "warning: c\n");
}

#[test]
fn programs_that_read_stderr_get_an_object_a_line() {
    let options = TermOptions { json: true, verbose: 1, ..TermOptions::default() };
    let (term, seen) = Term::captured(Terminal::default(), options.clone(), "");
    term.status("trying \"again\"\nin 2 s");
    term.note("by the way");
    term.warn(Line::new().text("careful with ").name("plant-7"));
    term.verbose(1, || "GET /".into());
    insta::assert_snapshot!(seen.stderr(), @r#"
    {"note":"trying \"again\"\\nin 2 s"}
    {"note":"by the way"}
    {"warning":"careful with plant-7"}
    {"note":"GET /"}
    "#);
    for line in seen.stderr().lines() {
        serde_json::from_str::<serde_json::Value>(line).expect("an object");
    }
    let (term, seen) = Term::captured(Terminal { stderr: true, ..Terminal::default() }, options, "");
    term.status("a person reads this");
    assert_eq!(seen.stderr(), "a person reads this\n");
}

#[test]
fn verbose_counts() {
    let options = TermOptions { verbose: 1, ..TermOptions::default() };
    let (term, seen) = Term::captured(Terminal::default(), options, "");
    term.verbose(1, || "one".into());
    term.verbose(2, || "two".into());
    assert_eq!(seen.stderr(), "one\n");
}

#[test]
fn a_closed_pipe_is_done_and_a_full_disk_is_not() {
    let closed = broken(io::ErrorKind::BrokenPipe);
    closed.data(|out| out.write_all(b"x")).unwrap();
    let error = closed.finish().unwrap_err();
    assert!(matches!(error, OutputError::Closed));
    assert_eq!(error.exit(), Exit::Ok);

    let full = broken(io::ErrorKind::StorageFull);
    let error = full.data(|out| out.write_all(&vec![0; 100_000])).unwrap_err();
    assert_eq!(error.exit(), Exit::Local);
    assert!(error.hint().is_some());
}
