//! What is known about a request and around it.

use std::time::Duration;

use serde::Serialize;

use crate::api::connections::Connection;
use crate::api::sync::Sync;
use crate::client::call::RequestQuery;
use crate::client::{self, Client, PageOptions};
use crate::inbox::query::Entry;
use crate::journal::Bodies;
use crate::requests::related::{self, RelatedDelivery, RelatedExecution, Relation, Span, TooMany};
use crate::requests::{Neighbours, Record, Source, Unread, add_names};
use crate::why::Alike;

/// How many failures around a request are shown.
const AROUND: usize = 20;

/// A request with what is known around it.
#[derive(Serialize)]
pub(super) struct Details {
    #[serde(flatten)]
    pub(super) request: Record,
    /// The system behind its connection.
    pub(super) system: Option<String>,
    /// What it means, if it failed.
    pub(super) meaning: Option<&'static str>,
    /// Its bodies, redacted, where `record --keep-bodies` kept them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) bodies: Option<Bodies>,
    /// Every attempt of this machine that came back with this ID.
    pub(super) attempts: Vec<Record>,
    /// The sync it belongs to.
    pub(super) sync: Option<Sync>,
    /// Executions of Flows that sent it or name it; nothing where that is not known.
    pub(super) flows: Option<Vec<RelatedExecution>>,
    /// Events that name it or its sync.
    pub(super) webhooks: Webhooks,
    /// Requests of its connection shortly before and after it.
    pub(super) neighbours: Neighbours,
    /// What else failed around it, the newest first.
    pub(super) around: Vec<Record>,
    /// Failures of the last minutes with the same cause; nothing for a request that did not fail, or where that is not known.
    pub(super) alike: Option<Alike>,
    /// Commands that help.
    pub(super) next: Vec<String>,
    /// What is not known, because the server does not offer it.
    pub(super) unknown: Vec<String>,
    /// What could not be read.
    pub(super) unread: Unread,
}

/// Events that name a request or its sync.
#[derive(Default, Serialize)]
pub(super) struct Webhooks {
    /// Deliveries of the platform; nothing where that is not known.
    pub(super) deliveries: Option<Vec<RelatedDelivery>>,
    /// Events in the inbox of this machine.
    pub(super) received: Vec<ReceivedEvent>,
}

/// An event in the inbox of this machine.
#[derive(Serialize)]
pub(super) struct ReceivedEvent {
    #[serde(flatten)]
    pub(super) event: Entry,
    /// How it belongs to the request.
    pub(super) relation: Relation,
}

impl Details {
    /// Begins with nothing known around it.
    pub(super) fn of(request: Record) -> Self {
        Self {
            request,
            system: None,
            meaning: None,
            bodies: None,
            attempts: Vec::new(),
            sync: None,
            flows: None,
            webhooks: Webhooks::default(),
            neighbours: Neighbours::default(),
            around: Vec::new(),
            alike: None,
            next: Vec::new(),
            unknown: Vec::new(),
            unread: Unread::default(),
        }
    }

    /// Reads what happened around it.
    pub(super) async fn complete(&mut self, source: &mut Source<'_>, asks_server: bool, window: Duration) {
        let client = source.client;
        let connection = self.request.connection_id.clone();
        let mut failures = Vec::new();
        if asks_server {
            let found = match around(client, &self.request, window).await {
                Err(client::Error::Unsupported { .. }) => Ok(Vec::new()),
                found => found,
            };
            failures = source.unread.or_default("other failures in the server's log", found);
            if let (Some(connection), Some(sync)) = (&connection, &self.request.sync_id) {
                let found = client.sync(connection, sync).await.map(Some);
                self.sync = source.unread.or_default("its sync", offered(found));
            }
        }
        let same =
            |row: &Record| connection.is_none() || row.connection_id.is_none() || row.connection_id == connection;
        let mine = std::mem::take(&mut self.around).into_iter().filter(same).map(|row| row.at_server(client));
        self.around = Record::merged(failures, mine.collect());
        // What this program failed to find for itself is no neighbour.
        self.around.retain(|row| !row.is(&self.request) && !row.is_of_tool());
        self.around.truncate(AROUND);
        self.neighbours = Neighbours::read(source, &self.request, window).await;
        self.alike = Alike::read(source, &self.request).await;
        if !source.is_offline {
            self.related(source, connection.as_deref(), window).await;
        }
        let mut known: Vec<Connection> = Vec::new();
        if asks_server && let Some(id) = &connection {
            let found = client.connection(id).await;
            known.extend(source.unread.or_default("its connection", offered(found)));
        }
        self.system = known.first().and_then(|row| row.integration_name.clone());
        let Self { request, around, attempts, neighbours, .. } = self;
        let beside = neighbours.before.iter_mut().chain(&mut neighbours.after);
        add_names(std::iter::once(request).chain(around).chain(attempts).chain(beside), &known);
    }

    /// Reads the executions and deliveries that belong to it.
    async fn related(&mut self, source: &mut Source<'_>, connection: Option<&str>, window: Duration) {
        // Events and Flows are of a connection.
        let Some(connection) = connection else {
            (self.flows, self.webhooks.deliveries) = (Some(Vec::new()), Some(Vec::new()));
            return;
        };
        let Some(span) = Span::of(&self.request, self.sync.as_ref(), window) else {
            self.unknown.push("its Flow and webhooks, as its time is not".into());
            return;
        };
        let found = related::executions(source.client, connection, &self.request, span).await;
        self.flows = self.known("its Flow", "Flows", source, found);
        let found = related::deliveries(source.client, connection, &self.request, span).await;
        self.webhooks.deliveries = self.known("its deliveries", "a list of deliveries", source, found);
    }

    /// Returns what was found, or notes why it is not known.
    fn known<T>(
        &mut self,
        what: &str,
        list: &str,
        source: &mut Source<'_>,
        found: Result<Result<T, TooMany>, client::Error>,
    ) -> Option<T> {
        match found {
            Ok(Ok(found)) => return Some(found),
            Ok(Err(TooMany)) => self.unknown.push(format!("{what}: too many since to look through")),
            Err(client::Error::Unsupported { .. }) => {
                self.unknown.push(format!("{what}: this server does not offer {list}"));
            }
            Err(error) => source.unread.0.push(format!("{what}: {error}")),
        }
        None
    }
}

/// Takes what the server does not offer, or no longer has, as nothing.
fn offered<T: Default>(found: Result<T, client::Error>) -> Result<T, client::Error> {
    match found {
        Err(error) if error.is_not_found() || matches!(error, client::Error::Unsupported { .. }) => Ok(T::default()),
        found => found,
    }
}

/// Returns what else failed for the same connection.
async fn around(client: &Client, request: &Record, window: Duration) -> Result<Vec<Record>, client::Error> {
    let Some(at) = request.time() else {
        let what = "a request without its time".into();
        return Err(client::Error::Broken { status: 200, what, request_id: None });
    };
    let query = RequestQuery {
        connection_id: request.connection_id.clone(),
        from: at.checked_sub(window).ok().map(|at| at.to_string()),
        to: at.checked_add(window + Duration::from_millis(1)).ok().map(|at| at.to_string()),
        failed: true,
        ..RequestQuery::default()
    };
    let options = PageOptions { per_page: Some(50), first: None, limit: Some(50) };
    let rows = client.request_pages(&query, options).await?.all().await?;
    Ok(rows.into_iter().map(Record::from).filter(Record::is_failed).collect())
}
