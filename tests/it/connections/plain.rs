//! A server on the network instead of the embedded sandbox: with all it offers, or with nothing but what is published.

use std::sync::mpsc;
use std::thread;

use axum::Router;
use axum::extract::Request;
use axum::response::Response;
use http_body_util::BodyExt as _;
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use makini::secret::Secret;
use makini::secrets::{MemoryStore, SecretKind, SecretName, SecretStore};
use serde_json::{Value, json};
use std::sync::Arc;
use tower::ServiceExt as _;

use super::id_of;
use crate::support::published;
use crate::support::world::Machine;

/// A sandbox that serves on a loopback port until the test ends.
pub struct Server {
    pub url: String,
    token: Secret,
    _stop: tokio::sync::oneshot::Sender<()>,
}

impl Server {
    /// Everything that a sandbox offers.
    pub fn whole() -> Self {
        Self::serve(|router| router)
    }

    /// Nothing but what is published: no advertisement, and rows with the thirteen published fields.
    pub fn published() -> Self {
        Self::serve(|router| {
            Router::new().fallback(move |request: Request| {
                let router = router.clone();
                async move { published::answer(router, request).await }
            })
        })
    }

    /// Any server that somebody can think of.
    pub fn serve(change: impl FnOnce(Router) -> Router + Send + 'static) -> Self {
        Self::serve_at(100.0, change)
    }

    /// The same, its clock this many times as fast as time.
    pub fn serve_at(time_scale: f64, change: impl FnOnce(Router) -> Router + Send + 'static) -> Self {
        let (ready, told) = mpsc::channel();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let mut options = Options::new(makini::clock::Clock::system());
                options.time_scale = Some(time_scale);
                let sandbox = Sandbox::open(options).expect("opens");
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
                let url = format!("http://{}", listener.local_addr().expect("bound"));
                ready.send((url, sandbox.admin_token().expect("issued"))).expect("somebody waits");
                let router = change(sandbox.router());
                let served = axum::serve(listener, router).with_graceful_shutdown(async {
                    stopped.await.ok();
                });
                served.await.expect("served");
            });
        });
        let (url, token) = told.recv().expect("started");
        Self { url, token, _stop: stop }
    }

    /// Leaves a login in a store, as `makini login` does.
    pub fn login(&self, store: &dyn SecretStore) {
        let stored = json!({ "access": self.token.expose(), "server": self.url }).to_string();
        let name = SecretName { profile: "default".into(), kind: SecretKind::Token };
        store.put(&name, &Secret::new(stored)).expect("stored");
    }

    /// Returns the application's token.
    pub fn token(&self) -> &str {
        self.token.expose()
    }

    /// Points a machine to it.
    pub fn machine(&self, machine: Machine) -> Machine {
        machine.env("MAKINI_SERVER", self.url.clone())
    }

    /// A machine that is logged in.
    pub fn logged_in(&self) -> Machine {
        let store = Arc::new(MemoryStore::new());
        self.login(&*store);
        self.machine(Machine::new().keyring(store))
    }
}

pub const CONNECT: &str = "connect mex --yes --name 'Plant 7' --email o@example.com --field url=https://mex.example.com \
                       --field username=m --field-stdin password";

#[test]
fn a_server_that_offers_nothing_is_used_as_published() {
    let server = Server::published();
    let machine = server.logged_in();
    let made = machine.run_with(CONNECT, "x", []).ok();
    let id = id_of(&made);
    // The first sync was watched with the connection's own token.
    assert!(made.stderr.contains("first sync"), "{}", made.stderr);

    let status = machine.run(&format!("connections status {id} -o json")).ok().json();
    let row = &status["data"][0];
    assert_eq!((row["source"].as_str(), row["health"].as_str()), (Some("connection_token"), Some("online")), "{row}");
    assert_eq!((row["sync_status"].as_str(), row["healthy"].as_bool()), (Some("completed"), Some(true)), "{row}");
    let shown = machine.run("connections show 'Plant 7' -o json").ok().json();
    assert_eq!((&shown["data"]["id"], &shown["data"]["credits"]), (&json!(id), &Value::Null));
    // A list that takes no filters is filtered here.
    assert_eq!(machine.run("connections list --system mex -o csv --no-header").ok().stdout.lines().count(), 1);
    assert_eq!(machine.run("connections list --system fiix -o csv --no-header").ok().stdout, "");

    let renamed = machine.run("connections rename 'Plant 7' 'Plant 7 Lyon'").ok();
    assert!(
        renamed.stderr.contains("this server does not rename connections: `Plant 7 Lyon` is kept in"),
        "{}",
        renamed.stderr
    );
    assert!(renamed.stdout.contains("Label") && renamed.stdout.contains("Plant 7 Lyon"), "{}", renamed.stdout);
    assert!(machine.run("connections list --columns name").ok().stdout.contains("Plant 7 Lyon"));
    let csv = machine.run("connections list --columns name -o csv --no-header").ok().stdout;
    assert_eq!(csv.trim(), "Plant 7", "programs get what the server has");
    assert_eq!(machine.run("connections show 'plant 7 lyon' -o json").ok().json()["data"]["id"], json!(id));
    // And back.
    machine.run("connections rename 'Plant 7 Lyon' 'Plant 7'").ok();
    assert!(!machine.run("connections show 'Plant 7'").ok().stdout.contains("Label"));

    for (line, instead) in [
        (
            "connections rename 'Plant 7' x --email ops@example.com",
            "change the e-mail address in the dashboard".to_owned(),
        ),
        ("token revoke 'Plant 7' --confirm 'Plant 7'", format!("`makini disconnect {id}` ends every token")),
    ] {
        let ended = machine.run(line).expect(Exit::Unsupported);
        assert!(ended.stderr.contains("makini api endpoints import"), "{}", ended.stderr);
        assert!(ended.stderr.contains(&instead), "{}", ended.stderr);
    }
    let gone = machine.run("disconnect 'Plant 7' --confirm 'Plant 7' -o json").ok().json();
    assert_eq!(gone["data"][0]["result"], "disconnected");
    assert_eq!(gone["data"][0]["token_removed"], true);
    assert_eq!(machine.run(&format!("token show {id}")).exit, Exit::NotFound);
}

