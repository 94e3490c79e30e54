-- What is pruned is detached, and dropped later. Everybody who stores waits while partitions are taken out, and the commit of a
-- drop lasts as long as the disk takes to give the room back: a hundred milliseconds for each. Receivers drop the tables one
-- after another, when nobody waits for it.

-- The tables `arrivals_ID` and `attempts_ID` that are partitions no more. It is written in the transaction that detaches, so
-- whoever crashes leaves none behind that nobody finds.
CREATE TABLE detached (
    id BIGINT PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- Takes out neighbouring partitions whose events all came before a time, and remembers their IDs. Events that are pending or
-- failed stay, under their numbers, in one partition in place of these, unless they may go too. Whoever stores waits for so
-- long at most until nobody uses the inbox any more. Returns how many events are gone; nothing if one of the partitions has
-- newer events by now, or more than a few that stay.
CREATE FUNCTION inbox_detach(chosen BIGINT[], before BIGINT, unfinished BOOLEAN, patience INTERVAL) RETURNS BIGINT
LANGUAGE plpgsql SET enable_seqscan = off SET jit = off AS $$
DECLARE
    each RECORD;
    own BIGINT[];
    stay BIGINT[] := '{}';
    kept BIGINT;
    lower BIGINT;
    upper BIGINT;
    gone BIGINT;
    freed BIGINT;
    others BIGINT;
    one BIGINT;
BEGIN
    -- It gives up before the server looks for a deadlock, which might end whoever reads instead.
    SET LOCAL lock_timeout = '900ms';
    FOR each IN SELECT id FROM partitions WHERE id = ANY (chosen) ORDER BY first LOOP
        EXECUTE format('LOCK TABLE arrivals_%s IN ACCESS EXCLUSIVE MODE', each.id);
        EXECUTE format('LOCK TABLE attempts_%s IN ACCESS EXCLUSIVE MODE', each.id);
    END LOOP;
    IF (SELECT max(newest) FROM partition_sums WHERE partition = ANY (chosen)) >= before THEN
        RETURN NULL;
    END IF;
    SELECT min(p.first), max(p.past) INTO lower, upper FROM partitions p WHERE p.id = ANY (chosen);
    IF NOT unfinished THEN
        FOR each IN SELECT id FROM partitions WHERE id = ANY (chosen) ORDER BY first LOOP
            EXECUTE format(
                'SELECT array_agg(number) FROM (SELECT number FROM arrivals_%1$s WHERE state = 1
                UNION ALL SELECT number FROM arrivals_%1$s WHERE state = 3 LIMIT 1001) AS few', each.id
            ) INTO own;
            IF cardinality(own) > 1000 THEN
                RETURN NULL;
            END IF;
            stay := stay || own;
        END LOOP;
    END IF;
    -- All that takes time comes before the locks that everybody waits for.
    WITH removed AS (
        DELETE FROM conflicts WHERE arrival >= lower AND arrival < upper AND NOT arrival = ANY (stay)
        RETURNING octet_length(headers) + octet_length(body) + 512 AS bytes
    )
    SELECT coalesce(sum(bytes), 0) INTO others FROM removed;
    WITH removed AS (DELETE FROM partition_sums WHERE partition = ANY (chosen) RETURNING events, bytes)
    SELECT coalesce(sum(events), 0), coalesce(sum(bytes), 0) INTO gone, freed FROM removed;
    IF cardinality(stay) > 0 THEN
        INSERT INTO partitions (first, past) VALUES (-1, -1) RETURNING id INTO kept;
        EXECUTE format('CREATE TABLE arrivals_%s (LIKE arrivals INCLUDING ALL)', kept);
        EXECUTE format('CREATE TABLE attempts_%s (LIKE attempts INCLUDING ALL)', kept);
        FOR each IN SELECT id FROM partitions WHERE id = ANY (chosen) LOOP
            EXECUTE format('INSERT INTO arrivals_%s SELECT * FROM arrivals_%s WHERE number = ANY ($1)', kept, each.id) USING stay;
            EXECUTE format('INSERT INTO attempts_%s SELECT * FROM attempts_%s WHERE arrival = ANY ($1)', kept, each.id) USING stay;
        END LOOP;
        EXECUTE format(
            'INSERT INTO partition_sums (partition, receiver, events, bytes, oldest, newest, latest)
            SELECT %1$s, 0, count(*), sum(octet_length(headers) + octet_length(body) + coalesce(octet_length(canonical), 0) + 512),
                min(received_at), max(received_at), max(event_at) FROM arrivals_%1$s', kept
        );
        SELECT gone - events, freed - bytes INTO gone, freed FROM partition_sums WHERE partition = kept;
    END IF;
    INSERT INTO dropped (first, past) SELECT first, past FROM partitions WHERE id = ANY (chosen)
    ON CONFLICT (first) DO UPDATE SET past = greatest(dropped.past, excluded.past), at = excluded.at;
    INSERT INTO detached (id) SELECT id FROM partitions WHERE id = ANY (chosen);
    DELETE FROM partitions WHERE id = ANY (chosen);
    UPDATE partitions SET first = lower, past = upper WHERE id = kept;
    UPDATE stored_bytes SET bytes = bytes - freed - others;
    -- From here on everybody waits: for a moment, and not for whoever reads on.
    PERFORM set_config('lock_timeout', ceil(extract(epoch FROM patience) * 1000)::text, true);
    LOCK TABLE ONLY attempts IN ACCESS EXCLUSIVE MODE;
    LOCK TABLE ONLY arrivals IN ACCESS EXCLUSIVE MODE;
    FOREACH one IN ARRAY chosen LOOP
        EXECUTE format('ALTER TABLE attempts DETACH PARTITION attempts_%s', one);
        EXECUTE format('ALTER TABLE arrivals DETACH PARTITION arrivals_%s', one);
    END LOOP;
    IF kept IS NOT NULL THEN
        EXECUTE format('ALTER TABLE attempts ATTACH PARTITION attempts_%s FOR VALUES FROM (%s) TO (%s)', kept, lower, upper);
        EXECUTE format('ALTER TABLE arrivals ATTACH PARTITION arrivals_%s FOR VALUES FROM (%s) TO (%s)', kept, lower, upper);
    END IF;
    RETURN greatest(gone, 0);
