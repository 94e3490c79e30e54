//! What comes over the wire and is no event: refused, bounded, and survived.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use makini::inbox::ReceiverEvent;
use makini::inbox::forward::Routes;
use makini::inbox::query::{Filter, Store};
use makini::inbox::receiver::{Options, Policy};
use makini::inbox::verify::{Unsigned, Verdict};
use makini::secret::Secret;
use makini::serve::Hosts;
use makini::webhooks::{Config, Scheme, SecretEncoding, Secrets, Verifier};
use sha2::Sha256;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::receiver::{PATIENCE, RunningReceiver, event, open, raw, send, unsigned};

fn stored(rig: &RunningReceiver) -> usize {
    Store::open_read_only(&rig.place).expect("readable").list(&Filter::default()).expect("listed").len()
}

async fn with(folder: &std::path::Path, options: Options) -> RunningReceiver {
    RunningReceiver::with(open(folder), options, Routes::default(), Arc::new(Unsigned)).await
}

#[tokio::test]
async fn other_hosts_and_foreign_pages_are_refused_and_nothing_is_stored() {
    let Some(folder) = super::backend::folder() else { return };
    let options = Options { hosts: Hosts::new(["hooks.example.com"]), ..unsigned() };
    let rig = with(folder.path(), options).await;
    let mut notices = rig.inbox.subscribe();
    let heads = [
        "POST /h HTTP/1.1\r\nHost: evil.example\r\n",
        "POST /h HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n",
        "POST /h HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\n",
        "POST /h HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n",
        "POST /h HTTP/1.0\r\n",
        "POST http://localhost/h HTTP/1.1\r\nHost: localhost\r\n",
        "POST http://evil.example/h HTTP/1.1\r\nHost: localhost\r\n",
    ];
    for head in heads {
        assert_eq!(send(rig.address, &format!("{head}Content-Length: 2\r\n"), "{}").await.status, 403, "{head}");
    }
    let mut told = 0;
    while let Ok(notice) = notices.try_recv() {
        told += usize::from(matches!(*notice, ReceiverEvent::Rejected { status: 403, .. }));
    }
    assert_eq!(told, heads.len());
    assert_eq!(stored(&rig), 0);
    for head in [
        "POST /h HTTP/1.1\r\nHost: Hooks.Example.com:443\r\n",
        "POST /h HTTP/1.1\r\nHost: localhost:3000\r\nOrigin: http://localhost:5173\r\n",
    ] {
        assert_eq!(send(rig.address, &format!("{head}Content-Length: 2\r\n"), "{}").await.status, 200, "{head}");
    }
    rig.stop().await;
}

#[tokio::test]
async fn other_methods_and_garbage_do_no_harm() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = RunningReceiver::start(folder.path()).await;
    for method in ["GET", "PUT", "OPTIONS", "DELETE", "HEAD", "TRACE", "BREW"] {
        let answer = send(rig.address, &format!("{method} / HTTP/1.1\r\nHost: localhost\r\n"), "").await;
        assert_eq!((answer.status, answer.header("allow")), (405, Some("POST")), "{method}");
    }
    let garbage: [&[u8]; 8] = [
        b"CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0",
        b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03",
        b"\0\0\0\0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n{}",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST / HTTP/1.1\r\nHost: loc\x01alhost\r\n\r\n",
    ];
    for bytes in garbage {
        if let Some(answer) = raw(rig.address, bytes).await {
            assert!((400..500).contains(&answer.status), "{:?}: {}", bytes.escape_ascii().to_string(), answer.text);
        }
    }
    let mut many = String::new();
    for n in 0..10_000 {
        many.push_str(&format!("X-{n}: y\r\n"));
    }
    let head =
        format!("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n{many}Connection: close\r\n\r\n{{}}");
    assert!(raw(rig.address, head.as_bytes()).await.is_none_or(|answer| answer.status == 431));
    assert_eq!(stored(&rig), 0);
    assert_eq!(rig.post(&event("a", "c", 1)).await.status, 200);
    rig.stop().await;
}

#[tokio::test]
async fn a_body_is_bounded_in_size_and_time() {
    let Some(folder) = super::backend::folder() else { return };
    let options = Options { max_body: 1000, body_time: Duration::from_millis(150), ..unsigned() };
    let rig = with(folder.path(), options).await;
    let head = "POST / HTTP/1.1\r\nHost: localhost\r\n";
    let large = "x".repeat(1001);
    let declared = send(rig.address, &format!("{head}Content-Length: 2147483648\r\n"), "").await;
    assert_eq!((declared.status, declared.header("connection")), (413, Some("close")));
    let exact = "x".repeat(1000);
    assert_eq!(send(rig.address, &format!("{head}Content-Length: 1000\r\n"), &exact).await.status, 200);
    assert_eq!(send(rig.address, &format!("{head}Content-Length: 1001\r\n"), &large).await.status, 413);
    // Chunks that would never end.
    let chunks = format!("{head}Transfer-Encoding: chunked\r\n\r\n{}", "64\r\n".to_owned() + &"y".repeat(100) + "\r\n");
    let mut endless = chunks.into_bytes();
    for _ in 0..1000 {
        endless.extend_from_slice(format!("64\r\n{}\r\n", "y".repeat(100)).as_bytes());
    }
    let answer = raw(rig.address, &endless).await;
    assert!(answer.as_ref().is_none_or(|answer| answer.status == 413), "{answer:?}");
    // A length that promises more than comes.
    assert_eq!(
        raw(rig.address, format!("{head}Content-Length: 500\r\n\r\nshort").as_bytes()).await.map(|a| a.status),
        Some(408)
    );
    assert_eq!(stored(&rig), 1);
    rig.stop().await;
}

