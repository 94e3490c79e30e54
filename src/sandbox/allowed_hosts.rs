//! Which `Host` and `Origin` headers a sandbox accepts: a web page in a browser can reach the loopback too.

use std::collections::BTreeSet;

use axum::extract::Request;
use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri};
use url::Url;

use super::error::Error;

/// Host names and addresses that are accepted. Those of the loopback always are.
#[derive(Clone, Debug, Default)]
pub(crate) struct AllowedHosts(Option<NetworkHosts>);

/// What is accepted beyond the loopback.
#[derive(Clone, Debug)]
struct NetworkHosts {
    /// The port of the listener. A request to an address with another port is meant for another server.
    port: u16,
    names: BTreeSet<String>,
}

impl AllowedHosts {
    /// Accepts every address with this port, and these names. A page that points its own name at this machine (DNS
    /// rebinding) is rejected, because its name is not listed.
    pub(crate) fn beyond_loopback<'a>(port: u16, names: impl IntoIterator<Item = &'a str>) -> Self {
        Self(Some(NetworkHosts { port, names: names.into_iter().map(normalized).collect() }))
    }

    /// Returns whether a request is for one of the given names: it came from another machine, or through a tunnel that
    /// ends on this one.
    pub(super) fn is_for_allowed_name(&self, headers: &HeaderMap, uri: &Uri) -> bool {
        let names = self.0.as_ref().map(|beyond| &beyond.names);
        let name_of = |host: &str| Some(normalized(Url::parse(&format!("http://{host}/")).ok()?.host_str()?));
        hosts(headers, uri).filter_map(name_of).any(|name| names.is_some_and(|names| names.contains(&name)))
    }

    /// Rejects a request whose `Host` is not accepted: a page could point its own name at the loopback and then read
    /// the responses (DNS rebinding). A request without a host comes from no browser. Rejects requests of pages from
    /// other origins too: they could not read the response, but the request would be executed.
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
        if origins.all(|origin| self.allows_origin(origin, request.uri().path())) {
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
            Some(url::Host::Domain(name)) => beyond.names.contains(&normalized(name)),
            Some(_) => url.port_or_known_default() == Some(beyond.port),
            None => false,
        }
    }

    fn allows_origin(&self, origin: &str, path: &str) -> bool {
        match origin.split_once("://") {
            Some((_, host)) => self.holds(host),
            // Pages with `Referrer-Policy: no-referrer` send `null` with their own forms, and so do the pages of Makini
            // Link. These are protected by a cookie and a CSRF token.
            None => origin == "null" && path.strip_prefix("/link/").is_some_and(|rest| rest.contains('/')),
        }
    }
}

/// Returns every host that a request names.
fn hosts<'a>(headers: &'a HeaderMap, uri: &'a Uri) -> impl Iterator<Item = &'a str> {
    let named = headers.get_all(HOST).iter().map(|host| host.to_str().unwrap_or("?"));
    named.chain(uri.authority().map(Authority::as_str))
}

/// Normalizes a host name: lower case, no dot at the end.
fn normalized(name: &str) -> String {
    name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase()
}

/// Returns whether a URL is on the loopback, without a DNS lookup.
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
    use super::AllowedHosts;

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
        let hosts = AllowedHosts::default();
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
        let hosts = AllowedHosts::beyond_loopback(4000, ["Plant.Example.test", "tunnel.example"]);
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
        let hosts = AllowedHosts::beyond_loopback(4000, ["plant.example.test"]);
        for origin in
            ["http://localhost:3000", "https://127.0.0.1", "http://192.168.7.9:4000", "https://plant.example.test"]
        {
            assert!(hosts.allows_origin(origin, "/link/token"), "{origin}");
        }
        for origin in ["https://evil.example", "http://192.168.7.9:3000", "null", "", "localhost", "file://"] {
            assert!(!hosts.allows_origin(origin, "/link/token"), "{origin}");
        }
        assert!(hosts.allows_origin("null", "/link/visit_1/details"));
        assert!(!hosts.allows_origin("null", "/api/system/connections"));
        assert!(!hosts.allows_origin("https://evil.example", "/link/visit_1/details"));
    }
}
