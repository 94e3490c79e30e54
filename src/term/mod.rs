//! The terminal: the only module that uses stdin, stdout and stderr.
//!
//! The answer goes to stdout; status, progress, warnings and questions go to stderr. It does not depend on connections
//! or journals, reads no environment (facts are passed as values), and holds no global: a test and the demo run whole
//! commands on [`Term::captured`].

pub mod canvas;
mod captured;
mod input;
pub mod line_edit;
mod lock;
mod log_commands;
pub mod pager;
pub mod progress;
pub mod prompt;
pub mod sanitize;
mod screen;
mod signals;
pub mod style;
pub mod table;
pub mod wrap;

use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::sync::{Arc, Mutex, Weak};
use std::thread::{self, ThreadId};

pub use captured::Captured;
pub use input::InputError;
use lock::lock;
use log_commands::Breaker;
pub use progress::{Pace, Progress};
pub use style::{ColorChoice, ColorFacts, Line, Style};

use crate::exit::Exit;
use crate::failure::Classify;
use crate::shell::RepeatedOptions;

/// Properties of the terminal of the process.
#[derive(Clone, Debug)]
pub struct Terminal {
    /// Whether stdin is a terminal.
    pub stdin: bool,
    /// Whether stdout is a terminal.
    pub stdout: bool,
    /// Whether stderr is a terminal.
    pub stderr: bool,
    /// Width in columns.
    pub width: u16,
    /// Height in rows.
    pub height: u16,
    /// Whether it can only print lines (`TERM=dumb`).
    pub dumb: bool,
    /// Environment variables about colour.
    pub facts: ColorFacts,
    /// Whether this is the terminal of the process, whose size may change.
    pub resizes: bool,
    /// Whether a runner reads the output and obeys commands in it, such as `##vso[…]`.
    pub obeys_commands: bool,
}

impl Default for Terminal {
    /// Nothing is a terminal.
    fn default() -> Self {
        let facts = ColorFacts::default();
        let (stdin, stdout, stderr) = (false, false, false);
        Self { stdin, stdout, stderr, width: 80, height: 24, dumb: false, facts, resizes: false, obeys_commands: false }
    }
}

impl Terminal {
    /// Detects the properties of this process. `term` is the value of `TERM`.
    pub fn detect(term: Option<&str>, facts: ColorFacts) -> Self {
        let stdout = io::stdout().is_terminal();
        let asked = if stdout { console::Term::stdout() } else { console::Term::stderr() };
        let (height, width) = asked.size_checked().unwrap_or((24, 80));
        Self {
            stdin: io::stdin().is_terminal(),
            stdout,
            stderr: io::stderr().is_terminal(),
            // Some CI systems report a terminal of 0 columns.
            width: if width == 0 { 80 } else { width },
            height: if height == 0 { 24 } else { height },
            dumb: term == Some("dumb"),
            facts,
            resizes: true,
            obeys_commands: false,
        }
    }

    /// Returns how many columns and rows there are at this moment.
    pub fn size(&self) -> (u16, u16) {
        let now = || console::Term::stderr().size_checked().filter(|(rows, columns)| *rows > 0 && *columns > 0);
        match self.resizes.then(now).flatten() {
            Some((rows, columns)) => (columns, rows),
            None => (self.width, self.height),
        }
    }

    /// Returns whether prompts are possible.
    pub const fn interactive(&self) -> bool {
        self.stdin && self.stderr && !self.dumb
    }
}

/// Output settings of the command line.
#[derive(Clone, Debug, Default)]
pub struct TermOptions {
    /// `--color`: when to use colour.
    pub color: ColorChoice,
    /// `--quiet`: no status, no notes, no progress. Warnings and errors stay.
    pub quiet: bool,
    /// How often `--verbose` was given.
    pub verbose: u8,
    /// `--no-input`: never prompt.
    pub no_input: bool,
    /// Whether programs read stderr too, as with `-o json`: each message is then a JSON object on a line of its own, like
    /// the error that may end them. On a terminal a person reads them all the same.
    pub json: bool,
    /// Whether output is for a screen reader: nothing is drawn again, choices have numbers, words stand for signs.
    pub accessible: bool,
    /// What the commands printed as the next ones repeat.
    pub repeated: RepeatedOptions,
    /// Whether stdout holds text of the user's own making (`--jq`), which need not be JSON.
    pub raw: bool,
    /// The program long tables are shown with, and its arguments. Used only on a terminal.
    pub pager: Option<Vec<String>>,
    /// Timing of progress output.
    pub pace: Pace,
}

