//! HTTP/2, certificates and proxies on the way to the server.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use rcgen::{CertificateParams, KeyPair};
use rustls::ServerConfig;
use rustls_pki_types::PrivateKeyDer;

use super::wire::exchange;
use super::{recording_on, rows};
use crate::support::served::Served;
use crate::support::world::Machine;

/// A server that speaks HTTP/2 where it is asked for, and its certificate.
fn secure(router: Router) -> (Served, String) {
    let key = KeyPair::generate().expect("a key");
    let made = CertificateParams::new(vec!["127.0.0.1".to_owned()]).expect("valid").self_signed(&key).expect("made");
    let mut config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![made.der().clone()], PrivateKeyDer::try_from(key.serialize_der()).expect("a key"))
        .expect("they belong together");
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    (Served::tls(router, config), made.pem())
}

async fn echo(request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let about = format!("{:?} {} {}", parts.version, parts.method, parts.uri.path());
    Response::builder()
        .header("x-about", about)
        .header("x-host", parts.uri.authority().map_or("", |it| it.as_str()))
        .body(Body::new(body))
        .expect("valid")
}

#[test]
fn http_2_over_tls_with_the_certificates_of_the_settings() {
    let (served, certificate) = secure(Router::new().fallback(echo));
    let machine = Machine::new().env("MAKINI_SERVER", served.url());
    let file = machine.write("ca.pem", certificate);
    let machine = machine.env("MAKINI_CA_FILE", file);
    let body = vec![b'x'; 100_000];
    let head = "POST /echo HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 100000\r\n\r\n";
    let (machine, ended, answer) =
        recording_on(machine, "", |_, proxy| exchange(proxy, &[head.as_bytes(), &body].concat()));
    ended.ok();
    assert_eq!(answer.header("x-about").as_deref(), Some("HTTP/2.0 POST /echo"));
    assert!(answer.header("via").is_some_and(|via| via.starts_with("2 makini-")));
    assert_eq!(answer.header("x-host").as_deref(), Some(served.url().trim_start_matches("https://")));
    assert_eq!(answer.body, body);
    assert_eq!(rows(&machine)[0]["status"], 200);
}

#[test]
fn a_certificate_that_is_not_trusted_is_a_502() {
    let served = Served::untrusted(Router::new());
    let machine = Machine::new().env("MAKINI_SERVER", served.url());
    let (machine, ended, answer) =
        recording_on(machine, "", |_, proxy| exchange(proxy, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    ended.ok();
    assert_eq!(answer.first(), "HTTP/1.1 502 Bad Gateway");
    assert!(String::from_utf8_lossy(&answer.body).contains("self-signed"), "{}", String::from_utf8_lossy(&answer.body));
    assert_eq!(rows(&machine)[0]["error_code"], "tls");
}
