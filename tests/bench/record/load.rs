//! The load: the same request again and again, over kept connections.

use std::io::{Read as _, Write as _};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// What one candidate did in one round.
#[derive(Clone, Copy)]
pub(super) struct Measured {
    pub(super) rate: f64,
    pub(super) p50: Duration,
    pub(super) p99: Duration,
}

const REQUEST: &[u8] = b"GET /api/erp/vendors?per_page=25 HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nAuthorization: Bearer mk_test_benchmark_token_0123456789\r\nUser-Agent: bench\r\n\r\n";

/// Makes so many calls, each connection its share, and waits for every answer.
pub(super) fn run(address: SocketAddr, connections: usize, count: usize) -> Measured {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async move {
        let mut streams = Vec::new();
        for _ in 0..connections {
            let stream = TcpStream::connect(address).await.expect("it listens");
            stream.set_nodelay(true).expect("set");
            streams.push(stream);
        }
        let start = Instant::now();
        let tasks: Vec<_> =
            streams.into_iter().map(|stream| tokio::spawn(connection(stream, count / connections))).collect();
        let mut times: Vec<Duration> = Vec::with_capacity(count);
        for task in tasks {
            times.extend(task.await.expect("no panic"));
        }
        let elapsed = start.elapsed();
        times.sort_unstable();
        let made = u32::try_from(times.len()).expect("not that many");
        Measured {
            rate: f64::from(made) / elapsed.as_secs_f64(),
            p50: times[times.len() / 2],
            p99: times[times.len() * 99 / 100],
        }
    })
}

async fn connection(mut stream: TcpStream, count: usize) -> Vec<Duration> {
    let mut times = Vec::with_capacity(count);
    let mut buffer = vec![0; 8192];
    for _ in 0..count {
        let start = Instant::now();
        stream.write_all(REQUEST).await.expect("written");
        let mut filled = 0;
        loop {
            let read = stream.read(&mut buffer[filled..]).await.expect("read");
            assert!(read > 0, "a kept connection was closed");
            filled += read;
            let end = buffer[..filled].windows(4).position(|four| four == b"\r\n\r\n");
            if end.is_some_and(|end| filled >= end + 4 + 2048) {
                break;
            }
        }
        assert!(buffer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&buffer[..filled]));
        times.push(start.elapsed());
    }
    times
}

/// Reads a large body.
pub(super) fn download(address: SocketAddr, size: u64) {
    let mut stream = std::net::TcpStream::connect(address).expect("it listens");
    stream.write_all(b"GET /large HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").expect("written");
    let mut buffer = vec![0; 256 << 10];
    let mut read = 0;
    while read < size {
        let count = stream.read(&mut buffer).expect("read");
        assert!(count > 0, "the body broke off after {read} bytes");
        read += count as u64;
    }
}

/// Sends a large body.
pub(super) fn upload(address: SocketAddr, size: u64) {
    let mut stream = std::net::TcpStream::connect(address).expect("it listens");
    let head = format!("POST /large HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {size}\r\n\r\n");
    stream.write_all(head.as_bytes()).expect("written");
    let piece = vec![b'z'; 64 << 10];
    for _ in 0..size / piece.len() as u64 {
        stream.write_all(&piece).expect("written");
    }
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 200");
}
