//! Catalogue of the systems that can be connected, with their credential fields and setup guides.
//!
//! Two tables, parsed once on first use: `systems.toml` (one line each) and `setups-*.toml` (credential fields, shared
//! by systems with the same). Automation connectors without a data model are not systems.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::api::systems::{Field, Platform};

/// Addresses of the production platform, for firewalls.
const ADDRESSES: &str = "15.204.75.108, 15.204.73.75, 15.204.77.147, 148.113.140.236, 51.79.101.4";

#[derive(Deserialize)]
struct Systems {
    systems: Vec<System>,
}

#[derive(Deserialize)]
struct System {
    slug: String,
    name: String,
    category: String,
    tier: u64,
    setup: String,
    domains: Vec<String>,
    deployments: Vec<String>,
    description: String,
}

#[derive(Deserialize)]
struct Setup {
    fields: Vec<SetupField>,
    guide: Vec<String>,
}

#[derive(Deserialize)]
struct SetupField {
    name: String,
    label: String,
    #[serde(rename = "type", default = "text")]
    kind: String,
    #[serde(default)]
    secret: bool,
    #[serde(default)]
    optional: bool,
    help: Option<String>,
    example: Option<String>,
}

fn text() -> String {
    "text".into()
}

static ALL: LazyLock<Vec<Platform>> = LazyLock::new(|| {
    let Systems { systems } = toml::from_str(include_str!("systems.toml")).expect("the table of systems is in order");
    let mut setups = read(include_str!("setups-maintenance.toml"));
    setups.extend(read(include_str!("setups-business.toml")));
    systems.into_iter().map(|system| platform(&setups[&system.setup], system)).collect()
});

fn read(table: &str) -> BTreeMap<String, Setup> {
    toml::from_str(table).expect("the table of setups is in order")
}

fn platform(setup: &Setup, system: System) -> Platform {
    let named = |text: &str| text.replace("{name}", &system.name);
    let field = |request: &SetupField| Field {
        name: request.name.clone(),
        label: request.label.clone(),
        secret: request.secret,
        optional: request.optional,
        kind: request.kind.clone(),
        help: request.help.as_deref().map(named),
        example: request.example.clone(),
    };
    let mut guide: Vec<String> = setup.guide.iter().map(|step| named(step)).collect();
    if system.deployments.iter().any(|place| place == "on_premises") {
        guide.push(format!("On premises: let these addresses through the firewall, or set up a VPN: {ADDRESSES}."));
    }
    Platform {
        logo: Some(format!("https://assets.makini.io/platforms/{}.svg", system.slug)),
        fields: setup.fields.iter().map(field).collect(),
        guide,
        slug: Some(system.slug),
        name: Some(system.name),
        description: Some(system.description),
        category: Some(system.category),
        tier: Some(system.tier),
        deployments: system.deployments,
        domains: system.domains,
        ..Platform::default()
    }
}

/// The largest number of systems that a sandbox lists.
pub(crate) const MOST_SYSTEMS: usize = 10_000;

/// Editions of the systems, for catalogues as large as that of the platform: each as its system, with a number.
static EDITIONS: LazyLock<Vec<Platform>> = LazyLock::new(|| {
    let numbered = ALL.iter().cycle().enumerate().take(MOST_SYSTEMS - ALL.len());
    numbered.map(|(place, system)| edition(system, place / ALL.len() + 2)).collect()
});

fn edition(system: &Platform, number: usize) -> Platform {
    let numbered = |text: &Option<String>, between: &str| text.as_ref().map(|text| format!("{text}{between}{number}"));
    Platform { slug: numbered(&system.slug, "-"), name: numbered(&system.name, " "), ..system.clone() }
}

/// Returns the systems of a catalogue of so many, at least every system; without a number exactly those.
pub(crate) fn listed(count: Option<usize>) -> impl Iterator<Item = &'static Platform> {
    ALL.iter().chain(editions(count))
}

fn editions(count: Option<usize>) -> &'static [Platform] {
    let editions = count.unwrap_or(0).saturating_sub(ALL.len());
    if editions == 0 { &[] } else { &EDITIONS[..editions.min(EDITIONS.len())] }
}

/// Finds a system of a catalogue of so many by its slug.
pub(crate) fn find_listed(slug: &str, count: Option<usize>) -> Option<&'static Platform> {
    let is_it = |platform: &&Platform| platform.slug.as_deref() == Some(slug);
    // Editions are made when the first is asked for, and most sandboxes never are.
    ALL.iter().find(is_it).or_else(|| editions(count).iter().find(is_it))
}

/// Returns every system, ordered by category.
pub(crate) fn all() -> &'static [Platform] {
    &ALL
}

/// Finds a system by its slug, one of the largest catalogue too: a connection to it may have been made.
pub(crate) fn find(slug: &str) -> Option<&'static Platform> {
    let is_edition = slug.rsplit_once('-').is_some_and(|(_, number)| number.parse::<usize>().is_ok());
    find_listed(slug, is_edition.then_some(MOST_SYSTEMS))
}

#[cfg(test)]
mod tests;
