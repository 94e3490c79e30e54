//! The address of a server, checked before anything is sent to it.

use std::fmt;

use http::Uri;
use thiserror::Error;
use url::{Host, Position, Url};

use crate::exit::Exit;
use crate::failure::Classify;

/// The base address of a server: `https`, or `http` to a literal loopback address, with nothing in it but host, port
/// and path. Tokens are bound to its origin.
///
/// Shown in ASCII, so that a look-alike of a known name is seen for what it is.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ServerUrl(Url);

/// Why an address is not one to send a token to. The address itself is not repeated: it may hold a password.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum UrlError {
    /// It cannot be read.
    #[error("the server address is not a URL: {0}")]
    Unreadable(String),
    /// Blanks, control characters or backslashes, which readers of URLs disagree on.
    #[error("the server address holds a blank, a control character or a backslash")]
    Characters,
    /// Neither `https` nor `http`.
    #[error("the server address must begin with https://")]
    Scheme,
    /// `http` to somewhere else than this machine.
    #[error("plain http is allowed only to 127.0.0.1 and [::1], not to {host}")]
    Plain {
        /// The host, in ASCII.
        host: String,
    },
    /// A user name or a password.
    #[error("the server address must not hold a user name, a password or an @")]
    Userinfo,
    /// A query or a fragment.
    #[error("the server address must not hold a query or a fragment")]
    Query,
    /// An IP address in a spelling that hides it.
    #[error("the server address spells an IP address in an unusual way; write it as {plain}")]
    Disguised {
        /// The usual spelling.
        plain: String,
    },
    /// Port 0 cannot be called.
    #[error("the server address holds port 0")]
    Port,
}

impl Classify for UrlError {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        Some("an address looks like `https://api.makini.io`".into())
    }
}

impl ServerUrl {
    /// Reads and checks an address.
    ///
    /// # Errors
    /// See [`UrlError`].
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        // A URL parser drops tabs, turns backslashes round and ignores extra slashes; whoever typed them meant
        // something else than what would be called.
        if text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
            return Err(UrlError::Characters);
        }
        let (scheme, rest) = text.split_once("://").ok_or(UrlError::Scheme)?;
        if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
            return Err(UrlError::Scheme);
        }
        if rest.contains(['?', '#']) {
            return Err(UrlError::Query);
        }
        let authority = rest.split('/').next().unwrap_or_default();
        if authority.contains('@') {
            return Err(UrlError::Userinfo);
        }
        if authority.is_empty() {
            return Err(UrlError::Unreadable("it holds no host".into()));
        }
        let mut url = Url::parse(text).map_err(|error| UrlError::Unreadable(error.to_string()))?;
        if url.port() == Some(0) {
            return Err(UrlError::Port);
        }
        let host = url.host_str().unwrap_or_default().to_owned();
        if let Some(Host::Ipv4(_)) = url.host() {
            let typed = authority.split(':').next().unwrap_or_default();
            if typed != host {
                return Err(UrlError::Disguised { plain: host });
            }
        }
        let loopback = is_loopback(&url);
        if url.scheme() == "http" && !loopback {
            return Err(UrlError::Plain { host });
        }
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&path);
        Ok(Self(url))
    }

    /// Returns scheme, host and port: what a token is bound to.
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    /// Returns whether an address, as [`ServerUrl::join`] makes them, is on this server.
    pub fn serves(&self, uri: &Uri) -> bool {
        let origin = &self.0[..Position::BeforePath];
        let found = uri.scheme_str().zip(uri.authority()).map(|(scheme, authority)| (scheme, authority.as_str()));
        found.is_some() && found == origin.split_once("://")
    }

    /// Returns what comes before each path of the API, without a slash at its end; mostly nothing.
    pub fn base(&self) -> &str {
        self.0.path().trim_end_matches('/')
    }

    /// Returns host and port, as a message names them.
    pub fn host(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        match self.0.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        }
    }

    /// Returns the host without the port.
    pub fn name(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Returns whether the server is on this machine, by its literal address.
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.0)
    }

    /// Returns whether requests travel unencrypted.
    pub fn is_plain(&self) -> bool {
        self.0.scheme() == "http"
    }

    /// Returns the full address of a path on this server, or nothing when it cannot be one.
    pub fn join(&self, path: &str, query: &str) -> Option<Uri> {
        let base = self.0.as_str().trim_end_matches('/');
        let text = if query.is_empty() { format!("{base}{path}") } else { format!("{base}{path}?{query}") };
        let uri: Uri = text.parse().ok()?;
        // What is sent is parsed once more below; both readings must name this server and this path.
        let again = Url::parse(&text).ok()?;
        (path.starts_with('/') && again.origin() == self.0.origin() && again.path() == uri.path()).then_some(uri)
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        // A name can be pointed anywhere, `localhost` included.
        Some(Host::Domain(_)) | None => false,
    }
}

impl fmt::Display for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

