//! Queries the platform and the secret store about one connection, with as few calls as the budgets need.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use super::budget::Policy;
use super::check::Rule;
use super::checks::is_settled;
use super::regression::Trends;
use super::runner::Probe;
use super::snapshot::{Evidence, ProbeError, Query, Sampled, Snapshot, Token};
use crate::api::connections::{Connection, Lifecycle};
use crate::api::metrics::MetricGroup;
use crate::api::operation::Operation;
use crate::api::requests::RequestKind;
use crate::client::call::{MetricsQuery, SyncView};
use crate::client::{Client, Scope};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::{Filter, GroupBy, Journal};
use crate::session::Session;

/// The figures of each connection by its ID: of all requests that count, and of the calls alone.
type ByConnection = HashMap<String, (MetricGroup, MetricGroup)>;

/// The metrics of all connections, from two queries and not one for each.
pub enum Metrics {
    /// No budget needs them.
    Skipped,
    /// By the connection's ID. A connection that is missing made no requests.
    Known(Evidence, ByConnection),
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
        Self::read(client, (journal, profile), window, only)
            .await
            .unwrap_or_else(|failure| Self::Failed(ProbeError::from(&failure)))
    }

    async fn read(
        client: &Client,
        (journal, profile): (&Journal, &str),
        window: Duration,
        only: Option<&str>,
    ) -> Result<Self, Failure> {
        let to = client.now();
        let from = to.checked_sub(window).unwrap_or(Timestamp::MIN);
        let is_offered = client.offered(Operation::MetricsQuery).await?.is_some();
        let mut known = ByConnection::new();
        for (kind, is_all) in [(None, true), (Some(RequestKind::Api), false)] {
            let groups = if is_offered {
                Self::of_server(client, from, only, kind).await?
            } else {
                Self::of_journal(journal, profile, from, only, kind)?
            };
            for group in groups {
                let Some(id) = group.connection_id.clone() else { continue };
                let (all, calls) = known.entry(id).or_insert_with(|| (MetricGroup::none(), MetricGroup::none()));
                *(if is_all { all } else { calls }) = group;
            }
        }
        let source = if is_offered { "server" } else { "journal of this machine" };
        let evidence = Evidence { source, from: Some(from.to_string()), to: Some(to.to_string()) };
        Ok(Self::Known(evidence, known))
    }

    async fn of_server(
        client: &Client,
        from: Timestamp,
        only: Option<&str>,
        kind: Option<RequestKind>,
    ) -> Result<Vec<MetricGroup>, Failure> {
        let query = MetricsQuery {
            from: Some(from.to_string()),
            connection_id: only.map(str::to_owned),
            kind: kind.map(|kind| kind.to_string()),
            group_by: Some("connection".into()),
            ..MetricsQuery::default()
        };
        Ok(client.metrics(&query).await?.groups)
    }

    fn of_journal(
        journal: &Journal,
        profile: &str,
        from: Timestamp,
        only: Option<&str>,
        kind: Option<RequestKind>,
    ) -> Result<Vec<MetricGroup>, Failure> {
        let filter = Filter {
            profile: Some(profile.to_owned()),
            connection: only.map(str::to_owned),
            kinds: kind.map_or_else(|| RequestKind::COUNTED.to_vec(), |kind| vec![kind]),
            since: Some(from),
            ..Filter::default()
        };
        let found = journal.summarise(&filter, GroupBy { connection: true, ..GroupBy::default() })?;
        Ok(found.groups)
    }

    fn of(&self, connection: &str) -> Query<Sampled> {
        match self {
            Self::Skipped => Query::Skipped,
            Self::Failed(error) => Query::Failed(error.clone()),
            Self::Known(evidence, known) => {
                let (all, calls) =
                    known.get(connection).cloned().unwrap_or_else(|| (MetricGroup::none(), MetricGroup::none()));
                Query::Answer(Sampled { evidence: evidence.clone(), all, calls })
            }
        }
    }
}

/// Queries the server, and the secret store for the expiry of tokens.
pub struct LiveProbe {
    client: Client,
    session: Arc<Session>,
    metrics: Metrics,
    trends: Trends,
    reads_store: bool,
    policy: Policy,
    /// Called after each connection.
    done: Box<dyn Fn() + Send + Sync>,
}

impl LiveProbe {
    /// Builds a probe. It reads the tokens of connections from the secret store, except where the application's own
    /// token came from the environment and no budget is set for them: nothing else would open a keyring then.
    pub async fn new(
        client: Client,
        session: Arc<Session>,
        (metrics, trends): (Metrics, Trends),
        (policy, reads_tokens): (&Policy, bool),
        done: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let reads_store = reads_tokens || !session.signs_in_without_store().await;
        Self { client, session, metrics, trends, reads_store, policy: policy.clone(), done: Box::new(done) }
    }

    /// Queries only what the row leaves open: a fleet whose rows have everything costs no call beyond its list.
    async fn snapshot(&self, row: Connection) -> Result<Snapshot, Failure> {
        let budgets = self.policy.of(&row);
        let is_settled = |snapshot: &Snapshot| is_settled(snapshot, &budgets, self.client.now());
        let mut snapshot = Snapshot::of(row);
        let mut is_open = !is_settled(&snapshot);
        if is_open && self.client.operation(Operation::ConnectionGet).await?.is_some() {
            let id = snapshot.connection.id();
            let row = self.client.connection(id).await?.ok_or_else(|| {
                let message = format!("the server lists connection {id}, and has none of this ID");
                Failure::new(Exit::Unavailable, message)
            })?;
            snapshot = Snapshot::of(row);
            is_open = !is_settled(&snapshot);
        }
        if matches!(snapshot.connection.lifecycle(), Lifecycle::Disconnected | Lifecycle::Pending) {
            return Ok(snapshot);
        }
        let id = snapshot.connection.id().to_owned();
        if is_open {
            self.add_sync(&mut snapshot, &id).await?;
        }
        snapshot.metrics = self.metrics.of(&id);
        snapshot.trends = self.trends.of(&id);
        if budgets.has(Rule::Token) {
            snapshot.token = self.token(id).await;
        }
        Ok(snapshot)
    }

    async fn add_sync(&self, snapshot: &mut Snapshot, id: &str) -> Result<(), Failure> {
        let is_advertised = self.client.operation(Operation::SyncStatus).await?.is_some();
        match self.client.sync_status(id).await {
            Ok(SyncView::Advertised(status)) => snapshot.sync = Query::Answer(*status),
            Ok(SyncView::Integration(integration)) => snapshot.integration = Query::Answer(*integration),
            Err(error) if is_advertised => snapshot.sync = Query::Failed(ProbeError::from(&Failure::from(error))),
            Err(error) => snapshot.integration = Query::Failed(ProbeError::from(&Failure::from(error))),
        }
        Ok(())
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