#[test]
fn credits_that_the_server_does_not_return_are_not_summed() {
    const TWO: &str = "disconnect 'Plant 7' 'Plant 8' --confirm 'Plant 7' --confirm 'Plant 8'";
    let server = Server::published();
    let machine = server.logged_in();
    let connect = |name: &str| machine.run_with(&CONNECT.replace("Plant 7", name), "x", []).ok();
    let returned = |ended: &crate::support::world::Ended| {
        let rows = ended.json()["data"].as_array().expect("a list").clone();
        rows.into_iter().map(|mut row| row["credits_returned"].take()).collect::<Vec<_>>()
    };
    connect("Plant 7");
    let planned = machine.run("disconnect 'Plant 7' --dry-run").ok().stdout;
    assert!(planned.contains("Its credits come back.") && !planned.contains(" 0 "), "{planned}");
    let ended = machine.run("disconnect 'Plant 7' --confirm 'Plant 7'").ok().stdout;
    assert_eq!(ended, "Plant 7 is disconnected.\n");
    connect("Plant 7");
    connect("Plant 8");
    let ended = machine.run(TWO).ok().stdout;
    assert!(
        ended.ends_with("2 of 2 disconnected.\n") && !ended.contains("credit is") && !ended.contains("credits are")
    );
    connect("Plant 7");
    connect("Plant 8");
    assert_eq!(returned(&machine.run(&format!("{TWO} -o json")).ok()), [Value::Null, Value::Null]);

    // The credits of one of two are no sum either; CSV leaves the other empty.
    let server = Server::serve(|router| {
        Router::new().fallback(move |request: Request| {
            let router = router.clone();
            async move { without_credits_of("Plant 8", router.oneshot(request).await.expect("infallible")).await }
        })
    });
    let machine = server.logged_in();
    let connect = |name: &str| machine.run_with(&CONNECT.replace("Plant 7", name), "x", []).ok();
    connect("Plant 7");
    connect("Plant 8");
    let csv = machine.run("connections list -o csv --columns name,credits --no-header").ok().stdout;
    assert!(csv.contains("Plant 7,1\n") && csv.contains("Plant 8,\n"), "{csv}");
    let json = machine.run("credits -o json").ok().json();
    let credits = |name: &str| {
        let rows = json["data"]["connections"].as_array().expect("a list");
        rows.iter().find(|row| row["name"] == name).expect("a row")["credits"].clone()
    };
    assert_eq!((credits("Plant 7"), credits("Plant 8")), (json!(1), Value::Null));
    let ended = machine.run(TWO).ok().stdout;
    assert!(ended.ends_with("2 of 2 disconnected.\n"), "{ended}");
}

/// Where no server returns credits, they follow from the catalogue, and every format says that they are an estimate.
#[test]
fn credits_are_estimated_where_the_server_returns_none() {
    let server = Server::published();
    let machine = server.logged_in();
    machine.run_with(CONNECT, "x", []).ok();
    let maximo = "connect ibm-maximo --yes --name Big --email o@example.com --field url=https://x.example.com --field-stdin \
                  api_key --no-wait";
    machine.run_with(maximo, "x", []).ok();
    let shown = machine.run("credits -v").ok();
    for text in ["5 (estimated)", "Estimated from the tiers of the catalogue", "CREDITS BACK"] {
        assert!(shown.stdout.contains(text), "{text}: {}", shown.stdout);
    }
    assert!(shown.stderr.contains("estimated: tier 1, 2 and 3 take 1, 2 and 4 credits"), "{}", shown.stderr);
    let json = machine.run("credits -o json").ok().json();
    let data = &json["data"];
    assert_eq!((&data["estimated"], &data["used"]), (&json!(true), &json!(5)), "{data}");
    assert_eq!((&data["total"], &data["available"]), (&Value::Null, &Value::Null), "nobody knows: {data}");
    assert_eq!((&data["connections"][0]["credits"], &data["connections"][0]["estimated"]), (&json!(4), &json!(true)));
    let csv = machine.run("credits -o csv --columns name,credits,estimated --no-header").ok().stdout;
    assert_eq!(csv, "Big,4,true\nPlant 7,1,true\n");
}

