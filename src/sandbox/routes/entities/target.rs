//! The resource of a route, and whether the calling connection has it.

use serde_json::{Map, Value};

use crate::api::entities::{Domain, Resource};
use crate::sandbox::auth::ConnectionAuth;
use crate::sandbox::entities::Source;
use crate::sandbox::error::Error;

/// A JSON object.
pub(super) type Object = Map<String, Value>;

/// The resource of a route, in a domain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target {
    pub(super) domain: Domain,
    pub(super) row: &'static Resource,
}

/// Returns the data of the calling connection, if its system has this resource and no setting excludes it.
pub(super) fn source<'a>(auth: &'a ConnectionAuth, target: &Target) -> Result<&'a Source, Error> {
    is_served(&auth.source, &auth.slug, target)?;
    Ok(&auth.source)
}

/// Fails unless the system `slug` with this data has the resource, and no setting excludes it.
pub(super) fn is_served(source: &Source, slug: &str, target: &Target) -> Result<(), Error> {
    has_domain(source, slug, target.domain)?;
    if source.serves(target.row.path) {
        return Ok(());
    }
    Err(Error::unsupported(format!("the settings of this connection leave `{}` out", target.row.path)))
}

/// Returns the data of the calling connection, if its system has this domain.
pub(super) fn in_domain(auth: &ConnectionAuth, domain: Domain) -> Result<&Source, Error> {
    has_domain(&auth.source, &auth.slug, domain)?;
    Ok(&auth.source)
}

/// Fails unless the system `slug` with this data has the domain.
pub(super) fn has_domain(source: &Source, slug: &str, domain: Domain) -> Result<(), Error> {
    if source.has(domain) {
        return Ok(());
    }
    Err(Error::unsupported(format!("`{slug}` has no data of the domain `{}`", domain.slug())))
}
