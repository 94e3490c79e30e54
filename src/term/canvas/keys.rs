//! Keyboard input while a view draws on the whole screen.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::super::lock;

/// One event of the keyboard or the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// A text that was pasted.
    Paste(String),
    /// The screen has another size now: columns and rows.
    Size(u16, u16),
}

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A letter, digit or sign.
    Char(char),
    /// A letter with Ctrl.
    Ctrl(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Tab.
    Tab,
    /// An arrow.
    Up,
    /// An arrow.
    Down,
    /// An arrow.
    Left,
    /// An arrow.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
}

/// Where keys come from.
pub trait Keys: Send {
    /// Waits at most so long for the next.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn next(&mut self, patience: Duration) -> io::Result<Option<Input>>;
}

/// Whose turn it is to read keys: the view's, or that of a program that it started.
#[derive(Clone, Debug, Default)]
pub struct Turn(Arc<(AtomicBool, Mutex<()>)>);

impl Turn {
    /// Has nobody here read keys while `work` runs.
    pub fn yield_to<T>(&self, work: impl FnOnce() -> T) -> T {
        self.0.0.store(true, Ordering::SeqCst);
        let _reading = lock(&self.0.1);
        let done = work();
        self.0.0.store(false, Ordering::SeqCst);
        done
    }
}

/// The keyboard of this process's terminal.
#[derive(Clone, Debug, Default)]
pub struct Keyboard(pub Turn);

impl Keys for Keyboard {
    fn next(&mut self, patience: Duration) -> io::Result<Option<Input>> {
        let (is_theirs, reading) = &*self.0.0;
        if is_theirs.load(Ordering::SeqCst) {
            thread::sleep(patience);
            return Ok(None);
        }
        let _reading = lock(reading);
        check_terminal()?;
        if !event::poll(patience)? {
            return Ok(None);
        }
        Ok(input(event::read()?))
    }
}

/// Fails when the terminal is gone: to crossterm that is a terminal on which nothing is typed.
#[cfg(unix)]
fn check_terminal() -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    let stdin = io::stdin();
    let mut looked_at = [PollFd::new(&stdin, PollFlags::IN)];
    let is_known = poll(&mut looked_at, Some(&Timespec::default())).is_ok();
    let is_gone = is_known && looked_at[0].revents().intersects(PollFlags::HUP | PollFlags::ERR);
    if is_gone { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as on other systems")]
fn check_terminal() -> io::Result<()> {
    Ok(())
}

fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => self::key(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(width, height) => Some(Input::Size(width, height)),
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    Some(match event.code {
        KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::CONTROL) => Key::Ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::ALT) || c.is_control() => return None,
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Tab => Key::Tab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_mean_what_is_on_them() {
        let press = |code, modifiers| input(Event::Key(KeyEvent::new(code, modifiers)));
        let key = |key| Some(Input::Key(key));
        assert_eq!(press(KeyCode::Char('G'), KeyModifiers::SHIFT), key(Key::Char('G')));
        assert_eq!(press(KeyCode::Char('C'), KeyModifiers::CONTROL), key(Key::Ctrl('c')));
        assert_eq!(press(KeyCode::Char('x'), KeyModifiers::ALT), None);
        assert_eq!(press(KeyCode::F(1), KeyModifiers::NONE), None);
        assert_eq!(input(Event::Resize(20, 5)), Some(Input::Size(20, 5)));
        let release = KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(input(Event::Key(release)), None);
    }
}
