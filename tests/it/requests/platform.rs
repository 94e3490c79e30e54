//! The request log and the metrics made from it.

use std::collections::BTreeSet;

use makini::api::metrics::Metrics;
use makini::api::requests::LoggedRequest;
use makini::exit::Exit;
use serde_json::json;

use crate::support::sandbox::{InProcess, START};
use crate::support::world::Machine;

#[tokio::test]
async fn every_request_is_logged_under_its_id() {
    let sandbox = InProcess::new();
    let (id, token) = sandbox.connected("inextia").await;
    let path = format!("/api/system/connections/{id}");
    for (answer, method, endpoint, connection) in [
        (sandbox.get(&path).await, "GET", "/api/system/connections/{id}", Some(id.as_str())),
        (sandbox.put(&path, &json!({ "email": "x" })).await, "PUT", "/api/system/connections/{id}", Some(id.as_str())),
        (sandbox.get("/api/system/connections/1").await, "GET", "/api/system/connections/{id}", None),
        (sandbox.get("/nowhere?key=hunter2").await, "GET", "(none)", None),
        (sandbox.delete("/api/system/client").await, "DELETE", "/api/system/client", None),
        (
            sandbox.ask(&token, "GET", "/api/integrations/current", None).await,
            "GET",
            "/api/integrations/current",
            Some(id.as_str()),
        ),
    ] {
        let request = answer.header("x-request-id");
        let logged = sandbox.get(&format!("/api/system/requests/{request}")).await.data();
        let logged: LoggedRequest = serde_json::from_value(logged).expect("a request");
        assert_eq!(logged.id.as_deref(), Some(request));
        assert_eq!((logged.method.as_deref(), logged.endpoint.as_deref()), (Some(method), Some(endpoint)));
        assert_eq!(logged.status, Some(answer.status.as_u16().into()));
        assert_eq!(logged.error_code.as_deref(), answer.body["error"]["code"].as_str());
        assert_eq!(logged.bytes, Some(answer.bytes.len() as u64));
        assert_eq!(logged.connection_id.as_deref(), connection);
        assert!(!logged.path.expect("a path").contains("hunter2"));
    }
    assert_eq!(sandbox.get("/api/system/requests/req_none").await.refusal(), (404, "NOT_FOUND"));
}

#[tokio::test]
async fn the_log_can_be_filtered() {
    let sandbox = InProcess::new();
    let (id, token) = sandbox.connected("inextia").await;
    sandbox.wait(60);
    let start = sandbox.clock.now();
    for _ in 0..3 {
        sandbox.ask(&token, "GET", "/api/integrations/current", None).await;
    }
    sandbox.get("/api/system/connections/1").await;
    sandbox.get("/nowhere").await;
    sandbox.wait(60);
    let end = sandbox.clock.now();
    let count = |query: String| {
        let sandbox = &sandbox;
        async move {
            let path = format!("/api/system/requests?from={start}&to={end}&{query}");
            sandbox.get(&path).await.body["meta"]["total"].as_u64().expect("a count")
        }
    };
    assert_eq!(count(String::new()).await, 5);
    assert_eq!(count(format!("connection_id={id}")).await, 3);
    assert_eq!(count("status=404".into()).await, 2);
    assert_eq!(count("failed=true".into()).await, 2);
    assert_eq!(count("errors_only=true&status=200".into()).await, 0);
    assert_eq!(count("kind=sync".into()).await, 0);
    assert_eq!(count("min_status=400&max_status=499".into()).await, 2);
    assert_eq!(count("min_status=500".into()).await, 0);
    assert_eq!(count("search=integrations".into()).await, 3);
    assert_eq!(count("search=INEXTIA%20PLANT".into()).await, 3, "the connection's name");
    assert_eq!(count("search=get%20/api/system".into()).await, 1);
    assert_eq!(count("search=not_found".into()).await, 2, "the error code");
    for nothing in ["search=%25", "search=not%25found", "search=n_where", "search=eq_", "slower_than_ms=60000"] {
        assert_eq!(count(nothing.into()).await, 0, "{nothing}");
    }
    for wrong in ["min_status=x", "slower_than_ms=-1", "slower_than_ms=fast", "status=5xx"] {
        assert_eq!(sandbox.get(&format!("/api/system/requests?{wrong}")).await.refusal().0, 422, "{wrong}");
    }
    assert_eq!(sandbox.get("/api/system/requests?from=yesterday").await.refusal().0, 422);
    assert_eq!(sandbox.get("/api/system/requests?kind=moon").await.refusal().0, 422);

    let page = sandbox.get("/api/system/requests?limit=2&page=2").await;
    assert_eq!((&page.body["meta"]["per_page"], &page.body["meta"]["from"]), (&json!(2), &json!(3)));
    let newest = sandbox.get("/api/system/requests?limit=1").await;
    assert_eq!(newest.body["data"][0]["id"], page.header("x-request-id"), "newest first");
}

