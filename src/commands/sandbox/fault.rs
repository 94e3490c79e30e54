//! `makini sandbox fault`.

use std::time::Duration;

use clap::{Subcommand, ValueEnum};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::client::Outgoing;
use crate::commands::connections::select::select;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::parse_duration;
use crate::term::Line;
use crate::view::{Cell, Column, Grid, Look, Page, View};

/// Break something on purpose, and mend it
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// Break something
    ///
    /// Example: `makini sandbox fault add source-down --connection "SAP Stuttgart"`
    Add(Add),
    /// List what is broken
    #[command(alias = "ls")]
    List,
    /// Mend one fault, or all
    Clear(Clear),
}

/// What to break.
#[derive(clap::Args, Debug)]
pub struct Add {
    /// What breaks
    #[arg(value_enum)]
    kind: Kind,

    /// Only this connection, by ID, name or a unique beginning
    #[arg(long, value_name = "CONNECTION")]
    connection: Option<String>,

    /// Mend it after this many calls
    #[arg(long, value_name = "COUNT")]
    count: Option<u64>,

    /// For `latency`: how much longer calls take, as `500ms`
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    latency: Option<Duration>,

    /// For `error`: the status that calls end in [default: 500]
    #[arg(long, value_name = "STATUS", value_parser = clap::value_parser!(u16).range(400..=599))]
    status: Option<u16>,

    /// For `error`: the error code, as `INTERNAL_ERROR`
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
}

/// What can break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// The system cannot be reached: the connection goes offline
    SourceDown,
    /// The system refuses the credentials until the connection is connected again
    CredentialsChanged,
    /// Calls take longer by `--latency`
    Latency,
    /// Calls and syncs end in `--status` and `--code`
    Error,
    /// Calls end in 429
    RateLimited,
    /// Answers are no JSON
    MalformedJson,
    /// Answers stop half-way
    CutBody,
}

impl Kind {
    fn wire(self) -> &'static str {
        match self {
            Self::SourceDown => "source_down",
            Self::CredentialsChanged => "credentials_changed",
            Self::Latency => "latency_ms",
            Self::Error => "error",
            Self::RateLimited => "rate_limited",
            Self::MalformedJson => "malformed_json",
            Self::CutBody => "cut_body",
        }
    }
}

/// Which fault to mend.
#[derive(clap::Args, Debug)]
pub struct Clear {
    /// The fault, by the number that `list` shows; all of them without one
    id: Option<u64>,
}

const FAULTS: &str = "/sandbox/faults";

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Add(args) => ctx.show(&Added(add(ctx, args).await?)),
        Command::List => ctx.show(&Faults(ctx.client().await?.get(FAULTS).await?)),
        Command::Clear(Clear { id }) => ctx.show(&clear(ctx, id).await?),
    }
}

#[derive(Serialize)]
struct Asked {
    kind: &'static str,
    connection_id: Option<String>,
    count: Option<u64>,
    latency_ms: Option<u64>,
    status: Option<u16>,
    code: Option<String>,
}

impl Add {
    /// Refuses what would be ignored, before anything is called.
    fn check(&self) -> Result<(), Failure> {
        if self.kind == Kind::Latency && self.latency.is_none() {
            return Err(
                Failure::usage("`latency` needs to know how much longer calls take").hint("add `--latency 500ms`")
            );
        }
        if self.kind != Kind::Latency && self.latency.is_some() {
            return Err(Failure::usage("`--latency` goes with the kind `latency` only"));
        }
        if self.kind != Kind::Error && (self.status.is_some() || self.code.is_some()) {
            return Err(Failure::usage("`--status` and `--code` go with the kind `error` only"));
        }
        if self.kind == Kind::CredentialsChanged && self.count.is_some() {
            return Err(Failure::usage(
                "credentials stay changed until the connection is connected again: no `--count`",
            ));
        }
        Ok(())
    }
}

async fn add(ctx: &Context, args: Add) -> Result<Fault, Failure> {
    args.check()?;
    let client = ctx.client().await?;
    let connection = match &args.connection {
        Some(text) => Some(select(ctx, client, text).await?),
        None => None,
    };
    let connection_id = connection.as_ref().map(|connection| connection.id().to_owned());
    let asked = Asked {
        kind: args.kind.wire(),
        connection_id,
        count: args.count,
        latency_ms: args.latency.map(|time| u64::try_from(time.as_millis()).unwrap_or(u64::MAX)),
        status: (args.kind == Kind::Error).then(|| args.status.unwrap_or(500)),
        code: args.code,
    };
    client.post(FAULTS, &asked).await.during(|| "could not add the fault".into())
}