/// The three streams of a process.
pub struct Streams {
    /// Input: answers to prompts, secrets, bodies.
    pub stdin: Box<dyn Read + Send>,
    /// Output of the command.
    pub stdout: Box<dyn Write + Send>,
    /// Status, progress, warnings and errors.
    pub stderr: Box<dyn Write + Send>,
}

impl Streams {
    /// The streams of this process.
    pub fn process() -> Self {
        Self { stdin: Box::new(io::stdin()), stdout: Box::new(io::stdout()), stderr: Box::new(io::stderr()) }
    }

    /// Empty input; output is discarded.
    pub fn closed() -> Self {
        Self { stdin: Box::new(io::empty()), stdout: Box::new(io::sink()), stderr: Box::new(io::sink()) }
    }
}

/// Why stdout could not be written.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The reader closed the pipe (`| head`). Not an error: the process ends quietly and with success.
    #[error("the output was closed")]
    Closed,
    /// The disk is full, or the like.
    #[error("could not write the output")]
    Write(#[source] io::Error),
}

impl From<io::Error> for OutputError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Write(error),
        }
    }
}

impl Classify for OutputError {
    fn exit(&self) -> Exit {
        match self {
            Self::Closed => Exit::Ok,
            Self::Write(_) => Exit::Local,
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Closed => None,
            Self::Write(error) if error.kind() == io::ErrorKind::StorageFull => {
                Some("make room where the output is written, then run the command again".into())
            }
            Self::Write(_) => Some("what was written so far is incomplete; run the command again".into()),
        }
    }
}

pub(crate) type Stderr = Arc<Mutex<Box<dyn Write + Send>>>;

struct Shared {
    terminal: Terminal,
    options: TermOptions,
    color_stdout: bool,
    color_stderr: bool,
    stdin: Mutex<Option<Box<dyn Read + Send>>>,
    stdout: Mutex<BufWriter<Box<dyn Write + Send>>>,
    stderr: Stderr,
    /// Progress that is drawn at the moment; it is suspended while others print.
    drawn: Mutex<Option<indicatif::MultiProgress>>,
    suspended_by: Mutex<Option<ThreadId>>,
    diverted: Mutex<Option<canvas::Diversion>>,
    group: Mutex<Weak<progress::Group>>,
    signals: signals::Signals,
}

/// The terminal of one run. Cheap to clone; clones are the same terminal.
#[derive(Clone)]
pub struct Term(Arc<Shared>);

impl Term {
    /// Takes the streams over.
    pub fn new(terminal: Terminal, options: TermOptions, mut streams: Streams) -> Self {
        if terminal.obeys_commands {
            streams.stdout = Box::new(Breaker::new(streams.stdout, options.json && !options.raw));
        }
        Self(Arc::new(Shared {
            color_stdout: terminal.facts.allow(options.color, terminal.stdout, terminal.dumb),
            color_stderr: terminal.facts.allow(options.color, terminal.stderr, terminal.dumb),
            terminal,
            options,
            stdin: Mutex::new(Some(streams.stdin)),
            stdout: Mutex::new(BufWriter::with_capacity(64 * 1024, streams.stdout)),
            stderr: Arc::new(Mutex::new(streams.stderr)),
            drawn: Mutex::default(),
            suspended_by: Mutex::default(),
            diverted: Mutex::default(),
            group: Mutex::default(),
            signals: signals::Signals::default(),
        }))
    }

    /// A terminal whose output is captured.
    pub fn captured(terminal: Terminal, options: TermOptions, stdin: impl Into<Vec<u8>>) -> (Self, Captured) {
        let captured = Captured::default();
        (Self::new(terminal, options, captured.streams(stdin.into())), captured)
    }

    /// Returns the properties of the terminal.
    pub fn terminal(&self) -> &Terminal {
        &self.0.terminal
    }

    /// Returns the output settings.
    pub fn options(&self) -> &TermOptions {
        &self.0.options
    }

    /// Returns whether stdout is in colour.
    pub fn color_stdout(&self) -> bool {
        self.0.color_stdout
    }

    /// Returns whether stderr is in colour.
    pub fn color_stderr(&self) -> bool {
        self.0.color_stderr
    }

    /// Writes to stdout. On a terminal it is seen at once; in a pipe it waits for a full buffer or [`Term::flush`].
    ///
    /// # Errors
    /// [`OutputError::Closed`] when the reader is gone, [`OutputError::Write`] for everything else.
    pub fn data(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), OutputError> {
        let go = || {
            let mut stdout = lock(&self.0.stdout);
            write(&mut *stdout)?;
            if self.0.terminal.stdout { stdout.flush() } else { Ok(()) }
        };
        // A bar on the same screen would be torn; one on another stream cannot be.
        let written = if self.0.terminal.stdout { self.suspend(go) } else { go() };
        written.map_err(OutputError::from)
    }

