//! Ends the process on a signal where an expression does not come to an end: nothing else runs on its thread meanwhile, so nobody
//! there would hear of it.

use std::pin::pin;
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::time::Duration;

use crate::shutdown::Signal;

/// Time for the process to end by itself after a signal, and then for an evaluation.
const PATIENCE: Duration = Duration::from_millis(300);

/// Number of evaluations so far.
static BEGUN: AtomicU64 = AtomicU64::new(0);
/// The number of the one that is under way; 0 if none is.
static RUNNING: AtomicU64 = AtomicU64::new(0);
static WATCHED: Once = Once::new();

/// An evaluation, until it is dropped.
pub(super) struct Evaluation;

impl Evaluation {
    /// Begins one. From the first on, a thread waits for signals.
    pub(super) fn begin() -> Self {
        RUNNING.store(BEGUN.fetch_add(1, Ordering::Relaxed) + 1, Ordering::Relaxed);
        WATCHED.call_once(|| {
            let (ready, is_ready) = sync_channel(1);
            // Without the thread everything works, but for the signal.
            drop(std::thread::Builder::new().name("signals".into()).spawn(move || watch(&ready)));
            is_ready.recv().ok();
        });
        Self
    }
}

impl Drop for Evaluation {
    fn drop(&mut self) {
        RUNNING.store(0, Ordering::Relaxed);
    }
}

#[expect(
    clippy::exit,
    clippy::disallowed_methods,
    reason = "the thread that would return the exit code is busy without end"
)]
fn watch(ready: &SyncSender<()>) {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
    runtime.block_on(async {
        loop {
            let mut signal = pin!(Signal::Process.wait());
            // One that comes from here on is not missed.
            let exit = tokio::select! {
                biased;
                exit = &mut signal => exit,
                () = std::future::ready(()) => {
                    ready.try_send(()).ok();
                    signal.await
                }
            };
            // Whoever ends in good order does so by then, or begins what does not end.
            tokio::time::sleep(PATIENCE).await;
            let running = RUNNING.load(Ordering::Relaxed);
            tokio::time::sleep(PATIENCE).await;
            // Many short ones, as of a listener that ends in good order, do not end it.
            if running != 0 && RUNNING.load(Ordering::Relaxed) == running {
                std::process::exit(exit.code().into());
            }
        }
    });
}
