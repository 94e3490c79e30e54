//! A receiver among others: its row, its lock, and the lanes of those that are gone.
//!
//! The advisory lock ends with the session, so whoever is killed is noticed at once. Through a pooler it may end early, or
//! late; then a lane changes hands for nothing, or when its time is over. What is right never rests on it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::Instant;
use tokio_postgres::Client;
use tokio_postgres::types::{ToSql, Type};

use super::super::arrival::SENDER_MEMORY;
use super::detached;
use crate::inbox::error::Error;
use crate::inbox::owner::{Owner, host};
use crate::inbox::postgres::Shared;

/// How often the others are looked at.
const LOOK: Duration = Duration::from_millis(250);
/// How often a receiver shows that it is there, and keeps its lanes.
const BEAT: Duration = Duration::from_millis(2500);
/// How long it waits before it connects again.
const AGAIN: Duration = Duration::from_millis(250);
/// Longest time for a statement here, after which the connection counts as broken.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long a lane belongs to whoever claimed it, unless it keeps it: for `interval`.
pub(crate) const LEASE: &str = "10 s";

const REGISTER: &str = "
    INSERT INTO receivers (id, host, pid, version, address) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (id) DO UPDATE SET seen_at = now(), address = excluded.address, locked = $6";

/// The others, and whether each has gone without leaving; the one that was seen last first.
const BEFORE: &str = "
    SELECT pid, address, (extract(epoch FROM started_at) * 1000000)::int8 AS started_at, seen_at < now() - interval '60 s'
        OR (locked AND pg_try_advisory_xact_lock(hashtext('makini_inbox'), id::int)) AS gone
    FROM receivers WHERE id <> $1 ORDER BY seen_at DESC";

const LOCK: &str = "SELECT pg_try_advisory_lock(hashtext('makini_inbox'), $1::int)";

/// Others whose lock is free, and others without one that were not seen for long.
const GONE: &str = "
    SELECT id FROM receivers WHERE id <> $1 AND (seen_at < now() - interval '60 s'
        OR (locked AND pg_try_advisory_xact_lock(hashtext('makini_inbox'), id::int)))";

const REMOVE: &str = "
    WITH gone AS (DELETE FROM receivers WHERE id = $1 RETURNING bytes)
    UPDATE stored_bytes SET bytes = stored_bytes.bytes + gone.bytes FROM gone";

const FREE: &str = "
    UPDATE lanes SET owner = NULL WHERE connection IN
        (SELECT connection FROM lanes WHERE owner = $1 ORDER BY connection FOR UPDATE)";

/// Forgets IDs of dropped events: of so many numbers at most.
const FORGET: &str = "SELECT inbox_forget(make_interval(secs => $1::float8), 2000)";
/// How often that is done in a beat, at most.
const FORGET_STEPS: u32 = 8;

/// This receiver among others.
pub(crate) struct Membership {
    /// Its number, which is never given again while it is there.
    pub(crate) id: i64,
    /// The last receiver, where all before it have gone without leaving.
    pub(crate) before: Option<Owner>,
    host: String,
    address: Mutex<Option<String>>,
    changed: Notify,
}

impl Membership {
    /// Takes a number.
    pub(super) async fn join(client: &Client) -> Result<Self, Error> {
        let id = client.query_typed_one("SELECT nextval('receivers_id')", &[]).await?.try_get(0)?;
        let before = before(client, id).await?;
        let member = Self { id, before, host: host(), address: Mutex::default(), changed: Notify::new() };
        member.register(client, false).await?;
        Ok(member)
    }

    /// Shows the address to others.
    pub(crate) fn announce(&self, address: String) {
        *self.address.lock().unwrap_or_else(PoisonError::into_inner) = Some(address);
        self.changed.notify_one();
    }

    async fn register(&self, client: &Client, locked: bool) -> Result<(), tokio_postgres::Error> {
        let address = self.address.lock().unwrap_or_else(PoisonError::into_inner).clone();
        client
            .execute_typed(
                REGISTER,
                &[
                    (&self.id, Type::INT8),
                    (&self.host, Type::TEXT),
                    (&i64::from(std::process::id()), Type::INT8),
                    (&env!("CARGO_PKG_VERSION"), Type::TEXT),
                    (&address, Type::TEXT),
                    (&locked, Type::BOOL),
                ],
            )
            .await?;
        Ok(())
    }

