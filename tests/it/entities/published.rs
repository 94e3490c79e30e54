//! The catalogue and the answers against the published documents.

use std::collections::{BTreeMap, BTreeSet};

use makini::api::entities::{self, Domain, Kind, Verb};
use serde_json::Value;

use super::DomainClient;
use crate::support::require;

/// Where the answer is not what the document names, and why: `MaterialItem` is published for exactly these lists (it has
/// a key for each kind of parent) and referred to by none of them.
const ARGUED: &[(&str, &str)] = &[
    ("/api/eam/work-orders/materials", "WorkOrder"),
    ("/api/eam/work-orders/{key}/materials", "WorkOrder"),
    ("/api/eam/work-orders/{key}/materials/{materialKey}", "WorkOrder"),
];

fn document(domain: Domain) -> Option<Value> {
    let file = format!("spec/openapi-valid/oas3_{}.json", domain.slug());
    let text = std::fs::read_to_string(require::shared()?.join(file)).expect("the published document");
    Some(serde_json::from_str(&text).expect("JSON"))
}

fn schema_name(schema: &Value) -> String {
    let reference = schema["$ref"].as_str().or_else(|| schema["items"]["$ref"].as_str()).unwrap_or_default();
    reference.rsplit('/').next().unwrap_or_default().to_owned()
}

#[test]
fn every_published_path_and_method_is_in_the_catalogue_and_no_other() {
    if !require::tool("shared") {
        return;
    }
    for domain in Domain::ALL {
        let document = document(domain).expect("there");
        let mut published = BTreeMap::new();
        for (path, methods) in document["paths"].as_object().expect("paths") {
            for (method, operation) in methods.as_object().expect("methods") {
                let answer =
                    &operation["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["data"];
                let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
                let sized = parameters.iter().any(|parameter| parameter["name"] == "per_page");
                let lists = parameters.iter().any(|parameter| parameter["name"] == "page");
                let argued = ARGUED.contains(&(path.as_str(), schema_name(answer).as_str()));
                let schema = if argued || answer.is_null() { "MaterialItem".to_owned() } else { schema_name(answer) };
                published.insert((method.to_uppercase(), path.clone()), (schema, lists, sized));
            }
        }
        let ours: BTreeMap<_, _> = entities::endpoints(domain)
            .into_iter()
            .map(|end| ((end.method.to_owned(), end.path), (end.schema.to_owned(), end.lists, end.per_page)))
            .collect();
        assert_eq!(ours, published);
    }
}

#[test]
fn every_published_field_is_in_the_catalogue_with_its_type_and_no_other() {
    if !require::tool("shared") {
        return;
    }
    let mut seen = BTreeSet::new();
    for domain in Domain::ALL {
        let document = document(domain).expect("there");
        for (name, schema) in document["components"]["schemas"].as_object().expect("schemas") {
            if schema["type"] == "array" {
                continue;
            }
            seen.insert(name.clone());
            let ours = entities::fields(name).unwrap_or_else(|| panic!("no schema {name}"));
            let empty = serde_json::Map::new();
            let published = schema["properties"].as_object().unwrap_or(&empty);
            let names: Vec<&str> = ours.iter().map(|field| field.name).collect();
            assert_eq!(names, published.keys().map(String::as_str).collect::<Vec<_>>(), "{name}");
            for field in ours {
                let says = &published[field.name];
                let kind = match field.kind {
                    Kind::Refs(_) | Kind::List | Kind::Objects(_) => "array",
                    Kind::Object(_) => "object",
                    Kind::Bool => "boolean",
                    Kind::Number => "integer",
                    _ => "string",
                };
                // Fields of any type say none.
                let published = says["type"].as_str().unwrap_or(if says["$ref"].is_null() { kind } else { "object" });
                assert_eq!(kind, published, "{name}.{}", field.name);
                if let Kind::Object(of) | Kind::Objects(of) = field.kind {
                    assert_eq!(of, schema_name(says), "{name}.{}", field.name);
                }
            }
        }
    }
    assert_eq!(entities::schemas().map(str::to_owned).collect::<BTreeSet<_>>(), seen);
}

#[test]
fn every_published_input_is_in_the_catalogue_and_no_other() {
    if !require::tool("shared") {
        return;
    }
    for domain in Domain::ALL {
        let document = document(domain).expect("there");
        let inputs = |path: &str, method: &str| {
            let content = document["paths"][path][method]["requestBody"]["content"].as_object().cloned();
            let schema = content.and_then(|content| content.values().next().map(|content| content["schema"].clone()));
            let schema = schema.unwrap_or_default();
            let names: BTreeSet<String> =
                schema["properties"].as_object().into_iter().flatten().map(|(k, _)| k.clone()).collect();
            names
        };
        let ours =
            |inputs: &[entities::Input]| inputs.iter().map(|input| input.name.to_owned()).collect::<BTreeSet<_>>();
        for row in entities::all() {
            if row.allows(domain, Verb::Create) {
                assert_eq!(ours(row.inputs(Verb::Create)), inputs(&row.list_path(domain), "post"), "{}", row.path);
            }
            if row.allows(domain, Verb::Update) {
                assert_eq!(ours(row.inputs(Verb::Update)), inputs(&row.one_path(domain), "put"), "{}", row.path);
            }
        }
        for nested in entities::nested().iter().filter(|nested| nested.domains.contains(&domain)) {
            let path = format!("/api/{}/{}", domain.slug(), nested.path);
            assert_eq!(ours(&nested.inputs), inputs(&path, &nested.method.to_lowercase()), "{path}");
        }
    }
}

/// A value must be what its kind says, and an object must have no field that is not published.
fn check(schema: &str, object: &Value, place: &str) {
    let fields = entities::fields(schema).expect("known");
    // An object without published fields may hold anything.
    for (name, value) in object.as_object().expect("an object").iter().filter(|_| !fields.is_empty()) {
        if name == "customFields" {
            continue;
        }
        let field = fields.iter().find(|field| field.name == name).unwrap_or_else(|| panic!("{place}: {name}"));
        let place = format!("{place}.{name}");
        match field.kind {
            Kind::Objects(of) => value.as_array().expect("a list").iter().for_each(|part| check(of, part, &place)),
            Kind::Object(of) => check(of, value, &place),
            Kind::Refs(_) | Kind::List => assert!(value.is_array(), "{place}"),
            Kind::Bool => assert!(value.is_boolean(), "{place}"),
            Kind::Number => assert!(value.is_i64() || value.is_u64(), "{place}"),
            Kind::Time => {
                assert!(value.as_str().is_some_and(|text| text.len() == 20 && text.ends_with('Z')), "{place}: {value}");
            }
            Kind::Money | Kind::NumberText => {
                assert!(value.as_str().is_some_and(|text| text.parse::<f64>().is_ok()), "{place}: {value}");
            }
            _ => assert!(value.is_string(), "{place}: {value}"),
        }
    }
}

#[tokio::test]
async fn every_list_and_object_answers_what_is_published() {
    let plant = DomainClient::of("sap").await;
    for domain in Domain::ALL {
        let ends = entities::endpoints(domain);
        let mut keys: BTreeMap<String, String> = BTreeMap::new();
        for end in ends.iter().filter(|end| end.lists && !end.path.contains('{')) {
            let answer = plant.get(&end.path).await;
            assert_eq!(answer.status, 200, "{}: {}", end.path, answer.body);
            let rows = answer.body["data"].as_array().expect("rows");
            assert!(!rows.is_empty(), "{} is empty", end.path);
            for row in rows {
                check(end.schema, row, &end.path);
            }
            if let Some(key) = rows[0]["key"].as_str() {
                keys.insert(end.path.clone(), key.to_owned());
            }
            for part in ["first", "last"] {
                assert!(
                    answer.body["links"][part].as_str().is_some_and(|link| link.contains(&end.path)),
                    "{}",
                    end.path
                );
            }
            assert_eq!(answer.body["meta"]["current_page"], 1);
        }
        for end in ends.iter().filter(|end| end.method == "GET" && end.path.contains("{key}")) {
            let (list, _) = end.path.split_once("/{key}").expect("a key");
            let path = end.path.replace("{key}", &keys[list]);
            let answer = plant.get(&path).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.body);
            let data = &answer.body["data"];
            if end.lists {
                data.as_array().expect("rows").iter().for_each(|row| check(end.schema, row, &path));
            } else {
                check(end.schema, data, &path);
                assert_eq!(data["key"], keys[list].as_str());
            }
        }
    }
}

