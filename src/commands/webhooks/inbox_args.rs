//! The arguments that choose an inbox.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use tokio::net::TcpStream;

use crate::blocking;
use crate::context::Context;
use crate::failure::Failure;
use crate::inbox::query::Store;
use crate::inbox::{self, lock};
use crate::settings::paths::NoFolder;

/// How long connecting to a receiver on this machine may take.
const PATIENCE: Duration = Duration::from_secs(1);

/// Which inbox.
#[derive(Args, Clone, Debug)]
pub(super) struct InboxArgs {
    /// Inbox file; default: in the data folder
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    inbox: Option<PathBuf>,
}

impl InboxArgs {
    /// Returns the file.
    ///
    /// # Errors
    /// None is named, and there is no folder for one.
    pub(super) fn path(&self, ctx: &Context) -> Result<PathBuf, NoFolder> {
        match &self.inbox {
            Some(path) => Ok(std::path::absolute(path).unwrap_or_else(|_| path.clone())),
            None => ctx.settings.paths.inbox_file(),
        }
    }

    /// Returns the owner recorded in the lock file, running or not.
    pub(super) fn owner(&self, ctx: &Context) -> Option<lock::Owner> {
        lock::owner(&self.path(ctx).ok()?)
    }

    /// Returns the address of the receiver that runs on it now; an owner file that a crash left behind is ignored.
    pub(super) async fn listening(&self, ctx: &Context) -> Option<SocketAddr> {
        let mut address: SocketAddr = lock::owner(&self.path(ctx).ok()?)?.address?.parse().ok()?;
        if address.ip().is_unspecified() {
            address.set_ip(if address.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { Ipv6Addr::LOCALHOST.into() });
        }
        let connected = tokio::time::timeout(PATIENCE, TcpStream::connect(address)).await;
        matches!(connected, Ok(Ok(_))).then_some(address)
    }

    /// Reads the inbox on a thread where waiting for the disk blocks nothing else.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        ctx: &Context,
        query: impl FnOnce(&Store) -> Result<T, inbox::Error> + Send + 'static,
    ) -> Result<T, Failure> {
        let path = self.path(ctx)?;
        Ok(blocking::run(move || query(&Store::open_read_only(&path)?)).await?)
    }

    /// Changes the inbox, a receiver running or not.
    pub(super) async fn change<T: Send + 'static>(
        &self,
        ctx: &Context,
        change: impl FnOnce(&Store) -> Result<T, inbox::Error> + Send + 'static,
    ) -> Result<T, Failure> {
        let path = self.path(ctx)?;
        Ok(blocking::run(move || change(&Store::open(&path)?)).await?)
    }
}
