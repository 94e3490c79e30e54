//! Every method, path and parameter of the four published documents, sent to the sandbox: each is there, each is
//! listened to, and each field of a body is taken.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Request;
use makini::api::entities::{self, Domain, Field, Kind, Verb};
use serde_json::{Map, Value, json};

use super::DomainClient;
use crate::support::require;
use crate::support::sandbox::Answer;

/// One published operation.
struct Operation {
    method: String,
    path: String,
    /// Names of its query parameters.
    query: Vec<String>,
    /// Names of the fields of its body.
    body: Vec<String>,
}

fn operations(document: &str) -> Vec<Operation> {
    let file = require::shared().expect("asked for").join(format!("spec/openapi/oas3_{document}.json"));
    let document: Value = serde_json::from_slice(&std::fs::read(file).expect("published")).expect("JSON");
    let mut found = Vec::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            let query = parameters.filter(|parameter| parameter["in"] == "query");
            let content = operation["requestBody"]["content"].as_object();
            let schema = content.and_then(|content| content.values().next()).map(|content| &content["schema"]);
            let object = schema.map(|schema| if schema["items"].is_object() { &schema["items"] } else { schema });
            let fields = object.and_then(|object| object["properties"].as_object());
            found.push(Operation {
                method: method.to_uppercase(),
                path: path.clone(),
                query: query.map(|parameter| parameter["name"].as_str().expect("named").to_owned()).collect(),
                body: fields.into_iter().flatten().map(|(name, _)| name.clone()).collect(),
            });
        }
    }
    found
}

/// Sends each query parameter of a list, and sees that it is listened to.
async fn lists_listen(plant: &DomainClient, operation: &Operation, path: &str, key: &str) {
    let get = async |query: &str| {
        let answer = plant.get(&format!("{path}?{query}")).await;
        assert_eq!(answer.status, 200, "{path}?{query}: {}", answer.body);
        answer.body
    };
    let sized = operation.query.iter().any(|name| name == "per_page");
    assert_eq!(get("per_page=1").await["meta"]["per_page"], if sized { 1 } else { 25 }, "{path}");
    for name in &operation.query {
        match name.as_str() {
            "page" => assert_eq!(get("page=2").await["meta"]["current_page"], 2, "{path}"),
            "per_page" => assert!(get("per_page=1").await["data"].as_array().is_some_and(|rows| rows.len() <= 1)),
            "sort" => {
                let keys = |body: &Value| -> Vec<String> {
                    let rows = body["data"].as_array().expect("rows").iter();
                    rows.map(|row| row[key].as_str().expect("text").to_lowercase()).collect()
                };
                let (up, down) =
                    (keys(&get(&format!("sort[{key}]=0")).await), keys(&get(&format!("sort[{key}]=1")).await));
                assert!(up.is_sorted() && down.is_sorted_by(|a, b| a >= b), "{path}: {up:?} {down:?}");
                assert!(up.len() < 2 || up != down, "{path}");
            }
            "filter" => {
                let rows = get("").await;
                let Some(first) = rows["data"][0][key].as_str() else { continue };
                let found = get(&format!("filter[{key}]={first}")).await;
                assert!(found["meta"]["total"].as_u64().is_some_and(|total| total >= 1), "{path}");
                assert_eq!(found["data"][0][key], first, "{path}");
                assert_eq!(get(&format!("filter[{key}]=nothing-like-it")).await["meta"]["total"], 0, "{path}");
                let any = get(&format!("filter[{key}]=nothing&filter[{key}:startsWith]={first}&filterMatch=any")).await;
                assert_eq!(any["data"][0][key], first, "{path}");
            }
            other => panic!("{path} has a parameter that nobody knows: {other}"),
        }
    }
}

/// Makes values that fit fields, with keys of rows that are there.
struct Values<'a> {
    plant: &'a DomainClient,
    keys: BTreeMap<String, String>,
}

