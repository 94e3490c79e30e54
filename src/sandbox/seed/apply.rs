//! Applies seed files to the database.

use std::collections::HashMap;

use rusqlite::Connection as Db;
use serde_json::{Map, Value};

use super::file::{ConnectionPart, RawTable, Seed, Seeded, SeededConnection, SeededWebhook, to_request};
use crate::api::connections::Lifecycle;
use crate::api::faults::NewFault;
use crate::api::sync::SyncMode;
use crate::api::systems::{Field, Platform};
use crate::api::webhooks::NewWebhookEndpoint;
use crate::sandbox::account::CREDITS;
use crate::sandbox::body::strict;
use crate::sandbox::error::Error;
use crate::sandbox::ids::{TEST_PREFIX, new_secret};
use crate::sandbox::state::App;
use crate::sandbox::store::clock::ClockState;
use crate::sandbox::store::connections::{self, ConnectionValues};
use crate::sandbox::store::timers::{self, TimerKind};
use crate::sandbox::store::{self, sync};
use crate::sandbox::syncing::start::{Trigger, entities, start};
use crate::sandbox::time::millis;
use crate::sandbox::{connecting, faults, source, webhook_endpoints};
use crate::secret::Secret;

/// Applies a seed file in one transaction.
pub(crate) fn apply(app: &App, seed: &Seed) -> Result<Seeded, Error> {
    let start = seed.start().map_err(Error::invalid)?;
    app.update_clock(|tx, reading| {
        if let Some(number) = &seed.seed
            && *number.get_ref() != app.options().seed
        {
            let message = format!("`seed` is for a new state; this one began with {}", app.options().seed);
            return Err(seed.located(number, None, Error::conflict(message)));
        }
        let real = app.real();
        if let Some(part) = &seed.clock {
            let set = set_clock(tx, reading, (start.at.map(millis), part.get_ref()), real);
            set.map_err(|error| seed.located(part, None, error))?;
        }
        let now = reading.now(real);
        let mut seeded = Seeded::default();
        let mut known = HashMap::new();
        for part in &seed.connections {
            for (name, number) in names(part.get_ref()) {
                let made = connection(tx, app, part.get_ref(), (&name, number), now);
                let id = made.map_err(|error| seed.located(part, None, error))?;
                known.insert(name.clone(), id.clone());
                seeded.connections.push(SeededConnection { id, name });
            }
        }
        for part in &seed.webhooks {
            let made = webhook(tx, app, part.get_ref(), &known, now);
            seeded.webhooks.push(made.map_err(|error| seed.located(part, Some(part.get_ref()), error))?);
        }
        for part in &seed.faults {
            let made = fault(tx, part.get_ref(), &known, now);
            seeded.faults.push(made.map_err(|error| seed.located(part, Some(part.get_ref()), error))?);
        }
        Ok(seeded)
    })
}

/// Sets the clock; back only in a state without connections.
fn set_clock(
    db: &Db,
    reading: &mut ClockState,
    (at, part): (Option<i64>, &super::file::ClockPart),
    real: i64,
) -> Result<(), Error> {
    if reading.is_held(real) {
        return Err(Error::conflict("the clock is being advanced by another request"));
    }
    let now = reading.now(real);
    let at = at.unwrap_or(now);
    if at < now && db.prepare("SELECT 1 FROM connections")?.exists([])? {
        return Err(Error::field("at", "lies before what has happened in this sandbox; reset it first"));
    }
    (reading.at, reading.real_at) = (at, real);
    reading.frozen = part.frozen.unwrap_or(reading.frozen);
    reading.scale = part.scale.unwrap_or(reading.scale);
    Ok(())
}

fn names(part: &ConnectionPart) -> Vec<(String, u32)> {
    match part.count {
        None => vec![(part.name.clone(), 1)],
        Some(count) => (1..=count).map(|number| (format!("{} {number}", part.name), number)).collect(),
    }
}

