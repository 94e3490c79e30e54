//! A sandbox as others use it: opened, served, and controlled in process.

use std::future::Future;
use std::io;
use std::time::Duration;

use axum::{Extension, Router};
use jiff::Timestamp;
use thiserror::Error;
use tokio::net::TcpListener;

use super::allowed_hosts::AllowedHosts;
use super::options::Options;
use super::seed::file::Seed;
use super::state::App;
use super::store::token;
use super::time::millis;
use super::{delivery, error, routes, seed};
use crate::exit::Exit;
use crate::failure::Classify;
use crate::secret::Secret;
use crate::serve::{self, Limits};
use crate::sqlite::OpenError;

/// Failure of a sandbox outside of a request.
#[derive(Debug, Error)]
pub enum SandboxError {
    /// The database cannot be used; the text has SQLite's reason, if there is one.
    #[error("{0}")]
    Database(String),
}

impl Classify for SandboxError {
    fn exit(&self) -> Exit {
        Exit::Local
    }
}

impl From<error::Error> for SandboxError {
    fn from(error: error::Error) -> Self {
        Self::Database(error.message)
    }
}

/// An open sandbox; cheap to clone.
#[derive(Clone, Debug)]
pub struct Sandbox(pub(super) App);

impl Sandbox {
    /// Opens the state and creates it if there is none.
    ///
    /// # Errors
    /// When the file is damaged, written by a newer version, or cannot be read or written.
    pub fn open(options: Options) -> Result<Self, OpenError> {
        App::open(options).map(Self)
    }

    /// Returns all routes of the platform, to be served or called in process.
    pub fn router(&self) -> Router {
        routes::router(self.0.clone())
    }

    /// Serves until `stop` is ready, and delivers webhooks in the background.
    ///
    /// # Errors
    /// When the listener is not on the loopback, or fails permanently.
    pub async fn serve(&self, listener: TcpListener, stop: impl Future<Output = ()> + Send) -> io::Result<()> {
        if !listener.local_addr()?.ip().is_loopback() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the sandbox serves the loopback only"));
        }
        self.run(listener, self.router(), stop).await
    }

    /// Serves as [`Sandbox::serve`] does, but to every client that reaches the listener: under any address with its
    /// port, and under these names. The client secret is public, so every such client has full access.
    ///
    /// # Errors
    /// When the listener fails permanently.
    pub async fn serve_beyond_loopback(
        &self,
        listener: TcpListener,
        names: &[String],
        stop: impl Future<Output = ()> + Send,
    ) -> io::Result<()> {
        let hosts = AllowedHosts::beyond_loopback(listener.local_addr()?.port(), names.iter().map(String::as_str));
        self.run(listener, self.router().layer(Extension(hosts)), stop).await
    }

    async fn run(
        &self,
        listener: TcpListener,
        router: Router,
        stop: impl Future<Output = ()> + Send,
    ) -> io::Result<()> {
        let app = self.0.clone();
        let worker = tokio::spawn(async move {
            loop {
                // Failed deliveries are retried later; a database failure shows at the next request.
                let wait = delivery::run_once(&app).await.unwrap_or(Duration::from_secs(1));
                tokio::time::sleep(wait).await;
            }
        });
        let served = serve::serve(listener, router, Limits::default(), stop).await;
        worker.abort();
        served
    }

    /// Delivers the webhooks that are due and returns the number of attempts.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn deliver_due(&self) -> Result<usize, SandboxError> {
        Ok(delivery::deliver_due(&self.0).await?)
    }

    /// Issues an access token of the application.
    ///
    /// # Errors
    /// When the database fails.
    pub fn admin_token(&self) -> Result<Secret, SandboxError> {
        let now = millis(self.0.now());
        let pair = self.0.write(|tx| token::issue(tx, &token::Owner::Application, now))?;
        Ok(pair.access)
    }

    /// Returns the secret that proves that a request comes from the process that opened the sandbox.
    pub fn owner_proof(&self) -> Secret {
        self.0.owner_proof().clone()
    }

    /// Returns the simulated time.
    pub fn now(&self) -> Timestamp {
        self.0.now()
    }

    /// Returns the speed of the simulated clock: 2 is twice as fast as the machine's.
    pub fn time_scale(&self) -> f64 {
        self.0.reading().scale
    }

    /// Returns the seed of the state: the requested one, unless the state already had connections.
    pub fn seed(&self) -> u64 {
        self.0.options().seed
    }

    /// Applies a seed file in one transaction if the state is untouched. Returns whether it was.
    ///
    /// # Errors
    /// When the file asks for something impossible, or the database fails.
    pub fn apply_seed(&self, seed: &Seed) -> Result<bool, SandboxError> {
        if !self.0.read(seed::apply::is_untouched)? {
            return Ok(false);
        }
        seed::apply::apply(&self.0, seed)?;
        Ok(true)
    }

    /// Empties the account and invalidates every token.
    ///
    /// # Errors
    /// When the database fails.
    pub fn reset(&self) -> Result<(), SandboxError> {
        Ok(self.0.restart()?)
    }
}
