//! How the process ends for each answer, and what a person is told.

use makini::client::{ApiRequest, Error};
use makini::exit::Exit;
use makini::failure::{Classify as _, Failure};

use crate::support::wire::{Script, Turn, json, with};

async fn error(turn: Turn) -> Error {
    Script::new([turn]).client().send(ApiRequest::get("/x").connection("c1")).await.expect_err("a failure")
}

#[tokio::test]
async fn every_status_has_its_exit() {
    for (status, exit) in [
        (400, Exit::Refused),
        (401, Exit::Auth),
        (402, Exit::Refused),
        (403, Exit::Forbidden),
        (404, Exit::NotFound),
        (405, Exit::Unsupported),
        (407, Exit::Unavailable),
        (408, Exit::Unavailable),
        (409, Exit::Refused),
        (410, Exit::NotFound),
        (413, Exit::Refused),
        (418, Exit::Refused),
        (422, Exit::Refused),
        (429, Exit::RateLimited),
        (500, Exit::Unavailable),
        (501, Exit::Unsupported),
        (502, Exit::Unavailable),
        (503, Exit::Unavailable),
        (504, Exit::Unavailable),
        (599, Exit::Unavailable),
        (301, Exit::Unavailable),
        (304, Exit::Unavailable),
    ] {
        for body in ["", "{}", "<html>", r#"{"error":{"code":"X","message":"m"}}"#, "\u{1b}[2J", "null"] {
            let error = error(json(status, body)).await;
            assert_eq!(error.exit(), exit, "{status} {body:?}");
            assert_eq!(error.status(), Some(status), "{status} {body:?}");
        }
    }
}

#[tokio::test]
async fn the_fields_are_named() {
    let body =
        r#"{"message":"The given data was invalid.","errors":{"email":["is no address"],"name":["is required"]}}"#;
    let laravel = error(with(422, "x-request-id", "req_7", body)).await;
    assert_eq!(
        laravel.to_string(),
        "the server answered 422 Unprocessable Entity: The given data was invalid. \
         (email: is no address; name: is required)"
    );
    let failure = Failure::from(laravel);
    assert_eq!((failure.exit, failure.request_id.as_deref()), (Exit::Refused, Some("req_7")));
}

#[tokio::test]
async fn messages_say_what_came() {
    for (turn, message, code) in [
        (json(500, ""), "the server answered 500 Internal Server Error", None),
        (
            json(502, "<html><h1>Bad gateway</h1>"),
            "the server answered 502 Bad Gateway with a web page, which does not come from the API",
            None,
        ),
        (json(409, r#"{"error":{"code":"CONFLICT"}}"#), "the server answered 409 Conflict: CONFLICT", Some("CONFLICT")),
        (
            json(400, r#"{"error":"invalid_grant","error_description":"too old"}"#),
            "the server answered 400 Bad Request: too old",
            Some("invalid_grant"),
        ),
        (json(499, "{}"), "the server answered 499", None),
    ] {
        let error = error(turn).await;
        assert_eq!((error.to_string().as_str(), error.code().as_deref()), (message, code));
    }
}

#[tokio::test]
async fn hints_name_the_next_command() {
    for (turn, hint) in [
        (with(429, "retry-after", "30", ""), "wait 30 s and try again"),
        (json(409, r#"{"error":{"code":"SYNC_IN_PROGRESS"}}"#), "run `makini sync watch c1`"),
        (json(409, r#"{"error":{"code":"INSUFFICIENT_CREDITS"}}"#), "see `makini credits`"),
        (json(503, r#"{"error":{"request_id":"req_1"}}"#), "try again later, or run `makini requests show req_1`"),
        (json(503, r#"{"error":{"request_id":"$(reboot)"}}"#), "try again later, or run `makini requests show ID`"),
    ] {
        assert_eq!(error(turn).await.hint().as_deref(), Some(hint));
    }
    let script = Script::new([json(401, r#"{"error":{"code":"REAUTHORIZATION_REQUIRED"}}"#)]);
    let error = script.client().send(ApiRequest::get("/x").connection("; rm -rf ~")).await.expect_err("refused");
    assert!(error.hint().is_some_and(|hint| hint.ends_with("run `makini reconnect ID`")), "{:?}", error.hint());
}

#[tokio::test]
async fn what_cannot_be_asked_is_not_asked() {
    let script = Script::new([]);
    let client = script.client();
    for outgoing in [
        ApiRequest::get("/x/{id}").fill(&[("id", "..")]),
        ApiRequest::get("/x/{id}").fill(&[("id", ".")]),
        ApiRequest::get("/x/{id}").fill(&[("id", "")]),
        ApiRequest::get("/x/{id}"),
        ApiRequest::get("/x/../y"),
        ApiRequest::get("x"),
        ApiRequest::get("@evil.example/x"),
        ApiRequest::get("/x").header("a b", "c"),
        ApiRequest::get("/x").header("a", "b\r\nc: d"),
    ] {
        let error = client.send(outgoing.clone()).await.expect_err("no request");
        assert_eq!(error.exit(), Exit::Usage, "{outgoing:?}");
    }
    assert!(script.seen().is_empty());
}
