//! Long tables go through the user's pager, on a terminal only.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use super::{OutputError, Term};

impl Term {
    /// Writes a whole text to stdout, through the pager if it would not fit on the screen.
    ///
    /// # Errors
    /// As [`Term::data`]. A pager that cannot be started is done without; one that is left early is no error.
    pub fn page(&self, text: &str) -> Result<(), OutputError> {
        let terminal = self.terminal();
        if let Some([program, arguments @ ..]) = self.options().pager.as_deref() {
            let long = text.bytes().filter(|b| *b == b'\n').count() >= usize::from(terminal.height);
            if terminal.interactive() && terminal.stdout && long {
                self.flush()?;
                if let Ok(shown) = self.suspend(|| through(program, arguments, text)) {
                    return shown.map_err(OutputError::from);
                }
            }
        }
        self.data(|out| out.write_all(text.as_bytes()))
    }
}

/// The outer error is that the pager did not start: then nothing has been shown.
fn through(program: &str, arguments: &[String], text: &str) -> io::Result<io::Result<()>> {
    let mut child = Command::new(program).args(arguments).stdin(Stdio::piped()).spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // The user may leave the pager before the end of the text: that is a broken pipe, and fine.
        let _ = stdin.write_all(text.as_bytes());
    }
    Ok(child.wait().map(drop))
}

#[cfg(all(test, unix))]
mod tests {
    use super::super::{TermOptions, Terminal};
    use super::*;

    fn paged(pager: &[&str], lines: usize, stdout: bool) -> String {
        let terminal = Terminal { stdin: true, stdout, stderr: true, height: 10, ..Terminal::default() };
        let pager = Some(pager.iter().map(|word| (*word).to_owned()).collect());
        let (term, seen) = Term::captured(terminal, TermOptions { pager, ..TermOptions::default() }, "");
        term.page(&"line\n".repeat(lines)).expect("shown");
        term.finish().expect("flushed");
        seen.stdout()
    }

    #[test]
    fn only_long_texts_on_a_terminal_are_paged() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("paged");
        let pager = ["sh", "-c", "cat > \"$0\"", file.to_str().expect("UTF-8")];
        assert_eq!(paged(&pager, 9, true), "line\n".repeat(9));
        assert_eq!(paged(&pager, 1_000, false), "line\n".repeat(1_000));
        assert!(!file.exists());
        assert_eq!(paged(&pager, 20, true), "", "the pager shows it");
        assert_eq!(std::fs::read_to_string(file).expect("written"), "line\n".repeat(20));
    }

    #[test]
    fn a_pager_that_is_not_there_or_left_early_is_no_error() {
        assert_eq!(paged(&["/no/such/pager"], 1_000, true), "line\n".repeat(1_000));
        assert_eq!(paged(&["true"], 1_000_000, true), "");
    }
}
