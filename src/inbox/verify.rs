//! Whether a delivery is authentic: the interface between the inbox and the signature schemes.

use http::uri::PathAndQuery;
use http::{HeaderMap, Uri};
use jiff::Timestamp;
use serde::Serialize;

use crate::webhooks::{self, Header};

/// The result of checking a delivery's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The signature was made with one of the secrets.
    Verified,
    /// It was not, or that cannot be shown.
    Rejected,
    /// It was not verified, because the receiver accepts unsigned deliveries.
    Unverified,
}

impl Verdict {
    /// Returns the word that is stored and shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Rejected => "rejected",
            Self::Unverified => "unverified",
        }
    }

    /// Parses the stored word.
    pub fn read(text: &str) -> Option<Self> {
        [Self::Verified, Self::Rejected, Self::Unverified].into_iter().find(|verdict| verdict.as_str() == text)
    }
}

/// The verdict on a delivery, with its details.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Whether the signature holds.
    pub verdict: Verdict,
    /// Why not, for people. Never holds a computed signature.
    pub reason: Option<String>,
    /// Which text of the body matched, as `raw` or `json-stringify`.
    pub mode: Option<&'static str>,
    /// The text that is signed, where it differs from the body: this is what handlers must receive.
    pub canonical: Option<Vec<u8>>,
    /// The message ID, where the scheme signs one. It goes before an ID in the body.
    pub id: Option<String>,
}

impl Verification {
    /// The result where nothing is verified.
    pub fn unverified() -> Self {
        Self { verdict: Verdict::Unverified, reason: None, mode: None, canonical: None, id: None }
    }

    /// The result for a signature that does not hold, with the reason for people.
    pub fn rejected(reason: impl Into<String>) -> Self {
        Self { verdict: Verdict::Rejected, reason: Some(reason.into()), ..Self::unverified() }
    }
}

/// Verifies deliveries.
pub trait Verifier: Send + Sync {
    /// Verifies one delivery. `uri` is the target of the request; it matters only where the scheme signs the URL. `now`
    /// is the wall clock; it matters only where the scheme signs a time.
    fn verify(&self, uri: &Uri, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Verification;
}

/// Verifies nothing: for receivers that accept unsigned deliveries.
#[derive(Clone, Copy, Debug)]
pub struct Unsigned;

impl Verifier for Unsigned {
    fn verify(&self, _: &Uri, _: &HeaderMap, _: &[u8], _: Timestamp) -> Verification {
        Verification::unverified()
    }
}

impl Verifier for webhooks::Verifier {
    fn verify(&self, uri: &Uri, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Verification {
        let target = uri.path_and_query().map_or("", PathAndQuery::as_str);
        let headers: Vec<Header<'_>> =
            headers.iter().map(|(name, value)| Header::new(name.as_str(), value.as_bytes())).collect();
        match self.for_request(target).prove(&headers, body, now.as_second()) {
            Ok(proof) => Verification {
                verdict: Verdict::Verified,
                reason: None,
                mode: Some(proof.matched.canonicalization.name()),
                canonical: proof.canonical,
                id: proof.id,
            },
            Err(reason) => Verification::rejected(reason.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::Secret;
    use crate::webhooks::{Config, Scheme, Secrets};

    #[test]
    fn a_signed_url_is_completed_by_the_target_of_the_request() {
        let secrets = Secrets::all([Secret::new("12345")], Scheme::Twilio.secret_encoding()).expect("a secret");
        let config =
            Config { url: Some("https://mycompany.com".parse().expect("a URL")), ..Config::new(Scheme::Twilio) };
        let verifier = webhooks::Verifier::new(&config, &secrets);
        let mut headers = HeaderMap::new();
        headers.insert("x-twilio-signature", "a9nBmqA0ju/hNViExpshrM61xv4=".parse().expect("a value"));
        let verdict = |target: &str, body: &str| {
            let uri: Uri = target.parse().expect("a target");
            Verifier::verify(&verifier, &uri, &headers, body.as_bytes(), Timestamp::UNIX_EPOCH).verdict
        };
        // From the tests of twilio-python.
        let target =
            "/myapp.php?foo=1&bar=2&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
        let body = r#"{"property": "value", "boolean": true}"#;
        assert_eq!(verdict(target, body), Verdict::Verified);
        assert_eq!(verdict(target, "{}"), Verdict::Rejected);
        assert_eq!(verdict(&target.replace("foo=1", "foo=2"), body), Verdict::Rejected);
    }
}
