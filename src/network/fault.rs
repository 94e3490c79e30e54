//! Failures of the network: name resolution, sockets, TLS, timeouts, proxies. Each with what would mend it.

use std::error::Error as StdError;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustls::{AlertDescription, CertificateError, PeerIncompatible};
use thiserror::Error;

use super::tls::{NotForServers, SelfSigned, Version1};

/// What has been learned about the other side of a client's connections.
#[derive(Clone, Debug, Default)]
pub struct Peer {
    /// Whether it asked for a client certificate.
    asks_for_certificate: Arc<AtomicBool>,
    /// Whether it is shown one.
    has_certificate: bool,
}

/// A request that got no response.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{host}: {reason}")]
pub struct NetworkError {
    /// What kind of failure it is.
    pub fault: Fault,
    /// Host and port of the request, for example `api.makini.io` or `127.0.0.1:4000`.
    pub host: String,
    /// Reason, for people.
    pub reason: String,
    /// What would mend it, where it is known.
    pub remedy: Option<String>,
}

/// What kind of failure of the network it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The name cannot be resolved.
    Dns,
    /// The connection was refused: nothing listens on the port.
    Refused,
    /// The connection failed for another reason.
    Connect,
    /// No connection within the time limit.
    ConnectTimeout,
    /// The server has no valid certificate, or does not use TLS.
    Tls,
    /// The proxy refused the connection.
    Proxy,
    /// No complete response within the time limit.
    AnswerTimeout,
    /// The connection was closed before the response was complete.
    Reset,
    /// What came is no HTTP, or not as this program can read it.
    Unreadable,
}

impl Fault {
    /// Returns the code that the journal stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dns => "dns",
            Self::Refused | Self::Connect => "connect",
            Self::ConnectTimeout | Self::AnswerTimeout => "timeout",
            Self::Tls => "tls",
            Self::Proxy => "proxy",
            Self::Reset => "reset",
            Self::Unreadable => "unreadable",
        }
    }

    /// Returns whether the request was certainly not sent.
    pub const fn surely_not_sent(self) -> bool {
        !matches!(self, Self::AnswerTimeout | Self::Reset | Self::Unreadable)
    }

    /// Returns whether a retry may succeed. A wrong certificate stays wrong, and what speaks another protocol goes on to.
    pub const fn is_passing(self) -> bool {
        !matches!(self, Self::Tls | Self::Proxy | Self::Unreadable)
    }
}

impl NetworkError {
    /// Returns what to do next.
    pub fn hint(&self) -> String {
        if let Some(remedy) = &self.remedy {
            return remedy.clone();
        }
        match self.fault {
            Fault::Dns => "check the server address and your network; `makini doctor` tests both".into(),
            Fault::Refused => "check that the server runs and the port is right; `makini doctor` tests it".into(),
            Fault::Tls => "`makini doctor` tests the way to the server".into(),
            Fault::Proxy => "check the proxy settings; `makini doctor` shows them".into(),
            Fault::Unreadable => {
                "check the server address, and what stands between: `makini doctor` tests the way to the server".into()
            }
            Fault::Connect | Fault::ConnectTimeout | Fault::AnswerTimeout | Fault::Reset => {
                "try again later; `makini doctor` tests the way to the server".into()
            }
        }
    }

    /// Classifies an error of the HTTP library, from a client whose `peer` is the host.
    pub fn classify(error: &reqwest::Error, host: &str, peer: &Peer) -> Self {
        let facts = Facts { dns: error.is_dns(), connect: error.is_connect(), timeout: error.is_timeout() };
        Self::explain(error, facts, host, peer)
    }