    fn me(&self) -> [(&(dyn ToSql + Sync), Type); 1] {
        [(&self.id, Type::INT8)]
    }

    /// Shows that it is there, and frees the lanes of those that are not, until it is dropped. `freed` is told of lanes.
    pub(super) async fn stay(&self, server: Shared, freed: Arc<Notify>) {
        let mut dropping = None;
        loop {
            if let Ok(client) = server.connect().await {
                // It ends when the connection does.
                self.stay_on(&client, &server, &mut dropping, &freed).await.ok();
            }
            tokio::time::sleep(AGAIN).await;
        }
    }

    async fn stay_on(
        &self,
        client: &Client,
        server: &Shared,
        dropping: &mut Option<JoinHandle<()>>,
        freed: &Notify,
    ) -> Result<(), Broken> {
        let mut locked = false;
        let memory = i64::try_from(SENDER_MEMORY.as_secs()).unwrap_or(i64::MAX);
        let mut beat_at = Instant::now();
        loop {
            if !locked {
                let lock = within(client.query_typed_one(LOCK, &self.me())).await?;
                locked = lock.try_get(0).map_err(|_| Broken)?;
                beat_at = Instant::now();
            }
            if Instant::now() >= beat_at {
                within(self.register(client, locked)).await?;
                let keep = format!(
                    "UPDATE lanes SET until = now() + interval '{LEASE}' WHERE connection IN
                        (SELECT connection FROM lanes WHERE owner = $1 ORDER BY connection FOR UPDATE)"
                );
                within(client.execute_typed(&keep, &self.me())).await?;
                beat_at = Instant::now() + BEAT;
                if dropping.as_ref().is_none_or(JoinHandle::is_finished) && within(detached::any(client)).await? {
                    *dropping = Some(tokio::spawn(detached::drop_all(Arc::clone(server))));
                }
                // A few at a time: what was dropped at once need not be forgotten at once.
                for _ in 0..FORGET_STEPS {
                    let forgot = within(client.query_typed_one(FORGET, &[(&memory, Type::INT8)])).await?;
                    if !forgot.try_get(0).map_err(|_| Broken)? {
                        break;
                    }
                }
            }
            for gone in within(client.query_typed(GONE, &self.me())).await? {
                let id: i64 = gone.try_get(0).map_err(|_| Broken)?;
                within(remove(client, id)).await?;
                freed.notify_one();
            }
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                () = self.changed.notified() => beat_at = Instant::now(),
            }
        }
    }

    /// Leaves: its lanes are free at once.
    pub(super) async fn leave(&self, client: &Client) {
        // Where it fails, the others find out by themselves.
        within(remove(client, self.id)).await.ok();
    }
}

/// Returns the last receiver, if there were any, and all have gone without leaving.
async fn before(client: &Client, me: i64) -> Result<Option<Owner>, Error> {
    let mut last = None;
    for row in client.query_typed(BEFORE, &[(&me, Type::INT8)]).await? {
        if !row.try_get("gone")? {
            return Ok(None);
        }
        let pid = u32::try_from(row.try_get::<_, i64>("pid")?).unwrap_or_default();
        let started_at = Timestamp::from_microsecond(row.try_get("started_at")?).unwrap_or_default();
        last.get_or_insert(Owner { pid, started_at, address: row.try_get("address")?, copies: false });
    }
    Ok(last)
}

async fn remove(client: &Client, id: i64) -> Result<(), tokio_postgres::Error> {
    client.execute_typed(FREE, &[(&id, Type::INT8)]).await?;
    client.execute_typed(REMOVE, &[(&id, Type::INT8)]).await?;
    Ok(())
}

/// The connection is to be made anew.
struct Broken;

async fn within<T>(work: impl Future<Output = Result<T, tokio_postgres::Error>>) -> Result<T, Broken> {
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(_)) | Err(_) => Err(Broken),
    }
}
