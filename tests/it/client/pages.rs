//! Walking lists, honest and not.

use makini::api::connections::Connection;
use makini::client::{ApiRequest, Client, Error, PageOptions};
use makini::exit::Exit;
use makini::failure::Classify as _;
use serde_json::{Value, json as json_value};

use crate::support::wire::{Script, Turn, json};

fn page(rows: std::ops::Range<u64>, current: u64, last: u64) -> Turn {
    let rows: Vec<u64> = rows.collect();
    let links = r#"{"next":"https://evil.example/?page=7"}"#;
    let meta = format!(r#"{{"current_page":{current},"last_page":{last},"per_page":10}}"#);
    json(200, &format!(r#"{{"data":{rows:?},"links":{links},"meta":{meta}}}"#))
}

async fn walk(client: &Client, options: PageOptions) -> Result<Vec<Value>, Error> {
    client.pages(ApiRequest::get("/list").query("filter[a]", "b"), options).all().await
}

#[tokio::test]
async fn to_the_last_page_and_no_further() {
    let script = Script::new([page(0..10, 1, 3), page(10..20, 2, 3), page(20..25, 3, 3)]);
    let rows = walk(&script.client(), PageOptions::all()).await.expect("a list");
    assert_eq!(rows, (0..25).map(Value::from).collect::<Vec<_>>());
    let paths: Vec<String> = script.seen().into_iter().map(|seen| seen.path).collect();
    assert_eq!(paths[0], "/list?filter%5Ba%5D=b&page=1&per_page=100");
    assert!(paths.iter().all(|path| path.starts_with("/list?")), "links are never followed: {paths:?}");
}

#[tokio::test]
async fn no_more_than_wanted() {
    let script = Script::new([page(0..10, 1, 1000), page(10..20, 2, 1000)]);
    let client = script.client();
    let rows = walk(&client, PageOptions { limit: Some(15), ..PageOptions::default() }).await.expect("a list");
    assert_eq!((rows.len(), script.left()), (15, 0));
    let none = walk(&client, PageOptions { limit: Some(0), ..PageOptions::default() }).await.expect("nothing");
    assert!(none.is_empty());
}

#[tokio::test]
async fn from_a_later_page() {
    let script = Script::new([page(20..25, 3, 3)]);
    let mut pages = script
        .client()
        .pages::<Value>(ApiRequest::get("/list"), PageOptions { first: Some(3), ..PageOptions::default() });
    assert_eq!(pages.upcoming(), Some(3));
    assert_eq!(pages.next().await.expect("a page").map(|rows| rows.len()), Some(5));
    assert_eq!((pages.upcoming(), pages.meta().last_page), (None, Some(3)));
    assert_eq!(pages.next().await.expect("the end"), None);
}

#[tokio::test]
async fn lists_in_odd_forms() {
    for (body, rows) in [
        (r#"{"data":[],"meta":{"last_page":9}}"#, 0),
        (r#"{"data":[]}"#, 0),
        (r#"{"data":[1,2],"links":null}"#, 2),
        ("[1,2,3]", 3),
        ("  [1]\n", 1),
        (r#"{"data":[1,2],"meta":{"current_page":"1","last_page":"1"}}"#, 2),
    ] {
        let script = Script::new([json(200, body)]);
        let found = walk(&script.client(), PageOptions::all()).await.expect(body);
        assert_eq!(found.len(), rows, "{body}");
    }
}

#[tokio::test]
async fn an_object_that_is_no_list_does_not_pass_for_an_empty_one() {
    for body in [
        "{}",
        r#"{"message":"hello"}"#,
        r#"{"data":null}"#,
        r#"{"data":{}}"#,
        r#"{"data":"x"}"#,
        r#"{"links":{},"meta":null}"#,
    ] {
        let script = Script::new([json(200, body)]);
        let error = walk(&script.client(), PageOptions::all()).await.expect_err(body);
        assert!(error.to_string().contains("not a list"), "{error}");
    }
}

#[tokio::test]
async fn more_rows_than_there_can_be_are_refused() {
    for (body, what) in [
        (r#"{"data":[1,2,3],"meta":{"per_page":2}}"#, "more rows than the 2"),
        (r#"{"data":[1,2,3],"meta":{"per_page":10,"from":1,"to":2}}"#, "more rows than the 2"),
        (r#"{"data":[1,2,3],"meta":{"per_page":10,"total":2}}"#, "more rows than the 2"),
        (r#"{"data":[],"meta":{"current_page":1,"total":2}}"#, "no rows of a list of 2"),
        (r#"{"data":[1],"error":{"code":"X"}}"#, "an error in place of the list"),
        (r#"{"data":[1,2],"meta":{"current_page":1,"last_page":1,"total":7}}"#, "a list that counts 7 rows and has 2"),
    ] {
        let script = Script::new([json(200, body)]);
        let options = PageOptions { per_page: Some(2), ..PageOptions::default() };
        let error = walk(&script.client(), options).await.expect_err(body);
        assert!(error.to_string().contains(what), "{error}");
        assert_eq!(error.exit(), Exit::Unavailable);
    }
    // A server that has its own page size tells it, and is believed.
    let script = Script::new([json(200, r#"{"data":[1,2,3],"meta":{"per_page":15,"last_page":1}}"#)]);
    let options = PageOptions { per_page: Some(2), ..PageOptions::default() };
    assert_eq!(walk(&script.client(), options).await.expect("a list").len(), 3);
    for body in [format!("[{}1]", "1,".repeat(20_000)), format!("[[{}1]]", "1,".repeat(1_000_000))] {
        let script = Script::new([json(200, &body)]);
        let error = walk(&script.client(), PageOptions::all()).await.expect_err("too many");
        assert!(error.to_string().contains("more"), "{error}");
    }
}

/// A connection that is not listed is not checked, and one that is listed twice is one.
#[tokio::test]
async fn connections_are_each_there_once_and_as_many_as_are_counted() {
    let page = |keys: &[&str], current: u64, last: u64, total: u64| {
        let rows =
            keys.iter().map(|key| json_value!({ "key": key, "name": key, "status": "active", "email": "a@b.c" }));
        let meta = json_value!({ "current_page": current, "last_page": last, "per_page": 2, "total": total });
        json(200, &json_value!({ "data": rows.collect::<Vec<_>>(), "meta": meta }).to_string())
    };
    let listed = async |pages: Vec<Turn>| Script::new(pages).client().connections().await;
    let found = listed(vec![page(&["a", "b"], 1, 2, 3), page(&["b", "c"], 2, 2, 3)]).await.expect("all three");
    assert_eq!(found.iter().map(Connection::id).collect::<Vec<_>>(), ["a", "b", "c"]);
    // A page that only repeats is not the end.
    let found = listed(vec![page(&["a", "b"], 1, 3, 3), page(&["b", "a"], 2, 3, 3), page(&["c"], 3, 3, 3)]).await;
    assert_eq!(found.expect("all three").len(), 3);
    let error = listed(vec![page(&["a", "b"], 1, 2, 3), page(&["b"], 2, 2, 3)]).await.expect_err("one is missing");
    assert!(error.to_string().contains("a list that counts 3 rows and has 2"), "{error}");
}

#[tokio::test]
async fn a_server_that_ignores_the_page_is_read_once() {
    let script = Script::new([page(0..10, 1, 9), page(0..10, 1, 9)]);
    let error = walk(&script.client(), PageOptions::all()).await.expect_err("the same page twice");
    assert!(error.to_string().contains("the same as the page before it"), "{error}");
    assert_eq!(error.exit(), Exit::Unavailable);
}

#[tokio::test]
async fn an_empty_page_ends_a_list_whatever_it_promises() {
    let script = Script::new([page(0..10, 1, u64::MAX), page(10..20, 2, u64::MAX), page(0..0, 3, u64::MAX)]);
    let rows = walk(&script.client(), PageOptions::all()).await.expect("a list");
    assert_eq!(rows.len(), 20);
}

#[tokio::test]
async fn a_list_without_end_has_one() {
    let script = Script::new([page(0..10, 100_000, u64::MAX)]);
    let mut pages = script
        .client()
        .pages::<Value>(ApiRequest::get("/list"), PageOptions { first: Some(100_000), ..PageOptions::default() });
    assert!(pages.next().await.expect_err("too many").to_string().contains("a list without end"));
}

#[tokio::test]
async fn a_row_of_another_shape_is_the_server_s_fault() {
    let script = Script::new([json(200, r#"{"data":[{"token":"hunter2"}]}"#)]);
    let error = script.client().pages::<u64>(ApiRequest::get("/list"), PageOptions::all()).all().await;
    let error = error.expect_err("not a number");
    assert_eq!(error.exit(), Exit::Unavailable);
    assert!(!error.to_string().contains("hunter2"), "{error}");
}
