//! Sample events in the form of the platform's, for trying out a handler.

use fastrand::Rng;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::api::alerts::AlertNotice;
use crate::api::entities;
use crate::api::events::{Event, PLATFORM_EVENTS};
use crate::exit::Exit;
use crate::failure::Classify;
use crate::glob;
use crate::suggest;
use crate::webhooks::text::shown;

/// There is no event of this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the platform sends no event `{given}`")]
pub struct UnknownEvent {
    given: String,
    closest: Vec<String>,
}

impl Classify for UnknownEvent {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        let closest: Vec<String> = self.closest.iter().map(|name| format!("`{name}`")).collect();
        Some(format!("events like it: {}; those of Flows begin with `flow.`", closest.join(", ")))
    }
}

/// Returns every event name except those of Flows, which users choose.
pub fn names() -> Vec<String> {
    let platform = PLATFORM_EVENTS.iter().map(|&name| name.to_owned());
    let entities =
        entities::all().iter().flat_map(|entity| ["inserted", "updated"].map(|verb| format!("{}.{verb}", entity.path)));
    platform.chain(entities).collect()
}

/// Checks a name or pattern of events.
///
/// # Errors
/// When the platform sends no event that it fits.
pub fn check_name(pattern: &str) -> Result<(), UnknownEvent> {
    if fits_flow(pattern) || names().iter().any(|name| glob::matches(pattern, name)) {
        Ok(())
    } else {
        Err(unknown_event(pattern))
    }
}

/// Checks names or patterns of events.
///
/// # Errors
/// As [`check_name`], for the first that fits no event.
pub fn check_names(patterns: &[String]) -> Result<(), UnknownEvent> {
    patterns.iter().try_for_each(|pattern| check_name(pattern))
}

/// Returns whether there may be an event that both patterns fit.
pub fn overlap(one: &str, other: &str) -> bool {
    glob::matches(one, other)
        || glob::matches(other, one)
        || (fits_flow(one) && fits_flow(other))
        || names().iter().any(|name| glob::matches(one, name) && glob::matches(other, name))
}

/// Returns whether a pattern may fit an event of a Flow, whose name a user chose.
fn fits_flow(pattern: &str) -> bool {
    let (start, is_pattern) = pattern.split_once('*').map_or((pattern, false), |(start, _)| (start, true));
    start.starts_with("flow.") || (is_pattern && "flow.".starts_with(start))
}

/// The fixed fields of a sample event.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// ID of the event.
    pub id: &'a str,
    /// Time of the event.
    pub at: Timestamp,
    /// ID of the connection.
    pub connection: &'a str,
    /// Seed of the generated fields.
    pub seed: u64,
}

/// Generates an event.
///
/// # Errors
/// When the platform sends no event of this name.
pub fn sample(name: &str, about: About<'_>) -> Result<Event, UnknownEvent> {
    let mut rng = Rng::with_seed(about.seed);
    let body = match name {
        "sync.completed" => completed(&mut rng, about.at),
        "sync.failed" => json!({
            "sync_id": made_id("syn", &mut rng),
            "mode": "incremental",
            "trigger": "schedule",
            "error": {
                "code": "SOURCE_UNREACHABLE",
                "message": "the connected system cannot be reached: https://erp.example.com/api answered 503",
                "type": "connectivity",
                "request_id": made_id("req", &mut rng),
            },
        }),
        "connection.reauthorization_required" => json!({
            "code": "REAUTHORIZATION_REQUIRED",
            "message": "the credentials of this connection no longer hold; connect it again",
        }),
        "connection.offline" => json!({
            "code": "SOURCE_UNREACHABLE", "message": "the connected system cannot be reached",
        }),
        "connection.online" => json!({}),
        "system.error" => json!({
            "code": "FIELD_MAPPING_FAILED",
            "message": "Größe “12/3 m²” of work order WO/2041 is no number",
            "entities": ["work-orders"],
            "request_id": made_id("req", &mut rng),
        }),
        "alert.firing" | "alert.resolved" => alert(&mut rng, about, name == AlertNotice::event(true)),
        flow if flow.strip_prefix("flow.").is_some_and(is_name) => json!({
            "execution_id": made_id("exe", &mut rng),
            "trigger": "event",
            "data": { "key": key(&mut rng), "site": "Plant Zürich/North", "quantity": 12 },
        }),
        entity if is_entity(entity) => {
            let keys: Vec<String> = (0..rng.usize(1..=4)).map(|_| key(&mut rng)).collect();
            json!(keys)
        }
        unknown => return Err(unknown_event(unknown)),
    };
    Ok(Event {
        id: Some(about.id.to_owned()),
        event: name.to_owned(),
        timestamp: Some(format!("{:.3}", about.at)),
        connection_id: Some(about.connection.to_owned()),
        body,
    })
}

