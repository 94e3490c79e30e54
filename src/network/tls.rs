//! The TLS side: the system's roots, what the user adds to them, a certificate that is trusted as it is, and our own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{ResolvesClientCert, WebPkiServerVerifier, verify_server_name};
use rustls::crypto::CryptoProvider;
use rustls::server::ParsedCertificate;
use rustls::sign::CertifiedKey;
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, Error as TlsError, OtherError, RootCertStore,
    SignatureScheme,
};
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use thiserror::Error;

/// Connections cannot be made with these settings: a certificate file, a proxy address.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{0}")]
pub struct SetupError(pub String);

/// The newest version of HTTP that is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Http {
    /// HTTP/1.1.
    One,
    /// HTTP/2.
    Two,
}

/// Trusted authorities and client certificate.
#[derive(Clone, Debug, Default)]
pub struct TlsOptions {
    /// A PEM file with certificates that are trusted besides the system's authorities: of authorities, and of servers,
    /// each of which is then trusted as it is.
    pub ca_file: Option<PathBuf>,
    /// PEM files with our certificate (and its chain) and its key.
    pub client_certificate: Option<(PathBuf, PathBuf)>,
}

/// The certificate was signed with its own key and is not trusted.
#[derive(Debug, Error)]
#[error("the certificate is self-signed, and it is not among those that are trusted")]
pub(super) struct SelfSigned;

/// The certificate is one of an authority, which is not to be used by a server.
#[derive(Debug, Error)]
#[error("the certificate is not one for servers, or holds what is not supported")]
pub(super) struct NotForServers;

/// A certificate without the extensions that hold its names, as `openssl x509 -req` makes it.
#[derive(Debug, Error)]
#[error("the certificate is one of X.509 version 1, and it takes version 3 to hold the names of a server")]
pub(super) struct Version1;

/// Builds the configuration: TLS 1.2 and up, HTTP by ALPN, the `ring` provider, nothing global. `requested` is
/// set when a server asks for a client certificate.
pub(super) fn config(
    options: &TlsOptions,
    encrypted: bool,
    http: Http,
    requested: Arc<AtomicBool>,
) -> Result<ClientConfig, SetupError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| SetupError(format!("TLS cannot be set up: {error}")))?;
    let builder = if encrypted {
        let verifier = Arc::new(Verifier::new(options, &provider)?);
        builder.dangerous().with_custom_certificate_verifier(verifier)
    } else {
        builder.with_root_certificates(RootCertStore::empty())
    };
    let own = options.client_certificate.as_ref();
    let key = own.map(|(certificate, key)| own_key(certificate, key, &provider)).transpose()?;
    let mut config = builder.with_client_cert_resolver(Arc::new(OwnCertificate { key, requested }));
    config.alpn_protocols = match http {
        Http::Two => vec![b"h2".to_vec(), b"http/1.1".to_vec()],
        Http::One => vec![b"http/1.1".to_vec()],
    };
    Ok(config)
}

fn own_key(certificate: &Path, key: &Path, provider: &CryptoProvider) -> Result<Arc<CertifiedKey>, SetupError> {
    let chain = certificates(certificate)?;
    // The parser's own words could quote the file, so the message names only the file.
    let der = PrivateKeyDer::from_pem_file(key)
        .map_err(|_| SetupError(format!("{} holds no readable PEM private key", key.display())))?;
    let loaded = provider
        .key_provider
        .load_private_key(der)
        .map_err(|_| SetupError(format!("{} holds a private key of a kind that is not supported", key.display())))?;
    let found = CertifiedKey::new(chain, loaded);
    match found.keys_match() {
        Ok(()) => {}
        // Issued by `openssl x509 -req` without extensions. Whether the key fits is not seen here; the server reads it.
        Err(_) if found.cert.first().is_some_and(|certificate| is_version_1(certificate)) => {}
        Err(_) => {
            let (certificate, key) = (certificate.display(), key.display());
            return Err(SetupError(format!("{certificate} and {key} do not belong together")));
        }
    }
    Ok(Arc::new(found))
}

/// Shows our certificate, if there is one, and notes that it was asked for.
#[derive(Debug)]
struct OwnCertificate {
    key: Option<Arc<CertifiedKey>>,
    requested: Arc<AtomicBool>,
}

impl ResolvesClientCert for OwnCertificate {
    fn resolve(&self, _: &[&[u8]], schemes: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        self.requested.store(true, Ordering::Relaxed);
        self.key.clone().filter(|own| own.key.choose_scheme(schemes).is_some())
    }

    fn has_certs(&self) -> bool {
        self.key.is_some()
    }
}

