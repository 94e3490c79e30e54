//! Servers and transports for tests of the client: scripted answers, raw sockets, routers on a loopback port.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use bytes::Bytes;
use http::{Request, Response};
use makini::client::{
    BoxFuture, Call, Client, Error, Fault, HttpOptions, HttpTransport, NetworkError, ServerUrl, Transport,
};
use makini::clock::Clock;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

/// The time on every fixed clock here.
pub(crate) const START: &str = "2026-01-01T00:00:00Z";

/// A clock that stands still at [`START`].
pub(crate) fn clock() -> Clock {
    Clock::fixed(START.parse().expect("constant"))
}

/// A request as a scripted transport saw it.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub method: String,
    pub path: String,
    pub token: Option<String>,
    pub body: String,
    pub attempt: u32,
}

/// What a script answers with.
pub(crate) enum Turn {
    Answer(u16, Vec<(&'static str, String)>, String),
    Fault(Fault),
}

/// Answers in a given order and remembers what it was asked. Asked once too often, it fails the test.
#[derive(Clone)]
pub(crate) struct Script(Arc<Mutex<(VecDeque<Turn>, Vec<Seen>)>>);

impl Script {
    pub(crate) fn new(turns: impl IntoIterator<Item = Turn>) -> Self {
        Self(Arc::new(Mutex::new((turns.into_iter().collect(), Vec::new()))))
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.0.lock().expect("not poisoned").1.clone()
    }

    pub(crate) fn left(&self) -> usize {
        self.0.lock().expect("not poisoned").0.len()
    }

    pub(crate) fn client(&self) -> Client {
        Client::new(server(), Arc::new(self.clone()), clock())
    }
}

impl Transport for Script {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>> {
        let token = request.headers().get("authorization").map(|value| {
            assert!(value.is_sensitive(), "a token must be marked");
            value.to_str().expect("ASCII").to_owned()
        });
        let mut state = self.0.lock().expect("not poisoned");
        state.1.push(Seen {
            method: request.method().to_string(),
            path: request.uri().path_and_query().map_or_else(String::new, ToString::to_string),
            token,
            body: String::from_utf8_lossy(request.body()).into_owned(),
            attempt: Call::of(&request).attempt,
        });
        let turn = state.0.pop_front().expect("asked more often than the test foresees");
        drop(state);
        Box::pin(std::future::ready(match turn {
            Turn::Fault(fault) => {
                Err(NetworkError { fault, host: "api.example".into(), reason: "scripted".into(), remedy: None }.into())
            }
            Turn::Answer(status, headers, body) => {
                let mut response = Response::builder().status(status);
                for (name, value) in headers {
                    response = response.header(name, value);
                }
                Ok(response.body(Bytes::from(body)).expect("valid"))
            }
        }))
    }
}

/// An answer of JSON.
pub(crate) fn json(status: u16, body: &str) -> Turn {
    Turn::Answer(status, vec![("content-type", "application/json".into())], body.into())
}

/// An answer of JSON with one more header.
pub(crate) fn with(status: u16, name: &'static str, value: &str, body: &str) -> Turn {
    Turn::Answer(status, vec![("content-type", "application/json".into()), (name, value.into())], body.into())
}

/// A server that nobody calls.
pub(crate) fn server() -> ServerUrl {
    ServerUrl::parse("https://api.example").expect("constant")
}

/// Serves a router on a free loopback port, until the runtime ends.
pub(crate) async fn serve(router: Router) -> ServerUrl {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    tokio::spawn(async move { axum::serve(listener, router).await });
    ServerUrl::parse(&format!("http://{address}")).expect("loopback")
}

/// What a raw server does with a connection once it has read a request's headers.
#[derive(Clone)]
pub(crate) enum Raw {
    /// Writes this and closes.
    Say(Vec<u8>),
    /// Writes this and then the rest again and again, until nobody reads it.
    Forever(Vec<u8>, Vec<u8>),
    /// Writes this and then nothing.
    Hang(Vec<u8>),
}

/// Serves raw bytes. What it was sent, headers only, is in the list.
pub(crate) async fn raw(behaviour: Raw) -> (ServerUrl, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let (behaviour, log) = (behaviour.clone(), Arc::clone(&log));
            tokio::spawn(async move {
                let mut request = Vec::new();
                while !request.windows(4).any(|end| end == b"\r\n\r\n") {
                    let mut chunk = [0; 1024];
                    match stream.read(&mut chunk).await {
                        Ok(0) | Err(_) => break,
                        Ok(read) => request.extend_from_slice(&chunk[..read]),
                    }
                }
                log.lock().expect("not poisoned").push(String::from_utf8_lossy(&request).into_owned());
                match behaviour {
                    Raw::Say(bytes) => {
                        stream.write_all(&bytes).await.ok();
                    }
                    Raw::Forever(head, rest) => {
                        stream.write_all(&head).await.ok();
                        while stream.write_all(&rest).await.is_ok() {}
                    }
                    Raw::Hang(bytes) => {
                        stream.write_all(&bytes).await.ok();
                        std::future::pending::<()>().await;
                    }
                }
            });
        }
    });
    (ServerUrl::parse(&format!("http://{address}")).expect("loopback"), seen)
}

/// Limits that a hostile server runs into soon.
pub(crate) fn impatient() -> HttpOptions {
    HttpOptions {
        connect_time: Duration::from_secs(2),
        read_time: Duration::from_millis(300),
        total_time: Duration::from_secs(5),
        max_body: 64 * 1024,
        ..HttpOptions::default()
    }
}

/// A client without layers over the real transport.
pub(crate) fn client(server: &ServerUrl, options: HttpOptions) -> Client {
    let transport = HttpTransport::new(server.clone(), options);
    Client::new(server.clone(), Arc::new(transport), Clock::system())
}
