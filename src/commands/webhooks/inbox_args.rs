//! The arguments that choose an inbox.

use std::net::SocketAddr;
use std::time::Duration;

use clap::{Args, ValueHint};
use tokio::net::TcpStream;

use crate::args::inbox_place;
use crate::blocking;
use crate::context::Context;
use crate::failure::Failure;
use crate::inbox::owner::host;
use crate::inbox::query::{ActiveReceiver, Store};
use crate::inbox::{self, Place, lock};
use crate::serve::exposure;
use crate::shell::{operand, option};
use crate::term::Line;
use crate::term::sanitize::clean;

/// What is said of an inbox without events, whichever were asked for.
pub(super) const NO_EVENTS: &str = "The inbox is empty.";

/// How long connecting to a receiver on this machine may take.
const PATIENCE: Duration = Duration::from_secs(1);

/// Which inbox.
#[derive(Args, Clone, Debug)]
pub(super) struct InboxArgs {
    /// Inbox: a file, or `postgres://USER@HOST/DATABASE`
    ///
    /// Default: the setting `inbox`, else a file in the data folder. The password of a database is read from
    /// `PGPASSWORD`, or from the file that the setting `inbox_password_file` names. Its user has to own the tables to receive
    /// or to prune.
    #[arg(long, value_name = "INBOX", value_hint = ValueHint::AnyPath, hide_short_help = true)]
    inbox: Option<String>,
}

impl InboxArgs {
    /// Returns those of a command that takes none: the inbox is that of the settings.
    pub(super) const fn of_settings() -> Self {
        Self { inbox: None }
    }

    /// Returns the option that names the same inbox from another folder, if one was given.
    pub(super) fn option(&self) -> Option<String> {
        let inbox = self.inbox.as_deref()?;
        let is_server = inbox.contains("://");
        let path = std::path::absolute(inbox).ok().filter(|_| !is_server).map(|path| path.display().to_string());
        Some(option("--inbox", path.as_deref().unwrap_or(inbox)))
    }

    /// Returns where it is.
    ///
    /// # Errors
    /// None is named, and there is no folder for one.
    pub(super) fn place(&self, ctx: &Context) -> Result<Place, Failure> {
        inbox_place::place(ctx, self.inbox.as_deref())
    }

    /// Returns the receiver recorded in the owner file, running or not.
    pub(super) fn owner(&self, ctx: &Context) -> Option<lock::Owner> {
        lock::owner(self.place(ctx).ok()?.file()?).filter(|owner| !owner.copies)
    }

    /// Returns the address of a receiver that runs on it now, on this machine. An owner file that a crash left behind is
    /// ignored.
    pub(super) async fn listening(&self, ctx: &Context) -> Option<SocketAddr> {
        let address = match self.owner(ctx) {
            Some(owner) => owner.address,
            None => self.others(ctx).await.into_iter().filter(|one| one.host == host()).find_map(|one| one.address),
        };
        let address = exposure::from_here(address?.parse().ok()?);
        let connected = tokio::time::timeout(PATIENCE, TcpStream::connect(address)).await;
        matches!(connected, Ok(Ok(_))).then_some(address)
    }

    /// Returns whether a receiver runs on it now, here or, of an inbox on a server, elsewhere.
    pub(super) async fn is_served(&self, ctx: &Context) -> bool {
        self.listening(ctx).await.is_some() || !self.others(ctx).await.is_empty()
    }

    /// Returns the receivers of the inbox. Of one in a file the owner file names the only one, and it counts if it answers.
    pub(super) async fn receivers(&self, ctx: &Context) -> Result<Vec<ActiveReceiver>, Failure> {
        let place = self.place(ctx)?;
        let (Some(path), Some(address)) = (place.file(), self.listening(ctx).await) else {
            return match place.file() {
                Some(_) => Ok(Vec::new()),
                None => self.read(ctx, Store::receivers).await,
            };
        };
        let Some(owner) = lock::owner(path) else { return Ok(Vec::new()) };
        let now = ctx.clock.now();
        let (lanes, oldest) = self.read(ctx, |store| Ok((store.pending_connections()?, store.backlog()?.1))).await?;
        Ok(vec![ActiveReceiver {
            id: None,
            host: host(),
            pid: owner.pid.into(),
            address: Some(address.to_string()),
            version: None,
            started_at: owner.started_at,
            seen_at: None,
            alive: true,
            lanes,
            stored: None,
            stored_per_second: None,
            lag_seconds: oldest.map(|at| u64::try_from(now.duration_since(at).as_secs()).unwrap_or(0)),
            late_marks: 0,
        }])
    }

    /// Warns of an inbox that is a copy and does not hold all of it yet. Where that cannot be read, the command itself says why.
    pub(super) async fn warn_of_copy(&self, ctx: &Context) {
        let Ok(place) = self.place(ctx) else { return };
        if let Ok(Some(source)) = self.read(ctx, Store::unfinished_copy_of).await {
            let places = shell_words::join([source.as_str(), &place.to_string()]);
            let goes_on = format!("`makini webhooks inbox copy {places}` goes on");
            let text = format!("this is a copy of {source} that is not finished: {goes_on}");
            ctx.term.warn(Line::new().commands(&clean(&text)));
        }
    }

    /// Notes what is paused, with the command that resumes it. Where that cannot be read, the command itself has said why.
    pub(super) async fn note_pauses(&self, ctx: &Context) {
        for pause in self.read(ctx, Store::pauses).await.unwrap_or_default() {
            let since = pause.since.strftime("%Y-%m-%d %H:%M:%SZ");
            let (what, resume) = match (&pause.connection, &pause.handler) {
                (Some(id), _) => {
                    let id = operand(id);
                    (format!("connection {id}"), format!("`makini webhooks resume --connection {id}`"))
                }
                (None, Some(address)) => {
                    let address = operand(address);
                    (format!("handler {address}"), format!("`makini webhooks resume --handler {address}`"))
                }
                (None, None) => continue,
            };
            ctx.term.note(Line::new().commands(&format!("paused since {since}: {}; {resume}", clean(&what))));
        }
    }

    /// Returns the receivers of an inbox on a server that run now.
    async fn others(&self, ctx: &Context) -> Vec<ActiveReceiver> {
        let mut found = self.read(ctx, Store::receivers).await.unwrap_or_default();
        found.retain(|receiver| receiver.alive);
        found
    }

    /// Reads the inbox on a thread where waiting for the disk blocks nothing else.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        ctx: &Context,
        query: impl FnOnce(&Store) -> Result<T, inbox::Error> + Send + 'static,
    ) -> Result<T, Failure> {
        let place = self.place(ctx)?;
        Ok(blocking::run(move || query(&Store::open_read_only(&place)?)).await?)
    }

    /// Changes the inbox, a receiver running or not.
    pub(super) async fn change<T: Send + 'static>(
        &self,
        ctx: &Context,
        change: impl FnOnce(&Store) -> Result<T, inbox::Error> + Send + 'static,
    ) -> Result<T, Failure> {
        let place = self.place(ctx)?;
        Ok(blocking::run(move || change(&Store::open(&place)?)).await?)
    }
}
