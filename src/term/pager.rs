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
