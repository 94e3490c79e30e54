//! Queries the platform and the secret store about one connection, with as few calls as the budgets need.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use super::{Probe, ProbeError, Query, Snapshot, Token};
use crate::api::connections::{Connection, Lifecycle};
use crate::api::metrics::MetricGroup;
use crate::api::operation::Operation;
use crate::client::call::{MetricsQuery, SyncView};
use crate::client::{Client, Scope};
use crate::failure::Failure;
use crate::journal::{Filter, GroupBy, Journal};
use crate::session::Session;

/// The metrics of all connections, from one query and not one for each.
pub enum Metrics {
    /// No budget needs them.
    Skipped,
    /// By the connection's ID. A connection that is missing made no requests.
    Known(HashMap<String, MetricGroup>),
    /// The query failed.
    Failed(ProbeError),
}

impl Metrics {
    /// Reads the metrics of the last `window` from the server where it offers them, else from the journal of this
    /// machine, where `profile` made the requests. With `only`, of that connection alone.
    pub async fn query(
        client: &Client,
        (journal, profile): (&Journal, &str),
        window: Duration,
        only: Option<&str>,
    ) -> Self {
        match Self::groups(client, (journal, profile), window, only).await {
            Ok(groups) => {
                let groups = groups.into_iter().filter_map(|group| Some((group.connection_id.clone()?, group)));
                Self::Known(groups.collect())
            }
            Err(failure) => Self::Failed(ProbeError::from(&failure)),
        }
    }

    async fn groups(
        client: &Client,
        (journal, profile): (&Journal, &str),
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
            profile: Some(profile.to_owned()),
            connection: only.map(str::to_owned),
            since,
            ..Filter::default()
        };
        let found = journal.summarise(&filter, GroupBy { connection: true, ..GroupBy::default() })?;
        Ok(found.groups.into_iter().map(MetricGroup::from).collect())
    }

    fn of(&self, connection: &str) -> Query<MetricGroup> {
        match self {
            Self::Skipped => Query::Skipped,
            Self::Failed(error) => Query::Failed(error.clone()),
            Self::Known(groups) => {
                let none = || MetricGroup { requests: Some(0), ..MetricGroup::default() };
                Query::Answer(groups.get(connection).cloned().unwrap_or_else(none))
            }
        }
    }
}

/// Queries the server, and the secret store for the expiry of tokens.
pub struct LiveProbe {
    client: Client,
    session: Arc<Session>,
    metrics: Metrics,
    reads_store: bool,
    /// Called after each connection.
    done: Box<dyn Fn() + Send + Sync>,
}

impl LiveProbe {
    /// Builds a probe. It reads the tokens of connections from the secret store, except where the application's own
    /// token came from the environment and no budget is set for them (`has_token_budget`): nothing else would open a
    /// keyring then.
    pub async fn new(
        client: Client,
        session: Arc<Session>,
        metrics: Metrics,
        has_token_budget: bool,
        done: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let reads_store = has_token_budget || !session.signs_in_without_store().await;
        Self { client, session, metrics, reads_store, done: Box::new(done) }
    }

    async fn snapshot(&self, row: Connection) -> Result<Snapshot, Failure> {
        // The row may be minutes old in a large account; a server that offers the single row is queried again.
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
            Ok(SyncView::Advertised(status)) => snapshot.sync = Query::Answer(*status),
            Ok(SyncView::Integration(integration)) => snapshot.integration = Query::Answer(*integration),
            Err(error) if is_advertised => snapshot.sync = Query::Failed(ProbeError::from(&Failure::from(error))),
            Err(error) => snapshot.integration = Query::Failed(ProbeError::from(&Failure::from(error))),
        }
        snapshot.metrics = self.metrics.of(&id);
        snapshot.token = self.token(id).await;
        Ok(snapshot)
    }

    async fn token(&self, id: String) -> Query<Token> {
        if !self.reads_store {
            return Query::Skipped;
        }
        match self.session.state(&Scope::Connection(id)).await {
            Ok(Some(state)) => state
                .expires_at
                .map(|end| Token { expires_at: self.client.there(end), renews_itself: state.renewable })
                .map_or(Query::Skipped, Query::Answer),
            Ok(None) => Query::Skipped,
            Err(error) => Query::Failed(ProbeError::from(&Failure::from(error))),
        }
    }
}

impl Probe for LiveProbe {
    async fn probe(&self, connection: Connection) -> Result<Snapshot, ProbeError> {
        let snapshot = self.snapshot(connection).await;
        (self.done)();
        snapshot.map_err(|failure| ProbeError::from(&failure))
    }
}
