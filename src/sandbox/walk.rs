//! Moves the clock on: everything that falls due on the way is done at its own time, one after the other, at once.

use std::time::Duration;

use rusqlite::Connection as Db;
use serde::Serialize;

use super::deliver;
use super::error::Error;
use super::settle::{Happened, apply};
use super::state::{App, iso};
use super::store::clock::Reading;
use super::store::timers;
use super::store::token;
use super::store::webhooks::{self, Due, Lease, Outcome};
use super::store::{last_number, new_id};
use crate::api::sync::SyncState;

/// Timers in one transaction; requests come in between.
const BATCH: usize = 1_000;
/// Steps after which a walk with a budget stops in any case.
const STEPS: u32 = 2_000;
/// How long the clock is held for one step, in milliseconds of the machine: longer than a receiver may take.
const HOLD: i64 = 15_000;
/// How often others are asked whether they have sent what they are sending.
const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// Where to, and how.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    /// The time to arrive at.
    pub(crate) to: i64,
    /// Leaves out scheduled syncs before the last ones, as after a long absence.
    pub(crate) skip_missed: bool,
    /// Stops on the way after so long. The clock stands still for some seconds then, to be taken further.
    pub(crate) budget: Option<Duration>,
}

/// What happened on the way.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Walked {
    pub(crate) from: String,
    pub(crate) to: String,
    /// Whether it is where it should be.
    pub(crate) arrived: bool,
    pub(crate) syncs_completed: u64,
    pub(crate) syncs_failed: u64,
    /// Tries to reach a system that was unreachable.
    pub(crate) probes: u64,
    pub(crate) events: u64,
    pub(crate) deliveries_succeeded: u64,
    /// Tries that were not answered with 200.
    pub(crate) deliveries_failed: u64,
    /// Deliveries that will not be tried again.
    pub(crate) deliveries_given_up: u64,
    /// Access tokens that ended.
    pub(crate) tokens_expired: u64,
}

/// Moves the clock. Goes on to its end when nobody waits for it any more.
pub(crate) async fn walk(app: &App, plan: Plan) -> Result<Walked, Error> {
    let app = app.clone();
    let walking = tokio::spawn(async move {
        let holder = take_hold(&app, plan.to)?;
        wait_for_others(&app).await?;
        let outcome = go(&app, &holder, plan).await;
        let arrived = outcome.as_ref().is_ok_and(|walked| walked.arrived);
        let ended = app.turn(|_, reading| {
            if reading.holder.as_deref() == Some(&holder) {
                // Stopped on the way, it waits for whoever takes it further.
                let rest = if arrived { 0 } else { HOLD };
                (reading.real_at, reading.held_until, reading.holder) = (app.real() + rest, 0, None);
            }
            Ok(())
        });
        outcome.and_then(|walked| ended.map(|()| walked))
    });
    walking.await.unwrap_or_else(|_| Err(Error::conflict("CONFLICT", "the clock was not moved to the end")))
}

fn take_hold(app: &App, to: i64) -> Result<String, Error> {
    app.turn(|tx, reading| {
        let real = app.real();
        if reading.is_held(real) {
            return Err(Error::conflict("CONFLICT", "somebody else is moving the clock; wait until it has arrived"));
        }
        let now = reading.now(real);
        if to < now {
            return Err(Error::field("to", format!("lies in the past: the clock shows {}", iso(now))));
        }
        reading.at = now;
        let holder = new_id(tx, "walk")?;
        hold(reading, &holder, real);
        Ok(holder)
    })
}

fn hold(reading: &mut Reading, holder: &str, real: i64) {
    reading.holder = Some(holder.to_owned());
    (reading.real_at, reading.held_until) = (real + HOLD, real + HOLD);
}

/// Waits until what others were sending when the clock was taken has come to its end.
async fn wait_for_others(app: &App) -> Result<(), Error> {
    let began = app.clock().moment();
    while app.read(|db| webhooks::any_leased(db, app.real()))? {
        if app.clock().since(began) > Duration::from_millis(deliver::LEASE.unsigned_abs()) {
            break;
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
    Ok(())
}

enum Step {
    /// There is more.
    More,
    /// A delivery is due, and was taken.
    Deliver(Box<Due>),
    /// Nothing more is due before the end.
    Arrived,
}

async fn go(app: &App, holder: &str, plan: Plan) -> Result<Walked, Error> {
    let began = app.clock().moment();
    let from = app.reading().at;
    let mut walked = Walked { from: iso(from), ..Walked::default() };
    let first_event = app.read(|db| last_number(db, "evt"))?;
    let mut sent: Option<(Due, Outcome)> = None;
    let mut steps = 0;
    loop {
        let step = app.turn(|tx, reading| {
            if reading.holder.as_deref() != Some(holder) {
                return Err(Error::conflict("CONFLICT", "the clock was set by somebody else on the way"));
            }
            hold(reading, holder, app.real());
            if let Some((due, outcome)) = sent.take() {
                webhooks::attempted(tx, &due, &outcome)?;
            }
            step(app, tx, reading, plan, &mut walked)
        })?;
        match step {
            Step::Arrived => {
                walked.arrived = true;
                break;
            }
            Step::More => tokio::task::yield_now().await,
            Step::Deliver(due) => {
                let outcome = deliver::attempt(app, &due).await;
                match outcome.status {
                    "delivered" => walked.deliveries_succeeded += 1,
                    status => {
                        walked.deliveries_failed += 1;
                        walked.deliveries_given_up += u64::from(status == "failed");
                    }
                }
                sent = Some((*due, outcome));
            }
        }
        steps += 1;
        if plan.budget.is_some_and(|budget| steps >= STEPS || app.clock().since(began) >= budget) {
            if let Some((due, outcome)) = sent.take() {
                app.write(|tx| webhooks::attempted(tx, &due, &outcome))?;
            }
            break;
        }
    }
    let to = app.reading().at;
    let (events, expired) = app.read(|db| Ok((last_number(db, "evt")?, token::expired(db, from, to)?)))?;
    (walked.to, walked.events, walked.tokens_expired) = (iso(to), events - first_event, expired);
    Ok(walked)
}

/// Does what is due next, timers before deliveries where both are due at the same time.
fn step(app: &App, db: &Db, reading: &mut Reading, plan: Plan, walked: &mut Walked) -> Result<Step, Error> {
    let real = app.real();
    for _ in 0..BATCH {
        let timer = timers::next(db)?.filter(|at| *at <= plan.to);
        let delivery = webhooks::next_due(db, real)?.filter(|at| *at <= plan.to);
        match (timer, delivery) {
            (Some(at), delivery) if delivery.is_none_or(|due| at <= due) => {
                let Some(timer) = timers::take(db, at)? else { continue };
                reading.at = reading.at.max(at);
                let now = if plan.skip_missed { plan.to } else { timer.at };
                match apply(app, db, &timer, now)? {
                    Happened::Synced(SyncState::Completed) => walked.syncs_completed += 1,
                    Happened::Synced(_) => walked.syncs_failed += 1,
                    Happened::Probed => walked.probes += 1,
                    Happened::Else => {}
                }
            }
            (_, Some(at)) => {
                reading.at = reading.at.max(at);
                let lease = Lease { real, length: deliver::LEASE };
                if let Some(due) = webhooks::take_due(db, app.vault(), reading.at, lease, 1)?.pop() {
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
