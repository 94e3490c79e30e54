//! Ctrl-C in work that must come to an end of its own: what has begun is finished, what has not is left.

use std::future::Future;
use std::pin::Pin;

use crate::context::Context;
use crate::exit::Exit;

/// Hears the word to stop from now on.
pub(crate) struct Stopping {
    heard: Pin<Box<dyn Future<Output = Exit>>>,
    told: Option<Exit>,
}

impl Stopping {
    /// Begins to listen. The command is trusted to finish by itself from here.
    pub(crate) fn new(ctx: &Context) -> Self {
        let stop = ctx.stop();
        Self { heard: Box::pin(async move { stop.heard().await }), told: None }
    }

    /// Returns how to end, once somebody has said so.
    pub(crate) fn told(&self) -> Option<Exit> {
        self.told
    }

    /// Brings work to its end, whoever says stop. `say` is called if somebody does.
    pub(crate) async fn finish<T>(&mut self, work: impl Future<Output = T>, say: impl FnOnce()) -> T {
        let mut work = std::pin::pin!(work);
        if self.told.is_none() {
            tokio::select! {
                biased;
                exit = &mut self.heard => {
                    self.told = Some(exit);
                    say();
                }
                done = &mut work => return done,
            }
        }
        work.await
    }

    /// Works until somebody says stop; returns nothing then.
    pub(crate) async fn unless<T>(&mut self, work: impl Future<Output = T>) -> Option<T> {
        if self.told.is_some() {
            return None;
        }
        tokio::select! {
            biased;
            exit = &mut self.heard => {
                self.told = Some(exit);
                None
            }
            done = work => Some(done),
        }
    }
}