    /// Classifies an error of a request that was passed on, or of the body of its response.
    pub fn of_exchange(error: &(dyn StdError + 'static), is_connect: bool, host: &str, peer: &Peer) -> Self {
        let (mut timeout, mut next) = (false, Some(error));
        while let Some(cause) = next {
            let io = cause.downcast_ref::<io::Error>();
            timeout |= io.is_some_and(|error| error.kind() == io::ErrorKind::TimedOut);
            next = cause.source();
        }
        Self::explain(error, Facts { dns: false, connect: is_connect, timeout }, host, peer)
    }

    fn explain(error: &(dyn StdError + 'static), facts: Facts, host: &str, peer: &Peer) -> Self {
        let (fault, reason, remedy) = explained(error, facts, host, peer);
        Self { fault, host: host.to_owned(), reason, remedy }
    }
}

/// What the library says of an error besides its causes.
#[derive(Clone, Copy)]
struct Facts {
    dns: bool,
    /// There was no connection yet.
    connect: bool,
    timeout: bool,
}

/// Returns what went wrong, and what would mend it.
fn explained(
    error: &(dyn StdError + 'static),
    facts: Facts,
    host: &str,
    peer: &Peer,
) -> (Fault, String, Option<String>) {
    match fault_and_reason(error, facts) {
        Failed::Tls(error) => {
            let (reason, remedy) = tls_reason(&error, host, peer);
            (Fault::Tls, reason, Some(remedy))
        }
        // Some servers ask for a certificate and hang up when there is none.
        Failed::Other(Fault::Connect, _) if peer.lacks_certificate() => {
            (Fault::Tls, NO_CERTIFICATE.into(), Some(SET_CERTIFICATE.into()))
        }
        Failed::Other(fault, reason) => (fault, reason, None),
    }
}

enum Failed {
    Tls(rustls::Error),
    Other(Fault, String),
}

const NO_CERTIFICATE: &str = "the server asks for a client certificate, and none is configured";
const SET_CERTIFICATE: &str = "set `client_certificate` and `client_key` in the configuration to PEM files, or \
                               MAKINI_CLIENT_CERTIFICATE and MAKINI_CLIENT_KEY";

impl Peer {
    /// Nothing is known yet. `has_certificate` is whether it is shown a client certificate.
    pub(super) fn new(has_certificate: bool) -> Self {
        Self { has_certificate, ..Self::default() }
    }

    /// Returns what is set when it asks for a client certificate.
    pub(super) fn certificate_requests(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.asks_for_certificate)
    }

    fn asks_for_certificate(&self) -> bool {
        self.asks_for_certificate.load(Ordering::Relaxed)
    }

    fn lacks_certificate(&self) -> bool {
        self.asks_for_certificate() && !self.has_certificate
    }
}

fn fault_and_reason(error: &(dyn StdError + 'static), facts: Facts) -> Failed {
    let other = |fault, reason: String| Failed::Other(fault, reason);
    let mut rustls_error = None;
    let mut io_kind = None;
    let mut words = Vec::new();
    let mut unreadable = unreadable_head(error);
    let mut next: Option<&(dyn StdError + 'static)> = error.source();
    while let Some(cause) = next {
        words.push(cause.to_string());
        unreadable = unreadable.or_else(|| unreadable_head(cause));
        if let Some(found) = cause.downcast_ref::<rustls::Error>() {
            rustls_error = Some(found);
        }
        next = cause.source();
        if let Some(io) = cause.downcast_ref::<io::Error>() {
            io_kind = Some(io.kind());
            if matches!(io.kind(), io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput) && !facts.connect {
                unreadable = Some("the body is not compressed as its headers say".into());
            }
            // An I/O error hides its own cause from `source`, and TLS errors travel inside one.
            if let Some(inner) = io.get_ref() {
                let inner: &(dyn StdError + 'static) = inner;
                next = Some(inner);
            }
        }
    }
    if let Some(found) = rustls_error {
        return Failed::Tls(found.clone());
    }
    let text = words.join(": ").to_lowercase();
    if facts.dns || text.contains("dns error") {
        return other(Fault::Dns, "the name could not be resolved".into());
    }
    if text.contains("tunnel") || text.contains("proxy") || text.contains("socks") {
        return other(Fault::Proxy, format!("the proxy refused: {}", words.pop().unwrap_or_default()));
    }
    if facts.timeout {
        return if facts.connect {
            other(Fault::ConnectTimeout, "no connection within the time limit".into())
        } else {
            other(Fault::AnswerTimeout, "no answer within the time limit".into())
        };
    }
    if let Some(reason) = unreadable {
        return other(Fault::Unreadable, reason);
    }
    match io_kind {
        Some(io::ErrorKind::ConnectionRefused) => other(Fault::Refused, "the connection was refused".into()),
        Some(io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionAborted)
            if !facts.connect =>
        {
            other(Fault::Reset, "the connection was reset before the answer was whole".into())
        }
        _ if facts.connect => other(Fault::Connect, words.pop().unwrap_or_else(|| "no connection".into())),
        _ => {
            let last = words.pop().unwrap_or_else(|| "unknown".into());
            other(Fault::Reset, format!("the connection broke before the answer was whole ({last})"))
        }
    }
}

/// Returns why the head of an answer could not be read, where an error is about that.
fn unreadable_head(error: &(dyn StdError + 'static)) -> Option<String> {
    let error = error.downcast_ref::<hyper::Error>()?;
    if error.is_parse_too_large() {
        return Some("the head of the answer is too large, or has more than 100 headers".into());
    }
    let text = error.is_parse().then(|| error.to_string())?;
    let is_other = text.contains("version");
    Some(if is_other {
        "what answers there does not speak HTTP".into()
    } else {
        format!("the answer is no HTTP: {text}")
    })
}

/// Returns why TLS failed, and what would mend it.
fn tls_reason(error: &rustls::Error, host: &str, peer: &Peer) -> (String, String) {
    let both = |reason: &str, remedy: &str| (reason.to_owned(), remedy.to_owned());
    let doctor = "`makini doctor` tests the way to the server";
    match error {
        rustls::Error::InvalidCertificate(certificate) => certificate_reason(certificate, host),
        rustls::Error::InvalidMessage(_) => both(
            "the other side does not speak TLS",
            "check the port, and that the address begins with the right one of `https://` and `http://`",
        ),
        rustls::Error::PeerIncompatible(
            PeerIncompatible::ServerDoesNotSupportTls12Or13 | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig,
        )
        | rustls::Error::AlertReceived(AlertDescription::ProtocolVersion) => both(
            "the server offers only TLS 1.1 or older, and 1.2 is the oldest that is used",
            "the server, or the proxy in front of it, has to offer TLS 1.2 or 1.3",
        ),
        rustls::Error::AlertReceived(alert) if is_about_certificate(*alert, peer) => {
            if peer.has_certificate {
                both(
                    "the server did not accept the client certificate",
                    "`openssl x509 -noout -dates -issuer -in FILE` shows whether it has expired and who issued it; the \
                     server has to trust that authority",
                )
            } else {
                both(NO_CERTIFICATE, SET_CERTIFICATE)
            }
        }
        rustls::Error::AlertReceived(AlertDescription::HandshakeFailure) | rustls::Error::PeerIncompatible(_) => {
            both("TLS failed: the server and this program have no cipher or signature in common", doctor)
        }
        rustls::Error::AlertReceived(AlertDescription::UnrecognisedName) => {
            both("TLS failed: the server does not serve this name", "check the server address")
        }
        other => (format!("TLS failed: {other}"), doctor.into()),
    }
}

/// Returns whether an alert of the server is about our certificate.
fn is_about_certificate(alert: AlertDescription, peer: &Peer) -> bool {
    use AlertDescription as Alert;
    alert == Alert::CertificateRequired
        || peer.asks_for_certificate()
            && matches!(
                alert,
                Alert::HandshakeFailure
                    | Alert::BadCertificate
                    | Alert::NoCertificate
                    | Alert::UnsupportedCertificate
                    | Alert::CertificateRevoked
                    | Alert::CertificateExpired
                    | Alert::CertificateUnknown
                    | Alert::UnknownCA
                    | Alert::AccessDenied
            )
}

fn certificate_reason(error: &CertificateError, host: &str) -> (String, String) {
    let address = if host.contains(':') { host.to_owned() } else { format!("{host}:443") };
    let show = format!("openssl s_client -connect {address} </dev/null | openssl x509");
    let (reason, remedy) = match error {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => (
            "the certificate has expired".into(),
            "whoever runs the server has to renew it; is this machine's clock right?".into(),
        ),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => (
            "the certificate is not valid yet; is this machine's clock right?".into(),
            "set this machine's clock; `makini doctor` compares it with the server's".into(),
        ),
        CertificateError::NotValidForName => (
            "the certificate is for another name".into(),
            format!("`{show} -noout -ext subjectAltName` shows its names"),
        ),
        CertificateError::NotValidForNameContext { presented, .. } => {
            let names = presented.iter().take(5).map(|name| format!("`{}`", bare(name))).collect::<Vec<_>>().join(", ");
            let names = if names.is_empty() { "names none".to_owned() } else { format!("is for {names}") };
            (
                format!("the certificate is for another name: it {names}"),
                "use a name that it is for as the server address".into(),
            )
        }
        CertificateError::UnknownIssuer => (
            "the certificate was issued by an authority that is not trusted".into(),
            "put the authority's certificate, as your company publishes it, into a PEM file and name that with `--ca-file \
             FILE` or the setting `ca_file`"
                .into(),
        ),
        CertificateError::BadSignature => (
            "the certificate was not signed by the authority it names".into(),
            format!("`{show} -noout -text` shows it; do not trust it"),
        ),
        CertificateError::Revoked => {
            ("the certificate was revoked".into(), "whoever runs the server has to replace it".into())
        }
        CertificateError::Other(other) if other.0.is::<SelfSigned>() => (
            other.to_string(),
            format!(
                "if it is the right server, trust exactly this certificate: `{show} -out server.pem`, compare `openssl \
                 x509 -noout -fingerprint -sha256 -in server.pem` with its owner's, then `--ca-file server.pem` or the \
                 setting `ca_file`"
            ),
        ),
        CertificateError::Other(other) if other.0.is::<Version1>() => (
            other.to_string(),
            "whoever runs the server has to issue it with `subjectAltName`: `openssl x509 -req -extfile FILE`".to_owned(),
        ),
        CertificateError::Other(other) if other.0.is::<NotForServers>() => {
            (other.to_string(), format!("`{show} -noout -text` shows it"))
        }
        other => (
            format!("the certificate was not accepted: {}", words(&format!("{other:?}"))),
            format!("`{show} -noout -text` shows it"),
        ),
    };
    (reason, remedy)
}

/// Returns a name of a certificate without the word for its kind: `DnsName("a.example")` becomes `a.example`.
fn bare(name: &str) -> &str {
    let inner = name.split_once('(').and_then(|(_, inner)| inner.strip_suffix(')')).unwrap_or(name);
    inner.trim_matches('"')
}

/// Splits the name of an error into words: `UnknownRevocationStatus` becomes `unknown revocation status`.
fn words(name: &str) -> String {
    let name = name.split(['(', ' ', '{']).next().unwrap_or_default();
    let mut text = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !text.is_empty() {
            text.push(' ');
        }
        text.push(c.to_ascii_lowercase());
    }
    text
}
