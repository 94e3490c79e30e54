-- Where this inbox was copied from. Until it has all of it, nobody receives into it: what was not copied yet would not be known
-- as a repeat.
CREATE TABLE copies (
    source TEXT COLLATE "C" NOT NULL,
    started_at BIGINT NOT NULL,            -- microseconds since 1970
    finished_at BIGINT
);
-- The last row of each table that is there.
CREATE TABLE copy_positions (
    name TEXT COLLATE "C" PRIMARY KEY,
    number BIGINT NOT NULL,
    text TEXT COLLATE "C" NOT NULL
);
