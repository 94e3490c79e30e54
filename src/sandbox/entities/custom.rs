//! Custom fields and custom entities of a system, which are not published.
//!
//! Every system has them; responses show them where the connection's settings enable them. A custom entity and its
//! custom table are two views of the same rows, enabled separately.

use serde_json::{Value, json};

use super::hash::choose;
use super::row::Row;
use super::spec::{HOUR, OLD, RECENT, SpecRow};
use super::vocabulary::{CITIES, ROLES, SEVERITIES, TERMS};
use super::{amount, text, times};
use crate::api::entities::{Domain, Field, Kind};

/// A custom entity.
#[derive(Debug)]
pub(crate) struct CustomEntity {
    /// Last segment of its path, below its domain.
    pub(crate) path: &'static str,
    /// Name of its table in the system.
    pub(crate) table: &'static str,
    pub(crate) domain: Domain,
    /// Name of its schema.
    pub(super) schema: &'static str,
    pub(crate) fields: &'static [Field],
    /// Prefix, rows and intervals, as for published resources.
    pub(super) line: SpecRow,
}

const fn field(name: &'static str, kind: Kind) -> Field {
    Field { name, kind }
}

const KEY: Field = field("key", Kind::Key);
const SITE: Field = field("siteKey", Kind::Ref("sites"));
const ASSET: Field = field("assetKey", Kind::Ref("assets"));
const CODE: Field = field("code", Kind::Text);
const CREATED: Field = field("createdAt", Kind::Time);
const UPDATED: Field = field("updatedAt", Kind::Time);

/// The smallest key prefix of a custom entity.
pub(super) const FIRST_PREFIX: u8 = 80;

/// Every custom entity.
pub(crate) const ENTITIES: &[CustomEntity] = &[
    CustomEntity {
        path: "inspections",
        table: "Z_INSPECTIONS",
        domain: Domain::Eam,
        schema: "Inspection",
        fields: &[
            KEY,
            CODE,
            ASSET,
            SITE,
            field("inspectorName", Kind::Text),
            field("result", Kind::Text),
            field("score", Kind::Number),
            field("dueAt", Kind::Time),
            CREATED,
            UPDATED,
        ],
        line: ("inspections", 80, 120, true, RECENT, 8 * HOUR, 2 * HOUR),
    },
    CustomEntity {
        path: "work-permits",
        table: "Z_PERMITS",
        domain: Domain::Eam,
        schema: "WorkPermit",
        fields: &[
            KEY,
            CODE,
            ASSET,
            SITE,
            field("type", Kind::Text),
            field("severity", Kind::Text),
            field("issuedBy", Kind::Text),
            field("dueAt", Kind::Time),
            CREATED,
            UPDATED,
        ],
        line: ("work-permits", 81, 60, true, RECENT, 12 * HOUR, 0),
    },
    CustomEntity {
        path: "cost-centers",
        table: "Z_COST_CENTERS",
        domain: Domain::Erp,
        schema: "CostCenter",
        fields: &[
            KEY,
            CODE,
            field("name", Kind::Text),
            SITE,
            field("accountKey", Kind::Ref("accounts")),
            field("budget", Kind::Money),
            CREATED,
            UPDATED,
        ],
        line: ("cost-centers", 82, 40, true, OLD, 0, 24 * HOUR),
    },
    CustomEntity {
        path: "supplier-contracts",
        table: "Z_CONTRACTS",
        domain: Domain::Erp,
        schema: "SupplierContract",
        fields: &[
            KEY,
            CODE,
            field("vendorKey", Kind::Ref("vendors")),
            field("terms", Kind::Text),
            field("total", Kind::Money),
            field("dueAt", Kind::Time),
            CREATED,
            UPDATED,
        ],
        line: ("supplier-contracts", 83, 50, true, OLD, 48 * HOUR, 24 * HOUR),
    },
    CustomEntity {
        path: "dock-appointments",
        table: "Z_DOCK",
        domain: Domain::Wms,
        schema: "DockAppointment",
        fields: &[
            KEY,
            CODE,
            SITE,
            field("carrierName", Kind::Text),
            field("dock", Kind::Text),
            field("dueAt", Kind::Time),
            CREATED,
            UPDATED,
        ],
        line: ("dock-appointments", 84, 80, true, RECENT, 2 * HOUR, HOUR),
    },
];

/// Custom fields of published resources: path and fields.
const FIELDS: &[(&str, &[Field])] = &[
    (
        "purchase-orders",
        &[field("costCenter", Kind::Text), field("capex", Kind::Bool), field("projectCode", Kind::Text)],
    ),
    (
        "work-orders",
        &[
            field("costCenter", Kind::Text),
            field("permitRequired", Kind::Bool),
            field("lockoutTagout", Kind::Bool),
            field("shift", Kind::Text),
        ],
    ),
    (
        "assets",
        &[
            field("assetOwner", Kind::Text),
            field("installCost", Kind::Money),
            field("riskScore", Kind::Number),
            field("warrantyEndsAt", Kind::Time),
        ],
    ),
    ("materials", &[field("hazardClass", Kind::Text), field("shelfLifeDays", Kind::Number)]),
    ("vendors", &[field("supplierRating", Kind::Text), field("isPreferred", Kind::Bool)]),
    ("sites", &[field("region", Kind::Text), field("costCenter", Kind::Text)]),
    ("stocks", &[field("countZone", Kind::Text)]),
    ("products", &[field("tariffCode", Kind::Text)]),
    ("sales-orders", &[field("salesRegion", Kind::Text), field("promisedAt", Kind::Time)]),
    ("invoices", &[field("costCenter", Kind::Text)]),
];

