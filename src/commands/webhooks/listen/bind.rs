//! Listens where a receiver is to receive.

use std::io::ErrorKind;
use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::lock::Owner;

/// Listens there, and on no other port.
pub(super) async fn open(place: SocketAddr, owner: Option<Owner>) -> Result<TcpListener, Failure> {
    let port = place.port();
    TcpListener::bind(place).await.map_err(|error| {
        if error.kind() != ErrorKind::AddrInUse {
            return Failure::new(Exit::Local, format!("could not listen on {place}: {error}"));
        }
        let ours = owner.filter(|owner| {
            owner.address.as_deref().and_then(|at| at.parse::<SocketAddr>().ok()).is_some_and(|at| at.port() == port)
        });
        let failure = match &ours {
            Some(owner) => {
                Failure::new(Exit::Local, format!("port {port} is taken by another `makini webhooks listen`: {owner}"))
                    .hint(format!("stop it with `kill {}`, or let it go on and use it", owner.pid))
            }
            None => Failure::new(Exit::Local, format!("port {port} is taken by another program")),
        };
        failure.hint("`--port N` takes another port, `--port 0` a free one")
    })
}
