//! Advances the clock: everything that becomes due on the way is run at its own simulated time, in order.

use std::time::Duration;

use rusqlite::Connection as Db;
use serde::Serialize;

use super::delivery;
use super::due::{TimerResult, run_timer};
use super::error::Error;
use super::state::App;
use super::store::clock::ClockState;
use super::store::webhooks::{self, AttemptResult, DueDelivery};
use super::store::{last_number, new_id, timers, token};
use super::time::iso;
use crate::api::sync::SyncState;

/// Timers run in one transaction; requests are served between two of them.
const BATCH: usize = 1_000;
/// Steps after which an advance with a budget stops in any case.
const MAX_STEPS: u32 = 2_000;
/// How long the clock is locked for one step, in milliseconds of the machine's clock: longer than a receiver may take.
const HOLD: i64 = 15_000;
/// Interval at which the deliveries of other processes are checked.
const POLL_INTERVAL: Duration = Duration::from_millis(5);

/// How to advance the clock.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AdvancePlan {
    /// The target time, in milliseconds since 1970.
    pub(crate) to: i64,
    /// Skips missed scheduled syncs except the last ones.
    pub(crate) skip_missed: bool,
    /// Stops after this time. The clock then stands still for some seconds, so that another request can continue.
    pub(crate) budget: Option<Duration>,
}

/// What happened while the clock was advanced.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct AdvanceReport {
    pub(crate) from: String,
    pub(crate) to: String,
    /// Whether the target time was reached.
    pub(crate) arrived: bool,
    pub(crate) syncs_completed: u64,
    pub(crate) syncs_failed: u64,
    /// Probes of unreachable systems.
    pub(crate) probes: u64,
    pub(crate) events: u64,
    pub(crate) deliveries_succeeded: u64,
    /// Attempts without a response of 200.
    pub(crate) deliveries_failed: u64,
    /// Deliveries that will not be retried.
    pub(crate) deliveries_given_up: u64,
    /// Access tokens that expired.
    pub(crate) tokens_expired: u64,
}

/// Advances the clock. Continues to the end when the caller no longer waits.
pub(crate) async fn advance(app: &App, plan: AdvancePlan) -> Result<AdvanceReport, Error> {
    let app = app.clone();
    let advancing = tokio::spawn(async move {
        let holder = take_clock(&app, plan.to)?;
        wait_for_others(&app).await?;
        let outcome = run(&app, &holder, plan).await;
        let arrived = outcome.as_ref().is_ok_and(|report| report.arrived);
        let ended = app.update_clock(|_, reading| {
            if reading.holder.as_deref() == Some(&holder) {
                // After a partial advance the clock waits for the next one.
                let rest = if arrived { 0 } else { HOLD };
                (reading.real_at, reading.held_until, reading.holder) = (app.real() + rest, 0, None);
            }
            Ok(())
        });
        outcome.and_then(|report| ended.map(|()| report))
    });
    advancing.await.unwrap_or_else(|_| Err(Error::conflict("the clock was not advanced completely")))
}

fn take_clock(app: &App, to: i64) -> Result<String, Error> {
    app.update_clock(|tx, reading| {
        let real = app.real();
        if reading.is_held(real) {
            return Err(Error::conflict(
                "the clock is being advanced by another request; wait until that has finished",
            ));
        }
        let now = reading.now(real);
        if to < now {
            return Err(Error::field("to", format!("lies in the past: the clock shows {}", iso(now))));
        }
        reading.at = now;
        let holder = new_id(tx, "walk")?;
        extend_hold(reading, &holder, real);
        Ok(holder)
    })
}

fn extend_hold(reading: &mut ClockState, holder: &str, real: i64) {
    reading.holder = Some(holder.to_owned());
    (reading.real_at, reading.held_until) = (real + HOLD, real + HOLD);
}

