//! Connects systems: validates credentials and creates connections.

use rusqlite::Connection as Db;
use serde_json::{Map, Value};

use super::account::CREDITS;
use super::error::Error;
use super::ids::roll;
use super::state::App;
use super::store;
use super::store::connections::{self, ConnectionValues};
use super::syncing::start::{Trigger, start};
use super::vault::record::RecordPath;
use crate::api::connections::Lifecycle;
use crate::api::sync::SyncMode;
use crate::api::systems::{Field, Platform};
use crate::secret::Secret;

/// Default seconds between scheduled syncs.
const SCHEDULE: i64 = 3_600;
/// The longest value of a field, in bytes: enough for a certificate with its chain.
const MAX_FIELD_BYTES: usize = 64 * 1024;

/// A secret that every system refuses, for testing the refusal.
const REFUSED_VALUE: &str = "wrong";

/// The beginning of a host that no system answers at, for testing that.
const UNREACHABLE: &str = "unreachable";

/// Prefixes of live credentials, which are rejected here.
const LIVE_PREFIXES: [&str; 3] = ["mk_live_", "sk_live_", "rk_live_"];

/// Validated credentials.
#[derive(Clone, Debug)]
pub(crate) struct Credentials {
    /// Fields that are not secret, as JSON.
    pub(crate) fields: String,
    /// Secret fields, as JSON.
    secrets: Secret,
}

impl Credentials {
    /// Returns the secret fields of the connection `key`, encrypted with the key of its customer.
    pub(crate) fn sealed(&self, db: &Db, app: &App, key: &str, email: &str) -> Result<Vec<u8>, Error> {
        app.vault().seal(db, email, RecordPath::credentials(key), &self.secrets)
    }
}

/// Validates credentials as the system would. Adds `problems` by field, never with values.
pub(crate) fn check(
    platform: &Platform,
    sent: &Map<String, Value>,
    problems: &mut Vec<(String, String)>,
) -> Credentials {
    let mut kept = Map::new();
    let mut secrets = Map::new();
    for field in &platform.fields {
        let value = match sent.get(&field.name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Null) | None => String::new(),
            Some(other) => other.to_string(),
        };
        if let Some(problem) = problem(field, value.trim()) {
            problems.push((format!("credentials.{}", field.name), problem));
        }
        let part = if field.secret { &mut secrets } else { &mut kept };
        part.insert(field.name.clone(), Value::String(value));
    }
    let secrets = Secret::new(Value::Object(secrets).to_string());
    Credentials { fields: Value::Object(kept).to_string(), secrets }
}

/// Returns what is wrong with the value of a field, if anything.
pub(crate) fn problem(field: &Field, value: &str) -> Option<String> {
    if value.len() > MAX_FIELD_BYTES {
        return Some(format!("is longer than {MAX_FIELD_BYTES} bytes"));
    }
    if value.is_empty() {
        return (!field.optional).then(|| format!("is required: {}", field.label));
    }
    if LIVE_PREFIXES.iter().any(|prefix| value.starts_with(prefix)) {
        return Some("looks like a live credential, and this is a SANDBOX: it was neither stored nor logged".into());
    }
    if field.secret && value == REFUSED_VALUE {
        return Some("was refused by the system".into());
    }
    if is_host(field) && value.to_ascii_lowercase().starts_with(UNREACHABLE) {
        return Some("could not be reached".into());
    }
    match field.kind.as_str() {
        "url" => match url::Url::parse(value) {
            Ok(url) if !matches!(url.scheme(), "http" | "https") => Some("must be an http or https address".into()),
            Ok(url) if url.host_str().is_some_and(|host| host.starts_with(UNREACHABLE)) => {
                Some("could not be reached".into())
            }
            Ok(_) => None,
            Err(_) => Some("must be an address, as https://example.com".into()),
        },
        "email" => (!is_email(value)).then(|| "must be an e-mail address".into()),
        _ => None,
    }
}

/// Returns whether a field names the host of a system, without being an address.
fn is_host(field: &Field) -> bool {
    !field.secret
        && field.name.split('_').any(|word| ["host", "hostname", "server", "domain", "gateway"].contains(&word))
}

