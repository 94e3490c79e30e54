//! nginx and `HAProxy` in front of a receiver: what they make of its answers, and it of their requests.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use makini::inbox::ReceiverEvent;
use makini::inbox::forward::Routes;
use makini::inbox::receiver::Options;
use makini::inbox::verify::Unsigned;
use makini::serve::Hosts;

use super::receiver::{RunningReceiver, event, open, send, unsigned};
use crate::support::require;
use crate::support::until::{PATIENCE, until_async};

/// A proxy that runs until it is dropped.
struct Proxy {
    child: Child,
    address: std::net::SocketAddr,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl Proxy {
    async fn start(folder: &Path, program: &str, config: impl Fn(u16) -> String, args: &[&str]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let file = folder.join("proxy.conf");
        std::fs::write(&file, config(port)).expect("written");
        let mut command = Command::new(program);
        command
            .args(args)
            .arg(&file)
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let proxy = Self { child: command.spawn().expect("started"), address: ([127, 0, 0, 1], port).into() };
        let address = proxy.address;
        until_async(PATIENCE, "the proxy listens", || std::net::TcpStream::connect(address).ok()).await;
        proxy
    }
}

async fn receiver(folder: &Path) -> RunningReceiver {
    let options = Options { max_body: 100_000, hosts: Hosts::new(["hooks.example.com"]), ..unsigned() };
    RunningReceiver::with(open(folder), options, Routes::default(), Arc::new(Unsigned)).await
}

/// What every proxy has to bring across.
async fn check(rig: &RunningReceiver, proxy: &Proxy) {
    let post = async |version: &str, more: &str, body: &str| {
        let head = format!("POST /hook HTTP/{version}\r\nHost: hooks.example.com\r\n{more}");
        send(proxy.address, &head, body).await.status
    };
    let body = event("plain", "c", 1);
    assert_eq!(post("1.1", &format!("Content-Length: {}\r\n", body.len()), &body).await, 200);
    let body = event("old", "c", 2);
    assert_eq!(post("1.0", &format!("Content-Length: {}\r\n", body.len()), &body).await, 200);
    let body = event("chunked", "c", 3);
    let chunks = format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
    assert_eq!(post("1.1", "Transfer-Encoding: chunked\r\n", &chunks).await, 200);
    // Too large: its own answer comes through, whatever is still on the way.
    for size in [100_001, 900_000, 20_000_000] {
        let large = "x".repeat(size);
        assert_eq!(post("1.1", &format!("Content-Length: {size}\r\n"), &large).await, 413, "{size} bytes");
    }
    assert_eq!(post("1.1", "Content-Encoding: gzip\r\nContent-Length: 2\r\n", "{}").await, 415);
    // Whoever asks the proxy for the health of what is behind it, under whatever name.
    for head in ["GET /healthz HTTP/1.1\r\nHost: lb.example\r\n", "HEAD /healthz HTTP/1.1\r\nHost: 10.0.0.7\r\n"] {
        assert_eq!(send(proxy.address, head, "").await.status, 200, "{head}");
    }
    assert_eq!(rig.post(&event("direct", "c", 4)).await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nginx_in_front() {
    if !require::tool("nginx") {
        return;
    }
    let Some(folder) = super::backend::folder() else { return };
    let rig = receiver(folder.path()).await;
    for buffering in ["on", "off"] {
        let upstream = rig.address;
        let at = folder.path().display().to_string();
        let config = |port: u16| {
            format!(
                "daemon off; master_process off; pid {at}/nginx.pid; error_log {at}/error.log;\n\
                 events {{}}\nhttp {{ access_log off; client_body_temp_path {at}/b; proxy_temp_path {at}/p; fastcgi_temp_path {at}/f;\n\
                 uwsgi_temp_path {at}/u; scgi_temp_path {at}/s; client_max_body_size 0;\n\
                 upstream makini {{ server {upstream}; keepalive 4; }}\n\
                 server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://makini; proxy_http_version 1.1;\n\
                 proxy_set_header Connection ''; proxy_set_header Host $host; proxy_request_buffering {buffering}; }} }} }}\n"
            )
        };
        let proxy = Proxy::start(folder.path(), "nginx", config, &["-e", "/dev/null", "-c"]).await;
        // Events of the second round are duplicates, and acknowledged as well.
        check(&rig, &proxy).await;
    }
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn haproxy_in_front() {
    if !require::tool("haproxy") {
        return;
    }
    let Some(folder) = super::backend::folder() else { return };
    let rig = receiver(folder.path()).await;
    let mut notices = rig.inbox.subscribe();
    let upstream = rig.address;
    let config = |port: u16| {
        format!(
            "defaults\n mode http\n timeout connect 5s\n timeout client 30s\n timeout server 30s\n option httpchk GET /healthz\n\
             frontend in\n bind 127.0.0.1:{port}\n default_backend out\n\
             backend out\n server one {upstream} check inter 20ms fall 5 rise 1\n"
        )
    };
    let proxy = Proxy::start(folder.path(), "haproxy", config, &["-db", "-f"]).await;
    check(&rig, &proxy).await;
    // Its checks, HTTP/1.0 without a `Host` twenty times a second, are good and noted nowhere.
    tokio::time::timeout(Duration::from_secs(30), check(&rig, &proxy)).await.expect("in time");
    let mut rejected = Vec::new();
    while let Ok(notice) = notices.try_recv() {
        if let ReceiverEvent::Rejected { status, .. } = &*notice {
            rejected.push(*status);
        }
    }
    assert_eq!(rejected, [413, 413, 413, 415, 413, 413, 413, 415]);
    rig.stop().await;
}
