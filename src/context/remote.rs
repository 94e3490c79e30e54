//! The platform: the client with all its layers, and the session with the tokens.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use super::local::variables;
use super::{Context, Remote};
use crate::api::operation::{Endpoint, Operation};
use crate::client::call::Tokens;
use crate::client::{
    Bearer, BoxFuture, BreakerPolicy, CircuitBreaker, Client, Error, FileCache, HttpOptions, HttpTransport, Proxies,
    Record, Redact, Retry, RetryPolicy, Scope, ServerUrl, TlsOptions, TokenSource, Transport, WaitReason, Waiting,
};
use crate::exchange::{Exchange, IMPOSSIBLE, Recorder, StatusCounts};
use crate::failure::Failure;
use crate::journal::Journal;
use crate::network::{ConnectionTimer, NetworkOptions};
use crate::secret::Secret;
use crate::secrets::{SecretKind, SecretName, SecretStore};
use crate::session::{self, Issue, SecretEraser, Session, SessionOptions};
use crate::settings::origin::Origin;
use crate::term::Term;
use crate::view;

/// How long another process may hold the lock of a token: it may be waiting for the network.
const LOCK_TIME: Duration = Duration::from_secs(30);

impl Context {
    /// Returns the client. Nothing is called before its first call.
    pub async fn client(&self) -> Result<&Client, Failure> {
        Ok(&self.remote().await?.client)
    }

    /// Returns the session, which holds the tokens.
    pub async fn session(&self) -> Result<&Arc<Session>, Failure> {
        Ok(&self.remote().await?.session)
    }

    /// Returns a client that uses this token for every call, and no other when it is refused: for trying one out.
    pub async fn client_with(&self, token: Secret) -> Result<Client, Failure> {
        let Target { server, .. } = self.target().await?;
        let transport = Bearer::new(self.transport(&server), FixedToken(token));
        Ok(Client::new(server, Arc::new(transport), self.clock.clone()))
    }

    async fn remote(&self) -> Result<&Remote, Failure> {
        self.remote.get_or_try_init(|| self.open_remote()).await
    }

    /// Returns the server of this invocation.
    async fn target(&self) -> Result<Target, Failure> {
        #[cfg(feature = "sandbox")]
        if self.settings.is_on("sandbox") {
            let open = async || {
                if let Some(note) = self.settings.unused_in_sandbox(&self.env) {
                    self.term.note(note);
                }
                self.open_sandbox().await
            };
            let embedded = self.sandbox.get_or_try_init(open).await?;
            return Ok(Target {
                server: embedded.server().clone(),
                ready: Some(embedded.token().clone()),
                application: Some(super::sandbox::application()),
                now: embedded.now(),
            });
        }
        let server = ServerUrl::parse(self.settings.text("server"))?;
        Ok(Target { server, ready: None, application: None, now: None })
    }

    async fn open_remote(&self) -> Result<Remote, Failure> {
        let Target { server, ready, application, now } = self.target().await?;
        let (own_id, client_secret) = application.unzip();
        let environment: Arc<dyn SecretStore> = Arc::new(variables(&self.env));
        // The application's token in the environment is the platform's, and the sandbox has its own. A connection's is
        // used wherever a connection is called.
        let fixed = if ready.is_none() {
            environment.get(&SecretName { profile: self.settings.profile().to_owned(), kind: SecretKind::Token })?
        } else {
            None
        };
        let options = SessionOptions {
            profile: self.settings.profile().to_owned(),
            server: server.clone(),
            bound_to: ready.is_some().then(|| "sandbox".to_owned()),
            fixed,
            ready: Some(environment),
            from_environment: self.signs_in_by_environment()?,
            // A file is opened with what the environment gives, and asks nobody.
            keep_connections: self.settings.text("secret_store") == "file"
                && matches!(self.settings.get("secret_store").origin, Origin::Flag(_) | Origin::Env(_)),
            client_id: own_id.or_else(|| self.settings.maybe("client_id").map(Into::into)),
            client_secret,
            lock_folder: self.lock_folder(),
            lock_time: LOCK_TIME,
            issue: if self.settings.is_on("issue_tokens") { Issue::Allowed } else { Issue::Forbidden },
            warn: {
                let term = self.term.clone();
                Arc::new(move |warning: session::Warning| term.warn(warning.to_string()))
            },
        };
        let transport = self.transport(&server);
        let session = Session::new(options, self.secrets()?, Arc::clone(&transport), self.clock.clone());
        let session = Arc::new(session);
        if let Some(access) = ready {
            session.adopt(Tokens { access, refresh: None, expires_at: None }).await;
        }
        let transport: Arc<dyn Transport> = Arc::new(Bearer::new(transport, Arc::clone(&session)));
        let login = self.settings.profile().to_owned();
        let cache = self.settings.paths.cache().ok();
        let cache = cache.map(|cache| Arc::new(FileCache::new(cache.join("servers"), login)));
        let client = Client::mapped(server, transport, self.clock.clone(), self.mapped()?, cache);
        if let Some(there) = now {
            client.set_server_time(there);
        }
        Ok(Remote { client, session })
    }

