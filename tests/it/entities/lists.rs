//! Paging, filters, sorts and references of lists.

use std::collections::HashSet;
use std::time::Duration;

use makini::api::entities::{self, Domain, Kind, Verb};
use serde_json::Value;

use super::{DomainClient, texts};

#[tokio::test]
async fn pages_hold_every_row_exactly_once() {
    let plant = DomainClient::of("netsuite").await;
    let whole = plant.all("/api/erp/purchase-orders").await;
    let keys: HashSet<_> = texts(&whole, "key").into_iter().collect();
    assert_eq!(keys.len(), whole.len());
    assert!(whole.len() > 500, "only {}", whole.len());
    let mut again = Vec::new();
    let last = whole.len().div_ceil(7);
    for page in 1..=last {
        let answer = plant.get(&format!("/api/erp/purchase-orders?per_page=7&page={page}")).await;
        let meta = &answer.body["meta"];
        assert_eq!(meta["from"], again.len() + 1);
        again.extend(answer.body["data"].as_array().expect("rows").iter().cloned());
        assert_eq!((&meta["to"], &meta["last_page"]), (&again.len().into(), &last.into()));
        assert_eq!(answer.body["links"]["next"].is_null(), page == last);
    }
    assert_eq!(again, whole);
}

#[tokio::test]
async fn the_edges_of_paging_are_as_published() {
    let plant = DomainClient::of("netsuite").await;
    let beyond = plant.get("/api/erp/vendors?page=999").await;
    assert_eq!((beyond.status.as_u16(), &beyond.body["data"]), (200, &serde_json::json!([])));
    assert!(beyond.body["meta"]["from"].is_null());
    assert!(beyond.body["meta"]["total"].as_u64().is_some_and(|total| total > 0));
    assert_eq!(plant.get("/api/erp/vendors").await.body["meta"]["per_page"], 25);
    assert_eq!(plant.get("/api/erp/vendors?per_page=9999").await.body["meta"]["per_page"], 500);
    // Not declared for materials, so it is not listened to.
    assert_eq!(plant.get("/api/erp/materials?per_page=3").await.body["meta"]["per_page"], 25);
    for page in ["0", "-3"] {
        assert_eq!(plant.get(&format!("/api/erp/vendors?page={page}")).await.body["meta"]["current_page"], 1);
    }
    for page in ["1.5", "one", "-", "0x1"] {
        let refused = plant.get(&format!("/api/erp/vendors?page={page}")).await;
        assert_eq!(refused.refusal(), (422, "VALIDATION_FAILED"), "{page}");
    }
    assert_eq!(
        plant.get("/api/erp/vendors?pageSize=100").await.status,
        200,
        "the vendor's sample application sends it"
    );
}

/// Whether a row is to be kept.
type Keep<'a> = Box<dyn Fn(&Value) -> bool + 'a>;

#[tokio::test]
async fn filters_and_sorts_agree_with_doing_it_by_hand() {
    let plant = DomainClient::of("netsuite").await;
    let path = "/api/erp/purchase-orders";
    let whole = plant.all(path).await;
    let amount = |row: &Value| row["totalNetValue"].as_str().and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0);
    let text = |row: &Value, field: &str| row[field].as_str().unwrap_or_default().to_owned();
    let vendor = text(&whole[3], "vendorKey");
    let middle = text(&whole[100], "orderDate");
    let cases: Vec<(String, Keep<'_>)> = vec![
        (format!("filter[vendorKey]={vendor}"), Box::new(|row| row["vendorKey"] == vendor.as_str())),
        ("filter[totalNetValue:gt]=2500".into(), Box::new(|row| amount(row) > 2500.0)),
        ("filter[totalNetValue:lted]=2500.00".into(), Box::new(|row| amount(row) <= 2500.0)),
        (format!("filter[orderDate:gteq]={middle}"), Box::new(|row| text(row, "orderDate") >= middle)),
        (
            format!("filter[orderDate:lt]={}", &middle[..10]),
            Box::new(|row| text(row, "orderDate")[..10] < middle[..10]),
        ),
        (format!("filter[orderDate]={}", &middle[..10]), Box::new(|row| text(row, "orderDate")[..10] == middle[..10])),
        (format!("modified_after={middle}"), Box::new(|row| text(row, "updatedAt") > middle)),
        (
            "filter[title:contains]=BEARING".into(),
            Box::new(|row| text(row, "title").to_lowercase().contains("bearing")),
        ),
        ("filter[orderNo:endsWith]=42".into(), Box::new(|row| text(row, "orderNo").ends_with("42"))),
        (
            "filter[title:startsWith]=order+of+v&filter[totalNetValue:gt]=900".into(),
            Box::new(|row| text(row, "title").to_lowercase().starts_with("order of v") && amount(row) > 900.0),
        ),
        (
            "filter[orderNo:endsWith]=42&filter[totalNetValue:gt]=90000&filterMatch=any".into(),
            Box::new(|row| text(row, "orderNo").ends_with("42") || amount(row) > 90_000.0),
        ),
        ("filter[completedAt:gt]=2000-01-01".into(), Box::new(|row| row.get("completedAt").is_some())),
    ];
    for (query, keep) in &cases {
        let expected: Vec<Value> = whole.iter().filter(|row| keep(row)).cloned().collect();
        assert!(!expected.is_empty() && expected.len() < whole.len(), "{query} tells nothing: {}", expected.len());
        assert_eq!(plant.all(&format!("{path}?{query}")).await, expected, "{query}");
    }
    let mut sorted = whole.clone();
    sorted.sort_by(|left, right| amount(right).total_cmp(&amount(left)));
    assert_eq!(plant.all(&format!("{path}?sort[totalNetValue]=1")).await, sorted);
    sorted.sort_by_key(|row| text(row, "vendorKey"));
    assert_eq!(plant.all(&format!("{path}?sort[vendorKey]=0&sort[totalNetValue]=1")).await, sorted);
    let coded = plant.all(&format!("{path}?filter%5BtotalNetValue%3Agt%5D=2500")).await;
    assert_eq!(coded, plant.all(&format!("{path}?{}", cases[1].0)).await, "brackets may be encoded");
}

