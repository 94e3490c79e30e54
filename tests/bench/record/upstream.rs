//! The server: as fast as one can be that answers what it is asked.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// Bytes of a large body.
pub(super) const LARGE: u64 = 1 << 30;

static PIECE: [u8; 64 << 10] = [b'x'; 64 << 10];

/// Serves on a thread of its own until the process ends.
pub(super) fn start() -> SocketAddr {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            tell.send(listener.local_addr().expect("an address")).expect("somebody waits");
            loop {
                let (stream, _) = listener.accept().await.expect("a client");
                stream.set_nodelay(true).ok();
                // A proxy may close its idle connections.
                tokio::spawn(async { serve(stream).await.ok() });
            }
        });
    });
    told.recv().expect("it started")
}

async fn serve(mut stream: TcpStream) -> std::io::Result<()> {
    let mut small = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req_bench\r\nserver-timing: total;dur=0.01\r\ncontent-length: 2048\r\n\r\n".to_vec();
    small.extend([b'y'; 2048]);
    let mut buffer = vec![0; 64 << 10];
    let mut filled = 0;
    loop {
        let read = stream.read(&mut buffer[filled..]).await?;
        if read == 0 {
            return Ok(());
        }
        filled += read;
        let Some(end) = buffer[..filled].windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        if buffer.starts_with(b"GET /large") {
            stream.write_all(format!("HTTP/1.1 200 OK\r\ncontent-length: {LARGE}\r\n\r\n").as_bytes()).await?;
            for _ in 0..LARGE / PIECE.len() as u64 {
                stream.write_all(&PIECE).await?;
            }
        } else if buffer.starts_with(b"POST /large") {
            let mut left = LARGE - (filled - end - 4) as u64;
            while left > 0 {
                let read = stream.read(&mut buffer).await?;
                if read == 0 {
                    return Ok(());
                }
                left -= read as u64;
            }
            stream.write_all(&small).await?;
        } else if buffer.starts_with(b"GET /.well-known") {
            stream.write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n").await?;
        } else {
            stream.write_all(&small).await?;
        }
        filled = 0;
    }
}
