-- A batch of deliveries in one call. The server keeps the plan of a function's statement as long as the session lasts, also
-- behind a pooler, where a prepared statement cannot be relied on; making the plan took longer than following it.
-- It is made once and must still be good when the tables have grown: so no look-up may read a whole table.
--
-- The rows come in the order of their keys, which all receivers share; `places` is their order of arrival, from 1, in which
-- the numbers are given, and `earlier` the place of an event of the same batch that one without an ID may be a repeat of.
CREATE FUNCTION inbox_add(
    receiver BIGINT, places BIGINT[], ids TEXT[], proofs BOOLEAN[], digests BYTEA[], events TEXT[], connections TEXT[],
    event_times TEXT[], event_ats BIGINT[], times BIGINT[], header_lines BYTEA[], bodies BYTEA[], canonicals BYTEA[],
    verdicts TEXT[], modes TEXT[], states BIGINT[], earlier BIGINT[],
    OUT numbers BIGINT[], OUT added BIGINT[], OUT duplicates BIGINT[]
) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
    all_bytes BIGINT;
BEGIN
    -- What is there already gets none: a gap would look like a loss.
    numbers := ARRAY (SELECT CASE WHEN known.number IS NULL THEN nextval('arrivals_number') END FROM (
        SELECT coalesce(
            (SELECT a.number FROM arrivals a WHERE a.event_id = i.event_id AND a.proven = i.proven LIMIT 1),
            (SELECT p.number FROM pruned p WHERE p.event_id = i.event_id AND p.proven = i.proven LIMIT 1)
        ) AS number
        FROM unnest(places, ids, proofs) AS i (place, event_id, proven) ORDER BY i.place
    ) AS known);
    WITH stored AS (
        INSERT INTO arrivals (number, event_id, proven, digest, event, connection, event_time, event_at, received_at,
            headers, body, canonical, verdict, mode, state, duplicate_of)
        SELECT numbers[i.place], i.event_id, i.proven, i.digest, i.event, i.connection, i.event_time, i.event_at,
            i.received_at, i.headers, i.body, i.canonical, i.verdict, i.mode, i.state,
            CASE WHEN i.event_id IS NULL THEN least(
                (SELECT min(a.number) FROM arrivals a
                    WHERE a.digest = i.digest AND a.event_id IS NULL AND a.proven >= i.proven),
                numbers[i.earlier]
            ) END
        FROM unnest(
            places, ids, proofs, digests, events, connections, event_times, event_ats, times, header_lines, bodies,
            canonicals, verdicts, modes, states, earlier
        ) AS i (place, event_id, proven, digest, event, connection, event_time, event_at, received_at, headers, body,
            canonical, verdict, mode, state, earlier)
        WHERE numbers[i.place] IS NOT NULL
        ON CONFLICT (event_id, proven) WHERE event_id IS NOT NULL DO NOTHING
        RETURNING number, duplicate_of,
            octet_length(headers) + octet_length(body) + coalesce(octet_length(canonical), 0) + 512 AS bytes
    )
    SELECT array_agg(s.number), array_agg(s.duplicate_of), sum(s.bytes) INTO added, duplicates, all_bytes FROM stored s;
    IF added IS NOT NULL THEN
        UPDATE receivers SET stored = stored + cardinality(added), bytes = bytes + all_bytes, seen_at = now()
        WHERE id = receiver;
    END IF;
END $$;

-- The order of arrival is nearly that of the rows, so a block range index finds them as well, and costs a delivery nothing.
DROP INDEX arrivals_received;
CREATE INDEX arrivals_received ON arrivals USING brin (received_at) WITH (pages_per_range = 32);
