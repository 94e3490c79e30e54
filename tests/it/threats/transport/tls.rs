//! Certificates that prove nothing, and those that do.

use std::sync::Arc;

use makini::client::{ApiRequest, Error, Fault, HttpOptions, ServerUrl, TlsOptions};
use makini::exit::Exit;
use makini::failure::Classify as _;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig};
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use tempfile::NamedTempFile;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use crate::support::wire::{client, impatient};

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority(name: &str) -> Authority {
    let mut params = CertificateParams::new(Vec::new()).expect("valid");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(rcgen::DnType::CommonName, name);
    CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("valid")
}

struct Issued {
    certificate: CertificateDer<'static>,
    key: KeyPair,
    pem: String,
}

fn issue(authority: &Authority, name: &str, years: (i32, i32)) -> Issued {
    let mut params = CertificateParams::new(vec![name.to_owned()]).expect("valid");
    params.not_before = date_time_ymd(years.0, 1, 1);
    params.not_after = date_time_ymd(years.1, 1, 1);
    let key = KeyPair::generate().expect("a key");
    let issued = params.signed_by(&key, authority).expect("valid");
    Issued { certificate: issued.der().clone(), pem: issued.pem(), key }
}

fn file(text: &str) -> NamedTempFile {
    let file = NamedTempFile::new().expect("a temporary file");
    std::fs::write(file.path(), text).expect("writable");
    file
}

/// Settings that trust an authority nobody uses, so that a machine without any does not fail for that reason.
pub(super) fn trusting_somebody() -> TlsOptions {
    let file = file(&authority("somebody").pem());
    let (_, path) = file.keep().expect("a temporary file");
    TlsOptions { ca_file: Some(path), client_certificate: None }
}

/// Serves one sentence over TLS. `clients` are the authorities whose certificates it asks for.
async fn serve(issued: &Issued, clients: Option<&Authority>) -> u16 {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .expect("versions");
    let builder = match clients {
        Some(authority) => {
            let mut roots = RootCertStore::empty();
            roots.add(authority.der().clone()).expect("an authority");
            let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
            builder.with_client_cert_verifier(verifier.build().expect("roots"))
        }
        None => builder.with_no_client_auth(),
    };
    let key = PrivateKeyDer::try_from(issued.key.serialize_der()).expect("a key");
    let config = builder.with_single_cert(vec![issued.certificate.clone()], key).expect("they belong together");
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("bound").port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let Ok(mut stream) = acceptor.accept(stream).await else { return };
                let mut request = [0; 2048];
                let Ok(1..) = stream.read(&mut request).await else { return };
                let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\nconnection: close\r\n\r\n{\"data\":1}";
                stream.write_all(answer).await.ok();
                stream.shutdown().await.ok();
            });
        }
    });
    port
}

async fn call(host: &str, port: u16, tls: TlsOptions) -> Result<u64, Error> {
    let server = ServerUrl::parse(&format!("https://{host}:{port}")).expect("valid");
    let options = HttpOptions { tls, ..impatient() };
    client(&server, options).send(ApiRequest::get("/x")).await?.data()
}

fn trusting(file: &NamedTempFile) -> TlsOptions {
    TlsOptions { ca_file: Some(file.path().to_owned()), client_certificate: None }
}

#[tokio::test]
async fn only_a_certificate_that_proves_the_name_is_accepted() {
    let (ours, theirs) = (authority("ours"), authority("theirs"));
    let (our_file, their_file) = (file(&ours.pem()), file(&theirs.pem()));
    let good = issue(&ours, "127.0.0.1", (2020, 2100));
    let port = serve(&good, None).await;
    assert_eq!(call("127.0.0.1", port, trusting(&our_file)).await.expect("the extra authority"), 1);
    for (issued, tls, reason, remedy) in [
        (&good, trusting(&their_file), "issued by an authority that is not trusted", "`--ca-file FILE`"),
        (&issue(&ours, "127.0.0.1", (2020, 2021)), trusting(&our_file), "the certificate has expired", "renew it"),
        (&issue(&ours, "127.0.0.1", (2090, 2100)), trusting(&our_file), "the certificate is not valid yet", "clock"),
        (
            &issue(&ours, "api.makini.io", (2020, 2100)),
            trusting(&our_file),
            "the certificate is for another name: it is for `api.makini.io`",
            "use a name that it is for",
        ),
    ] {
        let port = serve(issued, None).await;
        let error = call("127.0.0.1", port, tls).await.expect_err(reason);
        assert!(error.to_string().contains(reason), "{reason}: {error}");
        assert_eq!((error.fault(), error.exit()), (Some(Fault::Tls), Exit::Unavailable));
        assert!(error.hint().is_some_and(|hint| hint.contains(remedy)), "{:?}", error.hint());
    }
}

