//! One round of a check: which connections there are, and how they are.

use std::sync::Arc;

use super::super::resolve;
use super::check_args::CheckArgs;
use super::rules::{Rules, accepted};
use crate::api::connections::{Connection, Lifecycle};
use crate::client::Client;
use crate::context::Context;
use crate::failure::{During as _, Failure};
use crate::health::{
    self, Acceptances, Budgets, ConnectionReport, FailOn, Limits, LiveProbe, Matching, Metrics, Policy, Rule, Severity,
    Trends,
};
use crate::term::progress::{Bar, Unit};
use crate::view::counted;

/// What was being done when the list failed.
const LISTING: &str = "could not list the connections";

/// What every round is made of.
pub struct Checks<'a> {
    ctx: &'a Context,
    args: &'a CheckArgs,
    rules: Rules,
    accepted: Option<Acceptances>,
    /// Stop at the first connection that fails with this.
    pub stop_at: Option<FailOn>,
    /// Whether progress is shown.
    pub is_shown: bool,
}

/// What a round found.
pub struct Round {
    /// The findings.
    pub report: health::Report,
    /// What is to be noted about the configuration.
    pub notes: Vec<String>,
}

impl Round {
    /// Prints what is to be noted about it, and returns the report.
    pub async fn concluded(self, ctx: &Context) -> Result<health::Report, Failure> {
        for note in self.notes {
            ctx.term.note(note);
        }
        let requests = ctx.client().await?.requests();
        ctx.term.verbose(1, || {
            let checked = counted(self.report.connections.len() as u64, "connection");
            format!("{} for {checked}", counted(requests, "request"))
        });
        Ok(self.report)
    }
}

impl<'a> Checks<'a> {
    /// Reads the accepted findings and resolves the budgets, with those of the configuration.
    ///
    /// # Errors
    /// One of them is not what it should be, or connections are both named and chosen.
    pub fn resolve(ctx: &'a Context, args: &'a CheckArgs) -> Result<Self, Failure> {
        let rules = Rules::resolve(&args.budgets, &ctx.settings.check)?;
        let accepted = accepted(ctx, args.accept.as_deref())?;
        if !args.connections.is_empty() && !args.rows.is_empty() {
            let failure =
                Failure::usage(format!("connections are named, and chosen by {}", args.rows.typed().join(" and ")));
            return Err(failure.hint("leave out one of the two"));
        }
        Ok(Self { ctx, args, rules, accepted, stop_at: None, is_shown: true })
    }

    /// Returns the lowest severity that fails the check.
    pub fn fail_on(&self) -> FailOn {
        self.rules.general.fail_on()
    }

    /// Returns what they are made for.
    pub fn context(&self) -> &'a Context {
        self.ctx
    }

    /// Checks the connections that there are now. Each is handed to `stream` as soon as it is judged, which may drop what
    /// nobody will read.
    ///
    /// # Errors
    /// They could not be listed.
    pub async fn round(&self, mut stream: impl FnMut(&mut ConnectionReport)) -> Result<Round, Failure> {
        let Self { ctx, args, rules, accepted, .. } = self;
        let connections = selected(ctx, args).await?;
        let mut notes = Vec::new();
        // Where only some are checked, the others may be those that a table is for.
        if args.connections.is_empty() && args.rows.is_empty() {
            let unused = rules.unused(&connections);
            notes.extend(unused.map(|unused| format!("no connection is one that {unused} is for")));
        }
        let mut matching = accepted.as_ref().map(Acceptances::matching);
        let judged = |row: &mut ConnectionReport| {
            if let Some(matching) = &mut matching {
                matching.mark(row, ctx.now());
            }
            stream(row);
        };
        let report = self.check(connections, judged).await?;
        let unused = matching.iter().flat_map(Matching::unused);
        notes.extend(unused.map(|unused| format!("no finding is like the accepted one: {unused}")));
        let report = match args.require {
            Some(least) => report.require(least),
            None if report.connections.is_empty() && !args.allow_none => {
                let (reason, remedy) = nothing_to_check(args);
                report.empty(reason, remedy)
            }
            None => report,
        };
        Ok(Round { report, notes })
    }
}

