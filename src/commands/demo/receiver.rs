//! The demo's own webhook handler: stores each request as it was received.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::routing::post;
use tokio::net::TcpListener;
use tokio::task::AbortHandle;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::serve::{self, Limits};

/// One delivery, written as HTTP carries it.
#[derive(Clone, Debug)]
pub(super) struct Delivery {
    pub(super) event: String,
    pub(super) request: Vec<u8>,
}

#[derive(Clone, Default)]
struct Inbox(Arc<Mutex<Vec<Delivery>>>);

/// A handler on the loopback, until it is dropped.
pub(super) struct Receiver {
    url: String,
    inbox: Inbox,
    serving: AbortHandle,
}

impl Receiver {
    /// Starts one on a free port.
    pub(super) async fn start() -> Result<Self, Failure> {
        let failed = |error: std::io::Error| {
            Failure::new(Exit::Local, format!("could not listen on the loopback for webhooks: {error}"))
        };
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(failed)?;
        let url = format!("http://{}/hook", listener.local_addr().map_err(failed)?);
        let inbox = Inbox::default();
        let router = Router::new().route("/hook", post(receive)).with_state(inbox.clone());
        let serving = tokio::spawn(serve::serve(listener, router, Limits::default(), std::future::pending()));
        Ok(Self { url, inbox, serving: serving.abort_handle() })
    }

    /// Returns where events are to be sent.
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// Returns the first delivery of an event, waiting for it no longer than `patience`.
    pub(super) async fn wait_for(&self, event: &str, patience: Duration) -> Option<Delivery> {
        let came = async {
            loop {
                let found = {
                    let inbox = self.inbox.0.lock().unwrap_or_else(PoisonError::into_inner);
                    inbox.iter().find(|delivery| delivery.event == event).cloned()
                };
                match found {
                    Some(delivery) => return delivery,
                    None => tokio::time::sleep(Duration::from_millis(10)).await,
                }
            }
        };
        tokio::time::timeout(patience, came).await.ok()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn receive(State(inbox): State<Inbox>, uri: Uri, headers: HeaderMap, body: Bytes) {
    let event = serde_json::from_slice::<serde_json::Value>(&body).ok();
    let event = event.and_then(|event| Some(event.get("event")?.as_str()?.to_owned())).unwrap_or_default();
    let mut request = format!("POST {uri} HTTP/1.1\r\n").into_bytes();
    for (name, value) in &headers {
        request.extend_from_slice(name.as_str().as_bytes());
        request.extend_from_slice(b": ");
        request.extend_from_slice(value.as_bytes());
        request.extend_from_slice(b"\r\n");
    }
    request.extend_from_slice(b"\r\n");
    request.extend_from_slice(&body);
    inbox.0.lock().unwrap_or_else(PoisonError::into_inner).push(Delivery { event, request });
}
