//! A receiver on another machine whose link to the database is cut: it refuses, another takes its lanes over, and what it
//! still marks afterwards changes nothing. The other machine is a network namespace; the database is reached over one link, senders
//! and the handler over another.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::response::IntoResponse as _;
use makini::clock::Clock;
use makini::inbox::query::{Filter, ForwardState, Store};
use makini::inbox::verify::Unsigned;
use rcgen::{CertificateParams, KeyPair};

use super::receiver::{Handler, RunningReceiver, event, post, unsigned, until};
use crate::support::namespace::Namespace;
use crate::support::postgres::Postgres;

/// The link to the database, and the one to senders and the handler.
const DATABASE: usize = 0;
const OTHERS: usize = 1;

/// Longest time until another has the lanes: as long as a lane lasts, and a look.
const TAKE_OVER: Duration = Duration::from_secs(11);

/// A process that ends with the test.
struct Remote(Child);

impl Drop for Remote {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// A server that the other machine reaches over the network, and so only encrypted; and the file with its authority.
fn server(namespace: &Namespace, folder: &std::path::Path) -> Option<(Postgres, u16)> {
    let [here, there] = namespace.addresses(DATABASE);
    let own = KeyPair::generate().expect("a key");
    let certificate = CertificateParams::new(vec![here.to_string()]).expect("valid").self_signed(&own).expect("valid");
    let (chain, key) = (folder.join("server.pem"), folder.join("server.key"));
    let mode = |mode| std::os::unix::fs::PermissionsExt::from_mode(mode);
    std::fs::write(&chain, certificate.pem()).expect("written");
    std::fs::write(&key, own.serialize_pem()).expect("written");
    std::fs::set_permissions(folder, mode(0o755)).expect("set");
    std::fs::set_permissions(&key, mode(0o600)).expect("set");
    if let Some(user) = Postgres::user() {
        std::os::unix::fs::chown(&key, Some(user), Some(user)).expect("given away");
    }
    let port = std::net::TcpListener::bind((here, 0)).and_then(|free| free.local_addr()).expect("a port").port();
    let (address, chain, key) = (
        format!("listen_addresses='{here}'"),
        format!("ssl_cert_file='{}'", chain.display()),
        format!("ssl_key_file='{}'", key.display()),
    );
    let server = Postgres::start_at(port, &[address.as_str(), "ssl=on", chain.as_str(), key.as_str()])?;
    server.admit(&format!("{there}/32"));
    Some((server, port))
}

/// Starts a receiver on the other machine.
async fn start(
    namespace: &Namespace,
    folder: &std::path::Path,
    inbox: &str,
    handler: &Handler,
) -> (Remote, SocketAddr) {
    let [here, there] = namespace.addresses(OTHERS).map(|address| address.to_string());
    let ready = folder.join("ready");
    let mut command = namespace.command(env!("CARGO_BIN_EXE_makini"));
    command.args(["webhooks", "listen", "--accept-unsigned", "--allow-remote", "--port", "0", "-q", "--for", "5m"]);
    command.args(["--listen", &there, "--allowed-host", &there, "--allow-host", &here, "--inbox", inbox]);
    command.args(["--forward-to", &format!("http://{}/hook", handler.address), "--forward-wait", "10ms"]);
    command.arg("--ready-file").arg(&ready).env("HOME", folder).env("MAKINI_CA_FILE", folder.join("server.pem"));
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::inherit()).spawn();
    let remote = Remote(child.expect("it starts"));
    let shown = || std::fs::read(&ready).ok().filter(|text| text.ends_with(b"\n"));
    until("the receiver is ready", || shown().is_some()).await;
    let shown: serde_json::Value = serde_json::from_slice(&shown().expect("seen above")).expect("JSON");
    let url = shown["url"].as_str().expect("an address");
    (remote, url.trim_start_matches("http://").parse().expect("an address"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_cut_off_from_the_database_refuses_and_is_replaced_and_its_late_mark_changes_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Some(namespace) = Namespace::new() else { return };
    let Some((server, port)) = server(&namespace, folder.path()) else { return };
    let local = format!("{}&port={port}", server.database("inbox"));
    let remote = format!("postgres://makini@{}:{port}/inbox", namespace.addresses(DATABASE)[0]);
    let handler = Handler::start_on(namespace.addresses(OTHERS)[0]).await;
    let tries = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&tries);
    // The first try is answered when the link has been down for a while.
    handler.answers(move |seen| {
        let first = seen.body.contains("evt_0\"") && counted.fetch_add(1, Ordering::Relaxed) == 0;
        (Duration::from_secs(if first { 3 } else { 0 }), "ok".into_response())
    });
    let (_remote, address) = start(&namespace, folder.path(), &remote, &handler).await;
    for n in 0..12 {
        let stored = post(address, &event(&format!("evt_{n}"), &format!("c{}", n % 3), n)).await;
        assert_eq!(stored.status, 200, "{}", stored.text);
    }
    until("the handler has the first", || tries.load(Ordering::Relaxed) == 1).await;
    let inbox = super::opened(&local).expect("opened");
    let mut routes = handler.routes();
    routes.retry.first = Duration::from_millis(10);
    let other = RunningReceiver::with(inbox, unsigned(), routes, Arc::new(Unsigned)).await;
    let store = Store::open_read_only(&other.place).expect("readable");
    let in_state = |state| {
        let filter = Filter { state: Some(state), ..Filter::default() };
        store.numbers(&filter).expect("listed").len()
    };
    until("what need not wait is delivered", || in_state(ForwardState::Delivered) == 8).await;

    let clock = Clock::system();
    namespace.set(DATABASE, false);
    let cut_at = clock.moment();
    let refused = post(address, &event("evt_refused", "c1", 1)).await;
    assert_eq!(refused.status, 503, "{}", refused.text);
    assert!(refused.header("retry-after").is_some(), "{}", refused.text);
    // It knows by now, and keeps nobody waiting.
    let asked_at = clock.moment();
    assert_eq!(post(address, &event("evt_refused", "c1", 1)).await.status, 503);
    assert!(clock.since(asked_at) < Duration::from_secs(2), "{:?}", clock.since(asked_at));
    assert_eq!(other.post(&event("evt_12", "c0", 12)).await.status, 200);
    until("another has sent what it had", || in_state(ForwardState::Delivered) == 13).await;
    let took = clock.since(cut_at);
    eprintln!("taken over {took:?} after the link went down");
    assert!(took <= TAKE_OVER, "{took:?}");

    namespace.set(DATABASE, true);
    let mended_at = clock.moment();
    let mut back = post(address, &event("evt_13", "c0", 13)).await;
    while back.status != 200 {
        assert!(clock.since(mended_at) < super::receiver::PATIENCE, "{}", back.text);
        back = post(address, &event("evt_13", "c0", 13)).await;
    }
    eprintln!("it receives {:?} after the link is back", clock.since(mended_at));
    // What was on its way when the link went down may be stored after all; whoever was refused sends it again.
    assert_eq!(post(address, &event("evt_refused", "c1", 1)).await.status, 200);
    until("all is delivered", || in_state(ForwardState::Delivered) == 15).await;
    let seen = handler.seen().into_iter().filter(|seen| seen.body.contains("evt_refused")).count();
    assert_eq!((seen, in_state(ForwardState::Pending)), (1, 0));
    let first = store.show("evt_0").expect("there").entry;
    assert_eq!((first.forward, first.tries), (ForwardState::Delivered, 1), "one mark, and that of the other");
    assert_eq!(tries.load(Ordering::Relaxed), 2, "it was sent twice, and no more");
    let mut last: HashMap<String, i64> = HashMap::new();
    for seen in handler.seen() {
        let connection = seen.body.split("\"connection_id\":").nth(1).expect("one")[..4].to_owned();
        let before = last.insert(connection.clone(), seen.arrival).unwrap_or(0);
        assert!(before <= seen.arrival, "{connection}: {before}, then {}", seen.arrival);
    }
    other.stop().await;
}
