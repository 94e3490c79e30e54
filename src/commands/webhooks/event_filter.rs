//! The arguments that filter the events of the inbox.

use clap::Args;

use super::inbox_args::InboxArgs;
use crate::args::{ConnectionFilter, TimeRange, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox;
use crate::inbox::query::{Filter, ForwardState, Outcome, Store};
use crate::samples::check_name;

/// Which events.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Events")]
pub(super) struct EventFilterArgs {
    /// Only this event, for example `sync.*`
    #[arg(long, value_name = "EVENT")]
    event: Option<String>,

    #[command(flatten)]
    connection: ConnectionFilter,

    /// Only events in this forwarding state
    #[arg(long, value_name = "STATE", value_enum, hide_short_help = true)]
    state: Option<ForwardState>,

    /// Only events with this outcome (can be repeated)
    #[arg(long, value_name = "OUTCOME", value_enum, value_delimiter = ',', hide_short_help = true)]
    outcome: Vec<Outcome>,

    /// Only events whose last try failed
    #[arg(long, conflicts_with = "outcome")]
    failed: bool,

    /// Only dead letters: given up, and not taken since
    #[arg(long, conflicts_with_all = ["outcome", "failed", "state"], hide_short_help = true)]
    dead: bool,

    #[command(flatten)]
    range: TimeRange,
}

impl EventFilterArgs {
    /// Returns whether no filter was given.
    pub(super) fn is_empty(&self) -> bool {
        let Self { event, connection, state, outcome, failed, dead, range } = self;
        let is_any = event.is_none() && connection.as_deref().is_none() && state.is_none();
        is_any && outcome.is_empty() && !failed && !dead && range.is_empty()
    }

    /// Returns the filter.
    ///
    /// # Errors
    /// For an event that the inbox does not hold and the platform does not send, and for a connection that nothing on
    /// this machine knows: an empty list must not come from a word that was mistyped.
    pub(super) async fn filter(&self, ctx: &Context, place: &InboxArgs) -> Result<Filter, Failure> {
        let (since, until) = self.range.resolve(ctx.clock.now(), &ctx.out.zone)?;
        if let Some(event) = &self.event
            && let Err(unknown) = check_name(event)
        {
            // Another sender than the platform has names of its own.
            let named = Filter { event: Some(event.clone()), ..Filter::default() };
            if !place.read(ctx, move |store| store.holds(&named)).await? {
                return Err(unknown.into());
            }
        }
        let connection = match self.connection.as_deref() {
            Some(text) => Some(connection(ctx, place, text).await?),
            None => None,
        };
        let outcomes = if self.failed || self.dead { Outcome::FAILED.to_vec() } else { self.outcome.clone() };
        let state = if self.dead { Some(ForwardState::Failed) } else { self.state };
        let event = self.event.clone();
        Ok(Filter { event, connection, state, since, until, outcomes, ..Filter::default() })
    }
}

/// Returns the ID of a connection whose events the inbox holds, or will hold.
///
/// # Errors
/// When nothing on this machine knows it.
pub(super) async fn connection(ctx: &Context, place: &InboxArgs, text: &str) -> Result<String, Failure> {
    let held = place.read(ctx, Store::connections).await?;
    let id = match (resolve::shown_connection(ctx, &held, text), resolve::connection_id(text)) {
        // Whoever has an ID may ask for it before the first event.
        (Err(failure), Some(id)) if failure.exit == Exit::NotFound => id,
        (found, _) => found?,
    };
    if !held.contains(&id) {
        ctx.term.note(format!("the inbox holds no event of connection {id}"));
    }
    Ok(id)
}

/// Resolves IDs, arrival numbers and digests to arrival numbers. An unknown one is an error: nothing is done
/// for the others then.
pub(super) fn numbers(store: &Store, which: &[String]) -> Result<Vec<i64>, inbox::Error> {
    which.iter().map(|which| store.find(which)?.ok_or_else(|| inbox::Error::NoEvent(which.clone()))).collect()
}
