//! Where the metrics are served.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::args::listen_address::{ListenAddress, bind, check_exposure};
use crate::failure::Failure;
use crate::monitor::{Board, Pulse, router};
use crate::serve::{self, Hosts, Limits, Protocols, exposure};

/// The port that is taken where none is named: that of Prometheus exporters by OpenTelemetry's convention.
const PORT: u16 = 9464;

/// Where, and for whom.
#[derive(clap::Args, Debug)]
pub(super) struct ServingArgs {
    /// Address to serve metrics on [default: 127.0.0.1:9464]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<ListenAddress>,

    /// Allow other machines: required for other than loopback addresses
    ///
    /// The metrics hold IDs and names of connections, and there is no access control.
    #[arg(long, hide_short_help = true)]
    allow_remote: bool,

    /// Host name that requests may name in `Host` (can be repeated)
    ///
    /// Addresses are always allowed; other names are refused, which protects against DNS rebinding.
    #[arg(long, value_name = "NAME", hide_short_help = true)]
    allowed_host: Vec<String>,
}

/// A server of metrics.
pub(super) struct Server {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<std::io::Result<()>>,
}

impl ServingArgs {
    /// Begins to serve; with `only_if_named` only where an address was named.
    ///
    /// # Errors
    /// The address cannot be listened on, or others could reach it and nothing allows that.
    pub(super) async fn open(
        &self,
        only_if_named: bool,
        (board, pulse): (&Arc<Board>, &Arc<Pulse>),
    ) -> Result<Option<Server>, Failure> {
        let place = match &self.listen {
            Some(listen) => listen.address(None, PORT)?,
            None if only_if_named => return Ok(None),
            None => SocketAddr::from(([127, 0, 0, 1], PORT)),
        };
        check_exposure(place.ip(), self.allow_remote, "read the names and the health of all connections")?;
        let (listener, address) = bind(place).await?;
        let mut hosts = Hosts::new(self.allowed_host.iter().map(String::as_str));
        hosts.allow_addresses();
        let router = router(Arc::clone(board), Arc::clone(pulse), hosts);
        let limits = Limits { connections: 64, protocols: Protocols::Http1, ..Limits::default() };
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(serve::serve(listener, router, limits, async {
            stopped.await.ok();
        }));
        Ok(Some(Server { address, stop, task }))
    }
}

impl Server {
    /// Returns where the metrics are, from this machine.
    pub(super) fn url(&self) -> String {
        format!("http://{}/metrics", exposure::from_here(self.address))
    }

    /// Lets requests in flight finish.
    pub(super) async fn stop(self) {
        self.stop.send(()).ok();
        self.task.await.ok();
    }
}