/// Waits for deliveries that other processes were sending when the clock was locked.
async fn wait_for_others(app: &App) -> Result<(), Error> {
    let began = app.clock().moment();
    while app.read(|db| webhooks::any_leased(db, app.real()))? {
        if app.clock().since(began) > Duration::from_millis(delivery::LEASE.unsigned_abs()) {
            break;
        }
        tokio::time::sleep(POLL_INTERVAL).await;
    }
    Ok(())
}

enum Step {
    /// More is due.
    More,
    /// A delivery is due and was leased.
    Deliver(Box<DueDelivery>),
    /// Nothing more is due before the target time.
    Arrived,
}

async fn run(app: &App, holder: &str, plan: AdvancePlan) -> Result<AdvanceReport, Error> {
    let began = app.clock().moment();
    let from = app.reading().at;
    let mut report = AdvanceReport { from: iso(from), ..AdvanceReport::default() };
    let first_event = app.read(|db| last_number(db, "evt"))?;
    let mut sent: Option<(DueDelivery, AttemptResult)> = None;
    let mut steps = 0;
    loop {
        let step = app.update_clock(|tx, reading| {
            if reading.holder.as_deref() != Some(holder) {
                return Err(Error::conflict("the clock was changed by another request meanwhile"));
            }
            extend_hold(reading, holder, app.real());
            if let Some((due, outcome)) = sent.take() {
                webhooks::record_attempt(tx, &due, &outcome)?;
            }
            step(app, tx, reading, plan, &mut report)
        })?;
        match step {
            Step::Arrived => {
                report.arrived = true;
                break;
            }
            Step::More => tokio::task::yield_now().await,
            Step::Deliver(due) => {
                let outcome = delivery::attempt(app, &due).await;
                match outcome.status {
                    "delivered" => report.deliveries_succeeded += 1,
                    status => {
                        report.deliveries_failed += 1;
                        report.deliveries_given_up += u64::from(status == "failed");
                    }
                }
                sent = Some((*due, outcome));
            }
        }
        steps += 1;
        if plan.budget.is_some_and(|budget| steps >= MAX_STEPS || app.clock().since(began) >= budget) {
            if let Some((due, outcome)) = sent.take() {
                app.write(|tx| webhooks::record_attempt(tx, &due, &outcome))?;
            }
            break;
        }
    }
    let to = app.reading().at;
    let (events, expired) = app.read(|db| Ok((last_number(db, "evt")?, token::expired(db, from, to)?)))?;
    (report.to, report.events, report.tokens_expired) = (iso(to), events - first_event, expired);
    Ok(report)
}

/// Runs what is due next, timers before deliveries of the same time.
fn step(
    app: &App,
    db: &Db,
    reading: &mut ClockState,
    plan: AdvancePlan,
    report: &mut AdvanceReport,
) -> Result<Step, Error> {
    let real = app.real();
    for _ in 0..BATCH {
        let timer = timers::next(db)?.filter(|at| *at <= plan.to);
        let delivery = webhooks::next_due(db, real)?.filter(|at| *at <= plan.to);
        match (timer, delivery) {
            (Some(at), delivery) if delivery.is_none_or(|due| at <= due) => {
                let Some(timer) = timers::take(db, at)? else { continue };
                reading.at = reading.at.max(at);
                let now = if plan.skip_missed { plan.to } else { timer.at };
                match run_timer(app, db, &timer, now)? {
                    TimerResult::Synced(SyncState::Completed) => report.syncs_completed += 1,
                    TimerResult::Synced(_) => report.syncs_failed += 1,
                    TimerResult::Probed => report.probes += 1,
                    TimerResult::Else => {}
                }
            }
            (_, Some(at)) => {
                reading.at = reading.at.max(at);
                if let Some(due) = delivery::take_due(db, app, reading.at, real, 1)?.pop() {
                    return Ok(Step::Deliver(Box::new(due)));
                }
            }
            (_, None) => {
                reading.at = plan.to;
                return Ok(Step::Arrived);
            }
        }
    }
    Ok(Step::More)
}
