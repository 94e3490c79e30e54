//! Who can reach a server of this program.

use std::net::IpAddr;

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
