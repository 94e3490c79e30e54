//! The certificate of a receiver that speaks HTTPS.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::ServerConfig;
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;

/// Why a certificate cannot be used.
#[derive(Debug, Error)]
pub enum TlsError {
    /// The file cannot be read, or holds nothing of the kind.
    #[error("could not read the {what} in `{path}`")]
    File {
        /// `certificate` or `private key`.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// What is wrong.
        source: rustls_pki_types::pem::Error,
    },
    /// The two do not go together, or are of a kind that is not supported.
    #[error("the certificate and the private key cannot be used: {0}")]
    Unusable(String),
}

impl From<rustls::Error> for TlsError {
    fn from(error: rustls::Error) -> Self {
        use rustls::CertificateError::BadEncoding;
        use rustls::{Error, InconsistentKeys};
        Self::Unusable(match error {
            Error::InconsistentKeys(InconsistentKeys::KeyMismatch) => "they do not belong together".into(),
            Error::InvalidCertificate(BadEncoding) => "the first file holds no X.509 certificate".into(),
            // `openssl x509 -req` without `-extfile` makes version 1.
            Error::InvalidCertificate(_) => "the certificate is not of X.509 version 3, or is damaged".into(),
            other => other.to_string(),
        })
    }
}

impl Classify for TlsError {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        Some("give PEM files: the certificate with its chain, and the private key that belongs to it".into())
    }
}

/// Reads a certificate chain and its private key, both PEM.
///
/// # Errors
/// When a file cannot be read, or they do not go together.
pub fn certificate(chain: &Path, key: &Path) -> Result<Arc<ServerConfig>, TlsError> {
    let file = |what, path: &Path| {
        let path = path.to_owned();
        move |source| TlsError::File { what, path, source }
    };
    let certificates = CertificateDer::pem_file_iter(chain)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(file("certificate", chain))?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(file("private key", key))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(certificates, key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
