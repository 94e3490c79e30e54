//! Who is at the other end of a connection.

use std::net::SocketAddr;

/// The other end of the TCP connection that a request came by, in the request's extensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    is_here: bool,
}

impl Peer {
    /// Takes note of both ends of a connection: the other one, and ours.
    pub fn new(there: SocketAddr, here: SocketAddr) -> Self {
        // An address of this machine is called from itself.
        let (there, here) = (there.ip().to_canonical(), here.ip().to_canonical());
        Self { is_here: there.is_loopback() || there == here }
    }

    /// Returns whether it is a program on this machine, as far as addresses tell: one that passes on what others send
    /// is.
    pub fn is_on_this_machine(self) -> bool {
        self.is_here
    }
}

#[cfg(test)]
mod tests {
    use super::Peer;

    #[test]
    fn this_machine_and_others() {
        let is_here = |there: &str, here: &str| {
            Peer::new(there.parse().expect("constant"), here.parse().expect("constant")).is_on_this_machine()
        };
        assert!(is_here("127.0.0.1:5000", "127.0.0.1:80"));
        assert!(is_here("[::1]:5000", "[::1]:80"));
        assert!(is_here("[::ffff:127.0.0.1]:5000", "[::ffff:127.0.0.1]:80"));
        assert!(is_here("192.168.7.9:5000", "192.168.7.9:80"));
        assert!(!is_here("192.168.7.10:5000", "192.168.7.9:80"));
        assert!(!is_here("[::ffff:192.168.7.10]:5000", "[::ffff:192.168.7.9]:80"));
    }
}
