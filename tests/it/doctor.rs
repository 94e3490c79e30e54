//! `makini doctor`: a healthy machine, and one of everything that can be wrong with it.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::get;
use makini::exit::Exit;
use makini::secret::Secret;
use makini::secrets::{SecretKind, SecretName, SecretStore, StoreError};
use serde_json::Value;

use crate::support::served::Served;
use crate::support::wire;
use crate::support::world::{Ended, Machine};

const NOW: &str = "2026-01-01T00:00:00Z";

/// Returns everything, without what differs from run to run.
fn stable(machine: &Machine, ended: &Ended) -> String {
    let all = makini::api::operation::Operation::ALL.len();
    ended
        .all()
        .replace(machine.home().to_str().expect("UTF-8"), "~")
        .replace(env!("CARGO_PKG_VERSION"), "VERSION")
        .replace(&format!("{all} of {all}"), "ALL of ALL")
}

/// Returns a line of the answer.
fn line(ended: &Ended, check: &str) -> Value {
    let answer = ended.json();
    let checks = answer["data"]["checks"].as_array().expect("a list").clone();
    checks.into_iter().find(|line| line["check"] == check).unwrap_or_else(|| panic!("no {check} in {answer}"))
}

fn outcome(ended: &Ended, check: &str) -> String {
    line(ended, check)["outcome"].as_str().expect("a word").to_owned()
}