#[tokio::test]
async fn metrics_are_those_of_the_log() {
    let sandbox = InProcess::new();
    let (id, token) = sandbox.connected("inextia").await;
    sandbox.wait(3_600);
    let call = "/api/raw/tables";
    sandbox.post("/sandbox/faults", &json!({ "kind": "latency", "latency_ms": 1000, "count": 5 })).await.data();
    let from = sandbox.clock.now();
    let mut times = Vec::new();
    for number in 0..40 {
        if number == 20 {
            sandbox.wait(60);
        }
        if number == 30 {
            let fault = json!({ "kind": "error", "status": 500, "count": 10 });
            sandbox.post("/sandbox/faults", &fault).await.data();
        }
        let answer = sandbox.ask(&token, "GET", call, None).await;
        let header = answer.header("server-timing").split(['=', ',']).nth(1).expect("a total").to_owned();
        times.push(header.parse::<f64>().expect("a number"));
    }
    // The slow calls took 5 s.
    sandbox.wait(35);
    let query = |rest: &str| {
        let path = format!("/api/system/metrics?from={from}&to={}&connection_id={id}&{rest}", sandbox.clock.now());
        let sandbox = &sandbox;
        async move {
            let metrics: Metrics = serde_json::from_value(sandbox.get(&path).await.data()).expect("metrics");
            metrics.groups
        }
    };
    let groups = query("").await;
    let all = &groups[0];
    assert_eq!((groups.len(), all.requests, all.errors), (1, Some(40), Some(10)));
    assert_eq!(all.error_rate, Some(0.25));
    assert_eq!(all.throughput, Some(0.4), "40 in 100 s");
    let mut sorted = times.clone();
    sorted.sort_by(f64::total_cmp);
    let near = |value: Option<f64>, expected: f64| {
        let value = value.expect("a figure");
        assert!((value - expected).abs() <= expected * 0.001 + 0.001, "{value} is not {expected}");
    };
    near(all.mean_ms, times.iter().sum::<f64>() / 40.0);
    near(all.p50_ms, sorted[19]);
    near(all.p95_ms, sorted[37]);
    near(all.p99_ms, sorted[39]);
    near(all.max_ms, sorted[39]);
    assert!(all.max_ms >= Some(1000.0));
    near(all.source_mean_ms, 1000.0);

    let buckets = query("bucket_seconds=60&group_by=bucket").await;
    let counts: Vec<_> = buckets.iter().map(|group| (group.requests, group.errors)).collect();
    assert_eq!(counts, [(Some(20), Some(0)), (Some(20), Some(10))]);
    let by = query("group_by=connection,endpoint").await;
    assert_eq!(by.len(), 1);
    assert_eq!(by[0].connection_id.as_deref(), Some(id.as_str()));
    assert_eq!(by[0].endpoint.as_deref(), Some("GET /api/raw/tables"));
    assert_eq!(query("endpoint=GET%20/api/raw/tables").await[0].requests, Some(40));
    assert!(query("endpoint=POST%20/api/raw/tables").await.is_empty());
    assert_eq!(sandbox.get("/api/system/metrics?group_by=moon").await.refusal().0, 422);
    assert_eq!(sandbox.get("/api/system/metrics?bucket_seconds=1&from=2020-01-01T00:00:00Z").await.refusal().0, 422);
}

