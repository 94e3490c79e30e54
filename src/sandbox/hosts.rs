//! Which hosts a sandbox answers to, and for which web pages: a page in a browser reaches the loopback too.

use std::collections::BTreeSet;

use axum::extract::Request;
use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri};
use url::Url;

use super::error::Error;

/// The names and addresses that a request may be for. The loopback's are always among them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hosts(Option<Beyond>);

/// What is answered to beyond the loopback.
#[derive(Clone, Debug)]
struct Beyond {
    /// The port that is listened on. An address with another one was meant for somebody else.
    port: u16,
    names: BTreeSet<String>,
}

impl Hosts {
    /// Every address with this port, and these names: no page can point a name at this machine and be answered, since
    /// its name is not among them.
    pub(crate) fn beyond_loopback<'a>(port: u16, names: impl IntoIterator<Item = &'a str>) -> Self {
        Self(Some(Beyond { port, names: names.into_iter().map(plain).collect() }))
    }

    /// Returns whether a request is for a name that was given: it came from another machine, or through a tunnel that
    /// ends on this one.
    pub(super) fn is_by_given_name(&self, headers: &HeaderMap, uri: &Uri) -> bool {
        let names = self.0.as_ref().map(|beyond| &beyond.names);
        let name_of = |host: &str| Some(plain(Url::parse(&format!("http://{host}/")).ok()?.host_str()?));
        hosts(headers, uri).filter_map(name_of).any(|name| names.is_some_and(|names| names.contains(&name)))
    }

    /// Refuses a request for a name that is not this machine's own: a page in a browser can point its own name at the
    /// loopback, and would then read the answers. One without a host comes from no browser. Refuses those as well that a
    /// foreign page caused: it could not read the answer, but what it asked for would be done.
    pub(super) fn check(&self, request: &Request) -> Result<(), Error> {
        if !hosts(request.headers(), request.uri()).all(|host| self.holds(host)) {
            return Err(Error::forbidden(match self.0 {
                None => "the sandbox answers only to localhost, 127.0.0.1 and [::1]",
                Some(_) => {
                    "the sandbox answers only to localhost, to addresses with its own port, and to the names that it \
                     was started with: `--allowed-host NAME`"
                }
            }));
        }
        let mut origins = request.headers().get_all(ORIGIN).iter().map(|origin| origin.to_str().unwrap_or("?"));
        if origins.all(|origin| self.lets_in(origin, request.uri().path())) {
            return Ok(());
        }
        Err(Error::forbidden(
            "the request was caused by a web page of another site, and the sandbox takes none of them",
        ))
    }

    fn holds(&self, host: &str) -> bool {
        let Ok(url) = Url::parse(&format!("http://{host}/")) else { return false };
        let bare = url.path() == "/"
            && url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        if !bare {
            return false;
        }
        let Some(beyond) = self.0.as_ref().filter(|_| !loopback(&url)) else { return loopback(&url) };
        match url.host() {
            Some(url::Host::Domain(name)) => beyond.names.contains(&plain(name)),
            Some(_) => url.port_or_known_default() == Some(beyond.port),
            None => false,
        }
    }

    fn lets_in(&self, origin: &str, path: &str) -> bool {
        match origin.split_once("://") {
            Some((_, host)) => self.holds(host),
            // Pages that tell nobody where people come from send this with their own forms, and so do the pages of
            // Makini Link. Those prove themselves by a cookie and a token.
            None => origin == "null" && path.strip_prefix("/link/").is_some_and(|rest| rest.contains('/')),
        }
    }
}

/// Everything that a request says it is for.
fn hosts<'a>(headers: &'a HeaderMap, uri: &'a Uri) -> impl Iterator<Item = &'a str> {
    let named = headers.get_all(HOST).iter().map(|host| host.to_str().unwrap_or("?"));
    named.chain(uri.authority().map(Authority::as_str))
}

/// Names are the same in any case, with a dot at the end or without.
fn plain(name: &str) -> String {
    name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase()
}

/// Returns whether an address is on this machine, by its words alone: no name is looked up.
pub(crate) fn loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Hosts;

    const FOREIGN: [&str; 12] = [
        "example.com",
        "localhost.example.com",
        "127.0.0.1.example.com",
        "localhost@evil.example",
        "evil.example/localhost",
        "evil.example#localhost",
        "evil.example?localhost",
        "evil.example\\localhost",
        "localhost:port",
        "",
        "?",
        "http://localhost",
    ];

    #[test]
    fn only_names_of_this_machine_pass() {
        let hosts = Hosts::default();
        for host in
            ["localhost", "localhost:8080", "127.0.0.1:1", "127.9.9.9", "[::1]:80", "api.localhost", "LOCALHOST"]
        {
            assert!(hosts.holds(host), "{host}");
        }
        for host in FOREIGN.into_iter().chain(["10.0.0.1", "10.0.0.1:4000", "[::2]", "0.0.0.0", "0.0.0.0:4000"]) {
            assert!(!hosts.holds(host), "{host}");
        }
    }

    #[test]
    fn beyond_the_loopback_addresses_pass_with_the_right_port_and_names_that_were_given() {
        let hosts = Hosts::beyond_loopback(4000, ["Plant.Example.test", "tunnel.example"]);
        for host in [
            "localhost",
            "localhost:1",
            "127.0.0.1:1",
            "[::1]",
            "192.168.7.9:4000",
            "[fd00::7]:4000",
            "0.0.0.0:4000",
            "plant.example.test",
            "PLANT.example.test.:4000",
            "tunnel.example:443",
        ] {
            assert!(hosts.holds(host), "{host}");
        }
        for host in FOREIGN.into_iter().chain([
            "192.168.7.9",
            "192.168.7.9:80",
            "[fd00::7]",
            "example.test:4000",
            "x.tunnel.example",
        ]) {
            assert!(!hosts.holds(host), "{host}");
        }
    }

    #[test]
    fn pages_of_other_sites_are_not_let_in() {
        let hosts = Hosts::beyond_loopback(4000, ["plant.example.test"]);
        for origin in
            ["http://localhost:3000", "https://127.0.0.1", "http://192.168.7.9:4000", "https://plant.example.test"]
        {
            assert!(hosts.lets_in(origin, "/link/token"), "{origin}");
        }
        for origin in ["https://evil.example", "http://192.168.7.9:3000", "null", "", "localhost", "file://"] {
            assert!(!hosts.lets_in(origin, "/link/token"), "{origin}");
        }
        assert!(hosts.lets_in("null", "/link/visit_1/details"));
        assert!(!hosts.lets_in("null", "/api/system/connections"));
        assert!(!hosts.lets_in("https://evil.example", "/link/visit_1/details"));
    }
}
