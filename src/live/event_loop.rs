//! The loop: takes messages, updates the model, carries out effects, and draws: at a limited rate, on a change.

use std::any::Any;
use std::io;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::changes::ChangeBuffer;
use super::draw::paint;
use super::model::{Effect, Message, Model};
use crate::clock::Clock;
use crate::term::canvas::{Screen, Turn};
use crate::term::pager::Pager;

/// The shortest time between two frames.
const FRAME: Duration = Duration::from_millis(50);
/// How often the ages on the screen are updated.
const TICK: Duration = Duration::from_secs(1);

/// What is painted on.
pub(super) trait Surface {
    /// Paints a frame.
    fn draw(&mut self, model: &Model) -> io::Result<()>;

    /// Puts bytes into the clipboard of whoever looks at it.
    fn copy(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Shows a text in the pager of the user, and returns when that has ended. An error is in words.
    fn page(&mut self, text: &str) -> Result<(), String>;

    /// Returns whether there is still something to paint on.
    fn is_open(&self) -> bool;

    /// Returns whether a panic on another thread has taken it away.
    fn has_panicked(&self) -> bool;
}

/// The real screen.
pub(super) struct TerminalSurface {
    pub(super) screen: Screen,
    pub(super) color: bool,
    pub(super) pager: Pager,
    pub(super) turn: Turn,
}

impl Surface for TerminalSurface {
    fn draw(&mut self, model: &Model) -> io::Result<()> {
        self.screen.draw(|frame| paint(model, self.color, frame))
    }

    fn copy(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.screen.copy(bytes)
    }

    fn page(&mut self, text: &str) -> Result<(), String> {
        self.turn.yield_to(|| self.screen.lend(|| self.pager.show(text)))
    }

    fn is_open(&self) -> bool {
        self.screen.is_open()
    }

    fn has_panicked(&self) -> bool {
        self.screen.has_panicked()
    }
}

/// What comes in.
pub(super) enum Event {
    /// A message.
    Message(Message),
    /// There are changes to take.
    Changed,
    /// A thread of the view panicked.
    Panicked(Box<dyn Any + Send>),
    /// The receiver has ended.
    Ended,
}

/// A view that runs.
pub(super) struct EventLoop<S, D> {
    pub(super) model: Model,
    pub(super) surface: S,
    pub(super) changes: ChangeBuffer,
    pub(super) clock: Clock,
    /// Carries out an effect.
    pub(super) act: D,
}

impl<S: Surface, D: FnMut(Effect)> EventLoop<S, D> {
    /// Runs until the receiver has ended, and returns the last model.
    ///
    /// A panic on another thread goes on here, so that it ends the program as each panic does.
    ///
    /// # Errors
    /// When the screen is gone.
    pub(super) fn run(mut self, events: &Receiver<Event>) -> io::Result<Model> {
        let mut painted = None;
        let mut changed = true;
        loop {
            let since = painted.map_or(FRAME, |at| self.clock.since(at));
            if changed && since >= FRAME {
                for effect in self.model.due() {
                    self.carry_out(effect)?;
                }
                self.surface.draw(&self.model)?;
                if self.surface.has_panicked() {
                    resume_unwind(Box::new("another thread panicked"));
                }
                if !self.surface.is_open() {
                    return Err(io::ErrorKind::BrokenPipe.into());
                }
                painted = Some(self.clock.moment());
                changed = false;
                continue;
            }
            let patience = if changed { FRAME.saturating_sub(since) } else { TICK };
            match events.recv_timeout(patience) {
                Ok(Event::Message(message)) => self.take(message)?,
                Ok(Event::Changed) => {
                    let changes = Box::new(self.changes.take());
                    self.take(Message::Changes(changes))?;
                }
                Ok(Event::Panicked(panic)) => resume_unwind(panic),
                Ok(Event::Ended) | Err(RecvTimeoutError::Disconnected) => {
                    let changes = Box::new(self.changes.take());
                    self.take(Message::Changes(changes))?;
                    return Ok(self.model);
                }
                Err(RecvTimeoutError::Timeout) => self.take(Message::Tick)?,
            }
            changed = true;
        }
    }

    fn take(&mut self, message: Message) -> io::Result<()> {
        for effect in self.model.update(message, self.clock.now()) {
            self.carry_out(effect)?;
        }
        Ok(())
    }

    fn carry_out(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Copy(bytes) => self.surface.copy(&bytes),
            Effect::Page(text) => {
                if let Err(why) = self.surface.page(&text) {
                    self.model.fault(why);
                }
                Ok(())
            }
            effect => {
                (self.act)(effect);
                Ok(())
            }
        }
    }
}
