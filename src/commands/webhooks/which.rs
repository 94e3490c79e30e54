//! Flags that say which events of the inbox are meant.

use clap::{Args, ValueEnum};

use crate::context::Context;
use crate::failure::Failure;
use crate::inbox;
use crate::inbox::query::{Filter, ForwardState, Store};
use crate::measure::parse_instant;

/// Which events.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Which events")]
pub(super) struct WhichArgs {
    /// Only with this name, as `assets.updated` or `sync.*`
    #[arg(long, value_name = "EVENT")]
    event: Option<String>,

    /// Only of this connection, by its ID
    #[arg(long, value_name = "CONNECTION")]
    connection: Option<String>,

    /// Only where forwarding stands so
    #[arg(long, value_name = "STATE", value_enum)]
    state: Option<State>,

    /// From when: `1h` for that long ago, `2026-03-01`, or RFC 3339
    #[arg(long, value_name = "TIME")]
    since: Option<String>,

    /// Until when, in the same forms
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
}

/// Where forwarding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum State {
    /// It went nowhere, and will not
    None,
    /// It waits
    Pending,
    /// A handler took it
    Delivered,
    /// It was given up
    Failed,
}

impl WhichArgs {
    /// Returns whether anything was said at all.
    pub(super) fn is_empty(&self) -> bool {
        let Self { event, connection, state, since, until } = self;
        event.is_none() && connection.is_none() && state.is_none() && since.is_none() && until.is_none()
    }

    /// Returns the filter.
    pub(super) fn filter(&self, ctx: &Context) -> Result<Filter, Failure> {
        let read = |flag: &str, text: Option<&str>| {
            let read = text.map(|text| parse_instant(text, ctx.clock.now(), &ctx.out.zone)).transpose();
            read.map_err(|error| Failure::usage(format!("`{flag}`: {error}")))
        };
        Ok(Filter {
            event: self.event.clone(),
            connection: self.connection.clone(),
            state: self.state.map(|state| match state {
                State::None => ForwardState::None,
                State::Pending => ForwardState::Pending,
                State::Delivered => ForwardState::Delivered,
                State::Failed => ForwardState::Failed,
            }),
            since: read("--since", self.since.as_deref())?,
            until: read("--until", self.until.as_deref())?,
            ..Filter::default()
        })
    }
}

/// Turns IDs, arrival numbers and digests into arrival numbers. One that is not there is an error: nothing is done
/// for the others then.
pub(super) fn numbers(store: &Store, which: &[String]) -> Result<Vec<i64>, inbox::Error> {
    which.iter().map(|which| store.find(which)?.ok_or_else(|| inbox::Error::NoEvent(which.clone()))).collect()
}
