//! The arguments that choose an inbox.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use clap::{Args, ValueHint};
use tokio::net::TcpStream;

use crate::args::inbox_place;
use crate::blocking;
use crate::context::Context;
use crate::failure::Failure;
use crate::inbox::query::Store;
use crate::inbox::{self, Place, lock};

/// How long connecting to a receiver on this machine may take.
const PATIENCE: Duration = Duration::from_secs(1);

/// Which inbox.
#[derive(Args, Clone, Debug)]
pub(super) struct InboxArgs {
    /// Inbox file; default: in the data folder
    #[arg(long, value_name = "FILE", value_hint = ValueHint::AnyPath, hide_short_help = true)]
    inbox: Option<String>,
}

impl InboxArgs {
    /// Returns where it is.
    ///
    /// # Errors
    /// None is named, and there is no folder for one.
    pub(super) fn place(&self, ctx: &Context) -> Result<Place, Failure> {
        inbox_place::place(ctx, self.inbox.as_deref())
    }

    /// Returns the owner recorded in the lock file, running or not.
    pub(super) fn owner(&self, ctx: &Context) -> Option<lock::Owner> {
        lock::owner(self.place(ctx).ok()?.file()?)
    }

    /// Returns the address of the receiver that runs on it now; an owner file that a crash left behind is ignored.
    pub(super) async fn listening(&self, ctx: &Context) -> Option<SocketAddr> {
        let mut address: SocketAddr = self.owner(ctx)?.address?.parse().ok()?;
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
        let place = self.place(ctx)?;
        Ok(blocking::run(move || query(&Store::open_read_only(&place)?)).await?)
    }

    /// Changes the inbox, a receiver running or not.
    pub(super) async fn change<T: Send + 'static>(
        &self,
        ctx: &Context,
        change: impl FnOnce(&Store) -> Result<T, inbox::Error> + Send + 'static,
    ) -> Result<T, Failure> {
        let place = self.place(ctx)?;
        Ok(blocking::run(move || change(&Store::open(&place)?)).await?)
    }
}
