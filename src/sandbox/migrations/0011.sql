-- What creations with an idempotency key made, so that the same key makes it once.
CREATE TABLE idempotency_keys (
    connection_id TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    -- SHA-256 of path and body, in hexadecimal.
    request TEXT NOT NULL,
    -- The row that was answered.
    row TEXT NOT NULL,
    PRIMARY KEY (connection_id, idempotency_key)
) WITHOUT ROWID;
