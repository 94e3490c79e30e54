//! Settings of a connection: what its answers show, from the moment it is set.

use serde_json::{Value, json};

use super::{DomainClient, texts};

impl DomainClient {
    fn place(&self, what: &str) -> String {
        format!("/api/system/connections/{}/{what}", self.id)
    }

    async fn set(&self, changes: &Value) -> Value {
        self.sandbox.put(&self.place("settings"), changes).await.data()
    }
}

fn problems(answer: &crate::support::sandbox::Answer, field: &str) -> String {
    assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"), "{}", answer.body);
    answer.body["error"]["details"][field][0].as_str().unwrap_or_else(|| panic!("{field}: {}", answer.body)).to_owned()
}

#[tokio::test]
async fn custom_fields_appear_and_disappear_at_once() {
    let plant = DomainClient::of("sap").await;
    let assets = "/api/eam/assets?per_page=5";
    let before = plant.get(assets).await.data();
    assert!(before[0].get("customFields").is_none());
    let orders = plant.get("/api/erp/purchase-orders").await.data();
    assert!(orders[1]["customFields"]["costCenter"].is_string() && orders[0].get("customFields").is_none());

    let settings = plant.set(&json!({"custom_fields": {"assets": ["riskScore", "warrantyEndsAt"]}})).await;
    assert_eq!(settings["custom_fields"]["assets"], json!(["riskScore", "warrantyEndsAt"]));
    assert_eq!(settings["custom_fields"]["purchase-orders"].as_array().map(Vec::len), Some(3), "others stay");
    let after = plant.get(assets).await.data();
    let mut row = after[0].clone();
    let custom = row.as_object_mut().expect("a row").shift_remove("customFields").expect("shown");
    assert!(custom["riskScore"].is_u64() && custom["warrantyEndsAt"].is_string() && custom.get("assetOwner").is_none());
    assert_eq!(row, before[0], "the standard fields are as they were");

    // Fields that are shown can be asked for; the others cannot.
    let risky = plant.all("/api/eam/assets?filter[riskScore:gt]=90&sort[riskScore]=1").await;
    let scores: Vec<u64> =
        risky.iter().map(|row| row["customFields"]["riskScore"].as_u64().expect("a score")).collect();
    assert!(!scores.is_empty() && scores.iter().all(|score| *score > 90) && scores.is_sorted_by(|a, b| a >= b));
    assert!(
        problems(&plant.get("/api/eam/assets?filter[assetOwner]=x").await, "filter[assetOwner]").contains("riskScore")
    );

    // The same value is in the system's own table, where it always was.
    let key = after[0]["key"].as_str().expect("a key");
    let raw = plant.get(&format!("/api/raw/tables/EQUI/data?filter[KEY]={key}")).await.data();
    assert_eq!(raw[0]["RISK_SCORE"], custom["riskScore"]);

    // As it was shown, it may come back: it is left as it is.
    let back =
        plant.send("PUT", &format!("/api/eam/assets/{key}"), &json!({"customFields": custom, "notes": "n"})).await;
    assert_eq!((back.status.as_u16(), back.header("x-makini-sandbox-ignored")), (200, "customFields"));
    plant.set(&json!({"custom_fields": {"assets": [], "purchase-orders": []}})).await;
    assert!(plant.get(assets).await.data()[0].get("customFields").is_none());
    assert!(plant.get("/api/erp/purchase-orders").await.data()[1].get("customFields").is_none());
}

