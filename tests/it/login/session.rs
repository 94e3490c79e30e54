//! Tokens that end, are refused, are renewed by two processes at once, belong elsewhere or cannot be stored.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use makini::client::call::Tokens;
use makini::client::{ApiRequest, Scope};
use makini::exit::Exit;
use makini::failure::Classify as _;
use makini::secret::Secret;
use makini::secrets::{EnvStore, SecretKind, SecretStore};
use makini::session::{Issue, SessionOptions, Storage, TokenOrigin, Warning, login};
use serde_json::json;

use super::platform::Machine;

/// An environment with one variable.
fn environment(name: &str, value: &str) -> Arc<dyn SecretStore> {
    Arc::new(EnvStore::new([(name, value)]))
}

#[tokio::test]
async fn without_a_login_there_is_a_hint() {
    let machine = Machine::new();
    let error = machine.client().application().await.expect_err("nobody logged in");
    assert_eq!((error.exit(), error.hint().as_deref()), (Exit::Auth, Some("run `makini login`")));
    assert_eq!(error.to_string(), "there is no login for https://api.example");
    assert!(machine.platform.books().tokens_seen.is_empty());
}

#[tokio::test]
async fn a_login_is_renewed_before_its_end() {
    let machine = Machine::new();
    machine.log_in().await;
    let client = machine.client();
    client.application().await.expect("logged in");
    // A tenth of an hour is more than five minutes.
    machine.clock.advance(Duration::from_secs(3600 - 301));
    client.application().await.expect("still good");
    assert_eq!(machine.platform.books().refreshes, 0);
    machine.clock.advance(Duration::from_secs(1));
    client.application().await.expect("renewed");
    assert_eq!(machine.platform.books().refreshes, 1);
    assert!(
        !machine.platform.books().tokens_seen.iter().any(|token| token.contains('r') && token.contains("Bearer r"))
    );
    let stored = machine.vault.peek(SecretKind::Token).expect("stored");
    assert!(stored.contains("\"a2\"") && stored.contains("\"r2\""), "{stored}");
    machine.client().application().await.expect("another process reads the new pair");
    assert_eq!(machine.platform.books().refreshes, 1);
}

#[tokio::test]
async fn a_refused_token_is_renewed_and_the_call_repeated() {
    let machine = Machine::new();
    machine.log_in().await;
    machine.vault.plant(
        SecretKind::Token,
        r#"{"access":"stale","refresh":"r1","server":"https://api.example","client_id":"app"}"#,
    );
    machine.client().application().await.expect("renewed");
    assert_eq!(machine.platform.books().tokens_seen, ["Bearer stale", "Bearer a2"]);
}

#[tokio::test]
async fn two_processes_renew_once() {
    for _ in 0..5 {
        let machine = Machine::new();
        machine.log_in().await;
        machine.clock.advance(Duration::from_secs(3590));
        let (one, two, three) = (machine.client(), machine.client(), machine.client());
        // And several tasks of one process.
        let (a, b, c, d) = tokio::join!(one.application(), two.application(), three.application(), one.application());
        for outcome in [a, b, c, d] {
            outcome.expect("every one of them has a token");
        }
        assert_eq!(machine.platform.books().refreshes, 1, "a second one would have killed the login");
        assert!(machine.warnings().is_empty());
    }
}

#[tokio::test]
async fn two_processes_that_were_refused_renew_once() {
    let machine = Machine::new();
    machine.log_in().await;
    let (one, two) = (machine.client(), machine.client());
    one.application().await.expect("logged in");
    two.application().await.expect("logged in");
    // Somebody else has killed the access token; the refresh token is still good.
    machine.platform.books().pair = 9;
    let stored = machine.vault.peek(SecretKind::Token).expect("stored").replace("\"r1\"", "\"r9\"");
    machine.vault.plant(SecretKind::Token, &stored);
    let (a, b) = tokio::join!(one.application(), two.application());
    a.expect("renewed");
    b.expect("by the other");
    assert_eq!(machine.platform.books().refreshes, 1);
}

#[tokio::test]
async fn a_spent_refresh_token_leads_to_a_new_login_or_to_a_hint() {
    let machine = Machine::new();
    machine.log_in().await;
    machine.platform.books().refuse_refresh = true;
    machine.clock.advance(Duration::from_hours(1));
    let error = machine.client().application().await.expect_err("no secret to log in with");
    assert_eq!(error.to_string(), "the login has ended: the server answered 400 Bad Request: spent");
    assert_eq!((error.exit(), error.hint().as_deref()), (Exit::Auth, Some("run `makini login`")));
    let client = machine.client();
    machine.vault.plant(SecretKind::ClientSecret, "shh");
    client.application().await.expect("logged in again");
    assert_eq!(machine.platform.books().logins, 2);
    machine.vault.plant(SecretKind::ClientSecret, "wrong");
    machine.clock.advance(Duration::from_hours(1));
    let error = machine.client().application().await.expect_err("a wrong secret");
    assert_eq!(error.exit(), Exit::Auth);
}

