//! What one batch does to the tables of a server: a few statements, however many deliveries it holds.
//!
//! New events are added by one statement (`add`), which is one transaction where nothing else is to be done. Repeats come after it:
//! what it did not add is there already. Rows are locked in the order of their keys everywhere, so that receivers that
//! get the same deliveries wait for each other and never in a circle. Statements name the numbers that they are about as an
//! array, by which the server leaves out the partitions that hold none of them before it makes a plan.

use std::collections::HashMap;

use jiff::Timestamp;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Error};

use super::super::arrival::{Arrival, RejectedDelivery};
use super::super::command::{AttemptEnd, AttemptStart, NextState};
use crate::inbox::gap::Gap;
use crate::inbox::postgres::text;
use crate::inbox::verify::Verdict;

/// Only whoever owns the lane now may try.
const START: &str = "
    INSERT INTO attempts (arrival, kind, target, started_at)
    SELECT i.arrival, i.kind, i.target, i.at
    FROM unnest($1::int8[], $2::text[], $3::text[], $4::int8[], $5::text[], $6::int8[])
        AS i (arrival, kind, target, at, connection, epoch)
    JOIN arrivals a ON a.number = i.arrival
    JOIN lanes l ON l.connection = i.connection AND l.epoch = i.epoch AND l.owner = $7 AND l.until > now()
    WHERE a.number = ANY ($1)
    RETURNING id, arrival";

const END_ATTEMPTS: &str = "
    UPDATE attempts t SET ended_at = i.at, status = i.status, error = i.error, micros = i.micros
    FROM unnest($1::int8[], $2::int8[], $3::int8[], $4::text[], $5::int8[], $6::int8[])
        AS i (id, at, status, error, micros, arrival)
    WHERE t.id = i.id AND t.arrival = i.arrival AND t.arrival = ANY ($6)";

/// A mark of whoever lost the lane changes nothing: another may have sent the event since. What failed together is due together,
/// so the time is that of the statement.
const MARK: &str = "
    WITH own AS (
        SELECT i.* FROM unnest($1::int8[], $2::int8[], $3::int8[], $4::text[], $5::int8[])
            AS i (number, state, wait, connection, epoch)
        JOIN lanes l ON l.connection = i.connection AND l.epoch = i.epoch AND l.owner = $6
    ), locked AS (
        SELECT number FROM arrivals WHERE number IN (SELECT number FROM own) AND number = ANY ($1) ORDER BY number FOR UPDATE
    ), marked AS (
        UPDATE arrivals a SET state = own.state, tries = a.tries + 1,
            next_try_at = own.wait + (extract(epoch FROM statement_timestamp()) * 1000000)::int8
        FROM locked JOIN own USING (number)
        WHERE a.number = locked.number AND a.number = ANY ($1) AND a.state <> 2
    )
    SELECT number FROM own";

const NOTE_REFUSED: &str = "UPDATE receivers SET refused_marks = refused_marks + $2 WHERE id = $1";

const UNROUTE: &str = "UPDATE arrivals SET state = 0, next_try_at = NULL WHERE number = ANY ($1) AND state = 1";

const REJECT: &str = "
    INSERT INTO rejections (received_at, reason, bytes, digest, header_names)
    SELECT * FROM unnest($1::int8[], $2::text[], $3::int8[], $4::bytea[], $5::text[])";