/// Returns why there is no connection to check, and the command that helps.
fn nothing_to_check(args: &CheckArgs) -> (String, &'static str) {
    if args.rows.is_empty() {
        return ("nothing to check: the account has no connection".into(), "makini connect");
    }
    let filters = args.rows.typed().join(" and ");
    (format!("nothing to check: no connection matches {filters}"), "makini connections list")
}

/// Returns the connections to check.
async fn selected(ctx: &Context, args: &CheckArgs) -> Result<Vec<Connection>, Failure> {
    let client = ctx.client().await.during(|| LISTING.into())?;
    if !args.connections.is_empty() {
        return resolve::connections(ctx, client, &args.connections).await;
    }
    let mut all = client.connections().await.during(|| LISTING.into())?;
    all.retain(|connection| connection.lifecycle() != Lifecycle::Disconnected && args.rows.fits(connection));
    if all.is_empty() {
        args.rows.check_systems(client, "check").await?;
    }
    Ok(all)
}

impl Checks<'_> {
    /// Compares the figures for which a connection has a budget.
    async fn trends(
        &self,
        client: &Client,
        connections: &[Connection],
        policy: &Policy,
        only: Option<&str>,
    ) -> Result<Trends, Failure> {
        let mut figures = Vec::new();
        for budgets in connections.iter().map(|row| policy.of(row)).filter(|budgets| budgets.has(Rule::Regression)) {
            for budget in &budgets.max_regressions {
                if !figures.contains(&budget.figure) {
                    figures.push(budget.figure);
                }
            }
        }
        if figures.is_empty() {
            return Ok(Trends::Skipped);
        }
        let times = (self.rules.general.window(), self.rules.general.compare());
        Ok(Trends::query(client, (self.ctx.journal()?, self.ctx.settings.profile()), times, &figures, only).await)
    }

    async fn check(
        &self,
        connections: Vec<Connection>,
        judged: impl FnMut(&mut ConnectionReport),
    ) -> Result<health::Report, Failure> {
        let Self { ctx, args, rules, .. } = self;
        let client = ctx.client().await?;
        let only = if let ([only], [_]) = (&connections[..], &args.connections[..]) { Some(only.id()) } else { None };
        let disconnected = if args.connections.is_empty() { Severity::Warning } else { Severity::Critical };
        let policy = rules.policy(disconnected);
        let any = |is_needed: fn(&Budgets) -> bool| connections.iter().any(|row| is_needed(&policy.of(row)));
        let needs_metrics = any(|budgets| {
            (budgets.max_error_rate.is_some() && budgets.has(Rule::ErrorRate))
                || (budgets.max_p95.is_some() && budgets.has(Rule::Latency))
        });
        let reads_tokens = any(|budgets| budgets.min_token_lifetime.is_some() && budgets.has(Rule::Token));
        let metrics = if needs_metrics {
            Metrics::query(client, (ctx.journal()?, ctx.settings.profile()), rules.general.window(), only).await
        } else {
            Metrics::Skipped
        };
        let trends = self.trends(client, &connections, &policy, only).await?;
        let progress = self.is_shown.then(|| ctx.term.progress());
        let bar = progress.as_ref().map(|all| all.bar("connections", Some(connections.len() as u64), Unit::Items));
        let done = bar.clone();
        let session = Arc::clone(ctx.session().await?);
        let probe = LiveProbe::new(client.clone(), session, (metrics, trends), (&policy, reads_tokens), move || {
            if let Some(bar) = &done {
                bar.inc(1);
            }
        })
        .await;
        let limits = Limits { at_once: args.concurrency, time: args.time_limit, stop_at: self.stop_at };
        let times = (&ctx.clock, client.now());
        let mut report = health::run(connections, Arc::new(probe), &policy, times, limits, judged).await;
        let budgets = rules.general.budgets();
        if let Some(allowed) = rules.general.max_failed_deliveries.filter(|_| budgets.has(Rule::Deliveries)) {
            report.overall.push(health::deliveries(client, allowed, rules.general.window()).await);
        }
        if let Some(least) = rules.general.min_credits.filter(|_| budgets.has(Rule::Credits)) {
            report.overall.push(health::credits(client, least).await);
        }
        bar.iter().for_each(Bar::clear);
        Ok(report)
    }
}