/// A proxy that still sends when the connection is closed would answer 502.
#[tokio::test]
async fn a_body_that_is_too_large_is_read_to_its_end_before_it_is_answered() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = with(folder.path(), Options { max_body: 1000, ..unsigned() }).await;
    for head in ["Content-Length: 8000000\r\n", "Transfer-Encoding: chunked\r\n"] {
        let mut stream = TcpStream::connect(rig.address).await.expect("it listens");
        stream.write_all(format!("POST / HTTP/1.1\r\nHost: localhost\r\n{head}\r\n").as_bytes()).await.expect("sent");
        let mut body = vec![b'x'; 8_000_000];
        if head.starts_with("Transfer") {
            body = [b"7a1200\r\n".as_slice(), &body, b"\r\n0\r\n\r\n"].concat();
        }
        stream.write_all(&body).await.expect("all of it is taken");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.expect("an answer, and no reset");
        assert!(answer.starts_with(b"HTTP/1.1 413"), "{}", String::from_utf8_lossy(&answer));
    }
    // Whoever asks first is spared it.
    let head = "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 8000000\r\n";
    let answer = send(rig.address, head, "").await;
    assert!(answer.status == 413 && !answer.text.contains("100 Continue"), "{}", answer.text);
    rig.stop().await;
}

/// As load balancers ask: no `Host`, HTTP/1.0, an address nobody allowed. Noted once at most, and the health path never.
#[tokio::test]
async fn health_checks_are_answered_and_not_noted() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = RunningReceiver::start(folder.path()).await;
    let mut notices = rig.inbox.subscribe();
    for head in [
        "GET /healthz HTTP/1.0\r\n",
        "GET /healthz HTTP/1.1\r\nHost: 10.0.0.7\r\n",
        "HEAD /healthz HTTP/1.1\r\nHost: lb\r\n",
        "OPTIONS /healthz HTTP/1.0\r\n",
    ] {
        assert_eq!(send(rig.address, head, "").await.status, 200, "{head}");
    }
    for _ in 0..5 {
        assert_eq!(send(rig.address, "GET / HTTP/1.0\r\n", "").await.status, 403);
        assert_eq!(send(rig.address, "GET / HTTP/1.1\r\nHost: localhost\r\n", "").await.status, 405);
    }
    // A delivery is none, wherever it is sent.
    assert_eq!(send(rig.address, "POST /healthz HTTP/1.0\r\nContent-Length: 2\r\n", "{}").await.status, 403);
    let mut noted = 0;
    while let Ok(notice) = notices.try_recv() {
        noted += usize::from(matches!(*notice, ReceiverEvent::Rejected { .. }));
    }
    assert_eq!(noted, 2, "one of the checks, and the delivery");
    rig.stop().await;
}

#[tokio::test]
async fn an_encoded_body_is_refused_by_the_name_of_its_encoding() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = RunningReceiver::start(folder.path()).await;
    let head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n";
    let answer = send(rig.address, head, "{}").await;
    assert_eq!((answer.status, answer.header("accept-encoding")), (415, Some("identity")));
    assert!(answer.text.contains("`gzip`"), "{}", answer.text);
    assert_eq!(stored(&rig), 0);
    rig.stop().await;
}

/// Idle connections make way: a sender does not wait for their deadline.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn idle_connections_make_way_for_a_sender() {
    let Some(folder) = super::backend::folder() else { return };
    let mut options = unsigned();
    options.limits.header_time = Duration::from_hours(1);
    options.limits.connections = 40;
    options.limits.connections_per_peer = 30;
    let rig = with(folder.path(), options).await;
    let mut idle = Vec::new();
    for _ in 0..100 {
        idle.push(TcpStream::connect(rig.address).await.expect("it listens"));
    }
    for n in 0..20 {
        assert_eq!(rig.post(&event(&format!("evt_{n}"), "c", n)).await.status, 200);
    }
    drop(idle);
    rig.stop().await;
}