/// Accepts a certificate that a trusted authority has issued, or that is itself in the `ca_file`. Of the second kind are
/// certificates that `openssl req -x509` makes: they are marked as an authority's, and no chain may end in them.
#[derive(Debug)]
struct Verifier {
    authorities: Arc<WebPkiServerVerifier>,
    exact: Vec<CertificateDer<'static>>,
}

impl Verifier {
    fn new(options: &TlsOptions, provider: &Arc<CryptoProvider>) -> Result<Self, SetupError> {
        let mut store = RootCertStore::empty();
        let native = rustls_native_certs::load_native_certs();
        let (mut kept, _) = store.add_parsable_certificates(native.certs);
        let exact = options.ca_file.as_deref().map(certificates).transpose()?.unwrap_or_default();
        if let Some(file) = &options.ca_file {
            let (added, refused) = store.add_parsable_certificates(exact.iter().cloned());
            if added == 0 || refused > 0 {
                return Err(SetupError(format!("{} holds a certificate that cannot be used", file.display())));
            }
            kept += added;
        }
        if kept == 0 {
            let why = native.errors.first().map(|error| format!(" ({error})")).unwrap_or_default();
            return Err(SetupError(format!(
                "this machine has no certificate authorities{why}: install `ca-certificates` or set `ca_file`"
            )));
        }
        let authorities = WebPkiServerVerifier::builder_with_provider(Arc::new(store), Arc::clone(provider))
            .build()
            .map_err(|error| SetupError(format!("TLS cannot be set up: {error}")))?;
        Ok(Self { authorities, exact })
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, TlsError> {
        let refused = match self.authorities.verify_server_cert(certificate, chain, name, ocsp, now) {
            Ok(verified) => return Ok(verified),
            Err(refused) => refused,
        };
        // Only these two are about who issued it; its time was checked before them, and its name was not.
        let TlsError::InvalidCertificate(why @ (CertificateError::UnknownIssuer | CertificateError::Other(_))) =
            &refused
        else {
            return Err(refused);
        };
        if self.exact.iter().any(|trusted| trusted.as_ref() == certificate.as_ref()) {
            verify_server_name(&ParsedCertificate::try_from(certificate)?, name)?;
            return Ok(ServerCertVerified::assertion());
        }
        let other = |error| Err(TlsError::InvalidCertificate(CertificateError::Other(error)));
        match why {
            _ if is_self_signed(certificate) => other(OtherError(Arc::new(SelfSigned))),
            CertificateError::Other(_) if is_version_1(certificate) => other(OtherError(Arc::new(Version1))),
            CertificateError::Other(_) => other(OtherError(Arc::new(NotForServers))),
            _ => Err(refused),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, TlsError> {
        self.authorities.verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, TlsError> {
        self.authorities.verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.authorities.supported_verify_schemes()
    }
}

/// Splits the first DER element off: its tag, its content and what follows.
pub(super) fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, rest) = rest.split_first()?;
    // Up to 127 it is the length, above that the number of bytes that hold it.
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let (bytes, rest) = rest.split_at_checked(usize::from(first & 0x7f)).filter(|(b, _)| b.len() <= 4)?;
        (bytes.iter().fold(0, |length, &byte| length << 8 | usize::from(byte)), rest)
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((tag, content, rest))
}

/// Returns the fields of a certificate after its version, and whether that is in it. RFC 5280, 4.1: version (optional),
/// serialNumber, signature, issuer, validity, subject.
pub(super) fn fields(certificate: &[u8]) -> Option<(bool, &[u8])> {
    let (_, certificate, _) = element(certificate)?;
    let (_, fields, _) = element(certificate)?;
    Some(match element(fields)? {
        (0xa0, _, after) => (true, after),
        _ => (false, fields),
    })
}

/// Returns whether a certificate is of X.509 version 1, which is not written into it.
fn is_version_1(certificate: &[u8]) -> bool {
    fields(certificate).is_some_and(|(has_version, _)| !has_version)
}

/// Returns whether a certificate names itself as its issuer.
fn is_self_signed(certificate: &[u8]) -> bool {
    let names = || {
        let (_, mut rest) = fields(certificate)?;
        for _ in 0..2 {
            rest = element(rest)?.2;
        }
        let (_, issuer, rest) = element(rest)?;
        let (_, _, rest) = element(rest)?;
        let (_, subject, _) = element(rest)?;
        Some((issuer, subject))
    };
    names().is_some_and(|(issuer, subject)| issuer == subject)
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, SetupError> {
    let unreadable = |why: &dyn std::fmt::Display| SetupError(format!("could not read {}: {why}", file.display()));
    let found: Vec<_> = CertificateDer::pem_file_iter(file)
        .map_err(|error| unreadable(&error))?
        .collect::<Result<_, _>>()
        .map_err(|error| unreadable(&error))?;
    if found.is_empty() {
        return Err(SetupError(format!("{} holds no PEM certificate", file.display())));
    }
    Ok(found)
}
