//! The settings for connections.

use std::time::Duration;

use super::timer::ConnectionTimer;
use super::tls::TlsOptions;

/// This machine, as `NO_PROXY` writes it: a proxy has another one.
pub(super) const THIS_MACHINE: &str = "localhost,127.0.0.0/8,::1";

/// The settings for connections.
#[derive(Clone)]
pub struct NetworkOptions {
    /// Time for a connection, TLS included.
    pub connect_time: Duration,
    /// Who is trusted.
    pub tls: TlsOptions,
    /// Which proxies are used.
    pub proxies: Proxies,
    /// Times each connection; every request has one of its own then.
    pub timer: Option<ConnectionTimer>,
}

impl std::fmt::Debug for NetworkOptions {
    /// Without the proxies, whose addresses may hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { connect_time, tls, proxies: _, timer: _ } = self;
        f.debug_struct("NetworkOptions").field("connect_time", connect_time).field("tls", tls).finish_non_exhaustive()
    }
}

impl Default for NetworkOptions {
    fn default() -> Self {
        let (tls, proxies) = (TlsOptions::default(), Proxies::default());
        Self { connect_time: Duration::from_secs(10), tls, proxies, timer: None }
    }
}

/// Proxies, as `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` name them. They are handed in: nothing here reads the
/// environment. Only `https` goes through a proxy, which would read a token that travels in plain http, and nothing that
/// is on this machine.
#[derive(Clone, Default)]
pub struct Proxies {
    /// For `https`; `http://…` or `socks5h://…`.
    pub https: Option<String>,
    /// For whatever has none of its own.
    pub all: Option<String>,
    /// Hosts that are called directly, separated by commas.
    pub none: Option<String>,
}
