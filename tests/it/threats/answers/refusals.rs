//! Answers that mean no.

use insta::assert_snapshot;
use makini::exit::Exit;

use super::{Meeting, answer, systems};

/// An answer in the platform's own form.
fn no(status: &str, code: &str, message: &str) -> super::Raw {
    let body = format!(
        r#"{{"error":{{"code":"{code}","type":"t","message":"{message}","request_id":"req_42","details":{{}}}}}}"#
    );
    answer(&format!("{status}\r\ncontent-type: application/json"), body.as_bytes())
}

#[test]
fn not_logged_in_any_more() {
    assert_snapshot!(systems(no("401 Unauthorized", "TOKEN_EXPIRED", "the token has expired"), Exit::Auth), @r"
        error: could not read the catalogue of systems
          because: the server answered 401 Unauthorized: the token has expired
          code: TOKEN_EXPIRED
          request: req_42
          hint: replace what is in `MAKINI_TOKEN`, which is used before a login, or unset it
        ");
    assert_snapshot!(systems(answer("401 Unauthorized", b""), Exit::Auth), @r"
        error: could not read the catalogue of systems
          because: the server answered 401 Unauthorized
          hint: replace what is in `MAKINI_TOKEN`, which is used before a login, or unset it
        ");
}

#[test]
fn not_allowed() {
    let stderr = systems(no("403 Forbidden", "PERMISSION_DENIED", "this token may not list systems"), Exit::Forbidden);
    assert_snapshot!(stderr, @r"
        error: could not read the catalogue of systems
          because: the server answered 403 Forbidden: this token may not list systems
          code: PERMISSION_DENIED
          request: req_42
          hint: logging in again will not help: the token may not do this; see `makini whoami`
        ");
}

#[test]
fn not_there() {
    let page = b"<!doctype html><title>404</title><h1>Not Found</h1>";
    let stderr =
        systems(answer("404 Not Found\r\ncontent-type: text/html\r\nx-request-id: req_42", page), Exit::NotFound);
    assert_snapshot!(stderr, @r"
        error: could not read the catalogue of systems
          because: the server answered 404 Not Found with a web page, which does not come from the API
          request: req_42
          hint: the platform may be at another address: see `makini whoami`
        ");
}

#[test]
fn wrong_in_its_fields() {
    let body = br#"{"message":"The given data was invalid.","errors":{"page":["must be 1 or more","is odd"]}}"#;
    let head = "422 Unprocessable Content\r\ncontent-type: application/json\r\nx-correlation-id: req_42";
    assert_snapshot!(systems(answer(head, body), Exit::Refused), @r"
        error: could not read the catalogue of systems
          because: the server answered 422 Unprocessable Entity: The given data was invalid. (page: must be 1 or more, is odd)
          request: req_42
        ");
}

#[test]
fn too_many_requests() {
    let body = br#"{"error":{"code":"RATE_LIMIT_EXCEEDED","message":"600 a minute","request_id":"req_42"}}"#;
    let limited = |seconds: &str| {
        let head = format!("429 Too Many Requests\r\ncontent-type: application/json\r\nretry-after: {seconds}");
        Meeting::of(answer(&head, body))
    };
    let meeting = limited("7");
    let ended = meeting.run("systems list --retries 2").expect(Exit::RateLimited);
    assert_eq!((ended.stdout.as_str(), meeting.seen().len()), ("", 3));
    assert_snapshot!(ended.stderr, @r"
        the rate limit is reached; trying again in 7.0 s (attempt 2 of 3)
        the rate limit is reached; trying again in 7.0 s (attempt 3 of 3)
        error: could not read the catalogue of systems
          because: the server answered 429 Too Many Requests: 600 a minute
          code: RATE_LIMIT_EXCEEDED
          request: req_42
          hint: wait 7 s and try again
        ");
    // Nobody waits an hour without being asked to.
    let meeting = limited("3600");
    let ended = meeting.run("systems list --retries 2").expect(Exit::RateLimited);
    assert_eq!(meeting.seen().len(), 1);
    assert_snapshot!(ended.stderr, @r"
        error: could not read the catalogue of systems
          because: the server answered 429 Too Many Requests: 600 a minute
          code: RATE_LIMIT_EXCEEDED
          request: req_42
          hint: wait 60 min and try again
        ");
}

#[test]
fn broken_on_the_other_side() {
    let stderr = systems(no("500 Internal Server Error", "INTERNAL_ERROR", "something broke"), Exit::Unavailable);
    assert_snapshot!(stderr, @r"
        error: could not read the catalogue of systems
          because: the server answered 500 Internal Server Error: something broke
          code: INTERNAL_ERROR
          request: req_42
          hint: try again later, or run `makini requests show req_42`
        ");
    let page = b"<html><head><title>502 Bad Gateway</title></head></html>";
    let stderr = systems(answer("502 Bad Gateway\r\ncontent-type: text/html", page), Exit::Unavailable);
    assert_snapshot!(stderr, @r"
        error: could not read the catalogue of systems
          because: the server answered 502 Bad Gateway with a web page, which does not come from the API
          hint: try again later
        ");
}

#[test]
fn the_same_for_programs() {
    let meeting = Meeting::of(no("500 Internal Server Error", "INTERNAL_ERROR", "something broke"));
    let ended = meeting.run("systems list --retries 0 -o json").expect(Exit::Unavailable);
    assert_eq!(ended.stdout, "");
    assert_snapshot!(ended.stderr, @r#"{"error":{"kind":"unavailable","code":"INTERNAL_ERROR","message":"could not read the catalogue of systems","causes":["the server answered 500 Internal Server Error: something broke"],"request_id":"req_42","hint":"try again later, or run `makini requests show req_42`","hints":["try again later, or run `makini requests show req_42`"],"exit_code":9}}"#);
}

#[test]
fn login_and_connections_say_it_too() {
    let meeting = Meeting::of(no("401 Unauthorized", "TOKEN_REVOKED", "the token was revoked"));
    let ended = meeting.run("whoami --check --retries 0").expect(Exit::Auth);
    assert_snapshot!(ended.stderr, @r"
        error: the server answered 401 Unauthorized: the token was revoked
          code: TOKEN_REVOKED
          request: req_42
          hint: replace what is in `MAKINI_TOKEN`, which is used before a login, or unset it
        ");
    let ended = meeting.run("connections list --retries 0").expect(Exit::Auth);
    assert_snapshot!(ended.stderr, @r"
        error: could not list connections
          because: the server answered 401 Unauthorized: the token was revoked
          code: TOKEN_REVOKED
          request: req_42
          hint: replace what is in `MAKINI_TOKEN`, which is used before a login, or unset it
        ");
    let ended = meeting.run("connections show plant --retries 0").expect(Exit::Auth);
    assert_snapshot!(ended.stderr, @r"
        error: could not find the connection
          because: the server answered 401 Unauthorized: the token was revoked
          code: TOKEN_REVOKED
          request: req_42
          hint: replace what is in `MAKINI_TOKEN`, which is used before a login, or unset it
        ");
    let meeting = Meeting::of(no("503 Service Unavailable", "SERVICE_UNAVAILABLE", "maintenance until 14:00"));
    let ended = meeting.run("whoami --check --retries 0").expect(Exit::Unavailable);
    assert_snapshot!(ended.stderr, @r"
        error: the server answered 503 Service Unavailable: maintenance until 14:00
          code: SERVICE_UNAVAILABLE
          request: req_42
          hint: try again later, or run `makini requests show req_42`
        ");
    let ended = meeting.run("check --all --retries 0").expect(Exit::Unavailable);
    assert_snapshot!(ended.stderr, @r"
        error: could not list the connections
          because: the server answered 503 Service Unavailable: maintenance until 14:00
          code: SERVICE_UNAVAILABLE
          request: req_42
          hint: try again later, or run `makini requests show req_42`
        ");
}
