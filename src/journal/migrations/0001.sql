-- One row for every request this machine sent. Times are microseconds, points in time since 1970 in UTC.
CREATE TABLE exchange (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    profile TEXT NOT NULL,
    connection TEXT,
    method TEXT NOT NULL,
    template TEXT NOT NULL,
    path TEXT NOT NULL,
    status INTEGER,
    error_code TEXT,
    error_message TEXT,
    request_id TEXT,
    elapsed INTEGER NOT NULL,
    server_time INTEGER,
    source_time INTEGER,
    sent_bytes INTEGER NOT NULL,
    received_bytes INTEGER NOT NULL,
    attempt INTEGER NOT NULL
) STRICT;

CREATE INDEX exchange_at ON exchange (at);
CREATE INDEX exchange_connection ON exchange (connection, at) WHERE connection IS NOT NULL;
CREATE INDEX exchange_template ON exchange (template, at);
CREATE INDEX exchange_request_id ON exchange (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX exchange_failed ON exchange (at) WHERE status IS NULL OR status >= 400;