/// A validated request for a connection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ConnectionRequest<'a> {
    pub(crate) platform: &'a Platform,
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) deployment: &'a str,
    pub(crate) credentials: &'a Credentials,
}

/// Creates a connection, or completes the pending one, and starts its first sync. Without enough credits it becomes
/// inactive and is not synced. Returns its key.
pub(crate) fn establish(
    db: &Db,
    app: &App,
    wanted: &ConnectionRequest<'_>,
    pending: Option<&str>,
    now: i64,
) -> Result<String, Error> {
    let cost = cost(wanted.platform, wanted.deployment);
    let affordable = connections::credits_used(db)? + cost <= CREDITS;
    let key = match pending {
        Some(key) => key.to_owned(),
        None => new_key(db)?,
    };
    let credentials = wanted.credentials.sealed(db, app, &key, wanted.email)?;
    let new = ConnectionValues {
        key: &key,
        name: wanted.name,
        email: wanted.email,
        slug: wanted.platform.slug.as_deref().unwrap_or_default(),
        status: if affordable { Lifecycle::Synchronizing } else { Lifecycle::Inactive },
        deployment: wanted.deployment,
        credits: if affordable { cost } else { 0 },
        fields: &wanted.credentials.fields,
        credentials: &credentials,
        schedule_seconds: SCHEDULE,
        now,
    };
    match pending {
        Some(_) => connections::finish_pending(db, &new)?,
        None => connections::insert(db, &new)?,
    }
    if affordable {
        start_sync(db, app, &key, SyncMode::Initial, now)?;
    }
    Ok(key)
}

/// Creates a pending connection, which costs no credits. Returns its key.
pub(crate) fn create_pending(db: &Db, name: &str, email: &str, slug: &str, now: i64) -> Result<String, Error> {
    let key = new_key(db)?;
    let new = ConnectionValues {
        key: &key,
        name,
        email,
        slug,
        status: Lifecycle::Pending,
        deployment: "",
        credits: 0,
        fields: "{}",
        credentials: &[],
        schedule_seconds: SCHEDULE,
        now,
    };
    connections::insert(db, &new)?;
    Ok(key)
}

/// Returns the credits that a connection to a system costs.
pub(crate) fn cost(platform: &Platform, deployment: &str) -> u64 {
    platform.credits(deployment == "on_premises").unwrap_or(1)
}

/// Starts the sync of a new or reconnected connection.
pub(crate) fn start_sync(db: &Db, app: &App, key: &str, mode: SyncMode, now: i64) -> Result<(), Error> {
    let row = connections::find(db, key)?;
    start(db, app.options(), &row, mode, Trigger::Connect, &[], now).map(drop)
}

/// Returns the deployments that a system offers: `cloud`, `on_premises`.
pub(crate) fn deployments(platform: &Platform) -> Vec<&'static str> {
    let offered = |word: &str| platform.deployments.is_empty() || platform.deployments.iter().any(|d| d == word);
    ["cloud", "on_premises"].into_iter().filter(|word| offered(word)).collect()
}

/// Parses the deployment; by default the first that the system offers.
pub(crate) fn deployment(
    platform: &Platform,
    request: &Value,
    problems: &mut Vec<(String, String)>,
) -> Option<&'static str> {
    let offered = deployments(platform);
    let chosen = match request {
        Value::Null => offered.first().copied(),
        Value::String(word) => offered.iter().copied().find(|offer| offer == word),
        _ => None,
    };
    if chosen.is_none() {
        problems.push(("deployment".into(), format!("this system offers: {}", offered.join(", "))));
    }
    chosen
}

/// Returns whether a text could be an e-mail address.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !text.chars().any(|letter| letter.is_whitespace() || letter.is_control())
        && text.len() <= 254
}

/// Creates the key of a connection: fourteen digits, as in the published samples.
pub(crate) fn new_key(db: &Db) -> Result<String, Error> {
    let salt = store::salt(db)?;
    loop {
        let number = store::take_numbers(db, "connection", 1)?.to_string();
        let roll = roll(salt, &["connection", &number]);
        let key = format!("0{}{:012}", roll % 10, (roll / 10) % 1_000_000_000_000);
        if !connections::exists(db, &key)? {
            return Ok(key);
        }
    }
}