const GAP: &str = "
    INSERT INTO gaps (connection, missing, sync, ended_at, found_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";

const FEWER_GAPS: &str = "DELETE FROM gaps WHERE id <= (SELECT max(id) FROM gaps) - $1";

/// Stores the starts of attempts. Returns their IDs; nothing for those whose lane belongs to another by now.
pub(super) async fn start(client: &Client, receiver: i64, starts: &[&AttemptStart]) -> Result<Vec<Option<i64>>, Error> {
    let numbers: Vec<i64> = starts.iter().map(|one| one.number).collect();
    let rows = client
        .query_typed(
            START,
            &[
                (&numbers, Type::INT8_ARRAY),
                (&starts.iter().map(|one| one.kind.as_str()).collect::<Vec<_>>(), Type::TEXT_ARRAY),
                (&starts.iter().map(|one| one.target.as_str()).collect::<Vec<_>>(), Type::TEXT_ARRAY),
                (&starts.iter().map(|one| one.at.as_microsecond()).collect::<Vec<_>>(), Type::INT8_ARRAY),
                (&starts.iter().map(|one| text::write(&one.lane.connection)).collect::<Vec<_>>(), Type::TEXT_ARRAY),
                (&starts.iter().map(|one| one.lane.epoch).collect::<Vec<_>>(), Type::INT8_ARRAY),
                (&receiver, Type::INT8),
            ],
        )
        .await?;
    let mut started = HashMap::new();
    for row in rows {
        started.insert(row.try_get::<_, i64>("arrival")?, row.try_get::<_, i64>("id")?);
    }
    // A lane has one attempt at a time, so no event is there twice.
    Ok(numbers.iter().map(|number| started.get(number).copied()).collect())
}

/// Stores the ends of attempts and the new states of their events. Returns which were accepted: the others come from
/// whoever lost the lane.
pub(super) async fn end(client: &Client, receiver: i64, ends: &[&AttemptEnd]) -> Result<Vec<bool>, Error> {
    let numbers: Vec<i64> = ends.iter().map(|one| one.number).collect();
    client
        .execute_typed(
            END_ATTEMPTS,
            &[
                (&ends.iter().map(|one| one.attempt).collect::<Vec<_>>(), Type::INT8_ARRAY),
                (&ends.iter().map(|one| one.at.as_microsecond()).collect::<Vec<_>>(), Type::INT8_ARRAY),
                (&ends.iter().map(|one| one.status.map(i64::from)).collect::<Vec<_>>(), Type::INT8_ARRAY),
                (&ends.iter().map(|one| one.error.as_deref().map(text::write)).collect::<Vec<_>>(), Type::TEXT_ARRAY),
                (
                    &ends
                        .iter()
                        .map(|one| i64::try_from(one.elapsed.as_micros()).unwrap_or(i64::MAX))
                        .collect::<Vec<_>>(),
                    Type::INT8_ARRAY,
                ),
                (&numbers, Type::INT8_ARRAY),
            ],
        )
        .await?;
    let next = |one: &&AttemptEnd| match one.next {
        NextState::Delivered => (2, None),
        // By the clock of the server: that of another receiver may go otherwise.
        NextState::Again(due) => (1_i64, Some(due.as_microsecond().saturating_sub(one.at.as_microsecond()))),
        NextState::GivenUp => (3, None),
    };
    let (states, waits): (Vec<i64>, Vec<Option<i64>>) = ends.iter().map(next).unzip();
    let rows = client
        .query_typed(
            MARK,
            &[
                (&numbers, Type::INT8_ARRAY),
                (&states, Type::INT8_ARRAY),
                (&waits, Type::INT8_ARRAY),
                (&ends.iter().map(|one| text::write(&one.lane.connection)).collect::<Vec<_>>(), Type::TEXT_ARRAY),
                (&ends.iter().map(|one| one.lane.epoch).collect::<Vec<_>>(), Type::INT8_ARRAY),
                (&receiver, Type::INT8),
            ],
        )
        .await?;
    let marked: Vec<i64> = rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
    let accepted: Vec<bool> = numbers.iter().map(|number| marked.contains(number)).collect();
    let refused = accepted.iter().filter(|accepted| !**accepted).count();
    if refused > 0 {
        let values: [(&(dyn ToSql + Sync), Type); 2] = [(&receiver, Type::INT8), (&size(refused as u64), Type::INT8)];
        client.execute_typed(NOTE_REFUSED, &values).await?;
    }
    Ok(accepted)
}

/// Takes events off the queue that no route leads anywhere any more.
pub(super) async fn unroute(client: &Client, numbers: &[i64]) -> Result<(), Error> {
    client.execute_typed(UNROUTE, &[(&numbers, Type::INT8_ARRAY)]).await?;
    Ok(())
}

/// Stores deliveries that were not accepted.
pub(super) async fn reject(client: &Client, rejected: &[&RejectedDelivery]) -> Result<(), Error> {
    let numbers = |read: fn(&RejectedDelivery) -> i64| rejected.iter().map(|one| read(one)).collect::<Vec<_>>();
    client
        .execute_typed(
            REJECT,
            &[
                (&numbers(|one| one.received_at.as_microsecond()), Type::INT8_ARRAY),
                (&rejected.iter().map(|one| text::write(&one.reason)).collect::<Vec<_>>(), Type::TEXT_ARRAY),
                (&numbers(|one| size(one.bytes as u64)), Type::INT8_ARRAY),
                (&rejected.iter().map(|one| &one.digest[..]).collect::<Vec<_>>(), Type::BYTEA_ARRAY),
                (&rejected.iter().map(|one| text::write(&one.header_names)).collect::<Vec<_>>(), Type::TEXT_ARRAY),
            ],
        )
        .await?;
    Ok(())
}

/// Stores a gap. Returns whether it is new.
pub(super) async fn gap(client: &Client, gap: &Gap, found_at: Timestamp, most: i64) -> Result<bool, Error> {
    let sync = text::write(gap.sync.as_deref().unwrap_or_default());
    let added = client
        .execute_typed(
            GAP,
            &[
                (&text::write(&gap.connection), Type::TEXT),
                (&gap.missing, Type::TEXT),
                (&sync, Type::TEXT),
                (&gap.since.as_microsecond(), Type::INT8),
                (&found_at.as_microsecond(), Type::INT8),
            ],
        )
        .await?;
    client.execute_typed(FEWER_GAPS, &[(&most, Type::INT8)]).await?;
    Ok(added > 0)
}

pub(super) fn ids<'a>(arrivals: &[&'a Arrival]) -> Vec<Option<std::borrow::Cow<'a, str>>> {
    arrivals.iter().map(|arrival| arrival.envelope.id.as_deref().map(text::write)).collect()
}

pub(super) fn proven(arrivals: &[&Arrival]) -> Vec<bool> {
    arrivals.iter().map(|arrival| arrival.verdict == Verdict::Verified).collect()
}

pub(super) fn digests<'a>(arrivals: &[&'a Arrival]) -> Vec<&'a [u8]> {
    arrivals.iter().map(|arrival| &arrival.digest[..]).collect()
}

pub(super) fn index(place: i64) -> Option<usize> {
    usize::try_from(place).ok()?.checked_sub(1)
}

pub(super) fn size(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}