#[tokio::test]
async fn a_server_that_is_down_does_not_end_a_login() {
    let machine = Machine::new();
    machine.log_in().await;
    let before = machine.vault.peek(SecretKind::Token);
    machine.clock.advance(Duration::from_secs(3400));
    machine.platform.books().down = true;
    let error = machine.client().application().await.expect_err("down");
    assert_eq!(error.exit(), Exit::Unavailable);
    assert!(matches!(machine.warnings().as_slice(), [Warning::NotRenewed { .. }]), "the old token was tried");
    machine.clock.advance(Duration::from_hours(1));
    assert_eq!(machine.client().application().await.expect_err("down").exit(), Exit::Unavailable);
    assert_eq!(machine.vault.peek(SecretKind::Token), before);
    machine.platform.books().down = false;
    machine.client().application().await.expect("renewed in the end");
}

#[tokio::test]
async fn a_token_of_another_server_is_never_sent() {
    let machine = Machine::new();
    for origin in ["https://api.example.evil", "https://api.example:8443", "http://127.0.0.1:1", ""] {
        let stored = json!({"access": "CANARY", "refresh": "CANARY", "server": origin}).to_string();
        machine.vault.plant(SecretKind::Token, &stored);
        machine.vault.plant(SecretKind::Connection("c1".into()), &stored);
        let client = machine.client();
        let error = client.application().await.expect_err("not for this server");
        assert!(error.to_string().contains("is not sent to https://api.example"), "{error}");
        assert_eq!(error.exit(), Exit::Auth);
        client.integration("c1").await.expect_err("not for this server");
    }
    machine.vault.plant(SecretKind::Token, "{\"access\":\"CANARY\"}");
    let error = machine.client().application().await.expect_err("not ours");
    assert_eq!(error.to_string(), "the stored token cannot be read");
    assert!(machine.platform.books().tokens_seen.is_empty());
}

