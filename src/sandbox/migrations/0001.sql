-- Times are milliseconds since 1970, UTC.
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sequences (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

-- What is due, and when. One row for each subject and kind; `settle` works them off by (at, id).
CREATE TABLE timers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    UNIQUE (kind, subject)
);
CREATE INDEX timers_by_time ON timers (at, id);

-- Tokens only as SHA-256 digests. A pair is an access token and the refresh token it came with.
CREATE TABLE tokens (
    digest BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    pair INTEGER NOT NULL,
    connection TEXT,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
) WITHOUT ROWID;
CREATE INDEX tokens_by_pair ON tokens (pair);
CREATE INDEX tokens_by_connection ON tokens (connection, kind, expires_at) WHERE connection IS NOT NULL;
CREATE INDEX tokens_by_expiry ON tokens (expires_at);

CREATE TABLE codes (
    digest BLOB PRIMARY KEY,
    redirect_uri TEXT NOT NULL,
    challenge TEXT,
    expires_at INTEGER NOT NULL,
    pair INTEGER
) WITHOUT ROWID;

CREATE TABLE connections (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    slug TEXT NOT NULL,
    status TEXT NOT NULL,
    health TEXT NOT NULL,
    deployment TEXT NOT NULL,
    credits INTEGER NOT NULL,
    -- Fields of the credentials that are no secrets.
    fields TEXT NOT NULL,
    -- Salted digest of those that are: enough to say "the same", not enough to say what.
    salt BLOB NOT NULL,
    credentials BLOB NOT NULL,
    metadata TEXT NOT NULL DEFAULT '{}',
    epoch INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    connected_at INTEGER NOT NULL,
    disconnected_at INTEGER,
    schedule_seconds INTEGER NOT NULL,
    last_sync_at INTEGER,
    sync_status TEXT,
    sync_changed_at INTEGER,
    -- Probes in a row that found the system unreachable.
    failures INTEGER NOT NULL DEFAULT 0,
    last_error TEXT
);
-- With the status in it, SQLite can skip to a page without reading a row.
CREATE INDEX connections_live ON connections (seq, status) WHERE status <> 'disconnected';
CREATE INDEX connections_by_name ON connections (name COLLATE NOCASE, seq, status) WHERE status <> 'disconnected';
CREATE INDEX connections_by_status ON connections (status, seq);
CREATE INDEX connections_by_health ON connections (health, seq);
CREATE INDEX connections_by_slug ON connections (slug, seq);

-- How many there are in each status, so that a list need not count.
CREATE TABLE connection_counts (status TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TRIGGER connections_inserted AFTER INSERT ON connections BEGIN
    INSERT INTO connection_counts VALUES (new.status, 1) ON CONFLICT (status) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER connections_deleted AFTER DELETE ON connections BEGIN
    UPDATE connection_counts SET count = count - 1 WHERE status = old.status;
END;
CREATE TRIGGER connections_moved AFTER UPDATE OF status ON connections WHEN new.status <> old.status BEGIN
    UPDATE connection_counts SET count = count - 1 WHERE status = old.status;
    INSERT INTO connection_counts VALUES (new.status, 1) ON CONFLICT (status) DO UPDATE SET count = count + 1;
END;

CREATE TABLE syncs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    connection TEXT NOT NULL REFERENCES connections (key),
    mode TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    error TEXT
);
CREATE INDEX syncs_by_connection ON syncs (connection, seq);
-- One at a time for each connection, whatever happens above.
CREATE UNIQUE INDEX syncs_running ON syncs (connection) WHERE status = 'running';

CREATE TABLE sync_entities (
    sync INTEGER NOT NULL REFERENCES syncs (seq) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entity TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    total INTEGER NOT NULL,
    inserted INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    -- Set when the entity was read, or left unread for good.
    status TEXT,
    done INTEGER,
    PRIMARY KEY (sync, position)
) WITHOUT ROWID;

CREATE TABLE requests (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    connection TEXT,
    sync TEXT,
    source TEXT NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    status INTEGER NOT NULL,
    error_code TEXT,
    error_message TEXT,
    total_us INTEGER NOT NULL,
    source_us INTEGER NOT NULL,
    bytes INTEGER NOT NULL
);
CREATE INDEX requests_by_time ON requests (at);
CREATE INDEX requests_by_connection ON requests (connection, at);

CREATE TABLE rate_windows (connection TEXT PRIMARY KEY, minute INTEGER NOT NULL, calls INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE faults (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    connection TEXT,
    latency_ms INTEGER,
    status INTEGER,
    code TEXT,
    remaining INTEGER,
    created_at INTEGER NOT NULL
);

CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    event TEXT NOT NULL,
    connection TEXT,
    at INTEGER NOT NULL,
    -- The exact text that is signed and sent, the same at every attempt.
    payload TEXT NOT NULL
);

-- The secret signs every delivery, so it is needed as it is. The file is readable by its owner only, and the secret
-- is good for nothing but test events on this machine.
CREATE TABLE webhook_endpoints (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    connection TEXT,
    secret TEXT NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE deliveries (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    endpoint TEXT NOT NULL REFERENCES webhook_endpoints (id) ON DELETE CASCADE,
    event INTEGER NOT NULL REFERENCES events (seq) ON DELETE CASCADE,
    status TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER,
    created_at INTEGER NOT NULL
);
CREATE INDEX deliveries_due ON deliveries (next_attempt_at, seq) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX deliveries_by_endpoint ON deliveries (endpoint, seq);
CREATE INDEX deliveries_by_event ON deliveries (event);

CREATE TABLE attempts (
    delivery INTEGER NOT NULL REFERENCES deliveries (seq) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    response_code INTEGER,
    error TEXT,
    took_ms INTEGER NOT NULL,
    PRIMARY KEY (delivery, number)
) WITHOUT ROWID;
