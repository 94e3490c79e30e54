//! The system API.

use http::Method;
use makini::api::connections::{MetadataEntry, NewConnection};
use makini::api::operation::Operation;
use makini::api::passthrough::Passthrough;
use makini::api::sync::{StartSync, SyncMode};
use makini::client::call::{Free, ListQuery, SyncView};
use makini::client::{Error, PageOptions, Scope};
use serde_json::json;

use super::Published;

/// What the application does: itself, the catalogue, its connections.
pub(super) async fn connections(published: &Published) {
    let client = &published.client;
    let application = client.application().await.expect("the application");
    assert_eq!((application.id.as_deref(), application.redirects.len()), (Some("string"), 0));
    assert!(application.extra.is_empty(), "{:?}", application.extra);
    assert_eq!(client.platforms().await.expect("the catalogue").len(), 1);
    assert!(client.platform("upkeep").await.expect("a search").is_none(), "a bare object has no slug");

    let connections = client.connections().await.expect("the list");
    assert_eq!(connections[0].id(), "09000207611898");
    assert!(connections[0].extra.is_empty(), "{:?}", connections[0].extra);
    let found = client.connection("09000207611898").await.expect("by its row");
    assert_eq!(found.and_then(|row| row.name).as_deref(), Some("string"));
    assert!(client.connection("09000207611899").await.expect("a search").is_none());

    let credentials = json!({ "api": "https://plant.example.com", "login": "ops", "password": "secret" });
    let new = NewConnection {
        name: "Plant 7".into(),
        email: "ops@example.com".into(),
        provider: "inextia".into(),
        credentials: credentials.as_object().expect("an object").clone(),
        deployment: None,
        secrets: Vec::new(),
    };
    let made = client.create_connection(&new).await.expect("made");
    let tokens = made.tokens.expect("the published answer is tokens");
    assert_eq!((tokens.access.expose(), tokens.expires_at), ("string", None));
    assert!(made.id.is_none() && made.search.is_none(), "a list that does not change names nobody");

    let error = client.delete_connection("09000207611898").await.expect_err("it is still listed");
    assert!(error.to_string().contains("the connection is as before"), "{error}");
    let error = client.connection_metadata("09000207611898").await.expect_err("`string` is not metadata");
    assert!(matches!(&error, Error::Broken { status: 200, .. }), "{error}");
    let entries = [MetadataEntry { key: "plant".into(), value: "7".into() }];
    let error = client.set_connection_metadata("09000207611898", &entries).await.expect_err("nothing is written");
    assert!(matches!(&error, Error::Broken { status: 200, .. }), "{error}");
    // Of the answer only "an object" is published, and an empty one holds no token.
    let error = client.issue_connection_token("09000207611898", None).await.expect_err("no token in it");
    assert!(matches!(&error, Error::Broken { status: 200, .. }), "{error}");
}

/// What goes by a connection's own token, and what is not published at all.
pub(super) async fn of_one_connection(published: &Published) {
    let client = &published.client;
    let integration = client.integration("09000207611898").await.expect("its own row");
    assert!(integration.extra.is_empty(), "{:?}", integration.extra);
    let status = client.sync_status("09000207611898").await.expect("by its own row");
    assert!(matches!(status, SyncView::Integration(row) if row.sync_status.as_deref() == Some("string")));
    client.delete_integration("09000207611898").await.expect("ended");

    assert!(client.raw_tables("09000207611898").await.expect("tables").is_object());
    let query = ListQuery::default();
    let mut rows = client.raw_rows("09000207611898", "F4801", &query, PageOptions { first: Some(2), ..options() });
    assert!(rows.next().await.is_err(), "of the answer only \"an object\" is published, which is no list");
    let calls = [
        Passthrough { method: "get".into(), path: Some("dataservice".into()), ..Passthrough::default() },
        Passthrough {
            method: "post".into(),
            path: Some("dataservice".into()),
            headers: json!({ "Accept": "text/plain" }),
            query: json!({ "a": "b" }),
            base64encoded: Some(true),
            body: json!("aGk="),
            ..Passthrough::default()
        },
        Passthrough {
            method: "get".into(),
            sql: Some("select 1".into()),
            parameters: json!([1]),
            ..Passthrough::default()
        },
    ];
    for call in calls {
        client.passthrough("09000207611898", &call).await.expect("passed through");
    }
    let free = Free {
        method: Method::GET,
        path: "/api/system/client".into(),
        query: Vec::new(),
        headers: Vec::new(),
        body: None,
        scope: Scope::Application,
        secrets: Vec::new(),
    };
    assert_eq!(client.free(&free).await.expect("an answer").status, 200);

    // A server that advertises nothing is asked nothing it has not published.
    for &operation in Operation::ALL {
        assert!(client.operation(operation).await.expect("an answer").is_none(), "{operation:?}");
    }
    let start = StartSync { mode: SyncMode::Full, entities: Vec::new() };
    let error = client.start_sync("09000207611898", &start).await.expect_err("withdrawn");
    assert!(matches!(error, Error::Unsupported { .. }), "{error}");
}

fn options() -> PageOptions {
    PageOptions { per_page: None, first: None, limit: Some(1) }
}
