//! Who could reach a server of ours.

use std::net::IpAddr;

/// Returns who else than this machine reaches an address that is listened on, in words; nobody does where it is the
/// loopback's.
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
