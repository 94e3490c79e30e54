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
    let source = in_domain(auth, target.domain)?;
    if source.serves(target.row.path) {
        return Ok(source);
    }
    Err(Error::unsupported(format!("the settings of this connection leave `{}` out", target.row.path)))
}

/// Returns the data of the calling connection, if its system has this domain.
pub(super) fn in_domain(auth: &ConnectionAuth, domain: Domain) -> Result<&Source, Error> {
    let source = &auth.source;
    if source.has(domain) {
        return Ok(source);
    }
    let message = format!("`{}` has no data of the domain `{}`", auth.slug, domain.slug());
    Err(Error::unsupported(message))
}
