//! The client against a server that others wrote, on the published documents, so that client and sandbox cannot be
//! wrong together. Whatever Prism finds wrong with a request fails the test; every published operation is called.

mod commands;
mod domains;
mod system;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, Response};
use makini::client::{
    Bearer, BoxFuture, Client, Error, HttpOptions, HttpTransport, Scope, ServerUrl, TokenSource, Transport,
};
use makini::clock::Clock;
use makini::secret::Secret;
use serde_json::Value;

use crate::support::prism::{Prism, documents};
use crate::support::require;

/// Calls that were made, as `GET /api/eam/assets/{}`, and what Prism said against them.
#[derive(Default)]
struct Seen {
    calls: BTreeSet<String>,
    complaints: Vec<String>,
}

/// Notes every call, by its path with the parameters taken out.
struct Watch(HttpTransport, Arc<Mutex<Seen>>);

impl Transport for Watch {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>> {
        let call = format!("{} {}", request.method(), bare(request.uri().path()));
        let whole = format!("{} {}", request.method(), request.uri());
        Box::pin(async move {
            let answer = self.0.send(request).await?;
            let mut seen = self.1.lock().expect("no panic");
            let violations =
                answer.headers().get("sl-violations").map(|value| String::from_utf8_lossy(value.as_bytes()));
            // What nobody has published, Prism rightly does not know.
            let withdrawn = [".well-known/makini", "/api/integrations/sync"].iter().any(|path| call.contains(path));
            if !withdrawn && (!answer.status().is_success() || violations.is_some()) {
                let body = String::from_utf8_lossy(answer.body());
                seen.complaints.push(format!("{whole}: {} {violations:?} {body}", answer.status()));
            }
            seen.calls.insert(call);
            drop(seen);
            Ok(answer)
        })
    }
}

/// Takes the parameters out of a path or a template: `/a/{id}`, `/a/{key}` and `/a/02000655278094` are one.
fn bare(path: &str) -> String {
    let filled = |segment: &str| segment.starts_with('{') || (!segment.is_empty() && segment.bytes().all(is_of_a_key));
    let segments = path.split('/').map(|segment| if filled(segment) { "{}" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

/// Keys are digits here, and tables have names in capitals; no published path has either.
fn is_of_a_key(byte: u8) -> bool {
    byte.is_ascii_digit() || byte.is_ascii_uppercase()
}

/// A token for everything: Prism takes any.
struct AnyToken;

impl TokenSource for AnyToken {
    fn token<'a>(&'a self, _: &'a Scope) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
        Box::pin(std::future::ready(Ok(Some(Secret::new("any")))))
    }

    fn renew<'a>(&'a self, _: &'a Scope, _: &'a Secret) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
        Box::pin(std::future::ready(Ok(None)))
    }
}

/// A client of a Prism, and the documents it goes by.
struct Published {
    client: Client,
    documents: Value,
    seen: Arc<Mutex<Seen>>,
    _prism: Prism,
}

impl Published {
    fn start() -> Option<Self> {
        if !require::tool("shared") {
            return None;
        }
        let documents = documents();
        let prism = Prism::start(&documents)?;
        let server = ServerUrl::parse(&prism.url).expect("loopback");
        let seen = Arc::<Mutex<Seen>>::default();
        let http = Watch(HttpTransport::new(server.clone(), HttpOptions::default()), Arc::clone(&seen));
        let client = Client::new(server, Arc::new(Bearer::new(http, AnyToken)), Clock::system());
        Some(Self { client, documents, seen, _prism: prism })
    }

    /// Every published operation, as the calls are noted.
    fn operations(&self) -> BTreeSet<String> {
        let paths = self.documents["paths"].as_object().expect("paths");
        paths
            .iter()
            .flat_map(|(path, methods)| {
                let methods = methods.as_object().expect("methods");
                methods.keys().map(move |method| format!("{} {}", method.to_uppercase(), bare(path)))
            })
            .collect()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_published_operation_is_called_as_it_is_published() {
    let Some(published) = Published::start() else { return };
    system::connections(&published).await;
    system::of_one_connection(&published).await;
    domains::reads(&published).await;
    domains::writes(&published).await;
    domains::parts(&published).await;
    let seen = published.seen.lock().expect("no panic");
    assert!(seen.complaints.is_empty(), "{}", seen.complaints.join("\n"));
    let never: Vec<_> = published.operations().difference(&seen.calls).cloned().collect();
    assert_eq!(never, Vec::<String>::new(), "published and never called");
}
