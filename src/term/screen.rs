//! The part of the screen progress is drawn on: stderr.
//!
//! indicatif fills each line up to the width it is given and expects the terminal to wrap there. Lines are ended here
//! instead, so that nothing depends on how a terminal wraps, and blanks at their ends are left out: after a resize there
//! is less for the terminal to break anew.

use std::fmt::Write as _;
use std::io;
use std::sync::Mutex;

use indicatif::TermLike;
use unicode_width::UnicodeWidthChar as _;

use super::{Stderr, Terminal, lock};

pub(super) struct Screen {
    stderr: Stderr,
    terminal: Mutex<Terminal>,
    drawing: Mutex<Drawing>,
}

/// One drawing, which is written at once, so that it cannot be seen half done.
#[derive(Default)]
struct Drawing {
    pending: String,
    /// The column of the cursor in the line being drawn.
    column: usize,
    /// Blanks that are owed until something follows them in their line.
    blanks: usize,
    /// Columns in use in each line of this drawing.
    lines: Vec<usize>,
    /// The same of the drawing before, as long as it is on the screen.
    before: Vec<usize>,
}

impl std::fmt::Debug for Screen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Screen").field("terminal", &self.terminal).finish_non_exhaustive()
    }
}

impl Screen {
    pub(super) fn new(stderr: Stderr, terminal: Terminal) -> Self {
        Self { stderr, terminal: Mutex::new(terminal), drawing: Mutex::default() }
    }

    fn size(&self) -> (u16, u16) {
        lock(&self.terminal).size()
    }

    /// The same after its terminal became narrower.
    #[cfg(test)]
    pub(super) fn narrowed(&self, width: u16) -> &Self {
        lock(&self.terminal).width = width;
        self
    }

    fn steps(&self, count: usize, direction: char) {
        if count > 0 {
            write!(lock(&self.drawing).pending, "\u{1b}[{count}{direction}").expect("a String takes everything");
        }
    }
}

impl Drawing {
    fn end_line(&mut self) {
        self.lines.push(self.column - self.blanks);
        (self.column, self.blanks) = (0, 0);
    }

    fn put(&mut self, c: char, width: usize) {
        let columns = c.width().unwrap_or(0);
        if self.column + columns > width {
            self.end_line();
            self.pending.push_str("\r\n");
        }
        self.column += columns;
        if c == ' ' {
            self.blanks += 1;
        } else {
            self.pending.extend(std::iter::repeat_n(' ', std::mem::take(&mut self.blanks)));
            self.pending.push(c);
        }
    }
}

/// Returns the width that lines may have on a terminal: without its last two columns, which are for the `^C` that a
/// terminal writes by itself.
pub(super) fn room(columns: u16) -> u16 {
    columns.saturating_sub(2).max(1)
}

impl TermLike for Screen {
    fn width(&self) -> u16 {
        room(self.size().0)
    }

    fn height(&self) -> u16 {
        self.size().1
    }

    fn move_cursor_up(&self, n: usize) -> io::Result<()> {
        let columns = usize::from(self.size().0).max(1);
        let mut drawing = lock(&self.drawing);
        // The first move of a drawing goes to the beginning of the one before. A terminal that became narrower has broken
        // its lines meanwhile, so that it is higher than it was.
        let before = std::mem::take(&mut drawing.before);
        if before.len() == n + 1 {
            let rows: usize = before.iter().map(|used| used.div_ceil(columns).max(1)).sum();
            drawing.pending.push('\r');
            if rows > 1 {
                write!(drawing.pending, "\u{1b}[{}A", rows - 1).expect("a String takes everything");
            }
            drawing.pending.push_str("\u{1b}[J");
            return Ok(());
        }
        drop(drawing);
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
        self.write_str(s)?;
        let mut drawing = lock(&self.drawing);
        drawing.end_line();
        drawing.pending.push_str("\r\n");
        Ok(())
    }

    fn write_str(&self, s: &str) -> io::Result<()> {
        let width = usize::from(self.width());
        let mut drawing = lock(&self.drawing);
        for c in s.chars() {
            match c {
                '\r' => {
                    (drawing.column, drawing.blanks) = (0, 0);
                    drawing.pending.push(c);
                }
                c => drawing.put(c, width),
            }
        }
        Ok(())
    }

    fn clear_line(&self) -> io::Result<()> {
        lock(&self.drawing).pending.push_str("\r\u{1b}[2K");
        Ok(())
    }

    fn flush(&self) -> io::Result<()> {
        let mut drawing = lock(&self.drawing);
        if drawing.column > 0 {
            drawing.end_line();
        }
        drawing.before = std::mem::take(&mut drawing.lines);
        let text = std::mem::take(&mut drawing.pending);
        drop(drawing);
        let mut stderr = lock(&self.stderr);
        stderr.write_all(text.as_bytes())?;
        stderr.flush()
    }
}
