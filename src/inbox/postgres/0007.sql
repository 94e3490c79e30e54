-- A batch of deliveries, cheaper than by `inbox_add`, which stays for receivers of older versions and for what this gives up.
--
-- The server keeps arrays that a function is given in a form in which the place of an element is known. So a row is made from
-- their elements at a place: to list sixteen arrays side by side took a third of the time. Numbers are given in the order of the
-- rows, which is that of arrival, so that the index on them grows at its end; `sorted` has the places of rows with an ID in the
-- order of their keys, which all receivers share. No key is there twice. `sizes` are bytes as the size limit counts them.
--
-- An ID that another receiver takes at the same moment is an error of uniqueness, after which nothing is stored: then `inbox_add`
-- sorts it out. Asking for each row whether it is the first would cost everybody else.
CREATE FUNCTION inbox_store(
    receiver BIGINT, sorted BIGINT[], ids TEXT[], proofs BOOLEAN[], digests BYTEA[], events TEXT[], connections TEXT[],
    event_times TEXT[], event_ats BIGINT[], times BIGINT[], header_lines BYTEA[], bodies BYTEA[], canonicals BYTEA[],
    verdicts TEXT[], modes TEXT[], states BIGINT[], earlier BIGINT[], sizes BIGINT[],
    OUT numbers BIGINT[], OUT duplicates BIGINT[]
) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
    rows BIGINT := cardinality(ids);
    anonymous BOOLEAN := cardinality(sorted) < cardinality(ids);
    lowest BIGINT;
    highest BIGINT;
    added BIGINT;
    added_bytes BIGINT;
    first_time BIGINT;
    last_time BIGINT;
    last_event BIGINT;
    own BIGINT;
    own_past BIGINT;
BEGIN
    -- What is there already gets none: a gap would look like a loss. A look-up in this form never reads a whole table.
    numbers := ARRAY (
        SELECT CASE
            WHEN (SELECT k.number FROM event_ids k WHERE k.event_id = ids[i] AND k.proven = proofs[i]) IS NULL
                AND (NOT (SELECT EXISTS (SELECT FROM pruned))
                    OR (SELECT p.number FROM pruned p WHERE p.event_id = ids[i] AND p.proven = proofs[i] LIMIT 1) IS NULL)
            THEN nextval('arrivals_number')
        END
        FROM generate_series(1, rows) AS i
    );
    SELECT min(numbers[i]), max(numbers[i]), count(*), sum(sizes[i]), min(times[i]), max(times[i]), max(event_ats[i])
    INTO lowest, highest, added, added_bytes, first_time, last_time, last_event
    FROM generate_series(1, rows) AS i WHERE numbers[i] IS NOT NULL;
    IF added = 0 THEN
        RETURN;
    END IF;
    SELECT p.id, p.past INTO own, own_past FROM partitions p WHERE p.first <= lowest ORDER BY p.first DESC LIMIT 1;
    IF highest >= own_past AND highest >= (SELECT max(p.past) FROM partitions p) THEN
        -- Before anything is stored: so it waits for nobody who waits for this.
        PERFORM inbox_extend(highest);
    END IF;
    INSERT INTO event_ids (event_id, proven, number)
    SELECT ids[i], proofs[i], numbers[i] FROM unnest(sorted) AS i WHERE numbers[i] IS NOT NULL;
    IF anonymous THEN
        duplicates := ARRAY (
            SELECT CASE WHEN ids[i] IS NULL THEN least(
                (SELECT min(d.number) FROM event_digests d WHERE d.digest = digests[i] AND d.proven >= proofs[i]),
                numbers[earlier[i]]
            ) END
            FROM generate_series(1, rows) AS i
        );
        INSERT INTO event_digests (digest, proven, number)
        SELECT digests[i], proofs[i], numbers[i] FROM generate_series(1, rows) AS i WHERE ids[i] IS NULL;
    END IF;
    INSERT INTO arrivals (number, event_id, proven, digest, event, connection, event_time, event_at, received_at,
        headers, body, canonical, verdict, mode, state, duplicate_of)
    SELECT numbers[i], ids[i], proofs[i], digests[i], events[i], connections[i], event_times[i], event_ats[i], times[i],
        header_lines[i], bodies[i], canonicals[i], verdicts[i], modes[i], states[i], duplicates[i]
    FROM generate_series(1, rows) AS i WHERE numbers[i] IS NOT NULL;
    IF highest < own_past THEN
        WITH summed AS (
            INSERT INTO partition_sums AS t (partition, receiver, events, bytes, oldest, newest, latest)
            VALUES (own, receiver, added, added_bytes, first_time, last_time, last_event)
            ON CONFLICT (partition, receiver) DO UPDATE SET events = t.events + excluded.events,
                bytes = t.bytes + excluded.bytes, oldest = least(t.oldest, excluded.oldest),
                newest = greatest(t.newest, excluded.newest), latest = greatest(t.latest, excluded.latest)
        )
        UPDATE receivers SET stored = stored + added, bytes = bytes + added_bytes, seen_at = now() WHERE id = receiver;
    ELSE
        WITH summed AS (
            INSERT INTO partition_sums AS t (partition, receiver, events, bytes, oldest, newest, latest)
            SELECT p.id, receiver, count(*), sum(sizes[i]), min(times[i]), max(times[i]), max(event_ats[i])
            FROM partitions p JOIN generate_series(1, rows) AS i ON numbers[i] >= p.first AND numbers[i] < p.past
            WHERE p.past > lowest AND p.first <= highest GROUP BY p.id
            ON CONFLICT (partition, receiver) DO UPDATE SET events = t.events + excluded.events,
                bytes = t.bytes + excluded.bytes, oldest = least(t.oldest, excluded.oldest),
                newest = greatest(t.newest, excluded.newest), latest = greatest(t.latest, excluded.latest)
        )
        UPDATE receivers SET stored = stored + added, bytes = bytes + added_bytes, seen_at = now() WHERE id = receiver;
    END IF;
END $$;
