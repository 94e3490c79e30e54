//! A machine's certificates: an authority of its own, what it issues, and a server that asks for one.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig};
use rustls_pki_types::PrivateKeyDer;

use super::served::Served;
use super::world::Machine;

/// A server on the loopback with a certificate of a private authority.
pub struct Secure {
    pub served: Served,
    /// The authority that issued it.
    pub ca_file: PathBuf,
    /// A certificate and a key of a client.
    pub client: (PathBuf, PathBuf),
}

impl Secure {
    /// Serves a router; with `mutual` only to clients that show a certificate of the same authority.
    pub fn start(machine: &Machine, router: Router, mutual: bool) -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("valid");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, "a private authority");
        let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("valid");
        let issue = |names: &[&str]| {
            let key = KeyPair::generate().expect("a key");
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            let params = CertificateParams::new(names).expect("valid");
            (params.signed_by(&key, &authority).expect("valid"), key)
        };
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .expect("versions");
        let builder = if mutual {
            let mut roots = RootCertStore::empty();
            roots.add(authority.der().clone()).expect("an authority");
            let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
            builder.with_client_cert_verifier(verifier.build().expect("roots"))
        } else {
            builder.with_no_client_auth()
        };
        let (own, key) = issue(&["127.0.0.1", "localhost", "api.example"]);
        let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
        let config = builder.with_single_cert(vec![own.der().clone()], key).expect("they belong together");
        let (client, key) = issue(&["client.example"]);
        Self {
            served: Served::tls(router, config),
            ca_file: machine.write("ca.pem", authority.pem()),
            client: (machine.write("client.pem", client.pem()), machine.write("client.key", key.serialize_pem())),
        }
    }
}
