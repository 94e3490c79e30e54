//! Verification of webhooks: verify, sign, explain; one delivery or millions.
//!
//! | I want to | Look in |
//! |---|---|
//! | reproduce `JSON.stringify(JSON.parse(text))` | [`canonical`] |
//! | look up what a sender signs and how it writes the signature; add a scheme | [`scheme`] |
//! | read the secrets of a profile or a file | [`secrets`] |
//! | read header lines | [`header`] |
//! | reproduce the URL that a sender called | [`public_url`] |
//! | verify one delivery | [`verify()`] |
//! | sign one | [`sign()`] |
//! | find out why a delivery does not verify | [`explain()`] |
//! | read a request as a proxy or curl saved it | [`capture`] |
//! | generate a sample event | [`sample`] |
//! | verify a stream of deliveries | [`batch`] |
//!
//! Everything that decides (scheme, algorithm, encoding, header names) comes from configuration and never from the
//! message. The expected signature is never shown: only [`sign()`] returns one.

pub mod batch;
pub mod canonical;
pub mod capture;
pub mod explain;
pub mod header;
mod hmac;
pub mod public_url;
pub mod sample;
pub mod scheme;
pub mod secrets;
pub mod sign;
mod signature_header;
mod text;
pub mod verify;

pub use batch::verify_stream;
pub use explain::explain;
pub use header::Header;
pub use public_url::PublicUrl;
pub use scheme::{Algorithm, Canonicalization, Config, Encoding, Scheme, SecretEncoding, Tolerance};
pub use secrets::Secrets;
pub use sign::sign;
pub use verify::{Reason, Verdict, Verifier, verify};
