//! Lines on stderr that a prompt draws again with each key, and the keys that belong to it.
//!
//! No line is longer than the terminal is wide, so that going back to the first one is right at every width. The
//! terminal is given back before the process is suspended and taken again afterwards.

use std::io;
use std::sync::mpsc;
use std::time::Duration;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use super::super::canvas::{Input, Key, Keyboard, Keys as _};
use super::super::sanitize::width;
use super::super::signals::{TerminalSignal, stop_process, suspend_job};
use super::super::style::Line;
use super::super::{Term, lock};
use super::PromptError;

/// How often signals are looked for between two keys.
const GLANCE: Duration = Duration::from_millis(50);

/// What is on the screen: lines, and the cursor in the last of those that take input.
pub(super) struct View {
    pub(super) lines: Vec<Line>,
    /// Row of the cursor among the lines, and its column.
    pub(super) cursor: (usize, usize),
}

/// What a key led to.
pub(super) enum Step<T> {
    /// Draw again and wait for the next.
    Next,
    /// The answer.
    Done(T),
}

/// The drawn lines.
struct Block<'t> {
    term: &'t Term,
    /// The text of each line, as it is on the screen.
    drawn: Vec<String>,
    /// Row of the cursor among them, and its column.
    row: usize,
    column: usize,
}

/// The terminal, taken key by key.
struct Raw;

impl Raw {
    fn take() -> io::Result<Self> {
        // Also where a shell has changed the modes meanwhile.
        disable_raw_mode().ok();
        enable_raw_mode()?;
        Ok(Self)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        disable_raw_mode().ok();
    }
}

/// Draws, waits for keys and passes them on until there is an answer. The last view stays out of sight; `done` returns the
/// line that stays instead.
pub(super) fn ask<T, S>(
    term: &Term,
    state: &mut S,
    view: impl Fn(&S, usize, usize) -> View,
    mut press: impl FnMut(&mut S, Key) -> Step<T>,
    done: impl FnOnce(&T) -> Line,
) -> Result<T, PromptError> {
    let (signals, came) = mpsc::channel();
    let _owned = term.0.signals.own(move |signal| {
        signals.send(signal).ok();
    });
    let mut block = Block { term, drawn: Vec::new(), row: 0, column: 0 };
    let mut raw = Some(Raw::take().map_err(PromptError::Terminal)?);
    loop {
        let (columns, rows) = term.terminal().size();
        block.draw(&view(state, usize::from(columns), usize::from(rows)));
        let key = loop {
            match came.try_recv().ok() {
                Some(TerminalSignal::Suspend) => {
                    block.leave();
                    drop(raw.take());
                    stop_process();
                    // The process may run on for a moment: the terminal is taken again when it is resumed.
                    match came.recv() {
                        Ok(TerminalSignal::End(exit)) => return Err(PromptError::Ended(exit)),
                        Ok(TerminalSignal::Interrupt) => return Err(PromptError::Interrupted),
                        Ok(TerminalSignal::Suspend | TerminalSignal::Resumed) | Err(_) => {}
                    }
                    raw = Some(Raw::take().map_err(PromptError::Terminal)?);
                    break None;
                }
                Some(TerminalSignal::Resumed) => {
                    drop(raw.take());
                    raw = Some(Raw::take().map_err(PromptError::Terminal)?);
                    block.forget();
                    break None;
                }
                Some(TerminalSignal::Interrupt) => {
                    block.leave();
                    return Err(PromptError::Interrupted);
                }
                Some(TerminalSignal::End(exit)) => {
                    block.leave();
                    return Err(PromptError::Ended(exit));
                }
                None => {}
            }
            match Keyboard::default().next(GLANCE) {
                Ok(Some(Input::Key(key))) => break Some(key),
                Ok(Some(Input::Size(..))) => break None,
                Ok(Some(Input::Paste(_)) | None) => {}
                Err(error) => {
                    block.leave();
                    return Err(match error.kind() {
                        io::ErrorKind::UnexpectedEof | io::ErrorKind::BrokenPipe => PromptError::Closed,
                        _ => PromptError::Terminal(error),
                    });
                }
            }
        };
        match key {
            None => {}
            Some(Key::Ctrl('c')) => {
                block.leave();
                return Err(PromptError::Interrupted);
            }
            Some(Key::Ctrl('d')) => {
                block.leave();
                return Err(PromptError::Closed);
            }
            Some(Key::Ctrl('z')) => suspend_job(),
            Some(key) => {
                if let Step::Done(answer) = press(state, key) {
                    block.end(&done(&answer));
                    return Ok(answer);
                }
            }
        }
    }
}

