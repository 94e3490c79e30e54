//! Signs a body as a sender of the scheme would. The one place that returns a signature.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use super::canonical::{self, Canonicalizer};
use super::public_url::{self, NO_URL_HINT, PublicUrl};
use super::scheme::{Canonicalization, Config, Encoding, Layout, Scheme, Time};
use super::secrets::Secrets;
use super::signature_header::Envelope;
use super::text::shown;
use super::verify::seconds;
use crate::exit::Exit;
use crate::failure::Classify;
use crate::hex;

/// The message ID and the time to sign. Schemes that sign neither ignore both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp<'a> {
    /// The message ID; see [`message_id`].
    pub id: &'a str,
    /// Seconds since 1970, in digits.
    pub timestamp: &'a str,
}

/// The result of signing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The headers to send, the signature last.
    pub headers: Vec<(String, String)>,
    /// The text that was signed as the body: send these bytes, and every receiver agrees.
    pub body: Vec<u8>,
    /// What is unusual, and was done anyway.
    pub warnings: Vec<String>,
}

/// Why a body cannot be signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotSign {
    /// The timestamp is not a number of seconds.
    #[error("a timestamp is written in digits, as seconds since 1970; not `{0}`")]
    Timestamp(String),
    /// The message ID cannot be sent in a header.
    #[error("a message ID is made of printable ASCII characters without blanks; not `{0}`")]
    Id(String),
    /// The scheme signs the URL, and none is configured.
    #[error("the scheme `{0}` signs the URL that the sender calls, and none is configured")]
    NoUrl(Scheme),
    /// The URL carries the digest of another body.
    #[error("`bodySHA256` in the URL is not the digest of this body")]
    BodyDigest {
        /// The digest of this body.
        digest: String,
    },
    /// The body is not JSON, so it has no `JSON.stringify` form.
    #[error("could not re-serialise the body: {0}")]
    NotJson(#[from] canonical::Error),
}

impl Classify for CannotSign {
    fn exit(&self) -> Exit {
        match self {
            Self::Timestamp(_) | Self::Id(_) | Self::NoUrl(_) => Exit::Usage,
            Self::BodyDigest { .. } | Self::NotJson(_) => Exit::Invalid,
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Timestamp(_) | Self::Id(_) => None,
            Self::NoUrl(_) => Some(NO_URL_HINT.into()),
            Self::BodyDigest { digest } => Some(format!("write `bodySHA256={digest}` into the URL")),
            Self::NotJson(_) => Some("sign the bytes as they are with `--canonicalization raw`".into()),
        }
    }
}

