//! What it takes to connect a system: which fields it asks for, and whether it would let us in.

use rusqlite::Connection as Db;
use serde_json::{Map, Value};

use crate::api::connections::Lifecycle;
use crate::api::sync::SyncMode;
use crate::api::systems::{Field, Platform};
use crate::sandbox::CREDITS;
use crate::sandbox::error::Error;
use crate::sandbox::ids::roll;
use crate::sandbox::state::App;
use crate::sandbox::store::connections::New;
use crate::sandbox::store::{self, connections};
use crate::sandbox::syncing::{self, Trigger};
use crate::sandbox::vault::Place;
use crate::secret::Secret;

/// Seconds between scheduled syncs when nobody says.
const SCHEDULE: i64 = 3_600;
/// The longest value of a field, in bytes: a certificate with its chain fits.
const LONGEST: usize = 64 * 1024;

/// A value that no system lets in, so that the refusal can be tried.
const WRONG: &str = "wrong";

/// How credentials begin that open something real. No test needs them here.
const LIVE: [&str; 3] = ["mk_live_", "sk_live_", "rk_live_"];

/// Credentials that passed: what may be kept of them.
#[derive(Clone, Debug)]
pub(crate) struct Credentials {
    /// The fields that are no secrets, as JSON.
    pub(crate) fields: String,
    /// Those that are, as JSON.
    secrets: Secret,
}

impl Credentials {
    /// Returns the secret fields of the connection `key` as they are kept: sealed with the key of its customer.
    pub(crate) fn sealed(&self, db: &Db, app: &App, key: &str, email: &str) -> Result<Vec<u8>, Error> {
        app.vault().seal(db, email, Place::credentials(key), &self.secrets)
    }
}

/// Checks credentials as the system would. What is wrong goes to `problems`, by field; values never do.
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

/// Says what is wrong with the value of a field, if something is.
pub(crate) fn problem(field: &Field, value: &str) -> Option<String> {
    if value.len() > LONGEST {
        return Some(format!("is longer than {LONGEST} bytes"));
    }
    if value.is_empty() {
        return (!field.optional).then(|| format!("is required: {}", field.label));
    }
    if LIVE.iter().any(|prefix| value.starts_with(prefix)) {
        return Some("is a live credential by its look, and this is a SANDBOX: it was neither kept nor logged".into());
    }
    if field.secret && value == WRONG {
        return Some("was refused by the system".into());
    }
    match field.kind.as_str() {
        "url" => match url::Url::parse(value) {
            Ok(url) if !matches!(url.scheme(), "http" | "https") => Some("must be an http or https address".into()),
            Ok(url) if url.host_str().is_some_and(|host| host.starts_with("unreachable")) => {
                Some("could not be reached".into())
            }
            Ok(_) => None,
            Err(_) => Some("must be an address, as https://example.com".into()),
        },
        "email" => (!is_email(value)).then(|| "must be an e-mail address".into()),
        _ => None,
    }
}

/// What a connection is made of, once all of it has been checked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    pub(crate) platform: &'a Platform,
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) deployment: &'a str,
    pub(crate) credentials: &'a Credentials,
}

/// Makes a connection, or finishes the pending one, and starts its first sync. One that the credits do not reach for is
/// made inactive, and nothing is synced. Returns its key.
pub(crate) fn establish(
    db: &Db,
    app: &App,
    wanted: &Wanted<'_>,
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
    let new = New {
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
        Some(_) => connections::finish(db, &new)?,
        None => connections::insert(db, &new)?,
    }
    if affordable {
        begin(db, app, &key, SyncMode::Initial, now)?;
    }
    Ok(key)
}

/// Makes a connection that waits for a person to finish it. It costs nothing meanwhile. Returns its key.
pub(crate) fn prepare(db: &Db, name: &str, email: &str, slug: &str, now: i64) -> Result<String, Error> {
    let key = new_key(db)?;
    let new = New {
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

/// Returns what a connection to a system costs.
pub(crate) fn cost(platform: &Platform, deployment: &str) -> u64 {
    platform.credits(deployment == "on_premises").unwrap_or(1)
}

/// Starts the sync that comes with being let in.
pub(crate) fn begin(db: &Db, app: &App, key: &str, mode: SyncMode, now: i64) -> Result<(), Error> {
    let row = connections::find(db, key)?;
    syncing::start(db, app.options(), &row, mode, Trigger::Connect, &[], now).map(drop)
}

/// Returns where a system can run, as the words of the wire.
pub(crate) fn deployments(platform: &Platform) -> Vec<&'static str> {
    let offered = |word: &str| platform.deployments.is_empty() || platform.deployments.iter().any(|d| d == word);
    ["cloud", "on_premises"].into_iter().filter(|word| offered(word)).collect()
}

/// Reads how the system runs: as asked, else in the cloud where it can, else on premises.
pub(crate) fn deployment(
    platform: &Platform,
    asked: &Value,
    problems: &mut Vec<(String, String)>,
) -> Option<&'static str> {
    let offered = deployments(platform);
    let chosen = match asked {
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

/// Makes the key of a new connection: fourteen digits, as the published samples.
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
