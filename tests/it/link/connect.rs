//! The way through: a system is chosen, agreed to, signed in to, and the application gets its code.

use serde_json::json;

use super::{GOOD, STATE, address, exchange, to_details};
use crate::support::html::attribute;
use crate::support::link_visitor::LinkVisitor;
use crate::support::sandbox::InProcess;

#[tokio::test]
async fn a_person_connects_a_system() {
    let sandbox = InProcess::new();
    let mut visitor = LinkVisitor::open(&sandbox, &address(&[])).await;
    assert!(visitor.at.ends_with("/systems"), "{}", visitor.at);
    assert!(visitor.text().contains("The first 10 of"), "{}", visitor.text());
    visitor.go(&format!("{}?q=mex&category=CMMS&tier=1", visitor.at.clone())).await;
    assert!(visitor.text().contains("1 system"), "{}", visitor.text());
    visitor.press("MEX", &[]).await;

    let text = visitor.text();
    assert!(text.contains("Connect MEX to Sandbox application?") && text.contains("In the cloud: 1 credit"), "{text}");
    assert!(text.contains("On premises: 2 credits") && text.contains("60 of 60 credits left"), "{text}");
    visitor.press("Agree", &[("deployment", "on_premises")]).await;

    let text = visitor.text();
    assert!(text.contains("Before you start") && text.contains("A user of its own for this connection"), "{text}");
    assert!(text.contains("let these addresses through the firewall"), "it runs on premises: {text}");
    visitor.press("Connect MEX", &GOOD).await;
    assert!(visitor.at.ends_with("/progress"), "{} {}", visitor.at, visitor.text());
    assert!(visitor.text().contains("MEX accepted what you entered"), "{}", visitor.text());
    assert!(visitor.html().contains("data-running"), "the first sync runs");
    sandbox.wait(60);
    visitor.go(&visitor.at.clone()).await;
    assert!(visitor.text().contains("records were read") && !visitor.html().contains("data-running=\"yes"));

    visitor.press("Go back to Sandbox application", &[]).await;
    assert_eq!(visitor.brought("state").as_deref(), Some(STATE));
    let code = visitor.brought("code").expect("a code");
    let tokens = exchange(&sandbox, &[("code", &code)]).await;
    assert_eq!(tokens.status.as_u16(), 200, "{}", tokens.body);
    let token = tokens.body["access_token"].as_str().expect("a token");
    let current = sandbox.ask(token, "GET", "/api/integrations/current", None).await.data();
    assert_eq!((&current["provider"], &current["company_name"]), (&json!("mex"), &json!("Plant 7")));
    let connection = sandbox.connection(current["id"].as_str().expect("an ID")).await;
    assert_eq!((&connection["deployment"], &connection["credits"]), (&json!("on_premises"), &json!(2)));
    assert_eq!((&connection["status"], &connection["email"]), (&json!("active"), &json!("ops@example.com")));

    // A code that comes twice was copied: what it was exchanged for ends too.
    assert_eq!(exchange(&sandbox, &[("code", &code)]).await.refusal(), (400, "INVALID_REQUEST"));
    let dead = sandbox.ask(token, "GET", "/api/integrations/current", None).await;
    assert_eq!(dead.refusal(), (401, "TOKEN_REVOKED"));
    visitor.go(visitor.cookies[0].0.clone().as_str()).await;
    assert_eq!(visitor.page.status.as_u16(), 410, "the way is gone once: {}", visitor.text());
}

#[tokio::test]
async fn a_code_is_for_one_redirect_one_verifier_and_a_short_time() {
    let sandbox = InProcess::new();
    let mut visitor = to_details(&sandbox, &address(&[])).await;
    visitor.press("Connect MEX", &GOOD).await;
    visitor.press("Go back", &[]).await;
    let code = visitor.brought("code").expect("a code");
    for (name, value) in [
        ("redirect_uri", "http://127.0.0.1:1/"),
        ("code_verifier", "another-verifier-of-at-least-forty-three-chars"),
        ("code_verifier", ""),
        ("code", "mk_test_code_guessed"),
    ] {
        let mut fields = vec![("code", code.as_str())];
        fields.push((name, value));
        assert_eq!(exchange(&sandbox, &fields).await.refusal(), (400, "INVALID_REQUEST"), "{name}={value}");
    }
    sandbox.wait(600);
    let late = exchange(&sandbox, &[("code", &code)]).await;
    assert_eq!(late.body["error_description"], "the code has expired");
}

/// As published: no state, no PKCE; the application proves itself by its secret.
#[tokio::test]
async fn the_published_parameters_are_enough() {
    let sandbox = InProcess::new();
    let none = [("state", None), ("code_challenge", None), ("code_challenge_method", None)];
    let at = address(&none).replace("/link/auth", "/oauth/authorize");
    let mut visitor = to_details(&sandbox, &at).await;
    visitor.press("Connect MEX", &GOOD).await;
    visitor.press("Go back", &[]).await;
    assert_eq!(visitor.brought("state"), None);
    let code = visitor.brought("code").expect("a code");
    let bare = exchange(&sandbox, &[("code", &code)]).await;
    assert_eq!(bare.refusal(), (400, "INVALID_REQUEST"), "without a challenge, a verifier proves nothing");
    let secret = makini::sandbox::client_secret();
    let tokens = exchange(&sandbox, &[("code", &code), ("client_secret", secret.expose())]).await;
    assert_eq!(tokens.status.as_u16(), 200, "{}", tokens.body);
}

