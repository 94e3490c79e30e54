//! The part of the screen progress is drawn on: stderr, of a size that is known beforehand.

use std::fmt::Write as _;
use std::io;
use std::sync::Mutex;

use indicatif::TermLike;

use super::{Stderr, lock};

pub(super) struct Screen {
    stderr: Stderr,
    width: u16,
    height: u16,
    /// One drawing is written at once, so that it cannot be seen half done.
    pending: Mutex<String>,
}

impl std::fmt::Debug for Screen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Screen").field("width", &self.width).field("height", &self.height).finish_non_exhaustive()
    }
}

impl Screen {
    pub(super) fn new(stderr: Stderr, width: u16, height: u16) -> Self {
        Self { stderr, width, height, pending: Mutex::default() }
    }

    fn add(&self, text: &str) {
        lock(&self.pending).push_str(text);
    }

    fn steps(&self, count: usize, direction: char) {
        if count > 0 {
            write!(lock(&self.pending), "\u{1b}[{count}{direction}").expect("a String takes everything");
        }
    }
}

impl TermLike for Screen {
    fn width(&self) -> u16 {
        // Room for the `^C` that a terminal writes by itself: a full line would wrap and could not be cleared.
        self.width.saturating_sub(2).max(1)
    }

    fn height(&self) -> u16 {
        self.height
    }

    fn move_cursor_up(&self, n: usize) -> io::Result<()> {
        self.steps(n, 'A');
        Ok(())
    }

    fn move_cursor_down(&self, n: usize) -> io::Result<()> {
        self.steps(n, 'B');
        Ok(())
    }

    fn move_cursor_right(&self, n: usize) -> io::Result<()> {
        self.steps(n, 'C');
        Ok(())
    }

    fn move_cursor_left(&self, n: usize) -> io::Result<()> {
        self.steps(n, 'D');
        Ok(())
    }

    fn write_line(&self, s: &str) -> io::Result<()> {
        self.add(s);
        self.add("\n");
        Ok(())
    }

    fn write_str(&self, s: &str) -> io::Result<()> {
        self.add(s);
        Ok(())
    }

    fn clear_line(&self) -> io::Result<()> {
        self.add("\r\u{1b}[2K");
        Ok(())
    }

    fn flush(&self) -> io::Result<()> {
        let drawing = std::mem::take(&mut *lock(&self.pending));
        let mut stderr = lock(&self.stderr);
        stderr.write_all(drawing.as_bytes())?;
        stderr.flush()
    }
}
