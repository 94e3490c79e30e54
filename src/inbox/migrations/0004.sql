-- Where this inbox was copied from. Until it has all of it, nobody receives into it: what was not copied yet would not be known
-- as a repeat.
CREATE TABLE copies (
    source TEXT NOT NULL,
    started_at INTEGER NOT NULL,           -- microseconds since 1970
    finished_at INTEGER
);
-- The last row of each table that is there.
CREATE TABLE copy_positions (
    name TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    text TEXT NOT NULL
) WITHOUT ROWID;
