-- The clock, when it is not simply the machine's: at `real_at` of the machine it showed `at`, and since then it goes
-- `scale` times as fast, or not at all. Whoever moves it holds it, by the machine's clock, until `held_until`.
CREATE TABLE clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    real_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    scale REAL NOT NULL,
    frozen INTEGER NOT NULL,
    holder TEXT,
    held_until INTEGER NOT NULL DEFAULT 0
);

-- Set while somebody sends it, by the machine's clock: simulated time may pass in no time.
ALTER TABLE deliveries ADD COLUMN leased_until INTEGER;

-- Up to when each entity was read, so that it is known however many syncs have failed since.
CREATE TABLE read_marks (
    connection TEXT NOT NULL,
    entity TEXT NOT NULL,
    read_until INTEGER NOT NULL,
    PRIMARY KEY (connection, entity)
) WITHOUT ROWID;
INSERT INTO read_marks SELECT s.connection, e.entity, s.started_at FROM syncs s JOIN sync_entities e ON e.sync = s.seq
    WHERE e.status = 'completed' ORDER BY s.seq
    ON CONFLICT DO UPDATE SET read_until = excluded.read_until;
