//! The arguments that filter the events of the inbox.

use clap::{Args, ValueEnum};

use crate::args::{TimeRange, pasted};
use crate::context::Context;
use crate::failure::Failure;
use crate::inbox;
use crate::inbox::query::{Filter, ForwardState, Store};

/// Which events.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Events")]
pub(super) struct EventFilterArgs {
    /// Only this event, for example `sync.*`
    #[arg(long, value_name = "EVENT")]
    event: Option<String>,

    /// Only events of this connection (ID)
    #[arg(long, value_name = "CONNECTION", value_parser = pasted::id)]
    connection: Option<String>,

    /// Only events in this forwarding state
    #[arg(long, value_name = "STATE", value_enum, hide_short_help = true)]
    state: Option<State>,

    #[command(flatten)]
    range: TimeRange,
}

/// Where forwarding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum State {
    /// Not forwarded: no route matched
    None,
    /// Waiting for its next attempt
    Pending,
    /// Accepted by a handler
    Delivered,
    /// Failed after the last attempt
    Failed,
}

impl EventFilterArgs {
    /// Returns whether no filter was given.
    pub(super) fn is_empty(&self) -> bool {
        let Self { event, connection, state, range } = self;
        event.is_none() && connection.is_none() && state.is_none() && range.is_empty()
    }

    /// Returns the filter.
    pub(super) fn filter(&self, ctx: &Context) -> Result<Filter, Failure> {
        let (since, until) = self.range.resolve(ctx.clock.now(), &ctx.out.zone)?;
        Ok(Filter {
            event: self.event.clone(),
            connection: self.connection.clone(),
            state: self.state.map(|state| match state {
                State::None => ForwardState::None,
                State::Pending => ForwardState::Pending,
                State::Delivered => ForwardState::Delivered,
                State::Failed => ForwardState::Failed,
            }),
            since,
            until,
            ..Filter::default()
        })
    }
}

/// Resolves IDs, arrival numbers and digests to arrival numbers. An unknown one is an error: nothing is done
/// for the others then.
pub(super) fn numbers(store: &Store, which: &[String]) -> Result<Vec<i64>, inbox::Error> {
    which.iter().map(|which| store.find(which)?.ok_or_else(|| inbox::Error::NoEvent(which.clone()))).collect()
}
