//! The word to stop: who hears it, and what happens when nobody does.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::exit::Exit;
use crate::world::Stop;

/// Shared by the command and by whoever runs it.
#[derive(Clone, Debug)]
pub struct StopGate {
    stop: Stop,
    taken: Arc<AtomicBool>,
}

impl StopGate {
    pub(super) fn new(stop: Stop) -> Self {
        Self { stop, taken: Arc::default() }
    }

    /// Returns how to end once the word comes. From the first call on, the command is trusted to finish its open work
    /// and end by itself; only a second word ends it where it stands.
    pub async fn heard(&self) -> Exit {
        self.taken.store(true, Ordering::Relaxed);
        self.stop.wait().await
    }

    /// Returns how to end when the command does not listen.
    pub async fn unhandled(&self) -> Exit {
        let first = self.stop.wait().await;
        if !self.taken.load(Ordering::Relaxed) {
            return first;
        }
        match self.stop {
            Stop::Signals => self.stop.wait().await,
            // A test says it once.
            Stop::Told(_) | Stop::Never => std::future::pending().await,
        }
    }
}
