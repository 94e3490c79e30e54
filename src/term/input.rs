//! Reading stdin: bodies and secrets that are piped in.

use std::io::{self, Read};

use zeroize::Zeroizing;

use super::{Term, lock};
use crate::exit::Exit;
use crate::failure::Classify;
use crate::secret::{self, Secret};

/// Why stdin could not be used.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// It has been read already: two arguments need it.
    #[error("stdin can be read only once")]
    Taken,
    /// It is longer than the limit, in bytes.
    #[error("stdin is longer than {0} bytes")]
    TooLong(u64),
    /// A secret was expected and nothing came.
    #[error("nothing came in on stdin")]
    Empty,
    /// A secret was expected and what came is not text.
    #[error("what came in on stdin is not text in UTF-8")]
    NotText,
    /// The stream broke.
    #[error("could not read stdin")]
    Read(#[source] io::Error),
}

impl Classify for InputError {
    fn exit(&self) -> Exit {
        match self {
            Self::Taken | Self::TooLong(_) | Self::Empty | Self::NotText => Exit::Usage,
            Self::Read(_) => Exit::Local,
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Taken => Some("let only one argument read stdin; give the others as files".into()),
            _ => None,
        }
    }
}

impl Term {
    /// Takes stdin, to be read as a stream. Afterwards it is not available to others.
    pub fn take_stdin(&self) -> Option<Box<dyn Read + Send>> {
        lock(&self.0.stdin).take()
    }

    /// Reads stdin to its end, at most `limit` bytes.
    pub fn read_stdin(&self, limit: u64) -> Result<Vec<u8>, InputError> {
        let mut bytes = Vec::new();
        self.read_into(&mut bytes, limit)?;
        Ok(bytes)
    }

    /// Reads a secret from stdin: all of it, without one final line end. The buffer is wiped afterwards.
    pub fn read_secret(&self, limit: u64) -> Result<Secret, InputError> {
        // Reserved whole, so that growing leaves no copy of it behind.
        let room = usize::try_from(limit.saturating_add(2)).unwrap_or(usize::MAX).min(1 << 20);
        let mut bytes = Zeroizing::new(Vec::with_capacity(room));
        self.read_into(&mut bytes, limit)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| InputError::NotText)?;
        let text = secret::line(text);
        if text.contains('\0') {
            return Err(InputError::NotText);
        }
        if text.is_empty() { Err(InputError::Empty) } else { Ok(Secret::new(text)) }
    }

    fn read_into(&self, bytes: &mut Vec<u8>, limit: u64) -> Result<(), InputError> {
        let stdin = self.take_stdin().ok_or(InputError::Taken)?;
        let read = stdin.take(limit.saturating_add(1)).read_to_end(bytes).map_err(InputError::Read)?;
        if read as u64 > limit { Err(InputError::TooLong(limit)) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Term, TermOptions, Terminal};
    use super::*;

    fn term(stdin: &[u8]) -> Term {
        Term::captured(Terminal::default(), TermOptions::default(), stdin).0
    }

    #[test]
    fn stdin_is_read_once_and_bounded() {
        let piped = term(b"body");
        assert_eq!(piped.read_stdin(4).unwrap(), b"body");
        assert!(matches!(piped.read_stdin(4), Err(InputError::Taken)));
        let error = term(b"bodies").read_stdin(5).unwrap_err();
        assert!(matches!(error, InputError::TooLong(5)));
        assert_eq!(error.exit(), Exit::Usage);
    }

    #[test]
    fn a_secret_loses_one_line_end_and_nothing_else() {
        for (given, kept) in [("s\n", "s"), ("s\r\n", "s"), ("s\n\n", "s\n"), (" s ", " s "), ("s", "s")] {
            assert_eq!(term(given.as_bytes()).read_secret(100).unwrap().expose(), kept);
        }
        assert!(matches!(term(b"\n").read_secret(100), Err(InputError::Empty)));
        assert!(matches!(term(b"a\0b").read_secret(100), Err(InputError::NotText)));
        assert!(matches!(term(b"\xff").read_secret(100), Err(InputError::NotText)));
    }
}
