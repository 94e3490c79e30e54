//! Failures of the network: name resolution, sockets, TLS, timeouts, proxies.

use std::error::Error as StdError;
use std::io;

use rustls::CertificateError;
use thiserror::Error;

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
        }
    }

    /// Returns whether the request was certainly not sent.
    pub const fn surely_not_sent(self) -> bool {
        !matches!(self, Self::AnswerTimeout | Self::Reset)
    }

    /// Returns whether a retry may succeed. A wrong certificate stays wrong.
    pub const fn is_passing(self) -> bool {
        !matches!(self, Self::Tls | Self::Proxy)
    }
}

impl NetworkError {
    pub(super) fn hint(&self) -> String {
        match self.fault {
            Fault::Dns => "check the server address and your network; `makini doctor` tests both".into(),
            Fault::Refused => "check that the server runs and the port is right; `makini doctor` tests it".into(),
            Fault::Tls => {
                "a company's own certificate authority goes into the `ca_file` setting; see `makini doctor`".into()
            }
            Fault::Proxy => "check the proxy settings; `makini doctor` shows them".into(),
            Fault::Connect | Fault::ConnectTimeout | Fault::AnswerTimeout | Fault::Reset => {
                "try again later; `makini doctor` tests the way to the server".into()
            }
        }
    }

    /// Classifies an error of the HTTP library.
    pub(super) fn classify(error: &reqwest::Error, host: &str) -> Self {
        let (fault, reason) = fault_and_reason(error);
        Self { fault, host: host.to_owned(), reason }
    }
}

fn fault_and_reason(error: &reqwest::Error) -> (Fault, String) {
    let mut rustls_error = None;
    let mut io_kind = None;
    let mut words = Vec::new();
    let mut next: Option<&(dyn StdError + 'static)> = error.source();
    while let Some(cause) = next {
        words.push(cause.to_string());
        if let Some(found) = cause.downcast_ref::<rustls::Error>() {
            rustls_error = Some(found);
        }
        next = cause.source();
        if let Some(io) = cause.downcast_ref::<io::Error>() {
            io_kind = Some(io.kind());
            // An I/O error hides its own cause from `source`, and TLS errors travel inside one.
            if let Some(inner) = io.get_ref() {
                let inner: &(dyn StdError + 'static) = inner;
                next = Some(inner);
            }
        }
    }
    if let Some(found) = rustls_error {
        return (Fault::Tls, tls_reason(found));
    }
    let text = words.join(": ").to_lowercase();
    if error.is_dns() || text.contains("dns error") {
        return (Fault::Dns, "the name could not be resolved".into());
    }
    if text.contains("tunnel") || text.contains("proxy") || text.contains("socks") {
        return (Fault::Proxy, format!("the proxy refused: {}", words.pop().unwrap_or_default()));
    }
    if error.is_timeout() {
        return if error.is_connect() {
            (Fault::ConnectTimeout, "no connection within the time limit".into())
        } else {
            (Fault::AnswerTimeout, "no answer within the time limit".into())
        };
    }
    if text.contains("invalid http") {
        return (Fault::Reset, "what answers there does not speak HTTP".into());
    }
    match io_kind {
        Some(io::ErrorKind::ConnectionRefused) => (Fault::Refused, "the connection was refused".into()),
        Some(io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionAborted)
            if !error.is_connect() =>
        {
            (Fault::Reset, "the connection was reset before the answer was whole".into())
        }
        _ if error.is_connect() => (Fault::Connect, words.pop().unwrap_or_else(|| "no connection".into())),
        _ => {
            let last = words.pop().unwrap_or_else(|| "unknown".into());
            (Fault::Reset, format!("the connection broke before the answer was whole ({last})"))
        }
    }
}

fn tls_reason(error: &rustls::Error) -> String {
    let rustls::Error::InvalidCertificate(certificate) = error else {
        return match error {
            rustls::Error::InvalidMessage(_) => "the other side does not speak TLS".into(),
            other => format!("TLS failed: {other}"),
        };
    };
    match certificate {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "the certificate has expired".into(),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "the certificate is not valid yet; is this machine's clock right?".into()
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "the certificate is for another name".into()
        }
        CertificateError::UnknownIssuer => "the certificate was issued by an authority that is not trusted".into(),
        CertificateError::BadSignature => "the certificate was not signed by the authority it names".into(),
        CertificateError::Revoked => "the certificate was revoked".into(),
        other => format!("the certificate was not accepted: {other:?}"),
    }
}
