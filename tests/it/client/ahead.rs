//! A page on its way while the one before it is shown.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::Query;
use axum::routing::get;
use axum::{Json, Router};
use makini::client::{ApiRequest, HttpOptions, PageOptions, ServerUrl};
use serde_json::{Value, json};

use crate::support::until::{PATIENCE, until};
use crate::support::wire::{client, serve};

/// A server in threads of its own, with three pages; and the number of the newest page it was asked for.
struct ThreePages {
    address: ServerUrl,
    asked: Arc<AtomicU64>,
    _runtime: tokio::runtime::Runtime,
}

impl ThreePages {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("runs");
        let asked = Arc::new(AtomicU64::new(0));
        let newest = Arc::clone(&asked);
        let list = move |Query(query): Query<Vec<(String, String)>>| async move {
            let page = query.iter().find(|(name, _)| name == "page").and_then(|(_, page)| page.parse::<u64>().ok());
            let page = page.expect("a page is asked for");
            newest.store(page, Ordering::SeqCst);
            Json(json!({ "data": [page], "meta": { "current_page": page, "last_page": 3, "total": 3 } }))
        };
        let address = runtime.block_on(serve(Router::new().route("/list", get(list))));
        Self { address, asked, _runtime: runtime }
    }

    /// Waits until a page was asked for, at most [`PATIENCE`].
    #[track_caller]
    fn sees(&self, page: u64) {
        until(PATIENCE, || (self.asked.load(Ordering::SeqCst) == page).then_some(()));
    }
}

/// Runs it on a runtime that has this one thread, as the program's own.
fn alone(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("runs").block_on(test);
}

#[test]
fn the_next_page_is_asked_for_before_the_work_begins() {
    let served = ThreePages::new();
    alone(show_each(&served));
}

async fn show_each(served: &ThreePages) {
    let client = client(&served.address, HttpOptions::default());
    let mut pages = client.pages::<Value>(ApiRequest::get("/list"), PageOptions::all());
    let mut next = pages.next().await;
    let mut shown = Vec::new();
    while let Some(page) = next.expect("a page") {
        let number = page[0].as_u64().expect("a number");
        let work = |meta: &makini::api::page::Meta| {
            assert_eq!(meta.current_page, Some(number), "of the page that is shown");
            // Nothing else runs on this thread while the work is done.
            if number < 3 {
                served.sees(number + 1);
            }
            Ok::<(), Infallible>(())
        };
        next = pages.while_working(work).await.expect("the work is done");
        shown.push(number);
    }
    assert_eq!(shown, [1, 2, 3]);
}

#[test]
fn work_that_fails_waits_for_no_page() {
    let served = ThreePages::new();
    alone(async {
        let client = client(&served.address, HttpOptions::default());
        let mut pages = client.pages::<Value>(ApiRequest::get("/list"), PageOptions::all());
        pages.next().await.expect("a page");
        assert!(matches!(pages.while_working(|_| Err("full")).await, Err("full")));
    });
}
