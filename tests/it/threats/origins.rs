//! A sandbox that others reach, and pages in a browser: who is answered, and what only its own machine may ask for.

use std::net::{IpAddr, SocketAddr};

use axum::body::Body;
use axum::http::Request;
use makini::sandbox::Sandbox;
use makini::serve::Peer;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::support::network::lan;
use crate::support::sandbox::{Answer, InProcess};

/// Serves it on every network of this machine, until the runtime ends.
async fn expose(sandbox: &Sandbox, names: &[&str]) -> SocketAddr {
    let listener = TcpListener::bind("0.0.0.0:0").await.expect("a port");
    let port = listener.local_addr().expect("bound").port();
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let sandbox = sandbox.clone();
    tokio::spawn(async move { sandbox.serve_beyond_loopback(listener, &names, std::future::pending()).await });
    SocketAddr::from(([127, 0, 0, 1], port))
}

/// What ends a request without a body.
const END: &str = "\r\nConnection: close\r\n\r\n";

/// Sends a request over a connection of its own and returns the status.
async fn status(address: SocketAddr, request: &str) -> u16 {
    send(TcpStream::connect(address).await.expect("it listens"), request).await
}

async fn send(mut stream: TcpStream, request: &str) -> u16 {
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("{answer}"))
}

#[tokio::test]
async fn beyond_the_loopback_names_have_to_be_given() {
    let sandbox = InProcess::new();
    let address = expose(&sandbox.sandbox, &["plant.example.test"]).await;
    let port = address.port();
    for (host, expected) in [
        (format!("127.0.0.1:{port}"), 200),
        ("localhost".into(), 200),
        (format!("192.168.7.9:{port}"), 200),
        (format!("[fd00::7]:{port}"), 200),
        ("192.168.7.9".into(), 403),
        ("192.168.7.9:1".into(), 403),
        ("Plant.Example.Test".into(), 200),
        (format!("plant.example.test:{port}"), 200),
        ("evil.example".into(), 403),
        (format!("evil.example:{port}"), 403),
        (format!("plant.example.test.evil.example:{port}"), 403),
        (String::new(), 403),
    ] {
        assert_eq!(status(address, &format!("GET /health HTTP/1.1\r\nHost: {host}{END}")).await, expected, "{host}");
    }
    // Two hosts, and a host in the target: all of them count.
    for head in [
        "GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example",
        "GET http://evil.example/health HTTP/1.1\r\nHost: localhost",
    ] {
        let status = status(address, &format!("{head}{END}")).await;
        assert!([400, 403].contains(&status), "{status}: {head}");
    }
}

#[tokio::test]
async fn without_being_asked_only_the_loopback_is_answered() {
    let sandbox = InProcess::new();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("bound");
    let served = sandbox.sandbox.clone();
    tokio::spawn(async move { served.serve(listener, std::future::pending()).await });
    for (host, expected) in [("localhost".into(), 200), (format!("192.168.7.9:{}", address.port()), 403)] {
        assert_eq!(status(address, &format!("GET /health HTTP/1.1\r\nHost: {host}{END}")).await, expected, "{host}");
    }
}

#[tokio::test]
async fn pages_of_other_sites_cause_nothing() {
    let sandbox = InProcess::new();
    let tokens = async |origin: Option<&str>| {
        // As a form can send it, without asking first.
        let mut request = Request::post("/link/token")
            .header("host", "127.0.0.1:4000")
            .header("content-type", "application/x-www-form-urlencoded");
        if let Some(origin) = origin {
            request = request.header("origin", origin);
        }
        let form =
            "grant_type=client_credentials&client_id=mk_test_client_sandbox&client_secret=mk_test_secret_sandbox";
        sandbox.raw(request.body(Body::from(form)).expect("valid")).await
    };
    let before = sandbox.get("/api/system/requests").await.body["meta"]["total"].as_u64().expect("a count");
    for origin in [None, Some("http://127.0.0.1:4000"), Some("http://localhost:3000"), Some("https://app.localhost")] {
        assert_eq!(tokens(origin).await.status, 200, "{origin:?}");
    }
    for origin in ["https://evil.example", "http://localhost.evil.example", "http://192.168.7.9:4000", "null", ""] {
        let answer = tokens(Some(origin)).await;
        assert_eq!(answer.refusal(), (403, "PERMISSION_DENIED"), "{origin}");
        assert_eq!(answer.header("access-control-allow-origin"), "");
        assert!(answer.header("x-request-id").starts_with("req_"));
    }
    // What strangers try takes no numbers from the others, and no room in their log.
    let after = sandbox.get("/api/system/requests").await.body["meta"]["total"].as_u64().expect("a count");
    assert_eq!(after - before, 1 + 4, "the look before, and what was let in");
}

