//! `makini sync start` where the server starts syncs on its own schedule only.

use std::time::Duration;

use super::outcome::Outcome;
use super::progress::follow_with_progress;
use super::start::StartedSync;
use crate::api::connections::{Connection, Integration};
use crate::api::lenient;
use crate::api::sync::{StartSync, SyncMode};
use crate::client::{self, Client};
use crate::connections::sync::{Before, Follow, of_integration};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::shell::operand;

/// How long the withdrawn call has for a sync to begin, and how often that is looked for.
const BEGINS: (Duration, Duration) = (Duration::from_secs(10), Duration::from_millis(500));

/// Shows the latest sync, or waits up to `limit` for the next one. `before` is the state of the connection; what was asked
/// for comes with the refusal of `sync_start`.
pub(super) async fn run(
    ctx: &Context,
    client: &Client,
    connection: &Connection,
    (asked, refusal): (&StartSync, client::Error),
    before: Option<Integration>,
    limit: Option<Duration>,
) -> Result<Exit, Failure> {
    let (id, name) = (connection.id(), connection.display_name());
    if asked.mode != SyncMode::Incremental || !asked.entities.is_empty() {
        // The next sync of the schedule is another one.
        let failure = Failure::from(refusal).during(format!("could not start this sync of `{name}`"));
        return Err(failure.hint(format!(
            "`makini sync start {} --watch`, without `--full` and `--entity`, waits for the next sync of the server's own \
             schedule",
            operand(id)
        )));
    }
    let Some(integration) = before else { return Err(refusal.into()) };
    let Some(limit) = limit else { return show(ctx, connection, integration) };
    let entered = integration.sync_updated_at.as_deref().and_then(lenient::timestamp);
    if entered.is_none() && of_integration(id, integration.clone()).is_some() {
        let failure = Failure::new(Exit::Unavailable, "the server does not return a time in `sync_updated_at`");
        return Err(failure.during(format!("could not read when `{name}` was last synced")));
    }
    ctx.term.note("this server starts syncs on its own schedule: nothing was started, waiting for the next one");
    let before = Some(Before { entered: integration.sync_updated_at, ignored: None });
    let follow = Follow { client, connection: id, sync: None, before, limit: Some(limit), shutdown: ctx.shutdown() };
    let followed = follow_with_progress(ctx, connection, follow).await.during(|| "could not wait for a sync".into())?;
    ctx.show(&Outcome::of(connection, followed)?)
}

/// Shows that nothing was started, with the latest sync.
pub(super) fn show(ctx: &Context, connection: &Connection, integration: Integration) -> Result<Exit, Failure> {
    ctx.show(&StartedSync {
        connection_id: connection.id().to_owned(),
        connection: connection.display_name().to_owned(),
        started: false,
        via: "schedule",
        sync: of_integration(connection.id(), integration),
    })
}

/// Returns whether the state of a connection shows a sync that was not there before. What the withdrawn call answers is
/// published nowhere, and proves nothing.
pub(super) async fn has_begun(client: &Client, id: &str, before: &Before) -> Result<bool, Failure> {
    let clock = client.clock().clone();
    let begin = clock.moment();
    let (limit, pause) = BEGINS;
    loop {
        let state = client.sync_integration(id).await.during(|| "could not read whether a sync has begun".into())?;
        let passed = clock.since(begin);
        if !before.is_still(state.sync_updated_at.as_deref(), passed) {
            return Ok(true);
        }
        if passed >= limit {
            return Ok(false);
        }
        clock.sleep(pause).await;
    }
}
