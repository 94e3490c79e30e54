//! Syncs as this machine saw them, where the server lists none.

use crate::api::sync::Sync;
use crate::client::Client;
use crate::connections::seen_syncs::together;
use crate::connections::sync::of_integration;
use crate::context::Context;
use crate::failure::{During as _, Failure};

/// Returns the syncs of a connection that this machine saw, the newest first, each marked with its source.
///
/// # Errors
/// When the state of the connection, or the journal, could not be read.
pub(super) async fn syncs(ctx: &Context, client: &Client, connection: &str) -> Result<Vec<Sync>, Failure> {
    let now = client.sync_integration(connection).await.during(|| "could not read the latest sync".into())?;
    ctx.keep_seen_syncs();
    let seen = if ctx.settings.is_on("journal") { ctx.journal()?.syncs(connection)? } else { Vec::new() };
    let mut syncs = together(seen);
    let latest = of_integration(connection, now);
    // The latest is the last of those that were seen, if it has a time.
    match (latest, syncs.first_mut()) {
        (Some(latest), Some(last)) if is_of(&latest, last) => mark(last, "integration"),
        (Some(mut latest), _) => {
            mark(&mut latest, "integration");
            syncs.insert(0, latest);
        }
        (None, _) => {}
    }
    ctx.term.note(
        "this server lists no syncs: these are those that this machine saw, and between them others may have run; `makini \
         monitor` looks every minute",
    );
    Ok(syncs)
}

fn mark(sync: &mut Sync, source: &str) {
    sync.extra.insert("source".into(), source.into());
}

/// Returns whether a state is one of this sync.
fn is_of(state: &Sync, sync: &Sync) -> bool {
    let same = |state: &Option<String>, of: &Option<String>| state.is_some() && state == of;
    same(&state.finished_at, &sync.finished_at)
        || (same(&state.started_at, &sync.started_at) && sync.finished_at.is_none())
}
