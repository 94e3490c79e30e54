//! The answer of `makini connect`.

use serde::Serialize;

use super::show::remedy;
use crate::api::connections::Lifecycle;
use crate::connections::first_sync::{FirstSync, WatchResult};
use crate::connections::token::StoredToken;
use crate::exit::Exit;
use crate::term::Line;
use crate::view::connections::Row;
use crate::view::{Cell, Page, View, count};

/// A connection that was just made.
#[derive(Serialize)]
pub(crate) struct Connected {
    /// The connection as it is now.
    pub(crate) connection: Row,
    /// Where its token is.
    pub(crate) token: StoredToken,
    /// Its first sync, if it was waited for.
    pub(crate) sync: Option<FirstSync>,
    /// The exit code that a shutdown asked for.
    #[serde(skip)]
    pub(crate) stopped: Option<Exit>,
}

impl View for Connected {
    const SCHEMA: &'static str = "connect/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let card = self
            .connection
            .card(&look)
            .opt("Token", self.token.store.as_deref().map(|store| Cell::good(format!("in {store}"))))
            .opt(
                "Token ends",
                self.token
                    .expires_at
                    .filter(|_| self.connection.token_expires_at.is_none())
                    .map(|at| Cell::text(look.when_and_ago(at))),
            )
            .opt(
                "Records",
                self.sync
                    .as_ref()
                    .and_then(|sync| sync.records)
                    .filter(|read| *read > 0)
                    .map(|read| Cell::text(count(read))),
            );
        page.card(&card);
        let id = shell_words::quote(&self.connection.id);
        let next = match self.sync.as_ref().map(|sync| sync.result) {
            Some(WatchResult::Completed) => return,
            Some(WatchResult::Interrupted) => format!(
                "You stopped watching: the connection is there and its first sync goes on. `makini sync watch {id}` \
                 watches it again."
            ),
            Some(WatchResult::Pending) => {
                format!("The first sync still runs. `makini sync watch {id}` watches it again.")
            }
            Some(WatchResult::Failed | WatchResult::Cancelled) => {
                let error = self.sync.as_ref().and_then(|sync| sync.error.as_ref());
                match error.and_then(|error| error.request_id.as_deref()) {
                    Some(request) => format!(
                        "The first sync failed. `makini requests show {}` says more; `makini sync start {id}` tries again.",
                        shell_words::quote(request)
                    ),
                    None => format!("The first sync failed. `makini sync start {id}` tries again."),
                }
            }
            None if Lifecycle::parse(&self.connection.status) == Lifecycle::Inactive => {
                remedy(&self.connection).unwrap_or_default()
            }
            None => format!("`makini sync watch {id}` watches the first sync."),
        };
        page.blank();
        page.line(Line::new().commands(&next));
    }

    fn exit(&self) -> Exit {
        match &self.sync {
            Some(sync) => sync.result.exit(self.stopped),
            // It exists, and it does nothing.
            None if Lifecycle::parse(&self.connection.status) == Lifecycle::Inactive => Exit::Unhealthy,
            None => Exit::Ok,
        }
    }
}
