//! The thread that writes to a server: takes whatever is waiting, commits it, then answers everybody.
//!
//! While the server is away everybody is refused at once, and it is tried again several times a second.

mod add;
mod batch;
mod detached;
mod membership;
mod repeats;
mod rows;
mod transaction;

use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::time::Duration;

use tokio::sync::{Notify, broadcast, mpsc};
use tokio::time::Instant;
use tokio_postgres::Client;
use tokio_postgres::error::SqlState;

use super::super::error::Error;
use super::super::event::ReceiverEvent;
use super::super::postgres::{Shared, USED, check_copied, check_settings, prepare, reason, runtime};
use super::arrival::{Arrival, RejectedDelivery};
use super::command::{AttemptEnd, AttemptStart, Command};
use super::outcome::{StoreError, Stored};
use super::rows::{GAPS, stored_event};
use batch::{Batch, Outcome};
use transaction::{again, within};

pub(crate) use membership::{LEASE, Membership};

/// Commands in one batch, at most.
const BATCH: usize = 512;
/// How long a batch waits for as many deliveries as came together before. Senders that were answered together send again at
/// nearly the same time, and the first of them would be committed alone while the others wait for that.
const COLLECT: Duration = Duration::from_millis(1);
/// Longest time for a batch, after which the connection counts as broken. Senders wait no longer than nine seconds.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a batch may last until it is looked whether the server can be reached at all, and again.
const DOUBT: Duration = Duration::from_millis(250);
/// How long a receiver waits before it connects again.
const AGAIN: Duration = Duration::from_millis(200);
/// How long the size of the inbox is taken for what it was: others store as well.
const SIZE_AGE: Duration = Duration::from_secs(1);

/// Why nothing is stored while the server is away.
const AWAY: &str = "the database cannot be reached";

/// The writer of a receiver.
pub(super) struct Writer {
    server: Shared,
    membership: Arc<Membership>,
    max_bytes: u64,
    queue: mpsc::Receiver<Command>,
    events: broadcast::Sender<Arc<ReceiverEvent>>,
    wake: Arc<Notify>,
    room: Room,
    /// Deliveries that came together lately.
    usual: usize,
    /// Whether those of the last batch were all new.
    all_new: bool,
}

/// Bytes that may still be stored, as they were when they were counted last.
#[derive(Default)]
struct Room {
    left: u64,
    counted_at: Option<Instant>,
}

/// Connects, makes sure of the server and its tables, and joins the receivers.
async fn open(server: &Shared) -> Result<(Client, Arc<Membership>), Error> {
    let client = server.connect().await?;
    check_settings(&client, server).await?;
    prepare(&client, server, None).await?;
    check_copied(&client, server).await?;
    let membership = Membership::join(&client).await?;
    Ok((client, Arc::new(membership)))
}

/// Opens the inbox of a server, sends how that ended, and writes until it is stopped.
pub(super) fn work(
    server: &Shared,
    writer: impl FnOnce(Arc<Membership>) -> Writer,
    opened: &SyncSender<Result<Arc<Membership>, Error>>,
    note: impl Fn(bool),
) {
    let runtime = match runtime() {
        Ok(runtime) => runtime,
        Err(error) => return drop(opened.send(Err(error))),
    };
    runtime.block_on(async {
        match open(server).await {
            Ok((client, membership)) => {
                opened.send(Ok(Arc::clone(&membership))).ok();
                writer(membership).run(client, note).await;
            }
            Err(error) => drop(opened.send(Err(error))),
        }
    });
}

/// Why a batch was not stored.
struct Refusal {
    error: StoreError,
    /// Whether the connection cannot be used any more.
    broken: bool,
}

impl Refusal {
    fn broken(why: &str) -> Self {
        Self { error: StoreError::Failed(why.into()), broken: true }
    }
}

impl From<tokio_postgres::Error> for Refusal {
    fn from(error: tokio_postgres::Error) -> Self {
        let code = error.code();
        let broken = error.is_closed()
            || code.is_none()
            || code.is_some_and(|code| {
                // Shut down, or a standby by now.
                code.code().starts_with("57P") || *code == SqlState::READ_ONLY_SQL_TRANSACTION
            });
        let full = code.is_some_and(|code| *code == SqlState::DISK_FULL);
        let error = if full { StoreError::NoSpace } else { StoreError::Failed(reason(&error)) };
        Self { error, broken }
    }
}

impl Writer {
    pub(super) fn new(
        server: Shared,
        membership: Arc<Membership>,
        max_bytes: u64,
        queue: mpsc::Receiver<Command>,
        events: broadcast::Sender<Arc<ReceiverEvent>>,
        wake: Arc<Notify>,
    ) -> Self {
        Self { server, membership, max_bytes, queue, events, wake, room: Room::default(), usual: 1, all_new: true }
    }

