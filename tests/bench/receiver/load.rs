//! The load: requests made before the clock starts, over kept connections.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::{KEY, Measured};

/// Connections that are kept open.
pub(super) const CONNECTIONS: usize = 64;

/// What the machine has to do besides: the load averages, where the system tells them.
pub(super) fn average() -> Option<String> {
    let text = std::fs::read_to_string("/proc/loadavg").ok()?;
    Some(text.split_whitespace().take(3).collect::<Vec<_>>().join(" "))
}

/// Makes distinct, signed deliveries of 1 KiB.
pub(super) struct Maker {
    key: Hmac<Sha256>,
    padding: String,
}

impl Maker {
    pub(super) fn new() -> Self {
        let key = Hmac::<Sha256>::new_from_slice(KEY.as_bytes()).expect("any key");
        Self { key, padding: "abcdefghijklmnopqrstuvwxyz012345".repeat(32) }
    }

    /// Returns the ID of a delivery.
    pub(super) fn id(round: usize, n: usize) -> String {
        format!("evt_{:016x}", (n as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ round as u64)
    }

    /// Returns a request. Its connection is the last two digits of the number, which its body begins with.
    pub(super) fn request(&self, round: usize, n: usize) -> Vec<u8> {
        let (id, connection) = (Self::id(round, n), n % 100);
        let mut body = format!(
            r#"{{"id":"{id}","event":"assets.updated","timestamp":"2026-01-01T00:00:00Z","connection_id":"conn_{connection}","body":["{round}-{n}","#
        );
        body.push('"');
        body.push_str(&self.padding[..1024 - body.len() - 3]);
        body.push_str("\"]}");
        let mut mac = self.key.clone();
        mac.update(body.as_bytes());
        let signature = BASE64_STANDARD.encode(mac.finalize().into_bytes());
        format!(
            "POST /hook HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nX-Webhook-Signature: {signature}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    }
}

/// Makes so many.
pub(super) fn requests(round: usize, count: usize) -> Vec<Vec<u8>> {
    let maker = Maker::new();
    (0..count).map(|n| maker.request(round, n)).collect()
}

/// Sends them all over so many connections, spread over the addresses, each its share, and waits for every answer.
pub(super) fn run(addresses: &[SocketAddr], connections: usize, requests: Vec<Vec<u8>>) -> Measured {
    let count = requests.len();
    let mut shares: Vec<Vec<Vec<u8>>> = vec![Vec::new(); connections];
    for (n, request) in requests.into_iter().enumerate() {
        shares[n % connections].push(request);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async move {
        let mut streams = Vec::new();
        for (n, share) in shares.into_iter().enumerate() {
            let stream = TcpStream::connect(addresses[n % addresses.len()]).await.expect("it listens");
            stream.set_nodelay(true).expect("set");
            streams.push((stream, share));
        }
        let start = Instant::now();
        let tasks: Vec<_> =
            streams.into_iter().map(|(stream, share)| tokio::spawn(connection(stream, share))).collect();
        let mut times: Vec<Duration> = Vec::with_capacity(count);
        for task in tasks {
            times.extend(task.await.expect("no panic"));
        }
        let elapsed = start.elapsed();
        times.sort_unstable();
        Measured {
            rate: f64::from(u32::try_from(count).expect("not that many")) / elapsed.as_secs_f64(),
            p50: times[count / 2],
            p99: times[count * 99 / 100],
            max: times[count - 1],
        }
    })
}

async fn connection(mut stream: TcpStream, share: Vec<Vec<u8>>) -> Vec<Duration> {
    let mut times = Vec::with_capacity(share.len());
    let mut buffer = vec![0; 4096];
    for request in share {
        let start = Instant::now();
        let filled = exchange(&mut stream, &request, &mut buffer).await.expect("an answer");
        assert!(buffer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&buffer[..filled]));
        times.push(start.elapsed());
    }
    times
}

/// Sends a request, and reads its answer into the buffer. Returns how long that is.
pub(super) async fn exchange(stream: &mut TcpStream, request: &[u8], buffer: &mut [u8]) -> std::io::Result<usize> {
    stream.write_all(request).await?;
    let mut filled = 0;
    loop {
        let read = stream.read(&mut buffer[filled..]).await?;
        if read == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        filled += read;
        if is_whole(&buffer[..filled]) {
            return Ok(filled);
        }
    }
}

/// Returns whether an answer has come to its end.
fn is_whole(answer: &[u8]) -> bool {
    let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(&answer[..end]).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    answer.len() >= end + 4 + length.unwrap_or(0)
}
