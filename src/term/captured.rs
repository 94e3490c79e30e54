//! Streams that capture what is written to them.

use std::io::{self, Cursor, Write};
use std::sync::{Arc, Mutex};

use super::{Streams, lock};

/// What a captured terminal has printed so far. Clones see the same output.
#[derive(Clone, Debug, Default)]
pub struct Captured {
    stdout: Buffer,
    stderr: Buffer,
}

#[derive(Clone, Debug, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        lock(&self.0).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Captured {
    /// Returns streams that write here and read `stdin`.
    pub fn streams(&self, stdin: Vec<u8>) -> Streams {
        Streams {
            stdin: Box::new(Cursor::new(stdin)),
            stdout: Box::new(self.stdout.clone()),
            stderr: Box::new(self.stderr.clone()),
        }
    }

    /// Returns the bytes on stdout.
    pub fn stdout_bytes(&self) -> Vec<u8> {
        lock(&self.stdout.0).clone()
    }

    /// Returns stdout as text.
    pub fn stdout(&self) -> String {
        String::from_utf8_lossy(&lock(&self.stdout.0)).into_owned()
    }

    /// Returns stderr as text.
    pub fn stderr(&self) -> String {
        String::from_utf8_lossy(&lock(&self.stderr.0)).into_owned()
    }
}
