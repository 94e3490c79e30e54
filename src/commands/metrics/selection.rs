//! Which requests the figures are about, and where they are read.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::answer::{By, MetricsAnswer, Source};
use super::charts::bucket_for;
use super::compare::compare;
use super::query::{Query, from_journal, from_server};
use crate::api::connections::Connection;
use crate::api::operation::Operation;
use crate::api::requests::RequestKind;
use crate::args::time_range::check_order;
use crate::args::{TimeRange, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::{BucketSize, Window};
use crate::suggest;

/// Words that are typed as if they were subcommands. No server is asked whether a connection is called so.
const OFTEN_TRIED: [&str; 5] = ["trend", "trends", "show", "list", "query"];

/// Which requests are counted.
#[derive(clap::Args, Clone, Debug)]
pub(super) struct Selection {
    /// Only this connection: ID, name or unique prefix
    #[arg(value_name = "CONNECTION", conflicts_with = "only")]
    connection: Option<String>,

    /// The same as CONNECTION
    #[arg(long = "connection", id = "only", value_name = "CONNECTION", hide = true)]
    only: Option<String>,

    /// Only requests of this kind
    ///
    /// `api` (calls of applications), `sync` and `probe` (calls of the platform to a system), `tool` (what this program
    /// asked for its own commands). Can be repeated. Without it: all but `tool`.
    #[arg(long, value_name = "KIND", value_parser = kind, value_delimiter = ',', hide_short_help = true)]
    kind: Vec<RequestKind>,

    #[command(flatten)]
    range: TimeRange,

    /// Where to read from
    #[arg(long, value_name = "SOURCE", value_enum, default_value_t = Source::Auto, hide_short_help = true)]
    source: Source,
}

/// A selection that is resolved, and how it is grouped.
#[derive(Clone)]
pub(super) struct Reading {
    selection: Selection,
    /// How far back it goes without `--since`.
    default_range: SignedDuration,
    source: Source,
    query: Query,
}

impl Selection {
    /// Resolves it: the connection, the time, and which source has the figures. Grouped by nothing yet.
    ///
    /// # Errors
    /// [`Exit::Usage`], [`Exit::NotFound`], or as the server ends.
    pub(super) async fn resolve(self, ctx: &Context, default_range: SignedDuration) -> Result<Reading, Failure> {
        if let Some(word) = self.connection.as_deref().filter(|word| OFTEN_TRIED.contains(word)) {
            let failure = Failure::usage(format!("there is no subcommand `{word}` of `metrics`"));
            let hint = format!("a connection of this name is given as `--connection {word}`");
            return Err(with_options(failure, word).hint(hint));
        }
        let (since, until) = self.window(ctx, default_range).await?;
        let source = match self.source {
            Source::Auto => {
                let asked = ctx.client().await?.offered(Operation::MetricsQuery).await;
                let asked = asked.map_err(|error| {
                    Failure::from(error).hint("`--source journal` answers from this machine, without the server")
                });
                if asked.during(|| "could not query the metrics".into())?.is_some() {
                    Source::Server
                } else {
                    Source::Journal
                }
            }
            chosen => chosen,
        };
        let connection = match self.connection.as_deref().or(self.only.as_deref()) {
            Some(text) if self.is_offline() => Some(resolve::journaled_connection(ctx, text).await?),
            Some(text) => {
                let found = resolve::connection(ctx, ctx.client().await?, text).await;
                Some(found.map_err(|failure| not_a_subcommand(failure, text))?.id().to_owned())
            }
            None => None,
        };
        let kinds = if self.kind.is_empty() { RequestKind::COUNTED.to_vec() } else { self.kind.clone() };
        let zone = (*ctx.out.zone).clone();
        let query = Query { connection, kinds, by: Vec::new(), bucket: None, zone, since, until };
        Ok(Reading { selection: self, default_range, source, query })
    }

    /// Returns whether the server is not called.
    fn is_offline(&self) -> bool {
        self.source == Source::Journal
    }

    /// Returns the span of time that is meant.
    async fn window(&self, ctx: &Context, default_range: SignedDuration) -> Result<(Timestamp, Timestamp), Failure> {
        // The journal is dated here, the platform's log there.
        let now = if self.is_offline() { ctx.clock.now() } else { ctx.server_now().await? };
        // Servers count in milliseconds.
        let now = Timestamp::from_millisecond(now.as_millisecond()).expect("a time cut short is a time");
        let (since, until) = self.range.resolve(now, &ctx.out.zone)?;
        let until = until.unwrap_or(now).min(now);
        let since = match since {
            Some(since) => since,
            None => now.checked_sub(default_range).expect("some days before now are a time"),
        };
        check_order(since, until)?;
        Ok((since, until))
    }
}

impl Reading {
    /// Returns whether one connection was named.
    pub(super) fn is_of_one(&self) -> bool {
        self.query.connection.is_some()
    }

    /// Groups it.
    #[must_use]
    pub(super) fn by(mut self, by: Vec<By>, bucket: Option<BucketSize>) -> Self {
        (self.query.by, self.query.bucket) = (by, bucket);
        self
    }

    /// Groups it by time, in at most so many buckets, and by what is given.
    #[must_use]
    pub(super) fn over_time(self, by: Vec<By>, most: u64) -> Self {
        let window = Window { from: self.query.since, to: self.query.until };
        self.by(by, bucket_for(window, most))
    }

    /// Moves it into the past.
    ///
    /// # Errors
    /// [`Exit::Usage`] where no calendar has the time.
    pub(super) fn earlier(mut self, shift: Duration) -> Result<Self, Failure> {
        for at in [&mut self.query.since, &mut self.query.until] {
            *at = at.checked_sub(shift).map_err(|_| Failure::usage("`--compare` goes back too far"))?;
        }
        Ok(self)
    }

    /// Moves it to the present.
    ///
    /// # Errors
    /// The time at the server cannot be read.
    pub(super) async fn refresh(&mut self, ctx: &Context) -> Result<(), Failure> {
        (self.query.since, self.query.until) = self.selection.window(ctx, self.default_range).await?;
        Ok(())
    }

    /// Returns the connections where their systems are wanted: the journal has none.
    async fn with_systems(&self, ctx: &Context) -> Result<Vec<Connection>, Failure> {
        if !self.query.has(By::System) || self.source == Source::Server {
            return Ok(Vec::new());
        }
        let listed = async { ctx.client().await?.connections().await.map_err(Failure::from) };
        listed.await.during(|| "could not read which connection is of which system".into())
    }

    /// Judges an answer against the time `shift` before.
    ///
    /// # Errors
    /// As [`Reading::answer`], and [`Exit::Usage`] for times that cannot be compared.
    pub(super) async fn judge(
        &self,
        ctx: &Context,
        shift: Duration,
        answer: &mut MetricsAnswer,
    ) -> Result<(), Failure> {
        compare(ctx, &self.query, &self.with_systems(ctx).await?, shift, answer).await
    }

    /// Reads the figures.
    ///
    /// # Errors
    /// As the server or the journal ends; [`Exit::Usage`] for more buckets than anybody reads.
    pub(super) async fn answer(&self, ctx: &Context) -> Result<MetricsAnswer, Failure> {
        let query = self.query.clone().checked()?;
        let mut answer = match self.source {
            Source::Server => {
                from_server(ctx.client().await?, query).await.during(|| "could not query the metrics".into())?
            }
            Source::Journal | Source::Auto => from_journal(ctx, query, &self.with_systems(ctx).await?)?,
        };
        if !self.selection.is_offline() && answer.wants_names() {
            let connections = resolve::optional_names(ctx, ctx.client().await?.connections().await);
            answer.name(&connections);
        }
        Ok(answer)
    }
}

/// Adds what to use instead where the name that was not found is a word such as `trend`.
fn not_a_subcommand(failure: Failure, text: &str) -> Failure {
    if failure.exit != Exit::NotFound || !text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
        return failure;
    }
    with_options(failure, text)
}

/// Adds the options that a word may have meant.
fn with_options(failure: Failure, text: &str) -> Failure {
    let options =
        ["--by", "--bucket", "--compare", "--since", "--until", "--source", "--connection", "--plot", "--heatmap"];
    let failure = match suggest::did_you_mean(&format!("--{text}"), options) {
        Some(hint) => failure.hint(hint),
        None => failure,
    };
    failure.hint("figures over time: `makini metrics --plot`; the subcommands: `makini metrics --help`")
}

fn kind(text: &str) -> Result<RequestKind, String> {
    text.parse().map_err(|error: crate::api::requests::UnknownKind| error.to_string())
}