/// A server whose clock shows this time, and which knows this token.
fn serve(date: &'static str, token: &'static str) -> (tokio::runtime::Runtime, String) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let application = move |headers: HeaderMap| async move {
        if headers.get("authorization").is_some_and(|value| *value == *format!("Bearer {token}")) {
            (StatusCode::OK, [("date", date)], r#"{"id":"app_1","name":"Acme"}"#)
        } else {
            (StatusCode::UNAUTHORIZED, [("date", date)], r#"{"error":{"message":"who are you?"}}"#)
        }
    };
    let router = Router::new()
        .route("/api/system/client", get(application))
        .fallback(get(move || async move { (StatusCode::NOT_FOUND, [("date", date)], "{}") }));
    let url = runtime.block_on(wire::serve(router)).to_string();
    (runtime, url)
}

#[test]
fn a_fresh_machine_with_the_sandbox_is_in_order() {
    let machine = Machine::new().at(NOW);
    let ended = machine.run("--sandbox doctor");
    insta::assert_snapshot!(stable(&machine, &ended), @r"
    exit: 0
    --- stdout
    ok       configuration   there is no `~/config/config.toml`, so the defaults hold
    ok       directory file  no `.makini.toml` here or above
    ok       folders         configuration, state, data and cache can be written
    ok       private files   secrets, journal, inbox and sandbox are closed to other users
    ok       leftovers       no process left a lock or a temporary file behind
    ok       variables       set, and stronger than any file: MAKINI_CACHE_DIR, MAKINI_CONFIG_DIR, MAKINI_DATA_DIR, MAKINI_STATE_DIR
    ok       journal         none yet; it is made when it is needed
    ok       sandbox state   none yet; it is made when it is needed
    ok       secret store    this process (nothing is kept): wrote, read and deleted an entry
    ok       proxy           none: the sandbox is on this machine
    ok       server          the sandbox answers after 0 ms
    ok       certificate     none: the sandbox is on this machine
    ok       clock           the sandbox's own
    ok       offers          makini-sandbox VERSION: the published API and ALL of ALL further operations
    ok       token           issued by the sandbox; accepted as `Sandbox application`
    ok       terminal        none: nothing is asked, drawn or coloured
    ok       completions     none installed

    All in order.
    --- stderr
    ");
    let again = machine.run("--sandbox doctor -o json").ok();
    assert_eq!(again.json()["schema"], "makini/doctor/1");
    assert!(line(&again, "sandbox state")["found"].as_str().expect("text").contains("is sound"), "{}", again.stdout);
}

#[test]
fn offline_nobody_is_called() {
    let machine = Machine::new().at(NOW).env("MAKINI_SERVER", "https://makini.invalid");
    let ended = machine.run("doctor --offline");
    insta::assert_snapshot!(stable(&machine, &ended), @r"
    exit: 1
    --- stdout
    ok       configuration   there is no `~/config/config.toml`, so the defaults hold
    ok       directory file  no `.makini.toml` here or above
    ok       folders         configuration, state, data and cache can be written
    ok       private files   secrets, journal, inbox and sandbox are closed to other users
    ok       leftovers       no process left a lock or a temporary file behind
    ok       variables       set, and stronger than any file: MAKINI_CACHE_DIR, MAKINI_CONFIG_DIR, MAKINI_DATA_DIR, MAKINI_SERVER, MAKINI_STATE_DIR
    ok       journal         none yet; it is made when it is needed
    ok       sandbox state   none yet; it is made when it is needed
    ok       secret store    this process (nothing is kept): wrote, read and deleted an entry
    ok       proxy           none
    skipped  server          not asked (`--offline`)
    skipped  certificate     not asked (`--offline`)
    skipped  clock           not asked (`--offline`)
    skipped  offers          not asked (`--offline`)
    bad      token           none for profile `default`
                             → `makini login`
    ok       terminal        none: nothing is asked, drawn or coloured
    ok       completions     none installed

    1 check is bad.
    --- stderr
    ");
}

#[test]
fn a_server_that_is_not_there() {
    // A port that was free a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("bound").port();
    let machine = Machine::new().at(NOW).env("MAKINI_TOKEN", "tok_1");
    let ended = machine.run(&format!("doctor --server http://127.0.0.1:{port}"));
    let text = stable(&machine, &ended).replace(&port.to_string(), "PORT");
    insta::assert_snapshot!(text, @r"
    exit: 1
    --- stdout
    ok       configuration   there is no `~/config/config.toml`, so the defaults hold
    ok       directory file  no `.makini.toml` here or above
    ok       folders         configuration, state, data and cache can be written
    ok       private files   secrets, journal, inbox and sandbox are closed to other users
    ok       leftovers       no process left a lock or a temporary file behind
    ok       variables       set, and stronger than any file: MAKINI_CACHE_DIR, MAKINI_CONFIG_DIR, MAKINI_DATA_DIR, MAKINI_STATE_DIR, MAKINI_TOKEN
    ok       journal         none yet; it is made when it is needed
    ok       sandbox state   none yet; it is made when it is needed
    ok       secret store    this process (nothing is kept): wrote, read and deleted an entry
    ok       proxy           none: the server is on this machine
    bad      server          http://127.0.0.1:PORT was not reached: the connection was refused
                             → does the server run, on this port? `makini --server http://127.0.0.1:PORT whoami` shows where the address comes from
    skipped  certificate     the server was not reached
    skipped  clock           the server was not reached
    skipped  offers          the server was not reached
    ok       token           given by the environment; not shown to the server
    ok       terminal        none: nothing is asked, drawn or coloured
    ok       completions     none installed

    1 check is bad.
    --- stderr
    ");
    let name = machine.run("doctor -o json --server https://makini.invalid").expect(Exit::Unhealthy);
    let found = line(&name, "server");
    assert_eq!(found["outcome"], "bad");
    assert!(found["remedy"].as_str().expect("a remedy").contains("--offline"), "{found}");
}

#[test]
fn a_clock_that_is_wrong() {
    let (_runtime, url) = serve("Thu, 01 Jan 2026 00:02:00 GMT", "tok_1");
    let machine = Machine::new().at(NOW).env("MAKINI_TOKEN", "tok_1");
    let ended = machine.run(&format!("doctor -o json --server {url}")).ok();
    let found = line(&ended, "clock");
    assert_eq!(found["outcome"], "warning");
    assert_eq!(found["found"], "2m 00s behind the server's: tokens and signatures will be taken for stale");
    assert_eq!(ended.json()["data"]["outcome"], "warning");
    machine.clock().advance(Duration::from_secs(61));
    assert_eq!(outcome(&machine.run(&format!("doctor -o json --server {url}")), "clock"), "ok");
    machine.clock().advance(Duration::from_secs(121));
    let ended = machine.run(&format!("doctor -o json --server {url}")).ok();
    assert!(line(&ended, "clock")["found"].as_str().expect("text").starts_with("1m 02s ahead of"), "{}", ended.stdout);
}

#[test]
fn a_token_that_the_server_does_not_take() {
    let (_runtime, url) = serve("Thu, 01 Jan 2026 00:00:00 GMT", "tok_1");
    let good = Machine::new().at(NOW).env("MAKINI_TOKEN", "tok_1").run(&format!("doctor -o json --server {url}")).ok();
    assert_eq!(line(&good, "token")["found"], "given by the environment; accepted as `Acme`");
    let bad = Machine::new().at(NOW).env("MAKINI_TOKEN", "tok_2").run(&format!("doctor -o json --server {url}"));
    let bad = bad.expect(Exit::Unhealthy);
    assert_eq!(outcome(&bad, "server"), "ok");
    assert_eq!(outcome(&bad, "token"), "bad");
    assert!(!bad.stdout.contains("tok_2") && !bad.stderr.contains("tok_2"));
}

#[test]
fn a_web_page_in_the_place_of_the_platform_is_no_verdict_on_the_token() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let page = || async { ([("content-type", "text/html")], "<html><body>Welcome</body></html>") };
    let url = runtime.block_on(wire::serve(Router::new().fallback(get(page)))).to_string();
    let machine = Machine::new().at(NOW).env("MAKINI_TOKEN", "tok_1").env("MAKINI_SERVER", &url);
    let ended = machine.run("doctor -o json").expect(Exit::Unhealthy);
    let token = line(&ended, "token");
    let found = token["found"].as_str().expect("text");
    assert!(found.starts_with("given by the environment; whether the server takes it is not known"), "{found}");
    assert_eq!(outcome(&ended, "offers"), "bad");
    assert_eq!(token["remedy"], format!("is {url} the address of the API? It is from environment MAKINI_SERVER"));
}

#[test]
fn a_token_that_has_expired() {
    let server = "https://makini.invalid";
    let machine = Machine::new().at(NOW).env("MAKINI_SERVER", server);
    let kept = format!(r#"{{"access":"tok","expires_at":"2026-01-01T01:00:00Z","server":"{server}"}}"#);
    let name = |kind| SecretName { profile: "default".into(), kind };
    machine.secrets().put(&name(SecretKind::Token), &Secret::new(kept)).expect("memory");
    let soon = machine.run("doctor --offline -o json").ok();
    assert_eq!(outcome(&soon, "token"), "warning", "{}", soon.stdout);
    machine.clock().advance(Duration::from_secs(3_601));
    let over = machine.run("doctor --offline -o json").expect(Exit::Unhealthy);
    let found = line(&over, "token");
    assert_eq!(found["outcome"], "bad");
    assert_eq!(found["found"], "from the secret store; expired 2026-01-01T01:00:00Z");
    assert_eq!(found["remedy"], "`makini login`");
    // The client's own secret begins it again.
    machine.secrets().put(&name(SecretKind::ClientSecret), &Secret::new("cs")).expect("memory");
    assert_eq!(outcome(&machine.run("doctor --offline -o json").ok(), "token"), "ok");
}

/// A keyring that cannot do what it is asked.
struct Broken {
    how: fn() -> StoreError,
    takes: Duration,
}

impl SecretStore for Broken {
    fn describe(&self) -> String {
        "the test's keyring".into()
    }

    fn get(&self, _: &SecretName) -> Result<Option<Secret>, StoreError> {
        Err((self.how)())
    }

    fn put(&self, _: &SecretName, _: &Secret) -> Result<(), StoreError> {
        std::thread::sleep(self.takes);
        Err((self.how)())
    }

    fn delete(&self, _: &SecretName) -> Result<bool, StoreError> {
        Err((self.how)())
    }
}

fn locked() -> StoreError {
    StoreError::Locked { store: "the test's keyring".into() }
}

#[test]
fn a_keyring_that_is_locked() {
    let machine = Machine::new().at(NOW).keyring(Broken { how: locked, takes: Duration::ZERO });
    let ended = machine.run("doctor --offline -o json").expect(Exit::Unhealthy);
    let found = line(&ended, "secret store");
    assert_eq!(found["outcome"], "bad");
    assert_eq!(found["found"], "the test's keyring is locked");
    assert!(found["remedy"].as_str().expect("a remedy").contains("`makini login --secret-store file`"));
    assert_eq!(outcome(&ended, "token"), "skipped");
    // No store is called when the environment gives the token.
    let machine =
        Machine::new().at(NOW).keyring(Broken { how: locked, takes: Duration::ZERO }).env("MAKINI_TOKEN", "t");
    let ended = machine.run("doctor --offline -o json").ok();
    assert_eq!((outcome(&ended, "secret store"), outcome(&ended, "token")), ("warning".into(), "ok".into()));
}

#[test]
fn a_keyring_that_does_not_answer() {
    let machine = Machine::new()
        .keyring(Broken { how: locked, takes: Duration::from_secs(30) })
        .env("MAKINI_KEYRING_TIMEOUT", "1ms");
    let ended = machine.run("doctor --offline -o json").expect(Exit::Unhealthy);
    assert_eq!(line(&ended, "secret store")["found"], "the test's keyring did not answer within 5 s");
}

#[test]
fn a_configuration_that_cannot_be_read() {
    let machine = Machine::new().at(NOW);
    machine.write("config/config.toml", "output = \"table\"\nserver = [\n");
    let ended = machine.run("doctor").expect(Exit::Unhealthy);
    insta::assert_snapshot!(stable(&machine, &ended), @r"
    exit: 1
    --- stdout
    bad      configuration   ~/config/config.toml, line 2, column 11: unclosed array, expected `]`
                             → correct it there, then run `makini doctor` again
    skipped  directory file  the settings cannot be used
    ok       folders         configuration, state, data and cache can be written
    ok       private files   secrets, journal, inbox and sandbox are closed to other users
    ok       leftovers       no process left a lock or a temporary file behind
    ok       variables       set, and stronger than any file: MAKINI_CACHE_DIR, MAKINI_CONFIG_DIR, MAKINI_DATA_DIR, MAKINI_STATE_DIR
    ok       journal         none yet; it is made when it is needed
    ok       sandbox state   none yet; it is made when it is needed
    skipped  secret store    the settings cannot be used
    skipped  proxy           the settings cannot be used
    skipped  server          the settings cannot be used
    skipped  certificate     the settings cannot be used
    skipped  clock           the settings cannot be used
    skipped  offers          the settings cannot be used
    skipped  token           the settings cannot be used
    ok       terminal        none: nothing is asked, drawn or coloured
    ok       completions     none installed

    1 check is bad.
    --- stderr
    ");
    // A value that is none, wherever it comes from.
    let machine = Machine::new().at(NOW).env("MAKINI_TIMEOUT", "soon");
    let ended = machine.run("doctor -o json").expect(Exit::Unhealthy);
    let found = line(&ended, "configuration")["found"].as_str().expect("text").to_owned();
    assert!(found.contains("MAKINI_TIMEOUT"), "{found}");
}

#[test]
fn files_that_are_wrong() {
    let machine = Machine::new().at(NOW).env("MAKINI_SEVER", "https://x.invalid").env("MAKINI_TOKEN", "t");
    machine.write(".makini.toml", "server = \"https://evil.invalid\"\noutput = \"json\"\n");
    machine.write("state/journal.db", "this is a letter to my aunt, not a database file at all");
    machine.write("data", "a file where a folder should be");
    let ended = machine.run("doctor --offline").expect(Exit::Unhealthy); // JSON, as the directory file asks
    assert_eq!(outcome(&ended, "directory file"), "warning");
    assert_eq!(line(&ended, "variables")["remedy"], "did you mean `MAKINI_SERVER`? Otherwise `unset MAKINI_SEVER`");
    let journal = line(&ended, "journal");
    assert_eq!(journal["outcome"], "bad");
    assert!(journal["remedy"].as_str().expect("a remedy").contains("journal.db.damaged`"), "{journal}");
    let checks = ended.json()["data"]["checks"].clone();
    let folders = checks.as_array().expect("a list").iter().filter(|line| line["check"] == "folders");
    assert!(folders.clone().any(|line| line["outcome"] == "bad"), "{checks}");
}

#[cfg(unix)]
#[test]
fn files_that_others_can_change() {
    use std::os::unix::fs::PermissionsExt as _;
    let machine = Machine::new().at(NOW).env("MAKINI_TOKEN", "t");
    let config = machine.write("config/config.toml", "");
    std::fs::set_permissions(&config, std::fs::Permissions::from_mode(0o666)).expect("ours");
    let ended = machine.run("doctor --offline -o json").expect(Exit::Unhealthy);
    assert_eq!(outcome(&ended, "configuration"), "bad", "what everybody may write is not used at all");
    std::fs::set_permissions(&config, std::fs::Permissions::from_mode(0o664)).expect("ours");
    let ended = machine.run("doctor --offline -o json").ok();
    let found = line(&ended, "configuration");
    assert_eq!(found["outcome"], "warning");
    assert_eq!(found["remedy"], format!("`chmod go-w {}`", config.display()));
    std::fs::set_permissions(&config, std::fs::Permissions::from_mode(0o600)).expect("ours");
    assert_eq!(outcome(&machine.run("doctor --offline -o json"), "configuration"), "ok");
}

#[test]
fn a_password_of_a_proxy_is_not_shown() {
    let machine =
        Machine::new().at(NOW).env("HTTPS_PROXY", "http://joe:hunter2@proxy.invalid:8080").env("MAKINI_TOKEN", "t");
    let ended = machine.run("doctor --offline -o json").ok();
    assert_eq!(line(&ended, "proxy")["found"], "http://***@proxy.invalid:8080 (HTTPS_PROXY)");
    assert!(!ended.stdout.contains("hunter2"));
}

#[test]
fn the_certificate_of_a_server_and_how_long_it_lasts() {
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("made");
    let key = rustls_pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der()).expect("a key");
    let config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .expect("they belong together");
    let router = Router::new().fallback(get(|| async { (StatusCode::NOT_FOUND, "{}") }));
    let served = Served::tls(router, config);
    // It ends with the year 4095.
    for (now, expected) in [(NOW, "ok"), ("4095-12-25T00:00:00Z", "warning")] {
        let machine = Machine::new().at(now).env("MAKINI_TOKEN", "tok_1").env("MAKINI_SERVER", served.url());
        let trusted = machine.write("trusted.pem", made.cert.pem()).into_os_string();
        let ended = machine.env("MAKINI_CA_FILE", trusted).run("doctor -o json");
        let found = line(&ended, "certificate");
        assert_eq!(found["outcome"], expected, "{}", ended.all());
        let text = found["found"].as_str().expect("text");
        assert!(text.contains("trusted; the server sends 1 certificate, its own ends 4096-01-01T00:00:00Z"), "{text}");
    }
}