impl Values<'_> {
    /// The key of a row, found in the first domain that has the resource.
    async fn key(&mut self, path: &str) -> String {
        if !self.keys.contains_key(path) {
            let list = entities::statuses().iter().find(|list| path.strip_prefix("statuses/") == Some(list.of));
            let domain = match list {
                Some(list) => list.domains[0],
                None => entities::find(path).expect("a resource").domains().next().expect("a domain"),
            };
            let rows = self.plant.get(&format!("/api/{}/{path}", domain.slug())).await.data();
            self.keys.insert(path.to_owned(), rows[0]["key"].as_str().expect("a key").to_owned());
        }
        self.keys[path].clone()
    }

    async fn of(&mut self, row: &entities::Resource, name: &str) -> Value {
        match (row.field(name).copied(), name) {
            (Some(Field { kind: Kind::Ref(path) | Kind::RefsText(path), .. }), _) => self.key(path).await.into(),
            (Some(Field { kind: Kind::Refs(path), .. }), _) => json!([self.key(path).await]),
            (Some(Field { kind: Kind::Time, .. }), _) => "2026-03-02T08:00:00Z".into(),
            (Some(Field { kind: Kind::Money, .. }), _) => "12.50".into(),
            (Some(Field { kind: Kind::Number | Kind::NumberText, .. }), _) => 3.into(),
            (Some(Field { kind: Kind::Bool | Kind::BoolText, .. }), _) => true.into(),
            (Some(Field { kind: Kind::Objects(_) | Kind::List, .. }), _) => json!([]),
            (Some(Field { kind: Kind::Object(_), .. }), _) => json!({}),
            (_, "modelKey") => self.key("asset-templates").await.into(),
            (_, "accountKey") => self.key("accounts").await.into(),
            (_, "lineItem") => json!([]),
            _ if name.ends_with("At") || name.ends_with("Date") => "2026-03-02".into(),
            _ => "a text".into(),
        }
    }

    async fn body(&mut self, row: &entities::Resource, names: &[String]) -> Value {
        let mut body = Map::new();
        for name in names {
            body.insert(name.clone(), self.of(row, name).await);
        }
        body.into()
    }
}

fn taken(operation: &Operation, answer: &Answer) {
    let Operation { method, path, .. } = operation;
    assert_eq!(answer.status, 200, "{method} {path}: {}", answer.body);
    assert_eq!(answer.header("x-makini-sandbox-ignored"), "", "{method} {path}");
}

/// Sends a write with every published field, and one with a field that nobody published.
async fn writes_take(values: &mut Values<'_>, domain: Domain, operation: &Operation) {
    let plant = values.plant;
    let (_, rest) = operation.path.split_once(&format!("/api/{}/", domain.slug())).expect("of this domain");
    let (name, below) = rest.split_once('/').unwrap_or((rest, ""));
    let row = entities::find(name).expect("a resource");
    let list = row.list_path(domain);
    if name == "documents" {
        return documents_take(plant, operation).await;
    }
    let mut path = operation.path.clone();
    if below.contains("{key}") {
        // What was just made is in a state that lets it be changed, where it can be made at all.
        let key = if row.allows(domain, Verb::Create) {
            let names: Vec<String> = row.inputs(Verb::Create).iter().map(|input| input.name.to_owned()).collect();
            let mut body = values.body(row, &names).await;
            body.as_object_mut().expect("an object").shift_remove("statusKey");
            let made = plant.send("POST", &list, &body).await;
            // Materials made here have no inventory at the system, and nothing below them.
            if below == "{key}" || below.ends_with("/status") { made.data()["key"].clone() } else { Value::Null }
        } else {
            Value::Null
        };
        let key = key.as_str().map(str::to_owned);
        let key = match key {
            Some(key) => key,
            None => plant.get(&list).await.data()[0]["key"].as_str().expect("a key").to_owned(),
        };
        path = path.replace("{key}", &key);
    }
    let mut body = match below.rsplit('/').next() {
        Some("status") if operation.body == ["status"] => {
            json!({"status": values.key(&format!("statuses/{name}")).await})
        }
        Some("materials" | "{materialKey}") => {
            json!({"materialKey": values.key("materials").await, "storeroomKey": values.key("storerooms").await,
                   "requiredQuantity": 4, "usedQuantity": 1})
        }
        Some("inventory") => values.body(entities::find("inventories").expect("a resource"), &operation.body).await,
        _ => values.body(row, &operation.body).await,
    };
    assert_eq!(body.as_object().map(Map::len), Some(operation.body.len()), "{}", operation.path);
    if path.contains("{materialKey}") {
        let material = body["materialKey"].as_str().expect("a key").to_owned();
        let above = path.split_once("/{materialKey}").expect("at its end").0.to_owned();
        plant.send("POST", &above, &body).await.data();
        path = path.replace("{materialKey}", &material);
    }
    taken(operation, &plant.send(&operation.method, &path, &body).await);
    if operation.body.len() > 1 && !below.ends_with("status") {
        body["neverPublished"] = 1.into();
        let refused = plant.send(&operation.method, &path, &body).await;
        assert_eq!(refused.status, 422, "{path}");
        assert!(refused.body["error"]["details"].get("neverPublished").is_some(), "{path}: {}", refused.body);
    }
}

