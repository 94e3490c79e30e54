-- What is left of requests whose rows were removed: sums of each hour, which begins at this time. Nothing of them but these
-- names is kept; requests that were for no connection have an empty one.
CREATE TABLE hour (
    at INTEGER NOT NULL,
    profile TEXT NOT NULL,
    connection TEXT NOT NULL,
    kind TEXT NOT NULL,
    method TEXT NOT NULL,
    template TEXT NOT NULL,
    clock_trouble INTEGER NOT NULL,
    figures BLOB NOT NULL,
    PRIMARY KEY (at, profile, connection, kind, method, template)
) STRICT, WITHOUT ROWID;