#[tokio::test]
async fn all_bodies_together_are_bounded() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = with(folder.path(), Options { max_bodies: 4000, ..unsigned() }).await;
    let refused = rig.post(&"x".repeat(4001)).await;
    assert_eq!((refused.status, refused.header("retry-after")), (503, Some("1")));
    assert_eq!(rig.post(&"x".repeat(300)).await.status, 200);
    assert_eq!(rig.post(&"y".repeat(300)).await.status, 200);
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_half_requests_are_closed_and_a_good_one_gets_through() {
    let Some(folder) = super::backend::folder() else { return };
    let mut options = unsigned();
    options.limits.header_time = Duration::from_millis(300);
    let rig = with(folder.path(), options).await;
    let starts = ["", "P", "POST / HT", "POST / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "];
    let mut half = Vec::new();
    for n in 0..2000 {
        let mut stream = TcpStream::connect(rig.address).await.expect("it listens");
        stream.write_all(starts[n % starts.len()].as_bytes()).await.expect("written");
        half.push(stream);
    }
    assert_eq!(rig.post(&event("between", "c", 1)).await.status, 200);
    for mut stream in half {
        let ended = tokio::time::timeout(PATIENCE, async {
            let mut rest = Vec::new();
            stream.read_to_end(&mut rest).await.ok();
        });
        ended.await.expect("closed at the deadline");
    }
    assert_eq!(stored(&rig), 1);
    rig.stop().await;
}

#[tokio::test]
async fn what_is_in_flight_at_the_end_is_finished_and_nothing_new_begins() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = RunningReceiver::start(folder.path()).await;
    let address = rig.address;
    let body = event("last", "c", 1);
    let mut stream = TcpStream::connect(address).await.expect("it listens");
    let head = format!("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).await.expect("written");
    stream.write_all(&body.as_bytes()[..10]).await.expect("written");
    // The head has been read once another request on the same socket's server was answered.
    assert_eq!(rig.post(&event("first", "c", 2)).await.status, 200);
    let place = rig.place.clone();
    let stopping = tokio::spawn(rig.stop());
    let refused = async { while TcpStream::connect(address).await.is_ok() {} };
    tokio::time::timeout(PATIENCE, refused).await.expect("it stops to accept");
    stream.write_all(&body.as_bytes()[10..]).await.expect("written");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    stopping.await.expect("a clean stop");
    let last = Store::open_read_only(&place).expect("readable").show("last").expect("there");
    assert_eq!(last.body, body.as_bytes());
}

fn signed(secret: &str, text: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any key");
    mac.update(text.as_bytes());
    BASE64_STANDARD.encode(mac.finalize().into_bytes())
}

#[tokio::test]
async fn only_what_is_signed_is_kept_and_the_canonical_text_beside_the_bytes() {
    let Some(folder) = super::backend::folder() else { return };
    let secrets = Secrets::all([Secret::new("key-of-the-test")], SecretEncoding::Utf8).expect("a good secret");
    let verifier = Arc::new(Verifier::new(&Config::new(Scheme::Makini), &secrets));
    let options = Options { policy: Policy { keep_rejected: true, ..Policy::default() }, ..Options::default() };
    let rig = RunningReceiver::with(open(folder.path()), options, Routes::default(), verifier).await;
    let post = async |body: &str, signature: &str| {
        let head = format!(
            "POST /h HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer canary-token\r\nCookie: canary-cookie\r\n\
             X-Webhook-Signature: {signature}\r\nContent-Length: {}\r\n",
            body.len()
        );
        send(rig.address, &head, body).await.status
    };
    let compact = r#"{"id":"1","event":"x","body":"a/b é"}"#;
    let escaped = r#"{"id":"2","event":"x","body":"a\/b \u00e9"}"#;
    assert_eq!(post(compact, &signed("key-of-the-test", compact)).await, 200);
    assert_eq!(post(escaped, &signed("key-of-the-test", r#"{"id":"2","event":"x","body":"a/b é"}"#)).await, 200);
    assert_eq!(post(compact, &signed("another key", compact)).await, 401);
    assert_eq!(rig.post(compact).await.status, 401);

    let store = Store::open_read_only(&rig.place).expect("readable");
    let shown = |id: &str| store.show(id).expect("there");
    assert_eq!((shown("1").entry.verdict, shown("1").entry.mode.as_deref()), (Verdict::Verified, Some("raw")));
    assert_eq!(shown("1").canonical, None);
    assert_eq!(shown("1").entry.duplicates, 0, "a rejected repeat is no repeat");
    assert_eq!(shown("2").entry.mode.as_deref(), Some("json-stringify"));
    assert_eq!(shown("2").body, escaped.as_bytes());
    assert_eq!(shown("2").canonical.as_deref(), Some(r#"{"id":"2","event":"x","body":"a/b é"}"#.as_bytes()));
    assert_eq!(store.rejections(10).expect("listed").len(), 2);
    store
        .export(&Filter::default(), |event| {
            let shown = format!("{:?}", event.headers);
            assert!(shown.contains("[redacted]") && !shown.contains("canary"), "{shown}");
            true
        })
        .expect("exported");
    rig.stop().await;
    for file in std::fs::read_dir(folder.path()).expect("readable") {
        let bytes = std::fs::read(file.expect("an entry").path()).expect("readable");
        assert!(!bytes.windows(6).any(|six| six == b"canary"), "a credential reached the disk");
    }
}
