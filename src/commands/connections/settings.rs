//! `makini connections settings`.

use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::known_settings::{self, Fact, SETTINGS};
use super::show::plain;
use crate::api::operation::Operation;
use crate::args::schedule::Schedule;
use crate::args::{ConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Cell, Columns, Grid, Head, Items, Look, View};

/// Show or update the settings of a connection
///
/// Settings: `schedule=15m` to `24h`, or `off`; `entities=sites,assets` or `all`;
/// `custom-fields.assets=riskScore,assetOwner`, `custom-tables=…` and `custom-entities=…`, each also `all` or `none`;
/// `scale=50` for fifty times the usual number of rows in a sandbox. Settings that are not named are kept. A change
/// takes effect immediately.
///
/// On a server that returns no settings, what the published API has of the connection is listed, each with its source, and
/// what is not known is named: in JSON `source` is then `published`, `settings` is null and `unknown` has the names. Changes
/// end with 15 there.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini connections settings \"Plant 7\"",
    "makini connections settings \"Plant 7\" --set schedule=15m --set custom-fields.work-orders=all",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Change a setting (can be repeated)
    #[arg(long, value_name = "KEY=VALUE", value_parser = change)]
    set: Vec<Change>,
}

/// One setting, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    /// The server's name of it.
    key: String,
    /// What it is about, as the entity whose custom fields these are.
    part: Option<String>,
    value: NewValue,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum NewValue {
    Value(Value),
    /// Everything that the server has to offer.
    All,
}

const LISTS: [&str; 4] = ["entities", "custom_fields", "custom_tables", "custom_entities"];

fn change(text: &str) -> Result<Change, String> {
    let (key, value) = text.split_once('=').ok_or("it takes the form KEY=VALUE")?;
    let (key, part) = match key.trim().split_once('.') {
        Some((key, part)) => (key, Some(part.trim().to_owned())),
        None => (key.trim(), None),
    };
    let (key, value) = (key.replace('-', "_"), value.trim());
    if key.is_empty() || part.as_deref() == Some("") {
        return Err("it takes the form KEY=VALUE".into());
    }
    if key == "custom_fields" && part.is_none() {
        return Err("no entity given; write `custom-fields.ENTITY=FIELD,FIELD`".into());
    }
    let is_list = LISTS.contains(&key.as_str());
    let names = || value.split(',').map(str::trim).filter(|name| !name.is_empty()).collect::<Vec<_>>();
    let value = match value {
        "all" if key == "entities" => NewValue::Value(Value::Null),
        "all" if is_list => NewValue::All,
        "none" if is_list => NewValue::Value(json!([])),
        _ if is_list => NewValue::Value(json!(names())),
        _ if key == "schedule" => NewValue::Value(json!(value.parse::<Schedule>()?.seconds())),
        // Of other servers' settings only the name is known: a value is JSON, else a text.
        _ => NewValue::Value(serde_json::from_str(value).unwrap_or_else(|_| value.into())),
    };
    let key = if key == "schedule" { "schedule_seconds".into() } else { key };
    Ok(Change { key, part, value })
}

/// Changes what is given, and shows what is there.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Settings>()?;
    let client = ctx.client().await?;
    let found = resolve::connection(ctx, client, &args.connection).await?;
    let during = || "could not read the settings".to_owned();
    let (id, name) = (found.id().to_owned(), found.name.clone());
    if args.set.is_empty() && client.offered(Operation::ConnectionSettingsGet).await.during(during)?.is_none() {
        let known = known_settings::read(client, &found).await?;
        ctx.term.warn("this server does not return settings: this is what it tells of the connection otherwise");
        let unknown = SETTINGS.to_vec();
        return ctx.show(&Settings { id, name, source: "published", settings: None, known, unknown });
    }
    let read = || async { client.connection_settings(&id).await.during(during) };
    let settings = if args.set.is_empty() {
        read().await?
    } else {
        let must_know = args.set.iter().any(|change| change.value == NewValue::All);
        let offered = if must_know { read().await?.get("available").cloned() } else { None };
        let changes = body(&args.set, offered.as_ref())?;
        let changed = client.set_connection_settings(&id, &changes).await;
        changed.during(|| "could not change the settings".into())?
    };
    let (known, unknown) = (Vec::new(), Vec::new());
    ctx.show(&Settings { id, name, source: "server", settings: Some(settings), known, unknown })
}

/// Makes the body that changes all of it at once.
fn body(changes: &[Change], offered: Option<&Value>) -> Result<Map<String, Value>, Failure> {
    let mut body = Map::new();
    for Change { key, part, value } in changes {
        let value = match value {
            NewValue::Value(value) => value.clone(),
            NewValue::All => {
                let offered = offered.and_then(|offered| offered.get(key));
                let offered = part.as_ref().map_or(offered, |part| offered.and_then(|offered| offered.get(part)));
                offered.cloned().ok_or_else(|| {
                    let what = part.as_ref().map_or_else(|| key.clone(), |part| format!("{key}.{part}"));
                    Failure::usage(format!("the server does not list the values of `{what}`"))
                        .hint("name them: `--set KEY=NAME,NAME`")
                })?
            }
        };
        match part {
            None => drop(body.insert(key.clone(), value)),
            Some(part) => {
                let inner = body.entry(key.clone()).or_insert_with(|| json!({}));
                if let Some(inner) = inner.as_object_mut() {
                    inner.insert(part.clone(), value);
                }
            }
        }
    }
    Ok(body)
}

