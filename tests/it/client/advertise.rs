//! What a server says it offers, and what happens where it says nothing.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use makini::api::operation::{Endpoint, Operation};
use makini::client::{Client, Error, FileCache, Named};
use makini::exit::Exit;
use makini::failure::Classify as _;

use crate::support::wire::{Script, clock, json, server, with};

const OFFER: &str = r#"{"server":{"name":"s","version":"1"},"api_version":"1","new":true,"endpoints":{
    "credits_get":{"method":"GET","path":"/v1/credits"},
    "sync_list":{"method":"GET","path":"//evil.example/x"},
    "sync_get":{"method":"GET","path":"https://evil.example/x"},
    "something_newer":{"method":"GET","path":"/v1/newer"}}}"#;

const CREDITS: &str = r#"{"total":9,"used":1,"available":8}"#;

#[tokio::test]
async fn asked_once_and_without_a_token() {
    let script = Script::new([json(200, OFFER), json(200, &format!(r#"{{"data":{CREDITS}}}"#)), json(200, CREDITS)]);
    let client = script.client();
    assert_eq!(client.credits().await.expect("offered").total, Some(9));
    assert_eq!(client.clone().credits().await.expect("offered").total, Some(9));
    let paths: Vec<String> = script.seen().into_iter().map(|seen| seen.path).collect();
    assert_eq!(paths, ["/.well-known/makini", "/v1/credits", "/v1/credits"]);
    for operation in [Operation::SyncList, Operation::SyncGet, Operation::RequestGet] {
        assert_eq!(client.operation(operation).await.expect("asked before"), None, "{operation:?}");
    }
}

#[tokio::test]
async fn a_server_that_offers_nothing() {
    for turn in [json(404, "{}"), json(401, "{}"), json(405, "<!doctype html><p>hello")] {
        let script = Script::new([turn]);
        let client = script.client();
        for _ in 0..2 {
            let error = client.credits().await.expect_err("not offered");
            assert!(matches!(&error, Error::Unsupported { operation } if operation == "credits_get"), "{error:?}");
            assert_eq!(error.exit(), Exit::Unsupported);
            let hint = error.hint().expect("how to map it");
            assert!(hint.contains("map `credits_get`") && hint.contains("makini api endpoints"), "{hint}");
        }
    }
}

#[tokio::test]
async fn a_page_in_place_of_an_advertisement_is_no_no() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for turn in [
        json(200, "<!doctype html><p>sign in to the Wi-Fi"),
        json(200, "[]"),
        json(200, ""),
        json(200, r#"{"error":{"code":"X"}}"#),
        json(200, "{}"),
        with(302, "location", "https://login.example", ""),
    ] {
        let script = Script::new([turn, json(200, OFFER)]);
        let new = || {
            let cache = Arc::new(FileCache::new(folder.path().join("cache"), String::new()));
            Client::mapped(server(), Arc::new(script.clone()), clock(), BTreeMap::new(), Some(cache))
        };
        let client = new();
        for _ in 0..2 {
            let error = client.credits().await.expect_err("nobody knows");
            assert!(matches!(&error, Error::Broken { .. }), "{error:?}");
            assert_eq!(error.exit(), Exit::Unavailable);
            assert_eq!(client.operation(Operation::CreditsGet).await.expect("published calls may work"), None);
        }
        // It is not remembered: the next process gets the advertisement.
        assert!(new().operation(Operation::CreditsGet).await.expect("asked again").is_some());
        std::fs::remove_dir_all(folder.path().join("cache")).expect("it was cached");
    }
}

#[tokio::test]
async fn could_not_ask_is_not_a_no() {
    let script = Script::new([json(503, "{}"), json(429, "{}"), json(200, OFFER), json(200, CREDITS)]);
    let client = script.client();
    assert_eq!(client.credits().await.expect_err("down").exit(), Exit::Unavailable);
    assert_eq!(client.credits().await.expect_err("limited").exit(), Exit::RateLimited);
    client.credits().await.expect("asked again");
}

#[tokio::test]
async fn the_profile_wins_and_asks_nobody() {
    let script = Script::new([json(200, CREDITS)]);
    let endpoint = Endpoint::parse("GET /private/credits?v=2").expect("valid");
    let mapped = BTreeMap::from([(Operation::CreditsGet, endpoint)]);
    let client = Client::mapped(server(), Arc::new(script.clone()), clock(), mapped, None);
    client.credits().await.expect("mapped");
    assert_eq!(script.seen()[0].path, "/private/credits?v=2");
}

#[tokio::test]
async fn remembered_for_a_day() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = clock();
    let new = |script: &Script| {
        let cache = Arc::new(FileCache::new(folder.path().join("cache"), String::new()));
        Client::mapped(server(), Arc::new(script.clone()), clock.clone(), BTreeMap::new(), Some(cache))
    };
    let script = Script::new([json(404, "{}")]);
    assert_eq!(new(&script).operation(Operation::CreditsGet).await.expect("asked"), None);
    clock.advance(Duration::from_secs(86_399));
    let silent = Script::new([]);
    assert_eq!(new(&silent).operation(Operation::CreditsGet).await.expect("remembered"), None);
    clock.advance(Duration::from_secs(1));
    let script = Script::new([json(200, OFFER)]);
    assert!(new(&script).operation(Operation::CreditsGet).await.expect("asked again").is_some());
    let rows = new(&silent).endpoints().await.expect("remembered");
    assert_eq!(rows.len(), Operation::ALL.len());
    let credits = rows.iter().find(|(operation, _)| *operation == Operation::CreditsGet).expect("every operation");
    assert!(matches!(&credits.1, Some((endpoint, Named::Server)) if endpoint.path == "/v1/credits"));
}