    /// Runs until it is stopped. `note` gets for each batch whether it failed.
    async fn run(mut self, client: Client, note: impl Fn(bool)) {
        let (member, server, freed) = (Arc::clone(&self.membership), Arc::clone(&self.server), Arc::clone(&self.wake));
        let staying = tokio::spawn(async move { member.stay(server, freed).await });
        let mut client = Some(client);
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            if let Some(open) = &client {
                let received = tokio::select! {
                    biased;
                    count = self.queue.recv_many(&mut batch, BATCH) => Some(count),
                    () = closed(open) => None,
                };
                match received {
                    Some(0) => break,
                    Some(_) => {}
                    // Noticed before a sender has to: health checks show it.
                    None => {
                        note(true);
                        client = None;
                        continue;
                    }
                }
                self.collect(&mut batch).await;
                let stop = self.stops(&mut batch);
                if let Some(refusal) = self.commit(open, Batch::of(batch.drain(..)), &note).await
                    && refusal.broken
                {
                    client = None;
                }
                if stop {
                    break;
                }
            } else {
                match self.reconnect(&mut batch, &note).await {
                    Some(open) => {
                        note(false);
                        client = Some(open);
                        self.wake.notify_one();
                    }
                    None => break,
                }
            }
        }
        staying.abort();
        if let Some(client) = client {
            self.membership.leave(&client).await;
        }
    }

    /// Waits a moment for more deliveries, if more came together lately. Nothing else waits.
    async fn collect(&mut self, batch: &mut Vec<Command>) {
        let only_deliveries = |batch: &[Command]| batch.iter().all(|command| matches!(command, Command::Store(..)));
        let more = async {
            while batch.len() < self.usual && only_deliveries(batch) {
                if self.queue.recv_many(batch, BATCH - batch.len()).await == 0 {
                    break;
                }
            }
        };
        tokio::time::timeout(COLLECT, more).await.ok();
        self.usual = batch.len().max(self.usual * 3 / 4).max(1);
    }

    /// Takes the word to stop, and what came after it, off a batch.
    fn stops(&mut self, batch: &mut Vec<Command>) -> bool {
        let stop = batch.iter().position(|command| matches!(command, Command::Stop));
        if let Some(at) = stop {
            self.queue.close();
            batch.truncate(at);
        }
        stop.is_some()
    }

    /// Refuses everybody until the server is there again; nothing if it is stopped meanwhile.
    async fn reconnect(&mut self, batch: &mut Vec<Command>, note: &impl Fn(bool)) -> Option<Client> {
        let server = Arc::clone(&self.server);
        let mut connecting = pin!(async move {
            loop {
                let opened = async {
                    let client = server.connect().await?;
                    check_settings(&client, &server).await?;
                    Ok::<_, Error>(client)
                };
                if let Ok(Ok(client)) = tokio::time::timeout(PATIENCE, opened).await {
                    return client;
                }
                note(true);
                tokio::time::sleep(AGAIN).await;
            }
        });
        loop {
            tokio::select! {
                client = &mut connecting => return Some(client),
                count = self.queue.recv_many(batch, BATCH) => {
                    let stop = count == 0 || self.stops(batch);
                    note(true);
                    Batch::of(batch.drain(..)).refuse(&StoreError::Failed(AWAY.into()));
                    if stop {
                        return None;
                    }
                }
            }
        }
    }

    /// Commits a batch and answers. Returns why that failed.
    async fn commit(&mut self, client: &Client, mut batch: Batch, note: &impl Fn(bool)) -> Option<Refusal> {
        let mut stored: Vec<Option<Stored>> = vec![None; batch.stores.len()];
        let server = Arc::clone(&self.server);
        let done = tokio::select! {
            biased;
            done = tokio::time::timeout(PATIENCE, self.work(client, &batch, &mut stored)) => {
                let late = || Refusal::broken("the database did not answer in time");
                done.unwrap_or_else(|_| Err(late()))
            }
            () = away(&server) => Err(Refusal::broken(AWAY)),
        };
        note(done.is_err());
        // What is committed is answered so, even if what came after it failed.
        let mut open = Vec::new();
        let mut forward = false;
        for ((arrival, reply), stored) in batch.stores.drain(..).zip(stored) {
            let Some(stored) = stored else {
                open.push(reply);
                continue;
            };
            forward |= arrival.forward && matches!(stored, Stored::New { .. });
            if self.events.receiver_count() > 0 {
                self.events.send(Arc::new(stored_event(stored, &arrival))).ok();
            }
            reply.send(Ok(stored)).ok();
        }
        if forward {
            self.wake.notify_one();
        }
        match done {
            Ok(outcome) => {
                for reply in open {
                    reply.send(Err(StoreError::Full { limit: self.max_bytes })).ok();
                }
                batch.answer(outcome);
                None
            }
            Err(refusal) => {
                let message = refusal.error.to_string();
                self.events.send(Arc::new(ReceiverEvent::Trouble { message })).ok();
                for reply in open {
                    reply.send(Err(refusal.error.clone())).ok();
                }
                batch.refuse(&refusal.error);
                Some(refusal)
            }
        }
    }

    async fn work(
        &mut self,
        client: &Client,
        batch: &Batch,
        stored: &mut [Option<Stored>],
    ) -> Result<Outcome, Refusal> {
        let receiver = self.membership.id;
        let (fitting, others) = self.fitting(client, batch).await?;
        let new: Vec<&Arrival> = fitting.iter().map(|&at| &*batch.stores[at].0).collect();
        let all_new = &mut self.all_new;
        let added = if new.is_empty() {
            Vec::new()
        } else {
            again(async || add::add(client, receiver, &new, all_new).await).await?
        };
        for (&at, added) in fitting.iter().zip(added) {
            stored[at] = added;
        }
        let outcome = if batch.has_marks() {
            again(async || within(client, async || self.mark(client, batch).await).await).await?
        } else {
            Outcome::default()
        };
        let repeats: Vec<usize> = fitting.into_iter().chain(others).filter(|&at| stored[at].is_none()).collect();
        if !repeats.is_empty() {
            let arrivals: Vec<&Arrival> = repeats.iter().map(|&at| &*batch.stores[at].0).collect();
            let work = async || within(client, async || repeats::repeat(client, receiver, &arrivals).await).await;
            for (at, repeated) in repeats.into_iter().zip(again(work).await?) {
                stored[at] = repeated;
            }
        }
        Ok(outcome)
    }

    /// Returns which arrivals may be stored if they are new, and which there is no room for.
    async fn fitting(&mut self, client: &Client, batch: &Batch) -> Result<(Vec<usize>, Vec<usize>), Refusal> {
        let bytes = |at: &usize| batch.stores[*at].0.stored_bytes();
        let all: u64 = (0..batch.stores.len()).map(|at| bytes(&at)).sum();
        let is_old = self.room.counted_at.is_none_or(|at| at.elapsed() > SIZE_AGE);
        if all > 0 && (is_old || all > self.room.left) {
            let used = client.query_typed_one(USED, &[]).await?.try_get::<_, i64>(0)?;
            self.room.left = self.max_bytes.saturating_sub(u64::try_from(used).unwrap_or(0));
            self.room.counted_at = Some(Instant::now());
        }
        let room = &mut self.room.left;
        Ok((0..batch.stores.len()).partition(|at| {
            let fits = bytes(at) <= *room;
            *room = room.saturating_sub(if fits { bytes(at) } else { 0 });
            fits
        }))
    }

    /// Does what a batch holds besides arrivals.
    async fn mark(&self, client: &Client, batch: &Batch) -> Result<Outcome, tokio_postgres::Error> {
        let receiver = self.membership.id;
        let mut outcome = Outcome::default();
        if !batch.ends.is_empty() {
            let ends: Vec<&AttemptEnd> = batch.ends.iter().flat_map(|(ends, _)| ends).collect();
            outcome.ended = rows::end(client, receiver, &ends).await?;
        }
        if !batch.starts.is_empty() {
            let starts: Vec<&AttemptStart> = batch.starts.iter().flat_map(|(starts, _)| starts).collect();
            outcome.started = rows::start(client, receiver, &starts).await?;
        }
        if !batch.unrouted.is_empty() {
            let numbers: Vec<i64> = batch.unrouted.iter().map(|(number, _)| *number).collect();
            rows::unroute(client, &numbers).await?;
        }
        // Notes of what was refused must not fill the inbox up for what is not.
        if !batch.rejections.is_empty() && self.room.left >= self.max_bytes / 2 {
            let rejected: Vec<&RejectedDelivery> = batch.rejections.iter().map(|(one, _)| &**one).collect();
            rows::reject(client, &rejected).await?;
        }
        for (found, _) in &batch.gaps {
            outcome.gaps.push(rows::gap(client, &found.0, found.1, GAPS).await?);
        }
        Ok(outcome)
    }
}

/// Waits until a connection has ended.
async fn closed(client: &Client) {
    while !client.is_closed() {
        tokio::time::sleep(AGAIN).await;
    }
}

/// Waits until the server turns out to be away. A pooler keeps a statement that it has no session for until it has one, which may
/// take as long as the server is away, and refuses the next one at once. Never ends where the server only takes its time.
async fn away(server: &Shared) {
    loop {
        tokio::time::sleep(DOUBT).await;
        if server.is_away().await {
            return;
        }
    }
}
