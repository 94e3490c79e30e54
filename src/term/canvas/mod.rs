//! The whole screen, for a view that draws on it: taken, and given back whatever happens.
//!
//! It is given back when [`Canvas`] is dropped, and before a panic is reported. Messages of others are passed to the
//! view that draws, because printed they would corrupt the screen.

mod keys;

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{QueueableCommand as _, style};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

pub use keys::{Input, Key, Keyboard, Keys, Turn};

use super::signals::{Owned, TerminalSignal, stop_process};
use super::{Term, lock};

/// How long giving the screen back waits for a drawing that does not end.
const PATIENCE: Duration = Duration::from_millis(200);

/// Takes messages while the screen is drawn on.
pub(super) type Diversion = Arc<dyn Fn(&str) + Send + Sync>;

impl Term {
    /// Passes a message to the view that draws on the screen. Returns whether there is one.
    pub(super) fn divert(&self, text: &str) -> bool {
        let diverted = lock(&self.0.diverted).clone();
        diverted.is_some_and(|said| {
            said(text);
            true
        })
    }
}

/// The screen, taken. Dropping it gives the screen back.
pub struct Canvas {
    taken: Arc<Taken>,
    /// Signals are passed to this view.
    _owned: Owned,
}

struct Taken {
    term: Term,
    open: AtomicBool,
    /// Whether the process is about to be suspended: the screen is the shell's.
    suspended: AtomicBool,
    /// Whether another program was started on the screen.
    lent: AtomicBool,
    /// Whether something else was on the screen, so that all of it is drawn again.
    stale: AtomicBool,
    /// Whether a panic gave the screen back.
    panicked: AtomicBool,
    /// Held while something is drawn, so that nothing is drawn after the screen was given back.
    drawing: Mutex<()>,
}

impl Canvas {
    /// Takes the screen. Messages that would be printed go to `message` until it is given back; `resumed` is called when
    /// the process was suspended and runs again.
    ///
    /// # Errors
    /// When the terminal refuses.
    pub fn open(
        term: &Term,
        message: impl Fn(&str) + Send + Sync + 'static,
        resumed: impl Fn() + Send + Sync + 'static,
    ) -> io::Result<Self> {
        term.flush().map_err(io::Error::other)?;
        // Whether there is colour was decided elsewhere; if it decided again, the library would garble other attributes.
        style::force_color_output(true);
        enable_raw_mode()?;
        let taken = Arc::new(Taken {
            term: term.clone(),
            open: AtomicBool::new(true),
            suspended: AtomicBool::new(false),
            lent: AtomicBool::new(false),
            stale: AtomicBool::new(false),
            panicked: AtomicBool::new(false),
            drawing: Mutex::default(),
        });
        let signalled = Arc::clone(&taken);
        let owned = term.0.signals.own(move |signal| match signal {
            TerminalSignal::Suspend => {
                signalled.pause();
                // The process may run on for a moment: the screen is taken again when it is resumed, not here.
                stop_process();
            }
            // It is given back when that program has ended.
            TerminalSignal::Resumed if signalled.lent.load(Ordering::SeqCst) => {}
            TerminalSignal::Resumed => {
                signalled.resume();
                resumed();
            }
            // The command ends itself then, and with it the view.
            TerminalSignal::Interrupt | TerminalSignal::End(_) => {}
        });
        let canvas = Self { taken: Arc::clone(&taken), _owned: owned };
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            taken.panicked.store(true, Ordering::SeqCst);
            taken.close();
            before(panic);
        }));
        *lock(&term.0.diverted) = Some(Arc::new(message));
        canvas.taken.write(&entering()?)?;
        Ok(canvas)
    }

    /// Returns the means to draw on it. What is drawn after the screen was given back goes nowhere.
    ///
    /// # Errors
    /// When the size of the terminal is not available.
    pub fn screen(&self) -> io::Result<Screen> {
        let frame = Frame::default();
        Ok(Screen {
            terminal: Terminal::new(CrosstermBackend::new(frame.clone()))?,
            frame,
            taken: Arc::clone(&self.taken),
        })
    }

    /// Shows lines from the top of the screen, as many as it has; whether more were left out is seen in the last one. The
    /// caller has made them harmless, and none is longer than a row.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn show(&self, text: &str, rows: u16) -> io::Result<()> {
        let rows = usize::from(rows.max(1));
        let all: Vec<&str> = text.lines().collect();
        let shown = if all.len() > rows { rows - 1 } else { all.len() };
        let left_out = (all.len() > rows).then(|| format!("… {} more lines", all.len() - shown));
        let mut whole = Vec::new();
        whole.queue(BeginSynchronizedUpdate)?;
        for (row, line) in all[..shown].iter().copied().chain(left_out.as_deref()).enumerate() {
            write!(whole, "\x1b[{};1H\x1b[0m\x1b[2K{line}\x1b[0m", row + 1)?;
        }
        if shown < rows && left_out.is_none() {
            write!(whole, "\x1b[{};1H\x1b[J", shown + 1)?;
        }
        whole.queue(EndSynchronizedUpdate)?;
        self.taken.write(&whole)
    }

    /// Gives the screen back.
    pub fn close(&self) {
        self.taken.close();
    }
}

impl Drop for Canvas {
    fn drop(&mut self) {
        self.close();
    }
}

