//! Which inbox is meant.

use std::path::PathBuf;

use clap::Args;

use crate::context::Context;
use crate::failure::Failure;
use crate::inbox::query::Store;
use crate::inbox::{self, lock};

/// Which inbox.
#[derive(Args, Clone, Debug)]
pub(super) struct InboxArgs {
    /// File of the inbox, if not the one in the data folder
    #[arg(long, value_name = "FILE", alias = "state")]
    inbox: Option<PathBuf>,
}

impl InboxArgs {
    /// Returns the file.
    pub(super) fn path(&self, ctx: &Context) -> PathBuf {
        match &self.inbox {
            Some(path) => std::path::absolute(path).unwrap_or_else(|_| path.clone()),
            None => ctx.settings.paths.inbox_file(),
        }
    }

    /// Returns who receives into it, or last did.
    pub(super) fn owner(&self, ctx: &Context) -> Option<lock::Owner> {
        lock::owner(&self.path(ctx))
    }

    /// Asks the inbox where waiting for the disk holds up nobody.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        ctx: &Context,
        question: impl FnOnce(&Store) -> Result<T, inbox::Error> + Send + 'static,
    ) -> Result<T, Failure> {
        let path = self.path(ctx);
        aside(move || question(&Store::read(&path)?)).await
    }

    /// Changes the inbox, a receiver running or not.
    pub(super) async fn tend<T: Send + 'static>(
        &self,
        ctx: &Context,
        change: impl FnOnce(&Store) -> Result<T, inbox::Error> + Send + 'static,
    ) -> Result<T, Failure> {
        let path = self.path(ctx);
        aside(move || change(&Store::tend(&path)?)).await
    }
}

/// Does work that waits for the disk on a thread of its own.
pub(super) async fn aside<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, Failure>
where
    T: Send + 'static,
    E: Into<Failure> + Send + 'static,
{
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Failure::new(crate::exit::Exit::Bug, error.to_string()))?.map_err(Into::into)
}
