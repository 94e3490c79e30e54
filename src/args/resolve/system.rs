//! Resolves a system of the catalogue by its slug or name.

use std::sync::Arc;

use crate::api::connections::fold;
use crate::api::systems::Platform;
use crate::client::Client;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::suggest::{closest, sentence};

fn during() -> String {
    "could not read the catalogue of systems".to_owned()
}

/// Returns the catalogue, as the server has it now.
///
/// # Errors
/// When it could not be read.
pub async fn catalogue(client: &Client) -> Result<Vec<Platform>, Failure> {
    client.platforms().await.during(during).map(Arc::unwrap_or_clone)
}

/// Returns the catalogue as it was read within the last hour, and otherwise as [`catalogue`] does. The second is whether it
/// was read before this command.
///
/// # Errors
/// When it could not be read.
pub async fn known_catalogue(client: &Client) -> Result<(Vec<Platform>, bool), Failure> {
    let (known, is_kept) = client.known_platforms().await.during(during)?;
    Ok((Arc::unwrap_or_clone(known), is_kept))
}

/// Finds a system as [`system`] does, in the catalogue that is known; where it is not in there, in that of the server.
///
/// # Errors
/// As [`system`], and when the catalogue could not be read.
pub async fn find_system(client: &Client, text: &str) -> Result<Platform, Failure> {
    let (known, is_kept) = known_catalogue(client).await?;
    match system(known, text) {
        Err(failure) if is_kept && failure.exit != Exit::Usage => system(catalogue(client).await?, text),
        found => found,
    }
}

/// Resolves a system by its slug, its name, or a prefix of either that only one has. Case, blanks, dashes and
/// underscores do not matter.
///
/// # Errors
/// [`Exit::NotFound`] with the closest names; [`Exit::Usage`] when it means several.
pub fn system(mut systems: Vec<Platform>, text: &str) -> Result<Platform, Failure> {
    let wanted = fold(text.trim());
    if wanted.is_empty() {
        return Err(Failure::usage("the name of a system is empty"));
    }
    let names = |system: &Platform| [system.slug.as_deref(), system.name.as_deref()].map(|name| name.map(fold));
    let same = |system: &Platform| names(system).into_iter().flatten().any(|name| name == wanted);
    let begins = |system: &Platform| names(system).into_iter().flatten().any(|name| name.starts_with(&wanted));
    if let Some(at) = systems.iter().position(same) {
        return Ok(systems.swap_remove(at));
    }
    let found: Vec<usize> = (0..systems.len()).filter(|at| begins(&systems[*at])).collect();
    match found[..] {
        [only] => Ok(systems.swap_remove(only)),
        // One of these could be it.
        [] if systems.iter().any(|system| system.slug.is_none() && system.name.is_none()) => {
            let failure = Failure::new(Exit::Unavailable, "the server returned systems without slug and name");
            Err(failure.during(format!("could not find the system `{text}`")))
        }
        [] => {
            let failure = Failure::new(Exit::NotFound, format!("there is no system `{text}` in the catalogue"));
            let known = systems.iter().flat_map(|system| [system.slug.as_deref(), system.name.as_deref()]).flatten();
            // The slug is suggested, even where the name was similar.
            let slug = |name: &str| {
                let found = systems.iter().find(|system| system.name.as_deref() == Some(name));
                found.and_then(|system| system.slug.as_deref())
            };
            let mut meant: Vec<&str> = closest(text, known).iter().map(|name| slug(name).unwrap_or(name)).collect();
            meant.dedup();
            let failure = match sentence(&meant) {
                Some(hint) => failure.hint(hint),
                None => failure,
            };
            let search = format!("`makini systems search {}` looks further", shell_words::quote(text));
            Err(failure.hint(search))
        }
        ref several => {
            let slugs = several.iter().take(5).map(|at| systems[*at].slug.as_deref().unwrap_or_default());
            let slugs = slugs.collect::<Vec<_>>().join(", ");
            Err(Failure::usage(format!("`{text}` matches several systems: {slugs}")).hint("use the slug"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_slug_name_and_beginning() {
        let systems = || -> Vec<Platform> {
            [("ibm-maximo", "IBM Maximo"), ("sap-s4hana", "SAP S/4HANA"), ("sap-ecc", "SAP ECC"), ("sap", "SAP")]
                .map(|(slug, name)| Platform {
                    slug: Some(slug.into()),
                    name: Some(name.into()),
                    ..Platform::default()
                })
                .into()
        };
        let slug = |text: &str| system(systems(), text).map(|system| system.slug.unwrap_or_default());
        assert_eq!(slug("IBM_MAXIMO").ok().as_deref(), Some("ibm-maximo"));
        assert_eq!(slug("ibm").ok().as_deref(), Some("ibm-maximo"));
        assert_eq!(slug("sap s/4hana").ok().as_deref(), Some("sap-s4hana"));
        assert_eq!(slug("SAP").ok().as_deref(), Some("sap"), "a whole name is not ambiguous");
        assert_eq!(slug("sap-e").ok().as_deref(), Some("sap-ecc"));
        assert_eq!(slug("s").unwrap_err().exit, Exit::Usage);
        let failure = slug("maxmio").unwrap_err();
        assert_eq!(failure.exit, Exit::NotFound);
        insta::assert_snapshot!(failure.hints.join("\n"), @r"
        did you mean `ibm-maximo`?
        `makini systems search maxmio` looks further
        ");
        assert_eq!(slug(" ").unwrap_err().exit, Exit::Usage);
        let with_nameless = [systems(), vec![Platform::default()]].concat();
        assert_eq!(system(with_nameless, "maxmio").unwrap_err().exit, Exit::Unavailable, "it may be the nameless one");
    }
}