#[tokio::test]
async fn an_unknown_field_is_named_with_those_that_are_known() {
    let plant = DomainClient::of("upkeep").await;
    let answer = plant.get("/api/eam/assets?filter[colour]=red").await;
    assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"));
    let problem = answer.body["error"]["details"]["filter[colour]"][0].as_str().expect("a problem").to_owned();
    assert!(problem.contains("serialNumber") && !problem.contains("documents"), "{problem}");
}

/// Every key of every row that has somewhere to lead is followed: by `GET` where that is published, else in its list.
#[tokio::test]
async fn every_key_on_a_page_leads_to_something() {
    let plant = DomainClient::of("sap").await;
    let mut followed = HashSet::new();
    for domain in Domain::ALL {
        for row in entities::all().iter().filter(|row| row.allows(domain, Verb::List)) {
            let answer = plant.get(&format!("{}?page=2&per_page=10", row.list_path(domain))).await;
            for object in answer.body["data"].as_array().expect("rows") {
                for field in row.fields {
                    let (Kind::Ref(path) | Kind::Refs(path) | Kind::RefsText(path)) = field.kind else { continue };
                    let Some(value) = object.get(field.name) else { continue };
                    let keys: Vec<String> = match value {
                        Value::Array(keys) => keys.iter().map(|key| key.as_str().expect("text").to_owned()).collect(),
                        text => text.as_str().expect("text").split(',').map(str::to_owned).collect(),
                    };
                    for key in keys {
                        if followed.insert((path, key.clone())) {
                            follow(&plant, path, &key, &format!("{}.{}", row.path, field.name)).await;
                        }
                    }
                }
            }
        }
    }
    assert!(followed.len() > 300, "only {}", followed.len());
}

async fn follow(plant: &DomainClient, path: &str, key: &str, from: &str) {
    let in_some = |domains: Vec<Domain>| domains.into_iter().next().expect("a domain has it");
    let found = if let Some(row) = entities::find(path).filter(|row| row.path == path) {
        let domain = in_some(row.domains().collect());
        let answer = plant.get(&row.one_path(domain).replace("{key}", key)).await;
        answer.body["data"]["key"] == key
    } else {
        let list = entities::statuses().iter().find(|list| path.strip_prefix("statuses/") == Some(list.of));
        let domain = in_some(list.expect("a list of states").domains.clone());
        let rows = plant.get(&format!("/api/{}/{path}", domain.slug())).await.data();
        texts(rows.as_array().expect("rows"), "key").contains(&key)
    };
    assert!(found, "{from} = {key} leads nowhere in {path}");
}

#[tokio::test]
async fn two_sandboxes_show_the_same_and_two_seeds_do_not() {
    let path = "/api/erp/sales-orders?page=3";
    let one = DomainClient::of("odoo").await.get(path).await.data();
    let two = DomainClient::of("odoo").await.get(path).await.data();
    assert_eq!(one, two);
    let sandbox = crate::support::sandbox::InProcess::with(|options| options.seed = 2);
    let (_, token) = sandbox.connected("odoo").await;
    let other = sandbox.ask(&token, "GET", path, None).await.data();
    assert_ne!(one, other);
}

#[tokio::test]
async fn time_brings_new_rows_and_changes_old_ones() {
    let plant = DomainClient::of("netsuite").await;
    let path = "/api/erp/purchase-orders";
    let before = plant.all(path).await;
    plant.wait(Duration::from_hours(6));
    let after = plant.all(path).await;
    assert!(after.len() > before.len());
    assert_eq!(texts(&after, "key")[..before.len()], texts(&before, "key"), "rows keep their place");
    let since = before.iter().map(|row| row["updatedAt"].as_str().expect("a time")).max().expect("rows").to_owned();
    let changed = plant.all(&format!("{path}?modified_after={since}")).await;
    let expected: Vec<&Value> = after.iter().filter(|row| !before.contains(row)).collect();
    assert_eq!(changed.iter().collect::<Vec<_>>(), expected, "exactly what changed is newer");
}

#[tokio::test]
async fn a_page_deep_in_a_list_costs_what_the_first_costs() {
    let plant = DomainClient::of("sap").await;
    let path = "/api/eam/work-orders?per_page=25";
    let total = plant.get(path).await.body["meta"]["last_page"].as_u64().expect("a number");
    assert!(total > 100, "only {total} pages");
    let clock = makini::clock::Clock::system();
    // The best of several: the machine may be busy with something else.
    let mut best = [Duration::MAX; 2];
    for _ in 0..15 {
        for (at, page) in [(0, 1), (1, total - 1)] {
            let began = clock.moment();
            assert_eq!(plant.get(&format!("{path}&page={page}")).await.status, 200);
            best[at] = best[at].min(clock.since(began));
        }
    }
    assert!(best[1] <= best[0] * 2, "the first page takes {:?}, a deep one {:?}", best[0], best[1]);
}