#[tokio::test]
async fn a_server_s_own_signature_is_nobody_s() {
    let params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).expect("valid");
    let key = KeyPair::generate().expect("a key");
    let own = params.self_signed(&key).expect("valid");
    let port = serve(&Issued { certificate: own.der().clone(), pem: own.pem(), key }, None).await;
    let error = call("127.0.0.1", port, trusting_somebody()).await.expect_err("self-signed");
    assert_eq!(error.fault(), Some(Fault::Tls), "{error}");
}

/// A certificate as `openssl req -x509` makes it: its own issuer, and marked as an authority's.
fn self_made(name: &str, years: (i32, i32)) -> Issued {
    let mut params = CertificateParams::new(vec![name.to_owned()]).expect("valid");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(rcgen::DnType::CommonName, "self-made");
    params.not_before = date_time_ymd(years.0, 1, 1);
    params.not_after = date_time_ymd(years.1, 1, 1);
    let key = KeyPair::generate().expect("a key");
    let own = params.self_signed(&key).expect("valid");
    Issued { certificate: own.der().clone(), pem: own.pem(), key }
}

#[tokio::test]
async fn exactly_one_self_signed_certificate_can_be_trusted() {
    let (good, other) = (self_made("127.0.0.1", (2020, 2100)), self_made("127.0.0.1", (2020, 2100)));
    let port = serve(&good, None).await;
    for tls in [trusting_somebody(), trusting(&file(&other.pem))] {
        let error = call("127.0.0.1", port, tls).await.expect_err("nobody's");
        assert!(
            error.to_string().ends_with("the certificate is self-signed, and it is not among those that are trusted"),
            "{error}"
        );
        let hint = error.hint().expect("a remedy");
        assert!(hint.contains(&format!("openssl s_client -connect 127.0.0.1:{port}")), "{hint}");
        assert!(hint.contains("`--ca-file server.pem`"), "{hint}");
    }
    assert_eq!(call("127.0.0.1", port, trusting(&file(&good.pem))).await.expect("exactly this one"), 1);
    // It proves neither another name nor another time.
    for (made, reason) in [
        (self_made("api.makini.io", (2020, 2100)), "for another name"),
        (self_made("127.0.0.1", (2020, 2021)), "has expired"),
        (self_made("127.0.0.1", (2090, 2100)), "not valid yet"),
    ] {
        let port = serve(&made, None).await;
        let error = call("127.0.0.1", port, trusting(&file(&made.pem))).await.expect_err(reason);
        assert!(error.to_string().contains(reason), "{reason}: {error}");
    }
    // One of an authority that is not trusted, trusted as it is.
    let issued = issue(&authority("somebody else"), "127.0.0.1", (2020, 2100));
    let port = serve(&issued, None).await;
    assert_eq!(call("127.0.0.1", port, trusting(&file(&issued.pem))).await.expect("exactly this one"), 1);
}

#[tokio::test]
async fn an_old_server_is_named_as_one() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("bound").port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut hello = [0; 4096];
            let _: usize = stream.read(&mut hello).await.unwrap_or_default();
            // The fatal alert `protocol_version`, in TLS 1.0.
            stream.write_all(&[0x15, 3, 1, 0, 2, 2, 70]).await.ok();
            while let Ok(1..) = stream.read(&mut hello).await {}
        }
    });
    let error = call("127.0.0.1", port, trusting_somebody()).await.expect_err("too old");
    assert!(
        error.to_string().ends_with("the server offers only TLS 1.1 or older, and 1.2 is the oldest that is used"),
        "{error}"
    );
    assert!(error.hint().is_some_and(|hint| hint.contains("TLS 1.2 or 1.3")), "{:?}", error.hint());
}

#[tokio::test]
async fn a_server_without_tls_is_told_from_a_bad_certificate() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("bound").port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.ok();
            // Closing with the hello unread would reset the connection before our words arrive.
            while let Ok(1..) = stream.read(&mut [0; 4096]).await {}
        }
    });
    let error = call("127.0.0.1", port, trusting_somebody()).await.expect_err("no TLS");
    assert!(error.to_string().ends_with("the other side does not speak TLS"), "{error}");
    assert!(error.fault() == Some(Fault::Tls) && error.surely_not_sent());
}