#[derive(Serialize, Deserialize)]
struct Cleared {
    cleared: u64,
}

async fn clear(ctx: &Context, id: Option<u64>) -> Result<Cleared, Failure> {
    let client = ctx.client().await?;
    let Some(id) = id else {
        return Ok(client.send(Outgoing::delete(FAULTS)).await?.data()?);
    };
    let call = Outgoing::delete("/sandbox/faults/{id}").fill(&[("id", &id.to_string())]);
    let answer = client.send(call).await;
    answer.and_then(|answer| answer.data()).map_err(|error| {
        let missing = error.is_not_found();
        let failure = Failure::from(error).during(format!("could not mend fault {id}"));
        if missing { failure.hint("`makini sandbox fault list` shows which there are") } else { failure }
    })
}

/// A fault as it stands.
#[derive(Serialize, Deserialize)]
struct Fault {
    id: u64,
    kind: String,
    connection_id: Option<String>,
    latency_ms: Option<u64>,
    status: Option<u16>,
    code: Option<String>,
    remaining: Option<u64>,
    created_at: Timestamp,
}

impl Fault {
    /// The word that `add` takes for its kind.
    fn word(&self) -> String {
        let known = Kind::value_variants().iter().find(|kind| kind.wire() == self.kind);
        let word = known.and_then(ValueEnum::to_possible_value).map(|value| value.get_name().to_owned());
        word.unwrap_or_else(|| self.kind.clone())
    }

    fn details(&self) -> String {
        let latency = self.latency_ms.map(|ms| format!("{ms} ms"));
        let status = self.status.map(|status| status.to_string());
        [latency, status, self.code.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct Added(Fault);

impl View for Added {
    const SCHEMA: &'static str = "sandbox.fault.add/1";

    fn human(&self, page: &mut Page<'_>) {
        let fault = &self.0;
        let mut line = Line::new().text(format!("Fault {}: ", fault.id)).caution(fault.word());
        if !fault.details().is_empty() {
            line = line.text(format!(" {}", fault.details()));
        }
        line = match &fault.connection_id {
            Some(connection) => line.text(" on ").id(connection),
            None => line.text(" on every connection"),
        };
        if let Some(calls) = fault.remaining {
            line = line.text(format!(", for {calls} calls"));
        }
        page.line(line);
        page.line(Line::new().commands(&format!("`makini sandbox fault clear {}` mends it", fault.id)));
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct Faults(Vec<Fault>);

const COLUMNS: &[Column<Fault>] = &[
    Column::new("id", "ID", |fault: &Fault, _| Cell::number(fault.id)).right(),
    Column::new("kind", "KIND", |fault: &Fault, _| Cell::caution(fault.word())),
    Column::new("connection_id", "CONNECTION", |fault: &Fault, _| {
        fault.connection_id.as_deref().map_or_else(|| Cell::muted("all").machine(""), Cell::id)
    }),
    Column::new("details", "DETAILS", |fault: &Fault, _| match fault.details() {
        details if details.is_empty() => Cell::empty(),
        details => Cell::text(details),
    }),
    Column::new("remaining", "CALLS LEFT", |fault: &Fault, _| Cell::maybe(fault.remaining, Cell::count)).right(),
    Column::new("created_at", "SINCE", |fault: &Fault, look| Cell::time(Some(fault.created_at), look)),
];

impl View for Faults {
    const SCHEMA: &'static str = "sandbox.fault.list/1";

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        let grid = Grid::of(&self.0, COLUMNS, look);
        Some(grid.empty("Nothing is broken. `makini sandbox fault add` breaks something."))
    }
}

impl View for Cleared {
    const SCHEMA: &'static str = "sandbox.fault.clear/1";

    fn human(&self, page: &mut Page<'_>) {
        page.line(match self.cleared {
            0 => Line::new().text("There was no fault"),
            1 => Line::new().good("mended").text(": 1 fault"),
            more => Line::new().good("mended").text(format!(": {more} faults")),
        });
    }
}
