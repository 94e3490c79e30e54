//! A handler of webhooks inside the runtime of the test.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use makini::serve::{Limits, serve};
use tokio::net::TcpListener;

/// A handler that keeps what it gets and answers as it is told.
#[derive(Clone, Default)]
pub struct Receiver {
    got: Arc<Mutex<Vec<(HeaderMap, Bytes)>>>,
    status: Arc<Mutex<StatusCode>>,
}

impl Receiver {
    pub async fn start(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/hook?to=me", listener.local_addr().expect("bound"));
        let router = Router::new().route("/hook", post(keep)).with_state(self.clone());
        tokio::spawn(serve(listener, router, Limits::default(), std::future::pending()));
        url
    }

    pub fn answer(&self, status: u16) {
        *self.status.lock().expect("free") = StatusCode::from_u16(status).expect("a status");
    }

    pub fn take(&self) -> Vec<(HeaderMap, Bytes)> {
        std::mem::take(&mut self.got.lock().expect("free"))
    }
}

async fn keep(State(receiver): State<Receiver>, headers: HeaderMap, body: Bytes) -> StatusCode {
    receiver.got.lock().expect("free").push((headers, body));
    *receiver.status.lock().expect("free")
}
