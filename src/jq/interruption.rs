//! Ends the process on a signal where an expression does not come to an end: nothing else runs on its thread meanwhile, so nobody
//! there would hear of it.

use std::pin::pin;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::time::Duration;

use crate::shutdown::Signal;

/// Time for an evaluation to end by itself after a signal.
const PATIENCE: Duration = Duration::from_millis(300);

static EVALUATING: AtomicBool = AtomicBool::new(false);
static WATCHED: Once = Once::new();

/// An evaluation, until it is dropped.
pub(super) struct Evaluation;

impl Evaluation {
    /// Begins one. From the first on, a thread waits for signals.
    pub(super) fn begin() -> Self {
        EVALUATING.store(true, Ordering::Relaxed);
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
        EVALUATING.store(false, Ordering::Relaxed);
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
            tokio::time::sleep(PATIENCE).await;
            if EVALUATING.load(Ordering::Relaxed) {
                std::process::exit(exit.code().into());
            }
        }
    });
}
