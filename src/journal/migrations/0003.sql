-- The parts of the time of requests that were sent to measure them. Times in microseconds; nothing where a part was not
-- measured.
CREATE TABLE probe (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    profile TEXT NOT NULL,
    server TEXT NOT NULL,
    connection TEXT,
    path TEXT NOT NULL,
    dns INTEGER,
    connect INTEGER,
    tls INTEGER,
    wait INTEGER,
    server_time INTEGER,
    source_time INTEGER,
    transfer INTEGER,
    total INTEGER NOT NULL
);
CREATE INDEX probe_of ON probe (profile, server, path, connection, number);