END $$;

-- What commands of an older version call.
CREATE OR REPLACE FUNCTION inbox_drop(chosen BIGINT[], before BIGINT, unfinished BOOLEAN) RETURNS BIGINT LANGUAGE sql AS $$
    SELECT inbox_detach(chosen, before, unfinished, interval '200 ms')
$$;

-- Drops the tables of one detached partition. Returns whether there may be more: not while another session does the same.
CREATE FUNCTION inbox_drop_detached() RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE
    which BIGINT;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('makini_inbox_detached')) THEN
        RETURN false;
    END IF;
    SELECT d.id INTO which FROM detached d ORDER BY d.id LIMIT 1;
    IF which IS NULL THEN
        RETURN false;
    END IF;
    -- Whoever looks at one by its name, as a backup does, is not waited for.
    SET LOCAL lock_timeout = '900ms';
    EXECUTE format('DROP TABLE IF EXISTS arrivals_%1$s, attempts_%1$s', which);
    DELETE FROM detached WHERE id = which;
    RETURN true;
END $$;

-- A look at a table without an index counts as endless where plans are to avoid it, and for a plan that costs so much the server
-- compiles code: that took three times as long as the work.
ALTER FUNCTION inbox_forget(INTERVAL, BIGINT) SET jit = off;
ALTER FUNCTION inbox_pending() SET jit = off;
ALTER FUNCTION inbox_newer(BIGINT, TEXT, BIGINT) SET jit = off;