impl Block<'_> {
    fn write(&self, text: &str) {
        let mut stderr = lock(&self.term.0.stderr);
        // A failure of the terminal is met when the next key is read.
        let _ = stderr.write_all(text.as_bytes());
        let _ = stderr.flush();
    }

    /// Returns what leads back to the beginning of the first line, and clears everything from there.
    fn back(&self) -> String {
        let columns = usize::from(self.term.terminal().size().0).max(1);
        let above = rows_above(&self.drawn, self.row, self.column, columns);
        if above > 0 { format!("\r\u{1b}[{above}A\u{1b}[J") } else { "\r\u{1b}[J".to_owned() }
    }

    fn render(&self, line: &Line) -> String {
        line.render(self.term.color_stderr())
    }

    fn draw(&mut self, view: &View) {
        let plain: Vec<String> = view.lines.iter().map(|line| line.render(false)).collect();
        let (row, column) = view.cursor;
        // A character at the end is only added: a screen reader does not read the line again.
        if let ([before], [now]) = (&self.drawn[..], &plain[..])
            && let Some(added) = now.strip_prefix(before.as_str())
            && column == width(now)
        {
            self.write(added);
            (self.drawn, self.column) = (plain, column);
            return;
        }
        let lines: Vec<String> = view.lines.iter().map(|line| self.render(line)).collect();
        let mut text = self.back() + &lines.join("\r\n");
        let up = plain.len().saturating_sub(1).saturating_sub(row);
        if up > 0 {
            text += &format!("\u{1b}[{up}A");
        }
        text += "\r";
        if column > 0 {
            text += &format!("\u{1b}[{column}C");
        }
        self.write(&text);
        (self.drawn, self.row, self.column) = (plain, row, column);
    }

    /// Leaves the lines on the screen and goes below them.
    fn leave(&mut self) {
        let down = self.drawn.len().saturating_sub(1).saturating_sub(self.row);
        let down = if down > 0 { format!("\u{1b}[{down}B") } else { String::new() };
        self.write(&format!("{down}\r\n"));
        self.forget();
    }

    /// Draws the next view where the cursor is.
    fn forget(&mut self) {
        self.drawn.clear();
        (self.row, self.column) = (0, 0);
    }

    /// Replaces the lines by one that stays.
    fn end(&self, line: &Line) {
        self.write(&format!("{}{}\r\n", self.back(), self.render(line)));
    }
}

/// Returns how many rows of the screen are above the cursor. A terminal that became narrower has broken the lines anew,
/// also the one with the cursor.
fn rows_above(drawn: &[String], row: usize, column: usize, columns: usize) -> usize {
    let rows = |line: &String| width(line).div_ceil(columns).max(1);
    drawn.iter().take(row).map(rows).sum::<usize>() + column / columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_is_found_again_after_the_terminal_became_narrower() {
        let drawn = ["a".repeat(70), "b".repeat(60)];
        for (row, column, columns, above) in
            [(0, 60, 80, 0), (0, 60, 50, 1), (0, 60, 20, 3), (1, 59, 80, 1), (1, 59, 40, 3), (0, 0, 1, 0)]
        {
            assert_eq!(rows_above(&drawn, row, column, columns), above, "{row} {column} {columns}");
        }
        assert_eq!(rows_above(&[], 0, 0, 80), 0);
    }
}
