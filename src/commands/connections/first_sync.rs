//! The progress of a first sync: one bar for the sync, and one for each entity that is being read.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::api::sync::{Sync, SyncState};
use crate::client::{self, Client};
use crate::connections::first_sync::{self, FirstSync, WatchResult};
use crate::context::Context;
use crate::shutdown::Interrupt;
use crate::term::progress::{Bar, Progress, Unit};
use crate::view::connections::sync_error;
use crate::view::{count, span};

/// Watches the first sync and shows its progress; see [`first_sync::watch`].
pub(super) async fn watch(
    ctx: &Context,
    client: &Client,
    id: &str,
    limit: Duration,
    interrupt: &mut Interrupt,
) -> Result<FirstSync, client::Error> {
    let progress = ctx.term.progress();
    let whole = progress.bar("first sync", None, Unit::Items);
    let mut bars = BTreeMap::new();
    let watched =
        first_sync::watch(client, id, limit, interrupt, |sync| draw(&progress, &whole, &mut bars, sync)).await?;
    let time = Duration::from_millis(watched.watched_ms);
    for bar in bars.values() {
        bar.clear();
    }
    match watched.result {
        WatchResult::Completed => match (watched.records, watched.entities) {
            (records, Some(entities)) => {
                let records = records.map(|records| format!("{} records of ", count(records))).unwrap_or_default();
                whole.done(format!("first sync: {records}{entities} kinds in {}", span(time)));
            }
            (_, None) => whole.done(format!("first sync in {}", span(time))),
        },
        WatchResult::Failed => {
            whole
                .failed(format!("first sync: {}", watched.error.as_ref().map_or("no reason given".into(), sync_error)));
        }
        WatchResult::Cancelled => whole.failed("first sync: cancelled"),
        WatchResult::Pending | WatchResult::Interrupted => whole.clear(),
    }
    Ok(watched)
}

/// Only entities that are being read have a bar: a system may have more entities than a screen lines.
fn draw(progress: &Progress, whole: &Bar, bars: &mut BTreeMap<String, Bar>, sync: &Sync) {
    let (done, total) = sync.counts();
    whole.set_total(total.filter(|total| *total > 0));
    if let Some(done) = done {
        whole.set(done);
    }
    for entity in &sync.entities {
        let state = entity.status.as_deref().map_or(SyncState::Unknown, SyncState::parse);
        if state == SyncState::Running {
            let bar = bars
                .entry(entity.entity.clone())
                .or_insert_with(|| progress.bar(&entity.entity, entity.total, Unit::Items));
            bar.set_total(entity.total);
            if let Some(done) = entity.done {
                bar.set(done);
            }
        } else if let Some(bar) = bars.remove(&entity.entity) {
            bar.clear();
        }
    }
}