impl fmt::Debug for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifty_addresses() {
        let plain = |host: &str| Err(UrlError::Plain { host: host.into() });
        let cases: &[(&str, Result<&str, UrlError>)] = &[
            ("https://api.makini.io", Ok("https://api.makini.io")),
            ("https://api.makini.io/", Ok("https://api.makini.io")),
            ("HTTPS://API.Makini.IO", Ok("https://api.makini.io")),
            ("https://api.makini.io:443", Ok("https://api.makini.io")),
            ("https://api.makini.io:8443/base/", Ok("https://api.makini.io:8443/base")),
            ("https://10.1.2.3", Ok("https://10.1.2.3")),
            ("https://[2001:db8::1]:8443", Ok("https://[2001:db8::1]:8443")),
            ("https://localhost", Ok("https://localhost")),
            ("http://127.0.0.1", Ok("http://127.0.0.1")),
            ("http://127.0.0.1:4000", Ok("http://127.0.0.1:4000")),
            ("http://127.8.9.10:1", Ok("http://127.8.9.10:1")),
            ("http://[::1]:4000", Ok("http://[::1]:4000")),
            ("https://\u{430}pi.makini.io", Ok("https://xn--pi-6kc.makini.io")),
            ("https://münchen.example", Ok("https://xn--mnchen-3ya.example")),
            ("http://api.example", plain("api.example")),
            ("http://localhost:4000", plain("localhost")),
            ("http://localhost.evil", plain("localhost.evil")),
            ("http://127.0.0.1.evil", plain("127.0.0.1.evil")),
            ("http://127.0.0.1.nip.io", plain("127.0.0.1.nip.io")),
            ("http://0.0.0.0", plain("0.0.0.0")),
            ("http://10.0.0.1", plain("10.0.0.1")),
            ("http://192.168.1.1", plain("192.168.1.1")),
            ("http://169.254.169.254", plain("169.254.169.254")),
            ("http://[::ffff:127.0.0.1]", plain("[::ffff:7f00:1]")),
            ("http://[::]", plain("[::]")),
            ("http://128.0.0.1", plain("128.0.0.1")),
            ("http://2130706433", Err(UrlError::Disguised { plain: "127.0.0.1".into() })),
            ("http://0x7f.1", Err(UrlError::Disguised { plain: "127.0.0.1".into() })),
            ("http://127.1", Err(UrlError::Disguised { plain: "127.0.0.1".into() })),
            ("https://0300.0250.0.1", Err(UrlError::Disguised { plain: "192.168.0.1".into() })),
            ("https://api.example@evil", Err(UrlError::Userinfo)),
            ("https://user:hunter2@api.example", Err(UrlError::Userinfo)),
            ("https://@api.example", Err(UrlError::Userinfo)),
            ("http://127.0.0.1@evil", Err(UrlError::Userinfo)),
            ("http://127.0.0.1:80@evil", Err(UrlError::Userinfo)),
            ("//evil", Err(UrlError::Scheme)),
            ("api.makini.io", Err(UrlError::Scheme)),
            ("https:api.makini.io", Err(UrlError::Scheme)),
            ("ftp://api.makini.io", Err(UrlError::Scheme)),
            ("file:///etc/passwd", Err(UrlError::Scheme)),
            ("javascript://api.makini.io", Err(UrlError::Scheme)),
            ("", Err(UrlError::Scheme)),
            ("https://", Err(UrlError::Unreadable("it holds no host".into()))),
            ("https:///evil", Err(UrlError::Unreadable("it holds no host".into()))),
            ("https://api.makini.io?x=1", Err(UrlError::Query)),
            ("https://api.makini.io/#x", Err(UrlError::Query)),
            ("https://evil?@api.makini.io", Err(UrlError::Query)),
            ("https://api.makini.io\\@evil", Err(UrlError::Characters)),
            ("https://api.makini.io\n", Err(UrlError::Characters)),
            (" https://api.makini.io", Err(UrlError::Characters)),
            ("ht\ttps://api.makini.io", Err(UrlError::Characters)),
            ("https://api.makini.io:0", Err(UrlError::Port)),
        ];
        for (text, expected) in cases {
            let found = ServerUrl::parse(text).map(|url| url.to_string());
            assert_eq!(found, expected.clone().map(str::to_owned), "{text:?}");
        }
        for text in ["https://api.makini.io:99999", "https://a b", "https://[::1", "https://exa%00mple"] {
            assert!(ServerUrl::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_refusal_does_not_repeat_a_password() {
        for text in ["https://u:hunter2@h", "http://u:hunter2@h", "ftp://u:hunter2@h", "https://u:hunter2@h:99999"] {
            let error = ServerUrl::parse(text).expect_err(text);
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{text}");
        }
    }

    #[test]
    fn a_path_stays_on_its_server() {
        let server = ServerUrl::parse("https://api.example/base").expect("valid");
        let joined = |path: &str| server.join(path, "").map(|uri| uri.to_string());
        assert_eq!(joined("/api/x").as_deref(), Some("https://api.example/base/api/x"));
        assert_eq!(joined("//evil/x").as_deref(), Some("https://api.example/base//evil/x"));
        for path in ["@evil/", ".evil/", ":99/", "", "x", "/a/../../b", "/a/%2E%2e/b", "/./a", "/a b", "/a\\b"] {
            assert_eq!(joined(path), None, "{path:?}");
        }
        assert_eq!(server.join("/a", "x=1").map(|u| u.to_string()).as_deref(), Some("https://api.example/base/a?x=1"));
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_accepted_is_encrypted_or_local(text in "\\PC{0,40}") {
            if let Ok(server) = ServerUrl::parse(&text) {
                proptest::prop_assert!(!server.is_plain() || server.is_loopback());
                proptest::prop_assert!(server.to_string().is_ascii());
                proptest::prop_assert_eq!(ServerUrl::parse(&server.to_string()), Ok(server));
            }
        }
    }
}
