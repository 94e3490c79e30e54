//! Large lists: as many rows as asked for, each page as cheap as the first, and walked by cursors.

use std::collections::HashSet;
use std::time::Duration;

use makini::clock::Clock;
use serde_json::{Value, json};

use super::{DomainClient, texts};
use crate::support::sandbox::InProcess;

async fn large() -> DomainClient {
    let sandbox = InProcess::with(|options| {
        options.rate_limit = 1_000_000;
        options.scale = Some(250);
    });
    let (id, token) = sandbox.connected("upkeep").await;
    DomainClient { sandbox, id, token }
}

/// The shortest of several runs of each request, taken in turn.
async fn costs<const N: usize>(plant: &DomainClient, paths: [String; N]) -> [Duration; N] {
    let clock = Clock::system();
    let mut best = [Duration::MAX; N];
    for _ in 0..20 {
        for (best, path) in best.iter_mut().zip(&paths) {
            let began = clock.moment();
            let answer = plant.get(path).await;
            *best = clock.since(began).min(*best);
            assert_eq!(answer.status, 200, "{path}: {}", answer.body);
            assert_eq!(answer.body["data"].as_array().map(Vec::len), Some(25), "{path}");
        }
    }
    best
}

#[tokio::test]
async fn a_page_deep_in_a_hundred_thousand_rows_costs_at_most_twice_the_first() {
    let plant = large().await;
    for path in ["/api/eam/work-orders", "/api/eam/work-orders/materials", "/api/raw/tables/work-orders/data"] {
        let total = plant.get(path).await.body["meta"]["total"].as_u64().expect("a number");
        assert!(total >= 100_000, "{path}: only {total}");
        let last = total / 25;
        let page = |page: u64| format!("{path}?page={page}");
        let [first, deep @ ..] = costs(&plant, [page(1), page(last / 2), page(last - 1)]).await;
        assert!(deep.iter().all(|deep| *deep <= first * 2), "{path}: {deep:?} against {first:?}");
    }
    let deep = plant.get("/api/eam/work-orders?page=4000").await.data();
    let key = deep[24]["key"].as_str().expect("a key").to_owned();
    assert_eq!(plant.get(&format!("/api/eam/work-orders/{key}")).await.data(), deep[24]);
}

#[tokio::test]
async fn rows_that_were_created_cost_no_more_the_more_there_are() {
    let plant = large().await;
    let asset = plant.get("/api/eam/assets").await.data()[0]["key"].clone();
    let body = json!({"title": "One of many", "assetKey": asset, "severity": "Low", "scheduledAt": "2026-03-02"});
    let made = plant.get("/api/eam/work-orders").await.body["meta"]["total"].as_u64().expect("a number");
    for _ in 0..120 {
        assert_eq!(plant.send("POST", "/api/eam/work-orders", &body).await.status, 200);
    }
    let last = plant.get(&format!("/api/eam/work-orders?page={}", (made + 120).div_ceil(25))).await;
    assert_eq!(last.body["meta"]["total"], made + 120);
    assert!(texts(&last.data().as_array().expect("rows").clone(), "title").iter().all(|title| *title == "One of many"));
    let found = plant.get("/api/eam/work-orders?filter[title]=one+of+many&page=5").await;
    assert_eq!((&found.body["meta"]["total"], &found.body["meta"]["to"]), (&json!(120), &json!(120)));
}

#[tokio::test]
async fn scale_belongs_to_the_connection_and_outlives_the_process() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sandbox.db");
    let clock = Clock::fixed(crate::support::sandbox::START.parse().expect("constant"));
    let open = |change| InProcess::open(Some(path.clone()), clock.clone(), change);
    let count = async |sandbox: &InProcess, token: &str| {
        sandbox.ask(token, "GET", "/api/eam/sites", None).await.body["meta"]["total"].as_u64().expect("a number")
    };
    let first = open(|options| (options.seed, options.scale) = (5, Some(3)));
    let (id, token) = first.connected("upkeep").await;
    assert_eq!(count(&first, &token).await, 12);
    let row = first.ask(&token, "GET", "/api/eam/sites", None).await.data();
    // Another process, with options of its own: what is there stays as it is.
    let second = open(|options| options.seed = 1);
    assert_eq!(second.sandbox.seed(), 5);
    assert_eq!(second.ask(&token, "GET", "/api/eam/sites", None).await.data(), row);
    let refused = open(|options| (options.seed, options.replace_seed) = (9, true));
    assert_eq!(refused.sandbox.seed(), 5, "there are connections whose data came from it");
    let settings = format!("/api/system/connections/{id}/settings");
    assert_eq!(second.get(&settings).await.data()["scale"], 3);
    assert_eq!(second.put(&settings, &json!({"scale": 1})).await.data()["scale"], 1);
    assert_eq!(count(&second, &token).await, 4, "at once");
    second.sandbox.reset().expect("empty");
    let sown = open(|options| (options.seed, options.replace_seed) = (9, true));
    assert_eq!(sown.sandbox.seed(), 9);
}

#[tokio::test]
async fn a_list_is_walked_by_cursors() {
    let plant = DomainClient::of("netsuite").await;
    let whole = plant.all("/api/erp/purchase-orders?filter[totalNetValue:gt]=500").await;
    let mut walked: Vec<Value> = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/api/erp/purchase-orders?filter[totalNetValue:gt]=500&per_page=100&cursor={cursor}");
        let answer = plant.get(&path).await;
        walked.extend(answer.body["data"].as_array().expect("rows").iter().cloned());
        match answer.body["next_cursor"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => break,
        }
        assert!(answer.body["links"]["next"].as_str().is_some_and(|link| link.contains(&cursor)));
    }
    assert_eq!(walked, whole);
    assert_eq!(walked.iter().map(|row| row["key"].to_string()).collect::<HashSet<_>>().len(), whole.len());
    for path in ["/api/erp/purchase-orders", "/api/erp/vendors?filter[totalNetValue:gt]=500"] {
        let join = if path.contains('?') { '&' } else { '?' };
        let other = plant.get(&format!("{path}{join}cursor={cursor}")).await;
        assert_eq!(other.refusal(), (422, "VALIDATION_FAILED"), "a cursor of another list: {path}");
    }
    assert!(plant.get("/api/erp/purchase-orders").await.body.get("next_cursor").is_none(), "pages are as published");
}

#[tokio::test]
async fn addresses_of_older_samples_lead_to_the_same_rows() {
    let plant = DomainClient::of("sap").await;
    for path in ["sites", "assets", "work-orders"] {
        let (old, new) = (format!("/api/{path}?page=2"), format!("/api/eam/{path}?page=2"));
        assert_eq!(plant.get(&old).await.data(), plant.get(&new).await.data(), "{path}");
    }
    let document = plant.get("/api/eam/documents").await.data()[3].clone();
    let key = document["key"].as_str().expect("a key");
    assert_eq!(plant.get(&format!("/api/documents/{key}")).await.data(), document);
    let first = plant.get("/api/v1/purchase-orders").await;
    assert!(first.body["next_cursor"].is_string());
    assert_eq!(first.data(), plant.get("/api/eam/purchase-orders").await.data());
    for path in ["/api/v1/assets", "/api/vendors", "/api/purchase-orders"] {
        assert_eq!(plant.get(path).await.refusal(), (404, "NOT_FOUND"), "never seen in print: {path}");
    }
    let wms = DomainClient::of("korber").await;
    assert_eq!(wms.get("/api/assets").await.refusal(), (405, "OPERATION_NOT_SUPPORTED"));
}