/// Resources whose custom fields are shown by default.
pub(super) const DEFAULT_SHOWN: &[&str] = &["purchase-orders"];

/// Returns the custom fields of a resource.
pub(crate) fn fields(path: &str) -> &'static [Field] {
    FIELDS.iter().find(|(of, _)| *of == path).map_or(&[], |(_, fields)| fields)
}

/// Returns the published resources with custom fields.
pub(super) fn resources() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().map(|(path, _)| *path)
}

/// Finds a custom entity by its path.
pub(crate) fn find(path: &str) -> Option<&'static CustomEntity> {
    ENTITIES.iter().find(|entity| entity.path == path)
}

/// Returns the fields of a custom entity's objects.
pub(super) fn of_schema(schema: &str) -> Option<&'static [Field]> {
    ENTITIES.iter().find(|entity| entity.schema == schema).map(|entity| entity.fields)
}

/// Returns the value of a custom field. One in four purchase orders has any.
pub(super) fn value(row: &Row<'_>, field: &Field) -> Option<Value> {
    if row.spec.path == "purchase-orders" && row.n % 4 != 1 {
        return None;
    }
    let pick = row.pick(field.name);
    Some(match field.name {
        "costCenter" => format!("CC-{}", 400 + row.pick("center") % 40).into(),
        "capex" => row.pick("capex").is_multiple_of(3).into(),
        "projectCode" => format!("PRJ-{:03}", row.pick("project") % 120).into(),
        "permitRequired" | "lockoutTagout" | "isPreferred" => pick.is_multiple_of(3).into(),
        "shift" => choose(&["early", "late", "night"], pick).into(),
        "assetOwner" => choose(ROLES, pick).into(),
        "installCost" => amount::show(i64::try_from(90_000 + pick % 9_000_000).unwrap_or_default()).into(),
        "riskScore" => json!(1 + pick % 100),
        "warrantyEndsAt" => times::show(row.life.created + 86_400 * i64::try_from(365 + pick % 1_500).ok()?).into(),
        "hazardClass" => choose(&["none", "flammable", "corrosive", "none"], pick).into(),
        "shelfLifeDays" => json!(30 * (1 + pick % 24)),
        "supplierRating" => choose(&["A", "B", "C"], pick).into(),
        "region" | "salesRegion" => choose(CITIES, pick).country.into(),
        "countZone" => format!("Z{}", 1 + pick % 12).into(),
        "tariffCode" => format!("{:04}.{:02}", 7_000 + pick % 2_000, pick / 2_000 % 100).into(),
        "promisedAt" => times::show(row.life.created + 86_400 * i64::try_from(3 + pick % 20).ok()?).into(),
        _ => return None,
    })
}

/// Returns a text field of a custom entity's row.
pub(super) fn text_value(row: &Row<'_>, name: &str) -> Option<String> {
    let pick = row.pick(name);
    Some(match name {
        "code" => format!("{}-{:05}", initials(row.spec.path), 10_001 + row.n),
        "name" => {
            format!("{} {}", choose(&["Maintenance", "Assembly", "Logistics", "Quality", "Energy"], pick), row.n + 1)
        }
        "inspectorName" | "issuedBy" => text::person(pick),
        "result" => choose(&["passed", "passed", "passed", "failed", "deferred"], pick).into(),
        "type" => choose(&["hot work", "confined space", "electrical", "working at height"], pick).into(),
        "severity" => choose(SEVERITIES, pick).into(),
        "terms" => choose(TERMS, pick).into(),
        "dock" => format!("D{:02}", 1 + pick % 24),
        _ => return None,
    })
}

fn initials(path: &str) -> String {
    path.split('-').filter_map(|word| word.chars().next()).collect::<String>().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::entities;

    #[test]
    fn nothing_custom_has_a_name_that_is_published() {
        for entity in ENTITIES {
            assert!(entities::find(entity.path).is_none() && entities::fields(entity.schema).is_none());
            assert!(entity.line.0 == entity.path && entity.line.1 >= FIRST_PREFIX, "{}", entity.path);
        }
        for (path, fields) in FIELDS {
            let row = entities::find(path).expect("a published resource");
            assert!(fields.iter().all(|field| row.field(field.name).is_none()), "{path}");
        }
        assert!(DEFAULT_SHOWN.iter().all(|path| !fields(path).is_empty()));
    }
}
