//! Which connections, by what the list shows of them.

use std::str::FromStr;

use serde_json::Value;

use super::resolve;
use crate::api::connections::{Connection, Health, fold, metadata};
use crate::client::Client;
use crate::failure::Failure;
use crate::glob;

/// Conditions on the row of a connection. Several values of one option match any of them; different options must all match.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct RowFilter {
    /// Only connections of this system (can be repeated)
    #[arg(long, value_name = "SYSTEM", value_delimiter = ',')]
    system: Vec<String>,

    /// Only connections with this text in ID, name, e-mail or system
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,

    /// Only connections with this value, for example `metadata.plant=7` (can be repeated)
    ///
    /// The field is `name`, `email`, `system`, `status`, `health`, `deployment`, `tag` or `metadata.KEY`; in the value
    /// `*` stands for any characters. All conditions must match.
    #[arg(long = "where", value_name = "FIELD=VALUE", hide_short_help = true)]
    conditions: Vec<Condition>,
}

impl RowFilter {
    /// Returns whether no condition was given.
    pub fn is_empty(&self) -> bool {
        let Self { system, search, conditions } = self;
        system.is_empty() && search.is_none() && conditions.is_empty()
    }

    /// Returns whether a row matches.
    pub fn fits(&self, row: &Connection) -> bool {
        let Self { system, search, conditions } = self;
        let of = row.integration_name.as_deref().map(fold);
        (system.is_empty() || system.iter().any(|wanted| of.as_deref() == Some(&fold(wanted))))
            && search.as_deref().is_none_or(|text| {
                let text = text.to_lowercase();
                let fields = [&row.key, &row.name, &row.email, &row.integration_name];
                fields.into_iter().flatten().any(|field| field.to_lowercase().contains(&text))
            })
            && conditions.iter().all(|condition| condition.fits(row))
    }

    /// Returns the options as they were typed, each as code.
    pub fn typed(&self) -> Vec<String> {
        let system = self.system.iter().map(|value| ("system", value.clone()));
        let search = self.search.iter().map(|value| ("search", value.clone()));
        let conditions = self.conditions.iter().map(|condition| ("where", condition.typed.clone()));
        system.chain(search).chain(conditions).map(|(name, value)| format!("`--{name} {value}`")).collect()
    }

    /// Refuses systems that no connection can have, once none was found: an empty list must not come from a mistyped word.
    ///
    /// # Errors
    /// For a word that is no system of the catalogue, and for the name of one in place of its slug.
    pub async fn check_systems(&self, client: &Client, command: &str) -> Result<(), Failure> {
        // A server without a catalogue has nothing to compare with.
        if self.system.is_empty() || resolve::known_catalogue(client).await.is_err() {
            return Ok(());
        }
        for text in &self.system {
            let slug = resolve::find_system(client, text).await?.slug.unwrap_or_default();
            if fold(&slug) != fold(text) {
                let failure =
                    Failure::usage(format!("`--system` takes the slug of a system, and that of `{text}` is `{slug}`"));
                return Err(failure.hint(format!("`makini {command} --system {slug}` finds its connections")));
            }
        }
        Ok(())
    }
}

/// A condition on one field of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Condition {
    field: Field,
    /// A pattern with `*`.
    value: String,
    typed: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Field {
    Name,
    Email,
    System,
    Status,
    Health,
    Deployment,
    Tag,
    Metadata(String),
}

impl FromStr for Condition {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (field, value) = text.split_once('=').ok_or("it takes the form FIELD=VALUE")?;
        let field = match (field.trim(), field.trim().strip_prefix("metadata.")) {
            (_, Some(key)) if !key.is_empty() => Field::Metadata(key.to_owned()),
            ("name", _) => Field::Name,
            ("email", _) => Field::Email,
            ("system", _) => Field::System,
            ("status", _) => Field::Status,
            ("health", _) => Field::Health,
            ("deployment", _) => Field::Deployment,
            ("tag", _) => Field::Tag,
            _ => {
                return Err("the field is name, email, system, status, health, deployment, tag or metadata.KEY".into());
            }
        };
        Ok(Self { field, value: value.trim().to_owned(), typed: text.to_owned() })
    }
}

impl Condition {
    fn fits(&self, row: &Connection) -> bool {
        let is = |text: &str| glob::matches(&self.value, text);
        // Spellings of one word are the same word.
        let is_word = |text: &str| glob::matches(&fold(&self.value), &fold(text));
        match &self.field {
            Field::Name => row.name.as_deref().is_some_and(is),
            Field::Email => row.email.as_deref().is_some_and(is),
            Field::System => row.integration_name.as_deref().is_some_and(is_word),
            Field::Status => row.status.as_deref().is_some_and(is_word) || is_word(row.lifecycle().as_str()),
            Field::Health => row.health().map(Health::as_str).is_some_and(is_word),
            Field::Deployment => row.deployment.as_deref().is_some_and(is_word),
            Field::Tag => row.tags.iter().any(|tag| is(tag)),
            Field::Metadata(key) => {
                let all = metadata(&row.user_metadata).unwrap_or_default();
                match all.get(key) {
                    None | Some(Value::Null | Value::Array(_) | Value::Object(_)) => false,
                    Some(Value::String(text)) => is(text),
                    Some(other) => is(&other.to_string()),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn conditions_as_people_type_them() {
        let row: Connection = serde_json::from_value(json!({
            "key": "c1", "name": "Plant 7", "integration_name": "sap-ecc", "status": "active", "tags": ["gold", "north"],
            "health": "reauthorization_required",
            "user_metadata": { "plant": 7, "customer": "acme", "is_test": true, "of": null, "list": [1] },
        }))
        .expect("a row");
        for (text, fits) in [
            ("metadata.plant=7", true),
            ("metadata.plant=*", true),
            ("metadata.customer=ac*", true),
            ("metadata.customer=ac", false),
            ("metadata.is_test=true", true),
            ("metadata.of=*", false),
            ("metadata.list=*", false),
            ("metadata.nothing=*", false),
            ("tag=north", true),
            ("tag=nor", false),
            ("name=Plant *", true),
            ("name = Plant 7", true),
            ("system=SAP ECC", true),
            ("status=Active", true),
            ("health=reauthorization-required", true),
            ("health=online", false),
            ("email=*", false),
        ] {
            assert_eq!(text.parse::<Condition>().expect("a condition").fits(&row), fits, "{text}");
        }
        for text in ["metadata.=7", "metadata=7", "plant=7", "name", "", "=7"] {
            assert!(text.parse::<Condition>().is_err(), "{text}");
        }
    }
}
