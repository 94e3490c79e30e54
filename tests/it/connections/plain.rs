//! A server on the network instead of the embedded sandbox: with all it offers, or with nothing but what is published.

use std::sync::mpsc;
use std::thread;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::StatusCode;
use http_body_util::BodyExt as _;
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use makini::secret::Secret;
use makini::secrets::{MemoryStore, SecretKind, SecretName, SecretStore};
use serde_json::{Value, json};
use std::sync::Arc;
use tower::ServiceExt as _;

use super::id_of;
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
                async move { published(router, request).await }
            })
        })
    }

    /// Any server that somebody can think of.
    pub fn serve(change: impl FnOnce(Router) -> Router + Send + 'static) -> Self {
        let (ready, told) = mpsc::channel();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let mut options = Options::new(makini::clock::Clock::system());
                options.time_scale = Some(100.0);
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

async fn published(router: Router, request: Request) -> Response {
    const FIELDS: [&str; 13] = [
        "key",
        "name",
        "email",
        "status",
        "integration_name",
        "redirect",
        "scopes",
        "tags",
        "user_metadata",
        "client_id",
        "updated_at",
        "created_at",
        "connected_at",
    ];
    let path = request.uri().path().to_owned();
    let list = path == "/api/system/connections" && request.method() == http::Method::GET;
    let known = list
        || matches!(path.as_str(), "/api/system/connections" | "/api/integrations/current" | "/api/system/platforms")
        || path.ends_with("/token")
        || path.ends_with("/metadata")
        || (path.starts_with("/api/system/connections/") && request.method() == http::Method::DELETE);
    if !known {
        return Response::builder().status(StatusCode::NOT_FOUND).body(Body::from("{}")).expect("valid");
    }
    let answer = router.oneshot(request).await.expect("infallible");
    if !list || !answer.status().is_success() {
        return answer;
    }
    let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
    let mut body: Value = serde_json::from_slice(&bytes).expect("JSON");
    for row in body["data"].as_array_mut().expect("a list") {
        row.as_object_mut().expect("a row").retain(|name, _| FIELDS.contains(&name.as_str()));
    }
    Response::builder().header("content-type", "application/json").body(Body::from(body.to_string())).expect("valid")
}

const CONNECT: &str = "connect mex --yes --name 'Plant 7' --email o@example.com --field url=https://mex.example.com \
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

    for line in ["credits", "connections rename 'Plant 7' x", "token revoke 'Plant 7' --confirm 'Plant 7'"] {
        let ended = machine.run(line).expect(Exit::Unsupported);
        assert!(ended.stderr.contains("[profile.NAME.endpoints]"), "{}", ended.stderr);
    }
    let ended = machine.run_with("reconnect 'Plant 7' --field-stdin password", "x", []).expect(Exit::Unsupported);
    assert!(ended.stderr.contains("connection_reconnect") && ended.stderr.contains("Makini Link"), "{}", ended.stderr);

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
