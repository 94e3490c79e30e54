-- A batch of deliveries with IDs of which none is known: what nearly every batch is. It is asked for all IDs at once, and what
-- `inbox_store` adds up is given. Takes the arrays of `inbox_store`, and of all rows the bytes as the size limit counts them, the
-- times when the first and the last was received, and when the last happened. Returns the numbers; without any if an ID is known,
-- after which nothing is stored: then `inbox_store` sorts it out.
--
-- Places are listed by a subquery and not in a function's place in FROM, which costs as much to set up as five rows to store.
CREATE FUNCTION inbox_store_new(
    receiver BIGINT, sorted BIGINT[], ids TEXT[], proofs BOOLEAN[], digests BYTEA[], events TEXT[], connections TEXT[],
    event_times TEXT[], event_ats BIGINT[], times BIGINT[], header_lines BYTEA[], bodies BYTEA[], canonicals BYTEA[],
    verdicts TEXT[], modes TEXT[], states BIGINT[], all_bytes BIGINT, first_time BIGINT, last_time BIGINT, last_event BIGINT
) RETURNS BIGINT[]
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
#variable_conflict use_variable
DECLARE
    rows CONSTANT BIGINT := cardinality(ids);
    numbers BIGINT[];
    own BIGINT;
    own_past BIGINT;
BEGIN
    numbers := ARRAY (
        SELECT nextval('arrivals_number') FROM (SELECT generate_series(1, rows) OFFSET 0) AS places
        WHERE NOT (SELECT EXISTS (SELECT FROM event_ids k WHERE k.event_id = ANY (ids)))
            AND NOT ((SELECT EXISTS (SELECT FROM pruned)) AND (SELECT EXISTS (SELECT FROM pruned p WHERE p.event_id = ANY (ids))))
    );
    IF cardinality(numbers) = 0 THEN
        RETURN numbers;
    END IF;
    SELECT p.id, p.past INTO own, own_past FROM partitions p WHERE p.first <= numbers[1] ORDER BY p.first DESC LIMIT 1;
    IF numbers[rows] >= own_past AND numbers[rows] >= (SELECT max(p.past) FROM partitions p) THEN
        -- Before anything is stored: so it waits for nobody who waits for this.
        PERFORM inbox_extend(numbers[rows]);
    END IF;
    INSERT INTO event_ids (event_id, proven, number)
    SELECT ids[i], proofs[i], numbers[i] FROM (SELECT unnest(sorted) AS i OFFSET 0) AS places;
    INSERT INTO arrivals (number, event_id, proven, digest, event, connection, event_time, event_at, received_at,
        headers, body, canonical, verdict, mode, state)
    SELECT numbers[i], ids[i], proofs[i], digests[i], events[i], connections[i], event_times[i], event_ats[i], times[i],
        header_lines[i], bodies[i], canonicals[i], verdicts[i], modes[i], states[i]
    FROM (SELECT generate_series(1, rows) AS i OFFSET 0) AS places;
    IF numbers[rows] < own_past THEN
        INSERT INTO partition_sums AS t (partition, receiver, events, bytes, oldest, newest, latest)
        VALUES (own, receiver, rows, all_bytes, first_time, last_time, last_event)
        ON CONFLICT ON CONSTRAINT partition_sums_pkey DO UPDATE SET events = t.events + excluded.events,
            bytes = t.bytes + excluded.bytes, oldest = least(t.oldest, excluded.oldest),
            newest = greatest(t.newest, excluded.newest), latest = greatest(t.latest, excluded.latest);
    ELSE
        INSERT INTO partition_sums AS t (partition, receiver, events, bytes, oldest, newest, latest)
        SELECT p.id, receiver, count(*), sum(octet_length(header_lines[i]) + octet_length(bodies[i])
            + coalesce(octet_length(canonicals[i]), 0) + 512), min(times[i]), max(times[i]), max(event_ats[i])
        FROM partitions p JOIN generate_series(1, rows) AS i ON numbers[i] >= p.first AND numbers[i] < p.past
        WHERE p.past > numbers[1] AND p.first <= numbers[rows] GROUP BY p.id
        ON CONFLICT ON CONSTRAINT partition_sums_pkey DO UPDATE SET events = t.events + excluded.events,
            bytes = t.bytes + excluded.bytes, oldest = least(t.oldest, excluded.oldest),
            newest = greatest(t.newest, excluded.newest), latest = greatest(t.latest, excluded.latest);
    END IF;
    UPDATE receivers SET stored = stored + rows, bytes = receivers.bytes + all_bytes, seen_at = now() WHERE id = receiver;
    RETURN numbers;
END $$;
