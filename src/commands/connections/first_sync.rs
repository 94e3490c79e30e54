//! The first sync of a connection, watched live: a bar for each entity, by polling.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;

use crate::api::sync::{EntityProgress, Sync, SyncError, SyncState};
use crate::client::call::SyncView;
use crate::client::{self, Client};
use crate::context::Context;
use crate::exit::Exit;
use crate::shutdown::Interrupt;
use crate::term::progress::{Bar, Progress, Unit};
use crate::view::connections::said;
use crate::view::{count, span};

/// How often the server is asked where it offers `sync_status`.
const OFTEN: Duration = Duration::from_secs(1);

/// How often it is asked where only the connection's own token tells.
const SELDOM: Duration = Duration::from_secs(3);

/// How a wait ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Waited {
    /// The sync is done.
    Completed,
    /// It failed.
    Failed,
    /// Somebody stopped it.
    Cancelled,
    /// It goes on, and the time to wait is over.
    Pending,
    /// It goes on, and whoever waited said stop.
    Interrupted,
}

/// The first sync, as far as it was watched.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Watched {
    pub(crate) result: Waited,
    /// Records read so far.
    pub(crate) records: u64,
    /// Kinds of records.
    pub(crate) entities: usize,
    /// Time watched, in milliseconds.
    pub(crate) watched_ms: u64,
    /// Why it failed.
    pub(crate) error: Option<SyncError>,
}

/// Watches until the sync is over, `limit` has passed, or somebody says stop.
///
/// # Errors
/// When the server can no longer be asked. The connection is there all the same.
pub(crate) async fn watch(
    ctx: &Context,
    client: &Client,
    id: &str,
    limit: Duration,
    interrupt: &mut Interrupt,
) -> Result<Watched, client::Error> {
    let begun = ctx.clock.moment();
    let progress = ctx.term.progress();
    let whole = progress.bar("first sync", None, Unit::Items);
    let mut bars = BTreeMap::new();
    let mut watched = Watched { result: Waited::Pending, records: 0, entities: 0, watched_ms: 0, error: None };
    let result = loop {
        let Some(asked) = interrupt.unless(client.sync_status(id)).await else { break Waited::Interrupted };
        let (state, error, pause) = match asked? {
            SyncView::Advertised(status) => {
                if let Some(sync) = &status.current {
                    draw(&progress, &whole, &mut bars, sync);
                    watched.records = sync.entities.iter().filter_map(|entity| entity.done).sum();
                    watched.entities = sync.entities.len();
                }
                let current = status.current.as_ref().map(Sync::state);
                let told = status.status.as_deref().map_or(SyncState::Queued, SyncState::read);
                let error = status.current.and_then(|sync| sync.error).or(status.error);
                (current.unwrap_or(told), error, OFTEN)
            }
            SyncView::Integration(integration) => {
                (SyncState::read(integration.sync_status.as_deref().unwrap_or_default()), None, SELDOM)
            }
        };
        match state {
            SyncState::Completed => break Waited::Completed,
            SyncState::Cancelled => break Waited::Cancelled,
            SyncState::Failed => {
                watched.error = error;
                break Waited::Failed;
            }
            SyncState::Queued | SyncState::Running | SyncState::Unknown => {}
        }
        if ctx.clock.since(begun) >= limit {
            break Waited::Pending;
        }
        if interrupt.unless(ctx.clock.sleep(pause)).await.is_none() {
            break Waited::Interrupted;
        }
    };
    let time = ctx.clock.since(begun);
    watched.result = result;
    watched.watched_ms = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
    for bar in bars.values() {
        bar.clear();
    }
    match result {
        Waited::Completed if watched.entities > 0 => {
            let Watched { records, entities, .. } = watched;
            whole.done(format!("first sync: {} records of {entities} kinds in {}", count(records), span(time)));
        }
        Waited::Completed => whole.done(format!("first sync in {}", span(time))),
        Waited::Failed => {
            whole.failed(format!("first sync: {}", watched.error.as_ref().map_or("no reason given".into(), said)));
        }
        Waited::Cancelled => whole.failed("first sync: somebody cancelled it"),
        Waited::Pending | Waited::Interrupted => whole.clear(),
    }
    Ok(watched)
}

/// Shows the whole, and a bar for each entity that is being read: a system may have more entities than a screen lines.
fn draw(progress: &Progress, whole: &Bar, bars: &mut BTreeMap<String, Bar>, sync: &Sync) {
    let sum = |amount: fn(&EntityProgress) -> Option<u64>| sync.entities.iter().filter_map(amount).sum::<u64>();
    whole.set_total(Some(sum(|entity| entity.total)).filter(|total| *total > 0));
    whole.set(sum(|entity| entity.done));
    for entity in &sync.entities {
        let state = entity.status.as_deref().map_or(SyncState::Unknown, SyncState::read);
        if state == SyncState::Running {
            let bar = bars
                .entry(entity.entity.clone())
                .or_insert_with(|| progress.bar(&entity.entity, entity.total, Unit::Items));
            bar.set_total(entity.total);
            bar.set(entity.done.unwrap_or(0));
        } else if let Some(bar) = bars.remove(&entity.entity) {
            bar.clear();
        }
    }
}

impl Waited {
    /// Returns how the process ends; `stopped` is how it was told to.
    pub(crate) fn exit(self, stopped: Option<Exit>) -> Exit {
        match self {
            Self::Completed => Exit::Ok,
            Self::Failed | Self::Cancelled => Exit::Unhealthy,
            Self::Pending => Exit::Pending,
            Self::Interrupted => stopped.unwrap_or(Exit::Interrupted),
        }
    }
}
