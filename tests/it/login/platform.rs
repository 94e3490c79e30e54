//! A platform that takes its tokens seriously, and a machine with a store, locks and a clock.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use makini::client::{Bearer, BoxFuture, Client, Error, Transport};
use makini::clock::Clock;
use makini::secret::Secret;
use makini::session::{Issue, Session, SessionOptions, Warning, login};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::Mutex as AsyncMutex;

use crate::support::vault::Vault;
use crate::support::wire::{clock, server};

/// A platform whose refresh tokens work once, and whose old tokens die when a new pair is made.
#[derive(Clone, Default)]
pub(super) struct Platform {
    books: Arc<Mutex<Books>>,
    /// Held by a test, it holds up every answer to a call for a token.
    pub gate: Arc<AsyncMutex<()>>,
}

#[derive(Default)]
pub(super) struct Books {
    /// Number of the pair that is valid now; 0 is none.
    pub pair: u32,
    pub life: u32,
    /// Calls for a token that have come in.
    pub asked: u32,
    pub refreshes: u32,
    pub logins: u32,
    pub issued: u32,
    pub refuse_refresh: bool,
    pub down: bool,
    pub tokens_seen: Vec<String>,
}

impl Platform {
    pub(super) fn books(&self) -> std::sync::MutexGuard<'_, Books> {
        self.books.lock().expect("not poisoned")
    }

    /// Waits until so many calls for a token have come in, answered or not.
    pub(super) async fn asked_for_tokens(&self, count: u32) {
        let come = async {
            while self.books().asked < count {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(10), come).await.expect("they come");
    }

    fn answer(&self, request: &Request<Bytes>) -> (u16, Value) {
        let mut books = self.books();
        let body: Value = serde_json::from_slice(request.body()).unwrap_or_else(|_| {
            url::form_urlencoded::parse(request.body()).map(|(k, v)| (k.into_owned(), Value::from(v))).collect()
        });
        let header = request.headers().get("authorization").map(|value| value.to_str().expect("ASCII").to_owned());
        books.tokens_seen.extend(header.clone());
        if books.down {
            return (503, Value::Null);
        }
        let pair = |books: &mut Books| {
            books.pair += 1;
            let (access, refresh) = (format!("a{}", books.pair), format!("r{}", books.pair));
            (200, json!({"access_token": access, "refresh_token": refresh, "expires_in": books.life.to_string()}))
        };
        let refused = || (400, json!({"error": "invalid_grant", "error_description": "spent"}));
        match (request.uri().path(), body["grant_type"].as_str()) {
            ("/link/token", Some("client_credentials")) => {
                books.logins += 1;
                assert_eq!(request.headers()["content-type"], "application/json");
                let right = body["client_id"] == "app" && body["client_secret"] == "shh";
                if right { pair(&mut books) } else { (401, json!({"error": "invalid_client"})) }
            }
            ("/link/token", Some("refresh_token")) => {
                books.refreshes += 1;
                assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
                let right = body["refresh_token"] == format!("r{}", books.pair) && !books.refuse_refresh;
                if right { pair(&mut books) } else { refused() }
            }
            (_, _) if header != Some(format!("Bearer a{}", books.pair)) && !is_connection(header.as_deref()) => {
                (401, json!({"error": {"code": "TOKEN_EXPIRED"}}))
            }
            ("/api/system/connections/c1/token", _) => {
                books.issued += 1;
                (200, json!({"data": {"token": format!("c1-{}", books.issued), "expires_in": 300}}))
            }
            ("/api/integrations/current", _) if header == Some(format!("Bearer c1-{}", books.issued)) => {
                (200, json!({"data": {"id": "c1"}}))
            }
            ("/api/system/client", _) => (200, json!({"data": {"id": "app"}})),
            _ => (401, json!({"error": {"code": "TOKEN_REVOKED"}})),
        }
    }
}

fn is_connection(header: Option<&str>) -> bool {
    header.is_some_and(|header| header.starts_with("Bearer c1-"))
}

impl Transport for Platform {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>> {
        Box::pin(async move {
            // Long enough for another session to want the same at the same time.
            if request.uri().path() == "/link/token" {
                self.books().asked += 1;
                drop(self.gate.lock().await);
                tokio::time::sleep(Duration::from_millis(30)).await;
            }
            let (status, body) = self.answer(&request);
            let body = Bytes::from(body.to_string());
            Ok(Response::builder().status(status).body(body).expect("valid"))
        })
    }
}

pub(super) struct Machine {
    pub platform: Platform,
    pub vault: Arc<Vault>,
    pub folder: TempDir,
    pub clock: Clock,
    pub warnings: Arc<Mutex<Vec<Warning>>>,
}

impl Machine {
    pub(super) fn new() -> Self {
        let platform = Platform::default();
        platform.books().life = 3600;
        Self {
            platform,
            vault: Arc::default(),
            folder: tempfile::tempdir().expect("a temporary folder"),
            clock: clock(),
            warnings: Arc::default(),
        }
    }

    pub(super) fn options(&self) -> SessionOptions {
        let warnings = Arc::clone(&self.warnings);
        SessionOptions {
            profile: "test".into(),
            server: server(),
            bound_to: None,
            fixed: None,
            ready: None,
            from_environment: false,
            client_id: Some("app".into()),
            client_secret: None,
            lock_folder: Some(self.folder.path().join("locks")),
            lock_time: Duration::from_secs(10),
            keep_connections: false,
            issue: Issue::Allowed,
            warn: Arc::new(move |warning| warnings.lock().expect("not poisoned").push(warning)),
        }
    }

    pub(super) fn session(&self, options: SessionOptions) -> (Arc<Session>, Client) {
        let transport: Arc<dyn Transport> = Arc::new(self.platform.clone());
        let store = Arc::clone(&self.vault);
        let session = Arc::new(Session::new(options, store, Arc::clone(&transport), self.clock.clone()));
        let bearer = Bearer::new(transport, Arc::clone(&session));
        (session, Client::new(server(), Arc::new(bearer), self.clock.clone()))
    }

    /// Another process of the same user: nothing is shared but store, locks, clock and platform.
    pub(super) fn client(&self) -> Client {
        self.session(self.options()).1
    }

    pub(super) async fn log_in(&self) {
        let (session, client) = self.session(self.options());
        let tokens = login::by_client_credentials(&client, "app", &Secret::new("shh")).await.expect("right");
        let mut login = session.change_login().await.expect("free");
        login.keep(tokens, Some("app".into()), None).await.expect("stored");
    }

    pub(super) fn warnings(&self) -> Vec<Warning> {
        self.warnings.lock().expect("not poisoned").clone()
    }
}
