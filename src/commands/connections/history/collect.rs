//! Reads what is known of a connection's past.

use jiff::{SignedDuration, Timestamp};

use super::timeline::{ChangingCall, Entry, Kind, Origin, Sign, of_alerts, of_call, of_sync, periods};
use crate::api::alerts::AlertChange;
use crate::api::connections::Connection;
use crate::api::lenient::timestamp;
use crate::api::operation::Operation;
use crate::api::path;
use crate::api::sync::{Sync, SyncState};
use crate::args::inbox_place;
use crate::blocking;
use crate::client::call::{DeliveryQuery, SyncView};
use crate::client::{Client, Error, PageOptions};
use crate::connections::seen_syncs::together;
use crate::context::Context;
use crate::inbox;
use crate::inbox::query::{Filter, Order, Store};
use crate::journal::Search;
use crate::requests::{Query, Record, Unread, of_journal, of_server};

/// Rows of one source that are read.
const MOST: u32 = 2_000;
/// How far before the time that is asked about signs of health are read: what it was then is known by what came before.
const BEFORE: SignedDuration = SignedDuration::from_hours(24);
/// Events of the platform about health.
const EVENTS: [&str; 3] = ["connection.online", "connection.offline", "connection.reauthorization_required"];

/// Reads the past of a connection.
pub(super) struct Collector<'a> {
    pub(super) ctx: &'a Context,
    pub(super) client: &'a Client,
    pub(super) connection: &'a Connection,
    /// The time that is asked about.
    pub(super) since: Timestamp,
    pub(super) until: Timestamp,
    pub(super) now: Timestamp,
    /// What is not known, because the server does not offer it or has more than is read.
    pub(super) unknown: Vec<String>,
    /// What could not be read, each with the reason.
    pub(super) unread: Unread,
}