/// Signs a body. While secrets are rotated, schemes with lists of signatures get one of each; others the first.
///
/// Where `JSON.stringify` is a candidate, that form is signed and returned as the body to send, so that the raw bytes
/// and the re-serialised text are the same.
///
/// # Errors
/// When [`super::verify()`] could not parse the result, or the body is not JSON.
pub fn sign(config: &Config, secrets: &Secrets, body: &[u8], stamp: Stamp<'_>) -> Result<Signed, CannotSign> {
    let row = config.scheme.row();
    let mut warnings = Vec::new();
    let mut envelope = Envelope::default();
    if row.signs_url() {
        envelope.url = &config.url.as_ref().ok_or(CannotSign::NoUrl(config.scheme))?.spellings()[0];
    }
    let mut text = body.to_vec();
    if config.candidates.contains(&Canonicalization::JsonStringify) {
        Canonicalizer::new(config.limits).write(body, &mut text)?;
    }
    let mut signed_text = Cow::Borrowed(text.as_slice());
    if config.candidates.contains(&Canonicalization::FormFields) {
        let fields = public_url::form_fields(config.url.as_ref(), &text);
        signed_text =
            Cow::Owned(fields.map_err(|_| CannotSign::BodyDigest { digest: public_url::body_digest(&text) })?);
        if text.trim_ascii_start().starts_with(b"{") && !config.url.as_ref().is_some_and(PublicUrl::has_body_digest) {
            let digest = public_url::body_digest(&text);
            warnings.push(format!(
                "the body was signed as a form and looks like JSON, which needs `bodySHA256={digest}` in the URL"
            ));
        }
    }
    if row.time.is_some() {
        if seconds(stamp.timestamp.as_bytes()).is_err() {
            return Err(CannotSign::Timestamp(shown(stamp.timestamp.as_bytes())));
        }
        envelope.time = Some(stamp.timestamp.as_bytes());
    }
    if row.id.is_some() {
        if stamp.id.is_empty() || !stamp.id.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(CannotSign::Id(shown(stamp.id.as_bytes())));
        }
        if stamp.id.contains('.') {
            warnings
                .push(format!("the message ID `{}` contains a dot, which also ends it", shown(stamp.id.as_bytes())));
        }
        envelope.id = stamp.id.as_bytes();
    }
    let mut keys = secrets.hmac_keys(config.algorithm);
    if !config.lists() {
        keys.truncate(1);
    }
    let parts = envelope.parts(row, &signed_text);
    let signatures = keys.iter().map(|key| encode(config.encoding, key.digest(&parts).as_bytes()));
    let prefix = config.prefix.as_deref().unwrap_or_default();
    let (items, separator): (Vec<String>, _) = match row.layout {
        Layout::Versions => (signatures.map(|signature| format!("{},{signature}", config.label())).collect(), " "),
        Layout::Fields => {
            let signatures = signatures.map(|signature| format!("{}={signature}", config.label()));
            let time = match row.time {
                Some(Time::Field(name)) => Some(format!("{name}={}", stamp.timestamp)),
                Some(Time::Header(_)) | None => None,
            };
            (time.into_iter().chain(signatures).collect(), ",")
        }
        Layout::One | Layout::ListIfPrefixed => {
            (signatures.map(|signature| format!("{prefix}{signature}")).collect(), ",")
        }
    };
    let mut headers = Vec::new();
    if let Some(name) = row.id {
        headers.push((name.to_owned(), stamp.id.to_owned()));
    }
    if let Some(Time::Header(name)) = row.time {
        headers.push((name.to_owned(), stamp.timestamp.to_owned()));
    }
    headers.push((config.signature_header.clone(), items.join(separator)));
    Ok(Signed { headers, body: text, warnings })
}

/// Returns a message ID made of random bytes.
pub fn message_id(random: [u8; 18]) -> String {
    format!("msg_{}", URL_SAFE_NO_PAD.encode(random).replace(['-', '_'], "0"))
}