/// What is set for one connection.
#[derive(Serialize)]
struct Settings {
    id: String,
    name: Option<String>,
    /// Who returned it: `server`, or `published` where the server returns no settings.
    source: &'static str,
    /// Under the server's own names; null where it returns none, which is not "nothing is set".
    settings: Option<Map<String, Value>>,
    /// What is known of the connection instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    known: Vec<Fact>,
    /// Names of the settings that are not known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unknown: Vec<&'static str>,
}

impl View for Settings {
    const SCHEMA: &'static str = "connections.settings/1";
    const ITEMS: Items = Items::Rows;

    fn columns() -> Columns {
        let heads = [("setting", "SETTING"), ("value", "VALUE"), ("available", "AVAILABLE")];
        let heads = heads.map(|(key, heading)| Head::new(key, heading));
        Columns::Known(heads.into_iter().chain([Head::new("source", "SOURCE").extra()]).collect())
    }

    fn table<'a>(&'a self, _: &'a Look) -> Option<Grid<'a>> {
        let available = self.settings.as_ref().and_then(|settings| settings.get("available"));
        let mut rows = Vec::new();
        for (key, value) in self.settings.iter().flatten() {
            let offered = available.and_then(|available| available.get(key));
            match (key.as_str(), value) {
                ("connection_id" | "available", _) => {}
                ("schedule_seconds", value) => {
                    let every = value.as_u64().map(Duration::from_secs);
                    let off = || Cell::caution("off").machine("");
                    let cell = every.map_or_else(off, |every| Cell::span(Some(every)));
                    rows.push(vec![Cell::name("schedule"), cell, Cell::muted("15m to 24h, off")]);
                }
                ("custom_fields", Value::Object(fields)) => rows.extend(fields.iter().map(|(entity, names)| {
                    let offered = offered.and_then(|offered| offered.get(entity));
                    line(format!("custom-fields.{entity}"), names, offered)
                })),
                _ => rows.push(line(key.replace('_', "-"), value, offered)),
            }
        }
        for row in &mut rows {
            row.push(Cell::muted("server"));
        }
        let unknown = || Cell::caution("not known").machine("");
        rows.extend(self.known.iter().map(|fact| {
            let mut row = line(fact.name.clone(), &fact.value, None);
            if fact.value.is_null() {
                row[1] = unknown();
            }
            row.push(Cell::muted(fact.source));
            row
        }));
        rows.extend(self.unknown.iter().map(|name| vec![Cell::name(*name), unknown(), Cell::empty(), Cell::empty()]));
        Some(Grid::from_rows(Self::columns().heads(), rows).empty("Nothing is set."))
    }
}

fn line<'a>(key: String, value: &'a Value, offered: Option<&'a Value>) -> Vec<Cell<'a>> {
    let names = |value: &Value| value.as_array().map(|names| names.iter().map(plain).collect::<Vec<_>>().join(", "));
    let count = |value: &Value| value.as_array().map_or(0, Vec::len);
    let offers = offered.map(count).filter(|offers| *offers > 0);
    let chosen = match names(value) {
        None => Cell::text(plain(value)),
        Some(names) if names.is_empty() => Cell::muted("none").machine(""),
        Some(names) if offers == Some(count(value)) => Cell::text(format!("all {}", count(value))).machine(names),
        Some(names) => Cell::text(names),
    };
    let offered = match (offers, offered.and_then(names)) {
        // A long list is shortened here; the JSON is complete.
        (Some(offers), Some(names)) if offers > 8 => Cell::muted(format!("{offers} names")).machine(names),
        (Some(_), Some(names)) => Cell::muted(names),
        _ => Cell::empty(),
    };
    vec![Cell::name(key), chosen, offered]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_people_type() {
        let changes: Vec<Change> = [
            "schedule=15m",
            "scale=5",
            "entities=all",
            "custom-fields.assets=riskScore, assetOwner",
            "custom_fields.sites=none",
            "custom-tables=all",
            "retention=\"a\"",
            "note=two words",
        ]
        .into_iter()
        .map(|text| change(text).expect("readable"))
        .collect();
        let offered = json!({ "custom_tables": ["Z_A", "Z_B"] });
        let body = body(&changes, Some(&offered)).expect("complete");
        assert_eq!(
            Value::Object(body),
            json!({
                "schedule_seconds": 900, "scale": 5, "entities": null,
                "custom_fields": { "assets": ["riskScore", "assetOwner"], "sites": [] },
                "custom_tables": ["Z_A", "Z_B"], "retention": "a", "note": "two words",
            })
        );
        let all = [change("custom-tables=all").expect("readable")];
        assert!(super::body(&all, None).is_err(), "nobody said what there is");
        for text in ["schedule", "schedule=5m", "schedule=hourly", "=1", "custom-fields=a", "custom-fields.=a"] {
            assert!(change(text).is_err(), "{text}");
        }
    }
}
