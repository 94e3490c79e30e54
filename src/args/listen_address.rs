//! The address that a server of this program listens on, and which machines could reach it there.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;

use tokio::net::TcpListener;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::serve::exposure;

/// An address of this machine, and the port where it was named with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListenAddress {
    address: IpAddr,
    port: Option<u16>,
}

impl FromStr for ListenAddress {
    type Err = String;

    /// Reads `127.0.0.1`, `::1`, `[::1]`, `localhost`, each but the second with `:PORT` behind it.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            "write an address of this machine, as `127.0.0.1`, `localhost` or `[::1]`, with or without a port (at most 65535): \
             `127.0.0.1:4600`"
                .to_owned()
        };
        if let Ok(address) = text.parse() {
            return Ok(Self { address, port: None });
        }
        let (host, port) = match text.rsplit_once(':') {
            Some((host, port)) if !text.ends_with(']') => {
                let digits = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
                (host, Some(port.parse().ok().filter(|_| digits).ok_or_else(wrong)?))
            }
            _ => (text, None),
        };
        // Without brackets the end of an IPv6 address and the beginning of the port would be ambiguous.
        let bracketed = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        let address = match bracketed {
            Some(v6) => IpAddr::V6(v6.parse().map_err(|_| wrong())?),
            None if host.eq_ignore_ascii_case("localhost") => Ipv4Addr::LOCALHOST.into(),
            None => IpAddr::V4(host.parse().map_err(|_| wrong())?),
        };
        Ok(Self { address, port })
    }
}

impl ListenAddress {
    /// Returns the whole address. The port may be named once; without it, it is `default`.
    ///
    /// # Errors
    /// Two ports are named.
    pub fn address(self, port: Option<u16>, default: u16) -> Result<SocketAddr, Failure> {
        if let (Some(here), Some(there)) = (self.port, port)
            && here != there
        {
            let failure = Failure::usage(format!("`--listen` names port {here}, and `--port` names {there}"));
            return Err(failure.hint("name the port once"));
        }
        Ok(SocketAddr::new(self.address, self.port.or(port).unwrap_or(default)))
    }
}

/// Refuses an address that other machines can reach, unless `--allow-remote` confirms it. They could do `what`.
///
/// # Errors
/// It is one, and nothing confirms it.
pub fn check_exposure(address: IpAddr, allow_remote: bool, what: &str) -> Result<(), Failure> {
    let Some(who) = exposure::others(address).filter(|_| !allow_remote) else { return Ok(()) };
    let failure = Failure::usage(format!("`--listen {address}` would let {who} {what}"));
    Err(failure.hint("add `--allow-remote` if that is meant, or leave out `--listen` for this machine only"))
}

/// Listens on an address, and returns it with the port that was taken.
///
/// # Errors
/// [`Exit::Local`]: another program has the port, or it cannot be listened on.
pub async fn bind(place: SocketAddr) -> Result<(TcpListener, SocketAddr), Failure> {
    let failed = |error: std::io::Error| {
        let message = match error.kind() {
            ErrorKind::AddrInUse => format!("port {} is taken by another program", place.port()),
            _ => format!("could not listen on {place}: {error}"),
        };
        Failure::new(Exit::Local, message).hint("`--listen 127.0.0.1:0` takes a free port")
    };
    let listener = TcpListener::bind(place).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok((listener, address))
}

#[cfg(test)]
mod tests {
    use super::{ListenAddress, check_exposure};

    #[test]
    fn addresses_with_and_without_a_port() {
        let read = |text: &str| {
            text.parse::<ListenAddress>().map(|place| place.address(None, 4600).expect("one port").to_string())
        };
        for (text, place) in [
            ("127.0.0.1", "127.0.0.1:4600"),
            ("127.0.0.1:0", "127.0.0.1:0"),
            ("localhost", "127.0.0.1:4600"),
            ("LocalHost:80", "127.0.0.1:80"),
            ("::1", "[::1]:4600"),
            ("[::1]", "[::1]:4600"),
            ("[::1]:9", "[::1]:9"),
            ("0.0.0.0:65535", "0.0.0.0:65535"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(place), "{text}");
        }
        for text in
            ["", ":", ":4600", "4600", "example.com", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:+1", "[::1]:65536"]
        {
            let said = read(text).expect_err(text);
            assert!(said.contains("`127.0.0.1:4600`"), "{said}");
        }
        let place: ListenAddress = "localhost:80".parse().expect("good");
        assert!(place.address(Some(80), 1).is_ok() && place.address(Some(81), 1).is_err());
    }

    #[test]
    fn others_are_let_in_only_when_that_is_said() {
        let refused = |text: &str| {
            check_exposure(text.parse().expect("an address"), false, "send events here")
                .err()
                .map(|f| f.cause.to_string())
        };
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
            assert!(check_exposure(address.parse().expect("an address"), true, "").is_ok());
        }
    }
}
