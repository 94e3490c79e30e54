//! Long texts go through the user's pager, on a terminal only.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::{Command, ExitStatus, Stdio};

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
                let mut pager = Command::new(program);
                pager.args(arguments);
                if let Ok(shown) = self.suspend(|| through(pager, text)) {
                    return shown.map(drop).map_err(OutputError::from);
                }
            }
        }
        self.data(|out| out.write_all(text.as_bytes()))
    }
}

/// The pager of the user, with the environment that it gets.
#[derive(Clone, Debug)]
pub struct Pager {
    words: Vec<String>,
    environment: Vec<(OsString, OsString)>,
}

impl Pager {
    /// Takes the value of `PAGER`, words between blanks; `less` where that is not set.
    pub fn new(variable: Option<&str>, environment: impl IntoIterator<Item = (OsString, OsString)>) -> Self {
        let mut words: Vec<String> = variable.unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        if words.is_empty() {
            words.push("less".to_owned());
        }
        Self { words, environment: environment.into_iter().collect() }
    }

    /// Shows a text on the terminal, which nobody else may use meanwhile, until the user leaves the pager.
    ///
    /// # Errors
    /// Why the text was not shown, for people.
    pub fn show(&self, text: &str) -> Result<(), String> {
        let mut command = Command::new(&self.words[0]);
        command.args(&self.words[1..]).env_clear().envs(self.environment.iter().map(|(name, value)| (name, value)));
        let why = match through(command, text) {
            Ok(Ok(status)) if status.success() => return Ok(()),
            Ok(Ok(status)) => status.to_string(),
            Ok(Err(error)) | Err(error) => error.to_string(),
        };
        Err(format!("the pager `{}` failed: {why}; the variable PAGER names another", self.words[0]))
    }
}

/// The outer error is that the pager did not start: then nothing has been shown.
fn through(mut pager: Command, text: &str) -> io::Result<io::Result<ExitStatus>> {
    let mut child = pager.stdin(Stdio::piped()).spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // The user may leave the pager before the end of the text: that is a broken pipe, and fine.
        let _ = stdin.write_all(text.as_bytes());
    }
    Ok(child.wait())
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

    #[test]
    fn a_pager_that_does_not_show_it_is_named() {
        let path = Some(("PATH".into(), "/usr/local/bin:/usr/bin:/bin".into()));
        let show = |variable| Pager::new(Some(variable), path.clone()).show("text");
        assert_eq!(show("true"), Ok(()));
        assert!(show("false -x").is_err_and(|why| why.contains("`false`") && why.contains("PAGER")));
        assert!(show("/no/such/pager").is_err_and(|why| why.contains("`/no/such/pager`")));
        assert_eq!(Pager::new(Some(" "), []).words, ["less"]);
    }
}
