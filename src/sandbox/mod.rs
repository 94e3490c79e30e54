//! The platform in a box: its published API, what it does beyond it, and everything it does over time.
//!
//! State is in SQLite and nowhere else, so several processes may share one file, and a process that starts finds what
//! the last one left. Whatever takes time is a fact in the database and a point in time; `settle` does what is due
//! before each request. It serves the loopback only, unless it is asked twice, takes no token but its own, and marks
//! each answer.

mod alerts;
mod calls;
mod catalogue;
mod condition;
mod deliver;
mod entities;
mod error;
mod events;
mod faults;
mod flows;
mod frame;
mod guard;
mod health;
mod hosts;
mod ids;
pub mod owner;
mod page;
mod pattern;
mod routes;
mod scenario;
mod seed;
mod settle;
mod snapshot;
mod source;
mod state;
mod store;
mod syncing;
mod trace;
mod vault;
mod walk;

use std::future::Future;
use std::io;
use std::time::Duration;

use axum::{Extension, Router};
use jiff::Timestamp;
use thiserror::Error;
use tokio::net::TcpListener;

use self::hosts::Hosts;
use crate::exit::Exit;
use crate::failure::Classify;
use crate::secret::Secret;
use crate::serve::{self, Limits};
use crate::sqlite::OpenError;

pub use scenario::{Failed, Kind as LineKind, Line, Report, Scenario, ScenarioError};
pub use seed::Seed;
pub use snapshot::{pack, unpack};
pub use state::{Options, Start};
pub use vault::key_file;

/// ID of the one application there is.
pub const CLIENT_ID: &str = "mk_test_client_sandbox";
/// Name of that application.
pub const CLIENT_NAME: &str = "Sandbox application";
/// The most that [`Options::scale`] may be.
pub const MOST_SCALE: u64 = entities::settings::MOST_SCALE;
/// Credits of the account.
pub const CREDITS: u64 = 60;

/// Returns the secret of the one application. It opens nothing but sandboxes, so it is no secret at all.
pub fn client_secret() -> Secret {
    Secret::new("mk_test_secret_sandbox")
}

/// Why a sandbox could not do something outside of a request.
#[derive(Debug, Error)]
pub enum SandboxError {
    /// The database cannot be used; the text says why, as far as SQLite has a word for it.
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

/// A sandbox, open.
#[derive(Clone, Debug)]
pub struct Sandbox(state::App);

impl Sandbox {
    /// Opens the state, making it if there is none.
    ///
    /// # Errors
    /// When the file is damaged, from a newer version, or the disk refuses.
    pub fn open(options: Options) -> Result<Self, OpenError> {
        state::App::open(options).map(Self)
    }

    /// Returns the whole platform as a router, to be served or asked in process.
    pub fn router(&self) -> Router {
        routes::router(self.0.clone())
    }

    /// Serves until `stop` is ready, and delivers webhooks meanwhile.
    ///
    /// # Errors
    /// When the listener is not on the loopback, or fails for good.
    pub async fn serve(&self, listener: TcpListener, stop: impl Future<Output = ()> + Send) -> io::Result<()> {
        if !listener.local_addr()?.ip().is_loopback() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the sandbox serves the loopback only"));
        }
        self.run(listener, self.router(), stop).await
    }

    /// Serves as [`Sandbox::serve`] does, and whoever else reaches the listener: any address of this machine with its
    /// port, and these names. Everybody knows the client's secret, so all of them can use it.
    ///
    /// # Errors
    /// When the listener fails for good.
    pub async fn serve_beyond_loopback(
        &self,
        listener: TcpListener,
        names: &[String],
        stop: impl Future<Output = ()> + Send,
    ) -> io::Result<()> {
        let hosts = Hosts::beyond_loopback(listener.local_addr()?.port(), names.iter().map(String::as_str));
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
                // What cannot be delivered now is due again later; a database that fails shows at the next request.
                let wait = deliver::round(&app).await.unwrap_or(Duration::from_secs(1));
                tokio::time::sleep(wait).await;
            }
        });
        let served = serve::serve(listener, router, Limits::default(), stop).await;
        worker.abort();
        served
    }

    /// Delivers the webhooks that are due, once, and returns how many were tried.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn deliver_due(&self) -> Result<usize, SandboxError> {
        Ok(deliver::due(&self.0).await?)
    }

    /// Issues a token of the application.
    ///
    /// # Errors
    /// When the database fails.
    pub fn admin_token(&self) -> Result<Secret, SandboxError> {
        let now = state::millis(self.0.now());
        let pair = self.0.write(|tx| store::token::issue(tx, &store::token::Owner::Application, now))?;
        Ok(pair.access)
    }

    /// Returns what proves to it that a request comes from whoever opened it.
    pub fn owner_proof(&self) -> Secret {
        self.0.owner_proof().clone()
    }

    /// Returns what its clock shows.
    pub fn now(&self) -> Timestamp {
        self.0.now()
    }

    /// Returns how many times as fast as the machine's its clock goes.
    pub fn time_scale(&self) -> f64 {
        self.0.reading().scale
    }

    /// Returns the seed of the state: what was asked for, unless it had connections already.
    pub fn seed(&self) -> u64 {
        self.0.options().seed
    }

    /// Applies a seed file, all of it or nothing, where nothing was done yet. Returns whether that was so.
    ///
    /// # Errors
    /// When something in the file cannot be had, or the database fails.
    pub fn sow(&self, seed: &Seed) -> Result<bool, SandboxError> {
        if !self.0.read(seed::is_untouched)? {
            return Ok(false);
        }
        seed::apply(&self.0, seed)?;
        Ok(true)
    }

    /// Starts over: an empty account, every token dead.
    ///
    /// # Errors
    /// When the database fails.
    pub fn reset(&self) -> Result<(), SandboxError> {
        Ok(self.0.restart()?)
    }
}
