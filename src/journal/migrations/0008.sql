-- States of syncs that this machine saw on a server that lists no syncs, each once.
CREATE TABLE seen_sync (
    profile TEXT NOT NULL,
    connection TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    status TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (profile, connection, changed_at, status)
) STRICT, WITHOUT ROWID;
