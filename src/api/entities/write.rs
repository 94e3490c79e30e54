//! What a create or an update takes beyond the names of its inputs.

use super::{Field, Resource, Verb};
use crate::api::connections::fold;

/// Fields that a system requires in addition: verb and resource, system, fields. Published.
const REQUIRED: &[(Verb, &str, &str, &[&str])] = &[
    (Verb::Update, "assets", "infor-e", &["name"]),
    (Verb::Create, "work-orders", "emaint", &["assetKey", "title", "scheduledAt"]),
    (Verb::Create, "work-orders", "maintain-x", &["siteKey", "title"]),
    (Verb::Create, "work-orders", "inextia", &["assetKey", "title", "severity", "scheduledAt"]),
    (Verb::Create, "work-orders", "infor-e", &["assetKey", "title"]),
    (Verb::Create, "work-orders", "upkeep", &["assetKey", "title", "severity", "scheduledAt"]),
    (
        Verb::Create,
        "work-orders",
        "service-channel",
        &["organizationKey", "siteKey", "accountKey", "title", "description", "severity", "scheduledAt"],
    ),
    (Verb::Update, "work-orders", "maintain-x", &["siteKey", "title"]),
    (Verb::Update, "work-orders", "infor-e", &["assetKey"]),
    (Verb::Create, "service-requests", "emaint", &["userRequestedKey", "title"]),
];

/// Inputs that are published as whole numbers.
const WHOLE: &[(&str, &str)] = &[
    ("work-orders", "estimatedTime"),
    ("work-orders", "actualTime"),
    ("inventories", "quantity"),
    ("inventories", "unitCost"),
];

/// Inputs that have another name in the response, unless the response has the input's name too.
const RENAMED: &[(&str, &str, &str)] = &[
    ("assets", "manufacturerName", "makeName"),
    ("assets", "modelKey", "assetTemplateKey"),
    ("assets", "accountKey", "accountKeys"),
    ("invoices", "lineItem", "lineItems"),
    ("purchase-orders", "code", "orderNo"),
];

/// Inputs that are published as lists or objects, or without a type, and that the response does not show as such.
const COMPOUND: [&str; 5] = ["lineItem", "lineItems", "shippingAddress", "billingAddress", "documentKeys"];

/// Returns whether an input takes a list or an object, whatever the response shows.
pub fn is_compound(input: &str) -> bool {
    COMPOUND.contains(&input)
}

/// Returns whether an input that no response shows takes a time, by its name.
pub fn is_time(input: &str) -> bool {
    input.ends_with("At") || input.ends_with("Date")
}

impl Resource {
    /// Returns the fields that a system (its slug, for example `maintain-x`) requires of a write beyond the API's own.
    pub fn required_by(&self, verb: Verb, system: &str) -> &'static [&'static str] {
        let system = fold(system);
        let mut rows = REQUIRED.iter();
        let found = rows.find(|(v, path, known, _)| (*v, *path) == (verb, self.path) && fold(known) == system);
        found.map_or(&[], |(.., fields)| fields)
    }

    /// Returns the systems whose requirements for a write are published.
    pub fn demanding_systems(&self, verb: Verb) -> impl Iterator<Item = &'static str> {
        let rows = REQUIRED.iter().filter(move |(v, path, ..)| (*v, *path) == (verb, self.path));
        rows.map(|(_, _, system, _)| *system)
    }

    /// Returns whether an input takes whole numbers only.
    pub fn takes_whole_numbers(&self, input: &str) -> bool {
        WHOLE.contains(&(self.path, input))
    }

    /// Returns the field that an input sets, which may have another name; none where the response does not show it.
    pub fn field_set_by(&self, input: &str) -> Option<&'static Field> {
        let renamed = || RENAMED.iter().find(|(path, name, _)| *path == self.path && *name == input);
        self.field(input).or_else(|| self.field(renamed()?.2))
    }

    /// Returns whether rows can be created with their lines. Only the guide documents it: "lines must be created with the
    /// header".
    pub fn takes_lines(&self, verb: Verb) -> bool {
        verb == Verb::Create && self.field("lineItems").is_some()
    }
}
