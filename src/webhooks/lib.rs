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
//! | verify a stream of deliveries | [`batch`] |
//!
//! Everything that decides (scheme, algorithm, encoding, header names) comes from configuration and never from the
//! message. The expected signature is never shown: only [`sign()`] returns one.
//!
//! This is a package of its own because its loops are compiled for speed, and the rest of the program for size.

use makini_base::{exit, failure, hex, secret, suggest};

pub mod batch;
pub mod canonical;
pub mod capture;
pub mod explain;
pub mod header;
mod hmac;
pub mod public_url;
pub mod reason;
pub mod scheme;
pub mod secrets;
pub mod sign;
mod signature_header;
pub mod text;
pub mod verify;

pub use batch::verify_stream;
pub use explain::explain;
pub use header::Header;
pub use public_url::PublicUrl;
pub use reason::Reason;
pub use scheme::{Algorithm, Canonicalization, Config, Encoding, Scheme, SecretEncoding, Tolerance};
pub use secrets::Secrets;
pub use sign::sign;
pub use verify::{Proof, Verdict, Verifier, verify};
