//! `makini sync schedule`.

use std::str::FromStr;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::figures::moment;
use super::named::called;
use crate::commands::connections::select::select;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::parse_duration;
use crate::view::{Card, Cell, Page, View};

/// Set how often a connection syncs
///
/// From every 15 minutes to once a day, or `off`. Example: `makini sync schedule 'Plant 7' 1h`
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The connection: its ID, its name, or a beginning that only one has
    #[arg(value_name = "CONNECTION")]
    connection: String,

    /// How often: `15m` to `24h`, or `off`
    #[arg(value_name = "TIME")]
    every: Every,
}

/// How often, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Every(Option<u64>);

impl Every {
    /// Returns the seconds between two syncs, or nothing.
    pub fn seconds(self) -> Option<u64> {
        self.0
    }
}

/// The shortest and the longest schedule, in seconds.
const RANGE: std::ops::RangeInclusive<u64> = 900..=86_400;

impl FromStr for Every {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if matches!(text, "off" | "none" | "never") {
            return Ok(Self(None));
        }
        let time: Duration = parse_duration(text).map_err(|error| format!("{error}, or `off`"))?;
        if time.subsec_nanos() != 0 || !RANGE.contains(&time.as_secs()) {
            return Err("a schedule is from `15m` to `24h`, or `off`".into());
        }
        Ok(Self(Some(time.as_secs())))
    }
}

/// Sets it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let client = ctx.client().await?;
    let connection = select(ctx, client, &args.connection).await?;
    let Every(seconds) = args.every;
    let answer = client
        .set_sync_schedule(connection.id(), seconds)
        .await
        .during(|| format!("could not set the schedule of `{}`", called(&connection)))?;
    ctx.show(&Schedule {
        connection_id: connection.id().to_owned(),
        connection: called(&connection).to_owned(),
        schedule_seconds: answer.get("schedule_seconds").map_or(seconds, Value::as_u64),
        next_sync_at: answer.get("next_sync_at").and_then(Value::as_str).map(str::to_owned),
    })
}

/// The schedule as the server has it now.
#[derive(Serialize)]
struct Schedule {
    connection_id: String,
    connection: String,
    schedule_seconds: Option<u64>,
    next_sync_at: Option<String>,
}

impl View for Schedule {
    const SCHEMA: &'static str = "sync.schedule/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let every = match self.schedule_seconds {
            Some(seconds) => Cell::span(Some(Duration::from_secs(seconds))),
            None => Cell::caution("off: it syncs only when it is told to"),
        };
        page.card(
            &Card::new()
                .row("Connection", Cell::name(self.connection.as_str()))
                .row("Syncs every", every)
                .row("Next sync", moment(self.next_sync_at.as_deref(), &look)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schedules_people_type() {
        for (text, seconds) in [("15m", Some(900)), ("1h", Some(3600)), ("24h", Some(86_400)), ("1d", Some(86_400))] {
            assert_eq!(text.parse(), Ok(Every(seconds)), "{text}");
        }
        assert_eq!("off".parse(), Ok(Every(None)));
        for text in ["14m", "25h", "0s", "900500ms", "hourly", "", "-1h"] {
            assert!(text.parse::<Every>().is_err(), "{text}");
        }
    }
}
