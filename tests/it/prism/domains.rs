//! The three domains: every list, object, write and part of the catalogue, with every input it names.

use http::Method;
use makini::api::entities::{self, Domain, Input, Verb};
use makini::client::call::{Direction, Filter, Free, ListQuery, Match};
use makini::client::{PageOptions, Purpose, Scope};
use serde_json::{Map, Value, json};

use super::Published;

const CONNECTION: &str = "09000207611898";
const KEY: &str = "02000655278094";

/// A list query with everything that is published.
fn query() -> ListQuery {
    ListQuery {
        filters: vec![
            Filter { field: "updatedAt".into(), op: Some("gteq".into()), value: "2026-01-01T00:00:00Z".into() },
            Filter { field: "name".into(), op: Some("contains".into()), value: "pump & valve".into() },
            Filter { field: "code".into(), op: None, value: "ü".into() },
        ],
        matching: Some(Match::Any),
        sort: vec![("updatedAt".into(), Direction::Descending), ("name".into(), Direction::Ascending)],
        extra: Vec::new(),
    }
}

/// Every list, with filters, order and paging; every object by its key.
pub(super) async fn reads(published: &Published) {
    let client = &published.client;
    for domain in Domain::ALL {
        for end in entities::endpoints(domain).iter().filter(|end| end.method == "GET") {
            let prefix = format!("/api/{}/", domain.slug());
            let path = end.path.strip_prefix(&prefix).expect("in its domain");
            if end.lists {
                let per_page = end.per_page.then_some(50);
                let options = PageOptions { per_page, first: Some(2), limit: Some(1) };
                let resource = path.replace("{key}", KEY);
                let pages = client.entities(CONNECTION, (domain.slug(), &resource), &query(), (options, Purpose::Call));
                let mut pages = pages.unwrap_or_else(|error| panic!("{path}: {error}"));
                let rows = pages.next().await;
                if published.promises_data(&end.path) {
                    let rows = rows.unwrap_or_else(|error| panic!("{path}: {error}"));
                    assert_eq!(rows.map(|rows| rows.len()), Some(1), "{path}");
                } else {
                    let error = rows.expect_err("of the answer only \"an object\" is published, and Prism's is empty");
                    assert!(error.to_string().contains("not a list"), "{path}: {error}");
                }
            } else {
                let resource = path.strip_suffix("/{key}").expect("an object");
                let row = client.entity(CONNECTION, (domain.slug(), resource), KEY).await;
                let row = row.unwrap_or_else(|error| panic!("{path}: {error}"));
                assert!(row.data::<Value>().expect("an object").is_object(), "{path}");
            }
        }
    }
}

/// Every create and update, with every input that the catalogue names and not only those that are required.
pub(super) async fn writes(published: &Published) {
    let client = &published.client;
    for domain in Domain::ALL {
        for row in entities::all() {
            let at = (domain.slug(), row.path);
            if row.path == "documents" && row.allows(domain, Verb::Create) {
                upload(published).await;
            } else if row.allows(domain, Verb::Create) {
                let body = published.body(&row.list_path(domain), "post", row.inputs(Verb::Create));
                let answer = client.create_entity(CONNECTION, at, &body, None).await;
                let answer = answer.unwrap_or_else(|error| panic!("{at:?} {body}: {error}"));
                assert!(answer.data::<Value>().expect("an object").is_object(), "{at:?}");
            }
            if row.allows(domain, Verb::Update) {
                let body = published.body(&row.one_path(domain), "put", row.inputs(Verb::Update));
                let answer = client.update_entity(CONNECTION, at, (KEY, None), &body).await;
                let answer = answer.unwrap_or_else(|error| panic!("{at:?} {body}: {error}"));
                assert!(answer.data::<Value>().expect("an object").is_object(), "{at:?}");
            }
        }
    }
}

/// What is written to a part of an object: its status, its materials, its inventory.
pub(super) async fn parts(published: &Published) {
    let client = &published.client;
    let writes = entities::nested().iter().filter(|nested| nested.method != "GET");
    for (nested, domain) in writes.flat_map(|nested| nested.domains.iter().map(move |domain| (nested, *domain))) {
        let path = format!("/api/{}/{}", domain.slug(), nested.path);
        let body = published.body(&path, &nested.method.to_lowercase(), &nested.inputs);
        let (resource, part) = nested.path.split_once("/{key}/").expect("a part of an object");
        let at = (domain.slug(), resource);
        // A part may have a key of its own.
        let part = part.split_once("/{").map_or_else(|| part.to_owned(), |(part, _)| format!("{part}/{KEY}"));
        let answer = if nested.method == "PUT" && !part.contains('/') {
            client.update_entity(CONNECTION, at, (KEY, Some(&part)), &body).await
        } else {
            let whole = format!("{resource}/{KEY}/{part}");
            if nested.method == "POST" {
                client.create_entity(CONNECTION, (domain.slug(), &whole), &body, None).await
            } else {
                let (whole, key) = whole.rsplit_once('/').expect("a key");
                client.update_entity(CONNECTION, (domain.slug(), whole), (key, None), &body).await
            }
        };
        answer.unwrap_or_else(|error| panic!("{} {path} {body}: {error}", nested.method));
    }
}

/// A document is a form with a file in it.
async fn upload(published: &Published) {
    let boundary = "a-boundary-that-is-not-in-the-file";
    let body = format!(
        "--{boundary}\r\ncontent-disposition: form-data; name=\"name\"\r\n\r\nManual\r\n\
         --{boundary}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"manual.pdf\"\r\n\
         content-type: application/pdf\r\n\r\n%PDF-1.7\r\n--{boundary}--\r\n"
    );
    let free = Free {
        method: Method::POST,
        path: "/api/eam/documents".into(),
        query: Vec::new(),
        headers: Vec::new(),
        body: Some((format!("multipart/form-data; boundary={boundary}"), body.into_bytes())),
        scope: Scope::Connection(CONNECTION.into()),
        secrets: Vec::new(),
    };
    let answer = published.client.free(&free).await.expect("an answer");
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
}

impl Published {
    /// Returns whether more than "an object" is published of what a path answers.
    fn promises_data(&self, path: &str) -> bool {
        let answer = &self.documents["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        answer["properties"]["data"].is_object()
    }

    /// A body of these inputs, each with a value of its published type.
    fn body(&self, path: &str, method: &str, inputs: &[Input]) -> Value {
        let schema = &self.documents["paths"][path][method]["requestBody"]["content"]["application/json"]["schema"];
        let value = |input: &Input| (input.name.to_owned(), self.value(&schema["properties"][input.name]));
        Value::Object(inputs.iter().map(value).collect::<Map<_, _>>())
    }

    fn value(&self, schema: &Value) -> Value {
        if let Some(place) = schema["$ref"].as_str() {
            return self.value(self.documents.pointer(place.trim_start_matches('#')).expect("a schema"));
        }
        match schema["type"].as_str() {
            Some("string") => match schema["format"].as_str() {
                Some("date-time") => json!("2026-01-02T03:04:05Z"),
                Some("date") => json!("2026-01-02"),
                Some("email") => json!("ops@example.com"),
                _ => json!("text"),
            },
            Some("integer") => json!(3),
            Some("number") => json!(2.5),
            Some("boolean") => json!(true),
            Some("array") => json!([]),
            _ => json!({}),
        }
    }
}
