//! The certificates that a server shows, for a diagnosis.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use rustls_pki_types::ServerName;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::options::NetworkOptions;
use super::tls::{self, Http};

/// The certificates of a server, which are trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Number of certificates that the server sends.
    pub certificates: usize,
    /// When its own ends; nothing where that is written in a way that is not known.
    pub ends_at: Option<Timestamp>,
}

/// Connects to a server directly, without a proxy, and returns its chain once it was found to be trusted. Nothing is sent
/// over the connection. `None` where it could not be connected to, or its chain is not trusted: whoever calls it says why.
pub async fn chain(options: &NetworkOptions, host: &str, port: u16, limit: Duration) -> Option<Chain> {
    let config = tls::config(&options.tls, true, Http::One, Arc::default()).ok()?;
    let name = ServerName::try_from(host.trim_matches(['[', ']']).to_owned()).ok()?;
    let connect = async {
        let stream = TcpStream::connect((host.trim_matches(['[', ']']), port)).await.ok()?;
        let stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await.ok()?;
        let certificates = stream.get_ref().1.peer_certificates()?.to_vec();
        let ends_at = certificates.first().and_then(|own| end(own));
        Some(Chain { certificates: certificates.len(), ends_at })
    };
    tokio::time::timeout(limit, connect).await.ok().flatten()
}

/// Returns when a certificate ends (RFC 5280, 4.1.2.5).
fn end(certificate: &[u8]) -> Option<Timestamp> {
    let (_, mut rest) = tls::fields(certificate)?;
    // Serial number, algorithm, issuer.
    for _ in 0..3 {
        rest = tls::element(rest)?.2;
    }
    let (_, validity, _) = tls::element(rest)?;
    let (_, _, after) = tls::element(validity)?;
    let (tag, text, _) = tls::element(after)?;
    time(tag, std::str::from_utf8(text).ok()?)
}

/// Parses `UTCTime` (23) and `GeneralizedTime` (24), both in UTC and with seconds.
fn time(tag: u8, text: &str) -> Option<Timestamp> {
    let digits = text.strip_suffix('Z').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let whole = match (tag, digits.len()) {
        // Years from 50 on are of the last century.
        (0x17, 12) => format!("{}{digits}", if digits.as_bytes()[0] >= b'5' { "19" } else { "20" }),
        (0x18, 14) => digits.to_owned(),
        _ => return None,
    };
    let civil = DateTime::strptime("%Y%m%d%H%M%S", &whole).ok()?;
    TimeZone::UTC.to_timestamp(civil).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_a_time() {
        let at = |text: &str| text.parse::<Timestamp>().ok();
        assert_eq!(time(0x17, "270102030405Z"), at("2027-01-02T03:04:05Z"));
        assert_eq!(time(0x17, "991231235959Z"), at("1999-12-31T23:59:59Z"));
        assert_eq!(time(0x18, "20991231235959Z"), at("2099-12-31T23:59:59Z"));
        for (tag, text) in
            [(0x17, "2701020304Z"), (0x18, "20991231235959"), (0x17, "27010203040xZ"), (0x02, "270102030405Z")]
        {
            assert_eq!(time(tag, text), None, "{text}");
        }
    }
}
