//! Resolves an entity of the published API, and the domains that a connected system has.

use super::system::find_system;
use crate::api::connections::Connection;
use crate::api::entities::{self, Domain, Resource};
use crate::client::Client;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::suggest::did_you_mean;

/// Finds an entity of the published API.
///
/// # Errors
/// [`Exit::Usage`] with the closest names.
pub fn entity(word: &str) -> Result<&'static Resource, Failure> {
    entities::find(&word.trim().to_lowercase().replace([' ', '_'], "-")).ok_or_else(|| {
        let failure = Failure::usage(format!("the API has no entity `{word}`"));
        let known = entities::all().iter().flat_map(|row| [row.path, row.singular, row.plural]);
        let failure = match did_you_mean(word, known) {
            Some(hint) => failure.hint(hint),
            None => failure,
        };
        failure.hint("`makini data entities` lists them")
    })
}

/// Returns the domains of the connected system; none where the server does not return them, or does not know the system.
///
/// # Errors
/// When the catalogue could not be read.
pub async fn system_domains(client: &Client, connection: &Connection) -> Result<Vec<Domain>, Failure> {
    let Some(system) = connection.integration_name.as_deref() else { return Ok(Vec::new()) };
    let during = || format!("could not read the system {system}");
    let found = match client.platform(system).await.during(during)? {
        Some(found) => found.domains,
        // Some servers return the name of the system, and no slug.
        None => match find_system(client, system).await {
            Ok(found) => found.domains,
            Err(failure) if failure.exit == Exit::Unavailable => return Err(failure),
            Err(_) => Vec::new(),
        },
    };
    Ok(found.iter().filter_map(|word| Domain::find(word)).collect())
}
