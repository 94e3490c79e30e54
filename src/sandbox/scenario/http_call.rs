//! HTTP calls as a client sees them, including those that fail on the connection.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Timeout of a call.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Result of a call.
#[derive(Clone, Debug, Default)]
pub(super) struct CallResult {
    /// `200`, `503 SOURCE_UNREACHABLE`, `reset before the answer`, `cut off`, `no JSON`, …
    pub(super) outcome: String,
    /// The body, if it is complete.
    pub(super) body: Value,
    /// Duration in the response header, in milliseconds of simulated time.
    pub(super) took: String,
}

/// Makes a call on a new connection.
pub(super) async fn call(address: SocketAddr, method: &str, path: &str, token: &str, body: Option<&str>) -> CallResult {
    let mut bytes = Vec::new();
    let calling = async {
        let mut stream = TcpStream::connect(address).await?;
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
        request.push_str(&format!("Authorization: Bearer {token}\r\n"));
        if let Some(body) = body {
            request.push_str(&format!("Content-Type: application/json\r\nContent-Length: {}\r\n", body.len()));
        }
        request.push_str("\r\n");
        request.push_str(body.unwrap_or_default());
        stream.write_all(request.as_bytes()).await?;
        stream.read_to_end(&mut bytes).await.map(drop)
    };
    let ended = tokio::time::timeout(TIMEOUT, calling).await;
    let outcome = match ended {
        Err(_) => "no answer in 30 s",
        Ok(Err(error)) if error.kind() == ErrorKind::ConnectionReset && bytes.is_empty() => "reset before the answer",
        Ok(Err(error)) if error.kind() == ErrorKind::ConnectionReset => "reset within the answer",
        Ok(Err(_)) => "broken off",
        Ok(Ok(())) => return read(&bytes),
    };
    CallResult { outcome: outcome.into(), ..CallResult::default() }
}

fn read(bytes: &[u8]) -> CallResult {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
    let body = bytes.get(end + 4..).unwrap_or_default();
    let status = head.split(' ').nth(1).unwrap_or("?").to_owned();
    let header = |name: &str| head.lines().find_map(|line| line.strip_prefix(name).map(str::trim));
    let length = header("content-length:").and_then(|length| length.parse::<usize>().ok());
    if length.is_some_and(|length| body.len() < length) {
        return CallResult { outcome: "cut off".into(), ..CallResult::default() };
    }
    let Ok(value) = serde_json::from_slice::<Value>(body) else {
        return CallResult { outcome: "no JSON".into(), ..CallResult::default() };
    };
    let code = value["error"]["code"].as_str();
    let timing = header("server-timing:").and_then(|text| text.split("dur=").nth(1)?.split(',').next());
    CallResult {
        outcome: code.map_or_else(|| status.clone(), |code| format!("{status} {code}")),
        took: timing.unwrap_or("?").to_owned(),
        body: value,
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn answers() {
        for (text, outcome) in [
            ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "200"),
            ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}", "cut off"),
            ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{,", "no JSON"),
            ("HTTP/1.1 429 X\r\n\r\n{\"error\":{\"code\":\"RATE_LIMIT_EXCEEDED\"}}", "429 RATE_LIMIT_EXCEEDED"),
        ] {
            assert_eq!(read(text.as_bytes()).outcome, outcome);
        }
    }
}