#[tokio::test]
async fn custom_tables_and_entities_appear_at_once_and_sync() {
    let plant = DomainClient::of("ibm-maximo").await;
    let list = "/api/eam/inspections";
    assert_eq!(plant.get(list).await.refusal(), (404, "NOT_FOUND"));
    assert_eq!(plant.get("/api/raw/tables/Z_INSPECTIONS/data").await.refusal(), (404, "NOT_FOUND"));
    plant.set(&json!({"custom_entities": ["inspections"], "custom_tables": ["Z_PERMITS"]})).await;
    let answer = plant.get(&format!("{list}?per_page=7&page=2&sort[score]=1")).await;
    assert_eq!((&answer.body["meta"]["from"], &answer.body["meta"]["per_page"]), (&json!(8), &json!(7)));
    let row = answer.data()[3].clone();
    let key = row["key"].as_str().expect("a key");
    assert_eq!(plant.get(&format!("{list}/{key}")).await.data(), row);
    let asset = row["assetKey"].as_str().expect("linked");
    assert_eq!(plant.get(&format!("/api/eam/assets/{asset}")).await.data()["siteKey"], row["siteKey"]);
    let tables = plant.get("/api/raw/tables").await.data();
    let names = texts(tables.as_array().expect("tables"), "name");
    assert!(names.contains(&"Z_PERMITS") && !names.contains(&"Z_INSPECTIONS"), "each is switched on for itself");
    assert!(plant.get("/api/raw/tables/Z_PERMITS/data").await.data()[0].get("ISSUED_BY").is_some());
    assert_eq!(plant.send("POST", list, &json!({})).await.refusal(), (405, "OPERATION_NOT_SUPPORTED"));
    assert_eq!(plant.get("/api/erp/inspections").await.refusal(), (404, "NOT_FOUND"), "it is of another domain");

    let syncs = plant.place("syncs");
    let sync = plant.sandbox.post(&syncs, &json!({"mode": "full", "entities": ["inspections"]})).await.data();
    plant.sandbox.wait(60);
    let sync = plant.sandbox.get(&format!("{syncs}/{}", sync["id"].as_str().expect("an ID"))).await.data();
    assert_eq!((&sync["status"], &sync["entities"][0]["entity"]), (&json!("completed"), &json!("inspections")));
    plant.set(&json!({"custom_entities": []})).await;
    assert_eq!(plant.get(list).await.refusal(), (404, "NOT_FOUND"));
}

#[tokio::test]
async fn an_entity_that_is_left_out_is_neither_served_nor_synced() {
    let plant = DomainClient::of("upkeep").await;
    plant.set(&json!({"entities": ["assets", "sites"]})).await;
    let refused = plant.get("/api/eam/work-orders").await;
    assert_eq!(refused.refusal(), (405, "OPERATION_NOT_SUPPORTED"));
    assert!(refused.body.to_string().contains("settings"), "{}", refused.body);
    assert_eq!(plant.get("/api/eam/sites").await.status, 200);
    plant.sandbox.post(&plant.place("syncs"), &json!({"mode": "full"})).await.data();
    plant.sandbox.wait(60);
    let newest = plant.sandbox.get(&plant.place("syncs")).await.data()[0].clone();
    assert_eq!(texts(newest["entities"].as_array().expect("entities"), "entity"), ["sites", "assets"]);
    plant.set(&json!({"entities": null})).await;
    assert_eq!(plant.get("/api/eam/work-orders").await.status, 200);
}