fn encode(encoding: Encoding, digest: &[u8]) -> String {
    match encoding {
        Encoding::Hex => hex::encode(digest),
        Encoding::Base64 => STANDARD.encode(digest),
        Encoding::Base64Url => URL_SAFE_NO_PAD.encode(digest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::Secret;
    use crate::{Header, SecretEncoding, verify};

    const STAMP: Stamp<'_> = Stamp { id: "msg_1", timestamp: "1700000000" };

    fn secrets(scheme: Scheme, texts: &[&str]) -> Secrets {
        Secrets::all(texts.iter().map(|text| Secret::new(*text)), scheme.secret_encoding()).expect("good secrets")
    }

    #[test]
    fn what_is_signed_verifies_in_every_scheme() {
        for scheme in Scheme::ALL {
            let url = scheme.signs_url().then(|| "https://example.com/hook?a=1".parse().expect("a URL"));
            let config = Config { url, ..Config::new(*scheme) };
            let secrets = secrets(*scheme, &["c2VjcmV0MQ==", "c2VjcmV0Mg=="]);
            let signed = sign(&config, &secrets, br#"{"b": 1.0,"1":"\/"}"#, STAMP).expect("signed");
            let headers: Vec<_> =
                signed.headers.iter().map(|(name, value)| Header::new(name, value.as_bytes())).collect();
            let verdict = verify(&config, &secrets, &headers, &signed.body, 1_700_000_300);
            assert!(verdict.is_valid(), "{scheme}: {verdict:?}");
            let verdict = verify(&config, &secrets, &headers, b"{}", 1_700_000_000);
            assert_eq!(verdict.reason().map(crate::Reason::code), Some("signature_mismatch"), "{scheme}");
        }
    }

    #[test]
    fn a_rotated_secret_signs_too_where_there_are_lists() {
        let config = Config::new(Scheme::Stripe);
        let both = secrets(Scheme::Stripe, &["old", "new"]);
        let signed = sign(&config, &both, b"{}", STAMP).expect("signed");
        let (name, value) = &signed.headers[0];
        assert_eq!(value.matches("v1=").count(), 2);
        let only_new = secrets(Scheme::Stripe, &["new"]);
        let headers = [Header::new(name, value.as_bytes())];
        assert!(verify(&config, &only_new, &headers, b"{}", 1_700_000_000).is_valid());
    }

    #[test]
    fn the_platform_signs_the_compact_text() {
        let config = Config::default();
        let secrets = Secrets::all([Secret::new("whsec_platform_secret")], SecretEncoding::Utf8).expect("good");
        let signed = sign(&config, &secrets, br#"{"event":"sites.updated", "body":["\u00e9\/"], "n":1.0}"#, STAMP);
        let signed = signed.expect("JSON");
        assert_eq!(signed.body, "{\"event\":\"sites.updated\",\"body\":[\"é/\"],\"n\":1}".as_bytes());
        assert_eq!(signed.headers[0].0, "X-Webhook-Signature");
    }

    #[test]
    fn what_verify_would_refuse_is_not_signed() {
        let config = Config::new(Scheme::StandardWebhooks);
        let secrets = secrets(Scheme::StandardWebhooks, &["c2VjcmV0"]);
        for timestamp in ["", "-1", "1.6e9", "12 ", "99999999999999999999999999"] {
            let error = sign(&config, &secrets, b"", Stamp { timestamp, ..STAMP }).expect_err("no time");
            assert!(matches!(error, CannotSign::Timestamp(_)));
            assert_eq!(error.exit(), Exit::Usage);
        }
        for id in ["", "a\r\nX: y", "a b", "\u{e9}"] {
            assert!(matches!(sign(&config, &secrets, b"", Stamp { id, ..STAMP }), Err(CannotSign::Id(_))));
        }
        let dotted = sign(&config, &secrets, b"", Stamp { id: "a.b", ..STAMP }).expect("signed with a warning");
        assert_eq!(dotted.warnings.len(), 1);
        let error = sign(&Config::default(), &secrets, b"{", STAMP).expect_err("no JSON");
        assert_eq!(error.exit(), Exit::Invalid);
    }

    #[test]
    fn a_scheme_that_signs_the_url_needs_one_that_belongs_to_the_body() {
        let secrets = secrets(Scheme::Twilio, &["12345"]);
        let sign = |url: Option<&str>, body: &[u8]| {
            let url = url.map(|url| url.parse().expect("a URL"));
            sign(&Config { url, ..Config::new(Scheme::Twilio) }, &secrets, body, STAMP)
        };
        assert_eq!(sign(None, b"a=1"), Err(CannotSign::NoUrl(Scheme::Twilio)));
        assert_eq!(sign(Some("https://a.example/"), b"a=1").map(|signed| signed.warnings.len()), Ok(0));
        assert_eq!(sign(Some("https://a.example/"), b"{}").map(|signed| signed.warnings.len()), Ok(1));
        let error = sign(Some("https://a.example/?bodySHA256=00"), b"{}").expect_err("another digest");
        let digest = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        assert_eq!(error.hint(), Some(format!("write `bodySHA256={digest}` into the URL")));
        let url = format!("https://a.example/?bodySHA256={digest}");
        assert_eq!(sign(Some(&url), b"{}").map(|signed| signed.warnings.len()), Ok(0));
    }

    #[test]
    fn message_ids_have_no_dots_and_differ() {
        assert_ne!(message_id([1; 18]), message_id([2; 18]));
        assert!(message_id([255; 18]).bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'));
    }
}
