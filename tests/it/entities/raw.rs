//! Raw tables and passthrough: the same data under the names of the system.

use serde_json::{Value, json};

use super::{DomainClient, texts};

#[tokio::test]
async fn tables_have_the_names_of_the_system_and_the_rows_of_the_api() {
    let plant = DomainClient::of("sap").await;
    let tables = plant.get("/api/raw/tables").await.data();
    let names = texts(tables.as_array().expect("tables"), "name");
    for name in ["EKKO", "EKPO", "LFA1", "MARA", "EQUI", "AUFK"] {
        assert!(names.contains(&name), "no {name}");
    }
    let raw = plant.get("/api/raw/tables/EKKO/data?page=2").await;
    let api = plant.get("/api/erp/purchase-orders?page=2").await;
    assert_eq!(raw.body["meta"]["total"], api.body["meta"]["total"]);
    let (raw, api) = (raw.data(), api.data());
    assert_eq!(raw[0]["ORDER_NO"], api[0]["orderNo"]);
    assert_eq!(raw[0]["VENDOR_KEY"], api[0]["vendorKey"]);
    assert!(raw[0].get("LINE_ITEMS").is_none(), "lines are in a table of their own");
    let number = api[4]["orderNo"].as_str().expect("text");
    let found = plant.get(&format!("/api/raw/tables/ekko/data?filter[ORDER_NO]={number}")).await.data();
    assert_eq!(found[0]["KEY"], api[4]["key"]);
    let unknown = plant.get("/api/raw/tables/EKKO/data?filter[EBELN]=1").await;
    assert_eq!(unknown.refusal(), (422, "VALIDATION_FAILED"));
    assert!(unknown.body.to_string().contains("ORDER_NO"));
    assert_eq!(plant.get("/api/raw/tables/NOPE/data").await.refusal(), (404, "NOT_FOUND"));
    let sample = DomainClient::of("upkeep").await.get("/api/raw/tables/work-orders/data").await.data();
    assert!(sample[0].get("due_at").is_some());
}

async fn pass(plant: &DomainClient, body: Value) -> Value {
    plant.send("POST", "/api/passthrough", &body).await.data()
}

#[tokio::test]
async fn passthrough_reaches_the_tables_of_the_system() {
    let plant = DomainClient::of("jd-edwards").await;
    // The published sample: a browse of F4801.
    let body = json!({"targetName": "F4801", "targetType": "table", "dataServiceType": "BROWSE"});
    let answer = pass(&plant, json!({"path": "dataservice", "method": "post", "body": body})).await;
    assert_eq!((&answer["status"], &answer["body"]["table"]), (&json!(200), &json!("F4801")));
    let key = answer["body"]["rows"][2]["KEY"].as_str().expect("a key").to_owned();
    let one = pass(&plant, json!({"path": format!("/v2/F4801/{key}"), "method": "get"})).await;
    assert_eq!(one["body"]["KEY"], key.as_str());
    let coded =
        pass(&plant, json!({"path": "F4101", "method": "post", "base64encoded": true, "body": "eyJhIjoxfQ=="})).await;
    assert_eq!((&coded["status"], &coded["body"]["received"]), (&json!(201), &json!({"a": 1})));
    assert_eq!(pass(&plant, json!({"path": "/nowhere", "method": "get"})).await["status"], 404);
}

#[tokio::test]
async fn what_passthrough_cannot_send_is_named() {
    let plant = DomainClient::of("sap").await;
    for (field, body) in [
        ("method", json!({"path": "/EKKO"})),
        ("method", json!({"path": "/EKKO", "method": "patch"})),
        ("path", json!({"method": "get"})),
        ("path", json!({"method": "get", "path": "http://169.254.169.254/"})),
        ("body", json!({"method": "post", "path": "/EKKO", "base64encoded": true, "body": "%%%"})),
    ] {
        let answer = plant.send("POST", "/api/passthrough", &body).await;
        assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"), "{body}");
        assert!(answer.body["error"]["details"].get(field).is_some(), "{body}: {}", answer.body);
    }
}