fn completed(rng: &mut Rng, at: Timestamp) -> Value {
    let began = at.checked_sub(SignedDuration::from_secs(rng.i64(20..300))).unwrap_or(at);
    let entities: Vec<Value> = ["assets", "work-orders", "purchase-orders"]
        .into_iter()
        .map(|entity| {
            let total = rng.u32(50..5_000);
            json!({ "entity": entity, "total": total, "inserted": rng.u32(0..40), "updated": rng.u32(0..total.min(400)) })
        })
        .collect();
    json!({
        "sync_id": made_id("syn", rng),
        "mode": "incremental",
        "trigger": "schedule",
        "started_at": format!("{began:.3}"),
        "finished_at": format!("{at:.3}"),
        "entities": entities,
    })
}

/// The body of an alert on the error rate.
fn alert(rng: &mut Rng, about: About<'_>, firing: bool) -> Value {
    let failed = if firing { rng.u32(6..60) } else { rng.u32(0..5) };
    let notice = AlertNotice {
        rule_id: Some(made_id("alr", rng)),
        name: Some("error rate above 5%".into()),
        metric: Some("error_rate".into()),
        value: Some(f64::from(failed) / 100.0),
        threshold: Some(0.05),
        worst_connection_id: firing.then(|| about.connection.to_owned()),
        at: Some(format!("{:.3}", about.at)),
    };
    notice.body()
}

/// Generates the key of a row: forty hexadecimal digits.
fn key(rng: &mut Rng) -> String {
    format!("{:032x}{:08x}", rng.u128(..), rng.u32(..))
}

/// Generates an ID with a prefix.
pub fn made_id(prefix: &str, rng: &mut Rng) -> String {
    format!("{prefix}_{:016x}{:08x}", rng.u64(..), rng.u32(..))
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 64
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

fn is_entity(name: &str) -> bool {
    let entity = name.strip_suffix(".inserted").or_else(|| name.strip_suffix(".updated"));
    entity.is_some_and(|entity| entities::all().iter().any(|known| known.path == entity))
}

fn unknown_event(name: &str) -> UnknownEvent {
    let mut closest = names();
    suggest::sort(name, &mut closest);
    closest.truncate(3);
    UnknownEvent { given: shown(name.as_bytes()), closest }
}

/// Why a value cannot be put somewhere in an event.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadChange {
    /// It is written `PATH=VALUE`.
    #[error("a change is written `PATH=VALUE`, as `body.mode=full`; not `{0}`")]
    Form(String),
    /// The path leads nowhere.
    #[error("`{path}` leads nowhere: {why}")]
    Path {
        /// The path.
        path: String,
        /// What is in the way.
        why: String,
    },
}

impl Classify for BadChange {
    fn exit(&self) -> Exit {
        Exit::Usage
    }
}

/// Puts a value into an event: `body.entities.0.total=7`. What reads as JSON is JSON, everything else is text. Members
/// that are missing are made; the place after the last item of a list adds one.
///
/// # Errors
/// When it is not written so, or something that holds nothing is in the way.
pub fn change(event: &mut Value, text: &str) -> Result<(), BadChange> {
    let parts = text.split_once('=').filter(|(path, _)| path.split('.').all(|step| !step.is_empty()));
    let (path, value) = parts.ok_or_else(|| BadChange::Form(shown(text.as_bytes())))?;
    let value = serde_json::from_str(value).unwrap_or_else(|_| Value::from(value));
    let wrong = |why: String| BadChange::Path { path: shown(path.as_bytes()), why };
    let mut place = event;
    for step in path.split('.') {
        if place.is_null() {
            *place = json!({});
        }
        place = match place {
            Value::Object(members) => members.entry(step).or_insert(Value::Null),
            Value::Array(items) => {
                let end = items.len();
                let at = step.parse::<usize>().ok().filter(|at| *at <= end);
                let at =
                    at.ok_or_else(|| wrong(format!("`{}` is no place from 0 to {end}", shown(step.as_bytes()))))?;
                if at == end {
                    items.push(Value::Null);
                }
                &mut items[at]
            }
            _ => return Err(wrong(format!("what is before `{}` holds nothing", shown(step.as_bytes())))),
        };
    }
    *place = value;
    Ok(())
}