    /// Returns whether the application's ID and secret are both in the environment, as in CI: commands then sign in with
    /// them, and no secret store is in use.
    pub fn signs_in_by_environment(&self) -> Result<bool, Failure> {
        if self.settings.is_on("sandbox") || !matches!(self.settings.get("client_id").origin, Origin::Env(_)) {
            return Ok(false);
        }
        let name = SecretName { profile: self.settings.profile().to_owned(), kind: SecretKind::ClientSecret };
        Ok(variables(&self.env).get(&name)?.is_some())
    }

    /// Returns where the locks of tokens are, shared by all processes of this user, where there is a folder for them.
    fn lock_folder(&self) -> Option<PathBuf> {
        Some(self.settings.paths.state().ok()?.join("locks"))
    }

    /// Returns what removes secrets of any profile from the store they are in.
    pub fn secret_eraser(&self, store: Arc<dyn SecretStore>) -> SecretEraser {
        SecretEraser { store, lock_folder: self.lock_folder(), lock_time: LOCK_TIME }
    }

    /// Returns a client that sends no token, tries once and remembers nothing, for a look at the way to the server.
    /// `patience` cuts the time that the settings give.
    pub async fn plain_client(&self, patience: Duration) -> Result<Client, Failure> {
        let Target { server, .. } = self.target().await?;
        let http = self.recorded(&server, patience);
        Ok(Client::new(server, Arc::new(http), self.clock.clone()))
    }

    /// Returns a client with the tokens of this invocation that measures the parts of each request: one at a time, each
    /// with a connection of its own, and without another try.
    ///
    /// # Errors
    /// As [`Context::client`].
    pub async fn measuring_client(&self) -> Result<Client, Failure> {
        let Remote { client, session } = self.remote().await?;
        let server = client.server().clone();
        let timer = Some(ConnectionTimer::new(self.clock.clone()));
        let transport = Bearer::new(self.recorded_with(&server, Duration::MAX, timer), Arc::clone(session));
        Ok(Client::new(server, Arc::new(transport), self.clock.clone()))
    }

    /// Returns the transport that records every exchange.
    fn recorded(&self, server: &ServerUrl, patience: Duration) -> Record<Redact<HttpTransport>> {
        self.recorded_with(server, patience, None)
    }

    fn recorded_with(
        &self,
        server: &ServerUrl,
        patience: Duration,
        timer: Option<ConnectionTimer>,
    ) -> Record<Redact<HttpTransport>> {
        let total_time = self.settings.duration("timeout").min(patience);
        let network = self.network();
        let http = HttpTransport::new(
            server.clone(),
            HttpOptions {
                connect_time: network.connect_time,
                read_time: total_time,
                total_time,
                tls: network.tls,
                proxies: network.proxies,
                timer,
                ..HttpOptions::default()
            },
        );
        let journal = Some(self).filter(|_| self.settings.is_on("journal")).and_then(|ctx| ctx.journal().ok().cloned());
        let observer = Arc::new(Observer { journal, term: self.term.clone(), statuses: Arc::clone(&self.statuses) });
        Record::new(Redact::new(http), observer, self.clock.clone(), server.base())
    }

    /// Returns the layers below the token, innermost last.
    fn transport(&self, server: &ServerUrl) -> Arc<dyn Transport> {
        let recorded = self.recorded(server, Duration::MAX);
        let policy = RetryPolicy { attempts: self.settings.count("retries") + 1, ..RetryPolicy::default() };
        let term = self.term.clone();
        let patient = Retry::new(recorded, policy, self.clock.clone())
            .observed(Arc::new(move |waiting: &Waiting| term.status(explain(waiting))));
        Arc::new(CircuitBreaker::new(patient, BreakerPolicy::default(), self.clock.clone()))
    }