    /// Flushes the buffer of stdout.
    pub fn flush(&self) -> Result<(), OutputError> {
        lock(&self.0.stdout).flush().map_err(OutputError::from)
    }

    /// Ends the output, and reports whether it could be written.
    pub fn finish(&self) -> Result<(), OutputError> {
        self.flush()
    }

    /// Prints what is being done. Silenced by `--quiet`.
    pub fn status(&self, line: impl Into<Line>) {
        if !self.0.options.quiet {
            self.message("note", Line::new(), line.into());
        }
    }

    /// Prints a note. Silenced by `--quiet`.
    pub fn note(&self, line: impl Into<Line>) {
        if !self.0.options.quiet {
            self.message("note", Line::new().muted("note: "), line.into());
        }
    }

    /// Prints a warning.
    pub fn warn(&self, line: impl Into<Line>) {
        self.message("warning", Line::new().caution("warning: "), line.into());
    }

    /// Prints details. `level` is how often `--verbose` has to be given for them.
    pub fn verbose(&self, level: u8, line: impl FnOnce() -> String) {
        if self.0.options.verbose >= level {
            self.message("note", Line::new(), Line::new().muted(line()));
        }
    }

    /// Writes a text to stderr, which the caller has sanitized. Commands of a runner in it are broken up.
    pub fn error_text(&self, text: &str) {
        if self.0.terminal.obeys_commands {
            self.command_text(&log_commands::broken(text));
        } else {
            self.command_text(text);
        }
    }

    /// Writes a text to stderr unchanged: commands that a runner is to obey.
    pub fn command_text(&self, text: &str) {
        if self.divert(text) {
            return;
        }
        self.suspend(|| {
            // So that a table and the error after it stand in this order on the screen.
            if self.0.terminal.stdout {
                // Not when it is being written at this moment, maybe by the very caller.
                if let Ok(mut stdout) = self.0.stdout.try_lock() {
                    let _ = stdout.flush();
                }
            }
            let mut stderr = lock(&self.0.stderr);
            // A failure of stderr itself cannot be reported.
            let _ = stderr.write_all(text.as_bytes());
            let _ = stderr.flush();
        });
    }

    /// Returns a line as stderr shows it: on a terminal broken at words, lines after the first indented.
    pub(crate) fn message_text(&self, line: &Line, indent: usize) -> String {
        let diverted = lock(&self.0.diverted).is_some();
        let color = self.0.color_stderr && !diverted;
        let columns = if self.0.terminal.stderr { usize::from(self.0.terminal.size().0) } else { usize::MAX };
        let lines = wrap::wrapped(line, columns, indent);
        lines.iter().map(|line| line.render(color).trim_end_matches(' ').to_owned() + "\n").collect()
    }

    fn message(&self, kind: &str, lead: Line, line: Line) {
        let line = line.repeating(&self.0.options.repeated);
        let diverted = lock(&self.0.diverted).is_some();
        let text = if self.0.options.json && !self.0.terminal.stderr && !diverted {
            sanitize::clean_json(&serde_json::json!({ kind: line.render(false) }).to_string()).into_owned() + "\n"
        } else {
            self.message_text(&lead.then(line), 2)
        };
        self.error_text(&text);
    }

    /// Takes progress off the screen while `f` prints or prompts.
    pub fn suspend<R>(&self, f: impl FnOnce() -> R) -> R {
        let (mut f, mut result) = (Some(f), None);
        self.without_progress(&mut || result = f.take().map(|f| f()));
        result.expect("it is called once")
    }

    /// Not generic: everything that prints comes through here.
    fn without_progress(&self, f: &mut dyn FnMut()) {
        let drawn = lock(&self.0.drawn).clone();
        let here = Some(thread::current().id());
        match drawn {
            // Whoever prints while it is away already must not wait for himself.
            Some(multi) if *lock(&self.0.suspended_by) != here => multi.suspend(|| {
                *lock(&self.0.suspended_by) = here;
                f();
                *lock(&self.0.suspended_by) = None;
            }),
            _ => f(),
        }
    }

    /// Starts showing progress, or joins what is shown already.
    pub fn progress(&self) -> Progress {
        Progress::on(self)
    }
}

#[cfg(test)]
mod tests;
