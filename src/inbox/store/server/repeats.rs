//! Deliveries that came before: counted, or stored as conflicts where the body is another.

use std::collections::HashMap;

use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Error};

use super::super::arrival::Arrival;
use super::super::outcome::Stored;
use super::super::rows::is_same_value;
use super::rows::{digests, ids, index, proven, size};

/// Finds the numbers of keys.
const KNOWN: &str = "
    SELECT i.place, k.number FROM unnest($1::text[], $2::bool[]) WITH ORDINALITY AS i (event_id, proven, place)
    JOIN event_ids k ON k.event_id = i.event_id AND k.proven = i.proven
    UNION ALL
    SELECT i.place, p.number FROM unnest($1::text[], $2::bool[]) WITH ORDINALITY AS i (event_id, proven, place)
    JOIN pruned p ON p.event_id = i.event_id AND p.proven = i.proven";

/// Finds the events of numbers. The body is read only where the digest does not decide.
const FIND: &str = "
    SELECT i.place, a.number, a.digest = i.digest AS same, CASE WHEN a.digest <> i.digest THEN a.body END AS body
    FROM unnest($1::int8[], $2::int8[], $3::bytea[]) AS i (place, number, digest)
    JOIN arrivals a ON a.number = i.number WHERE a.number = ANY ($2)";

const COUNT_REPEATS: &str = "
    WITH own AS (SELECT * FROM unnest($1::int8[], $2::int8[], $3::int8[]) AS i (number, times, at)),
    locked AS (SELECT number FROM arrivals WHERE number = ANY ($1) ORDER BY number FOR UPDATE)
    UPDATE arrivals a SET duplicates = a.duplicates + own.times, last_duplicate_at = own.at
    FROM locked JOIN own USING (number) WHERE a.number = locked.number AND a.number = ANY ($1)
    RETURNING a.number, a.duplicates";

const ADD_CONFLICT: &str = "
    INSERT INTO conflicts AS c (arrival, digest, received_at, headers, body) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (arrival, digest) DO UPDATE SET seen = c.seen + 1 RETURNING seen";

const COUNT_CONFLICT: &str = "
    WITH counted AS (UPDATE receivers SET bytes = bytes + $3 WHERE id = $4 AND $2 > 0)
    UPDATE arrivals SET conflicts = conflicts + $2 WHERE number = $1 RETURNING conflicts";

/// Counts arrivals as repeats, or stores them as conflicts, of the events under their keys. Nothing for those whose key is
/// not there, which are to be refused.
pub(super) async fn repeat(
    client: &Client,
    receiver: i64,
    arrivals: &[&Arrival],
) -> Result<Vec<Option<Stored>>, Error> {
    let mut stored = vec![None; arrivals.len()];
    let (keys, proofs, all_digests) = (ids(arrivals), proven(arrivals), digests(arrivals));
    let keyed: [(&(dyn ToSql + Sync), Type); 2] = [(&keys, Type::TEXT_ARRAY), (&proofs, Type::BOOL_ARRAY)];
    let (mut places, mut numbers, mut same_digests) = (Vec::new(), Vec::new(), Vec::new());
    for row in client.query_typed(KNOWN, &keyed).await? {
        let (place, number): (i64, i64) = (row.try_get("place")?, row.try_get("number")?);
        let Some(at) = index(place).filter(|at| *at < arrivals.len()) else { continue };
        // Until it turns out that the event is still there.
        stored[at] = Some(Stored::Duplicate { number, count: 1 });
        places.push(place);
        numbers.push(number);
        same_digests.push(all_digests[at]);
    }
    let values: [(&(dyn ToSql + Sync), Type); 3] =
        [(&places, Type::INT8_ARRAY), (&numbers, Type::INT8_ARRAY), (&same_digests, Type::BYTEA_ARRAY)];
    let known = client.query_typed(FIND, &values).await?;
    let mut repeats: HashMap<i64, Vec<usize>> = HashMap::new();
    let mut conflicts = Vec::new();
    for row in known {
        let Some(at) = row.try_get::<_, i64>("place").ok().and_then(index).filter(|at| *at < arrivals.len()) else {
            continue;
        };
        let number: i64 = row.try_get("number")?;
        let body: Option<&[u8]> = row.try_get("body")?;
        if row.try_get("same")? || body.is_some_and(|body| is_same_value(body, &arrivals[at].body)) {
            repeats.entry(number).or_default().push(at);
        } else {
            conflicts.push((at, number));
        }
    }
    if !repeats.is_empty() {
        let numbers: Vec<i64> = repeats.keys().copied().collect();
        let times: Vec<i64> = numbers.iter().map(|number| size(repeats[number].len() as u64)).collect();
        let last = |number: &i64| repeats[number].iter().map(|&at| arrivals[at].received_at.as_microsecond()).max();
        let last: Vec<Option<i64>> = numbers.iter().map(last).collect();
        let values: [(&(dyn ToSql + Sync), Type); 3] =
            [(&numbers, Type::INT8_ARRAY), (&times, Type::INT8_ARRAY), (&last, Type::INT8_ARRAY)];
        for row in client.query_typed(COUNT_REPEATS, &values).await? {
            let (number, total): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
            let places = repeats.get(&number).map(Vec::as_slice).unwrap_or_default();
            for (before, &at) in places.iter().rev().enumerate() {
                stored[at] = Some(Stored::Duplicate { number, count: total - size(before as u64) });
            }
        }
    }
    conflicts.sort_by_key(|&(at, number)| (number, at));
    for (at, number) in conflicts {
        let arrival = arrivals[at];
        let row = client
            .query_typed_one(
                ADD_CONFLICT,
                &[
                    (&number, Type::INT8),
                    (&&arrival.digest[..], Type::BYTEA),
                    (&arrival.received_at.as_microsecond(), Type::INT8),
                    (&arrival.headers, Type::BYTEA),
                    (&&arrival.body[..], Type::BYTEA),
                ],
            )
            .await?;
        let new = i64::from(row.try_get::<_, i64>(0)? == 1);
        let counted = client
            .query_typed_opt(
                COUNT_CONFLICT,
                &[
                    (&number, Type::INT8),
                    (&new, Type::INT8),
                    (&size(arrival.stored_bytes()), Type::INT8),
                    (&receiver, Type::INT8),
                ],
            )
            .await?;
        if let Some(row) = counted {
            stored[at] = Some(Stored::Conflict { number, conflicts: row.try_get(0)? });
        }
    }
    Ok(stored)
}
