//! Threads with an event loop each, for a server that has more to do than one of them can.

use std::convert::Infallible;
use std::io;
use std::thread;

use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

/// More would each keep connections of their own to the same server.
const MOST: usize = 4;

/// Threads that serve connections. What runs on them ends with this value.
pub struct Workers {
    handles: Vec<Handle>,
    /// Each ends its thread when it is dropped.
    _ends: Vec<oneshot::Sender<Infallible>>,
}

impl Workers {
    /// Starts one for each processor, and four at most.
    ///
    /// # Errors
    /// The system starts no thread, or gives it no event loop.
    pub fn start() -> io::Result<Self> {
        let count = thread::available_parallelism().map_or(1, usize::from).min(MOST);
        let (mut handles, mut ends) = (Vec::new(), Vec::new());
        for _ in 0..count {
            let runtime = Builder::new_current_thread().enable_all().build()?;
            let (end, ended) = oneshot::channel();
            handles.push(runtime.handle().clone());
            ends.push(end);
            thread::Builder::new().name("worker".to_owned()).spawn(move || {
                runtime.block_on(ended).err();
                // Work that blocks, as a keyring that does not respond, is not waited for.
                runtime.shutdown_background();
            })?;
        }
        Ok(Self { handles, _ends: ends })
    }

    /// Returns the event loops.
    pub fn handles(&self) -> &[Handle] {
        &self.handles
    }
}