/// Creates a connection. Of several, the schedule of each starts one second later.
fn connection(
    db: &Db,
    app: &App,
    part: &ConnectionPart,
    (name, number): (&str, u32),
    now: i64,
) -> Result<String, Error> {
    let platform = source::platform(&part.system.to_lowercase())
        .ok_or_else(|| Error::field("system", "is not in the catalogue; `makini systems list` shows it"))?;
    let mut problems = Vec::new();
    let email = part.email.as_deref().unwrap_or("ops@example.com");
    if name.trim().is_empty() || name.len() > 255 {
        problems.push(("name".to_owned(), "must be 1 to 255 bytes".to_owned()));
    }
    if !connecting::is_email(email) {
        problems.push(("email".to_owned(), "must be an e-mail address".to_owned()));
    }
    let offered = connecting::deployments(platform);
    let wanted = part.deployment.as_deref().or(offered.first().copied());
    let deployment = offered.iter().copied().find(|word| Some(*word) == wanted);
    if deployment.is_none() {
        problems
            .push(("deployment".to_owned(), format!("must be one that this system offers: {}", offered.join(", "))));
    }
    for field in part.fields.keys().filter(|field| !platform.fields.iter().any(|known| known.name == **field)) {
        let known: Vec<&str> = platform.fields.iter().map(|field| field.name.as_str()).collect();
        problems
            .push((format!("fields.{field}"), format!("is not asked for by this system; {} are", known.join(", "))));
    }
    let credentials = connecting::check(platform, &credentials(platform, part), &mut problems);
    let Some(deployment) = deployment.filter(|_| problems.is_empty()) else {
        return Err(Error::problems(problems));
    };
    let cost = connecting::cost(platform, deployment);
    let affordable = connections::credits_used(db)? + cost <= CREDITS;
    let schedule = part.schedule_seconds().map_err(Error::invalid)?;
    let key = connecting::new_key(db)?;
    let sealed = credentials.sealed(db, app, &key, email)?;
    connections::insert(
        db,
        &ConnectionValues {
            key: &key,
            name: name.trim(),
            email,
            slug: platform.slug.as_deref().unwrap_or(&part.system),
            status: match (affordable, part.synced) {
                (false, _) => Lifecycle::Inactive,
                (true, true) => Lifecycle::Active,
                (true, false) => Lifecycle::Synchronizing,
            },
            deployment,
            credits: if affordable { cost } else { 0 },
            fields: &credentials.fields,
            credentials: &sealed,
            schedule_seconds: schedule.unwrap_or_default(),
            now,
        },
    )?;
    if !part.metadata.is_empty() {
        let metadata: Map<String, Value> =
            part.metadata.iter().map(|(key, value)| (key.clone(), Value::String(value.clone()))).collect();
        connections::set_column(db, &key, "metadata", Value::Object(metadata).to_string(), now)?;
    }
    if !affordable {
        return Ok(key);
    }
    let row = connections::find(db, &key)?;
    if !part.synced {
        start(db, app.options(), &row, SyncMode::Initial, Trigger::Connect, &[], now)?;
        return Ok(key);
    }
    connections::set_column(db, &key, "last_sync_at", now, now)?;
    connections::set_column(db, &key, "sync_status", "fulldone".to_owned(), now)?;
    connections::set_column(db, &key, "sync_changed_at", now, now)?;
    let read = entities(app.options(), &row).into_iter().map(|entity| (entity.to_owned(), now)).collect();
    sync::save_read_marks(db, &key, &read)?;
    if let Some(seconds) = schedule {
        let later = i64::from(number - 1) * 1_000 % (seconds * 1_000);
        timers::set(db, TimerKind::Schedule, &key, now + seconds * 1_000 + later)?;
    }
    Ok(key)
}

/// Returns the fields of the system: from the file, otherwise sample values.
fn credentials(platform: &Platform, part: &ConnectionPart) -> Map<String, Value> {
    let made_up = |field: &Field| match field.kind.as_str() {
        "url" => "https://plant.example.com".to_owned(),
        "email" => "api@example.com".to_owned(),
        _ if field.secret => "seeded".to_owned(),
        _ => "seeded-1".to_owned(),
    };
    let value = |field: &Field| part.fields.get(&field.name).cloned().unwrap_or_else(|| made_up(field));
    platform.fields.iter().map(|field| (field.name.clone(), Value::String(value(field)))).collect()
}

/// Replaces the reference `name` to a connection of the file by its ID under `field`.
fn refer(
    sent: &mut Map<String, Value>,
    (name, field): (&str, &str),
    known: &HashMap<String, String>,
) -> Result<(), Error> {
    let Some(value) = sent.remove(name) else { return Ok(()) };
    let id = value.as_str().and_then(|text| known.get(text));
    let id = id.ok_or_else(|| Error::field(name, "must be the name of a connection in this file"))?;
    sent.insert(field.to_owned(), Value::String(id.clone()));
    Ok(())
}

fn webhook(
    db: &Db,
    app: &App,
    keys: &RawTable,
    known: &HashMap<String, String>,
    now: i64,
) -> Result<SeededWebhook, Error> {
    let mut sent = to_request(keys);
    let secret = match sent.remove("secret") {
        None => new_secret("whsec"),
        Some(Value::String(text)) if text.starts_with(TEST_PREFIX) && (16..=200).contains(&text.len()) => {
            Secret::new(text)
        }
        Some(_) => {
            return Err(Error::field("secret", format!("must begin with {TEST_PREFIX} and have 16 to 200 bytes")));
        }
    };
    refer(&mut sent, ("connection", "connection_id"), known)?;
    let request: NewWebhookEndpoint = strict(&sent, NewWebhookEndpoint::FIELDS)?;
    let endpoint = webhook_endpoints::create(db, app, request, &secret, now)?;
    Ok(SeededWebhook { id: endpoint.id, url: endpoint.url, secret: secret.expose().to_owned() })
}

fn fault(db: &Db, keys: &RawTable, known: &HashMap<String, String>, now: i64) -> Result<u64, Error> {
    let mut sent = to_request(keys);
    refer(&mut sent, ("connection", "connection_id"), known)?;
    let (kind, spec) = faults::validation::check(strict::<NewFault>(&sent, NewFault::FIELDS)?)?;
    Ok(faults::inject::add(db, kind, &spec, now)?.id)
}

/// Returns whether the state has neither connections nor endpoints, and never had a connection.
pub(crate) fn is_untouched(db: &Db) -> Result<bool, Error> {
    Ok(store::last_number(db, "connection")? == 0 && !db.prepare("SELECT 1 FROM webhook_endpoints")?.exists([])?)
}
