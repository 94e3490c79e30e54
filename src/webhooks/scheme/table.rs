//! The schemes, one row each. Verification, signing, `explain` and the help have no other facts about a scheme.
//!
//! To add a scheme, add a row here and a published vector to `tests/it/vectors/published.rs`. A row that contradicts
//! itself does not compile; see [`SchemeRow::problem`].

use super::named::named;
use super::row::{Layout, Part, SchemeRow, Time};
use super::{Algorithm, Canonicalization, Encoding, SecretEncoding};

/// Declares the schemes: their names and their rows.
macro_rules! schemes {
    ($($(#[$doc:meta])* $scheme:ident = $name:literal { $($field:ident: $value:expr,)+ })+) => {
        named! {
            /// Whose convention it is.
            Scheme as "scheme" { $($(#[$doc])* $scheme = $name,)+ }
        }

        const ROWS: &[SchemeRow] = &[$(SchemeRow { $($field: $value,)+ },)+];
    };
}

impl Scheme {
    /// Returns what its senders do.
    pub const fn row(self) -> &'static SchemeRow {
        &ROWS[self as usize]
    }
}

const _: () = {
    let mut at = 0;
    while at < ROWS.len() {
        if let Some(problem) = ROWS[at].problem() {
            panic!("{}", problem);
        }
        at += 1;
    }
};

const RAW: &[Canonicalization] = &[Canonicalization::Raw];

schemes! {
    /// The platform's own: base64 of HMAC-SHA256 over the body as `JSON.stringify` writes it.
    Makini = "makini" {
        sender: None,
        header: "X-Webhook-Signature",
        also_reads: None,
        algorithm: Algorithm::Sha256,
        encoding: Encoding::Base64,
        prefix: None,
        layout: Layout::ListIfPrefixed,
        secret: SecretEncoding::Utf8,
        id: None,
        time: None,
        body: &[Canonicalization::Raw, Canonicalization::JsonStringify],
        signed: &[Part::Body],
    }
    /// Plain HMAC over the body.
    RawHmac = "raw-hmac" {
        sender: None,
        header: "X-Signature",
        also_reads: None,
        algorithm: Algorithm::Sha256,
        encoding: Encoding::Hex,
        prefix: None,
        layout: Layout::ListIfPrefixed,
        secret: SecretEncoding::Utf8,
        id: None,
        time: None,
        body: RAW,
        signed: &[Part::Body],
    }
    /// The Standard Webhooks specification: `id.timestamp.body`.
    StandardWebhooks = "standard-webhooks" {
        sender: Some("Standard Webhooks"),
        header: "webhook-signature",
        also_reads: None,
        algorithm: Algorithm::Sha256,
        encoding: Encoding::Base64,
        prefix: Some("v1,"),
        layout: Layout::Versions,
        secret: SecretEncoding::Whsec,
        id: Some("webhook-id"),
        time: Some(Time::Header("webhook-timestamp")),
        body: RAW,
        signed: &[Part::Id, Part::Text("."), Part::Time, Part::Text("."), Part::Body],
    }
    /// Svix: Standard Webhooks under its own header names.
    Svix = "svix" {
        sender: Some("Svix"),
        header: "svix-signature",
        also_reads: Some(Scheme::StandardWebhooks),
        algorithm: Algorithm::Sha256,
        encoding: Encoding::Base64,
        prefix: Some("v1,"),
        layout: Layout::Versions,
        secret: SecretEncoding::Whsec,
        id: Some("svix-id"),
        time: Some(Time::Header("svix-timestamp")),
        body: RAW,
        signed: &[Part::Id, Part::Text("."), Part::Time, Part::Text("."), Part::Body],
    }
    /// Stripe: `timestamp.body`, everything in one header. Its secrets begin with `whsec_` too, and the whole text is
    /// the key.
    Stripe = "stripe" {
        sender: Some("Stripe"),
        header: "Stripe-Signature",
        also_reads: None,
        algorithm: Algorithm::Sha256,
        encoding: Encoding::Hex,
        prefix: Some("v1="),
        layout: Layout::Fields,
        secret: SecretEncoding::Utf8,
        id: None,
        time: Some(Time::Field("t")),
        body: RAW,
        signed: &[Part::Time, Part::Text("."), Part::Body],
    }
    /// GitHub: `sha256=` and hex.
    Github = "github" {
        sender: Some("GitHub"),
        header: "X-Hub-Signature-256",
        also_reads: None,
        algorithm: Algorithm::Sha256,
        encoding: Encoding::Hex,
        prefix: Some("sha256="),
        layout: Layout::One,
        secret: SecretEncoding::Utf8,
        id: None,
        time: None,
        body: RAW,
        signed: &[Part::Body],
    }
    /// Shopify: base64 over the body.
    Shopify = "shopify" {
        sender: Some("Shopify"),
        header: "X-Shopify-Hmac-Sha256",
        also_reads: None,
        algorithm: Algorithm::Sha256,
        encoding: Encoding::Base64,
        prefix: None,
        layout: Layout::One,
        secret: SecretEncoding::Utf8,
        id: None,
        time: None,
        body: RAW,
        signed: &[Part::Body],
    }
    /// Slack: `v0:timestamp:body`.
    Slack = "slack" {
        sender: Some("Slack"),
        header: "X-Slack-Signature",
        also_reads: None,
        algorithm: Algorithm::Sha256,
        encoding: Encoding::Hex,
        prefix: Some("v0="),
        layout: Layout::One,
        secret: SecretEncoding::Utf8,
        id: None,
        time: Some(Time::Header("X-Slack-Request-Timestamp")),
        body: RAW,
        signed: &[Part::Text("v0:"), Part::Time, Part::Text(":"), Part::Body],
    }
    /// LINE: base64 over the body.
    Line = "line" {
        sender: Some("LINE"),
        header: "X-Line-Signature",
        also_reads: None,
        algorithm: Algorithm::Sha256,
        encoding: Encoding::Base64,
        prefix: None,
        layout: Layout::One,
        secret: SecretEncoding::Utf8,
        id: None,
        time: None,
        body: RAW,
        signed: &[Part::Body],
    }
    /// Zoom: `v0:timestamp:body`, as Slack. The handshake `endpoint.url_validation`, which a receiver answers with an
    /// HMAC of a token in the body, is the handler's business.
    Zoom = "zoom" {
        sender: Some("Zoom"),
        header: "x-zm-signature",
        also_reads: None,
        algorithm: Algorithm::Sha256,
        encoding: Encoding::Hex,
        prefix: Some("v0="),
        layout: Layout::One,
        secret: SecretEncoding::Utf8,
        id: None,
        time: Some(Time::Header("x-zm-request-timestamp")),
        body: RAW,
        signed: &[Part::Text("v0:"), Part::Time, Part::Text(":"), Part::Body],
    }
    /// Twilio: base64 of HMAC-SHA1 over the URL and the sorted form fields. The URL of a JSON delivery carries the
    /// digest of the body instead, as `bodySHA256`.
    Twilio = "twilio" {
        sender: Some("Twilio"),
        header: "X-Twilio-Signature",
        also_reads: None,
        algorithm: Algorithm::Sha1,
        encoding: Encoding::Base64,
        prefix: None,
        layout: Layout::One,
        secret: SecretEncoding::Utf8,
        id: None,
        time: None,
        body: &[Canonicalization::FormFields],
        signed: &[Part::Url, Part::Body],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_and_its_row_belong_together() {
        assert_eq!(Scheme::ALL.len(), ROWS.len());
        assert_eq!(Scheme::Twilio.row().header, "X-Twilio-Signature");
        assert_eq!(Scheme::Zoom.row().message(), "v0:timestamp:body");
    }
}
