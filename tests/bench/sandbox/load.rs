//! The load: one page over and over, on kept connections.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::Server;

/// Connections that are kept open.
pub(crate) const CONNECTIONS: usize = 8;

/// Asks for so long and returns the answers per second.
pub(crate) fn run(server: &Server, path: &str, time: Duration) -> f64 {
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n\r\n", server.address, server.token);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut streams = Vec::new();
        for _ in 0..CONNECTIONS {
            let stream = TcpStream::connect(server.address).await.expect("it listens");
            stream.set_nodelay(true).expect("set");
            streams.push(stream);
        }
        let start = Instant::now();
        let asking = streams.into_iter().map(|stream| tokio::spawn(ask(stream, request.clone(), start + time)));
        let mut answers = 0;
        for task in asking.collect::<Vec<_>>() {
            answers += task.await.expect("no panic");
        }
        f64::from(answers) / start.elapsed().as_secs_f64()
    })
}

async fn ask(mut stream: TcpStream, request: String, end: Instant) -> u32 {
    let mut answers = 0;
    let mut buffer = vec![0; 1 << 20];
    while Instant::now() < end {
        stream.write_all(request.as_bytes()).await.expect("written");
        let (mut filled, mut whole) = (0, None);
        while whole.is_none_or(|whole| filled < whole) {
            let read = stream.read(&mut buffer[filled..]).await.expect("read");
            assert!(read > 0, "the server closed a connection");
            filled += read;
            whole = whole.or_else(|| length(&buffer[..filled]));
        }
        assert!(buffer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&buffer[..filled.min(400)]));
        assert!(filled > 20_000, "a page of a hundred: {filled} bytes");
        answers += 1;
    }
    answers
}

/// Returns the length of an answer, head included, once its head is there.
fn length(answer: &[u8]) -> Option<usize> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&answer[..end]).to_ascii_lowercase();
    let body = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok())?;
    Some(end + 4 + body)
}