#[tokio::test]
async fn a_ready_token_touches_no_store() {
    let machine = Machine::new();
    machine.platform.books().pair = 1;
    let options = SessionOptions { fixed: Some(Secret::new("a1")), ..machine.options() };
    let (session, client) = machine.session(options);
    client.application().await.expect("the ready token");
    client.integration("c1").await.expect("a token issued for it");
    client.integration("c1").await.expect("and used again");
    assert_eq!(machine.platform.books().issued, 1);
    machine.platform.books().pair = 2;
    assert_eq!(client.application().await.expect_err("refused").exit(), Exit::Auth);
    assert!(session.state(&Scope::Application).await.expect("known").is_some_and(|state| !state.uses_store()));
    assert_eq!(machine.vault.touched.load(Ordering::SeqCst), 0);
    let options = SessionOptions { ready: Some(environment("MAKINI_CONNECTION_TOKEN", "c1-1")), ..machine.options() };
    machine.session(options).1.integration("c1").await.expect("the ready token of a connection");
    // The token of one connection goes before that of any, and before what the ready application token could get.
    let both: Arc<dyn SecretStore> =
        Arc::new(EnvStore::new([("MAKINI_CONNECTION_TOKEN", "c1-wrong"), ("MAKINI_CONNECTION_TOKEN_C1", "c1-1")]));
    let options = SessionOptions { fixed: Some(Secret::new("a2")), ready: Some(both), ..machine.options() };
    let (session, client) = machine.session(options);
    client.integration("c1").await.expect("the ready token of this connection");
    let state = session.state(&Scope::Connection("c1".into())).await.expect("known").expect("a token");
    assert_eq!(state.origin, TokenOrigin::Ready(Some("MAKINI_CONNECTION_TOKEN_C1".into())));
    assert_eq!(machine.platform.books().issued, 1);
    assert_eq!(machine.vault.touched.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_connection_s_token_is_issued_stored_and_issued_again() {
    let machine = Machine::new();
    machine.log_in().await;
    machine.client().integration("c1").await.expect("issued");
    machine.client().integration("c1").await.expect("stored");
    assert_eq!(machine.platform.books().issued, 1);
    let stored = machine.vault.peek(SecretKind::Connection("c1".into())).expect("stored");
    assert!(stored.contains("c1-1") && stored.contains("https://api.example"), "{stored}");
    // Five minutes, of which the last half is for renewing.
    machine.clock.advance(Duration::from_secs(271));
    machine.client().integration("c1").await.expect("issued again");
    assert_eq!(machine.platform.books().issued, 2);
    machine.platform.books().issued = 5;
    machine.client().integration("c1").await.expect("refused, and issued again");
    assert_eq!(machine.platform.books().issued, 6);
    let forbidden = SessionOptions { issue: Issue::Forbidden, ..machine.options() };
    let (session, client) = machine.session(forbidden);
    client.integration("c1").await.expect("what is stored may be used");
    session.forget_connection("c1").await.expect("deleted");
    let error = client.integration("c1").await.expect_err("nothing stored");
    assert_eq!((error.exit(), error.hint().as_deref()), (Exit::Auth, Some("run `makini token rotate c1`")));
}

#[tokio::test]
async fn a_store_that_cannot_be_written_loses_nothing_now() {
    let machine = Machine::new();
    machine.log_in().await;
    machine.vault.read_only.store(true, Ordering::SeqCst);
    machine.clock.advance(Duration::from_secs(3500));
    let client = machine.client();
    client.application().await.expect("renewed");
    client.application().await.expect("from memory");
    assert_eq!(machine.platform.books().refreshes, 1);
    let warnings = machine.warnings();
    assert!(matches!(warnings.as_slice(), [Warning::NotStored { name, .. }] if name == "test/token"), "{warnings:?}");
    machine.clock.advance(Duration::from_secs(3500));
    client.application().await.expect("renewed from what is only in memory");
    assert_eq!(machine.platform.books().refreshes, 2);
    assert_eq!(machine.platform.books().logins, 1);
    let (session, client) = machine.session(machine.options());
    let tokens = Tokens { access: Secret::new("c1-7"), refresh: None, expires_at: None };
    session.store_connection("c1", tokens).await.expect_err("read-only");
    machine.platform.books().issued = 7;
    client.integration("c1").await.expect("used all the same");
}

#[tokio::test]
async fn a_connections_token_is_stored_where_the_login_is() {
    let machine = Machine::new();
    machine.log_in().await;
    let tokens = || Tokens { access: Secret::new("c1-1"), refresh: None, expires_at: None };
    let (session, _) = machine.session(machine.options());
    assert_eq!(session.store_connection("c1", tokens()).await.expect("stored"), Storage::Store);
    assert!(machine.vault.peek(SecretKind::Connection("c1".into())).is_some());
    assert!(!session.signs_in_without_store().await);
    let ready = SessionOptions { fixed: Some(Secret::new("ready")), ..machine.options() };
    let (session, _) = machine.session(ready);
    let touched = machine.vault.touched.load(Ordering::SeqCst);
    assert_eq!(session.store_connection("c2", tokens()).await.expect("in memory"), Storage::Memory);
    assert!(session.signs_in_without_store().await);
    assert_eq!(machine.vault.peek(SecretKind::Connection("c2".into())), None);
    assert_eq!(machine.vault.touched.load(Ordering::SeqCst), touched, "a ready token needs no store");
}

#[tokio::test]
async fn no_lock_is_a_warning_and_a_held_lock_is_waited_for() {
    let machine = Machine::new();
    machine.log_in().await;
    machine.clock.advance(Duration::from_hours(1));
    let blocked = machine.folder.path().join("file");
    std::fs::write(&blocked, "").expect("writable");
    let options = SessionOptions { lock_folder: Some(blocked), ..machine.options() };
    machine.session(options).1.application().await.expect("renewed without a lock");
    assert!(matches!(machine.warnings().as_slice(), [Warning::NoLock { .. }]));
    machine.clock.advance(Duration::from_hours(1));
    machine.client().application().await.expect("renewed");
    let (other, _) = machine.session(machine.options());
    let held = other.change_login().await.expect("free");
    machine.clock.advance(Duration::from_hours(1));
    let hasty = SessionOptions { lock_time: Duration::from_millis(60), ..machine.options() };
    let error = machine.session(hasty).1.application().await.expect_err("somebody holds it");
    assert_eq!(error.exit(), Exit::Local);
    drop(held);
    machine.client().application().await.expect("free again");
}

#[tokio::test]
async fn logging_out_forgets_token_and_secret() {
    let machine = Machine::new();
    machine.log_in().await;
    let (session, client) = machine.session(machine.options());
    machine.vault.plant(SecretKind::ClientSecret, "shh");
    client.application().await.expect("logged in");
    let state = session.state(&Scope::Application).await.expect("readable").expect("logged in");
    assert_eq!((state.client_id.as_deref(), state.renewable, state.origin), (Some("app"), true, TokenOrigin::Kept));
    assert_eq!(state.expires_at.map(|time| time.to_string()).as_deref(), Some("2026-01-01T01:00:00Z"));
    let forget = async || session.change_login().await.expect("free").forget().await;
    assert!(forget().await.expect("deleted"));
    assert_eq!(machine.vault.peek(SecretKind::ClientSecret), None);
    assert!(!forget().await.expect("nothing left"));
    assert_eq!(client.application().await.expect_err("logged out").exit(), Exit::Auth);
    assert_eq!(session.state(&Scope::Application).await.expect("readable"), None);
    client.send(ApiRequest::get("/api/system/client").scope(Scope::None)).await.expect_err("without a token");
}

#[tokio::test]
async fn what_tokens_are_bound_to_may_be_named() {
    let machine = Machine::new();
    let named = |name: &str| SessionOptions { bound_to: Some(name.into()), ..machine.options() };
    let (session, client) = machine.session(named("this machine's sandbox"));
    let tokens = login::by_client_credentials(&client, "app", &Secret::new("shh")).await.expect("right");
    session.change_login().await.expect("free").keep(tokens, None, None).await.expect("stored");
    machine.session(named("this machine's sandbox")).1.application().await.expect("bound to the same name");
    for options in [machine.options(), named("another")] {
        let error = machine.session(options).1.application().await.expect_err("bound to something else");
        assert!(error.to_string().contains("the stored token is for this machine's sandbox"), "{error}");
    }
}
