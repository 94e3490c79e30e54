//! Where the proxy listens, and for whom.

use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::args::listen_address::{ListenAddress, bind, check_exposure};
use crate::client::ServerUrl;
use crate::failure::Failure;
use crate::serve::Hosts;

/// The port that is taken where none is named.
const PORT: u16 = 4610;

/// Where, and for whom.
#[derive(clap::Args, Debug)]
pub(super) struct ListenerArgs {
    /// Address to listen on; port 0 selects a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:4610")]
    listen: ListenAddress,

    /// Allow other machines: required for other than loopback addresses
    #[arg(long, hide_short_help = true)]
    allow_remote: bool,

    /// Host name that requests may name in `Host` (can be repeated)
    #[arg(long, value_name = "NAME", value_parser = parse_host, hide_short_help = true)]
    allowed_host: Vec<String>,
}

impl ListenerArgs {
    /// Begins to listen.
    ///
    /// # Errors
    /// The server listens there, the address cannot be listened on, or others could reach it and nothing allows that.
    pub(super) async fn open(&self, server: &ServerUrl) -> Result<(TcpListener, SocketAddr, Hosts), Failure> {
        let place = self.listen.address(None, PORT)?;
        check_exposure(place.ip(), self.allow_remote, "call the platform through this machine")?;
        if is_itself(place, server) {
            let failure = Failure::usage(format!("the server is {server}, where `makini record` is to listen itself"));
            return Err(failure.hint("name the real server with `--server`, or another port with `--listen`"));
        }
        let (listener, address) = bind(place).await?;
        let mut hosts = Hosts::new(self.allowed_host.iter().map(String::as_str));
        if self.allow_remote {
            hosts.allow_addresses();
        }
        Ok((listener, address, hosts))
    }
}

/// Returns whether a server is what listens there. Plain HTTP is spoken to addresses of this machine only.
fn is_itself(place: SocketAddr, server: &ServerUrl) -> bool {
    let host = server.host();
    let there = host.parse::<SocketAddr>().ok().or_else(|| {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        Some(SocketAddr::new(host.parse().ok()?, 80))
    });
    server.is_plain()
        && there.is_some_and(|there| {
            let is_same = there.ip() == place.ip() || (place.ip().is_unspecified() && there.ip().is_loopback());
            there.port() == place.port() && is_same
        })
}

/// Reads a host name without a port.
fn parse_host(text: &str) -> Result<String, String> {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-._:[]".contains(&byte);
    if text.is_empty() || !text.bytes().all(is_name) {
        return Err("write a host name, as `proxy.example.com`".to_owned());
    }
    Ok(text.to_owned())
}
