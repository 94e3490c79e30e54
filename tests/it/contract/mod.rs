//! The wire types against the published documentation: what is published is read and written unchanged, what is not
//! is kept, and no honest answer is refused for its types.

mod sandbox;

use makini::api::connections::{Application, Connection, Integration, Lifecycle, MetadataEntry, NewConnection};
use makini::api::events::Event;
use makini::api::page::{One, Page};
use makini::api::passthrough::Passthrough;
use makini::api::sync::{SyncState, WithdrawnSync};
use makini::api::systems::Platform;
use makini::api::token::{TokenAnswer, expiry};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Facts of the published documentation, as literal JSON.
fn published(name: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("../../fixtures/contract/published.json")).expect("JSON");
    all[name].clone()
}

fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{error}: {value}"))
}

fn written(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("JSON")
}

/// Reads and writes what is published, then the same with a field that nobody knows yet.
fn unchanged<T: DeserializeOwned + Serialize>(value: &Value) {
    assert_eq!(written(&read::<T>(value)), *value);
}

fn keeps_news<T: DeserializeOwned + Serialize>(name: &str) {
    let mut value = published(name);
    unchanged::<T>(&value);
    value["brand_new"] = json!({ "deep": [1, null, "x"] });
    value["other"] = Value::Null;
    unchanged::<T>(&value);
}

#[test]
fn what_is_published_is_read_and_written_unchanged_with_whatever_is_new() {
    keeps_news::<Application>("application");
    keeps_news::<Connection>("connection");
    keeps_news::<Integration>("integration");
    keeps_news::<Platform>("platform");
    unchanged::<NewConnection>(&published("new_connection"));
    unchanged::<Vec<MetadataEntry>>(&published("metadata"));
    unchanged::<Passthrough>(&published("passthrough"));
    unchanged::<WithdrawnSync>(&published("withdrawn_sync"));
    unchanged::<Event>(&published("entity_event"));
    unchanged::<Event>(&published("platform_event"));
    unchanged::<One<Connection>>(&json!({ "data": published("connection") }));
    let mut page = published("paging");
    page["data"] = json!([published("connection"), published("connection")]);
    unchanged::<Page<Connection>>(&page);
}

#[test]
fn nothing_is_sent_that_is_not_published() {
    let new = NewConnection {
        name: "Plant 7".into(),
        email: "ops@example.com".into(),
        provider: "inextia".into(),
        credentials: published("new_connection")["credentials"].as_object().expect("an object").clone(),
        deployment: None,
        secrets: Vec::new(),
    };
    assert_eq!(written(&new), published("new_connection"));
    let sparse = Passthrough { method: "get".into(), ..Passthrough::default() };
    // The path is published as nullable, not as optional.
    assert_eq!(written(&sparse), json!({ "method": "get", "path": null }));
    let start = WithdrawnSync { kind: "full".into(), action: None, scopes: None };
    assert_eq!(written(&start), json!({ "type": "full" }));
}

/// Puts every JSON type into every field, one at a time: declared types contradict their own examples, and PHP writes
/// an empty object as an empty list.
///
/// Fields that a verdict rests on are `promised`: without them there is no object.
fn lenient<T: DeserializeOwned>(name: &str, promised: &[&str]) {
    let whole = published(name);
    let fields: Vec<&String> = whole.as_object().expect("an object").keys().collect();
    let odd = [json!(null), json!(7), json!(-1.5), json!(true), json!(""), json!("text"), json!([]), json!({})];
    for field in promised {
        let mut missing = whole.clone();
        missing.as_object_mut().expect("an object").remove(*field);
        assert!(serde_json::from_value::<T>(missing).is_err(), "{name} without {field}");
        for value in [json!(null), json!(true), json!(""), json!([]), json!({})] {
            let mut changed = whole.clone();
            changed[*field] = value.clone();
            assert!(serde_json::from_value::<T>(changed).is_err(), "{name} with {field}: {value}");
        }
    }
    for field in fields.into_iter().filter(|field| !promised.contains(&field.as_str())) {
        for value in &odd {
            let mut changed = whole.clone();
            changed[field] = value.clone();
            read::<T>(&changed);
        }
        let mut missing = whole.clone();
        missing.as_object_mut().expect("an object").remove(field);
        read::<T>(&missing);
    }
    assert_eq!(serde_json::from_value::<T>(json!({})).is_ok(), promised.is_empty(), "{name}");
}

