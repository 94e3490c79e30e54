//! Signing an application in on the same pages.

use super::{REDIRECT, STATE, address, exchange};
use crate::support::link_visitor::LinkVisitor;
use crate::support::sandbox::InProcess;

#[tokio::test]
async fn signing_in_by_the_page() {
    let sandbox = InProcess::new();
    for path in ["/link/auth", "/oauth/authorize"] {
        let at = address(&[("scope", Some("application"))]).replace("/link/auth", path);
        let mut visitor = LinkVisitor::open(&sandbox, &at).await;
        let text = visitor.text();
        assert!(text.contains("Sign in to Sandbox application?") && text.contains("http://127.0.0.1:51234"), "{text}");
        assert!(visitor.html().contains("SANDBOX"));
        visitor.press("Allow", &[]).await;
        assert!(visitor.at.starts_with(REDIRECT), "{}", visitor.at);
        assert_eq!(visitor.brought("state").as_deref(), Some(STATE));
        let code = visitor.brought("code").expect("a code");
        let tokens = exchange(&sandbox, &[("code", &code)]).await;
        let token = tokens.body["access_token"].as_str().expect("a token");
        assert_eq!(sandbox.ask(token, "GET", "/api/system/client", None).await.status.as_u16(), 200);
    }
}

#[tokio::test]
async fn whoever_says_no_is_sent_back_with_nothing() {
    let sandbox = InProcess::new();
    let mut visitor = LinkVisitor::open(&sandbox, &address(&[("scope", Some("application"))])).await;
    visitor.press("Deny", &[]).await;
    assert_eq!((visitor.brought("error").as_deref(), visitor.brought("code")), (Some("access_denied"), None));
    assert_eq!(visitor.brought("state").as_deref(), Some(STATE));
    let mut visitor = LinkVisitor::open(&sandbox, &address(&[("scope", Some("application"))])).await;
    visitor.go(&visitor.at.replace("/consent", "/systems")).await;
    assert!(visitor.at.ends_with("/consent"), "there is no system to choose: {}", visitor.at);
}