#[tokio::test]
async fn what_is_not_published_is_refused() {
    let plant = DomainClient::of("upkeep").await;
    let list = plant.get("/api/eam/assets").await.data();
    let key = list[0]["key"].as_str().expect("a key").to_owned();
    for (method, path, status) in [
        ("DELETE", format!("/api/eam/assets/{key}"), 405),
        ("POST", "/api/eam/vendors".into(), 405),
        ("PATCH", format!("/api/eam/assets/{key}"), 405),
        ("GET", "/api/eam/statuses/invoices".into(), 404),
        ("GET", "/api/eam/vendors/02000000000000".into(), 404),
        ("GET", format!("/api/eam/vendors/{key}"), 404),
        // A maintenance system has no warehouse.
        ("GET", "/api/wms/stocks".into(), 405),
    ] {
        let answer = plant.sandbox.ask(&plant.token, method, &path, None).await;
        assert_eq!(answer.status.as_u16(), status, "{method} {path}: {}", answer.body);
        let code = if status == 405 { "OPERATION_NOT_SUPPORTED" } else { "NOT_FOUND" };
        assert_eq!(answer.refusal().1, code, "{method} {path}");
    }
    let wrong = plant.sandbox.get("/api/eam/assets").await;
    assert_eq!(wrong.refusal(), (403, "PERMISSION_DENIED"), "the application's token is no connection's");
}
