-- Syncs that ended, as the platform told when it was asked, and that no event had announced by then.
CREATE TABLE gaps (
    id INTEGER PRIMARY KEY,
    connection TEXT NOT NULL,
    missing TEXT NOT NULL,                 -- sync.completed, sync.failed
    sync TEXT NOT NULL,                    -- empty where the platform does not name it
    ended_at INTEGER NOT NULL,             -- microseconds since 1970, by the platform's clock
    found_at INTEGER NOT NULL,
    UNIQUE (connection, missing, sync, ended_at)
);
