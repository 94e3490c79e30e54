//! The sandbox's answers through the same types: every published field is there, with nothing that the types lose.

use makini::api::connections::{Application, Connection, Integration};
use makini::api::page::{One, Page};
use makini::api::systems::Platform;
use makini::api::token::TokenAnswer;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{published, read, written};
use crate::support::sandbox::InProcess;

/// Fields beyond the types: a connection says what it was connected with, except its secrets, which is published
/// nowhere and promised by nobody.
fn beyond(row: &Connection) -> usize {
    row.extra.keys().filter(|name| *name != "fields").count()
}

/// Reads an answer and writes it again: nothing is lost, nothing is added, no field is unknown to the types.
fn speaks<T: DeserializeOwned + Serialize>(answer: &Value, extra: impl Fn(&T) -> usize) -> T {
    let value: T = read(answer);
    assert_eq!(written(&value), *answer);
    assert_eq!(extra(&value), 0, "{answer}");
    value
}

fn has_published_fields(value: &Value, name: &str) {
    for field in published(name).as_object().expect("an object").keys() {
        assert!(value.get(field).is_some(), "`{field}` is missing in {value}");
    }
}

#[tokio::test]
async fn every_answer_of_the_system_api() {
    let sandbox = InProcess::new();
    let (id, token) = sandbox.connected("sap").await;

    let answer = sandbox.get("/api/system/client").await.body;
    let client = speaks::<One<Application>>(&answer, |one| one.data.extra.len());
    has_published_fields(&written(&client.data), "application");

    let answer = sandbox.get("/api/system/platforms?per_page=500").await.body;
    let systems = speaks::<Page<Platform>>(&answer, |page| page.data.iter().map(|row| row.extra.len()).sum());
    systems.data.iter().for_each(|row| has_published_fields(&written(row), "platform"));

    for path in ["/api/system/connections".to_owned(), format!("/api/system/connections/{id}/metadata")] {
        let answer = sandbox.get(&path).await.body;
        let rows = speaks::<Page<Connection>>(&answer, |page| page.data.iter().map(beyond).sum());
        assert_eq!(rows.data.len(), 1);
        has_published_fields(&written(&rows.data[0]), "connection");
    }

    let answer = sandbox.ask(&token, "GET", "/api/integrations/current", None).await.body;
    let integration = speaks::<One<Integration>>(&answer, |one| one.data.extra.len());
    has_published_fields(&written(&integration.data), "integration");

    let issued = sandbox.post(&format!("/api/system/connections/{id}/token"), &serde_json::json!({})).await.data();
    assert!(!read::<TokenAnswer>(&issued).access_token.expose().is_empty());
    let (_, made) = sandbox.connect("upkeep", "second").await;
    has_published_fields(&made, "connection_store");
    assert!(made["expires_in"].is_string(), "published as a text: {made}");

    // The published body of metadata is taken as it is.
    let path = format!("/api/system/connections/{id}/metadata");
    let answer = sandbox.post(&path, &published("metadata")).await.body;
    let row = speaks::<One<Connection>>(&answer, |one| beyond(&one.data));
    assert!(row.data.user_metadata.to_string().contains("north"), "{}", row.data.user_metadata);
}

#[tokio::test]
async fn a_page_beside_its_neighbours() {
    let sandbox = InProcess::new();
    let answer = sandbox.get("/api/system/platforms?per_page=5&page=2").await.body;
    let page: Page<Platform> = read(&answer);
    assert_eq!(written(&page.links).as_object().map(serde_json::Map::len), Some(4));
    assert_eq!(written(&page.meta).as_object().map(serde_json::Map::len), Some(7));
    let meta = page.meta;
    assert_eq!((meta.current_page, meta.from, meta.to, meta.per_page), (Some(2), Some(6), Some(10), Some(5)));
    assert!(page.links.prev.is_some_and(|link| link.contains("page=1")));
    assert!(page.links.next.is_some_and(|link| link.contains("page=3")));
}
