//! Checks `Host` and `Origin`, so that web pages cannot reach a server on this machine (DNS rebinding, CSRF).

use std::collections::BTreeSet;
use std::net::IpAddr;

use axum::extract::Request;
use http::HeaderMap;
use http::header::{HOST, ORIGIN};

/// The allowed values of `Host`. Loopback names and addresses are always allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosts {
    names: BTreeSet<String>,
    any_address: bool,
}

impl Hosts {
    /// Allows names and addresses, without ports, for example `hooks.example.com`.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hosts = Self::default();
        names.into_iter().for_each(|name| hosts.allow(name));
        hosts
    }

    /// Allows every address: a page can point a name of its own at this machine, and never an address.
    pub fn allow_addresses(&mut self) {
        self.any_address = true;
    }

    /// Allows a name or an address.
    pub fn allow(&mut self, name: &str) {
        self.names.insert(plain(name));
    }

    /// Checks a request: one for another host is refused, and one that a foreign web page caused.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn check(&self, request: &Request) -> Result<(), &'static str> {
        if request.uri().authority().is_some() {
            return Err("the target of the request names a host");
        }
        match only(request.headers(), &HOST) {
            Some(host) if self.holds(host) => {}
            Some(_) => return Err("the `Host` is not one of this server's"),
            None => return Err("the request has no single `Host`"),
        }
        if !request.headers().contains_key(ORIGIN) {
            return Ok(());
        }
        let origin = only(request.headers(), &ORIGIN).and_then(|origin| origin.split_once("://"));
        match origin {
            Some((_, host)) if self.holds(host) => Ok(()),
            _ => Err("the request was caused by a foreign web page"),
        }
    }

    fn holds(&self, authority: &str) -> bool {
        let Some(host) = without_port(authority) else { return false };
        // Nearly every request names an address, or the same name.
        if let Ok(address) = host.parse::<IpAddr>()
            && (self.any_address || address.is_loopback())
        {
            return true;
        }
        if self.names.contains(host) {
            return true;
        }
        let host = plain(host);
        host == "localhost" || host.ends_with(".localhost") || self.names.contains(&host)
    }
}

fn only<'a>(headers: &'a HeaderMap, name: &http::HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(first)
}

/// Returns the host of `host:port`, or nothing if it is neither.
fn without_port(authority: &str) -> Option<&str> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?,
        None => match authority.find(':') {
            Some(at) => authority.split_at(at),
            None => (authority, ""),
        },
    };
    let port_is_fine = port.is_empty() || port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok());
    (port_is_fine && !host.is_empty()).then_some(host)
}

fn plain(name: &str) -> String {
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_names_and_the_loopback_are_ours() {
        let hosts = Hosts::new(["Hooks.Example.com", "192.168.7.9", "fd00::7"]);
        for ours in [
            "localhost",
            "LOCALHOST:3000",
            "a.localhost",
            "127.0.0.1:80",
            "127.9.9.9",
            "[::1]:3000",
            "hooks.example.com",
            "hooks.example.com.:443",
            "192.168.7.9:1",
            "[fd00::7]",
        ] {
            assert!(hosts.holds(ours), "{ours}");
        }
        for foreign in [
            "",
            "evil.example",
            "localhost.evil",
            "127.0.0.1.evil",
            "127.0.0.1@evil",
            "0.0.0.0",
            "[::]",
            "::1",
            "[::1",
            "localhost:x",
            "localhost:99999",
            "evil/hooks.example.com",
            "2130706433",
            "192.168.7.10",
            ":3000",
        ] {
            assert!(!hosts.holds(foreign), "{foreign}");
        }
    }
}
