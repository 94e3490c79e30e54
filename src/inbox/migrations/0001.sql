PRAGMA application_id = 1296779625; -- "MKIi"

-- One row an event that was acknowledged. `number` is the order of arrival and is never used again.
CREATE TABLE arrivals (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id TEXT,                         -- NULL: the event has none, `digest` stands for it
    proven INTEGER NOT NULL,               -- 1: verified; an unproven event never takes the place of a proven one
    digest BLOB NOT NULL,                  -- SHA-256 of the body, canonical where the event has no ID
    event TEXT NOT NULL,
    connection TEXT NOT NULL,
    event_time TEXT,                       -- as it came
    event_at INTEGER,                      -- the same in microseconds since 1970, where it can be read
    received_at INTEGER NOT NULL,          -- microseconds since 1970
    headers BLOB NOT NULL,                 -- `name: value` lines
    body BLOB NOT NULL,                    -- the bytes as they came
    canonical BLOB,                        -- what was proven, where it is another text
    verdict TEXT NOT NULL,
    mode TEXT,
    duplicates INTEGER NOT NULL DEFAULT 0,
    last_duplicate_at INTEGER,
    conflicts INTEGER NOT NULL DEFAULT 0,
    duplicate_of INTEGER,                  -- possible duplicate: same digest, and no ID to be sure by
    state INTEGER NOT NULL,                -- 0 none, 1 pending, 2 delivered, 3 failed
    tries INTEGER NOT NULL DEFAULT 0,
    next_try_at INTEGER
);
CREATE UNIQUE INDEX arrivals_identity ON arrivals (event_id, proven) WHERE event_id IS NOT NULL;
CREATE INDEX arrivals_digest ON arrivals (digest) WHERE event_id IS NULL;
CREATE INDEX arrivals_connection ON arrivals (connection, event_at);
CREATE INDEX arrivals_pending ON arrivals (connection, number) WHERE state = 1;

-- Other bodies that came under the ID of an arrival.
CREATE TABLE conflicts (
    id INTEGER PRIMARY KEY,
    arrival INTEGER NOT NULL REFERENCES arrivals (number) ON DELETE CASCADE,
    digest BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    headers BLOB NOT NULL,
    body BLOB NOT NULL,
    seen INTEGER NOT NULL DEFAULT 1,
    UNIQUE (arrival, digest)
);

-- Deliveries whose signature did not hold, kept only when asked: no body, and never forwarded.
CREATE TABLE rejections (
    id INTEGER PRIMARY KEY,
    received_at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    digest BLOB NOT NULL,
    header_names TEXT NOT NULL
);

-- One row a try at passing an event on. `ended_at` is NULL while it is under way, and stays so after a crash.
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY,
    arrival INTEGER NOT NULL REFERENCES arrivals (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,                    -- forward, replay
    target TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    status INTEGER,
    error TEXT,
    micros INTEGER
);
CREATE INDEX attempts_arrival ON attempts (arrival);

-- IDs of pruned events, so that a late retry of the sender is still known.
CREATE TABLE pruned (
    event_id TEXT NOT NULL,
    proven INTEGER NOT NULL,
    number INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (event_id, proven)
) WITHOUT ROWID;