    /// Returns the settings for every connection that this invocation opens.
    pub fn network(&self) -> NetworkOptions {
        let (settings, env) = (&self.settings, &self.env);
        let client_certificate = settings.path("client_certificate", env).zip(settings.path("client_key", env));
        NetworkOptions {
            connect_time: settings.duration("connect_timeout"),
            tls: TlsOptions { ca_file: settings.path("ca_file", env), client_certificate },
            proxies: self.proxies(),
            timer: None,
        }
    }

    /// Returns the time that a webhook handler has: the platform's, or less where `timeout` is less.
    pub fn handling_time(&self, most: Duration) -> Duration {
        self.settings.duration("timeout").min(most)
    }

    /// Returns the proxies that are used for a server that is not on this machine.
    pub fn proxies(&self) -> Proxies {
        let either = |upper: &str, lower: &str| self.env.text(upper).or_else(|| self.env.text(lower)).map(String::from);
        match self.settings.maybe("proxy") {
            Some(proxy) => Proxies { all: Some(proxy.into()), ..Proxies::default() },
            None => Proxies {
                https: either("HTTPS_PROXY", "https_proxy"),
                all: either("ALL_PROXY", "all_proxy"),
                none: either("NO_PROXY", "no_proxy"),
            },
        }
    }

    fn mapped(&self) -> Result<BTreeMap<Operation, Endpoint>, Failure> {
        let mut mapped = BTreeMap::new();
        for (name, text) in &self.settings.endpoints {
            let operation = Operation::by_name(name).ok_or_else(|| {
                Failure::usage(format!(
                    "profile `{}` maps `{name}`, which is not an operation",
                    self.settings.profile()
                ))
                .hint(format!("`makini api endpoints remove {}` takes it out of the profile", shell_words::quote(name)))
            })?;
            let unusable = || format!("profile `{}` maps `{name}` to `{text}`", self.settings.profile());
            let endpoint = Endpoint::parse(text)
                .ok_or_else(|| Failure::usage(unusable()).hint("write it as `POST /v1/connections/{id}/syncs`"))?;
            operation.check(&endpoint).map_err(|why| Failure::usage(why).during(unusable()))?;
            mapped.insert(operation, endpoint);
        }
        Ok(mapped)
    }
}

/// The server to call, and what comes with it.
struct Target {
    server: ServerUrl,
    /// A token that is ready to be used.
    ready: Option<Secret>,
    /// The application's ID and secret, where they are public: a sandbox's.
    application: Option<(String, Secret)>,
    /// The time at the server, if its clock is not this machine's.
    now: Option<Timestamp>,
}

/// A single token, used for every call.
struct FixedToken(Secret);

impl TokenSource for FixedToken {
    fn token<'a>(&'a self, _: &'a Scope) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
        Box::pin(std::future::ready(Ok(Some(self.0.clone()))))
    }

    fn renew<'a>(&'a self, _: &'a Scope, _: &'a Secret) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
        Box::pin(std::future::ready(Ok(None)))
    }
}

fn explain(waiting: &Waiting) -> String {
    let why = match &waiting.reason {
        WaitReason::RateLimited => "the rate limit is reached".to_owned(),
        WaitReason::Status(status) => format!("the server answered {status}"),
        WaitReason::Network(what) => format!("no answer ({what})"),
    };
    let Waiting { attempt, attempts, time, .. } = waiting;
    format!("{why}; trying again in {} (attempt {attempt} of {attempts})", view::span(*time))
}

/// Records every exchange in the journal, and logs it with `-vv`.
struct Observer {
    journal: Option<Arc<Journal>>,
    term: Term,
    statuses: Arc<StatusCounts>,
}

impl Recorder for Observer {
    fn record(&self, exchange: &Exchange) {
        self.statuses.add(exchange.status);
        if let Some(journal) = &self.journal {
            journal.record_grouped(exchange);
        }
        self.term.verbose(2, || {
            let status = exchange.status.map_or_else(|| "no answer".into(), |status| status.to_string());
            let id = exchange.request_id.as_deref().unwrap_or("no request ID");
            let Exchange { method, template, .. } = exchange;
            let server = exchange.server_time.map(|time| format!(", of that the server {}", view::span(time)));
            let server =
                if exchange.timing().is_impossible() { format!("; {IMPOSSIBLE}") } else { server.unwrap_or_default() };
            format!("{method} {template}: {status} in {} ({id}){server}", view::span(exchange.elapsed))
        });
    }
}
