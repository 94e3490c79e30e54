//! The TLS side of the client: the system's roots, what the user adds to them, and a client certificate.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};

use super::error::Error;

/// Trusted authorities and client certificate.
#[derive(Clone, Debug, Default)]
pub struct TlsOptions {
    /// A PEM file with authorities that are trusted besides the system's.
    pub ca_file: Option<PathBuf>,
    /// PEM files with our certificate (and its chain) and its key.
    pub client_certificate: Option<(PathBuf, PathBuf)>,
}

/// Builds the configuration: TLS 1.2 and up, HTTP/2 and 1.1 by ALPN, the `ring` provider, nothing global.
///
/// With `roots` false no authority is trusted and none is read, which is right when no call is encrypted.
pub(super) fn config(options: &TlsOptions, roots: bool) -> Result<ClientConfig, Error> {
    let trusted = if roots { trusted(options)? } else { RootCertStore::empty() };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Setup(format!("TLS cannot be set up: {error}")))?
        .with_root_certificates(trusted);
    let mut config = match &options.client_certificate {
        Some((certificate, key)) => {
            let chain = certificates(certificate)?;
            // The parser's own words could quote the file, so the message names only the file.
            let key_der = PrivateKeyDer::from_pem_file(key)
                .map_err(|_| Error::Setup(format!("{} holds no readable PEM private key", key.display())))?;
            builder.with_client_auth_cert(chain, key_der).map_err(|_| {
                Error::Setup(format!("{} and {} do not belong together", certificate.display(), key.display()))
            })?
        }
        None => builder.with_no_client_auth(),
    };
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

fn trusted(options: &TlsOptions) -> Result<RootCertStore, Error> {
    let mut store = RootCertStore::empty();
    let native = rustls_native_certs::load_native_certs();
    let (mut kept, _) = store.add_parsable_certificates(native.certs);
    if let Some(file) = &options.ca_file {
        let (added, refused) = store.add_parsable_certificates(certificates(file)?);
        if added == 0 || refused > 0 {
            return Err(Error::Setup(format!("{} holds a certificate that cannot be used", file.display())));
        }
        kept += added;
    }
    if kept == 0 {
        let why = native.errors.first().map(|error| format!(" ({error})")).unwrap_or_default();
        return Err(Error::Setup(format!(
            "this machine has no certificate authorities{why}: install `ca-certificates` or set `ca_file`"
        )));
    }
    Ok(store)
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, Error> {
    let unreadable = |why: &dyn std::fmt::Display| Error::Setup(format!("could not read {}: {why}", file.display()));
    let found: Vec<_> = CertificateDer::pem_file_iter(file)
        .map_err(|error| unreadable(&error))?
        .collect::<Result<_, _>>()
        .map_err(|error| unreadable(&error))?;
    if found.is_empty() {
        return Err(Error::Setup(format!("{} holds no PEM certificate", file.display())));
    }
    Ok(found)
}