#[test]
fn no_object_is_refused_for_the_type_of_a_field() {
    lenient::<Application>("application", &["id"]);
    lenient::<Connection>("connection", &["key", "status"]);
    lenient::<Integration>("integration", &[]);
    lenient::<Platform>("platform", &[]);
    let paging = published("paging");
    for part in ["links", "meta"] {
        for field in paging[part].as_object().expect("an object").keys() {
            for value in [json!(null), json!(7), json!("7"), json!(true), json!([])] {
                let mut page = json!({ "data": [], "links": paging["links"], "meta": paging["meta"] });
                page[part][field] = value;
                read::<Page<Value>>(&page);
            }
        }
    }
}

#[test]
fn fields_that_only_some_servers_send_refuse_nothing_either() {
    for value in [json!(null), json!([]), json!({}), json!("text"), json!(7), json!([7]), json!([{ "name": 7 }])] {
        for field in ["fields", "guide", "domains", "deployments", "tier", "category"] {
            let mut platform = published("platform");
            platform[field] = value.clone();
            assert_eq!(read::<Platform>(&platform).slug.as_deref(), Some("upkeep"), "{field}: {value}");
        }
        for field in ["health", "credits", "sync_status", "last_error", "schedule_seconds"] {
            let mut connection = published("connection");
            connection[field] = value.clone();
            assert_eq!(read::<Connection>(&connection).id(), "04000518273640", "{field}: {value}");
        }
    }
}

#[test]
fn scalars_mean_the_same_in_every_type() {
    let mut row = published("connection");
    row["key"] = json!(4_000_518_273_640_u64);
    row["tags"] = json!("north");
    row["user_metadata"] = json!({ "plant": "7" });
    let row: Connection = read(&row);
    assert_eq!((row.id(), row.tags.as_slice()), ("4000518273640", &["north".to_owned()][..]));
    assert_eq!(row.user_metadata["plant"], "7");
    assert_eq!(row.lifecycle(), Lifecycle::InProgress);
    for (word, state) in [
        ("inprogress", SyncState::Running),
        ("in_progress", SyncState::Running),
        ("done", SyncState::Completed),
        ("fulldone", SyncState::Completed),
        ("full_done", SyncState::Completed),
        ("error", SyncState::Failed),
        ("fail", SyncState::Failed),
        ("pending", SyncState::Queued),
        ("", SyncState::Queued),
        ("weathered", SyncState::Unknown),
    ] {
        assert_eq!(SyncState::parse(word), state, "{word}");
    }
    let page: Page<Value> = read(&json!({ "data": [], "links": {}, "meta": { "total": "46", "last_page": 10.0 } }));
    assert_eq!((page.meta.total, page.meta.last_page), (Some(46), Some(10)));
}

#[test]
fn an_id_or_a_token_under_either_name_or_both() {
    let whole = published("connection");
    let id = whole["key"].clone();
    let with = |key: Value, other: Value| {
        let mut row = whole.clone();
        row["key"] = key;
        row["id"] = other;
        serde_json::from_value::<Connection>(row)
    };
    for (key, other) in [(id.clone(), id.clone()), (id.clone(), json!(null)), (json!(null), id.clone())] {
        let row = with(key, other).expect("they agree");
        assert_eq!((Some(row.id()), row.extra.contains_key("id")), (id.as_str(), false));
    }
    for (key, other) in [(id.clone(), json!("7")), (id.clone(), json!({})), (json!(""), id), (json!(null), json!(null))]
    {
        assert!(with(key.clone(), other.clone()).is_err(), "{key} {other}");
    }
    let token = |answer: Value| serde_json::from_value::<TokenAnswer>(answer).map(|read| read.access_token);
    assert_eq!(token(json!({ "access_token": "a", "token": "a" })).expect("they agree").expose(), "a");
    assert!(token(json!({ "access_token": "a", "token": "b" })).is_err());
    assert!(token(json!({ "access_token": "", "token": null })).is_err());
}

#[test]
fn tokens_from_every_published_answer() {
    let now = "2026-02-03T04:05:06Z".parse().expect("constant");
    let store: TokenAnswer = read(&published("connection_store"));
    assert!(store.access_token.expose().starts_with("eyJ0eXAiOiJKV1Qi"));
    assert_eq!(store.refresh_token.map(|token| token.expose().len()), Some(28));
    assert_eq!(expiry(store.expires_in, now).map(|time| time.to_string()).as_deref(), Some("2026-05-28T20:26:40Z"));
    let issued: TokenAnswer = read(&json!({ "token": "t", "expires_in": 300 }));
    assert_eq!(expiry(issued.expires_in, now).map(|time| time.to_string()).as_deref(), Some("2026-02-03T04:10:06Z"));
    // The grant of a code shows neither type nor end in the newest documentation.
    let bare: TokenAnswer = read(&json!({ "access_token": "a", "refresh_token": "r" }));
    assert_eq!((bare.token_type, bare.expires_in), (None, None));
}
