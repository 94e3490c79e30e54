//! One round of a check: which connections there are, and how they are.

use std::sync::Arc;

use tokio::sync::mpsc::unbounded_channel;

use super::check_args::CheckArgs;
use super::events;
use super::rules::{RuleInEffect, Rules, accepted};
use super::selected::Selected;
use crate::client::Client;
use crate::context::Context;
use crate::failure::Failure;
use crate::health::{
    self, Acceptances, Budgets, ConnectionReport, FailOn, Limits, LiveProbe, Matching, Metrics, Rule, Severity, Trends,
};
use crate::term::progress::{Bar, Unit};
use crate::view::counted;

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

    /// Returns every rule that connections are judged by.
    pub fn rules(&self) -> Vec<RuleInEffect> {
        self.rules.in_effect()
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
        // Otherwise the first are checked while the list is read.
        let is_whole = self.stop_at.is_some() || rules.has_tables();
        let selected = Selected::read(ctx, args, is_whole).await?;
        let mut notes = Vec::new();
        // Where only some are checked, the others may be those that a table is for.
        if args.connections.is_empty() && args.rows.is_empty() {
            let unused = rules.unused(&selected.known);
            notes.extend(unused.map(|unused| format!("no connection is one that {unused} is for")));
        }
        let mut matching = accepted.as_ref().map(Acceptances::matching);
        let judged = |row: &mut ConnectionReport| {
            if let Some(matching) = &mut matching {
                matching.mark(row, ctx.now());
            }
            stream(row);
        };
        let report = self.check(selected, judged).await?;
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

impl Checks<'_> {
    /// Compares the figures for which a connection has a budget.
    async fn trends(&self, client: &Client, budgets: &[Arc<Budgets>], only: Option<&str>) -> Result<Trends, Failure> {
        let mut figures = Vec::new();
        for budgets in budgets.iter().filter(|budgets| budgets.has(Rule::Regression)) {
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
        mut selected: Selected<'_>,
        judged: impl FnMut(&mut ConnectionReport),
    ) -> Result<health::Report, Failure> {
        let Self { ctx, args, rules, .. } = self;
        let client = ctx.client().await?;
        let known = std::mem::take(&mut selected.known);
        let only =
            if let ([only], [_]) = (&known[..], &args.connections[..]) { Some(only.id().to_owned()) } else { None };
        let only = only.as_deref();
        let disconnected = if args.connections.is_empty() { Severity::Warning } else { Severity::Critical };
        let policy = rules.policy(disconnected);
        let mut all_budgets: Vec<_> = known.iter().map(|row| policy.of(row)).collect();
        if !selected.is_whole() {
            // No table is for some of those to come: these are the budgets of each.
            all_budgets.push(Arc::new(rules.general.budgets()));
        }
        let any = |is_needed: fn(&Budgets) -> bool| all_budgets.iter().any(|budgets| is_needed(budgets));
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
        let trends = self.trends(client, &all_budgets, only).await?;
        let progress = self.is_shown.then(|| ctx.term.progress());
        let bar = progress.as_ref().map(|all| all.bar("connections", Some(known.len() as u64), Unit::Items));
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
        let (sender, arriving) = unbounded_channel();
        let mut total = known.len() as u64;
        sender.send(known).ok();
        let listing = async {
            while let Some(page) = selected.next().await? {
                total += page.len() as u64;
                if let Some(bar) = &bar {
                    bar.set_total(Some(total));
                }
                // The check ends first only where it does not read what is left.
                sender.send(page).ok();
            }
            drop(sender);
            Ok::<_, Failure>(())
        };
        let checking = async { Ok(health::run(arriving, Arc::new(probe), &policy, times, limits, judged).await) };
        let ((), mut report) = tokio::try_join!(listing, checking)?;
        let budgets = rules.general.budgets();
        if let Some(allowed) = rules.general.max_failed_deliveries.filter(|_| budgets.has(Rule::Deliveries)) {
            report.overall.push(health::deliveries(client, allowed, rules.general.window()).await);
        }
        if let Some(allowed) = rules.general.max_failing_events.filter(|_| budgets.has(Rule::Events)) {
            report.overall.push(health::events(events::read(ctx).await, allowed));
        }
        if let Some(least) = rules.general.min_credits.filter(|_| budgets.has(Rule::Credits)) {
            report.overall.push(health::credits(client, least).await);
        }
        bar.iter().for_each(Bar::clear);
        Ok(report)
    }
}
