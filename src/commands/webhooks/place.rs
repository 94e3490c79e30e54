//! Which inbox is meant.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use tokio::net::TcpStream;

use crate::context::Context;
use crate::failure::Failure;
use crate::inbox::query::Store;
use crate::inbox::{self, lock};

/// How long a receiver on this machine may take to be there.
const PATIENCE: Duration = Duration::from_secs(1);

/// Which inbox.
#[derive(Args, Clone, Debug)]
pub(super) struct InboxArgs {
    /// File of the inbox, if not the one in the data folder
    #[arg(long, value_name = "FILE")]
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

    /// Returns the address of the receiver that runs on it right now. A note that a crash left behind is none.
    pub(super) async fn listening(&self, ctx: &Context) -> Option<SocketAddr> {
        let mut address: SocketAddr = lock::owner(&self.path(ctx))?.address?.parse().ok()?;
        if address.ip().is_unspecified() {
            address.set_ip(if address.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { Ipv6Addr::LOCALHOST.into() });
        }
        let connected = tokio::time::timeout(PATIENCE, TcpStream::connect(address)).await;
        matches!(connected, Ok(Ok(_))).then_some(address)
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