async fn documents_take(plant: &DomainClient, operation: &Operation) {
    assert_eq!(operation.body, ["file", "name"]);
    let form = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nA manual\r\n--x\r\nContent-Disposition: \
                form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--x--\r\n";
    let request = Request::post(&operation.path)
        .header("authorization", format!("Bearer {}", plant.token))
        .header("content-type", "multipart/form-data; boundary=x")
        .body(Body::from(form))
        .expect("a request");
    taken(operation, &plant.sandbox.raw(request).await);
}

#[tokio::test]
async fn every_operation_and_parameter_of_the_three_domains_is_taken() {
    if !require::tool("shared") {
        return;
    }
    let plant = DomainClient::of("sap").await;
    let mut values = Values { plant: &plant, keys: BTreeMap::new() };
    let mut seen = 0;
    for domain in Domain::ALL {
        for operation in operations(domain.slug()) {
            if operation.method != "GET" {
                writes_take(&mut values, domain, &operation).await;
                seen += 1;
                continue;
            }
            let mut path = operation.path.clone();
            if let Some((list, _)) = operation.path.split_once("/{key}") {
                let key = plant.get(list).await.data()[0]["key"].as_str().expect("a key").to_owned();
                path = path.replace("{key}", &key);
            }
            taken(&operation, &plant.get(&path).await);
            if !operation.query.is_empty() {
                let key = if path.ends_with("custom-fields") { "name" } else { "key" };
                lists_listen(&plant, &operation, &path, key).await;
            }
            seen += 1;
        }
    }
    assert_eq!(seen, 86 + 107 + 83, "the documents were read whole");
}

#[tokio::test]
async fn every_operation_and_parameter_of_the_system_api_is_taken() {
    if !require::tool("shared") {
        return;
    }
    let plant = DomainClient::of("sap").await;
    let (ending, _) = plant.sandbox.connected("upkeep").await;
    let credentials = plant.sandbox.credentials("upkeep").await;
    let mut all = operations("system");
    assert_eq!(all.len(), 13);
    // The connection whose token asks ends last.
    all.sort_by_key(|operation| operation.method == "DELETE");
    for operation in all {
        let token = if operation.path.starts_with("/api/system/") { &plant.sandbox.token } else { &plant.token };
        let id = if operation.method == "DELETE" { &ending } else { &plant.id };
        let path = operation.path.replace("{id}", id).replace("{table}", "EKKO");
        if !operation.query.is_empty() {
            lists_listen(&plant, &operation, &path, "KEY").await;
        }
        let bodies = match operation.path.as_str() {
            "/api/system/connections" if operation.method == "POST" => {
                assert_eq!(operation.body, ["name", "email", "provider", "credentials"]);
                let whole =
                    json!({"name": "N", "email": "a@example.com", "provider": "upkeep", "credentials": credentials});
                for name in &operation.body {
                    let mut without = whole.clone();
                    without.as_object_mut().expect("an object").shift_remove(name);
                    let refused = plant.sandbox.ask(token, "POST", &path, Some(&without)).await;
                    assert_eq!(refused.status, 422, "{name}");
                    assert!(refused.body["error"]["message"].as_str().is_some_and(|text| text.contains(name.as_str())));
                }
                vec![whole]
            }
            "/api/system/connections/{id}/metadata" if operation.method == "POST" => {
                assert_eq!(operation.body, ["key", "value"]);
                vec![json!([{"key": "plant", "value": "7"}])]
            }
            "/api/passthrough" => {
                let names = ["path", "method", "headers", "query", "base64encoded", "body", "sql", "parameters"];
                assert_eq!(operation.body, names);
                vec![
                    json!({"path": "/EKKO", "method": "get", "headers": {"x-a": "b"}, "query": {"ORDER_NO": "x"}}),
                    json!({"path": "/EKKO", "method": "post", "base64encoded": true, "body": "e30="}),
                    json!({"method": "get", "sql": "SELECT KEY FROM EKKO WHERE KEY = ?", "parameters": ["x"]}),
                ]
            }
            _ => vec![Value::Null],
        };
        for body in bodies {
            let body = Some(&body).filter(|body| !body.is_null());
            taken(&operation, &plant.sandbox.ask(token, &operation.method, &path, body).await);
        }
    }
}
