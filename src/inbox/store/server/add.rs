//! New events of a batch: one call of a function of the server, which is one transaction where nothing else is to be done.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::future::poll_fn;
use std::pin::pin;

use futures_core::Stream as _;
use jiff::Timestamp;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Error, Row};

use super::super::arrival::Arrival;
use super::super::outcome::Stored;
use super::rows::{digests, ids, proven, size};
use crate::inbox::postgres::text;
use crate::inbox::verify::Verdict;

/// Stores events that all have an ID and are all new, or none: `0008.sql` describes it.
const STORE_NEW: &str =
    "SELECT inbox_store_new($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)";

/// Stores the events that are neither there nor remembered: `0007.sql` describes it.
const STORE: &str =
    "SELECT * FROM inbox_store($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";

/// The same where another receiver stores some of them at this moment: `0002.sql` and `0004.sql` describe it.
const ADD: &str = "SELECT * FROM inbox_add($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";

/// Adds the arrivals of a batch. Returns what became of each; nothing for those that are not new. `all_new` is whether those of
/// the last batch were all new, which those of the next are then taken for.
pub(super) async fn add(
    client: &Client,
    receiver: i64,
    arrivals: &[&Arrival],
    all_new: &mut bool,
) -> Result<Vec<Option<Stored>>, Error> {
    match store(client, receiver, arrivals, all_new).await {
        Err(error) if is_taken(&error) => add_beside_others(client, receiver, arrivals).await,
        stored => stored,
    }
}

/// Returns whether an ID was taken by another receiver meanwhile.
fn is_taken(error: &Error) -> bool {
    error.as_db_error().is_some_and(|error| {
        *error.code() == SqlState::UNIQUE_VIOLATION && error.constraint() == Some("event_ids_pkey")
    })
}