#[tokio::test]
async fn a_field_comes_from_where_the_mapping_says() {
    let plant = DomainClient::of("sap").await;
    let (one, other) = (plant, DomainClient::of("sap").await);
    let list = "/api/eam/assets?per_page=3";
    let before = one.get(list).await.data();
    let shown = one.sandbox.get(&one.place("mappings?entity=assets")).await.data();
    assert_eq!(shown[0]["table"], "EQUI");
    let line = |mapping: &Value, field: &str| {
        mapping["fields"].as_array().expect("fields").iter().find(|line| line["field"] == field).cloned()
    };
    let serial = json!({"field": "serialNumber", "source": "SERIAL_NUMBER", "origin": "standard"});
    assert_eq!(line(&shown[0], "serialNumber"), Some(serial));

    let change = json!({"fields": {"description": "SERIAL_NUMBER", "owner": "ASSET_OWNER", "cost": "install_cost"}});
    let changed = one.sandbox.put(&one.place("mappings/assets"), &change).await.data();
    let remapped = json!({"field": "description", "source": "SERIAL_NUMBER", "origin": "remapped"});
    assert_eq!(line(&changed, "description"), Some(remapped));
    assert_eq!(line(&changed, "owner").expect("there")["origin"], "added");
    let after = one.get(list).await.data();
    for (before, after) in before.as_array().expect("rows").iter().zip(after.as_array().expect("rows")) {
        assert_eq!(after["description"], before["serialNumber"]);
        assert_eq!(after["serialNumber"], before["serialNumber"]);
        assert!(after["customFields"]["owner"].is_string() && after["customFields"]["cost"].is_string());
    }
    let serial = before[1]["serialNumber"].as_str().expect("text");
    assert_eq!(one.all(&format!("/api/eam/assets?filter[description]={serial}")).await[0]["key"], before[1]["key"]);
    let raw = one.get("/api/raw/tables/EQUI/data").await.data();
    assert_eq!(raw[0]["DESCRIPTION"], before[0]["description"], "the system's own table stays");
    assert_eq!(other.get(list).await.data()[0].get("customFields"), None, "another connection keeps its own");

    for (field, column, said) in [
        ("createdAt", "NAME", "a time"),
        ("siteKey", "VENDOR_KEY", "keys"),
        ("key", "NAME", "keys"),
        ("description", "NOPE", "SERIAL_NUMBER"),
        ("documents", "NAME", "plain"),
        ("not a name", "NAME", "letters"),
        ("", "NAME", "letters"),
    ] {
        let answer = one.sandbox.put(&one.place("mappings/assets"), &json!({"fields": {field: column}})).await;
        let problem = problems(&answer, &format!("fields.{field}"));
        assert!(problem.contains(said), "{field}: {problem}");
    }
    let back = json!({"fields": {"description": null, "owner": null, "cost": null}});
    one.sandbox.put(&one.place("mappings/assets"), &back).await.data();
    assert_eq!(one.get(list).await.data(), before);
}

#[tokio::test]
async fn settings_that_make_no_sense_are_named() {
    let plant = DomainClient::of("upkeep").await;
    for (change, field) in [
        (json!({"schedule_seconds": 899}), "schedule_seconds"),
        (json!({"schedule_seconds": 86_401}), "schedule_seconds"),
        (json!({"schedule_seconds": "1h"}), "schedule_seconds"),
        (json!({"scale": 0}), "scale"),
        (json!({"scale": 1_001}), "scale"),
        (json!({"entities": ["stocks", "unicorns"]}), "entities"),
        (json!({"entities": "assets"}), "entities"),
        (json!({"custom_fields": ["a"]}), "custom_fields"),
        (json!({"custom_fields": {"assets": ["colour"]}}), "custom_fields.assets"),
        (json!({"custom_fields": {"invoices": ["costCenter"]}}), "custom_fields.invoices"),
        (json!({"custom_tables": ["Z_COST_CENTERS"]}), "custom_tables"),
        (json!({"custom_entities": ["dock-appointments"]}), "custom_entities"),
        (json!({"colour": "red"}), "colour"),
    ] {
        let mut all = change.as_object().expect("an object").clone();
        // What is right beside what is wrong is not taken either.
        all.insert("custom_entities".into(), change.get("custom_entities").cloned().unwrap_or(json!(["inspections"])));
        let answer = plant.sandbox.put(&plant.place("settings"), &Value::Object(all)).await;
        problems(&answer, field);
    }
    let settings = plant.sandbox.get(&plant.place("settings")).await.data();
    assert_eq!((&settings["custom_entities"], &settings["schedule_seconds"]), (&json!([]), &json!(3600)));
    let next = plant.set(&json!({"schedule_seconds": 900})).await;
    assert_eq!(next["schedule_seconds"], 900);
    assert_eq!(plant.sandbox.connection(&plant.id).await["schedule_seconds"], 900);
    assert_eq!(plant.set(&json!({"schedule_seconds": null})).await["schedule_seconds"], Value::Null);
    let own = plant.sandbox.ask(&plant.token, "GET", &plant.place("settings"), None).await;
    assert_eq!(own.refusal(), (403, "PERMISSION_DENIED"));
}