impl Taken {
    fn is_open(&self) -> bool {
        self.open.load(Ordering::SeqCst)
    }

    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let _drawing = lock(&self.drawing);
        if !self.is_open() || self.suspended.load(Ordering::SeqCst) {
            return Ok(());
        }
        self.term.data(|out| out.write_all(bytes)).map_err(|error| match error {
            super::OutputError::Closed => io::ErrorKind::BrokenPipe.into(),
            super::OutputError::Write(error) => error,
        })
    }

    /// Gives the screen back for as long as the process is suspended.
    fn pause(&self) {
        let _drawing = lock(&self.drawing);
        if self.is_open() && !self.suspended.swap(true, Ordering::SeqCst) {
            if let Ok(leave) = leaving() {
                self.term.data(|out| out.write_all(&leave)).ok();
            }
            disable_raw_mode().ok();
        }
    }

    /// Takes the screen again. A shell may have changed the modes of the terminal meanwhile.
    fn resume(&self) {
        let _drawing = lock(&self.drawing);
        if self.is_open() {
            disable_raw_mode().ok();
            enable_raw_mode().ok();
            if let Ok(enter) = entering() {
                self.term.data(|out| out.write_all(&enter)).ok();
            }
            self.suspended.store(false, Ordering::SeqCst);
            self.stale.store(true, Ordering::SeqCst);
        }
    }

    fn close(&self) {
        if !self.open.swap(false, Ordering::SeqCst) {
            return;
        }
        *lock(&self.term.0.diverted) = None;
        // It was given back already, and may be another program's now.
        if self.suspended.load(Ordering::SeqCst) {
            return;
        }
        // A terminal that takes nothing any more must not keep the process; nor must a panic in the middle of a frame.
        let mut waited = Duration::ZERO;
        while self.drawing.try_lock().is_err() && waited < PATIENCE {
            thread::sleep(Duration::from_millis(5));
            waited += Duration::from_millis(5);
        }
        // The lock of stdout is not waited for either.
        if let Ok(leave) = leaving()
            && let Ok(mut stdout) = self.term.0.stdout.try_lock()
        {
            stdout.write_all(&leave).and_then(|()| stdout.flush()).ok();
        }
        disable_raw_mode().ok();
    }
}

/// Has the wheel send arrow keys while the screen is taken, and notes how it was before: taking the mouse itself would take
/// selecting and copying away from the person.
const WHEEL: &[u8] = b"\x1b[?1007s\x1b[?1007h";
/// Has the wheel do what it did before.
const NO_WHEEL: &[u8] = b"\x1b[?1007r";

fn entering() -> io::Result<Vec<u8>> {
    let mut enter = Vec::new();
    enter.queue(EnterAlternateScreen)?.queue(EnableBracketedPaste)?.queue(Hide)?;
    enter.extend_from_slice(WHEEL);
    Ok(enter)
}

fn leaving() -> io::Result<Vec<u8>> {
    let mut leave = NO_WHEEL.to_vec();
    leave.queue(EndSynchronizedUpdate)?.queue(DisableBracketedPaste)?.queue(LeaveAlternateScreen)?.queue(Show)?;
    Ok(leave)
}

/// Has the shell suspend this job, as Ctrl-Z does elsewhere.
pub fn suspend() {
    super::signals::suspend_job();
}

/// Has the terminal take no key for a signal. Taking the screen again sets its modes anew.
#[cfg(unix)]
fn without_signals() {
    use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
    let stdin = io::stdin();
    if let Ok(mut modes) = tcgetattr(&stdin) {
        modes.local_modes.remove(LocalModes::ISIG);
        tcsetattr(&stdin, OptionalActions::Now, &modes).ok();
    }
}

#[cfg(not(unix))]
fn without_signals() {}

/// What the frame is drawn with.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Frame>>,
    frame: Frame,
    taken: Arc<Taken>,
}

impl Screen {
    /// Draws a frame. What is on the screen already is not written again, and the rest is written at once.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, draw: impl FnOnce(&mut ratatui::Frame<'_>)) -> io::Result<()> {
        if self.taken.stale.swap(false, Ordering::SeqCst) {
            // Clearing it asks the terminal for the cursor, and the answer would compete with keys: a new one knows nothing of
            // the screen, so that it draws everything.
            self.terminal = Terminal::new(CrosstermBackend::new(self.frame.clone()))?;
            lock(&self.frame.0).extend_from_slice(b"\x1b[2J");
        }
        self.terminal.draw(draw)?;
        let mut whole = Vec::new();
        whole.queue(BeginSynchronizedUpdate)?;
        whole.append(&mut lock(&self.frame.0));
        whole.queue(EndSynchronizedUpdate)?;
        self.taken.write(&whole)
    }

    /// Asks the terminal to copy bytes to the clipboard (OSC 52). Whether it does is not known.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn copy(&self, bytes: &[u8]) -> io::Result<()> {
        self.taken.write(format!("\x1b]52;c;{}\x07", BASE64_STANDARD.encode(bytes)).as_bytes())
    }

    /// Gives the screen to another program while `work` runs, and takes it again. The caller sees to it that no keys are read
    /// meanwhile. Ctrl-C and Ctrl-Z are keys for that program too, and end or stop nothing here.
    pub fn lend<T>(&self, work: impl FnOnce() -> T) -> T {
        self.taken.lent.store(true, Ordering::SeqCst);
        self.taken.pause();
        without_signals();
        let done = work();
        self.taken.lent.store(false, Ordering::SeqCst);
        self.taken.resume();
        done
    }

    /// Returns how many columns and rows there are.
    ///
    /// # Errors
    /// When it is not available.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// Returns whether the screen is still taken: a panic on any thread of the process gives it back.
    pub fn is_open(&self) -> bool {
        self.taken.is_open()
    }

    /// Returns whether a panic on any thread of the process has given the screen back.
    pub fn has_panicked(&self) -> bool {
        self.taken.panicked.load(Ordering::SeqCst)
    }
}

/// Collects one frame.
#[derive(Clone, Default)]
struct Frame(Arc<Mutex<Vec<u8>>>);

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        lock(&self.0).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
