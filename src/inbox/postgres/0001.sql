-- The format of these tables. It grows by steps that are only ever added.
CREATE TABLE makini_inbox (format INTEGER NOT NULL);
INSERT INTO makini_inbox VALUES (0);

-- The columns are those of the inbox in a file, and mean the same. Times are microseconds since 1970.
CREATE SEQUENCE arrivals_number;
CREATE TABLE arrivals (
    number BIGINT PRIMARY KEY,             -- given before the commit, so a higher one may be seen first
    event_id TEXT COLLATE "C",
    proven BOOLEAN NOT NULL,
    digest BYTEA NOT NULL,
    event TEXT COLLATE "C" NOT NULL,
    connection TEXT COLLATE "C" NOT NULL,
    event_time TEXT COLLATE "C",
    event_at BIGINT,
    received_at BIGINT NOT NULL,
    headers BYTEA NOT NULL,
    body BYTEA NOT NULL,
    canonical BYTEA,
    verdict TEXT NOT NULL,
    mode TEXT,
    duplicates BIGINT NOT NULL DEFAULT 0,
    last_duplicate_at BIGINT,
    conflicts BIGINT NOT NULL DEFAULT 0,
    duplicate_of BIGINT,
    state BIGINT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0,
    next_try_at BIGINT                     -- by the clock of the server
);
CREATE UNIQUE INDEX arrivals_identity ON arrivals (event_id, proven) WHERE event_id IS NOT NULL;
CREATE INDEX arrivals_digest ON arrivals (digest) WHERE event_id IS NULL;
CREATE INDEX arrivals_connection ON arrivals (connection, event_at);
CREATE INDEX arrivals_pending ON arrivals (connection, number) WHERE state = 1;
CREATE INDEX arrivals_received ON arrivals (received_at);

-- No foreign keys: each would be a look-up and a row lock for every delivery. What prunes an arrival removes its rows here.
CREATE TABLE conflicts (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    arrival BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    received_at BIGINT NOT NULL,
    headers BYTEA NOT NULL,
    body BYTEA NOT NULL,
    seen BIGINT NOT NULL DEFAULT 1,
    UNIQUE (arrival, digest)
);
CREATE TABLE rejections (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    received_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    header_names TEXT NOT NULL
);
CREATE TABLE attempts (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    arrival BIGINT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    status BIGINT,
    error TEXT,
    micros BIGINT
);
CREATE INDEX attempts_arrival ON attempts (arrival);
CREATE TABLE pruned (
    event_id TEXT COLLATE "C" NOT NULL,
    proven BOOLEAN NOT NULL,
    number BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (event_id, proven)
);
CREATE TABLE gaps (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection TEXT COLLATE "C" NOT NULL,
    missing TEXT NOT NULL,
    sync TEXT COLLATE "C" NOT NULL,
    ended_at BIGINT NOT NULL,
    found_at BIGINT NOT NULL,
    UNIQUE (connection, missing, sync, ended_at)
);

-- Who receives. `locked`: it holds an advisory lock with its number for as long as its session lasts.
CREATE SEQUENCE receivers_id AS INTEGER CYCLE;
CREATE TABLE receivers (
    id BIGINT PRIMARY KEY,
    host TEXT NOT NULL,
    pid BIGINT NOT NULL,
    address TEXT,
    version TEXT NOT NULL,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    seen_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    locked BOOLEAN NOT NULL DEFAULT false,
    stored BIGINT NOT NULL DEFAULT 0,      -- events
    bytes BIGINT NOT NULL DEFAULT 0,
    refused_marks BIGINT NOT NULL DEFAULT 0
);
-- Bytes that receivers stored which are gone, less what was pruned.
CREATE TABLE stored_bytes (bytes BIGINT NOT NULL);
INSERT INTO stored_bytes VALUES (0);

-- The order of a connection: whoever owns its lane, until then, forwards its events. Each claim has an epoch of its own, and
-- marks of an older one change nothing.
CREATE TABLE lanes (
    connection TEXT COLLATE "C" PRIMARY KEY,
    owner BIGINT,
    epoch BIGINT NOT NULL,
    until TIMESTAMPTZ NOT NULL
);
CREATE INDEX lanes_owner ON lanes (owner) WHERE owner IS NOT NULL;
