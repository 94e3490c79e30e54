//! Creates and updates: kept, checked, and refused where the connected system would refuse.

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use super::DomainClient;

async fn first(plant: &DomainClient, path: &str) -> String {
    plant.get(path).await.data()[0]["key"].as_str().expect("a key").to_owned()
}

async fn state(plant: &DomainClient, list: &str, code: &str) -> String {
    let states = plant.get(list).await.data();
    let found = states.as_array().expect("rows").iter().find(|row| row["code"] == code).expect("a state");
    found["key"].as_str().expect("a key").to_owned()
}

fn problems(body: &Value) -> Vec<&str> {
    body["error"]["details"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect()
}

#[tokio::test]
async fn what_is_created_and_changed_is_there_afterwards() {
    let plant = DomainClient::of("netsuite").await;
    let vendor = first(&plant, "/api/erp/vendors").await;
    let path = "/api/erp/purchase-orders";
    let before = plant.get(path).await.body["meta"]["total"].as_u64().expect("a number");
    let body = json!({
        "vendorKey": vendor, "orderNo": "PO-77", "title": "Bearings", "totalNetValue": 120.5, "dueAt": "2026-04-01",
        "lineItems": [{"name": "Bearing", "quantity": 4}],
    });
    let made = plant.send("POST", path, &body).await.data();
    assert_eq!(made["totalNetValue"], "120.5");
    assert_eq!(made["dueAt"], "2026-04-01T00:00:00Z");
    assert!(made["lineItems"][0]["key"].is_string() && made["statusKey"].is_string());
    let key = made["key"].as_str().expect("a key").to_owned();
    let one = format!("{path}/{key}");
    assert_eq!(plant.get(&one).await.data(), made);
    let found = plant.get(&format!("{path}?filter[orderNo]=PO-77")).await.data();
    assert_eq!(found, json!([made]));
    assert_eq!(plant.get(path).await.body["meta"]["total"], before + 1);

    let changed =
        plant.send("PUT", &one, &json!({"code": "PO-77", "title": "More bearings", "dueAt": null})).await.data();
    assert_eq!(changed["title"], "More bearings");
    assert!(changed.get("dueAt").is_none(), "null empties a field");
    assert_eq!(plant.get(&one).await.data(), changed);

    let material = first(&plant, "/api/erp/materials?page=2").await;
    let one = format!("/api/erp/materials/{material}");
    let old = plant.get(&one).await.data();
    let changed = plant.send("PUT", &one, &json!({"description": "checked"})).await.data();
    assert_eq!((&changed["description"], &changed["name"]), (&json!("checked"), &old["name"]));
    assert_eq!(plant.get(&one).await.data(), changed);
    let listed = plant.get("/api/erp/materials?page=2").await.data();
    assert_eq!(listed[0], changed);
    let other = plant.sandbox.connected("netsuite").await.1;
    let theirs = plant.sandbox.ask(&other, "GET", &format!("{path}?filter[orderNo]=PO-77"), None).await.data();
    assert_eq!(theirs, json!([]), "another connection sees nothing of it");
}

#[tokio::test]
async fn each_system_wants_its_own_fields() {
    for (slug, missing) in [
        ("upkeep", vec!["assetKey", "title", "severity", "scheduledAt"]),
        ("emaint", vec!["assetKey", "title", "scheduledAt"]),
        ("maintain-x", vec!["siteKey", "title"]),
        ("infor-e", vec!["assetKey", "title"]),
        ("inextia", vec!["assetKey", "title", "severity", "scheduledAt"]),
        (
            "service-channel",
            vec!["organizationKey", "siteKey", "accountKey", "title", "description", "severity", "scheduledAt"],
        ),
        ("fiix", vec![]),
    ] {
        let plant = DomainClient::of(slug).await;
        let answer = plant.send("POST", "/api/eam/work-orders", &json!({})).await;
        if missing.is_empty() {
            assert_eq!(answer.status, 200, "{slug}: {}", answer.body);
        } else {
            assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"), "{slug}");
            assert_eq!(problems(&answer.body), missing, "{slug}");
        }
    }
    let plant = DomainClient::of("service-channel").await;
    let body = json!({
        "organizationKey": first(&plant, "/api/eam/organizations").await,
        "siteKey": first(&plant, "/api/eam/sites").await,
        "accountKey": first(&plant, "/api/eam/accounts").await,
        "title": "Door", "description": "It does not close", "severity": "High", "scheduledAt": "2026-03-05T08:00:00+01:00",
    });
    let made = plant.send("POST", "/api/eam/work-orders", &body).await.data();
    assert_eq!(
        (&made["organizationKey"], &made["scheduledAt"]),
        (&body["organizationKey"], &json!("2026-03-05T07:00:00Z"))
    );
}

#[tokio::test]
async fn what_is_wrong_is_named_field_by_field() {
    let plant = DomainClient::of("netsuite").await;
    let body = json!({"vendorKey": "02nobody", "dueAt": "soon", "totalNetValue": "much", "titel": "x", "title": 5});
    let answer = plant.send("POST", "/api/erp/purchase-orders", &body).await;
    assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"));
    let mut named = problems(&answer.body);
    named.sort_unstable();
    assert_eq!(named, ["dueAt", "titel", "title", "totalNetValue", "vendorKey"]);
    assert_eq!(plant.send("POST", "/api/erp/purchase-orders", &json!([1])).await.refusal().0, 422);
    let order = state(&plant, "/api/erp/statuses/purchase-orders", "draft").await;
    let order = plant.get(&format!("/api/erp/purchase-orders?filter[statusKey]={order}")).await.data();
    let one = format!("/api/erp/purchase-orders/{}", order[0]["key"].as_str().expect("a key"));
    assert_eq!(
        problems(&plant.send("PUT", &one, &json!({"title": "x"})).await.body),
        ["code"],
        "required by the document"
    );
    let answer = plant.send("PUT", &one, &json!({"code": "1", "shipmentDate": "2026-01-01"})).await;
    assert_eq!(answer.header("x-makini-sandbox-ignored"), "shipmentDate");
}

#[tokio::test]
async fn an_approved_order_changes_only_its_state() {
    let plant = DomainClient::of("sap").await;
    let list = "/api/erp/statuses/purchase-orders";
    let (draft, approved) = (state(&plant, list, "draft").await, state(&plant, list, "approved").await);
    let orders = plant.get(&format!("/api/erp/purchase-orders?filter[statusKey]={draft}")).await.data();
    let one = format!("/api/erp/purchase-orders/{}", orders[0]["key"].as_str().expect("a key"));
    assert_eq!(plant.send("PUT", &one, &json!({"code": "1", "title": "still mine"})).await.status, 200);
    let status = format!("{one}/status");
    let answer = plant.send("PUT", &status, &json!({"status": "Approved"})).await.data();
    assert_eq!(answer["statusKey"], approved.as_str());
    assert_eq!(plant.send("PUT", &one, &json!({"code": "1", "title": "too late"})).await.refusal(), (409, "CONFLICT"));
    assert_eq!(plant.get(&one).await.data()["title"], "still mine");
    assert_eq!(problems(&plant.send("PUT", &status, &json!({"statusKey": approved})).await.body), ["status"]);
    assert_eq!(problems(&plant.send("PUT", &status, &json!({"status": "eaten"})).await.body), ["status"]);

    let work = format!("/api/eam/work-orders/{}", first(&plant, "/api/eam/work-orders").await);
    let done = state(&plant, "/api/eam/statuses/work-orders", "completed").await;
    let answer = plant.send("PUT", &format!("{work}/status"), &json!({"statusKey": done})).await.data();
    assert_eq!((&answer["statusKey"], &answer["status"]), (&json!(done), &json!("Completed")));
    let open = state(&plant, "/api/eam/statuses/work-orders", "open").await;
    let answer = plant.send("PUT", &work, &json!({"statusKey": open})).await.data();
    assert_eq!((&answer["statusKey"], &answer["status"]), (&json!(open), &json!("Open")));
    assert_eq!(plant.get(&work).await.data(), answer);
    let named = plant.send("PUT", &format!("{work}/status"), &json!({"statusKey": "completed"})).await;
    assert_eq!(problems(&named.body), ["statusKey"], "work orders take the key, not the code");

    let shipment = format!("/api/wms/shipment-orders/{}", first(&plant, "/api/wms/shipment-orders").await);
    let delivered = state(&plant, "/api/wms/statuses/shipment-orders", "delivered").await;
    let answer = plant.sandbox.ask(&plant.token, "POST", &format!("{shipment}/delivered"), None).await.data();
    assert_eq!(answer["statusKey"], delivered.as_str());
}

#[tokio::test]
async fn inventory_and_materials_below_a_row_are_kept() {
    let plant = DomainClient::of("sap").await;
    let material = first(&plant, "/api/eam/materials").await;
    let path = format!("/api/eam/materials/{material}/inventory");
    let answer = plant.send("PUT", &path, &json!({"quantity": 7})).await.data();
    assert_eq!(answer["inventories"][0]["quantity"], 7);
    let key = answer["inventories"][0]["key"].as_str().expect("a key");
    assert_eq!(plant.get(&format!("/api/eam/inventories/{key}")).await.data()["quantity"], 7);

    let work = first(&plant, "/api/eam/work-orders").await;
    let path = format!("/api/eam/work-orders/{work}/materials");
    let before = plant.get(&path).await.data().as_array().expect("rows").len();
    let storeroom = first(&plant, "/api/eam/storerooms").await;
    let body = json!({"materialKey": material, "storeroomKey": storeroom, "requiredQuantity": 3, "usedQuantity": 0});
    let made = plant.send("POST", &path, &body).await.data();
    assert_eq!((&made["materialKey"], &made["requiredQuantity"]), (&json!(material), &json!(3)));
    assert_eq!(plant.get(&path).await.data().as_array().expect("rows").len(), before + 1);
    let one = format!("{path}/{material}");
    let used = json!({"requiredQuantity": 3, "usedQuantity": 2});
    assert_eq!(plant.send("PUT", &one, &used).await.data()["usedQuantity"], 2);
    assert_eq!(problems(&plant.send("PUT", &one, &json!({})).await.body), ["requiredQuantity", "usedQuantity"]);
    let none = plant.send("PUT", &format!("{path}/{storeroom}"), &used).await;
    assert_eq!(none.refusal(), (404, "NOT_FOUND"));
}

#[tokio::test]
async fn a_sample_answers_as_if_and_changes_nothing() {
    let plant = DomainClient::of("upkeep").await;
    let metadata = json!([{"key": "sample", "value": "true"}]);
    plant.sandbox.post(&format!("/api/system/connections/{}/metadata", plant.id), &metadata).await.data();
    let path = "/api/eam/assets";
    let total = plant.get(path).await.body["meta"]["total"].clone();
    let answer = plant.send("POST", path, &json!({"name": "Pump"})).await;
    assert_eq!((answer.header("x-makini-sandbox-read-only"), answer.status.as_u16()), ("true", 200));
    let made = answer.data();
    assert_eq!(made["name"], "Pump");
    assert_eq!(plant.get(path).await.body["meta"]["total"], total);
    let one = format!("{path}/{}", made["key"].as_str().expect("a key"));
    assert_eq!(plant.get(&one).await.status, 404);
    let one = format!("{path}/{}", first(&plant, path).await);
    let before = plant.get(&one).await.data();
    assert_eq!(plant.send("PUT", &one, &json!({"name": "Other"})).await.data()["name"], "Other");
    assert_eq!(plant.get(&one).await.data(), before);
}

#[tokio::test]
async fn a_document_is_uploaded_as_a_form() {
    let plant = DomainClient::of("upkeep").await;
    let form = |body: &str| {
        Request::post("/api/eam/documents")
            .header("host", "127.0.0.1:4000")
            .header("authorization", format!("Bearer {}", plant.token))
            .header("content-type", "multipart/form-data; boundary=XX")
            .body(Body::from(body.to_owned()))
            .expect("a valid request")
    };
    let whole = "--XX\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nManual\r\n--XX\r\nContent-Disposition: form-data; \
                 name=\"file\"; filename=\"pump.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--XX--\r\n";
    let made = plant.sandbox.raw(form(whole)).await.data();
    assert_eq!(
        (&made["name"], &made["contentType"], &made["type"]),
        (&json!("Manual"), &json!("application/pdf"), &json!("pdf"))
    );
    let key = made["key"].as_str().expect("a key");
    assert_eq!(plant.get(&format!("/api/eam/documents/{key}")).await.data(), made);
    let half = "--XX\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n \r\n--XX--\r\n";
    assert_eq!(problems(&plant.sandbox.raw(form(half)).await.body), ["file", "name"]);
    for broken in ["", "--XX\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\ncut", "nonsense"] {
        assert_eq!(plant.sandbox.raw(form(broken)).await.refusal(), (400, "INVALID_REQUEST"), "{broken:?}");
    }
    let json = plant.send("POST", "/api/eam/documents", &json!({"name": "x"})).await;
    assert_eq!(json.refusal(), (400, "INVALID_REQUEST"));
}

#[tokio::test]
async fn what_comes_inside_a_body_takes_the_form_of_the_answer() {
    let plant = DomainClient::of("sap").await;
    let tasks = json!([{ "title": "Grease", "code": null, "checkList": null, "mood": "good" }]);
    let made = plant.send("POST", "/api/eam/work-orders", &json!({ "title": "Pump 7", "tasks": tasks })).await.data();
    let key = made["key"].as_str().expect("a key");
    let kept = plant.get(&format!("/api/eam/work-orders/{key}")).await.data();
    for task in [&made["tasks"][0], &kept["tasks"][0]] {
        assert_eq!(task["title"], "Grease");
        for name in ["code", "checkList", "mood"] {
            assert!(task.get(name).is_none(), "{name}: {task}");
        }
    }
    for title in [json!(7), json!({}), json!([])] {
        let wrong = json!({ "title": "Pump 7", "tasks": [{ "title": title }] });
        let answer = plant.send("POST", "/api/eam/work-orders", &wrong).await;
        assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"));
        assert!(answer.body.to_string().contains("has a `title` that must be text"), "{}", answer.body);
    }
    for wrong in [json!({"actualTime": 1.5}), json!({"createdAt": 7}), json!({"completionRemarks": {}})] {
        let answer = plant.send("POST", "/api/eam/work-orders", &wrong).await;
        assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"), "{wrong}");
    }
}

#[tokio::test]
async fn materials_change_their_work_order_and_tell_so() {
    let plant = DomainClient::of("sap").await;
    plant.sandbox.endpoint("http://127.0.0.1:9/", &["work-orders.*"]).await;
    let [material, storeroom] = [first(&plant, "/api/eam/materials").await, first(&plant, "/api/eam/storerooms").await];
    let made = plant.send("POST", "/api/eam/work-orders", &json!({ "title": "Pump 7" })).await.data();
    for work in [first(&plant, "/api/eam/work-orders").await, made["key"].as_str().expect("a key").to_owned()] {
        let one = format!("/api/eam/work-orders/{work}");
        let path = format!("{one}/materials");
        let count = plant.get(&path).await.data().as_array().expect("rows").len();
        let told = plant.sandbox.events().await.len();
        let body =
            json!({ "materialKey": material, "storeroomKey": storeroom, "requiredQuantity": 3, "usedQuantity": 0 });
        plant.wait(std::time::Duration::from_mins(1));
        let item = plant.send("POST", &path, &body).await.data();
        let after = plant.get(&one).await.data();
        assert_eq!((&after["materialCount"], &after["updatedAt"]), (&json!(count + 1), &item["createdAt"]));
        plant.wait(std::time::Duration::from_mins(1));
        let used = json!({ "requiredQuantity": 3, "usedQuantity": 2 });
        let item = plant.send("PUT", &format!("{path}/{material}"), &used).await.data();
        let after = plant.get(&one).await.data();
        assert_eq!((&after["materialCount"], &after["updatedAt"]), (&json!(count + 1), &item["updatedAt"]));
        let events = plant.sandbox.events().await;
        assert_eq!(events[told..], ["work-orders.updated", "work-orders.updated"]);
        let newest = plant.sandbox.get("/api/system/webhooks/deliveries?per_page=1").await.data()[0].clone();
        let newest = format!("/api/system/webhooks/deliveries/{}", newest["id"].as_str().expect("an ID"));
        assert_eq!(plant.sandbox.get(&newest).await.data()["payload"]["body"], json!([work]));
        // What is refused changes nothing.
        assert_eq!(plant.send("POST", &path, &json!({})).await.status, 422);
        assert_eq!(plant.sandbox.events().await.len(), told + 2);
    }
}
