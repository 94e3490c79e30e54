//! The networks of this machine.

use std::net::{IpAddr, TcpListener, UdpSocket};

use super::require;

/// An address of this machine that others could reach, or nothing where it has none. Nothing is sent to find it.
pub fn lan() -> Option<IpAddr> {
    let found = || {
        let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
        socket.connect("192.0.2.1:9").ok()?;
        let address = socket.local_addr().ok()?.ip();
        Some(address).filter(|address| !address.is_loopback() && !address.is_unspecified())
    };
    let address = found();
    require::native("network", address.is_some());
    address
}

/// Whether this machine has a loopback of IPv6.
pub fn six() -> bool {
    require::native("IPv6", TcpListener::bind("[::1]:0").is_ok())
}
