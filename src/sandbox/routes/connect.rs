//! What it takes to connect a system: which fields it asks for, and whether it would let us in.

use rusqlite::Connection as Db;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::api::platform::{Field, Platform};
use crate::sandbox::error::Error;
use crate::sandbox::ids::roll;
use crate::sandbox::store::{self, connections};

/// A value that no system lets in, so that the refusal can be tried.
const WRONG: &str = "wrong";

/// Credentials that passed: what may be kept of them.
#[derive(Clone, Debug)]
pub(crate) struct Credentials {
    /// The fields that are no secrets, as JSON.
    pub(crate) fields: String,
    /// Salt of the digest.
    pub(crate) salt: Vec<u8>,
    /// Digest of everything, secrets included.
    pub(crate) digest: Vec<u8>,
}

/// Checks credentials as the system would. What is wrong goes to `problems`, by field; values never do.
pub(crate) fn check(
    platform: &Platform,
    sent: &Map<String, Value>,
    problems: &mut Vec<(String, String)>,
) -> Credentials {
    let mut kept = Map::new();
    let mut digest = Sha256::new();
    let mut salt = vec![0_u8; 16];
    getrandom::fill(&mut salt).expect("the system has randomness");
    digest.update(&salt);
    for field in &platform.fields {
        let value = match sent.get(&field.name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Null) | None => String::new(),
            Some(other) => other.to_string(),
        };
        if let Some(problem) = problem(field, value.trim()) {
            problems.push((format!("credentials.{}", field.name), problem));
        }
        digest.update((value.len() as u64).to_le_bytes());
        digest.update(value.as_bytes());
        if !field.secret {
            kept.insert(field.name.clone(), Value::String(value));
        }
    }
    Credentials { fields: Value::Object(kept).to_string(), salt, digest: digest.finalize().to_vec() }
}

fn problem(field: &Field, value: &str) -> Option<String> {
    if value.is_empty() {
        return (!field.optional).then(|| format!("is required: {}", field.label));
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