/// Stores the first arrival of each key. Those that are there by then, or come later in the batch, are not new.
async fn store(
    client: &Client,
    receiver: i64,
    arrivals: &[&Arrival],
    all_new: &mut bool,
) -> Result<Vec<Option<Stored>>, Error> {
    let mut keys = HashSet::with_capacity(arrivals.len());
    let is_first = |at: &usize| arrivals[*at].envelope.id.is_none() || keys.insert(key(arrivals[*at]));
    let places: Vec<usize> = (0..arrivals.len()).filter(is_first).collect();
    let firsts: Vec<&Arrival> = places.iter().map(|&at| arrivals[at]).collect();
    let sorted = by_key(&firsts).into_iter().filter(|&at| firsts[at].envelope.id.is_some()).map(from_one);
    let sorted: Vec<i64> = sorted.collect();
    let columns = Columns::of(&firsts);
    let values = columns.values();
    let before: [Value<'_>; 2] = [(&receiver, Type::INT8), (&sorted, Type::INT8_ARRAY)];
    let mut numbers: Vec<Option<i64>> = Vec::new();
    let mut duplicates: Vec<Option<i64>> = Vec::new();
    if *all_new && sorted.len() == firsts.len() {
        let bytes = size(firsts.iter().map(|one| one.stored_bytes()).sum());
        let (first_time, last_time) = (columns.times.iter().min(), columns.times.iter().max());
        let last_event = columns.event_ats.iter().flatten().max();
        let sums: [Value<'_>; 4] =
            [(&bytes, Type::INT8), (&first_time, Type::INT8), (&last_time, Type::INT8), (&last_event, Type::INT8)];
        if let Some(row) = one(client, STORE_NEW, &[&before[..], &values, &sums].concat()).await? {
            numbers = row.try_get(0)?;
        }
    }
    if numbers.is_empty() {
        let earlier: Vec<Option<i64>> = earlier(&firsts).into_iter().map(|at| at.map(from_one)).collect();
        let sizes: Vec<i64> = firsts.iter().map(|one| size(one.stored_bytes())).collect();
        let after: [Value<'_>; 2] = [(&earlier, Type::INT8_ARRAY), (&sizes, Type::INT8_ARRAY)];
        let row = one(client, STORE, &[&before[..], &values, &after].concat()).await?;
        let Some(row) = row else { return Ok(vec![None; arrivals.len()]) };
        numbers = row.try_get("numbers")?;
        // Without it where all have an ID.
        duplicates = row.try_get::<_, Option<_>>("duplicates")?.unwrap_or_default();
        *all_new = numbers.iter().all(Option::is_some);
    }
    let mut stored = vec![None; arrivals.len()];
    for (at, (place, number)) in places.into_iter().zip(numbers).enumerate() {
        let duplicate_of = duplicates.get(at).copied().flatten();
        stored[place] = number.map(|number| Stored::New { number, duplicate_of });
    }
    Ok(stored)
}

/// Adds the arrivals whose keys nobody else takes first.
async fn add_beside_others(
    client: &Client,
    receiver: i64,
    arrivals: &[&Arrival],
) -> Result<Vec<Option<Stored>>, Error> {
    let places = by_key(arrivals);
    let sorted: Vec<&Arrival> = places.iter().map(|&at| arrivals[at]).collect();
    let earlier = earlier(arrivals);
    let columns = Columns::of(&sorted);
    let numbers: Vec<i64> = places.iter().copied().map(from_one).collect();
    let earlier: Vec<Option<i64>> = places.iter().map(|at| earlier[*at].map(from_one)).collect();
    let before: [Value<'_>; 2] = [(&receiver, Type::INT8), (&numbers, Type::INT8_ARRAY)];
    let after: [Value<'_>; 1] = [(&earlier, Type::INT8_ARRAY)];
    let row = one(client, ADD, &[&before[..], &columns.values(), &after].concat()).await?;
    let Some(row) = row else { return Ok(vec![None; arrivals.len()]) };
    let numbers: Vec<Option<i64>> = row.try_get("numbers")?;
    let given: HashMap<i64, usize> =
        numbers.into_iter().enumerate().filter_map(|(at, number)| Some((number?, at))).collect();
    let added: Vec<i64> = row.try_get::<_, Option<_>>("added")?.unwrap_or_default();
    let duplicates: Vec<Option<i64>> = row.try_get::<_, Option<_>>("duplicates")?.unwrap_or_default();
    let mut stored = vec![None; arrivals.len()];
    for (number, duplicate_of) in added.into_iter().zip(duplicates) {
        if let Some(place) = given.get(&number).and_then(|&at| stored.get_mut(at)) {
            *place = Some(Stored::New { number, duplicate_of });
        }
    }
    Ok(stored)
}

/// Returns the row of a function. An error is returned when the server is ready again, and not as soon as it is there: a pooler
/// would take the end of what failed for that of what is sent next, and give the rest of it to another session.
async fn one(client: &Client, sql: &str, values: &[Value<'_>]) -> Result<Option<Row>, Error> {
    let mut rows = pin!(client.query_typed_raw(sql, values.iter().cloned()).await?);
    let mut found = None;
    while let Some(row) = poll_fn(|context| rows.as_mut().poll_next(context)).await {
        match (&found, row) {
            // The connection has ended.
            (Some(Err(_)), Err(_)) => break,
            (Some(Err(_)), Ok(_)) => {}
            (_, row) => found = Some(row),
        }
    }
    found.transpose()
}

/// A value of a statement, and its type.
type Value<'a> = (&'a (dyn ToSql + Sync), Type);

/// The columns of the table, of arrivals in their order.
struct Columns<'a> {
    ids: Vec<Option<Cow<'a, str>>>,
    proven: Vec<bool>,
    digests: Vec<&'a [u8]>,
    events: Vec<Cow<'a, str>>,
    connections: Vec<Cow<'a, str>>,
    event_times: Vec<Option<Cow<'a, str>>>,
    event_ats: Vec<Option<i64>>,
    times: Vec<i64>,
    headers: Vec<&'a [u8]>,
    bodies: Vec<&'a [u8]>,
    /// Nothing where no arrival has one.
    canonicals: Option<Vec<Option<&'a [u8]>>>,
    verdicts: Vec<&'static str>,
    /// Nothing where no arrival has one.
    modes: Option<Vec<Option<&'static str>>>,
    states: Vec<i64>,
}

impl<'a> Columns<'a> {
    fn of(arrivals: &[&'a Arrival]) -> Self {
        fn all<'a, T>(arrivals: &[&'a Arrival], read: impl Fn(&'a Arrival) -> T) -> Vec<T> {
            arrivals.iter().map(|arrival| read(arrival)).collect()
        }
        fn any<T>(values: Vec<Option<T>>) -> Option<Vec<Option<T>>> {
            values.iter().any(Option::is_some).then_some(values)
        }
        Self {
            ids: ids(arrivals),
            proven: proven(arrivals),
            digests: digests(arrivals),
            events: all(arrivals, |one| text::write(&one.envelope.event)),
            connections: all(arrivals, |one| text::write(&one.envelope.connection)),
            event_times: all(arrivals, |one| one.envelope.timestamp.as_deref().map(text::write)),
            event_ats: all(arrivals, |one| one.envelope.happened_at().map(Timestamp::as_microsecond)),
            times: all(arrivals, |one| one.received_at.as_microsecond()),
            headers: all(arrivals, |one| &one.headers[..]),
            bodies: all(arrivals, |one| &one.body[..]),
            canonicals: any(all(arrivals, |one| one.canonical.as_deref())),
            verdicts: all(arrivals, |one| one.verdict.as_str()),
            modes: any(all(arrivals, |one| one.mode)),
            states: all(arrivals, |one| i64::from(one.forward)),
        }
    }

    /// Returns them in the order in which both functions take them.
    fn values(&self) -> [Value<'_>; 14] {
        [
            (&self.ids, Type::TEXT_ARRAY),
            (&self.proven, Type::BOOL_ARRAY),
            (&self.digests, Type::BYTEA_ARRAY),
            (&self.events, Type::TEXT_ARRAY),
            (&self.connections, Type::TEXT_ARRAY),
            (&self.event_times, Type::TEXT_ARRAY),
            (&self.event_ats, Type::INT8_ARRAY),
            (&self.times, Type::INT8_ARRAY),
            (&self.headers, Type::BYTEA_ARRAY),
            (&self.bodies, Type::BYTEA_ARRAY),
            (&self.canonicals, Type::BYTEA_ARRAY),
            (&self.verdicts, Type::TEXT_ARRAY),
            (&self.modes, Type::TEXT_ARRAY),
            (&self.states, Type::INT8_ARRAY),
        ]
    }
}

/// What an event with an ID is known by.
fn key(arrival: &Arrival) -> (Option<&str>, bool) {
    (arrival.envelope.id.as_deref(), arrival.verdict == Verdict::Verified)
}

fn from_one(at: usize) -> i64 {
    size(at as u64 + 1)
}

/// Returns the places of arrivals in the order of their keys, which every receiver keeps.
fn by_key(arrivals: &[&Arrival]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..arrivals.len()).collect();
    places.sort_by_key(|&at| key(arrivals[at]));
    places
}

/// Returns for each arrival without an ID the first one of the batch that it may be a repeat of, by its place.
fn earlier<'a>(arrivals: &[&'a Arrival]) -> Vec<Option<usize>> {
    let mut first: HashMap<(&'a [u8; 32], bool), usize> = HashMap::new();
    let seen = |(at, arrival): (usize, &&'a Arrival)| {
        if arrival.envelope.id.is_some() {
            return None;
        }
        // What is not proven may be a repeat of something that is, and not the other way round.
        let proven = arrival.verdict == Verdict::Verified;
        let before =
            [true, proven].into_iter().filter_map(|proven| first.get(&(&arrival.digest, proven))).min().copied();
        first.entry((&arrival.digest, proven)).or_insert(at);
        before
    };
    arrivals.iter().enumerate().map(seen).collect()
}