#[test]
fn a_part_of_the_credits_is_not_their_sum() {
    const SYSTEMS: &str =
        r#"{"data":[{"slug":"mex","tier":2,"deployments":["on_premises"]},{"slug":"fiix","name":"Fiix"}]}"#;
    const ROWS: &str = r#"{"data":[{"key":"1","name":"A","status":"ACTIVE","integration_name":"MEX"},
        {"key":"2","name":"B","status":"active","integration_name":"Fiix"},
        {"key":"3","name":"C","status":"inactive","integration_name":"mex"}]}"#;
    let server = Server::serve(|_| {
        Router::new().fallback(|request: Request| async move {
            match request.uri().path() {
                "/api/system/connections" => (http::StatusCode::OK, ROWS),
                "/api/system/platforms" => (http::StatusCode::OK, SYSTEMS),
                _ => (http::StatusCode::NOT_FOUND, "{}"),
            }
        })
    });
    let machine = server.logged_in();
    let ended = machine.run("credits -o json").ok();
    assert!(ended.stderr.contains("the tier of 1 of 3 connections"), "{}", ended.stderr);
    let data = ended.json()["data"].clone();
    assert_eq!(data["used"], Value::Null, "{data}");
    let credits: Vec<_> = data["connections"].as_array().expect("a list").iter().map(|row| &row["credits"]).collect();
    assert_eq!(credits, [&json!(4), &json!(0), &Value::Null]);
    let shown = machine.run("credits").ok().stdout;
    assert!(shown.contains("at least 4 (estimated)"), "{shown}");
}

#[test]
fn open_magic_links_are_the_pending_connections_where_no_links_are_listed() {
    const ROWS: &str = r#"{"data":[{"key":"1","name":"A","status":"Pending","integration_name":"mex","email":"a@example.com"},
        {"key":"2","name":"B","status":"active","integration_name":"mex"}]}"#;
    let server = Server::serve(|_| {
        Router::new().fallback(|request: Request| async move {
            match request.uri().path() {
                "/api/system/connections" => (http::StatusCode::OK, ROWS),
                _ => (http::StatusCode::NOT_FOUND, "{}"),
            }
        })
    });
    let ended = server.logged_in().run("connections magic-links -o json").ok();
    assert!(ended.stderr.contains("this server lists no Magic Links"), "{}", ended.stderr);
    let rows = ended.json()["data"].clone();
    assert_eq!(rows.as_array().map(Vec::len), Some(1), "{rows}");
    assert_eq!((&rows[0]["connection_id"], &rows[0]["status"]), (&json!("1"), &json!("pending")), "{rows}");
    let server = Server::published();
    assert!(server.logged_in().run("connections magic-links").ok().all().contains("No connection is pending."));
}

/// Takes the credits out of every row of this name.
async fn without_credits_of(name: &str, answer: Response) -> Response {
    let (mut parts, body) = answer.into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes();
    let Ok(mut body) = serde_json::from_slice::<Value>(&bytes) else {
        return Response::from_parts(parts, bytes.into());
    };
    let rows = match &mut body["data"] {
        Value::Array(rows) => rows.as_mut_slice(),
        row => std::slice::from_mut(row),
    };
    for row in rows.iter_mut().filter(|row| row["name"] == name) {
        row.as_object_mut().expect("a row").remove("credits");
    }
    parts.headers.remove("content-length");
    Response::from_parts(parts, body.to_string().into())
}

#[test]
fn a_connection_token_alone_finds_its_own_connection() {
    let server = Server::whole();
    let machine = server.logged_in();
    let id = id_of(&machine.run_with(CONNECT, "x", []).ok());
    let line = machine.run(&format!("token export {id} --reveal")).ok().stdout;
    let token = line.trim().strip_prefix("export MAKINI_CONNECTION_TOKEN=").expect("a line for a shell").to_owned();
    let job = server.machine(Machine::new()).env("MAKINI_CONNECTION_TOKEN", token.clone());
    let shown = job.run("token show -o json").ok().json();
    assert_eq!((&shown["data"]["id"], &shown["data"]["kept_in"]), (&json!(id), &json!("MAKINI_CONNECTION_TOKEN")));
    assert!(!shown.to_string().contains(&token));
}

#[test]
fn answers_that_break_the_promise() {
    for (body, kind) in [
        ("<!doctype html><p>hello", "text/html"),
        ("{\"data\":[{\"key\":\"1", "application/json"),
        ("", "application/json"),
        ("\u{1b}[2J", "application/json"),
    ] {
        let server =
            Server::serve(move |_| Router::new().fallback(move || async move { ([("content-type", kind)], body) }));
        let machine = server.logged_in();
        for line in ["connections list", "connections show x", "connections status --all", "systems list"] {
            let ended = machine.run(line).expect(Exit::Unavailable);
            assert!(ended.stderr.contains("breaks the API's promise: 200 with"), "{line}: {}", ended.stderr);
            assert!(!ended.all().contains('\u{1b}'), "{line}: {}", ended.all());
        }
    }
}
