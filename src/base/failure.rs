//! What a command returns when it could not do its work.
//!
//! An error is classified where it is born: each module's error implements [`Classify`] beside its definition, and
//! `?` turns it into a [`Failure`]. Nothing downstream reads messages or downcasts.

use crate::exit::Exit;

/// The hint of an error that a login mends.
pub const LOG_IN: &str = "run `makini login`";

/// An error with its exit class and hints.
pub trait Classify: std::error::Error + Send + Sync + 'static {
    /// Returns the exit class.
    fn exit(&self) -> Exit;

    /// Returns what to do next, in one line that names the exact command where there is one.
    fn hint(&self) -> Option<String> {
        None
    }

    /// Returns every hint, the most useful first.
    fn hints(&self) -> Vec<String> {
        self.hint().into_iter().collect()
    }

    /// Returns the request ID of the call that failed.
    fn request_id(&self) -> Option<String> {
        None
    }

    /// Returns the platform's own error code, such as `REAUTHORIZATION_REQUIRED`.
    fn code(&self) -> Option<String> {
        None
    }
}

/// A classified error on its way to the terminal.
#[derive(Debug)]
pub struct Failure {
    /// How the process ends.
    pub exit: Exit,
    /// What was being done, as "could not list connections".
    pub during: Option<String>,
    /// What went wrong, with its chain of causes.
    pub cause: anyhow::Error,
    /// What to do next.
    pub hints: Vec<String>,
    /// The request ID of the call that failed.
    pub request_id: Option<String>,
    /// The platform's error code.
    pub code: Option<String>,
}

impl Failure {
    /// Builds a failure that has no error type of its own.
    pub fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self {
            exit,
            during: None,
            cause: anyhow::Error::msg(message.into()),
            hints: Vec::new(),
            request_id: None,
            code: None,
        }
    }

    /// A failure of the command line ([`Exit::Usage`]).
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// A file that was named on the command line and cannot be read: a mistake of the command line ([`Exit::Usage`])
    /// where there is no such file, and this machine's trouble ([`Exit::Local`]) otherwise. The one rule for all
    /// commands.
    pub fn unreadable(file: impl std::fmt::Display, error: &std::io::Error) -> Self {
        use std::io::ErrorKind::{IsADirectory, NotADirectory, NotFound};
        let exit =
            if matches!(error.kind(), NotFound | IsADirectory | NotADirectory) { Exit::Usage } else { Exit::Local };
        Self::new(exit, format!("could not read `{file}`: {error}"))
    }

    /// Adds a hint: the next command, or what to change.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds the request ID.
    #[must_use]
    pub fn with_request_id(mut self, id: Option<String>) -> Self {
        self.request_id = id.or(self.request_id);
        self
    }

    /// Sets what was being done, unless it is set already.
    #[must_use]
    pub fn during(mut self, what: impl Into<String>) -> Self {
        self.during.get_or_insert_with(|| what.into());
        self
    }

    /// Returns the causes as text, outermost first, each once.
    pub fn causes(&self) -> Vec<String> {
        let mut seen: Vec<String> = Vec::new();
        for cause in self.cause.chain() {
            let text = cause.to_string();
            if seen.last().is_none_or(|last| !last.ends_with(&text)) {
                seen.push(text);
            }
        }
        seen
    }
}

impl<E: Classify> From<E> for Failure {
    fn from(error: E) -> Self {
        Self {
            exit: error.exit(),
            during: None,
            hints: error.hints(),
            request_id: error.request_id(),
            code: error.code(),
            cause: error.into(),
        }
    }
}

/// An error without a class is a defect of this program.
impl From<anyhow::Error> for Failure {
    fn from(cause: anyhow::Error) -> Self {
        Self { exit: Exit::Bug, during: None, cause, hints: Vec::new(), request_id: None, code: None }
    }
}

/// Adds what was being done to an error.
pub trait During<T> {
    /// Adds "could not …" to the failure.
    ///
    /// # Errors
    /// Passes on the error it was given.
    fn during(self, what: impl FnOnce() -> String) -> Result<T, Failure>;
}

impl<T, E: Into<Failure>> During<T> for Result<T, E> {
    fn during(self, what: impl FnOnce() -> String) -> Result<T, Failure> {
        self.map_err(|error| error.into().during(what()))
    }
}
