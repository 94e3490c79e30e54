//! Signing an application in on the same pages.

use super::{REDIRECT, STATE, address, exchange};
use crate::support::sandbox::InProcess;
use crate::support::surfer::Surfer;

#[tokio::test]
async fn signing_in_by_the_page() {
    let sandbox = InProcess::new();
    for path in ["/link/auth", "/oauth/authorize"] {
        let at = address(&[("scope", Some("application"))]).replace("/link/auth", path);
        let mut surfer = Surfer::open(&sandbox, &at).await;
        let text = surfer.text();
        assert!(text.contains("Sign in to Sandbox application?") && text.contains("http://127.0.0.1:51234"), "{text}");
        assert!(surfer.html().contains("SANDBOX"));
        surfer.press("Allow", &[]).await;
        assert!(surfer.at.starts_with(REDIRECT), "{}", surfer.at);
        assert_eq!(surfer.brought("state").as_deref(), Some(STATE));
        let code = surfer.brought("code").expect("a code");
        let tokens = exchange(&sandbox, &[("code", &code)]).await;
        let token = tokens.body["access_token"].as_str().expect("a token");
        assert_eq!(sandbox.ask(token, "GET", "/api/system/client", None).await.status.as_u16(), 200);
    }
}

#[tokio::test]
async fn whoever_says_no_is_sent_back_with_nothing() {
    let sandbox = InProcess::new();
    let mut surfer = Surfer::open(&sandbox, &address(&[("scope", Some("application"))])).await;
    surfer.press("Deny", &[]).await;
    assert_eq!((surfer.brought("error").as_deref(), surfer.brought("code")), (Some("access_denied"), None));
    assert_eq!(surfer.brought("state").as_deref(), Some(STATE));
    let mut surfer = Surfer::open(&sandbox, &address(&[("scope", Some("application"))])).await;
    surfer.go(&surfer.at.replace("/consent", "/systems")).await;
    assert!(surfer.at.ends_with("/consent"), "there is no system to choose: {}", surfer.at);
}