impl Collector<'_> {
    /// Returns the entries of the time that is asked about, the newest first, and the newest period of health.
    pub(super) async fn read(&mut self) -> (Vec<Entry>, Option<Entry>) {
        let (mut signs, mut entries) = (Vec::new(), Vec::new());
        let syncs = self.syncs().await;
        signs.extend(syncs.iter().filter_map(Sign::of_sync));
        let now = self.now;
        entries.extend(syncs.iter().filter_map(|sync| of_sync(sync, now)));
        let (failures, changes) = self.log().await;
        signs.extend(failures.iter().filter_map(|row| Sign::of_request(row, Origin::Log)));
        let calls = self.calls().await;
        entries.extend(changes.iter().filter_map(|row| of_call(row, &calls, Origin::Log)));
        let mine = self.journal();
        signs.extend(mine.iter().filter_map(|row| Sign::of_request(row, Origin::Journal)));
        let is_new = |row: &&Record| row.id.is_none() || changes.iter().all(|other| other.id != row.id);
        entries.extend(mine.iter().filter(is_new).filter_map(|row| of_call(row, &calls, Origin::Journal)));
        signs.extend(self.deliveries().await);
        signs.extend(self.inbox().await);
        signs.retain(|sign| sign.at <= self.now);
        let periods = periods(signs, self.now);
        let newest = periods.last().cloned();
        // What began earlier and reaches into the time belongs to it.
        let (since, until) = (self.since, self.until);
        let reaches = |entry: &Entry| entry.until.is_none_or(|until| until >= since) && entry.seconds.is_some();
        entries.extend(periods);
        entries.extend(self.alerts().await);
        entries.extend(self.lifecycle());
        entries.retain(|entry| entry.at < until && (entry.at >= since || reaches(entry)));
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
        (entries, newest)
    }

    /// Notes why something is not known, and returns nothing.
    fn without<T: Default>(&mut self, what: &str, found: Result<T, Error>) -> T {
        match found {
            Err(Error::Unsupported { .. }) => {
                self.unknown.push(format!("{what}: this server does not offer them"));
                T::default()
            }
            found => self.unread.or_default(what, found),
        }
    }

    fn begin(&self) -> Timestamp {
        self.since.checked_sub(BEFORE).unwrap_or(self.since)
    }

    async fn syncs(&mut self) -> Vec<Sync> {
        let id = self.connection.id();
        match self.client.offered(Operation::SyncList).await {
            Ok(Some(_)) => {}
            // The state of the newest one is published.
            Ok(None) => return self.newest_sync().await,
            Err(error) => return self.unread.or_default("syncs", Err(error)),
        }
        let begin = self.begin();
        let read: Result<Vec<Sync>, Error> = async {
            let options = PageOptions { per_page: Some(100), first: None, limit: Some(u64::from(MOST)) };
            let mut pages = self.client.sync_pages(id, options).await?;
            let mut syncs: Vec<Sync> = Vec::new();
            while let Some(page) = pages.next().await? {
                let time = |sync: &Sync| sync.created_at.as_deref().or(sync.started_at.as_deref()).and_then(timestamp);
                let is_before = page.last().and_then(time).is_some_and(|time| time < begin);
                syncs.extend(page);
                if is_before {
                    break;
                }
            }
            Ok(syncs)
        }
        .await;
        let syncs = self.unread.or_default("syncs", read);
        self.note_limit("syncs", syncs.len());
        syncs
    }

    async fn newest_sync(&mut self) -> Vec<Sync> {
        self.unknown.push("syncs that this machine did not see: this server does not list them".into());
        match self.client.sync_status(self.connection.id()).await {
            Ok(SyncView::Integration(state)) => {
                self.ctx.keep_seen_syncs();
                let seen = self.ctx.journal().map(|journal| journal.syncs(self.connection.id()));
                if let Ok(seen) = seen
                    && self.ctx.settings.is_on("journal")
                {
                    let mut seen = together(self.unread.or_default("the syncs that this machine saw", seen));
                    for sync in &mut seen {
                        // Of some only the end was seen.
                        sync.created_at = sync.started_at.clone().or_else(|| sync.finished_at.clone());
                    }
                    if !seen.is_empty() {
                        return seen;
                    }
                }
                let ended = state.sync_updated_at;
                let is_over = state.sync_status.as_deref().map(SyncState::parse).is_some_and(SyncState::is_over);
                let (began, ended) = if is_over { (ended.clone(), ended) } else { (ended, None) };
                let sync = Sync { status: state.sync_status, created_at: began, finished_at: ended, ..Sync::default() };
                vec![sync]
            }
            Ok(SyncView::Advertised(status)) => status.current.into_iter().collect(),
            Err(error) if error.needs_reauthorization() => Vec::new(),
            Err(error) => self.unread.or_default("the state of its sync", Err(error)),
        }
    }

    /// Reads the failed requests of the connection, and those that changed it.
    async fn log(&mut self) -> (Vec<Record>, Vec<Record>) {
        match self.client.offered(Operation::RequestList).await {
            Ok(Some(_)) => {}
            Ok(None) => {
                self.unknown.push("changes by others, and what failed for others: this server offers no log".into());
                return Default::default();
            }
            Err(error) => return self.unread.or_default("the server's log of requests", Err(error)),
        }
        let id = self.connection.id().to_owned();
        let all = Query { connection: Some(id.clone()), ..Query::between(Some(self.begin()), Some(self.until), MOST) };
        let failed = of_server(self.client, &Query { errors: true, ..all.clone() }).await;
        let failed = self.unread.or_default("failed requests in the server's log", failed);
        self.note_limit("failed requests", failed.len());
        let mut changes = Vec::new();
        for method in ["PUT", "POST", "PATCH", "DELETE"] {
            let text = format!("{method} {}", path::fill(path::CONNECTION, &[("id", &id)]));
            let search = Some(Search { text, connections: Vec::new() });
            let found = of_server(self.client, &Query { search, ..all.clone() }).await;
            changes.extend(self.unread.or_default("changes in the server's log", found));
        }
        self.note_limit("changes", changes.len());
        (failed, changes)
    }

    fn journal(&mut self) -> Vec<Record> {
        let Ok(journal) = self.ctx.journal() else { return Vec::new() };
        let id = self.connection.id().to_owned();
        let query = Query { connection: Some(id), ..Query::between(Some(self.begin()), Some(self.until), MOST) };
        let found = of_journal(journal, self.ctx.settings.profile(), &query.here(self.client));
        let found = self.unread.or_default("the journal of this machine", found);
        found.into_iter().map(|row| row.at_server(self.client)).collect()
    }

    /// Returns the calls of this server that change a connection.
    async fn calls(&mut self) -> Vec<ChangingCall> {
        let published = [
            ("POST", path::CONNECTION_METADATA, Kind::Settings, "metadata changed"),
            ("POST", path::CONNECTION_TOKEN, Kind::Settings, "token issued"),
            ("DELETE", path::CONNECTION, Kind::Lifecycle, "disconnected"),
        ];
        let call = |(method, template, kind, what): (&str, &str, Kind, &'static str)| ChangingCall {
            method: method.to_owned(),
            template: template.to_owned(),
            kind,
            what,
        };
        let mut calls: Vec<ChangingCall> = published.into_iter().map(call).collect();
        for (operation, kind, what) in [
            (Operation::ConnectionSettingsUpdate, Kind::Settings, "settings changed"),
            (Operation::SyncSchedule, Kind::Settings, "sync schedule changed"),
            (Operation::MappingUpdate, Kind::Settings, "field mapping changed"),
            (Operation::ConnectionEventsSet, Kind::Settings, "events changed"),
            (Operation::ConnectionUpdate, Kind::Settings, "name or e-mail changed"),
            (Operation::TokenRevoke, Kind::Settings, "tokens revoked"),
            (Operation::ConnectionReconnect, Kind::Reauthorization, "reconnected with new credentials"),
            (Operation::ConnectionReactivate, Kind::Lifecycle, "reactivated"),
        ] {
            if let Ok(Some(endpoint)) = self.client.offered(operation).await {
                calls.push(call((endpoint.method.as_str(), endpoint.path.as_str(), kind, what)));
            }
        }
        calls
    }

    /// Reads the platform's own events about health from its deliveries.
    async fn deliveries(&mut self) -> Vec<Sign> {
        match self.client.offered(Operation::WebhookDeliveryList).await {
            Ok(Some(_)) => {}
            Ok(None) => {
                self.unknown.push("the platform's events: this server does not list deliveries".into());
                return Vec::new();
            }
            Err(error) => return self.unread.or_default("deliveries", Err(error)),
        }
        let mut signs = Vec::new();
        for event in EVENTS {
            let (connection_id, event_name) = (Some(self.connection.id().to_owned()), Some(event.to_owned()));
            let query = DeliveryQuery { connection_id, event: event_name, ..DeliveryQuery::default() };
            let options = PageOptions { per_page: Some(100), first: None, limit: Some(100) };
            let found = async { self.client.webhook_deliveries(&query, options).await?.all().await }.await;
            let found = self.without("deliveries", found);
            let own = found.iter().filter(|row| row.connection_id.as_deref() == Some(self.connection.id()));
            signs.extend(own.filter_map(|row| {
                let at = row.created_at.as_deref().and_then(timestamp);
                // A server may ignore the filter.
                Sign::of_event(row.event.as_deref()?, at, Origin::Deliveries)
            }));
        }
        signs
    }

    /// Reads the platform's own events about health from the inbox of this machine.
    async fn inbox(&mut self) -> Vec<Sign> {
        let Ok(place) = inbox_place::place(self.ctx, None) else { return Vec::new() };
        let connection = Some(self.connection.id().to_owned());
        let filter = Filter {
            connection,
            event: Some("connection.*".into()),
            limit: Some(MOST),
            order: Order::Newest,
            ..Filter::default()
        };
        let found = blocking::run(move || {
            Store::open_if_there(&place)?.map_or_else(|| Ok(Vec::new()), |store| store.list(&filter))
        });
        let found = self.unread.or_default("the inbox of this machine", found.await);
        // What nobody signed proves nothing.
        let signed = found.iter().filter(|event| event.verdict == inbox::Verdict::Verified);
        signed
            .filter_map(|event| {
                Sign::of_event(&event.event, event.timestamp.as_deref().and_then(timestamp), Origin::Inbox)
            })
            .collect()
    }

    async fn alerts(&mut self) -> Vec<Entry> {
        let rules = self.client.alert_rules().await;
        if matches!(rules, Err(Error::Unsupported { .. })) {
            self.unknown.push("alerts of the server: it does not offer them".into());
            return self.changes();
        }
        let rules = self.unread.or_default("alert rules", rules);
        let changes = self.client.alert_changes(None).await;
        let changes = self.without("changes of alerts", changes);
        of_alerts(&rules, &changes, self.connection.id(), self.now)
    }

    /// Returns what a monitor on this machine settled.
    fn changes(&mut self) -> Vec<Entry> {
        let Ok(journal) = self.ctx.journal() else { return Vec::new() };
        let found = journal.changes(Some(self.connection.id()));
        let found = self.unread.or_default("changes that a monitor recorded on this machine", found);
        let changes: Vec<AlertChange> = found.into_iter().map(AlertChange::from).collect();
        of_alerts(&[], &changes, self.connection.id(), self.now)
            .into_iter()
            .map(|entry| Entry { source: Origin::Monitor, ..entry })
            .collect()
    }

    fn lifecycle(&self) -> Vec<Entry> {
        let time = |text: &Option<String>| text.as_deref().and_then(timestamp);
        let (created, connected) = (time(&self.connection.created_at), time(&self.connection.connected_at));
        let point = |at: Timestamp, what| Entry::point(at, Kind::Lifecycle, what, Origin::Connection);
        let created_entry = created.map(|at| point(at, "created"));
        let connected = connected.filter(|at| Some(*at) != created).map(|at| point(at, "the system was reached first"));
        created_entry.into_iter().chain(connected).collect()
    }

    fn note_limit(&mut self, what: &str, read: usize) {
        if read >= MOST as usize {
            self.unknown.push(format!("{what} before the newest {MOST}"));
        }
    }
}
