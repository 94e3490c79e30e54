//! Every way in which it does not work: a page that says so, or an error for the application, and never a stranger's
//! address.

use axum::body::Body;
use axum::http::StatusCode;

use super::{GOOD, STATE, address, to_details};
use crate::support::link_visitor::{HOST, LinkVisitor};
use crate::support::sandbox::InProcess;

#[tokio::test]
async fn nobody_is_sent_to_strangers() {
    let sandbox = InProcess::new();
    for (name, value) in [
        ("redirect_uri", Some("https://evil.example/cb")),
        ("redirect_uri", Some("http://127.0.0.1.evil.example/")),
        ("redirect_uri", Some("javascript:alert(1)")),
        ("redirect_uri", Some("http://127.0.0.1/#fragment")),
        ("redirect_uri", None),
        ("client_id", Some("mk_test_other")),
        ("client_id", None),
    ] {
        let visitor = LinkVisitor::open(&sandbox, &address(&[(name, value)])).await;
        assert_eq!(visitor.page.status, StatusCode::BAD_REQUEST, "{name}={value:?}");
        assert!(visitor.text().contains("This address does not work"), "{name}={value:?} {}", visitor.text());
        assert_eq!(visitor.page.header("location"), "");
        assert!(visitor.page.header("content-type").starts_with("text/html"));
        assert!(visitor.cookies.is_empty(), "no visit begins");
    }
    let twice = format!("{}&redirect_uri=https://evil.example", address(&[]));
    let visitor = LinkVisitor::open(&sandbox, &twice).await;
    assert!(visitor.text().contains("more than once"), "{}", visitor.text());
}

/// Whoever asks for help can name the request, and whoever helps finds it in the log.
#[tokio::test]
async fn a_page_that_says_no_shows_the_id_of_its_request() {
    let sandbox = InProcess::new();
    for at in ["/link/auth", "/link/visit_0000/details", &address(&[("client_id", None)])] {
        let visitor = LinkVisitor::open(&sandbox, at).await;
        let id = visitor.page.header("x-request-id").to_owned();
        let html = visitor.html();
        let (_, field) = html.split_once("<input id=\"request-id\"").expect("a field");
        let field = field.split('>').next().expect("a tag");
        assert!(field.contains(" readonly") && field.contains(&format!("value=\"{id}\"")), "{field}");
        assert!(html.contains("<label for=\"request-id\">Request ID</label>"), "{html}");
        let logged = sandbox.get(&format!("/api/system/requests/{id}")).await;
        assert_eq!(logged.status, StatusCode::OK, "{at}");
        assert_eq!(logged.data()["status"], visitor.page.status.as_u16());
    }
    // Nothing went wrong where a person said no to a Magic Link, nor on any other page.
    let visitor = LinkVisitor::open(&sandbox, &address(&[])).await;
    assert!(!visitor.html().contains("request-id"));
    let bare = LinkVisitor::open(&sandbox, "/link/auth").await;
    assert!(bare.text().contains("This is Makini Link") && bare.text().contains("connect --web"), "{}", bare.text());
}

#[tokio::test]
async fn the_application_is_told_what_it_did_wrong() {
    let sandbox = InProcess::new();
    for (name, value, error) in [
        ("response_type", Some("token"), "unsupported_response_type"),
        ("response_type", None, "unsupported_response_type"),
        ("code_challenge_method", Some("plain"), "invalid_request"),
        ("code_challenge", Some("short"), "invalid_request"),
    ] {
        let visitor = LinkVisitor::open(&sandbox, &address(&[(name, value)])).await;
        assert_eq!(visitor.brought("error").as_deref(), Some(error), "{name}={value:?}");
        assert_eq!(visitor.brought("state").as_deref(), Some(STATE));
        assert_eq!(visitor.brought("code"), None);
    }
}

#[tokio::test]
async fn every_page_lets_the_person_leave() {
    let sandbox = InProcess::new();
    for button in ["Cancel", "Deny"] {
        let mut visitor = LinkVisitor::open(&sandbox, &address(&[("system", Some("mex"))])).await;
        if button == "Cancel" {
            visitor.press("Agree", &[]).await;
        }
        visitor.press(button, &[]).await;
        assert_eq!(visitor.brought("error").as_deref(), Some("access_denied"), "{button}");
        visitor.go(visitor.cookies[0].0.clone().as_str()).await;
        assert_eq!(visitor.page.status, StatusCode::GONE);
        assert!(visitor.text().contains("This is finished"), "{}", visitor.text());
    }
    assert_eq!(sandbox.get("/api/system/connections").await.body["meta"]["total"], 0);
}

