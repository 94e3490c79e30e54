//! Receives the redirect of the browser on a loopback port, once.

use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY};
use http::{HeaderValue, Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::callback::{Verdict, judge};
use crate::secret::Secret;
use crate::session::error::Error;

/// Connections at a time. A browser opens a few in advance.
const CONNECTIONS: usize = 16;

/// Time for a request's headers, and for the last page to leave.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) struct Listener {
    socket: TcpListener,
    host: Arc<str>,
}

/// Listens on this machine only.
pub(super) async fn bind(port: u16) -> Result<Listener, Error> {
    let failed =
        |error: std::io::Error| Error::Listen { address: format!("127.0.0.1:{port}"), reason: error.to_string() };
    let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(failed)?;
    let host = socket.local_addr().map_err(failed)?.to_string().into();
    Ok(Listener { socket, host })
}

impl Listener {
    /// Returns address and port, as they are written in an address.
    pub(super) fn host(&self) -> &str {
        &self.host
    }

    /// Waits for the callback. The first one decides, and the port is closed after it.
    pub(super) async fn code(self, state: &Secret) -> Result<Secret, Error> {
        let (sender, mut receiver) = mpsc::channel(1);
        let mut open = JoinSet::new();
        let outcome = loop {
            tokio::select! {
                biased;
                Some(outcome) = receiver.recv() => break outcome,
                Some(_) = open.join_next() => {}
                accepted = self.socket.accept(), if open.len() < CONNECTIONS => match accepted {
                    Ok((stream, _)) => {
                        open.spawn(answer(stream, Arc::clone(&self.host), state.clone(), sender.clone()));
                    }
                    // One that went away before it was taken, or a moment without file descriptors.
                    Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
                },
            }
        };
        drop(self.socket);
        // The page with the result is still being sent.
        tokio::time::timeout(PATIENCE.min(Duration::from_secs(1)), async { while open.join_next().await.is_some() {} })
            .await
            .ok();
        outcome
    }
}

type Outcome = Result<Secret, Error>;

async fn answer(stream: TcpStream, host: Arc<str>, state: Secret, sender: mpsc::Sender<Outcome>) {
    let service = service_fn(move |request: Request<Incoming>| {
        let page = match judge(&request, &host, &state) {
            Verdict::Pass(status) => page(status, "Not here."),
            // Of two callbacks at once the first decides; the channel has room for one.
            Verdict::Failed(reason) => {
                sender.try_send(Err(Error::Login(reason))).ok();
                page(StatusCode::BAD_REQUEST, "The login failed. The terminal shows why; you can close this page.")
            }
            Verdict::Code(code) => match sender.try_send(Ok(code)) {
                Ok(()) => page(StatusCode::OK, "Done. You can close this page and go back to the terminal."),
                Err(_) => page(StatusCode::BAD_REQUEST, "This is over."),
            },
        };
        std::future::ready(Ok::<_, Infallible>(page))
    });
    let mut server = http1::Builder::new();
    // Without a timer the header deadline does nothing.
    server.timer(TokioTimer::new()).header_read_timeout(PATIENCE).keep_alive(false).max_buf_size(16 * 1024);
    server.serve_connection(TokioIo::new(stream), service).await.ok();
}

fn page(status: StatusCode, text: &'static str) -> Response<Full<Bytes>> {
    let html = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
         <meta name=color-scheme content=\"light dark\"><title>makini</title><h1>makini</h1><p>{text}</p></html>\n"
    );
    let mut response = Response::new(Full::new(Bytes::from(html)));
    *response.status_mut() = status;
    for (name, value) in [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
        // The address of this page holds the code.
        (REFERRER_POLICY, "no-referrer"),
        (CONTENT_SECURITY_POLICY, "default-src 'none'"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
