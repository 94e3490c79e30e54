//! Where the proxy listens, and for whom.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use tokio::net::TcpListener;

use crate::args::listen_address::{ListenAddress, check_exposure};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::serve::Hosts;

/// The port that is taken where none is named.
const PORT: u16 = 4610;

/// Where, and for whom.
#[derive(clap::Args, Debug)]
pub(super) struct ListenerArgs {
    /// Address to listen on; port 0 selects a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:4610")]
    listen: ListenAddress,

    /// Allow other machines: required for other than loopback addresses
    #[arg(long, hide_short_help = true)]
    allow_remote: bool,

    /// Host name that requests may name in `Host` (can be repeated)
    #[arg(long, value_name = "NAME", hide_short_help = true)]
    allowed_host: Vec<String>,
}

impl ListenerArgs {
    /// Begins to listen.
    ///
    /// # Errors
    /// The address cannot be listened on, or others could reach it and nothing allows that.
    pub(super) async fn open(&self) -> Result<(TcpListener, Hosts), Failure> {
        let place = self.listen.address(None, PORT)?;
        check_exposure(place.ip(), self.allow_remote, "call the platform through this machine")?;
        let listener = TcpListener::bind(place).await.map_err(|error| {
            let failure = match error.kind() {
                ErrorKind::AddrInUse => {
                    Failure::new(Exit::Local, format!("port {} is taken by another program", place.port()))
                }
                _ => Failure::new(Exit::Local, format!("could not listen on {place}: {error}")),
            };
            failure.hint("`--listen 127.0.0.1:0` takes a free port")
        })?;
        let mut hosts = Hosts::new(self.allowed_host.iter().map(String::as_str));
        if self.allow_remote {
            hosts.allow_addresses();
        }
        Ok((listener, hosts))
    }
}

/// Returns the address at which this machine reaches what listens there.
pub(super) fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(if address.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { Ipv6Addr::LOCALHOST.into() });
    }
    address
}
