//! The catalogue is complete, consistent and safe to show.

use std::collections::HashSet;

use super::*;
use crate::api::entities::Domain;

fn named(slug: &str) -> &'static Platform {
    find(slug).unwrap_or_else(|| panic!("no {slug}"))
}

fn names(slug: &str) -> Vec<&'static str> {
    named(slug).fields.iter().map(|field| field.name.as_str()).collect()
}

#[test]
fn there_are_at_least_ninety_different_systems() {
    let slugs: HashSet<_> = all().iter().map(|platform| &platform.slug).collect();
    let names: HashSet<_> = all().iter().map(|platform| &platform.name).collect();
    assert!(all().len() >= 90, "only {}", all().len());
    assert_eq!((slugs.len(), names.len()), (all().len(), all().len()));
}

#[test]
fn every_system_says_what_it_needs() {
    for platform in all() {
        let slug = platform.slug.as_deref().expect("a slug");
        assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{slug}");
        assert!(platform.description.as_deref().is_some_and(|text| text.ends_with('.')), "{slug}");
        assert!(platform.credits(false).is_some(), "{slug} has no tier");
        assert!(!platform.deployments.is_empty() && !platform.domains.is_empty(), "{slug}");
        assert!(platform.domains.iter().all(|word| Domain::find(word).is_some()), "{slug}");
        assert!((2..=6).contains(&platform.guide.len()), "{slug} has {} steps", platform.guide.len());
        assert!(platform.fields.iter().any(|field| field.secret && !field.optional), "{slug} asks for no secret");
        let names: HashSet<_> = platform.fields.iter().map(|field| &field.name).collect();
        assert_eq!(names.len(), platform.fields.len(), "{slug} asks twice");
        for field in &platform.fields {
            assert!(!field.label.is_empty() && !field.name.is_empty(), "{slug}");
            assert!(matches!(field.kind.as_str(), "text" | "url" | "email"), "{slug}.{}", field.name);
            assert!(!field.secret || field.example.is_none(), "{slug}.{} shows a secret", field.name);
            let hidden = ["password", "secret", "token", "private", "api_key"].iter().any(|w| field.name.contains(w));
            assert!(!hidden || field.secret || field.name == "account_token", "{slug}.{} is not hidden", field.name);
        }
        let text =
            platform.guide.join(" ") + &platform.fields.iter().filter_map(|f| f.help.clone()).collect::<String>();
        assert!(!text.contains('{'), "{slug} shows a placeholder");
    }
}

#[test]
fn the_well_known_ask_for_what_they_really_ask_for() {
    assert_eq!(names("inextia"), ["api", "login", "password"]);
    assert_eq!(names("netsuite"), ["account_id", "consumer_key", "consumer_secret", "certificate_id", "private_key"]);
    let guide = named("netsuite").guide.join("\n");
    assert!(guide.contains("OAuth 2.0 Access Tokens") && guide.contains("RSA 4096, PSS"));
    assert!(names("dynamics-365-bc").contains(&"tenant_id") && names("sap-ecc").contains(&"system_number"));
    assert_eq!(named("sap").credits(false), Some(4));
    assert_eq!(named("sap-ecc").credits(true), Some(8));
    assert_eq!(named("sap-ecc").deployments, ["on_premises"]);
    assert!(named("ibm-maximo").guide.iter().any(|step| step.contains("15.204.75.108")));
    assert!(named("upkeep").guide.iter().all(|step| !step.contains("15.204.75.108")));
}

#[test]
fn flows_connectors_are_no_systems() {
    for slug in ["notion", "kafka", "mqtt", "redis", "s3", "stripe", "hubspot", "telegram", "if", "github", "npm"] {
        assert!(find(slug).is_none(), "{slug}");
    }
}
