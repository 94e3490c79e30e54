//! Where the receiver listens, and who could reach it there.

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr};

use tokio::net::TcpListener;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::lock::Owner;

/// Refuses an address that others can reach, unless that was said twice.
pub(super) fn check(address: IpAddr, allow_remote: bool) -> Result<(), Failure> {
    if allow_remote || address.to_canonical().is_loopback() {
        return Ok(());
    }
    let who = match address {
        address if address.is_unspecified() => "every machine on every network of this one".to_owned(),
        IpAddr::V4(v4) if v4.is_private() || v4.is_link_local() => format!("every machine on the network of {v4}"),
        address => format!("everybody who can reach {address}"),
    };
    let failure = Failure::usage(format!("`--listen {address}` would let {who} send events here"));
    Err(failure.hint("add `--allow-remote` if that is meant, or leave out `--listen` for this machine only"))
}

/// Listens there, and on no other port.
pub(super) async fn open(address: IpAddr, port: u16, owner: Option<Owner>) -> Result<TcpListener, Failure> {
    let place = SocketAddr::new(address, port);
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

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn others_are_let_in_only_when_that_is_said() {
        let refused = |text: &str| check(text.parse().expect("an address"), false).err().map(|f| f.cause.to_string());
        for address in ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"] {
            assert_eq!(refused(address), None, "{address}");
        }
        for (address, who) in [
            ("0.0.0.0", "every machine on every network"),
            ("::", "every machine on every network"),
            ("192.168.7.9", "every machine on the network of 192.168.7.9"),
            ("203.0.113.9", "everybody who can reach 203.0.113.9"),
        ] {
            let said = refused(address).expect("refused");
            assert!(said.contains(who), "{said}");
            assert!(check(address.parse().expect("an address"), true).is_ok());
        }
    }
}
