//! Questions answered line by line: the terminal itself takes and edits the line, so nothing is drawn a second time and a
//! screen reader reads each line once. Where there is no Unix terminal, dialoguer takes the line.

use dialoguer::theme::{SimpleTheme, Theme as _};
use zeroize::Zeroizing;

use super::super::{Term, lock};
use super::PromptError;

/// Whether what is typed is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Echo {
    /// It is, as the terminal shows it.
    Shown,
    /// Only that Enter was pressed.
    Hidden,
}

/// Asks until `check` accepts what was typed; it returns the reason otherwise.
pub(super) fn ask(
    term: &Term,
    prompt: &str,
    echo: Echo,
    check: impl Fn(&str) -> Result<(), String>,
) -> Result<Zeroizing<String>, PromptError> {
    loop {
        let typed = line(term, &words(|to| SimpleTheme.format_input_prompt(to, prompt, None)), echo)?;
        let reason = match std::str::from_utf8(&typed) {
            Ok(text) => match check(text) {
                Ok(()) => return Ok(Zeroizing::new(text.to_owned())),
                Err(reason) => reason,
            },
            Err(_) => "it is not text in UTF-8".to_owned(),
        };
        write(term, &(words(|to| SimpleTheme.format_error(to, &reason)) + "\n"));
    }
}

/// Returns a line in the words of dialoguer's simple theme, which has no signs and no colours.
fn words(line: impl FnOnce(&mut dyn std::fmt::Write) -> std::fmt::Result) -> String {
    let mut text = String::new();
    line(&mut text).ok();
    text
}

fn write(term: &Term, text: &str) {
    let mut stderr = lock(&term.0.stderr);
    // A failure of the terminal is met when the line is read.
    let _ = stderr.write_all(text.as_bytes());
    let _ = stderr.flush();
}

#[cfg(unix)]
use unix::line;

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::mpsc;

    use rustix::io::Errno;
    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
    use zeroize::Zeroizing;

    use super::super::super::Term;
    use super::super::super::signals::{TerminalSignal, stop_process};
    use super::{Echo, PromptError, write};

    /// Bytes that a terminal takes as one line; the rest is dropped without a word.
    const LONGEST: usize = 4095;

    /// What a question waits for.
    enum Event {
        Signal(TerminalSignal),
        Line(io::Result<Zeroizing<Vec<u8>>>),
    }

    /// Returns the line that is typed, without its end.
    pub(super) fn line(term: &Term, prompt: &str, echo: Echo) -> Result<Zeroizing<Vec<u8>>, PromptError> {
        let (events, came) = mpsc::channel();
        let signals = events.clone();
        let _owned = term.0.signals.own(move |signal| {
            signals.send(Event::Signal(signal)).ok();
        });
        let mut hidden = Hidden::take(echo);
        write(term, prompt);
        // It is left waiting where the question ends by a signal: then the process ends as well.
        let reader = std::thread::Builder::new().name("answer".to_owned());
        reader.spawn(move || events.send(Event::Line(read())).ok()).map_err(PromptError::Terminal)?;
        loop {
            let ended = match came.recv() {
                Ok(Event::Signal(TerminalSignal::Suspend)) => {
                    drop(hidden.take());
                    write(term, "\n");
                    stop_process();
                    continue;
                }
                Ok(Event::Signal(TerminalSignal::Resumed)) => {
                    // The terminal has dropped what was typed.
                    hidden = Hidden::take(echo);
                    write(term, prompt);
                    continue;
                }
                Ok(Event::Line(Ok(line))) if line.len() >= LONGEST => {
                    let reason = format!("a terminal takes {LONGEST} bytes at most as one line: use a file or a pipe");
                    return Err(PromptError::Terminal(io::Error::other(reason)));
                }
                Ok(Event::Line(Ok(line))) => return Ok(line),
                Ok(Event::Line(Err(error))) if error.kind() == io::ErrorKind::UnexpectedEof => PromptError::Closed,
                Ok(Event::Line(Err(error))) => PromptError::Terminal(error),
                Ok(Event::Signal(TerminalSignal::Interrupt)) => PromptError::Interrupted,
                Ok(Event::Signal(TerminalSignal::End(exit))) => PromptError::Ended(exit),
                Err(mpsc::RecvError) => PromptError::Closed,
            };
            write(term, "\n");
            return Err(ended);
        }
    }

    /// Reads one line. What was typed ahead stays with the terminal, for the next question.
    fn read() -> io::Result<Zeroizing<Vec<u8>>> {
        let mut line = Zeroizing::new(Vec::with_capacity(2 * LONGEST));
        let mut bytes = Zeroizing::new([0; LONGEST + 1]);
        loop {
            match rustix::io::read(io::stdin(), &mut bytes[..]) {
                // Where the terminal is gone, and the hang-up signal ignored, reading it fails.
                Ok(0) | Err(Errno::IO) if line.is_empty() => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(0) => return Ok(line),
                // A terminal returns one line at most.
                Ok(count) => line.extend_from_slice(&bytes[..count]),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
            if let Some(typed) = line.strip_suffix(b"\n") {
                let length = typed.strip_suffix(b"\r").unwrap_or(typed).len();
                line.truncate(length);
                return Ok(line);
            }
        }
    }

    /// A terminal that does not show what is typed, until this is dropped.
    struct Hidden(Termios);

    impl Hidden {
        fn take(echo: Echo) -> Option<Self> {
            let before = (echo == Echo::Hidden).then(|| tcgetattr(io::stdin()).ok()).flatten()?;
            let mut modes = before.clone();
            modes.local_modes.remove(LocalModes::ECHO);
            modes.local_modes.insert(LocalModes::ECHONL);
            tcsetattr(io::stdin(), OptionalActions::Now, &modes).ok()?;
            Some(Self(before))
        }
    }

    impl Drop for Hidden {
        fn drop(&mut self) {
            tcsetattr(io::stdin(), OptionalActions::Now, &self.0).ok();
        }
    }
}

#[cfg(not(unix))]
fn line(_: &Term, prompt: &str, echo: Echo) -> Result<Zeroizing<Vec<u8>>, PromptError> {
    use std::io::ErrorKind;

    let screen = console::Term::stderr();
    let prompt = prompt.trim_end_matches(": ");
    let typed = match echo {
        Echo::Shown => dialoguer::Input::<String>::with_theme(&SimpleTheme)
            .with_prompt(prompt)
            .allow_empty(true)
            .report(false)
            .interact_text_on(&screen)
            .map_err(|dialoguer::Error::IO(error)| error),
        Echo::Hidden => screen.write_str(&format!("{prompt}: ")).and_then(|()| screen.read_secure_line()),
    };
    let _ = screen.show_cursor();
    let typed = typed.map_err(|error| match error.kind() {
        ErrorKind::Interrupted => PromptError::Interrupted,
        ErrorKind::UnexpectedEof | ErrorKind::NotConnected => PromptError::Closed,
        _ => PromptError::Terminal(error),
    })?;
    Ok(Zeroizing::new(typed.into_bytes()))
}
