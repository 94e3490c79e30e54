//! A receiver with a certificate.

use std::sync::Arc;
use std::time::Duration;

use makini::exit::Exit;
use makini::failure::Classify as _;
use makini::inbox::forward::Routes;
use makini::inbox::query::Store;
use makini::inbox::receiver::{Receiver, certificate};
use makini::inbox::verify::Unsigned;
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio_rustls::TlsConnector;

use super::receiver::{PATIENCE, event, open, unsigned};

#[tokio::test]
async fn events_come_in_over_tls_and_nothing_else_does() {
    let Some(folder) = super::backend::folder() else { return };
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("made");
    let (chain, key) = (folder.path().join("chain.pem"), folder.path().join("key.pem"));
    std::fs::write(&chain, made.cert.pem()).expect("written");
    std::fs::write(&key, made.signing_key.serialize_pem()).expect("written");

    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel::<()>();
    let mut options = unsigned();
    options.limits.header_time = Duration::from_millis(300);
    let inbox = open(folder.path());
    let path = inbox.place().to_owned();
    let tls = Some(certificate(&chain, &key).expect("a good certificate"));
    let receiver =
        Receiver { inbox, verifier: Arc::new(Unsigned), routes: Routes::default(), options, tls, caught_up: None };
    let running = tokio::spawn(receiver.run(listener, async {
        stopped.await.ok();
    }));

    let mut roots = RootCertStore::empty();
    roots.add(made.cert.der().clone()).expect("a certificate");
    let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(address).await.expect("it listens");
    let name = "localhost".try_into().expect("a name");
    let mut stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await.expect("a handshake");
    let body = event("over-tls", "c", 1);
    let head = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length:";
    stream.write_all(format!("{head} {}\r\n\r\n{body}", body.len()).as_bytes()).await.expect("written");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");

    // Plain HTTP, and a handshake that never goes on.
    for bytes in ["POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}", "\x16\x03\x01"] {
        let mut stream = TcpStream::connect(address).await.expect("it listens");
        stream.write_all(bytes.as_bytes()).await.expect("written");
        let mut rest = Vec::new();
        let ended = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut rest)).await;
        ended.expect("closed at the deadline").ok();
        assert!(!rest.starts_with(b"HTTP"), "{}", String::from_utf8_lossy(&rest));
    }
    stop.send(()).expect("it runs");
    running.await.expect("no panic").expect("a clean stop");
    assert_eq!(Store::open_read_only(&path).expect("readable").totals().expect("counted").events, 1);
}

#[test]
fn a_certificate_that_is_none_is_an_error_with_a_name() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (chain, key) = (folder.path().join("chain.pem"), folder.path().join("key.pem"));
    let missing = certificate(&chain, &key).expect_err("missing");
    assert!(missing.to_string().contains("chain.pem"), "{missing}");
    let (one, two) = (["a".to_owned()], ["b".to_owned()]);
    let one = rcgen::generate_simple_self_signed(one).expect("made");
    let two = rcgen::generate_simple_self_signed(two).expect("made");
    std::fs::write(&chain, one.cert.pem()).expect("written");
    std::fs::write(&key, two.signing_key.serialize_pem()).expect("written");
    let unfit = certificate(&chain, &key).expect_err("they do not go together");
    assert_eq!(unfit.exit(), Exit::Usage);
}
