//! Finds out about one connection, with as few questions as the budgets need.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use crate::api::connections::{Connection, Lifecycle};
use crate::api::metrics::MetricGroup;
use crate::api::operation::Operation;
use crate::client::call::{MetricsQuery, SyncView};
use crate::client::{Client, Scope};
use crate::context::Context;
use crate::failure::Failure;
use crate::health::{Asked, Probe, Snapshot, Token, Trouble};
use crate::journal::{Filter, GroupBy};
use crate::session::Session;
use crate::term::progress::Bar;

/// The figures of all connections: one question, not one for each.
pub(super) enum Figures {
    /// No budget asks for them.
    No,
    /// By connection. One that is not there was not asked anything.
    Known(HashMap<String, MetricGroup>),
    /// They were asked for in vain.
    InVain(Trouble),
}

impl Figures {
    /// Asks the server where it offers to tell, else the journal.
    pub(super) async fn ask(ctx: &Context, client: &Client, window: Duration, only: Option<&str>) -> Self {
        match Self::asked(ctx, client, window, only).await {
            Ok(groups) => {
                let groups = groups.into_iter().filter_map(|group| Some((group.connection_id.clone()?, group)));
                Self::Known(groups.collect())
            }
            Err(failure) => Self::InVain(Trouble::from(&failure)),
        }
    }

    async fn asked(
        ctx: &Context,
        client: &Client,
        window: Duration,
        only: Option<&str>,
    ) -> Result<Vec<MetricGroup>, Failure> {
        let since = client.now().checked_sub(window).ok();
        if client.operation(Operation::MetricsQuery).await?.is_some() {
            let query = MetricsQuery {
                from: since.map(|since| since.to_string()),
                connection_id: only.map(str::to_owned),
                group_by: Some("connection".into()),
                ..MetricsQuery::default()
            };
            return Ok(client.metrics(&query).await?.groups);
        }
        let filter = Filter {
            profile: Some(ctx.settings.profile().to_owned()),
            connection: only.map(str::to_owned),
            since,
            ..Filter::default()
        };
        let found = ctx.journal().summarise(&filter, GroupBy { connection: true, ..GroupBy::default() })?;
        Ok(found.groups.into_iter().map(MetricGroup::from).collect())
    }

    fn of(&self, connection: &str) -> Asked<MetricGroup> {
        match self {
            Self::No => Asked::No,
            Self::InVain(trouble) => Asked::InVain(trouble.clone()),
            Self::Known(groups) => {
                let none = || MetricGroup { requests: Some(0), ..MetricGroup::default() };
                Asked::Answer(groups.get(connection).cloned().unwrap_or_else(none))
            }
        }
    }
}

/// Asks the server, and the secret store for when tokens end.
pub(super) struct Asker {
    client: Client,
    session: Arc<Session>,
    figures: Figures,
    asks_store: bool,
    bar: Bar,
}

impl Asker {
    pub(super) fn new(client: Client, session: Arc<Session>, figures: Figures, bar: Bar) -> Self {
        Self { client, session, figures, asks_store: true, bar }
    }

    /// Decides whether the secret store is asked for the tokens of connections: not where the application's own token
    /// came ready-made and nobody set a budget, since then nothing else would open a keyring.
    pub(super) async fn asks_store(mut self, has_budget: bool) -> Self {
        let state = self.session.state(&Scope::Application).await;
        let uses_none = state.is_ok_and(|state| state.is_some_and(|state| !state.uses_store()));
        self.asks_store = has_budget || !uses_none;
        self
    }

    async fn snapshot(&self, row: Connection) -> Result<Snapshot, Failure> {
        // The row may be minutes old in a large account; the server that has more to say is asked again.
        let row = if self.client.operation(Operation::ConnectionGet).await?.is_some() {
            self.client.connection(row.id()).await?.unwrap_or(row)
        } else {
            row
        };
        let mut snapshot = Snapshot::of(row);
        if matches!(snapshot.connection.lifecycle(), Lifecycle::Disconnected | Lifecycle::Pending) {
            return Ok(snapshot);
        }
        let id = snapshot.connection.id().to_owned();
        let is_advertised = self.client.operation(Operation::SyncStatus).await?.is_some();
        match self.client.sync_status(&id).await {
            Ok(SyncView::Advertised(status)) => snapshot.sync = Asked::Answer(*status),
            Ok(SyncView::Integration(integration)) => snapshot.integration = Asked::Answer(*integration),
            Err(error) if is_advertised => snapshot.sync = Asked::InVain(Trouble::from(&Failure::from(error))),
            Err(error) => snapshot.integration = Asked::InVain(Trouble::from(&Failure::from(error))),
        }
        snapshot.metrics = self.figures.of(&id);
        snapshot.token = self.token(id).await;
        Ok(snapshot)
    }

    async fn token(&self, id: String) -> Asked<Token> {
        if !self.asks_store {
            return Asked::No;
        }
        match self.session.state(&Scope::Connection(id)).await {
            Ok(Some(state)) => state
                .expires_at
                .map(|end| Token { expires_at: self.client.there(end), renews_itself: state.renewable })
                .map_or(Asked::No, Asked::Answer),
            Ok(None) => Asked::No,
            Err(error) => Asked::InVain(Trouble::from(&Failure::from(error))),
        }
    }
}

impl Probe for Asker {
    async fn probe(&self, connection: Connection) -> Result<Snapshot, Trouble> {
        let snapshot = self.snapshot(connection).await;
        self.bar.inc(1);
        snapshot.map_err(|failure| Trouble::from(&failure))
    }
}
