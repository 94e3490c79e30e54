//! Addresses of handlers. They come from arguments and the configuration, never from an event.

use std::fmt;
use std::net::IpAddr;

use thiserror::Error;
use url::{Host, Url};

use super::address::{is_local_name, objection};
use crate::exit::Exit;
use crate::failure::Classify;

/// Why a target or a route was refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BadTarget {
    /// The text is no address of a handler.
    #[error("`{url}` is no address of a handler: {what}")]
    Url {
        /// The text, without a password.
        url: String,
        /// What is wrong.
        what: String,
    },
    /// Events are never sent to such a host.
    #[error("events are never sent to `{host}`: {why}")]
    Forbidden {
        /// The host.
        host: String,
        /// Why.
        why: &'static str,
    },
    /// The host is another machine and is not in `--allow-host`.
    #[error("`{host}` is not this machine")]
    Remote {
        /// The host.
        host: String,
    },
    /// A route is written `PATTERN=URL`.
    #[error("a route is written `EVENT=URL`, as `sync.*=http://127.0.0.1:4000/`; there is no `=` in `{0}`")]
    NoRoute(String),
}

impl Classify for BadTarget {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Remote { host } => Some(format!("add `--allow-host {host}` to send events to that machine")),
            _ => None,
        }
    }
}

/// A handler that events may be sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target(Url);

impl Target {
    /// Parses a URL. Other machines have to be among the `named` hosts; link-local and metadata addresses are
    /// refused even then.
    ///
    /// # Errors
    /// When it is no plain HTTP address, or one that events are not sent to.
    pub fn parse(text: &str, named: &[String]) -> Result<Self, BadTarget> {
        let bad = |what: &str| BadTarget::Url { url: without_password(text), what: what.to_owned() };
        let text = text.trim();
        if let Some(problem) = incomplete(text) {
            return Err(bad(&problem));
        }
        let url = Url::parse(text).map_err(|error| bad(&error.to_string()))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(bad("it has to begin with http:// or https://"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(bad("it must not hold a user or a password"));
        }
        let host = url.host_str().unwrap_or_default().to_owned();
        let is_named = named.iter().any(|name| name.trim_matches(['[', ']']).eq_ignore_ascii_case(bare(&host)));
        let address: Option<IpAddr> = match url.host() {
            Some(Host::Ipv4(v4)) => Some(v4.into()),
            Some(Host::Ipv6(v6)) => Some(v6.into()),
            Some(Host::Domain(_)) => None,
            None => return Err(bad("it names no host")),
        };
        if let Some(why) = address.and_then(objection) {
            return Err(BadTarget::Forbidden { host, why });
        }
        // `2130706433` and `0x7f.1` are addresses to some programs and names to others.
        if matches!(url.host(), Some(Host::Ipv4(_))) && !text.contains(&host) {
            return Err(bad(&format!("write the address as `{host}`")));
        }
        let local = match address {
            Some(address) => address.to_canonical().is_loopback(),
            None => is_local_name(&host),
        };
        if local || is_named { Ok(Self(url)) } else { Err(BadTarget::Remote { host: bare(&host).to_owned() }) }
    }

    /// Returns how a handler is called that has this address: without the query, which may hold a key.
    ///
    /// # Errors
    /// When it is no plain HTTP address.
    pub fn name(text: &str) -> Result<String, BadTarget> {
        // Nothing is sent there, so any host may be named.
        let host = Url::parse(text.trim()).ok().and_then(|url| url.host_str().map(str::to_owned));
        Self::parse(text, host.as_slice()).map(|target| target.to_string())
    }

    pub(super) fn url(&self) -> &Url {
        &self.0
    }
}

impl fmt::Display for Target {
    /// Without the query, which may hold a key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0[..url::Position::AfterPath])
    }
}

/// Returns what is missing in the text of a URL, with what was probably meant. The parser would read some of them as
/// another URL: `http:///hook` as one of the host `hook`.
fn incomplete(text: &str) -> Option<String> {
    let meant = |url: String| Some(format!("write the whole URL, for example `{}`", without_password(&url)));
    if text.is_empty() {
        return meant("http://127.0.0.1:3000/hook".into());
    }
    if !text.contains("://") {
        let port = text.strip_prefix(':').unwrap_or(text);
        let end = port.find('/').unwrap_or(port.len());
        if end > 0 && port[..end].bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(format!(
                "it is only a port: write `http://127.0.0.1:{}{}`",
                &port[..end],
                if end < port.len() { &port[end..] } else { "/" }
            ));
        }
        return match text.strip_prefix('/') {
            Some(path) => Some(format!("it is only a path: write `http://127.0.0.1:3000/{path}`")),
            None if text.starts_with("http:") || text.starts_with("https:") => {
                meant("http://127.0.0.1:3000/hook".into())
            }
            None => Some(format!("`http://` is missing: write `http://{}`", without_password(text))),
        };
    }
    let (protocol, rest) = text.split_once("://")?;
    let host = rest.find(['/', '?', '#', '\\']).map_or(rest, |end| &rest[..end]);
    (host.is_empty() || host.starts_with(':')).then(|| {
        format!("it names no host: write `{protocol}://127.0.0.1{}`", if rest.is_empty() { "/" } else { rest })
    })
}

fn bare(host: &str) -> &str {
    host.trim_matches(['[', ']'])
}

pub(super) fn without_password(text: &str) -> String {
    let (before, rest) = text.split_once("://").unwrap_or(("", text));
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    match rest[..end].rfind('@') {
        Some(at) => format!("{before}://[redacted]@{}", &rest[at + 1..]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_unless_named_and_metadata_never() {
        let parse = |url: &str, named: &[&str]| {
            let named: Vec<String> = named.iter().map(|&name| name.to_owned()).collect();
            Target::parse(url, &named)
        };
        for url in ["http://127.0.0.1:3000/x", "http://localhost", "https://app.localhost/", "http://[::1]:1/"] {
            assert!(parse(url, &[]).is_ok(), "{url}");
        }
        for url in [
            "http://169.254.169.254/",
            "http://[::ffff:169.254.169.254]/",
            "http://0.0.0.0:3000",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://127.1/",
            "http://017700000001/",
            "ftp://127.0.0.1/",
            "http://u:p@127.0.0.1/",
            "/x",
            "http://",
        ] {
            let names = ["169.254.169.254", "::ffff:a9fe:a9fe", "0.0.0.0"];
            assert!(parse(url, &names).is_err(), "{url}");
        }
        assert!(matches!(parse("http://10.0.0.7/", &[]), Err(BadTarget::Remote { .. })));
        assert!(parse("http://10.0.0.7/", &["10.0.0.7"]).is_ok());
        assert!(matches!(parse("https://localhost.evil/", &[]), Err(BadTarget::Remote { .. })));
        assert!(parse("https://Hooks.example/", &["hooks.example"]).is_ok());
        let shown = parse("http://ann:hunter2@127.0.0.1/", &[]).expect_err("a password").to_string();
        assert!(!shown.contains("hunter2"), "{shown}");
    }
}
