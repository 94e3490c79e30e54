//! Every path of the platform's API that is served here, and of the calls to connected systems, for patterns that must
//! match one.

use crate::api::entities::{self as published, Domain, Verb};
use crate::api::operation::Operation;
use crate::api::{path, template};
use crate::glob;
use crate::sandbox::catalogue;
use crate::sandbox::entities::{self, custom};

/// The list of orders as another version of the platform names it.
pub(crate) const ORDERS: &str = "/api/v1/purchase-orders";
/// One document, whatever its domain.
pub(crate) const DOCUMENT: &str = "/api/documents/{key}";
/// Lists and rows without a domain.
const ALIASES: [&str; 5] = ["/api/sites", "/api/assets", "/api/work-orders", ORDERS, DOCUMENT];

/// Pages of Makini Link.
const PAGES: [&str; 2] = ["/link/{visit}", "/link/{visit}/{step}"];

/// Returns whether a pattern of paths, with `*` and `{name}`, matches a path of the platform's API or of a call of a sync.
pub(crate) fn exists(pattern: &str) -> bool {
    let meets = |template: &str| glob::paths_meet(pattern, template);
    // What is offered is asked for before anything, and no rule strikes it.
    let published = template::PUBLISHED.iter().copied().filter(|template| *template != path::ADVERTISEMENT);
    published.chain(PAGES).chain(ALIASES).any(meets)
        || Operation::ALL.iter().any(|operation| meets(operation.sandbox_path()))
        || Domain::ALL.into_iter().any(|domain| of_domain(domain).any(|template| meets(&template)))
        || catalogue::all().iter().filter_map(|system| system.slug.as_deref()).any(|slug| {
            // What a sync reads, as the log has it: `/sap/assets`.
            meets(&format!("/{slug}/{{entity}}"))
        })
}

/// Returns the paths of a domain.
fn of_domain(domain: Domain) -> impl Iterator<Item = String> {
    let base = format!("/api/{}", domain.slug());
    let rows = published::all().iter().filter(move |row| row.allows(domain, Verb::List));
    let rows = rows.flat_map(move |row| [row.list_path(domain), row.one_path(domain)]);
    let states = published::statuses().iter().filter(move |list| list.domains.contains(&domain));
    let states = states.filter_map(|list| entities::states_of(list.of));
    let nested = published::nested().iter().filter(move |nested| nested.domains.contains(&domain));
    let custom = custom::ENTITIES.iter().filter(move |custom| custom.domain == domain);
    let custom = custom.flat_map(|custom| [custom.path.to_owned(), format!("{}/{{key}}", custom.path)]);
    let below = states.map(str::to_owned).chain(nested.map(|nested| nested.path.to_owned())).chain(custom);
    rows.chain(below.map(move |path| format!("{base}/{path}")))
}
