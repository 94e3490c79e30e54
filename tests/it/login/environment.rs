//! A store that does not work, and an environment that needs none.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::routing::{any, post};
use axum::{Json, Router};
use makini::exit::Exit;
use makini::secret::Secret;
use makini::secrets::file::Key;
use makini::secrets::{FileStore, SecretKind, SecretName, SecretStore as _, env};
use serde_json::json;

use super::{Absent, Account, BY_SECRET, ID, SECRET};
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::world::Machine;

/// A platform that counts the tokens it issues.
fn counting() -> (Served, Arc<AtomicU32>) {
    let issued = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&issued);
    let grant = post(move || async move {
        count.fetch_add(1, Ordering::SeqCst);
        Json(json!({"access_token": "mk_test_1", "expires_in": 3600}))
    });
    let rest = any(|| async { Json(json!({"data": {"id": "app", "name": "Acme"}})) });
    (Served::router(Router::new().route("/link/token", grant).fallback(rest)), issued)
}

#[test]
fn no_token_is_issued_that_cannot_be_kept() {
    let (served, issued) = counting();
    let absent = Machine::new().keyring(Absent).env("MAKINI_SERVER", served.url());
    let ended = absent.run_with(BY_SECRET, SECRET, []).expect(Exit::Local);
    insta::assert_snapshot!(ended.stderr, @r#"
    error: could not sign in: the token could not be stored
      because: no keyring is locked
      hint: start or unlock it, or choose another store: `makini login --secret-store file` (or `secret_store = "file"` in the configuration); in CI set `MAKINI_TOKEN`; `--sandbox` needs neither account nor store
    "#);
    let command = absent.env("MAKINI_SECRET_STORE", "command").env("MAKINI_SECRET_COMMAND", "vault {name}");
    let ended = command.run_with(BY_SECRET, SECRET, []).expect(Exit::Usage);
    assert!(ended.stderr.contains("the secret command `vault` is read-only"), "{}", ended.stderr);

    // A file whose passphrase nobody says, then one that another passphrase opens.
    let machine = Machine::new().env("MAKINI_SERVER", served.url()).env("MAKINI_SECRET_STORE", "file");
    let ended = machine.run_with(BY_SECRET, SECRET, []).expect(Exit::Usage);
    let hint = "hint: set `MAKINI_SECRETS_PASSPHRASE`, or `MAKINI_SECRETS_PASSPHRASE_FILE` to the path of a file";
    assert!(ended.stderr.contains(hint), "{}", ended.stderr);
    let path = machine.home().join("config/secrets.age");
    let store = FileStore::new(&path, Key::Passphrase(Secret::new("sesame"))).with_work_factor(1);
    let name = SecretName { profile: "other".into(), kind: SecretKind::Token };
    store.put(&name, &Secret::new("s")).expect("kept");
    let before = std::fs::read(&path).expect("there");
    let machine = machine.env("MAKINI_SECRETS_PASSPHRASE", "wrong");
    let ended = machine.run_with(&format!("{BY_SECRET} --secret-store file"), SECRET, []).expect(Exit::Usage);
    assert!(ended.stderr.contains("the passphrase does not open it"), "{}", ended.stderr);
    assert_eq!(std::fs::read(&path).expect("there"), before);
    assert_eq!(issued.load(Ordering::SeqCst), 0, "no token was asked for");

    let machine = machine.env("MAKINI_SECRETS_PASSPHRASE", "sesame");
    machine.run_with(BY_SECRET, SECRET, []).ok();
    assert_eq!(issued.load(Ordering::SeqCst), 1);
}

#[test]
fn credentials_in_the_environment_are_named() {
    let machine = Machine::new().at(START).keyring(Absent);
    let account = Account::of(machine.env("MAKINI_CLIENT_ID", ID).env("MAKINI_CLIENT_SECRET", SECRET));
    let card = account.machine.run("whoami").ok().stdout;
    let from = "got with the client ID and secret from the environment";
    assert!(card.contains(&format!("Token:      {from}\nRenewable:  yes\n")), "{card}");
    let ended = account.machine.run("whoami --check -o json").ok().json();
    assert_eq!((&ended["data"]["token"]["from"], &ended["data"]["store_error"]), (&json!(from), &json!(null)));

    for line in ["doctor --offline -o json", "doctor -o json"] {
        let ended = account.machine.run(line).ok();
        let checks = ended.json()["data"]["checks"].as_array().expect("a list").clone();
        let of = |name: &str| checks.iter().find(|check| check["check"] == name).expect("checked").clone();
        assert_eq!(of("secret store")["outcome"], "warning", "{line}: no store is needed");
        assert_eq!(of("token")["outcome"], "ok", "{line}");
        assert!(of("token")["found"].as_str().is_some_and(|found| found.starts_with(from)), "{line}: {}", of("token"));
    }
}

#[test]
fn the_token_of_one_connection_beats_all_that_is_general() {
    let account = Account::new();
    let token = account.sandbox.admin_token().expect("issued");
    let machine = account.machine.env("MAKINI_TOKEN", token.expose());
    let line = "connect maintain-x --yes --name Plant --email ops@example.com --field-stdin api_key --no-wait -o json";
    let made = machine.run_with(line, "correct horse battery", []).ok().json();
    let id = made["data"]["connection"]["id"].as_str().expect("an ID").to_owned();
    let reveal = format!("token show {id} --reveal");

    let variable = env::connection_variable(&id);
    let machine = machine.env(&variable, "mk_test_this_one");
    assert_eq!(machine.run(&reveal).ok().stdout, "mk_test_this_one\n");
    let machine = machine.env("MAKINI_CONNECTION_TOKEN", "mk_test_any");
    assert_eq!(machine.run(&reveal).ok().stdout, "mk_test_this_one\n");
    let shown = machine.run(&format!("token show {id} -o json")).ok().json();
    assert_eq!(shown["data"]["kept_in"], variable.as_str());

    // The same for those whose value is in a file.
    let file = machine.write("token", "mk_test_from_a_file\n");
    let machine = machine.env(&variable, "").env(&format!("{variable}_FILE"), file);
    assert_eq!(machine.run(&reveal).ok().stdout, "mk_test_from_a_file\n");
}

/// Commands of a pipeline leave no tokens of a month behind: one that is not kept lives for minutes, and with a file that
/// was chosen for it one is used while it lasts.
#[test]
fn a_connection_that_is_called_from_a_pipeline_leaves_few_tokens() {
    let account = Account::new();
    let token = account.sandbox.admin_token().expect("issued");
    let machine = account.machine.env("MAKINI_TOKEN", token.expose());
    let line = "connect mex --name P --email o@example.com --field url=https://mex.example.com --field username=m \
                --field-stdin password --no-wait --yes";
    machine.run_with(line, "x", []).ok();
    let call = "api get /api/integrations/current --connection P";
    let issued = |machine: &Machine| {
        let line = "requests list --search /token --limit 100 -o json";
        let rows = machine.run(line).ok().json()["data"].clone();
        let rows = rows.as_array().expect("a list").clone();
        rows.iter().filter(|row| row["endpoint"] == "/api/system/connections/{id}/token").count()
    };
    for _ in 0..3 {
        machine.run(call).ok();
    }
    assert_eq!(issued(&machine), 3);
    let now: jiff::Timestamp = START.parse().expect("constant");
    let left = |text: &serde_json::Value| {
        let ends: jiff::Timestamp = text.as_str().expect("a time").parse().expect("a time");
        ends.duration_since(now).as_secs()
    };
    // The one that came with the connection is the one that lasts.
    machine.run("token issue P --reveal").ok();
    let kept = machine.env("MAKINI_SECRET_STORE", "file").env("MAKINI_SECRETS_PASSPHRASE", "sesame");
    for _ in 0..3 {
        kept.run(call).ok();
    }
    assert_eq!(issued(&kept), 5, "one by `token issue`, and one for all three");
    let shown = kept.run("token show P -o json").ok().json();
    assert!(left(&shown["data"]["expires_at"]) > 86_400, "{shown}");
}

/// The token of the environment is used before a login, and a command that prints secrets stores none.
#[test]
fn where_a_login_changes_nothing_none_is_recommended() {
    let machine = Machine::new().at(START).keyring(Absent);
    let (served, _sandbox) = Served::sandbox(machine.clock());
    let line = format!("connections list --retries 0 --server {}", served.url());
    let ended = machine.env("MAKINI_TOKEN", "mk_test_unknown").run(&line).expect(Exit::Auth);
    assert!(
        ended.stderr.contains("hint: replace what is in `MAKINI_TOKEN`, which is used before a login"),
        "{}",
        ended.all()
    );
    assert!(!ended.stderr.contains(" login`"), "{}", ended.all());

    let machine = Machine::new().at(START).env("PATH", "/usr/bin:/bin");
    let script = machine.write("store.sh", "[ \"$1\" = default/token ] && echo mk_test_unknown");
    let command = format!("sh {} {{name}}", script.display());
    let machine = machine.env("MAKINI_SECRET_STORE", "command").env("MAKINI_SECRET_COMMAND", command);
    let ended = machine.run(&line).expect(Exit::Auth);
    assert!(ended.stderr.contains("hint: store the token where `secret_command` reads it"), "{}", ended.all());
    assert!(!ended.stderr.contains(" login`"), "{}", ended.all());
}
