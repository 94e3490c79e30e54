//! The systems behind the connections: their catalogue and their data. The only file that knows where both come from.

use jiff::Timestamp;

use super::ids;
use crate::api::platform::{Field, Platform};

/// Finds a system by its slug.
pub(crate) fn platform(slug: &str) -> Option<&'static Platform> {
    platforms().iter().find(|platform| platform.slug.as_deref() == Some(slug))
}

/// The catalogue.
pub(crate) fn platforms() -> &'static [Platform] {
    static ALL: std::sync::LazyLock<Vec<Platform>> = std::sync::LazyLock::new(|| {
        let field = |name: &str, kind: &str, secret| Field {
            name: name.into(),
            label: name.into(),
            secret,
            kind: kind.into(),
            ..Field::default()
        };
        [("inextia", "Inextia", 1, "eam"), ("netsuite", "Oracle NetSuite", 2, "erp"), ("sap", "SAP S/4HANA", 3, "erp")]
            .map(|(slug, name, tier, domain)| Platform {
                slug: Some(slug.into()),
                name: Some(name.into()),
                tier: Some(tier),
                deployments: vec!["cloud".into(), "on_premises".into()],
                domains: vec![domain.into()],
                fields: vec![
                    field("api", "url", false),
                    field("login", "text", false),
                    field("password", "text", true),
                ],
                ..Platform::default()
            })
            .into()
    });
    &ALL
}

/// The data of one connection's system.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    seed: u64,
    connection: String,
}

/// What changed in a while.
#[derive(Clone, Debug, Default)]
pub(crate) struct Changes {
    pub(crate) inserted: Vec<String>,
    pub(crate) updated: Vec<String>,
    pub(crate) inserted_count: u64,
    pub(crate) updated_count: u64,
}

impl Source {
    pub(crate) fn new(seed: u64, connection_id: &str, _slug: &str, _connected_at: Timestamp) -> Self {
        Self { seed, connection: connection_id.into() }
    }

    pub(crate) fn entities(&self) -> Vec<&'static str> {
        vec!["sites", "assets", "vendors", "purchase-orders"]
    }

    pub(crate) fn count(&self, entity: &str, _now: Timestamp) -> u64 {
        20 + ids::roll(self.seed, &[&self.connection, entity]) % 2000
    }

    pub(crate) fn changed_since(&self, entity: &str, since: Timestamp, now: Timestamp) -> Changes {
        let minutes = (now.as_second() - since.as_second()).max(0).unsigned_abs() / 600;
        let updated = (0..minutes.min(20)).map(|n| format!("02{n:012}{entity}")).collect::<Vec<_>>();
        Changes { updated_count: updated.len() as u64, updated, ..Changes::default() }
    }
}
