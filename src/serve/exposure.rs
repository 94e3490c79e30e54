//! Who can reach a server of this program, and where.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// Returns the address at which this machine reaches what listens there: the loopback where every address is meant.
pub fn from_here(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(if address.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { Ipv6Addr::LOCALHOST.into() });
    }
    address
}

/// Returns in words who else than this machine can reach an address that is listened on; nothing for the loopback.
pub fn others(address: IpAddr) -> Option<String> {
    match address.to_canonical() {
        address if address.is_loopback() => None,
        address if address.is_unspecified() => Some("every machine on every network of this one".into()),
        IpAddr::V4(v4) if v4.is_private() || v4.is_link_local() => {
            Some(format!("every machine on the network of {v4}"))
        }
        address => Some(format!("everybody who can reach {address}")),
    }
}
