//! The address a sandbox listens on, who can reach it there, and the URL that commands on this machine use.

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;

use tokio::net::TcpListener;

use crate::context::SandboxInstance;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::serve::exposure;

/// Reads an address of this machine; brackets round one of IPv6 are as good as none.
pub(super) fn address(text: &str) -> Result<IpAddr, String> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let address = match bare {
        Some(v6) => v6.parse().map(IpAddr::V6),
        None => text.parse::<IpAddr>(),
    };
    let wrong = "write an IP address of this machine without a port, as `127.0.0.1`, `[::1]` or `0.0.0.0`";
    address.map(|address| address.to_canonical()).map_err(|_| wrong.into())
}

/// Reads a name that a sandbox is reached by.
pub(super) fn name(text: &str) -> Result<String, String> {
    match url::Host::parse(text) {
        Ok(url::Host::Domain(name)) => Ok(name),
        Ok(_) => Err("addresses are answered to without this; write a name".into()),
        Err(_) => Err("write a host's name without scheme and port, as `plant.example.com`".into()),
    }
}

/// Where to listen, and for whom.
#[derive(clap::Args, Debug)]
pub(super) struct BindArgs {
    /// Port to listen on; 0 selects a free port
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    port: u16,

    /// Address to listen on; other than loopback requires `--allow-remote`
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", value_parser = address)]
    bind: IpAddr,

    /// Allow other machines; there is no access control
    #[arg(long, hide_short_help = true)]
    allow_remote: bool,

    /// Allowed host name of requests (can be repeated)
    ///
    /// Requests with another `Host` are rejected, which protects against DNS rebinding.
    #[arg(long, value_name = "NAME", value_parser = name, requires = "allow_remote", hide_short_help = true)]
    pub(super) allowed_host: Vec<String>,
}

impl BindArgs {
    /// Refuses an address that others can reach, without `--allow-remote`.
    pub(super) fn check(&self) -> Result<(), Failure> {
        let Some(others) = self.others().filter(|_| !self.allow_remote) else { return Ok(()) };
        let failure = Failure::usage(format!("`--bind {}` would let {others} use this sandbox", self.bind));
        Err(failure.hint("add `--allow-remote` if that is meant, or leave out `--bind` for this machine only"))
    }

    /// Returns who else than this machine reaches it, in words.
    fn others(&self) -> Option<String> {
        let named =
            || (!self.allowed_host.is_empty()).then(|| format!("whoever gets to {}", self.allowed_host.join(", ")));
        exposure::others(self.bind).or_else(named)
    }

    /// Returns whether others than this machine are answered.
    pub(super) fn is_remote(&self) -> bool {
        self.others().is_some()
    }

    /// Returns the warning to show if others can reach it.
    pub(super) fn warning(&self) -> Option<String> {
        let others = self.others()?;
        Some(format!(
            "{others} can use this sandbox, read it, change it and empty it: the client ID and secret are known to all, and \
             nothing is encrypted on its way. Keep real data out of it"
        ))
    }

    /// Listens there, and on no other port.
    pub(super) async fn listen(&self, data: Option<&Path>) -> Result<(TcpListener, BoundAddress), Failure> {
        let wanted = SocketAddr::new(self.bind, self.port);
        let opened = TcpListener::bind(wanted).await.and_then(|listener| {
            let address = BoundAddress(listener.local_addr()?);
            Ok((listener, address))
        });
        match opened {
            Ok(opened) => Ok(opened),
            Err(error) if error.kind() == ErrorKind::AddrInUse => Err(taken(wanted, data).await),
            Err(error) => Err(self.refusal(wanted, &error)),
        }
    }

    fn refusal(&self, wanted: SocketAddr, error: &std::io::Error) -> Failure {
        let port = wanted.port();
        match error.kind() {
            ErrorKind::AddrNotAvailable => {
                local(format!("could not listen: {} is no address of this machine", self.bind))
                    .hint("`--bind` takes an address of this machine; leave it out for 127.0.0.1")
            }
            ErrorKind::PermissionDenied if port < 1024 && port > 0 => {
                local(format!("could not listen on {wanted}: this user may not take a port below 1024"))
                    .hint(OTHER_PORT)
            }
            _ => local(format!("could not listen on {wanted}: {error}")),
        }
    }
}

/// Returns the error for a port in use, naming the process if it is a sandbox of this user.
async fn taken(wanted: SocketAddr, data: Option<&Path>) -> Failure {
    let port = wanted.port();
    let ours = match data.and_then(SandboxInstance::read).filter(|instance| instance.url.ends_with(&format!(":{port}")))
    {
        Some(instance) if instance.is_running().await => Some(instance.pid),
        _ => None,
    };
    let refusal = |by: &str| local(format!("could not listen on {wanted}: port {port} is taken by {by}"));
    let failure = match ours {
        Some(pid) => refusal(&format!("the sandbox of process {pid}")).hint("`makini --sandbox …` uses that one"),
        None => refusal("another program"),
    };
    failure.hint(OTHER_PORT)
}

const OTHER_PORT: &str = "`--port N` takes another port; leave `--port` out to take a free one";

fn local(message: String) -> Failure {
    Failure::new(Exit::Local, message)
}

/// The address that a sandbox listens on.
#[derive(Clone, Copy, Debug)]
pub(super) struct BoundAddress(SocketAddr);

impl BoundAddress {
    /// Returns the address and port that are listened on.
    pub(super) fn socket(self) -> SocketAddr {
        self.0
    }

    /// Returns its URL for this machine: on the loopback if it listens there too.
    pub(super) fn url(self) -> String {
        format!("http://{}", exposure::from_here(self.0))
    }

    /// Returns whether other commands can use it: they call plain HTTP on the loopback only.
    pub(super) fn is_usable_locally(self) -> bool {
        let ip = self.0.ip();
        ip.is_loopback() || ip.is_unspecified()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_literal() {
        for (text, read) in [
            ("127.0.0.1", "127.0.0.1"),
            ("::1", "::1"),
            ("[::1]", "::1"),
            ("::ffff:127.0.0.1", "127.0.0.1"),
            ("0.0.0.0", "0.0.0.0"),
            ("[::]", "::"),
        ] {
            assert_eq!(address(text).map(|ip| ip.to_string()).as_deref(), Ok(read), "{text}");
        }
        for text in
            ["", "localhost", "example.com", "127.0.0.1:80", "[::1]:80", "[127.0.0.1]", "2130706433", "127.1", "*"]
        {
            assert!(address(text).expect_err(text).contains("`0.0.0.0`"), "{text}");
        }
    }

    #[test]
    fn names_are_names() {
        assert_eq!(name("Plant.Example.COM").as_deref(), Ok("plant.example.com"));
        for text in
            ["", "a b", "http://plant", "plant:80", "plant/x", "127.0.0.1", "[::1]", "2130706433", "*.example.com "]
        {
            assert!(name(text).is_err(), "{text}");
        }
    }

    #[test]
    fn commands_use_the_loopback_where_it_is_listened_on() {
        for (listened, url, commands) in [
            ("127.0.0.1:4000", "http://127.0.0.1:4000", true),
            ("[::1]:4000", "http://[::1]:4000", true),
            ("0.0.0.0:4000", "http://127.0.0.1:4000", true),
            ("[::]:4000", "http://[::1]:4000", true),
            ("192.168.7.9:4000", "http://192.168.7.9:4000", false),
        ] {
            let address = BoundAddress(listened.parse().expect("constant"));
            assert_eq!((address.url().as_str(), address.is_usable_locally()), (url, commands), "{listened}");
        }
    }
}
