//! Ten thousand connections, page by page.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::extract::{Query, Request};
use axum::response::IntoResponse as _;
use http::StatusCode;
use makini::exit::Exit;
use serde_json::{Value, json};

use super::plain::Server;
use crate::support::served::Served;
use crate::support::world::Machine;

const MANY: u64 = 10_000;

/// A server with nothing but a long list, and how many pages it was asked for.
fn long() -> (Server, Arc<AtomicUsize>) {
    let pages = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&pages);
    let server = Server::serve(move |_| {
        Router::new().fallback(move |request: Request| {
            let counted = Arc::clone(&counted);
            async move {
                if request.uri().path() != "/api/system/connections" {
                    return StatusCode::NOT_FOUND.into_response();
                }
                counted.fetch_add(1, Ordering::Relaxed);
                let Query(query) = Query::<Vec<(String, String)>>::try_from_uri(request.uri()).expect("a query");
                let number = |name: &str| query.iter().find(|(known, _)| known == name)?.1.parse::<u64>().ok();
                let (page, per_page) = (number("page").unwrap_or(1), number("per_page").unwrap_or(25));
                let from = (page - 1) * per_page;
                let rows: Vec<Value> = (from..(from + per_page).min(MANY)).map(row).collect();
                let meta = json!({ "current_page": page, "last_page": MANY.div_ceil(per_page), "per_page": per_page,
                                   "total": MANY });
                axum::Json(json!({ "data": rows, "links": {}, "meta": meta })).into_response()
            }
        })
    });
    (server, pages)
}

fn row(number: u64) -> Value {
    json!({ "key": format!("{number:014}"), "name": format!("Plant {number}"), "status": "Active",
            "integration_name": "mex", "user_metadata": "{}", "created_at": "2026-01-01T00:00:00Z" })
}

#[test]
fn every_row_once_and_in_order_in_every_format() {
    let (server, pages) = long();
    let machine = server.logged_in();
    let ids: Vec<String> = (0..MANY).map(|number| format!("{number:014}")).collect();

    let csv = machine.run("connections list -o csv --columns id --no-header").ok().stdout;
    assert!(csv.lines().eq(ids.iter()), "CSV");
    assert_eq!(pages.load(Ordering::Relaxed), 100);

    let table = machine.run("connections list").ok();
    let seen: Vec<&str> = table
        .stdout
        .lines()
        .skip(1)
        .filter_map(|line| line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).nth(1))
        .collect();
    assert!(seen.iter().eq(ids.iter()), "table");
    assert_eq!(table.stdout.lines().filter(|line| line.starts_with("NAME")).count(), 1, "one heading");

    let json = machine.run("connections list -o json").ok().json();
    let rows = json["data"].as_array().expect("a list");
    assert!(rows.iter().filter_map(|row| row["id"].as_str()).eq(ids.iter()), "JSON");

    let lines = machine.run("connections list -o ndjson").ok().stdout;
    let seen: BTreeSet<String> = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["id"].as_str().expect("an ID").to_owned())
        .collect();
    assert_eq!(seen.len(), ids.len(), "ndjson");
}

#[test]
fn no_more_pages_than_needed() {
    let (server, pages) = long();
    let machine = server.logged_in();
    let some = machine.run("connections list --limit 250 -o csv --columns id --no-header").ok().stdout;
    assert_eq!(some.lines().count(), 250);
    assert_eq!(pages.swap(0, Ordering::Relaxed), 3);
    let one = machine.run("connections list --search 'Plant 150' --limit 1 -o csv --columns name --no-header").ok();
    assert_eq!(one.stdout, "Plant 150\n");
    assert_eq!(pages.load(Ordering::Relaxed), 2, "it stops at the page with the last row that is wanted");
}

/// What is listed twice is one connection, and one that is not listed is missed.
#[test]
fn a_list_that_counts_another_connection_twice_is_refused() {
    const UNCOUNTED: &str = r#"{"data":[{"key":"1","name":"A","status":"active"},{"key":"2","name":"B","status":"active"},
        {"key":"1","name":"A","status":"active"}],"meta":{"current_page":1,"last_page":1,"per_page":100,"total":0}}"#;
    const COUNTED: &str = r#"{"data":[{"key":"1","name":"A","status":"active"},{"key":"2","name":"B","status":"active"},
        {"key":"1","name":"A","status":"active"}],"meta":{"current_page":1,"last_page":1,"per_page":100,"total":3}}"#;
    for (body, exit) in [(UNCOUNTED, Exit::Ok), (COUNTED, Exit::Unavailable)] {
        let served = Served::always(200, body);
        let machine = Machine::new().env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", served.url());
        let ended = machine.run("connections list -o csv --columns id").expect(exit);
        let rows = if exit == Exit::Ok { "id\n1\n2\n" } else { "" };
        assert_eq!(ended.stdout.replace('\r', ""), rows, "{}", ended.all());
    }
}