#[tokio::test]
async fn a_certificate_of_our_own() {
    let ours = authority("ours");
    let our_file = file(&ours.pem());
    let port = serve(&issue(&ours, "127.0.0.1", (2020, 2100)), Some(&ours)).await;
    let me = issue(&ours, "me.example", (2020, 2100));
    let (certificate, key) = (file(&me.pem), file(&me.key.serialize_pem()));
    let with = |certificate: &NamedTempFile, key: &NamedTempFile| TlsOptions {
        client_certificate: Some((certificate.path().to_owned(), key.path().to_owned())),
        ..trusting(&our_file)
    };
    assert_eq!(call("127.0.0.1", port, with(&certificate, &key)).await.expect("known"), 1);
    let error = call("127.0.0.1", port, trusting(&our_file)).await.expect_err("nobody known");
    assert!(error.to_string().ends_with("the server asks for a client certificate, and none is configured"), "{error}");
    assert!(
        error.hint().is_some_and(|hint| hint.contains("`client_certificate` and `client_key`")),
        "{:?}",
        error.hint()
    );
    let stranger = issue(&authority("strangers"), "me.example", (2020, 2100));
    let (their, their_key) = (file(&stranger.pem), file(&stranger.key.serialize_pem()));
    let error = call("127.0.0.1", port, with(&their, &their_key)).await.expect_err("a stranger");
    assert!(error.to_string().ends_with("the server did not accept the client certificate"), "{error}");
    let other = file(&KeyPair::generate().expect("a key").serialize_pem());
    for (tls, reason) in [
        (with(&certificate, &other), "do not belong together"),
        (with(&key, &key), "holds no PEM certificate"),
        (with(&certificate, &certificate), "holds no readable PEM private key"),
        (trusting(&file("nothing")), "holds no PEM certificate"),
        (TlsOptions { ca_file: Some("/nonexistent/ca.pem".into()), client_certificate: None }, "could not read"),
    ] {
        let error = call("127.0.0.1", port, tls).await.expect_err(reason);
        assert!(error.to_string().contains(reason), "{reason}: {error}");
        assert_eq!(error.exit(), Exit::Usage);
    }
}

/// A certificate of X.509 version 1 and its key, as `openssl x509 -req` makes them. Returns `None` without openssl.
fn version_1(folder: &std::path::Path) -> Option<(std::path::PathBuf, std::path::PathBuf)> {
    if !crate::support::require::tool("openssl") {
        return None;
    }
    let openssl = |line: &str| {
        let output = std::process::Command::new("openssl").args(line.split(' ')).current_dir(folder).output();
        let output = output.expect("openssl");
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    openssl("req -newkey rsa:2048 -nodes -keyout key.pem -subj /CN=me.example -out me.csr");
    openssl("x509 -req -in me.csr -signkey key.pem -days 30 -out me.pem");
    // Newer ones write version 3.
    let is_version_1 = openssl("x509 -in me.pem -noout -text").contains("Version: 1 ");
    if !crate::support::require::native("openssl that writes version 1", is_version_1) {
        return None;
    }
    Some((folder.join("me.pem"), folder.join("key.pem")))
}

#[tokio::test]
async fn a_certificate_of_version_1_is_shown_and_never_served() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Some((certificate, key)) = version_1(folder.path()) else { return };
    let ours = authority("ours");
    let our_file = file(&ours.pem());
    let port = serve(&issue(&ours, "127.0.0.1", (2020, 2100)), Some(&ours)).await;
    let tls = TlsOptions { client_certificate: Some((certificate.clone(), key.clone())), ..trusting(&our_file) };
    let error = call("127.0.0.1", port, tls).await.expect_err("it knows nobody of that name");
    // What the server takes is the server's to say.
    assert!(error.to_string().ends_with("the server did not accept the client certificate"), "{error}");
    let refused = makini::inbox::receiver::certificate(&certificate, &key).expect_err("no names in it");
    assert!(refused.to_string().ends_with("the certificate is not of X.509 version 3, or is damaged"), "{refused}");
    let other = file(&KeyPair::generate().expect("a key").serialize_pem());
    let issued = issue(&ours, "127.0.0.1", (2020, 2100));
    let refused = makini::inbox::receiver::certificate(file(&issued.pem).path(), other.path()).expect_err("another");
    assert!(refused.to_string().ends_with("they do not belong together"), "{refused}");
}