#[tokio::test]
async fn presets_are_filled_in_and_may_be_changed() {
    let sandbox = InProcess::new();
    let hostile = "<script>alert(1)</script>\"'&";
    let at = address(&[("system", Some("MEX")), ("name", Some(hostile)), ("email", Some("a@b.example"))]);
    let mut visitor = LinkVisitor::open(&sandbox, &at).await;
    assert!(visitor.at.ends_with("/consent") && visitor.text().contains("Choose another system"), "{}", visitor.text());
    visitor.press("Agree", &[]).await;
    let html = visitor.html();
    assert!(!html.contains("<script>alert") && html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;"), "{html}");
    let form = visitor.form("Connect MEX");
    assert!(form.fields.contains(&("name".into(), hostile.into())), "{form:?}");
    assert!(form.fields.contains(&("email".into(), "a@b.example".into())), "{form:?}");
    visitor.go(&visitor.at.replace("/details", "/systems")).await;
    visitor.go(&format!("{}?q=limble", visitor.at.clone())).await;
    visitor.press("Limble", &[]).await;
    assert!(visitor.text().contains("Connect Limble"), "{}", visitor.text());
    // What was agreed to was another system.
    visitor.go(&visitor.at.replace("/consent", "/details")).await;
    assert!(visitor.at.ends_with("/consent"), "{}", visitor.at);
}

#[tokio::test]
async fn every_system_of_the_catalogue_can_be_connected() {
    let sandbox = InProcess::new();
    let systems = sandbox.get("/api/system/platforms?per_page=500").await.data();
    for system in systems.as_array().expect("a list") {
        let slug = system["slug"].as_str().expect("a slug");
        let mut visitor = LinkVisitor::open(&sandbox, &address(&[("system", Some(slug))])).await;
        visitor.press("Agree", &[]).await;
        let html = visitor.html();
        let credentials = sandbox.credentials(slug).await;
        let mut fields = vec![("name".to_owned(), slug.to_owned()), ("email".to_owned(), "a@b.example".to_owned())];
        for (name, value) in credentials.as_object().expect("fields") {
            fields.push((format!("credentials.{name}"), value.as_str().expect("text").to_owned()));
        }
        let ids: Vec<String> = html.split('<').filter_map(|tag| attribute(tag, "id")).collect();
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{slug}: an ID twice: {ids:?}");
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        visitor.press("Connect", &fields).await;
        assert!(visitor.at.ends_with("/progress"), "{slug}: {}", visitor.text());
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_the_field_and_secrets_are_never_written_back() {
    let sandbox = InProcess::new();
    let mut visitor = to_details(&sandbox, &address(&[])).await;
    visitor
        .press(
            "Connect MEX",
            &[("credentials.url", "ftp://x"), ("credentials.password", "hunter2-secret"), ("email", "no")],
        )
        .await;
    assert!(visitor.at.ends_with("/details"));
    let html = visitor.html();
    assert!(html.contains("<title>Error: Sign in to MEX"), "{html}");
    assert!(!html.contains("hunter2"), "{html}");
    let text = visitor.text();
    for words in [
        "There is a problem",
        "Instance URL must be an http or https address",
        "User name is required",
        "Your e-mail address must be an e-mail address, as ops@example.com",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(html.contains("href=\"#credentials-url\"") && html.contains("id=\"credentials-url\""));
    let url = html.split("<input").find(|tag| tag.contains("id=\"credentials-url\"")).expect("the field");
    assert_eq!(attribute(url, "aria-invalid").as_deref(), Some("true"));
    assert_eq!(attribute(url, "aria-describedby").as_deref(), Some("credentials-url-hint credentials-url-error"));
    assert_eq!(attribute(url, "value").as_deref(), Some("ftp://x"), "what is no secret stays");
    assert_eq!(sandbox.get("/api/system/connections").await.body["meta"]["total"], 0);

    // Refused by the system, and unreachable.
    let wrong = |name: &'static str, value: &'static str| {
        GOOD.map(|(known, good)| (known, if known == name { value } else { good }))
    };
    visitor.press("Connect MEX", &wrong("credentials.password", "wrong")).await;
    assert!(visitor.text().contains("Password was refused by the system"), "{}", visitor.text());
    visitor.press("Connect MEX", &wrong("credentials.url", "https://unreachable.example.com")).await;
    assert!(visitor.text().contains("Instance URL could not be reached"), "{}", visitor.text());
    sandbox.post("/sandbox/faults", &json!({ "kind": "source_down" })).await.data();
    visitor.press("Connect MEX", &GOOD).await;
    assert!(visitor.text().contains("cannot be reached"), "{}", visitor.text());
    assert_eq!(sandbox.get("/api/system/connections").await.body["meta"]["total"], 0);
    sandbox.delete("/sandbox/faults").await;
    visitor.press("Connect MEX", &GOOD).await;
    assert!(visitor.at.ends_with("/progress"), "{}", visitor.text());
}

#[tokio::test]
async fn a_field_is_checked_while_the_form_is_filled_in() {
    let sandbox = InProcess::new();
    let mut visitor = to_details(&sandbox, &address(&[])).await;
    let form = visitor.form("Connect MEX");
    let token = form.fields.iter().find(|(name, _)| name == "csrf").expect("a token").1.clone();
    let at = visitor.at.replace("/details", "/check");
    for (field, value, problem) in [
        ("credentials.url", "https://mex.example.com", json!(null)),
        ("credentials.url", "nowhere", json!("Instance URL must be an address, as https://example.com")),
        ("email", "x", json!("Your e-mail address must be an e-mail address, as ops@example.com")),
        ("name", " ", json!("Name of the connection is required")),
        ("strange", "x", json!(null)),
    ] {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("csrf", token.as_str()), ("field", field), ("value", value)])
            .finish();
        let answer = visitor.ask("POST", &at, Some(body)).await;
        assert_eq!(answer.body["problem"], problem, "{field}={value}");
    }
}