/// Spells JSON as PHP's `json_encode` does: `\/` for slashes and `\uXXXX` for everything outside ASCII. The value is
/// the same, and so is its signature; only receivers that verify the bytes are confused.
pub fn php(json: &str) -> String {
    let mut spelled = String::with_capacity(json.len() + 16);
    for letter in json.chars() {
        match letter {
            // Both stand in strings only.
            '/' => spelled.push_str("\\/"),
            letter if letter.is_ascii() => spelled.push(letter),
            letter => {
                let mut units = [0; 2];
                for unit in letter.encode_utf16(&mut units) {
                    spelled.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABOUT: About<'_> = About { id: "evt_1", at: Timestamp::UNIX_EPOCH, connection: "con_1", seed: 7 };

    #[test]
    fn every_event_of_the_contract_is_made_up_the_same_way_twice() {
        let names = names();
        assert!(names.iter().any(|name| name == "assets.updated"), "{names:?}");
        for name in names.iter().map(String::as_str).chain(["flow.purchase-approved", "work-orders.updated"]) {
            let event = sample(name, ABOUT).expect(name);
            assert_eq!(event, sample(name, ABOUT).expect(name));
            assert_eq!(event.event, name);
            assert_eq!(event.timestamp.as_deref(), Some("1970-01-01T00:00:00.000Z"));
            if is_entity(name) {
                let keys = event.body.as_array().expect("keys");
                assert!(keys.iter().all(|key| key.as_str().is_some_and(|key| key.len() == 40)), "{keys:?}");
            } else {
                assert!(event.body.is_object());
            }
        }
        let other = sample("assets.updated", About { seed: 8, ..ABOUT });
        assert_ne!(other, sample("assets.updated", ABOUT));
    }

    #[test]
    fn alerts_are_over_their_limit_only_while_they_fire() {
        for seed in 0..50 {
            let of = |name: &str| sample(name, About { seed, ..ABOUT }).expect(name).body;
            let (firing, resolved) = (of("alert.firing"), of("alert.resolved"));
            assert!(firing["value"].as_f64() > firing["threshold"].as_f64(), "{firing}");
            assert!(resolved["value"].as_f64() <= resolved["threshold"].as_f64(), "{resolved}");
            assert_eq!(
                (&firing["worst_connection_id"], &resolved["worst_connection_id"]),
                (&json!("con_1"), &json!(null))
            );
        }
    }

    #[test]
    fn unknown_names_get_the_closest() {
        let hint = sample("asset.updated", ABOUT).expect_err("unknown").hint().expect("a hint");
        assert!(hint.contains("`assets.updated`"), "{hint}");
        for name in ["flow.", "flow.a b", "assets.deleted", "", ".updated"] {
            assert!(sample(name, ABOUT).is_err(), "{name}");
        }
    }

    #[test]
    fn changes() {
        let changed = |text: &str| {
            let mut value = json!({ "id": "a", "body": { "list": [1] } });
            change(&mut value, text).map(|()| value.to_string())
        };
        let good = [
            ("id=b", r#"{"id":"b","body":{"list":[1]}}"#),
            ("body.list.0={\"x\":1}", r#"{"id":"a","body":{"list":[{"x":1}]}}"#),
            ("body.list.1=true", r#"{"id":"a","body":{"list":[1,true]}}"#),
            ("body.new.deep=a=b", r#"{"id":"a","body":{"list":[1],"new":{"deep":"a=b"}}}"#),
            ("body=", r#"{"id":"a","body":""}"#),
        ];
        for (text, value) in good {
            assert_eq!(changed(text).as_deref(), Ok(value), "{text}");
        }
        for text in ["id", "=x", "id.x=1", "body.list.7=1", "body.list.x=1", "a..b=1"] {
            assert!(changed(text).is_err(), "{text}");
        }
    }

    #[test]
    fn php_spells_the_same_value() {
        let spelled = php(r#"{"a":"b/ü😀"}"#);
        assert_eq!(spelled, r#"{"a":"b\/\u00fc\ud83d\ude00"}"#);
        let value: Value = serde_json::from_str(&spelled).expect("JSON");
        assert_eq!(value, json!({ "a": "b/ü😀" }));
    }
}
