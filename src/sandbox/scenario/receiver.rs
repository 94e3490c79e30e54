//! Webhook receivers of a scenario: they verify, record and respond with a set status.

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::error::ScenarioError;
use super::log::Arrival;
use crate::api::events::Event;
use crate::sandbox::server::Sandbox;
use crate::sandbox::time::millis;
use crate::secret::Secret;
use crate::serve::{self, Limits};
use crate::webhooks::{Config, Header, Scheme, SecretEncoding, Secrets, Verifier};

/// Webhooks received by any receiver, in order.
pub(super) type Arrivals = Arc<Mutex<Vec<Arrival>>>;

/// A receiver that runs until it is dropped.
pub(super) struct Receiver {
    pub(super) name: String,
    pub(super) url: String,
    /// Its endpoint.
    pub(super) endpoint: String,
    /// Patterns of the events it gets; all if empty.
    pub(super) events: Vec<String>,
    state: Arc<Inner>,
    task: JoinHandle<()>,
}

struct Inner {
    name: String,
    sandbox: Sandbox,
    arrivals: Arrivals,
    verifier: Mutex<Option<Verifier>>,
    status: Mutex<StatusCode>,
    seen: Mutex<BTreeSet<String>>,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Receiver {
    /// Starts one.
    pub(super) async fn start(name: &str, sandbox: &Sandbox, arrivals: &Arrivals) -> Result<Self, ScenarioError> {
        let failed = |error: std::io::Error| ScenarioError::Machine(format!("no receiver could listen: {error}"));
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await.map_err(failed)?;
        let url = format!("http://{}/", listener.local_addr().map_err(failed)?);
        let state = Arc::new(Inner {
            name: name.to_owned(),
            sandbox: sandbox.clone(),
            arrivals: Arc::clone(arrivals),
            verifier: Mutex::default(),
            status: Mutex::default(),
            seen: Mutex::default(),
        });
        let router = Router::new().fallback(receive).with_state(Arc::clone(&state));
        let task = tokio::spawn(async move {
            serve::serve(listener, router, Limits::default(), std::future::pending()).await.ok();
        });
        Ok(Self { name: name.to_owned(), url, endpoint: String::new(), events: Vec::new(), state, task })
    }

    /// Sets the secret of its endpoint.
    pub(super) fn set_secret(&self, secret: Secret) {
        let secrets = Secrets::all([secret], SecretEncoding::Utf8).ok();
        *lock(&self.state.verifier) = secrets.map(|secrets| Verifier::new(&Config::new(Scheme::Makini), &secrets));
    }

    /// Sets the response status from now on.
    pub(super) fn answer(&self, status: StatusCode) {
        *lock(&self.state.status) = status;
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn receive(State(state): State<Arc<Inner>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let at = millis(state.sandbox.0.now());
    let read: Event = serde_json::from_slice(&body).unwrap_or_default();
    let verified = lock(&state.verifier).as_ref().is_some_and(|verifier| {
        let headers: Vec<Header<'_>> =
            headers.iter().map(|(name, value)| Header::new(name.as_str(), value.as_bytes())).collect();
        verifier.verify(&headers, &body, at / 1000).is_valid()
    });
    let again = verified && !lock(&state.seen).insert(read.id.clone().unwrap_or_default());
    let answer = if verified { *lock(&state.status) } else { StatusCode::UNAUTHORIZED };
    lock(&state.arrivals).push(Arrival {
        at,
        receiver: state.name.clone(),
        event: read.event,
        connection: read.connection_id,
        verified,
        php: body.windows(2).any(|pair| pair == b"\\/" || pair == b"\\u"),
        again,
        answered: answer.as_u16(),
    });
    answer
}
