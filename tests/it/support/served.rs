//! A server on the loopback in a thread of its own, for commands that are given an address.

use std::net::SocketAddr;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::routing::any;
use makini::clock::Clock;
use makini::sandbox::{Options, Sandbox};
use makini::serve::{Limits, serve_tls};
use rustls::ServerConfig;
use rustls_pki_types::PrivateKeyDer;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::wire::{self, Raw};

/// It serves until it is dropped.
pub struct Served {
    url: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Served {
    /// Serves whatever `work` serves, once it has told its address.
    fn start<F>(work: impl FnOnce(oneshot::Sender<SocketAddr>, oneshot::Receiver<()>) -> F + Send + 'static) -> Self
    where
        F: Future<Output = ()>,
    {
        let (stop, stopped) = oneshot::channel();
        let (tell, told) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(work(tell, stopped));
        });
        let address = told.blocking_recv().expect("it listens");
        Self { url: format!("http://{address}"), stop: Some(stop), thread: Some(thread) }
    }

    /// Serves a whole platform with this clock, kept in memory.
    pub fn sandbox(clock: &Clock) -> (Self, Sandbox) {
        let sandbox = Sandbox::open(Options::new(clock.clone())).expect("opens");
        let own = sandbox.clone();
        let served = Self::start(async move |tell, stopped| {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            tell.send(listener.local_addr().expect("bound")).expect("somebody waits");
            let stop = async {
                stopped.await.ok();
            };
            own.serve(listener, stop).await.expect("serves");
        });
        (served, sandbox)
    }

    /// Answers every request with this status and JSON body.
    pub fn always(status: u16, body: &'static str) -> Self {
        let answer = move || async move {
            let status = StatusCode::from_u16(status).expect("a status");
            (status, [(header::CONTENT_TYPE, "application/json"), REQUEST_ID], body)
        };
        Self::router(Router::new().fallback(any(answer)))
    }

    /// Serves a router.
    pub fn router(router: Router) -> Self {
        Self::start(async move |tell, stopped| {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            tell.send(listener.local_addr().expect("bound")).expect("somebody waits");
            let serving = axum::serve(listener, router);
            tokio::select! {
                _ = serving => {}
                _ = stopped => {}
            }
        })
    }

    /// Serves a router over TLS, with a certificate that nobody has a reason to trust.
    pub fn untrusted(router: Router) -> Self {
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("made");
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).expect("a key");
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .expect("they belong together");
        Self::tls(router, config)
    }

    /// Serves a router over TLS.
    pub fn tls(router: Router, config: ServerConfig) -> Self {
        let mut served = Self::start(async move |tell, stopped| {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            tell.send(listener.local_addr().expect("bound")).expect("somebody waits");
            let stop = async {
                stopped.await.ok();
            };
            serve_tls(listener, router, Limits::default(), Arc::new(config), stop).await.expect("serves");
        });
        served.url = served.url.replacen("http:", "https:", 1);
        served
    }

    /// Serves raw bytes.
    pub fn raw(behaviour: Raw) -> Self {
        Self::start(async move |tell, stopped| {
            let (server, _) = wire::raw(behaviour).await;
            tell.send(server.host().parse().expect("an address")).expect("somebody waits");
            stopped.await.ok();
        })
    }

    /// Takes every request and never answers. Says so when one has come.
    pub fn silent() -> (Self, mpsc::Receiver<()>) {
        let (tell, told) = mpsc::channel();
        let wait = any(move || {
            // Nobody has to listen.
            tell.send(()).ok();
            std::future::pending::<()>()
        });
        (Self::router(Router::new().fallback(wait)), told)
    }

    /// Returns its address.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// What a failure of [`Served::always`] can be looked up by.
const REQUEST_ID: (header::HeaderName, &str) = (header::HeaderName::from_static("x-request-id"), "req_served");

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // Its own panic has been printed; the test fails by what it misses.
            thread.join().ok();
        }
    }
}