/// Asks for an endpoint, as bytes on a connection.
fn creation(sandbox: &InProcess, host: &str, endpoint: &str) -> String {
    format!(
        "POST /api/system/webhooks/endpoints HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{endpoint}",
        sandbox.token,
        endpoint.len(),
    )
}

/// Asks as somebody at this address would.
async fn from(there: &str, sandbox: &InProcess, method: &str, path: &str, body: &str) -> Answer {
    let here: SocketAddr = "192.168.7.9:4000".parse().expect("constant");
    let request = Request::builder()
        .method(method)
        .uri(path)
        .extension(Peer::new(there.parse().expect("constant"), here))
        .header("host", "127.0.0.1:4000")
        .header("authorization", format!("Bearer {}", sandbox.token))
        .header("content-type", "application/json")
        .body(Body::from(body.to_owned()));
    sandbox.raw(request.expect("valid")).await
}

/// Who reaches the sandbox over a network would otherwise reach every other program on its loopback as well.
#[tokio::test]
async fn only_its_own_machine_says_where_webhooks_go() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.endpoint("http://127.0.0.1:9/hook", &[]).await;
    let one = format!("/api/system/webhooks/endpoints/{id}");
    let endpoint = json!({ "url": "http://127.0.0.1:2375/containers/x/stop", "events": [] }).to_string();
    let seed = "[[webhooks]]\nurl = \"http://127.0.0.1:2375/\"\n";
    let snapshot = sandbox.get("/sandbox/snapshot").await;
    assert_eq!(snapshot.status, 200);
    for (method, path, body) in [
        ("POST", "/api/system/webhooks/endpoints", endpoint.as_str()),
        ("PUT", one.as_str(), endpoint.as_str()),
        ("POST", "/sandbox/seed", seed),
        ("PUT", "/sandbox/snapshot", "anything"),
    ] {
        let answer = from("192.168.7.10:50000", &sandbox, method, path, body).await;
        assert_eq!(answer.refusal(), (403, "PERMISSION_DENIED"), "{method} {path}");
        assert!(answer.body["error"]["message"].as_str().is_some_and(|text| text.contains("machine of the SANDBOX")));
        for near in ["127.0.0.1:50000", "192.168.7.9:50000"] {
            let answer = from(near, &sandbox, method, path, body).await;
            assert_ne!(answer.status, 403, "{near}: {method} {path}: {}", answer.body);
        }
    }
    // Over a real connection, from an address that is neither the loopback's nor the one that was called.
    let address = expose(&sandbox.sandbox, &["tunnel.example"]).await;
    if let Some(IpAddr::V4(lan)) = lan() {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind((lan, 0).into()).expect("an address of this machine");
        let stream = socket.connect(address).await.expect("it listens");
        assert_eq!(send(stream, &creation(&sandbox, "localhost", &endpoint)).await, 403);
    }
    // Who comes through a tunnel comes by its name, from this machine.
    for (host, expected) in [("Tunnel.Example", 403), ("localhost", 201)] {
        assert_eq!(status(address, &creation(&sandbox, host, &endpoint)).await, expected, "{host}");
    }
    // The rest is theirs to use.
    assert_eq!(from("192.168.7.10:50000", &sandbox, "GET", "/api/system/connections", "").await.status, 200);
    assert_eq!(from("192.168.7.10:50000", &sandbox, "DELETE", &one, "").await.status, 200);
}