#[tokio::test]
async fn each_call_of_a_sync_is_a_request_of_its_own() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("inextia").await;
    let log = format!("/api/system/requests?connection_id={id}&kind=sync");
    let rows = async |query: &str| {
        let page = sandbox.get(&format!("{log}{query}")).await;
        let total = page.body["meta"]["total"].as_u64().expect("a count");
        (serde_json::from_value::<Vec<LoggedRequest>>(page.data()).expect("requests"), total)
    };
    let (all, total) = rows("&per_page=500").await;
    let sync = sandbox.get(&format!("/api/system/connections/{id}/syncs")).await.data()[0].clone();
    let entities: Vec<_> = sync["entities"].as_array().expect("a list").iter().rev().collect();
    assert_eq!((all.len(), total), (entities.len(), entities.len() as u64));
    for (request, entity) in all.iter().zip(entities) {
        let path = format!("/inextia/{}", entity["entity"].as_str().expect("a name"));
        assert_eq!((request.path.as_deref(), request.endpoint.as_deref()), (Some(&*path), Some(&*path)));
        assert_eq!((request.sync_id.as_deref(), request.status), (sync["id"].as_str(), Some(200)));
        assert!(request.total_ms > Some(0.0) && request.total_ms == request.source_ms);
        let found = sandbox.get(&format!("/api/system/requests/{}", request.id.as_deref().expect("an ID"))).await;
        assert_eq!(serde_json::from_value::<LoggedRequest>(found.data()).expect("a request"), *request);
        assert_eq!(rows(&format!("&endpoint={path}")).await, (vec![request.clone()], 1));
    }
    let mut paged = Vec::new();
    for page in 1..=total.div_ceil(4) {
        let (part, same) = rows(&format!("&per_page=4&page={page}")).await;
        assert_eq!(same, total);
        paged.extend(part);
    }
    assert_eq!(paged, all);
    let metrics = sandbox.get(&format!("/api/system/metrics?kind=sync&connection_id={id}&group_by=endpoint")).await;
    let metrics: Metrics = serde_json::from_value(metrics.data()).expect("metrics");
    assert_eq!(metrics.groups.iter().filter_map(|group| group.requests).sum::<u64>(), total);
    assert_eq!(metrics.groups.len() as u64, total);
    let oldest = all.last().and_then(|request| request.id.clone()).expect("an ID");
    let slow = all.iter().filter(|request| request.total_ms > Some(150.0)).count() as u64;
    for (asked, expected) in [
        ("search=inextia/WORK", 1),
        ("search=inextia%20plant", total),
        (&*format!("search={oldest}"), 1),
        ("search=nowhere", 0),
        ("slower_than_ms=150", slow),
    ] {
        assert_eq!(rows(&format!("&{asked}")).await.1, expected, "{asked}");
        let metrics = sandbox.get(&format!("/api/system/metrics?kind=sync&connection_id={id}&{asked}")).await;
        let metrics: Metrics = serde_json::from_value(metrics.data()).expect("metrics");
        assert_eq!(metrics.groups.iter().filter_map(|group| group.requests).sum::<u64>(), expected, "{asked}");
    }
    let everything = sandbox.get("/api/system/requests?per_page=1").await.body["meta"]["total"].clone();
    // Asking is logged, asking about the sandbox is not.
    assert_eq!(sandbox.get("/sandbox").await.data()["requests"], everything.as_u64().expect("a count") + 1);
}

/// Reading the log is logged too, and moves what is read: no row comes twice.
#[test]
fn each_request_of_a_log_that_grows_is_listed_once() {
    let machine = Machine::new().at(START);
    for _ in 0..110 {
        machine.run("--sandbox api get /nowhere --retries 0").expect(Exit::NotFound);
    }
    let ids = |line: &str| {
        let listed = machine.run(line).ok().json();
        let rows = listed["data"].as_array().expect("rows").clone();
        rows.iter().map(|row| row["id"].as_str().expect("an ID").to_owned()).collect::<Vec<_>>()
    };
    let all = ids("--sandbox requests list --source server --since 24h --limit 1000 -o json");
    let distinct: BTreeSet<&String> = all.iter().collect();
    assert!(all.len() >= 110 && distinct.len() == all.len(), "{} rows, {} requests", all.len(), distinct.len());
}