#[tokio::test]
async fn pages_belong_to_one_browser_and_forms_to_their_page() {
    let sandbox = InProcess::new();
    let mut visitor = to_details(&sandbox, &address(&[])).await;
    let at = visitor.at.clone();
    let form = visitor.form("Connect MEX");
    let whole = GOOD.iter().fold(form.clone(), |form, (name, value)| form.with(name, value));
    for (token, words) in [("", "not sent from this page"), ("00", "not sent from this page")] {
        let answer = visitor.ask("POST", &at, Some(whole.clone().with("csrf", token).body("Connect"))).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(String::from_utf8_lossy(&answer.bytes).contains(words));
    }
    // A form on another site, in the same browser.
    let cookie = visitor.cookies[0].clone();
    let request = http::Request::post(&at)
        .header("host", HOST)
        .header("cookie", format!("{}={}", cookie.1, cookie.2))
        .header("sec-fetch-site", "cross-site")
        .body(Body::from(whole.body("Connect")));
    assert_eq!(sandbox.raw(request.expect("valid")).await.status, StatusCode::FORBIDDEN);

    // Another visit's cookie, none, and a page that never was.
    let other = LinkVisitor::open(&sandbox, &address(&[])).await;
    visitor.cookies[0].2.clone_from(&other.cookies[0].2);
    visitor.go(&at).await;
    assert!(visitor.text().contains("another browser"), "{}", visitor.text());
    visitor.cookies.clear();
    visitor.go(&at).await;
    assert!(visitor.text().contains("Cookies are needed"), "{}", visitor.text());
    visitor.go("/link/visit_0000/details").await;
    assert_eq!((visitor.page.status, visitor.text().contains("not known")), (StatusCode::GONE, true));
    assert_eq!(sandbox.get("/api/system/connections").await.body["meta"]["total"], 0);
}

#[tokio::test]
async fn a_page_waits_an_hour() {
    let sandbox = InProcess::new();
    let mut visitor = to_details(&sandbox, &address(&[])).await;
    sandbox.wait(3_600);
    visitor.press("Connect MEX", &GOOD).await;
    assert_eq!(visitor.page.status, StatusCode::GONE);
    assert!(visitor.text().contains("took too long"), "{}", visitor.text());
}

#[tokio::test]
async fn pages_are_dressed_against_strangers() {
    let sandbox = InProcess::new();
    let mut visitor = LinkVisitor::open(&sandbox, &address(&[])).await;
    let mut nonces = Vec::new();
    for at in [visitor.at.clone(), visitor.at.clone(), "/link/auth".into(), "/link/visit_0/consent".into()] {
        visitor.go(&at).await;
        let policy = visitor.page.header("content-security-policy").to_owned();
        assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"), "{policy}");
        for (name, value) in [
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("x-makini-sandbox", "true"),
        ] {
            assert_eq!(visitor.page.header(name), value, "{at}");
        }
        let nonce =
            policy.split("script-src 'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce");
        let html = visitor.html();
        assert_eq!(html.matches(&format!("nonce=\"{nonce}\"")).count(), 2, "style and script");
        assert!(!html.contains("http://") && !html.contains("https://") || html.contains("For example"), "{html}");
        assert!(!html.contains(" style=") && !html.contains(" onclick="), "{html}");
        assert!(html.contains("SANDBOX"));
        nonces.push(nonce.to_owned());
    }
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), 4, "each page has its own");
    visitor.go(&visitor.cookies[0].0.clone()).await;
    assert!(visitor.page.header("content-security-policy").contains("form-action 'self' http://127.0.0.1:51234;"));
}

#[tokio::test]
async fn too_few_credits_are_said_before_and_after() {
    let sandbox = InProcess::new();
    for number in 0..15 {
        sandbox.connect("ibm-maximo", &format!("Plant {number}")).await;
    }
    let mut visitor = LinkVisitor::open(&sandbox, &address(&[("system", Some("mex"))])).await;
    assert!(visitor.text().contains("There are not enough credits."), "{}", visitor.text());
    visitor.press("Agree", &[]).await;
    visitor.press("Connect MEX", &GOOD).await;
    let text = visitor.text();
    assert!(text.contains("MEX is connected, but inactive") && text.contains("Nothing is read until"), "{text}");
    visitor.press("Go back", &[]).await;
    assert!(visitor.brought("code").is_some());
    let page = sandbox.get("/api/system/connections?filter[status]=inactive").await;
    assert_eq!(page.data()[0]["name"], "Plant 7");
}
