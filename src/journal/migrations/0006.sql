-- Bodies of requests of an application, redacted, where `makini record --keep-bodies` was told to keep them: until this time.
-- Nothing where a body was empty, longer than is kept, or no text.
CREATE TABLE body (
    number INTEGER PRIMARY KEY,
    until INTEGER NOT NULL,
    request TEXT,
    response TEXT
) STRICT;
CREATE INDEX body_until ON body (until);
