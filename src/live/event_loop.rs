//! The loop: takes messages, changes the state, does what it says, and paints; at most so often, and only on a change.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::changes::Pulses;
use super::draw::paint;
use super::model::{Effect, Message, State};
use crate::clock::Clock;
use crate::term::canvas::Screen;

/// The shortest time between two frames.
const FRAME: Duration = Duration::from_millis(50);
/// How often the ages on the screen are looked at.
const TICK: Duration = Duration::from_secs(1);

/// What is painted on.
pub(super) trait Surface {
    /// Paints a frame.
    fn draw(&mut self, state: &State) -> io::Result<()>;

    /// Returns whether there is still something to paint on.
    fn is_open(&self) -> bool;
}

/// The real screen.
pub(super) struct Painted {
    pub(super) screen: Screen,
    pub(super) color: bool,
}

impl Surface for Painted {
    fn draw(&mut self, state: &State) -> io::Result<()> {
        self.screen.draw(|frame| paint(state, self.color, frame))
    }

    fn is_open(&self) -> bool {
        self.screen.is_open()
    }
}

/// What comes in.
pub(super) enum Event {
    /// A message.
    Message(Message),
    /// There is something to take from the pulses.
    Pulse,
    /// The receiver has ended.
    Over,
}

/// A view that runs.
pub(super) struct Session<S, D> {
    pub(super) state: State,
    pub(super) surface: S,
    pub(super) pulses: Pulses,
    pub(super) clock: Clock,
    /// Does what the state asks for.
    pub(super) act: D,
}

impl<S: Surface, D: FnMut(Effect)> Session<S, D> {
    /// Runs until the receiver has ended, and returns the last state.
    ///
    /// # Errors
    /// When the screen is gone.
    pub(super) fn run(mut self, events: &Receiver<Event>) -> io::Result<State> {
        let mut painted = None;
        let mut changed = true;
        loop {
            let since = painted.map_or(FRAME, |at| self.clock.since(at));
            if changed && since >= FRAME {
                for effect in self.state.due() {
                    (self.act)(effect);
                }
                self.surface.draw(&self.state)?;
                if !self.surface.is_open() {
                    return Err(io::ErrorKind::BrokenPipe.into());
                }
                painted = Some(self.clock.moment());
                changed = false;
                continue;
            }
            let patience = if changed { FRAME.saturating_sub(since) } else { TICK };
            match events.recv_timeout(patience) {
                Ok(Event::Message(message)) => self.take(message),
                Ok(Event::Pulse) => {
                    let pulse = Box::new(self.pulses.take());
                    self.take(Message::Pulse(pulse));
                }
                Ok(Event::Over) | Err(RecvTimeoutError::Disconnected) => {
                    let pulse = Box::new(self.pulses.take());
                    self.take(Message::Pulse(pulse));
                    return Ok(self.state);
                }
                Err(RecvTimeoutError::Timeout) => self.take(Message::Tick),
            }
            changed = true;
        }
    }

    fn take(&mut self, message: Message) {
        for effect in self.state.update(message, self.clock.now()) {
            (self.act)(effect);
        }
    }
}
